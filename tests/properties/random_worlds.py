"""Worlds of the agency compliance index drawn by number: the same number gives the same world on every machine.

Small numbers give small worlds, so that the first one that fails is short to read.
"""

import datetime as dt
from copy import deepcopy
from random import Random
from typing import Any

from compliance_worlds import RULES, SOURCE, World

YEARS = (2025, 2026, 2027)
KINDS = ("sekretariat", "inspektorat", "dinas", "badan", "kecamatan", "rsud")
COUNTED = ("inisiatif", "uji-coba", "penerapan", "pengembangan")
EVENTS = (*COUNTED, *COUNTED, "dilaporkan", "dihentikan", "selesai")
#: Days at which something turns.
EDGES = tuple(
    f"{year}-{day}"
    for year in (2024, *YEARS, 2028)
    for day in ("01-01", "01-02", "01-31", "02-28", "06-30", "07-01", "12-30", "12-31")
)


def a_day(dice: Random, first: str = "2024-01-01", last: str = "2028-12-31") -> str:
    """A day from `first` to `last`; every second time one at which something turns, if there is one."""
    edges = [day for day in EDGES if first <= day <= last]
    if edges and dice.random() < 0.5:
        return dice.choice(edges)
    return later(first, dice.randint(0, (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days))


def later(day: str, days: int) -> str:
    """The day so many days after another, or before it."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def a_world(number: int) -> World:
    """The world of a number: agencies with successions, entries, and the rules of one to three years."""
    dice = Random(number)
    size = 1 + number // 100
    agencies = register(dice, dice.randint(1, 3 + size))
    slugs = [row["slug"] for row in agencies]
    entries = {
        (folder := dice.choice(slugs), f"inovasi-{one}"): an_entry(dice, [slug for slug in slugs if slug != folder])
        for one in range(dice.randint(0, 3 * size))
    }
    years = dice.sample(YEARS, dice.randint(1, len(YEARS)))
    return World(agencies, entries, {year: a_year(dice, slugs, year) for year in years})


def register(dice: Random, many: int) -> tuple[dict[str, Any], ...]:
    """Agencies of all kinds; some end, and those behind them in the list may continue them: chains, mergers, splits."""
    rows = [an_agency(dice, number) for number in range(many)]
    for number, row in enumerate(rows):
        if dice.random() < 0.5:
            first = row["berlaku_dari"] or "2024-06-01"
            row["berlaku_sampai"] = last = a_day(dice, first, max(first, "2028-12-31"))
            heirs = dice.sample(rows[number + 1 :], min(many - number - 1, dice.randint(0, 2)))
            row["penerus"] = [heir["slug"] for heir in heirs]
            for heir in heirs:
                if dice.random() < 0.7:  # the day after, later, or too early
                    heir["berlaku_dari"] = later(last, dice.choice((1, 1, 1, 40, -40)))
    dice.shuffle(rows)
    return tuple(rows)


def an_agency(dice: Random, number: int) -> dict[str, Any]:
    """One row of the register, in force since ever or since some day."""
    return {
        "slug": f"pd-{number}",
        "nama_resmi": f"Dinas {number}",
        "jenis": dice.choice(KINDS),
        "nama_terkonfirmasi": dice.choice(("ya",) * 9 + ("tidak",)),
        "terikat": dice.choice(("ya",) * 9 + ("belum-dikonfirmasi",)),
        "berlaku_dari": a_day(dice, last="2027-12-31") if dice.random() < 0.4 else None,
        "berlaku_sampai": None,
        "penerus": [],
        "sumber": SOURCE,
    }


def an_entry(dice: Random, others: list[str]) -> dict[str, Any]:
    """An entry with events of all kinds at all precisions, partners inside and outside, withdrawn now and then."""
    partners = dice.sample(others, min(len(others), dice.choice((0, 0, 1, 2))))
    entry: dict[str, Any] = {
        "nama": "Kapal Baca",
        "ringkasan": "Rekaan.",
        "bentuk": "lainnya",
        "urusan": ["kesehatan"],
        "riwayat": [an_event(dice) for _ in range(dice.randint(1, 5))],
        "kolaborator": [*({"perangkat_daerah": slug} for slug in partners), {"nama": "Mitra Rekaan"}],
    }
    if dice.random() < 0.2:
        entry["diperiksa"] = a_day(dice)
    if dice.random() < 0.1:
        entry["ditarik"] = {"tanggal": a_day(dice), "alasan": "Rekaan."}
    return entry


def an_event(dice: Random) -> dict[str, str]:
    """One event; its date is a year, a month or a day."""
    kind = dice.choice(EVENTS)
    reason = {"alasan": "Rekaan."} if kind == "dihentikan" else {}
    return {
        "peristiwa": kind,
        "tanggal": a_day(dice, "2025-01-01", "2027-12-31")[: dice.choice((4, 7, 10, 10))],
        **reason,
    }


def a_year(dice: Random, slugs: list[str], year: int) -> dict[str, Any]:
    """The rules of a year, as `check` accepts them: no event that never counts, no day of another time."""
    file = deepcopy(RULES)
    file["tahun"] = str(year)
    rules = file["aturan"]
    rules["minimum"]["nilai"] = dice.choice(("1", "1", "2", "3"))
    rules["peristiwa_dihitung"]["nilai"] = dice.sample(COUNTED, dice.choice((4, 4, 4, 2, 1)))
    rules["kolaborasi_dihitung"]["nilai"] = dice.choice(("tidak", "tidak", "ya"))
    rules["jenis_terikat"]["nilai"] = dice.sample(KINDS, dice.choice((4, 5, 6, 6)))
    rules["berlaku_mulai"]["nilai"] = dice.choice((f"{year}-01-01", a_day(dice, f"{year}-01-01", f"{year}-12-31")))
    for unknown in dice.sample(("nomor", "tanggal", "naskah"), dice.choice((0, 0, 1, 3))):
        file["dasar_hukum"][unknown] = None
    if dice.random() < 0.5:
        file["tenggat"] = {"tanggal": a_day(dice, f"{year}-06-01", f"{year + 1}-12-31"), "sumber": SOURCE}
    for key, more in (("pengecualian", {"alasan": "Rekaan", "sumber": SOURCE}), ("tanggapan", {"isi": "Rekaan."})):
        about = dice.choices(slugs, k=dice.randint(0, 2))
        file[key] = [
            {"perangkat_daerah": slug, "tanggal": a_day(dice, f"{year}-01-01", f"{year + 1}-12-31"), **more}
            for slug in about
        ]
    return file


def days_to_ask(dice: Random, world: World, many: int) -> list[str]:
    """Days on which to ask: mostly a date of the world, the day before it or the day after."""
    dates = [row[key] for row in world.agencies for key in ("berlaku_dari", "berlaku_sampai") if row[key]]
    dates += [event["tanggal"] for entry in world.entries.values() for event in entry["riwayat"]]
    dates += [row["tanggal"] for file in world.rules.values() for row in file["pengecualian"] + file["tanggapan"]]
    dates += [file["tenggat"]["tanggal"] for file in world.rules.values() if file.get("tenggat")]
    near = [later(f"{date}-01-01"[:10], dice.randint(-1, 1)) for date in dates]  # 2026-05 becomes the 1st of May
    return [dice.choice(near) if near and dice.random() < 0.7 else a_day(dice) for _ in range(many)]


def what_came_later(dice: Random, world: World) -> World:
    """The world after people went on with their work: late entries and events, new names, new and ended agencies."""
    slugs = [row["slug"] for row in world.agencies]
    entries = dict(_moved_on(dice, key, entry) for key, entry in world.entries.items() if dice.random() < 0.95)
    for number in range(dice.randint(0, 3)):
        entries[dice.choice(slugs), f"susulan-{number}"] = an_entry(dice, [])
    agencies = [{**row, **_changed(dice, row)} for row in world.agencies]
    if dice.random() < 0.3:
        agencies.append(an_agency(dice, len(agencies)))
    rules = {
        year: {**file, "tanggapan": [*file["tanggapan"], *_replies(dice, slugs)]} for year, file in world.rules.items()
    }
    return World(tuple(agencies), entries, rules)


def _moved_on(dice: Random, key: tuple[str, str], entry: dict[str, Any]) -> tuple[tuple[str, str], dict[str, Any]]:
    """An entry as it stands later: told more of, renamed, withdrawn, or as it was."""
    match dice.randint(0, 9):
        case 0 | 1:
            return key, {**entry, "riwayat": [*entry["riwayat"], an_event(dice)]}
        case 2:
            return (key[0], f"{key[1]}-baru"), {**entry, "alias": [key[1]]}
        case 3:
            return key, {**entry, "ditarik": {"tanggal": a_day(dice), "alasan": "Rekaan."}}
        case 4:
            return key, {**entry, "riwayat": entry["riwayat"][:1]}
    return key, entry


def _changed(dice: Random, row: dict[str, Any]) -> dict[str, Any]:
    """What of an agency's row is another thing later."""
    match dice.randint(0, 9):
        case 0:
            return {"nama_resmi": f"{row['nama_resmi']} Baru"}
        case 1:
            return {"nama_terkonfirmasi": "ya", "terikat": "ya"}
        case 2 if not row["berlaku_sampai"]:
            return {"berlaku_sampai": a_day(dice, max("2026-01-01", row["berlaku_dari"] or ""), "2030-12-31")}
    return {}


def _replies(dice: Random, slugs: list[str]) -> list[dict[str, str]]:
    return [{"perangkat_daerah": dice.choice(slugs), "tanggal": a_day(dice), "isi": "Rekaan."}] * dice.randint(0, 1)


def corrections(dice: Random, world: World, slugs: list[str], closing: str) -> list[dict[str, Any]]:
    """Corrections of a record that has these agencies, in no order: of results, of rules, and that something is known."""
    innovations = [slug for _, slug in world.entries]
    what = {"tanggal": closing, "alasan": "Rekaan."}
    found: list[dict[str, Any]] = [
        {
            **what,
            "tanggal": later(closing, dice.choice((0, 1, 30, 200))),
            "perangkat_daerah": dice.choice(slugs),
            "status": dice.choice(("memenuhi", "tidak", "belum", "dikecualikan", "belum-wajib")),
            "inovasi": dice.sample(innovations, min(len(innovations), dice.randint(0, 2))),
        }
        for _ in range(dice.randint(0, 3))
    ]
    rest: list[dict[str, Any]] = [
        {**what, "versi_aturan": "0123456789ab"},
        {**what, "hitungan_diketahui": "ba9876543210"},
    ]
    found += dice.sample(rest, dice.randint(0, 2))
    dice.shuffle(found)
    return found
