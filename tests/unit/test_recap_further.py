"""Recaps whose columns lean on each other: dates on their stage, sums on their fund; and cells with two things in one."""

from dataclasses import replace
from pathlib import Path

import pytest
from recap_tables import HEADER, ROW, book, csv_of
from test_recap_doubts import CATALOGUE, KNOWN, imported

from generator.contributing.table_import.cells.questions import questions
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.recognition.stated_stage import OF_STAGE
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.title_forms import calls_name
from generator.problems import Problems
from generator.text.spelling import folded

OVER = ["REKAP INOVASI TAHUN 2026"]
EVENTS = {"Penerapan": "penerapan", "Uji coba": "uji-coba", "ide / rancangan": "inisiatif"}


def staged(title, *, before=False, stages=tuple(EVENTS), dates=("17/05/2024", "Feb-26", "2026")):
    """A recap with a stage in each row and a column of dates beside it, `before` or behind."""
    heads = [title, "Status"] if before else ["Status", title]
    rows = []
    for number, (stage, date) in enumerate(zip(stages, dates, strict=True)):
        rows.append([ROW[0], f"Kelas {'ABC'[number]}", *ROW[2:5], *([date, stage] if before else [stage, date])])
    return book([OVER, [*HEADER[:5], *heads], *rows])


def events(data):
    return [[(event["peristiwa"], event["tanggal"]) for event in one["riwayat"]] for one in data]


IN_ROW = [[("penerapan", "2024-05-17")], [("uji-coba", "2026-02")], [("inisiatif", "2026")]]


# Dates of the stage that stands beside them


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize(
    "title", ["Mulai tahap tsb (tgl/bln/thn)", "Tanggal Status", "Sejak kapan pada tahap ini", "TMT Tahapan", "Tgl Thp"]
)
def test_dates_may_be_those_of_the_stage_that_each_row_states(title, before):
    data, remarks = imported(staged(title, before=before))
    assert events(data) == IN_ROW
    assert sum("menurut tahapan" in one.reason and one.note for one in remarks) == len(IN_ROW)


@pytest.mark.parametrize("answer", [OF_STAGE, "tanggal menurut Status", "tahapan itu"])
def test_a_column_of_dates_that_nobody_knows_may_be_answered_to_be_of_the_stage(answer):
    raw = staged("Saat itu")
    data, remarks = imported(raw)
    assert events(data) == [[("dilaporkan", "2026")]] * 3
    [asked] = {one.asked for one in remarks if one.asked and one.asked.title == "Saat itu"}
    assert asked.options[0] == OF_STAGE
    data, _ = imported(raw, replies={("saat itu", "?"): answer})
    assert events(data) == IN_ROW


def test_a_column_that_was_answered_not_to_be_kept_is_told_so_and_never_as_unknown():
    _, remarks = imported(staged("Saat itu"), replies={("saat itu", "?"): "tidak disimpan"})
    told = [(one.reason, one.note) for one in remarks if one.title == "Saat itu"]
    assert told == [("tidak disimpan, menurut jawaban", True)] * 3


@pytest.mark.parametrize("answer", ["Riwayat", "Kapan saja", "Tahapan"])
def test_an_answer_that_none_of_its_cells_can_be_is_asked_again(answer):
    raw = staged("Saat itu", stages=(None, None, None))
    _, remarks = imported(raw, replies={("saat itu", "?"): answer})
    assert {one.asked.about for one in remarks if one.asked and one.asked.title == "Saat itu"} == {"?"}


def test_a_stage_with_a_slip_is_told_and_one_that_nobody_knows_is_asked_for_the_date_beside_it():
    raw = staged("Mulai tahap ini", stages=("sudah diterapakn", "entahlah", "Uji coba"))
    data, remarks = imported(raw)
    assert events(data) == [[("penerapan", "2024-05-17")], [("dilaporkan", "2026-02")], [("uji-coba", "2026")]]
    assert any(one.note and one.reason == 'dibaca sebagai "Penerapan"' for one in remarks)
    [asked] = [one.asked for one in remarks if one.asked]
    assert (asked.title, asked.about, asked.options) == ("Status", "entahlah", ("Inisiatif", "Uji coba", "Penerapan"))
    data, _ = imported(raw, replies={("status", "entahlah"): "Uji coba"})
    assert events(data)[1] == [("uji-coba", "2026-02")]


def test_a_year_that_says_no_event_may_be_answered_to_be_of_the_stage():
    raw = staged("Tahun")
    assert events(imported(raw)[0]) == [[("dilaporkan", date)] for date in ("2024-05-17", "2026-02", "2026")]
    [asked] = {one.asked for one in imported(raw)[1] if one.asked}
    data, _ = imported(raw, replies={(folded(asked.title), asked.about): asked.options[0]})
    assert events(data) == IN_ROW


# Money: whose it is, of which year, and what is none


def one_row(*columns):
    """A table of one row, with further columns given as (title, value), in a recap of 2026."""
    return book([[*HEADER, *(title for title, _ in columns)], [*ROW, *(value for _, value in columns)]])


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(("title", "fund"), [("Biaya", "BOK"), ("Anggaran", "APBD Kabupaten"), ("Biaya", "Dana Desa")])
def test_a_source_beside_money_is_whose_money_it_is_and_no_document(title, fund, reverse):
    columns = [(title, "Rp45.000.000"), ("Sumber", fund)]
    raw = one_row(*(reversed(columns) if reverse else columns))
    [data], remarks = imported(raw)
    assert ("sumber" in data, any(one.title == "Sumber" for one in remarks)) == (False, True)
    [data], _ = imported(raw, replies={(folded(title), "#"): "2026"})
    assert data["anggaran"] == [{"tahun": "2026", "jumlah": "45000000", "sumber": fund}]
    assert "cara_memakai" not in data


