"""Values of recaps as offices write them: choices in other words, slips, years in titles, dates of one order."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, one_row


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Inov. Tata Kelola Pemda", "tata-kelola"),
        ("Inovasi tata kelola pemda", "tata-kelola"),
        ("Tatakelola", "tata-kelola"),
        ("TATA KELOLA PEMKAB", "tata-kelola"),
        ("Inov. Pelayanan Publik", "pelayanan-publik"),
        ("Pelayanan kepada publik", "pelayanan-publik"),
        ("Pel. Publik", "pelayanan-publik"),
        ("Layanan masyarakat", "pelayanan-publik"),
        ("Inov. lainnya", "lainnya"),
        ("Bentuk lain sesuai kewenangan", "lainnya"),
        ("Pelayanan tata kelola publik", None),
        ("Tata kelola rumah tangga", None),
        ("Pelayanan bergerak", None),
    ],
)
def test_a_form_is_known_by_its_words_whatever_says_nothing_around_them(written, slug):
    data, remarks = imported(book([HEADER, [*ROW[:3], written, *ROW[4:]]]))
    assert [one["bentuk"] for one in data] == ([slug] if slug else [])
    assert all(one.note for one in remarks) is (slug is not None)


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Berbasis teknologi digital", "digital"),
        ("Aplikasi", "digital"),
        ("Berbasis web", "digital"),
        ("Tanpa aplikasi", "nondigital"),
        ("Tidak berbasis aplikasi", "nondigital"),
        ("Secara manual", "nondigital"),
        ("Digital dan manual", None),
        ("Digital / tanpa aplikasi", None),
        ("Setengah digital", None),
    ],
)
def test_a_kind_is_known_by_its_words_and_never_by_one_that_is_denied(written, slug):
    [data], _ = imported(one_row(("Jenis", written)))
    assert data.get("jenis") == slug


@pytest.mark.parametrize("written", ["KESEHATN", "Kesehtan", "Kessehatan", "Urusan kesehatan; perpustakan"])
def test_an_affair_that_is_a_letter_off_is_taken_and_told(written):
    [data], remarks = imported(book([HEADER, [*ROW[:4], written, ROW[5]]]))
    assert data["urusan"][0] == "kesehatan"
    assert [one.reason.partition(" dibaca")[2] for one in remarks if one.note]
    assert all(one.note for one in remarks)


@pytest.mark.parametrize("written", ["Kesehtn", "Sehat"])
def test_an_affair_that_is_farther_off_is_asked(written):
    data, remarks = imported(book([HEADER, [*ROW[:4], written, ROW[5]]]))
    assert (data, any(one.row and one.asked for one in remarks)) == ([], True)


@pytest.mark.parametrize("title", ["anggaran_2024", "Anggaran TA.2024"])
def test_the_year_of_a_budget_may_stand_in_its_title_in_any_way(title):
    [data], remarks = imported(one_row((title, "Rp 5.000.000")))
    assert data["anggaran"] == [{"jumlah": "5000000", "tahun": "2024"}]
    assert not any(one.asked for one in remarks)


# Dates that a program of another country wrote


def in_order(*dates, title="Tanggal Penerapan"):
    rows = [[ROW[0], f"Kelas {date}", *ROW[2:5], date] for date in dates]
    return book([[*HEADER[:5], title], *rows])


def test_several_dates_with_their_month_first_show_the_order_of_their_column_which_is_told_and_asked():
    raw = in_order("6/1/2024", "9/15/2023", "2/20/2022")
    data, remarks = imported(raw)
    assert [one["riwayat"][0]["tanggal"] for one in data] == ["2024-06-01", "2023-09-15", "2022-02-20"]
    [told] = [one for one in remarks if one.asked]
    assert (told.value, told.note, told.asked.options) == ("6/1/2024", True, ("bulan dahulu", "hari dahulu"))
    data, remarks = imported(raw, replies={("tanggal penerapan", "?urutan"): "hari dahulu"})
    assert data[0]["riwayat"][0]["tanggal"] == "2024-01-06"
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        (("6/1/2024", "9/15/2023"), "Tanggal Penerapan"),
        (("6/1/2024", "9/15/2023", "2/20/2022", "25/3/2024"), "Tanggal Penerapan"),
        (("6/1/2024", "9/15/2023", "2/20/2022"), "Tanggal Penerapan (tgl/bln/thn)"),
    ],
)
def test_one_date_with_its_month_first_or_one_that_speaks_against_it_leaves_the_order_open(dates, title):
    data, _ = imported(in_order(*dates, title=title))
    assert data[0]["riwayat"][0] != {"peristiwa": "penerapan", "tanggal": "2024-06-01"}


@pytest.mark.parametrize(
    ("parts", "cells", "date"),
    [
        (("Tgl", "Bln", "Thn"), ("17", "8", "2019"), "2019-08-17"),
        (("Tanggal", "Bulan", "Tahun"), ("1", "Februari", "2020"), "2020-02-01"),
        (("Tahun", "Bulan", "Hari"), ("2018", "11", "5"), "2018-11-05"),
        (("Tgl", "Bln", "Thn"), ("99", "8", "2019"), "2019-08"),
    ],
)
def test_a_date_may_take_a_column_for_its_day_its_month_and_its_year(parts, cells, date):
    heads = [[*HEADER[:5], "PENERAPAN", None, None], [*[None] * 5, *parts]]
    merged = ("F1:H1", *(f"{letter}1:{letter}2" for letter in "ABCDE"))
    [data], remarks = imported(book([*heads, [*ROW[:5], *cells]], merged=merged))
    assert data["riwayat"] == [{"peristiwa": "penerapan", "tanggal": date}]
    assert not any(one.row for one in remarks)


@pytest.mark.parametrize("title", ["Pakai aplikasi?", "Berbasis aplikasi (ya/tidak)", "Apakah menggunakan aplikasi"])
def test_a_question_for_an_application_that_is_answered_with_yes_or_no_asks_for_the_kind(title):
    rows = [[ROW[0], f"Kelas {said}", *ROW[2:], said] for said in ("Ya", "Tdk")]
    data, remarks = imported(book([[*HEADER, title], *rows]))
    assert [one["jenis"] for one in data] == ["digital", "nondigital"]
    assert all(one.note for one in remarks)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("Pendidikan usia dini Anu", "Pendidikan"),
        ("Anu kesehatan warga", "Kesehatan"),
        ("Perpustakaan keliling", "Perpustakaan"),
    ],
)
def test_an_affair_with_more_words_is_asked_with_the_one_that_it_names_first(written, first):
    data, remarks = imported(book([HEADER, [*ROW[:4], written, ROW[5]]]))
    [asked] = [one.asked for one in remarks if one.row]
    assert (data, asked.options[0]) == ([], first)
    assert len(asked.options) > 2


@pytest.mark.parametrize("written", ["10 jt/thn", "Rp 10.000.000 per tahun", "± 10 juta / tahun"])
def test_a_sum_for_each_year_is_asked_with_its_figure(written):
    [data], remarks = imported(one_row(("Anggaran 2025", written)))
    assert "anggaran" not in data
    assert [one.asked.options for one in remarks if one.asked] == [("10000000",)]


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("2 tahun lalu", ()),
        ("dua tahun yang lalu", ()),
        ("Tahun kemarin", ()),
        ("Semester Genap 2025", ("2025", "2026")),
    ],
)
def test_a_date_told_from_today_or_from_a_school_year_is_asked(written, options):
    [data], remarks = imported(book([[*HEADER, "Tanggal Uji Coba"], [*ROW, written]]))
    [asked] = [one.asked for one in remarks if one.asked]
    assert (asked.about, asked.options) == (written, options)
    assert [one["peristiwa"] for one in data["riwayat"]] == ["penerapan"]


@pytest.mark.parametrize(
    ("title", "unit", "kind"),
    [
        ("Unit Pelaksana", "Sekretariat", "lainnya"),
        ("Unit Pelaksana", "Tim Kerja Inovasi", "lainnya"),
        ("Unit Pelaksana", "Puskesmas Pembantu Kuala Dua", "lainnya"),
        ("Unit Pelaksana", "Puskesmas Kuala Dua", "puskesmas"),
        ("Puskesmas", "Loket 2", "lainnya"),
        ("Puskesmas", "Kuala Dua", "puskesmas"),
    ],
)
def test_the_kind_of_a_unit_is_that_of_its_own_first_word_and_told(title, unit, kind):
    [data], remarks = imported(book([[*HEADER, title], [*ROW, unit]]))
    assert data["unit"] == {"jenis": kind, "nama": unit}
    assert any(one.note and one.reason.startswith("jenis unitnya dibaca") for one in remarks)


@pytest.mark.parametrize("written", ["BPJS", "dana kapitasi", "Komite sekolah"])
def test_who_paid_beside_no_sum_is_told_with_the_column_of_funds_that_takes_it(written):
    [data], remarks = imported(one_row(("Anggaran", written)))
    [one] = [one for one in remarks if one.address == "G2"]
    assert (data.get("anggaran"), one.reason) == (None, "tidak menyebut jumlah uang")
    further = [("Anggaran: Tahun", "2025"), ("Anggaran: Jumlah", ""), ("Anggaran: Sumber dana", written)]
    assert all(title.split(": ")[1].split()[0].casefold() in one.cure for title, _ in further)
    [data], _ = imported(one_row(*further))
    assert data["anggaran"] == [{"tahun": "2025", "sumber": written}]
