"""Whose innovation a row is: the agency of its own cell, of its group, of the command or of the sheet; and the unit."""

from typing import Final

from generator.contributing.names import agency_called, names_office
from generator.contributing.table_import.cells.completions import FILL_IN
from generator.contributing.table_import.cells.places import DISTRICTS, PLACE
from generator.contributing.table_import.cells.reading import Found, Reading, Titled, put
from generator.contributing.table_import.cells.region import DISTRICT_OFFICE, OWN_OFFICES
from generator.contributing.table_import.cells.remark import Asked
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.whose_table import (
    KINDS,
    VILLAGES,
    district_of_village,
    named_outside,
    over_unit,
    put_unit,
)
from generator.contributing.table_import.words.columns import AGENCY, AGENCY_LABEL, NAME, OF_DISTRICTS
from generator.contributing.table_import.words.title_signs import GIVER, OTHER_OFFICE, OWN_OFFICE
from generator.contributing.units import (
    agencies_like,
    agency_and_unit,
    agency_over,
    is_of_province,
    is_own_office,
    is_unit_of,
    may_be_below,
    unit_kind,
    unit_name,
)
from generator.text.github import plain
from generator.text.spelling import folded

_UNIT: Final = "unit"
_UNIT_NAME: Final = (_UNIT, "nama")
_DISTRICTS: Final = frozenset(["kecamatan", "nama kecamatan"])
#: How the column begins that says who does it.
_EXECUTOR: Final = "pelaksana"
_IF_NOT: Final = "isi perangkat daerahnya bila bukan itu"
_FILL_IN_OFFICE: Final = f"isi kolom perangkat daerah, atau {FILL_IN}"
_UNKNOWN: Final = "perangkat daerah ini tidak ada dalam daftar"


def put_agency(found: Reading, taken: list[Found]) -> None:
    """The agency of its own cell, of the group's first row, of the heading above, of the command, of the sheet."""
    given = next(((at, values[0]) for column, at, values, _ in taken if column.path == AGENCY), None)
    own = given is not None
    titles = (found.table.titles[n] for n, column in found.table.columns.items() if column.path == AGENCY)
    title, group = next(titles, AGENCY_LABEL), found.row.above or found.row.band
    if given is None and group:
        given = (group, title), group.text
        reason = f"perangkat daerahnya diambil dari {group.address}"
        found.tell(reason, "isi kolomnya bila bukan itu", None, note=True)
    units = _has_unit(taken)
    if given is not None:
        found.sources[AGENCY] = given[0]
        _named(found, given[0], given[1].strip(), units=units)
        if group and group is given[0][0]:
            _of_several(found, group)
        if found.agency.startswith(DISTRICT_OFFICE) and folded(given[0][1]) in _DISTRICTS and given[0][0].shared:
            _of_executor(found)
    elif found.row.unsure:
        _unsure(found, title, found.row.unsure)
    else:
        _elsewhere(found, title, taken)
    if found.row.unit and found.agency and not units and _UNIT not in found.data and unit_name(found.row.unit.text):
        put_unit(found, (found.row.unit, title), unit_name(found.row.unit.text), told=False)
    _village(found, taken)
    _of_other_office(found, own=own)
    found.refused |= not found.agency


def _named(found: Reading, at: Titled, text: str, *, units: bool) -> None:
    """The agency that a text names, or that was answered for it; a unit that is named in its place is kept."""
    registry, name = found.region.registry, found.region.name
    written = at[0].text.strip()
    own = found.defaults.reply(at[1], f"{at[0].address}: {text}")
    reply = own or found.defaults.reply(at[1], written) or found.defaults.reply(at[1], text)
    found.agency = agency_called(reply or text, registry, name) or _of_district(found, at[1], text) or ""
    # Who had the idea is no part of the office that it is now with.
    unit = unit_name(written) if reply and unit_kind(written) and not GIVER.fullmatch(folded(at[1])) else ""
    if not found.agency and (both := agency_and_unit(reply or text, registry, name)):
        found.agency, unit = both[0], unit_name(both[1])
    over = found.row.whose
    if not (found.agency or reply) and over and unit_kind(text) and may_be_below(text, registry.agencies[over].names):
        found.agency, unit = over, text  # `Unit Kerja` in a table of one office
        found.tell(f'unit dari "{registry.agencies[over].name}", menurut judul tabel', _IF_NOT, at, note=True)
    elif not (found.agency or reply or over) and (above := _sure_over(found, at, text) or _below_band(found, at, text)):
        found.agency, unit = above, unit_name(text)
        found.tell(f'unit dari "{registry.agencies[above].name}"', _IF_NOT, at, note=True)
    if not (found.agency or reply) and (beside := found.region.office_beside(text)):
        found.agency = beside
        reason = f'dibaca sebagai "{registry.agencies[beside].name}"; pihak lain di sel ini tidak disimpan'
        found.tell(reason, "tulis pihak lainnya pada kolom kolaborator", at)
    if not found.agency:
        _ask_for_agency(found, at, text)
    elif unit:
        put_unit(found, at, unit, told=units)
    elif reply:
        found.tell("perangkat daerahnya menurut jawaban; tulisan di sel ini tidak disimpan", "", at, note=True)


