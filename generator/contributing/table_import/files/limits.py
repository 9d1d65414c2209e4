"""A stranger's file is read in a child with limits of time and memory: what it does there ends there."""

import multiprocessing
import sys
import warnings
from multiprocessing.connection import Connection
from typing import Final

from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.files.sheet import Sheet, UnreadableError

#: An honest recap of the largest size takes a tenth of either.
_SECONDS: Final = 60
_MEMORY: Final = 1024**3
_TOO_MUCH: Final = "berkas ini terlalu berat untuk dibaca; salin tabelnya saja ke berkas baru"


def sheets_within_limits(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file. Raises UnreadableError, also where reading it takes more than a recap can need.

    Where the system knows no such limits (Windows) it is read at once, within those of size alone.
    """
    if sys.platform == "win32":
        return sheets(raw)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read, args=(raw, theirs), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # newer Pythons warn of threads, of which there are none yet
        child.start()
    theirs.close()
    try:
        found = ours.recv()
    except (EOFError, OSError):
        found = UnreadableError(_TOO_MUCH)
    finally:
        ours.close()
        child.join()
    if isinstance(found, UnreadableError):
        raise found
    return tuple(found)


def _read(raw: bytes, answer: Connection) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime) + _SECONDS,
        resource.RLIMIT_DATA: _MEMORY,
    }
    for kind, most in wanted.items():
        _, standing = resource.getrlimit(kind)  # may be lowered, and by few be raised
        limit = most if standing == resource.RLIM_INFINITY else min(most, standing)
        resource.setrlimit(kind, (limit, limit))
    try:
        answer.send(sheets(raw))
    except UnreadableError as error:
        answer.send(error)
    except MemoryError:
        answer.send(UnreadableError(_TOO_MUCH))
    finally:
        answer.close()
