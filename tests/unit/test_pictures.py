"""Only pixels are published, and a picture that cannot be published is refused by the check."""

import html.parser
import io
import math
import random
import shutil
import subprocess
import sys

import pytest
from conftest import ENTRY, codes, tree, write_files
from PIL import AvifImagePlugin, Image

from generator import layout
from generator.catalogue import picture_file, pictures
from generator.problems import code_texts

FOLDER = "innovations/dinkes/posyandu-malam"
LISTED = ENTRY + "gambar:\n  - berkas: {}\n    alt: Loket\n    kredit: Dinas\n"


def written(image: Image.Image, kind="PNG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def picture(kind: str, size=(40, 30), colour=(200, 30, 30), **options) -> bytes:
    return written(Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour), kind, **options)


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (0.0, 15.0, 30.0)
    return picture("JPEG", exif=exif)


def seen(raw: bytes) -> Image.Image:
    """A published picture, its pixels read."""
    with Image.open(io.BytesIO(raw)) as image:
        image.load()
        return image


def dense() -> bytes:
    """A picture with as much to see in every spot as leaves and gravel have."""
    grain = random.Random(7).randbytes(120 * 90 * 3)
    return written(Image.frombytes("RGB", (120, 90), grain).resize((240, 180)))


both_kinds = pytest.mark.parametrize("make", pictures.KINDS.values(), ids=pictures.KINDS)


