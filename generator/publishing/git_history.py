"""What Git knows: the commit, its day in the region's zone, when each file entered and changed, what was published."""

import datetime as dt
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from generator.catalogue.subject import Version
from generator.dates import spoken
from generator.layout import AGENCIES, ENTRY_SUFFIX, INNOVATIONS, OBLIGATIONS, REGISTRY, SLUG_PATTERN, TAXONOMY
from generator.settings import Edition, FileDates

_HEADER = re.compile(rb"\n*\x01([^\x01]*)\x01")
_ENTRY = re.compile(rf"{INNOVATIONS}/{SLUG_PATTERN}/{SLUG_PATTERN}{re.escape(ENTRY_SUFFIX)}\Z".encode())
#: Files that stand for addresses.
_DATA = re.compile(rf"{_ENTRY.pattern.decode()}|{AGENCIES}\Z|{TAXONOMY}\Z|{OBLIGATIONS}/[0-9]{{4}}\.yml\Z".encode())
_HASH = re.compile(r"[0-9a-f]{40}\Z")
_FILE: Final = b"100"
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


class NoHistoryError(Exception):
    """What was published cannot be known; the message says why, and the cure."""


_HALF: Final = (
    "Riwayat Git di sini tidak lengkap, sehingga alamat yang pernah terbit tidak dapat diperiksa. "
    "Jalankan: git fetch --unshallow. Di alur kerja: fetch-depth: 0."
)


class NoRevisionError(Exception):
    """There is no such commit as the one that was asked for."""


def published(root: Path, since: str, revision: str) -> Sequence[Version]:
    """Every version of every data file in the states that were published, the newest first.

    Those are the commit `since` and all that follow it up to `revision`, by first parents: what a proposal held before
    it was merged was never published. Raises NoHistoryError, NoRevisionError.
    """
    if _git(root, "rev-parse", "--git-dir") == b"":
        raise NoHistoryError("Riwayat Git tidak ada, sehingga alamat yang pernah terbit tidak dapat diperiksa.")
    newest = _commit(root, revision)
    if not newest:
        raise NoRevisionError(revision)
    _refuse_half_a_history(root, since, newest)
    states: dict[tuple[bytes, bytes], str] = {}
    for file, commit in (*_files(root, newest), *_replaced(root, since, newest), *_files(root, since)):
        states.setdefault(file, commit)
    contents = _contents(root, [blob for _, blob in states])
    return [
        Version(path.decode("ascii"), content, commit)
        for ((path, _), commit), content in zip(states.items(), contents, strict=True)
    ]


def _refuse_half_a_history(root: Path, since: str, newest: str) -> None:
    """Raise NoHistoryError unless all from `since` to `newest` is there."""
    if _is_shallow(root):
        raise NoHistoryError(_HALF)
    if not _HASH.match(since) or _git(root, "merge-base", since, newest).strip().decode() != since:
        raise NoHistoryError(
            f"Komit terbitan pertama ({since}) tidak ada dalam riwayat ini. Tulis nomornya yang lengkap, 40 karakter, "
            "pada terbit_sejak di mkdocs.yml. Bila riwayat pernah ditulis ulang, pakai nomor yang baru."
        )


def _commit(root: Path, revision: str) -> str:
    """The full hash of a commit, "" if there is none of that name."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return found.decode("ascii").strip()


#: A file's path and the hash of its content; the commit that has it.
_State = tuple[tuple[bytes, bytes], str]


def _files(root: Path, commit: str) -> Iterator[_State]:
    """The data files in one commit."""
    for row in _git(root, "ls-tree", "-r", "-z", commit, "--", INNOVATIONS, REGISTRY).split(b"\0"):
        about, _, path = row.partition(b"\t")
        if about.startswith(_FILE) and _DATA.match(path):
            yield (path, about.split()[2]), commit


def _replaced(root: Path, since: str, newest: str) -> Iterator[_State]:
    """What commits after `since` took away or changed, the newest first: each file as the commit before had it."""
    log = _git(
        root, "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-renames", "--no-abbrev",
        "--relative", "--format=%x01%P%x01", f"{since}..{newest}", "--", INNOVATIONS, REGISTRY,
    )  # fmt: skip
    before, tokens = "", iter(log.split(b"\0"))
    for token in tokens:
        if header := _HEADER.match(token):
            before = header.group(1).split(b" ")[0].decode("ascii")
        change = (token[header.end() :] if header else token).lstrip(b"\n")
        if change.startswith(b":"):
            mode, _, blob, *_ = change[1:].split(b" ")
            path = next(tokens)
            if mode.startswith(_FILE) and _DATA.match(path):
                yield (path, blob), before


def _contents(root: Path, blobs: Iterable[bytes]) -> Iterator[bytes]:
    """The content of each blob, in order."""
    answer = _git(root, "cat-file", "--batch", given=b"".join(b"%s\n" % blob for blob in blobs))
    at = 0
    while at < len(answer):
        head = answer.index(b"\n", at)
        if answer[at:head].endswith(b" missing"):
            raise NoHistoryError(_HALF)
        size = int(answer[at:head].split()[2])
        yield answer[head + 1 : head + 1 + size]
        at = head + size + 2


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
    shallow = moment is not None and _is_shallow(root)
    dates = _file_dates(root, moment) if moment and not shallow else {}
    return Edition(day, clock, commit, dates, committed, shallow)


def _is_shallow(root: Path) -> bool:
    """Whether the history was cut when it was fetched."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false"


def _commit_moment(root: Path) -> dt.datetime | None:
    return _moment(_git(root, "show", "-s", "--format=%ct", "HEAD").strip())


def _file_dates(root: Path, head: dt.datetime) -> dict[str, FileDates]:
    """One walk over the log, newest first: the last date seen of a path is its first.

    By first parents: what a proposal holds changes the catalogue on the day on which it is merged. What stands in a
    log is contributors' text, dates and file names alike. Only paths of entries are taken, a date that is no date or
    lies after the newest commit counts as the newest commit's.
    """
    prefix = _git(root, "rev-parse", "--show-prefix").rstrip(b"\n")
    log = _git(
        root, "log", "--first-parent", "--diff-merges=first-parent", "-z", "--format=%x01%ct%x01", "--name-only",
        "--no-renames", "--", INNOVATIONS,
    )  # fmt: skip
    dates: dict[str, FileDates] = {}
    moment = head
    for token in log.split(b"\0"):
        if header := _HEADER.match(token):
            moment = min(_moment(header.group(1)) or head, head)
        path = (token[header.end() :] if header else token).removeprefix(b"\n").removeprefix(prefix)
        if _ENTRY.match(path):
            name = path.decode("ascii")
            known = dates.get(name)
            between = (known.first, *known.between) if known else ()
            dates[name] = FileDates(moment, known.last if known else moment, between)
    return dates


def _moment(seconds: bytes) -> dt.datetime | None:
    """A commit's time; None for what is no time between 2000 and 2100."""
    if not seconds.isdigit() or not _EARLIEST <= int(seconds) <= _LATEST:
        return None
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC)


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Git's answer to what is `given`, or nothing if there is no Git, no repository or no commit."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, no contributor's text
            ["git", "-c", "core.quotePath=off", *arguments],  # noqa: S607
            cwd=root, capture_output=True, check=False, input=given,
        )  # fmt: skip
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""
