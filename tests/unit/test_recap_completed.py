"""What single rows lack is filled in on a sheet of the marked copy, line by line, and reaches these rows alone."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from recap_tables import HEADER, ROW, book, csv_of

PUBLIC, WORK, OTHER = "Pelayanan publik", "Tata kelola", "Inovasi daerah lainnya"
NAMES = ("Bambu Rapi", "Sungai Jernih", "Dermaga Baca")
HEADS = [title for title in HEADER if title != "Bentuk"]
ROWS = [["Dinkes", name, f"Apa itu {name}.", "Kesehatan", "17-8-2026"] for name in NAMES]


def lines(path):
    """The lines of a copy: name -> {title: cell}, and the sheet."""
    sheet = load_workbook(path)["Lengkapi"]
    titles = [cell.value for cell in sheet[2]]
    return {row[2].value: dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(min_row=3) if row[0].value}


def filled(path, target, values, answers=()):
    """A copy with values by (name, title), and answers by what they are about."""
    copy = load_workbook(path)
    for (name, title), value in values.items():
        copy["Lengkapi"][lines(path)[name][title].coordinate] = value
    for row in copy["Pertanyaan"].iter_rows(min_row=3) if answers else ():
        row[4].value = dict(answers).get(row[3].value)
    copy.save(target)
    return target


def entries():
    return {path.stem: path.read_text("utf-8") for path in Path("innovations").rglob("*.yml")}


def forms():
    return {name: text.partition("bentuk: ")[2].partition("\n")[0] for name, text in entries().items()}


def started(katalog, *rows, target="satu.xlsx"):
    Path("rekap.xlsx").write_bytes(book(list(rows)))
    return katalog("import", "rekap.xlsx", "--report", target)


def test_rows_that_lack_a_form_of_their_own_each_get_it_and_the_copy_can_be_sent_again_and_again(katalog):
    code, out, _ = started(katalog, HEADS, *ROWS)
    assert (code, "isi pada lembar Lengkapi" in out) == (1, True)
    copy = load_workbook("satu.xlsx")
    assert copy.sheetnames[:3] == ["Pertanyaan", "Lengkapi", "Lembar 1"]
    [question] = [row[1].value for row in copy["Pertanyaan"].iter_rows(min_row=3) if row[2].value == "Bentuk"]
    assert question.endswith(
        "Satu jawaban berlaku bagi semua baris ini. Bila berbeda-beda, isi tiap baris pada lembar Lengkapi."
    )
    assert copy["Lengkapi"]["A1"].value.startswith("Baris di bawah ini belum menjadi isian")
    assert {name: one["Baris"].value for name, one in lines("satu.xlsx").items()} == {
        name: f"baris {row}" for row, name in enumerate(NAMES, 2)
    }
    given = {(NAMES[0], "Bentuk"): PUBLIC, (NAMES[1], "Bentuk"): WORK}
    code, out, _ = katalog("import", filled("satu.xlsx", "dua.xlsx", given), "--report", "tiga.xlsx")
    assert (code, len(entries())) == (1, 3), out
    again = lines("tiga.xlsx")
    assert list(again) == [NAMES[2], *NAMES[:2]]
    assert [again[name]["Bentuk"].value for name in NAMES] == [PUBLIC, WORK, None]
    code, out, _ = katalog("import", filled("tiga.xlsx", "empat.xlsx", {(NAMES[2], "Bentuk"): OTHER}))
    assert code == 0, out
    assert {name: form for name, form in forms().items() if name != "posyandu-malam"} == {
        "bambu-rapi": "pelayanan-publik", "sungai-jernih": "tata-kelola", "dermaga-baca": "lainnya"
    }  # fmt: skip
    before = entries()
    assert katalog("import", "empat.xlsx", "--update", "--yes")[0] == 0
    assert entries() == before


def test_a_field_of_choice_has_a_drop_down_and_what_the_row_has_is_grey_and_not_read_back(katalog):
    rows = [
        ["Dinkes", NAMES[0], "Apa itu.", None, "Kesehatan", "2026"],
        ["Dinkes", NAMES[1], None, "Tata kelola", "Kesehatan", "2026"],
    ]
    started(katalog, HEADER, *rows)
    one, other = lines("satu.xlsx").values()
    assert [title for title in one if title] == ["Lembar", "Baris", "Inovasi", "Ringkasan", "Bentuk"]
    assert (one["Ringkasan"].value, one["Bentuk"].value) == ("sudah ada: Apa itu.", None)
    assert other["Bentuk"].fill.fgColor.rgb != one["Bentuk"].fill.fgColor.rgb
    sheet = load_workbook("satu.xlsx")["Lengkapi"]
    [rule] = sheet.data_validations.dataValidation
    area = rule.formula1.replace("$", "")
    assert {cell.value for [cell] in sheet[area]} >= {PUBLIC, OTHER}
    assert sheet.column_dimensions[area[0]].hidden
    copy = load_workbook("satu.xlsx")
    copy["Lembar 1"]["C2"] = "Kalimat yang dibetulkan."
    copy.save("satu.xlsx")
    given = {(NAMES[0], "Bentuk"): OTHER, (NAMES[1], "Ringkasan"): "Apa yang lain."}
    assert katalog("import", filled("satu.xlsx", "dua.xlsx", given))[0] == 0
    assert "ringkasan: Kalimat yang dibetulkan." in entries()["bambu-rapi"]


def test_what_is_filled_in_wins_over_an_answer_for_all_rows_and_over_what_the_table_says_which_is_told(katalog):
    started(
        katalog,
        HEADER,
        *([*ROW[:1], name, *ROW[2:3], form, *ROW[4:]] for name, form in zip(NAMES, ("Anu", None, None), strict=True)),
    )
    given = {(NAMES[0], "Bentuk"): OTHER, (NAMES[1], "Bentuk"): WORK}
    code, out, _ = katalog("import", filled("satu.xlsx", "dua.xlsx", given, {"(kosong)": PUBLIC}.items()))
    assert (code, 'D2 (Bentuk) "Anu": diganti isi sel D3 pada lembar Lengkapi' in out) == (0, True), out
    assert [forms()[name] for name in ("bambu-rapi", "sungai-jernih", "dermaga-baca")] == [
        "lainnya",
        "tata-kelola",
        "pelayanan-publik",
    ]


@pytest.mark.parametrize(
    ("title", "value", "why"),
    [
        ("Bentuk", "Layanan entah apa", "tidak ada dalam pilihan"),
        ("Urusan pemerintahan", "Kesehatan; Anu", ""),
        ("Perangkat daerah", "Dinas Angin", "perangkat daerah ini tidak ada dalam daftar"),
        ("Ringkasan", "menyusul", "belum diisi"),
        ("Ringkasan", "Hubungi Budi di 0812-3456-7890.", "nomor"),
    ],
)
def test_what_is_no_value_is_told_with_its_cell_and_asked_again(katalog, title, value, why):
    at = {"Perangkat daerah": 0, "Ringkasan": 2, "Bentuk": 3, "Urusan pemerintahan": 4}[title]
    lacking = [None if place == at else cell for place, cell in enumerate(["Dinkes", NAMES[0], *ROW[2:]])]
    started(katalog, HEADER, lacking)
    before = entries()
    code, out, _ = katalog(
        "import", filled("satu.xlsx", "dua.xlsx", {(NAMES[0], title): value}), "--report", "tiga.xlsx"
    )
    assert (code, entries()) == (1, before)
    assert 'lembar "Lengkapi", D3' in out
    assert why in out
    cell = lines("tiga.xlsx")[NAMES[0]][title]
    assert (cell.value, cell.fill.fgColor.rgb[-6:], cell.comment is not None) == (value, "F8C9C4", True)
    asked = [
        str(cell)
        for sheet in load_workbook("tiga.xlsx")
        if sheet.title == "Pertanyaan"
        for row in sheet.values
        for cell in row
    ]
    assert [text for text in asked if value in text] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.cell(2, 2, "Nama Lain"),
        lambda sheet: sheet.insert_rows(2),
        lambda sheet: setattr(sheet, "title", "Lain"),
    ],
)
def test_a_line_whose_row_is_no_longer_there_is_told_and_serves_no_other(katalog, change):
    started(katalog, HEADS, ROWS[0])
    copy = load_workbook(filled("satu.xlsx", "dua.xlsx", {(NAMES[0], "Bentuk"): WORK}))
    change(copy["Lembar 1"])
    copy.save("dua.xlsx")
    before = entries()
    code, out, _ = katalog("import", "dua.xlsx", "--report", "tiga.xlsx")
    assert (code, entries()) == (1, before)
    assert f'lembar "Lengkapi", D3 (Bentuk) "{WORK}": tidak dipakai' in out
    assert WORK in [row[3].value for row in load_workbook("tiga.xlsx")["Lengkapi"].iter_rows(min_row=3)]


def test_lines_come_with_the_table_itself_or_as_replies_to_it_as_a_workbook_or_as_text(katalog):
    started(katalog, HEADS, *ROWS[:2])
    given = {(NAMES[0], "Bentuk"): PUBLIC}
    Path("lengkapi.csv").write_text(
        csv_of(("Lembar", "Baris", "Inovasi", "Bentuk"), ("Lembar 1", "baris 3", NAMES[1], WORK)), "utf-8"
    )
    assert katalog("import", "rekap.xlsx", "--replies", filled("satu.xlsx", "dua.xlsx", given))[0] == 1
    assert forms()["bambu-rapi"] == "pelayanan-publik"
    code, out, _ = katalog("import", "dua.xlsx", "--replies", "lengkapi.csv")
    assert (code, forms()["sungai-jernih"]) == (0, "tata-kelola"), out


MATRIX = [
    ["Nama Inovasi", "Bambu Rapi", "Sungai Jernih"], ["Perangkat Daerah", "Dinkes", "Disdik"],
    ["Ringkasan", "Apa itu bambu rapi.", "Apa itu sungai jernih."], ["Urusan", "Kesehatan", "Pendidikan"],
    ["Tanggal Penerapan", "2025", "2026"],
]  # fmt: skip
CARDS = [row for n in (1, 2) for row in [*([row[0], row[n]] for row in MATRIX), []]]
BESIDE = [[*MATRIX[place], None, None, *CARDS[place]] for place in range(5)]


@pytest.mark.parametrize("rows", [
    MATRIX, CARDS,
    [[*one[:2], None, *other[:2]] for one, other in zip(CARDS[:5], CARDS[6:11], strict=True)],
    [["Nama Inovasi", "Ringkasan", "Urusan", "Tanggal Penerapan"], ["Dinkes"], [NAMES[0], "Apa itu.", "Kesehatan", 2025],
     ["Disdik"], [NAMES[1], "Apa itu juga.", "Pendidikan", 2026]],
], ids=["matrix", "forms", "cards", "bands"])  # fmt: skip
def test_every_layout_has_a_line_for_each_row(katalog, rows):
    started(katalog, *rows)
    given = {(NAMES[0], "Bentuk"): OTHER, (NAMES[1], "Bentuk"): WORK}
    code, out, _ = katalog("import", filled("satu.xlsx", "dua.xlsx", given))
    assert code == 0, out
    assert [forms()[name] for name in ("bambu-rapi", "sungai-jernih")] == ["lainnya", "tata-kelola"]


def test_a_row_without_a_name_gets_it_and_then_goes_by_what_the_table_says(katalog):
    started(katalog, HEADER, ROW, ["Dinkes", None, "Apa itu.", *ROW[3:]], ["Disdik", None, "Apa lagi.", None, *ROW[4:]])
    copy = load_workbook("satu.xlsx")
    sheet = copy["Lengkapi"]
    assert [cell.value for cell in sheet[2]][:5] == ["Lembar", "Baris", "Inovasi", "Nama inovasi", "Bentuk"]
    sheet["D3"], sheet["D4"] = NAMES[:2]
    copy.save("dua.xlsx")
    code, out, _ = katalog("import", "dua.xlsx", "--report", "tiga.xlsx")
    assert (code, "bambu-rapi" in entries()) == (1, True), out
    copy = load_workbook("tiga.xlsx")
    assert [cell.value for cell in copy["Lengkapi"][3]][:5] == ["Lembar 1", "baris 4", None, NAMES[1], None]
    copy["Lengkapi"]["E3"] = WORK
    copy.save("empat.xlsx")
    code, out, _ = katalog("import", "empat.xlsx")
    assert (code, forms()["sungai-jernih"]) == (0, "tata-kelola"), out


def test_an_agency_that_is_filled_in_leaves_an_answer_for_all_rows_as_it_is(katalog):
    heads = ["Nama Inovasi", "Ringkasan", "Bentuk", "Tanggal Penerapan"]
    started(katalog, heads, *([name, "Apa itu.", PUBLIC, "2026"] for name in NAMES))
    given = {(name, "Perangkat daerah"): "Dinas Kesehatan" for name in NAMES[:2]} | {
        (NAMES[2], "Perangkat daerah"): "Disdik"
    }
    asked = [
        row[3].value
        for row in load_workbook("satu.xlsx")["Pertanyaan"].iter_rows(min_row=3)
        if row[2].value != "Perangkat daerah"
    ]
    code, out, _ = katalog(
        "import", filled("satu.xlsx", "dua.xlsx", given, dict.fromkeys(asked, "Perpustakaan").items())
    )
    assert code == 0, out
    assert sum("- perpustakaan" in text for text in entries().values()) == 3


def test_a_sheet_of_the_office_that_is_called_like_ours_stays_in_the_copy_and_is_read_when_it_comes_again(katalog):
    Path("rekap.xlsx").write_bytes(book([HEADS, ROWS[0]], [HEADER, ROW], names=["Daftar", "Lengkapi"]))
    code, out, _ = katalog("import", "rekap.xlsx", "--report", "satu.xlsx")
    assert (code, "ganti nama lembarnya bila memuat inovasi" in out) == (1, True), out
    given = {(NAMES[0], "Bentuk"): PUBLIC}
    assert katalog("import", filled("satu.xlsx", "dua.xlsx", given))[0] == 0
    assert {"bambu-rapi", "kelas-ibu"} <= entries().keys()
