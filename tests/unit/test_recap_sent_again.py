"""A recap comes back marked, its questions are answered, and next year's updates what is known; nothing unseen."""

import datetime as dt
import io
from pathlib import Path

import pytest
from conftest import check
from openpyxl import load_workbook
from recap_tables import HEADER, ROW, book, csv_of

from generator.contributing.table_import.update import spliced

MADE = Path("innovations/dinkes/kelas-ibu.yml")
EXISTING = Path("innovations/dinkes/posyandu-malam.yml")


def put(raw, name="rekap.xlsx"):
    Path(name).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return name


def bytes_of_all():
    return {path.as_posix(): path.read_bytes() for path in sorted(Path("innovations").rglob("*.yml"))}


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_an_officers_walk_from_fifteen_rows_over_the_marked_copy_to_next_years_recap(katalog):
    rows = [[ROW[0], name, f"Apa itu {name}.", *ROW[3:]] for name in NAMES]
    rows[3][4], rows[4][4], rows[7][5], rows[9][0] = "Kesehtn", "Kesehtn", "kemarin", "Dinas Kesihatan"
    code, out, _ = katalog("import", put(book([HEADER, *rows])), "--report", "tandai.xlsx")
    assert code == 1
    assert out.startswith("2 sebab menahan 3 baris:\n  2 baris: Urusan: ")
    assert len(bytes_of_all()) == 1 + 12
    copy = load_workbook("tandai.xlsx")
    assert copy.sheetnames == ["Pertanyaan", "Lengkapi", "Lembar 1", "Laporan impor"]
    assert "Kesehtn" in copy["Lembar 1"]["E5"].comment.text
    assert copy["Lembar 1"]["E5"].fill.fgColor.rgb.endswith("F8C9C4")
    asked = {row[3]: number for number, row in enumerate(cells(copy["Pertanyaan"]), 1)}
    assert cells(copy["Pertanyaan"])[0][0].startswith("Isi kolom Jawaban")
    assert set(asked) == {None, "Isi", "Kesehtn", "kemarin", "Dinas Kesihatan"}
    copy["Pertanyaan"].cell(asked["Kesehtn"], 5, "Kesehatan")
    copy["Pertanyaan"].cell(asked["Dinas Kesihatan"], 5, "Dinas Kesehatan")
    copy["Pertanyaan"].cell(asked["kemarin"], 5, "2026")
    copy.save("dijawab.xlsx")
    code, out, _ = katalog("import", "dijawab.xlsx")
    assert (code, len(bytes_of_all())) == (0, 1 + 15), out
    assert check(Path.cwd()).errors == ()
    before = bytes_of_all()
    assert katalog("import", "dijawab.xlsx", "--update", "--yes")[0] == 0
    assert bytes_of_all() == before
    later = [[*HEADER, "Tanggal Pengembangan", "Manfaat"], *([*row[:5], "", "", ""] for row in rows[:2])]
    later[1][6], later[2][7] = "Oktober 2026", "Antrean lebih pendek."
    code, out, _ = katalog("import", put(book(later), "nanti.xlsx"))
    assert (code, bytes_of_all()) == (1, before)
    assert "Riwayat: ditambah pengembangan 2026-10" in out
    code, out, _ = katalog("import", "nanti.xlsx", "--update", "--yes")
    assert code == 0, out
    changed = {path for path, raw in bytes_of_all().items() if raw != before[path]}
    assert changed == {f"innovations/dinkes/{name.lower().replace(' ', '-')}.yml" for name in NAMES[:2]}
    assert "tidak ada pada tabel ini (tidak diubah): " in out
    assert check(Path.cwd()).errors == ()


NAMES = (
    "Bambu Rapi", "Sungai Jernih", "Dermaga Baca", "Perahu Obat", "Kelapa Juara", "Nanas Dua", "Kopi Pagi", "Rotan Kuat",
    "Madu Desa", "Gambut Basah", "Bakau Hijau", "Udang Segar", "Sagu Lestari", "Padi Unggul", "Jeruk Manis",
)  # fmt: skip


