"""The command of a new entry, `katalog new`; what it and `katalog import` hold new entries against."""

import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from generator import addresses, checking
from generator.catalogue.catalogue import ENDINGS
from generator.commands.context import configuration
from generator.commands.indonesian import Command, UsageError
from generator.contributing.entry_text import entry_text
from generator.contributing.new_entry import AnswerError, Scaffold
from generator.contributing.table_import.cells.choices import items
from generator.contributing.table_import.rows.room import Known
from generator.layout import ENTRY_SUFFIX, INNOVATIONS, entry_path
from generator.problems import Problems
from generator.problems.reporters import text as text_report
from generator.reviewing import worktree
from generator.schema.shape import Shape, shapes
from generator.text.github import plain

_SHAPES: Final[Mapping[str, Shape]] = {shape.key: shape for shape in shapes()}
#: The list of all affairs of government may stand in a message.
_LONGEST_MESSAGE: Final = 2_000


def held_against() -> Scaffold | None:
    """What new entries are held against; None, and the report on standard error, if the registry is unusable."""
    here = configuration()
    today = here.today()
    checked = checking.check(Path.cwd(), today)
    if checked.loaded.catalogue is None:
        click.echo(text_report(checked.problems.errors), nl=False, err=True)
        return None
    files = frozenset(path.as_posix() for path in Path(INNOVATIONS).glob(f"*/*{ENTRY_SUFFIX}"))
    texts = {one.path: Path(one.path).read_text("utf-8") for one in checked.catalogue.innovations.values()}
    known = Known(checked.catalogue, files, here.settings.region, texts)
    words = checked.catalogue.registry.words()
    begun = {slug: label for slug, label in words["peristiwa"].items() if slug not in ENDINGS}
    return Scaffold(known, {**words, "peristiwa": begun}, today)


def checked_drafts(entries: Mapping[str, str], scaffold: Scaffold) -> Problems:
    """What `check` says of files (path -> text), before any of them stands in the work tree.

    Raises UnsafePlaceError if the place of one is reached through a link.
    """
    with tempfile.TemporaryDirectory(prefix="katalog-") as scratch:
        copy = Path(scratch)
        worktree.copy_data(Path.cwd(), copy)
        for path, text in entries.items():
            worktree.place(copy, path, text, replace=path in scaffold.known.files)
        return checking.check(copy, scaffold.today).problems.within(entries)


_Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Question:
    """One thing to know of a new entry: the option that answers it, what is asked, how an answer is read."""

    option: str
    asked: str
    read: Callable[[Scaffold, str, _Answers], Any]
    vocabulary: str = ""
    default: Callable[[Scaffold, _Answers], str] = lambda _scaffold, _answers: ""


def _about(key: str) -> str:
    shape = _SHAPES[key]
    return f"{shape.label} ({shape.help.rstrip('.')})"


def _name(scaffold: Scaffold, answer: str, answers: _Answers) -> str:
    scaffold.proposal(answer, answers["agency"])
    return scaffold.text(answer, "nama")


def affairs(scaffold: Scaffold, answer: str) -> list[str]:
    """The slugs of affairs in an answer. Numbers may be parted by commas too; labels hold commas themselves."""
    pieces = re.split(r"[,;\s]+", answer.strip()) if re.fullmatch(r"[0-9,;\s]+", answer) else items(answer)
    return list(dict.fromkeys(scaffold.word(piece, "urusan") for piece in pieces))


_QUESTIONS: Final = (
    _Question(
        "agency",
        "Perangkat daerah (nama resmi, nama pendek, nama lain, atau nama folder)",
        lambda scaffold, answer, _: scaffold.standing(scaffold.agency(answer)),
    ),
    _Question("name", _about("nama"), _name),
    _Question("summary", _about("ringkasan"), lambda scaffold, answer, _: scaffold.text(answer, "ringkasan")),
    _Question("form", _about("bentuk"), lambda scaffold, answer, _: scaffold.word(answer, "bentuk"), "bentuk"),
    _Question(
        "affair",
        f"{_about('urusan')}; beberapa nomor dipisahkan titik koma",
        lambda scaffold, answer, _: affairs(scaffold, answer),
        "urusan",
    ),
    _Question(
        "event",
        "Peristiwa pertama yang diketahui",
        lambda scaffold, answer, _: scaffold.word(answer, "peristiwa"),
        "peristiwa",
    ),
    _Question(
        "date",
        "Tanggalnya, setepat yang diketahui: tahun (2026), bulan (2026-11), atau hari (2026-11-24)",
        lambda scaffold, answer, _: scaffold.date(answer),
    ),
    _Question(
        "slug",
        "Nama berkas, yang menjadi alamat halaman untuk selamanya",
        lambda scaffold, answer, _: scaffold.slug(answer),
        default=lambda scaffold, answers: scaffold.proposal(answers["name"], answers["agency"]),
    ),
)
#: Asked only where no address is free that the name suggests.
_OPTIONAL: Final = "slug"


