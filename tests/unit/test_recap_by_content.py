"""Columns of recaps whose titles say little: what their cells can only be is read, told, and may be answered."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported

from generator.contributing.table_import.remark import WHICH
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
    "title", ["Isi Pokok", "Kegunaan", "Abstraksi", "Garis Besar", "Keterangan", "Manfaat dan Cara Kerja", "Zzz"]
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
