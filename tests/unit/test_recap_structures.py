"""Recaps whose layout says what no column does: headings, forms below each other, a row for each stage, odd titles."""

from dataclasses import replace

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import CATALOGUE, KNOWN, imported, told

from generator.contributing.table_import.cells.questions import questions
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import NAME_COLUMN
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.shapes.name_column import NONE
from generator.problems import Problems
from generator.text.spelling import folded

#: Columns of a table, without one whose values its headings give.
COLUMNS = ("OPD", "Nama Inovasi", "Uraian", "Bentuk", "Urusan", "Tahun Penerapan")
ROWS = (
    ("Dinkes", "Kelas Ibu", "Ibu hamil belajar bersama bidan.", "Pelayanan publik", "Kesehatan", "2024"),
    ("Dinkes", "Arsip Lurus", "Berkas disimpan dengan satu cara.", "Tata kelola", "Pendidikan", "2025"),
)


def headed(column, *headings):
    """A table without one of its columns, each row under a heading of its own."""
    place = COLUMNS.index(column)
    rows = [("No", *COLUMNS[:place], *COLUMNS[place + 1 :])]
    for number, (heading, row) in enumerate(zip(headings, ROWS, strict=True), 1):
        rows += [(None, heading), (number, *row[:place], *row[place + 1 :])]
    return book(rows)


@pytest.mark.parametrize(
    ("column", "headings", "key", "values"),
    [
        ("Urusan", ("I. URUSAN KESEHATAN", "II. URUSAN PENDIDIKAN"), "urusan", [["kesehatan"], ["pendidikan"]]),
        ("Urusan", ("Kesehatan (1 inovasi)", "Pendidikan (1 inovasi)"), "urusan", [["kesehatan"], ["pendidikan"]]),
        ("Bentuk", ("Bentuk: Pelayanan Publik", "Bentuk: Tata Kelola"), "bentuk", ["pelayanan-publik", "tata-kelola"]),
    ],
)
def test_a_heading_says_for_the_rows_below_it_what_no_column_does(column, headings, key, values):
    data, remarks = imported(headed(column, *headings))
    assert [one[key] for one in data] == values
    assert all("judul kelompok" in one.reason and one.note for one in remarks if one.address.startswith("B"))


def without(column):
    """The titles and rows of a table without one of its columns, each row numbered."""
    place = COLUMNS.index(column)
    rows = [("No", *COLUMNS), *((number, *row) for number, row in enumerate(ROWS, 1))]
    return [[cell for n, cell in enumerate(row) if n != place + 1] for row in rows]


def test_a_label_with_its_value_below_all_rows_says_that_of_each():
    data, remarks = imported(book([*without("Urusan"), [], ["Keterangan:"], ["Urusan: Kesehatan"]]))
    assert [one["urusan"] for one in data] == [["kesehatan"], ["kesehatan"]]
    assert all(one.note for one in remarks if one.address == "A6")
    [heads, first, second] = without("Urusan")
    data, _ = imported(book([heads, first, [None, "Urusan: Pendidikan"], second, [None, "Urusan: Kesehatan"]]))
    assert [one["urusan"] for one in data] == [["pendidikan"]]


@pytest.mark.parametrize(("over", "forms"), [([], 2), (["B. TATA KELOLA"], 2), (None, 1)])
def test_a_title_above_an_empty_row_holds_for_the_tables_below_which_say_nothing_else(over, forms):
    heads, first, second = without("Bentuk")
    title = ["DAFTAR INOVASI PELAYANAN PUBLIK"]
    above = [title, [], ["Tabel 1"]] if over is not None else [title]
    data, _ = imported(book([*above, heads, first, [], ["Tabel 2"], *([over] if over else []), heads[::1], second]))
    assert len(data) == forms
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola" if over else "pelayanan-publik"][
        :forms
    ]


def test_a_heading_of_years_is_the_year_of_its_rows_where_no_column_has_a_date():
    data, _ = imported(headed("Tahun Penerapan", "TAHUN 2024", "TAHUN 2025"))
    assert [one["riwayat"][0]["tanggal"] for one in data] == ["2024", "2025"]
    rows = [("No", *COLUMNS), (None, "TAHUN 2020"), (1, *ROWS[0])]
    [data], remarks = imported(book(rows))
    assert [one["tanggal"] for one in data["riwayat"]] == ["2024"]
    assert any("tidak disimpan" in reason for reason in told(remarks, "B2"))


