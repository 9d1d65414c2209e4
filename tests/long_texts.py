"""Every way by which a text enters the program, each fed with long runs of every troublesome sign.

Run as a program it is the child of `properties/test_long_texts.py`: the kernel ends it where one use takes more
processor time than a walk through the text can, and the last line it wrote names the use.
"""

import csv
import importlib
import inspect
import io
import pkgutil
import re
import resource
import sys
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from types import FunctionType, ModuleType
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints
from xml.sax.saxutils import escape
from zipfile import BadZipFile

from catalogues import FROZEN, TODAY
from conftest import SETTINGS
from jinja2 import BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from pydantic import BaseModel
from recap_tables import HEADER, ROW, book, changed

import generator
from generator import layout
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.load import load
from generator.catalogue.registry import Registry
from generator.contributing.entry_text import entry_text
from generator.contributing.new_entry import AnswerError, Scaffold
from generator.contributing.table_import import report
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.values import value_of
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.files.sheet import Cell, UnreadableError
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.words.column_titles import Columns
from generator.problems import Place, Problems, problem, reporters
from generator.reading.document import Document, read
from generator.reviewing import issue_form, registry_text, reply
from generator.reviewing.differences import differences
from generator.reviewing.registry_changes import RegistryChange, model_of
from generator.reviewing.review_style import MARKDOWN
from generator.schema.entry import Entry, Record
from generator.schema.refusals import salvage, validate
from generator.schema.shape import shapes

#: What modules load for their types alone, since that takes long.
FOR_TYPES: Final = {one.__name__: one for one in (BytecodeCache, MkDocsConfig)}
#: What patterns repeat, what parsers nest, what becomes longer when it is normalised, what does not show.
SIGNS = (
    " ", "\t", "\u00a0", "\n", "\r", " \n", "*", "_", "[", "(", "`", "~", "-", "- a\n", ".", ",", ":", "a: ", "@", "a@", "#", '"', "\\",
    "0", "1.", "a", "a-", "\u0301", "\ufe0f", "\U0001f600",
)  # fmt: skip
#: Those that patterns repeat most: long runs of one of them by day, taken in turn; of every sign every night.
SUSPECTS = (" ", "\n", "[", "0", "a", "@")
SIZES = (100, 10_000, 60_000)
#: Seconds of processor time for one use of one text; a walk through it takes some tenths.
LIMIT: Final = 5
#: How a text that is none of what was asked for is refused.
REFUSALS = (AnswerError, UnreadableError, BadZipFile, ValueError, KeyError, OSError)
BOOK: Final = book([HEADER, ROW])
YEAR: Final = f"{layout.OBLIGATIONS}/2026.yml"
REPLY: Final = {"perangkat_daerah": "dinkes", "tanggal": "2026-05-05", "isi": "Sudah berjalan."}
Use = Callable[[str], Any]


def texts(size: int, signs: Sequence[str] = SIGNS) -> Iterator[tuple[str, str]]:
    """(name, text): runs of each sign between two letters, where nothing strips them; the shortest alone too."""
    for sign in signs:
        run = (sign * size)[:size]
        yield f"{size} characters of {sign!r} between two letters", f"a{run}b"
        if size == SIZES[0]:
            yield f"{size} characters of {sign!r}", run


class World:
    """The frozen catalogue, and what of it a function may ask for by the type of its argument."""

    def __init__(self) -> None:
        catalogue = load(FROZEN).catalogue
        assert catalogue
        self.registry, self.words = catalogue.registry, catalogue.registry.words()
        self.known = Known(catalogue, frozenset(), "Kabupaten Contoh")
        self.given: Mapping[Any, Any] = {
            int: 200, Catalogue: catalogue, Registry: self.registry, Container[str]: set(), Mapping[str, str]: self.words["urusan"],
            tuple[int, int]: (1, 1), Place: Place("berkas.yml", 1, 1), Scaffold: Scaffold(self.known, self.words, TODAY),
            Columns: Columns(self.registry), Region: Region(self.registry, "Kabupaten Contoh"),
        }  # fmt: skip

    def argument(self, name: str, hint: Any, text: str) -> Any:
        """What stands for a parameter; KeyError if that is no text and nothing that there is."""
        if name in ("vocabulary", "code"):
            return {"vocabulary": "urusan", "code": "I005"}[name]
        if hint is str or (hint is Any and name == "value"):
            return text
        return text.encode("utf-8", "replace") if hint is bytes else self.given[hint]


