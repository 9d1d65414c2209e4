"""What a row lacks that no entry can live without: taken as it was answered, else asked, and who could know it."""

from collections.abc import Mapping
from typing import Final

from generator.contributing.answers.outcome import Taken
from generator.contributing.table_import.columns import AGENCY, RecapColumn
from generator.contributing.table_import.own_affair import own_affair, own_labels
from generator.contributing.table_import.questions import MISSING
from generator.contributing.table_import.reading import Reading
from generator.contributing.table_import.remark import Asked
from generator.contributing.table_import.sheet import Cell
from generator.contributing.table_import.values import value_of
from generator.schema.shape import Shape

#: What the innovations of one office mostly share, and those of several do not.
_OF_OFFICE: Final = "urusan"


def missing(found: Reading, shape: Shape, title: str) -> None:
    """A required key that is empty: one answer serves all rows of which it can be said, a text only its own row."""
    words, about = found.region.words.get(shape.vocabulary, {}), _about(found, shape)
    reply = next((said for one in about if (said := found.defaults.reply(title, one))), None)
    if reply:
        column = RecapColumn((shape.key,), title, "", shape, titled=title)
        value = value_of(Cell(found.row.number, 1, reply), column, found.region)
        if isinstance(value, Taken):
            found.data[shape.key] = list(value.values) if shape.most else value.values[0]
            return
    if found.ask_column(shape.label, f'kolom "{shape.label}" tidak ditemukan'):
        return
    asked = Asked(title, about[0], _options(found, shape, words)) if words or about[0] else None
    lacks = shape.key == _OF_OFFICE and all(one.path[0] != _OF_OFFICE for one in found.table.columns.values())
    if slug := own_affair(found, dict(words)) if lacks else "":
        found.data[shape.key] = [slug]
        reason = f'kolom "{shape.label}" kosong; dibaca sebagai "{words[slug]}", menurut perangkat daerah atau unitnya'
        found.tell(reason, "jawab pada lembar Pertanyaan bila bukan itu", note=True, asked=asked)
        return
    found.refuse(f'{MISSING} "{shape.label}" kosong', shape.help.rstrip("."), asked=asked)


def _about(found: Reading, shape: Shape) -> list[str]:
    """What the question is about, and was: a text of the innovation, an affair of its office if the table has several.

    Before an office is known it goes by what stands in its place.
    """
    if not shape.vocabulary:
        return [found.name or f'baris {found.row.number} lembar "{found.table.sheet}"']
    several = found.row.band or found.row.above or any(one.path == AGENCY for one in found.table.columns.values())
    if shape.key != _OF_OFFICE or not several:
        return [""]
    known = [found.region.registry.agencies[found.agency].name] if found.agency else []
    written = [found.sources[AGENCY][0].text.strip()] if AGENCY in found.sources else []
    return [*known, *filter(None, written), ""]


def _options(found: Reading, shape: Shape, words: Mapping[str, str]) -> tuple[str, ...]:
    """The words of choice, those first that the office is named after."""
    own = own_labels(found, dict(words)).values() if shape.key == _OF_OFFICE else ()
    return tuple(dict.fromkeys([*own, *words.values()]))
