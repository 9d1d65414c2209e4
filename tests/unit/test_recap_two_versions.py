"""Columns that stand twice, as they were and as they are to be: the later one holds, the other is told."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, told


def changed(old="Semula", new="Menjadi", kept="Kelas Ibu Hamil"):
    heads = [HEADER[0], HEADER[1], None, HEADER[2], HEADER[3], None, *HEADER[4:]]
    row = [ROW[0], ROW[1], kept, ROW[2], "Tata kelola", ROW[3], *ROW[4:]]
    return book([heads, [None, old, new, None, old, new], row], merged=["B1:C1", "E1:F1", "A1:A2", "D1:D2"])


@pytest.mark.parametrize(("old", "new"), [("Semula", "Menjadi"), ("Lama", "Baru"), ("Sebelum", "Setelah Perbaikan")])
def test_of_two_columns_below_one_title_the_later_one_holds(old, new):
    [data], remarks = imported(changed(old, new))
    assert (data["nama"], data["bentuk"]) == ("Kelas Ibu Hamil", "pelayanan-publik")
    assert told(remarks, "B3") == ["isian sebelum perubahan; yang dipakai kolom C"]
    assert told(remarks, "E3") == ["isian sebelum perubahan; yang dipakai kolom F"]


@pytest.mark.parametrize("kept", ["tetap", "-", None, "sama dengan semula", "tidak ada perubahan", "Kelas Ibu (tetap)"])
def test_what_was_left_as_it_was_stands_in_the_earlier_column(kept):
    [data], remarks = imported(changed(kept=kept))
    assert data["nama"] == ROW[1]
    written = kept and kept.startswith(ROW[1])
    used = "isian sebelum perubahan; yang dipakai kolom C" if written else "dipakai, karena kolom C tidak mengubahnya"
    assert told(remarks, "B3") == ([used] if kept else [])


def test_of_two_groups_of_the_same_titles_the_verified_one_holds():
    heads = [*HEADER[:3], "Isian OPD", None, None, "Hasil Verifikasi"]
    below = [None, None, None, *HEADER[3:], *HEADER[3:]]
    row = [*ROW[:3], "Tata kelola", "Pendidikan", "2024", *ROW[3:]]
    [data], remarks = imported(book([heads, below, row], merged=["D1:F1", "G1:I1"]))
    assert (data["bentuk"], data["urusan"]) == ("pelayanan-publik", ["kesehatan"])
    assert [event["tanggal"] for event in data["riwayat"]] == ["2026-08-17"]
    assert told(remarks, "E3") == ["isian sebelum perubahan; yang dipakai kolom H"]


def test_how_it_was_before_an_innovation_is_no_earlier_version_of_it():
    heads, below = [*HEADER, "Manfaat", None], [*([None] * 6), "Sebelum", "Sesudah"]
    raw = book([heads, below, [*ROW, "Antre tiga jam.", "Antre satu jam."]], merged=["G1:H1"])
    _, remarks = imported(raw)
    assert not any("sebelum perubahan" in one.reason for one in remarks)


def test_ticks_below_old_and_new_are_no_versions():
    heads, below = [*HEADER, "Bentuk", None], [*([None] * 6), "Lama", "Baru"]
    raw = book([heads, below, [*ROW, "v", None], [ROW[0], "Perahu Buku", *ROW[2:], None, "v"]], merged=["G1:H1"])
    _, remarks = imported(raw)
    assert not any("sebelum perubahan" in one.reason for one in remarks)