def test_a_marked_copy_keeps_the_answers_of_earlier_rounds_and_says_which_was_of_no_use(katalog):
    rows = [[ROW[0], name, *ROW[2:]] for name in NAMES[:3]]
    rows[0][4], rows[1][5], rows[2][3] = "Kesehtn", "kemarin", "Anu"
    assert katalog("import", put(book([HEADER, *rows])), "--dry-run", "--report", "satu.xlsx")[0] == 1
    for round_, answers in enumerate(
        ({"Kesehtn": "Kesehatan", "kemarin": "lusa"}, {"kemarin": "2026", "Anu": "Tata kelola"})
    ):
        copy = load_workbook(("satu.xlsx", "dua.xlsx")[round_])
        asked = {row[3]: number for number, row in enumerate(cells(copy["Pertanyaan"]), 1)}
        for about, answer in answers.items():
            copy["Pertanyaan"].cell(asked[about], 5, answer)
        copy.save(f"jawab{round_}.xlsx")
        code, out, _ = katalog(
            "import", f"jawab{round_}.xlsx", "--dry-run", "--report", ("dua.xlsx", "tiga.xlsx")[round_]
        )
        sheet = load_workbook(("dua.xlsx", "tiga.xlsx")[round_])["Pertanyaan"]
        assert {row[4] for row in cells(sheet)} >= {"Kesehatan"}
        if not round_:
            assert any('Jawaban "lusa" belum dapat dipakai' in str(row[1]) for row in cells(sheet))
    assert code == 0, out


def test_a_marked_copy_tells_no_more_of_a_cell_what_was_answered_since(katalog):
    raw = book([HEADER, [*ROW[:3], "Anu", *ROW[4:]]])
    assert katalog("import", put(raw), "--dry-run", "--report", "satu.xlsx")[0] == 1
    copy = load_workbook("satu.xlsx")
    assert copy["Lembar 1"]["D2"].comment
    asked = {row[3]: number for number, row in enumerate(cells(copy["Pertanyaan"]), 1)}
    copy["Pertanyaan"].cell(asked["Anu"], 5, "Tata kelola")
    copy.save("jawab.xlsx")
    assert katalog("import", "jawab.xlsx", "--dry-run", "--report", "dua.xlsx")[0] == 0
    cell = load_workbook("dua.xlsx")["Lembar 1"]["D2"]
    assert (cell.comment, cell.fill.fill_type) == (None, None)


@pytest.mark.parametrize(
    ("title", "stage", "about", "answer"),
    [
        ("Tahun", None, "(seluruh kolom)", "Penerapan"),
        ("Tanggal Penerapan", "Uji coba", "2025", "uji coba 2025"),
    ],
)
def test_an_event_that_is_answered_after_it_was_written_takes_the_place_of_what_was_written(
    katalog, title, stage, about, answer
):
    heads, row = [*HEADER[:5], title, "Tahapan"], [*ROW[:5], "2025", stage]
    katalog("import", put(book([heads, row])))
    before = MADE.read_text("utf-8")
    answers = put(csv_of(("Kolom", "Isi", "Jawaban"), (title, about, answer)), "jawaban.csv")
    code, out, _ = katalog("import", "rekap.xlsx", "--update", "--yes", "--replies", answers)
    assert code == 0, out
    after = MADE.read_text("utf-8")
    assert after.count("peristiwa:") == before.count("peristiwa:") == 1
    assert f"peristiwa: {answer.split(' 2025')[0].lower().replace(' ', '-')}" in after


OVER = ["Rekap Inovasi Tahun 2026"]


@pytest.mark.parametrize(
    ("columns", "cells", "answer"),
    [
        (("Tanggal Penerapan",), ("31/02/2025",), ("Tanggal Penerapan", "31/02/2025", "Februari 2025")),
        (("Tanggal Penerapan",), (None,), ("Tahun rekap", "(kosong)", "penerapan Februari 2025")),
        (("Tanggal Penerapan",), ("2052",), ("Tanggal Penerapan", "2052", "Februari 2025")),
        (("Saat itu",), ("Februari 2025",), ("Saat itu", "(judul kolom)", "Tanggal penerapan")),
    ],
)
def test_a_date_that_is_not_sure_costs_itself_and_its_answer_comes_in_by_the_next_import(
    katalog, columns, cells, answer
):
    katalog("import", put(book([OVER, [*HEADER[:5], *columns], [*ROW[:5], *cells]])), "--report", "tandai.xlsx")
    assert "peristiwa: dilaporkan\n    tanggal: 2026" in MADE.read_text("utf-8")
    asked = [row[2:4] for row in cells_of_questions("tandai.xlsx")]
    assert list(answer[:2]) in asked
    replies = put(csv_of(("Kolom", "Isi", "Jawaban"), answer), "jawaban.csv")
    code, out, _ = katalog("import", "rekap.xlsx", "--replies", replies)
    assert code == 0, out
    assert MADE.read_text("utf-8").count("peristiwa:") == 1
    assert "peristiwa: penerapan\n    tanggal: 2025-02" in MADE.read_text("utf-8")
    assert check(Path.cwd()).errors == ()


