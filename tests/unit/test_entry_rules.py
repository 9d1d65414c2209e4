"""The rules on a whole entry: what they find, where they place it, and what they let pass."""

import datetime as dt
import io

import pytest
from conftest import BASE, ENTRY, TODAY, check
from PIL import Image

from generator.checks.completeness import SUMMARY_LENGTH, is_stale

PATH = "innovations/disdik/pojok-baca.yml"
AGENCIES = (BASE / "registry/agencies.yml").read_text("utf-8")
GOOD = ENTRY.replace("Posyandu Malam", "Pojok Baca").replace("2026-03-02", "2026-03")
HEAD = GOOD.partition("riwayat:")[0]
FULL = f"""{GOOD}jenis: digital
masalah: Buku jauh.
solusi: Rak buku.
manfaat: Anak membaca.
cara_memakai:
  langkah: [Datang]
hasil:
  - {{ukuran: Pembaca, sesudah: "1"}}
lokasi:
  kecamatan: [utara]
kontak: {{kantor: Loket}}
sumber:
  - judul: Rekaan
"""


@pytest.fixture
def told(project):
    """A function: (code, line, column, field) of the problems of an entry with this content, and of no other file."""

    def run(content: str, **files: str | bytes) -> list[tuple[str, int, int, str]]:
        problems = check(project({PATH: content, **files})).within(["innovations/disdik"])
        return [(p.code, p.place.line, p.place.column, p.field) for p in problems]

    return run


def errors(found):
    return [row for row in found if row[0][0] != "K"]


def events(*rows: str) -> str:
    """An entry with these events, `kind date` each."""
    lines = [
        f"  - peristiwa: {kind}\n    tanggal: {date}\n" + ("    alasan: Rekaan.\n" if kind == "dihentikan" else "")
        for kind, date in map(str.split, rows)
    ]
    return f"{HEAD}riwayat:\n{''.join(lines)}"


# What is still missing


def test_a_complete_entry_that_was_checked_needs_nothing(told):
    assert told(f"{FULL}diperiksa: 2026-01-02\n") == []


@pytest.mark.parametrize(
    ("field", "line"),
    [("jenis", "jenis: digital\n"), ("masalah", "masalah: Buku jauh.\n"), ("kontak", "kontak: {kantor: Loket}\n")],
)
def test_a_wanted_field_that_is_empty_is_named(project, field, line):
    content = FULL.replace(line, "") + "diperiksa: 2026-01-02\n"
    [problem] = check(project({PATH: content})).within([PATH])
    assert (problem.code, problem.place.line, problem.place.column) == ("K001", 1, 1)
    assert f"1 kolom yang dicari pembaca belum diisi: {field} " in f"{problem.message} "


def test_the_contact_of_the_agency_stands_in_for_that_of_the_entry_and_for_no_other_field(project):
    agencies = AGENCIES.replace("nama_pendek: Disdik", "nama_pendek: Disdik\n    kontak: {kantor: Loket}")
    content = FULL.replace("kontak: {kantor: Loket}\n", "").replace("masalah: Buku jauh.\n", "")
    told = check(project({PATH: f"{content}diperiksa: 2026-01-02\n", "registry/agencies.yml": agencies})).within([PATH])
    assert [p.message for p in told] == ["1 kolom yang dicari pembaca belum diisi: masalah"]


def test_missing_fields_are_told_in_the_order_of_the_file(project):
    [problem] = [p for p in check(project({PATH: GOOD})).within([PATH]) if p.code == "K001"]
    assert "9 kolom" in problem.message
    assert "jenis, masalah, solusi, manfaat, cara_memakai, hasil, lokasi, kontak, sumber" in problem.message


def test_a_compilers_reading_is_placed_on_its_list(told):
    content = f"{FULL}diperiksa: 2026-01-02\nusulan_penyusun: [jenis, manfaat]\n"
    assert told(content) == [("K002", content.count("\n"), 1, "usulan_penyusun")]


