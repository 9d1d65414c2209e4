"""The index told a second time, from the words of the contract alone.

It shares no code with the package and reads the data as plain dicts with the official keys. Each rule stands below
the sentence of "What counts" that it comes from. Slow and plain on purpose.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Data = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """A status code, and the slugs of the innovations that count."""

    status: str
    slugs: frozenset[str]


@dataclass
class Record:
    """What was decided when a year was closed, and on which day; later only its corrections change what is told."""

    day: dt.date
    verdicts: dict[str, Verdict]
    corrections: list[Data] = field(default_factory=list)


@dataclass
class World:
    """A catalogue: the register by slug, the years' rules, entries by (folder, slug), and the closed years."""

    agencies: dict[str, Data]
    rules: dict[int, Data]
    entries: dict[tuple[str, str], Data]
    records: dict[int, Record] = field(default_factory=dict)


def told(world: World, year: int, day: dt.date) -> dict[str, Verdict]:
    """The verdict of every agency in the register of `year`, as `day` tells it.

    "A closed year's page prints that file; a later change is an entry in `koreksi` with date and reason."
    """
    record = world.records.get(year)
    if record is None or day < record.day:
        return judged(world, year, day)
    verdicts = dict(record.verdicts)
    for one in sorted(record.corrections, key=lambda one: one["tanggal"]):
        if _day(one["tanggal"]) <= day and one.get("status"):
            verdicts[one["perangkat_daerah"]] = Verdict(one["status"], frozenset(one["inovasi"]))
    return verdicts


def closed(world: World, year: int, day: dt.date) -> Record:
    """The record that closing writes.

    "Closing turns [`belum`] into `tidak`, closing a provisional year leaves it."
    """
    turned = {} if provisional(world.rules[year]) else {"belum": "tidak"}
    found = judged(world, year, day).items()
    return Record(day, {slug: Verdict(turned.get(one.status, one.status), one.slugs) for slug, one in found})


def course(world: World, day: dt.date) -> list[tuple[dt.date, set[str], set[str], int]]:
    """Of each month's end: who had met the year for certain, who only with incomplete dates, and M.

    "N of M at each month's end by events dated until then, as two values, certain and with incomplete dates, so that the
    last month equals [the index]." "No year file for the current year: the last one is shown."
    """
    ends = (
        interval(f"{year}-{month:02}")[1] for year in range(min(world.rules), day.year + 1) for month in range(1, 13)
    )
    found = []
    for end in sorted({min(end, day) for end in ends}):
        year = max(year for year in world.rules if year <= end.year)
        met = _met(judged(world, year, end))
        complete = {
            key: {**data, "riwayat": [event for event in data["riwayat"] if interval(event["tanggal"])[1] <= end]}
            for key, data in world.entries.items()
        }
        certain = _met(judged(World(world.agencies, world.rules, complete), year, end))
        found.append((end, certain, met - certain, headline(judged(world, year, end))[1]))
    return found


def learned(world: World, year: int) -> set[str]:
    """Whose verdict would be another one, had all been known that is known now, and no correction has said so.

    "An entry or event that is added to a closed year later [...] is a warning for maintainers. Years are compared by
    verdict, agency by agency." "[`ditarik`:] closed records stand."
    """
    stands = told(world, year, dt.date.max)
    on_record = {slug for verdict in stands.values() for slug in verdict.slugs}
    kept = {key: {**data, "ditarik": None} if key[1] in on_record else data for key, data in world.entries.items()}
    now = closed(World(world.agencies, world.rules, kept), year, world.records[year].day).verdicts
    return {slug for slug in now.keys() | stands.keys() if _status(now, slug) != _status(stands, slug)}


def judged(world: World, year: int, day: dt.date) -> dict[str, Verdict]:
    """The verdicts of a year that nobody has closed.

    "[Bound are who is] valid on the last day of the year (open year: on the as-of day)."
    """
    judgement = min(day, dt.date(year, 12, 31))
    register = [slug for slug, agency in world.agencies.items() if _stands(agency, judgement)]
    return {slug: _judge(world, year, day, judgement, slug) for slug in register}


def headline(verdicts: dict[str, Verdict]) -> tuple[int, int]:
    """N and M: "Headline 'N dari M', M = memenuhi + belum + tidak"."""
    found = [verdict.status for verdict in verdicts.values()]
    return found.count("memenuhi"), sum(status in ("memenuhi", "belum", "tidak") for status in found)


def provisional(rules: Data) -> bool:
    """Whether a year is one: "while the circular's text, number or date is unknown, the year is *sementara*"."""
    return any(rules["dasar_hukum"].get(key) is None for key in ("naskah", "nomor", "tanggal"))


def last_day(year: int, rules: Data) -> dt.date:
    """The last day on which the year may be met: with what is "dated in Y", for data may come later.

    "A deadline before 31 December has no effect; one after it, with its source, moves the last day on which the year
    may be met."
    """
    end = dt.date(year, 12, 31)
    return max(end, _day(rules["tenggat"]["tanggal"])) if rules.get("tenggat") else end


def waits(world: World, year: int, day: dt.date) -> bool:
    """Whether it must be said that late data count: "between a year's last day and its closing"."""
    record = world.records.get(year)
    return day > last_day(year, world.rules[year]) and (record is None or day < record.day)


