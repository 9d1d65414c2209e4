"""What a contributor's file gets told: every problem, on its line, by its official key, with a cure that works."""

import pytest
from conftest import check

from generator.problems import Problem

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


@pytest.fixture
def errors(project):
    """A function: the errors of an entry with this content, in the order of its lines."""

    def find(content: str | bytes, path: str = PATH) -> list[Problem]:
        return list(check(project({path: content})).errors)

    return find


def rows(problems: list[Problem]) -> list[tuple[int, int, str, str]]:
    return [(p.place.line, p.place.column, p.code, p.field) for p in problems]


# --- completeness of the report -------------------------------------------------------------------

MANY = """\
nama: [Pojok, Baca]
ringkasn: Rak buku pinjam.
bentuk: Pelayanan Publik
urusan:
  - perpustakan
  - kesehatan
riwayat:
  - peristiwa: penerapan
    tanggal: 17-8-2025
  - tanggal: 2025
    peristiwa: peluncuran
    catatan: ramai
cara_memakai: gratis
hasil:
  - ukuran: Pembaca
    klaim: mungkin
  - satuan: orang
lokasi:
  koordinat:
    bujur: "109,4"
    lintang: -0.1
anggaran:
  - tahun: 1800
    jumlah: Rp5.000.000
kontak:
  kantor: ""
  surel: contoh
  telepon: loket
tautan:
  - judul: Daftar
    url: javascript:alert(1)
kematangan:
  regulasi:
    tingkat: 4
    bukti:
      - judul: SK rekaan
        tanggl: 2025
alias:
  - Rak Buku
diperiksa: 2026
"""


def test_all_problems_of_a_file_are_reported_in_one_run_with_place_and_official_key(errors):
    assert rows(errors(MANY)) == [
        (1, 1, "I001", "ringkasan"),
        (1, 7, "I003", "nama"),
        (2, 1, "I002", "ringkasn"),
        (3, 9, "I006", "bentuk"),
        (5, 5, "I006", "urusan.0"),
        (9, 14, "I007", "riwayat.0.tanggal"),
        (11, 16, "I006", "riwayat.1.peristiwa"),
        (12, 5, "I002", "riwayat.1.catatan"),
        (13, 15, "I003", "cara_memakai"),
        (16, 12, "I015", "hasil.0.klaim"),
        (17, 5, "I001", "hasil.1.ukuran"),
        (20, 12, "I008", "lokasi.koordinat.bujur"),
        (23, 12, "I009", "anggaran.0.tahun"),
        (24, 13, "I008", "anggaran.0.jumlah"),
        (26, 11, "I005", "kontak.kantor"),
        (27, 10, "I011", "kontak.surel"),
        (28, 12, "I012", "kontak.telepon"),
        (31, 10, "I010", "tautan.0.url"),
        (34, 14, "I009", "kematangan.regulasi.tingkat"),
        (37, 9, "I002", "kematangan.regulasi.bukti.0.tanggl"),
        (39, 5, "I013", "alias.0"),
        (40, 12, "I017", "diperiksa"),
    ]


def test_one_bad_file_hides_neither_the_problems_nor_the_soundness_of_another(project):
    broken = {
        "innovations/disdik/a.yml": "nama: [",
        "innovations/disdik/b.yml": "",
        "innovations/disdik/c.yml": b"\xff",
    }
    faulty = {"innovations/dinkes/d.yml": GOOD.replace("perpustakaan", "buku"), "innovations/dinkes/e.yml": GOOD}
    found = {(p.place.file, p.code) for p in check(project({**broken, **faulty})).errors}
    assert found == {
        ("innovations/disdik/a.yml", "Y001"),
        ("innovations/disdik/b.yml", "B011"),
        ("innovations/disdik/c.yml", "B008"),
        ("innovations/dinkes/d.yml", "I006"),
    }


def test_a_syntax_slip_and_a_wrong_value_are_reported_together(errors):
    content = GOOD.replace("bentuk: pelayanan-publik", "bentuk: pelayanan\nnama: Rak Baca")
    assert [p.code for p in errors(content)] == ["I006", "Y002"]


