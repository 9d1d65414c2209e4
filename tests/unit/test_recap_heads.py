"""Recaps whose titles take two rows or three: each column is what its titles say together."""

import pytest
from recap_tables import book
from test_recap_doubts import imported, told

MERGED = ("A1:A3", "B1:B3", "C1:E1", "C2:D2", "E2:E3", "F1:H1", "F2:G2", "H2:H3")
HEADS = (
    ["NO", "PERANGKAT DAERAH", "INOVASI", None, None, "PEMBIAYAAN TAHUN 2024"],
    [None, None, "NAMA DAN RINGKASAN", None, "BENTUK / URUSAN", "SUMBER", None, "JUMLAH (Rp)"],
    [None, None, "NAMA", "RINGKASAN", None, "APBD (Rp)", "CSR (Rp)"],
    ["1", "2", "3", "4", "5", "6", "7", "8=6+7"],
)
FIRST = [1, "Dinkes", "Kelas Ibu", "Ibu belajar bersama bidan.", "Inovasi Daerah Lainnya / Perpustakaan"]
SECOND = [2, "Disdik", "Perahu Buku", "Buku diantar perahu.", "Pelayanan Publik / Pendidikan"]


def of_three_rows(first, second):
    return imported(book([*HEADS, [*FIRST, *first], [*SECOND, *second]], merged=MERGED), year=2025)


def test_of_titles_in_three_rows_each_column_is_known_and_a_total_beside_its_funds_is_no_further_money():
    data, remarks = of_three_rows((30_000_000, 20_000_000, 50_000_000), (18_000_000, 0, 18_000_000))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Perahu Buku"]
    assert [(one["bentuk"], one["urusan"]) for one in data] == [
        ("lainnya", ["perpustakaan"]),
        ("pelayanan-publik", ["pendidikan"]),
    ]
    assert [[(one["sumber"], one["jumlah"]) for one in row["anggaran"]] for row in data] == [
        [("APBD", "30000000"), ("CSR", "20000000")],
        [("APBD", "18000000")],
    ]
    assert told(remarks, "H5") == ["jumlah dari kolom sumber dana di sampingnya, tidak disimpan lagi"]


def test_a_total_that_differs_from_its_funds_is_told_and_one_without_them_is_the_sum():
    data, remarks = of_three_rows((30_000_000, 20_000_000, 60_000_000), (None, None, 18_000_000))
    assert [[one["jumlah"] for one in row["anggaran"]] for row in data] == [["30000000", "20000000"], ["18000000"]]
    assert [one.note for one in remarks if one.address == "H5"] == [False]


TICKED = (
    [
        "No",
        "OPD",
        "Nama Inovasi",
        "Ringkasan",
        "Urusan",
        "Klasifikasi",
        *[None] * 4,
        "Tahapan (beri tanda v)",
        None,
        None,
    ],
    [*[None] * 5, "Bentuk", None, None, "Jenis", None, "Ins", "UC", "Pnr"],
    [*[None] * 5, "PP", "TKel", "BL", "Dig", "Non"],
)
OVER = (*(f"{n}1:{n}3" for n in "ABCDE"), "F1:J1", "K1:M1", "F2:H2", "I2:J2", "K2:K3", "L2:L3", "M2:M3")
LISTED = (
    "PP = Pelayanan Publik, TKel = Tata Kelola, BL = Bentuk Lainnya; Ins = Inisiatif, UC = Uji Coba, Pnr = Penerapan"
)


@pytest.mark.parametrize("listed", [LISTED, ""])
def test_ticks_below_signs_are_read_by_what_the_signs_stand_for_and_below_others_by_nobody(listed):
    row = [1, "Dinkes", "Kelas Ibu", "Ibu belajar bersama bidan.", "Kesehatan", None, "v", None, "v", None, None, "v"]
    data, remarks = imported(book([*TICKED, row, [], [listed or None]], merged=OVER), year=2025)
    assert [(one["bentuk"], one["jenis"]) for one in data] == ([("tata-kelola", "digital")] if listed else [])
    assert any("Tahapan (beri tanda v): Uji coba" in one.reason for one in remarks) == bool(listed)


