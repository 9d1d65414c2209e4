"""What the search of the site reads: documents, their words, and what people type in place of them."""
