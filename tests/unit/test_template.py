"""The empty tables that the site offers: filled in they make entries, empty they make none, and they never change."""

import csv
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import BASE, ROOT, SETTINGS, TODAY, check
from openpyxl import load_workbook

from generator import addresses, checking
from generator.catalogue.catalogue import Catalogue
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.files.own_sheets import FORM_SHEET
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import AGENCY, SLUG
from generator.contributing.table_import.words.form_parts import form_columns, own_sheets
from generator.publishing.exports import Build, template
from generator.publishing.view import View
from generator.schema.entry import Entry
from generator.schema.shape import shapes
from generator.settings import Edition

VIEW = View(checking.check(BASE, TODAY).catalogue, SETTINGS, Edition(TODAY, TODAY))
COLUMNS = Columns(VIEW.catalogue.registry).template
FORM = form_columns(Columns(VIEW.catalogue.registry), shortcuts=True)
#: What a person would write under each kind of value.
ANSWERS = {
    "baris": "Isi baris", "prosa": "Paragraf satu.\n\n- butir", "tanggal": "17-8-2026", "tahun": "2026", "ya_tidak": "ya",
    "url": "https://contoh.go.id/", "surel": "kantor@contoh.go.id", "telepon": "0561 123456", "slug": "nama-lama",
    "hari": "1-2-2026", "desimal": "0,5", "bilangan": "1",
}  # fmt: skip


@pytest.fixture(scope="module")
def files():
    return dict(template.files(Build(BASE, VIEW)))


def answer(column):
    if column.path == AGENCY:
        return "Dinas Kesehatan"
    if column.path == SLUG:
        return "isi-baris"
    if column.path == ("gambar", "berkas"):
        return "foto.jpg"
    if column.path == ("usulan_penyusun",):
        return "Jenis"
    if column.path == ("hasil", "klaim"):
        return "tidak"
    words = VIEW.catalogue.registry.words().get(column.shape.vocabulary)
    return next(iter(words.values())) if words else ANSWERS[column.shape.kind]


def test_the_columns_are_named_by_the_labels_of_the_models_and_hold_every_required_one():
    labels = {shape.label for shape in shapes() if shape.required and shape.key != "riwayat"}
    titles = [column.title for column in COLUMNS]
    assert labels <= set(titles)
    assert len(titles) == len(set(titles))
    dated = [word.label.lower() for word in VIEW.catalogue.registry.taxonomy["peristiwa"].values()]
    assert [f"Tanggal {label}" in titles for label in dated] == [True] * len(dated)


def test_every_title_is_known_to_the_import_as_what_it_is():
    known = Columns(VIEW.catalogue.registry)
    assert [known.title_of(column.title) for column in known.known] == list(known.known)


@pytest.mark.parametrize("address", [addresses.TEMPLATE_CSV, addresses.TEMPLATE_XLSX])
def test_the_empty_template_makes_no_entry_and_no_complaint(katalog, files, address):
    name = Path(address).name
    Path(name).write_bytes(files[address])
    code, out, _ = katalog("import", name)
    assert (code, out) == (0, "0 isian ditulis, 0 baris tidak menjadi isian, 0 hal tidak diambil, 0 perlu dilihat.\n")


@pytest.mark.parametrize("address", [addresses.TEMPLATE_CSV, addresses.TEMPLATE_XLSX])
def test_a_template_handed_out_before_its_help_said_ya_makes_no_entry_either(katalog, files, address):
    name, raw = Path(address).name, files[address]
    if name.endswith(".csv"):
        before = raw.replace(b"Ya bila", b"true bila")
    else:
        book, out = load_workbook(io.BytesIO(raw)), io.BytesIO()
        for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
            cell.value = cell.value.replace("Ya bila", "true bila") if isinstance(cell.value, str) else cell.value
        book.save(out)
        before = out.getvalue()
    assert before != raw
    Path(name).write_bytes(before)
    code, out, _ = katalog("import", name)
    assert (code, out) == (0, "0 isian ditulis, 0 baris tidak menjadi isian, 0 hal tidak diambil, 0 perlu dilihat.\n")


