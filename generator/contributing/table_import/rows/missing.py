"""What a row lacks that no entry can live without: taken as it was answered, else asked, and who could know it."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.contributing.answers.outcome import Taken
from generator.contributing.table_import.cells.affairs import OTHER
from generator.contributing.table_import.cells.completions import FILL_IN
from generator.contributing.table_import.cells.leftovers import is_no_answer
from generator.contributing.table_import.cells.questions import MISSING
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.region import DISTRICT_OFFICE
from generator.contributing.table_import.cells.remark import Asked
from generator.contributing.table_import.cells.values import value_of
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.own_affair import names_parts, own_affair, own_affairs
from generator.contributing.table_import.words.columns import AGENCY, RecapColumn
from generator.contributing.table_import.words.title_words import HINTS
from generator.schema.shape import Shape
from generator.text.github import plain
from generator.text.spelling import folded

#: What the innovations of one office mostly share, and those of several do not.
_OF_OFFICE: Final = "urusan"


def missing(found: Reading, shape: Shape, title: str) -> None:
    """A required key that is empty: one answer serves all rows of which it can be said, a text only its own row."""
    words, about = found.region.words.get(shape.vocabulary, {}), _about(found, shape)
    reply = next((said for one in reversed(about) if (said := found.defaults.reply(title, one))), None)
    if reply and (shape.vocabulary or not is_no_answer(reply)):
        column = RecapColumn((shape.key,), title, "", shape, titled=title)
        value = value_of(Cell(found.row.number, 1, reply), column, found.region)
        if isinstance(value, Taken):
            found.data[shape.key] = list(value.values) if shape.most else value.values[0]
            return
    maybe = [
        n
        for n, one in found.table.asked.items()
        if shape.label in one.options
        and n in found.row.cells
        and not (shape.key == _OF_OFFICE and names_parts(found, shape, n))
    ]
    if shape.key == _OF_OFFICE and _has_none(found, shape, maybe) and (slug := own_affair(found, shape)):
        found.data[shape.key] = [slug]
        reason = f'kolom "{shape.label}" kosong; dibaca sebagai "{words[slug]}", menurut perangkat daerah atau unitnya'
        asked = Asked(title, about[0], _options(found, shape, words))
        found.tell(reason, "jawab pada lembar Pertanyaan bila bukan itu", note=True, asked=asked)
        return
    held = found.ask_column(shape.label, f'kolom "{shape.label}" tidak ditemukan')
    if not held or (
        words and not _says(found, shape, maybe)
    ):  # one round is enough whatever the column turns out to be
        reason = f'{MISSING} "{shape.label}" {"belum ditemukan" if held else "kosong"}'
        text = "" if words else f'"{plain(about[0])}": {reason}. {shape.help}'
        ask = Asked(title, about[0], _options(found, shape, words), text) if words or about[0] else None
        found.refuse(reason, f"{shape.help.rstrip('.')}; {FILL_IN}", asked=ask)


def _has_none(found: Reading, shape: Shape, maybe: Sequence[int]) -> bool:
    """Whether the table has no column of affairs, and none of those that `maybe` one is called so or says one."""
    if any(one.path[0] == shape.key for one in found.table.columns.values()):
        return False
    called = {HINTS.get(word) for n in maybe for word in folded(found.table.titles[n]).split()}
    return shape.key not in called and not _says(found, shape, maybe)


def _says(found: Reading, shape: Shape, maybe: Sequence[int]) -> bool:
    """Whether a cell of the row in one of these columns is a word of this key, or like one."""
    column = RecapColumn((shape.key,), shape.label, "", shape)
    values = [value_of(found.row.cells[n], column, found.region) for n in maybe]
    return any(isinstance(value, Taken) or value.cure.startswith("mungkin") for value in values)


def _about(found: Reading, shape: Shape) -> list[str]:
    """What the question is about, and was: a text of the innovation, an affair of its office if the table has several.

    Before an office is known it goes by what stands in its place, if that was what was asked; else only by the name:
    who answers for one innovation does not speak of others, whose office is known.
    """
    own = found.name or f'baris {found.row.number} lembar "{found.table.sheet}"'
    if not shape.vocabulary:
        return [own]
    several = found.row.band or found.row.above or any(one.path == AGENCY for one in found.table.columns.values())
    if shape.key != _OF_OFFICE or not several:
        return [""]
    known = [found.region.registry.agencies[found.agency].name] if found.agency else []
    cell, title = found.sources.get(AGENCY, (None, ""))
    written = cell.text.strip() if cell else ""
    asked = any(one.asked and one.asked.about == written for one in found.remarks)
    return [*known, written if written and (asked or found.defaults.reply(title, written)) else own]


def _options(found: Reading, shape: Shape, words: Mapping[str, str]) -> tuple[str, ...]:
    """The words of choice, those first that the office's innovations mostly have, or that it is named after."""
    usual = found.region.usual(found.agency, shape.key) if shape.key in (_OF_OFFICE, "bentuk") else []
    own = own_affairs(found, shape) if shape.key == _OF_OFFICE else ()
    if shape.key == _OF_OFFICE and found.agency.startswith(DISTRICT_OFFICE):
        own = (*own, OTHER)
    return tuple(dict.fromkeys([*(words[slug] for slug in (*usual, *own) if slug in words), *words.values()]))
