"""A year of whoever keeps the catalogue, without an editor: every act is a command, and the data stay sound throughout."""

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
from conftest import ENTRY, write_files
from test_accept import TYPED, packed

from generator import checking
from generator.publishing import configuration

LETTER = ("--source", "Keputusan Nomor 1 Tahun 2026")


@pytest.mark.walk
def test_a_year_at_the_desk_needs_no_editor(katalog, monkeypatch, tmp_path):
    day = dt.date(2026, 11, 24)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def clock(now):
        nonlocal day
        day = now
        monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(now, dt.time(5), dt.UTC))

    def done(*arguments):
        code, out, err = katalog(*arguments)
        assert (code, err) == (0, ""), (arguments, out, err)
        assert checking.check(Path.cwd(), day).problems.errors == ()
        return out

    def record(*arguments):
        return done("record", *arguments, "--date", day.isoformat())

    clock(day)
    write_files(Path.cwd(), {"innovations/dinkes/posyandu-sore.yml": ENTRY.replace("Posyandu Malam", "Posyandu Sore")})

    done("onboard", str(tmp_path / "mulai"))
    book = openpyxl.load_workbook(tmp_path / "mulai/perangkat-daerah.xlsx")
    sheet = book["Perangkat daerah"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    row = next(cell.row for cell in sheet["A"] if cell.value == "dinas-ragu")
    told = {"Nama sudah dicocokkan": "ya", "Sumber": "Perda Nomor 6 Tahun 2016", "Tanggal dibaca": "2 Juni 2026"}
    for head, text in told.items():
        sheet.cell(row, heads[head], text)
    book.save(tmp_path / "diisi.xlsx")
    done("import", str(tmp_path / "diisi.xlsx"))

    record("contact", "--agency", "dinkes", "--office", "Bagian Umum", "--source", "Laman resmi")
    record("exemption", "--agency", "Dinas Ragu", "--reason", "Kantor ditata ulang.", *LETTER)
    record("reply", "--agency", "disdik", "--text", "Inovasi kami menyusul.")
    (tmp_path / "WhatsApp Document (1).txt").write_text(packed(agency="disdik"), "utf-8")
    assert "sudah diterima" in done("accept", str(tmp_path / "WhatsApp Document (1).txt"))
    record("verification", "--innovation", "Loket Keliling — é")
    done("record", "rename", "--innovation", "posyandu-sore", "--into", "posyandu-malam")
    done("record", "rename", "--innovation", "loket-keliling", "--to", "loket-desa")
    assert "katalog" in done("check", "--format", "tasks")

    clock(dt.date(2027, 1, 31))
    done("close", "2026")
    done("open", "2027")
    late = TYPED.replace("Loket Keliling", "Kapal Baca")
    (tmp_path / "terlambat.txt").write_text(packed(late, agency="kecamatan-utara", slug="kapal-baca"), "utf-8")
    done("accept", str(tmp_path / "terlambat.txt"))
    record(
        *("correction", "--year", "2026", "--kind", "hasil", "--agency", "kecamatan-utara", "--status", "memenuhi"),
        *("--innovations", "kapal-baca", "--reason", "Laporan terlambat dan diterima."),
    )
    record("withdrawal", "--innovation", "kapal-baca", "--reason", "Bukan inovasi daerah.")
    record(
        "succession",
        "--agency",
        "disdik",
        "--successor",
        "baru",
        "--name",
        "Dinas Sekolah",
        "--slug",
        "dinas-sekolah",
        *LETTER,
    )
    done("owners")
    catalogue = checking.check(Path.cwd(), day).catalogue
    assert catalogue.at("posyandu-sore").slug == "posyandu-malam"
    assert catalogue.at("loket-keliling").slug == "loket-desa"
    assert catalogue.registry.results[2026].corrections[0].agency == "kecamatan-utara"
    assert [one.said.last.state for one in catalogue.registry.hand_ins] == ["diterima", "diterima"]
