"""Recaps in which an office says a thing in its own way that leaves no doubt: taken unasked, and told."""

import io
import zipfile

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import CATALOGUE, imported, one_row, told

from generator.contributing.answers.funds import funded
from generator.contributing.names import agency_called
from generator.contributing.table_import.files.delimited import sheets

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text")
)


def test_a_unit_in_the_column_of_agencies_is_one_of_the_office_that_the_title_names():
    heads = ["Unit Kerja", *HEADER[1:]]
    raw = book([["DINAS KESEHATAN KABUPATEN CONTOH"], heads, ["Puskesmas Melati", *ROW[1:]]])
    [data], remarks = imported(raw)
    assert data["unit"] == {"jenis": "puskesmas", "nama": "Puskesmas Melati"}
    assert any("menurut judul tabel" in one.reason for one in remarks)
    raw = book([["DINAS PENDIDIKAN KABUPATEN CONTOH"], heads, ["Puskesmas Melati", *ROW[1:]]])
    assert imported(raw)[0] == []


PARTS = ("Perizinan", "Pengaduan", "Sekretariat", "Kesehatan")


def with_parts(*parts, over=("DINAS KESEHATAN KABUPATEN CONTOH",)):
    heads = ["Bidang", *HEADER[1:4], HEADER[5]]
    rows = [[part, f"Kelas {part}", *ROW[2:4], ROW[5]] for part in parts]
    return book([*([text] for text in over), [], heads, *rows])


def test_a_column_of_parts_of_an_office_of_one_affair_is_asked_as_its_units_and_keeps_no_row_waiting():
    data, remarks = imported(with_parts(*PARTS))
    assert [one["urusan"] for one in data] == [["kesehatan"]] * len(PARTS)
    assert {one.asked.options[0] for one in remarks if one.asked and one.asked.title == "Bidang"} == {
        "Unit pembuat: Nama unit"
    }
    data, _ = imported(with_parts(*PARTS), replies={("bidang", "?"): "Unit pembuat: Nama unit"})
    assert [(one["unit"]["nama"], one["urusan"]) for one in data] == [(part, ["kesehatan"]) for part in PARTS]


@pytest.mark.parametrize("parts", [("Perizinan", "Pengaduan", "Pendidikan"), ("Perizinan",)])
def test_a_column_that_may_as_well_be_of_affairs_is_asked_before_its_rows_are_taken(parts):
    data, remarks = imported(with_parts(*parts))
    assert not any(one["urusan"] == ["kesehatan"] for one in data)
    assert any(one.row and one.asked for one in remarks)


@pytest.mark.parametrize("behind", ["", ", POSISI 30 JUNI 2026"])
def test_the_affair_in_brackets_in_the_title_of_a_table_is_that_of_its_rows(behind):
    over = ("DINAS KESEHATAN KABUPATEN CONTOH", f"REGISTER INOVASI PELAYANAN PERIZINAN (URUSAN PENDIDIKAN){behind}")
    data, _ = imported(with_parts(*PARTS, over=over))
    assert [one["urusan"] for one in data] == [["pendidikan"]] * len(PARTS)


def test_signs_of_a_choice_are_what_a_note_of_the_table_says():
    rows = [[*HEADER, "Jenis (D/ND)"], [*ROW, "ND"], [], ["*) D = Digital, ND = Non Digital"]]
    [data], remarks = imported(book(rows))
    assert data["jenis"] == "nondigital"
    assert told(remarks, "G2") == ['dibaca "non digital", menurut keterangan atau judul tabel']
    rows[0][6] = "Jenis"
    [data], _ = imported(book(rows[:2]))
    assert "jenis" not in data


def test_signs_of_a_choice_are_the_initials_of_its_words_where_the_title_lists_them():
    heads = [*HEADER[:3], "Bentuk (TK/PP/L)", *HEADER[4:]]
    data, remarks = imported(
        book([heads, *([ROW[0], f"Kelas {sign}", ROW[2], sign, *ROW[4:]] for sign in ("PP", "TK", "L", "X"))])
    )
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola", "lainnya"]
    assert any("menurut keterangan atau judul" in reason for reason in told(remarks, "D2"))


