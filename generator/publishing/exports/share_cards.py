"""The picture that a chat program shows beside a shared link: one card per innovation, one for all other pages.

Drawn with Pillow and the font inside it (Aileron), laid out by Pillow itself: no other font, no text
engine of the system, so every machine draws the same.
"""

import io
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing.exports import Build, Files
from generator.publishing.stage_words import stage_words
from generator.publishing.view import View

#: Pixels; what the programs that show cards agree on.
WIDTH: Final = 1200
HEIGHT: Final = 630
_MARGIN: Final = 72
#: Where the white foot begins.
_FOOT: Final = 462
_GREEN, _PALE, _WHITE, _SOFT = "#0b5d3b", "#ecf6f1", "#ffffff", "#4a5750"
_LEADING: Final = 1.2
#: What the font has beyond ASCII and what text of this kind may hold. Other signs would come out as boxes.
DRAWN: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("‘’“”…·°±™©«»‹›")
_STAND_INS: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("ʻʼʾʿ′", "’")
    | {"•": "·", "×": "x", "÷": ":", "→": "->", "€": "EUR", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d"}
    | {"ł": "l", "ı": "i", "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⁄": "/"}
)


@dataclass(frozen=True, slots=True)
class Card:
    """What is written on a card; only `title` must hold something that can be drawn."""

    head: str
    title: str
    owner: str
    tag: str
    place: str


def files(build: Build) -> Files:
    """Each card, where the site's own address is known: without it no page can name its card."""
    view = build.view
    if view.settings.site:
        cards = dict(_cards(view))
        yield from zip(cards, build.cache.many(drawn, _source, cards.values()), strict=True)


def _cards(view: View) -> Iterator[tuple[str, Card]]:
    settings = view.settings
    yield addresses.CARD, Card("", settings.name, "Inovasi perangkat daerah", "", settings.region)
    for innovation in view.catalogue.innovations.values():
        yield addresses.card(innovation.slug), _card(innovation, settings.name, settings.region)


def _card(innovation: Innovation, catalogue: str, region: str) -> Card:
    title = innovation.entry.name if drawable(innovation.entry.name) else "Inovasi perangkat daerah"
    return Card(catalogue, title, innovation.agency.name, stage_words(innovation), region)


def _source(card: Card) -> bytes:
    return json.dumps([drawable(text) for text in astuple(card)]).encode()


def drawable(text: str) -> str:
    """`text` with the signs that the font has: others lose their marks, find a stand-in or are left out."""
    plain = unicodedata.normalize("NFKD", "".join(c if c in DRAWN else c.translate(_STAND_INS) for c in text))
    return " ".join("".join(c for c in plain.translate(_STAND_INS) if c in DRAWN).split())


def drawn(source: bytes) -> bytes:
    """The card as JPEG; `source` is the JSON list of its five texts, in the order of `Card`."""
    card = Card(*json.loads(source))
    image = Image.new("RGB", (WIDTH, HEIGHT), _GREEN)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, _FOOT, WIDTH, HEIGHT), _WHITE)
    wide = WIDTH - 2 * _MARGIN
    _write(pen, card.head, _Box(_MARGIN, 48, wide, 48), _PALE, (32,))
    title = _Box(_MARGIN, 112, wide, _FOOT - 136) if card.head else _Box(_MARGIN, 48, wide, _FOOT - 96)
    _write(pen, card.title, title, _WHITE, (84, 74, 64, 56, 48, 42))
    _write(pen, card.owner, _Box(_MARGIN, _FOOT + 20, wide, 56), _GREEN, (36, 30, 26))
    row = _Box(_MARGIN, _FOOT + 88, wide, 48)
    _write(pen, card.place, _tagged(pen, card.tag, row) if card.tag else row, _SOFT, (30,))
    out = io.BytesIO()
    # Progressive would save a tenth of the bytes and take twice the time.
    image.save(out, "JPEG", quality=70, optimize=True)
    return out.getvalue()


class _Box(NamedTuple):
    left: int
    top: int
    width: int
    height: int


def _tagged(pen: ImageDraw.ImageDraw, tag: str, row: _Box) -> _Box:
    """Write the tag on green at the left of `row`; gives what is left of the row."""
    font, (tag,) = _fitted(tag, row._replace(width=row.width // 2), (30,))
    plate = row._replace(width=round(font.getlength(tag)) + 32)
    pen.rectangle((plate.left, plate.top, plate.left + plate.width, plate.top + plate.height), _GREEN)
    _write(pen, tag, plate._replace(left=plate.left + 16), _WHITE, (30,))
    taken = plate.width + 24
    return row._replace(left=row.left + taken, width=row.width - taken)


def _write(pen: ImageDraw.ImageDraw, text: str, box: _Box, colour: str, sizes: Sequence[int]) -> None:
    """Write `text` in the middle of the height of `box`."""
    font, lines = _fitted(text, box, sizes)
    step = round(font.size * _LEADING)
    top = box.top + (box.height - len(lines) * step) // 2
    for number, line in enumerate(lines):
        pen.text((box.left, top + number * step), line, colour, font)


def _fitted(text: str, box: _Box, sizes: Sequence[int]) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest of `sizes` at which `text` fits `box`, and its lines; at the smallest it may end in "…"."""
    for size in sizes:
        font, most = _font(size), max(1, int(box.height / (size * _LEADING)))
        lines = _wrapped(text, font, box.width)
        if len(lines) <= most:
            return font, lines
    last = lines[most - 1]
    while last and font.getlength(f"{last}…") > box.width:
        last = last[:-1]
    return font, [*lines[: most - 1], f"{last.rstrip()}…"]


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Lines no wider than `width`, broken between words, and inside a word that is wider than a line."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, font, width)
        lines += whole
    return [*lines, line]


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    start = 0
    for end in range(1, len(word) + 1):
        if font.getlength(word[start:end]) > width:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow was built without FreeType"
    return font