def modules() -> Iterator[ModuleType]:
    """All modules below the rooms that make pages."""
    above = tuple(f"generator.{room}" for room in ("commands", "mkdocs_plugin", "publishing", "speed", "__main__"))
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.startswith(above):
            yield importlib.import_module(found.name)


def functions(world: World) -> Iterator[tuple[str, Use]]:
    """Every public function and method that takes text, and besides only what `world` can give."""
    for module in modules():
        for name, member in vars(module).items():
            if not name.startswith("_") and getattr(member, "__module__", "") == module.__name__:
                yield from _uses(world, f"{module.__name__}.{name}", member)


def _uses(world: World, name: str, member: Any) -> Iterator[tuple[str, Use]]:
    function = inspect.unwrap(member) if callable(member) else member
    if isinstance(member, type):
        owner = world.given.get(member, member)
        for inner, method in vars(member).items():
            bound = getattr(owner, inner, None)
            if not inner.startswith("_") and isinstance(method, FunctionType | classmethod) and inspect.ismethod(bound):
                yield from _uses(world, f"{name}.{inner}", bound)
    elif inspect.isroutine(function):
        told = get_type_hints(function, localns=FOR_TYPES)
        hints = {one: hint for one, hint in told.items() if one not in ("return", "self", "cls")}
        needed = {one for one, about in inspect.signature(function).parameters.items() if about.default is about.empty}
        try:
            taken = {one: world.argument(one, hint, "") for one, hint in hints.items() if one in needed or hint is str}
        except KeyError:
            return
        if any(value in ("", b"") for value in taken.values()):
            yield name, lambda text: _drained(member(**{one: world.argument(one, hints[one], text) for one in taken}))


def _drained(value: Any) -> None:
    if isinstance(value, Iterator):
        list(value)


def fields(world: World) -> Iterator[tuple[str, Use]]:
    """Every kind of value in every model of a file, alone in a document that is otherwise empty.

    Of several keys of one kind the first stands for all: what they do with a text is the same.
    """
    seen = set()
    for module in modules():
        for model in vars(module).values():
            if isinstance(model, type) and issubclass(model, Record) and model.__module__ == module.__name__:
                for key, info in ((str(info.alias), info) for info in model.model_fields.values()):
                    kind = re.sub("[0-9]+|'[a-z_]+'", "", repr((info.annotation, info.metadata)))
                    if kind not in seen:
                        yield from _of_field(world, model, key, info.annotation)
                    seen.add(kind)


def _of_field(world: World, model: type[BaseModel], key: str, annotation: Any) -> Iterator[tuple[str, Use]]:
    for wrap in _wraps(annotation):
        yield f"{model.__name__} {key}", _validated(world, model, lambda text, wrap=wrap: {key: wrap(text)})


def _wraps(annotation: Any) -> Iterator[Callable[[str], Any]]:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Annotated, Literal) or annotation in (str, int, float, bool):
        yield lambda text: text
    elif origin is tuple:
        yield from (lambda text, wrap=wrap: [wrap(text)] for wrap in _wraps(inner[0]))
    elif origin is dict:
        yield lambda text: {text: {}}
    elif not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        yield from (wrap for one in inner if one is not type(None) for wrap in _wraps(one))


def _validated(world: World, model: type[BaseModel], data: Callable[[str], Any]) -> Use:
    words = world.words if model.__module__.endswith("entry") else None

    def use(text: str) -> None:
        document = Document("berkas.yml", data(text), {}, "")
        validate(model, document, words)
        salvage(model, document, words)

    return use