def test_a_title_of_two_choices_parts_its_cells_where_all_are_sure():
    heads = [title if title != "Bentuk" else "Bentuk / Jenis" for title in HEADER]
    place = heads.index("Bentuk / Jenis")
    row = [*ROW]
    row[place] = "Pelayanan publik / non digital"
    [data], _ = imported(book([heads, row]))
    assert (data["bentuk"], data["jenis"]) == ("pelayanan-publik", "nondigital")
    row[place] = "Pelayanan publik / Tata kelola"
    assert imported(book([heads, row]))[0] == []


LEGEND = "Kode bentuk: A = pelayanan publik; B = tata kelola.   Jenis: D = digital; N = nondigital"


def test_signs_of_two_choices_in_one_cell_are_each_what_the_legend_says():
    heads = [title if title != "Bentuk" else "Bentuk/Jenis" for title in HEADER]
    rows = [[ROW[0], f"Kelas {sign}", ROW[2], sign, *ROW[4:]] for sign in ("A/N", "B-D")]
    data, remarks = imported(book([["DAFTAR INOVASI"], [LEGEND], [], heads, *rows]))
    wanted = [("pelayanan-publik", "nondigital"), ("tata-kelola", "digital")]
    assert [(one["bentuk"], one["jenis"]) for one in data] == wanted
    assert all(one.note for one in remarks)


def test_one_sign_may_stand_for_a_word_of_each_choice():
    rows = [[*HEADER, "Jenis"], [*ROW[:3], "L", *ROW[4:], "L"], [], ["Bentuk: L = inovasi lainnya; jenis: L = luring"]]
    [data], _ = imported(book(rows))
    assert (data["bentuk"], data["jenis"]) == ("lainnya", "nondigital")


def test_an_answer_to_half_of_a_cell_leaves_the_rest_told():
    raw = book([HEADER, [*ROW[:3], "A/N", *ROW[4:]]])
    [data], remarks = imported(raw, replies={("bentuk", "A/N"): "Tata kelola"})
    assert data["bentuk"] == "tata-kelola"
    assert any("menurut jawaban" in reason for reason in told(remarks, "D2"))
    raw = one_row(("Anggaran", "APBD tujuh juta th 2025"), ("Tahun Anggaran", None))
    [data], remarks = imported(raw, replies={("anggaran", "APBD tujuh juta th 2025"): "7000000"})
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": "7000000", "sumber": "APBD"}]


def test_a_column_that_lists_words_of_a_choice_is_that_choice():
    [data], _ = imported(one_row(("Digital/Non", "Non digital")))
    assert data["jenis"] == "nondigital"


def test_a_cell_that_names_events_beside_their_dates_is_a_history():
    heads, row = [*HEADER[:5], "Tahapan dan Waktu"], [*ROW[:5], "Uji coba: Januari 2024\nPenerapan: -"]
    [data], _ = imported(book([heads, row]))
    assert data["riwayat"] == [{"peristiwa": "uji-coba", "tanggal": "2024-01"}]


