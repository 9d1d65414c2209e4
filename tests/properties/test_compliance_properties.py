"""The index over random registers, successions, catalogues, partial dates, rules and days."""

import csv
import datetime as dt
import io
import json
import random
import re
import tempfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from compliance_worlds import RULES, SOURCE, World, read_as, recorded
from conftest import BASE, ROOT, SETTINGS
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.commands.cli import cli
from generator.compliance import closing
from generator.compliance.course import course
from generator.compliance.index import YearIndex, assess, last_day, years_on_record
from generator.publishing import configuration, tables
from generator.publishing.exports import Build, open_data
from generator.publishing.pages import compliance
from generator.publishing.render import Renderer
from generator.publishing.view import View
from generator.settings import Edition

COUNTED = RULES["aturan"]["peristiwa_dihitung"]["nilai"]
NAMES = ("Badan Arsip", "Dinas Angin", "Dinas Bunga", "Dinas Cermin", "Kantor Dermaga", "Satuan Embun", "Dinas Fajar")


def examples(count: int) -> Callable:
    """Modest and the same on every run and machine."""
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )


# Strategies


def days(first: dt.date, last: dt.date) -> st.SearchStrategy[dt.date]:
    edges = [d for d in (dt.date(2026, 1, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 1)) if first <= d <= last]
    return st.sampled_from(edges) | st.dates(first, last) if edges else st.dates(first, last)


@st.composite
def partial_dates(draw: st.DrawFn) -> str:
    day = draw(days(dt.date(2025, 6, 1), dt.date(2027, 6, 30)))
    return day.isoformat()[: draw(st.sampled_from([4, 7, 10]))]


@st.composite
def entries(draw: st.DrawFn, slugs: list[str], *, one_event: bool = False) -> dict[str, Any]:
    kinds = st.sampled_from([*COUNTED, *COUNTED, "dilaporkan", "dihentikan", "selesai"])
    rows = draw(st.lists(st.tuples(kinds, partial_dates()), min_size=1, max_size=1 if one_event else 4, unique=True))
    entry: dict[str, Any] = {
        "nama": draw(st.sampled_from(["Kapal Baca", "Posyandu Malam", "=1+1", "Antre; cepat", "Pasar <Apung>"])),
        "ringkasan": "Rekaan.",
        "bentuk": "lainnya",
        "urusan": ["kesehatan"],
        "riwayat": [
            {"peristiwa": kind, "tanggal": date, **({"alasan": "Rekaan."} if kind == "dihentikan" else {})}
            for kind, date in rows
        ],
    }
    partners = draw(st.lists(st.sampled_from(slugs), max_size=2, unique=True))
    if partners:
        entry["kolaborator"] = [{"perangkat_daerah": slug} for slug in partners]
    if draw(st.booleans()):
        entry["diperiksa"] = "2026-03-03"
    return entry