def test_what_was_said_below_one_agency_does_not_hold_below_the_next():
    heads = ("No", *COLUMNS[1:4], COLUMNS[5])
    rows = [heads, (None, "DINAS KESEHATAN"), (None, "Urusan Kesehatan"), (1, *ROWS[0][1:4], "2024")]
    rows += [(None, "DINAS PENDIDIKAN"), (2, *ROWS[1][1:4], "2025")]
    [data], remarks = imported(book(rows))
    assert data["nama"] == "Kelas Ibu"
    assert any("Urusan" in one.reason and one.row == 6 for one in remarks)


@pytest.mark.parametrize(
    ("over", "key", "value"),
    [
        ("DAFTAR INOVASI PELAYANAN PUBLIK TAHUN 2025", "bentuk", "pelayanan-publik"),
        ("REKAP INOVASI TATA KELOLA PEMERINTAHAN DAERAH", "bentuk", "tata-kelola"),
        ("REKAP INOVASI TATA KELOLA DAN PELAYANAN PUBLIK", "bentuk", None),
        ("LOMBA INOVASI PELAYANAN PUBLIK", "bentuk", None),
    ],
)
def test_the_title_of_a_recap_says_what_form_its_innovations_have_where_no_column_does(over, key, value):
    heads, row = [*HEADER[:3], *HEADER[4:]], [*ROW[:3], *ROW[4:]]
    data, _ = imported(book([[over], heads, row]))
    assert [one[key] for one in data] == ([value] if value else [])


@pytest.mark.parametrize(
    ("status", "state"), [("Sudah berjalan", "dipakai"), ("Aktif s/d sekarang", "dipakai"), ("Kadang-kadang", None)]
)
def test_a_row_without_a_date_is_reported_in_the_year_of_its_recap_with_the_state_beside_it(status, state):
    rows = [["REKAP INOVASI DAERAH TAHUN 2025"], [*HEADER[:5], "Status"], [*ROW[:5], status]]
    [data], remarks = imported(book(rows))
    expected = {"peristiwa": "dilaporkan", "tanggal": "2025", **({"keadaan": state} if state else {})}
    assert data["riwayat"] == [expected]
    assert any("tahun rekap ini" in reason for reason in told(remarks, "baris 3"))


STAGES = (("Inisiatif", "2021"), ("Uji coba", "Mei 2022"), ("Penerapan", "2023"))


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("title", ["Tahun", "Waktu Pelaksanaan"])
def test_rows_that_each_tell_of_one_stage_of_an_innovation_are_one(title, own):
    heads = [*HEADER[:5], "Tahapan", title]
    rows = [[*(ROW[:5] if own or not place else [None] * 5), *stage] for place, stage in enumerate(STAGES)]
    [data], remarks = imported(book([heads, *rows]))
    dates = [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]]
    assert dates == [("inisiatif", "2021"), ("uji-coba", "2022-05"), ("penerapan", "2023")]
    assert any("satu inovasi dengan beberapa tahapan" in one.reason for one in remarks)


LABELS = ("Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Waktu Penerapan")


@pytest.mark.parametrize("in_one_cell", [True, False])
def test_forms_below_each_other_are_an_innovation_each(in_one_cell):
    rows = [["DATA INOVASI DINAS KESEHATAN"], []]
    for row in ROWS:
        pairs = zip(LABELS, row[1:], strict=True)
        rows += [[f"{label} : {value}"] if in_one_cell else [label, value] for label, value in pairs] + [[]]
    data, _ = imported(book(rows))
    assert [(one["nama"], one["bentuk"]) for one in data] == [
        ("Kelas Ibu", "pelayanan-publik"),
        ("Arsip Lurus", "tata-kelola"),
    ]


def test_a_form_that_explains_its_labels_is_read_by_its_answers_and_the_explanations_are_told():
    heads = ["NO", "JENIS ISIAN", "DEFINISI OPERASIONAL", "INFORMASI/JAWABAN", "DATA PENDUKUNG"]
    rows = [["DATA INOVASI DINAS KESEHATAN"], [], heads]
    for number, (label, value) in enumerate(zip(LABELS, ROWS[0][1:], strict=True), 1):
        rows.append([number, label, f"Apa itu {label.lower()}", value, "Tidak perlu"])
    rows.append([6, "Tahapan Inovasi", "Pilih salah satu", "Penerapan", "Lampirkan"])
    [data], remarks = imported(book(rows))
    assert (data["nama"], data["bentuk"], data["riwayat"][0]["tanggal"]) == ("Kelas Ibu", "pelayanan-publik", "2024")
    assert "penjelasan di samping isian, tidak dibaca" in [one.reason for one in remarks if one.note]
    assert [one for one in remarks if not one.note] == []


