"""Completeness for the national index: every figure told a second time, from the raw YAML of the files alone."""

import csv
import datetime as dt
import io
import json
import re
import shutil

import pytest
import yaml
from conftest import BASE, ENTRY, ROOT, check, tree
from site_text import words

DOCUMENTED = ROOT / "tests/documented"
EDITION = DOCUMENTED / "registry/indicators/2026.yml"
SLUGS = ("klinik-terapung", "posyandu-malam", "sepeda-gizi")


@pytest.fixture(scope="module")
def documented(tmp_path_factory):
    """The project: the fictional region with its documented innovations."""
    root = tmp_path_factory.mktemp("documented")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(DOCUMENTED, root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return root


@pytest.fixture(scope="module")
def files(documented):
    return tree(documented)


def raw(path):
    return yaml.safe_load(path.read_text("utf-8"))


def entry(root, slug):
    [file] = root.glob(f"innovations/*/{slug}.yml")
    return raw(file)


def told_again(edition, written):
    """(indicator, weight x level where there is evidence, what its next document brings) from plain data."""
    for indicator in edition["indikator"]:
        stated = (written.get("kematangan") or {}).get(indicator["slug"], {})
        level, evidence = stated.get("tingkat", 0), stated.get("bukti")
        weight = indicator["bobot"]
        gain = weight * level if level and not evidence else weight * (level < 3)
        yield indicator, weight * level if evidence else 0, gain


def page(files, slug):
    return files[f"inovasi/{slug}/kelengkapan/index.md"].decode()


def rows(files):
    return {row["slug"]: row for row in json.loads(files["data/kelengkapan.json"])["kelengkapan"]}


@pytest.mark.parametrize("slug", SLUGS)
def test_points_are_weight_times_level_where_there_is_evidence(documented, files, slug):
    edition, written = raw(EDITION), entry(documented, slug)
    points = sum(points for _, points, _ in told_again(edition, written))
    assert rows(files)[slug]["nilai"] == points
    shown = words(page(files, slug))
    proven = [indicator for indicator, points, _ in told_again(edition, written) if points]
    if written.get("kematangan"):
        assert f"Nilai tercatat {points} dari 111, {len(proven)} dari {len(edition['indikator'])} indikator" in shown
    else:
        assert "Bukti indikator belum dicatat; nilai tertinggi 111." in shown
    for indicator in edition["indikator"]:
        assert f"{indicator['nomor']}. {indicator['nama']}" in shown
        told = list(indicator["tingkat"].values()) if indicator["tingkat"] else []
        assert not [one for one in told if one not in shown]


def test_every_way_to_count_stands_once_with_its_levels_on_the_shared_page(files):
    shown = words(files["kelengkapan/index.md"].decode())
    ways = [one["dasar_hitung"] for one in raw(EDITION)["indikator"] if one["dasar_hitung"]]
    assert ways
    for bases in ways:
        for name, levels in bases.items():
            assert f"{name.replace('-', ' ').capitalize()} {' '.join(levels.values())}" in shown


def test_the_fully_documented_innovation_reaches_exactly_111_points(documented, files):
    row = rows(files)["klinik-terapung"]
    assert (row["nilai"], row["nilai_tertinggi"], row["berikutnya"]) == (111, 111, [])
    assert [row[key] for key in ("masa", "tahapan", "rancang_bangun", "indikator_wajib")] == [True] * 4
    shown = words(page(files, "klinik-terapung"))
    assert "Nilai tercatat 111 dari 111, 20 dari 20 indikator berbukti. 4 dari 4 syarat terpenuhi." in shown
    assert "Semua indikator edisi 2026 sudah berbukti pada tingkat tertinggi." in shown
    for stated in entry(documented, "klinik-terapung")["kematangan"].values():
        assert stated["bukti"][0]["judul"] in shown
        assert stated["bukti"][0]["tautan"] in page(files, "klinik-terapung")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_next_documents_are_the_mandatory_ones_then_by_the_points_they_bring(documented, files, slug):
    told = [
        (indicator["wajib"] not in (True, "ya"), -gain, indicator["nomor"], indicator)
        for indicator, _, gain in told_again(raw(EDITION), entry(documented, slug))
        if gain
    ]
    expected = sorted(told, key=lambda row: row[:3])
    assert rows(files)[slug]["berikutnya"] == [indicator["slug"] for *_, indicator in expected]
    shown, _, folded = page(files, slug).partition('id="indikator"')[0].partition("<details>")
    lines = [words(f"<li>{item}") for item in shown.partition('id="berikutnya"')[2].split("<li>")[1:]]
    assert len(lines) == min(5, len(expected))
    for (_, gain, _, indicator), line in zip(expected, lines, strict=False):
        assert line.startswith(indicator["nama"])
        assert f"nilai bertambah {-gain} bila" in line
        assert f"paling tinggi {3 * indicator['bobot']}." in line
        assert "Catat bukti" in line
    assert (f"{len(expected) - 5} dokumen lagi" in words(folded)) == (len(expected) > 5)
    assert not [indicator["nama"] for *_, indicator in expected[5:] if indicator["nama"] not in words(folded)]


def test_a_level_without_evidence_counts_nothing_and_asks_for_its_document_first(files):
    shown = words(page(files, "sepeda-gizi"))
    assert "bila bukti tingkat 2 dicatat" in shown
    assert "Tingkat 2, bukti belum tercatat: 0 dari 9 " in shown
    assert rows(files)["sepeda-gizi"]["berikutnya"][0] == "regulasi"


def test_what_is_not_recorded_is_not_known_and_never_a_no(documented, files):
    row = rows(files)["sepeda-gizi"]
    assert [row[key] for key in ("masa", "tahapan", "rancang_bangun", "indikator_wajib")] == [None, False, None, False]
    row = rows(files)["posyandu-malam"]
    assert row["rancang_bangun"] is None
    assert row["indikator_wajib"] is None
    shown = words(page(files, "sepeda-gizi"))
    count = len(entry(documented, "sepeda-gizi")["solusi"].split())
    assert f"naskah rancang bangun belum dicatat; ringkasan di katalog {count} kata" in shown
    assert "syarat terpenuhi; 2 belum, 2 belum diketahui." in shown
    assert "Belum diketahui: Semua indikator wajib berbukti" in words(page(files, "posyandu-malam"))


@pytest.mark.parametrize(
    ("events", "met"),
    [
        ([("penerapan", "2024-01-01")], True), ([("penerapan", "2025-12-31")], True), ([("penerapan", "2025")], True),
        ([("penerapan", "2023-12-31")], None), ([("penerapan", "2026-01-01")], False),
        ([("dilaporkan", "2025"), ("penerapan", "2026-01-01")], None), ([("inisiatif", "2026-02")], False),
        ([("penerapan", "2019"), ("selesai", "2023-12-31")], False), ([("pengembangan", "2026-02")], None),
        ([("penerapan", "2019"), ("selesai", "2024")], None), ([("penerapan", "2025-12-31"), ("selesai", "2026")], True),
        ([("penerapan", "2020"), ("pengembangan", "2024-06")], True), ([("uji-coba", "2024-06")], None),
        ([("dilaporkan", "2024")], None),
    ],
)  # fmt: skip
def test_the_window_is_met_by_a_use_or_a_development_that_lies_in_it(project, events, met):
    history = "".join(f"  - peristiwa: {kind}\n    tanggal: {date}\n" for kind, date in events)
    text = re.sub(r"(?s)riwayat:\n.*?(?=^\S|\Z)", f"riwayat:\n{history}", ENTRY, count=1, flags=re.MULTILINE)
    root = project({"innovations/dinkes/posyandu-malam.yml": text, "registry/indicators/2026.yml": EDITION.read_text()})
    assert rows(tree(root))["posyandu-malam"]["masa"] is met


def test_a_window_that_cuts_a_date_known_by_its_year_alone_is_not_known(project):
    cut = EDITION.read_text().replace("dari: 2024-01-01", "dari: 2024-03-01")
    text = re.sub(r"tanggal: \S+", "tanggal: 2024", ENTRY, count=1)
    text = re.sub(r"peristiwa: \S+", "peristiwa: penerapan", text, count=1)
    root = project({"innovations/dinkes/posyandu-malam.yml": text, "registry/indicators/2026.yml": cut})
    assert rows(tree(root))["posyandu-malam"]["masa"] is None


def test_table_page_and_innovations_of_the_data_agree(documented, files):
    table = list(csv.DictReader(io.StringIO(files["data/kelengkapan.csv"].decode(), newline="")))
    assert {row["slug"]: int(row["nilai"]) for row in table} == {s: row["nilai"] for s, row in rows(files).items()}
    shared = words(files["kelengkapan/index.md"].decode())
    for slug, row in rows(files).items():
        if row["diisi"]:
            assert f"{entry(documented, slug)['nama']} {row['nilai']} {len(row['berbukti'])} dari 20" in shared
    for key, label in (("masa", "Ada penerapan atau pengembangan"), ("tahapan", "Tahapannya penerapan")):
        met = [row[key] for row in rows(files).values()]
        counts = " ".join(str(met.count(value)) for value in (True, False, None))
        assert re.search(rf"{label}[^|]*? {counts} ", shared), (label, counts)
    names = {None: "Belum diketahui", True: "Ya", False: "Belum"}
    behind = shared.partition("Inovasi di balik setiap angka")[2]
    for answer, label in names.items():
        found = sorted(entry(documented, slug)["nama"] for slug, row in rows(files).items() if row["masa"] is answer)
        assert not found or f"{label} ({len(found)}): {', '.join(found)}." in behind


def test_how_many_affairs_of_basic_service_are_covered_comes_first(documented, files):
    shared = words(files["kelengkapan/index.md"].decode())
    edition = raw(EDITION)
    counts = {
        affair: sum(affair in entry(documented, slug)["urusan"] for slug in SLUGS)
        for affair in edition["urusan_pelayanan_dasar"]
    }
    covered = [affair for affair, count in counts.items() if count]
    least = edition["urusan_dasar_paling_sedikit"]
    told = f"{len(covered)} dari {len(counts)} urusan pelayanan dasar tercakup oleh inovasi di katalog"
    assert f"{told}; diminta paling sedikit {least}." in shared
    assert (f"tetap 0; paling tinggi {edition['nilai_jumlah_tertinggi']}." in shared) == (len(covered) < least)
    for affair, count in counts.items():
        assert f"{affair.capitalize()} ({count} inovasi)" in shared if count else affair.capitalize() in shared
    assert shared.index("tercakup oleh") < shared.index("Syarat ikut")


def test_every_page_says_that_it_is_a_self_assessment_and_where_it_comes_from(files):
    for path in ("kelengkapan/index.md", *(f"inovasi/{slug}/kelengkapan/index.md" for slug in SLUGS)):
        shown = words(files[path].decode())
        assert "Penilaian mandiri" in shown
        assert "ukan nilai resmi" in shown
        assert "dari sumber sekunder; pedoman resminya belum diperoleh" in shown
        assert (raw(EDITION)["keterangan_kepastian"] in shown) == (path == "kelengkapan/index.md")
        assert "predikat" not in shown.casefold()


def test_editions_stand_side_by_side_with_what_changed(files):
    shared = words(files["kelengkapan/index.md"].decode())
    for sentence in (
        "Beda dengan edisi 2025:",
        "Nilai tertinggi satu inovasi: 96 menjadi 111.",
        "Indikator baru: Video inovasi daerah (bobot 4).",
        "Replikasi: bobot 2 menjadi 3.",
        "Ketersediaan dan peran SDM terhadap inovasi daerah, tingkat 1: 1-5 orang menjadi 1-10 orang.",
    ):
        assert sentence in shared


def test_a_coming_edition_is_shown_and_not_used_before_its_year(project):
    coming = EDITION.read_text().replace("edisi: 2026", "edisi: 2027", 1)
    root = project({"registry/indicators/2026.yml": EDITION.read_text(), "registry/indicators/2027.yml": coming})
    files = tree(root)
    assert rows(files)["posyandu-malam"]["edisi"] == 2026
    assert "Sama dengan edisi 2026." in words(files["kelengkapan/index.md"].decode())
    assert rows(tree(root, as_of=dt.date(2027, 1, 1)))["posyandu-malam"]["edisi"] == 2027


def test_an_indicator_that_an_edition_no_longer_asks_for_is_told_apart(project):
    late = (DOCUMENTED / "registry/indicators/2025.yml").read_text()
    files = {
        "registry/indicators/2025.yml": EDITION.read_text().replace("edisi: 2026", "edisi: 2025", 1),
        "registry/indicators/2026.yml": late.replace("edisi: 2025", "edisi: 2026", 1),
        "innovations/dinkes/klinik-terapung.yml": (DOCUMENTED / "innovations/dinkes/klinik-terapung.yml").read_text(),
    }
    made = tree(project(files))
    assert rows(made)["klinik-terapung"]["nilai"] == 96
    assert "tidak ada dalam edisi 2026: Video inovasi daerah." in words(page(made, "klinik-terapung"))


def test_a_region_without_an_edition_has_no_such_page(project):
    made = tree(project({"registry/indicators/2026.yml": None}))
    assert not [path for path in made if "kelengkapan/" in path]
    assert [row["nilai"] for row in json.loads(made["data/kelengkapan.json"])["kelengkapan"]] == [None]


def test_counts_of_the_duty_do_not_change_by_evidence(documented, files):
    bare = "".join(
        (documented / "innovations/dinkes/klinik-terapung.yml").read_text("utf-8").partition("kematangan:")[:1]
    )
    (root := documented.with_name("bare")).mkdir()
    shutil.copytree(documented, root, dirs_exist_ok=True, symlinks=True)
    (root / "innovations/dinkes/klinik-terapung.yml").write_text(bare, "utf-8")
    assert tree(root)["data/kepatuhan.json"] == files["data/kepatuhan.json"]


def test_the_documented_region_has_neither_errors_nor_faults_of_indicators(documented):
    told = check(documented)
    assert not told.errors
    assert not [problem for problem in told if problem.code in ("K006", "A041", "A042")]