@pytest.mark.parametrize(
    ("title", "written", "budgets"),
    [
        ("Anggaran Th. 2026 (Rp. ribu)", "15.000", [("2026", "15000000", None)]),
        ("Anggaran dan Sumber", "Rp 6,5 juta (DD 2026)", [("2026", "6500000", "DD")]),
        ("Anggaran / Sumber Dana", "Rp 6,5 juta (DD 2026)", [("2026", "6500000", "DD")]),
        ("Anggaran", "Rp 10 jt, APBD 2024", [("2024", "10000000", "APBD")]),
        ("Anggaran", "2023: Rp 10 juta; 2024: Rp 15 juta", [("2023", "10000000", None), ("2024", "15000000", None)]),
        ("Anggaran", "Rp 10.000.000 (2023), Rp 15.000.000 (2024)", [("2023", "10000000", None), ("2024", "15000000", None)]),
        ("Anggaran", "2025: Rp 7 juta", [("2025", "7000000", None)]),
        ("Anggaran", "TA 2025: 7.000.000", [("2025", "7000000", None)]),
        ("Anggaran", "2025 - Rp 7 juta", [("2025", "7000000", None)]),
        ("Anggaran", "TA 2023 10 juta\nTA 2024 15 juta", [("2023", "10000000", None), ("2024", "15000000", None)]),
    ],
)  # fmt: skip
def test_the_year_and_the_fund_of_a_sum_are_read_where_they_stand(title, written, budgets):
    [data], _ = imported(one_row((title, written)))
    assert [(one["tahun"], one["jumlah"], one.get("sumber")) for one in data["anggaran"]] == budgets


@pytest.mark.parametrize(
    ("over", "title", "written", "year"),
    [
        ("REKAP INOVASI TA 2026", "Anggaran", "Rp 10 juta", "2026"),
        ("REKAP INOVASI T.A. 2026", "Anggaran", "Rp 10 juta", "2026"),
        ("REKAP INOVASI TAHUN ANGGARAN 2026", "Anggaran", "Rp 10 juta (APBD 2025)", "2025"),
        ("REKAP INOVASI TA 2026", "Anggaran 2025", "Rp 10 juta", "2025"),
        ("REKAP INOVASI TA 2025 DAN 2026", "Anggaran", "Rp 10 juta", None),
        ("REKAP INOVASI TAHUN 2026", "Anggaran", "Rp 10 juta", None),
    ],
)
@pytest.mark.parametrize("further", [False, True])
def test_a_year_of_budgets_over_a_table_is_that_of_sums_that_state_none(over, title, written, year, further):
    second = [*ROW[:1], "Kelas Ayah", *ROW[2:], written]
    rows = [[*HEADER, "Jenis"], [*ROW, "Digital"], [], ["Tabel 2. Lainnya"]] if further else []
    data, remarks = imported(book([[over], *rows, [*HEADER, title], second]))
    assert data[-1].get("anggaran", [{}])[0].get("tahun") == year
    assert any("menurut judul tabel" in one.reason and one.note for one in remarks) == (
        year == "2026" and title == "Anggaran"
    )
    assert any(one.asked for one in remarks) == (year is None)


def budgets(rows, **replies):
    """The budgets of innovations, and the questions that are asked, of a table with these columns of money."""
    [heads, *filled] = rows
    made = [[ROW[0], f"Kelas {n}", *ROW[2:], *cells] for n, cells in enumerate(filled)]
    data, remarks = imported(book([[*HEADER, *heads], *made]), **replies)
    return [one.get("anggaran", [{}])[0].get("tahun") for one in data], questions(remarks)


@pytest.mark.parametrize(
    ("rows", "years"),
    [
        ([("Anggaran", "Sumber Dana"), ("Rp 10 juta", "APBD"), (None, "BOK"), ("Rp 5 juta", None)], ["2026"] * 3),
        ([("Anggaran", "Tahun Anggaran"), ("Rp 10 juta", "2025"), ("Rp 7 juta", None)], ["2025", "2026"]),
    ],
)
def test_the_year_of_budgets_is_asked_once_for_all_that_state_none(rows, years):
    _, [asked] = budgets(rows)
    made, still = budgets(rows, replies={(folded(asked.title), asked.about): "2026"})
    assert (made, still) == (years, [])


def test_a_year_of_a_budget_that_is_none_is_asked_by_itself_and_no_answer_for_others_fills_it():
    rows = [("Anggaran", "Tahun Anggaran"), ("Rp 10 juta", "2024/2025"), ("Rp 7 juta", None)]
    _, asked = budgets(rows)
    assert [(one.about, one.options) for one in asked] == [
        ("2024/2025", ("2024", "2025")),
        ("#", ("2026", "tidak diketahui")),
    ]
    assert budgets(rows, replies={("anggaran", "#"): "2026"})[0] == [None, "2026"]
    assert budgets(rows, replies={("tahun anggaran", "2024/2025"): "2024"})[0] == ["2024", None]


def test_one_fund_beside_the_sums_of_two_years_is_that_of_both():
    [data], _ = imported(one_row(("Anggaran", "2023: 10 juta; 2024: 15 juta"), ("Sumber Dana", "APBD")))
    assert [(one["tahun"], one["sumber"]) for one in data["anggaran"]] == [("2023", "APBD"), ("2024", "APBD")]


@pytest.mark.parametrize("written", ["2023: 10 juta; 2023: 15 juta", "2023: 10 juta; sisanya 2024"])
def test_a_cell_of_sums_that_are_not_each_of_a_year_of_its_own_is_not_taken_apart(written):
    [data], remarks = imported(one_row(("Anggaran", written)))
    assert "anggaran" not in data
    assert any(one.title == "Anggaran" and not one.note for one in remarks)


@pytest.mark.parametrize("written", ["-", "nihil"])
def test_a_year_beside_no_money_is_no_budget_and_is_told(written):
    [data], remarks = imported(one_row(("Anggaran", written), ("Tahun Anggaran", "2026")))
    assert "anggaran" not in data
    assert any(one.value == "2026" and one.note for one in remarks)


def test_a_fund_beside_a_word_for_no_money_is_no_budget_and_is_told():
    [data], remarks = imported(one_row(("Anggaran 2024", "nihil"), ("Sumber Dana", "APBD")))
    assert "anggaran" not in data
    assert not any(one.asked for one in remarks)
    assert any(one.value == "APBD" and one.note for one in remarks)