def test_labels_inside_a_cell_are_columns_and_those_that_nobody_knows_are_told():
    pairs = [f"{label}: {value}" for label, value in zip(LABELS, ROWS[0][1:], strict=True)]
    [data], remarks = imported(book([["No", "OPD", "Profil"], [1, "Dinkes", "\n".join([*pairs, "Juara: Dua"])]]))
    assert (data["nama"], data["bentuk"], data["riwayat"][0]["tanggal"]) == ("Kelas Ibu", "pelayanan-publik", "2024")
    assert [(one.title, one.value) for one in remarks if not one.note] == [("Juara", "Dua")]


@pytest.mark.parametrize("own", [True, False])
def test_a_column_of_labels_makes_a_row_an_innovation(own):
    rows = [["Nama Inovasi", "Keterangan", "Isi"]]
    for row in ROWS:
        pairs = zip(("Perangkat Daerah", *LABELS[1:], "Juara"), (*row[:1], *row[2:], "Dua"), strict=True)
        rows += [[row[1] if own or not n else None, *pair] for n, pair in enumerate(pairs)]
    data, remarks = imported(book(rows))
    assert [(one["nama"], one["urusan"]) for one in data] == [
        ("Kelas Ibu", ["kesehatan"]),
        ("Arsip Lurus", ["pendidikan"]),
    ]
    assert [one.title for one in remarks if not one.note] == ["Juara"] * 2


def test_units_of_one_kind_say_whose_the_innovations_are():
    heads, row = ["Puskesmas", *HEADER[1:4], HEADER[5]], ["Utara", *ROW[1:4], ROW[5]]
    outcome = settle(recap(sheets(book([heads, row])), KNOWN, Defaults()), Problems())
    [draft] = outcome.accepted
    assert (draft.path.split("/")[1], draft.reading.data["unit"]["nama"]) == ("dinkes", "Utara")


def test_a_title_and_the_one_over_it_that_mean_one_column_are_that_column():
    heads = [[*HEADER, "Satuan Pendidikan", None], [*[None] * 6, "Nama Sekolah", "Kecamatan"]]
    [data], _ = imported(book([*heads, [*ROW, "SDN 3 Utara", "Utara"]]))
    assert data["unit"]["nama"] == "SDN 3 Utara"


@pytest.mark.parametrize("stage", ["Baru dicoba di 2 RT", "Uji coba di Desa Utara", "baru uji coba"])
def test_where_something_is_tried_out_makes_no_other_stage_of_it(stage):
    [data], _ = imported(book([[*HEADER[:5], "Mulai", "Tahapan"], [*ROW[:5], "2024", stage]]))
    assert [one["peristiwa"] for one in data["riwayat"]] == ["uji-coba"]


def test_the_head_of_a_column_of_labels_is_no_label():
    rows = [["Uraian", "Inovasi 1", "Inovasi 2"], ["Perangkat Daerah", "Dinkes", "Dinkes"]]
    rows += [[label, *values] for label, *values in zip(LABELS, *(row[1:] for row in ROWS), strict=True)]
    data, _ = imported(book(rows))
    assert [one["ringkasan"] for one in data] == [row[2] for row in ROWS]


def test_tables_beside_each_other_are_read_each_with_the_agency_over_it():
    heads, rest = list(COLUMNS[1:]), [list(row[1:]) for row in ROWS]
    rows = [["DINAS KESEHATAN", *[None] * 5, "DINAS PENDIDIKAN"], [*heads, None, *heads], [*rest[0], None, *rest[1]]]
    raw = book(rows)
    data, _ = imported(raw)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Arsip Lurus"]
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    assert [one.path.split("/")[1] for one in outcome.accepted] == ["dinkes", "disdik"]


def test_of_columns_of_years_that_are_ticked_the_first_is_when_it_began():
    heads = [[*HEADER[:5], "Tahun Pelaksanaan", None, None], [*[None] * 5, 2023, 2024, 2025]]
    rows = [[*ROW[:5], None, "v", "v"], [ROW[0], "Kelas Ayah", *ROW[2:5], "v", "v", "v"]]
    data, remarks = imported(book([*heads, *rows], merged=["F1:H1"]))
    assert [one["riwayat"] for one in data] == [
        [{"peristiwa": "penerapan", "tanggal": year}] for year in ("2024", "2023")
    ]
    assert any("2024" in reason for reason in told(remarks, "G3"))


def test_a_month_and_a_year_in_columns_of_their_own_are_one_date():
    heads = [[*HEADER[:5], "Mulai Penerapan", None], [*[None] * 5, "Bulan", "Tahun"]]
    rows = [[*ROW[:5], "Sept", 2024], [ROW[0], "Kelas Ayah", *ROW[2:5], None, 2023]]
    data, remarks = imported(book([*heads, *rows], merged=["F1:G1"]))
    assert [one["riwayat"][0]["tanggal"] for one in data] == ["2024-09", "2023"]
    assert any("dibaca bersama" in reason for reason in told(remarks, "F3"))


