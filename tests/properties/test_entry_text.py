"""An entry's canonical text: whatever is written is read again as it was, and no file loses anything by it."""

import pytest
import yaml
from catalogues import FROZEN
from conftest import BASE, ROOT, check
from hypothesis import given, settings
from random_entries import HOSTILE, WORDS, whole

from generator.contributing.entry_text import entry_text
from generator.layout import SCHEMA_COMMENT
from generator.reading.document import read
from generator.schema.entry import Entry
from generator.schema.fields import paragraphs
from generator.schema.refusals import validate

SMALL = ROOT / "tests/golden/small/source"
ENTRIES = sorted(path for folder in (FROZEN, BASE, SMALL) for path in folder.glob("innovations/*/*.yml"))


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(whole(dict))
def test_what_is_written_is_read_again_as_it_was(data):
    text = entry_text(data)
    document, problems = read(text.encode(), "uji.yml")
    assert problems == []
    entry, refused = validate(Entry, document, WORDS)
    assert refused == []
    assert entry == Entry.model_validate(data, context=WORDS)
    assert entry_text(document.data) == text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_comes_back_sign_by_sign(hostile):
    data = {
        "nama": hostile,
        "riwayat": [{"peristiwa": "penerapan", "keterangan": hostile}],
        "cara_memakai": {"langkah": [hostile]},
    }
    document, problems = read(entry_text(data).encode(), "uji.yml")
    assert problems == []
    assert document.data == data
    long, problems = read(entry_text({"solusi": hostile}).encode(), "uji.yml")
    assert problems == []
    assert paragraphs(long.data["solusi"]) == paragraphs(hostile)


def test_an_entry_of_hostile_texts_passes_check(project):
    ordinary = {
        "nama": "Uji",
        "ringkasan": "Uji.",
        "bentuk": "lainnya",
        "urusan": ["kesehatan"],
        "riwayat": [{"peristiwa": "penerapan", "tanggal": "2026"}],
    }
    lines = [text for text in HOSTILE if any(map(str.isalnum, text))]
    files = {
        f"innovations/dinkes/uji-{number}.yml": entry_text(
            ordinary | {"ringkasan": text, "solusi": text, "sumber": [{"judul": text}]}
        )
        for number, text in enumerate(lines)
    }
    assert len(files) > 50
    assert check(project(files)).errors == ()


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_the_canonical_form_of_a_file_keeps_its_data(path):
    document, _ = read(path.read_bytes(), path.name)
    text = entry_text(document.data)
    again, problems = read(text.encode(), path.name)
    assert problems == []
    # A paragraph in the style of a line has no line end; in a block it has one, which means nothing.
    assert Entry.model_validate(again.data) == Entry.model_validate(document.data)
    assert entry_text(again.data) == text


@pytest.mark.parametrize("path", [path for path in ENTRIES if SMALL not in path.parents], ids=lambda path: path.stem)
def test_another_reader_of_yaml_sees_the_same_in_the_canonical_form(path):
    raw = path.read_bytes()
    text = entry_text(read(raw, path.name)[0].data)
    assert yaml.load(text, Loader=yaml.BaseLoader) == yaml.load(raw, Loader=yaml.BaseLoader)


def test_there_are_real_and_fictional_entries_to_look_at():
    assert len(ENTRIES) > 20


def test_the_text_begins_with_what_editors_find_the_schema_by():
    assert entry_text({"nama": "Uji"}) == f"{SCHEMA_COMMENT}\nnama: Uji\n"
