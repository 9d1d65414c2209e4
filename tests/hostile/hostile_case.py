"""What a hostile case is, the box it is let loose in, and the entry that every case of a text changes in one thing."""

import io
import json
import logging
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import yaml
from catalogues import ROOT, TODAY
from PIL import Image

from generator import checking
from generator.commands import cli
from generator.problems import Problem

BASE = ROOT / "tests/base"
FOLDER = "innovations/dinkes"
#: Stands outside of every project; no case may reach it.
CANARY = "kanari.txt"
#: A text that no page, feed or answer may ever hold: it lies where only a leak could fetch it.
SECRET = "rahasia-yang-tidak-boleh-terbit"
Content = str | bytes


class Case(NamedTuple):
    """One attack. `mechanism` tells what it works by: two cases of one mechanism count once.

    refused  the product must say no: by one of `codes` at the case's file, or as `act` sees it
    inert    it is taken, and must do nothing: a page shows `shows` as text, or `act` sees no effect
    honest   looks like an attack and is none: it must pass and be `shown` whole
    """

    name: str
    mechanism: str
    expect: Literal["refused", "inert", "honest"]
    act: "Callable[[Box], None] | None" = None
    entry: Content | None = None
    codes: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    group: str = ""

    def __str__(self) -> str:
        return f"{self.group}/{self.name}"


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Box:
    """A project of its own in a folder of its own, beside it a file that no case may touch."""

    outside: Path
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.outside / "katalog"
        shutil.copytree(BASE, self.root)
        (self.root / "site_templates").symlink_to(ROOT / "site_templates")
        (self.outside / CANARY).write_text(SECRET)
        os.chdir(self.root)

    def put(self, files: Mapping[str, Content]) -> None:
        """Write files below the project."""
        for path, content in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)

    def check(self) -> list[Problem]:
        """All problems of the project."""
        return list(checking.check(self.root, TODAY).problems)

    def errors(self) -> list[Problem]:
        return [one for one in self.check() if one.severity == "galat"]

    def katalog(self, *arguments: str) -> Ran:
        """Run the program here. Any other end than an exit code is an error of the case."""
        out, err = io.StringIO(), io.StringIO()
        logging.getLogger("mkdocs").handlers.clear()
        sys.argv = ["katalog", *arguments]
        with redirect_stdout(out), redirect_stderr(err):
            try:
                cli.main()
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 1
        done = Ran(code, out.getvalue(), err.getvalue())
        must("Traceback" not in done.err, f"a traceback: {done.err[-300:]}")
        return done

    def build(self, *arguments: str) -> Ran:
        return self.katalog("build", "--as-of", TODAY.isoformat(), *arguments)

    def refused_with(self, path: str, *codes: str) -> None:
        """The check says no to what lies at `path`, by one of `codes`, and names it on one line."""
        found = [one.code for one in self.errors() if one.place.file == path or one.place.file.startswith(f"{path}/")]
        must(set(found) & set(codes), f"{path}: {found or 'no problem'} instead of {' or '.join(codes)}")

    def untouched(self) -> None:
        """Nothing outside of the project was made, changed or removed."""
        names = {path.name for path in self.outside.iterdir()}
        must(CANARY in names and (self.outside / CANARY).read_text() == SECRET, "the file outside was changed")

    def entries(self) -> set[str]:
        """The paths of all files below `innovations/`, links not followed."""
        walked = os.walk(self.root / "innovations")
        return {os.path.relpath(Path(folder, name), self.root) for folder, _, names in walked for name in names}


class WrongError(AssertionError):
    """The product did what it must not."""


def must(holds: object, otherwise: str) -> None:
    """Raise WrongError with what was seen, if a thing that must hold does not."""
    if not holds:
        raise WrongError(otherwise)


# The rich entry

