"""`katalog export iid`: the national form as far as the catalogue knows it, read back by another reader."""

import io
import shutil
import zipfile

import pytest
import yaml
from conftest import BASE, ROOT
from openpyxl import load_workbook

from generator.contributing.table_import.files import delimited

DOCUMENTED = ROOT / "tests/documented"
FILE = "iid.xlsx"
EDITION = yaml.safe_load((DOCUMENTED / "registry/indicators/2026.yml").read_text("utf-8"))


@pytest.fixture
def region(tmp_path, monkeypatch):
    """The documented region, and the command runs there."""
    root = tmp_path / "documented"
    for source in (BASE, DOCUMENTED):
        shutil.copytree(source, root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    monkeypatch.chdir(root)
    return root


def sheets(raw):
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in load_workbook(io.BytesIO(raw))
    }


def written(root):
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(root.glob("innovations/*/*.yml"))}


def export(run_here, *more):
    return run_here("export", "iid", FILE, "--as-of", "2026-11-24", *more)


def test_the_form_has_a_row_for_each_innovation_and_the_editions_columns_in_their_order(region, run_here):
    code, out, err = export(run_here)
    assert (code, err) == (0, "")
    book = sheets((region / FILE).read_bytes())
    head, *rows = book["Inovasi"]
    columns = [column["kolom"] for column in EDITION["formulir"]["kolom"]]
    assert head[: len(columns)] == columns
    by_slug = {row[head.index("Alamat tetap (katalog)")]: dict(zip(head, row, strict=True)) for row in rows}
    assert by_slug.keys() == written(region).keys()
    for slug, entry in written(region).items():
        assert by_slug[slug]["Nama inovasi"] == entry["nama"]
        assert (by_slug[slug]["Rancang bangun"] or "").split() == entry.get("solusi", "").split()
        assert not by_slug[slug]["Asta Cita"]
    full = by_slug["klinik-terapung"]
    assert full["Nilai tercatat (penilaian mandiri)"] == 111
    assert (full["Waktu penerapan"], full["Urusan utama"]) == ("6 Mei 2024", "Kesehatan")
    assert full["Video"] == "https://contoh.go.id/bukti/video"
    assert f"{len(rows)} inovasi, 22 bukti, edisi 2026" in out


def test_every_document_and_every_level_without_one_stands_in_the_sheet_of_evidence(region, run_here):
    export(run_here)
    head, *rows = sheets((region / FILE).read_bytes())["Bukti"]
    told = [
        (row[head.index("Inovasi")], row[head.index("Tingkat")], row[head.index("Judul bukti")] or "") for row in rows
    ]
    expected = [
        (entry["nama"], stated["tingkat"], document["judul"])
        for entry in written(region).values()
        for stated in entry.get("kematangan", {}).values()
        for document in stated.get("bukti", [{"judul": ""}])
    ]
    assert sorted(told) == sorted(expected)


def test_the_file_says_what_it_left_empty_and_whether_the_catalogue_has_a_field_for_it(region, run_here):
    _, out, _ = export(run_here)
    book = sheets((region / FILE).read_bytes())
    head, *rows = book["Inovasi"]
    named = head.index("Nama inovasi")
    columns = [column["kolom"] for column in EDITION["formulir"]["kolom"]]
    hollow = {(row[named], column) for row in rows for column in columns if not row[head.index(column)]}
    assert {(name, column) for name, column, _ in book["Masih kosong"][1:]} == hollow
    without = {column["kolom"] for column in EDITION["formulir"]["kolom"] if column["dari"] is None}
    for _, column, why in book["Masih kosong"][1:]:
        assert ("tidak ada di katalog" in why) == (column in without)
    fillable = sum(column not in without for _, column in hollow)
    assert f"{fillable} sel dapat diisi di katalog dan masih kosong" in out
    assert EDITION["keterangan_kepastian"] in str(book["Keterangan"])


def test_the_same_data_give_the_same_bytes_and_our_own_reader_reads_them(region, run_here):
    export(run_here)
    first = (region / FILE).read_bytes()
    (region / FILE).unlink()
    export(run_here)
    assert (region / FILE).read_bytes() == first
    assert [sheet.name for sheet in delimited.sheets(first)] == ["Inovasi", "Bukti", "Masih kosong", "Keterangan"]


def test_a_text_that_begins_like_a_formula_stays_text(region, run_here):
    path = region / "innovations/dinkes/sepeda-gizi.yml"
    path.write_text(path.read_text("utf-8").replace("Sepeda Gizi (contoh rekaan)", "=1+1"), "utf-8")
    export(run_here)
    with zipfile.ZipFile(region / FILE) as book:
        content = b"".join(map(book.read, book.namelist()))
    assert b"<f>" not in content
    assert b"=1+1" in content


def test_one_agency_alone_can_be_asked_for(region, run_here):
    assert export(run_here, "--agency", "disdik")[0] == 0
    assert len(sheets((region / FILE).read_bytes())["Inovasi"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["iid", "iid.csv"], 2, "tidak berakhiran .xlsx"),
        (["iid", "ada.xlsx"], 2, "sudah ada"),
        (["iid", FILE, "--agency", "dinas-rekaan", "--as-of", "2026-11-24"], 2, "tidak ada di registry/agencies.yml"),
        (["lain"], 2, 'perintah "lain" tidak dikenal; yang ada: iid'),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(region, run_here, arguments, code, said):
    (region / "ada.xlsx").write_bytes(b"lama")
    done, _, err = run_here("export", *arguments)
    assert done == code
    assert said in err
    assert (region / "ada.xlsx").read_bytes() == b"lama"
    assert not (region / FILE).exists()


def test_without_a_form_on_record_nothing_is_written(katalog):
    code, _, err = katalog("export", "iid", FILE, "--as-of", "2026-11-24")
    assert code == 1
    assert "formulir pada registry/indicators/TAHUN.yml" in err