def test_a_sheet_that_only_lists_the_innovations_of_others_is_read_with_them():
    forms = [[["Nama Inovasi", name], *zip(LABELS[1:], row[2:], strict=True)] for name, *row in (("Satu", *ROWS[0]),)]
    listed = [["No", "Nama Inovasi", "OPD", "Tanggal Uji Coba"], [1, "SATU", "Dinkes", "Mei 2023"]]
    [data], remarks = imported(book(listed, forms[0], names=["DAFTAR", "1"]))
    assert [one["tanggal"] for one in data["riwayat"]] == ["2023-05", "2024"]
    assert any("mendaftar inovasi dari lembar lain" in one.reason for one in remarks)
    other = [[*HEADER], [ROW[0], "Satu", *ROW[2:]]]
    listed[1][3] = None
    _, remarks = imported(book(listed, other, names=["DAFTAR", "1"]))
    assert [one.note for one in remarks] == [True]


@pytest.mark.parametrize("giver", ["Dinas Kesehatan", "Kelompok Tani Maju bersama Dinas Kesehatan"])
def test_the_agency_of_a_form_may_stand_under_who_had_the_idea(giver):
    rows = [["Nama Inisiator", giver], *zip(LABELS, ROWS[0][1:], strict=True)]
    empty = [["Nama Inisiator", None], *((label, None) for label in LABELS)]
    outcome = settle(recap(sheets(book(rows, empty, names=["1", "FORMAT"])), KNOWN, Defaults()), Problems())
    assert [one.path.split("/")[1] for one in outcome.accepted] == ["dinkes"]
    assert any("belum diisi" in one.reason and one.sheet == "FORMAT" for one in outcome.remarks)


def test_what_has_stopped_comes_in_with_its_end_or_is_asked_for_it():
    heads = [*HEADER, "Status"]
    [data], remarks = imported(book([heads, [*ROW[:5], "2023", "Berhenti th 2024, alatnya rusak"]]))
    ended = {"peristiwa": "dihentikan", "tanggal": "2024", "alasan": "alatnya rusak"}
    assert data["riwayat"][-1] == ended
    assert any("dihentikan 2024" in reason for reason in told(remarks, "G2"))
    assert not any("ditentukan dari tanggal" in reason for reason in told(remarks, "G2"))
    raw = book([heads, [*ROW[:5], "2023", "Tidak lanjut (guru pindah)"]])
    data, remarks = imported(raw)
    [asked] = questions(remarks)
    assert (data, asked.rows) == ([], "1 baris: 2")
    [data], _ = imported(raw, replies={("status", asked.about): "Berhenti 2024, alatnya rusak"})
    assert data["riwayat"][-1] == ended


@pytest.mark.parametrize(
    ("remark", "events"),
    [
        ("Berhenti th 2024 (alatnya rusak)", ["penerapan", "dihentikan"]),
        ("Berhenti, alatnya rusak", ["penerapan"]),
        ("Jangan berhenti 2024", ["penerapan"]),
        ("Berhenti 2024 bila tidak dianggarkan", ["penerapan"]),
    ],
)
def test_a_remark_that_says_when_all_was_over_gives_its_end_and_stays_a_remark(remark, events):
    [data], _ = imported(book([[*HEADER, "Catatan"], [*ROW[:5], "2023", remark]]))
    assert [one["peristiwa"] for one in data["riwayat"]] == events
    assert data["catatan"] == remark


def test_a_remark_on_the_end_adds_none_where_its_own_column_has_the_day():
    [data], _ = imported(
        book([[*HEADER, "Tanggal dihentikan", "Catatan"], [*ROW[:5], "2023", "3-5-2024", "Berhenti th 2024"]])
    )
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]][1:] == [("dihentikan", "2024-05-03")]


@pytest.mark.parametrize(
    ("unit", "affair"), [("SDN 3 Utara", "pendidikan"), ("Bidang Perpustakaan", "perpustakaan"), ("Bidang Umum", None)]
)
def test_an_affair_that_no_column_has_is_that_of_the_unit_where_the_office_has_several(unit, affair):
    registry = CATALOGUE.registry
    both = registry.agencies["disdik"].model_copy(update={"name": "Dinas Pendidikan dan Perpustakaan"})
    catalogue = replace(CATALOGUE, registry=replace(registry, agencies={**registry.agencies, "disdik": both}))
    heads, row = [*HEADER[:4], HEADER[5], "Unit/Sekolah"], ["disdik", *ROW[1:4], ROW[5], unit]
    known = replace(KNOWN, catalogue=catalogue)
    outcome = settle(recap(sheets(book([heads, row])), known, Defaults()), Problems())
    assert [one.reading.data["urusan"] for one in outcome.accepted] == ([[affair]] if affair else [])


