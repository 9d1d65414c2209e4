"""The picture that a chat program shows beside a shared link: of an innovation, a year of the index, a kind of page.

Drawn with Pillow and the font inside it (Aileron), laid out by Pillow itself: no other font, no text
engine of the system, so every machine draws the same.
"""

import io
import json
import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.compliance.index import YearIndex
from generator.compliance.wording import number
from generator.dates import spoken
from generator.publishing.exports import Build, Files
from generator.publishing.exports.icon_shape import outlines
from generator.publishing.stage_words import stage_words
from generator.publishing.view import View

#: What is published, in pixels, and its most bytes; in the shape that the programs that show cards agree on.
SIZE: Final = (960, 504)
MOST_BYTES: Final = 12_000
WIDTH, HEIGHT = SIZE
_MARGIN: Final = 58
#: Where the white foot begins.
_FOOT: Final = 370
#: A card is drawn in the greens between its darkest and white: how much white, so that a letter's edges are smooth.
_GREEN, _WHITE = 0, 255
_LEADING: Final = 1.2
#: The side of the icon, and how much larger it is drawn before it is made small, so that its edges are smooth.
_ICON, _FINER = 106, 4
#: All colours of a card: two bits a pixel keep it small, and one colour between ground and ink keeps letters smooth.
_COLOURS: Final = bytes.fromhex("063a29 456b5f ffffff ffca4f")
_DARK, _MIDDLE, _BRIGHT, _SUN = range(4)
#: How zlib tries, as level and strategy (3: only runs of equal bytes, 0: anything): what the second saves, a tenth of
#: the bytes, takes twenty times as long, so only where it must.
_EFFORTS: Final = ((1, 3), (9, 0))
#: Words whose picture is kept: those of a catalogue come again and again.
_WORDS: Final = 1_000
_TITLES: Final = (112, 90, 74, 62, 53, 45, 38, 34, 29, 26)
#: What the cards of kinds say, and their icon.
_KINDS: Final = {
    addresses.INNOVATIONS: ("Semua inovasi", "material/lightbulb-on-outline"),
    addresses.AGENCIES: ("Perangkat daerah", "material/domain"),
    "urusan/": ("Inovasi menurut urusan", "material/shape-outline"),
    "kecamatan/": ("Inovasi menurut kecamatan", "material/map-marker-outline"),
    addresses.STATISTICS: ("Statistik inovasi", "material/chart-bar"),
    addresses.CONTRIBUTE: ("Catat inovasi", "material/pencil-outline"),
    addresses.DATA: ("Data terbuka", "material/database"),
    addresses.ABOUT: ("Tentang katalog", "material/information-outline"),
}
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
    """What is on a card; only `title` must hold something that can be drawn. `icon` is one of the theme's, or ""."""

    head: str
    title: str
    sentence: str
    owner: str
    tag: str
    place: str
    icon: str


def files(build: Build) -> Files:
    """Each card, where the site's own address is known: without it no page can name its card."""
    view = build.view
    if view.settings.site:
        cards = dict(_cards(view))
        yield from zip(cards, build.aid.many(drawn, _source, cards.values(), at_once=1), strict=True)


def _cards(view: View) -> Iterator[tuple[str, Card]]:
    name, region = view.settings.name, view.settings.region
    about = f"Inovasi perangkat daerah {region} dan kepatuhannya"
    yield addresses.CARD, Card("", name, about, view.settings.operator, "", region, "material/lightbulb-on-outline")
    for address, (title, icon) in _KINDS.items():
        yield addresses.card(address), Card(name, title, "", about, "", region, icon)
    for innovation in view.catalogue.innovations.values():
        yield addresses.card(addresses.innovation(innovation.slug)), _innovation(innovation, name, region)
    yield addresses.card(addresses.COMPLIANCE), _compliance(view, view.current)
    for year, index in view.indexes.items():
        yield addresses.card(addresses.compliance(year)), _compliance(view, index)


