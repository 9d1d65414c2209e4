"""One cell -> its values, or what is told and asked of it."""
