"""Bytes of one YAML file -> plain data with the place of every value."""