def _innovation(innovation: Innovation, catalogue: str, region: str) -> Card:
    entry = innovation.entry
    title = entry.name if drawable(entry.name) else "Inovasi perangkat daerah"
    tag, icon = stage_words(innovation), innovation.affairs[0].icon or ""
    return Card(catalogue, title, entry.summary, innovation.agency.short or innovation.agency.name, tag, region, icon)


def _compliance(view: View, index: YearIndex | None) -> Card:
    """The figure of a year with its day; without any year's rules only what the page is about."""
    name, region, icon = view.settings.name, view.settings.region, "material/scale-balance"
    if index is None:
        return Card(name, "Kepatuhan", "", "Kewajiban inovasi perangkat daerah", "", region, icon)
    verb = "tercatat memenuhi" if index.provisional else "memenuhi"
    sentence = f"perangkat daerah {verb} kewajiban inovasi {index.year}"
    day = f"Data per {spoken(view.edition.as_of)}"
    return Card(name, f"{number(index.met)} dari {number(index.due)}", sentence, "Kepatuhan", day, region, icon)


def _source(card: Card) -> bytes:
    *texts, icon = astuple(card)
    return json.dumps([*map(drawable, texts), _shape(icon)]).encode()


@cache
def _shape(icon: str) -> list[list[tuple[float, float]]]:
    return [[(round(x, 2), round(y, 2)) for x, y in line] for line in outlines(icon)]


def drawable(text: str) -> str:
    """`text` with the signs that the font has: others lose their marks, find a stand-in or are left out."""
    plain = unicodedata.normalize("NFKD", "".join(c if c in DRAWN else c.translate(_STAND_INS) for c in text))
    return " ".join("".join(c for c in plain.translate(_STAND_INS) if c in DRAWN).split())


def drawn(source: bytes) -> bytes:
    """The card as PNG; `source` is the JSON list of its texts in the order of `Card`, then its icon as polygons."""
    head, title, sentence, owner, tag, place, icon = json.loads(source)
    image = Image.new("P", SIZE, _GREEN)
    image.paste(_WHITE, (0, _FOOT, WIDTH, HEIGHT))
    wide = WIDTH - 2 * _MARGIN
    beside = wide - (_ICON + 32 if icon else 0)
    _write(image, head, _Box(_MARGIN, 35, beside, 38), _WHITE, (26,))
    title_height = 160 if sentence else _FOOT - 109
    _write(image, title, _Box(_MARGIN, 83, beside, title_height), _WHITE, _TITLES)
    _write(image, sentence, _Box(_MARGIN, 264, wide, 74), _WHITE, (29,))
    _write(image, owner, _Box(_MARGIN, _FOOT + 16, wide, 45), _GREEN, (29, 24, 21))
    row = _Box(_MARGIN, _FOOT + 70, wide, 38)
    if tag:
        _tagged(image, tag, row)
    else:
        _write(image, place, row, _GREEN, (24,))
    few = image.point(_nearest((0xFF, 0xFF, 0xFF), (_DARK, _MIDDLE, _BRIGHT)))
    if icon:
        few.paste(_stamp(json.dumps(icon)), (WIDTH - _MARGIN - _ICON, 48))
    few.putpalette(_COLOURS)
    packed = (_packed(few, effort) for effort in _EFFORTS)
    return next((raw for raw in packed if len(raw) <= MOST_BYTES), b"") or _packed(few, _EFFORTS[-1])


