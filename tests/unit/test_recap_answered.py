"""What an officer answers to a question: taken where it is an answer, asked again where it is none."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, one_row

from generator.contributing.table_import.cells.questions import questions
from generator.text.spelling import folded


def summarized(text):
    """A table of one row with this summary."""
    return book([HEADER, [*ROW[:2], text, *ROW[3:]]])


@pytest.mark.parametrize(
    "written",
    ["lihat rancang bangun", "Lihat proposal Dinkes", "cek kolom F", "Cek data",
     "periksa di lampiran 2", "Sesuai proposal terlampir.", "sda"],
)  # fmt: skip
def test_a_summary_that_points_elsewhere_is_none_until_it_is_answered(written):
    raw = summarized(written)
    data, remarks = imported(raw)
    assert data == []
    [asked] = [one.asked for one in remarks if one.row]
    data, _ = imported(raw, replies={(folded(asked.title), asked.about): written})
    assert [one["ringkasan"] for one in data] == ([] if written == "sda" else [written])


@pytest.mark.parametrize(
    "written",
    ["Cek tekanan darah di dermaga hari pasar.", "Periksa mata gratis di sekolah.", "Lihat antrean dari rumah.",
     "Cek data stunting di posyandu.", "Seperti warung, tetapi untuk buku."],
)  # fmt: skip
def test_a_summary_that_only_begins_like_one_that_points_elsewhere_is_taken(written):
    [data], remarks = imported(summarized(written))
    assert (data["ringkasan"], remarks) == (written, [])


@pytest.mark.parametrize(
    "answer",
    ["tidak diketahui", "tdk tahu", "-", "?", "belum ada", "data tidak ada", "bukan inovasi", "nanti saja", "lewati", "ya",
     "menyusul"],
)  # fmt: skip
@pytest.mark.parametrize("written", [None, "menyusul"])
def test_an_answer_that_is_no_summary_makes_none_and_is_asked_again(written, answer):
    raw = summarized(written)
    [asked] = [one.asked for one in imported(raw)[1] if one.row]
    data, remarks = imported(raw, replies={(folded(asked.title), asked.about): answer})
    assert data == []
    assert [one.asked for one in remarks if one.row] == [asked]


@pytest.mark.parametrize(
    ("title", "written", "others"),
    [
        ("Tanggal Dihentikan", "2026-09", []),
        ("Tahapan", "Berhenti September 2026", []),
        ("Tahap dan waktu", "uji coba 2025; dihentikan September 2026", [("uji-coba", "2025")]),
    ],
)
@pytest.mark.parametrize(
    ("answer", "date"), [("Harga bahan naik", "2026-09"), ("Oktober 2026, harga bahan naik", "2026-10")]
)
def test_the_reason_of_an_end_may_be_answered_alone_and_costs_no_date(title, written, others, answer, date):
    [data], _ = imported(one_row((title, written)), replies={(folded(title), written): answer})
    events = [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]]
    assert events == [*others, ("penerapan", "2026-08-17"), ("dihentikan", date)]
    assert data["riwayat"][-1]["alasan"].casefold() == "harga bahan naik"


@pytest.mark.parametrize("answer", ["tidak diketahui", "belum", "Uji coba 2025", "Penerapan"])
def test_an_answer_that_is_no_reason_is_none(answer):
    replies = {("tanggal dihentikan", "2026-09"): answer}
    [data], _ = imported(one_row(("Tanggal Dihentikan", "2026-09")), replies=replies)
    assert not any("alasan" in one for one in data["riwayat"])


def test_a_question_that_waits_on_several_sheets_names_them():
    rows = [[HEADER, [*ROW[:3], "Anu", *ROW[4:]]], [HEADER, [ROW[0], "Kelas Dua", ROW[2], "Anu", *ROW[4:]]]]
    _, remarks = imported(book(*rows, names=["Satu", "Dua"]))
    [asked] = questions(remarks)
    assert asked.rows == '2 baris: lembar "Dua" 2; lembar "Satu" 2'
    _, remarks = imported(book(rows[0], names=["Satu"]))
    assert [one.rows for one in questions(remarks)] == ["1 baris: 2"]


def test_the_year_of_budgets_is_asked_with_the_years_of_the_rows_and_may_stay_unknown():
    rows = [[*HEADER, "Anggaran (Rp)"], [*ROW, "5.000.000"], [ROW[0], "Dua", *ROW[2:5], "2024", "6.000.000"]]
    [asked] = questions(imported(book(rows))[1])
    assert asked.options == ("2026", "2024", "tidak diketahui")
    data, remarks = imported(book(rows), replies={("anggaran rp", "#"): "Tidak diketahui"})
    assert [one.get("anggaran") for one in data] == [None, None]
    assert sum("menurut jawaban" in one.reason and one.note for one in remarks) == 2
    assert not any(one.asked for one in remarks)
    data, _ = imported(book(rows), replies={("anggaran rp", "#"): "2024"})
    assert [one["anggaran"][0]["tahun"] for one in data] == ["2024", "2024"]
