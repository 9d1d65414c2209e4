"""The console script `katalog`; `python -m generator` is the same."""

import signal
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line. While its modules load there is nothing to tell: an interrupt just ends the program."""
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.commands import cli  # noqa: PLC0415

    signal.signal(signal.SIGINT, usual)
    cli.main()


if __name__ == "__main__":
    main()
