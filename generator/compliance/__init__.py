"""Who has met the yearly duty: the index, its closed years, the years before it, its words."""
