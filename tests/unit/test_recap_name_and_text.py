"""Names of innovations and what these are in one column of a recap, as its title says."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, told

from generator.text.spelling import folded

EVENTS = ("uji-coba", "penerapan")
HEADS = [HEADER[0], "Nama inovasi dan penjelasannya", *HEADER[3:]]


def rows(*names):
    return [[ROW[0], name, *ROW[3:]] for name in names]


@pytest.mark.parametrize("between", [": ", " - ", " \u2013 ", "\n", " : "])
def test_what_stands_behind_a_name_is_its_summary_where_the_title_says_so(between):
    raw = book([HEADS, *rows(f"Kelas Ibu{between}{ROW[2]}", f"Kelas Bapak{between}Bapak belajar merawat bayi.")])
    data, remarks = imported(raw)
    assert [(one["nama"], one["ringkasan"]) for one in data] == [
        ("Kelas Ibu", ROW[2]),
        ("Kelas Bapak", "Bapak belajar merawat bayi."),
    ]
    assert told(remarks, "B2") == ['kolom ini dibaca sebagai nama dan "Ringkasan" di belakangnya']


@pytest.mark.parametrize(
    ("heads", "name"),
    [
        (["OPD", "Nama Inovasi", *HEADER[3:]], "SIAGA: Sistem Informasi Warga Siaga Gambut"),  # what the letters mean
        (HEADS, "SIAGA (Sistem Informasi Warga Siaga)"),
        (HEADS, "SIAGA - Gambut"),
    ],
)
def test_a_name_stays_whole_where_its_title_or_what_stands_behind_it_says_no_more(heads, name):
    data, remarks = imported(book([heads, *rows(name)]))
    assert data == []
    assert any('"Ringkasan" kosong' in one.reason for one in remarks)


def test_a_name_keeps_what_stands_behind_it_where_a_column_has_the_summary():
    [data], _ = imported(book([[*HEADS, "Ringkasan"], [*rows("SIAGA: Sistem Informasi Warga Siaga")[0], ROW[2]]]))
    assert (data["nama"], data["ringkasan"]) == ("SIAGA: Sistem Informasi Warga Siaga", ROW[2])


def test_an_answer_for_the_text_behind_a_name_is_no_name():
    raw = book([HEADS, *rows(*(f"Kelas {n}: {ROW[2]}" for n in "ABCDE"), "Inkubasi")])
    [asked] = [one.asked for one in imported(raw)[1] if one.row]
    data, _ = imported(raw, replies={(folded(asked.title), asked.about): "Pendampingan wirausaha."})
    assert (data[-1]["nama"], data[-1]["ringkasan"]) == ("Inkubasi", "Pendampingan wirausaha.")


def test_an_answer_for_one_of_two_dates_in_a_cell_is_not_the_other():
    heads = [*HEADER[:-1], "Tanggal Uji Coba dan Penerapan"]
    dates = [*["Mei 2023\nJuni 2024"] * 5, "2023?\n2023?"]
    raw = book([heads, *([ROW[0], f"Kelas {n}", *ROW[2:-1], date] for n, date in enumerate(dates))])
    asked = dict.fromkeys(one.asked for one in imported(raw)[1] if one.asked)
    assert len(asked) == len(EVENTS)
    for event, one in zip(EVENTS, asked, strict=True):
        data, remarks = imported(raw, replies={(folded(one.title), one.about): "2022"})
        assert [each["peristiwa"] for each in data[-1]["riwayat"] if each["tanggal"] == "2022"] == [event]
        assert {each.asked for each in remarks if each.asked} == {*asked} - {one}