@pytest.mark.parametrize(
    "listed", ["I : Inisiatif   U : Uji coba   P : Penerapan", "I = Inisiatif; U = Uji Coba; P = Penerapan"]
)
def test_stages_by_year_are_read_by_what_their_letters_stand_for(listed):
    heads = (
        ["OPD", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Tahapan menurut tahun"],
        [*[None] * 5, "2022", "2023", "2024"],
    )
    row = ["Dinkes", "Kelas Ibu", "Ibu belajar bersama bidan.", "Tata Kelola", "Kesehatan", "I", "U", "P"]
    [data], _ = imported(book([*heads, row, [], [listed]], merged=("F1:H1", *(f"{n}1:{n}2" for n in "ABCDE"))))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("inisiatif", "2022"),
        ("uji-coba", "2023"),
        ("penerapan", "2024"),
    ]


@pytest.mark.parametrize(
    ("names", "known"),
    [(("Kelas Ibu", "Perahu Buku"), True), (("Kelas Ibu", "Perahu yang mengantar buku ke sungai"), False)],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_short_text_beside_a_sentence_is_the_name_in_a_table_with_forms_whatever_its_title(names, known, first):
    texts = ("Ibu hamil belajar bersama para bidan", "Buku diantar perahu ke sekolah jauh")
    columns = [("Usulan", *names), ("Substansi", *texts)][:: 1 if first else -1]
    rows = [[*row, "Tata Kelola", "Kesehatan", "Dinkes"] for row in zip(*(one[1:] for one in columns), strict=True)]
    heads = [*(one[0] for one in columns), "Bentuk", "Urusan", "OPD"]
    data, remarks = imported(book([heads, *rows]), year=2025)
    assert [one["nama"] for one in data] == (list(names) if known else [])
    assert any(one.row for one in remarks) != known
    assert ('"Usulan" dibaca sebagai "Nama inovasi"' in told(remarks, "A2" if first else "B2")) == known


@pytest.mark.parametrize("form", ["Bentuk", "Kategori Bentuk"])
@pytest.mark.parametrize("titles", [("Usulan", "Substansi"), ("Program Inovatif", "Penjelasan")])
def test_a_short_text_before_a_sentence_is_the_name_in_a_table_with_forms_whatever_its_title(titles, form):
    rows = [
        ["Kelas Ibu", "Ibu hamil belajar bersama para bidan", "Tata Kelola", "Kesehatan", "Dinkes"],
        ["Perahu Buku", "Buku diantar perahu ke sekolah jauh", "Tata Kelola", "Pendidikan", "Disdik"],
    ]
    data, remarks = imported(book([[*titles, form, "Urusan", "OPD"], *rows]), year=2025)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Perahu Buku"]
    assert f'"{titles[0]}" dibaca sebagai "Nama inovasi"' in told(remarks, "A2")


def test_a_first_table_whose_column_of_names_nobody_knows_is_read_where_another_table_follows():
    first = ["No", "Nama Aplikasi", "Ringkasan", "Bentuk", "Urusan", "OPD"]
    one = [1, "e-Rujuk", "Rujukan ibu bersalin memakai aplikasi.", "Pelayanan Publik", "Kesehatan", "Dinkes"]
    second = ["No", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "OPD"]
    other = [1, "Arisan", "Warga mengumpulkan iuran tiap pekan.", "Tata Kelola", "Kesehatan", "Dinkes"]
    data, _ = imported(book([["A. DIGITAL"], first, one, [], ["B. NON DIGITAL"], second, other]), year=2025)
    assert [entry["nama"] for entry in data] == ["e-Rujuk", "Arisan"]


@pytest.mark.parametrize(
    ("head", "years", "sources"),
    [
        ("Anggaran APBD (Rp)", (2025, 2026), ["APBD", "APBD"]),
        ("Anggaran", ("2025", "2026"), ["BLUD", "BLUD"]),
        ("Pagu (Rp)", ("TA 2025", "Th. 2026"), ["BLUD", "BLUD"]),
    ],
)
def test_sums_below_years_are_of_those_years_though_one_title_stands_below_one_beside_them(head, years, sources):
    first = ["OPD", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Waktu", head, None, "Sumber Dana"]
    row = [
        "Dinkes",
        "Kelas Ibu",
        "Ibu belajar bersama bidan.",
        "Tata Kelola",
        "Kesehatan",
        "2024",
        5_000_000,
        6_000_000,
    ]
    fund = None if "APBD" in head else "BLUD"
    merged = ("G1:H1", *(f"{n}1:{n}2" for n in "ABCDEI"))
    [data], remarks = imported(book([first, [*[None] * 5, "Uji Coba", *years], [*row, fund]], merged=merged))
    assert [(one["tahun"], one["jumlah"], one["sumber"]) for one in data["anggaran"]] == [
        ("2025", "5000000", sources[0]),
        ("2026", "6000000", sources[1]),
    ]
    assert data["riwayat"] == [{"peristiwa": "uji-coba", "tanggal": "2024"}]
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize("parts", [("Insf", "Uji", "Terap"), ("Inisiatif", "Coba", "Penerapan")])
def test_ticks_below_parts_of_the_words_of_a_choice_are_those_words_and_what_gathers_name_and_text_is_neither(parts):
    heads = (
        ["OPD", "Inovasi dan penjelasan singkat", None, "Bentuk", "Urusan", "Tahapan"],
        [None, "Inovasi", "Penjelasan", None, None, *parts],
    )
    row = ["Dinkes", "Kelas Ibu", "Ibu belajar bersama bidan.", "Tata Kelola", "Kesehatan", None, "v"]
    other = [*row[:1], "Kelas Anak", "Anak belajar bersama bidan.", *row[3:5], None, None, "v"]
    merged = ("B1:C1", "F1:H1", *(f"{n}1:{n}2" for n in "ADE"))
    data, remarks = imported(book([*heads, row, other], merged=merged), year=2025)
    assert [(one["nama"], one["ringkasan"]) for one in data] == [(one[1], one[2]) for one in (row, other)]
    assert [one.reason for one in remarks if "Tahapan:" in one.reason] == [
        f'tanda di kolom ini dibaca sebagai "Tahapan: {word}"' for word in ("Uji coba", "Penerapan")
    ]


@pytest.mark.parametrize("group", ["Inovasi dan penjelasannya", "Nama Inovasi dan Uraian"])
def test_what_gathers_names_and_their_texts_makes_no_second_column_of_names(group):
    heads = (["OPD", group, None, "Bentuk", "Urusan"], [None, "Nama", "Penjelasan"])
    row = ["Dinkes", "Kelas Ibu", "Ibu belajar bersama bidan.", "Tata Kelola", "Kesehatan"]
    merged = ("B1:C1", *(f"{n}1:{n}2" for n in "ADE"))
    [data], _ = imported(book([*heads, row], merged=merged), year=2025)
    assert (data["nama"], data["ringkasan"]) == (row[1], row[2])


def test_a_row_is_one_of_titles_where_beside_the_names_three_are_known_by_parts_of_them():
    heads = ["Nama Inovasi & Singkatan", "Rincian", "Bentuk | Urusan", "Inisiasi", "Ujicoba", "Penerapan"]
    row = ["Kelas Ibu", "Ibu belajar bersama bidan di desa.", "Tata kelola | Kesehatan", "2021", "2022", "2023"]
    [data], _ = imported(book([["Dinas Kesehatan"], [], heads, row]))
    assert (data["bentuk"], data["urusan"]) == ("tata-kelola", ["kesehatan"])
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("inisiatif", "2021"),
        ("uji-coba", "2022"),
        ("penerapan", "2023"),
    ]