@st.composite
def registers(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    """Agencies of which some were renamed, merged or split, some of their heirs again."""

    def new(since: str | None) -> dict[str, Any]:
        row = {
            "slug": f"pd-{len(rows)}",
            "nama_resmi": f"{draw(st.sampled_from(NAMES))} {len(rows)}",
            "jenis": draw(st.sampled_from(["dinas", "kecamatan"])),
            "nama_terkonfirmasi": draw(st.sampled_from(["ya", "ya", "ya", "tidak"])),
            "terikat": draw(st.sampled_from(["ya", "ya", "ya", "belum-dikonfirmasi"])),
            "berlaku_dari": since,
            "sumber": SOURCE,
        }
        rows.append(row)
        return row

    rows: list[dict[str, Any]] = []
    founded = days(dt.date(2020, 1, 1), dt.date(2026, 6, 30)).map(str)
    living = [new(draw(st.none() | founded)) for _ in range(draw(st.integers(1, 4)))]
    for day in sorted(draw(st.lists(days(dt.date(2026, 7, 1), dt.date(2027, 3, 1)), max_size=3, unique=True))):
        going = draw(st.lists(st.sampled_from(range(len(living))), min_size=1, max_size=2, unique=True))
        olds = [living[number] for number in going]
        if any(old["berlaku_dari"] and old["berlaku_dari"] > day.isoformat() for old in olds):
            continue
        fewest = 1 if len(olds) == len(living) else 0
        heirs = [new(str(day + dt.timedelta(days=1))) for _ in range(draw(st.integers(fewest, 2)))]
        for old in olds:
            old["berlaku_sampai"] = day.isoformat()
            old["penerus"] = [heir["slug"] for heir in heirs]
        living = [row for row in living if row not in olds] + heirs
    return tuple(rows)


@st.composite
def obligations(draw: st.DrawFn, slugs: list[str], year: int) -> dict[str, Any]:
    rules = deepcopy(RULES)
    rules["tahun"] = str(year)
    rules["aturan"]["minimum"]["nilai"] = draw(st.sampled_from(["1", "1", "2"]))
    rules["aturan"]["kolaborasi_dihitung"]["nilai"] = draw(st.sampled_from(["tidak", "tidak", "ya"]))
    rules["aturan"]["berlaku_mulai"]["nilai"] = f"{year}-01-01"
    for unknown in draw(st.sets(st.sampled_from(["nomor", "tanggal", "naskah"]), max_size=1)):
        rules["dasar_hukum"][unknown] = None
    if draw(st.booleans()):
        rules["tenggat"] = {"tanggal": f"{year + 1}-01-31", "sumber": SOURCE}
    for key, more in (("pengecualian", {"alasan": "Rekaan", "sumber": SOURCE}), ("tanggapan", {"isi": "Rekaan."})):
        about = draw(st.lists(st.sampled_from(slugs), max_size=1))
        day = draw(st.dates(dt.date(year, 1, 1), dt.date(2027, 2, 28))).isoformat() if about else ""
        rules[key] = [{"perangkat_daerah": slug, "tanggal": day, **more} for slug in about]
    return rules


@st.composite
def worlds(draw: st.DrawFn, *, one_event: bool = False) -> World:
    agencies = draw(registers())
    slugs = [row["slug"] for row in agencies]
    found = {}
    for number in range(draw(st.integers(0, 6))):
        owner = draw(st.sampled_from(slugs))
        entry = draw(entries([slug for slug in slugs if slug != owner] or slugs, one_event=one_event))
        if len(slugs) == 1:
            entry.pop("kolaborator", None)
        found[owner, f"inovasi-{number}"] = entry
    rules = {year: draw(obligations(slugs, year)) for year in draw(st.sampled_from([[2026], [2026, 2027]]))}
    return World(agencies, found, rules)


as_of_days = days(dt.date(2025, 10, 1), dt.date(2027, 10, 1))
#: A moment at which every such day has come.
AFTER_ALL = dt.datetime(2027, 10, 2, tzinfo=dt.UTC)
after_the_year = st.dates(dt.date(2027, 1, 1), dt.date(2027, 10, 1))


def statuses(index: YearIndex) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {verdict.agency.slug: (verdict.status, verdict.slugs) for verdict in index.verdicts}


def as_closed(index):
    """The same once people have closed the year: what is still missing is missed, unless the year is provisional."""
    missed = "belum" if index.provisional else "tidak"
    return {slug: (missed if status == "belum" else status, slugs) for slug, (status, slugs) in statuses(index).items()}


def met(index: YearIndex) -> set[str]:
    return {verdict.agency.slug for verdict in index.verdicts if verdict.status == "memenuhi"}


# The numbers of one index


@examples(30)
@given(worlds(), as_of_days)
def test_an_index_adds_up_accuses_nobody_too_early_and_proves_by_counting_events_alone(world, day):
    index = world.index(day)
    the_counts_sum_to_the_register_and_n_and_the_rest_to_m(world, day, index)
    nobody_is_accused_before_people_close_the_year(day, index)
    every_proof_is_a_counting_event_of_the_year_that_has_begun_by_the_day(world, day, index)


def the_counts_sum_to_the_register_and_n_and_the_rest_to_m(world, day, index):
    counts = index.counts
    listed = [verdict.agency.slug for verdict in index.verdicts]
    edge = min(day, dt.date(2026, 12, 31)).isoformat()
    assert sorted(listed) == sorted(
        row["slug"]
        for row in world.agencies
        if (row["berlaku_dari"] or "") <= edge <= row.get("berlaku_sampai", "9999-12-31")
    )
    assert sum(counts.values()) == len(listed)
    assert index.met == counts["memenuhi"]
    assert index.met + counts["belum"] + counts["tidak"] == index.due
    assert index.due + counts["belum-wajib"] + counts["dikecualikan"] + counts["belum-dikonfirmasi"] == len(listed)


def nobody_is_accused_before_people_close_the_year(day, index):
    assert index.counts["tidak"] == 0
    assert index.overdue == (day > last_day(index.obligation))


def every_proof_is_a_counting_event_of_the_year_that_has_begun_by_the_day(world, day, index):
    for verdict in index.verdicts:
        for proof in verdict.proofs:
            (owner,) = (agency for agency, slug in world.entries if slug == proof.slug)
            history = world.entries[owner, proof.slug]["riwayat"]
            assert {"peristiwa": proof.event.kind, "tanggal": proof.event.date.text} in history
            assert proof.event.kind in COUNTED
            assert proof.event.date.text.startswith("2026")
            assert proof.event.date.text <= day.isoformat()
            assert proof.complete is (proof.event.date.last <= day)


@examples(20)
@given(worlds(), as_of_days)
def test_without_counted_collaboration_each_proof_lies_in_the_folder_of_the_agency_or_one_it_continues(world, day):
    world.rules[2026]["aturan"]["kolaborasi_dihitung"]["nilai"] = "tidak"
    parents = {row["slug"]: set(row.get("penerus", ())) for row in world.agencies}

    def continues(heir: str, old: str) -> bool:
        return heir == old or any(continues(heir, successor) for successor in parents[old])

    for verdict in world.index(day).verdicts:
        for slug in verdict.slugs:
            (owner,) = (agency for agency, known in world.entries if known == slug)
            assert continues(verdict.agency.slug, owner)


@examples(20)
@given(worlds(), st.randoms(use_true_random=False), as_of_days)
def test_the_order_of_files_and_rows_does_not_matter(world, dice: random.Random, day):
    items = list(world.entries.items())
    rows = list(world.agencies)
    for pile in (items, rows):
        dice.shuffle(pile)
    shuffled = {}
    for key, entry in items:
        history = list(entry["riwayat"])
        dice.shuffle(history)
        shuffled[key] = {**entry, "riwayat": history}
    other = World(tuple(rows), shuffled, dict(reversed(world.rules.items())))
    one, two = world.index(day), other.index(day)
    assert [v.agency.slug for v in one.verdicts] == [v.agency.slug for v in two.verdicts]
    assert list(tables.compliance_rows(world.catalogue(), one)) == list(tables.compliance_rows(other.catalogue(), two))


# What a change does to a standing


@examples(30)
@given(worlds(), st.data(), as_of_days)
def test_adding_an_innovation_never_worsens_a_status(world, data, day):
    slugs = [row["slug"] for row in world.agencies]
    owner = data.draw(st.sampled_from(slugs))
    entry = data.draw(entries(slugs))
    more = replace(world, entries={**world.entries, (owner, "inovasi-baru"): entry})
    before, after = statuses(world.index(day)), statuses(more.index(day))
    assert before.keys() == after.keys()
    for slug, (status, proofs) in before.items():
        now, new_proofs = after[slug]
        assert now == status or (status in ("belum", "tidak") and now == "memenuhi")
        assert set(proofs) <= set(new_proofs) <= {*proofs, "inovasi-baru"}


@examples(30)
@given(worlds(), st.data(), days(dt.date(2026, 3, 1), dt.date(2027, 10, 1)))
def test_renaming_an_agency_with_a_successor_never_loses_a_met_status(world, data, day):
    edge = min(day, dt.date(2026, 12, 31))
    slug = data.draw(st.sampled_from([v.agency.slug for v in world.index(day).verdicts] or [""]))
    assume(slug)
    (row,) = (row for row in world.agencies if row["slug"] == slug)
    first = dt.date.fromisoformat(row["berlaku_dari"] or "2026-01-01")
    assume(first < edge)
    entry = {"nama": "Kapal Baca", "ringkasan": "Rekaan.", "bentuk": "lainnya", "urusan": ["kesehatan"]}
    entry["riwayat"] = [{"peristiwa": "penerapan", "tanggal": "2026-02"}]
    world = replace(world, entries={**world.entries, (slug, "kapal-satu"): entry, (slug, "kapal-dua"): entry})
    index = world.index(day)
    change = data.draw(st.dates(first, edge - dt.timedelta(days=1)))
    old = {**row, "berlaku_sampai": change.isoformat(), "penerus": ["pd-baru"]}
    new = {**row, "slug": "pd-baru", "nama_resmi": "Nama Baru", "berlaku_dari": str(change + dt.timedelta(days=1))}
    now = replace(world, agencies=(*(old if r is row else r for r in world.agencies), new)).index(day)
    assert now.of(slug) is None
    assert now.of("pd-baru").slugs == index.of(slug).slugs
    if index.of(slug).status != "dikecualikan":
        assert now.of("pd-baru").status == index.of(slug).status
        assert (now.met, now.due) == (index.met, index.due)


@examples(20)
@given(worlds(), as_of_days)
def test_without_its_counting_events_an_agency_is_not_met(world, day):
    for slug in met(world.index(day)):
        kept = {
            key: {**entry, "riwayat": [{"peristiwa": "dilaporkan", "tanggal": "2026"}]}
            if key[1] in world.index(day).of(slug).slugs
            else entry
            for key, entry in world.entries.items()
        }
        verdict = replace(world, entries=kept).index(day).of(slug)
        assert verdict.status in ("belum", "tidak")
        assert verdict.slugs == ()


@examples(20)
@given(worlds(), as_of_days, st.integers(0, 400))
def test_as_days_pass_nobody_loses_what_is_met_while_the_register_stays(world, day, wait):
    later = day + dt.timedelta(days=wait)
    now = world.index(later)
    exempt = {row["perangkat_daerah"] for row in world.rules[2026]["pengecualian"]}
    for slug in met(world.index(day)) - exempt:
        verdict = now.of(slug)
        if verdict is not None:
            assert verdict.status == "memenuhi"


# Closing


@examples(25)
@given(worlds(), after_the_year, st.integers(0, 300))
def test_closing_and_verifying_never_complains_when_nothing_changed(world, day, wait):
    assume(day > last_day(world.catalogue().registry.obligations[2026]))
    text = closing.result_text(world.catalogue(), 2026, day)
    result, document = recorded(text)
    catalogue = world.catalogue(text)
    assert list(closing.check(read_as(catalogue, document, day))) == []
    for asked in (day, day + dt.timedelta(days=wait)):
        closed = assess(catalogue, 2026, asked)
        assert closed.result == result
        assert statuses(closed) == as_closed(world.index(day))
        assert closed.due == world.index(day).due
        assert [v.agency.slug for v in closed.verdicts] == [v.agency.slug for v in world.index(day).verdicts]
    before = day - dt.timedelta(days=1)
    assert statuses(assess(catalogue, 2026, before)) == statuses(world.index(before))


@examples(20)
@given(worlds(), st.data(), after_the_year)
def test_a_change_after_closing_is_a_task_exactly_if_it_would_change_a_verdict(world, data, day):
    assume(day > last_day(world.catalogue().registry.obligations[2026]))
    text = closing.result_text(world.catalogue(), 2026, day)
    slugs = [row["slug"] for row in world.agencies]
    entry = data.draw(entries(slugs))
    changed = replace(world, entries={**world.entries, (data.draw(st.sampled_from(slugs)), "inovasi-baru"): entry})
    _, document = recorded(text)
    found = list(closing.check(read_as(changed.catalogue(text), document, day)))
    before = as_closed(world.index(day))
    differs = {slug for slug, (status, _) in as_closed(changed.index(day)).items() if status != before[slug][0]}
    assert len(found) == len(differs)
    assert {(problem.code, problem.severity) for problem in found} <= {("R041", "peringatan")}
    assert all(any(f" {slug} " in problem.message for problem in found) for slug in differs)
    assert statuses(assess(changed.catalogue(text), 2026, day)) == before


# Month by month


@examples(30)
@given(worlds(), as_of_days, st.booleans())
def test_the_last_month_is_the_index_and_no_month_of_a_closed_year_tells_more_than_its_record(world, day, closed):
    text = closing.result_text(world.catalogue(), 2026, dt.date(2027, 1, 20)) if closed else ""
    catalogue = world.catalogue(text)
    months, years = course(catalogue, day), years_on_record(catalogue, day)
    assert bool(months) == bool(years)
    if not months:
        return
    index = assess(catalogue, years[0], day)
    assert (months[-1].year, months[-1].day, months[-1].due) == (years[0], day, index.due)
    assert months[-1].met == met(index)
    assert [month.day.month for month in months[:12]] == list(range(1, 13))[: len(months)]
    record = assess(catalogue, 2026, day)
    of_record = {verdict.agency.slug for verdict in record.verdicts}
    for month in months:
        assert len(month.met) == len(month.certain) + len(month.incomplete) <= month.due
        if record.result and month.year == 2026:
            assert month.met & of_record <= met(record)


# Page, CSV, JSON and command


def page_numbers(text: str) -> tuple[tuple[int, int, int], dict[str, tuple[str, int]]]:
    """(N, M, year) of the headline, and agency -> (status, innovations) of the rows."""
    headline = re.search(
        r"(\d+) dari (\d+) perangkat daerah (?:tercatat )?memenuhi kewajiban inovasi (\d+)\.</str", text
    )
    found = re.findall(r'data-perangkat-daerah="([^"]+)" data-status="([^"]+)" data-jumlah="(\d+)"', text)
    assert len({slug for slug, _, _ in found}) == len(found)
    return tuple(map(int, headline.groups())), {slug: (status, int(count)) for slug, status, count in found}


def row_numbers(rows: list[Mapping[str, Any]]) -> dict[str, tuple[str, int]]:
    assert len({row["perangkat_daerah"] for row in rows}) == len(rows)
    for row in rows:
        slugs = row["inovasi"].split(";") if isinstance(row["inovasi"], str) else row["inovasi"]
        assert len([slug for slug in slugs if slug]) == int(row["jumlah_inovasi"])
    return {row["perangkat_daerah"]: (row["status"], int(row["jumlah_inovasi"])) for row in rows}


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@examples(12)
@given(worlds(), as_of_days, st.booleans())
def test_page_csv_and_json_give_the_same_numbers_and_statuses(world, day, closed):
    closing_day = dt.date(2027, 1, 20)
    text = closing.result_text(world.catalogue(), 2026, closing_day) if closed else ""
    catalogue = world.catalogue(text)
    view = View(catalogue, SETTINGS, Edition(day, "0" * 40))
    renderer = Renderer(ROOT, view)
    pages = {page.address: renderer.page(page).decode() for page in compliance.pages(view)}
    files = dict(open_data.files(Build(BASE, view)))
    from_csv = csv_rows(files["data/kepatuhan.csv"].decode())
    data = json.loads(files["data/kepatuhan.json"])
    years = years_on_record(catalogue, day)
    assert [year["tahun"] for year in data["tahun"]] == list(years)
    assert len(from_csv) == len(data["kepatuhan"])
    for year in years:
        index = assess(catalogue, year, day)
        wanted = {v.agency.slug: (v.status, len(v.slugs)) for v in index.verdicts}
        (head,) = (row for row in data["tahun"] if row["tahun"] == year)
        assert (head["memenuhi"], head["dari"], head["per_status"]) == (index.met, index.due, dict(index.counts))
        for row in (row for row in data["kepatuhan"] if row["tahun"] == year):
            assert row["status_kata"] in pages[f"kepatuhan/{year}/"]
        assert row_numbers([row for row in from_csv if row["tahun"] == str(year)]) == wanted
        assert row_numbers([row for row in data["kepatuhan"] if row["tahun"] == year]) == wanted
        addresses = [f"kepatuhan/{year}/"] + (["kepatuhan/"] if year == years[0] else [])
        for address in addresses:
            assert page_numbers(pages[address]) == ((index.met, index.due, year), wanted)


@pytest.fixture(scope="module")
def workshop():
    """A folder in which one random project after another is laid out, as the current folder."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(configuration, "now", lambda: AFTER_ALL)
        for name in ("mkdocs.yml", "registry/taxonomy.yml"):
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_bytes((BASE / name).read_bytes())
        Path("docs").mkdir()
        Path("site_templates").symlink_to(ROOT / "site_templates")
        yield Path(folder)


def lay_out(root: Path, files: Mapping[str, str]) -> None:
    for pattern in ("innovations/*/*.yml", "registry/obligations/*.yml"):
        for path in root.glob(pattern):
            path.unlink()
    (root / "innovations").mkdir(exist_ok=True)
    for folder in (root / "innovations").iterdir():
        folder.rmdir()
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")


def command(form: str, year: int, day: dt.date) -> str:
    arguments = ["compliance", "--year", str(year), "--as-of", day.isoformat(), "--format", form]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False, catch_exceptions=False)
    assert result.return_value == 0, result.stderr
    return result.stdout


def happened(world: World) -> bool:
    """Whether all its events lie so far back that no clock calls them future."""
    return all(e["tanggal"][:7] < "2026-09" for entry in world.entries.values() for e in entry["riwayat"])


@examples(5)
@given(worlds(one_event=True).filter(happened), as_of_days)
def test_the_command_gives_what_the_page_and_the_open_data_give(workshop, world, day):
    lay_out(workshop, world.files())
    index = world.index(day)
    wanted = {v.agency.slug: (v.status, len(v.slugs)) for v in index.verdicts}
    data = json.loads(command("json", 2026, day))
    assert (data["tahun"], data["memenuhi"], data["dari"]) == (2026, index.met, index.due)
    assert data["per_status"] == dict(index.counts)
    assert row_numbers(data["kepatuhan"]) == wanted
    view = View(world.catalogue(), SETTINGS, Edition(day, "0" * 40))
    files = dict(open_data.files(Build(BASE, view)))
    from_command = csv_rows(command("csv", 2026, day))
    assert row_numbers(from_command) == wanted
    if day.year >= 2026:
        assert from_command == [row for row in csv_rows(files["data/kepatuhan.csv"].decode()) if row["tahun"] == "2026"]
        published = json.loads(files["data/kepatuhan.json"])
        assert data["kepatuhan"] == [row for row in published["kepatuhan"] if row["tahun"] == 2026]
    table = command("table", 2026, day).splitlines()
    assert table[0].startswith(f"{index.met} dari {index.due} perangkat daerah ")
    assert len([line for line in table if ": " in line]) == len(index.verdicts)
