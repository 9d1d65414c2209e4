"""Names of innovations and what these are in one column of a recap, as its title says."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, told

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