def _ask_for_agency(found: Reading, at: Titled, text: str) -> None:
    """Which agency a text means; that of the whole region names none, and is asked of each innovation."""
    cure = "tulis nama resmi, nama pendek, nama lain, atau nama foldernya; unit di bawahnya pada kolom unit"
    options, about, asks = agencies_like(text, found.region.registry), text, ""
    if found.row.below and at[0] is found.row.band:  # `b. Kantor Camat` may be a part of the office above it
        over = agency_called(found.row.below.text, found.region.registry, found.region.name)
        options = tuple(dict.fromkeys([found.region.registry.agencies[over].name, *options])) if over else options
    if found.region.is_whole(text):
        options, about = (), f"{at[0].address}: {text}"
        asks = f'Baris {found.row.number}: "{plain(text)}" bukan perangkat daerah. Milik perangkat daerah mana?'
    found.refuse(_UNKNOWN, cure, at, asked=Asked(at[1], about, options, asks))


def _sure_over(found: Reading, at: Titled, text: str) -> str | None:
    """The agency that a unit in the row's own cell of agencies, or above its group, can only be of."""
    own = at[0] is found.row.band or (found.row.holds(at[0]) and not GIVER.fullmatch(folded(at[1])))
    return agency_over(text, found.region.registry) if own else None


def _below_band(found: Reading, at: Titled, text: str) -> str | None:
    """The agency in whose group a row is, where its own cell names a unit that this can have: `Bidang Mutu`."""
    registry, band = found.region.registry, found.row.below
    over = agency_called(band.text, registry, found.region.name) if band and found.row.holds(at[0]) else None
    return over if over and is_unit_of(text, registry.agencies[over].names) else None


def _of_district(found: Reading, title: str, text: str) -> str | None:
    """The office of a district that is named by its place, under a title that is of districts."""
    columns = (
        found.table.columns[n] for n, one in found.table.titles.items() if one == title and n in found.table.columns
    )
    ranks = {column.rank for column in columns if column.path == AGENCY}
    return found.region.office_of(text) if OF_DISTRICTS in ranks else None


def _of_several(found: Reading, above: Cell) -> None:
    """An agency from above, where a cell of the row names it beside another: whose the innovation is, is asked."""
    registry, name = found.region.registry, found.region.name
    for n, cell in found.row.cells.items():
        column, title = found.table.columns.get(n), found.table.titles.get(n, "")
        offices = found.region.offices_in(cell.text) if not column or column.path in (PLACE, _UNIT_NAME) else []
        if found.agency in offices and len(offices) > 1:
            about = f"{cell.address}: {cell.text.strip()}"
            found.agency = agency_called(found.defaults.reply(title, about) or "", registry, name) or ""
            if not found.agency:
                reason = f"menyebut beberapa perangkat daerah; yang di atasnya ({above.address}) belum tentu benar"
                options = tuple(registry.agencies[slug].name for slug in offices)
                found.refuse(reason, _FILL_IN_OFFICE, (cell, title), Asked(title, about, options))
            return


def _of_other_office(found: Reading, *, own: bool) -> None:
    """A unit that only another office can have (a health centre below a district): whose it is, is asked.

    `own`: the row has its agency in a cell of its own, which nothing but a table of a district's puts in doubt.
    """
    registry = found.region.registry
    for n, cell in found.row.cells.items() if found.agency and AGENCY not in found.row.filled else ():
        column, title = found.table.columns.get(n), found.table.titles.get(n, "")
        if column and column.path not in (PLACE, _UNIT_NAME):
            continue
        over = agency_over(cell.text, registry) if found.agency.startswith(DISTRICT_OFFICE) else None
        over = over or (None if own else _office_in(found, cell, title))
        province = column and column.path == _UNIT_NAME and is_of_province(cell.text)
        if province or (over and over != found.agency):
            about = f"{cell.address}: {cell.text.strip()}"
            options = tuple(registry.agencies[slug].name for slug in (over, found.agency) if slug)
            answered = agency_called(found.defaults.reply(title, about) or "", registry, found.region.name)
            found.agency = answered or (found.agency if province else "")  # what else holds for it is not asked anew
            if not answered:
                reason = f'biasanya unit dari "{options[0]}", tetapi tabelnya milik "{options[-1]}"'
                reason = "biasanya milik provinsi (UU 23/2014), bukan kabupaten atau kota" if province else reason
                found.refuse(reason, _FILL_IN_OFFICE, (cell, title), Asked(title, about, options))
            return


