"""`katalog tidy`: what is only spelt otherwise is mended, nothing else changes by a byte, and what is not sure is asked."""

from pathlib import Path

import pytest
from conftest import BASE, ENTRY, TODAY, check
from test_officers_mistakes import CASES, GOOD, PATH

from generator import checking
from generator.contributing.table_import.cells.region import Region
from generator.contributing.tidying.tidy import tidied

REGION = Region(checking.check(BASE, TODAY).catalogue.registry, "Kabupaten Contoh")
UNTIDY = """\
# Catatan penulis tetap di sini.
Nama: SIAP: Loket #1   # huruf besar
ringkasan: “Warga dilayani malam hari.”
bentuk: Pelayanan Publik
jenis: non digital   # benar?
urusan: Kesehatan; Perpustakaan
riwayat:
\t- peristiwa: Penerapan
\t  tanggal: 2 Maret 2026
kolaborator:
  - perangkat_daerah: DINKES
anggaran:
  - tahun: TA 2025
    jumlah: Rp45 juta
masalah: |
  Teks: biasa #1
\u00a0\u00a0“tetap”
"""
TIDY = """\
# Catatan penulis tetap di sini.
nama: "SIAP: Loket #1"   # huruf besar
ringkasan: "Warga dilayani malam hari."
bentuk: pelayanan-publik
jenis: nondigital   # benar?
urusan:
  - kesehatan
  - perpustakaan
riwayat:
  - peristiwa: penerapan
    tanggal: 2026-03-02
kolaborator:
  - perangkat_daerah: dinkes
anggaran:
  - tahun: 2025
    jumlah: 45000000
masalah: |
  Teks: biasa #1
  “tetap”
"""


def tidy(text):
    found = tidied(text.encode() if isinstance(text, str) else text, REGION)
    assert found
    return found


def test_every_sure_cure_is_applied_and_comments_and_order_stay():
    assert tidy(UNTIDY).text == TIDY


def test_what_is_tidy_stays_byte_for_byte():
    for text in (TIDY, ENTRY, GOOD, "x: [", ""):
        found = tidy(text)
        assert (found.text, found.cures) == (text, ())


@pytest.mark.parametrize("mistake", CASES)
def test_a_mistake_is_mended_to_what_the_message_leads_to_or_its_text_is_left_alone(project, mistake):
    typed = GOOD.replace(mistake.right, mistake.typed)
    found = tidy(typed).text
    if check(project({PATH: found})).errors:
        wanted = {line.strip() for line in typed.replace("\u00a0", " ").split("\n")}
        assert wanted - {line.strip() for line in found.split("\n")} == set() or mistake.code in ("B009", "Y001")
    else:
        assert checked_data(project, found) == checked_data(project, GOOD.replace(mistake.right, mistake.mended))


def checked_data(project, text):
    checked = checking.check(project({PATH: text}), TODAY)
    return checked.catalogue.innovations["pojok-baca"].entry


def test_half_of_the_mistakes_that_officers_make_are_mended_without_asking(project):
    left = [
        case.id
        for case in CASES
        if check(project({PATH: tidy(GOOD.replace(case.values[0].right, case.values[0].typed)).text})).errors
    ]
    assert len(left) <= len(CASES) / 2, left


@pytest.mark.parametrize(
    ("typed", "options"),
    [("2024 atau 2025", ()), ("10/11/12", ("2012-11-10", "2010-11-12")), ("sekitar 2023", ("2023",))],
)
def test_a_date_that_is_not_sure_is_left_and_asked(typed, options):
    found = tidy(ENTRY.replace("2026-03-02", typed))
    assert typed in found.text
    [(line, text, why)] = found.open
    assert (line, text, why.options) == (8, typed, options)


def test_a_key_that_stands_there_already_is_not_written_twice():
    typed = ENTRY.replace("nama:", "Nama Inovasi: Lain\nnama:")
    assert tidy(typed).text == typed


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe" + TIDY.encode("utf-16-le"), TIDY.encode("cp1252"), b"\xef\xbb\xbf" + TIDY.encode()]
)
def test_other_encodings_become_utf_8(raw):
    assert tidy(raw).text == TIDY


@pytest.mark.parametrize("raw", [b"\x00\x01\x02", b"\xff\xfe\x00", b"a" * 200_000, b"\x81\x8d"])
def test_what_is_no_text_or_too_much_is_refused(raw):
    assert tidied(raw, REGION) is None


def test_signs_that_turn_the_direction_of_a_text_are_no_matter_of_spelling():
    assert "\u202e" in tidy(ENTRY.replace("Malam", "\u202eMalam")).text


def test_the_command_writes_the_cures_and_prints_the_difference(katalog):
    path = Path("innovations/dinkes/posyandu-malam.yml")
    path.write_text(ENTRY.replace("2026-03-02", "2 Maret 2026"), "utf-8")
    code, out, err = katalog("tidy", str(path))
    assert (code, err) == (0, "")
    assert "-    tanggal: 2 Maret 2026\n+    tanggal: 2026-03-02" in out
    assert path.read_text("utf-8") == ENTRY
    code, out, _ = katalog("tidy", str(path))
    assert (code, out) == (0, f"{path}: tidak ada yang perlu dirapikan.\n")


def test_what_cannot_be_tidied_is_said_and_left_and_the_others_are_done(katalog):
    bad, good, link = (Path(f"innovations/dinkes/{name}.yml") for name in ("rusak", "posyandu-malam", "tautan"))
    bad.write_bytes(b"\x00")
    link.symlink_to(bad.name)
    good.write_text(ENTRY.replace("pelayanan-publik", "Pelayanan Publik"), "utf-8")
    code, _, err = katalog("tidy", str(bad), str(link), str(good))
    assert code == 1
    assert "bukan teks. Berkas ini tidak diubah." in err
    assert "tautan atau bukan berkas biasa" in err
    assert bad.read_bytes() == b"\x00"
    assert good.read_text("utf-8") == ENTRY
    assert katalog("tidy", "tidak-ada.yml")[0] == 2
