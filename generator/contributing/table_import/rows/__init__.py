"""A row -> the data of an entry, whose it is, and what it lacks."""