def interval(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a date: "partial dates are intervals"."""
    year, *rest = (int(part) for part in text.split("-"))
    first_month, last_month = (rest[0], rest[0]) if rest else (1, 12)
    first_day, last_day = (rest[1], rest[1]) if rest[1:] else (1, calendar.monthrange(year, last_month)[1])
    return dt.date(year, first_month, first_day), dt.date(year, last_month, last_day)


def _met(verdicts: dict[str, Verdict]) -> set[str]:
    return {slug for slug, verdict in verdicts.items() if verdict.status == "memenuhi"}


def _judge(world: World, year: int, day: dt.date, judgement: dt.date, slug: str) -> Verdict:
    """One verdict: "If several apply: unconfirmed, exempt, not yet bound, met, then belum or tidak"."""
    agency, rules = world.agencies[slug], world.rules[year]
    line = {slug, *_handed_on(world, judgement, slug)}
    slugs = _earned(world, year, day, line)
    if not _bound(agency, rules):
        return Verdict("belum-dikonfirmasi", slugs)
    if _exempt(slug, rules, day):
        return Verdict("dikecualikan", slugs)
    if all(_founded_after(world.agencies[one], rules) for one in line):
        return Verdict("belum-wajib", slugs)
    return Verdict("memenuhi" if len(slugs) >= rules["aturan"]["minimum"]["nilai"] else "belum", slugs)


def _stands(agency: Data, day: dt.date) -> bool:
    """Whether an agency is in force: `berlaku_dari` is its first day, `berlaku_sampai` its last; null = not known."""
    begins, ends = agency.get("berlaku_dari"), agency.get("berlaku_sampai")
    return (begins is None or _day(begins) <= day) and (ends is None or day <= _day(ends))


def _bound(agency: Data, rules: Data) -> bool:
    """Whether a verdict may be given.

    "Every perangkat daerah [of the kinds that the year names] `terikat: ya`; others 'belum dikonfirmasi'." "An agency
    whose name or duty is unconfirmed is listed apart with its innovations, without a verdict."
    """
    named = agency["jenis"] in rules["aturan"]["jenis_terikat"]["nilai"]
    return named and agency["terikat"] == "ya" and agency["nama_terkonfirmasi"] == "ya"


def _exempt(slug: str, rules: Data, day: dt.date) -> bool:
    """Whether it is let off: "an exemption or reply counts from its own date"."""
    return any(one["perangkat_daerah"] == slug and _day(one["tanggal"]) <= day for one in rules["pengecualian"])


def _founded_after(agency: Data, rules: Data) -> bool:
    """Whether the duty came before it: "Founded after the year's `berlaku_mulai`: belum wajib".

    Who continues an older one is not founded: the sentence before would give it nothing, were it not bound.
    """
    begins = agency.get("berlaku_dari")
    return begins is not None and _day(begins) > _day(rules["aturan"]["berlaku_mulai"]["nilai"])


def _handed_on(world: World, judgement: dt.date, heir: str) -> set[str]:
    """From whom `heir` inherits.

    "A successor inherits what its predecessors earned that year: link by link, only from one whose `berlaku_sampai` is
    earlier than the day of judgement; one that has not begun, or still stands, gives nothing."
    """
    found: set[str] = set()
    for slug, agency in world.agencies.items():
        ends = agency.get("berlaku_sampai")
        if heir in agency["penerus"] and ends is not None and _day(ends) < judgement:
            found |= {slug, *_handed_on(world, judgement, slug)}
    return found


def _earned(world: World, year: int, day: dt.date, owners: set[str]) -> frozenset[str]:
    """The innovations that count for one of `owners`.

    "Credit. The folder's agency alone. A collaborator sees it under 'ikut serta', uncounted (`kolaborasi_dihitung:
    false`)." "`ditarik`: [...] out of lists, search, feeds and new counts."
    """
    rules = world.rules[year]
    partners = rules["aturan"]["kolaborasi_dihitung"]["nilai"] == "ya"
    return frozenset(
        slug
        for (folder, slug), data in world.entries.items()
        if (folder in owners or (partners and owners & set(_partners(data))))
        and not data.get("ditarik")
        and any(_counts(event, year, rules, day) for event in data["riwayat"])
    )


def _partners(data: Data) -> Iterator[str]:
    for one in data.get("kolaborator", ()):
        if one.get("perangkat_daerah"):
            yield one["perangkat_daerah"]


def _counts(event: Data, year: int, rules: Data, day: dt.date) -> bool:
    """Whether one event counts.

    "At least one innovation [...] has an event inisiatif, uji-coba, penerapan or pengembangan dated in Y, on or before
    the as-of date. dilaporkan, dihentikan, selesai and `diperiksa` never count." "[A partial date] belongs to year Y if
    the whole interval does; it is [...] on or before D if its last day is, or D's own year or month contains it."
    """
    first, last = interval(event["tanggal"])
    named = event["peristiwa"] in rules["aturan"]["peristiwa_dihitung"]["nilai"]
    in_year = first.year == year == last.year
    come = last <= day or first <= day <= last
    return named and in_year and come


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _status(verdicts: dict[str, Verdict], slug: str) -> str | None:
    return verdicts[slug].status if slug in verdicts else None
