"""Random catalogues, made to fall on the edges of the rules: the last and first days of years, months and offices.

A world is drawn from its number alone. All of it is sound data; only the order of an innovation's events is left to
chance, since the index does not ask for it.
"""

import datetime as dt
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import yaml
from conftest import BASE

from retold import Data, Record, World, last_day

KINDS = ("dinas", "kecamatan", "rsud")
STEPS = ("inisiatif", "uji-coba", "penerapan", "pengembangan")
EVENTS = (*STEPS, "dilaporkan", "dihentikan", "selesai")
STATUSES = ("memenuhi", "belum", "tidak", "belum-wajib", "dikecualikan", "belum-dikonfirmasi")
SOURCE = {"judul": "Rekaan"}
DAY = dt.timedelta(days=1)
#: The first and the last day of all that may happen.
BEGIN, END = dt.date(2024, 1, 1), dt.date(2029, 1, 31)


class Maker:
    """Draws one world; `edges` are the days around which most of its dates lie."""

    def __init__(self, number: int) -> None:
        self.rng = Random(number)
        self.first_year = self.rng.choice((2024, 2025))
        self.years = tuple(range(self.first_year, self.first_year + self.rng.randint(1, 3)))
        self.edges = [dt.date(year, month, 1) for year in range(2024, 2029) for month in (1, 2, 7)]
        self.agencies: dict[str, Data] = {}
        self.entries: dict[tuple[str, str], Data] = {}

    def world(self) -> World:
        """The catalogue before any year is closed."""
        rules = {year: self._rules(year) for year in self.years}
        count = self.rng.randint(3, 7)
        for place in reversed(range(count)):  # successors are drawn before whom they follow
            self._agency(f"pd-{place}")
        for year, found in rules.items():
            found["pengecualian"] = [self._exemption(year) for _ in range(self.rng.choice((0, 0, 1, 2)))]
            found["tanggapan"] = [self._reply(year) for _ in range(self.rng.choice((0, 0, 1)))]
        for _ in range(self.rng.randint(2, 9)):
            self.entry()
        return World(self.agencies, rules, self.entries)

    def later(self, world: World, record: Record, rules: Data) -> None:
        """What happens after a year was closed: late and withdrawn entries, late events, merged and confirmed agencies."""
        for change in self.rng.choices((self.entry, self._event, self._withdrawal, self._merger, self._confirmed), k=3):
            change()
        if self.rng.random() < 0.3:
            rules["tanggapan"].append(self._reply(rules["tahun"]))
        if self.rng.random() < 0.2:
            rules["pengecualian"].append(self._exemption(rules["tahun"]))
        for _ in range(self.rng.choice((0, 1, 1, 2))):
            record.corrections.append(self._correction(record))

    def day(self, low: dt.date = BEGIN, high: dt.date = END) -> dt.date:
        """A day from `low` to `high`, mostly on an edge or beside one."""
        near = [edge + shift * DAY for edge in self.edges for shift in (-1, 0, 1)]
        fit = [day for day in near if low <= day <= high]
        if fit and self.rng.random() < 0.7:
            return self.rng.choice(fit)
        return low + self.rng.randint(0, (high - low).days) * DAY

    def closing_day(self, year: int, rules: Data) -> dt.date:
        """A day on which the year may be closed."""
        return self.day(last_day(year, rules) + DAY, dt.date(year + 1, 12, 31))

    def entry(self) -> None:
        """One more innovation, in any folder."""
        folder, slug = self._some(self.agencies), f"inovasi-{len(self.entries)}"
        found = {
            "nama": f"Inovasi {slug[8:]}", "ringkasan": "Rekaan.", "bentuk": "lainnya", "urusan": ["kesehatan"],
            "riwayat": [self._happened() for _ in range(self.rng.choice((1, 1, 2, 3)))],
        }  # fmt: skip
        others = [other for other in self.agencies if other != folder]
        if others and self.rng.random() < 0.3:
            found["kolaborator"] = [{"perangkat_daerah": self._some(others)}, {"nama": "Mitra Rekaan"}]
        if self.rng.random() < 0.1:
            found["ditarik"] = self._withdrawn()
        self.entries[folder, slug] = found

    def _rules(self, year: int) -> Data:
        start = self.rng.choice((dt.date(year, 1, 1), self.day(dt.date(year, 1, 1), dt.date(year, 12, 31))))
        self.edges.append(start)
        legal = {"jenis": "Edaran", "judul": "Rekaan", "nomor": "1", "tanggal": f"{year}-01-02",
                 "naskah": "https://contoh.go.id/edaran"}  # fmt: skip
        if self.rng.random() < 0.3:
            legal[self.rng.choice(("nomor", "tanggal", "naskah"))] = None
        values = {
            "minimum": self.rng.choice((1, 1, 2, 3)),
            "peristiwa_dihitung": list(self.rng.choice((STEPS, STEPS, STEPS[:1], STEPS[1:3]))),
            "kolaborasi_dihitung": self.rng.choice(("tidak", "ya")),
            "jenis_terikat": list(self.rng.choice((KINDS, KINDS[:2], KINDS[:1]))),
            "berlaku_mulai": start.isoformat(),
        }
        clauses = {key: {"nilai": value, "dasar": "asumsi", "keterangan": "Rekaan."} for key, value in values.items()}
        return {"tahun": year, "dasar_hukum": legal, "aturan": clauses, "tenggat": self._deadline(year)}

    def _deadline(self, year: int) -> Data | None:
        if self.rng.random() < 0.5:
            return None
        day = self.day(dt.date(year, 11, 1), dt.date(year + 1, 3, 1))
        self.edges.append(day)
        return {"tanggal": day.isoformat(), "sumber": SOURCE}

    def _agency(self, slug: str) -> None:
        begins = self.day() if self.rng.random() < 0.4 else None
        found = {
            "slug": slug, "nama_resmi": f"Perangkat Daerah {slug}", "jenis": self.rng.choice(KINDS[:1] + KINDS),
            "berlaku_dari": begins and begins.isoformat(), "berlaku_sampai": None, "penerus": [],
            "nama_terkonfirmasi": self._mostly("ya", "tidak"), "terikat": self._mostly("ya", "belum-dikonfirmasi"),
            "sumber": SOURCE,
        }  # fmt: skip
        self.agencies = {slug: found, **self.agencies}
        if begins:
            self.edges.append(begins)
        if self.rng.random() < 0.5:
            self._end(found)

    def _end(self, agency: Data) -> None:
        """End an agency and name as successors what may follow it: what stands then or begins later."""
        if agency["berlaku_sampai"]:
            return
        first = dt.date.fromisoformat(agency["berlaku_dari"] or "2024-01-01")
        ends = self.day(min(first, dt.date(2028, 2, 1)))
        names = list(self.agencies)
        heirs = [self.agencies[slug] for slug in names[names.index(agency["slug"]) + 1 :]]
        fit = [one["slug"] for one in heirs if _may_follow(one, ends)]
        agency["berlaku_sampai"] = ends.isoformat()
        agency["penerus"] = self.rng.sample(fit, min(len(fit), self.rng.choice((0, 1, 1, 2))))
        self.edges.append(ends)

    def _exemption(self, year: int) -> Data:
        day = self.day(dt.date(year, 1, 1), dt.date(year + 1, 12, 31))
        self.edges.append(day)
        agency = self._some(self.agencies)
        return {"perangkat_daerah": agency, "alasan": "Rekaan.", "tanggal": day.isoformat(), "sumber": SOURCE}

    def _reply(self, year: int) -> Data:
        day = self.day(dt.date(year, 1, 1))
        return {"perangkat_daerah": self._some(self.agencies), "tanggal": day.isoformat(), "isi": "Rekaan."}

    def _happened(self) -> Data:
        kind = self.rng.choice(EVENTS + STEPS)
        day = self.day(dt.date(self.first_year, 1, 1)).isoformat()
        precise = day[: self.rng.choice((4, 7, 10, 10, 10))]
        return {"peristiwa": kind, "tanggal": precise, "alasan": "Rekaan." if kind == "dihentikan" else None}

    def _withdrawn(self) -> Data:
        return {"tanggal": END.isoformat(), "alasan": "Rekaan."}

    def _event(self) -> None:
        self._some(self.entries.values())["riwayat"].append(self._happened())

    def _withdrawal(self) -> None:
        self._some(self.entries.values())["ditarik"] = self._withdrawn()

    def _merger(self) -> None:
        self._end(self._some(self.agencies.values()))

    def _confirmed(self) -> None:
        self._some(self.agencies.values()).update(nama_terkonfirmasi="ya", terikat="ya")

    def _correction(self, record: Record) -> Data:
        slugs = sorted(slug for _, slug in self.entries)
        return {
            "tanggal": self.day(record.day).isoformat(), "alasan": "Rekaan.",
            "perangkat_daerah": self._some(record.verdicts), "status": self.rng.choice(STATUSES),
            "inovasi": self.rng.sample(slugs, min(len(slugs), self.rng.randint(0, 2))),
        }  # fmt: skip

    def _some(self, of: Iterable[Any]) -> Any:
        return self.rng.choice(list(of))

    def _mostly(self, often: str, seldom: str) -> str:
        return often if self.rng.random() < 0.85 else seldom


def _may_follow(agency: Data, ends: dt.date) -> bool:
    """Whether it can continue what ended on `ends`: it stands on the next day or begins later, and outlasts it."""
    begins, until = agency["berlaku_dari"], agency["berlaku_sampai"]
    return (not begins or dt.date.fromisoformat(begins) > ends) and (not until or dt.date.fromisoformat(until) > ends)


def write(world: World, root: Path) -> Path:
    """The world as files below `root`; JSON is YAML."""
    for name in ("registry/taxonomy.yml", "mkdocs.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BASE / name, root / name)
    _put(root / "registry/agencies.yml", {"perangkat_daerah": list(world.agencies.values())})
    for year, rules in world.rules.items():
        _put(root / f"registry/obligations/{year}.yml", rules)
    for (folder, slug), data in world.entries.items():
        _put(root / f"innovations/{folder}/{slug}.yml", data)
    return root


def write_corrections(record: Record, file: Path) -> None:
    """Append the corrections to the record that the program has written."""
    written = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    _put(file, {**written, "koreksi": record.corrections})


def _put(path: Path, data: Data) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), "utf-8")
