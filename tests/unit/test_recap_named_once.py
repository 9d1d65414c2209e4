"""Recaps whose agency stands once outside of the table: a title, a letterhead, a cover, a signature."""

from dataclasses import replace

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import CATALOGUE, KNOWN, imported

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.words.columns import AGENCY_LABEL
from generator.problems import Problems
from generator.text.spelling import folded

HEADS, FIRST = HEADER[1:], ROW[1:]
SECOND = ("Pos Gizi", *FIRST[1:])
TABLE = [HEADS, FIRST, SECOND]
NOTED = "perangkat daerahnya dibaca"


def noted(remarks):
    return [one for one in remarks if one.reason.startswith(NOTED)]


def asked(remarks):
    """The options of the question for the agency of held rows, None where no row is held for it."""
    held = [one.asked for one in remarks if one.row and one.asked and folded(one.asked.title) == folded(AGENCY_LABEL)]
    return held[0].options if held else None


@pytest.mark.parametrize(
    "rows",
    [
        [["KARTU INOVASI - DINAS KESEHATAN KAB. CONTOH"], *TABLE],
        [["Perkembangan terobosan Dinkes sampai kini"], [], *TABLE],
        [["PEMERINTAH KABUPATEN CONTOH"], ["DINAS KESEHATAN"], ["Jl. Raya No. 1"], ["Kartu gagasan"], *TABLE],
        [*TABLE, [], [None, None, "Contoh, 1 Juli 2026"], [None, None, "KEPALA DINAS KESEHATAN"], [None, None, "ttd"]],
        [*TABLE, [], [None, "Mengetahui,\nPlt. Kepala Dinas Kesehatan\nKabupaten Contoh"]],
        [*TABLE, [], ["Mengetahui,", "Contoh, 1 Juli 2026"], ["Sekretaris Daerah", "Kadis Kesehatan"]],
        [*TABLE, ["Sumber: Dinas Kesehatan Kabupaten Contoh, 2026 (diolah)"]],
        [["Yth. Kepala Dinas Pendidikan"], ["BERKAS INOVASI DINAS KESEHATAN UNTUK DINILAI"], *TABLE],
        [["KARTU INOVASI DINAS KESEHATAN"], *TABLE, [], ["Tembusan:"], ["Kepala Dinas Pendidikan"]],
    ],
)
def test_the_agency_that_a_sheet_names_once_outside_of_its_table_is_that_of_the_rows_that_name_none(rows):
    data, remarks = imported(book(rows))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Pos Gizi"]
    assert asked(remarks) is None


@pytest.mark.parametrize(
    ("rows", "options"),
    [
        ([["Dihimpun oleh Dinas Kesehatan"], *TABLE], ("Dinas Kesehatan",)),
        ([["Kepada Yth. Kepala Dinas Kesehatan"], *TABLE], ()),
        ([["Kepada"], ["Kepala Dinas Kesehatan"], ["di tempat"], [], *TABLE], ()),
        ([["Kartu inovasi, disampaikan kepada Dinas Kesehatan"], *TABLE], ()),
        ([["Kartu Dinas Kesehatan dan Dinas Pendidikan"], *TABLE], ("Dinas Kesehatan", "Dinas Pendidikan")),
        (
            [["KARTU INOVASI DINAS KESEHATAN"], *TABLE, ["Kepala Dinas Pendidikan"]],
            ("Dinas Kesehatan", "Dinas Pendidikan"),
        ),
        ([["INOVASI SELURUH PERANGKAT DAERAH"], *TABLE, ["Kepala Dinas Kesehatan"]], ("Dinas Kesehatan",)),
        ([["Data diunduh dari aplikasi Dinas Kesehatan"], *TABLE], ("Dinas Kesehatan",)),
        ([["DAFTAR INOVASI YANG DIBINA DINAS KESEHATAN"], *TABLE], ("Dinas Kesehatan",)),
        ([["Dasar: surat edaran Dinas Kesehatan"], *TABLE], ()),
        ([["Kartu di Jalan Kecamatan Utara 3"], *TABLE], ()),
        ([*TABLE, ["Catatan: belum termasuk Dinas Kesehatan"]], ()),
    ],
)
def test_whoever_is_written_to_gathers_or_is_not_alone_is_asked_for_and_offered_where_it_may_be_meant(rows, options):
    data, remarks = imported(book(rows))
    assert data == []
    assert asked(remarks) == options