def test_of_a_withdrawn_entry_nothing_is_wanted_any_more(told):
    assert told(f"{GOOD}ditarik: {{tanggal: 2026-10-01, alasan: Tercatat dua kali.}}\n") == []


def test_an_entry_never_checked_is_told_as_such(told):
    assert told(FULL) == [("K003", 1, 1, "diperiksa")]


def test_a_check_long_ago_is_placed_on_its_day(told):
    content = f"{FULL}diperiksa: 2025-11-23\n"
    assert told(content) == [("K004", content.count("\n"), 12, "diperiksa")]


@pytest.mark.parametrize(
    ("checked", "day", "stale"),
    [
        (dt.date(2025, 11, 24), dt.date(2026, 11, 24), False),
        (dt.date(2025, 11, 24), dt.date(2026, 11, 25), True),
        (dt.date(2025, 11, 30), dt.date(2026, 12, 1), True),
        (dt.date(2025, 12, 1), dt.date(2026, 11, 30), False),
        (dt.date(2025, 1, 31), dt.date(2026, 1, 30), False),
        (dt.date(2024, 12, 31), dt.date(2026, 1, 1), True),
        (dt.date(2025, 12, 31), dt.date(2026, 1, 1), False),
        (dt.date(2024, 2, 29), dt.date(2025, 2, 28), False),
        (dt.date(2024, 2, 29), dt.date(2025, 3, 1), True),
        (dt.date(2020, 6, 1), dt.date(2026, 1, 1), True),
    ],
)
def test_a_check_is_stale_from_the_day_after_twelve_months(checked, day, stale):
    assert is_stale(checked, day) is stale


@pytest.mark.parametrize(
    ("length", "found"), [(SUMMARY_LENGTH, []), (SUMMARY_LENGTH + 1, [("K005", 2, 12, "ringkasan")])]
)
def test_a_summary_has_two_hundred_characters_at_most(told, length, found):
    assert SUMMARY_LENGTH == 200
    summary = "Posyandu dibuka malam hari agar orang tua yang bekerja dapat datang."
    assert told(f"{FULL.replace(summary, 'a' * length)}diperiksa: 2026-01-02\n") == found


# Dates


@pytest.mark.parametrize("date", ["2026-11-24", "2026-11", "2026"])
def test_what_has_begun_by_today_is_not_in_the_future(told, date):
    assert errors(told(f"{events(f'penerapan {date}')}diperiksa: {TODAY}\n")) == []


@pytest.mark.parametrize("date", ["2026-11-25", "2026-12", "2027"])
def test_what_begins_after_today_is_in_the_future_and_placed_on_its_date(told, date):
    assert errors(told(events("penerapan 2026", f"pengembangan {date}"))) == [("A001", 10, 14, "tanggal")]


def test_a_check_in_the_future_is_placed_on_its_day(told):
    assert errors(told(f"{GOOD}diperiksa: 2026-11-25\n")) == [("A001", 9, 12, "diperiksa")]


def test_only_a_stop_needs_a_reason(told):
    assert errors(told(events("penerapan 2024", "dihentikan 2025").replace("    alasan: Rekaan.\n", ""))) == [
        ("A003", 9, 5, "alasan")
    ]
    assert errors(told(events("penerapan 2024", "selesai 2025"))) == []


@pytest.mark.parametrize("kind", ["inisiatif", "penerapan", "dihentikan", "selesai"])
def test_only_a_report_tells_a_state(told, kind):
    told_by = f"{events(f'{kind} 2024')}    keadaan: dipakai\n"
    place = (10 if kind == "dihentikan" else 9, 14)
    assert errors(told(told_by)) == [("A010", *place, "keadaan")]
    assert errors(told(f"{events('dilaporkan 2024')}    keadaan: dipakai\n")) == []
    assert errors(told(f"{events('dilaporkan 2024')}    keadaan: bagus\n")) == [("I006", 9, 14, "riwayat.0.keadaan")]


