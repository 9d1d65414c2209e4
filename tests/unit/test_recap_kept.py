"""What stands in a recap stays where an answer says less, and what says nothing is no answer."""

from dataclasses import replace

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import CATALOGUE, KNOWN, imported, one_row

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.sums import sums_in
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.words.column_titles import Columns
from generator.problems import Problems
from generator.text.spelling import folded

WRITTEN = "Inisiatif 2019; uji coba 2020; dihentikan 2023"


def kinds(data):
    return [one["peristiwa"] for one in data["riwayat"]]


def test_an_answer_that_cannot_be_read_takes_no_date_away():
    raw = book([[*HEADER[:5], "Tahap dan waktu"], [*ROW[:5], WRITTEN]])
    [data], remarks = imported(raw, replies={("tahap dan waktu", WRITTEN): "Alasannya tidak tercatat"})
    assert kinds(data) == ["inisiatif", "uji-coba", "dihentikan"]
    assert any(one.asked and one.asked.about == WRITTEN for one in remarks)


@pytest.mark.parametrize("reply", ["tidak diketahui", "Bukan inovasi", "belum diketahui", "tidak tahu"])
def test_an_answer_that_says_nothing_is_no_summary(reply):
    raw = book([HEADER, [*ROW[:2], None, *ROW[3:]]])
    _, remarks = imported(raw)
    [asked] = [one.asked for one in remarks if one.asked]
    data, remarks = imported(raw, replies={(folded(asked.title), asked.about): reply})
    assert (data, [one.asked for one in remarks if one.asked]) == ([], [asked])


@pytest.mark.parametrize(
    ("written", "sums"),
    [
        ("45.000.000,- / BOK", [("45.000.000,-", "BOK", "")]),
        ("2026: Rp 32.000.000 (APBD)", [("Rp 32.000.000", "APBD", "2026")]),
        ("2024: Rp 10 jt (APBD); 2025: Rp 12 jt", [("Rp 10 jt", "APBD", "2024"), ("Rp 12 jt", "", "2025")]),
        ("APBD 25 jt, DAK 10 jt", [("25 jt", "APBD", ""), ("10 jt", "DAK", "")]),
        ("Rp 25 jt (APBD) + Rp 10 jt (DAK)", [("Rp 25 jt", "APBD", ""), ("Rp 10 jt", "DAK", "")]),
        ("APBD (25 jt) dan CSR (10 jt)", [("25 jt", "APBD", ""), ("10 jt", "CSR", "")]),
        ("APBD = 25.000.000,- / DAK = 10.000.000,-", [("25.000.000", "APBD", ""), ("10.000.000", "DAK", "")]),
        ("APBD 25 jt/DAK 10 jt", [("25 jt", "APBD", ""), ("10 jt", "DAK", "")]),
        ("Rp 5.000.000,00 (lima juta rupiah)", [("Rp 5.000.000,00", "", "")]),
    ],
)
def test_a_sum_has_its_fund_behind_a_slash_or_in_brackets_behind_its_year(written, sums):
    assert [(one.amount, one.fund, one.year) for one in sums_in(written)] == sums


@pytest.mark.parametrize(
    "written",
    [
        "Rp 35 jt: APBD 25 jt, DAK 10 jt",
        "APBD 25 jt, APBD 10 jt",
        "APBD 25 jt, DAK 10 jt (total 35 jt)",
        "APBD 25 jt, sisanya DAK",
    ],
)
def test_sums_that_may_hold_each_other_are_not_several_budgets(written):
    [data], remarks = imported(one_row(("Anggaran (2024)", written)))
    assert "anggaran" not in data
    assert any(one.asked for one in remarks if one.address == "G2")


@pytest.mark.parametrize("written", ["swadaya", "Swadaya masyarakat", "Hibah PT Anu", "(CSR)"])
def test_a_fund_in_place_of_a_sum_is_a_source_without_one_and_told(written):
    [data], remarks = imported(one_row(("Anggaran (2024)", written)))
    assert data["anggaran"] == [{"tahun": "2024", "sumber": written}]
    assert any(one.note for one in remarks if one.address == "G2")


@pytest.mark.parametrize("written", ["APBD belum ada", "Swadaya tidak dihitung", "usulan APBD", "APBD tujuh juta"])
def test_a_fund_that_is_not_there_yet_or_has_its_sum_in_words_is_none(written):
    [data], remarks = imported(one_row(("Anggaran (2024)", written)))
    assert "anggaran" not in data
    assert [one.address for one in remarks if not one.note] == ["G2"]


def test_a_fund_without_a_sum_beside_others_is_told_by_its_name():
    [data], remarks = imported(one_row(("Anggaran (2024)", "APBD 25 jt + swadaya masyarakat")))
    assert data["anggaran"] == [{"tahun": "2024", "jumlah": "25000000", "sumber": "APBD"}]
    assert [one.reason for one in remarks if not one.note] == ['"swadaya masyarakat" tanpa jumlah, tidak disimpan']


def test_the_funds_of_two_sums_go_before_the_list_of_them_in_their_own_column():
    [data], _ = imported(one_row(("Anggaran (2024)", "APBD 25 jt, DAK 10 jt"), ("Sumber Dana", "APBD dan DAK")))
    assert [one["sumber"] for one in data["anggaran"]] == ["APBD", "DAK"]


def test_a_fund_in_both_columns_is_one_budget():
    [data], _ = imported(one_row(("Anggaran", "swadaya"), ("Tahun Anggaran", "2024"), ("Sumber Dana", "Swadaya")))
    assert data["anggaran"] == [{"tahun": "2024", "sumber": "Swadaya"}]


