"""A year of whoever keeps the catalogue, without an editor: every act is a command, and the data stay sound throughout."""

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
from conftest import ENTRY, write_files
from test_accept import TYPED, packed, rows

from generator import checking
from generator.commands.record import ACTS
from generator.publishing import configuration

LETTER = ("--source", "Keputusan Nomor 1 Tahun 2026")


class Desk:
    """Where commands are typed: each must succeed and leave no error."""

    def __init__(self, katalog, monkeypatch):
        self.katalog, self.monkeypatch, self.typed = katalog, monkeypatch, []
        monkeypatch.setattr("sys.stdin", io.StringIO("ya\n" * 40))
        self.clock(dt.date(2026, 11, 24))

    def clock(self, day):
        self.day = day
        self.monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(day, dt.time(5), dt.UTC))

    def done(self, *arguments):
        self.typed.append(arguments)
        code, out, err = self.katalog(*arguments)
        assert (code, err) == (0, ""), (arguments, out, err)
        assert checking.check(Path.cwd(), self.day).problems.errors == ()
        return out

    def record(self, *arguments):
        return self.done("record", *arguments, "--date", self.day.isoformat())


def first_hour(desk, folder):
    desk.done("onboard", str(folder / "mulai"))
    book = openpyxl.load_workbook(folder / "mulai/perangkat-daerah.xlsx")
    sheet = book["Perangkat daerah"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    row = next(cell.row for cell in sheet["A"] if cell.value == "dinas-ragu")
    told = {"Nama sudah dicocokkan": "ya", "Sumber": "Perda Nomor 6 Tahun 2016", "Tanggal dibaca": "2 Juni 2026"}
    for head, text in told.items():
        sheet.cell(row, heads[head], text)
    book.save(folder / "diisi.xlsx")
    desk.done("import", str(folder / "diisi.xlsx"))
    desk.done("record", "helpline", "--office", "Bidang Litbang")
    desk.done("record", "owner", "--agency", "dinkes", "--owner", "@kantor/dinkes")
    desk.record("contact", "--agency", "dinkes", "--office", "Bagian Umum", "--source", "Laman resmi")
    desk.record("confirmation", "--agency", "rsud", "--bound", "ya", *LETTER)
    desk.record("official", "--adopted", "ya", *LETTER)
    desk.done("record", "publication", "--since", "a" * 40)


def through_the_year(desk, folder):
    mending = ("record", "mending", "--why", "Keliru.", "--what")
    desk.record("exemption", "--agency", "Dinas Ragu", "--reason", "Kantor ditata ulang.", *LETTER)
    desk.done(*mending, "pengecualian", "--agency", "Dinas Ragu", "--reason", "Kantor pindah.")
    desk.record("reply", "--agency", "disdik", "--text", "Inovasi kami menyusul.")
    desk.done(*mending, "tanggapan", "--agency", "disdik", "--text", "Menyusul.")
    desk.record("reply", "--agency", "disdik", "--state", "tetap", "--done", desk.day.isoformat())
    (folder / "WhatsApp Document (1).txt").write_text(packed(agency="disdik"), "utf-8")
    assert "sudah diterima" in desk.done("accept", str(folder / "WhatsApp Document (1).txt"))
    desk.record("verification", "--innovation", "Loket Keliling — é")
    desk.done(*mending, "pemeriksaan", "--innovation", "Loket Keliling — é", "--remove", "ya")
    desk.record("confirmation", "--agency", "rsud", "--bound", "ya", "--source", "Perda Nomor 7 Tahun 2016")
    desk.done(*mending, "konfirmasi", "--agency", "rsud", "--remove", "ya")
    desk.done("record", "rename", "--innovation", "posyandu-sore", "--into", "posyandu-malam")
    desk.done("record", "rename", "--innovation", "loket-keliling", "--to", "loket-desa")
    assert "katalog" in desk.done("check", "--format", "tasks")


def a_year_later(desk, folder):
    assert "- Dinas Ragu: Dikecualikan." in desk.done("close", "2026")
    desk.done("open", "2027")
    rules = ("--year", "2027", "--why", "Naskah dibaca.")
    desk.record("rules", *rules, "--what", "nomor", "--value", "3/SE/2026", *LETTER)
    desk.record("rules", *rules, "--what", "minimum", "--basis", "dibaca", "--note", "Paling sedikit satu.")
    desk.record("rules", "--year", "2026", "--why", "Nomornya keliru.", "--what", "nomor", "--value", "2/SE/2026")
    late = TYPED.replace("Loket Keliling", "Kapal Baca")
    (folder / "terlambat.txt").write_text(packed(late, agency="kecamatan-utara", slug="kapal-baca"), "utf-8")
    desk.done("accept", str(folder / "terlambat.txt"), "--ask", "Sejak kapan dipakai?")
    [asked] = [row["nomor"] for row in rows() if row["perjalanan"][-1]["keadaan"] == "ditanyakan"]
    desk.record("handin", "--number", asked, "--state", "ditolak", "--note", "Tidak dijawab.")
    desk.done("accept", str(folder / "terlambat.txt"))
    desk.record(
        *("correction", "--year", "2026", "--kind", "hasil", "--agency", "kecamatan-utara", "--status", "memenuhi"),
        *("--innovations", "kapal-baca", "--reason", "Laporan terlambat dan diterima."),
    )
    desk.record("withdrawal", "--innovation", "kapal-baca", "--reason", "Bukan inovasi daerah.")
    named = ("--successor", "baru", "--name", "Dinas Sekolah", "--slug", "dinas-sekolah")
    desk.record("succession", "--agency", "disdik", *named, *LETTER)
    desk.done("record", "mending", "--what", "penerus", "--agency", "disdik", "--remove", "ya", "--why", "Keliru.")
    desk.done("owners")


@pytest.mark.walk
def test_a_year_at_the_desk_needs_no_editor(katalog, monkeypatch, tmp_path):
    desk = Desk(katalog, monkeypatch)
    write_files(Path.cwd(), {"innovations/dinkes/posyandu-sore.yml": ENTRY.replace("Posyandu Malam", "Posyandu Sore")})
    first_hour(desk, tmp_path)
    through_the_year(desk, tmp_path)
    desk.clock(dt.date(2027, 1, 31))
    a_year_later(desk, tmp_path)
    catalogue = checking.check(Path.cwd(), desk.day).catalogue
    assert catalogue.at("posyandu-sore").slug == "posyandu-malam"
    assert catalogue.at("loket-keliling").slug == "loket-desa"
    assert [one.agency for one in catalogue.registry.results[2026].corrections] == [None, "kecamatan-utara"]
    assert [one.said.last.state for one in catalogue.registry.hand_ins] == ["diterima", "diterima"]
    assert {command[1] for command in desk.typed if command[0] == "record"} == {act.name for act in ACTS}
