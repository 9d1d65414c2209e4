"""The one reader of human spellings: what is sure is read, what is not is asked, what is damaged is never kept."""

import pytest

from generator.contributing.answers.amounts import read_amount, unit_of
from generator.contributing.answers.damage import mended
from generator.contributing.answers.outcome import Unusable
from generator.contributing.answers.written_dates import WrittenDate, is_month_first, read_date

DAY, MONTH, YEAR = "2023-05-17", "2023-05", "2023"
WHOLE = {
    DAY: (
        "2023-05-17", "17-5-2023", "17/05/2023", "17.5.2023", "17 05 2023", "17 Mei 2023", "17 MEI 2023", "17-Mei-23",
        "17 Mei '23", "17/5/23", "17-05-23", "Rabu, 17 Mei 2023", "tanggal 17 Mei 2023", "tgl. 17-5-2023", "Mei 17, 2023",
        "17-V-2023", "tgl 17 bulan 5 tahun 2023", "tanggal 17 bulan Mei thn 2023", "17 Mei tahun 2023", "per 17 Mei 2023", "2023 Mei 17", "20230517", "2023-05-17 00:00:00", "17 Mei 2023 pukul 09.00 WIB", "2023/5/17", "5/17/2023", "17 May 2023",
    ),
    "2023-08-17": ("17-VIII-2023", "17/viii/2023"),
    MONTH: ("2023-05", "2023-05-00", "Mei 2023", "Mei-23", "mei 23", "Mei '23", "Mei, 2023", "Mei/2023", "Bulan Mei 2023", "per Mei 2023", "Mei tahun 2023", "Mei Thn. 2023", "bulan 5 tahun 2023", "bulan Mei '23", "Mei2023", "2023 Mei", "2023-Mei", "th 2023 bulan 5", "bln. Mei 2023", "05/2023", "5-2023"),
    YEAR: ("2023", "Th. 2023", "Thn 2023", "Tahun 2023", "TA. 2023", "T.A. 2023", "TA 2023", "Tahun Anggaran 2023", "th 2023.", "sejak 2023", "'23", "2023-00-00"),
    "2023-03": ("Mrt-23", "Mrt 2023"),
    "2023-08-01": ("01.08.23", "1.8.23"),
}  # fmt: skip
PARTS = {
    YEAR: (
        "Triwulan II 2023", "TW II 2023", "Triwulan 2 Tahun 2023", "Semester I 2023", "Smt. 1 TA 2023", "awal 2023",
        "Sem. I 2023", "Tri Wulan I 2023", "musim kemarau 2023", "Ramadhan 2023", "bulan Ramadan 2023", "Lebaran 2023",
        "Q3 2023", "Q3/2023", "2023 Q3", "2023/TW III", "Q3/23", "Q4 '23", "triwulan ketiga 2023", "semester pertama tahun 2023",
        "T.W. II 2023", "akhir Q3 2023", "medio 2023", "tengah tahun 2023", "Mei/Juni 2023", "Mei dan Juni 2023",
        "Smt. ganjil 2023/2024", "Sem. Genap TA 2022/2023", "Semester 2 TA 2022/2023", "Semester ganjil 2023", "Kuartal III 2023", "Kwartal 3 2023", "KW II 2023", "Quarter 2 2023", "Trw III 2023",
        "TW-III/2023", "Smt 1 2023", "Tri-wulan III 2023", "Semester Ganjil 2023/2024",
        "Semester Gasal Tahun Ajaran 2023/2024", "akhir tahun 2023", "Januari - Desember 2023", "Tahun Ajaran 2023/2024", "TP. 2023/2024", "2023 s.d. sekarang",
    ),
    "2023-01": ("Januari - Maret 2023", "Januari s.d. Maret 2023"),
    MONTH: ("1-5 Mei 2023", "1 s.d. 5 Mei 2023", "Mei s.d Juli 2023", "1 Mei s/d 30 Juni 2023", "awal Mei 2023", "Minggu ke-2 Mei 2023", "01/05/2023 - 17/05/2023"),
}  # fmt: skip


@pytest.mark.parametrize(("date", "written"), [(date, one) for date, ones in WHOLE.items() for one in ones])
def test_a_date_is_read_at_the_precision_it_has(date, written):
    assert read_date(written) == WrittenDate(date)


