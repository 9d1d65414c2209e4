"""Recaps whose own words say what a row, a name, a unit or a sum is not sure of, or whose it is."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import KNOWN, imported, one_row

from generator.contributing.answers.funds import Funded, funded
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.problems import Problems

OVER = ["REKAP INOVASI TAHUN 2026"]
NAMES = HEADER[1]


def named(*names):
    return book([OVER, HEADER, *([ROW[0], name, *ROW[2:]] for name in names)])


def asked_about(remarks, title):
    return [one.asked.about for one in remarks if one.asked and one.asked.title == title]


# Names that are none


@pytest.mark.parametrize(
    "name",
    [
        *(
            "(nama inovasi menyusul)",
            "(belum ada judul)",
            "Judul belum ditentukan",
            "(judul belum ditetapkan)",
            "idem no. 7",
            "???",
            "tanpa nama",
        ),
        *("(inovasi gizi, nama menyusul)", "Inovasi gizi (judul dan uraian menyusul)", "Inovasi Baru"),
        *("???? (tanya Bu Kabid)", "... (belum tahu)", "- (cek ke bidang)", "(tanya Pak Camat)"),
    ],
)
def test_what_stands_for_a_name_is_none_and_is_asked(name):
    data, remarks = imported(named("Kelas Ibu", name))
    assert [one["nama"] for one in data] == ["Kelas Ibu"]
    assert asked_about(remarks, NAMES) == ['baris 4 lembar "Lembar 1"']


@pytest.mark.parametrize(
    "name", ["Loket / Mobil Layanan ???", "Kelas Ayah (?)", "Kelas Ayah ?", "Kelas Ayah ?? (tanya Bu Kabid)"]
)
def test_a_name_that_its_writer_doubts_is_asked(name):
    data, remarks = imported(named("Kelas Ibu", name))
    assert [one["nama"] for one in data] == ["Kelas Ibu"]
    [asked] = [one.asked for one in remarks if one.asked]
    assert (asked.about, asked.options) == (name, (name.partition("?")[0].rstrip("( "),))


@pytest.mark.parametrize(
    "name", ["Apa Kabar Bu?", "Tidak Ada Kata Terlambat", "Belum Tentu Besok", "TANI WARA (Tanya Petani Lewat Radio)"]
)
def test_a_name_may_be_a_question_or_begin_as_one_that_is_missing_does(name):
    data, _ = imported(named(name))
    assert [one["nama"] for one in data] == [name]


# Rows that say that they do not count


def row_with(words, title="Ket."):
    heads = [*HEADER, title]
    return book([OVER, heads, [*ROW, None], [ROW[0], "Kelas Ayah", *ROW[2:], words]])


@pytest.mark.parametrize(
    "words",
    [
        "ganda dgn no. 1, jangan dihitung",
        "tidak jadi",
        "Dibatalkan",
        "batal diusulkan",
        "gabung ke no. 1",
        "dibatalkan OPD",
        "batal, tidak jadi dilaksanakan",
        "usulan ditarik",
        "ditarik kembali oleh OPD",
        "Batal (anggaran tidak ada)",
        "sudah dilebur ke no. 1",
        "OPD menarik usulannya",
        "tidak dilanjutkan, batal",
    ],
)
def test_a_row_that_says_that_it_does_not_count_is_held_and_asked(words):
    data, remarks = imported(row_with(words))
    assert len(data) == 1
    [asked] = [one.asked for one in remarks if one.asked and "memuat" in one.asked.text]
    assert asked.options == ("bukan inovasi", "inovasi")
    for answer, count in (("bukan inovasi", 1), ("inovasi", 2)):
        data, _ = imported(row_with(words), replies={(NAMES.casefold(), asked.about): answer})
        assert len(data) == count


@pytest.mark.parametrize("column", ["Tahapan", "Catatan data", "Unit pembuat: Nama unit", "tidak disimpan"])
def test_a_cancelled_row_stays_out_and_its_answer_valid_whatever_its_column_is_answered_to_be(column):
    rows = [[*ROW, "berjalan"], [ROW[0], "Kelas Ayah", *ROW[2:], "batal, alat tidak jadi dibeli"]]
    raw = book([OVER, [*HEADER, "Ket."], *rows])
    replies = {("ket", "?"): column}
    data, remarks = imported(raw, replies=replies)
    assert [one["nama"] for one in data] == [ROW[1]]
    [asked] = [one.asked for one in remarks if one.asked and "memuat" in one.asked.text]
    data, remarks = imported(raw, replies={**replies, (NAMES.casefold(), asked.about): "bukan inovasi"})
    assert [one["nama"] for one in data] == [ROW[1]]
    assert "dibaca sebagai bukan inovasi, menurut jawaban" in [one.reason for one in remarks]


@pytest.mark.parametrize(
    "words",
    ["ditarik retribusi", "menarik minat warga", "tidak jadi masalah", "dicoret dari RKA", "dulu batal, kini jalan"],
)
def test_a_remark_of_what_else_was_drawn_or_struck_holds_no_row(words):
    assert len(imported(row_with(words))[0]) == 2


def test_a_text_may_speak_of_what_was_cancelled_or_counted_twice():
    texts = ("Warga yang tidak jadi datang tetap dilayani.", "Penerima ganda tidak dihitung dua kali oleh petugas.")
    rows = [[ROW[0], f"Kelas {n}", text, *ROW[3:]] for n, text in enumerate(texts)]
    assert len(imported(book([OVER, HEADER, *rows]))[0]) == 2


def test_a_row_whose_name_is_to_be_changed_is_held_and_its_remark_is_no_benefit():
    raw = row_with("diganti nama, nama baru menyusul", "Hasil")
    data, remarks = imported(raw)
    assert len(data) == 1
    [asked] = [one.asked for one in remarks if one.asked]
    data, _ = imported(raw, replies={(NAMES.casefold(), asked.about): "Kelas Bapak"})
    assert (data[1]["nama"], "manfaat" in data[1]) == ("Kelas Bapak", False)


# Units below the band of an agency


def banded(title, *rows, band="B. PUSKESMAS (UPT DINAS KESEHATAN)"):
    heads = ["No", title, *HEADER[1:]]
    return book([OVER, heads, [band], *([n, unit, f"Kelas {n}", *ROW[2:]] for n, unit in enumerate(rows, 1))])


def paths_and_units(raw, **replies):
    found = recap(sheets(raw), KNOWN, Defaults(**replies))
    drafts = [draft for draft in found.drafts if not draft.reading.refused]
    whose = [(one.path.split("/")[1], one.reading.data.get("unit", {}).get("nama")) for one in drafts]
    return whose, [one.asked for one in found.remarks if one.asked]


@pytest.mark.parametrize("title", ["RUANG / FASKES", "Unit Kerja/Puskesmas", "Fasilitas Kesehatan", "UNIT"])
def test_the_unit_of_a_row_is_its_own_and_never_the_band_above_it(title):
    whose, _ = paths_and_units(banded(title, "Puskesmas Hulu", "Puskesmas Hilir"))
    assert whose == [("dinkes", "Puskesmas Hulu"), ("dinkes", "Puskesmas Hilir")]


def test_a_unit_that_any_office_has_is_one_of_that_in_whose_group_it_stands():
    whose, asked = paths_and_units(banded("Unit Kerja/Puskesmas", "Bidang Mutu", "Loket Kita", band="DINAS KESEHATAN"))
    assert whose == [("dinkes", "Bidang Mutu")]
    assert [one.about for one in asked if "Loket" in one.about] == ["Loket Kita"]


def test_a_unit_that_any_office_has_is_never_of_the_office_that_only_compiled_the_forms():
    rows = [["DINAS KESEHATAN"], [], *profile("Kelas A", ("OPD/Unit Kerja", "Bidang Mutu")), *profile("Kelas B")]
    found = recap(sheets(book(rows)), KNOWN, Defaults())
    assert not any(draft.reading.name == "Kelas A" for draft in found.drafts)


def test_a_form_may_name_only_a_unit_that_one_office_has():
    found = recap(sheets(book(profile("Kelas A", ("OPD / Unit Kerja", "Puskesmas Hulu")))), KNOWN, Defaults())
    assert [draft.path.split("/")[1] for draft in found.drafts] == ["dinkes"]


def test_a_room_of_a_hospital_is_a_unit_and_one_of_no_known_kind_is_asked_once_a_column():
    raw = banded("Unit", "Instalasi Farmasi", "Rawat Jalan", "Gizi", "Sanitasi", band="A. RSUD CONTOH")
    whose, asked = paths_and_units(raw)
    assert [unit for _, unit in whose] == ["Instalasi Farmasi", "Rawat Jalan", None, None]
    assert {one.about for one in asked} == {"jenis unit"}
    whose, asked = paths_and_units(raw, replies={("unit", "jenis unit"): "Unit lainnya"})
    assert ([unit for _, unit in whose][2:], asked) == (["Gizi", "Sanitasi"], [])


@pytest.mark.parametrize("title", ["Unit Asal", "Dinas / Unit Pengelola"])
def test_an_office_that_a_row_names_itself_is_never_overruled_by_the_band(title):
    whose, asked = paths_and_units(banded(title, "Kecamatan Utara", band="DINAS KESEHATAN"))
    assert whose in ([], [("kecamatan-utara", None)])
    assert whose or any("Kecamatan Utara" in one.about for one in asked)


def test_a_school_of_the_province_is_asked():
    whose, asked = paths_and_units(banded("Sekolah", "SDN 1 Hulu", "SMAN 2 Hulu", band="DINAS PENDIDIKAN"))
    assert [unit for _, unit in whose] == ["SDN 1 Hulu"]
    assert any("SMAN 2 Hulu" in one.about for one in asked)


# What holds for the units of an agency


def test_the_affair_of_other_schools_is_that_of_a_unit_of_a_kind_that_nobody_knows():
    heads = ["Satuan Pendidikan", HEADER[1], HEADER[2], HEADER[3], HEADER[5]]
    rows = [[unit, f"Kelas {unit}", ROW[2], ROW[3], ROW[5]] for unit in ("SDN 1 Hulu", "Rumah Pintar Hilir")]
    data, _ = imported(book([["DINAS PENDIDIKAN DAN KEBUDAYAAN"], heads, *rows]), agency="disdik")
    assert [one["urusan"] for one in data] == [data[0]["urusan"]] * 2


# Columns of yes and no, and sums with their fund


@pytest.mark.parametrize(
    ("title", "kinds"), [("Digital (Y/T)", ["digital", "nondigital"]), ("Non digital", ["nondigital", "digital"])]
)
@pytest.mark.parametrize("marks", [("Y", "T"), ("Ya", "Tidak")])
def test_yes_and_no_below_digital_are_its_kind(title, kinds, marks):
    rows = [[ROW[0], f"Kelas {mark}", *ROW[2:], mark] for mark in marks]
    data, remarks = imported(book([OVER, [*HEADER, title], *rows]))
    assert [one["jenis"] for one in data] == kinds
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize("title", ["Biaya dan sumber", "Anggaran & sumber", "Biaya & Sumber Dana"])
def test_a_column_of_costs_and_their_source_is_money_with_its_fund(title):
    rows = [[*ROW, "Rp 7,5 jt (BOS 2025)"], [ROW[0], "Kelas Ayah", *ROW[2:], "Rp 3 juta (komite, 2024)"]]
    data, remarks = imported(book([OVER, [*HEADER, title], *rows]))
    assert [one["anggaran"] for one in data] == [
        [{"tahun": "2025", "jumlah": "7500000", "sumber": "BOS"}],
        [{"tahun": "2024", "jumlah": "3000000", "sumber": "komite"}],
    ]
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rp 3 juta (komite, 2024)", Funded("Rp 3 juta", "komite", "2024")),
        ("5 jt (iuran warga 2025)", Funded("5 jt", "iuran warga", "2025")),
        ("Rp 2 juta (per tahun)", Funded("Rp 2 juta (per tahun)")),
        ("10 juta (tiga kegiatan)", Funded("10 juta (tiga kegiatan)")),
    ],
)
def test_a_fund_in_brackets_has_any_name_but_those_of_other_remarks(text, said):
    assert funded(text) == said


# Several forms below each other


def profile(name, *offices):
    """The rows of one form; `offices` are labels with what stands beside them, above the name."""
    lines = [*offices, ("Nama Inovasi", name), ("Bentuk Inovasi", "Pelayanan publik"), ("Urusan", "Kesehatan")]
    lines += [("Rancang Bangun", "Ibu hamil belajar bersama bidan."), ("Waktu Penerapan", "2024")]
    return [["FORMULIR"], *([f"{n}.", label, ":", value] for n, (label, value) in enumerate(lines, 1)), []]


LABELS_OF_OFFICES = ["Perangkat Daerah / Unit", "OPD/Unit Kerja", "Dinas/Instansi Pengusul", "Asal Kantor", "Unit asal"]


@pytest.mark.parametrize("label", LABELS_OF_OFFICES)
def test_the_office_of_one_form_never_serves_another(label):
    offices = ("Kecamatan Utara", "UPT Puskesmas Hulu, Dinas Kesehatan", "Loket bersama")
    forms = [profile(f"Kelas {n}", ("Nama Pemda", "Kabupaten Contoh"), (label, one)) for n, one in enumerate(offices)]
    found = recap(sheets(book([row for form in forms for row in form])), KNOWN, Defaults())
    assert [draft.path.split("/")[1] for draft in found.drafts] == ["kecamatan-utara", "dinkes"]
    assert found.drafts[1].reading.data["unit"]["nama"] == "UPT Puskesmas Hulu"
    assert any(one.asked and one.asked.about == "Loket bersama" for one in found.remarks)


@pytest.mark.parametrize("over", [["DINAS KESEHATAN"], [None, "Perangkat Daerah", ":", "Dinas Kesehatan"]])
def test_an_office_above_all_forms_is_that_of_each(over):
    rows = [["PROFIL INOVASI TAHUN 2026"], over, [], *profile("Kelas A"), *profile("Kelas B")]
    found = recap(sheets(book(rows)), KNOWN, Defaults())
    assert [draft.path.split("/")[1] for draft in found.drafts] == ["dinkes", "dinkes"]


# Spans of time


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Triwulan II 2025 - sekarang", "2025"),
        ("Jan-24 s.d. Des-26", "2024-01"),
        ("2021-2026", "2021"),
        ("TW II 2024 - TW I 2026", "2024"),
        ("17/06/2024 - sekarang", "2024-06-17"),
    ],
)
def test_a_span_of_time_begins_on_its_first_date_and_keeps_its_own_words(written, date):
    [data], remarks = imported(book([OVER, HEADER, [*ROW[:5], written]]))
    assert data["riwayat"] == [{"peristiwa": "penerapan", "tanggal": date, "keterangan": written}]
    assert not any(one.asked for one in remarks)
    answered = {(HEADER[5].casefold(), written): "2025-02"}
    [data], _ = imported(book([OVER, HEADER, [*ROW[:5], written]]), replies=answered)
    assert data["riwayat"] == [{"peristiwa": "penerapan", "tanggal": "2025-02", "keterangan": written}]


@pytest.mark.parametrize(("title", "written"), [(HEADER[5], "2023/2024"), ("Tanggal dihentikan", "2023 - 2025")])
def test_a_span_that_may_be_something_else_or_of_an_end_is_asked(title, written):
    raw = book([OVER, [*HEADER, title] if title != HEADER[5] else HEADER, [*ROW[: 5 + (title != HEADER[5])], written]])
    _, remarks = imported(raw)
    assert written in [one.asked.about for one in remarks if one.asked]


def test_a_cost_of_a_year_is_money():
    [data], remarks = imported(book([OVER, [*HEADER, "Biaya Tahun 2026", "Sumber"], [*ROW, "Rp 45 jt", "APBD"]]))
    assert data["anggaran"] == [{"tahun": "2026", "jumlah": "45000000", "sumber": "APBD"}]
    assert not any(one.asked for one in remarks)


# Sheets of two years


def years(new, old, heads=HEADER):
    short = [n for n in range(len(heads)) if n != 2]
    return book([[heads[n] for n in short], [new[n] for n in short]], [heads, old], names=["2026", "2025"])


def test_a_summary_that_only_the_sheet_of_last_year_has_serves_and_is_told():
    [data], remarks = imported(years(ROW, ROW))
    assert data["ringkasan"] == ROW[2]
    assert not any(one.asked or not one.note for one in remarks)
    assert any("dipakai untuk baris 2" in one.reason for one in remarks)


def test_the_summary_of_another_office_serves_nobody():
    data, remarks = imported(years(ROW, ["Disdik", *ROW[1:]]))
    assert [one["perangkat_daerah"] if "perangkat_daerah" in one else one["ringkasan"] for one in data] == [ROW[2]]
    assert any(one.asked and one.asked.title == HEADER[2] for one in remarks)


def test_of_the_sheet_of_last_year_only_what_differs_is_told_to_differ():
    new = [[*HEADER, "Manfaat"], [*ROW, None]]
    old = [[*HEADER, "Manfaat"], [*ROW[:5], "2026", "Lekas."]]
    _, remarks = imported(book(new, old, names=["2026", "2025"]))
    told = [one.reason for one in remarks if "lembar" in one.reason and "dibuat dua kali" not in one.reason]
    assert told == ['tidak disebut pada baris 2 lembar "2026", yang dipakai']


SCORES = [["Nama Inovasi", "Indikator", "Parameter", "Bobot", "Skor"], ["Kelas Ibu", "Regulasi", "Parameter 2", 3, 6]]
COUNTS = [["Tahapan", "Jumlah"], ["Inisiatif", 2], ["Uji Coba", 2], ["Penerapan", 7], ["Total", 11]]


@pytest.mark.parametrize("beside", [SCORES, COUNTS])
def test_a_sheet_of_scores_or_counts_is_told_and_asks_nothing(beside):
    data, remarks = imported(book([HEADER, ROW], beside, names=["Inovasi 2026", "Lain"]))
    assert len(data) == 1
    assert not any(one.asked for one in remarks)
    assert any(one.note and "bukan daftar inovasi" in one.reason for one in remarks if one.sheet == "Lain")


# Rows without any date


def test_rows_without_a_date_are_asked_by_their_stage_with_the_year_of_the_signature():
    heads = [*HEADER, "Tahapan"]
    rows = [[ROW[0], f"Kelas {n}", *ROW[2:5], None, stage] for n, stage in enumerate(("Inisiatif", "Uji Coba"))]
    raw = book([heads, *rows, [], [None, "Kota Contoh, 20 Juli 2026"], [None, "Kepala Dinas"]])
    _, remarks = imported(raw)
    asked = {one.asked.about: one.asked for one in remarks if one.asked}
    assert [one.options for one in asked.values()] == [("inisiatif 2026", "2026"), ("uji coba 2026", "2026")]
    assert all("Baris 2" in one.text or "Baris 3" in one.text for one in asked.values())
    answers = {(one.title.casefold(), about): one.options[0] for about, one in asked.items()}
    data, _ = imported(raw, replies=answers)
    assert [one["riwayat"][0] for one in data] == [
        {"peristiwa": "inisiatif", "tanggal": "2026"},
        {"peristiwa": "uji-coba", "tanggal": "2026"},
    ]


# Places that are districts


def test_a_place_that_is_only_districts_is_stored_as_these_and_told():
    places = ("Kec. Utara", "Kecamatan Utara dan Selatan", "Kec. Utara, Kec. Selatan", "Utara Jaya")
    rows = [[ROW[0], f"Kelas {n}", *ROW[2:], place] for n, place in enumerate(places)]
    data, remarks = imported(book([OVER, [*HEADER, "Lokasi"], *rows]))
    assert [one["lokasi"] for one in data] == [
        {"kecamatan": ["utara"]},
        {"kecamatan": ["utara", "selatan"]},
        {"kecamatan": ["utara", "selatan"]},
        {"tempat": "Utara Jaya"},
    ]
    assert sum("kecamatan lokasi" in one.reason for one in remarks) == 3


@pytest.mark.parametrize(
    ("written", "place", "districts"),
    [
        ("Desa Hulu, Kec. Utara", "Desa Hulu", ["utara"]),
        ("Ds. Hulu Kec. Utara", "Ds. Hulu", ["utara"]),
        ("Kel. Hulu / Kecamatan Utara Kab. Contoh", "Kel. Hulu", ["utara"]),
        ("Kec. Utara - Desa Hulu", "Desa Hulu", ["utara"]),
        ("Kec. Utara: Ds. Hulu, Ds. Hilir", "Ds. Hulu, Ds. Hilir", ["utara"]),
        ("Hulu (Kec. Utara)", "Hulu", ["utara"]),
        ("Utara, Kec. Utara", "Utara", ["utara"]),
        ("Hulu Kec. Utara; Hilir Kec. Selatan", "Hulu Kec. Utara; Hilir Kec. Selatan", ["utara", "selatan"]),
        ("Desa Hulu, Kec. Anu", "Desa Hulu, Kec. Anu", None),
        ("Kec. Utara dan sekitarnya", "Kec. Utara dan sekitarnya", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["Desa", "Lokasi", "Desa/Kecamatan", "Lokus (Desa/Kec.)"])
def test_a_village_and_its_district_in_one_cell_are_both_stored_and_told(title, written, place, districts):
    [data], remarks = imported(one_row((title, written)))
    assert data["lokasi"] == {"tempat": place, **({"kecamatan": districts} if districts else {})}
    assert all(one.note for one in remarks)
    assert any("kecamatan lokasi" in one.reason for one in remarks) is (districts is not None)


def test_a_village_and_its_district_in_order_are_told_apart_where_the_title_asks_for_both():
    [data], _ = imported(one_row(("Desa / Kecamatan", "Hulu, Utara")))
    assert data["lokasi"] == {"tempat": "Hulu", "kecamatan": ["utara"]}
    [data], _ = imported(one_row(("Desa", "Hulu, Utara")))
    assert data["lokasi"] == {"tempat": "Hulu, Utara"}
    [data], _ = imported(one_row(("Desa", "Hulu, Kec. Utara"), ("Kecamatan", "Selatan")))
    assert data["lokasi"] == {"tempat": "Hulu, Kec. Utara", "kecamatan": ["selatan"]}


@pytest.mark.parametrize("title", ["Unit Pelayanan Publik (UPP)", "UPP", "Unit Penyelenggara"])
@pytest.mark.parametrize(
    ("agency", "unit", "stored"),
    [
        ("Dinas Kesehatan", "UPT Puskesmas Hulu", "UPT Puskesmas Hulu"),
        ("Dinas Kesehatan", "Dinas Kesehatan", None),
        (None, "Dinas Kesehatan", None),
        (None, "UPT Puskesmas Hulu", "UPT Puskesmas Hulu"),
    ],
)
def test_a_unit_of_public_service_is_the_unit_of_its_agency_and_never_this_itself(title, agency, unit, stored):
    rows = [["Nama Inovasi", ROW[1]], *([["Perangkat Daerah", agency]] if agency else []), [title, unit]]
    rows += [["Ringkasan", ROW[2]], ["Bentuk", ROW[3]], ["Urusan", ROW[4]], ["Tanggal Penerapan", "2024"]]
    outcome = settle(recap(sheets(book(rows)), KNOWN, Defaults()), Problems())
    [draft] = outcome.accepted
    assert (draft.reading.agency, draft.reading.data.get("unit", {}).get("nama")) == ("dinkes", stored)
    assert all(one.note for one in outcome.remarks)


SPANS = ("Februari s.d. November 2026", "2024 - 2026")


@pytest.mark.parametrize(
    ("title", "stage", "cells", "events"),
    [
        ("Jangka Waktu Pelaksanaan", None, SPANS, [("penerapan", "2026-02"), ("penerapan", "2024")]),
        ("Waktu Pelaksanaan s.d.", None, SPANS, [("penerapan", "2026-02"), ("penerapan", "2024")]),
        ("Jangka Waktu", "Penerapan", SPANS, [("penerapan", "2026-02"), ("penerapan", "2024")]),
        ("Waktu Pelaksanaan (s.d.)", "Uji coba", SPANS, [("uji-coba", "2026-02"), ("uji-coba", "2024")]),
        ("Jangka Waktu", None, SPANS, None),
        ("Waktu Pelaksanaan s.d.", None, ("November 2026", "Desember 2025"), None),
    ],
)
def test_a_span_begins_what_its_title_or_its_stage_says_and_is_asked_where_neither_does(title, stage, cells, events):
    heads = [*HEADER[:5], title, *(["Tahapan"] if stage else [])]
    rows = [[ROW[0], f"Kelas {n}", *ROW[2:5], said, *([stage] if stage else [])] for n, said in enumerate(cells)]
    data, remarks = imported(book([OVER, heads, *rows]))
    made = [(one["riwayat"][0]["peristiwa"], one["riwayat"][0]["tanggal"]) for one in data]
    assert made == (events or [("dilaporkan", "2026")] * 2)
    assert asked_about(remarks, title) == ([] if events else ["?"] * len(asked_about(remarks, title)))
    assert bool(asked_about(remarks, title)) == (events is None)


@pytest.mark.parametrize(("label", "event"), [("Jangka Waktu", "uji-coba"), ("Jangka Waktu Penerapan", "penerapan")])
def test_a_span_on_a_form_begins_what_its_label_or_its_stage_says(label, event):
    rows = [["Nama Inovasi", ROW[1]], ["Perangkat Daerah", ROW[0]], ["Ringkasan", ROW[2]], ["Bentuk", ROW[3]]]
    rows += [["Urusan", ROW[4]], [label, SPANS[0]], *([["Tahapan", "Uji coba"]] if event == "uji-coba" else [])]
    [data], remarks = imported(book(rows))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [(event, "2026-02")]
    assert all(one.note for one in remarks)


@pytest.mark.parametrize("written", ["6 bulan", "selama 1 tahun", "12 (dua belas) bulan"])
def test_how_long_something_took_is_told_as_no_date_and_not_asked(written):
    [data], remarks = imported(book([OVER, [*HEADER[:5], "Waktu Pelaksanaan"], [*ROW[:5], written]]))
    assert [one["tanggal"] for one in data["riwayat"]] == ["2026"]
    assert asked_about(remarks, "Waktu Pelaksanaan") == []
    assert any("lama waktunya" in one.reason and one.value == written for one in remarks)