def _of_executor(found: Reading) -> None:
    """Beside a district that holds for many rows, the row's own executor says whose it is; what is unclear is asked."""
    registry, region = found.region.registry, found.region.name
    for n, cell in found.row.cells.items() if not any(key[:1] == (_UNIT,) for key in found.sources) else ():
        title, text = found.table.titles.get(n, ""), cell.text.strip()
        if n in found.table.columns or not folded(title).startswith(_EXECUTOR):
            continue
        if folded(text) in OWN_OFFICES:
            found.tell("pelaksananya kantor kecamatan itu sendiri", "", (cell, title), note=True)
            continue
        reply = found.defaults.reply(title, f"{cell.address}: {text}") or ""
        both, said = agency_and_unit(text, registry, region), reply or text
        office = agency_called(said, registry, region) or (both[0] if both else agency_over(text, registry))
        if not office:
            about, district = f"{cell.address}: {text}", registry.agencies[found.agency].name
            found.agency = ""
            reason = f'pelaksana ini tidak jelas perangkat daerahnya; kolom kecamatannya menyebut "{district}"'
            found.refuse(reason, _FILL_IN_OFFICE, (cell, title), Asked(title, about, (district,)))
            return
        if office != found.agency:
            if not any(column.path == DISTRICTS for column in found.table.columns.values()):
                put(found.data, DISTRICTS, [found.agency.removeprefix(DISTRICT_OFFICE)])
                found.sources[DISTRICTS] = found.sources[AGENCY]
            found.agency, found.sources[AGENCY] = office, (cell, title)
            reason = f'dibaca sebagai pelaksananya, "{registry.agencies[office].name}"'
            found.tell(reason, _IF_NOT, (cell, title), note=True)
        if unit := both[1] if both else text if unit_kind(text) and not agency_called(text, registry, region) else "":
            put_unit(found, (cell, title), unit_name(unit), told=False)
        return


def _office_in(found: Reading, cell: Cell, title: str) -> str | None:
    """The office that a cell names under a title that speaks of offices or units, whatever heads the row."""
    words, registry, name = folded(title), found.region.registry, found.region.name
    if not OWN_OFFICE.search(words) or OTHER_OFFICE.search(words):
        return None
    both = agency_and_unit(cell.text, registry, name)
    named = agency_called(cell.text, registry, name) if names_office(cell.text) else None
    return named or (both[0] if both else agency_over(cell.text, registry))


def _unsure(found: Reading, title: str, end: Cell) -> None:
    """Above the row stands an agency that is hidden or struck out: whether it counts for the row is asked."""
    about, registry, name = f"{end.address}: {end.text.strip()}", found.region.registry, found.region.name
    found.agency = agency_called(found.defaults.reply(title, about) or "", registry, name) or ""
    if not found.agency:
        slug = agency_called(end.text, registry, name)
        options = (registry.agencies[slug].name,) if slug else agencies_like(end.text, registry)
        reason = f'perangkat daerahnya tidak pasti: "{plain(end.text)}" di {end.address} tersembunyi atau dicoret'
        found.refuse(reason, _FILL_IN_OFFICE, asked=Asked(title, about, options))


def _elsewhere(found: Reading, title: str, taken: list[Found]) -> None:
    """Nothing of the row or above it names an agency."""
    registry, name = found.region.registry, found.region.name
    # A table with a column of agencies has those of several: what is right for one row is not for the next.
    several = any(column.path == AGENCY for column in found.table.columns.values())
    named = next((values[0] for column, _, values, _ in taken if column.path == NAME), "")
    about, office = (named, "") if several else district_of_village(found, taken)
    reply = found.defaults.reply(title, about) or ""
    both = agency_and_unit(reply, registry, name)
    answered = agency_called(reply, registry, name)
    if both and not answered:  # `Bagian Organisasi Setda`
        answered = both[0]
        put_unit(found, (Cell(found.row.number, 1, reply), title), unit_name(both[1]), told=_has_unit(taken))
    found.agency = answered or found.defaults.agency or agency_called(found.table.sheet, registry, name) or ""
    found.agency = found.agency or over_unit(found, taken) or named_outside(found, title, taken)
    unnamed = not found.agency and AGENCY not in found.sources
    if unnamed and not found.ask_column(AGENCY_LABEL, "perangkat daerahnya tidak disebut"):
        cure = f"{FILL_IN}, atau jalankan dengan --agency"
        text = (
            f'Inovasi desa di kecamatan "{plain(about)}": milik perangkat daerah mana?' if about and not several else ""
        )
        offices = dict.fromkeys(filter(None, [office, *found.table.offices]))
        options = tuple(registry.agencies[slug].name for slug in offices)
        found.refuse("perangkat daerahnya tidak disebut", cure, asked=Asked(title, about, options, text))


def _has_unit(taken: list[Found]) -> bool:
    return any(column.path[0] == _UNIT for column, *_ in taken)


def _village(found: Reading, taken: list[Found]) -> None:
    """A village in the table of a district is the unit that made the innovation, and where it is."""
    if _UNIT in found.data or not found.agency.startswith(DISTRICT_OFFICE) or _has_unit(taken):
        return
    kind = "desa" if "desa" in found.region.words.get(KINDS, {}) else ""
    for column, at, values, _ in taken:
        village = column.path == PLACE and set(folded(at[1]).split()) <= VILLAGES and not is_own_office(values[0])
        if kind and village:
            found.data[_UNIT] = {"jenis": kind, "nama": values[0]}
            found.sources[_UNIT, "nama"] = at
            reason = f'disimpan sebagai unit pembuat dan tempatnya: "{plain(values[0])}" ({kind})'
            found.tell(reason, "betulkan bila bukan itu", at, note=True)