@pytest.mark.parametrize(
    ("name", "year", "why"),
    [
        ("rekap_okt2024.xlsx", "2024", "tahun rekap ini"),
        ("usulan 2027.xlsx", "2026", "tahun tabel ini diterima"),
        ("usulan.xlsx", "2026", "tahun tabel ini diterima"),
    ],
)
def test_a_row_without_dates_was_reported_in_the_year_of_its_file_else_in_that_in_which_it_came(
    katalog, name, year, why
):
    _, out, _ = katalog("import", put(book([HEADER, [*ROW[:5], None]]), name))
    assert f"peristiwa: dilaporkan\n    tanggal: {year}" in MADE.read_text("utf-8")
    assert f"dicatat sebagai dilaporkan {year}, {why}" in out


def test_a_table_without_years_that_comes_again_a_year_later_changes_nothing(katalog, monkeypatch):
    katalog("import", put(book([HEADER, [*ROW[:5], None]])))
    before = MADE.read_text("utf-8")
    monkeypatch.setattr("generator.publishing.configuration.Configuration.today", lambda _: dt.date(2027, 5, 1))
    katalog("import", "rekap.xlsx", "--update", "--yes")
    assert MADE.read_text("utf-8") == before


def test_the_date_that_is_answered_takes_the_place_of_the_year_in_which_a_table_came(katalog):
    katalog("import", put(book([HEADER, [*ROW[:5], None]])), "--report", "tandai.xlsx")
    [about] = [row[3] for row in cells_of_questions("tandai.xlsx") if row[2] == "Tahun rekap"]
    replies = put(csv_of(("Kolom", "Isi", "Jawaban"), ("Tahun rekap", about, "penerapan Februari 2025")), "jawab.csv")
    code, out, _ = katalog("import", "rekap.xlsx", "--replies", replies)
    assert (code, MADE.read_text("utf-8").count("peristiwa:")) == (0, 1), out
    assert "peristiwa: penerapan\n    tanggal: 2025-02" in MADE.read_text("utf-8")


def cells_of_questions(name):
    return cells(load_workbook(name)["Pertanyaan"])


def test_of_dates_in_an_order_that_cannot_be_each_is_left_out_and_asked(katalog):
    heads = [*HEADER, "Tanggal Uji Coba", "Tanggal Inisiatif"]
    raw = book([OVER, heads, [*ROW[:5], "2 Juni 2025", "1 September 2025", "2024"]])
    assert katalog("import", put(raw), "--report", "tandai.xlsx")[0] == 1
    written = MADE.read_text("utf-8")
    assert (written.count("peristiwa:"), "peristiwa: inisiatif" in written) == (1, True)
    assert {row[2] for row in cells_of_questions("tandai.xlsx")} >= {"Tanggal Penerapan", "Tanggal Uji Coba"}
    answers = [["Kolom", "Isi", "Jawaban"], ["Tanggal Penerapan", "2 Juni 2025", "2 Juni 2026"]]
    code, out, _ = katalog("import", "rekap.xlsx", "--replies", put(csv_of(*answers), "jawaban.csv"))
    assert (code, MADE.read_text("utf-8").count("peristiwa:")) == (0, 3), out


def state_of_what_is_over():
    words = Path("registry/taxonomy.yml")
    states = words.read_text("utf-8").replace("keadaan:\n", "keadaan:\n  - {slug: berhenti, label: Berhenti}\n", 1)
    words.write_text(states, "utf-8")


@pytest.mark.parametrize(
    ("title", "said", "answer"),
    [
        ("Tahapan", "Tidak berjalan lagi", "Berhenti 2024, alatnya rusak"),
        ("Tanggal Dihentikan", "2024", "alatnya rusak"),
    ],
)
def test_what_is_over_without_a_date_or_reason_comes_in_as_over_in_the_year_of_its_recap(katalog, title, said, answer):
    state_of_what_is_over()
    rows = [OVER, [*HEADER, title], [*ROW[:5], "2022", said]]
    assert katalog("import", put(book(rows)))[0] == 1
    assert "tanggal: 2026\n    keadaan: berhenti" in MADE.read_text("utf-8")
    answers = [["Kolom", "Isi", "Jawaban"], [title, said, answer]]
    code, out, _ = katalog("import", "rekap.xlsx", "--replies", put(csv_of(*answers), "jawaban.csv"))
    assert (code, "dilaporkan" in MADE.read_text("utf-8")) == (0, False), out
    assert "peristiwa: dihentikan\n    tanggal: 2024" in MADE.read_text("utf-8")


def test_what_is_over_without_a_reason_waits_where_no_later_recap_tells_that_it_is_over(katalog):
    state_of_what_is_over()
    code, out, _ = katalog("import", put(book([OVER, [*HEADER, "Tanggal Dihentikan"], [*ROW[:5], "2022", "2026-05"]])))
    assert (code, MADE.exists()) == (1, False)
    assert "belum disertai alasan" in out