def test_dates_since_when_are_those_of_the_stage_beside_them():
    heads, row = [*HEADER[:5], "Tahapan per Desember 2024", "Sejak (tgl/bln/thn)"], [*ROW[:5], "Uji coba", "Mei 2024"]
    [data], _ = imported(book([heads, row]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [("uji-coba", "2024-05")]


def test_a_date_in_a_column_of_stages_is_an_event_where_no_column_has_it():
    heads, row = [*HEADER, "Tahapan"], [*ROW[:5], None, "Inisiasi (Mei 2024)"]
    [data], _ = imported(book([heads, row]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [("inisiatif", "2024-05")]


@pytest.mark.parametrize(
    ("text", "year", "source"),
    [
        ("Rp 35 juta (APBD-P 2026)", "2026", "APBD-P"),
        ("85 juta (BLUD)", "", "BLUD"),
        ("20jt APBD", "", "APBD"),
        ("APBD Rp. 96.250.000", "", "APBD"),
        ("Rp30.000.000,- APBD Tahun 2025", "2025", "APBD"),
        ("Rp. 150.000.000,- (APBD TA 2025)", "2025", "APBD"),
        ("48.000.000 (2026)", "2026", ""),
        ("25.000.000", "", ""),
        ("APBD Rp 7,5 jt tahun 2025", "2025", "APBD"),
        ("Rp 7,5 jt tahun 2025 (APBD)", "2025", "APBD"),
        ("Rp 25 juta dari APBD Kab. TA 2025", "2025", "APBD Kab"),
        ("Rp 30 juta (DAK NF 2022)", "2022", "DAK NF"),
        ("Rp 50 juta (usulan APBD 2026)", "", ""),
    ],
)
def test_the_year_and_source_of_a_sum_may_stand_beside_it(text, year, source):
    assert (funded(text).year, funded(text).fund) == (year, source)


def test_of_several_sums_in_a_cell_each_has_its_own_year_and_fund():
    [data], _ = imported(one_row(("Anggaran", "Rp 35 jt APBD 2023; Rp 20 jt DAK 2024"), ("Tahun Anggaran", None)))
    assert data["anggaran"] == [
        {"tahun": "2023", "jumlah": "35000000", "sumber": "APBD"},
        {"tahun": "2024", "jumlah": "20000000", "sumber": "DAK"},
    ]


def test_a_fund_on_a_line_of_its_own_belongs_to_the_sum_above():
    [data], _ = imported(one_row(("Anggaran", "Rp 35 juta\n(APBD 2023)"), ("Tahun Anggaran", None)))
    assert data["anggaran"] == [{"tahun": "2023", "jumlah": "35000000", "sumber": "APBD"}]


def test_the_fund_in_an_answer_to_a_sum_is_kept():
    raw = one_row(("Anggaran", "APBD tujuh juta"), ("Tahun Anggaran", None))
    replies = {("anggaran", "APBD tujuh juta"): "Rp 7 juta (APBD 2025)"}
    [data], _ = imported(raw, replies=replies)
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": "7000000", "sumber": "APBD"}]


def test_brackets_above_a_title_do_not_hide_what_it_says():
    heads = [*HEADER[:5], "Waktu (bln/thn)", "", "Anggaran (Rp.000)", ""]
    below = [*[""] * 5, "Uji coba", "Penerapan", "2024", "Sumber dana"]
    [data], _ = imported(book([heads, below, [*ROW[:5], "2023", "2024", "15000", "APBD"]]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("uji-coba", "2023"),
        ("penerapan", "2024"),
    ]
    assert data["anggaran"] == [{"tahun": "2024", "jumlah": "15000000", "sumber": "APBD"}]


def test_a_word_for_no_money_is_no_sum_and_asks_nothing():
    [data], remarks = imported(one_row(("Anggaran", "nihil"), ("Tahun Anggaran", None)))
    assert "anggaran" not in data
    assert not any(one.asked for one in remarks)


def test_boxes_of_brackets_are_read_as_boxes():
    [data], _ = imported(one_row(("Jenis", "(   ) Digital   ( X ) Non Digital")))
    assert data["jenis"] == "nondigital"


def test_a_further_affair_alone_is_not_the_main_one():
    heads = [title if title != "Urusan" else "Urusan Lain" for title in HEADER]
    data, remarks = imported(book([heads, ROW]))
    assert data == []
    assert any(one.row and "Urusan" in one.reason for one in remarks)


def test_a_row_that_shows_how_to_fill_in_or_that_there_is_nothing_is_no_innovation():
    rows = [HEADER, ROW, [ROW[0], "CONTOH: Inovasi Anu", *ROW[2:]], [ROW[0], "NIHIL"]]
    [data], remarks = imported(book(rows))
    assert data["nama"] == ROW[1]
    assert not any(one.row for one in remarks)


def test_an_apostrophe_in_a_name_makes_no_other_innovation():
    rows = [[HEADER, [ROW[0], "Pasar Jum'at", *ROW[2:]]], [HEADER, [ROW[0], "Pasar Jumat", *ROW[2:]]]]
    data, _ = imported(book(*rows, names=["2024", "2023"]))
    assert [one["nama"] for one in data] == ["Pasar Jum'at"]


def of_initials(name):
    """A name with two of its middle words as their initials."""
    words = [word for word in name.split() if word != "dan"]
    return " ".join([words[0], f"{words[1][0]}{words[2][0]}", *words[3:]])


def test_initials_stand_for_words_of_the_one_agency_that_has_them():
    long = [agency for agency in CATALOGUE.registry.agencies.values() if len(set(agency.name.split()) - {"dan"}) > 3]
    for agency in long:
        found = agency_called(of_initials(agency.name), CATALOGUE.registry)
        assert found in (None, next(slug for slug, one in CATALOGUE.registry.agencies.items() if one is agency))


def open_document(*rows, styles=""):
    """An .ods file with one sheet of these rows of XML."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="S">{"".join(rows)}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return out.getvalue()


def cell(text, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


STRUCK = (
    '<style:style style:name="X" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    "</style:style>"
)


def test_an_open_document_tells_what_it_hides_strikes_out_and_merges():
    raw = open_document(
        f"<table:table-row>{cell('a')}{cell('b')}</table:table-row>",
        f'<table:table-row table:visibility="collapse">{cell("gone")}</table:table-row>',
        f'<table:table-row>{cell("struck", """ table:style-name="X" """)}'
        f'{cell("""Mei <text:span text:style-name="X">2023</text:span> 2024""")}</table:table-row>',
        f'<table:table-row>{cell("wide", """ table:number-rows-spanned="2" table:number-columns-spanned="1" """)}'
        f"{cell('c')}</table:table-row>",
        f"<table:table-row><table:covered-table-cell/>{cell('d')}</table:table-row>",
        styles=STRUCK,
    )
    [sheet] = sheets(raw)
    assert {at: (one.text, one.struck) for at, one in sheet.cells.items() if at[0] == 3} == {
        (3, 2): ("Mei  2024", "2023")
    }
    assert [(one.text, why) for one, why in sheet.left] == [("gone", "baris tersembunyi"), ("struck", "sel dicoret")]
    assert sheet.merged == {(4, 1): (4, 1), (5, 1): (4, 1)}


@pytest.mark.parametrize(
    ("shown", "date"),
    [
        ("Feb 2024", "2024-02"),
        ("2024", "2024"),
        ("01/02/24", "2024-02-01"),
        ("1 Februari 2024", "2024-02-01"),
        ("2024-02-01", "2024-02-01"),
        ("Februari", None),
    ],
)
def test_a_date_of_an_open_document_is_as_exact_as_it_is_shown(shown, date):
    told = f'office:value-type="date" office:date-value="2024-02-01"><text:p>{shown}</text:p></table:table-cell>'
    raw = open_document(f"<table:table-row>{cell('a')}<table:table-cell {told}</table:table-row>")
    [sheet] = sheets(raw)
    assert (sheet.cells[1, 2].date, sheet.cells[1, 2].vague) == ((date, False) if date else ("2024-02-01", True))


# The national form


def form(*lines):
    """A form with labels in its second column, the values to the right of the colon."""
    return book([[None, label, ":" if label else None, *values] for label, *values in lines], names=["1"])


FORM = (
    ("Nama Perangkat Daerah", "Dinas Kesehatan"),
    ("Nama Inovasi", "Kelas Ibu"),
    ("Ringkasan", "Ibu hamil belajar bersama bidan di desa."),
    ("Urusan Pemerintahan", "1.02 Kesehatan"),
)


def test_dates_below_a_label_of_their_own_are_those_of_the_event_that_it_names():
    dates = (("Waktu Pelaksanaan",), ("a. Uji coba", "2 Januari 2024"), ("b. Penerapan", "Mei 2024"))
    [data], _ = imported(form(*FORM, ("Bentuk Inovasi", "Pelayanan Publik"), *dates))
    assert data["urusan"] == ["kesehatan"]
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("uji-coba", "2024-01-02"),
        ("penerapan", "2024-05"),
    ]


@pytest.mark.parametrize("marks", [("a. ", "b. "), ("1) ", "2) "), ("- ", "- "), ("• ", "• ")])
def test_labels_below_an_empty_one_say_of_what_they_are_and_the_first_affair_is_the_main_one(marks):
    main, further = (f"{mark}{word}" for mark, word in zip(marks, ("Utama", "Beririsan"), strict=True))
    affairs = (("Urusan Inovasi Daerah",), (main, "Kesehatan"), (further, "Pendidikan; Perpustakaan"))
    rest = (("Bentuk Inovasi", "Pelayanan Publik"), ("Waktu Penerapan", "Mei 2024"))
    contact = ("Kontak (bidang/bagian)", "Bidang Gizi")
    [data], remarks = imported(form(*FORM[:3], *affairs, *rest, contact))
    assert data["urusan"] == ["kesehatan", "pendidikan", "perpustakaan"]
    assert data["kontak"] == {"kantor": "Bidang Gizi"}
    assert remarks == []


def test_of_choices_below_each_other_the_ticked_one_is_meant_and_never_the_first():
    choices = [("Bentuk Inovasi", "Tata Kelola"), (None, "Pelayanan Publik", "√"), (None, "Lainnya")]
    [data], _ = imported(form(*FORM, *choices, ("Waktu Penerapan", "Mei 2024")))
    assert data["bentuk"] == "pelayanan-publik"
    choices[1] = (None, "Pelayanan Publik")
    data, remarks = imported(form(*FORM, *choices, ("Waktu Penerapan", "Mei 2024")))
    assert data == []
    assert any("lebih dari satu pilihan" in one.reason and one.asked for one in remarks)


# Remarks beside a value


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2 Mei 2024 (Hardiknas)", "2024-05-02"),
        ("17-08-2024 (bertepatan HUT RI)", "2024-08-17"),
        ("TMT 1 April 2024", "2024-04-01"),
        ("'2024-07-07", "2024-07-07"),
    ],
)
def test_a_date_with_a_remark_that_is_no_other_date_is_that_date(written, date):
    [data], _ = imported(one_row(("Tanggal Uji Coba", written)))
    assert {"uji-coba": date}.items() <= {one["peristiwa"]: one["tanggal"] for one in data["riwayat"]}.items()


@pytest.mark.parametrize("written", ["2 Mei 2024 (rencana)", "Mei 2024 (ditunda)", "2 Mei 2024 (belum pasti)"])
def test_a_date_that_a_remark_puts_off_is_not_taken_unasked(written):
    _, remarks = imported(one_row(("Tanggal Uji Coba", written)))
    assert any(one.asked and not one.note for one in remarks)


def test_a_word_of_choice_with_a_remark_is_taken_and_the_remark_told():
    [data], remarks = imported(one_row(("Jenis", "Digital (aplikasi web)")))
    assert data["jenis"] == "digital"
    assert told(remarks, "G2") == ['disimpan tanpa "aplikasi web"']
    [data], _ = imported(one_row(("Jenis", "Digital (non digital)")))
    assert "jenis" not in data


def test_null_is_nothing_and_a_bar_parts_affairs():
    [data], remarks = imported(one_row(("Urusan Beririsan", "Pendidikan|Perpustakaan"), ("Inisiator", "NULL")))
    assert data["urusan"] == ["kesehatan", "pendidikan", "perpustakaan"]
    assert "inisiator" not in data
    assert not any(one.asked for one in remarks)


def test_a_row_that_begins_with_a_word_for_all_adds_up_the_others_whatever_stands_beside():
    rows = [HEADER, ROW, ["Jumlah", "1 (satu) inovasi", "1 digital, 0 non"]]
    data, remarks = imported(book(rows))
    assert len(data) == 1
    assert not any(one.row for one in remarks)


def test_a_day_of_two_digits_parted_by_dots_is_no_time_of_day():
    [data], _ = imported(one_row(("Tanggal Uji Coba", "01.08.25")))
    assert {one["peristiwa"]: one["tanggal"] for one in data["riwayat"]}["uji-coba"] == "2025-08-01"


def test_a_label_that_stands_before_its_value_once_more_is_no_part_of_it():
    lines = [*FORM, ("Bentuk Inovasi", "Pelayanan Publik"), ("Waktu Penerapan", "Mei 2024")]
    lines[1] = ("Nama Inovasi", "Nama inovasi : Kelas Ibu")
    [data], _ = imported(form(*lines))
    assert data["nama"] == "Kelas Ibu"


def test_a_row_below_an_innovation_that_only_goes_on_with_its_texts_and_lists_belongs_to_it():
    lines = [HEADER, ROW, [None, None, None, None, "Pendidikan"], [None, None, None, None, None, "Mei 2024"]]
    [data], remarks = imported(book(lines[:3]))
    assert data["urusan"] == ["kesehatan", "pendidikan"]
    assert told(remarks, "E3") == ["dibaca sebagai lanjutan baris 2"]
    [data], remarks = imported(book([*lines[:2], lines[3]]))
    assert any(one.reason == "baris tanpa nama inovasi" for one in remarks)


def test_a_further_affair_that_nobody_knows_costs_itself_and_not_its_row():
    [data], remarks = imported(one_row(("Urusan Beririsan", "Entah Apa Namanya")))
    assert data["urusan"] == ["kesehatan"]
    assert [one.value for one in remarks if one.asked] == ["Entah Apa Namanya"]


@pytest.mark.parametrize(
    ("title", "written"),
    [("Waktu Penerapan", "Maret 2024\nPengembangan: Juni 2025"), ("Mulai", "Maret 2024, dikembangkan Juni 2025")],
)
def test_another_event_behind_a_date_is_told_apart(title, written):
    heads, row = [*HEADER[:5], title, "Status"], [*ROW[:5], written, "Penerapan"]
    [data], _ = imported(book([heads, row]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("penerapan", "2024-03"),
        ("pengembangan", "2025-06"),
    ]


# The office of a district below its own heading


BAND_HEADS = ["No", *HEADER[1:]]


@pytest.mark.parametrize("office", ["b. Kantor Camat", "2) Kantor Kecamatan", "KANTOR CAMAT"])
def test_a_heading_of_the_office_of_the_district_above_it_begins_no_other_agency(office):
    rows = [["a. Desa Muara"], [1, "Kelas Desa", *ROW[2:]], [office], [2, "Kelas Camat", *ROW[2:]]]
    data, remarks = imported(book([BAND_HEADS, ["IV. KECAMATAN UTARA"], *rows]))
    units = {one["nama"]: one.get("unit", {}).get("nama") for one in data}
    assert units == {"Kelas Desa": "Desa Muara", "Kelas Camat": None}
    assert not any(one.asked for one in remarks)


def test_a_heading_of_the_office_of_a_district_below_another_agency_is_asked_about():
    rows = [["I. DINAS KESEHATAN"], ["a. Kantor Camat"], [1, *ROW[1:]]]
    data, remarks = imported(book([BAND_HEADS, *rows]))
    assert data == []
    assert any(one.asked for one in remarks)


def test_whose_the_innovations_of_villages_are_may_be_the_office_that_the_title_names():
    heads = ["Kecamatan", "Desa", "Inovasi Desa", *HEADER[2:]]
    _, remarks = imported(book([["INOVASI DESA BINAAN DINAS PENDIDIKAN"], heads, ["Utara", "Muara", *ROW[1:]]]))
    [asked] = {one.asked for one in remarks if one.asked and "Utara" in one.asked.about}
    assert asked.options == ("Kecamatan Utara", "Dinas Pendidikan")