# --- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "spot", "wrong", "meant"),
    [
        ("masalh: Jauh.\n", (9, 1), "masalh", "masalah"),
        ("Masalah: Jauh.\n", (9, 1), "Masalah", "masalah"),
        ("cara memakai:\n  biaya: gratis\n", (9, 1), "cara memakai", "cara_memakai"),
        ("kontak:\n  kantor: Loket\n  telpon: 0561 123456\n", (11, 3), "telpon", "telepon"),
        ("lokasi:\n  koordinat:\n    bujur: 109.1\n    lintang: -0.1\n    lintng: 0\n", (13, 5), "lintng", "lintang"),
        ("hasil:\n  - ukuran: Pembaca\n    sesudah: 4\n    sebelumm: 2\n", (12, 5), "sebelumm", "sebelum"),
        (
            "kematangan:\n  regulasi:\n    tingkat: 1\n    bukti:\n      - jdul: SK\n        judul: SK\n",
            (13, 9),
            "jdul",
            "judul",
        ),
        ("replikasi:\n  dari:\n    - pihak: A\n      tangal: 2020\n", (12, 7), "tangal", "tanggal"),
    ],
)
def test_an_unknown_key_is_placed_on_the_key_with_the_key_that_was_meant(errors, more, spot, wrong, meant):
    [problem] = errors(GOOD + more)
    assert (problem.code, problem.place.line, problem.place.column) == ("I002", *spot)
    assert f'"{wrong}"' in problem.message
    assert f'"{meant}"' in problem.cure
    renamed = errors((GOOD + more).replace(f"{wrong}:", f"{meant}:", 1))
    assert [p.code for p in renamed] in ([], ["Y002"])  # where the right key stands beside it


def test_an_unknown_key_that_resembles_none_lists_the_keys_of_its_group(errors):
    [problem] = errors(GOOD + "unit:\n  jenis: puskesmas\n  nama: Rekaan\n  xyz: a\n")
    assert "jenis, nama" in problem.cure
    assert "ringkasan" not in problem.cure


def test_an_unknown_key_is_a_problem_even_while_it_is_empty(errors):
    assert [p.code for p in errors(GOOD + "masalh:\n")] == ["I002"]


def test_an_unknown_indicator_is_placed_on_its_key(errors):
    [problem] = errors(GOOD + "kematangan:\n  regulasii:\n    tingkat: 1\n")
    assert (problem.code, problem.place.line, problem.place.column) == ("I006", 10, 3)
    assert '"regulasi"' in problem.cure


# --- missing, empty, wrong type -------------------------------------------------------------------


@pytest.mark.parametrize("key", ["nama", "ringkasan", "bentuk", "urusan", "riwayat"])
def test_a_missing_required_key_is_named(errors, key):
    lines = GOOD.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    [problem] = errors("".join(lines[:start] + lines[end:]))
    assert (problem.code, problem.field, problem.place.line) == ("I001", key, 1)
    assert f'"{key}"' in problem.message


def test_nothing_else_is_required(errors):
    assert errors(GOOD) == []


@pytest.mark.parametrize("empty", ["nama:", "nama: ~", "nama: null"])
def test_a_required_key_without_a_value_is_missing_and_placed_on_its_line(errors, empty):
    [problem] = errors(
        "bentuk: tata-kelola\n" + GOOD.replace("bentuk: pelayanan-publik\n", "").replace("nama: Pojok Baca", empty)
    )
    assert (problem.code, problem.field, problem.place.line, problem.place.column) == ("I001", "nama", 2, 1)


@pytest.mark.parametrize("empty", ["masalah:", "hasil:", "kontak:", "urusan_lain: ~", "masalah: null"])
def test_an_optional_key_without_a_value_is_the_same_as_none(errors, empty):
    key = empty.replace("urusan_lain", "alias")
    assert errors(GOOD + key + "\n") == []


@pytest.mark.parametrize(
    ("more", "field"), [('masalah: ""\n', "masalah"), ('kontak: {kantor: " "}\n', "kontak.kantor")]
)
def test_a_value_of_blanks_only_is_empty_not_missing(errors, more, field):
    [problem] = errors(GOOD + more)
    assert (problem.code, problem.field) == ("I005", field)


def test_an_empty_item_of_a_list_is_named_by_its_list(errors):
    [problem] = errors(GOOD.replace("  - perpustakaan\n", "  - perpustakaan\n  -\n"))
    assert (problem.code, problem.field, problem.place.line) == ("I005", "urusan.1", 6)
    assert "urusan" in problem.message


