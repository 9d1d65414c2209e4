"""The form of a recap, derived from the models: every key has its column, every list of groups a sheet of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import (
    AGENCY,
    EVENTS_KEY,
    NAME,
    SLUG,
    Keys,
    RecapColumn,
    help_in_tables,
)
from generator.schema.shape import Shape, shapes
from generator.spreadsheet import sheet_name
from generator.text.spelling import folded

#: What the head of a column ends in that the catalogue has worked out; nobody reads it back.
COMPUTED_MARK: Final = "(dihitung)"
#: What the head of a column of the template ends in that nothing can do without.
REQUIRED_MARK: Final = " (wajib)"
_COMPUTED: Final[Keys] = ("dihitung",)


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """The sheet of a list of groups: a row is an item, `columns` have paths inside it.

    `path` leads to the list. Where its items stand under words in place of numbers, `word` is the column of the word;
    `inner` is then the key of the list inside each item that this sheet holds, "" for the items themselves.
    """

    path: Keys
    name: str
    help: str
    columns: tuple[RecapColumn, ...]
    word: RecapColumn | None = None
    inner: str = ""

    @property
    def heads(self) -> tuple[RecapColumn, ...]:
        """All columns: which innovation an item belongs to, then what it holds."""
        return (NAME_HERE, SLUG_HERE, *([self.word] if self.word else []), *self.columns)


def _special(path: Keys, title: str, help_text: str) -> RecapColumn:
    shape = Shape(path[0], title, help_text, required=False, kind="baris")
    return RecapColumn(path, title, help_text, shape, titled=title)


NAME_HERE: Final = _special(NAME, "Nama inovasi", "Persis seperti pada lembar Inovasi.")
SLUG_HERE: Final = _special(
    SLUG, "Alamat tetap", "Nama berkas inovasi yang sudah tercatat; kosongkan untuk inovasi baru."
)


@cache
def own_sheets() -> tuple[OwnSheet, ...]:
    """Every list of groups, in the order of the file."""
    return tuple(sheet for shape in shapes() for sheet in _sheets(shape))


def _sheets(shape: Shape, above: Keys = (), title: str = "") -> Iterator[OwnSheet]:
    path, named = (*above, shape.key), f"{title}{shape.label}"
    if shape.kind != "kelompok":
        return
    if not shape.most:
        for inner in shape.inner:
            yield from _sheets(inner, path, f"{named} - ")
        return
    word = _word(shape) if shape.keyed else None
    yield OwnSheet(path, sheet_name(named), shape.help, tuple(_leaves(shape.inner)), word)
    for inner in shape.inner:
        if inner.kind == "kelompok" and inner.most:
            assert word, "a list inside an item that has no name: nobody could say which item a row belongs to"
            columns = tuple(_leaves(inner.inner))
            yield OwnSheet(path, sheet_name(f"{named} - {inner.label}"), inner.help, columns, word, inner.key)


def _word(shape: Shape) -> RecapColumn:
    label = shape.vocabulary.replace("_", " ").capitalize()
    one = Shape(shape.vocabulary, label, shape.help, required=True, kind="kata", vocabulary=shape.vocabulary)
    return RecapColumn((shape.vocabulary,), label, shape.help, one, titled=label)


def _leaves(inner: tuple[Shape, ...], above: Keys = (), title: str = "") -> Iterator[RecapColumn]:
    """The keys that one cell can hold, those of single groups included."""
    for shape in inner:
        path, named = (*above, shape.key), f"{title}{shape.label}"
        if shape.kind != "kelompok":
            yield RecapColumn(path, named, help_in_tables(shape), shape, titled=named)
        elif not shape.most:
            yield from _leaves(shape.inner, path, f"{named}: ")


@cache
def _plain_columns() -> tuple[RecapColumn, ...]:
    return tuple(_leaves(shapes()))


def form_columns(known: Columns, *, shortcuts: bool) -> tuple[RecapColumn, ...]:
    """The columns of the first sheet, what an entry must have first.

    `shortcuts` are a column for the date of each kind of event, for who has no more to say of it.
    """
    agency = next(column for column in known.known if column.path == AGENCY)
    dated = [column for column in known.known if column.path[0] == EVENTS_KEY] if shortcuts else []
    required = [column for column in _plain_columns() if column.path[0] in _REQUIRED]
    rest = [column for column in _plain_columns() if column.path[0] not in _REQUIRED]
    return (agency, *required, *dated, SLUG_HERE, *rest)


_REQUIRED: Final = frozenset(shape.key for shape in shapes() if shape.required)


def form_titles(known: Columns) -> Mapping[str, RecapColumn]:
    """Folded title -> column of the first sheet."""
    return {folded(column.title): column for column in form_columns(known, shortcuts=True)}


def computed(title: str) -> RecapColumn:
    """The column of what the catalogue has worked out under this title."""
    return _special(_COMPUTED, title, "")


def is_computed(column: RecapColumn) -> bool:
    """Whether a column holds what nobody reads back."""
    return column.path == _COMPUTED
