"""One catalogue with the clock moved: what pages and commands say from the last days of a year to the end of the next.

`said.txt` holds every sentence: in full on the first day, afterwards what has come (+) and what has gone (-).
`said-provisional.txt` holds the same of the index alone where the circular has no number yet. `make golden` rewrites
both; they are for a person to read.
"""

import datetime as dt
import difflib
import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import check, tree, write_files

from generator import checking
from generator.compliance.learned import learned
from generator.publishing import configuration

SAID = Path(__file__).parent / "said.txt"
PROVISIONAL = Path(__file__).parent / "said-provisional.txt"
RECORD = "registry/obligations/{}.hasil.yml"
SOURCE = {"judul": "Rekaan"}
#: The agencies of the merger, one that is late, one that is bound and two that are not sure to be.
ADDRESSES = (
    "", "kepatuhan/", "kepatuhan/2026/", "kepatuhan/2027/", "kepatuhan/riwayat/", "perangkat-daerah/",
    "perangkat-daerah/dinkes/", "perangkat-daerah/disdik/", "perangkat-daerah/dinas-arsip/",
    "perangkat-daerah/dinas-pendidikan-dan-arsip/", "perangkat-daerah/kecamatan-utara/", "inovasi/kapal-baca/",
)  # fmt: skip
#: What begins a new line where a page is read; other tags are words of the same sentence.
_BREAK = re.compile(r"</?(?:p|li|tr|h[1-6]|dt|dd|figcaption|caption|summary|blockquote|text)\b[^>]*>|<br>")
_CELL = re.compile(r"\s*</t[hd]>\s*<t[hd]\b[^>]*>")
#: Under every page, so it is read on the first one.
_FOOT = "Data per "


class Walk:
    """The catalogue and the day it is."""

    def __init__(self, root: Path, command: Callable[..., tuple[int, str, str]]) -> None:
        self.root, self.command = root, command
        self.day = dt.date(2026, 11, 24)
        self.write(registry__agencies=register())

    def write(self, **files: Any) -> None:
        """Data by path (`__` for a slash, `_` for a hyphen in it) as files."""
        paths = {key.replace("__", "/").replace("_", "-"): json.dumps(data) for key, data in files.items()}
        write_files(self.root, {f"{path}.yml": text for path, text in paths.items()})

    def run(self, *arguments: str) -> str:
        code, told, why = self.command(*arguments)
        assert code == 0, why
        return told + why

    def correct(self, year: int, *corrections: dict[str, Any]) -> None:
        """What maintainers add to the record."""
        file = self.root / RECORD.format(year)
        dated = [{"tanggal": self.day.isoformat(), **one} for one in corrections]
        file.write_text(file.read_text("utf-8").replace("koreksi: []", f"koreksi: {json.dumps(dated)}"), "utf-8")


def agency(slug: str, name: str, **more: Any) -> dict[str, Any]:
    usual = {"jenis": "dinas", "nama_terkonfirmasi": "ya", "terikat": "ya", "sumber": SOURCE}
    return {"slug": slug, "nama_resmi": name, **usual, **more}


def register(*, merged: bool = False) -> dict[str, Any]:
    heir = "dinas-pendidikan-dan-arsip"
    ends = {"berlaku_sampai": "2027-06-30", "penerus": [heir]} if merged else {}
    begins = [agency(heir, "Dinas Pendidikan dan Arsip", berlaku_dari="2027-07-01")] if merged else []
    return {
        "perangkat_daerah": [
            agency("dinkes", "Dinas Kesehatan"),
            agency("disdik", "Dinas Pendidikan", **ends),
            agency("dinas-arsip", "Dinas Arsip", **ends),
            agency("kecamatan-utara", "Kecamatan Utara", jenis="kecamatan"),
            agency("rsud", "RSUD Contoh", jenis="rsud", terikat="belum-dikonfirmasi"),
            agency("dinas-ragu", "Dinas Ragu", nama_terkonfirmasi="tidak"),
            *begins,
        ]
    }


