"""`registry/map.yml` as it is typed: districts as tiles on a grid; the measures of the drawing, and which name fits.

A schematic map shows where a district lies among the others, no boundaries. Lengths are units of
the drawing, which is `WIDTH` of them wide on every page, so that letters keep their size however
many columns a region has.
"""

import textwrap
from typing import Annotated, Final

from generator.schema.fields import Line, Slug
from generator.schema.record import Record, items, key
from generator.schema.reference import Reference
from generator.schema.registry import Clause
from generator.schema.whole_numbers import Whole

#: On a screen of 320 px a unit is 0.79 px. A seventh column would be smaller than a finger (44 px).
WIDTH: Final = 360
COLUMNS: Final = 6
ROWS: Final = 12
ROW: Final = 66
#: Between two tiles.
GAP: Final = 4
#: The size of letters, the step from line to line, and the room for one letter in half units (9.5).
LETTER: Final = 16
LINE: Final = 19
_LETTER_ROOM: Final = 19
_MARGINS: Final = 6


class Tile(Record):
    """A place on the grid; column 1 is the west, row 1 the north."""

    column: Annotated[int, Whole(1, COLUMNS)] = key(
        "kolom", "Kolom", "Kolom paling barat, mulai dari 1.", required=True
    )
    row: Annotated[int, Whole(1, ROWS)] = key("baris", "Baris", "Baris paling utara, mulai dari 1.", required=True)
    columns: Annotated[int, Whole(1, COLUMNS)] | None = key("lebar", "Lebar", "Banyaknya kolom; null = 1.")
    rows: Annotated[int, Whole(1, ROWS)] | None = key("tinggi", "Tinggi", "Banyaknya baris; null = 1.")

    @property
    def east(self) -> int:
        """Its last column."""
        return self.column + (self.columns or 1) - 1

    @property
    def south(self) -> int:
        """Its last row."""
        return self.row + (self.rows or 1) - 1

    def overlaps(self, other: "Tile") -> bool:
        """Whether both cover the same cell."""
        return (
            self.column <= other.east and other.column <= self.east and self.row <= other.south and other.row <= self.south
        )  # fmt: skip


class DistrictTile(Tile):
    """The place of a district."""

    district: Slug = key("kecamatan", "Kecamatan", "Slug kecamatan.", required=True)


class Landmark(Tile):
    """What lies around the region or in its midst, to find one's bearings; no link."""

    name: Annotated[str, Line(60)] = key("nama", "Nama", "Nama wilayah tetangga, kota, atau laut.", required=True)


class MapFile(Clause):
    """`registry/map.yml`: where the districts lie, how far that is known, and from where."""

    tiles: tuple[DistrictTile, ...] = items("petak", "Petak", "Satu petak untuk setiap kecamatan.", most=60, least=1)
    landmarks: tuple[Landmark, ...] = items("sekitar", "Sekitar", "Penanda tanpa tautan.", most=10)
    sources: tuple[Reference, ...] = items("sumber", "Sumber", "Asal letak petak.", most=20)

    @property
    def places(self) -> tuple[Tile, ...]:
        """All tiles, the districts' first."""
        return (*self.tiles, *self.landmarks)

    @property
    def columns(self) -> int:
        """How many columns the map has."""
        return min(COLUMNS, max(tile.east for tile in self.places))

    @property
    def rows(self) -> int:
        """How many rows the map has."""
        return max(tile.south for tile in self.places)

    @property
    def column(self) -> int:
        """The width of one column in units."""
        return WIDTH // self.columns

    def lines(self, tile: Tile, name: str) -> tuple[str, ...]:
        """`name` in lines as wide as `tile`; a word that is wider stays whole."""
        return tuple(textwrap.wrap(name, self.letters(tile), break_long_words=False))

    def has_room(self, tile: Tile, name: str) -> bool:
        """Whether `name`, and a number below it, fit in `tile`."""
        lines = self.lines(tile, name)
        most = ((tile.rows or 1) * ROW - GAP) // LINE - 1
        return len(lines) <= most and max(map(len, lines)) <= self.letters(tile)

    def letters(self, tile: Tile) -> int:
        """How many letters of any kind fit beside each other in `tile`."""
        return 2 * ((tile.columns or 1) * self.column - GAP - _MARGINS) // _LETTER_ROOM