@pytest.mark.parametrize(("date", "written"), [(date, one) for date, ones in PARTS.items() for one in ones])
def test_where_a_date_holds_less_than_the_words_that_is_said(date, written):
    assert read_date(written) == WrittenDate(date, whole=False)


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("05/06/07", ("2007-06-05",)),
        ("2021-2023", ("2021", "2023")),
        ("2021/2022", ("2021", "2022")),
        ("Mei 2021 s.d. Juni 2023", ("2021-05", "2023-06")),
        ("sekitar 2023", ("2023",)),
        ("± 2023", ("2023",)),
        ("2023?", ("2023",)),
        ("2023-an", ("2023",)),
        ("Semester Genap 2025", ("2025", "2026")),
        ("sekitar Mei tahun 2023", ("2023-05",)),
    ],
)
def test_a_date_that_is_not_sure_is_asked(written, options):
    found = read_date(written)
    assert isinstance(found, tuple)
    assert found[: len(options)] == options


@pytest.mark.parametrize(
    "written",
    [
        "kemarin",
        "31-2-2023",
        "46000",
        "1890",
        "13/13/2023",
        "Mei",
        "17 Mei",
        "Triwulan II",
        "Q5 2023",
        "2 tahun lalu",
        "2 tahun 2023",
        "2023 kegiatan",
        "Desa/Mei 2023",
        "Semester Genap 2022/2024",
        "bulan 13 tahun 2023",
        "",
        "x" * 500,
    ],
)
def test_what_is_no_date_gives_none(written):
    assert not read_date(written)


def test_beside_a_date_with_its_month_first_the_order_of_others_is_asked():
    assert is_month_first("1/13/2024")
    assert not is_month_first("02/03/2024")
    assert read_date("02/03/2024", month_first=True) == ("2024-03-02", "2024-02-03")
    assert read_date("02/02/2024", month_first=True) == read_date("2-2-2024") == WrittenDate("2024-02-02")
    assert read_date("15/3/2024", month_first=True) == WrittenDate("2024-03-15")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("45000000", 45_000_000), ("Rp 45 jt", 45_000_000), ("45 juta", 45_000_000), ("Rp1,5 M", 1_500_000_000),
        ("1.5 miliar", 1_500_000_000), ("45.000.000,-", 45_000_000), ("Rp. 45.000.000,00", 45_000_000),
        ("Rp 45,000,000", 45_000_000), ("IDR 45,000,000.00", 45_000_000), ("45.000", 45_000), ("500 ribu", 500_000),
        ("Rp 250.000 ,-", 250_000), ("0", 0), ("1.500 juta", 1_500_000_000), ("45.000.000 rupiah", 45_000_000),
        ("25.000,000", (25_000, 25_000_000)), ("10.000.0", (10_000, 100_000)), ("45,000", (45, 45_000)),
        ("1,500 juta", (1_500_000_000, 1_500_000)), ("45,5", (45, 455)),
        ("gratis", None), ("45 - 50 juta", None), ("± 45 juta", None), ("", None), ("9" * 60, None), ("-5", None),
    ],
)  # fmt: skip
def test_money_is_read_where_it_is_sure_and_else_asked(written, amount):
    assert read_amount(written) == amount


def test_the_title_of_a_column_says_by_what_its_amounts_are_multiplied():
    units = {
        "Anggaran (Rp)": 1,
        "Anggaran (juta Rp)": 10**6,
        "Biaya dalam ribuan": 10**3,
        "M": 1,
        "Pagu (Rp000)": 10**3,
    }
    assert {title: unit_of(title) for title in units} == units


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('="Posbindu"', "Posbindu"),
        ("<p>Kelas <b>Ibu</b></p>", "Kelas Ibu"),
        ("Satu<br/>dua", "Satu\ndua"),
        ("A&nbsp;B &amp; C", "A B & C"),
        ("Inovasi \u00e2\u20ac\u0153Rapor\u00e2\u20ac\u009d", "Inovasi “Rapor”"),
        ("kafe - caf\u00c3\u00a9", "kafe - café"),
        ("harga < 5 dan > 3", "harga < 5 dan > 3"),
    ],
)
def test_damage_is_mended_where_that_is_sure_and_said(text, whole):
    found, done = mended(text)
    assert found == whole
    assert bool(done) == (text != whole)


@pytest.mark.parametrize("text", ["#REF!", "#N/A", " #NAME? ", "######", "3,2E+15", "1.23457E+12", "kaf\ufffd"])
def test_damage_that_cannot_be_mended_is_refused(text):
    assert isinstance(mended(text), Unusable)