def filled(raw):
    """The template with one innovation: an answer in every column of its first sheet, and a row on every other."""
    book = load_workbook(io.BytesIO(raw))
    for number, column in enumerate(FORM, 1):
        book[FORM_SHEET].cell(3, number, answer(column))
    for own in own_sheets():
        for number, column in enumerate(own.heads, 1):
            book[own.name].cell(3, number, "Isi baris" if column.title == "Nama inovasi" else answer(column))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_filled_workbook_makes_an_entry_that_holds_every_answer(files):
    read = sheets(filled(files[addresses.TEMPLATE_XLSX]))
    empty = Known(Catalogue({}, VIEW.catalogue.registry), frozenset(), SETTINGS.region)
    found = recap(read, empty, Defaults())
    assert [remark for remark in found.remarks if not remark.note] == []
    (draft,) = found.drafts
    assert draft.path == "innovations/dinkes/isi-baris.yml"
    data = Entry.model_validate(draft.reading.data).model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=True
    )
    assert set(data) == {shape.key for shape in shapes()}
    assert len(data["riwayat"]) == len(VIEW.catalogue.registry.taxonomy["peristiwa"])

    def empty_keys(group, value, above=""):
        for shape in group:
            inner = value.get(shape.key)
            if inner is None:
                yield above + shape.key
            elif shape.inner:
                items = inner.values() if shape.keyed else inner if isinstance(inner, list) else [inner]
                for item in list(items)[:1]:
                    yield from empty_keys(shape.inner, item, f"{above}{shape.key}.")

    assert list(empty_keys(shapes(), data)) == []


def test_the_workbook_marks_what_must_be_filled_in_and_says_how_and_where_to_send_it(files):
    book = load_workbook(io.BytesIO(files[addresses.TEMPLATE_XLSX]))
    assert book.active.title == "Petunjuk"
    marked = {sheet.title: {cell.value for cell in sheet[1] if str(cell.value).endswith(" (wajib)")} for sheet in book}
    assert marked[FORM_SHEET] == {
        f"{label} (wajib)"
        for label in ("Perangkat daerah", "Nama inovasi", "Ringkasan", "Bentuk", "Urusan pemerintahan")
    }
    assert marked["Hasil"] == {"Nama inovasi (wajib)", "Ukuran (wajib)"}
    assert marked["Kolaborator"] == {"Nama inovasi (wajib)"}
    grounds = {bool(str(cell.value).endswith(" (wajib)")): cell.fill.fgColor.rgb for cell in book[FORM_SHEET][1]}
    assert grounds[True] != grounds[False]
    guide = [row[0] for row in book["Petunjuk"].values]
    assert guide[1].startswith("Kantor yang menerima tabel ini belum ditetapkan")
    assert guide[3:6] == [
        "Contoh satu baris pada lembar Inovasi:",
        f"Perangkat daerah: {guide[4].partition(': ')[2]}",
        "Nama inovasi: Pojok Baca Desa",
    ]
    assert "Tanggal penerapan: 2025-08" in guide
    assert [cell.value for sheet in book for cell in sheet[2] if str(cell.value).startswith("true")] == []


def test_a_workbook_with_what_an_entry_must_have_is_imported(katalog, files):
    book = load_workbook(io.BytesIO(files[addresses.TEMPLATE_XLSX]))
    wanted = [
        column.title
        for column in FORM
        if column.path[0] in ("perangkat_daerah", "nama", "ringkasan", "bentuk", "urusan")
    ]
    for number, column in enumerate(FORM, 1):
        if column.title in [*wanted, "Tanggal penerapan"]:
            book[FORM_SHEET].cell(3, number, answer(column))
    book["Sumber"].append(["Isi baris", None, "Laporan", "https://contoh.go.id/", None])
    book["Riwayat"].append(["Isi baris", None, "Dilaporkan", "2026", None, None, None])
    book.save("isi.xlsx")
    code, out, _ = katalog("import", "isi.xlsx")
    assert code == 0, out
    assert check(Path.cwd()).errors == ()
    text = Path("innovations/dinkes/isi-baris.yml").read_text("utf-8")
    assert "peristiwa: dilaporkan\n    tanggal: 2026\n" in text
    assert "peristiwa: penerapan\n    tanggal: 2026-08-17\n" in text
    assert "judul: Laporan" in text


def test_a_row_of_no_innovation_and_an_unknown_column_are_told(files):
    book = load_workbook(io.BytesIO(filled(files[addresses.TEMPLATE_XLSX])))
    book["Sumber"].append(["Nama lain sama sekali", None, "Laporan"])
    book["Sumber"].cell(1, 9, "Penerbit")
    book["Sumber"].cell(3, 9, "Rekaan")
    out = io.BytesIO()
    book.save(out)
    empty = Known(Catalogue({}, VIEW.catalogue.registry), frozenset(), SETTINGS.region)
    told = [remark for remark in recap(sheets(out.getvalue()), empty, Defaults()).remarks if not remark.note]
    assert [(one.sheet, one.address, one.reason) for one in told] == [
        ("Sumber", "I3", "kolom ini tidak dikenal"),
        ("Sumber", "baris 4", "inovasinya tidak ada pada lembar Inovasi"),
    ]