#: Where in a file of YAML a text may stand.
YAML = (
    "{}", "nama: {}", 'nama: "{}"', "nama: '{}'", "masalah: |\n  {}", "# {}", "{}: a", "urusan: [{}]", "urusan:\n  - {}",
    "riwayat:\n  - tanggal: {}", "nama: a\n{}", "nama: a: b{}", "nama: {}\nringkasan: a: b",
)  # fmt: skip


def readers(world: World) -> Iterator[tuple[str, Use]]:
    """Files and forms that hold a text: YAML, the table of a recap, the issue form."""
    for place in YAML:
        yield f"YAML {place!r}", lambda text, place=place: _file(world, place.replace("{}", text))
    for heading in issue_form.HEADINGS:
        yield f"issue form, {heading}", lambda text, heading=heading: _issue(world, heading, text)
    columns = {(column.shape.kind, bool(column.owner)): column for column in Columns(world.registry).known}
    for column in columns.values():
        yield f"column {column.title}", lambda text, c=column: value_of(Cell(1, 1, text), c, world.given[Region])
    for number, title in enumerate(HEADER):
        yield f"CSV below {title}", lambda text, number=number: _csv(world, number, text)
    yield "CSV as titles", lambda text: _recap(world, f"Nama Inovasi;Bentuk\n{text}".encode("utf-8", "replace"))
    yield "CSV and nothing else", lambda text: _recap(world, text.encode("utf-8", "replace"))
    yield "workbook, in a cell", lambda text: _workbook(world, b"Kelas Ibu", escape(text))
    yield "workbook, behind its rows", lambda text: _workbook(world, b"</worksheet>", text)
    yield "report", _reported
    for key in ("perangkat_daerah", "tanggal", "isi", "lain"):
        yield (
            f"reply in a review, {key}",
            lambda text, key=key: _reviewed(YEAR, {"tanggapan": [REPLY]}, {"tanggapan": [{**REPLY, key: text}]}),
        )


def _file(world: World, text: str) -> None:
    raw = text.encode("utf-8", "replace")
    document, _ = read(raw, "berkas.yml", limit=layout.MAX_REGISTRY_BYTES)
    if document:
        validate(Entry, document, world.words)
        differences({}, document.data, world.words)
        entry_text(document.data)


def _issue(world: World, heading: str, text: str) -> None:
    body = "".join(f"### {one}\n\n{text if one == heading else 'a'}\n\n" for one in issue_form.HEADINGS)
    issue = {"number": 1, "state": "open", "labels": [{"name": issue_form.LABEL}], "body": body}
    event = {"action": "edited", "sender": {"type": "User"}, "issue": issue}
    asked = issue_form.read_proposal(event, world.words["perangkat_daerah"])
    if isinstance(asked, issue_form.RefusedForm):
        reply.refusal(asked.problems, Problems(), None, SETTINGS)


def _recap(world: World, raw: bytes) -> None:
    with suppress(UnreadableError):
        report.text(settle(recap(sheets(raw), world.known, Defaults()), Problems()), written=False)


def _csv(world: World, number: int, text: str) -> None:
    row = [*ROW[:number], text, *ROW[number + 1 :]]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEADER, row])
    _recap(world, out.getvalue().encode("utf-8", "replace"))


def _workbook(world: World, at: bytes, text: str) -> None:
    piece = text.encode("utf-8", "replace")
    _recap(world, changed(BOOK, "xl/worksheets/sheet1.xml", None, at, piece + at))


def _reported(text: str) -> None:
    problems = Problems([problem("I005", Place("berkas.yml", 1, 1), field=text, kolom=text)])
    for style in reporters.REPORTERS.values():
        style(problems)


