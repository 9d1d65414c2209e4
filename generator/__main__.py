"""`python -m generator` is the same as `katalog`."""

from generator.cli import main

main()
