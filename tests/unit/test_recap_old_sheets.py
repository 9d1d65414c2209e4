"""A sheet of old beside the one in use: the full row wins, what is not to be used is told once, nothing needless asked."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported

#: The rows of the sheet in use with summary and form left out.
THIN = [*ROW[:2], None, None, *ROW[4:]]
OTHER = [ROW[0], "Antar Obat", *ROW[2:]]


def asked(remarks):
    return [one for one in remarks if one.asked or one.row]


@pytest.mark.parametrize(
    "names", [["Daftar", "2024"], ["Daftar", "sd 2022 (lama)"], ["2025", "2024"], ["2024", "Lama"]]
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_two_sheets_the_one_in_use_or_else_the_fuller_one_gives_the_row_and_nothing_is_asked(names, turned):
    pages = [([HEADER, ROW], names[0]), ([HEADER, THIN], names[1])]
    pages = pages[::-1] if turned else pages
    data, remarks = imported(book(*(rows for rows, _ in pages), names=[name for _, name in pages]))
    assert [(one["nama"], one["ringkasan"], one["bentuk"]) for one in data] == [(ROW[1], ROW[2], "pelayanan-publik")]
    assert not asked(remarks)
    assert any("tidak dibuat dua kali" in one.reason and one.sheet == names[1] for one in remarks)


def test_a_list_of_this_year_takes_dates_that_only_the_sheet_of_last_year_has():
    raw = book([["No", "OPD", "Nama Inovasi"], [1, *ROW[:2]]], [HEADER, ROW], names=["2026", "2025"])
    [data], remarks = imported(raw)
    assert data["riwayat"] == [{"peristiwa": "penerapan", "tanggal": "2026-08-17"}]
    assert not asked(remarks)


@pytest.mark.parametrize(
    ("names", "kept"), [(["2026", "2025"], [ROW[1]]), (["2026", "Lain"], [ROW[1]]), (["2026"], [ROW[1]])]
)
def test_a_row_that_says_nothing_of_whose_it_is_is_the_one_of_its_name_on_the_sheet_in_use(names, kept):
    pages = [[HEADER, ROW], [HEADER, [None, *ROW[1:]]]][: len(names)]
    data, remarks = imported(book(*pages, names=names))
    assert [one["nama"] for one in data] == kept
    assert not asked(remarks)


@pytest.mark.parametrize(
    "said",
    [
        "SALINAN LAMA s.d. 2022 - sudah dipindahkan ke lembar Daftar, jangan dipakai",
        "ARSIP 2025 - sudah dimuat, jangan dimuat lagi",
        "Lembar ini tidak dipakai lagi",
        "Rekap 2024 (sudah tidak berlaku)",
        "Sudah disalin ke lembar Daftar",
    ],
)
def test_a_sheet_that_says_that_it_is_not_to_be_used_is_told_once_with_its_names(said):
    old = [[said], HEADER, [None, *OTHER[1:2], None, None, "?", "kemarin"]]
    data, remarks = imported(book([HEADER, ROW], old, names=["Daftar", "Lain"]))
    assert [one["nama"] for one in data] == [ROW[1]]
    [one] = [one for one in remarks if one.sheet == "Lain"]
    assert one.note
    assert "1 baris: Antar Obat" in one.reason


@pytest.mark.parametrize(
    "said",
    [
        "Format lama tidak dipakai lagi, gunakan format ini",
        "REKAP INOVASI 2026 - data lama jangan diinput lagi",
        "Data sudah diinput pada aplikasi",
        "ARSIP INOVASI 2025",
        "Kolom nomor tidak diisi",
        "Formulir 2020: jangan dipakai lagi",
        "Catatan: kolom G - tidak dipakai lagi",
        "Rekap inovasi - sudah dimasukkan ke daftar nasional",
    ],
)
def test_a_sheet_of_which_nothing_says_that_it_is_not_to_be_used_is_read(said):
    data, _ = imported(book([HEADER, ROW], [[said], HEADER, OTHER], names=["Daftar", "Lain"]))
    assert {one["nama"] for one in data} == {ROW[1], OTHER[1]}


def test_the_only_sheet_is_read_whatever_it_says_of_itself():
    data, _ = imported(book([["Jangan dipakai lagi"], HEADER, ROW]))
    assert [one["nama"] for one in data] == [ROW[1]]