def entry(name: str, *events: str) -> dict[str, Any]:
    history = [dict(zip(("peristiwa", "tanggal"), event.split(), strict=True)) for event in events]
    return {"nama": name, "ringkasan": "Rekaan.", "bentuk": "lainnya", "urusan": ["pendidikan"], "riwayat": history}


#: What happens on a day, which is its docstring; gives the arguments of the day's command, if it has one.
Step = Callable[[Walk], tuple[str, ...] | None]

# The days, in order


def an_ordinary_day(walk):
    """2026-11-24"""


def the_last_day_of_the_year(walk):
    """2026-12-31"""


def the_first_day_of_a_year_without_rules(walk):
    """2027-01-01"""


def a_late_entry_before_the_closing(walk):
    """2027-01-15"""
    walk.write(innovations__kecamatan_utara__antre_daring=entry("Antre Daring", "uji-coba 2026-12"))


def the_new_year_is_opened(walk):
    """2027-01-20"""
    return "open", "2027"


def the_new_circular_is_read_and_the_old_year_closed(walk):
    """2027-03-10"""
    file = walk.root / "registry/obligations/2027.yml"
    text = (
        file.read_text("utf-8")
        .replace("nomor: null", "nomor: 2/SE/2027")
        .replace("naskah: null", "naskah: https://contoh.go.id/2027")
    )
    file.write_text(text.replace("tanggal: null", "tanggal: 2027-03-01", 1), "utf-8")
    return "close", "2026", "--yes"


def late_entries_after_the_closing(walk):
    """2027-03-20"""
    walk.write(
        innovations__dinas_arsip__arsip_keliling=entry("Arsip Keliling", "penerapan 2026-10-05"),
        innovations__disdik__kapal_baca=entry("Kapal Baca", "inisiatif 2026-11-20", "penerapan 2027-02-10"),
        innovations__dinkes__antar_obat=entry("Antar Obat", "penerapan 2026-09"),
    )


def one_correction_and_one_record_that_stands(walk):
    """2027-04-01"""
    checked = checking.check(walk.root, walk.day)
    [known] = [
        one.code
        for one in learned(checked.catalogue, checked.catalogue.registry.results[2026])
        if one.agency == "disdik"
    ]
    walk.correct(
        2026,
        {"alasan": "Isian diterima sesudah tahun ditutup.", "perangkat_daerah": "dinas-arsip", "status": "memenuhi",
         "inovasi": ["arsip-keliling"]},
        {"alasan": "Rapat menetapkan hasil tetap.", "hitungan_diketahui": known},
    )  # fmt: skip


def a_merger_is_recorded_before_it_begins(walk):
    """2027-05-15"""
    walk.write(registry__agencies=register(merged=True))


def the_last_day_of_two_agencies(walk):
    """2027-06-30"""


def the_first_day_of_their_successor(walk):
    """2027-07-01"""


def the_last_day_of_the_year_after(walk):
    """2027-12-31"""


def the_first_day_after_it(walk):
    """2028-01-01"""


def the_second_year_is_closed(walk):
    """2028-03-01"""
    return "close", "2027", "--yes"


STEPS = (
    an_ordinary_day,
    the_last_day_of_the_year,
    the_first_day_of_a_year_without_rules,
    a_late_entry_before_the_closing,
    the_new_year_is_opened,
    the_new_circular_is_read_and_the_old_year_closed,
    late_entries_after_the_closing,
    one_correction_and_one_record_that_stands,
    a_merger_is_recorded_before_it_begins,
    the_last_day_of_two_agencies,
    the_first_day_of_their_successor,
    the_last_day_of_the_year_after,
    the_first_day_after_it,
    the_second_year_is_closed,
)


