"""An icon of the theme as polygons, for pictures that no browser draws: curves are cut into short lines."""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from generator import icons

Corner = tuple[float, float]
_PATH: Final = re.compile(r' d="([^"]+)"')
_TOKEN: Final = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
#: The two flags of an arc may stand close to what follows them.
_ARC: Final = re.compile(r"([Aa])([^A-Za-z]*)")
_NUMBER: Final = r"([-+]?(?:\d+\.?\d*|\.\d+))"
_ARC_PARTS: Final = re.compile(r"[\s,]*".join((*[_NUMBER] * 3, "([01])", "([01])", _NUMBER, _NUMBER)))
_TAKES: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "a": 7, "z": 0}
#: Lines for one curve.
_STEPS: Final = 12


@cache
def outlines(name: str) -> Sequence[Sequence[Corner]]:
    """Closed polygons in the icon's square of 24 by 24; none if the sets have no such icon."""
    return [line for path in _PATH.findall(icons.drawing(name)) for line in _closed(path) if len(line) > 2]


def _closed(path: str) -> Iterator[list[Corner]]:
    line: list[Corner] = []
    control: Corner | None = None
    for kind, numbers in _commands(path):
        if kind in "Mm" and line:
            yield line
        here = line[-1] if line else (0.0, 0.0)
        if kind in "Zz":
            yield line
            line = line[:1]  # where the next one begins that names no place of its own
            continue
        drawn, control = _drawn(kind, numbers, here, control)
        line = drawn if kind in "Mm" else [*line, *drawn]
    yield line


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its own numbers: `m` and `l` go on as lines."""
    spaced = _ARC.sub(lambda arc: arc[1] + _ARC_PARTS.sub(r" \1 \2 \3 \4 \5 \6 \7 ", arc[2]), path)
    kind, numbers = "", list[float]()
    for token in (*_TOKEN.findall(spaced), ""):
        if not token or token.isalpha():
            if kind in ("Z", "z"):
                yield kind, []
            kind, numbers = token, []
            continue
        numbers.append(float(token))
        if len(numbers) == _TAKES[kind.lower()]:
            yield kind, numbers
            kind, numbers = {"M": "L", "m": "l"}.get(kind, kind), []


def _drawn(kind: str, numbers: list[float], here: Corner, control: Corner | None) -> tuple[list[Corner], Corner | None]:
    """The points of one command behind `here`, and the control point that a smooth curve mirrors."""
    x, y = here if kind.islower() else (0.0, 0.0)
    match kind.lower():
        case "h":
            return [(x + numbers[0], here[1])], None
        case "v":
            return [(here[0], y + numbers[0])], None
        case "a":
            return list(_arc(here, (x + numbers[5], y + numbers[6]), numbers)), None
    points = [(x + numbers[at], y + numbers[at + 1]) for at in range(0, len(numbers), 2)]
    match kind.lower():
        case "c":
            return list(_curve([here, *points])), points[1]
        case "s":
            first = (2 * here[0] - control[0], 2 * here[1] - control[1]) if control else here
            return list(_curve([here, first, *points])), points[0]
        case "q":
            return list(_curve([here, *points])), None
    return points, None


def _curve(points: list[Corner]) -> Iterator[Corner]:
    """A Bezier curve of any degree, without its first point."""
    for step in range(1, _STEPS + 1):
        share, left = step / _STEPS, points
        while len(left) > 1:
            left = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in itertools.pairwise(left)]
        yield left[0]


def _arc(start: Corner, end: Corner, numbers: list[float]) -> Iterator[Corner]:
    """An arc of a circle as SVG 1.1 has it (F.6.5); the sets have no ellipses."""
    (x1, y1), (x2, y2), radius = start, end, abs(numbers[0])
    half = math.hypot(x2 - x1, y2 - y1) / 2
    radius = max(radius, half)
    if not half:
        return
    side = -1 if bool(numbers[3]) == bool(numbers[4]) else 1
    away = side * math.sqrt(radius**2 - half**2) / (2 * half)
    cx, cy = (x1 + x2) / 2 - away * (y2 - y1), (y1 + y2) / 2 + away * (x2 - x1)
    begin = math.atan2(y1 - cy, x1 - cx)
    sweep = (math.atan2(y2 - cy, x2 - cx) - begin) % math.tau
    sweep -= 0 if numbers[4] else math.tau
    for step in range(1, _STEPS + 1):
        angle = begin + sweep * step / _STEPS
        yield cx + radius * math.cos(angle), cy + radius * math.sin(angle)
