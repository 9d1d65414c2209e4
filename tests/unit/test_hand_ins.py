"""Where is my hand-in: each by its number, published where its entry stands in the catalogue, and no person in it."""

import html

from conftest import SETTINGS, tree

from generator.layout import hand_in_path

LIST = """\
kiriman:
  - nomor: 2026-11-02-3bab05
    perangkat_daerah: dinkes
    inovasi: posyandu-malam
    sidik: 3bab058851e14c35b09eb5c24a603ee73325c970de5ed79173cd9b0f6ad9d8c0
    perjalanan:
      - {keadaan: ditanyakan, tanggal: 2026-11-02, keterangan: "Sejak kapan <b>dipakai</b>?"}
      - {keadaan: diterima, tanggal: 2026-11-05}
  - nomor: 2026-11-03-abcdef
    perangkat_daerah: disdik
    sidik: abcdef8851e14c35b09eb5c24a603ee73325c970de5ed79173cd9b0f6ad9d8c0
    perjalanan:
      - {keadaan: ditolak, tanggal: 2026-11-10, keterangan: Program pusat.}
"""
FIRST = """\
perangkat_daerah: dinkes
inovasi: posyandu-malam
sidik: 3bab058851e14c35b09eb5c24a603ee73325c970de5ed79173cd9b0f6ad9d8c0
perjalanan:
  - {keadaan: ditanyakan, tanggal: 2026-11-02, keterangan: "Sejak kapan <b>dipakai</b>?"}
  - {keadaan: diterima, tanggal: 2026-11-05}
"""
SECOND = """\
perangkat_daerah: disdik
sidik: abcdef8851e14c35b09eb5c24a603ee73325c970de5ed79173cd9b0f6ad9d8c0
perjalanan:
  - {keadaan: ditolak, tanggal: 2026-11-10, keterangan: Program pusat.}
"""
FILES = {hand_in_path("2026-11-02-3bab05"): FIRST, hand_in_path("2026-11-03-abcdef"): SECOND}
PAGE = "kontribusi/status/index.md"


def page(project, files):
    return tree(project(files), settings=SETTINGS)[PAGE].decode()


def test_each_hand_in_is_told_by_its_number_newest_first(project):
    found = page(project, FILES)
    assert found.index("2026-11-03-abcdef") < found.index("2026-11-02-3bab05")
    assert "Tercatat 2 kiriman: 1 terbit dan 1 tidak diterima." in found
    assert "inovasi/posyandu-malam/" in found
    assert "10 November 2026: Tidak diterima. Program pusat." in found
    assert "<b>dipakai" not in found
    assert "Tanya tentang kiriman 2026-11-03-abcdef\nNomor kiriman: 2026-11-03-abcdef" in html.unescape(found)
    assert page(project, {"registry/kiriman.yml": LIST}) == found  # as it was written before


def test_without_any_the_page_says_so_and_keeps_its_address(project):
    found = page(project, {})
    assert "Belum ada kiriman yang tercatat." in found
    assert "Tanya tentang kiriman NOMOR-ANDA" in found
