"""The published JSON Schema: valid, Indonesian, and of one mind with the checker."""

import html
import inspect
import json
import re
import shutil

import jsonschema
import pytest
import yaml
from catalogues import FROZEN
from conftest import BASE, ENTRY, ROOT, TODAY, tree

import generator.publishing.exports.json_schema
import generator.schema.entry
import generator.schema.everyday
import generator.schema.indicators
import generator.schema.maturity
import generator.schema.registry
from generator import checking
from generator.reading.document import read
from generator.schema.entry import Entry
from generator.schema.record import Record
from generator.schema.refusals import validate

DRAFT = jsonschema.Draft202012Validator


class _EditorLoader(yaml.SafeLoader):
    """How an editor's YAML reader sees a file: real numbers and booleans, dates as text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _as_an_editor(text):
    return yaml.load(text, _EditorLoader)


@pytest.fixture(scope="module")
def base():
    """The fictional region as it is checked."""
    return checking.check(BASE, TODAY)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The generated files of the fictional region."""
    root = tmp_path_factory.mktemp("region") / "project"
    shutil.copytree(BASE, root)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return tree(root)


@pytest.fixture(scope="module")
def published(files):
    """The schema as it is published for the fictional region."""
    return json.loads(files["data/skema.json"])


@pytest.fixture(scope="module")
def guide(files):
    return files["kontribusi/panduan/index.md"].decode()


@pytest.fixture(scope="module")
def both(base):
    """A function: (what our models say, what the schema says) of one file's text."""
    words = base.catalogue.registry.words()
    validator = DRAFT(generator.publishing.exports.json_schema.entry_schema(base.catalogue.registry))

    def judge(text):
        document, problems = read(text.encode(), "uji.yml")
        entry, refused = validate(Entry, document, words) if document else (None, problems)
        return entry is not None and not problems and not refused, validator.is_valid(_as_an_editor(text))

    return judge


def _nodes(node, path=()):
    yield path, node
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in children:
        yield from _nodes(inner, (*path, key))


def _properties(schema):
    for path, node in _nodes(schema):
        if path and path[-1] == "properties":
            yield from ((".".join(map(str, (*path, key))), key, inner) for key, inner in node.items())


def _models():
    modules = (
        generator.schema.entry,
        generator.schema.maturity,
        generator.schema.registry,
        generator.schema.everyday,
        generator.schema.indicators,
    )
    return {m for module in modules for m in vars(module).values() if inspect.isclass(m) and issubclass(m, Record)}


# The schema by itself


def test_the_published_schema_is_a_valid_2020_12_schema(published):
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    DRAFT.check_schema(published)


KEYWORDS = {
    *("$schema", "$defs", "$ref", "type", "enum", "const", "anyOf", "oneOf", "allOf", "title", "description"),
    *("default", "properties", "required", "additionalProperties", "propertyNames", "items", "minItems", "maxItems"),
    *("minLength", "maxLength", "pattern", "minimum", "maximum", "minProperties", "maxProperties", "uniqueItems"),
}


def _schemas(node, *, names=False):
    """Every schema inside a schema; the keys of `properties` and `$defs` are names, not keywords."""
    if isinstance(node, list):
        for inner in node:
            yield from _schemas(inner)
    elif isinstance(node, dict):
        if not names:
            yield node
        for key, inner in node.items():
            yield from _schemas(inner, names=not names and key in ("properties", "$defs"))


def test_it_uses_only_keywords_that_a_validator_knows(published):
    assert {keyword for node in _schemas(published) for keyword in node} - KEYWORDS == set()


def test_it_closes_every_object_so_that_an_unknown_key_is_refused(published):
    objects = [(path, node) for path, node in _nodes(published) if isinstance(node, dict) and "properties" in node]
    assert len(objects) > 10
    assert [path for path, node in objects if path[-1:] != ("properties",) and node["additionalProperties"]] == []


def test_every_property_has_a_title_and_a_help_text(published):
    properties = list(_properties(published))
    assert len(properties) > 60
    assert [path for path, _, node in properties if not node.get("title") or not node.get("description")] == []


def test_titles_and_help_are_those_of_the_dictionary(published):
    for info in Entry.model_fields.values():
        node = published["properties"][info.alias]
        assert (node.get("title"), node.get("description")) == (info.title, info.description)


def test_no_english_leaks_into_what_an_editor_shows(published):
    shown = [n for p, n in _nodes(published) if p[-1:] in (("title",), ("description",)) and isinstance(n, str)]
    english = re.compile(r"\b(?:the|an|of|and|or|with|what|who|where|one|list|items?|date|name|value)\b", re.IGNORECASE)
    assert [text for text in shown if english.search(text)] == []
    docstrings = {model.__doc__.strip() for model in _models() if model.__doc__}
    assert docstrings
    assert not docstrings & set(shown)


