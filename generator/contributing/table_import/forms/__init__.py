"""Forms: labels with their values beside or below them, one innovation a form."""
