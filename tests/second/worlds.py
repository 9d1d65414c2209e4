"""Random catalogues, made to fall on the edges of the rules: the last and first days of years, months and offices.

A world is drawn from its number alone, and all of it is sound data.
"""

import datetime as dt
import json
from collections.abc import Iterable
from random import Random
from typing import Any

from retold import Data, Record, World, last_day

KINDS = ("dinas", "kecamatan", "rsud")
STEPS = ("inisiatif", "uji-coba", "penerapan", "pengembangan")
EVENTS = (*STEPS, "dilaporkan", "dihentikan", "selesai")
STATUSES = ("memenuhi", "belum", "tidak", "belum-wajib", "dikecualikan", "belum-dikonfirmasi")
WORDS = {
    "bentuk": ("lainnya",), "jenis": ("digital",), "inisiator": ("warga",), "urusan": ("kesehatan",),
    "tahapan": (*STEPS[:3], "dihentikan", "selesai", "belum-diketahui"), "peristiwa": EVENTS,
    "kecamatan": ("utara",), "jenis_unit": ("sekolah",), "jenis_perangkat_daerah": KINDS,
    "jenis_ki": ("merek",), "status_ki": ("terdaftar",),
}  # fmt: skip
TAXONOMY = {name: [{"slug": word, "label": word} for word in words] for name, words in WORDS.items()}
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
            self._agency(f"pd-{place}", lasting=place == count - 1)
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
            "riwayat": _in_order([self._happened() for _ in range(self.rng.choice((1, 1, 2, 3)))]),
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
            "jenis_terikat": list(self.rng.choice((KINDS, KINDS, KINDS[:2], KINDS[:1]))),
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

    def _agency(self, slug: str, *, lasting: bool) -> None:
        begins = self.day() if not lasting and self.rng.random() < 0.4 else None
        found = {
            "slug": slug, "nama_resmi": f"Perangkat Daerah {slug}", "jenis": self.rng.choice(KINDS[:1] + KINDS[:1] + KINDS),
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
        """End an agency and name as successors what may follow it: what stands then or begins later.

        One has no end, for a year's register is never empty.
        """
        names = list(self.agencies)
        before = [one["berlaku_sampai"] for one in self.agencies.values() if agency["slug"] in one["penerus"]]
        begun = dt.date.fromisoformat(max(filter(None, [BEGIN.isoformat(), agency["berlaku_dari"], *before])))
        if agency["berlaku_sampai"] or agency["slug"] == names[-1] or begun >= END:
            return
        ends = self.day(begun + DAY)
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
        entry = self._some(self.entries.values())
        entry["riwayat"] = _in_order([*entry["riwayat"], self._happened()])

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
        return often if self.rng.random() < 0.9 else seldom


def _in_order(events: list[Data]) -> list[Data]:
    """The same kinds and dates, so dealt that no event comes before one that leads to it."""
    kinds = sorted(events, key=lambda one: EVENTS.index(one["peristiwa"]))
    dates = sorted(one["tanggal"] for one in events)
    dealt = {(one["peristiwa"], date): {**one, "tanggal": date} for one, date in zip(kinds, dates, strict=True)}
    return list(dealt.values())  # each once


def _may_follow(agency: Data, ends: dt.date) -> bool:
    """Whether it can continue what ended on `ends`: it stands on the next day or begins later, and outlasts it."""
    begins, until = agency["berlaku_dari"], agency["berlaku_sampai"]
    return (not begins or dt.date.fromisoformat(begins) > ends) and (not until or dt.date.fromisoformat(until) > ends)


def files(world: World) -> dict[str, str]:
    """The repository's files but for the records; JSON is YAML."""
    data = {
        "registry/taxonomy.yml": TAXONOMY,
        "registry/agencies.yml": {"perangkat_daerah": list(world.agencies.values())},
        **{f"registry/obligations/{year}.yml": rules for year, rules in world.rules.items()},
        **{f"innovations/{folder}/{slug}.yml": data for (folder, slug), data in world.entries.items()},
    }
    return {path: json.dumps(content) for path, content in data.items()}


def corrected(text: str, record: Record) -> str:
    """A record as the program has worded it, with the corrections that were added since."""
    assert text.endswith("koreksi: []\n")
    return text.replace("koreksi: []", f"koreksi: {json.dumps(record.corrections)}")
