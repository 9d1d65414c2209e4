"""Ten mistakes that officers make: each gets one message, with its place and a cure, and the cure works.

A file is checked as it was typed, mended as the message says and checked again. One mistake per case:
what follows from it is not reported as well. `tests/invalid` has an example of every code; this is the
table of what people do.
"""

from typing import NamedTuple

import pytest
from conftest import ENTRY, TODAY, check

from generator import checking
from generator.problems import Problems
from generator.problems.reporters import text
from generator.reviewing import review_text, worktree
from generator.reviewing.review import review
from generator.reviewing.sides import Side

PATH = "innovations/disdik/pojok-baca.yml"
GOOD = """\
nama: Pojok Baca
ringkasan: Rak buku pinjam di balai desa untuk anak dan orang tua.
bentuk: pelayanan-publik
urusan:
  - perpustakaan
riwayat:
  - peristiwa: penerapan
    tanggal: 2026-02
"""


class Mistake(NamedTuple):
    """A mistake in PATH: `right` (in GOOD) as it was typed and as it reads when the message was followed."""

    right: str
    typed: str
    mended: str
    code: str
    line: int
    #: Words of the one message that lead from `typed` to `mended`.
    told: tuple[str, ...]


NAME = "nama: Pojok Baca"
AFFAIR = "urusan:\n  - perpustakaan"
SUMMARY = "ringkasan: Rak buku pinjam di balai desa untuk anak dan orang tua."
HARD_BLANK = ("no-break space", "ketik spasi biasa")
PASTED = f"masalah: |\n  “Kutipan”\u00a0– ‘tunggal’…\n  •\u00a0butir satu\n  \uf0b7\tbutir dua\n{NAME}"
TAB = ("memakai tab, bukan spasi", "ganti tab dengan spasi")

