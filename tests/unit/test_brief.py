"""The leadership brief: every figure told a second time, from the raw YAML of the files alone."""

import datetime as dt
import json
import re
import shutil
from collections import Counter

import pytest
import yaml
from conftest import BASE, ROOT, TODAY, tree
from site_text import words

GOLDEN, DOCUMENTED = ROOT / "tests/golden/small/source", ROOT / "tests/documented"
CREATIVE = ("inisiatif", "uji-coba", "penerapan", "pengembangan")


def laid(folder, *sources):
    for source in sources:
        shutil.copytree(source, folder, dirs_exist_ok=True)
    (folder / "site_templates").symlink_to(ROOT / "site_templates")
    return folder


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """The golden region with the documented innovations of the other: every field in use, and an edition."""
    return laid(tmp_path_factory.mktemp("brief"), BASE, GOLDEN, DOCUMENTED)


@pytest.fixture(scope="module")
def files(region):
    return tree(region)


@pytest.fixture(scope="module")
def shown(files):
    return words(files["ringkasan/index.md"].decode())


def entries(region):
    found = {path: yaml.safe_load(path.read_text("utf-8")) for path in sorted(region.glob("innovations/*/*.yml"))}
    return {path: entry for path, entry in found.items() if not entry.get("ditarik")}


def test_the_first_figures_are_those_of_the_index_and_the_catalogue(region, files, shown):
    index = next(one for one in json.loads(files["data/kepatuhan.json"])["tahun"] if one["tahun"] == 2026)
    assert f"{index['memenuhi']} dari {index['dari']} perangkat daerah" in shown
    owners = {path.parent.name for path in entries(region)}
    assert f"{len(entries(region))} inovasi tercatat, dari {len(owners)} perangkat daerah" in shown


def test_each_kind_has_the_counts_of_its_agencies(region, files, shown):
    kinds = {
        a["slug"]: a["jenis"]
        for a in yaml.safe_load((region / "registry/agencies.yml").read_text())["perangkat_daerah"]
    }
    labels = {
        w["slug"]: w["label"]
        for w in yaml.safe_load((region / "registry/taxonomy.yml").read_text())["jenis_perangkat_daerah"]
    }
    rows = [row for row in json.loads(files["data/kepatuhan.json"])["kepatuhan"] if row["tahun"] == 2026]
    for kind in {kinds[row["perangkat_daerah"]] for row in rows}:
        told = [row["status"] for row in rows if kinds[row["perangkat_daerah"]] == kind]
        due = sum(status in ("memenuhi", "belum", "tidak") for status in told)
        judged = f"{labels[kind]} {told.count('memenuhi')} dari {due} {len(told)} "
        assert (judged if due else f"{labels[kind]} ({len(told)})") in shown


def test_each_year_counts_the_innovations_that_began_or_were_developed_in_it(region, shown):
    counted, dated = Counter(), 0
    for path, entry in entries(region).items():
        dates = {str(e["tanggal"]) for e in entry["riwayat"] if e["peristiwa"] in CREATIVE}
        years = {int(date[:4]) for date in dates if date <= TODAY.isoformat()}
        counted.update(years)
        dated += bool(years & set(range(TODAY.year - 5, TODAY.year + 1)))
        assert path
    part = shown.partition("Inovasi menurut tahun")[2].partition("Yang berubah")[0]
    told = {int(year): int(count) for year, count in re.findall(r"\b(20\d\d) (\d+) ", part)}
    assert len(told) > 1
    assert told == {year: counted[year] for year in told}
    rest = len(entries(region)) - dated
    assert (f"{rest} inovasi lain dimulai sebelum {min(told)}" in part) is bool(rest)


def test_what_is_missing_are_counts_of_the_open_table_and_no_score(region, files, shown):
    rows = json.loads(files["data/kelengkapan.json"])["kelengkapan"]
    part = shown.partition("Kesiapan untuk indeks nasional")[2].partition("Teks untuk")[0]
    lines = re.findall(r"[a-z0-9]: (\d+ (?:ya|belum|inovasi)[^.]*)\.", part)
    told = []
    for key in ("masa", "tahapan", "rancang_bangun", "indikator_wajib"):
        met, unmet, unknown = (sum(row[key] is value for row in rows) for value in (True, False, None))
        counts = (("ya", met), ("belum", unmet), ("belum diketahui", unknown))
        words = ", ".join(f"{count} {word}" for word, count in counts if count)
        told.append(f"{unknown} inovasi, semuanya belum diketahui" if unknown == len(rows) else words)
    assert lines == told
    proven = sum(bool(row["berbukti"]) for row in rows)
    assert proven
    assert f"Bukti indikator: tercatat pada {proven} dari {len(rows)} inovasi." in part
    assert part.index("urusan pelayanan dasar tercakup") < part.index(told[0])
    assert not re.search(r"skor|nilai indeks|predikat|diperkirakan|proyeksi", shown, re.IGNORECASE)


def test_changes_are_told_against_last_month_and_last_year(files, shown):
    course = {row["bulan"]: row for row in json.loads(files["kepatuhan/riwayat.json"])["riwayat"]}
    for words_of, month in (("Bulan lalu", "2026-10"), ("Setahun lalu", "2025-11")):
        end = course.get(month)
        said = (
            f"{end['memenuhi']} dari {end['dari']} memenuhi kewajiban {end['tahun']}"
            if end
            else "belum dapat dibandingkan"
        )
        assert re.search(rf"{words_of}[^.]*{said}", shown)