def test_a_fund_of_which_a_table_told_no_sum_becomes_the_budget_that_is_told_later(katalog):
    heads = [*HEADER, "Anggaran", "Tahun Anggaran", "Sumber Dana"]
    rows = [[*ROW, None, "2026", "APBD"]]
    Path("satu.xlsx").write_bytes(book([heads, *rows]))
    assert katalog("import", "satu.xlsx")[0] == 0
    rows[0][6] = "Rp 10 juta"
    Path("dua.xlsx").write_bytes(book([heads, *rows]))
    assert katalog("import", "dua.xlsx", "--update", "--yes")[0] == 0
    written = Path("innovations/dinkes/kelas-ibu.yml").read_text("utf-8")
    assert (written.count("tahun: 2026"), written.count("jumlah: 10000000")) == (1, 1)


# Forms that explain their labels


def form(agency, **more):
    """A form of the national index, as offices hand it in, with other answers by the words of their labels."""
    answers = {"Nama Inovasi": "Kelas Ibu", "Tahapan Inovasi": "c", "Bentuk Inovasi": "b. Pelayanan publik"}
    answers |= {"Urusan": "Kesehatan", "Waktu Penerapan": "2024", "Rancang Bangun": "Ibu hamil belajar bersama bidan."}
    answers |= {"Manfaat": "Lekas.", "Anggaran (jika ada)": None} | more
    explained = {"Tahapan Inovasi": "Pilih: a. Inisiatif b. Uji coba c. Penerapan"}
    rows = [
        ["FORM ISIAN INOVASI DAERAH"],
        ["KABUPATEN CONTOH TAHUN 2026"],
        [],
        ["Nama OPD/UPTD/Puskesmas", None, ":", agency],
        [],
    ]
    rows += [["NO", "JENIS ISIAN", "DEFINISI OPERASIONAL", "INFORMASI/JAWABAN", "DATA PENDUKUNG"]]
    for number, (label, answer) in enumerate(answers.items(), 1):
        rows.append([number, label, explained.get(label, "Penjelasan"), answer, "Lampirkan"])
    return [
        *rows,
        [],
        [None, None, None, "Kota Contoh, ...................... 2026"],
        [None, None, None, "Kepala Dinas,"],
    ]


@pytest.mark.parametrize(
    ("agency", "unit"),
    [
        ("UPT Puskesmas Hulu, Dinas Kesehatan", "UPT Puskesmas Hulu"),
        ("Puskesmas Hulu (Dinas Kesehatan)", "Puskesmas Hulu"),
        ("Dinas Kesehatan", None),
    ],
)
def test_a_form_names_its_agency_with_the_unit_and_its_signature_is_no_answer(agency, unit):
    [data], remarks = imported(book(form(agency)))
    assert (data.get("unit", {}).get("nama"), "anggaran" in data) == (unit, False)
    assert data["ringkasan"] == "Ibu hamil belajar bersama bidan."
    assert all(one.note for one in remarks), [one for one in remarks if not one.note]


def test_a_letter_on_a_form_is_the_choice_that_the_form_letters():
    [data], remarks = imported(book(form("Dinas Kesehatan", **{"Waktu Penerapan": None, "Waktu Uji Coba": "2024"})))
    assert events([data]) == [[("uji-coba", "2024")]]
    assert any('"Penerapan", menurut pilihan pada formulir' in one.reason for one in remarks)
    assert any(one.value == "Penerapan" and "tanggalnya menunjukkan" in one.reason for one in remarks)


def test_a_form_that_nobody_filled_in_is_told_and_asks_nothing():
    raw = book(form("Dinas Kesehatan"), form("…………………", **dict.fromkeys(EMPTY), **{"Nama Inovasi": "………."}))
    data, remarks = imported(raw)
    assert len(data) == 1
    assert not any(one.asked or not one.note for one in remarks)
    assert sum("belum diisi" in one.reason for one in remarks) == 1


def test_a_form_with_only_its_agency_and_open_boxes_is_told_once_and_one_with_more_is_asked_for_its_name():
    boxes = "☐ Pelayanan publik ☐ Tata kelola"
    rows = [["A.", "IDENTITAS"], [1, "Nama Inovasi", ":"], [2, "Perangkat Daerah", ":", "Dinas Kesehatan"]]
    rows += [[3, "Bentuk Inovasi", ":", boxes], [4, "Jenis Inovasi", ":", "☐ Digital ☐ Nondigital"], ["B.", "URAIAN"]]
    data, remarks = imported(book([*rows, [5, "Ringkasan", ":"], [6, "Urusan", ":", "-"], [7, "Keberlanjutan", ":"]]))
    assert (data, [one.reason for one in remarks]) == ([], ["formulir ini belum diisi"])
    filled = [[5, "Ringkasan", ":", ROW[2]], [6, "Urusan", ":", "Kesehatan"], [7, "Tanggal Penerapan", ":", "2024"]]
    _, remarks = imported(book([*rows, *filled]))
    [asked] = questions(remarks)
    assert ROW[2] in asked.text


def test_the_heads_of_the_parts_of_forms_are_told_once_a_sheet():
    rows = [[1, "Nama Inovasi", ":", "Kelas Ibu"], ["B.", "WAKTU DAN BIAYA"], [2, "Tanggal Penerapan", ":", "2024"]]
    rows += [["C.", "URAIAN"], [3, "Ringkasan", ":", ROW[2]], [4, "OPD", ":", ROW[0]], [5, "Bentuk", ":", ROW[3]]]
    other = [[1, "Nama Inovasi", ":", "Kelas Ayah"], *rows[1:]]
    data, remarks = imported(book([*rows, [6, "Urusan", ":", ROW[4]], *other, [6, "Urusan", ":", ROW[4]]]))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Kelas Ayah"]
    assert [one.value for one in remarks if "bagian formulir" in one.reason] == ["WAKTU DAN BIAYA; URAIAN"]
    assert all(one.note for one in remarks)


EMPTY = ("Tahapan Inovasi", "Bentuk Inovasi", "Urusan", "Waktu Penerapan", "Rancang Bangun", "Manfaat")


