"""The card beside a shared link: everything fits, nothing shows as a box, and it is drawn once."""

import io
import json
import re
import shutil

import pytest
import yaml
from conftest import ENTRY, SETTINGS, TODAY, tree
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from generator import addresses, checking, layout
from generator.publishing.exports import share_cards
from generator.publishing.exports.icon_shape import outlines
from generator.publishing.exports.share_cards import DRAWN, HEIGHT, MOST_BYTES, SIZE, WIDTH, drawable, drawn
from generator.publishing.view import View
from generator.settings import Edition, Settings

LONG = ("Gerakan Layanan Kesehatan Keliling untuk Semua Warga " * 6)[:300].strip()
SQUARE = [[[2, 2], [22, 2], [22, 22], [2, 22]], [[8, 8], [16, 8], [16, 16], [8, 16]]]
NAME = (
    "Pelayanan Zona Terpadu Jemput Bola Kartu Identitas Anak dan Akta bagi Warga Pulau serta Hulu "
    "Sungai Kapuas, Kubu, Batu"
)[:120]
WORD = "Ketidakberkesinambungan" * 5 + "Layan"
OTHER_SCRIPTS = "خدمة الصحة 你好 שירות ไทย"


def written(monkeypatch, **texts):
    """What is written on a card, as (text, left, top, right, bottom) in pixels, and the image itself."""
    card = {
        "head": "Katalog Contoh",
        "title": "Posyandu",
        "sentence": "Buka malam.",
        "owner": "Dinas",
        "tag": "Penerapan",
        "place": "Kabupaten",
    }
    spots, put = [], share_cards._put

    def noted(image, place, words, ink, size):
        left, top, right, bottom = ImageFont.load_default(size).getbbox(words)
        spots.append((words, place[0] + left, place[1] + top, place[0] + right, place[1] + bottom))
        put(image, place, words, ink, size)

    with monkeypatch.context() as patch:
        patch.setattr(share_cards, "_put", noted)
        raw = drawn(json.dumps([*map(drawable, (card | texts).values()), SQUARE]).encode())
    with Image.open(io.BytesIO(raw)) as image:
        image.load()
    return spots, image, raw


WORST = {
    "short": {"title": "A"},
    "300 letters": {"title": LONG},
    "a word of 120": {"title": WORD},
    "300 wide letters": {"title": "W" * 300},
    "everything long": {
        "head": "W" * 200, "title": LONG, "sentence": LONG, "owner": "Dinas " + "Perumahan dan " * 14, "tag": "W" * 120, "place": "W " * 90,
    },
    "a name of 120": {"title": NAME, "sentence": LONG, "owner": "Dinas Perumahan, Permukiman, Pertanahan, dan Kebersihan"},
    "a word of 60": {"title": WORD[:60], "sentence": LONG},
    "no head, no tag": {"head": "", "tag": "", "title": LONG},
}  # fmt: skip


@pytest.mark.parametrize("texts", WORST.values(), ids=WORST)
def test_whatever_its_texts_a_card_holds_them_without_overlap(monkeypatch, texts):
    spots, image, raw = written(monkeypatch, **texts)
    assert (image.format, image.size, image.mode) == ("PNG", SIZE, "P")
    assert len(raw) <= MOST_BYTES
    assert not {"exif", "icc_profile", "comment"} & image.info.keys()
    for words, left, top, right, bottom in spots:
        assert 0 < left <= right <= WIDTH - 40, words
        assert 0 < top <= bottom < HEIGHT, words
    for number, (_, left, top, right, bottom) in enumerate(spots):
        for words, other_left, other_top, other_right, other_bottom in spots[:number]:
            beside = right <= other_left or other_right <= left
            assert beside or bottom <= other_top or other_bottom <= top, words


def test_a_name_that_fits_is_written_whole_and_one_that_does_not_ends_in_an_ellipsis(monkeypatch):
    spots, _, _ = written(monkeypatch, head="", sentence="", owner="", tag="", place="", title=LONG[:120])
    assert " ".join(row[0] for row in spots if row[0]) == LONG[:120].strip()
    spots, _, _ = written(monkeypatch, head="", sentence="", owner="", tag="", place="", title=WORD)
    assert "".join(row[0] for row in spots) == WORD
    spots, _, _ = written(monkeypatch, head="", sentence="", owner="", tag="", place="", title="W" * 300)
    assert "".join(row[0] for row in spots).endswith("W…")


def test_a_short_name_is_larger_than_a_long_one(monkeypatch):
    heights = []
    for title in ("Posyandu", LONG):
        spots, _, _ = written(monkeypatch, title=title)
        heights.append(spots[1][4] - spots[1][2])
    assert heights[0] > 1.5 * heights[1]


def contrast(one, other):
    def light(colour):
        parts = [part / 255 for part in Image.new("RGB", (1, 1), colour).getpixel((0, 0))]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_every_text_stands_out_from_its_ground(monkeypatch):
    seen, put, shades = [], share_cards._put, {0: "#063a29", 255: "#ffffff"}

    def noted(image, place, words, ink, size):
        ground = image.getpixel((place[0] - 4, place[1] + 10))
        seen.append(contrast(shades[ink], shades[ground]))
        put(image, place, words, ink, size)

    monkeypatch.setattr(share_cards, "_put", noted)
    drawn(json.dumps(["Katalog", "Posyandu", "Malam.", "Dinas", "Penerapan", "Kabupaten", []]).encode())
    assert len(seen) == 5
    assert min(seen) >= 7


