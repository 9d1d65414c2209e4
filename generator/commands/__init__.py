"""The command line: `katalog`."""
