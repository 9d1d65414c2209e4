"""Recaps whose cells hold lines that say themselves what they are, in a column beside the names."""

import pytest
from recap_tables import book
from test_recap_doubts import imported

HEADS = ["No", "Judul Inovasi", "Gambaran Inovasi", "Keterangan lain", "OPD"]
SAID = ("Urusan: kesehatan", "Bentuk: Pelayanan publik", "Diterapkan sejak Maret 2025")


def rows(*lines):
    return [
        [n, f"Kelas {n}", "Ibu belajar bersama bidan.", "\n".join(said), "Dinkes"] for n, said in enumerate(lines, 1)
    ]


@pytest.mark.parametrize("merged", [True, False])
def test_lines_that_say_what_they_are_fill_their_own_columns_in_one_cell_or_in_a_row_each(merged):
    other = ("Urusan: pendidikan", "Bentuk: Tata kelola", "Uji coba: Januari 2026")
    table = rows(SAID, other)
    if merged:
        table = [
            [*row[:3], line, row[4]] if not n else [None, None, None, line, None]
            for row, said in zip(table, (SAID, other), strict=True)
            for n, line in enumerate(said)
        ]
    areas = [f"{column}{first}:{column}{first + 2}" for column in "ABCE" for first in (2, 5)] if merged else []
    data, _ = imported(book([HEADS, *table], merged=areas))
    assert [(one["urusan"], one["bentuk"]) for one in data] == [
        (["kesehatan"], "pelayanan-publik"),
        (["pendidikan"], "tata-kelola"),
    ]
    assert [[(one["peristiwa"], one["tanggal"]) for one in entry["riwayat"]] for entry in data] == [
        [("penerapan", "2025-03")],
        [("uji-coba", "2026-01")],
    ]


@pytest.mark.parametrize("sign", ["; ", " | "])
def test_sentences_of_labels_and_values_are_an_innovation_each(sign):
    said = [
        sign.join([f"{n}. Nama inovasi: Kelas {n}", "bentuk: Pelayanan publik", "urusan: Kesehatan", "OPD: Dinkes"])
        + f"{sign}diterapkan: Juni 2025{sign}penjelasan: ibu belajar bersama bidan {n}."
        for n in (1, 2)
    ]
    data, _ = imported(book([["INOVASI"], [], ["URAIAN INOVASI"], *([text] for text in said)]))
    assert [(one["nama"], one["bentuk"], one["urusan"]) for one in data] == [
        (f"Kelas {n}", "pelayanan-publik", ["kesehatan"]) for n in (1, 2)
    ]
    assert [one["riwayat"] for one in data] == [[{"peristiwa": "penerapan", "tanggal": "2025-06"}]] * 2
    assert data[0]["ringkasan"] == "ibu belajar bersama bidan 1."


def test_a_cell_with_a_line_that_says_nothing_of_the_kind_stays_whole():
    _, remarks = imported(book([HEADS, *rows(SAID, (*SAID, "Perlu dilengkapi lagi"))]))
    assert any("Perlu dilengkapi lagi" in one.value for one in remarks)


def test_labels_at_the_last_column_of_a_sheet_have_no_values_and_are_no_fault():
    table = [
        ["Nama Inovasi", "Uraian"],
        *([f"Kelas {n}", one] for n in range(4) for one in ("Bentuk", "Urusan", "Jenis")),
    ]
    data, _ = imported(book(table))
    assert data == []


def test_a_label_with_its_value_behind_it_is_no_label_of_the_column_beside_it():
    heads = ["No", "OPD", "Nama Inovasi", "Uraian", "Bentuk dan Urusan", "Keterangan"]
    table = [heads]
    for n, (name, date) in enumerate(
        (("Lapak Pagi", "Maret 2024"), ("Tera Keliling", "Mei 2024"), ("Kartu", "2023")), 1
    ):
        table += [
            [f"{n}.", "Dinkes", name, "Warga mendapat meja", "Bentuk: Pelayanan publik", f"Diterapkan sejak {date}"],
            [None, None, None, "setiap Sabtu pagi.", "Urusan: Kesehatan", None],
        ]
        table += [[None] * 5 + ["- 2 -"], heads] if n == 2 else []
    data, remarks = imported(book(table))
    assert [one["ringkasan"] for one in data] == ["Warga mendapat meja setiap Sabtu pagi."] * 3
    assert [(one["bentuk"], one["urusan"]) for one in data] == [("pelayanan-publik", ["kesehatan"])] * 3
    assert [one["riwayat"][0]["tanggal"] for one in data] == ["2024-03", "2024-05", "2023"]
    assert not any(one.row for one in remarks)