#: number and name of the mistake -> its cases. The fifth and the ninth are about places, not about a text: see below.
TEN: dict[str, list[Mistake]] = {
    "1 a comma in the wrong place": [
        Mistake(AFFAIR, "urusan: perpustakaan, pendidikan", "urusan:\n  - perpustakaan\n  - pendidikan",
                "I003", 4, ("daftar", "setiap butir pada baris sendiri", '"- perpustakaan"')),
        Mistake(AFFAIR, "urusan: [perpustakaan,, pendidikan]", "urusan: [perpustakaan, pendidikan]",
                "Y001", 4, ("tanda koma ganda", "hapus koma itu")),
        Mistake("  - perpustakaan", "  , perpustakaan", "  - perpustakaan", "Y001", 5, ("koma", "butir daftar diawali tanda hubung")),
        Mistake("pelayanan-publik", "pelayanan-publik,", "pelayanan-publik", "I006", 3, ('maksudnya "pelayanan-publik"?',)),
        Mistake(NAME, 'nama: "Pojok Baca",', 'nama: "Pojok Baca"', "Y001", 1, ("sesudah tanda kutip penutup", "hapus tulisan itu")),
        Mistake(NAME, 'nama: "Pojok", "Baca"', 'nama: "Pojok, Baca"', "Y001", 1, ("seluruh nilai di antara satu pasang tanda kutip",)),
        Mistake("nama: P", "nama, P", "nama: P", "Y001", 1, ("tanpa titik dua", "titik dua dan satu spasi sesudah nama kolom")),
        Mistake("bentuk: p", "bentuk, p", "bentuk: p", "Y001", 3, ("tanpa titik dua", "titik dua dan satu spasi sesudah nama kolom")),
        Mistake(NAME, f"lokasi: {{koordinat: {{bujur: '109,4', lintang: 0}}}}\n{NAME}",
                f"lokasi: {{koordinat: {{bujur: '109.4', lintang: 0}}}}\n{NAME}", "I008", 1, ("109,4", "pakai titik")),
    ],
    "2 indentation by tabs": [
        Mistake("  - perpustakaan", "\t- perpustakaan", "  - perpustakaan", "Y001", 5, (*TAB, "dua spasi lebih dalam dari nama kolom")),
        Mistake("    tanggal", "\ttanggal", "    tanggal", "Y001", 8, (*TAB, "sejajar dengan baris yang setingkat")),
        Mistake("    tanggal", "  \ttanggal", "    tanggal", "Y001", 8, TAB),
    ],
    "3 a colon in a text without quotes, or a quote left open": [
        Mistake(NAME, "nama: SIAP: Pojok", 'nama: "SIAP: Pojok"', "Y001", 1, ("titik dua", "di antara tanda kutip ganda")),
        Mistake(NAME, 'nama: "Pojok Baca', 'nama: "Pojok Baca"', "Y001", 1, ("dibuka tetapi tidak ditutup", "yang sama di akhir nilainya")),
        Mistake(NAME, "nama: 'Pojok Baca", "nama: 'Pojok Baca'", "Y001", 1, ("dibuka tetapi tidak ditutup", "yang sama di akhir nilainya")),
        Mistake(NAME, "nama: 'Pojok Jum'at'", 'nama: "Pojok Jum\'at"', "Y001", 1, ("satu pasang tanda kutip ganda",)),
        Mistake("nama: P", "nama:P", "nama: P", "Y001", 1, ("titik dua dan satu spasi",)),
    ],
    "4 a date written otherwise": [
        Mistake("2026-02", "17-8-2025", "2025-08-17", "I007", 8, ("maksudnya 2025-08-17?",)),
        Mistake("2026-02", "Agustus 2025", "2025-08", "I007", 8, ("maksudnya 2025-08?",)),
        Mistake("2026-02", "17/08/2025", "2025-08-17", "I007", 8, ("maksudnya 2025-08-17?",)),
        Mistake("2026-02", "17 Agustus 2025", "2025-08-17", "I007", 8, ("maksudnya 2025-08-17?",)),
        Mistake("2026-02", "2026-02,", "2026-02", "I007", 8, ('"2026-02,"', "maksudnya 2026-02?")),
    ],
    "6 an affair that is not in the list": [
        Mistake("  - perpustakaan", "  - Perpustakaan Daerah", "  - perpustakaan", "I006", 5, ('maksudnya "perpustakaan"?',)),
        Mistake("  - perpustakaan", "  - antariksa", "  - pendidikan", "I006", 5, ("pilih salah satu: pendidikan, kesehatan, perpustakaan",)),
    ],
    "7 text pasted from Word": [
        Mistake(NAME, PASTED.replace("Kutipan", "Ku\u00adtip\u00adan"), PASTED, "B009", 2, ("SOFT HYPHEN (2 kali)", "hapus karakter itu")),
        Mistake(NAME, PASTED.replace("butir", "bu\u00adtir"), PASTED, "B009", 3, ("SOFT HYPHEN, juga di baris 4 (2 kali)", "hapus karakter itu")),
        Mistake(NAME, "nama: “SIAP: Pojok”", 'nama: "SIAP: Pojok"', "Y001", 1, ("lengkung", "dengan tanda kutip ganda biasa")),
        Mistake(NAME, "nama:\u00a0Pojok Baca", NAME, "Y001", 1, HARD_BLANK),
        Mistake("  - perpustakaan", "\u00a0\u00a0- perpustakaan", "  - perpustakaan", "Y001", 5, HARD_BLANK),
        Mistake(AFFAIR, "urusan:\n  • perpustakaan", AFFAIR, "I003", 5, ("dimulai dengan tanda hubung", '"- perpustakaan"')),
    ],
    "8 a required field left empty": [
        Mistake(SUMMARY, "ringkasan:", SUMMARY, "I001", 2, ("ringkasan", "wajib diisi", "isi kolom itu")),
        Mistake(f"{SUMMARY}\n", "", f"{SUMMARY}\n", "I001", 1, ("ringkasan", "wajib diisi", "bila barisnya belum ada, tambahkan")),
        Mistake(SUMMARY, 'ringkasan: ""', SUMMARY, "I005", 2, ("ringkasan", "isi;")),
        Mistake(AFFAIR, "urusan:", AFFAIR, "I001", 4, ("urusan", "isi kolom itu")),
        Mistake("tanggal: 2026-02", "tanggal:", "tanggal: 2026-02", "I001", 8, ("tanggal", "isi kolom itu")),
    ],
    "10 a citizen's number or a phone number in the text": [
        Mistake(NAME, f"masalah: Usul Bu Rekaan (6199014101900001).\n{NAME}", f"masalah: Usul Bu Rekaan.\n{NAME}",
                "P001", 1, ("NIK", "hapus nomor itu")),
        Mistake(NAME, f"solusi: Hubungi 0812-0000-0000.\n{NAME}", f"solusi: Hubungi loket.\n{NAME}", "P003", 1, ("ponsel", "hapus;")),
        Mistake(NAME, f"solusi: Hubungi 0812-0000-0000.\n{NAME}",
                f'kontak: {{kantor: Loket, telepon: "0812-0000-0000", layanan: true}}\n{NAME}',
                "P003", 1, ("nomor layanan resmi", "kontak.telepon", '"layanan: true"')),
    ],
}  # fmt: skip
CASES = [pytest.param(one, id=f"{name} ({n})") for name, cases in TEN.items() for n, one in enumerate(cases, 1)]
CAPITALS = {
    "innovations/Disdik/pojok-baca.yml": ("innovations/Disdik", PATH),
    "innovations/DISDIK/pojok-baca.yml": ("innovations/DISDIK", PATH),
    "innovations/Dinas Pendidikan/pojok-baca.yml": ("innovations/Dinas Pendidikan", PATH),
}
TWICE = "innovations/disdik/posyandu-malam.yml"


