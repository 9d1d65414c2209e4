"""Recap tables from strangers: archives, XML, formulas, sizes and names that a reader of tables would trip over."""

import io
import zipfile

from hostile_case import Box, acts, as_yaml, group, must
from hostile_private import NIK
from openpyxl import Workbook
from recap_tables import HEADER, ROW, book, changed, csv_of

FILE, MADE = "rekap.xlsx", "innovations/dinkes/kelas-ibu.yml"
SHEET = "xl/worksheets/sheet1.xml"
_GOOD = book([HEADER, ROW])
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///%s">]><worksheet '


def _imported(box: Box, raw: bytes, *arguments: str, name: str = FILE):
    box.put({name: raw})
    before = box.entries()
    done = box.katalog("import", name, *arguments)
    return done, box.entries() - before


def _unusable(name: str, mechanism: str, raw: bytes):
    """A file of which nothing can be used: exit 1, one sentence, no entry."""

    def act(box: Box) -> None:
        done, made = _imported(box, raw)
        must((done.code, done.out) == (1, ""), f"exit {done.code}: {done.out}")
        must(len(done.err.strip().splitlines()) == 1 and not made, f"{done.err} made {made}")

    return acts("refused", name, mechanism, act)


def _row_refused(name: str, mechanism: str, raw: bytes, *hidden: str):
    """A table of which a row cannot become an entry: exit 1, it is told, and told without what must not be repeated."""

    def act(box: Box) -> None:
        done, made = _imported(box, raw)
        must(done.code == 1 and not made, f"exit {done.code}, made {made}: {done.out}")
        must(not any(text in done.out + done.err for text in hidden), f"the report repeats it: {done.out}")

    return acts("refused", name, mechanism, act)


def _harmless(name: str, mechanism: str, raw: bytes, **holds: str):
    """A table that gives one sound entry, whatever else lies in the file; `holds` is what the entry must say."""

    def act(box: Box) -> None:
        done, made = _imported(box, raw)
        must(made == {MADE}, f"exit {done.code}, made {made}: {done.out}{done.err}")
        must(not box.errors(), f"{[one.message for one in box.errors()]}")
        entry = as_yaml((box.root / MADE).read_text("utf-8"))
        for key, text in holds.items():
            must(entry.get(key, "").strip() == text, f"{key} is {entry.get(key)!r}")

    return acts("inert", name, mechanism, act)


def _passes(name: str, mechanism: str, raw: bytes):
    """A table as an older program writes it."""

    def act(box: Box) -> None:
        _, made = _imported(box, raw, name="rekap.csv")
        must(made == {MADE} and not box.errors(), f"made {made}")
        must(as_yaml((box.root / MADE).read_text("utf-8"))["ringkasan"] == _CAFE, "not whole")

    return acts("honest", name, mechanism, act)


def _cells(**columns: object) -> bytes:
    """The sound row with other columns."""
    return book([[*HEADER, *columns], [*ROW, *columns.values()]])


def _instead(column: str, value: object) -> bytes:
    row = [value if title == column else cell for title, cell in zip(HEADER, ROW, strict=True)]
    return book([HEADER, row])


def _packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _with_parts(parts: dict[str, bytes]) -> bytes:
    """The sound book with further files in its archive."""
    out = io.BytesIO(_GOOD)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _merged_all() -> bytes:
    return changed(
        _GOOD,
        SHEET,
        None,
        b"</sheetData>",
        b'</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>',
    )


def _hidden_sheet() -> bytes:
    workbook = Workbook()
    workbook.active.append(HEADER)
    workbook.active.append(ROW)
    hidden = workbook.create_sheet("Rahasia")
    hidden.sheet_state = "veryHidden"
    hidden.append(["catatan", f"KTP {NIK}"])
    return _saved(workbook)


def _hidden(box: Box) -> None:
    done, _ = _imported(box, _hidden_sheet())
    must("Rahasia" in done.out, f"the hidden sheet is not told: {done.out}")
    must(NIK not in done.out, "the report repeats what was hidden")


def _existing(box: Box) -> None:
    """A row under the address of an entry that is there must not write over it."""
    box.put({MADE: "nama: [\n"})
    done, made = _imported(box, _GOOD)
    must(done.code == 1 and not made and (box.root / MADE).read_text() == "nama: [\n", "written over")


def _linked_folder(box: Box) -> None:
    (box.root / "innovations/dinkes").rename(box.outside / "pindah")
    (box.root / "innovations/dinkes").symlink_to(box.outside / "pindah")
    done, _ = _imported(box, _GOOD)
    must(done.code == 1 and not (box.outside / "pindah/kelas-ibu.yml").exists(), "written through a link")


def _endless(box: Box) -> None:
    """A file without an end is read up to the limit."""
    done = box.katalog("import", "/dev/zero")
    must(done.code == 1 and len(done.err.splitlines()) == 1, done.err)


def _folder(box: Box) -> None:
    done = box.katalog("import", "innovations")
    must(done.code == 2, f"exit {done.code}")


def _report(box: Box) -> None:
    """The report is a table that an office opens: it must not calculate, and must not replace a file."""
    rows = [[*HEADER, "Asing"], [*ROW, "=cmd|' /C calc'!A0"]]
    done, _ = _imported(box, csv_of(*rows).encode(), "--report", "laporan.csv", name="rekap.csv")
    told = (box.root / "laporan.csv").read_text("utf-8-sig")
    must("cmd|" in told and ";=" not in told and ';"=' not in told, told)
    must(box.katalog("import", "rekap.csv", "--report", "laporan.csv").code == 2, "replaced")
    must((box.root / "laporan.csv").is_file() and done.code == 1, f"exit {done.code}")


