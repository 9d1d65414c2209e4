"""The index told a second time, from the contract's section "What counts" alone: no code of the product is used here.

What is read is plain data as the files hold it: Indonesian keys, every scalar a text, a date at its precision (`2026`,
`2026-05`, `2026-05-03`). Texts of dates are compared as they stand: cut to the same length, their order is that of
time. Each function quotes the sentences of the contract that it follows.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

Data = Mapping[str, Any]

#: "`dilaporkan`, `dihentikan`, `selesai` and `diperiksa` never count."
NEVER = {"dilaporkan", "dihentikan", "selesai"}
#: Later than any day.
NEVER_ENDS = "9999"


@dataclass(frozen=True)
class Question:
    """How `year` stands as of a day (`YYYY-MM-DD`): rows of the register by slug, entries by (folder, slug), the rules.

    `kept` are innovations that count although they are withdrawn.
    """

    agencies: Mapping[str, Data]
    entries: Mapping[tuple[str, str], Data]
    rules: Data
    record: Data | None
    year: str
    as_of: str
    kept: frozenset[str] = frozenset()

    @property
    def day(self) -> str:
        """The day of judgement: "Valid on the last day of the year (open year: on the as-of day)."."""
        return min(self.as_of, f"{self.year}-12-31")

    @property
    def value(self) -> Mapping[str, Any]:
        """The value of each rule by its key."""
        return {key: rule["nilai"] for key, rule in self.rules["aturan"].items() if key != "lainnya"}

    @property
    def is_closed(self) -> bool:
        """Whether the record is what is shown: from its own day on."""
        return self.record is not None and self.record["per_tanggal"] <= self.as_of


@dataclass(frozen=True)
class Told:
    """What is said of one agency: the code and the innovations that it rests on.

    `incomplete` are those of them that may still be to come, `replies` how many there are, `waits_for` what is
    unconfirmed.
    """

    status: str
    proofs: frozenset[str]
    incomplete: frozenset[str] = frozenset()
    replies: int = 0
    waits_for: tuple[str, ...] = ()


def tell(asked: Question) -> dict[str, Told]:
    """What is said of each agency of the year's register, by slug.

    "A closed year's page prints that file; a later change is an entry in `koreksi` with date and reason."
    """
    return told_by_record(asked) if asked.is_closed else counted(asked)


# An open year


def counted(asked: Question) -> dict[str, Told]:
    """What is said of each agency that is there on the day of judgement."""
    return {slug: told(asked, slug) for slug, row in asked.agencies.items() if stands(row, asked.day)}


def stands(row: Data, day: str) -> bool:
    """Whether an agency is there on a day, its first and last day included; null is not known, hence no limit."""
    return (row.get("berlaku_dari") or "") <= day <= (row.get("berlaku_sampai") or NEVER_ENDS)


def told(asked: Question, slug: str) -> Told:
    """What is said of one agency: "A successor inherits what its predecessors earned that year"."""
    sure: dict[str, bool] = {}
    for link in (slug, *continued(asked, slug)):
        for innovation, past in earned(asked, link).items():
            sure[innovation] = sure.get(innovation, False) or past
    unsure = frozenset(innovation for innovation, past in sure.items() if not past)
    status = status_of(asked, slug, len(sure))
    return Told(status, frozenset(sure), unsure, replies(asked, slug), doubts(asked, slug))


def status_of(asked: Question, slug: str, found: int) -> str:
    """The code of an agency with so many innovations that count.

    "If several apply: unconfirmed, exempt, not yet bound, met, then belum or tidak." And "`tidak` stands only in the
    record of a closed year: no verdict by the clock."
    """
    if doubts(asked, slug):
        return "belum-dikonfirmasi"
    if dated_until_now(asked, "pengecualian", slug):
        return "dikecualikan"
    if founded(asked, slug) > asked.value["berlaku_mulai"]:
        return "belum-wajib"
    return "memenuhi" if found >= int(asked.value["minimum"]) else "belum"


def doubts(asked: Question, slug: str) -> tuple[str, ...]:
    """What of an agency is unconfirmed.

    "An agency whose name or duty is unconfirmed is listed apart with its innovations, without a verdict." And
    "sekretariat, inspektorat, dinas, badan, kecamatan are `terikat: ya`; others 'belum dikonfirmasi' until the
    circular's text is had": a kind that the year's rules do not name has no confirmed duty.
    """
    row = asked.agencies[slug]
    bound = row["terikat"] == "ya" and row["jenis"] in asked.value["jenis_terikat"]
    unsure = {"nama": row["nama_terkonfirmasi"] != "ya", "kewajiban": not bound}
    return tuple(name for name, doubt in unsure.items() if doubt)


def dated_until_now(asked: Question, key: str, slug: str) -> list[Data]:
    """The agency's rows of a list of the year's file: "An exemption or reply counts from its own date"."""
    rows = asked.rules.get(key) or []
    return [row for row in rows if row["perangkat_daerah"] == slug and row["tanggal"] <= asked.as_of]


def replies(asked: Question, slug: str) -> int:
    """How many replies of an agency there are by now."""
    return len(dated_until_now(asked, "tanggapan", slug))


def founded(asked: Question, slug: str) -> str:
    """Since when there is what the agency is, "" if for longer than is known.

    "Founded after the year's `berlaku_mulai`: belum wajib." A successor is not founded anew: it goes on with what it
    inherits, so the oldest link says when.
    """
    return min(asked.agencies[link].get("berlaku_dari") or "" for link in (slug, *continued(asked, slug)))


def continued(asked: Question, slug: str) -> set[str]:
    """The agencies that an agency continues.

    "Link by link, only from one whose `berlaku_sampai` is earlier than the day of judgement; one that has not begun,
    or still stands, gives nothing."
    """
    gone = {
        other
        for other, row in asked.agencies.items()
        if slug in (row.get("penerus") or []) and (row.get("berlaku_sampai") or NEVER_ENDS) < asked.day
    }
    return gone.union(*(continued(asked, other) for other in gone))


def earned(asked: Question, slug: str) -> dict[str, bool]:
    """The innovations that count for an agency by itself; whether the date of one is past for certain.

    "Credit. The folder's agency alone. A collaborator sees it under 'ikut serta', uncounted
    (`kolaborasi_dihitung: false`)."
    """
    shared = asked.value["kolaborasi_dihitung"] == "ya"
    found = {}
    for (folder, innovation), entry in asked.entries.items():
        partners = {row.get("perangkat_daerah") for row in entry.get("kolaborator") or []}
        dates = list(counting(asked, innovation, entry)) if folder == slug or (shared and slug in partners) else []
        if dates:
            found[innovation] = not all(may_be_to_come(date, asked.as_of) for date in dates)
    return found


def counting(asked: Question, innovation: str, entry: Data) -> Iterator[str]:
    """The dates by which an innovation counts.

    "An event inisiatif, uji-coba, penerapan or pengembangan dated in Y, on or before the as-of date." "Partial dates
    are intervals. One belongs to year Y if the whole interval does": every precision that there is does. One that is
    withdrawn is "out of lists, search, feeds and new counts".
    """
    if entry.get("ditarik") and innovation not in asked.kept:
        return
    for event in entry["riwayat"]:
        kind, date = event["peristiwa"], event["tanggal"]
        counts = kind in asked.value["peristiwa_dihitung"] and kind not in NEVER
        if counts and date[:4] == asked.year and date <= asked.as_of[: len(date)]:
            yield date


def may_be_to_come(date: str, as_of: str) -> bool:
    """Whether a date that counts is flagged: tomorrow still lies in it.

    "On or before D if its last day is, or D's own year or month contains it (flagged 'tanggal belum lengkap')."
    """
    tomorrow = dt.date.fromisoformat(as_of) + dt.timedelta(days=1)
    return tomorrow.isoformat().startswith(date)


# The end of a year


def last_day(asked: Question) -> str:
    """The last day on which the year may be met.

    "A deadline before 31 December has no effect; one after it, with its source, moves the last day on which the year
    may be met."
    """
    return max(f"{asked.year}-12-31", (asked.rules.get("tenggat") or {}).get("tanggal", ""))


def is_overdue(asked: Question) -> bool:
    """Whether the page says that the year is not closed: "Between a year's last day and its closing"."""
    return asked.as_of > last_day(asked) and not asked.is_closed


def is_provisional(asked: Question) -> bool:
    """Whether the year is *sementara*: "While the circular's text, number or date is unknown"."""
    return not all(asked.rules["dasar_hukum"].get(key) for key in ("naskah", "nomor", "tanggal"))


def closed(asked: Question) -> dict[str, tuple[str, frozenset[str]]]:
    """Status and proofs that closing the year on the as-of day writes down.

    "Closing turns `belum` into `tidak`, closing a provisional year leaves it."
    """
    missed = "belum" if is_provisional(asked) else "tidak"
    return {slug: (missed if row.status == "belum" else row.status, row.proofs) for slug, row in counted(asked).items()}


# A closed year


def told_by_record(asked: Question) -> dict[str, Told]:
    """What a closed year's record says: each row as written, or as the last correction that has come says it.

    "The record stands by itself"; "an entry or event that is added to a closed year later" changes nothing in it.
    """
    assert asked.record
    rows = {
        row["perangkat_daerah"]: (row["status"], {proof["inovasi"] for proof in row.get("bukti") or []})
        for row in asked.record["hasil"]
    }
    for row in sorted(asked.record.get("koreksi") or [], key=lambda row: row["tanggal"]):
        if row.get("status") and row["tanggal"] <= asked.as_of:
            rows[row["perangkat_daerah"]] = (row["status"], set(row.get("inovasi") or []))
    return {
        slug: Told(status, frozenset(proofs), replies=replies(asked, slug)) for slug, (status, proofs) in rows.items()
    }


def differences(asked: Question) -> dict[str, tuple[str | None, str | None]]:
    """Agency -> its status on record and as closing anew on the as-of day would give it, where they are not the same.

    "Years are compared by verdict, agency by agency." None where the agency is not there. "`ditarik` (...) closed
    records stand": what is on an agency's record counts for it, under the address that it has now.
    """
    record = told_by_record(replace(asked, as_of=NEVER_ENDS))
    now = {slug: status for slug, (status, _) in closed(asked).items()}
    for slug in record.keys() & now.keys():
        names = {one: {one, *(entry.get("alias") or [])} for (_, one), entry in asked.entries.items()}
        kept = frozenset(one for one, known_as in names.items() if known_as & record[slug].proofs)
        now[slug] = closed(replace(asked, kept=kept))[slug][0]
    sides = {slug: (record[slug].status if slug in record else None, now.get(slug)) for slug in record | now}
    return {slug: side for slug, side in sides.items() if side[0] != side[1]}


# The first lines


def headline(rows: Mapping[str, Told]) -> tuple[int, int, int, int, int]:
    """N, M, and how many are exempt, not yet bound and unconfirmed.

    "Headline 'N dari M', M = memenuhi + belum + tidak, then how many are exempt, not yet bound, unconfirmed (not
    counted); together they sum to the register."
    """
    many = Counter(row.status for row in rows.values())
    judged = many["memenuhi"] + many["belum"] + many["tidak"]
    return many["memenuhi"], judged, many["dikecualikan"], many["belum-wajib"], many["belum-dikonfirmasi"]


# How it went


def stood(asked: Question) -> tuple[frozenset[str], frozenset[str], int]:
    """How a year stood on the as-of day: who had met it, who of these only by dates not complete, and M.

    "N of M at each month's end by events dated until then, [...] as two values, certain and, hatched, with incomplete
    dates, so that the last month equals [the index]".
    """
    rows, due = tell(asked), headline(tell(asked))[1]
    met = {slug for slug, row in rows.items() if row.status == "memenuhi"}
    enough = 0 if asked.is_closed else int(asked.value["minimum"])
    return frozenset(met), frozenset(one for one in met if len(rows[one].proofs - rows[one].incomplete) < enough), due


def month_ends(first_year: int, as_of: str) -> Iterator[str]:
    """The last day of every month from January of a year on; the last is the as-of day."""
    day = dt.date(first_year, 1, 1)
    while day.isoformat() <= as_of:
        day = (day + dt.timedelta(days=31)).replace(day=1)
        yield min((day - dt.timedelta(days=1)).isoformat(), as_of)
