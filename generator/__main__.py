"""`python -m generator` is the same as `katalog`."""

from generator.commands.cli import main

main()