LINE, PROSE, DAY = "Keterangan biasa", "Alinea biasa.\n\n- satu\n- **dua**", "2026-03-02"
_COPY = {"pihak": LINE, "tanggal": DAY, "keterangan": LINE}
_READING = {"judul": LINE, "url": "https://contoh.go.id/a", "keterangan": LINE}
_EVIDENCE = {"judul": LINE, "jenis": LINE, "tanggal": DAY, "tautan": "https://contoh.go.id/b"}
#: An entry in which every key has a value.
RICH = {
    "nama": "Antrean Rekaan",
    "ringkasan": "Warga mengambil nomor antrean dari rumah.",
    "bentuk": "pelayanan-publik",
    "jenis": "digital",
    "inisiator": "perangkat-daerah",
    "urusan": ["kesehatan", "pendidikan"],
    "riwayat": [
        {"peristiwa": "uji-coba", "tanggal": "2026-01", "keterangan": LINE},
        {"peristiwa": "penerapan", "tanggal": DAY, "keterangan": LINE},
    ],
    **dict.fromkeys(("masalah", "solusi", "kebaruan", "manfaat"), PROSE),
    "cara_memakai": {"langkah": [LINE, LINE], "biaya": LINE, "waktu": LINE, "syarat": [LINE]},
    "hasil": [{"ukuran": LINE, "satuan": "desa", "sebelum": "1", "sesudah": "2", "tahun": 2026, "sumber": LINE,
               "keterangan": LINE, "klaim": True}],
    "lokasi": {"kecamatan": ["utara"], "tempat": LINE, "koordinat": {"bujur": 109.4, "lintang": -0.1}},
    "unit": {"jenis": "puskesmas", "nama": LINE},
    "kolaborator": [{"nama": LINE, "peran": LINE}, {"perangkat_daerah": "disdik", "peran": LINE}],
    "cari_mitra": [{"dicari": LINE, "dari": LINE, "hasil": LINE}],
    "pemakai": [{"desa": LINE, "kecamatan": "utara", "sejak": DAY, "keadaan": "dipakai", "sumber": LINE}],
    "pendampingan": [{"kantor": LINE, "bentuk": "uji-coba", "sejak": DAY, "keadaan": "berjalan", "langkah_berikut": LINE}],
    "replikasi": {"dari": [_COPY | {"pihak": "Daerah asal"}], "oleh": [_COPY]},
    "panduan_meniru": {
        "biaya": LINE, "tenaga": LINE, "waktu": LINE, "syarat": [LINE], "risiko": [LINE], "dokumen": [_READING],
    },
    "kekayaan_intelektual": [{"jenis": "hak-cipta", "judul": LINE, "nomor": "7", "tanggal": DAY, "pemegang": LINE, "status": "diajukan",
                              "keterangan": LINE}],
    "anggaran": [{"tahun": 2026, "jumlah": 5, "sumber": LINE}],
    "penghargaan": [{"nama": LINE, "pemberi": LINE, "tanggal": DAY, "keterangan": LINE}],
    "dasar_hukum": [_READING],
    "kontak": {"kantor": LINE, "alamat": LINE, "telepon": "0561 123456", "layanan": False,
               "surel": "kantor@contoh.go.id", "laman": "https://contoh.go.id/", "jam": LINE},
    "tautan": [{"judul": LINE, "url": "https://contoh.go.id/c?d=1&e=2"}],
    "gambar": [{"berkas": "foto.png", "alt": LINE, "kredit": LINE}],
    "sumber": [_READING],
    "kematangan": {"regulasi": {"tingkat": 1, "dasar": LINE, "bukti": [_EVIDENCE]}},
    "usulan_penyusun": ["bentuk"],
    "catatan": PROSE,
    "diperiksa": DAY,
}  # fmt: skip


def rich(**changes: object) -> str:
    """The rich entry as a file, one key a line, with other values for some keys."""
    return "".join(f"{key}: {_flow(value)}\n" for key, value in {**RICH, **changes}.items())


def _flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def raw(key: str, typed: str) -> str:
    """The rich entry in which what stands under `key` is typed as it is."""
    return "".join(f"{name}: {typed if name == key else _flow(value)}\n" for name, value in RICH.items())


def said(text: str) -> str:
    """The rich entry that says a text in every kind of place: name, line, list, table, picture, link and prose."""
    return rich(
        nama=text,
        ringkasan=text,
        cara_memakai={"langkah": [text], "biaya": text},
        hasil=[{"ukuran": text, "sesudah": "2", "sumber": text}],
        gambar=[{"berkas": "foto.png", "alt": text, "kredit": text}],
        tautan=[{"judul": text, "url": "https://contoh.go.id/"}],
        solusi=text,
    )


def placed(case: Case) -> dict[str, Content]:
    """The files of a case that is an entry."""
    assert case.entry is not None
    return {f"{FOLDER}/{case.name}.yml": case.entry, f"{FOLDER}/{case.name}/foto.png": picture()}


@cache
def picture(kind: str = "PNG", size: tuple[int, int] = (8, 8), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (90, 120, 60)).save(out, kind, **options)
    return out.getvalue()


# The kinds of case


def refused(name: str, mechanism: str, entry: Content, *codes: str) -> Case:
    """An entry to which the check must say no by one of `codes`."""
    return Case(name, mechanism, "refused", entry=entry, codes=codes)


def inert(name: str, mechanism: str, entry: Content, *shows: str) -> Case:
    """An entry that is taken and must do nothing on the site; its page shows `shows`."""
    return Case(name, mechanism, "inert", entry=entry, shows=shows)


def inert_text(name: str, mechanism: str, text: str, shows: str | None = None) -> Case:
    """A text in every kind of place."""
    return inert(
        name, mechanism, said(text), unicodedata.normalize("NFC", " ".join((text if shows is None else shows).split()))
    )


def honest(name: str, mechanism: str, entry: Content, *shows: str) -> Case:
    """An entry that only looks hostile."""
    return Case(name, mechanism, "honest", entry=entry, shows=shows)


def acts(expect: Literal["refused", "inert", "honest"], name: str, mechanism: str, act: Callable[[Box], None]) -> Case:
    """A case that is more than an entry."""
    return Case(name, mechanism, expect, act=act)


def group(name: str, cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases of a group, held to the rules of the suite: names once, a dozen mechanisms."""
    found = tuple(case._replace(group=name) for case in cases)
    assert len({case.name for case in found}) == len(found), name
    hostile = {case.mechanism for case in found if case.expect != "honest"}
    assert len(hostile) >= 12, (name, len(hostile))
    return found


def as_yaml(text: str) -> object:
    """A register of the base as plain data, all scalars text."""
    return yaml.load(text, yaml.BaseLoader)