def test_a_row_without_its_summary_has_that_of_its_other_texts_and_says_so():
    heads = [*HEADER, "Manfaat"]
    rows = [[*ROW, "Cepat."], [ROW[0], "Kelas Ayah", None, *ROW[3:], "Ayah ikut merawat anaknya sejak lahir. Sehat."]]
    data, remarks = imported(book([heads, *rows]))
    assert [one["ringkasan"] for one in data] == [ROW[2], "Ayah ikut merawat anaknya sejak lahir."]
    assert any("barisnya tidak mempunyai ringkasan" in one.reason for one in remarks)


def test_the_region_is_no_agency_and_is_asked_of_each_of_its_innovations():
    rows = [["Kabupaten Contoh", f"Kelas {name}", *ROW[2:]] for name in ("Ibu", "Ayah")]
    data, remarks = imported(book([HEADER, *rows]))
    asked = [one.asked for one in remarks if one.asked]
    assert (data, [one.about for one in asked]) == ([], ["A2: Kabupaten Contoh", "A3: Kabupaten Contoh"])
    assert {one.options for one in asked} == {()}
    replies = {(folded(HEADER[0]), "A2: Kabupaten Contoh"): "Dinas Pendidikan"}
    data, remarks = imported(book([HEADER, *rows]), replies=replies)
    assert ([one["nama"] for one in data], len([one for one in remarks if one.asked])) == (["Kelas Ibu"], 1)


@pytest.mark.parametrize(
    "foot", ["Data per 30 September 2026", "Keadaan s.d. Juni 2026", "Update: 3 Mei 2026", "per 30 Juni 2026"]
)
def test_as_of_when_a_recap_is_asks_for_no_name(foot):
    data, remarks = imported(book([HEADER, ROW, [], [None, None, None, foot]]))
    assert (len(data), [one.asked for one in remarks if one.asked]) == (1, [])
    assert any(one.value == foot and one.note for one in remarks)


# Which comes first, the day or the month


def dated_rows(*dates):
    return [[ROW[0], f"Kelas {n}", *ROW[2:5], said] for n, said in enumerate(dates)]


def dated(*dates, title="Tanggal Penerapan"):
    return book([[*HEADER[:5], title], *dated_rows(*dates)])


def test_dates_that_nothing_makes_sure_are_read_day_first_and_told_once_a_column():
    data, remarks = imported(dated("02/03/2024", "04/05/2024", "2023"))
    assert [date for [(_, date)] in events(data)] == ["2024-03-02", "2024-05-04", "2023"]
    assert [(one.note, one.asked) for one in remarks if "hari, bulan, tahun" in one.reason] == [(True, None)]


@pytest.mark.parametrize(
    ("answer", "dates"),
    [("hari dahulu", ["2024-03-02", "2024-05-04"]), ("bulan dahulu", ["2024-02-03", "2024-04-05"])],
)
def test_the_order_of_dates_beside_one_with_its_month_first_is_asked_once_for_their_column(answer, dates):
    raw = book([OVER, [*HEADER[:5], "Tanggal Penerapan"], *dated_rows("02/03/2024", "04/05/2024", "1/13/2024")])
    data, remarks = imported(raw)
    assert events(data)[:2] == [[("dilaporkan", "2026")]] * 2
    [one] = questions(remarks)
    assert one.options == ("hari dahulu", "bulan dahulu")
    data, remarks = imported(raw, replies={(folded(one.title), one.about): answer})
    assert [date for [(_, date)] in events(data)] == [*dates, "2024-01-13"]
    assert questions(remarks) == []


def test_of_a_column_with_dates_in_both_orders_each_that_is_not_sure_is_asked_by_itself():
    rows = dated_rows("02/03/2024", "04/05/2024", "1/13/2024", "17/05/2024")
    _, remarks = imported(book([OVER, [*HEADER[:5], "Tanggal Penerapan"], *rows]))
    assert [one.about for one in questions(remarks)] == ["02/03/2024", "04/05/2024"]


@pytest.mark.parametrize(
    "raw", [dated("02/03/2024", "17/05/2024"), dated("02/03/2024", title="Tanggal Penerapan (tgl/bln/thn)")]
)
def test_a_day_that_is_no_month_or_the_title_makes_the_order_of_all_sure(raw):
    assert imported(raw)[1] == []


@pytest.mark.parametrize(
    ("others", "date"), [(("2024-05-10", "2024-06-17"), "2024-03-01"), (("2024-06-01",), "2024-03"), ((), "2024-03")]
)
def test_the_first_of_a_month_is_a_day_where_its_column_has_full_dates_only_and_most_are_others(others, date):
    days = ("2024-03-01", *others)
    [sheet] = sheets(dated(*days))
    cells = {
        (2 + n, 6): replace(sheet.cells[2 + n, 6], date=day, unseen=True, vague=day.endswith("01"))
        for n, day in enumerate(days)
    }
    outcome = settle(recap([replace(sheet, cells={**sheet.cells, **cells})], KNOWN, Defaults()), Problems())
    assert events([outcome.accepted[0].reading.data]) == [[("penerapan", date)]]
    assert any(one.asked for one in outcome.remarks) == (date == "2024-03")


def test_an_order_that_is_answered_later_puts_right_what_was_written(katalog):
    Path("rekap.xlsx").write_bytes(dated("02/03/2024"))
    assert katalog("import", "rekap.xlsx")[0] == 0
    Path("jawaban.csv").write_text(
        csv_of(("Kolom", "Isi", "Jawaban"), (HEADER[5], "(urutan hari dan bulan)", "bulan dahulu"))
    )
    assert katalog("import", "rekap.xlsx", "--replies", "jawaban.csv", "--update", "--yes")[0] == 0
    written = Path("innovations/dinkes/kelas-0.yml").read_text("utf-8")
    assert (written.count("peristiwa:"), "2024-02-03" in written) == (1, True)