def _packed(image: Image.Image, effort: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    level, strategy = effort
    image.save(out, "PNG", bits=2, compress_level=level, compress_type=strategy)
    return out.getvalue()


@cache
def _nearest(ink: tuple[int, int, int], colours: Sequence[int]) -> Sequence[int]:
    """How much of `ink` is on the darkest -> the nearest of these of the card's colours."""
    ground = _COLOURS[:3]
    mixed = ([a + (b - a) * share / 255 for a, b in zip(ground, ink, strict=True)] for share in range(256))
    known = {colour: _COLOURS[3 * colour : 3 * colour + 3] for colour in colours}
    return [min(known, key=lambda colour: math.dist(known[colour], here)) for here in mixed]


@lru_cache(64)
def _stamp(icon: str) -> Image.Image:
    """The icon (JSON) in the card's colours; a polygon inside another is a hole."""
    side = _ICON * _FINER
    mask = Image.new("1", (side, side))
    for line in json.loads(icon):
        one = Image.new("1", (side, side))
        ImageDraw.Draw(one).polygon([(x * side / 24, y * side / 24) for x, y in line], fill=1)
        mask = ImageChops.logical_xor(mask, one)
    smooth = mask.convert("L").resize((_ICON, _ICON), Image.Resampling.BOX)
    sun = (_COLOURS[-3], _COLOURS[-2], _COLOURS[-1])
    return Image.frombytes("P", smooth.size, smooth.point(_nearest(sun, (_DARK, _MIDDLE, _SUN))).tobytes())


class _Box(NamedTuple):
    left: int
    top: int
    width: int
    height: int


def _tagged(image: Image.Image, tag: str, row: _Box) -> None:
    """Write the tag on green at the left of `row`."""
    size, (tag,) = _fitted(tag, row._replace(width=row.width - 26), (24,))
    right = row.left + _width(tag, size) + 26
    image.paste(_GREEN, (row.left, row.top, right + 1, row.top + row.height + 1))
    _write(image, tag, row._replace(left=row.left + 13, width=row.width - 26), _WHITE, (24,))


def _write(image: Image.Image, text: str, box: _Box, ink: int, sizes: Sequence[int]) -> None:
    """Write `text` in the middle of the height of `box`."""
    size, lines = _fitted(text, box, sizes)
    step = round(size * _LEADING)
    top = box.top + (box.height - len(lines) * step) // 2
    for at, line in enumerate(lines):
        _put(image, (box.left, top + at * step), line, ink, size)


def _put(image: Image.Image, place: tuple[int, int], line: str, ink: int, size: int) -> None:
    """Write one line, word by word: the font moves no letter nearer to another."""
    left, top = place
    for word in line.split():
        shape, across, down = _word(word, size)
        image.paste(ink, (left + across, top + down), shape)
        left += _width(word, size) + _width(" ", size)


@lru_cache(_WORDS)
def _word(word: str, size: int) -> tuple[Image.Image, int, int]:
    """A picture of the word, and how far from where it is written this begins."""
    across, down, right, bottom = map(round, _font(size).getbbox(word))
    shape = Image.new("L", (right - across, bottom - down))
    ImageDraw.Draw(shape).text((-across, -down), word, 255, _font(size))
    return shape, across, down


def _fitted(text: str, box: _Box, sizes: Sequence[int]) -> tuple[int, list[str]]:
    """The largest of `sizes` at which `text` fits `box`, and its lines; at the smallest it may end in "…"."""
    for size in sizes:
        most = max(1, int(box.height / (size * _LEADING)))
        if size > sizes[-1] and _width(text, size) > most * (box.width + size):
            continue  # too long, wherever it is broken: a space between lines is narrower than `size`
        lines = _wrapped(text, size, box.width)
        if len(lines) <= most:
            return size, lines
    last = lines[most - 1]
    while last and _width(f"{last}…", size) > box.width:
        last = last[:-1]
    return size, [*lines[: most - 1], f"{last.rstrip()}…"]


def _wrapped(text: str, size: int, width: int) -> list[str]:
    """Lines no wider than `width`, broken between words, and inside a word that is wider than a line."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if _width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, size, width)
        lines += whole
    return [*lines, line]


def _pieces(word: str, size: int, width: int) -> Iterator[str]:
    start = 0
    for end in range(1, len(word) + 1):
        if _width(word[start:end], size) > width:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def _width(text: str, size: int) -> int:
    """Pixels across: of this font, laid out so, the sum of those of its letters."""
    return sum(map(_widths(size).__getitem__, text))


@cache
def _widths(size: int) -> Mapping[str, int]:
    return {sign: round(_font(size).getlength(sign)) for sign in DRAWN}


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow was built without FreeType"
    return font
