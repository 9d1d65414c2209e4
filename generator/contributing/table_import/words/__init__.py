"""What tables call columns and choices -> the columns and words that there are. Looks at no table."""
