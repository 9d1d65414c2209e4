"""The QR code of an address of this site, as an SVG element."""

import re
from typing import Final

import segno
from markupsafe import Markup

#: Every reader takes every one of the eight masks (ISO/IEC 18004, 7.8). To look for the best of them is nine tenths
#: of the work of a code, and by none does an address become one that cannot be read.
_MASK: Final = 3
#: Light squares around a code (ISO/IEC 18004, 9.1); the dark ones of a row that stand side by side are one stroke.
_QUIET: Final = 4
_DARK: Final = re.compile(b"\x01+")


def qr_code(address: str) -> Markup:
    """An SVG element that says `address`, made by ourselves: nobody else's words."""
    rows = segno.make(address, error="m", micro=False, mask=_MASK).matrix
    side, strokes, x, y = len(rows) + 2 * _QUIET, list[str](), 0, 0
    for number, row in enumerate(rows):
        for run in _DARK.finditer(row):
            strokes.append(f"m{run.start() - x} {number - y}h{run.end() - run.start()}")
            x, y = run.end(), number
    drawn = "".join(strokes).removeprefix("m0 0")
    made = f'<svg viewBox="0 0 {side} {side}" class="k-qr"><path stroke="#000" d="M{_QUIET} {_QUIET}.5{drawn}"/></svg>'
    return Markup(made)  # noqa: S704 - drawn by the lines above
