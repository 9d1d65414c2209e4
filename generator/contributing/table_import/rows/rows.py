"""A row of a table -> the data of an entry, what of the row was not taken, and from which cell each value came."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.contributing.names import agency_called, without_mark
from generator.contributing.table_import.cells.leftovers import is_elsewhere
from generator.contributing.table_import.cells.reading import Defaults, Found, Reading, Titled, put
from generator.contributing.table_import.cells.region import DISTRICT_OFFICE, Region
from generator.contributing.table_import.cells.remark import Asked, RecapRow, RecapTable, about_budget_year
from generator.contributing.table_import.rows.credit import put_agency
from generator.contributing.table_import.rows.events import put_events
from generator.contributing.table_import.rows.lists import put_lists, says_year, typed, year_asked, year_unknown
from generator.contributing.table_import.rows.missing import missing
from generator.contributing.table_import.rows.own_rows import RecapForm
from generator.contributing.table_import.rows.row_values import row_values
from generator.contributing.table_import.words.columns import (
    AGENCY,
    BUDGET,
    EVENTS_KEY,
    SLUG,
    STAGE,
    SUMMARY,
    YEAR_ALONE,
)
from generator.contributing.table_import.words.synonyms import one_letter_off, surely
from generator.contributing.units import is_own_office, unit_kind_below
from generator.schema.shape import Shape, shapes
from generator.text.github import plain
from generator.text.spelling import folded

#: Where a summary is taken from where none is given (the national form has none), in this order: what it is comes
#: before what it is for.
_SUMMARY_FROM: Final = (("solusi", ""), ("solusi", "Tujuan: "), ("manfaat", ""))
#: What begins a text that does not yet say what an innovation is.
_NOT_YET = re.compile(
    r"\W*(?:[a-z0-9][.)]\s*)?(?:dasar hukum|latar belakang|permasalahan|isu strategis|undang)", re.IGNORECASE
)
_LONGEST_SUMMARY: Final = next(shape.limit for shape in shapes() if (shape.key,) == SUMMARY)
#: Where the whole of a summary goes that is too long to be one.
_LONG_TEXT: Final = "solusi"
_UNIT: Final = "unit"
_KIND: Final = "jenis"
_ABOUT_KIND: Final = "jenis unit"
_UNIT_KINDS: Final = "jenis_unit"
_SUGGESTED: Final = "usulan_penyusun"
_COUNTED = re.compile(r"(?<=\s)[2-9][.)]\s")
_SHORTEST_SENTENCE: Final = 4


def reading(
    table: RecapTable, row: RecapRow, region: Region, defaults: Defaults, form: RecapForm | None = None
) -> Reading:
    """Read one row that names an innovation, in our own form with what the sheets of lists say of it."""
    found = Reading(table, row, region, defaults)
    taken = list(row_values(found))
    put_agency(found, taken)
    _plain(found, taken)
    _prose(found, taken)
    put_lists(found, taken)
    if form:
        form.attach(found)
    put_events(found, taken)
    _summary(found, taken)
    _complete(found)
    _beside(found, taken)
    return found


def _plain(found: Reading, taken: list[Found]) -> None:
    """Values that stand alone or in a list of their own; of two columns for one list the lower rank comes first."""
    ranked = sorted(taken, key=lambda one: one[0].rank)
    firsts = {column.path for column, *_ in ranked if not column.rank}
    for column, at, values, _ in ranked:
        if column.rank and column.shape.most and column.path not in firsts:
            continue  # what stands beside the first is not the first: `_complete` asks for that
        if column.path == SLUG:
            found.slug = values[0]
            found.sources[SLUG] = at
        elif column.path == STAGE:
            found.stage, found.stage_words = at, _stage(found, at, values[0].strip())
        elif column.rank and column.shape.most and column.path[0] in found.data:
            found.data[column.path[0]] = list(dict.fromkeys([*found.data[column.path[0]], *values]))
            found.sources[(*column.path, column.rank)] = at
        elif (
            column.path[0] not in (AGENCY[0], EVENTS_KEY, *YEAR_ALONE)
            and not column.owner
            and column.shape.kind != "prosa"
        ):
            put(found.data, column.path, list(values) if column.shape.most else typed(values[0], column.shape))
            found.sources[column.path] = at


def _stage(found: Reading, at: Titled, text: str) -> str:
    """The words of a stage; the word that they are a letter away from, which is told."""
    words = found.region.words[STAGE[0]]
    slug = None if surely(text, STAGE[0], words) else one_letter_off(text, STAGE[0], words)
    if slug:
        found.tell(f'dibaca sebagai "{words[slug]}"', "betulkan isiannya bila bukan itu yang dimaksud", at, note=True)
    return words[slug] if slug else text


def _beside(found: Reading, taken: list[Found]) -> None:
    """What stands beside a first value that was only answered: `Urusan lain` where the main one is missing."""
    firsts = {column.path for column, *_ in taken if not column.rank}
    for column, at, values, _ in taken:
        key = column.path[0]
        if column.rank and column.shape.most and column.path not in firsts and isinstance(found.data.get(key), list):
            found.data[key] = list(dict.fromkeys([*found.data[key], *values]))
            found.sources[(*column.path, column.rank)] = at


def _prose(found: Reading, taken: list[Found]) -> None:
    """Long texts; a column that adds to another key comes behind it, under its own title."""
    for column, at, values, _ in sorted(taken, key=lambda one: one[0].rank):
        if column.shape.kind == "prosa" and column.path != STAGE:
            key = column.path[0]
            found.data[key] = "\n\n".join([*filter(None, [found.data.get(key)]), f"{column.lead}{values[0]}"])
            found.sources[(*column.path, column.lead) if column.lead else column.path] = at


def _summary(found: Reading, taken: list[Found]) -> None:
    """The first sentence of a summary that is too long, or of another text where the row has no summary."""
    given = next((one for one in taken if one[0].path == SUMMARY), None)
    if given:
        _shortened(found, given)
        return
    column = next((n for n, column in found.table.columns.items() if column.path == SUMMARY), 0)
    if column and (column in found.row.cells or found.defaults.reply(found.table.titles[column], found.name)):
        return  # it is damaged, or was answered
    why = "barisnya tidak mempunyai ringkasan" if column else "tabel tidak mempunyai kolom ringkasan"
    made: list[tuple[str, Titled]] = []
    for key, lead in _SUMMARY_FROM:
        given = next((one for one in taken if one[0].path == (key,) and one[0].lead == lead), None)
        none = given is None or _NOT_YET.match(given[2][0]) or is_elsewhere(given[2][0])
        sentence = _first_sentence(given[2][0]) if given and not none else ""
        made += [(sentence, given[1])] if given and 0 < len(sentence) <= _LONGEST_SUMMARY else []
    if made:  # two words say little
        sentence, at = next((one for one in made if len(one[0].split()) >= _SHORTEST_SENTENCE), made[0])
        _put_summary(found, sentence, at)
        note = f"kalimat pertamanya menjadi ringkasan, karena {why}"
        found.tell(note, "ganti ringkasannya bila kurang tepat", at, note=True)


def _shortened(found: Reading, given: Found) -> None:
    whole = given[2][0]
    sentence = _first_sentence(whole)
    if len(whole) > _LONGEST_SUMMARY >= len(sentence) and _LONG_TEXT not in found.data:
        _put_summary(found, sentence, given[1])
        found.data[_LONG_TEXT] = whole
        found.sources[(_LONG_TEXT,)] = given[1]
        note = f"lebih dari {_LONGEST_SUMMARY} karakter: kalimat pertamanya menjadi ringkasan, semuanya menjadi solusi"
        found.tell(note, "ganti ringkasannya bila kurang tepat", given[1], note=True)


def _put_summary(found: Reading, sentence: str, at: Titled) -> None:
    found.data[SUMMARY[0]] = sentence
    found.data[_SUGGESTED] = list(dict.fromkeys([*found.data.get(_SUGGESTED, []), SUMMARY[0]]))
    found.made.add(SUMMARY[0])
    found.sources[SUMMARY] = at


def _first_sentence(text: str) -> str:
    """A full stop ends a sentence of four words; before that it belongs to an abbreviation."""
    line = " ".join(without_mark(text).split())
    ends = [at + 1 for at, sign in enumerate(line) if sign in ".!?" and line[at + 1 : at + 2] in ("", " ")]
    if counted := _COUNTED.search(line, 1):  # the first point of a list
        ends = [end for end in ends if end < counted.start()] or [counted.start()]
        return line[: ends[-1]].strip()
    return next((line[:end] for end in ends if line.count(" ", 0, end) >= _SHORTEST_SENTENCE - 1), line)


def _complete(found: Reading) -> None:
    """Tell the required keys that are empty; drop groups that lack theirs, and tell their cells."""
    titles = {column.path[0]: found.table.titles[n] for n, column in found.table.columns.items()}
    _kind_of_unit(found)
    for shape in shapes():
        required = shape.required and shape.key != EVENTS_KEY
        if required and shape.key not in found.data and (shape.key,) not in found.sources:
            missing(found, shape, titles.get(shape.key, shape.label))
        if shape.inner and shape.key in found.data and shape.key != EVENTS_KEY:
            _whole(found, shape)


def _kind_of_unit(found: Reading) -> None:
    """The kind of a unit whose name begins with it: `Puskesmas Kubu`, `Seksi Pelayanan`."""
    unit = found.data.get(_UNIT, {})
    name = unit.get("nama", "") if len(unit) == 1 else ""
    title = found.sources[_UNIT, "nama"][1] if name else ""
    district = found.agency.startswith(DISTRICT_OFFICE) and is_own_office(name)
    if name and (district or agency_called(name, found.region.registry, found.region.name) == found.agency != ""):
        del found.data[_UNIT]
        reason = "kantor perangkat daerah itu sendiri, bukan unitnya"
        found.tell(reason, "isi unitnya bila ada", found.sources.pop((_UNIT, "nama")), note=True)
        return
    # `Desa / Unit` does not say which of both a name is.
    kind = unit_kind_below(name, "" if _UNIT in folded(title).split() else title) if name else ""
    kinds = found.region.words.get(_UNIT_KINDS, {})
    reply = found.defaults.reply(title, _ABOUT_KIND) if name and not kind else None
    kind = kind or next((one for one, label in kinds.items() if reply and folded(label) == folded(reply)), "")
    slug = next((one for one in (kind, "lainnya") if kind and one in kinds), "")
    if slug:
        found.data[_UNIT] = {_KIND: slug, "nama": name}
        at = found.sources[_UNIT, "nama"]
        found.tell(f'jenis unitnya dibaca "{kinds[slug]}"', "betulkan bila bukan itu", at, note=True)


def _whole(found: Reading, shape: Shape) -> None:
    value = found.data[shape.key]
    groups = value.values() if shape.keyed else value if isinstance(value, list) else [value]
    lacking = [label for group in groups for label in _lacking(group, shape.inner)]
    if lacking:
        del found.data[shape.key]
        told = {remark.address for remark in found.remarks if not remark.note}
        cells = {at[0].address: at for path, at in found.sources.items() if path[0] == shape.key}
        paths = {column.path for column in found.table.columns.values()}
        no_year = shape.key == BUDGET[0] and not says_year(found)
        titles = [at[1] for at in cells.values()]
        if no_year and year_unknown(found, titles):
            reason = "tahun anggarannya tidak diketahui, menurut jawaban; tidak disimpan"
            found.tell(reason, "isi tahunnya, bila diketahui", next(iter(cells.values()), None), note=True)
            return
        for at in (at for address, at in cells.items() if address not in told):
            # One question for the sums and whatever stands beside them.
            asked = _budget_year(found, year_asked(found, [at[1], *titles])) if no_year else None
            asked = _kinds_of_units(found, at[1]) if shape.key == _UNIT and (_UNIT, _KIND) not in paths else asked
            found.tell(f'kelompok "{shape.label}" belum lengkap', f'isi juga "{lacking[0]}"', at, asked=asked)


def _kinds_of_units(found: Reading, title: str) -> Asked:
    """Of which kind the units of a column are whose names do not say it."""
    text = f'Kolom "{plain(title)}": jenis unit apa yang namanya tidak menyebut jenisnya?'
    return Asked(title, _ABOUT_KIND, tuple(found.region.words.get(_UNIT_KINDS, {}).values()), text)


def _budget_year(found: Reading, title: str) -> Asked:
    own = [str(event["tanggal"])[:4] for event in found.data.get(EVENTS_KEY, ()) if EVENTS_KEY not in found.made]
    years = dict.fromkeys([*([str(found.table.year)] if found.table.year else []), *own])
    return Asked(title, about_budget_year(found.table.sheet), tuple(years))


def _lacking(group: Mapping[str, Any], inner: tuple[Shape, ...]) -> Iterator[str]:
    for shape in inner:
        value = group.get(shape.key)
        if shape.required and value is None:
            yield shape.label
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                yield from _lacking(one, shape.inner)
