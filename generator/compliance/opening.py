"""Opening a year: the rules of the year before with all that is doubtful in them, nothing that belonged to it alone."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator import layout
from generator.catalogue.registry import Registry
from generator.compliance.doubts import clauses, gaps
from generator.reading import document
from generator.reading.document import DataPath, Document
from generator.schema.refusals import validate
from generator.schema.registry import DayClause, ObligationFile

#: What belongs to one year alone, and how its absence is written.
_OWN: Final = {"tenggat": "null", "pengecualian": "[]", "tanggapan": "[]"}
_START: Final = ("aturan", "berlaku_mulai")
_LONGEST_NOTE: Final = 500  # `Clause.note`
#: What an earlier opening wrote: of the year before it nobody needs to know.
_CARRIED: Final = re.compile(r"\s*Aturan \d{4} dianggap berlaku juga pada \d{4}; .*\Z")
_OPENED: Final = re.compile(r"# Dibuka dari \d{4}\.yml\b")


def refusal(registry: Registry, year: int) -> str:
    """Why `year` cannot be opened from the year before it, or ""."""
    target = layout.obligation_path(year)
    if year in registry.obligations:
        return f"{target} sudah ada. Ubah isinya di berkas itu."
    if not any(earlier < year for earlier in registry.obligations):
        return f"Belum ada aturan tahun sebelum {year} yang dapat dibawa; tulis {target} dari naskah edaran."
    if year - 1 not in registry.obligations:
        return f"Aturan {year - 1} belum dicatat. Buka {year - 1} dahulu, agar tidak ada tahun yang terlewat."
    return ""


def opened(old: ObligationFile, year: int) -> ObligationFile:
    """What `year` begins with: the rules of `old` and how far each is known, from the first day of `year` on."""
    rules = old.rules.model_copy(update={"start": _start(old, year)})
    own = {"deadline": None, "exemptions": (), "replies": ()}
    return old.model_copy(update={"year": year, "rules": rules, **own})


def year_text(before: Document, old: ObligationFile, year: int) -> str:
    """The file of `year` (YAML): `before`, whose content is `old`, with comments and order kept.

    Raises ValueError if the lines of `before` do not allow it: several keys of the file on one line.
    """
    new = opened(old, year)
    edits: dict[DataPath, list[str]] = {("tahun",): [f"tahun: {year}"], _START: _written(new.rules.start)}
    edits |= {(name,): [f"{name}: {empty}"] for name, empty in _OWN.items()}
    lines = _edited(before, edits)
    first = next(number for number, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    text = "\n".join([*_head(old.year, year, lines[:first]), *lines[first:], ""])
    if _read(text, year) != new:
        raise ValueError(before.file)
    return text


def uncertain(obligation: ObligationFile) -> Iterator[str]:
    """What is not known of the legal text, and each rule that was not read in it, in words."""
    basis = obligation.legal_basis
    yield from (f"{basis.kind}: {gap}" for gap in gaps(basis))
    yield from (f"{clause.basis}: {clause.note}" for clause in clauses(obligation.rules) if clause.basis != "dibaca")


def _start(old: ObligationFile, year: int) -> DayClause:
    """The duty holds from the year's first day on: nobody has read so, hence assumed, beside what was said before."""
    chosen = f"Aturan {old.year} dianggap berlaku juga pada {year}; mulai 1 Januari {year} adalah asumsi."
    said = _CARRIED.sub("", old.rules.start.note)
    said = textwrap.shorten(said, _LONGEST_NOTE - len(chosen) - 1, placeholder=" ...")
    note = {"nilai": f"{year}-01-01", "dasar": "asumsi", "keterangan": f"{said} {chosen}".strip()}
    return DayClause.model_validate(note)


def _written(start: DayClause) -> list[str]:
    note = json.dumps(start.note, ensure_ascii=False)
    inner = (f"nilai: {start.value}", f"dasar: {start.basis}", f"keterangan: {note}")
    return ["berlaku_mulai:", *(f"  {line}" for line in inner)]


def _edited(before: Document, edits: Mapping[DataPath, list[str]]) -> list[str]:
    """The lines of the file with those of each path replaced, the last first; what is not there comes at the end."""
    lines = before.text.splitlines()
    there = [path for path in before.spots if path in edits]
    for path in sorted(there, key=lambda path: before.spots[path].key, reverse=True):
        indent = " " * (before.spots[path].key[1] - 1)
        lines[_lines(before, path, lines)] = [f"{indent}{line}" for line in edits[path]]
    return lines + [line for path, new in edits.items() if path not in there for line in new]


def _lines(before: Document, path: DataPath, lines: Sequence[str]) -> slice:
    """The lines of a key and its value; comments behind them belong to what follows."""
    first = before.spots[path].key[0] - 1
    others = (spot.key[0] - 1 for other, spot in before.spots.items() if other[: len(path)] != path)
    end = min((line for line in others if line > first), default=len(lines))
    while end > first + 1 and lines[end - 1].lstrip()[:1] in ("", "#"):
        end -= 1
    return slice(first, end)


def _head(old: int, year: int, lines: Sequence[str]) -> Iterator[str]:
    """The comment above the first key, told of the new year, and where the file comes from."""
    for line in lines:
        if not _OPENED.match(line):
            yield re.sub(rf"\btahun {old}\b", f"tahun {year}", line)
    yield f"# Dibuka dari {old}.yml: setiap aturan dan keraguannya dibawa, belum dibaca ulang untuk {year}."


def _read(text: str, year: int) -> ObligationFile | None:
    path = layout.obligation_path(year)
    found, _ = document.read(text.encode(), path, limit=layout.MAX_REGISTRY_BYTES, nodes=layout.MAX_REGISTRY_NODES)
    return validate(ObligationFile, found, None)[0] if found else None
