"""What the open data say of themselves in the words of three standards: CSVW, Data Package, DCAT."""

import csv
import datetime as dt
import io
import json
import re
import shutil
import urllib.parse
from dataclasses import replace

import jsonschema
import pytest
from conftest import BASE, ENTRY, ROOT, SETTINGS, TODAY

from generator import checking
from generator.publishing.exports import Build, data_catalogue, data_package, open_data, reader_data, workbooks
from generator.publishing.tables import TABLES, files_of
from generator.publishing.view import View
from generator.settings import LICENCE_ADDRESS, Edition

SMALL = ROOT / "tests/golden/small/source"
COMMIT = "89abcdef89abcdef89abcdef89abcdef89abcdef"
PROFILE = json.loads((ROOT / "tests/standards/tabular-data-package.json").read_text("utf-8"))
READ = {
    "string": str,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": dt.date.fromisoformat,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The golden region, every field in use: whether its address is known -> its files."""
    root = tmp_path_factory.mktemp("small")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    catalogue = checking.check(root, TODAY).catalogue
    known = {True: SETTINGS, False: replace(SETTINGS, site="")}
    return {there: made(root, View(catalogue, one, Edition(TODAY, TODAY, COMMIT))) for there, one in known.items()}


def made(root, view):
    modules = (open_data, reader_data, workbooks, data_package, data_catalogue)
    return {path: content for module in modules for path, content in module.files(Build(root, view))}


def _rows(raw, delimiter):
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True))


def test_every_csv_reads_as_its_description_says(built):
    files = built[True]
    tables = [path for path in files if path.endswith(".csv") and not path.startswith("kontribusi/")]
    assert len(tables) > 10
    for path in tables:
        about = json.loads(files[f"{path}-metadata.json"])
        assert urllib.parse.urljoin(path, about["url"]) == path
        assert about["dc:license"] == {"@id": LICENCE_ADDRESS}
        assert about["dc:modified"]["@value"] == TODAY.isoformat()
        columns = about["tableSchema"]["columns"]
        heads, *rows = _rows(files[path], about.get("dialect", {}).get("delimiter", ","))
        assert heads == [column["titles"] for column in columns]
        assert len({column["name"] for column in columns}) == len(columns)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column["name"]) for column in columns)
        for row in rows:
            for text, column in zip(row, columns, strict=True):
                parts = text.split(column["separator"]) if "separator" in column else [text]
                for part in parts if text else ():
                    READ[column["datatype"]](part)


def test_lists_numbers_and_days_are_described_as_such(built):
    about = json.loads(built[True]["data/inovasi.csv-metadata.json"])
    columns = {column["titles"]: column for column in about["tableSchema"]["columns"]}
    assert columns["tahun"]["separator"] == ";"
    assert columns["tahun"]["datatype"] == "integer"
    assert columns["diperiksa"]["datatype"] == "date"
    assert columns["seluruh_wilayah"]["datatype"] == "boolean"
    assert "separator" not in columns["nama"]


@pytest.mark.parametrize("there", [True, False], ids=["address known", "address not known"])
def test_the_data_package_follows_the_published_profile_and_its_tables(built, there):
    files = built[there]
    package = json.loads(files["data/datapackage.json"])
    jsonschema.Draft4Validator(PROFILE).validate(package)
    assert package["licenses"][0]["path"] == LICENCE_ADDRESS
    assert TODAY.isoformat() in package["description"]
    names = {resource["name"] for resource in package["resources"]}
    assert {"inovasi", "perangkat-daerah", "kepatuhan", "kelengkapan", "inovasi-tabel"} == names - {"riwayat"}
    assert ("riwayat" in names) == there
    for resource in package["resources"]:
        path = urllib.parse.urljoin("data/", resource["path"]).removeprefix(SETTINGS.site)
        heads, *rows = _rows(files[path], resource.get("dialect", {}).get("delimiter", ","))
        fields = resource["schema"]["fields"]
        assert heads == [field["name"] for field in fields]
        for row in rows:
            for text, field in zip(row, fields, strict=True):
                assert not text or READ[field["type"]](text) is not None


def test_the_profile_refuses_a_package_that_is_none(built):
    package = json.loads(built[True]["data/datapackage.json"])
    del package["resources"][0]["schema"]
    assert not jsonschema.Draft4Validator(PROFILE).is_valid(package)