def test_the_place_of_a_signature_is_no_heading_of_its_district():
    _, remarks = imported(book([*TABLE, [], [None, "Kec. Utara, 1 Juli 2026"], [None, "Kepala Dinas Kesehatan"]]))
    assert {one.reason for one in remarks if one.address == "B5"} == {"dibaca sebagai tanda tangan, bukan inovasi"}


@pytest.mark.parametrize(
    ("affairs", "own"), [(("Kesehatan", "Kesehatan"), True), (("Kesehatan", "Pendidikan"), False), (("", ""), False)]
)
def test_the_agency_that_gathers_all_innovations_has_those_that_it_signs_where_all_are_of_its_own_affairs(affairs, own):
    called = {"slug": "bappeka", "name": "Badan Perencanaan dan Kesehatan", "short": "Bappeka"}
    office = CATALOGUE.registry.agencies["disdik"].model_copy(update=called)
    registry = replace(CATALOGUE.registry, agencies={**CATALOGUE.registry.agencies, "bappeka": office})
    known = replace(KNOWN, catalogue=replace(CATALOGUE, registry=registry))
    rows = [[*row[:3], affair, *row[4:]] for row, affair in zip((FIRST, SECOND), affairs, strict=True)]
    raw = book([HEADS, *rows, [], [None, None, "Kepala Bappeka"], [None, None, "Kabupaten Contoh,"]])
    outcome = settle(recap(sheets(raw), known, Defaults()), Problems())
    assert [draft.reading.agency for draft in outcome.accepted] == (["bappeka"] * 2 if own else [])
    assert asked(outcome.remarks) == (None if own else ("Badan Perencanaan dan Kesehatan",))


COVER = [["FORMULIR"], ["Perangkat Daerah", ": DINAS KESEHATAN"], ["Tahun", "2026"]]


def test_a_cover_serves_every_sheet_that_names_none_and_a_nearer_name_goes_first():
    names = ("Sampul", "Satu", "Dinas Pendidikan")
    data, remarks = imported(book(COVER, TABLE, [HEADS, ["Arsip", *FIRST[1:]]], names=names))
    assert [one["nama"] for one in data] == ["Arsip"]
    assert asked(remarks) == ("Dinas Kesehatan",)
    data, remarks = imported(book(COVER, TABLE, [["Kartu RSUD Contoh"], HEADS, ["Arsip", *FIRST[1:]]]))
    assert [one.reason.split('"')[1] for one in noted(remarks)] == ["RSUD Contoh"]
    data, remarks = imported(book(COVER, TABLE, names=names[:2]))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Pos Gizi"]
    assert {one.reason for one in noted(remarks)} == {
        'perangkat daerahnya dibaca "Dinas Kesehatan", menurut B2 lembar "Sampul"'
    }


def test_an_answer_says_otherwise_whose_the_rows_are():
    raw = book([["KARTU INOVASI - DINAS KESEHATAN"], *TABLE])
    [question] = {one.asked for one in noted(imported(raw)[1])}
    _, remarks = imported(raw, replies={(folded(AGENCY_LABEL), question.about): "Dinas Pendidikan"})
    assert noted(remarks) == []
    assert question.options == ("Dinas Kesehatan",)


def test_a_row_without_agency_in_a_table_of_several_is_asked_with_the_one_above():
    rows = [
        HEADER,
        ["Disdik", *FIRST],
        ["Dinkes", *SECOND],
        [None, "Arsip", *FIRST[1:]],
        ["Dinkes", "Peta", *FIRST[1:]],
    ]
    rows += [["Disdik", name, *FIRST[1:]] for name in ("Buku", "Ronda", "Loket", "Jaga", "Perahu", "Kursus", "Antre")]
    data, remarks = imported(book([["Kartu RSUD Contoh"], *rows]))
    assert "Arsip" not in [one["nama"] for one in data]
    assert asked(remarks) == ("RSUD Contoh",)