def test_villages_and_units_in_one_column_are_the_units_that_made_it_but_for_the_districts_own_office():
    names = ["Desa Hulu", "Kantor Camat", "Seksi Pelayanan", "Hilir"]
    rows = [["Kecamatan Utara", f"Kelas {n}", *ROW[2:], unit] for n, unit in enumerate(names)]
    data, remarks = imported(book([[*HEADER, "Desa/Unit"], *rows]))
    units = [one["unit"]["nama"] if "unit" in one else None for one in data]
    assert units == ["Desa Hulu", None, "Seksi Pelayanan", None]
    assert any(one.address == "G3" and one.note and "kantor perangkat daerah" in one.reason for one in remarks)
    assert any(one.address == "G5" and not one.note for one in remarks)


def test_an_office_that_is_wholly_named_after_one_affair_has_it_however_that_is_called():
    registry = CATALOGUE.registry
    affairs = registry.taxonomy["urusan"]
    label = "Administrasi kependudukan dan pencatatan sipil"
    more = {"administrasi-kependudukan": affairs["kesehatan"].model_copy(update={"label": label})}
    office = registry.agencies["dinkes"].model_copy(update={"name": "Dinas Kependudukan dan Pencatatan Sipil"})
    registry = replace(
        registry,
        taxonomy={**registry.taxonomy, "urusan": {**affairs, **more}},
        agencies={**registry.agencies, "dinkes": office},
    )
    known = replace(KNOWN, catalogue=replace(CATALOGUE, registry=registry))
    raw = book([[*HEADER[:4], HEADER[5]], [*ROW[:4], ROW[5]]])
    outcome = settle(recap(sheets(raw), known, Defaults()), Problems())
    assert [draft.reading.data["urusan"] for draft in outcome.accepted] == [["administrasi-kependudukan"]]


# Layouts of offices: a column for each year or quarter, a matrix, a form of Google


def test_stages_by_quarter_make_a_history_of_what_followed_another_and_a_state_of_the_rest():
    heads = [*HEADER[:5], "Perkembangan 2025", None, None]
    rows = [
        [*ROW[:5], "Inisiatif", "Uji coba", "Penerapan"],
        [ROW[0], "Kelas Ayah", *ROW[2:5], "Penerapan", "Penerapan", "Penerapan"],
    ]
    raw = book([OVER, heads, [*[None] * 5, "TW I", "TW II", "TW III"], *rows], merged=["F2:H2"])
    data, remarks = imported(raw)
    assert events(data) == [[("uji-coba", "2025"), ("penerapan", "2025")], [("dilaporkan", "2026")]]
    assert data[0]["riwayat"][0]["keterangan"].startswith("Uji coba Triwulan II 2025")
    assert data[1]["riwayat"][0]["keadaan"] == "dipakai"
    assert all(one.note for one in remarks)


@pytest.mark.parametrize("title", ["{}", "Thn {}", "Tahun {}"])
def test_a_column_of_stages_for_each_year_needs_no_more_title_than_the_year(title):
    heads = [*HEADER[:5], *(title.format(year) for year in (2023, 2024, 2025))]
    data, _ = imported(book([heads, [*ROW[:5], "-", "uji coba", "penerapan"]]))
    assert events(data) == [[("uji-coba", "2024"), ("penerapan", "2025")]]


def test_ticks_below_years_that_no_title_gathers_ask_of_what_the_years_are():
    rows = [[*HEADER[:5], 2023, 2024], [*ROW[:5], "v", "v"], [ROW[0], "Kelas Ayah", *ROW[2:5], None, "v"]]
    data, remarks = imported(book(rows))
    assert events(data) == [[("dilaporkan", "2023")], [("dilaporkan", "2024")]]
    [asked] = {one.asked for one in remarks if one.asked}
    data, _ = imported(book(rows), replies={(folded(asked.title), asked.about): "Penerapan"})
    assert events(data) == [[("penerapan", "2023")], [("penerapan", "2024")]]


def test_a_matrix_with_its_labels_numbered_at_the_left_is_a_form_of_several_innovations():
    labels = ["Nama Inovasi", "Deskripsi", "Bentuk", "Urusan", "Tanggal Penerapan"]
    firsts, seconds = [*ROW[1:5], "2024"], ["Kelas Ayah", *ROW[2:5], "2025"]
    rows = [[n, *row] for n, row in enumerate(zip(labels, firsts, seconds, strict=True), 1)]
    data, _ = imported(
        book([["MATRIKS INOVASI DINAS KESEHATAN"], [], ["No", "Parameter", "Inovasi 1", "Inovasi 2"], *rows])
    )
    assert events(data) == [[("penerapan", "2024")], [("penerapan", "2025")]]


def test_a_form_of_questions_is_read_and_what_a_thing_cost_the_office_is_no_price():
    heads = ["Nama Instansi", "Nama Inovasi", "Apa inovasinya? Jelaskan singkat", "Bentuk inovasi", "Masuk urusan apa?"]
    heads += [
        "Sudah sampai tahap apa?",
        "Kapan mulai?",
        "Berapa biayanya dan dari mana?",
        "Nomor WA yang bisa dihubungi",
    ]
    rows = [[*ROW[:5], "Masih uji coba", "Maret 2025", "Rp 30 juta dari APBD 2025", "081200011122"]]
    [data], remarks = imported(book([heads, *rows]))
    assert (data["ringkasan"], events([data])) == (ROW[2], [[("uji-coba", "2025-03")]])
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": "30000000", "sumber": "APBD"}]
    assert "cara_memakai" not in data
    assert "0812" not in str(data)
    assert any(one.title == heads[-1] for one in remarks)


def test_urusan_and_name_in_one_column_is_the_column_of_names_below_its_headings():
    heads = ["No", "Urusan / Nama Inovasi", "OPD", "Uraian", "Bentuk", "Tahun Penerapan"]
    rows = [["I", "URUSAN KESEHATAN"], [1, ROW[1], ROW[0], *ROW[2:4], "2024"]]
    [data], _ = imported(book([heads, *rows]))
    assert (data["nama"], data["urusan"]) == (ROW[1], ["kesehatan"])


def test_parts_of_an_agency_and_name_in_one_column_is_the_column_of_names_below_its_headings():
    heads = ["No", "Bidang / Nama Inovasi", "Uraian", "Bentuk", "Urusan", "Tahun Penerapan"]
    rows = [["I", "BIDANG PEMBINAAN SD"], ["a)", ROW[1], *ROW[2:5], "2024"]]
    [data], _ = imported(book([["DINAS KESEHATAN"], heads, *rows]))
    assert (data["nama"], data["unit"]["nama"]) == (ROW[1], "BIDANG PEMBINAAN SD")