def _wide() -> bytes:
    return changed(
        _GOOD, SHEET, None, b"</row></sheetData>", b'<c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )


def _far() -> bytes:
    return changed(
        _GOOD, SHEET, None, b"</sheetData>", b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData>'
    )


def _laughs() -> bytes:
    levels = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    return changed(_GOOD, SHEET, None, b"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "ha">' + levels + b"]><worksheet ")


def _linked_part() -> bytes:
    return changed(
        _GOOD, "xl/_rels/workbook.xml.rels", None, b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" '
        b'Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    )  # fmt: skip


_CAFE = "Ibu hamil belajar di Café “Sehat” – gratis."
_CSV, _DDE = csv_of(HEADER, ROW), "=cmd|' /C calc'!A0"
IMPORT = group(
    "import",
    [
        _unusable("bom-zip", "an archive that unpacks to more than the memory", _with_parts({"xl/media/x.xml": b" " * 60_000_000})),
        _unusable("bom-entitas", "entities that double at every level", _laughs()),
        _unusable("entitas-luar", "an entity that fetches a file", changed(_GOOD, SHEET, None, b"<worksheet ", _ENTITY % b"etc/passwd")),
        _unusable("arsip-lain", "an archive that is no workbook", _packed(**{"a.txt": b"x"})),
        _unusable("opendocument", "a workbook of another office", _packed(**{"content.xml": b"<a/>"})),
        _unusable("excel-lama", "an old workbook under the new name", _OLE + b"Workbook" * 20),
        _unusable("kata-sandi", "a workbook with a password", _OLE + "EncryptedPackage".encode("utf-16-le")),
        _unusable("halaman-web", "a page under the name of a workbook", b"<html><script>alert(1)</script><table><tr><td>Nama</table>"),
        _unusable("gambar", "a picture under the name of a workbook", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        _unusable("potong", "a workbook that is cut short", _GOOD[:2_000]),
        _unusable("lembar-lebar", "a cell in the last column there is", _wide()),
        _unusable("lembar-panjang", "a row beyond the last there is", _far()),
        _unusable("banyak-baris", "more rows than a recap has", csv_of(HEADER, *[[f"x{n}"] for n in range(3_000)]).encode()),
        _unusable("sel-raksasa", "a cell longer than Excel allows", csv_of(HEADER, ["x" * 40_000]).encode()),
        _unusable("kutip-terbuka", "a quotation mark that swallows the rest", b'Nama Inovasi;Ringkasan\n"a;b\nc;d\n'),
        _unusable("nol", "zero bytes in a table", b"Nama Inovasi;Ringkasan\nA\0B;c\n"),
        _unusable("teks-bersama", "an index beyond the shared texts", changed(_GOOD, SHEET, None, b"</sheetData>", b'<row r="3"><c r="A3" t="s"><v>99999</v></c></row></sheetData>')),
        acts("refused", "tanpa-akhir", "a file without an end", _endless),
        acts("refused", "folder", "a folder in place of a file", _folder),
        acts("refused", "timpa", "a row at the address of an entry", _existing),
        acts("refused", "folder-tautan", "a folder that leads elsewhere", _linked_folder),
        _row_refused("perangkat-naik", "an agency that climbs", _instead(HEADER[0], "../../../etc")),
        _row_refused("slug-naik", "an address that climbs", _cells(Slug="../../kanari")),
        _row_refused("rumus", "a formula without a result", _instead("Nama Inovasi", '=HYPERLINK("https://jahat.example")')),
        _row_refused("nik-di-sel", "a number of identity in a cell", _instead("Ringkasan", f"Hubungi Ani, KTP {NIK}."), NIK),
        _row_refused("arah-di-sel", "a sign that turns the direction", _instead("Ringkasan", "Layanan \u202egnp.exe"), "\u202e"),
        _row_refused("tanggal-jauh", "a day beyond the calendar", csv_of(HEADER, [cell if "anggal" not in title else "99999999" for title, cell in zip(HEADER, ROW, strict=True)]).encode()),
        acts("inert", "laporan-rumus", "a formula in the report", _report),
        acts("inert", "lembar-tersembunyi", "a hidden sheet", _hidden),
        _harmless("sel-gabung", "one area of merged cells over the whole sheet", _merged_all()),
        _harmless("ukuran-palsu", "a size that the sheet does not have", changed(_GOOD, SHEET, None, b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')),
        _unusable("makro", "a macro", _with_parts({"xl/vbaProject.bin": b"\xcc\x61" * 99})),
        _harmless("nama-naik", "a file in the archive whose name climbs", _with_parts({"../../kanari.txt": b"x", "/etc/kanari": b"x"})),
        _harmless("tautan-luar", "a part that lies outside of the archive", _linked_part()),
        _harmless("rumus-teks", "a text that a spreadsheet would run", _CSV.replace(ROW[2], _DDE).encode(), ringkasan=_DDE),
        _passes("utf-16", "a table in UTF-16", csv_of(HEADER, ROW).replace(ROW[2], _CAFE).encode("utf-16")),
        _passes("windows-1252", "a table in an older encoding", csv_of(HEADER, ROW).replace(ROW[2], _CAFE).encode("cp1252")),
        _harmless("html-di-sel", "markup in a cell", _cells(Solusi="<script>alert(1)</script>"), solusi="<script>alert(1)</script>"),
        _harmless("yaml-di-sel", "YAML in a cell", _cells(Solusi="x\nnama: Lain\n- &a *a"), nama=ROW[1]),
    ],
)  # fmt: skip
