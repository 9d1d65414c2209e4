"""Titles of recaps with marks of notes, and what these notes, struck rows, and texts still to come leave behind."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from recap_tables import HEADER, ROW, book, saved
from test_recap_doubts import CATALOGUE, imported, told

from generator.contributing.table_import.words.bracketed_titles import told_apart
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.cut_titles import cut_event, cut_title

# Marks of notes behind titles


@pytest.mark.parametrize("mark", [" *)", "**", " 1)", " ¹", "²)", " [wajib]", " (diisi lengkap)", " :", "."])
def test_the_mark_of_a_note_is_no_part_of_a_title(mark):
    [data], remarks = imported(book([[f"{title}{mark}" for title in HEADER], ROW]))
    assert (data["nama"], data["bentuk"], remarks) == (ROW[1], "pelayanan-publik", [])


@pytest.mark.parametrize("mark", [" *)", " 1)", "²)"])
def test_ticks_below_a_title_with_the_mark_of_a_note_are_read_and_the_note_is_one(mark):
    heads = ["No", *HEADER[:3], f"BENTUK INOVASI{mark}", None, None, *HEADER[4:]]
    kinds = [*[None] * 4, "Yan. Publik", "Tata Kelola", "Lainnya", None, None]
    row = [1, *ROW[:3], None, "√", None, *ROW[4:]]
    note = [f"{mark.strip()} beri tanda √ pada salah satu kolom"]
    [data], remarks = imported(book([heads, kinds, row, note, [None, *note]], merged=["E1:G1"]))
    assert data["bentuk"] == "tata-kelola"
    assert all(one.note for one in remarks)
    assert told(remarks, "A4") == told(remarks, "B5") == ["dibaca sebagai catatan, bukan inovasi"]


@pytest.mark.parametrize("title", ["Luas (tahap 1)", "Luas (m²)", "Kelas a)"])
def test_what_belongs_to_a_title_is_no_mark_of_it(title):
    _, remarks = imported(book([[*HEADER, title], [*ROW, "Baik sekali"]]))
    assert any(one.title == title for one in remarks)


# What is left of a row that was struck out


@pytest.mark.parametrize("title", ["KET.", "Catatan"])
def test_the_reason_beside_a_row_that_was_struck_out_heads_no_rows_and_belongs_to_none(title):
    heads = ["No", *HEADER[1:], title]
    rows = [[n, f"Kelas {n}", *ROW[2:], "digabung ke no. 1" if n == 2 else None] for n in (1, 2, 3)]
    workbook = load_workbook(io.BytesIO(book([heads, ["I.", "Dinas Pendidikan"], *rows])))
    for column in range(1, len(heads)):
        workbook.active.cell(4, column).font = Font(strike=True)
    data, remarks = imported(saved(workbook))
    assert [one["nama"] for one in data] == ["Kelas 1", "Kelas 3"]
    assert not any("catatan" in one for one in data)
    assert told(remarks, "G4") == ["dibaca sebagai sisa baris yang dicoret, bukan inovasi"]


# Summaries that are still to come


@pytest.mark.parametrize(
    "written",
    ["(deskripsi menyusul dari sekolah)", "masih disusun", "akan dilengkapi", "belum ada", "Uraian belum dikirim", "-"],
)
def test_a_text_that_only_says_that_a_summary_is_to_come_is_none(written):
    data, remarks = imported(book([HEADER, ROW, [ROW[0], "Kelas Ayah", written, *ROW[3:]]]))
    assert [one["nama"] for one in data] == [ROW[1]]
    assert any(one.asked for one in remarks)


@pytest.mark.parametrize("written", ["(terlampir, proposal menyusul)", "lihat proposal", "menyusul"])
def test_another_text_that_only_says_where_one_stands_becomes_no_summary(written):
    heads = [*HEADER[:2], "Rancang Bangun", *HEADER[3:]]
    data, _ = imported(book([heads, ROW, [ROW[0], "Kelas Ayah", written, *ROW[3:]]]))
    assert [one["nama"] for one in data] == [ROW[1]]


@pytest.mark.parametrize("written", ["Menunggu antrean sambil membaca.", "Data desa dikirim lewat pesan singkat."])
def test_a_summary_may_begin_as_one_that_is_to_come_does(written):
    [data], _ = imported(book([HEADER, [*ROW[:2], written, *ROW[3:]]]))
    assert data["ringkasan"] == written


# Titles that are cut short


SHORT = ["PD", "Nm Inovasi", "Dskr. singkat", "Bntk", "Urs.", "Tgl Penerapan"]


def test_titles_cut_short_are_taken_where_the_cells_agree_and_are_told():
    [data], remarks = imported(book([[*SHORT, "Jen. Inov.", "Anggr. (Rp)"], [*ROW, "Digital", "Rp 5.000.000,-"]]))
    assert (data["nama"], data["ringkasan"], data["bentuk"]) == (ROW[1], ROW[2], "pelayanan-publik")
    assert (data["urusan"], data["jenis"]) == (["kesehatan"], "digital")
    taken = [one.title for one in remarks if one.note and "kolom ini dibaca sebagai" in one.reason]
    assert taken == ["Dskr. singkat", "Bntk", "Urs.", "Jen. Inov.", "Anggr. (Rp)"]


def test_codes_below_a_title_cut_short_are_what_the_note_of_the_table_says():
    heads = [*HEADER[:3], "Btk", *HEADER[4:], "D/N"]
    rows = [[ROW[0], f"Kelas {code}", ROW[2], code, *ROW[4:], kind] for code, kind in ((1, "D"), (2, "N"), (3, "N"))]
    note = ["Ket: Btk 1 = Pelayanan Publik, 2 = Tata Kelola, 3 = Bentuk Lainnya; D = digital, N = non digital"]
    data, remarks = imported(book([heads, *rows, [], note]))
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola", "lainnya"]
    assert [one["jenis"] for one in data] == ["digital", "nondigital", "nondigital"]
    assert all(one.note for one in remarks)


def test_a_title_cut_short_whose_cells_say_nothing_is_asked_and_never_a_dead_end():
    rows = [[ROW[0], f"Kelas {code}", ROW[2], code, *ROW[4:]] for code in (7, 8, 9)]
    heads = [*HEADER[:3], "Bntk", *HEADER[4:]]
    data, remarks = imported(book([heads, *rows]))
    [asked] = {one.asked for one in remarks if one.asked and one.asked.title == "Bntk"}
    assert (data, asked.options[0]) == ([], "Bentuk")


def test_events_cut_short_are_taken_where_the_cells_are_dates_and_are_told():
    heads = [*HEADER[:5], "Inis.", "Pnrpn"]
    [data], remarks = imported(book([heads, [*ROW[:3], "Lain2", ROW[4], "Feb 2023", "Jun 2023"]]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("inisiatif", "2023-02"),
        ("penerapan", "2023-06"),
    ]
    assert (data["bentuk"], [one.title for one in remarks if one.note]) == ("lainnya", ["Inis.", "Pnrpn"])


@pytest.mark.parametrize("title", ["Pel", "Peng", "Ber", "Perc. awal", "Cetak"])
def test_a_word_that_may_stand_for_several_events_or_for_none_is_no_event_cut_short(title):
    assert cut_event(title, Columns(CATALOGUE.registry)) is None


@pytest.mark.parametrize("title", ["Skor", "Ur", "B", "Xyz"])
def test_a_word_that_may_stand_for_several_titles_or_for_none_is_no_title_cut_short(title):
    assert cut_title(title, Columns(CATALOGUE.registry)) is None


# Titles of two parts that both describe


@pytest.mark.parametrize(
    "title", ["Manfaat / Gambaran Singkat", "Deskripsi/Manfaat", "Kondisi Setelah Inovasi (Penjelasan)"]
)
def test_a_title_of_two_parts_that_both_describe_is_the_summary_where_no_other_column_is(title):
    heads = [title if head == "Ringkasan" else head for head in HEADER]
    [data], remarks = imported(book([heads, ROW]))
    assert data["ringkasan"] == ROW[2]
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize("title", ["Manfaat / Gambaran Singkat", "Kondisi Setelah Inovasi (Penjelasan)"])
def test_a_title_of_two_parts_that_both_describe_is_no_summary_beside_one_and_is_told(title):
    text = "Antrean menjadi lebih singkat bagi warga."
    [data], remarks = imported(book([[*HEADER, title], [*ROW, text]]))
    assert data["ringkasan"] == ROW[2]
    assert any(one.title == title for one in remarks)
    heads = [title if head == "Ringkasan" else head for head in HEADER]
    _, remarks = imported(book([heads, ROW]))
    assert [one.reason for one in remarks if one.title == title] == ['kolom ini dibaca sebagai "Ringkasan"']


# Titles that tell each other apart in brackets, and brackets of their own row


@pytest.mark.parametrize(
    ("name", "text"),
    [("Inovasi (nama)", "Inovasi (ringkasan)"), ("Kegiatan (judul)", "Kegiatan (uraian)")],
)
def test_titles_that_differ_in_brackets_alone_are_what_these_say(name, text):
    [data], _ = imported(book([[HEADER[0], name, text, *HEADER[3:]], ROW]))
    assert (data["nama"], data["ringkasan"]) == (ROW[1], ROW[2])


def test_brackets_name_no_innovation_behind_a_title_of_somebody():
    [data], _ = imported(book([[*HEADER, "PIC (nama)", "PIC (HP)"], [*ROW, "Budi", "0812"]]))
    assert data["nama"] == ROW[1]
    known = told_apart(
        {1: "PIC (nama)", 2: "PIC (HP)", 3: "Waktu (uji coba)", 4: "Waktu (2024)"}, Columns(CATALOGUE.registry)
    )
    assert {c: column.path for c, column in known.items()} == {3: ("riwayat", "uji-coba")}


def test_a_row_of_brackets_below_titles_belongs_to_them():
    [data], remarks = imported(book([HEADER, [*[None] * 4, "(urusan wajib)", "(tgl/bln/thn)"], ROW]))
    assert (data["nama"], remarks) == (ROW[1], [])
    _, remarks = imported(book([HEADER, ROW, [], [None, None, "( ......... )"]]))
    assert told(remarks, "C4") == ["dibaca sebagai tanda tangan, bukan inovasi"]


def test_a_label_with_its_value_over_titles_is_none_of_them():
    heads = [["OPD : Dinas Kesehatan"], ["No", "Inovasi", None, "Klasifikasi", None, "Mulai"]]
    below = [None, "Nama", "Deskripsi", "Bentuk", "Urusan", "Penerapan"]
    raw = book([*heads, below, [1, *ROW[1:]]], merged=["A2:A3", "B2:C2", "D2:E2"])
    [data], remarks = imported(raw)
    assert (data["nama"], data["ringkasan"]) == (ROW[1], ROW[2])
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize("title", ["Kegiatan Inovatif", "Program Inovasi", "Usulan Program Inovasi"])
def test_works_are_the_names_where_another_column_tells_of_them_and_texts_are_none(title):
    rows = [["1", "Kelas Ibu", *ROW[2:]], ["2", "Kelas Bapak", "Bapak belajar merawat bayi.", *ROW[3:]]]
    raw = book([[None, title, "Maksud", *HEADER[3:]], *rows], names=["Dinkes"])
    data, remarks = imported(raw)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Kelas Bapak"]
    assert any(f'"{title}" dibaca sebagai "Nama inovasi"' in one.reason for one in remarks)
    data, _ = imported(
        book([[None, title, "Maksud", *HEADER[3:]], *([*row[:1], f"{row[2]}", row[1], *row[3:]] for row in rows)])
    )
    assert data == []
