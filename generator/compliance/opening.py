"""Opening a year: the rules of the year before with all that is doubtful in them, nothing that was its own."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from generator import layout
from generator.catalogue.registry import Registry
from generator.compliance.doubts import clauses, gaps
from generator.compliance.record import as_typed, as_yaml
from generator.dates import spoken
from generator.reading import document
from generator.reading.document import Document
from generator.reading.spots import DataPath
from generator.schema.reference import Reference
from generator.schema.refusals import validate
from generator.schema.registry import Clause, DayClause, LegalBasis, ObligationFile

#: What belongs to one year alone.
_OWN: Final = ("tenggat", "pengecualian", "tanggapan")
_LONGEST_NOTE: Final = 500  # `Clause.note`
_MOST_SOURCES: Final = 20  # `LegalBasis.sources`
#: What an earlier opening wrote: of the year before it nobody needs to know.
_CARRIED: Final = re.compile(r"\s*Aturan \d{4} dianggap berlaku juga pada \d{4}; .*\Z")
_Clause = TypeVar("_Clause", bound=Clause)
_OPENED: Final = re.compile(r"# Dibuka dari \d{4}\.yml\b")


def refusal(registry: Registry, year: int) -> str:
    """Why `year` cannot be opened from the year before it, or ""."""
    target = layout.obligation_path(year)
    if year in registry.obligations:
        return f"{target} sudah ada. Isi dengan katalog record rules --year {year}."
    if not any(earlier < year for earlier in registry.obligations):
        return f"Belum ada aturan tahun sebelum {year} yang dapat dibawa; tulis {target} dari naskah edaran."
    if year - 1 not in registry.obligations:
        return f"Aturan {year - 1} belum dicatat. Buka {year - 1} dahulu, agar tidak ada tahun yang terlewat."
    return ""


def opened(old: ObligationFile, year: int) -> ObligationFile:
    """What `year` begins with: the rules of `old` from its first day on, and nothing that was only read for `old`."""
    bare = {
        name: _carried(getattr(old.rules, name), old.year) for name in ("minimum", "counted", "partners_count", "bound")
    }
    others = tuple(_carried(clause, old.year) for clause in old.rules.others)
    rules = old.rules.model_copy(update={**bare, "start": _start(old, year), **({"others": others} if others else {})})
    own = {"deadline": None, "exemptions": (), "replies": ()}
    return old.model_copy(update={"year": year, "legal_basis": _basis(old), "rules": rules, **own})


def year_text(before: Document, old: ObligationFile, year: int) -> str:
    """The file of `year` (YAML): `before`, whose content is `old`, with comments and order kept.

    Raises ValueError if the lines of `before` do not allow it: several keys of the file on one line.
    """
    new = opened(old, year)
    lines = _edited(before, _edits(old, new))
    first = next(number for number, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    text = "\n".join([*_head(old.year, year, lines[:first]), *lines[first:], ""])
    if year_read(text, year) != new:
        raise ValueError(before.file)
    return text


def uncertain(obligation: ObligationFile) -> Iterator[str]:
    """What is not known of the legal text, and each rule that was not read in it, in words."""
    basis = obligation.legal_basis
    yield from (f"{basis.kind}: {gap}" for gap in gaps(basis))
    yield from (f"{clause.basis}: {clause.note}" for clause in clauses(obligation.rules) if clause.basis != "dibaca")


def _basis(old: ObligationFile) -> LegalBasis:
    """A circular with a number was one year's: nobody knows yet of one for the next, so it becomes a source."""
    basis = old.legal_basis
    if not (basis.number or basis.date or basis.text):
        return basis
    named = " ".join(filter(None, (basis.kind, basis.number)))
    title = ", ".join(filter(None, (named, spoken(basis.date) if basis.date else "")))
    note = f"Dasar kewajiban {old.year}; belum dipastikan berlaku pada tahun ini."
    source = Reference.model_validate({"judul": title, "url": basis.text, "keterangan": note})
    sources = (source, *basis.sources)[:_MOST_SOURCES]
    return basis.model_copy(update={"number": None, "date": None, "text": None, "sources": sources})


def _carried(clause: _Clause, old: int) -> _Clause:
    """A rule that was read in the text of the year before is assumed for the next."""
    if clause.basis != "dibaca":
        return clause
    note = _joined(clause.note, f"Dibaca dalam naskah {old}; untuk tahun ini asumsi.")
    return clause.model_copy(update={"basis": "asumsi", "note": note})


def _start(old: ObligationFile, year: int) -> DayClause:
    """The duty holds from the year's first day on: nobody has read so, hence assumed, beside what was said before."""
    chosen = f"Aturan {old.year} dianggap berlaku juga pada {year}; mulai 1 Januari {year} adalah asumsi."
    note = _joined(_CARRIED.sub("", old.rules.start.note), chosen)
    return DayClause.model_validate({"nilai": f"{year}-01-01", "dasar": "asumsi", "keterangan": note})


def _joined(said: str, added: str) -> str:
    """What a rule says, then what opening adds: that is never cut."""
    return f"{textwrap.shorten(said, _LONGEST_NOTE - len(added) - 1, placeholder=' ...')} {added}".strip()


def _edits(old: ObligationFile, new: ObligationFile) -> dict[DataPath, list[str]]:
    """The lines of each key whose value is another, the rules one by one; of what is a year's own always."""
    before, after = as_typed(old), as_typed(new)
    edits = {(key,): _lines_of({key: after[key]}) for key in after if key in _OWN or after[key] != before.get(key)}
    del edits["aturan",]
    was, rules = before["aturan"], after["aturan"]
    rules["berlaku_mulai"]["nilai"] = new.rules.start.value.first  # a day, not a text, is written without quotes
    return edits | {("aturan", key): _lines_of({key: rules[key]}) for key in rules if rules[key] != was.get(key)}


def _lines_of(data: Mapping[str, Any]) -> list[str]:
    return as_yaml(data).splitlines()


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


def year_read(text: str, year: int) -> ObligationFile | None:
    """What the text of a year's file says; None if that is not a year."""
    path = layout.obligation_path(year)
    found, _ = document.read(text.encode(), path, limit=layout.MAX_REGISTRY_BYTES, nodes=layout.MAX_REGISTRY_NODES)
    return validate(ObligationFile, found, None)[0] if found else None
