"""A dry run of the YAML parser in a child process, so that a file that kills it is one fault.

The parser (libyaml) is C code: when it crashes, no `except` catches it and every other file goes
unchecked. The child parses each file under a limit of time and memory and says which one it has
begun; if it dies, that one is to blame, and a new child goes on with the rest.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import yaml

SECONDS: Final = 5
MEMORY: Final = 1 << 30
#: More events than the largest permitted file can hold.
_EVENTS: Final = 1_000_000


def casualties(files: Sequence[Path]) -> dict[Path, str]:
    """The files that end their reader, each with the cause in Indonesian."""
    dead: dict[Path, str] = {}
    rest = list(files)
    while rest:
        done = subprocess.run(  # noqa: S603 - our own interpreter; names go in by a pipe
            [sys.executable, "-m", __name__],
            input=b"\0".join(map(os.fsencode, rest)),
            capture_output=True,
            check=False,
        )
        begun = done.stdout.count(b".")
        if done.returncode == 0 and begun == len(rest):
            break
        culprit = rest[max(begun - 1, 0)]
        dead[culprit] = _cause(done.returncode)
        rest = rest[max(begun, 1) :]
    return dead


def _cause(code: int) -> str:
    if code < 0 and signal.Signals(-code).name == "SIGALRM":
        return f"lebih dari {SECONDS} detik"
    return "kehabisan memori" if code == 1 else f"kode {code}"


def _dry_run() -> None:
    """Child: parse every file named on standard input, a dot on standard output before each."""
    _limit_memory()
    for name in sys.stdin.buffer.read().split(b"\0"):
        sys.stdout.write(".")
        sys.stdout.flush()
        if hasattr(signal, "setitimer"):  # POSIX only
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            for number, _ in enumerate(yaml.parse(Path(os.fsdecode(name)).read_bytes(), Loader=yaml.CSafeLoader)):
                if number > _EVENTS:
                    break
        except (yaml.YAMLError, UnicodeDecodeError, ValueError, OSError):
            continue  # an ordinary fault: the loader reports it with its place


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _dry_run()