@pytest.mark.parametrize("given", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_pass_and_come_out_as_avif_and_as_jpeg(tmp_path, given):
    path = tmp_path / f"foto.{given.lower()}"
    path.write_bytes(picture(given))
    assert pictures.refusal(path) is None
    made = {kind: seen(make(path.read_bytes())) for kind, make in pictures.KINDS.items()}
    assert {kind: (image.format, image.size) for kind, image in made.items()} == {
        "avif": ("AVIF", (40, 30)),
        "jpg": ("JPEG", (40, 30)),
    }


@both_kinds
def test_place_time_and_profile_are_gone_and_the_picture_stands_upright(make):
    raw = written(
        seen(with_place()), "JPEG", exif=seen(with_place()).getexif(), icc_profile=b"profil" * 99, comment="x"
    )
    assert seen(raw).getexif().get_ifd(0x8825)
    assert seen(raw).info["icc_profile"]
    after = seen(make(raw))
    assert after.size == (30, 40)
    assert not after.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & after.info.keys()
    assert b"profil" not in make(raw)


@both_kinds
def test_the_corner_that_was_up_is_up(make):
    """Turned by a quarter: the left edge of what the camera stored is the upper edge of what it saw."""
    lying = Image.new("RGB", (400, 300), "white")
    lying.paste("black", (0, 0, 100, 300))
    exif = Image.Exif()
    exif[0x0112] = 6
    after = seen(make(written(lying, "JPEG", exif=exif))).convert("L")
    assert after.size == (300, 400)
    assert max(after.crop((0, 0, 300, 80)).get_flattened_data()) < 60
    assert min(after.crop((0, 120, 300, 400)).get_flattened_data()) > 200


@both_kinds
def test_what_is_transparent_becomes_white(make):
    assert min(seen(make(picture("PNG", colour=(0, 0, 0, 0)))).getpixel((5, 5))) > 250


@both_kinds
def test_a_large_picture_is_made_smaller(make):
    raw = make(picture("JPEG", size=(3000, 1500)))
    assert seen(raw).size == pictures.size(raw) == (pictures.SHOWN_WIDTH, pictures.SHOWN_WIDTH // 2)


@both_kinds
def test_a_picture_too_rich_for_its_bytes_gets_a_lower_quality(make, monkeypatch):
    within = len(make(dense()))
    assert within <= pictures.BUDGET
    monkeypatch.setattr(pictures, "BUDGET", within - 1)
    lower = len(make(dense()))
    assert lower < within
    monkeypatch.setattr(pictures, "BUDGET", 1)
    lowest = make(dense())
    assert 1 < len(lowest) < lower
    assert seen(lowest).size == (240, 180)


def test_the_number_of_processors_does_not_change_the_bytes(monkeypatch):
    raw = written(seen(dense()).resize((960, 720)))
    made = set()
    for threads in (1, 2, 8):
        monkeypatch.setattr(AvifImagePlugin, "_get_default_max_threads", lambda count=threads: count)
        made.add(pictures.avif(raw))
    assert len(made) == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("foto.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "bukan gambar"),
        ("foto.jpg", picture("JPEG", size=(400, 300))[:-400], "rusak atau terpotong"),
        ("foto.webp", picture("WEBP", size=(400, 300))[:-40], "rusak atau terpotong"),
        ("foto.png", picture("PNG", size=(12_500, 2)), "terlalu besar"),
        ("foto.png", picture("PNG", size=(5_000, 5_000)), "terlalu besar"),
        ("Foto.png", picture("PNG"), "nama berkas"),
        ("foto.JPG", picture("JPEG"), "nama berkas"),
        ("dua kata.png", picture("PNG"), "nama berkas"),
    ],
)
def test_what_cannot_be_published_is_refused(tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    assert why in pictures.refusal(path)


def shown(built, address):
    """Element and attributes of what stands inside each <picture> of a page."""
    page = html.parser.HTMLParser()
    found, inside = [], []
    page.handle_starttag = lambda tag, attrs: (
        inside.append(tag) if tag == "picture" else found.append((tag, dict(attrs))) if inside else None
    )
    page.handle_endtag = lambda tag: inside.clear() if tag == "picture" else None
    page.feed(built[f"{address}index.md"].decode())
    return found


def test_a_picture_is_shown_with_its_alt_text_its_size_and_a_newer_kind_first(project):
    given = picture("PNG", size=(1920, 1280))
    root = project({f"{FOLDER}.yml": LISTED.format("loket.png"), f"{FOLDER}/loket.png": given})
    assert codes(root) == []
    built = tree(root)
    assert shown(built, "inovasi/posyandu-malam/") == [
        ("source", {"srcset": "gambar/loket-png.avif", "type": "image/avif"}),
        ("img", {"src": "gambar/loket-png.jpg", "width": "960", "height": "640", "alt": "Loket"}),
    ]
    for name, kind in (("loket-png.avif", "AVIF"), ("loket-png.jpg", "JPEG")):
        image = seen(built[f"inovasi/posyandu-malam/gambar/{name}"])
        assert (image.format, image.size) == (kind, (960, 640))


def test_only_the_first_picture_of_a_page_is_fetched_before_it_is_seen(project):
    more = "".join(f"  - {{berkas: foto-{n}.png, alt: Foto {n}, kredit: Dinas}}\n" for n in (2, 3))
    files = {f"{FOLDER}.yml": LISTED.format("foto-1.png") + more}
    files |= {f"{FOLDER}/foto-{n}.png": picture("PNG", colour=(n, n, n)) for n in (1, 2, 3)}
    images = [attrs for tag, attrs in shown(tree(project(files)), "inovasi/posyandu-malam/") if tag == "img"]
    assert [(i["src"], i.get("loading"), i.get("decoding")) for i in images] == [
        ("gambar/foto-1-png.jpg", None, None),
        ("gambar/foto-2-png.jpg", "lazy", "async"),
        ("gambar/foto-3-png.jpg", "lazy", "async"),
    ]


# Made once


def test_a_second_build_encodes_no_picture_and_has_the_same_bytes(project, monkeypatch):
    root = project({f"{FOLDER}.yml": LISTED.format("loket.png"), f"{FOLDER}/loket.png": picture("PNG")})
    cold = tree(root)

    def refuse(*_, **__):
        raise AssertionError("encoded again")

    with monkeypatch.context() as patch:
        patch.setattr(Image.Image, "save", refuse)
        warm = tree(root)
    assert warm == cold
    shutil.rmtree(root / layout.CACHE)
    assert tree(root) == cold
    write_files(root, {f"{FOLDER}/loket.png": picture("PNG", colour=(1, 2, 3))})
    other = tree(root)
    changed = {path for path in cold if cold[path] != other[path]}
    assert changed == {f"inovasi/posyandu-malam/gambar/loket-png.{kind}" for kind in pictures.KINDS}


# Memory

MOST_MEMORY = 400_000_000
MEASURED = """import atexit, pathlib, re, sys
from generator.commands.cli import main
status = pathlib.Path("/proc/self/status")
atexit.register(lambda: print("peak", re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]))
sys.argv = ["katalog", *sys.argv[1:]]
main()
"""


def largest(kind: str, mode: str, share: int, **options) -> bytes:
    """A picture of as many pixels as its kind may have, all of them equal."""
    side = math.isqrt(pictures.MAX_PIXELS // share)
    return written(Image.new(mode, (side, side)), kind, **options)


@pytest.mark.walk
def test_eight_of_the_largest_pictures_are_checked_and_published_in_400_mb(project):
    """Two of each kind that fills memory most; a process of its own, and the kernel's count of what it held."""
    raws = {
        "jpg": largest("JPEG", "CMYK", 1, quality=20),
        "jpeg": largest("JPEG", "CMYK", 3, quality=20, progressive=True, subsampling=0),
        "png": largest("PNG", "RGBA", 3, compress_level=1),
        "webp": largest("WEBP", "RGBA", 5, lossless=True, method=0),
    }
    files = {f"foto-{number}.{suffix}": raw for number in (1, 2) for suffix, raw in raws.items()}
    listed = "".join(f"  - {{berkas: {name}, alt: Foto, kredit: Dinas}}\n" for name in files)
    root = project({f"{FOLDER}.yml": ENTRY + "gambar:\n" + listed} | {f"{FOLDER}/{n}": raw for n, raw in files.items()})
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "build", "--as-of", "2026-11-24"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list((root / "site/inovasi/posyandu-malam/gambar").iterdir())) == 16
    assert int(done.stdout.split()[-1]) * 1024 < MOST_MEMORY


@pytest.mark.parametrize(
    ("kind", "share", "options"),
    [("JPEG", 1, {}), ("JPEG", 3, {"progressive": True}), ("PNG", 3, {}), ("WEBP", 5, {"method": 0})],
)
def test_a_picture_that_fills_memory_may_have_fewer_pixels(tmp_path, monkeypatch, kind, share, options):
    monkeypatch.setattr(pictures, "MAX_PIXELS", 10_000 * share)
    path = tmp_path / "foto.jpg"
    path.write_bytes(picture(kind, size=(100, 100), **options))
    assert pictures.refusal(path) is None
    path.write_bytes(picture(kind, size=(100, 101), **options))
    assert "paling banyak 10000 piksel" in pictures.refusal(path)


def test_a_jpeg_whose_colours_follow_each_other_is_not_read_row_by_row():
    """Scans of one colour each are held in memory until the last; the first scan tells."""
    raw = picture("JPEG")
    assert picture_file.in_rows(raw)
    at = raw.index(b"\xff\xda")
    alone = raw[:at] + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + raw[at + 14 :]
    assert not picture_file.in_rows(alone)
    assert not picture_file.in_rows(picture("JPEG", progressive=True))
    assert not picture_file.in_rows(picture("PNG"))


def test_the_cure_names_the_limit_in_bytes():
    assert f"di bawah {layout.MAX_PICTURE_BYTES // 2**20} MB" in code_texts()["B013"].cure