@pytest.mark.parametrize(
    ("title", "cells", "key"),
    [
        ("Jenis Inovasi", ("Pelayanan publik", "Tata kelola"), "bentuk"),
        ("Jenis Inovasi (TK/PP/IL)", ("PP", "TK"), "bentuk"),
        ("Basis (D/ND)", ("D", "ND"), "jenis"),
        ("Digital (Y/T)", ("Y", "T"), "jenis"),
    ],
)
def test_a_choice_is_known_by_its_cells_or_by_the_signs_that_its_title_lists(title, cells, key):
    beside = [] if key == "bentuk" else ["Bentuk"]
    rows = [[ROW[0], f"Kelas {cell}", *ROW[2:3], *ROW[4:], cell, *([ROW[3]] if beside else [])] for cell in cells]
    data, remarks = imported(book([[*HEADER[:3], *HEADER[4:], title, *beside], *rows]))
    wanted = {"bentuk": ["pelayanan-publik", "tata-kelola"], "jenis": ["digital", "nondigital"]}
    assert [one[key] for one in data] == wanted[key]
    assert "jenis" in data[0] or key == "bentuk"
    assert any(f'"{key.capitalize()}' in one.reason and one.note for one in remarks)


def test_titles_cut_short_are_those_in_full_and_a_kind_beside_the_name_makes_no_other_column_of_it():
    heads = ["SKPD", "Jenis/Nama Inovasi", "Uraian", "Bentuk", "Urusan", "Thn. Mulai", "Status"]
    data, _ = imported(
        book([heads, [*ROW[:5], "2023", "Aktif"], [ROW[0], "Kelas Ayah", *ROW[2:5], "2024", "Uji coba"]])
    )
    assert events(data) == [[("penerapan", "2023")], [("uji-coba", "2024")]]


def test_a_date_that_was_stored_as_far_as_it_was_sure_is_made_exact_by_its_answer(katalog):
    rows = [HEADER, [*ROW[:5], "Mei 2024"]]
    Path("satu.xlsx").write_bytes(book(rows))
    katalog("import", "satu.xlsx")
    answers = csv_of(("Kolom", "Isi", "Jawaban"), (HEADER[5], "Mei 2024", "1 Mei 2024"))
    Path("jawaban.csv").write_text(answers)
    assert katalog("import", "satu.xlsx", "--replies", "jawaban.csv")[0] == 0
    written = Path("innovations/dinkes/kelas-ibu.yml").read_text("utf-8")
    assert (written.count("peristiwa:"), "2024-05-01" in written) == (1, True)


@pytest.mark.parametrize(("written", "is_told"), [("LH", True), ("Lingkungan", False), ("Lingkungan hidup", False)])
def test_an_affair_of_which_no_word_is_its_label_is_told_as_what_it_is_read(written, is_told):
    registry = CATALOGUE.registry
    hers = registry.taxonomy["urusan"]["kesehatan"].model_copy(update={"label": "Lingkungan hidup"})
    affairs = {**registry.taxonomy["urusan"], "lingkungan-hidup": hers}
    registry = replace(registry, taxonomy={**registry.taxonomy, "urusan": affairs})
    known = replace(KNOWN, catalogue=replace(CATALOGUE, registry=registry))
    raw = book([HEADER, [*ROW[:4], written, ROW[5]]])
    outcome = settle(recap(sheets(raw), known, Defaults()), Problems())
    assert [draft.reading.data["urusan"] for draft in outcome.accepted] == [["lingkungan-hidup"]]
    said = f'"{written}" dibaca sebagai "Lingkungan hidup"'
    assert any(one.note and said in one.reason for one in outcome.remarks) is is_told


@pytest.mark.parametrize(
    "written",
    ["Pengawasan", "Sekretariat DPRD", "Kesatuan Bangsa dan Politik", "Inspektorat", "Fungsi lain: kewilayahan"],
)
def test_what_an_office_that_serves_the_others_calls_its_affair_is_told_as_the_other_function(written):
    registry = CATALOGUE.registry
    other = registry.taxonomy["urusan"]["kesehatan"].model_copy(update={"label": "Fungsi lain"})
    affairs = {**registry.taxonomy["urusan"], "fungsi-lain": other}
    registry = replace(registry, taxonomy={**registry.taxonomy, "urusan": affairs})
    known = replace(KNOWN, catalogue=replace(CATALOGUE, registry=registry))
    raw = book(
        [HEADER, [*ROW[:4], f"{written}; Kesehatan", ROW[5]], [ROW[0], "Lain", *ROW[2:4], f"{written} Anu", ROW[5]]]
    )
    outcome = settle(recap(sheets(raw), known, Defaults()), Problems())
    assert [draft.reading.data["urusan"] for draft in outcome.accepted] == [["fungsi-lain", "kesehatan"]]
    assert any(one.note and f'"{written}" dibaca sebagai "Fungsi lain"' in one.reason for one in outcome.remarks)


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Ceritakan secara singkat", "ringkasan"),
        ("Ceritakan inovasi Bapak/Ibu dalam 2-3 kalimat", "ringkasan"),
        ("Sejak kapan inovasi ini digunakan?", "riwayat.penerapan"),
        ("Siapa yang merasakan manfaatnya", "manfaat"),
        ("Masalah apa yang ingin diselesaikan?", "masalah"),
        ("Bagaimana inovasi ini bekerja?", "solusi"),
        ("Apa yang baru dari inovasi ini?", "kebaruan"),
        ("Sudah sampai tahap mana?", "tahapan"),
        ("Di mana inovasi dijalankan?", "lokasi.tempat"),
        ("Sumber biaya", "anggaran.sumber"),
        ("Dananya dari mana?", "anggaran.sumber"),
        ("Dukungan Anggaran", "anggaran.jumlah"),
        ("Perangkat Daerah / Unit Pelaksana", "perangkat_daerah"),
        ("Nama perangkat daerah Anda", "perangkat_daerah"),
        ("Jenis inovasi: digital atau non digital", "jenis"),
        ("Jelaskan secara singkat inovasi ini, masalah apa yang diatasi dan bagaimana caranya", "ringkasan"),
        ("Gambarkan singkat inovasinya: untuk siapa?", "ringkasan"),
        ("Jelaskan masalahnya, lalu jelaskan inovasinya", "masalah"),
        ("Siapa yang pertama kali menginisiasi inovasi ini?", "inisiator"),
        ("Siapa penggagasnya?", "inisiator"),
        ("Idenya datang dari siapa?", "inisiator"),
    ],
)
def test_a_title_is_known_through_the_sentence_that_asks_for_it(title, path):
    assert ".".join(Columns(CATALOGUE.registry).title_of(title).path) == path


