"""Whose a row is of which nothing says so: by the answer, the command, its sheet, its unit, or what the file names."""

from typing import Final

from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.places import DISTRICTS
from generator.contributing.table_import.cells.reading import Found, Reading, Titled
from generator.contributing.table_import.cells.remark import Asked
from generator.contributing.table_import.words.columns import AGENCY
from generator.contributing.units import agency_or_unit, agency_over, unit_kind, unit_name
from generator.schema.fields import one_line
from generator.text.github import plain
from generator.text.spelling import folded

#: What a column of villages is called.
VILLAGES: Final = frozenset(["nama", "desa", "kelurahan", "asal"])
_UNIT: Final = "unit"
_UNIT_NAME: Final = (_UNIT, "nama")
KINDS: Final = "jenis_unit"
IF_NOT: Final = "isi perangkat daerahnya bila bukan itu"


def named_outside(found: Reading, title: str, taken: list[Found]) -> str:
    """The agency that the file names once outside of its tables, told and asked for; "" where it names none.

    It stands under its own question: an answer is for the rows that it serves.
    """
    cell, registry = found.table.named, found.region.registry
    slug = agency_called(cell.text, registry, found.region.name) if cell else None
    unit = cell.text if cell and not slug else ""
    slug = slug or (agency_over(unit, registry) if unit else None)
    if not cell or not slug:
        return ""
    elsewhere = f' lembar "{plain(cell.sheet)}"' if cell.sheet != found.table.sheet else ""
    where = f"{cell.address}{elsewhere}"
    about, name = f"{cell.address}: {one_line(cell.text)}", registry.agencies[slug].name
    answered = agency_called(found.defaults.reply(title, about) or "", registry, found.region.name)
    if answered and answered != slug:
        if unit:
            reason = f'unit "{plain(unit)}" tidak disimpan; menurut jawaban, milik "{registry.agencies[answered].name}"'
            found.tell(reason, "tulis pada kolom unit", (cell, title), note=True)
        return answered
    if not answered:
        text = (
            f'Perangkat daerah baris ini tidak ditulis pada tabelnya, dan dicatat "{name}" menurut {where}. '
            "Milik perangkat daerah mana?"
        )
        asked = None if slug in found.table.offices else Asked(title, about, (name,), text)
        found.tell(f'perangkat daerahnya dibaca "{name}", menurut {where}', IF_NOT, note=True, asked=asked)
    found.sources[AGENCY] = cell, title
    if unit and not any(column.path[0] == _UNIT for column, *_ in taken):
        put_unit(found, (cell, title), unit_name(unit), told=False)
    return slug


def put_unit(found: Reading, at: Titled, unit: str, *, told: bool) -> None:
    """The unit that made an innovation; it is only `told` where the row has another."""
    kinds = found.region.words.get(KINDS, {})
    kind = next((slug for slug in (unit_kind(unit), "lainnya") if slug in kinds), "")
    if told or not kind:
        found.tell(f'unit "{plain(unit)}" tidak disimpan', "tulis pada kolom unit", at)
        return
    found.data[_UNIT] = {"jenis": kind, "nama": unit}
    found.sources[_UNIT, "nama"] = at
    found.tell(
        f'disimpan sebagai unit pembuat: "{plain(unit)}" ({kinds[kind]})', "betulkan bila bukan itu", at, note=True
    )


def district_of_village(found: Reading, taken: list[Found]) -> tuple[str, str]:
    """The district of a row that names a village, as it is written, and its office; nothing for any other row.

    Of the villages of two districts no one office has all.
    """
    titles = (set(folded(found.table.titles.get(n, "")).split()) for n in found.row.cells)
    villages = any({"desa", "kelurahan"} & words and words <= VILLAGES for words in titles)
    districts = [at[0].text.strip() for column, at, *_ in taken if column.path == DISTRICTS]
    return (districts[0], found.region.office_of(districts[0]) or "") if villages and districts else ("", "")


def over_unit(found: Reading, taken: list[Found]) -> str:
    """The agency that stands as the unit of a row, or that it can only be of: `Kubu` under the title `Puskesmas`."""
    registry = found.region.registry
    for _, at, values, _ in (one for one in taken if one[0].path == _UNIT_NAME):
        called = (values[0], f"{at[1].removeprefix('Nama ').removeprefix('NAMA ')} {values[0]}")
        if over := next((slug for text in called if (slug := agency_or_unit(text, registry, found.region.name))), None):
            found.tell(f'menurut unitnya, milik "{registry.agencies[over].name}"', IF_NOT, at, note=True)
            return over
    return ""
