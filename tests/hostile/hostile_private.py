"""Numbers and addresses of persons, in the places and shapes in which people hide or forget them.

All numbers are made up: there is no region 6199.
"""

import io

from hostile_case import BASE, FOLDER, RICH, Box, acts, group, honest, must, picture, raw, rich
from PIL import Image

from generator.problems import Problems
from generator.problems.reporters import REPORTERS

NIK, NIP, MOBILE, MAIL = "6199010101900001", "199001012015011001", "081200000000", "ani.rekaan@gmail.com"


def _found(name: str, mechanism: str, path: str, content: str | bytes, code: str, digits: str = NIK):  # noqa: PLR0913, PLR0917
    """What is found is told at the file, and the report does not repeat it: reports are public."""

    def act(box: Box) -> None:
        box.put(
            {path: content, f"{path.removesuffix('.yml')}/foto.png": picture()}
            if path.startswith(FOLDER)
            else {path: content}
        )
        problems = box.check()
        found = [one.code for one in problems if one.place.file == path]
        must(code in found, f"{found} instead of {code}")
        for style, report in REPORTERS.items():
            must(digits not in report(Problems(problems)), f"the report ({style}) holds the number")

    return acts("refused", name, mechanism, act)


def _in_entry(name: str, mechanism: str, content: str | bytes, code: str = "P001", digits: str = NIK):
    return _found(name, mechanism, f"{FOLDER}/{name}.yml", content, code, digits)


def _in_prose(name: str, mechanism: str, text: str, code: str = "P001", digits: str = NIK):
    return _in_entry(name, mechanism, rich(solusi=f"Hubungi {text} saja."), code, digits)


def _metadata(box: Box) -> None:
    """Where and when a photo was taken must not be published: refused, or gone from what is."""
    exif = Image.Exif()
    exif[0x010E] = "rumah Ani Rekaan"
    exif.get_ifd(0x8825)[2] = (0.0, 15.0, 30.0)
    box.put(
        {
            f"{FOLDER}/berfoto.yml": rich(),
            f"{FOLDER}/berfoto/foto.jpg": picture("JPEG", exif=exif.tobytes(), comment=NIK.encode()),
        }
    )
    box.put({f"{FOLDER}/berfoto.yml": rich(gambar=[{**RICH["gambar"][0], "berkas": "foto.jpg"}])})
    done = box.build()
    if done.code == 0:
        for path in (box.root / "site").rglob("*foto-jpg.*"):
            content = path.read_bytes()
            must(b"Ani Rekaan" not in content and NIK.encode() not in content, f"{path.name} tells of its maker")
            with Image.open(io.BytesIO(content)) as image:
                must(not image.getexif(), f"{path.name} tells where it was taken")
    else:
        must("foto.jpg" in done.err, done.err)


def _picture(name: str, mechanism: str, kind: str, **options: object):
    """A picture whose file tells more than its pixels: Git would keep it for ever."""

    def act(box: Box) -> None:
        file = f"foto.{kind.lower()}"
        box.put({f"{FOLDER}/berfoto.yml": rich(gambar=[{**RICH["gambar"][0], "berkas": file}])})
        box.put({f"{FOLDER}/berfoto/{file}": picture(kind, **options)})
        box.refused_with(f"{FOLDER}/berfoto/{file}", "P005")
        must(NIK not in "".join(one.message for one in box.errors()), "the report holds the number")

    return acts("refused", name, mechanism, act)


def _place() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (0.0, 15.0, 30.0), 3: "E", 4: (109.0, 20.0, 0.0)})
    return exif.tobytes()


_SPREAD = "\n".join(NIK[n : n + 4] for n in range(0, 16, 4))
_AGENCIES = (BASE / "registry/agencies.yml").read_text("utf-8")
_ARABIC = NIK.translate({ord(str(n)): chr(0x0660 + n) for n in range(10)})
_WIDE = NIK.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})