def errors(root):
    return list(check(root).errors)


def test_the_table_and_the_two_cases_about_places_are_ten():
    assert sorted([*(int(name.split()[0]) for name in TEN), 5, 9]) == list(range(1, 11))


@pytest.mark.parametrize("mistake", CASES)
def test_a_mistake_gets_one_message_and_what_it_says_is_the_cure(project, mistake):
    assert GOOD.count(mistake.right) == 1
    root = project({PATH: GOOD.replace(mistake.right, mistake.typed)})
    [problem] = errors(root)
    assert (problem.code, problem.place.file, problem.place.line) == (mistake.code, PATH, mistake.line)
    for words in mistake.told:
        assert words in f"{problem.message} - {problem.cure}"
    (root / PATH).write_text(GOOD.replace(mistake.right, mistake.mended), "utf-8")
    assert errors(root) == []


@pytest.mark.parametrize("mistake", CASES)
def test_a_message_speaks_no_english_and_shows_no_python(project, mistake):
    report = text(Problems(errors(project({PATH: GOOD.replace(mistake.right, mistake.typed)}))))
    for word in ("expected", "found character", "should be", "Input", "None", "{", "<class", "Traceback", "mapping"):
        assert word not in report


def test_a_paste_from_word_without_hidden_characters_needs_no_mending(project):
    assert errors(project({PATH: GOOD.replace(NAME, PASTED)})) == []


@pytest.mark.parametrize("sent", CAPITALS)
def test_5_a_folder_in_capitals_is_answered_with_the_folder_to_move_to(project, sent):
    folder, right = CAPITALS[sent]
    root = project({sent: GOOD})
    [problem] = errors(root)
    assert (problem.code, problem.place.file) == ("B005", folder)
    [told] = [word for word in problem.cure.split() if word.startswith("innovations/")]
    assert f"{told}pojok-baca.yml" == right
    (root / right).parent.mkdir(exist_ok=True)
    (root / sent).rename(root / right)
    assert errors(root) == []


def test_9_the_same_file_name_sent_twice_is_one_message_at_each_file_that_names_the_other(project):
    root = project({TWICE: ENTRY})
    old, new = errors(root)
    assert {old.code, new.code} == {"B006"}
    assert old.place.file in new.message
    assert new.place.file in old.message
    assert "bila inovasinya sama, satukan" in new.cure
    (root / TWICE).unlink()
    assert errors(root) == []


def test_9_another_innovation_under_a_taken_file_name_is_cured_by_another_name(project):
    root = project({TWICE: GOOD})
    [problem] = [problem for problem in errors(root) if problem.place.file == TWICE]
    assert "bila berbeda, ganti nama salah satu berkas" in problem.cure
    (root / TWICE).rename(root / PATH)
    assert errors(root) == []


def test_9_the_same_innovation_under_another_file_name_is_shown_to_the_reviewer(project):
    before, after = (
        Side(checking.check(root, TODAY), worktree.digests(root))
        for root in (project(), project({"innovations/disdik/layanan-posyandu.yml": ENTRY}))
    )
    report = review_text.review_text(review(before, after, TODAY))
    assert "Mungkin sama dengan inovasi yang sudah tercatat" in report
    assert "dengan `posyandu-malam`: nama 100%, isi 100%" in report
