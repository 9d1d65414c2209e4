"""The console script `katalog`; `python -m generator` is the same."""

import gc
import io
import signal
import sys
from typing import Final, NoReturn

#: Objects until garbage is looked for, and rounds until older ones are looked at too. Nearly all that a run makes lives
#: as long as the run, so that looking as often as Python does by itself is a tenth of its time.
_GARBAGE: Final = (200_000, 10, 10)


def main() -> NoReturn:
    """Run the command line. While its modules load there is nothing to tell: an interrupt just ends the program."""
    gc.set_threshold(*_GARBAGE)
    if sys.stdin is None:  # closed by whoever started it: nobody answers, as from an empty one
        sys.stdin = io.StringIO()
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.commands import cli  # noqa: PLC0415

    signal.signal(signal.SIGINT, usual)
    cli.main()


if __name__ == "__main__":
    main()