def test_who_has_to_do_something_is_named_with_what_it_is(region, files, shown):
    unread = [path for path, entry in entries(region).items() if not entry.get("diperiksa")]
    part = shown.partition("Yang perlu ditindaklanjuti")[2].partition("Inovasi menurut tahun")[0]
    [count] = re.findall(r"perlu memeriksa kebenaran (\d+) isian", part)
    assert int(count) >= len(unread)
    index = next(one for one in json.loads(files["data/kepatuhan.json"])["tahun"] if one["tahun"] == 2026)
    assert f"{index['dari'] - index['memenuhi']} perangkat daerah belum tercatat berinovasi pada 2026" in part


def test_an_agency_that_has_not_met_the_duty_but_has_innovations_is_named_with_their_number(region, files, shown):
    rows = json.loads(files["data/kepatuhan.json"])["kepatuhan"]
    behind = {r["perangkat_daerah"] for r in rows if r["tahun"] == 2026 and r["status"] in ("belum", "tidak")}
    owned = Counter(path.parent.name for path in entries(region) if path.parent.name in behind)
    assert owned
    agencies = yaml.safe_load((region / "registry/agencies.yml").read_text())["perangkat_daerah"]
    names = {a["slug"]: a.get("nama_pendek") or a["nama_resmi"] for a in agencies}
    part = shown.partition("Inovasi menurut")[0]
    [told] = re.findall(r"Sudah punya: (.*?)\.", part)
    assert Counter(dict(re.findall(r"(?:; |^)(.+?) \((\d+)\)", told))) == {
        names[slug]: str(count) for slug, count in owned.items()
    }
    others = [names[slug] for slug in behind - owned.keys()]
    if others:
        assert f"{len(owned)} di antaranya sudah punya inovasi" in part
        [rest] = re.findall(r"Belum: (.*?)\.", part)
        assert sorted(rest.split("; ")) == sorted(others)
    else:
        assert "Semuanya sudah punya inovasi" in part


def test_an_agency_that_cannot_be_judged_but_has_innovations_is_named_with_their_number(region, files, shown):
    rows = json.loads(files["data/kepatuhan.json"])["kepatuhan"]
    unsure = {r["perangkat_daerah"] for r in rows if r["tahun"] == 2026 and r["status"] == "belum-dikonfirmasi"}
    owned = Counter(path.parent.name for path in entries(region) if path.parent.name in unsure)
    told = shown.partition(f"{len(unsure)} perangkat daerah belum dapat dinilai")[2].partition("Nama dipastikan")[0]
    assert told
    assert [f"({count})" for count in owned.values()] == re.findall(r"\(\d+\)", told)


def test_years_that_count_one_innovation_twice_say_so(region, shown):
    part = shown.partition("Inovasi menurut tahun")[2].partition("Yang berubah")[0]
    counted = sum(int(count) for _, count in re.findall(r"\b(20\d\d) (\d+) ", part))
    rest = re.search(r"(\d+) inovasi lain dimulai", part)
    twice = counted + int(rest[1] if rest else 0) > len(entries(region))
    assert ("Satu inovasi dapat terhitung pada beberapa tahun." in part) is twice


def test_the_lines_for_a_chat_are_ten_and_say_the_same(files, shown):
    page = files["ringkasan/index.md"].decode()
    lines = re.search(r"(?s)<pre[^>]*><code>(.*?)</code>", page)[1].split("\n")
    assert len(lines) == 10
    assert lines[0].endswith("24 November 2026")
    assert "Belum tercatat tidak berarti lalai" in lines[1]
    assert [
        line for line in lines[2:8] if line.removesuffix(".") not in shown and not line.startswith("Tidak ada")
    ] == []
    assert lines[-1] == "Selengkapnya: https://contoh.go.id/katalog/ringkasan/"


def test_an_empty_catalogue_has_a_brief_that_says_what_is_known(project):
    made = tree(project({"innovations/dinkes/posyandu-malam.yml": None, "registry/indicators/2026.yml": None}))
    shown = words(made["ringkasan/index.md"].decode())
    assert "0 inovasi tercatat" in shown
    assert "Penghargaan belum tercatat di katalog." in shown
    assert "Kesiapan untuk indeks nasional" not in shown
    lines = re.search(r"(?s)<pre[^>]*><code>(.*?)</code>", made["ringkasan/index.md"].decode())[1].split("\n")
    assert len(lines) == 10


def test_the_counts_are_those_of_the_asked_day(project):
    made = tree(project(), as_of=dt.date(2026, 11, 1))
    assert "Keadaan per 1 November 2026." in words(made["ringkasan/index.md"].decode())


def test_where_innovations_are_used_at_home_is_told_once_somebody_said_so(region, shown):
    users = [user for entry in entries(region).values() for user in entry.get("pemakai", ())]
    now = [user for user in users if user["keadaan"] in ("dipakai", "uji-coba")]
    assert users
    assert f"Dipakai atau dicoba di {len(now)} tempat" in shown.partition("Dipakai di dalam daerah")[2]