def _reviewed(path: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """What a reviewer is told of a file of the registry."""
    change = RegistryChange("diubah", path, True, differences(before, after, {}, shapes(model_of(path))))
    for part in (registry_text.decisions, registry_text.tables):
        list(part([change], MARKDOWN))


def _all_changed(key: str, item: Callable[[str], Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Two states of a list of the registry, as long as it may be; every item differs, and none is where it was."""
    yield {key: [item(f"a{number}") for number in range(12_000)]}
    yield {key: [item(f"b{number}") for number in reversed(range(12_000))]}


def files(world: World) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Whole files that are small for what they ask: of the registry, and workbooks."""
    for name, text in (
        ("hidden signs on one line", "\x01\x02\u200b" * 100_000),
        ("hidden signs on many lines", "a: b\x01\n" * 70_000),
        ("unknown keys", "".join(f"kolom{number}: a\n" for number in range(24_000))),
        ("one line of 48,000 values", f"urusan: [{'a,' * 48_000}]"),
    ):
        limits = {"limit": layout.MAX_REGISTRY_BYTES, "nodes": layout.MAX_REGISTRY_NODES}
        yield name, lambda text=text, limits=limits: read(text.encode(), "berkas.yml", **limits)
    for name, path, key, item in (
        ("replies of one agency", YEAR, "tanggapan", lambda text: {**REPLY, "isi": text}),
        (
            "agencies of other names",
            layout.AGENCIES,
            "perangkat_daerah",
            lambda text: {"slug": text[1:], "nama_resmi": text},
        ),
        ("agencies that come and go", layout.AGENCIES, "perangkat_daerah", lambda text: {"slug": text}),
        ("corrections without an agency", layout.result_path(2026), "koreksi", lambda text: {"tanggal": text}),
        ("words that are no list", layout.TAXONOMY, "urusan", lambda text: text),
    ):
        yield f"review of {name}", lambda p=path, k=key, i=item: _reviewed(p, *_all_changed(k, i))
    titles = b"".join(b'<c t="inlineStr"><is><t>%s</t></is></c>' % title.encode() for title in HEADER)
    head = b"<row>%s</row>" % titles
    rows = [b'<row r="%d"><c r="XFD%d"/></row>' % (number, number) for number in range(2, 150_000)]
    sums = [b'<row r="%d"><c r="A%d"><f t="shared" si="0"/></c></row>' % (number, number) for number in range(3, 1_900)]
    formula = b'<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A9">%s1</f></c></row>' % (b"SUM(A1)+" * 900)
    for name, cells, behind in (
        ("what only looks like merged areas", head, b"<!--" + b"<mergeCell " * 60_000 + b"-->"),
        ("a merged area that comes a hundred thousand times", head, b'<mergeCell ref="A1:XFD1048576"/>' * 100_000),
        ("rows of one empty cell in the last column", head + b"".join(rows), b""),
        ("a long formula that many cells share", head + formula + b"".join(sums), b""),
    ):
        yield name, partial(_recap, world, _sheet(cells, behind))


def _sheet(cells: bytes, behind: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = b'<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (space, cells, behind)
    return changed(BOOK, "xl/worksheets/sheet1.xml", part)


def probes() -> Iterator[tuple[str, Use]]:
    """All of them: name and use."""
    world = World()
    yield from functions(world)
    yield from fields(world)
    yield from readers(world)


def limited(name: str, use: Callable[[], Any]) -> None:
    """Do one thing within its processor time; what it is stands on a line of the output before it begins."""
    print(name, flush=True)
    spent = resource.getrusage(resource.RUSAGE_SELF)
    until = int(spent.ru_utime + spent.ru_stime) + LIMIT
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
    with suppress(*REFUSALS):
        use()


def main() -> None:
    """Use everything with every text; of `all` with the longer ones too, and read the whole files."""
    everything = "all" in sys.argv
    for number, (name, use) in enumerate(probes()):
        longer = SIGNS if everything else SUSPECTS[number % len(SUSPECTS) :: len(SUSPECTS)]
        for about, text in (one for size in SIZES for one in texts(size, SIGNS if size == SIZES[0] else longer)):
            limited(f"{name}: {about}", lambda use=use, text=text: use(text))
    for name, use in files(World()) if everything else ():
        limited(name, use)


if __name__ == "__main__":
    main()
