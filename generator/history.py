"""What Git knows: the commit, its day in the region's zone, and when each file entered and changed."""

import datetime as dt
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.layout import INNOVATIONS
from generator.settings import Edition, FileDates


class NoDateError(Exception):
    """Neither Git nor an explicit day can say which day the site speaks for."""


def edition(root: Path, zone: str, as_of: dt.date | None, now: dt.datetime) -> Edition:
    """The edition of the checkout at `root`, `zone` being an IANA name.

    It speaks for `as_of`, else for the commit's day in `zone`; `now` decides only what lies in the
    future. Raises NoDateError if there is neither an `as_of` nor a commit. A shallow clone has no
    trustworthy file dates, so it gives none.
    """
    clock = now.astimezone(ZoneInfo(zone)).date()
    commit = _git(root, "rev-parse", "HEAD").strip()
    if not commit:
        if as_of is None:
            raise NoDateError
        return Edition(as_of, max(as_of, clock))
    commit_day = _moment(_git(root, "show", "-s", "--format=%cI", "HEAD").strip()).astimezone(ZoneInfo(zone)).date()
    day = as_of or commit_day
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() != "false"
    return Edition(day, max(day, commit_day, clock), commit, {} if shallow else _file_dates(root))


def _file_dates(root: Path) -> dict[str, FileDates]:
    """One walk over the log, newest first: the last date seen of a path is its first."""
    prefix = _git(root, "rev-parse", "--show-prefix").strip()
    log = _git(root, "log", "-z", "--format=%x01%cI", "--name-only", "--no-renames", "--", INNOVATIONS)
    dates: dict[str, FileDates] = {}
    moment = dt.datetime.min.replace(tzinfo=dt.UTC)
    for field in log.split("\0"):
        for part in field.split("\n"):
            if part.startswith("\x01"):
                moment = _moment(part[1:])
            elif part:
                path = part.removeprefix(prefix)
                known = dates.get(path)
                dates[path] = FileDates(moment, known.last if known else moment)
    return dates


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _git(root: Path, *arguments: str) -> str:
    """Git's answer, or "" if there is no Git, no repository or no commit."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, no contributor's text
            ["git", "-c", "core.quotePath=off", *arguments],  # noqa: S607
            cwd=root, capture_output=True, check=False, encoding="utf-8",
        )  # fmt: skip
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
