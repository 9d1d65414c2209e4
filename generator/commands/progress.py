"""What a long command is at, for whoever watches a terminal; elsewhere, and to those who want it quiet, nothing."""

import sys
import time  # noqa: TID251 - how long it takes, not which day it is
from typing import Final

import click

#: Seconds before anything is told, and between two lines.
_PATIENCE: Final = 1.0
_PAUSE: Final = 0.2
_CLEARED: Final = "\r\x1b[K"


class Progress:
    """One command from its start on."""

    def __init__(self, *, quiet: bool) -> None:
        self._watched = not quiet and sys.stderr.isatty()
        self._start = self._begun = time.monotonic()
        self._told, self._stage = self._start + _PATIENCE - _PAUSE, ""

    def __call__(self, stage: str, done: int = 0, of: int = 0) -> None:
        """Tell the stage (Indonesian), how many are `done` and `of` how many, 0 if that is not known."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._begun = stage, now
        if self._watched and now - self._told >= _PAUSE:
            self._told = now
            known = f": {done} dari {of}, kira-kira {(now - self._begun) * (of - done) / done:.0f} detik lagi"
            counted = f": {done}" if done else " ..."
            click.echo(f"{_CLEARED}{stage}{known if done and of else counted}", nl=False, err=True)

    def seconds(self) -> int:
        """How long it took so far; the line is cleared."""
        if self._watched:
            click.echo(_CLEARED, nl=False, err=True)
        return round(time.monotonic() - self._start)