@click.command("new", cls=Command)
@click.option(
    "--agency", metavar="NAMA", help="Perangkat daerah: nama resmi, nama pendek, nama lain, atau nama folder."
)
@click.option("--name", metavar="TEKS", help="Nama inovasi.")
@click.option("--summary", metavar="TEKS", help="Ringkasan: satu kalimat dengan bahasa sehari-hari.")
@click.option("--form", metavar="KATA", help="Bentuk inovasi.")
@click.option("--affair", metavar="KATA", multiple=True, help="Urusan; boleh diulang, yang pertama urusan utama.")
@click.option("--event", metavar="KATA", help="Peristiwa pertama, misalnya penerapan.")
@click.option("--date", metavar="TANGGAL", help="Tanggal peristiwa: 2026, 2026-11, atau 2026-11-24.")
@click.option("--slug", metavar="KATA", help="Nama berkas. Bawaan: disusun dari nama inovasi.")
def new_command(**given: Any) -> int:
    """Buat berkas inovasi baru; yang belum disebut akan ditanyakan."""
    scaffold = held_against()
    if scaffold is None:
        return 1
    answers = _answers(scaffold, {**given, "affair": "; ".join(given["affair"])})
    path = entry_path(answers["agency"], answers["slug"])
    for one in scaffold.likely(answers["name"], answers["summary"]):
        click.echo(f"Mungkin sama dengan {plain(one)}. Bila sama, perbaiki yang itu.")
    text = entry_text(
        {
            "nama": answers["name"],
            "ringkasan": answers["summary"],
            "bentuk": answers["form"],
            "urusan": answers["affair"],
            "riwayat": [{"peristiwa": answers["event"], "tanggal": answers["date"]}],
        }
    )
    try:
        problems = checked_drafts({path: text}, scaffold)
        if problems.errors:
            click.echo(text_report(problems.errors), nl=False, err=True)
            return 1
        worktree.place(Path.cwd(), path, text, replace=False)
    except worktree.UnsafePlaceError as place:
        click.echo(f"{place} adalah tautan atau bukan berkas biasa. Tidak ada yang ditulis.", err=True)
        return 1
    click.echo(f"Tertulis: {path}.")
    click.echo(
        f"Lengkapi isinya menurut panduan isian ({addresses.GUIDE} di situs), lalu ketik `katalog check {path}`."
    )
    return 0


def _answers(scaffold: Scaffold, given: Mapping[str, str]) -> _Answers:
    """The answers by option: those given, and on a terminal those to the questions. Raises UsageError."""
    missing = [f"--{one.option}" for one in _QUESTIONS if not given[one.option] and one.option != _OPTIONAL]
    asks = sys.stdin.isatty()
    if missing and not asks:
        raise UsageError(f"belum ditulis: {', '.join(missing)}")
    answers: _Answers = {}
    for one in _QUESTIONS:
        try:
            unasked = one.option == _OPTIONAL or not asks
            value = _typed(one.option, given[one.option] or "") or (one.default(scaffold, answers) if unasked else "")
            if not value and not asks:
                raise UsageError(f"belum ditulis: --{one.option}")
            answers[one.option] = one.read(scaffold, value, answers) if value else _ask(one, scaffold, answers)
        except AnswerError as error:
            raise UsageError(f"--{one.option}: {plain(str(error), _LONGEST_MESSAGE)}") from None
    return answers


def _typed(option: str, value: str) -> str:
    """What was typed behind an option. Raises UsageError for bytes that are no text."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UsageError(f"--{option}: memuat karakter yang bukan UTF-8; ketik ulang") from None
    return value


def _ask(one: _Question, scaffold: Scaffold, answers: _Answers) -> Any:
    """Ask until the answer will do."""
    for number, label in enumerate(scaffold.words.get(one.vocabulary, {}).values(), 1):
        click.echo(f"  {number}. {label}")
    while True:
        answer = click.prompt(one.asked, default=one.default(scaffold, answers) or None)
        try:
            return one.read(scaffold, answer.strip(), answers)
        except AnswerError as error:
            click.echo(plain(f"{error}.", _LONGEST_MESSAGE))


COMMANDS: Final[tuple[click.Command, ...]] = (new_command,)