def sentences(page: str) -> list[str]:
    """What a reader of the page sees, a block or a row a line, with what search engines are told first."""
    _, front, body = page.split("---\n", 2)
    told = [line for line in front.splitlines() if line.startswith("description:")]
    shown = re.sub(r"<(nav|script|style)\b.*?</\1>", "", body, flags=re.DOTALL)
    lines = _BREAK.sub("\n", _CELL.sub(" | ", shown)).splitlines()
    plain = (" ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in lines)
    return [*told, *(line for line in plain if line)]


def told_on(walk: Walk, step: Step, addresses: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Where something is said on the day of a step, and what."""
    walk.day = dt.date.fromisoformat(step.__doc__)
    if arguments := step(walk):
        yield f"katalog {' '.join(arguments)}", walk.run(*arguments).splitlines()
    assert not check(walk.root, walk.day).errors, "a contributor would be refused"
    told = walk.run("check").splitlines()
    yield "katalog check", [line for line in told if "R0" in line]
    for year in ([], ["--year", "2026"]):
        told = walk.run("compliance", *year, "--as-of", walk.day.isoformat())
        yield " ".join(["katalog compliance", *year]), told.splitlines()
    built = tree(walk.root, as_of=walk.day)
    for address in addresses:
        page = built.get(f"{address}index.md")
        found = sentences(page.decode()) if page else []
        yield f"/{address}", [line for line in found if not address or not line.startswith(_FOOT)]


def compared(before: list[str], now: list[str]) -> list[str]:
    lines = difflib.unified_diff(before, now, n=0, lineterm="")
    return [f"{line[0]} {line[1:]}" for line in list(lines)[2:] if not line.startswith("@@")]


def everything_said(walk: Walk, steps: Sequence[Step], addresses: Sequence[str]) -> str:
    return "\n".join(_said(walk, steps, addresses)).strip() + "\n"


def _said(walk: Walk, steps: Sequence[Step], addresses: Sequence[str]) -> Iterator[str]:
    before: dict[str, list[str]] = {}
    for step in steps:
        yield f"\n=== {step.__doc__} {step.__name__.replace('_', ' ')}"
        for where, now in told_on(walk, step, addresses):
            if lines := compared(before.get(where, []), now):
                yield f"\n--- {where}"
                yield from lines
            before[where] = now


@pytest.fixture
def walk(project, monkeypatch, run_here):
    root = project()
    monkeypatch.chdir(root)
    found = Walk(root, run_here)
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(found.day, dt.time(5), dt.UTC))
    return found


def _held(file: Path, said: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("update_golden"):
        file.write_text(said, "utf-8")
    different = list(difflib.unified_diff(file.read_text("utf-8").splitlines(), said.splitlines(), lineterm="", n=1))
    assert not different, "\n".join([*different[:60], "", "If this is meant: make golden, then read the diff."])


def test_every_sentence_of_every_day_is_as_expected(walk, request):
    _held(SAID, everything_said(walk, STEPS, ADDRESSES), request)


def test_every_sentence_of_a_provisional_year_is_as_expected(walk, request):
    rules = walk.root / "registry/obligations/2026.yml"
    rules.write_text(rules.read_text("utf-8").replace("nomor: 1/SE/2026", "nomor: null"), "utf-8")
    until_late = STEPS[: STEPS.index(late_entries_after_the_closing) + 1]
    _held(PROVISIONAL, everything_said(walk, until_late, ADDRESSES[:3]), request)


def test_nobody_fails_a_provisional_year_not_even_when_it_is_closed():
    said = PROVISIONAL.read_text("utf-8")
    assert "Tahun 2026 ditutup" in said
    assert "tidak memenuhi" not in said.casefold()


def test_nobody_fails_a_year_before_people_have_closed_it():
    before, _, after = SAID.read_text("utf-8").partition("=== 2027-03-10")
    assert "Tidak memenuhi" in after
    assert "tidak memenuhi" not in before.casefold()