def test_the_office_of_who_signs_below_one_table_heads_no_further_one():
    signed = [[], [None, None, "Contoh, 3 Mei 2026"], [None, None, "DINAS PENDIDIKAN"], [None, None, "ttd"], []]
    further = [["No", *HEADS], [1, "Arsip", *FIRST[1:]]]
    _, remarks = imported(book([*TABLE, *signed, *further]))
    assert {one.reason for one in noted(remarks)} == {'perangkat daerahnya dibaca "Dinas Pendidikan", menurut C6'}
    assert "perangkat daerahnya diambil dari C6" not in [one.reason for one in remarks]


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ([["INOVASI PUSKESMAS UTARA TAHUN 2026"], *TABLE], "PUSKESMAS UTARA"),
        ([*TABLE, [], [None, None, "Kepala UPT Puskesmas Melati"]], "UPT Puskesmas Melati"),
    ],
)
def test_a_unit_that_only_one_agency_can_have_says_whose_the_rows_are_and_is_kept(rows, unit):
    data, remarks = imported(book(rows))
    assert [one["unit"]["nama"] for one in data] == [unit, unit]
    assert {one.reason.split('"')[1] for one in noted(remarks)} == {"Dinas Kesehatan"}


UNIT_OVER = ["REKAP INOVASI UPTD PUSKESMAS MELATI"]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("Dinas Kesehatan", True), ("dinkes", True), ("UPTD Puskesmas Melati", True), ("Dinas Pendidikan", False)],
)
def test_an_answer_that_confirms_the_agency_that_was_read_keeps_its_unit_and_another_tells_that_it_is_dropped(
    answer, kept
):
    [asked_first, *_] = [one.asked for one in noted(imported(book([UNIT_OVER, *TABLE]))[1])]
    replies = {(folded(asked_first.title), asked_first.about): answer}
    data, remarks = imported(book([UNIT_OVER, *TABLE]), replies=replies)
    assert ["unit" in one for one in data] == [kept, kept]
    dropped = 'unit "UPTD PUSKESMAS MELATI" tidak disimpan; menurut jawaban, milik "Dinas Pendidikan"'
    assert (dropped in [one.reason for one in remarks if one.address == "A1"]) is not kept


@pytest.mark.parametrize(
    "over",
    [
        [UNIT_OVER, ["DINAS KESEHATAN KABUPATEN CONTOH"]],
        [["DINAS KESEHATAN KABUPATEN CONTOH"], UNIT_OVER],
        [UNIT_OVER, ["Dibina seksi promosi Dinas Kesehatan"]],
    ],
)
def test_a_unit_beside_its_agency_over_a_table_is_kept_and_nothing_is_asked(over):
    data, remarks = imported(book([*over, *TABLE]))
    assert [one["unit"]["nama"] for one in data] == ["UPTD PUSKESMAS MELATI"] * 2
    assert any("disimpan sebagai unit pembuat" in one.reason for one in remarks)
    assert [one.asked for one in remarks if one.asked] == []


@pytest.mark.parametrize(
    "over",
    [
        [["REKAP INOVASI SMP NEGERI 2 CONTOH"], ["DINAS KESEHATAN KABUPATEN CONTOH"]],
        [UNIT_OVER, ["REKAP UPTD PUSKESMAS UTARA"], ["DINAS KESEHATAN KABUPATEN CONTOH"]],
        [["Dihimpun oleh Puskesmas Melati"], ["DINAS KESEHATAN KABUPATEN CONTOH"]],
    ],
)
def test_over_a_table_of_an_agency_a_unit_of_another_and_several_units_are_not_its(over):
    data, _ = imported(book([*over, *TABLE]))
    assert [one.get("unit") for one in data] == [None, None]


def test_so_many_cells_as_no_honest_file_has_that_might_name_an_agency_are_not_all_looked_at(monkeypatch):
    looked = []
    monkeypatch.setattr(
        "generator.contributing.table_import.shapes.office_mentions.agency_called", lambda text, *_: looked.append(text)
    )
    rows = [[f"dinas {'dinas ' * 20}{n}"] * 6 for n in range(15)]
    imported(book(*([*rows, *TABLE] for _ in range(15))))
    assert 0 < len(looked) <= 60 * 3 * 14
