"""The open data: same rows everywhere, described, licensed, safe in a spreadsheet, nothing lost."""

import csv
import datetime as dt
import html
import html.parser
import io
import json
import re
import shutil
import urllib.parse
import xml.etree.ElementTree as ET
from pathlib import Path

import markdown
import pytest
import yaml
from conftest import BASE, ENTRY, ROOT, SETTINGS, TODAY, made, tree

from generator import checking, dates
from generator.publishing.exports import feeds, search_index
from generator.publishing.search import postings
from generator.publishing.search.keys import KEY_LETTERS
from generator.schema.entry import entry_fields
from generator.settings import Edition, FileDates

SMALL = ROOT / "tests/golden/small/source"
COMMIT = "89abcdef89abcdef89abcdef89abcdef89abcdef"
TABLES = {
    "data/inovasi": "inovasi", "data/perangkat-daerah": "perangkat_daerah", "data/kepatuhan": "kepatuhan",
    "kepatuhan/riwayat": "riwayat", "data/kelengkapan": "kelengkapan",
}  # fmt: skip
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d")
ATOM = "{http://www.w3.org/2005/Atom}"


def _build(root, edition):
    checked = checking.check(root, edition.as_of)
    assert not checked.problems.errors, checked.problems.errors
    return checked, made(root, checked, SETTINGS, edition)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The built golden region: every field in use."""
    root = tmp_path_factory.mktemp("small")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return _build(root, Edition(TODAY, TODAY, COMMIT))


@pytest.fixture(scope="module")
def real(frozen):
    """The built real catalogue, as it was."""
    return _build(frozen, Edition(TODAY, TODAY, COMMIT))


def _json(files, path):
    return json.loads(files[path])


def _csv(files, name):
    text = files[f"{name}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _back(cell, like):
    """A CSV cell read as the kind of value that JSON has."""
    if like is None:
        return cell or None
    if isinstance(like, dict):  # a withdrawal, of which the table has the day
        return {**like, "tanggal": cell}
    if isinstance(like, list):
        return [type(like[0])(part) for part in cell.split(";")] if like else list(cell)
    if isinstance(like, bool):
        return {"true": True, "false": False}[cell]
    if isinstance(like, int):
        return int(cell)
    return cell.removeprefix("'") if like.startswith(FORMULA_SIGNS) else cell


@pytest.mark.parametrize("name", TABLES)
def test_csv_parses_back_to_the_values_of_json(small, name):
    _, files = small
    rows = _json(files, f"{name}.json")[TABLES[name]]
    cells = _csv(files, name)
    assert len(cells) == len(rows) > 0
    for cell_row, row in zip(cells, rows, strict=True):
        assert {key: _back(cell, row[key]) for key, cell in cell_row.items()} == {key: row[key] for key in cell_row}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described_in_json_in_csvw_and_on_the_data_page(small, name):
    _, files = small
    columns = list(_csv(files, name)[0])
    meanings = _json(files, f"{name}.json")["tentang"]["kolom"]
    described = _json(files, f"{name}.csv-metadata.json")["tableSchema"]["columns"]
    assert list(meanings) == columns
    assert [column["titles"] for column in described] == columns
    assert [column["dc:description"] for column in described] == list(meanings.values())
    assert all(meaning.endswith(".") for meaning in meanings.values())
    page = files["data/index.md"].decode()
    for column in columns:
        assert f"<code>{column}</code></th><td>{html.escape(meanings[column], quote=False)}</td>" in page


def test_every_key_of_a_json_record_is_described_in_the_table_or_in_the_schema(small):
    _, files = small
    body = _json(files, "data/inovasi.json")
    known = body["tentang"]["kolom"].keys() | _json(files, "data/skema.json")["properties"].keys()
    assert {key for row in body["inovasi"] for key in row} <= known


def test_every_json_file_says_licence_day_and_commit(small):
    _, files = small
    paths = [f"{name}.json" for name in TABLES]
    paths += [p for p in files if re.fullmatch(r"data/inovasi/[a-z-]+\.json", p) and "inovasi" in _json(files, p)]
    assert len(paths) > len(TABLES) + 3
    for path in paths:
        about = _json(files, path)["tentang"]
        assert about["lisensi"] == "CC BY 4.0"
        assert about["lisensi_alamat"] == "https://creativecommons.org/licenses/by/4.0/"
        assert about["per_tanggal"] == TODAY.isoformat()
        assert about["commit"] == COMMIT


@pytest.mark.parametrize("name", TABLES)
def test_the_description_beside_a_csv_says_licence_day_and_commit(small, name):
    _, files = small
    about = _json(files, f"{name}.csv-metadata.json")
    assert about["url"] == name.partition("/")[2] + ".csv"
    assert about["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert about["dc:modified"]["@value"] == TODAY.isoformat()
    assert about["dc:source"] == COMMIT


def test_one_innovations_file_has_the_same_record_as_the_whole_list(small):
    _, files = small
    rows = _json(files, "data/inovasi.json")["inovasi"]
    assert rows
    for row in rows:
        assert _json(files, f"data/inovasi/{row['slug']}.json")["inovasi"] == row


def test_rows_agree_with_the_catalogue_and_the_register(small):
    checked, files = small
    assert [row["slug"] for row in _csv(files, "data/inovasi")] == sorted(checked.catalogue.innovations)
    agencies = _csv(files, "data/perangkat-daerah")
    assert {row["slug"] for row in agencies} == set(checked.catalogue.registry.agencies)
    assert sum(int(row["jumlah_inovasi"]) for row in agencies) == len(checked.catalogue.listed)


def test_compliance_totals_agree_with_the_rows(small):
    _, files = small
    body = _json(files, "data/kepatuhan.json")
    assert [year["tahun"] for year in body["tahun"]] == [2026, 2025]
    for year in body["tahun"]:
        statuses = [row["status"] for row in body["kepatuhan"] if row["tahun"] == year["tahun"]]
        assert {status: statuses.count(status) for status in year["per_status"]} == year["per_status"]
        assert year["memenuhi"] == statuses.count("memenuhi")
        assert year["dari"] == sum(statuses.count(status) for status in ("memenuhi", "belum", "tidak"))
        assert len(statuses) == sum(year["per_status"].values())


def test_csv_is_utf8_without_mark_and_ends_lines_as_rfc_4180_says(small):
    _, files = small
    for name in TABLES:
        raw = files[f"{name}.csv"]
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert raw.endswith(b"\r\n")
        assert raw.count(b"\r\n") == raw.count(b"\n")


# Spreadsheets


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("https://contoh.go.id")', "+62 rekaan", "-1+1", "@SUM(A1)", "\uff1dA1", "=cmd|' /C calc'!A0", "=a;b"],
)
def test_a_formula_is_inert_in_csv_and_true_in_json(project, text):
    entry = ENTRY.replace("nama: Posyandu Malam", f"nama: {json.dumps(text, ensure_ascii=False)}")
    files = tree(project({"innovations/dinkes/posyandu-malam.yml": entry}))
    assert _json(files, "data/inovasi.json")["inovasi"][0]["nama"] == text
    assert _csv(files, "data/inovasi")[0]["nama"] == f"'{text}"
    # The reason of the verdict begins with our own words, so the name inside it is not a formula.
    assert text in next(r for r in _csv(files, "data/kepatuhan") if r["status"] == "memenuhi")["alasan"]


def test_no_cell_of_any_table_can_start_a_calculation(project):
    agencies = (BASE / "registry/agencies.yml").read_text("utf-8")
    agencies = agencies.replace("nama_resmi: Dinas Kesehatan", 'nama_resmi: "=1+1"')
    agencies = agencies.replace("nama_pendek: Dinkes", 'nama_pendek: "@Dinkes"').replace(
        "{judul: Rekaan}", '{judul: "-2"}'
    )
    files = tree(project({"registry/agencies.yml": agencies}))
    cells = [cell for name in TABLES for row in _csv(files, name) for cell in row.values()]
    assert "'=1+1" in cells
    assert "'@Dinkes" in cells
    assert "'-2" in cells
    assert not [cell for cell in cells if cell.startswith(FORMULA_SIGNS)]


def test_an_ordinary_cell_is_left_as_it_is(project):
    entry = ENTRY.replace("nama: Posyandu Malam", "nama: \"'Malam' = siap + sigap\"")
    files = tree(project({"innovations/dinkes/posyandu-malam.yml": entry}))
    assert _csv(files, "data/inovasi")[0]["nama"] == "'Malam' = siap + sigap"


# Old addresses


def test_the_form_learns_of_addresses_in_parts_and_at_first_of_those_alone_that_count(small):
    checked, built = small
    innovations = checked.catalogue.innovations
    form = _json(built, "kontribusi/formulir/isian.json")
    held = {}
    for start in form["alamat"].split():
        held |= _json(built, f"kontribusi/formulir/alamat/a-{start}.json")
    former = {alias: one.path for one in innovations.values() for alias in one.entry.aliases}
    assert held == former | {slug: one.agency.slug for slug, one in innovations.items()}
    counted = {slug for agency in form["perangkat_daerah"].values() for slug in agency.get("dihitung", ())}
    assert {slug for slug in held if f'"{slug}"'.encode() in built["kontribusi/formulir/isian.json"]} == counted


def test_an_alias_leads_to_its_entry_as_page_and_as_data(small):
    _, files = small
    page = files["inovasi/kirim-obat/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../antar-obat/">' in page
    assert '<a href="../antar-obat/">' in page
    assert f'<link rel="canonical" href="{SETTINGS.site}inovasi/antar-obat/">' in page
    moved = _json(files, "data/inovasi/kirim-obat.json")
    assert moved["slug"] == "antar-obat"


def test_the_data_of_an_alias_can_be_followed_under_a_sub_path(small):
    _, files = small
    old = "data/inovasi/kirim-obat.json"
    target = urllib.parse.urljoin(SETTINGS.site + old, _json(files, old)["pindah_ke"])
    assert target == f"{SETTINGS.site}data/inovasi/antar-obat.json"


def test_every_address_in_the_data_can_be_followed_under_a_sub_path(small):
    _, files = small
    for path in (
        path for path in files if re.fullmatch(r"data/(?:.+/)?[a-z-]+\.json", path) and path != "data/skema.json"
    ):
        about = _json(files, path).get("tentang", {})
        for key, name in (("skema", "data/skema.json"), ("situs", "")):
            if about.get(key):
                assert urllib.parse.urljoin(SETTINGS.site + path, about[key]) == SETTINGS.site + name, (path, key)


def test_an_alias_is_no_row_of_its_own(small):
    _, files = small
    assert "kirim-obat" not in [row["slug"] for row in _csv(files, "data/inovasi")]
    assert "/inovasi/kirim-obat/" not in re.sub("<id>.*</id>", "", files["feed.xml"].decode())


# Nothing is lost


class _Seen(html.parser.HTMLParser):
    """The visible text, the addresses and the words of attributes of a page."""

    def __init__(self):
        super().__init__()
        self.pieces, self.links, self.attributes = [], set(), set()

    def handle_starttag(self, tag, attrs):
        self.pieces.append(" ")
        for name, value in attrs:
            (self.links if name in ("href", "src") else self.attributes).add(value)

    def handle_data(self, data):
        self.pieces.append(data)


def _seen(source):
    _, _, body = source.decode().split("---\n", 2)
    page = _Seen()
    page.feed(markdown.markdown(body, extensions=["toc", "tables", "fenced_code"]))
    page.text = _flat("".join(page.pieces))
    return page


def _flat(text):
    return " ".join(text.split())


def _scalars(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner, path)
    elif value not in (None, "", "null", "~"):
        yield path, value


def _json_texts(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _json_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _json_texts(inner)
    elif isinstance(value, bool):
        yield "true" if value else "false"
    else:
        yield _flat(str(value))


_YES = {"true", "ya"}
_WORDS = {
    ("bentuk",): "bentuk",
    ("jenis",): "jenis",
    ("inisiator",): "inisiator",
    ("urusan",): "urusan",
    ("riwayat", "peristiwa"): "peristiwa",
    ("lokasi", "kecamatan"): "kecamatan",
    ("unit", "jenis"): "jenis_unit",
    ("kekayaan_intelektual", "jenis"): "jenis_ki",
    ("kekayaan_intelektual", "status"): "status_ki",
    ("kolaborator", "perangkat_daerah"): "perangkat_daerah",
    ("pemakai", "kecamatan"): "kecamatan",
    ("pemakai", "unit", "jenis"): "jenis_unit",
    ("pemakai", "perangkat_daerah"): "perangkat_daerah",
    ("pemakai", "keadaan"): "keadaan_pemakaian",
    ("pemakai", "alasan"): "alasan_berhenti",
    ("pendampingan", "perangkat_daerah"): "perangkat_daerah",
    ("pendampingan", "bentuk"): "bentuk_pendampingan",
    ("pendampingan", "keadaan"): "keadaan_pendampingan",
}
_PROSE = {("masalah",), ("solusi",), ("kebaruan",), ("manfaat",), ("catatan",)}
_FLAGS = {
    ("hasil", "klaim"): "klaim",
    ("pemakai", "klaim"): "klaim",
    ("hasil", "sasaran"): "sasaran",
    ("lokasi", "seluruh_wilayah"): "Semua kecamatan",
}
_LINKED = {"url", "laman"}


def _words_of(text):
    """Letters and digits alone: what is left of prose when its markup is gone."""
    return " ".join(re.findall(r"\w+", re.sub(r"\]\(\S+?\)", " ", text)))


def _shown(path, value, page, words):
    """Whether a reader of the page finds this value."""
    if path in _WORDS:
        return _flat(words[_WORDS[path]][value]) in page.text
    if path in _PROSE:
        return _words_of(value) in _words_of(page.text)
    if path in _FLAGS:
        return value.casefold() not in _YES or _FLAGS[path] in page.text
    if path == ("usulan_penyusun",):
        return entry_fields()[value].lower() in page.text.lower()
    if path[-1] in ("tanggal", "diperiksa", "sejak", "sampai", "tenggat", "selesai", "berlaku_sampai"):
        return dates.spoken(dates.PartialDate.parse(value)) in page.text
    if path[-1] in _LINKED or path[-2:] == ("bukti", "tautan"):
        return value in page.links
    if path[-1] == "jumlah":
        return f"Rp{int(value):,}".replace(",", ".") in page.text
    if path == ("gambar", "alt"):
        return value in page.attributes
    if path == ("gambar", "berkas"):
        return any(Path(value).stem in link for link in page.links)
    return _flat(value) in page.text


def _lost(checked, files):
    words = checked.catalogue.registry.words()
    for slug, innovation in checked.catalogue.innovations.items():
        raw = yaml.load(checked.loaded.documents[innovation.path].text, yaml.BaseLoader)
        texts = set(_json_texts(_json(files, f"data/inovasi/{slug}.json")))
        pages = (files.get(f"inovasi/{slug}/{more}index.md", b"") for more in ("", "meniru/"))
        page = _seen(b" ".join(pages))
        for path, value in _scalars(raw):
            known = {_flat(value), {"ya": "true", "tidak": "false"}.get(value.casefold(), value)}
            default = path[-1] in ("klaim", "sasaran", "layanan", "seluruh_wilayah") and value.casefold() not in _YES
            if not known & texts and not default:
                yield f"{slug}: {'.'.join(path)} is not in its JSON: {value!r}"
            # An old name is an address, a mark on a service number a permission: neither is shown.
            if path not in (("alias",), ("kontak", "layanan")) and not _shown(path, value, page, words):
                yield f"{slug}: {'.'.join(path)} is not on its page: {value!r}"


def test_nothing_that_stands_in_a_real_entry_is_lost(real):
    checked, files = real
    assert checked.catalogue.innovations
    assert list(_lost(checked, files)) == []


def test_nothing_of_an_entry_with_every_field_is_lost(small):
    assert list(_lost(*small)) == []


# The search index


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        pytest.param(2, [2], id="no room beside the weightiest"),
        pytest.param(3, [3], id="just enough for the weightiest"),
        pytest.param(5, [3, 2], id="room for some of the next place"),
        pytest.param(7, [3, 4], id="just enough for two places"),
        pytest.param(8, [3, 4, 1], id="room for some of the last place"),
        pytest.param(9, [3, 4, 2], id="room for all"),
    ],
)
def test_a_word_names_its_most_entries_in_all_places_together(project, monkeypatch, most, kept):
    monkeypatch.setattr(postings, "MOST_ENTRIES", most)
    name, summary = "nama: Posyandu Malam", "ringkasan: Posyandu"
    texts = [ENTRY.replace(name, f"nama: Kunang {number}") for number in range(3)]
    texts += [ENTRY.replace(summary, f"ringkasan: Kunang {number}") for number in range(4)]
    texts += [f"{ENTRY}masalah: Kunang {number}.\n" for number in range(2)]
    built = tree(project({f"innovations/dinkes/rekaan-{number}.yml": text for number, text in enumerate(texts)}))
    [keys] = [part["kunang"] for path in built if "/kata/" in path and "kunang" in (part := _json(built, path))]
    assert [len(places) // KEY_LETTERS for places in keys if places] == kept


# Feeds


def _dated(ages):
    """Edition and files: one entry per age in days, made so many days before the as-of day."""
    files, stamps = {"innovations/dinkes/posyandu-malam.yml": None}, {}
    noon = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
    for number, age in enumerate(ages):
        path = f"innovations/dinkes/rekaan-{number:02}.yml"
        files[path] = ENTRY.replace("Posyandu Malam", f"Rekaan {number:02}")
        stamps[path] = FileDates(noon - dt.timedelta(days=age), noon - dt.timedelta(days=age / 2))
    return files, Edition(TODAY, TODAY, COMMIT, stamps)


def _titles(raw):
    return [entry.findtext(f"{ATOM}title") for entry in ET.fromstring(raw).iter(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("ages", "shown"),
    [
        pytest.param(range(5), 5, id="few: all"),
        pytest.param(range(60, 90), 20, id="all old: the newest twenty"),
        pytest.param([1] * 30, 30, id="a burst within fourteen days hides nothing"),
        pytest.param([1] * 25 + [60] * 10, 25, id="burst, then old ones: the burst alone"),
        pytest.param([1] * 5 + [60] * 30, 20, id="few new, many old: filled up to twenty"),
    ],
)
def test_a_feed_has_the_newest_twenty_and_all_of_the_last_fourteen_days(project, ages, shown):
    files, edition = _dated(ages)
    _, built = _build(project(files), edition)
    titles = _titles(built["feed.xml"])
    assert len(titles) == len(set(titles)) == shown
    youngest = sorted(range(len(ages)), key=lambda n: ages[n])[:shown]
    assert sorted(ages[int(title.split()[-1])] for title in titles) == sorted(ages[n] for n in youngest)


def test_a_feed_has_no_more_than_twenty_entries_where_git_s_dates_are_not_known(project):
    files, _ = _dated([1] * 21)
    _, built = _build(project(files), Edition(TODAY, TODAY, COMMIT))
    assert len(_titles(built["feed.xml"])) == 20


def test_a_feed_never_has_more_than_its_most_however_many_entries_came_at_once(project, monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 23)
    files, edition = _dated([1] * 25)
    _, built = _build(project(files), edition)
    assert len(_titles(built["feed.xml"])) == 23


def test_a_feed_is_sound_atom_with_the_newest_first(small):
    checked, files = small
    feeds = [path for path in files if path.endswith("feed.xml")]
    assert len(feeds) == 2 + len(checked.catalogue.registry.agencies) + len(
        checked.catalogue.registry.taxonomy["urusan"]
    )
    for path in feeds:
        root = ET.fromstring(files[path])
        assert root.tag == f"{ATOM}feed"
        assert root.findtext(f"{ATOM}id") == f"{SETTINGS.site}{path}"
        for node in [root, *root.iter(f"{ATOM}entry")]:
            assert node.findtext(f"{ATOM}title")
            assert node.findtext(f"{ATOM}id").startswith("https://")
            assert dt.datetime.fromisoformat(node.findtext(f"{ATOM}updated")).tzinfo
        assert path.startswith("perubahan/") or root.find(f".//{ATOM}published") is None, "without Git nobody knows"
        updated = [dt.datetime.fromisoformat(e.findtext(f"{ATOM}updated")) for e in root.iter(f"{ATOM}entry")]
        assert updated == sorted(updated, reverse=True)
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))


def test_a_feed_without_known_dates_or_address_is_still_sound(project):
    root = project()
    checked = checking.check(root, TODAY)
    bare = type(SETTINGS)(name="Contoh", region="Contoh", government="Contoh", operator="Contoh")
    built = made(root, checked, bare, Edition(TODAY, TODAY))
    for path in (path for path in built if path.endswith("feed.xml")):
        for node in (feed := ET.fromstring(built[path])), *feed.iter(f"{ATOM}entry"):
            assert ":" in node.findtext(f"{ATOM}id")
            latest = max(checked.catalogue.innovations["posyandu-malam"].entry.events, key=lambda e: e.date).date.first
            assert path.startswith("perubahan/") or node.findtext(f"{ATOM}updated").startswith(latest.isoformat())
        if not path.startswith("perubahan/"):
            assert "Riwayat Git tidak ada" in feed.findtext(f"{ATOM}subtitle")


def test_the_feed_and_the_data_of_an_agency_that_ended_say_where_to_go_on(small):
    checked, files = small
    ended = [agency for agency in checked.catalogue.registry.agencies.values() if agency.until]
    assert [(agency.slug, agency.successors) for agency in ended] == [("dinas-lama", ("dinas-gabungan",))]
    feed = ET.fromstring(files["perangkat-daerah/dinas-lama/feed.xml"])
    day = dates.spoken(ended[0].until)
    said = f"Perangkat daerah ini berlaku sampai {day}. Diteruskan oleh Dinas Gabungan."
    assert feed.findtext(f"{ATOM}subtitle").startswith(said)
    [link] = feed.findall(f"{ATOM}link[@rel='related']")
    assert (link.get("title"), link.get("type")) == ("Dinas Gabungan", "application/atom+xml")
    assert link.get("href") == f"{SETTINGS.site}perangkat-daerah/dinas-gabungan/feed.xml"
    row = next(row for row in _csv(files, "data/perangkat-daerah") if row["slug"] == "dinas-lama")
    assert (row["berlaku_sampai"], row["penerus"]) == (str(ended[0].until), "dinas-gabungan")


def test_a_feed_of_an_agency_that_goes_on_names_no_other(small):
    checked, files = small
    for slug, agency in checked.catalogue.registry.agencies.items():
        feed = ET.fromstring(files[f"perangkat-daerah/{slug}/feed.xml"])
        assert bool(feed.findall(f"{ATOM}link[@rel='related']")) == bool(agency.successors)
        assert ("berlaku sampai" in feed.findtext(f"{ATOM}subtitle")) == (agency.until is not None)
    for path in ("feed.xml", "urusan/kesehatan/feed.xml"):
        assert b"berlaku sampai" not in files[path]


def test_an_agency_that_ended_in_several_names_each_of_them(project):
    agencies = (BASE / "registry/agencies.yml").read_text("utf-8")
    changed = agencies.replace("nama_pendek: Dinkes", "berlaku_sampai: 2026-06-30\n    penerus: [rsud, disdik]")
    assert changed != agencies
    root = project({"registry/agencies.yml": changed})
    checked = checking.check(root, TODAY)
    bare = type(SETTINGS)(name="Contoh", region="Contoh", government="Contoh", operator="Contoh")
    feed = ET.fromstring(made(root, checked, bare, Edition(TODAY, TODAY))["perangkat-daerah/dinkes/feed.xml"])
    links = [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='related']")]
    assert links == ["../rsud/feed.xml", "../disdik/feed.xml"]


def test_a_feed_of_an_agency_or_an_affair_has_its_innovations_alone(small):
    _, files = small
    assert set(_titles(files["perangkat-daerah/rsud/feed.xml"])) == {"Daftar Daring"}
    assert set(_titles(files["urusan/pendidikan/feed.xml"])) == {'Antar Obat <"Siap & Sigap">', "Kelas Sungai"}
    assert _titles(files["perangkat-daerah/dinas-baru/feed.xml"]) == []


def test_another_name_of_an_innovation_is_shown_exported_and_searched_like_its_name(project):
    entry = ENTRY.replace("ringkasan:", "nama_lain: [PMX, Posyandu Bulan]\nringkasan:", 1)
    files = tree(project({"innovations/disdik/kelas-lain.yml": entry}))
    page = files["inovasi/kelas-lain/index.md"].decode()
    assert "Disebut juga: PMX, Posyandu Bulan." in page
    assert '"alternateName": ["PMX", "Posyandu Bulan"]' in page
    [row] = [row for row in _csv(files, "data/inovasi") if row["slug"] == "kelas-lain"]
    assert row["nama_lain"] == "PMX;Posyandu Bulan"
    words = {word: at for path in files if path.startswith("cari/kata/") for word, at in _json(files, path).items()}
    key = search_index.entry_keys(dict.fromkeys(["kelas-lain", "posyandu-malam"]))["kelas-lain"]
    assert words["pmx"] == [key]  # the whole of a name