FORM = ["Cap waktu", "Instansi Anda", "Judul inovasi", "Ceritakan secara singkat", "Tahap saat ini", "Dipakai sejak"]


def test_when_a_form_was_filled_in_stands_for_the_date_of_a_row_without_one_and_for_no_other():
    rows = [["03/02/2026 08.14", "Dinkes", "Kelas A", "Belajar.", "Penerapan", "Juli 2024", "Yanlik"]]
    rows += [["05/02/2026 14.00", "Dinkes", "Kelas B", "Belajar.", "Penerapan", None, "Yanlik"]]
    data, remarks = imported(book([[*FORM, "Bentuk"], *rows]))
    assert events(data) == [[("penerapan", "2024-07")], [("dilaporkan", "2026-02-05")]]
    assert data[1]["riwayat"][0]["keadaan"] == "dipakai"
    assert any("hari formulirnya diisi" in one.reason for one in remarks)


def test_the_date_of_a_report_keeps_the_stage_beside_it_where_no_other_date_is():
    row = ["Dinkes", "Kelas B", "Belajar.", "Yanlik", "Kesehatan", "5-2-2026", "Penerapan"]
    [data], _ = imported(book([[*HEADER[:5], "Tanggal dilaporkan", "Tahapan"], row]))
    assert data["riwayat"] == [{"peristiwa": "dilaporkan", "tanggal": "2026-02-05", "keadaan": "dipakai"}]


def test_a_row_of_data_below_titles_in_two_rows_is_never_taken_for_titles():
    heads = ["No.", "Nama Inovasi Desa", None, "Abstrak", "Bentuk", "Urusan", "Mulai", "Dana", None]
    below = [*[None] * 7, "Sumber", "Jumlah"]
    rows = [[n, name, None, *ROW[2:5], "2024", "ADD", 8_000_000] for n, name in ((1, "Lumbung"), (2, "Ronda"))]
    data, _ = imported(book([["Daftar Inovasi Dinas Kesehatan"], heads, below, *rows]))
    assert [one["nama"] for one in data] == ["Lumbung", "Ronda"]


@pytest.mark.parametrize(
    ("title", "known"), [("Nama Inovasi Desa", True), ("Nama Desa", False), ("Nama Inovasi dan Inovator", False)]
)
def test_whose_name_a_title_calls(title, known):
    assert calls_name(title) is known


def test_a_column_of_an_events_name_that_is_only_partly_dates_is_asked():
    rows = [[*ROW[:5], "2023", said] for said in ("2024", "sudah", "di semua desa")]
    rows = [[row[0], f"Kelas {n}", *row[2:]] for n, row in enumerate(rows)]
    _, remarks = imported(book([[*HEADER[:5], "Tanggal Uji Coba", "Implementasi"], *rows]))
    [asked] = {one.asked for one in remarks if one.asked}
    assert (asked.title, asked.options[0]) == ("Implementasi", "Tanggal penerapan")


def test_stages_below_each_other_make_no_form_of_a_table_whose_names_are_called_otherwise():
    heads = [
        "Nama OPD",
        "Inovasi Unggulan",
        "Keterangan Inovasi",
        "Kategori",
        "Urusan Pemerintahan",
        "Tahun Mulai",
        "Kondisi",
    ]
    stages = ("Berjalan", "Uji coba", "Berjalan")
    rows = [[ROW[0], f"Kelas {n}", *ROW[2:5], "2024", stage] for n, stage in enumerate(stages)]
    data, _ = imported(book([["INOVASI UNGGULAN"], heads, *rows]))
    assert data == []  # what is remarked of every innovation may be its summary
    data, _ = imported(book([["INOVASI UNGGULAN"], heads, *rows]), replies={("keterangan inovasi", "?"): "Ringkasan"})
    assert [one["nama"] for one in data] == ["Kelas 0", "Kelas 1", "Kelas 2"]


def test_a_form_in_small_letters_is_read():
    heads = [
        "opd",
        "nama inovasi",
        "ceritakan singkat",
        "bentuk (pelayanan/tata kelola/lainnya)",
        "urusan",
        "mulai kapan",
    ]
    [data], _ = imported(book([heads, ["dinkes", *ROW[1:3], "pelayanan", "kesehatan", "agustus 2024"]]))
    assert (data["bentuk"], data["riwayat"][0]["tanggal"]) == ("pelayanan-publik", "2024-08")


def test_remarks_that_are_sums_of_money_may_be_answered_to_be_the_budget():
    heads = [*HEADER, "Keterangan"]
    rows = [[*ROW, "Rp 9.500.000,- APBD 2024"], [ROW[0], "Kelas Ayah", *ROW[2:], "Rp16 jt APBD 2025"]]
    _, remarks = imported(book([heads, *rows]))
    [asked] = {one.asked for one in remarks if one.asked}
    assert asked.options[0] == "Anggaran: Jumlah"
    data, _ = imported(book([heads, *rows]), replies={("keterangan", "?"): asked.options[0]})
    assert [one["anggaran"][0]["jumlah"] for one in data] == ["9500000", "16000000"]
    rows = [[*ROW, "sudah 2 tahun"], [ROW[0], "Kelas Ayah", *ROW[2:], "lihat no. 3"]]
    _, remarks = imported(book([heads, *rows]))
    assert all("Anggaran: Jumlah" not in one.asked.options for one in remarks if one.asked)


