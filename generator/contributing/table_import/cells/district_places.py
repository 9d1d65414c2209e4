"""Districts and places in one cell, as offices write them: `Kec. Kubu dan Terentang`, `Ds. Kapur, Kec. Kubu`."""

import re
from typing import Final

from generator.contributing.answers.outcome import Taken
from generator.contributing.table_import.cells.choices import chosen
from generator.contributing.table_import.cells.places import DISTRICTS, PLACE
from generator.contributing.table_import.cells.reading import Found, Reading, Titled
from generator.contributing.table_import.words.columns import RecapColumn
from generator.schema.fields import one_line
from generator.schema.shape import shapes
from generator.text.spelling import folded

_MARK: Final = r"(?<![^\W_])(?:kecamatan|kec)(?![^\W_])\.? ?"
#: The districts behind their mark, up to the next sign, to a place that says itself what it is, or to the region.
_ENDS: Final = rf" ?[;/(),:|–]| - | (?:desa|ds|kelurahan|kel|dusun|kab|kabupaten|kota)\b|{_MARK}"
_DISTRICT = re.compile(rf"(?:\bdi )?{_MARK}((?:(?!{_ENDS}).){{2,60}})", re.IGNORECASE)
_ANY_MARK = re.compile(rf"(?:\bdi )?{_MARK}", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|/|&|\bdan\b)\s*", re.IGNORECASE)
#: Signs and words that are left of a place without its district.
_AROUND: Final = " ,;:/|–-."
_EMPTY = re.compile(r"\(\s*\)|(?<![^\W_])(?:kab|kabupaten|kota)\.? [a-z ]{2,40}\Z", re.IGNORECASE)
_LEFT = re.compile(r"^(?:dan|di|serta)\b|\b(?:dan|di|serta)$", re.IGNORECASE)
#: A title that asks for both: `Desa/Kecamatan`.
_BOTH = re.compile(r"(?=.*\b(?:desa|kelurahan|kel|ds|tempat|lokasi)\b)(?=.*\b(?:kecamatan|kec)\b)")
_LONGEST: Final = 200


def _column(path: tuple[str, str]) -> RecapColumn:
    shape = next(inner for one in shapes() if one.key == path[0] for inner in one.inner if inner.key == path[1])
    return RecapColumn(path, shape.label, shape.help, shape, titled=shape.label)


_COLUMNS: Final = {path: _column(path) for path in (DISTRICTS, PLACE)}


def places_in(found: Reading, column: RecapColumn, text: str, at: Titled) -> list[Found]:
    """The districts that a cell of places or districts names, and the place beside them; [] for any other. It is told.

    A row that has its districts in a column of their own keeps its place as it stands.
    """
    plain = one_line(text)
    if found.table.is_form or len(plain) > _LONGEST or _filled_elsewhere(found, column, at):
        return []
    only = _districts(found, _ANY_MARK.sub(" ", plain)) if _ANY_MARK.search(plain) else ()
    if len(only) == len(_AND.findall(plain)) + 1:  # `Kubu, Kec. Kubu` is a village and its district
        return [] if column.path == DISTRICTS else _both(found, only, "", at)
    marks = [(one, slugs) for one in _DISTRICT.finditer(plain) if (slugs := _districts(found, one[1]))]
    if not marks or len(marks) != len(_ANY_MARK.findall(plain)):
        return _by_order(found, plain, at)
    rest = plain
    for one, _ in reversed(marks):
        rest = f"{rest[: one.start()]} {rest[one.end() :]}"
    rest = _LEFT.sub("", " ".join(_EMPTY.sub(" ", rest).split()).strip(_AROUND)).strip(_AROUND + "()")
    slugs = tuple(dict.fromkeys(slug for _, said in marks for slug in said))
    if column.path == DISTRICTS and not rest:
        return []
    if rest and len(marks) > 1:  # which village is of which district only the whole says
        rest = plain
    return _both(found, slugs, rest, at)


def _both(found: Reading, slugs: tuple[str, ...], place: str, at: Titled) -> list[Found]:
    names = ", ".join(found.region.words[DISTRICTS[-1]][slug] for slug in slugs)
    beside = f' dan tempat "{place}"' if place else ", bukan nama tempat"
    found.tell(f"disimpan sebagai kecamatan lokasi: {names}{beside}", "betulkan bila bukan itu", at, note=True)
    more: list[Found] = [(_COLUMNS[PLACE], at, (place,), "")] if place else []
    return [(_COLUMNS[DISTRICTS], at, slugs, ""), *more]


def _by_order(found: Reading, plain: str, at: Titled) -> list[Found]:
    """`Punggur, Sungai Kakap` below a title that asks for both: the last is the district, where the first is none."""
    parts = [part.strip() for part in re.split(r"[,/]| [-–] ", plain) if part.strip()]
    if len(parts) != len(("place", "district")) or not _BOTH.match(folded(at[1])):
        return []
    slugs = [_districts(found, part) for part in parts]
    return _both(found, slugs[1], parts[0], at) if slugs[1] and not slugs[0] else []


def _districts(found: Reading, names: str) -> tuple[str, ...]:
    value = chosen(_AND.sub("\n", names.strip(_AROUND)), _COLUMNS[DISTRICTS], found.region)
    return value.values if isinstance(value, Taken) and not value.left and not value.note else ()


def _filled_elsewhere(found: Reading, column: RecapColumn, at: Titled) -> bool:
    """Whether the row has its districts, or its place, in another column of the table."""
    others = (n for n, one in found.table.columns.items() if one.path in (DISTRICTS, PLACE) and one != column)
    return any((cell := found.row.cells.get(n)) and cell.address != at[0].address for n in others)
