"""What a picture tells besides its pixels is refused before history, and `katalog strip` takes it out, byte for byte."""

import errno
import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from conftest import ENTRY, codes
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from generator.catalogue import picture_file, pictures
from generator.catalogue.picture_file import PictureError, hidden, stripped, taken

KINDS = ("JPEG", "PNG", "WEBP")
SUFFIX = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
NUMBER = "0812-3456-7890"
every_kind = pytest.mark.parametrize("kind", KINDS)


def written(kind, image=None, **options):
    out = io.BytesIO()
    (image or Image.linear_gradient("L").resize((40, 30)).convert("RGB")).save(out, kind, **options)
    return out.getvalue()


def exif(tags=(), *, inside=(), place=()):
    block = Image.Exif()
    block.update(tags)
    block.get_ifd(0x8769).update(inside)
    block.get_ifd(0x8825).update(place)
    return {"exif": block.tobytes()}


def xmp(inner):
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 6.0">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        f'xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#">{inner}</rdf:Description></rdf:RDF></x:xmpmeta>'
        + " " * 99
        + '<?xpacket end="w"?>'
    ).encode()


def png_texts(**texts):
    info = PngImagePlugin.PngInfo()
    for keyword, text in texts.items():
        info.add_text(keyword.replace("_", " "), text)
    return written("PNG", pnginfo=info)


def segment(code, body):
    return bytes((0xFF, code)) + struct.pack(">H", len(body) + 2) + body


def in_jpeg(*segments):
    """A JPEG with `segments` behind its first one."""
    raw = written("JPEG")
    return raw[:20] + b"".join(segments) + raw[20:]


def chunk(kind, body):
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


def in_png(*chunks):
    raw = written("PNG")
    return raw[:33] + b"".join(chunks) + raw[33:]


def in_webp(more):
    raw = written("WEBP") + more
    return raw[:4] + struct.pack("<L", len(raw) - 8) + raw[8:]


def seen(raw):
    with Image.open(io.BytesIO(raw)) as image:
        image.load()
        return image


def tags_in(raw):
    """Everything Pillow's readers find in a picture, but what concerns pixels."""
    image = seen(raw)
    known = {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "adobe",
        "adobe_transform",
        "progressive",
        "progression",
    }
    known |= {"dpi", "icc_profile", "exif", "loop", "background", "timestamp", "duration", "bbox", "blend", "disposal"}
    block = image.getexif()
    extra = [block.get_ifd(number) for number in (0x8769, 0x8825, 0xA005, 1)]
    return set(image.info) - known, {tag for tag in block if tag != 0x0112}, [found for found in extra if found]


def coded(raw):
    """The bytes of the coded image: tables, scans, IDAT, VP8; not the heads that say what else there is."""
    kept = [part.kept for part in picture_file._read(raw)[0] if not part.name]
    return [piece for piece in kept if not piece.startswith((b"\xff\xe0", b"\xff\xee", b"VP8X"))]


PLACE = exif(place={1: "S", 2: (0.0, 15.0, 30.0), 3: "E", 4: (109.0, 20.0, 1.0)})
CAMERA = exif(
    {0x010F: "Kamera", 0x0110: "KX-100", 0x0112: 6, 0x011A: 72.0, 0x0131: "1.2.3", 0x0132: "2026:08:17 09:30:00"},
    inside={
        0x9003: "2026:08:17 09:30:00",
        0x9000: b"0231",
        0x829D: 1.8,
        0x9286: b"ASCII\0\0\0Screenshot",
        0xA434: "Lensa",
    },
    place={0: b"\2\3\0\0", 29: "2026:08:17"},
)