@pytest.mark.parametrize("written", ["0", "Rp 0,-", "0,00"])
def test_a_sum_of_nothing_is_no_budget_and_is_told(written):
    [data], remarks = imported(one_row(("Anggaran 2025", written)))
    assert "anggaran" not in data
    assert [one.reason for one in remarks if one.address == "G2"] == ["dibaca sebagai tanpa anggaran"]


# Small tables on one sheet, each of its own agency and with its own order of columns


SMALL = (["No", "Nama Inovasi", "Penjelasan", "Bentuk", "Urusan", "Penerapan"], [1, *ROW[1:]])
ANOTHER = (1, "TK", "RAK BERGULIR", "Rak arsip bergulir untuk desa.", "Kesehatan", "2026")


@pytest.mark.parametrize("title", ["Quick Win / Inovasi", "Terobosan Andalan", "Primadona Kita"])
def test_a_row_of_known_titles_is_a_head_whatever_one_of_them_says(title):
    head = ["No.", "Bentuk", title, "Uraian", "Urusan", "Penerapan"]
    raw = book([["OPD :", "Dinas Kesehatan"], *SMALL, [], ["OPD :", "Dinas Pendidikan"], head, ANOTHER])
    data, remarks = imported(raw)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "RAK BERGULIR"]
    assert (data[1]["bentuk"], data[1]["ringkasan"]) == ("tata-kelola", ANOTHER[3])
    told = any(one.title == title and "Nama inovasi" in one.reason and one.note for one in remarks)
    assert told == ("Quick Win" not in title)


@pytest.mark.parametrize("written", ["TK", "PP", "Pelayanan publik", "Nondigital"])
def test_the_word_or_sign_of_a_choice_is_never_a_name_but_held_and_asked(written):
    raw = book([HEADER, [ROW[0], written, *ROW[2:]]])
    data, remarks = imported(raw)
    [asked] = [one.asked for one in remarks if one.asked]
    about = (folded(asked.title), asked.about)
    assert data == []
    assert imported(raw, replies={about: written})[0] == []
    assert [one["nama"] for one in imported(raw, replies={about: "Kelas Ibu"})[0]] == ["Kelas Ibu"]


@pytest.mark.parametrize("label", ["OPD :", "Perangkat Daerah"])
def test_an_agency_beside_its_label_over_a_further_table_is_whose_that_table_is(label):
    second = [SMALL[0], [1, "Kelas Ayah", *ROW[2:]]]
    raw = book([["OPD :", "Dinas Kesehatan"], *SMALL, [], [label, "Dinas Pendidikan"], *second])
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    assert [draft.reading.agency for draft in outcome.accepted] == ["dinkes", "disdik"]
    assert not [one.asked for one in outcome.remarks if one.asked]


@pytest.mark.parametrize(
    ("over", "year"),
    [
        (["Dinas Pendidikan"], "2026"),
        (["Tabel 2. Inovasi Dinas Pendidikan"], "2026"),
        (["Tabel 2. Inovasi Dinas Pendidikan Tahun 2025"], "2025"),
        (["DINAS PENDIDIKAN TAHUN 2025"], "2025"),
        (["TAHUN 2025"], "2025"),
        (["Tabel 2. Usulan Inovasi Dinas Pendidikan Tahun 2027"], None),
    ],
)
def test_the_year_over_the_first_table_is_that_of_further_ones_that_state_none(over, year):
    title, first = ["REKAP INOVASI DINAS KESEHATAN TAHUN 2026"], [SMALL[0][:5], SMALL[1][:5]]
    rows = [["OPD :", "Dinas Pendidikan"], SMALL[0][:5], [1, "Kelas Ayah", *ROW[2:5]]]
    data, _ = imported(book([title, *first, [], over, *rows]))
    expected = [[("dilaporkan", "2026")], *([[("dilaporkan", year)]] if year else [])]
    assert events(data) == expected


@pytest.mark.parametrize(
    ("captions", "key", "values"),
    [
        (("A. INOVASI DIGITAL", "B. INOVASI NON DIGITAL"), "jenis", ["digital", "nondigital"]),
        (("I. PELAYANAN PUBLIK (1 inovasi)", "II. TATA KELOLA"), "bentuk", ["pelayanan-publik", "tata-kelola"]),
        (("URUSAN KESEHATAN", "URUSAN PENDIDIKAN"), "urusan", [["kesehatan"], ["pendidikan"]]),
        (("Jenis: Digital", "Rekap kedua"), "jenis", ["digital", None]),
        (("Digital", "Digital"), "jenis", ["digital", "digital"]),
    ],
)
def test_a_caption_over_each_of_several_tables_says_a_value_of_its_rows_alone(captions, key, values):
    place = {"bentuk": 3, "urusan": 4}.get(key, len(HEADER))
    titles, row = [*HEADER[:place], *HEADER[place + 1 :]], [*ROW[:place], *ROW[place + 1 :]]
    raw = book([[captions[0]], titles, row, [], [captions[1]], titles, [row[0], "Kelas Ayah", *row[2:]]])
    data, remarks = imported(raw)
    assert [one.get(key) for one in data] == values
    said = [[one.reason for one in remarks if one.address == address] for address in ("A1", "A5")]
    for reasons, value in zip(said, values, strict=True):
        assert any("bagi baris di bawahnya" in one for one in reasons) == bool(value)


def test_a_list_of_what_values_mean_over_a_table_says_none_of_its_rows():
    titles, row = [*HEADER[:3], *HEADER[4:]], [*ROW[:3], *ROW[4:]]
    data, _ = imported(book([["Pelayanan publik"], ["Tata kelola"], titles, row]))
    assert data == []


def test_a_label_of_agencies_without_one_over_a_table_is_no_title_of_it_and_its_agency_is_asked():
    second = [SMALL[0], [1, "Kelas Ayah", *ROW[2:]]]
    data, remarks = imported(book([["OPD :", "Dinas Kesehatan"], *SMALL, [], ["OPD :"], *second]))
    assert [one["nama"] for one in data] == ["Kelas Ibu"]
    assert [one.asked.text or one.reason for one in remarks if one.asked] == ["perangkat daerahnya tidak disebut"]