def test_a_word_that_stands_once_before_its_group_is_that_of_all_its_rows_and_of_no_other_agency():
    heads = ["Urusan", "OPD", *COLUMNS[1:4], COLUMNS[5]]
    rows = [
        ["Kesehatan", "Dinkes", "Satu"],
        [None, None, "Dua"],
        ["Pendidikan", None, "Tiga"],
        [None, "Disdik", "Empat"],
    ]
    data, remarks = imported(book([heads, *([*row, *ROWS[0][2:4], "2024"] for row in rows)]))
    assert [(one["nama"], one["urusan"]) for one in data] == [
        ("Satu", ["kesehatan"]),
        ("Dua", ["kesehatan"]),
        ("Tiga", ["pendidikan"]),
    ]
    assert any(one.row == 5 and "Urusan" in one.reason for one in remarks)
    rows[2][0] = "Kesehatan"  # a word that is written again leaves no row to itself
    assert len(imported(book([heads, *([*row, *ROWS[0][2:4], "2024"] for row in rows)]))[0]) == 2


def test_stages_with_their_dates_are_a_history_where_no_column_has_dates():
    data, remarks = imported(book([[*HEADER[:5], "Tahapan (Tahun)"], [*ROW[:5], "Penerapan, 2022"]]))
    assert [one["riwayat"] for one in data] == [[{"peristiwa": "penerapan", "tanggal": "2022"}]]
    assert all(one.note for one in remarks)


@pytest.mark.parametrize(("further", "kinds"), [("Jalan terus", ["uji-coba", "penerapan"]), ("Juara dua", None)])
def test_remarks_that_are_all_stages_are_the_stages(further, kinds):
    heads = [*HEADER[:5], "Mulai Dilaksanakan", "Keterangan"]
    rows = [[*ROW[:5], "2024", "Uji coba"], [ROW[0], "Kelas Ayah", *ROW[2:5], "2023", further]]
    data, remarks = imported(book([heads, *rows]))
    assert [one["riwayat"][0]["peristiwa"] for one in data] == (kinds or ["penerapan"] * 2)
    assert any(one.asked for one in remarks) == (kinds is None)