def test_choices_are_the_words_of_the_registry(published, base):
    words = base.catalogue.registry.words()
    text = json.dumps(published)
    assert "x-kosakata" not in text
    enums = [node["enum"] for _, node in _nodes(published) if isinstance(node, dict) and "enum" in node]
    for name in ("bentuk", "urusan", "peristiwa", "kecamatan", "perangkat_daerah", "kolom"):
        assert list(words[name]) in enums


def test_the_required_keys_are_the_five_of_the_contract(published):
    assert set(published["required"]) == {"nama", "ringkasan", "bentuk", "urusan", "riwayat"}


# The schema and the checker


def _with(**values):
    """The honest short entry with some keys set; None takes a key away."""
    entry = {**_as_an_editor(ENTRY), **values}
    kept = {key: value for key, value in entry.items() if value is not None}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)


def _event(**values):
    return _with(riwayat=[{"peristiwa": "penerapan", "tanggal": "2026-03-02", **values}])


FAULTS = {
    "unknown key": _with(judul="Posyandu"),
    "unknown key inside": _event(tempat="Balai"),
    "unknown key deep inside": _with(lokasi={"koordinat": {"bujur": 109.4, "lintang": 0.1, "tinggi": 3}}),
    "unknown indicator": _with(kematangan={"karangan": {"tingkat": 1}}),
    "missing name": _with(nama=None),
    "missing summary": _with(ringkasan=None),
    "missing affairs": _with(urusan=None),
    "missing events": _with(riwayat=None),
    "missing date of an event": _with(riwayat=[{"peristiwa": "penerapan"}]),
    "missing address of a link": _with(tautan=[{"judul": "Buka"}]),
    "empty list of events": _with(riwayat=[]),
    "empty list of affairs": _with(urusan=[]),
    "empty text": _with(nama=""),
    "not a choice": _with(bentuk="bentuk-karangan"),
    "not a choice in a list": _with(urusan=["kesehatan", "urusan-karangan"]),
    "not a choice inside": _event(peristiwa="rapat"),
    "not an agency": _with(kolaborator=[{"perangkat_daerah": "dinas-karangan"}]),
    "not a column": _with(usulan_penyusun=["kolom_karangan"]),
    "label for a slug": _with(bentuk="Pelayanan publik"),
    "text for a list": _with(urusan="kesehatan"),
    "list for a text": _with(nama=["Posyandu"]),
    "group for a text": _with(ringkasan={"isi": "Posyandu"}),
    "text for a group": _with(kontak="Bidang Layanan"),
    "word for a number": _with(anggaran=[{"tahun": "dua ribu"}]),
    "year out of range": _with(anggaran=[{"tahun": 1066}]),
    "level out of range": _with(kematangan={"regulasi": {"tingkat": 4}}),
    "negative amount": _with(anggaran=[{"tahun": 2026, "jumlah": -5}]),
    "broken number": _with(anggaran=[{"tahun": 2026, "jumlah": 2.5}]),
    "degrees out of range": _with(lokasi={"koordinat": {"bujur": 200, "lintang": 0.1}}),
    "word for yes or no": _with(lokasi={"seluruh_wilayah": "mungkin"}),
    "name too long": _with(nama="a" * 301),
    "summary too long": _with(ringkasan="a" * 401),
    "prose too long": _with(masalah="a" * 6001),
    "figure too long": _with(hasil=[{"ukuran": "Desa", "sesudah": "9" * 61}]),
    "step too long": _with(cara_memakai={"langkah": ["a" * 301]}),
    "too many affairs": _with(urusan=["kesehatan"] * 11),
    "too many events": _with(riwayat=[{"peristiwa": "penerapan", "tanggal": 2020}] * 51),
    "too many steps": _with(cara_memakai={"langkah": ["Datang."] * 13}),
    "day first": _event(tanggal="02-03-2026"),
    "words for a date": _event(tanggal="2 Maret 2026"),
    "slashes in a date": _event(tanggal="2026/03/02"),
    "one digit month": _event(tanggal="2026-3-2"),
    "year too short": _event(tanggal=26),
    "no such month": _event(tanggal="2026-13"),
    "no such day": _event(tanggal="2026-02-32"),
    "only a month where a day is due": _with(diperiksa="2026-03"),
    "capital in a slug": _with(alias=["Posyandu-Lama"]),
    "space in a slug": _with(alias=["posyandu lama"]),
    "double hyphen in a slug": _with(alias=["posyandu--lama"]),
    "slug too long": _with(alias=["a" * 61]),
    "script for an address": _with(tautan=[{"judul": "Buka", "url": "javascript:alert(1)"}]),
    "address without scheme": _with(tautan=[{"judul": "Buka", "url": "contoh.go.id"}]),
    "address too long": _with(tautan=[{"judul": "Buka", "url": "https://contoh.go.id/" + "a" * 500}]),
}

