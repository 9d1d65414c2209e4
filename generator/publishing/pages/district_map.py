"""The schematic map of the districts as boxes to draw; the numbers come from the list beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue.registry import Registry
from generator.schema.map import GAP, LETTER, LINE, ROW, WIDTH, MapFile, Tile

#: From the top of a line to the foot of its letters.
_FOOT = 15


@dataclass(frozen=True, slots=True)
class Box:
    """A tile in units of the drawing. `lines` are (height of the foot, text); numbers may stand at `foot`.

    `letters` is how many letters of the usual size fit beside each other.
    """

    x: int
    y: int
    width: int
    height: int
    middle: int
    lines: tuple[tuple[int, str], ...]
    foot: int
    letters: int

    def letter(self, text: str) -> int:
        """The size of letters at which `text` fits on one line, 0 if it fits at the usual one."""
        return LETTER * self.letters // len(text) if len(text) > self.letters else 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map: `boxes` by the slug of the district, `landmarks` without links, `letter` the size of letters."""

    width: int
    height: int
    letter: int
    boxes: Mapping[str, Box]
    landmarks: tuple[Box, ...]
    source: MapFile


def drawing(registry: Registry) -> Drawing | None:
    """The map of a registry that `checks.registers` found sound; None where the region has drawn none."""
    drawn = registry.district_map
    if drawn is None:
        return None
    return Drawing(
        width=WIDTH,
        height=drawn.rows * ROW,
        letter=LETTER,
        boxes={
            tile.district: _box(drawn, tile, registry.term("kecamatan", tile.district).label, numbers=1)
            for tile in drawn.tiles
        },
        landmarks=tuple(_box(drawn, landmark, landmark.name, numbers=0) for landmark in drawn.landmarks),
        source=drawn,
    )


def _box(drawn: MapFile, tile: Tile, name: str, *, numbers: int) -> Box:
    x, y = (tile.column - 1) * drawn.column + GAP // 2, (tile.row - 1) * ROW + GAP // 2
    width = (tile.east - tile.column + 1) * drawn.column - GAP
    height = (tile.south - tile.row + 1) * ROW - GAP
    lines = drawn.lines(tile, name)
    foot = y + (height - LINE * (len(lines) + numbers)) // 2 + _FOOT
    return Box(
        x=x,
        y=y,
        width=width,
        height=height,
        middle=x + width // 2,
        lines=tuple((foot + LINE * number, line) for number, line in enumerate(lines)),
        foot=foot + LINE * len(lines),
        letters=drawn.letters(tile),
    )