PRIVATE = group(
    "private",
    [
        _in_prose("nik", "a number of identity", NIK),
        _in_prose("nik-spasi", "blanks between four digits each", "6199 0101 0190 0001"),
        _in_prose("nik-titik", "dots between the parts", "61.99.01.010190.0001"),
        _in_prose("nik-lebar", "digits in full width", _WIDE),
        _in_prose("nik-arab", "digits of another script", _ARABIC),
        _in_prose("nik-tebal", "emphasis inside of the number", "6199**0101**0190*0001*"),
        _in_prose("nik-baris", "line ends inside of the number", _SPREAD),
        _in_prose("nik-penyambung", "a joiner between digits", "6199\u200d0101\u200c01900001"),
        _in_prose("nik-pemilih", "a selector between digits, which shows nothing", "6199\ufe0f0101\ufe0e01900001"),
        _in_prose("nik-gabung", "a mark between digits, which shows nothing", "61990101\u034f01900001"),
        _in_prose("nik-rujukan", "a reference in place of a digit", f"&#54;{NIK[1:]}"),
        _in_prose("nik-tautan", "the words of a link", f"[{NIK}](https://contoh.go.id)"),
        _in_prose("nik-tautan-judul", "a number cut by a link with a title", f'[{NIK[:8]}](https://contoh.go.id/ "x"){NIK[8:]}'),
        _in_prose("nik-tautan-kurung", "a number cut by a link in angle brackets", f"[{NIK[:8]}](<https://contoh.go.id/a b>){NIK[8:]}"),
        _in_prose("nik-alamat", "a parameter of a link", f"[data](https://contoh.go.id/?nik={NIK})"),
        _in_entry("nik-catatan", "a comment", f"# {NIK}\n" + rich()),
        _in_entry("nik-kunci", "a key", rich() + f'"{NIK}": x\n'),
        _in_entry("nik-lolos", "an escape in place of a digit", raw("nama", f'"Data {NIK[:4]}\\x30{NIK[5:]}"')),
        _in_entry("nik-alt", "the words for a picture", rich(gambar=[{**RICH["gambar"][0], "alt": f"KTP {NIK}"}])),
        _in_entry("nik-alias", "an old name", rich(alias=[f"ktp-{NIK}"])),
        _in_entry("nik-dalam", "a value deep inside", rich(kematangan={"regulasi": {"tingkat": 1, "bukti": [{"judul": NIK}]}})),
        _in_entry("nik-berkas-rusak", "a file that cannot be read", f"nama: [\n{NIK}\n"),
        _in_entry("nik-bukan-utf8", "a file in an older encoding", f"nama: Caf\xe9 {NIK}\n".encode("latin-1")),
        _found("nik-registri", "a register", "registry/agencies.yml", _AGENCIES + f"keterangan: KTP {NIK}\n", "P001"),
        _found("nik-nama-berkas", "the name of a file", f"{FOLDER}/ktp-{NIK}.yml", rich(), "P001", NIK[4:]),
        _in_prose("nip", "a number of an official", NIP, "P002", NIP),
        _in_prose("nip-spasi", "a number of an official in its usual parts", "19900101 201501 1 001", "P002"),
        _in_prose("ponsel", "a mobile", MOBILE, "P003", MOBILE),
        _in_prose("ponsel-hubung", "a mobile in groups", "0812-0000-0000", "P003"),
        _in_prose("ponsel-negara", "a mobile with the country's code", "+62 (0) 812 0000 0000", "P003"),
        _in_prose("ponsel-wa", "a chat link", "[chat](https://wa.me/6281200000000)", "P003"),
        _in_prose("ponsel-titik-lebar", "a mobile cut by odd dashes", "0812\u20110000\u20130000", "P003"),
        _in_entry("ponsel-kontak", "a mobile as an office's telephone", rich(kontak={"kantor": "x", "telepon": MOBILE}), "P003", MOBILE),
        _in_entry("ponsel-lain", "a service number's mark that covers another number", rich(kontak={"kantor": "x", "telepon": "0812 0000 0000", "layanan": True}, catatan="Ani 0813 0000 0000"), "P003"),
        _in_prose("surel", "private mail", MAIL, "P004", MAIL),
        _in_prose("surel-lebar", "private mail with a full-width sign", MAIL.replace("@", "\uff20"), "P004"),
        _in_entry("surel-kontak", "private mail as an office's", rich(kontak={"kantor": "x", "surel": MAIL}), "P004", MAIL),
        _picture("gambar-tempat", "the place in a photo", "JPEG", exif=_place()),
        _picture("gambar-komentar", "a remark in a photo", "JPEG", comment=f"KTP {NIK}".encode()),
        acts("inert", "gambar-lokasi", "what a photo tells besides its pixels", _metadata),
        honest("telepon-kantor", "a landline and a service number", rich(kontak={"kantor": "Loket", "telepon": "0812-0000-0000", "layanan": True, "surel": "loket@contoh.go.id"}), "0812-0000-0000"),
        honest("nomor-surat", "numbers of documents, budgets and hours", rich(solusi="SK 188.45/123/2024, ISBN 978-602-03-3295-6, Rp 1.250.000.000, 08.00-15.00 WIB, 17-08-2024 18-08-2024."), "ISBN 978-602-03-3295-6"),
        honest("angka-panjang", "sixteen digits that are no date of birth", rich(solusi="Nomor pencatatan 0000202412345678 dan 9999999999999999."), "0000202412345678"),
    ],
)  # fmt: skip
