"""Columns of recaps whose titles say little: what their cells can only be is read, told, and may be answered."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported

from generator.contributing.table_import.cells.remark import WHICH
from generator.text.spelling import folded

TEXTS = (ROW[2], "Bidan menelepon ibu yang tidak datang.")
ROWS = [[ROW[0], f"Kelas {name}", text, *ROW[3:]] for name, text in zip(("Ibu", "Bapak"), TEXTS, strict=True)]


def headed(**titles):
    """The titles of a table with others in place of some."""
    return [titles.get(folded(head).replace(" ", "_"), head) for head in HEADER]


def asked_of(remarks, title):
    """What is asked of the column of a title, and whether rows wait for it."""
    found = [one for one in remarks if one.asked and (one.asked.title, one.asked.about) == (title, WHICH)]
    return {one.asked.options for one in found}, any(one.row for one in found)


# The summary


@pytest.mark.parametrize(
    "title", ["Isi Pokok", "Faedah", "Abstraksi", "Garis Besar", "Keterangan", "Manfaat dan Cara Kerja", "Zzz"]
)
def test_the_only_column_of_sentences_is_the_summary_and_asked_without_holding_a_row(title):
    raw = book([headed(ringkasan=title), *ROWS])
    data, remarks = imported(raw)
    assert [one["ringkasan"] for one in data] == list(TEXTS)
    [options], waits = asked_of(remarks, title)
    assert (options[0], options[-1], waits) == ("Ringkasan", "tidak disimpan", False)
    data, remarks = imported(raw, replies={(folded(title), WHICH): "Ringkasan"})
    assert [one["ringkasan"] for one in data] == list(TEXTS)
    assert not any(one.asked for one in remarks)
    data, _ = imported(raw, replies={(folded(title), WHICH): "tidak disimpan"})
    assert data == []


def test_of_two_columns_of_sentences_the_one_whose_title_describes_is_the_summary():
    rows = [[*row, f"{text} Begitu saja."] for row, text in zip(ROWS, TEXTS, strict=True)]
    data, remarks = imported(book([[*headed(ringkasan="Zzz"), "Isi Pokok"], *rows]))
    assert [one["ringkasan"] for one in data] == [f"{text} Begitu saja." for text in TEXTS]
    assert asked_of(remarks, "Isi Pokok")[1] is False
    data, remarks = imported(book([[*headed(ringkasan="Zzz"), "Yyy"], *rows]))
    assert (data, asked_of(remarks, "Zzz")[1]) == ([], True)


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Keterangan", ("Sudah berjalan sejak tahun lalu.", "Ibu hamil belajar bersama bidan.")),
        ("Zzz", ("Masih dalam proses pembahasan.", "Belum ada kelanjutan dari kecamatan.")),
        ("Zzz", ("Berjalan dengan baik sampai sekarang.", "Berjalan dengan baik sampai sekarang.")),
        ("Kendala", TEXTS),
        ("Rencana Tindak Lanjut", TEXTS),
        ("Permasalahan yang ada di lapangan", TEXTS),
        ("Zzz", ("Ibu hamil", "Para bidan")),
    ],
)
def test_what_says_how_things_stand_or_of_something_else_is_no_summary(title, texts):
    rows = [[*row[:2], text, *row[3:]] for row, text in zip(ROWS, texts, strict=True)]
    data, remarks = imported(book([headed(ringkasan=title), *rows]))
    assert data == []
    assert not any("dibaca sebagai" in one.reason and one.title == title for one in remarks)


# Dates


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Go-live (thn/bln)", "penerapan"),
        ("Mulai diterapkan penuh", "penerapan"),
        ("Tahun Terap", "penerapan"),
        ("Tanggal uji coba lapangan pertama", "uji-coba"),
        ("Bulan pengembangan aplikasi", "pengembangan"),
        ("Lahir", "inisiatif"),
        ("Operasional sejak", "penerapan"),
        ("Tgl. Efektif", "penerapan"),
        ("Tahun lahir", "inisiatif"),
        ("Coba", "uji-coba"),
        ("Masa percobaan", "uji-coba"),
        ("Thn Peneraapan", "penerapan"),
    ],
)
def test_dates_are_of_the_event_that_their_title_names_among_other_words(title, event):
    rows = [[*row[:5], date] for row, date in zip(ROWS, ("2023/03", "Mei 2024"), strict=True)]
    data, remarks = imported(book([headed(tanggal_penerapan=title), *rows]))
    assert [[tuple(one.values()) for one in row["riwayat"]] for row in data] == [
        [(event, "2023-03")],
        [(event, "2024-05")],
    ]
    assert not any(one.row for one in remarks)


def test_the_only_dates_of_a_table_with_stages_are_theirs_where_the_title_says_that_something_began():
    stages, dates = ("Masih uji coba", "Penerapan"), ("04/2023", "01/2025")
    rows = [[*row[:5], stage, date] for row, stage, date in zip(ROWS, stages, dates, strict=True)]
    data, remarks = imported(book([[*HEADER[:5], "Status", "Mulai Jalan"], *rows]))
    events = [[(one["peristiwa"], one["tanggal"]) for one in row["riwayat"]] for row in data]
    assert events == [[("uji-coba", "2023-04")], [("penerapan", "2025-01")]]
    assert asked_of(remarks, "Mulai Jalan")[1] is False


def test_dates_of_an_event_may_be_those_of_few_rows_and_a_description_may_begin_with_a_proposal():
    names = ("Kelas Ibu", "Kelas Bapak", "Kelas Anak")
    rows = [[ROW[0], name, f"Usul warga dibahas bidan {name}.", *ROW[3:5], None] for name in names]
    rows[0][5] = "2024"
    data, _ = imported(book([[*HEADER[:2], "Pokok-pokok inovasi", *HEADER[3:5], "Tahun Terap"], *rows]), year=2025)
    assert [one["riwayat"][0]["peristiwa"] for one in data][:2] == ["penerapan", "dilaporkan"]


@pytest.mark.parametrize("title", ["Tanggal rapat penerapan", "Target penerapan penuh", "Berakhir masa penerapan"])
def test_dates_of_plans_and_meetings_are_of_no_event(title):
    data, _ = imported(
        book([[*HEADER[:5], "Tahun uji coba", title], *([*row[:5], "2024", "Mei 2025"] for row in ROWS)])
    )
    assert [[one["peristiwa"] for one in row["riwayat"]] for row in data] == [["uji-coba"]] * 2


@pytest.mark.parametrize(
    ("cells", "dated"), [(("Senin, 3 Mei 2022", "Hari Bumi"), True), (("Ria", "Hari Bumi"), False)]
)
def test_a_column_half_of_dates_is_asked_for_the_event_that_they_are_of(cells, dated):
    rows = [[*row, cell] for row, cell in zip(ROWS, cells, strict=True)]
    _, remarks = imported(book([[*HEADER, "Pencanangan"], *rows]))
    offered = {one.asked.options for one in remarks if one.asked and one.asked.title == "Pencanangan"}
    assert any("Tanggal inisiatif" in options for options in offered) is dated


def test_years_in_which_somebody_may_have_been_born_are_of_no_event():
    rows = [[*row, year] for row, year in zip(ROWS, ("1985", "2012"), strict=True)]
    data, remarks = imported(book([[*HEADER, "Tahun lahir"], *rows]))
    assert [[one["peristiwa"] for one in row["riwayat"]] for row in data] == [["penerapan"]] * 2
    assert not any("menurut isinya" in one.reason for one in remarks)


# Words that say themselves what they are


@pytest.mark.parametrize(
    ("title", "cells", "known"), [("Asal", ("APBD", "BOK"), True), ("Asal", ("APBD", "Desa Kubu"), False)]
)
def test_funds_beside_sums_are_where_these_come_from(title, cells, known):
    rows = [[*row, "Rp 5.000.000", cell] for row, cell in zip(ROWS, cells, strict=True)]
    data, _ = imported(book([[*HEADER, "Anggaran 2025", title], *rows]))
    assert [one["anggaran"][0].get("sumber") for one in data] == [*(cells if known else (None, None))]


@pytest.mark.parametrize(
    ("place", "title", "cells", "key"),
    [
        (0, "Asalnya", ("Dinkes", "Dinas Kesehatan"), "dinkes"),
        (4, "Urusan pemerintahan yang terkait", ("Kesehatan", "Pendidikan"), "urusan"),
        (4, "Lingkup", ("Kesehatan", "Perpustakaan"), "urusan"),
    ],
)
def test_a_column_whose_cells_are_all_agencies_or_affairs_is_that(place, title, cells, key):
    rows = [[*row[:place], cell, *row[place + 1 :]] for row, cell in zip(ROWS, cells, strict=True)]
    heads = [title if n == place else head for n, head in enumerate(HEADER)]
    data, remarks = imported(book([heads, *rows]))
    assert len(data) == 2
    assert asked_of(remarks, title)[1] is False
    if key == "urusan":
        assert [one["urusan"] for one in data] == [[folded(cell)] for cell in cells]


@pytest.mark.parametrize(
    ("title", "cells", "found"),
    [
        ("Puskesmas Pelaksana", ("Puskesmas Melati", "Puskesmas Mawar"), ("unit", "nama")),
        ("Sebaran", ("Utara", "Selatan"), ("lokasi", "kecamatan")),
    ],
)
def test_a_column_whose_cells_are_all_units_or_districts_is_that(title, cells, found):
    data, remarks = imported(book([[*HEADER, title], *([*row, cell] for row, cell in zip(ROWS, cells, strict=True))]))
    values = [one[found[0]][found[1]] for one in data]
    assert [folded(str(value).strip("[']")) for value in values] == [folded(cell) for cell in cells]
    assert asked_of(remarks, title)[1] is False


@pytest.mark.parametrize("title", ["Sasaran", "Mitra sekolah", "Kecamatan asal", "Program prioritas"])
def test_what_is_called_of_others_is_not_read_by_its_cells(title):
    for cells in (("Puskesmas Melati", "Puskesmas Mawar"), ("Utara", "Selatan"), ("Kesehatan", "Pendidikan")):
        rows = [[*row, cell] for row, cell in zip(ROWS, cells, strict=True)]
        _, remarks = imported(book([[*HEADER, title], *rows]))
        assert not any("menurut isinya" in one.reason for one in remarks)


# What nobody knows


@pytest.mark.parametrize(
    ("title", "cells", "options"),
    [
        ("Tematik", ("Pangan lokal", "Kota hijau"), ("Catatan data", "tidak disimpan")),
        ("Prakarsa Dari", ("Masyarakat", "OPD"), ("Inisiator", "Catatan data", "tidak disimpan")),
        ("2025", ("5000000", "7000000"), ("Anggaran: Jumlah", "tidak disimpan")),
        ("Pelaksana", ("Bidang PAUD", "SD Negeri 12"), ("Unit pembuat: Nama unit", "Catatan data", "tidak disimpan")),
        ("Ket.", ("Bidang PAUD", "SD Negeri 12"), ("Unit pembuat: Nama unit", "Catatan data", "tidak disimpan")),
        ("Skor", ("72,5", "81"), ()),
        ("Kd", ("KMB-01", "KMB-02"), ()),
        ("Video", ("Ada", "Tidak ada"), ()),
        ("Tematik", ("Pangan lokal", "Pangan lokal"), ()),
        ("Nama Pegawai", ("Budi Santoso", "Siti Aminah"), ()),
        ("2025", ("3", "4"), ()),
    ],
)
def test_an_unknown_column_that_says_something_is_asked_once_and_one_of_scores_codes_ticks_or_persons_never(
    title, cells, options
):
    rows = [[*row, cell] for row, cell in zip(ROWS, cells, strict=True)]
    data, remarks = imported(book([[*HEADER, title], *rows]))
    assert len(data) == 2
    assert asked_of(remarks, title) == ({options} if options else set(), False)


def test_sums_below_a_bare_year_are_of_that_year_where_the_table_is_called_one_of_money():
    rows = [[*row, cell] for row, cell in zip(ROWS, ("5000000", "7000000"), strict=True)]
    data, _ = imported(book([["DUKUNGAN ANGGARAN INOVASI"], [*HEADER, "2025"], *rows]))
    assert [[(one["tahun"], one["jumlah"]) for one in row["anggaran"]] for row in data] == [
        [("2025", "5000000")],
        [("2025", "7000000")],
    ]
