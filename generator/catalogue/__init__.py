"""The repository's files as one object: registers, innovations, pictures."""