HARMLESS = {
    **{f"bare-{kind}": written(kind) for kind in KINDS},
    **{f"camera-and-date-{kind}": written(kind, **CAMERA) for kind in KINDS},
    **{f"profile-{kind}": written(kind, icc_profile=SRGB) for kind in KINDS},
    **{f"empty-artist-{kind}": written(kind, **exif({0x013B: " ", 0x010E: "\0\0"})) for kind in KINDS},
    "xmp-program": written(
        "WEBP", xmp=xmp("<xmp:CreatorTool>Aplikasi 1</xmp:CreatorTool><dc:format>image/webp</dc:format>")
    ),
    "comment-of-program": written("JPEG", comment="Created with GIMP"),
    "png-software": png_texts(Software="Aplikasi 1", Creation_Time="2026-08-17"),
    "png-time": in_png(chunk(b"tIME", struct.pack(">HBBBBB", 2026, 8, 17, 9, 30, 0))),
    "padding": written("JPEG") + b"\0" * 99,
    "filled": in_jpeg(b"\xff\xff\xff"),
    "png-animated": written("PNG", save_all=True, append_images=[Image.new("RGB", (40, 30))]),
    "webp-animated": written("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30))]),
    "progressive": written("JPEG", progressive=True),
    "cmyk": written("JPEG", Image.new("CMYK", (40, 30), (1, 2, 3, 4))),
}

REFUSED = {
    **{f"place-{kind}": (written(kind, **PLACE), "tempat pemotretan") for kind in KINDS},
    **{f"artist-{kind}": (written(kind, **exif({0x013B: "Fulan"})), "Artist") for kind in KINDS},
    **{f"xmp-creator-{kind}": (
        written(kind, xmp=xmp("<dc:creator><rdf:Seq><rdf:li>Fulan</rdf:li></rdf:Seq></dc:creator>")), "creator"
    ) for kind in ("JPEG", "WEBP")},
    **{f"number-of-program-{kind}": (
        written(kind, **exif({0x0131: f"Aplikasi {NUMBER}"})), "Nomor ponsel 08… (12 angka)"
    ) for kind in KINDS},
    **{f"number-in-profile-{kind}": (written(kind, icc_profile=SRGB + NUMBER.encode()), "Nomor ponsel") for kind in KINDS},
    **{f"after-{kind}": (written(kind) + written("JPEG"), "data sesudah akhir gambar") for kind in KINDS},
    **{f"torn-exif-{kind}": (written(kind, exif=b"Exif\0\0MM\0*\0\0\0\x7f"), "EXIF yang tidak dapat dibaca") for kind in KINDS},
    "owner": (written("JPEG", **exif(inside={0xA430: "Fulan"})), "CameraOwnerName"),
    "serial": (written("JPEG", **exif(inside={0xA431: "SN-1"})), "BodySerialNumber"),
    "description": (written("JPEG", **exif({0x010E: "Fulan di loket"})), "ImageDescription"),
    "windows-author": (written("JPEG", **exif({0x9C9D: "Fulan".encode("utf-16-le")})), "XPAuthor"),
    "comment-of-user": (written("JPEG", **exif(inside={0x9286: b"UNICODE\0" + "Fulan".encode("utf-16")})), "UserComment"),
    "maker-note": (written("JPEG", **exif(inside={0x927C: b"\1\2\3\4\5\6"})), "MakerNote"),
    "unknown-tag": (written("JPEG", **exif({0xFDE8: "Fulan"})), "EXIF 0xfde8"),
    "mail-in-model": (written("JPEG", **exif({0x0110: "fulan@contoh.com"})), "Surel pribadi …@contoh.com"),
    "nik-in-model": (written("JPEG", **exif({0x0110: "6112014708900001"})), "NIK atau nomor KK 61… (16 angka)"),
    "left-over-in-exif": (
        in_jpeg(segment(0xE1, b"Exif\0\0" + b"MM\0*\0\0\0\x08\0\0\0\0\0\0" + NUMBER.encode())), "Nomor ponsel"
    ),
    "xmp-place": (written("WEBP", xmp=xmp("<exif:GPSLatitude>0,15.5S</exif:GPSLatitude>")), "tempat pemotretan"),
    "xmp-city": (written("JPEG", xmp=xmp("<photoshop:City>Desa Contoh</photoshop:City>")), "City"),
    "xmp-face": (written("JPEG", xmp=xmp('<rdf:Bag><rdf:li MPReg:PersonDisplayName="Fulan"/></rdf:Bag>')), "PersonDisplayName"),
    "xmp-escaped": (
        written("WEBP", xmp=xmp("<xmp:CreatorTool>&#48;812-3456-7890</xmp:CreatorTool>")), "Nomor ponsel"
    ),
    "xmp-remark": (written("WEBP", xmp=xmp(f"<!-- {NUMBER} -->")), "Nomor ponsel"),
    "xmp-entity": (written("WEBP", xmp=b'<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'), "XMP yang tidak dapat dibaca"),
    "xmp-torn": (written("WEBP", xmp=b"<x:xmpmeta"), "XMP yang tidak dapat dibaca"),
    "xmp-more": (in_jpeg(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0x")), "APP1"),
    "png-xmp": (png_texts(**{"XML:com.adobe.xmp": ""}) and in_png(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp("<dc:creator>Fulan</dc:creator>"))
    ), "creator"),
    "xmp-remark-of-words": (written("WEBP", xmp=xmp("<!-- Fulan -->")), "XMP komentar"),
    "xmp-instruction": (written("WEBP", xmp=xmp("<?fulan di rumah?>")), "XMP komentar"),
    "xmp-about": (written("WEBP", xmp=xmp("").replace(b'about=""', b'about="Fulan"')), "about"),
    "behind-the-end-of-a-text": (written("JPEG", **exif({0x0110: "KX-100\0Fulan di rumah"})), "teks di belakang Model"),
    "number-of-other-digits": (written("JPEG", **exif({0x0110: "\uff10812-3456-7890".encode()})), "Nomor ponsel"),
    "jpeg-lines-and-more": (in_jpeg(segment(0xDD, b"\0\4Fulan")), "DD"),
    "png-keyword-alone": (in_png(chunk(b"tEXt", b"Fulan\0")), "tEXt"),
    "png-language": (in_png(chunk(b"iTXt", b"Software\0\0\0id-Fulan\0\0x")), "Software yang tidak dapat dibaca"),
    "png-other-keyword": (in_png(chunk(b"iTXt", b"Software\0\0\0\0Fulan\0x")), "Software yang tidak dapat dibaca"),
    "png-chunk-and-more": (in_png(chunk(b"gAMA", b"\0\0\xb1\x8fFulan")), "gAMA"),
    "png-frequencies": (in_png(chunk(b"hIST", b"Fulan.")), "hIST"),
    "png-author": (png_texts(Author="Fulan"), "Author"),
    "png-packed": (in_png(chunk(b"zTXt", b"Software\0\0" + zlib.compress(b"Fulan"))), "Software yang tidak dapat dibaca"),
    "png-packed-utf8": (in_png(chunk(b"iTXt", b"Software\0\1\0\0\0" + zlib.compress(b"Fulan"))), "yang tidak dapat dibaca"),
    "png-profile-torn": (in_png(chunk(b"iCCP", b"p\0\0tidak")), "profil warna yang tidak dapat dibaca"),
    "png-second-profile": (in_png(*[chunk(b"iCCP", b"p\0\0" + zlib.compress(SRGB))] * 2), "iCCP"),
    "png-unknown": (in_png(chunk(b"caBX", b"jumb")), "caBX"),
    "comment": (written("JPEG", comment="Fulan"), "komentar"),
    "iptc": (in_jpeg(segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x0c\x1c\2\x50\0\5Fulan")), "IPTC"),
    "second-picture": (in_jpeg(segment(0xE2, b"MPF\0MM\0*")), "APP2"),
    "small-picture-jfif": (
        b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1abc") + written("JPEG")[20:], "gambar kecil di dalam berkas"
    ),
    "small-picture-exif": (
        in_jpeg(segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\1\0\1\2\4\0\1\0\0\0\x20\0\0\0\0\0\0\0")),
        "gambar kecil di dalam berkas",
    ),
    "between": (in_jpeg(b"Fulan"), "data di antara bagian gambar"),
    "adobe-and-more": (written("JPEG", Image.new("CMYK", (40, 30))).replace(
        b"\xff\xee\0\x0eAdobe", b"\xff\xee\0\x13Adobe", 1).replace(b"\xff\xdb", b"Fulan\xff\xdb", 1), "APP14"),
    "webp-unknown": (in_webp(b"NAMA\6\0\0\0Fulan."), "NAMA"),
}  # fmt: skip

every_refused = pytest.mark.parametrize(("raw", "why"), REFUSED.values(), ids=REFUSED)
every_picture = pytest.mark.parametrize("raw", [*HARMLESS.values(), *(raw for raw, _ in REFUSED.values())],
                                        ids=[*HARMLESS, *REFUSED])  # fmt: skip


@pytest.mark.parametrize("raw", HARMLESS.values(), ids=HARMLESS)
def test_camera_date_and_colours_may_stay(raw):
    assert hidden(raw) == ()


@every_refused
def test_a_place_a_name_a_number_and_what_cannot_be_read_are_refused(raw, why):
    assert any(why in words for words in hidden(raw)), hidden(raw)
    assert "Fulan" not in "".join(hidden(raw)), "a report is public"
    assert taken(raw)


@every_picture
def test_what_is_stripped_has_the_same_coded_image_and_tells_nothing(raw):
    clean = stripped(raw)
    assert coded(clean) == coded(raw)
    assert hidden(clean) == ()
    assert tags_in(clean) == (set(), set(), [])
    assert stripped(clean) == clean
    assert b"Fulan" not in clean
    assert seen(clean).info.get("icc_profile") in (None, SRGB)


@pytest.mark.parametrize("raw", [raw for name, raw in HARMLESS.items() if "animated" not in name])
def test_what_is_stripped_has_the_same_pixels(raw):
    before, after = seen(raw), seen(stripped(raw))
    assert (before.mode, before.tobytes()) == (after.mode, after.tobytes())
    assert before.info.get("icc_profile") == after.info.get("icc_profile")


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_every_frame_of_a_moving_picture_stays(kind):
    with Image.open(io.BytesIO(stripped(HARMLESS[f"{kind}-animated"]))) as image:
        assert image.n_frames == 2


@every_kind
@pytest.mark.parametrize("turned", range(9))
def test_which_side_is_up_stays_and_nothing_beside_it(kind, turned):
    raw = written(kind, **exif({0x0112: turned, 0x013B: "Fulan"}))
    clean = stripped(raw)
    assert dict(seen(clean).getexif()) == ({0x0112: turned} if turned > 1 else {})
    assert ImageOps.exif_transpose(seen(clean)).tobytes() == ImageOps.exif_transpose(seen(raw)).tobytes()


@pytest.mark.parametrize("order", "<>")
def test_both_orders_of_bytes_are_read(order):
    mark = {"<": b"II*\0", ">": b"MM\0*"}[order]
    block = mark + struct.pack(f"{order}LHHHLHHL", 8, 1, 0x0112, 3, 1, 6, 0, 0)
    assert seen(stripped(in_jpeg(segment(0xE1, b"Exif\0\0" + block)))).getexif()[0x0112] == 6


# Files made to hurt


def torn(raw):
    return [raw[:end] for end in (2, 3, 9, 21, 30, len(raw) // 2, len(raw) - 3)]


@pytest.mark.parametrize(
    "raw", [b"", b"GIF89a", b"<svg/>", *torn(written("JPEG")), *torn(written("PNG")), *torn(written("WEBP"))]
)
def test_what_is_no_whole_picture_is_refused_with_a_reason(raw):
    with pytest.raises(PictureError, match=r"bukan gambar|rusak atau terpotong"):
        stripped(raw)


def tiff(entries, following=0):
    return b"MM\0*\0\0\0\x08" + struct.pack(">H", len(entries)) + b"".join(entries) + struct.pack(">L", following)


LOOPS = {
    "folder-of-itself": tiff([], 8),
    "exif-of-itself": tiff([struct.pack(">HHLL", 0x8769, 4, 1, 8)]),
    "every-tag-the-whole-block": tiff([struct.pack(">HHLL", number, 2, 60_000, 8) for number in range(5_000)]),
    "more-than-there-is": tiff([struct.pack(">HHLL", 0x010F, 2, 0xFFFFFFFF, 8)]),
    "unknown-kind": tiff([struct.pack(">HHLL", 0x010F, 99, 1, 8)]),
    "no-order": b"XX*\0\0\0\0\x08",
}


@pytest.mark.parametrize("block", LOOPS.values(), ids=LOOPS)
def test_an_exif_block_that_leads_in_circles_is_refused_unread(block):
    for raw in (in_jpeg(segment(0xE1, b"Exif\0\0" + block)), in_png(chunk(b"eXIf", block))):
        assert "EXIF yang tidak dapat dibaca" in hidden(raw)
        assert hidden(stripped(raw)) == ()


@given(st.sampled_from([*HARMLESS.values(), *(raw for raw, _ in REFUSED.values())]), st.data())
def test_a_changed_byte_crashes_nothing_and_hides_nothing(raw, data):
    at = data.draw(st.integers(0, len(raw) - 1))
    changed = raw[:at] + data.draw(st.binary(max_size=8)) + raw[at + data.draw(st.integers(0, 8)) :]
    try:
        clean = stripped(changed)
    except PictureError:
        return
    assert hidden(clean) == ()
    assert stripped(clean) == clean


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (in_jpeg(segment(0xFE, b"")) + b"8" * 300_000, ("data sesudah akhir gambar",)),
        (in_png(chunk(b"tEXt", b"Software\0" + b"0812 3456 7890 " * 20_000)), ("Software",)),
        (in_webp(b"XMP " + struct.pack("<L", 300_000) + b"<a>" * 100_000), ("XMP",)),
    ],
)
def test_what_tells_more_than_a_camera_does_is_refused_unread(raw, why):
    assert hidden(raw) == why


@pytest.mark.parametrize(
    "raw",
    [in_jpeg(segment(0xFE, b"") * 10_001), in_png(chunk(b"tIME", b"") * 10_001), in_webp(b"abcd\0\0\0\0" * 10_001)],
)
def test_a_file_of_countless_parts_is_refused(raw):
    with pytest.raises(PictureError, match="terlalu banyak bagian"):
        hidden(raw)


# The check and the command


@every_kind
def test_the_check_refuses_a_picture_that_tells_a_place(project, kind):
    name = f"loket.{SUFFIX[kind]}"
    entry = ENTRY + f"gambar:\n  - berkas: {name}\n    alt: Loket\n    kredit: Dinas\n"
    place = "innovations/dinkes/posyandu-malam"
    root = project({f"{place}.yml": entry, f"{place}/{name}": written(kind, **PLACE)})
    assert codes(root) == ["P005"]
    (root / place / name).write_bytes(stripped(written(kind, **PLACE)))
    assert codes(root) == []


def test_a_picture_too_large_to_be_read_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "foto.jpg"
    path.write_bytes(written("JPEG", **PLACE))
    assert pictures.hidden(path) == "tempat pemotretan"
    monkeypatch.setattr(pictures, "MAX_PICTURE_BYTES", 10)
    assert pictures.hidden(path) is None
    assert "batasnya 10 bita" in pictures.refusal(path)


def test_strip_says_what_it_took_out_and_changes_nothing_the_second_time(katalog):
    path = Path("foto.jpg")
    path.write_bytes(written("JPEG", comment="Fulan", **PLACE))
    assert katalog("strip", "foto.jpg") == (
        0, "foto.jpg: dikeluarkan EXIF, komentar; di dalamnya tempat pemotretan, komentar.\n", "",
    )  # fmt: skip
    assert path.read_bytes() == stripped(written("JPEG"))
    before = path.stat()
    assert katalog("strip", "foto.jpg") == (0, "foto.jpg: tidak ada yang perlu dikeluarkan.\n", "")
    assert path.stat() == before


def test_strip_does_the_others_where_one_file_is_no_picture(katalog):
    Path("surat.jpg").write_bytes(b"%PDF-1.7")
    Path("asli.png").write_bytes(png_texts(Author="Fulan"))
    Path("tautan.png").symlink_to("asli.png")
    Path("folder.png").mkdir()
    code, out, err = katalog("strip", "surat.jpg", "tautan.png", "folder.png", "asli.png")
    assert code == 1
    assert out == "asli.png: dikeluarkan Author; di dalamnya Author.\n"
    assert err.splitlines() == [
        "surat.jpg: isinya bukan gambar JPG, PNG, atau WebP. Berkas ini tidak diubah.",
        "tautan.png: tautan atau bukan berkas biasa. Berkas ini tidak diubah.",
        "folder.png: tautan atau bukan berkas biasa. Berkas ini tidak diubah.",
    ]
    assert Path("surat.jpg").read_bytes() == b"%PDF-1.7"
    assert Path("tautan.png").is_symlink()


def test_strip_touches_no_file_if_one_is_not_there(katalog):
    Path("foto.png").write_bytes(png_texts(Author="Fulan"))
    code, out, err = katalog("strip", "foto.png", "hilang.png")
    assert (code, out) == (2, "")
    assert "hilang.png" in err
    assert Path("foto.png").read_bytes() == png_texts(Author="Fulan")


def test_strip_without_a_file_is_wrong_usage(katalog):
    code, _, err = katalog("strip")
    assert code == 2
    assert "BERKAS" in err


def test_strip_leaves_the_old_file_whole_where_it_cannot_write(katalog, monkeypatch):
    raw = png_texts(Author="Fulan")
    Path("foto.png").write_bytes(raw)
    before = sorted(Path().iterdir())

    def refuse(*_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "replace", refuse)
    code, _, err = katalog("strip", "foto.png")
    assert (code, err) == (
        1,
        "foto.png tidak dapat dibuka atau ditulis: ruang penyimpanan penuh. Berkas ini tidak diubah.\n",
    )
    assert Path("foto.png").read_bytes() == raw
    assert sorted(Path().iterdir()) == before