HONEST = {
    "the short entry": ENTRY,
    "year alone": _event(tanggal=2026),
    "year in quotes": _event(tanggal="2026"),
    "month": _event(tanggal="2026-03"),
    "all choices": _with(jenis="digital", inisiator="masyarakat", kolaborator=[{"perangkat_daerah": "disdik"}]),
    "figure without quotes": ENTRY + "hasil:\n  - {ukuran: Desa, sebelum: 0, sesudah: 12}\n",
    "figure with a comma": ENTRY + "hasil:\n  - {ukuran: Desa, sesudah: '1,5', tahun: 2025}\n",
    "figure in words": _with(hasil=[{"ukuran": "Desa", "sesudah": "lebih dari 6", "klaim": True}]),
    "ya for true": ENTRY + "lokasi: {seluruh_wilayah: ya}\n",
    "true for true": ENTRY + "lokasi: {seluruh_wilayah: true}\n",
    "tidak for false": ENTRY + "lokasi: {seluruh_wilayah: tidak}\n",
    "degrees": _with(lokasi={"koordinat": {"bujur": 109.41, "lintang": -0.15}}),
    "whole degrees": _with(lokasi={"koordinat": {"bujur": 109, "lintang": 0}}),
    "budget": _with(anggaran=[{"tahun": 2026, "jumlah": 25000000, "sumber": "APBD"}]),
    "paragraphs": _with(masalah="Satu.\n\n- dua\n- tiga\n"),
    "empty lists": _with(hasil=[], tautan=[], alias=[]),
    "empty text of a template": ENTRY + "masalah:\n",
    "empty choice of a template": ENTRY + "jenis:\n",
    "empty group of a template": ENTRY + "kontak:\n",
    "empty list of a template": ENTRY + "hasil:\n",
    "empty group by indicator": ENTRY + "kematangan:\n",
    "empty yes or no of a template": ENTRY + "lokasi:\n  seluruh_wilayah:\n",
    "maturity": _with(kematangan={"regulasi": {"tingkat": 2, "bukti": [{"judul": "SK", "tanggal": "2025"}]}}),
    "old address": _with(alias=["posyandu-lama-2"]),
    "longest name": _with(nama="a" * 300),
    "checked": ENTRY + "diperiksa: 2026-05-06\n",
}


@pytest.mark.parametrize("name", FAULTS)
def test_checker_and_schema_both_refuse_a_problem(both, name):
    assert both(FAULTS[name]) == (False, False)


@pytest.mark.parametrize("name", HONEST)
def test_checker_and_schema_both_accept_an_honest_entry(both, name):
    assert both(HONEST[name]) == (True, True)


def test_the_real_entries_pass_a_second_validator():
    real = checking.check(FROZEN, TODAY)
    validator = DRAFT(generator.publishing.exports.json_schema.entry_schema(real.catalogue.registry))
    files = sorted((FROZEN / "innovations").glob("*/*.yml"))
    assert len(files) == len(real.catalogue.innovations) > 0
    problems = {
        path.name: [error.message for error in validator.iter_errors(_as_an_editor(path.read_text("utf-8")))]
        for path in files
    }
    assert {name: found for name, found in problems.items() if found} == {}


def test_an_entry_with_every_field_passes_a_second_validator(both):
    folder = ROOT / "tests/golden/small/source/innovations"
    for path in sorted(folder.glob("di*/*.yml")):
        document = path.read_text("utf-8")
        document = re.sub(r"dinas-(?:lama|gabungan)", "disdik", document)
        assert both(document) == (True, True), path.name


# What explains the keys


def _unnamed_in_the_contract(module):
    contract = "".join(path.read_text("utf-8") for path in (ROOT / "docs/dev").glob("*.md"))
    models = {model for model in _models() if model.__module__ == module.__name__}
    keys = {str(info.alias or name) for model in models for name, info in model.model_fields.items()}
    return {key for key in keys if f"`{key}`" not in contract}


def test_every_key_of_an_innovation_is_named_in_the_contract():
    for module in (generator.schema.entry, generator.schema.maturity):
        assert _unnamed_in_the_contract(module) == set()


def test_every_key_of_the_registry_is_named_in_the_contract():
    for module in (generator.schema.registry, generator.schema.everyday, generator.schema.indicators):
        assert _unnamed_in_the_contract(module) == set()


def test_every_key_is_explained_on_the_guide_page(guide, published):
    for path, key, node in _properties(published):
        assert f"<code>{key}</code>" in guide, path
        if "description" in node:
            assert html.escape(node["description"], quote=False) in guide, path


@pytest.mark.parametrize("vocabulary", ["bentuk", "jenis", "inisiator", "urusan", "peristiwa", "kecamatan",
                                        "jenis_unit", "jenis_ki", "status_ki", "indikator"])  # fmt: skip
def test_every_word_of_a_choice_is_listed_on_the_guide_page(guide, base, vocabulary):
    for slug, label in base.catalogue.registry.words()[vocabulary].items():
        assert f"<code>{slug}</code> {label}" in guide