@pytest.mark.parametrize(("words", "size"), [("Taman AV. To, Yo", 74), ("“Jum’at” fj 1.000", 29), ("l", 21)])
def test_a_line_written_word_by_word_is_the_line_that_the_font_writes(words, size):
    parted, whole = Image.new("P", (WIDTH, 120)), Image.new("L", (WIDTH, 120))
    share_cards._put(parted, (20, 9), words, 255, size)
    ImageDraw.Draw(whole).text((20, 9), words, 255, ImageFont.load_default(size))
    assert parted.tobytes() == whole.tobytes()


# Signs


def test_the_font_has_every_sign_that_is_drawn_and_needs_no_text_engine():
    font = ImageFont.load_default(40)
    assert isinstance(font, FreeTypeFont)
    assert font.layout_engine is ImageFont.Layout.BASIC
    box = font.getmask("\uffff")
    boxes = [sign for sign in DRAWN if sign != " " and bytes(font.getmask(sign)) == bytes(box)]
    assert boxes == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bappedalitbang & Kesra (2026): “Siap” 100%!", "Bappedalitbang & Kesra (2026): “Siap” 100%!"),
        ("a – b — c • 3×2 m² → €5", "a - b - c · 3x2 m2 -> EUR5"),
        ("Café Pékalongan, Bahāsa ʻAdat", "Cafe Pekalongan, Bahasa ’Adat"),
        ("Layanan 👩🏽‍⚕️ cepat 🚑✨ dan ramah 🇮🇩", "Layanan cepat dan ramah"),
        ("Salam سلام Sehat", "Salam Sehat"),
        ("ﬁnal Ａ ① 2½ jam", "final A 1 2 1/2 jam"),
        (OTHER_SCRIPTS, ""),
    ],
)
def test_a_sign_that_the_font_lacks_is_replaced_or_left_out(text, shown):
    assert drawable(text) == shown
    assert set(drawable(text)) <= DRAWN


# In the tree


def entry(**changes):
    return {"innovations/dinkes/posyandu-malam.yml": yaml.safe_dump({**yaml.safe_load(ENTRY), **changes})}


def test_each_innovation_each_year_and_each_kind_of_page_has_its_own_card(project):
    built = tree(project())
    cards = {path: content for path, content in built.items() if path.endswith("kartu.png")}
    assert cards.keys() == {
        "kartu.png", "inovasi/posyandu-malam/kartu.png", "kepatuhan/2026/kartu.png", *map(addresses.card, addresses.CARDED)
    }  # fmt: skip
    assert len(set(cards.values())) == len(cards) - 1, "the newest year is the one of the index"
    assert b'image: "inovasi/posyandu-malam/kartu.png"' in built["inovasi/posyandu-malam/index.md"]
    assert b'image: "inovasi/posyandu-malam/kartu.png"' in built["inovasi/posyandu-malam/poster/index.md"]
    assert b'image: "kepatuhan/2026/kartu.png"' in built["kepatuhan/2026/index.md"]
    assert b'image: "perangkat-daerah/kartu.png"' in built["perangkat-daerah/dinkes/index.md"]
    assert b"kartu.png" not in built["index.md"]


def test_a_card_says_what_it_is_of(project):
    cards = dict(share_cards._cards(View(checking.check(project(), TODAY).catalogue, SETTINGS, Edition(TODAY, TODAY))))
    said = cards["inovasi/posyandu-malam/kartu.png"]
    summary = "Posyandu dibuka malam hari agar orang tua yang bekerja dapat datang."
    assert (said.head, said.title, said.sentence) == (SETTINGS.name, "Posyandu Malam", summary)
    assert (said.owner, said.tag) == ("Dinkes", "Penerapan")
    said = cards["kepatuhan/kartu.png"]
    assert re.fullmatch(r"\d+ dari \d+", said.title)
    assert said.sentence.endswith("kewajiban inovasi 2026")
    assert said.tag == "Data per 24 November 2026"


def test_a_name_in_another_script_leaves_no_empty_card(project):
    root = project(entry(nama=OTHER_SCRIPTS))
    cards = dict(share_cards._cards(View(checking.check(root, TODAY).catalogue, SETTINGS, Edition(TODAY, TODAY))))
    assert cards["inovasi/posyandu-malam/kartu.png"].title == "Inovasi perangkat daerah"


def test_an_icon_can_be_drawn_and_has_its_holes():
    used = [icon for _, icon in share_cards._KINDS.values()]
    assert all(map(outlines, [*used, "material/stethoscope", "material/soccer", "material/leaf", "material/broadcast"]))
    assert outlines("material/tidak-ada") == []
    raw = drawn(json.dumps(["", "", "", "", "", "", SQUARE]).encode())
    with Image.open(io.BytesIO(raw)) as image:
        shown = image.convert("RGB")
    left, top, side = WIDTH - 58 - 106, 48, 106
    edge, hole = (shown.getpixel((left + side * at, top + side / 2)) for at in (0.15, 0.5))
    assert edge == (255, 202, 79)
    assert hole == (6, 58, 41)


def test_without_an_address_no_card_is_drawn(project):
    unknown = Settings(name="Katalog", region="Kabupaten", government="Pemerintah", operator="Pengelola")
    assert [path for path in tree(project(), settings=unknown) if path.endswith("kartu.png")] == []


def test_a_second_build_draws_nothing_and_has_the_same_bytes(project, monkeypatch):
    monkeypatch.setattr(share_cards, "drawn", drawn)  # not what the session has kept
    root = project()
    cold = dict(tree(root))
    with monkeypatch.context() as patch:
        patch.setattr(ImageDraw, "Draw", None)
        assert tree(root) == cold
    shutil.rmtree(root / layout.CACHE)
    assert tree(root) == cold