def test_what_was_answered_is_added_and_only_what_changes_waits_for_the_word(katalog):
    table = book([[*HEADER, "Jenis", "Manfaat"], [*ROW, "Dig/Non", "Lekas."]])
    katalog("import", put(table))
    assert "jenis:" not in MADE.read_text("utf-8")
    MADE.write_text(MADE.read_text("utf-8").replace("Lekas.", "Cepat."), "utf-8")
    answers = [["Kolom", "Isi", "Jawaban"], ["Jenis", "Dig/Non", "Digital"]]
    code, out, _ = katalog("import", "rekap.xlsx", "--replies", put(csv_of(*answers), "jawaban.csv"))
    after = MADE.read_text("utf-8")
    assert ("jenis: digital" in after, "Cepat." in after, "tulis dengan --update" in out) == (True, True, True), out
    assert code == 1


def test_what_a_row_does_not_know_stays_comments_and_order_too(katalog):
    text = EXISTING.read_text("utf-8").replace("urusan:", "# Dari rapat.\nurusan:") + "catatan: Lama.\n"
    EXISTING.write_text(text, "utf-8")
    table = [[*HEADER[:2], "Manfaat", "Urusan"], ["Dinkes", "Posyandu Malam", "Lebih ramai.", "Pendidikan"]]
    code, out, _ = katalog("import", put(book(table)), "--update", "--yes")
    assert code == 0, out
    after = EXISTING.read_text("utf-8")
    assert "# Dari rapat." in after
    assert [line for line in text.splitlines() if line not in after.splitlines()] == []
    assert [line for line in after.splitlines() if line not in text.splitlines()] == [
        "  - pendidikan",
        "manfaat: |",
        "  Lebih ramai.",
    ]


def test_a_new_row_that_may_be_known_under_another_name_waits_for_an_answer(katalog):
    row = ["Dinkes", "Posyandu Malam Hari", "Posyandu dibuka malam hari agar orang tua yang bekerja datang.", *ROW[3:]]
    code, out, _ = katalog("import", put(book([HEADER, row])), "--report", "laporan.md")
    assert (code, 'mungkin sama dengan "Posyandu Malam"' in out) == (1, True)
    assert "### Sebab yang menahan baris" in Path("laporan.md").read_text("utf-8")
    assert list(bytes_of_all()) == [EXISTING.as_posix()]
    answers = [["Kolom", "Isi", "Jawaban"], ["Inovasi yang mirip", row[1], "inovasi baru"]]
    code, out, _ = katalog("import", "rekap.xlsx", "--replies", put(csv_of(*answers), "jawaban.csv"))
    assert (code, len(bytes_of_all())) == (0, 2), out


@pytest.mark.parametrize("suffix", ["csv", "xls"])
def test_a_table_of_another_format_comes_back_as_a_workbook_that_runs_nothing(katalog, suffix):
    raw = csv_of([*HEADER, "Lain"], [*ROW, '=HYPERLINK("http://contoh")'])
    code, out, _ = katalog("import", put(raw, f"rekap.{suffix}"), "--report", "tandai.xlsx")
    assert (code, "Yang tidak ikut dalam salinan tandai.xlsx" in out) == (1, True)
    book_ = load_workbook(io.BytesIO(Path("tandai.xlsx").read_bytes()))
    assert {cell.data_type for sheet in book_ for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert katalog("import", "tandai.xlsx")[0] == 1


def test_a_budget_under_another_year_than_its_fund_says_is_put_right_and_not_added(katalog):
    budgets = [*HEADER, "Anggaran", "Anggaran: Tahun", "Sumber Dana"]
    assert katalog("import", put(book([budgets, [*ROW, "45.000.000", "2025", "Dana Desa th 2024"]])))[0] == 0
    table = book([[*HEADER, "Anggaran", "Sumber Dana"], [*ROW, "45.000.000", "Dana Desa th 2024"]])
    code, out, _ = katalog("import", put(table), "--update", "--yes")
    assert code == 0, out
    written = next(text for name, text in bytes_of_all().items() if "kelas-ibu" in name).decode()
    assert (written.count("jumlah:"), "tahun: 2024" in written, "tahun: 2025" in written) == (1, True, False)


def test_a_file_is_changed_only_in_the_keys_that_are_written():
    text = "# kepala\nnama: A\n\nurusan:\n  - kesehatan\n# ekor\n"
    data = {"nama": "B", "urusan": ["kesehatan"], "manfaat": "M.", "ringkasan": "R."}
    assert spliced(text, data, ["nama", "manfaat", "ringkasan"]) == (
        "# kepala\nnama: B\n\nringkasan: R.\nurusan:\n  - kesehatan\n# ekor\nmanfaat: |\n  M.\n"
    )