@pytest.mark.parametrize("key", ["urusan", "riwayat"])
def test_a_required_list_without_items_is_empty(errors, key):
    block = "urusan:\n  - perpustakaan\n" if key == "urusan" else GOOD[GOOD.index("riwayat") :]
    [problem] = errors(GOOD.replace(block, f"{key}: []\n"))
    assert (problem.code, problem.field) == ("I005", key)


@pytest.mark.parametrize(
    ("more", "field", "word"),
    [
        ("masalah: [a, b]\n", "masalah", "teks"),
        ("masalah: {a: b}\n", "masalah", "teks"),
        ("jenis: [digital]\n", "jenis", "teks"),
        ("diperiksa: [2026-01-01]\n", "diperiksa", "teks"),
        ("alias: rak-buku\n", "alias", "daftar"),
        ("hasil: {ukuran: a}\n", "hasil", "daftar"),
        ("hasil: banyak\n", "hasil", "daftar"),
        ("hasil:\n  - banyak\n", "hasil.0", "beberapa kolom"),
        ("kontak: loket\n", "kontak", "beberapa kolom"),
        ("kontak: [loket]\n", "kontak", "beberapa kolom"),
        ("kematangan: 3\n", "kematangan", "beberapa kolom"),
        ("kematangan:\n  regulasi: 2\n", "kematangan.regulasi", "beberapa kolom"),
        ("anggaran:\n  - tahun: [2025]\n", "anggaran.0.tahun", "bilangan"),
        ("lokasi: {koordinat: {bujur: [1], lintang: 0}}\n", "lokasi.koordinat.bujur", "bilangan"),
        ("lokasi: {seluruh_wilayah: [ya]}\n", "lokasi.seluruh_wilayah", "true"),
    ],
)
def test_a_wrong_type_says_what_belongs_there(errors, more, field, word):
    [problem] = errors(GOOD + more)
    assert (problem.code, problem.field) == ("I003", field)
    assert word in problem.message


@pytest.mark.parametrize(
    ("more", "cure"),
    [
        ("kolaborator:\n  - Dinas Tetangga\n", '"- perangkat_daerah: Dinas Tetangga"; kolom yang ada di sini: perangkat_daerah, nama, peran'),
        ("penghargaan:\n  - Juara satu\n", '"- nama: Juara satu"; kolom yang ada di sini: nama (wajib), pemberi, tanggal, keterangan'),
        ("kontak: Bidang Rekaan\n", '"kontak:" lalu di bawahnya "  kantor: Bidang Rekaan"; kolom yang ada di sini: kantor (wajib), alamat, telepon'),
        ("kematangan:\n  regulasi: 2\n", '"regulasi:" lalu di bawahnya "  tingkat: 2"; kolom yang ada di sini: tingkat (wajib), dasar, bukti'),
        ("kematangan: 3\n", "lihat contoh kolom ini di panduan"),
        ("anggaran:\n  - [2025]\n", 'misalnya "- tahun: ..."'),
    ],
)  # fmt: skip
def test_where_a_group_belongs_its_keys_are_named_with_an_example(errors, more, cure):
    [problem] = errors(GOOD + more)
    assert problem.code == "I003"
    assert cure in problem.cure


def test_a_text_over_its_limit_says_both_lengths(errors):
    [problem] = errors(GOOD.replace("Pojok Baca", "a" * 301))
    assert problem.code == "I004"
    assert "301" in problem.message
    assert "300" in problem.message


def test_an_address_over_its_limit_is_a_text_that_is_too_long(errors):
    [problem] = errors(GOOD + "tautan:\n  - {judul: Daftar, url: https://contoh.go.id/" + "a" * 500 + "}\n")
    assert (problem.code, problem.field) == ("I004", "tautan.0.url")


def test_a_list_over_its_limit_says_the_limit(errors):
    [problem] = errors(GOOD + "alias: [" + ", ".join(f"nama-{n}" for n in range(21)) + "]\n")
    assert (problem.code, problem.field) == ("I014", "alias")
    assert "20" in problem.message


def test_without_a_registry_words_of_choice_go_unchecked_and_all_else_is_checked(project):
    root = project(
        {PATH: GOOD.replace("perpustakaan", "antariksa").replace("2026-02", "17-2-2026"), "registry/taxonomy.yml": None}
    )
    assert [(p.code, p.place.file) for p in check(root).errors] == [("I007", PATH), ("R001", "registry/taxonomy.yml")]
