"""What Git knows: the commit, its day in the region's zone, when each file entered and changed (committer's time)."""

import datetime as dt
import re
import subprocess
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from generator.dates import spoken
from generator.layout import ENTRY_SUFFIX, INNOVATIONS, SLUG_PATTERN
from generator.settings import Edition, FileDates

_HEADER = re.compile(rb"\n*\x01([^\x01]*)\x01")
_ENTRY = re.compile(rf"{INNOVATIONS}/{SLUG_PATTERN}/{SLUG_PATTERN}{re.escape(ENTRY_SUFFIX)}\Z".encode())
_EARLIEST: Final = 946_684_800  # 2000
_LATEST: Final = 4_102_444_800  # 2100


class NoDateError(Exception):
    """Neither Git nor an explicit day can say which day the site speaks for."""

    def __str__(self) -> str:
        return "Tanggal tidak diketahui: tidak ada riwayat Git. Sebutkan dengan --as-of TAHUN-BULAN-HARI."


class FutureCommitError(NoDateError):
    """The commit is dated on a day that has not come by the clock: one of the two is wrong."""

    def __init__(self, commit: dt.date, clock: dt.date) -> None:
        super().__init__(commit, clock)
        self._days = spoken(commit), spoken(clock)

    def __str__(self) -> str:
        return (
            "Commit terakhir bertanggal {}, padahal hari ini {}. "
            "Betulkan jam komputer, atau sebutkan --as-of hari-ini.".format(*self._days)
        )


def commit_day(root: Path, zone: str, clock: dt.date) -> dt.date:
    """The day of the commit at `root` in `zone`, an IANA name; `clock` is the day it is.

    Raises NoDateError if there is none, FutureCommitError if it has not come.
    """
    return _come(_day(_commit_moment(root), zone), clock)


def _day(moment: dt.datetime | None, zone: str) -> dt.date | None:
    return moment.astimezone(ZoneInfo(zone)).date() if moment else None


def _come(committed: dt.date | None, clock: dt.date) -> dt.date:
    if committed is None:
        raise NoDateError
    if committed > clock:
        raise FutureCommitError(committed, clock)
    return committed


def edition(root: Path, zone: str, as_of: dt.date | None, clock: dt.date) -> Edition:
    """The edition of the checkout at `root`, `zone` being an IANA name.

    It speaks for `as_of`, else for the commit's day in `zone`; `clock`, the day it is, decides only what lies in the
    future. Raises NoDateError if there is neither an `as_of` nor a commit, FutureCommitError if there is no `as_of`
    and the commit's day has not come. A shallow clone has no trustworthy file dates, so it gives none.
    """
    commit = _git(root, "rev-parse", "HEAD").decode("ascii", "replace").strip()
    moment = _commit_moment(root)
    committed = _day(moment, zone)
    day = as_of or _come(committed, clock)
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false"
    dates = _file_dates(root, moment) if moment and not shallow else {}
    return Edition(day, clock, commit, dates, committed)


def _commit_moment(root: Path) -> dt.datetime | None:
    return _moment(_git(root, "show", "-s", "--format=%ct", "HEAD").strip())


def _file_dates(root: Path, head: dt.datetime) -> dict[str, FileDates]:
    """One walk over the log, newest first: the last date seen of a path is its first.

    What stands in a log is contributors' text, dates and file names alike. Only paths of entries
    are taken, a date that is no date or lies after the newest commit counts as the newest commit's.
    """
    prefix = _git(root, "rev-parse", "--show-prefix").rstrip(b"\n")
    log = _git(root, "log", "-z", "--format=%x01%ct%x01", "--name-only", "--no-renames", "--", INNOVATIONS)
    dates: dict[str, FileDates] = {}
    moment = head
    for token in log.split(b"\0"):
        if header := _HEADER.match(token):
            moment = min(_moment(header.group(1)) or head, head)
        path = (token[header.end() :] if header else token).removeprefix(b"\n").removeprefix(prefix)
        if _ENTRY.match(path):
            name = path.decode("ascii")
            known = dates.get(name)
            dates[name] = FileDates(moment, known.last if known else moment)
    return dates


def _moment(seconds: bytes) -> dt.datetime | None:
    """A commit's time; None for what is no time between 2000 and 2100."""
    if not seconds.isdigit() or not _EARLIEST <= int(seconds) <= _LATEST:
        return None
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC)


def _git(root: Path, *arguments: str) -> bytes:
    """Git's answer, or nothing if there is no Git, no repository or no commit."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, no contributor's text
            ["git", "-c", "core.quotePath=off", *arguments],  # noqa: S607
            cwd=root, capture_output=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""