def test_the_filled_csv_makes_an_entry_that_holds_every_answer(katalog, files):
    rows = list(csv.reader(io.StringIO(files[addresses.TEMPLATE_CSV].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == [column.title for column in COLUMNS]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([*rows, [answer(column) for column in COLUMNS]])
    Path("isi.csv").write_text(out.getvalue(), "utf-8-sig", newline="")
    code, told, _ = katalog("import", "isi.csv")
    assert code == 0, told
    assert check(Path.cwd()).errors == ()
    found = checking.check(Path.cwd(), TODAY).catalogue.innovations["isi-baris"]
    data = found.entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    assert {column.path[0] for column in COLUMNS} - {AGENCY[0]} == set(data)
    assert len(data["riwayat"]) == len(VIEW.catalogue.registry.taxonomy["peristiwa"])


def test_choices_are_offered_in_the_cells_and_only_lists_take_other_text(files):
    book = load_workbook(io.BytesIO(files[addresses.TEMPLATE_XLSX]))
    for sheet, columns in ((FORM_SHEET, FORM), *((own.name, own.heads) for own in own_sheets())):
        offered_in(book, sheet, columns)


def offered_in(book, sheet, columns):
    rules = {str(rule.sqref): rule for rule in book[sheet].data_validations.dataValidation}
    assert len(rules) == len(columns)
    for number, column in enumerate(columns, 1):
        letter = book[sheet].cell(1, number).column_letter
        assert book[sheet].cell(1, number).value.removesuffix(" (wajib)") == column.title
        rule = rules[f"{letter}3:{letter}2000"]
        assert rule.prompt.startswith(column.help[:200])
        assert len(rule.prompt) <= 255
        assert len(rule.promptTitle) <= 32
        if column.path == AGENCY or column.shape.vocabulary:
            area = rule.formula1.removeprefix("Pilihan!").replace("$", "")
            offered = [cell[0].value for cell in book["Pilihan"][area]]
            words = VIEW.catalogue.registry.words()[column.shape.vocabulary or AGENCY[0]]
            assert offered == list(words.values())
            assert bool(rule.showErrorMessage) == (not column.shape.most)


def test_agencies_that_have_ended_are_not_offered(project):
    agencies = (BASE / "registry/agencies.yml").read_text("utf-8")
    ended = agencies.replace("nama_pendek: Disdik\n", "nama_pendek: Disdik\n    berlaku_sampai: 2026-01-31\n")
    catalogue = checking.check(project({"registry/agencies.yml": ended}), TODAY).catalogue
    files = dict(template.files(Build(BASE, View(catalogue, SETTINGS, Edition(TODAY, TODAY)))))
    column = [cell.value for cell in load_workbook(io.BytesIO(files[addresses.TEMPLATE_XLSX]))["Pilihan"]["A"]]
    assert "Dinas Kesehatan" in column
    assert "Dinas Pendidikan" not in column


def test_a_word_that_looks_like_a_formula_stays_text(project):
    taxonomy = (BASE / "registry/taxonomy.yml").read_text("utf-8").replace("label: Lainnya", 'label: "=1+1"')
    taxonomy = taxonomy.replace("label: Inovasi daerah lainnya", 'label: "=HYPERLINK(1)"')
    catalogue = checking.check(project({"registry/taxonomy.yml": taxonomy}), TODAY).catalogue
    files = dict(template.files(Build(BASE, View(catalogue, SETTINGS, Edition(TODAY, TODAY)))))
    cells = [cell for row in load_workbook(io.BytesIO(files[addresses.TEMPLATE_XLSX]))["Pilihan"].rows for cell in row]
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    with zipfile.ZipFile(io.BytesIO(files[addresses.TEMPLATE_XLSX])) as archive:
        assert [name for name in archive.namelist() if b"<f>" in archive.read(name)] == []


def test_the_workbook_is_the_same_whenever_and_wherever_it_is_made(files):
    program = f"""
import sys, hashlib
sys.path[:0] = [{str(ROOT / "tests")!r}, {str(ROOT / "tests/unit")!r}]
import test_template
print(hashlib.sha256(dict(test_template.template.files(test_template.Build(test_template.BASE, test_template.VIEW)))["{addresses.TEMPLATE_XLSX}"]).hexdigest())
"""
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "NO_MKDOCS_2_WARNING": "1", "PATH": ""},
        ).stdout
        for seed, zone in (("1", "Asia/Pontianak"), ("2", "America/New_York"))
    }  # fmt: skip
    assert len(digests) == 1
    with zipfile.ZipFile(io.BytesIO(files[addresses.TEMPLATE_XLSX])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
        assert str(TODAY.year).encode() not in archive.read("docProps/core.xml")
