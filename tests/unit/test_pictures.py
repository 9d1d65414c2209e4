"""Only pixels are published, and a picture that cannot be published is refused by the check."""

import io

import pytest
from conftest import ENTRY, codes, tree
from PIL import Image

from generator import pictures

FOLDER = "innovations/dinkes/posyandu-malam"
LISTED = ENTRY + "gambar:\n  - berkas: {}\n    alt: Loket\n    kredit: Dinas\n"


def picture(kind: str, size=(40, 30), colour=(200, 30, 30), **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(out, kind, **options)
    return out.getvalue()


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (0.0, 15.0, 30.0)
    return picture("JPEG", exif=exif)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_pass_and_come_out_as_a_jpeg(tmp_path, kind):
    path = tmp_path / f"foto.{kind.lower()}"
    path.write_bytes(picture(kind))
    assert pictures.refusal(path) is None
    with Image.open(io.BytesIO(pictures.published(path.read_bytes()))) as image:
        assert (image.format, image.size) == ("JPEG", (40, 30))


def test_place_and_time_are_gone_and_the_picture_stands_upright():
    with Image.open(io.BytesIO(with_place())) as before:
        assert before.getexif().get_ifd(0x8825)
    with Image.open(io.BytesIO(pictures.published(with_place()))) as after:
        assert after.size == (30, 40)
        assert not after.getexif()
        assert "exif" not in after.info


def test_what_is_transparent_becomes_white():
    raw = pictures.published(picture("PNG", colour=(0, 0, 0, 0)))
    with Image.open(io.BytesIO(raw)) as image:
        assert min(image.getpixel((5, 5))) > 250


def test_a_large_picture_is_made_smaller():
    raw = pictures.published(picture("JPEG", size=(3000, 1500)))
    with Image.open(io.BytesIO(raw)) as image:
        assert image.size == (pictures.SHOWN_WIDTH, pictures.SHOWN_WIDTH // 2)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("foto.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "bukan gambar"),
        ("foto.jpg", picture("JPEG", size=(400, 300))[:-400], "rusak atau terpotong"),
        ("foto.webp", picture("WEBP", exif=b"Exif\x00\x00MM\x00\x7f\x00\x00\x00\x08"), "rusak atau terpotong"),
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


def test_a_picture_is_published_under_its_entry_and_shown_with_its_alt_text(project):
    root = project({f"{FOLDER}.yml": LISTED.format("loket.png"), f"{FOLDER}/loket.png": picture("PNG")})
    assert codes(root) == []
    built = tree(root)
    assert built["inovasi/posyandu-malam/gambar/loket-png.jpg"].startswith(b"\xff\xd8")
    assert b'src="gambar/loket-png.jpg" alt="Loket"' in built["inovasi/posyandu-malam/index.md"]
