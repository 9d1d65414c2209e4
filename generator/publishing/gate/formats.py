"""One file that is no page: it can be read again, lists what it should, and holds no data of persons."""

import csv
import gzip
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from generator import addresses
from generator.catalogue import picture_file
from generator.contributing.table_import.files import delimited
from generator.layout import PICTURE_SUFFIXES
from generator.publishing.gate import Facts, Plan
from generator.publishing.gate.links import target
from generator.publishing.gate.personal import PersonalData, strings
from generator.text.personal_shapes import SHAPES_KEY

#: What a search shows: of an innovation, at `inovasi/<slug>/`, and of other pages.
_RESULTS: Final = addresses.search_entry("").removesuffix(".json")
_ENTRY_PARTS: Final = 3
#: Where the words of a search are listed by their beginnings: years beside each other are no number of a person.
_WORDS: Final = f"{addresses.SEARCH}indeks.json"
_STARTS: Final = ("kata", "ejaan")
#: What tells a row of a table for people.
_READ: Final = "Alamat tetap"
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_FETCHED = re.compile(r"""(?:@import\s*(?:url\()?|url\()\s*["']?([^"');]*)""", re.IGNORECASE)
#: What a person may lay into `docs/` beside pages: what nobody runs and what can be looked into.
LOOSE: Final = frozenset((*PICTURE_SUFFIXES, ".csv", ".txt", ".json", ".xlsx"))


class Read(NamedTuple):
    """What was read of a file: its texts, one name for each row that it lists, and the addresses it mentions."""

    texts: Iterable[str] = ()
    records: Iterable[str] = ()
    references: Iterable[str] = ()


def judge(path: str, content: bytes, plan: Plan, personal: PersonalData) -> Facts:
    """The facts of the file at `path`; what cannot be read again is refused, and so is an unknown kind of file."""
    kind = path[path.rfind(".") :].lower() if "." in path else ""
    if kind not in _READERS or (path in plan.loose and kind not in LOOSE):
        return Facts([f"berkas {kind or 'tanpa akhiran nama'} tidak boleh terbit"])
    try:
        read = Read(*map(list, _READERS[kind](path, content)))
        told = picture_file.hidden(content) if path in plan.loose and kind in PICTURE_SUFFIXES else ()
    except Exception:  # noqa: BLE001 - whatever the reason is, others cannot read it either
        return Facts(["tidak dapat dibaca kembali"])
    facts = Facts(personal.problems(read.texts), records=tuple(read.records))
    facts.problems += [f"gambar menyimpan {what}" for what in told]
    for reference in read.references:
        _refer(path, reference, plan, facts)
    return facts


def _refer(path: str, reference: str, plan: Plan, facts: Facts) -> None:
    try:
        file = target(path, reference, plan.site)
    except ValueError as error:
        facts.problems.append(f"alamat {error}")
        return
    if file:
        facts.links.add(file)
    else:
        facts.problems.append("menyebut alamat di luar situs ini")


def _json(path: str, content: bytes) -> Read:
    data = json.loads(content, object_pairs_hook=_told_once)
    records = _records(path, data)
    if path == addresses.FORM_DATA:
        del data[SHAPES_KEY]  # what numbers of persons look like looks like one
    if path == _WORDS:
        data |= {name: data[name].split() for name in _STARTS if name in data}
    leads = [f"../../{data['alamat']}"] if path.startswith(_RESULTS) and data["alamat"] else []
    return Read(strings(data), records, leads)


def _told_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose values another hides. Raises ValueError."""
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a key comes twice")
    return told


def _records(path: str, data: Any) -> list[str]:
    folder, _, name = path.rpartition("/")
    if path == addresses.FILTERS:
        return _cut(data["kunci"], len(data["bulan"]))
    if f"{folder}/" == addresses.FORM_ADDRESSES:
        return [slug for slug, where in data.items() if "/" not in where]
    if path.startswith(_RESULTS):
        parts = data["alamat"].split("/")
        return parts[1:2] if len(parts) == _ENTRY_PARTS and data["alamat"].startswith(addresses.INNOVATIONS) else []
    if f"{folder}/" == addresses.DATA and name != "skema.json" and name.endswith(".json"):
        return [_name(row) for row in data[name.removesuffix(".json").replace("-", "_")]] if "tentang" in data else []
    return [data["inovasi"]["slug"]] if f"{folder}/" == f"{addresses.DATA}inovasi/" and "inovasi" in data else []


def _cut(joined: str, rows: int) -> list[str]:
    """`joined` in as many pieces of one length as there are rows."""
    width = len(joined) // max(rows, 1)
    return [joined[at : at + width] for at in range(0, len(joined), width or 1)]


def _name(row: Mapping[str, Any]) -> str:
    """What tells a row of an open table from all others."""
    known = next((row[key] for key in ("slug", _READ) if key in row), None)
    return str(known if known is not None else f"{row['tahun']}/{row['perangkat_daerah']}")


def _csv(path: str, content: bytes) -> Read:
    """Commas, or semicolons as Indonesian spreadsheets write them; every row as wide as the first."""
    text = content.decode("utf-8-sig")
    head = text.partition("\n")[0]
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True))
    if {len(row) for row in rows} != {len(rows[0])}:
        raise ValueError(path)
    ours = path.startswith(addresses.DATA)
    return Read(
        (cell for row in rows for cell in row),
        (_name(dict(zip(rows[0], row, strict=True))) for row in rows[1:]) if ours else (),
    )


def _xml(path: str, content: bytes) -> Read:
    """A feed or the sitemap; any other XML could be a page."""
    root = fromstring(content)
    texts = [*root.itertext(), *(value for element in root.iter() for value in element.attrib.values())]
    if root.tag == f"{_ATOM}feed":
        return Read(texts, (), [element.get("href") for element in root.iter(f"{_ATOM}link")])
    if root.tag == f"{_SITEMAP}urlset":
        places = [element.text for element in root.iter(f"{_SITEMAP}loc")]
        return Read((), places, places)
    raise ValueError(path)


def _packed(path: str, content: bytes) -> Read:
    return _xml(path, gzip.decompress(content))


def _sheet(path: str, content: bytes) -> Read:
    """Our own workbooks are read by the faster of two readers, and have no longest size."""
    if path.startswith(addresses.DATA) or path == addresses.TEMPLATE_XLSX:
        return Read(_texts_of_book(content))
    return Read(cell.text for sheet in delimited.sheets(content) for cell in sheet.cells.values())


def _texts_of_book(content: bytes) -> Iterator[str]:
    import python_calamine  # noqa: PLC0415 - only a build needs it

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            yield from (value for value in row if isinstance(value, str) and value)


def _text(_: str, content: bytes) -> Read:
    return Read([content.decode("utf-8-sig")])


def _style(_: str, content: bytes) -> Read:
    return Read((), (), _FETCHED.findall(content.decode()))


def _unread(_: str, __: bytes) -> Read:
    """Pictures are no text and looked into elsewhere; our programs by those who write them; a PDF as its page."""
    return Read()


_READERS: Final[Mapping[str, Callable[[str, bytes], Read]]] = {
    ".json": _json,
    ".jsonld": _json,
    ".webmanifest": _json,
    ".csv": _csv,
    ".xml": _xml,
    ".gz": _packed,
    ".xlsx": _sheet,
    ".txt": _text,
    ".yml": _text,
    ".css": _style,
    **dict.fromkeys((".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".woff2", ".pdf"), _unread),
}