@pytest.mark.parametrize(
    "rows",
    [
        ("inisiatif 2021", "uji-coba 2022", "penerapan 2023", "pengembangan 2024", "selesai 2025"),
        ("selesai 2025", "pengembangan 2024", "penerapan 2023", "uji-coba 2022", "inisiatif 2021"),
        ("inisiatif 2024", "uji-coba 2024-05", "penerapan 2024"),
        ("penerapan 2022", "dihentikan 2023", "inisiatif 2024"),
        ("penerapan 2022", "selesai 2023", "uji-coba 2024"),
        ("penerapan 2022", "penerapan 2025", "inisiatif 2021"),
        ("penerapan 2024", "dihentikan 2024-06"),
        ("penerapan 2022", "dihentikan 2023", "penerapan 2024"),
        ("dilaporkan 2020", "penerapan 2022"),
        ("dilaporkan 2026", "penerapan 2022"),
    ],
)
def test_a_possible_order_passes_wherever_its_events_stand_in_the_file(told, rows):
    assert errors(told(events(*rows))) == []


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (("uji-coba 2022", "inisiatif 2023"), [8]),
        (("inisiatif 2023", "uji-coba 2022"), [10]),
        (("penerapan 2021", "uji-coba 2022", "inisiatif 2023"), [8, 8, 10]),
        (("penerapan 2022", "penerapan 2020", "inisiatif 2021"), [10]),
        (("penerapan 2022", "penerapan 2022", "inisiatif 2023"), [8]),
        (("pengembangan 2021", "penerapan 2022"), [8]),
        (("penerapan 2022", "dihentikan 2021"), [10]),
        (("dihentikan 2020", "inisiatif 2021", "penerapan 2022"), [8]),
        (("penerapan 2022", "dihentikan 2020", "inisiatif 2024"), [8, 10]),
        (("penerapan 2022", "dihentikan 2025", "inisiatif 2024"), [8]),
        (("penerapan 2022", "dihentikan 2022", "inisiatif 2024"), [8]),
        (("penerapan 2022", "dihentikan 2024", "inisiatif 2024-05"), [8]),
    ],
)
def test_an_impossible_order_is_placed_on_the_event_that_comes_too_early(project, rows, lines):
    found = sorted(
        p.place.line
        for p in check(project({PATH: events(*rows)})).errors
        if (p.code, p.field, p.place.column) == ("A002", "tanggal", 14)
    )
    assert found == lines


def test_an_impossible_order_names_both_events_and_their_dates(project):
    [problem] = check(project({PATH: events("uji-coba 2022-03", "inisiatif 2023-05-04")})).errors
    assert problem.message == "uji-coba (Maret 2022) mendahului inisiatif (4 Mei 2023)"


def test_an_ending_before_every_beginning_is_held_against_the_first(project):
    [problem] = check(project({PATH: events("penerapan 2023", "inisiatif 2022", "selesai 2021")})).errors
    assert problem.message == "selesai (2021) mendahului inisiatif (2022)"


# Lists, partners, results


@pytest.mark.parametrize(
    ("more", "field", "place"),
    [
        ("urusan:\n  - kesehatan\n  - pendidikan\n  - kesehatan\n", "urusan", (7, 5)),
        ("lokasi:\n  kecamatan:\n    - utara\n    - utara\n", "lokasi.kecamatan", (12, 7)),
        ("usulan_penyusun:\n  - nama\n  - bentuk\n  - nama\n", "usulan_penyusun", (12, 5)),
    ],
)
def test_the_second_of_two_equal_items_is_a_repeat(told, more, field, place):
    content = GOOD.replace("urusan:\n  - kesehatan\n", more) if field == "urusan" else GOOD + more
    assert errors(told(content)) == [("I016", *place, field)]


def test_the_same_event_on_another_day_is_no_repeat(told):
    assert errors(told(events("penerapan 2024", "penerapan 2025"))) == []
    assert errors(told(events("penerapan 2024", "penerapan 2024"))) == [("I016", 9, 5, "riwayat")]


