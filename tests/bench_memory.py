"""How much memory a command takes with all the processes it starts: what each has alone and its part of what they share.

Only Linux tells that; elsewhere it is the most of one process.
"""

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_PROCESSES: Final = Path("/proc")
#: Seconds between two looks.
_PAUSE: Final = 0.2


class Watched(threading.Thread):
    """Looks at a process and its children again and again; `most` is the largest sum seen, in MiB."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process, self._ended = process, threading.Event()
        self.most = 0.0

    def run(self) -> None:
        """Look until `end`."""
        while not self._ended.wait(_PAUSE):
            self.most = max(self.most, sum(map(_share, _family(self._process))) / 1024)

    def end(self) -> float:
        """What was seen."""
        self._ended.set()
        self.join()
        return self.most


def _family(process: int) -> Iterator[int]:
    yield process
    for children in (_PROCESSES / str(process) / "task").glob("*/children"):
        with suppress(OSError):  # it has just ended
            for child in children.read_text("ascii").split():
                yield from _family(int(child))


def _share(process: int) -> int:
    """KiB of one process, of which what several share counts as its part."""
    with suppress(OSError):  # it has just ended, or this is not Linux
        for line in (_PROCESSES / str(process) / "smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