def test_the_fund_of_a_sum_that_is_asked_is_kept():
    raw = one_row(("Anggaran (2024)", "APBD ± 10 jt"))
    _, remarks = imported(raw)
    [asked] = [one.asked for one in remarks if one.asked]
    assert asked.options == ("10000000",)
    [data], _ = imported(raw, replies={(folded(asked.title), asked.about): "10000000"})
    assert data["anggaran"] == [{"tahun": "2024", "jumlah": "10000000", "sumber": "APBD"}]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("uji coba 2024 / penerapan 2025", ["uji-coba", "penerapan"]),
        ("Penerapan / Th. 2025", ["penerapan"]),
        ("Inis. 2024\nUji coba Mei-25\nTerap Jan-26", ["inisiatif", "uji-coba", "penerapan"]),
        ("Ide 2024 → uji coba Mei 2025 → penerapan Jan 2026", ["inisiatif", "uji-coba", "penerapan"]),
        ("Ide (2024) -> Uji Coba (2025)", ["inisiatif", "uji-coba"]),
        ("Ide: 2024 - Uji coba: 2025 - Penerapan: 2026", ["inisiatif", "uji-coba", "penerapan"]),
        ("Ide 2024/Uji coba 2025/Penerapan 2026", ["inisiatif", "uji-coba", "penerapan"]),
        ("Ide 2024 lalu uji coba 2025 kemudian penerapan 2026", ["inisiatif", "uji-coba", "penerapan"]),
        ("2024 (ide) 2025 (uji coba)", ["inisiatif", "uji-coba"]),
        ("2024 ide - 2025 uji coba - 2026 penerapan", ["inisiatif", "uji-coba", "penerapan"]),
        ("1. Ide: 2024\n2. Uji coba: 2025", ["inisiatif", "uji-coba"]),
        ("Ide\n2024\nUji coba\n2025", ["inisiatif", "uji-coba"]),
        ("Ide 12 Maret, 2024; uji coba 2025", ["inisiatif", "uji-coba"]),
        ("Ide 2024; uji coba -; penerapan 2026", ["inisiatif", "penerapan"]),
        ("Penerapan \u2013 2025", ["penerapan"]),
        ("Uji coba | 12/03/2025", ["uji-coba"]),
    ],
)
def test_a_sign_parts_two_events_or_an_event_from_its_date(written, told):
    [data], _ = imported(book([[*HEADER[:5], "Tahap dan waktu"], [*ROW[:5], written]]))
    assert kinds(data) == told


def test_a_list_of_names_on_an_old_sheet_adds_to_the_sheet_that_took_its_place_whatever_year_it_is_called_by():
    old = [["Salinan lama"], ["No", "OPD", "Nama Inovasi"], [1, ROW[0], ROW[1]]]
    data, remarks = imported(book([HEADER, ROW], old, names=["Daftar", "sd 2022 (lama)"]))
    assert [(one["nama"], one["ringkasan"]) for one in data] == [(ROW[1], ROW[2])]
    assert not any(one.row or one.asked for one in remarks)


@pytest.mark.parametrize(
    ("affair", "taken"),
    [
        ("Pemerintahan umum", True),
        ("Kecamatan (unsur kewilayahan)", True),
        ("Pembinaan dan Pengawasan", True),
        ("Administrasi pemerintahan", True),
        ("Otonomi daerah", True),
        ("Pelayanan umum", True),
        ("Kesekretariatan", True),
        ("Sekretariat Daerah - Organisasi", True),
        ("Reformasi birokrasi", True),
        ("Pengadaan Barang/Jasa", True),
        ("Pelayanan administrasi", False),
        ("Dukungan DPRD", False),
        ("Organisasi kemasyarakatan", False),
        ("?", False),
    ],
)
def test_the_work_of_offices_that_serve_others_is_none_of_the_affairs_like_it(affair, taken):
    affairs = CATALOGUE.registry.taxonomy["urusan"]
    other = affairs["kesehatan"].model_copy(update={"slug": "fungsi-lain", "label": "Fungsi lain"})
    taxonomy = {**CATALOGUE.registry.taxonomy, "urusan": {**affairs, "fungsi-lain": other}}
    known = replace(KNOWN, catalogue=replace(CATALOGUE, registry=replace(CATALOGUE.registry, taxonomy=taxonomy)))
    outcome = settle(recap(sheets(book([HEADER, [*ROW[:4], affair, ROW[5]]])), known, Defaults()), Problems())
    assert [draft.reading.data["urusan"] for draft in outcome.accepted] == ([["fungsi-lain"]] if taken else [])
    asked = [one.asked.options[0] for one in outcome.remarks if one.asked and one.asked.about == affair]
    assert asked == ([] if taken else ["Fungsi lain" if affair != "?" else "Pendidikan"])


def test_a_sum_whose_title_names_its_fund_and_year_has_both():
    [data], _ = imported(one_row(("Anggaran APBD 2025", "5.000.000")))
    assert [(one["jumlah"], one["tahun"], one["sumber"]) for one in data["anggaran"]] == [("5000000", "2025", "APBD")]


@pytest.mark.parametrize("title", ["Inovasi / Perangkat Daerah", "OPD / Inovasi"])
def test_a_column_of_names_and_agencies_is_that_of_the_names(title):
    assert Columns(CATALOGUE.registry).title_of(title).path == ("nama",)