@pytest.mark.parametrize(
    ("partner", "code"),
    [
        ("perangkat_daerah: dinkes", ""),
        ("nama: PKK", ""),
        ("peran: Pelatih", "A005"),
        ("perangkat_daerah: dinkes, nama: PKK", "A005"),
        ("perangkat_daerah: disdik", "A006"),
    ],
)
def test_a_partner_is_an_agency_or_a_name_and_not_the_owner(told, partner, code):
    found = errors(told(f"{GOOD}kolaborator:\n  - {{nama: Karang Taruna}}\n  - {{{partner}}}\n"))
    assert found == ([(code, 11, 5, "kolaborator")] if code else [])


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ("sebelum: '1'", []),
        ("sesudah: '2'", []),
        ("sebelum: '1', sesudah: '2'", []),
        ("satuan: orang", [("A007", 11, 5, "hasil")]),
    ],
)
def test_a_result_has_a_value_before_or_after(told, values, found):
    content = f"{GOOD}hasil:\n  - {{ukuran: Rak, sesudah: '1'}}\n  - {{ukuran: Pembaca, {values}}}\n"
    assert errors(told(content)) == found


@pytest.mark.parametrize(
    ("more", "found"), [("masalah: Jauh.\n", []), ("", [("A009", 11, 5, "usulan_penyusun")]), ("masalah:\n", [("A009", 12, 5, "usulan_penyusun")])]
)  # fmt: skip
def test_a_suggestion_is_about_a_field_that_is_there(told, more, found):
    assert errors(told(f"{GOOD}{more}usulan_penyusun:\n  - nama\n  - masalah\n")) == found


# Pictures


def test_pictures_in_the_list_and_in_the_folder_are_the_same(project):
    pixels = io.BytesIO()
    Image.new("RGB", (4, 4)).save(pixels, "PNG")
    folder = PATH.removesuffix(".yml")
    rows = "".join(f"  - {{berkas: {name}.png, alt: Rak., kredit: A}}\n" for name in ("ada", "hilang"))
    root = project(
        {
            PATH: f"{GOOD}gambar:\n{rows}",
            f"{folder}/ada.png": pixels.getvalue(),
            f"{folder}/lain.png": pixels.getvalue(),
        }
    )
    found = [(p.code, p.place.line, p.place.column, p.field) for p in check(root).errors]
    assert found == [("B015", 10, 3, "gambar"), ("B014", 11, 14, "gambar")]
    missing, unlisted = sorted(p.message for p in check(root).errors)
    assert ("hilang.png" in missing, "pojok-baca/" in missing) == (True, True)
    assert "lain.png" in unlisted


# Addresses


def test_entries_may_have_several_aliases_each_of_its_own(project):
    other = "innovations/disdik/taman-baca.yml"
    files = {
        PATH: f"{GOOD}alias: [rak-buku, rak-lama]\n",
        other: GOOD.replace("Pojok", "Taman") + "alias: [taman-lama]\n",
    }
    assert list(check(project(files)).errors) == []


def test_the_same_alias_twice_in_one_entry_is_told_at_the_second(told):
    assert errors(told(f"{GOOD}alias:\n  - rak-buku\n  - rak-lama\n  - rak-buku\n")) == [("B012", 12, 5, "alias")]


def test_an_entry_that_lives_takes_its_own_alias_too(told):
    assert errors(told(f"{GOOD}alias:\n  - pojok-baca\n")) == [("B012", 10, 5, "alias")]


def test_an_alias_of_two_entries_is_told_at_the_second_with_the_first(project):
    other = "innovations/disdik/taman-baca.yml"
    alias = "alias:\n  - rak-buku\n"
    [problem] = check(project({PATH: GOOD + alias, other: GOOD.replace("Pojok", "Taman") + alias})).errors
    assert (problem.place.file, problem.place.line, problem.code) == (other, 10, "B012")
    assert PATH in problem.message
