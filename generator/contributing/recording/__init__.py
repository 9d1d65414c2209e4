"""What the maintainer records about agencies, years and entries: questions, and the files that come of the answers."""