def test_stages_in_a_column_for_each_year_are_a_history():
    heads, stages = [*HEADER[:5], "Status 2023", "Status 2024", "Status 2025"], ["Uji coba", "Uji coba", "Penerapan"]
    [data], remarks = imported(book([heads, [*ROW[:5], *stages]]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("uji-coba", "2023"),
        ("penerapan", "2025"),
    ]
    assert all(one.note for one in remarks)


@pytest.mark.parametrize("title", ["Mulai Dilak-\nsanakan", "Waktu Pelaksanaan"])
def test_a_date_on_which_something_was_carried_out_is_that_of_the_stage_beside_it(title):
    heads = [*HEADER[:5], title, "Ta-\nhapan"]
    rows = [[ROW[0], f"Kelas {stage}", *ROW[2:5], "2023", stage] for stage in ("Uji coba", "Penerapan")]
    data, _ = imported(book([heads, *rows]))
    assert [one["riwayat"][0]["peristiwa"] for one in data] == ["uji-coba", "penerapan"]
    heads[5] = "Tanggal Penerapan"
    data, _ = imported(book([heads, *rows]))
    assert [one["riwayat"][0]["peristiwa"] for one in data] == ["penerapan", "penerapan"]


@pytest.mark.parametrize("vague", [True, False])
def test_a_date_whose_format_hides_how_exact_it_is_changes_none_that_is_more_exact(vague):
    [sheet] = sheets(book([HEADER, [ROW[0], "Posyandu Malam", *ROW[2:]]]))
    cell = replace(sheet.cells[2, 6], text="2026-03-01", date="2026-03-01", vague=vague)
    sheet = replace(sheet, cells={**sheet.cells, (2, 6): cell})
    outcome = settle(recap([sheet], KNOWN, Defaults()), Problems(), update=True)
    changed = {change.key for draft in outcome.accepted for change in draft.changes}
    assert ("riwayat" in changed) != vague


def test_words_of_money_are_no_affair_and_the_office_says_which_it_is():
    heads, row = [*HEADER[:4], HEADER[5], "Asal Dana Utama"], [*ROW[:4], ROW[5], "APBD"]
    data, _ = imported(book([heads, row, [ROW[0], "Kelas Ayah", *row[2:]]]))
    assert [one["urusan"] for one in data] == [["kesehatan"]] * 2


def test_words_of_two_choices_that_changed_places_are_put_right_and_told():
    heads, row = [*HEADER[:3], "Bentuk", "Jenis", *HEADER[4:]], [*ROW[:3], "Digital", "Pelayanan publik", *ROW[4:]]
    [data], remarks = imported(book([heads, row]))
    assert (data["bentuk"], data["jenis"]) == ("pelayanan-publik", "digital")
    assert any("tertukar" in reason for reason in told(remarks, "D2"))


def test_a_column_of_agencies_and_names_has_the_names_below_headings_of_agencies():
    rows = [["No", "Perangkat Daerah / Nama Inovasi", *COLUMNS[2:]], ["A", "Dinas Kesehatan"], [1, *ROWS[0][1:]]]
    [data], _ = imported(book(rows))
    assert data["nama"] == "Kelas Ibu"


def test_the_questions_of_a_form_without_a_word_of_question_before_them_are_titles_too():
    heads = ["Nama Inovasi", "Dari OPD mana?", "Jelaskan secara singkat inovasinya", "Termasuk bentuk apa?"]
    heads += ["Urusan apa yang paling sesuai?", "Sudah diterapkan sejak kapan?"]
    [data], _ = imported(book([heads, [ROW[1], ROW[0], *ROW[2:]]]))
    assert data["riwayat"] == [{"peristiwa": "penerapan", "tanggal": "2026-08-17"}]


# Titles that nobody knows


@pytest.mark.parametrize("title", ["Terobosan", "Program Unggulan", "Inovasi Andalan", "Nama Gerakan"])
def test_the_one_column_that_can_have_the_names_has_them(title):
    heads = [HEADER[0], title, *HEADER[2:]]
    [data], remarks = imported(book([heads, ROW]))
    assert data["nama"] == ROW[1]
    assert told(remarks, "B2") == [f'"{title}" dibaca sebagai "Nama inovasi"']


@pytest.mark.parametrize(("title", "text"), [("Gerakan", None), ("Usulan", "Substansi"), ("Program Inovatif", None)])
def test_the_one_column_of_names_of_a_table_of_innovations_has_them_whatever_it_is_called(title, text):
    heads = [HEADER[0], title, text or HEADER[2], *HEADER[3:]]
    other = [ROW[0], "Kelas Ayah", "Ayah belajar merawat bayi bersama bidan", *ROW[3:]]
    raw = book([heads, [*ROW[:2], "Ibu hamil belajar bersama bidan di balai desa", *ROW[3:]], other])
    data, remarks = imported(raw)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Kelas Ayah"]
    assert f'"{title}" dibaca sebagai "Nama inovasi"' in told(remarks, "B2")
    assert [one.asked.options[0] for one in remarks if one.address == "B2" and one.asked] == [title]
    replies = {("lembar 1", NAME_COLUMN): NONE}
    assert imported(raw, replies=replies)[0] == []


def test_which_column_has_the_names_is_one_question_where_it_is_not_sure():
    heads = [HEADER[0], "Akronim", "Kepanjangan", *HEADER[2:]]
    raw = book([heads, [*ROW[:2], "Kelas bagi Ibu", *ROW[2:]], [ROW[0], "KEPAYANG", "Kelas Ayah Sayang", *ROW[2:]]])
    data, remarks = imported(raw)
    [asked] = questions(remarks)
    assert (data, asked.options[:2], asked.rows) == ([], ("Akronim", "Kepanjangan"), "2 baris: 2, 3")
    data, _ = imported(raw, replies={("lembar 1", asked.about): "Akronim"})
    assert [one["nama"] for one in data] == ["Kelas Ibu", "KEPAYANG"]
    assert imported(raw, replies={("lembar 1", asked.about): "b"})[0] == data


def test_which_row_has_the_titles_is_asked_where_none_is_known():
    rows = [["Satu", "Dua", "Tiga", "Empat"], ["Kelas Ibu", ROW[2], "Kesehatan", "Dinkes"]]
    raw, replies = book(rows), {}
    for _ in range(6):  # each answer leads on, until the row is taken
        data, remarks = imported(raw, replies=dict(replies))
        for one in questions(remarks):
            answers = {"Satu": "Nama inovasi", "Tahun rekap": "2025"}
            first = one.options[0] if one.options else ""
            replies[one.title.casefold(), one.about] = answers.get(one.title, first)
    assert data[0]["nama"] == "Kelas Ibu"


def test_which_label_of_a_form_has_the_name_is_asked():
    rows = [["Gerakan", "Kelas Ibu"], ["Perangkat daerah", "Dinkes"]]
    rows += [[label, value] for label, value in zip(LABELS[1:], ROWS[0][2:], strict=True)]
    data, remarks = imported(book(rows))
    [asked] = questions(remarks)
    assert (data, asked.options[0]) == ([], "Gerakan")
    [data], _ = imported(book(rows), replies={("lembar 1", asked.about): "Gerakan"})
    assert data["nama"] == "Kelas Ibu"


# Rows of which it is not sure what they are


def test_a_row_without_a_name_is_asked_for_it():
    raw = book([HEADER, ROW, [ROW[0], None, "Warga mendaftar dari rumah.", *ROW[3:]]])
    _, remarks = imported(raw)
    [asked] = questions(remarks)
    data, _ = imported(raw, replies={(asked.title.casefold(), asked.about): "Antre Pintar"})
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Antre Pintar"]
    data, remarks = imported(raw, replies={(asked.title.casefold(), asked.about): "bukan inovasi"})
    assert (len(data), questions(remarks)) == (1, [])


def test_a_row_with_a_name_and_nothing_else_may_be_a_heading():
    raw = book([HEADER, [None, "Inovasi Prioritas"], ROW, [*ROW[:1], "Kelas Ayah", *ROW[2:]]])
    _, remarks = imported(raw)
    [asked] = questions(remarks)
    assert asked.rows == "1 baris: 2"
    data, remarks = imported(raw, replies={(asked.title.casefold(), asked.about): asked.options[0]})
    assert (len(data), questions(remarks)) == (2, [])
    _, remarks = imported(raw, replies={(asked.title.casefold(), asked.about): "inovasi"})
    assert len(questions(remarks)) > 1


def test_a_name_that_comes_twice_is_the_same_innovation_or_gets_another_name():
    raw = book([HEADER, ROW, [*ROW[:2], "Warga mendaftar dari rumah.", *ROW[3:]]])
    _, remarks = imported(raw)
    [asked] = questions(remarks)
    data, _ = imported(raw, replies={(asked.title.casefold(), asked.about): "Antre Pintar"})
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Antre Pintar"]
    data, remarks = imported(raw, replies={(asked.title.casefold(), asked.about): "inovasi yang sama"})
    assert (len(data), questions(remarks)) == (1, [])
    assert any("berbeda dari baris 2" in one.reason for one in remarks)


# Every row that is held can be answered

#: What holds a row -> the cells that differ from `ROW`, by title.
CAUSES = {
    "no agency": {"Perangkat Daerah": None},
    "an agency that nobody knows": {"Perangkat Daerah": "Dinas Angkasa"},
    "no name": {"Nama Inovasi": None},
    "a formula for a name": {"Nama Inovasi": "=A9"},
    "a damaged name": {"Nama Inovasi": "#REF!"},
    "two names": {"Nama Inovasi": "1. Kelas Ibu\n2. Kelas Ayah"},
    "no summary": {"Ringkasan": None},
    "a summary left to fill in": {"Ringkasan": "(diisi ringkasan)"},
    "a damaged summary": {"Ringkasan": "#N/A"},
    "no form": {"Bentuk": None},
    "a form that is none": {"Bentuk": "Anu"},
    "two forms": {"Bentuk": "Tata kelola dan pelayanan publik"},
    "no affair": {"Urusan": None},
    "an affair that is none": {"Urusan": "Anu"},
    "no date": {"Tanggal Penerapan": None},
    "a date that cannot be read": {"Tanggal Penerapan": "kemarin"},
    "two dates": {"Tanggal Penerapan": "2023/2024"},
    "a year that is none": {"Tanggal Penerapan": "31-12-1899"},
}
#: What an officer answers where there is nothing to choose from, by the title that is asked about.
ANSWERS = {
    "Perangkat Daerah": "Dinkes", "Nama Inovasi": "Antre Pintar", "Ringkasan": "Warga mendaftar dari rumah.", "Bentuk": "Pelayanan publik",
    "Urusan": "Kesehatan", "Tanggal Penerapan": "2024", "Tahun rekap": "2025",
}  # fmt: skip


@pytest.mark.parametrize("cause", CAUSES)
def test_whatever_holds_a_row_is_asked_and_its_answer_takes_the_row(cause):
    row = [CAUSES[cause].get(title, value) for title, value in zip(HEADER, ROW, strict=True)]
    raw, replies = book([HEADER, row, ["Dinkes", "Arsip", *ROW[2:]]]), {}
    data, remarks = imported(raw)
    assert len(data) == 1
    assert len(questions(remarks)) == 1
    for one in questions(remarks):
        offered = [option for option in one.options if option != "bukan inovasi"]
        replies[folded(one.title), one.about] = (offered or [ANSWERS[one.title]])[0]
    data, _ = imported(raw, replies=replies)
    assert len(data) == 2


CARRIED = ("No", "Puskesmas", "Kecamatan", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Tanggal Penerapan")


@pytest.mark.parametrize(
    ("units", "districts", "stored"),
    [
        (("Melati", None, None, "Mawar"), ("Utara", None, None, "Selatan"), ["Melati", "Melati", "Melati", "Mawar"]),
        (("Melati", None, None, "Mawar"), None, ["Melati", "Melati", "Melati", "Mawar"]),
        (("Melati", None, None, "Mawar"), ("Utara", "Utara", None, "Selatan"), ["Melati", None, None, "Mawar"]),
        (("Melati", None, "Melati", "Mawar"), None, ["Melati", None, "Melati", "Mawar"]),
    ],
)
def test_a_unit_is_that_of_the_rows_below_that_leave_it_blank_as_the_district_beside_it_and_told_once(
    units, districts, stored
):
    rows = [
        [n, unit, (districts or [None] * 4)[n], f"Kelas {name}", f"Ibu belajar di kelas {name}.", *ROW[3:]]
        for n, (unit, name) in enumerate(zip(units, ("Ibu", "Bapak", "Anak", "Nenek"), strict=True))
    ]
    rows = [row if districts else [*row[:2], *row[3:]] for row in rows]
    heads = CARRIED if districts else (*CARRIED[:2], *CARRIED[3:])
    data, remarks = imported(book([["REKAP INOVASI DINAS KESEHATAN"], heads, *rows]))
    assert [one.get("unit", {}).get("nama") for one in data] == stored
    told_at = [one.address for one in remarks if one.address[0] == "B" and "dibaca sama dengan B3" in one.reason]
    assert told_at == (["B4"] if stored[1] else [])


@pytest.mark.parametrize(("districts", "stored"), [(("Utara", "Selatan", "-", "-"), 2), (("Utara", "-", "-", "-"), 1)])
def test_a_district_is_not_that_of_rows_below_that_write_that_they_have_none(districts, stored):
    rows = [
        [n, place, f"Kelas {name}", f"Ibu belajar di kelas {name}.", *ROW[3:]]
        for n, (place, name) in enumerate(zip(districts, ("Ibu", "Bapak", "Anak", "Nenek"), strict=True))
    ]
    data, _ = imported(book([["REKAP INOVASI DINAS KESEHATAN"], (CARRIED[0], *CARRIED[2:]), *rows]))
    assert ["lokasi" in one for one in data] == [True] * stored + [False] * (4 - stored)


@pytest.mark.parametrize("mark", ["Inovasi: ", ""])
def test_rows_of_a_budget_that_are_not_marked_as_innovations_head_them(mark):
    heads = ["Kode", "Program / Kegiatan / Inovasi", "OPD", "Uraian", "Bentuk", "Tahun Penerapan", "APBD 2024"]
    budget = [["1.02", "Program Sehat (urusan kesehatan)"], ["1.02.01", "Kegiatan Kelas", *[None] * 4, 300_000_000]]
    marked = [[None, mark + row[1], row[0], *row[2:4], row[5], 40_000_000] for row in ROWS]
    data, remarks = imported(book([heads, *budget, *marked]))
    assert any("program atau kegiatan" in reason for reason in told(remarks, "B3")) == bool(mark)
    if mark:
        assert [(one["nama"], one["urusan"]) for one in data] == [(row[1], ["kesehatan"]) for row in ROWS]


@pytest.mark.parametrize("mark", ["Inovasi: ", ""])
def test_an_innovation_whose_name_or_summary_begins_like_a_programme_is_no_row_of_a_budget(mark):
    named = [[row[0], mark + row[1], *row[2:]] for row in ROWS]
    program = [ROWS[0][0], "Program Sehat", "Warga berjalan pagi.", *ROWS[0][3:]]
    said = [[*row[:2], mark + row[2], *row[3:]] for row in ROWS]
    for rows, kept in (
        ([named[0], program, named[1]], {mark + ROWS[0][1], "Program Sehat", mark + ROWS[1][1]}),
        ([said[0], [*program[:2], program[1], *program[3:]], said[1]], {ROWS[0][1], "Program Sehat", ROWS[1][1]}),
    ):
        data, remarks = imported(book([COLUMNS, *rows]))
        assert {one["nama"] for one in data} == kept
        assert not any("program atau kegiatan" in one.reason for one in remarks)