@pytest.mark.parametrize("there", [True, False], ids=["address known", "address not known"])
def test_the_catalogue_of_data_has_what_a_portal_needs_and_leads_to_files_that_there_are(built, there):
    files = built[there]
    catalogue = json.loads(files["data/katalog.jsonld"])
    assert catalogue["@type"] == "dcat:Catalog"
    assert {"dct:title", "dct:description", "dct:publisher", "dct:license", "dct:modified"} <= catalogue.keys()
    seen = [catalogue["@id"]]
    for dataset in catalogue["dcat:dataset"]:
        assert dataset["@type"] == "dcat:Dataset"
        assert {"dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:license"} <= dataset.keys()
        assert dataset["dct:modified"] == {"@value": TODAY.isoformat(), "@type": "xsd:date"}
        seen.append(dataset["@id"])
        for distribution in dataset["dcat:distribution"]:
            seen.append(distribution["@id"])
            assert distribution["dcat:accessURL"] == distribution["dcat:downloadURL"]
            place = distribution["dcat:downloadURL"]["@id"]
            assert place.startswith("https://") == there
            path = urllib.parse.urljoin("data/katalog.jsonld", place).removeprefix(SETTINGS.site)
            assert path in files
            assert distribution["dct:format"].lower() == path.rpartition(".")[2]
            assert distribution["dct:license"] == {"@id": LICENCE_ADDRESS}
    assert len(seen) == len(set(seen))


def test_every_open_table_stands_in_the_package_and_in_the_catalogue_of_data(built):
    files = built[True]
    package = {one["name"] for one in json.loads(files["data/datapackage.json"])["resources"]}
    datasets = json.loads(files["data/katalog.jsonld"])["dcat:dataset"]
    places = [one["dcat:downloadURL"]["@id"] for dataset in datasets for one in dataset["dcat:distribution"]]
    assert {table.name for table in TABLES} <= package
    for table in TABLES:
        assert {f"{SETTINGS.site}{files_of(table)}.{kind}" for kind in ("csv", "json")} <= set(places)


def test_every_prefix_of_the_catalogue_is_explained(built):
    catalogue = json.loads(built[True]["data/katalog.jsonld"])

    def names(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from [inner] if key == "@type" else names(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from names(inner)

    used = {
        name.partition(":")[0] for name in names({k: v for k, v in catalogue.items() if k != "@context"}) if ":" in name
    }
    assert used <= catalogue["@context"].keys()


def test_each_agency_has_its_own_rows_and_all_together_are_the_whole(built):
    files = built[True]
    heads, *whole = _rows(files["data/inovasi-tabel.csv"], ";")
    code = heads.index("Kode perangkat daerah")
    parts = {
        path: _rows(raw, ";")
        for path, raw in files.items()
        if re.fullmatch(r"data/perangkat-daerah/[a-z-]+\.csv", path)
    }
    assert {row[code] for row in whole} <= {path.rpartition("/")[2].removesuffix(".csv") for path in parts}
    for path, (own_heads, *rows) in parts.items():
        assert own_heads == heads
        assert rows == [row for row in whole if f"/{row[code]}.csv" in path]


def test_a_table_for_people_says_names_beside_codes(built):
    heads, *rows = _rows(built[True]["data/inovasi-tabel.csv"], ";")
    assert not any("_" in head for head in heads)
    rich = next(dict(zip(heads, row, strict=True)) for row in rows if row[heads.index("Hasil")])
    assert rich["Perangkat daerah"] != rich["Kode perangkat daerah"] != ""
    assert len(rich["Urusan"].split("; ")) == len(rich["Kode urusan"].split("; "))
    assert built[True]["data/inovasi-tabel.csv"].startswith(b"\xef\xbb\xbf")


def test_no_cell_of_a_table_for_people_calculates_whichever_sign_parts_cells(project):
    entry = ENTRY.replace("nama: Posyandu Malam", 'nama: "biasa,=HYPERLINK(1); -2, @x"')
    root = project({"innovations/dinkes/posyandu-malam.yml": entry})
    view = View(checking.check(root, TODAY).catalogue, SETTINGS, Edition(TODAY, TODAY, COMMIT))
    raw = made(root, view)["data/inovasi-tabel.csv"]
    assert "biasa,'=HYPERLINK(1); '-2, '@x" in [row[0] for row in _rows(raw, ";")]
    for delimiter in ";,":
        lines = raw.decode("utf-8-sig").splitlines()
        cells = [cell.strip() for line in lines for cell in next(csv.reader([line], delimiter=delimiter))]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
