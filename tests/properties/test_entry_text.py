"""An entry's canonical text: whatever is written is read again as it was, and no file loses anything by it."""

import pytest
import yaml
from catalogues import FROZEN
from conftest import BASE, ROOT, TODAY, check
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checking
from generator.contributing.entry_text import entry_text
from generator.layout import SCHEMA_COMMENT
from generator.reading import document as reading
from generator.reading.document import read
from generator.schema.entry import Entry
from generator.schema.fields import one_line, paragraphs
from generator.schema.refusals import validate
from generator.schema.shape import shapes

SMALL = ROOT / "tests/golden/small/source"
ENTRIES = sorted(path for folder in (FROZEN, BASE, SMALL) for path in folder.glob("innovations/*/*.yml"))
WORDS = checking.check(BASE, TODAY).catalogue.registry.words()
#: Texts that some reader of YAML takes for something else, cuts, joins or refuses.
HOSTILE = (
    "a: b", "a #b", "# a", "- a", "-a", "? a", "! a", "&a", "*a", "%a", "@a", "`a`", "|a", "> a", "[a]", "{a: b}", "a:", "'a'",
    '"a"', 'a "b" c', "a\\nb", "\\", "no", "No", "ya", "y", "on", "null", "0012", "1e3", "1_000", "0x1F", "0o7", "12:30", "2026-01-01",
    "1.50", ".5", "+1", "<<", "=", "--- a", "... a", "a\tb", "\ta", " a", "a ", "  a\n b", "a \nb  ", "a\r\nb", "a\n\n\nb",
    "👩🏽‍⚕️ perawat", "صحة الأم", "a\u00a0b", "\u00a0a", "日本語", "e\u0301", "a\u200db", "x" * 200, "a, b; c", "50%", "(a)", "a/b", "it's",
)  # fmt: skip
SAMPLES = {
    "tanggal": ("2024", "2025-02", "2025-11-03"),
    "hari": ("2026-01-05", "2024-02-29"),
    "tahun": ("1945", "2026"),
    "desimal": ("89.4", "-0.1", "7"),
    "ya_tidak": (True, "true", "ya"),
    "url": ("https://contoh.go.id/", "http://a.contoh.go.id:8080/x?y=1&z=%20#w"),
    "surel": ("kantor@contoh.go.id",),
    "telepon": ("0561 123456", "(0561) 123-456 ext. 7", "112"),
    "slug": ("pojok-baca", "2026", "no"),
}
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30),
    st.text("ab :#-\"'\n\t\r,&*[]{}|>", max_size=30),
)


def _readable(text):
    return not reading.BANNED.search(text)


def line(limit):
    return TEXTS.filter(
        lambda text: _readable(text) and any(map(str.isalnum, one_line(text))) and len(one_line(text)) <= limit
    )


def prose(limit):
    texts = st.lists(TEXTS, min_size=1, max_size=4).map("\n".join)
    return texts.filter(lambda text: _readable(text) and paragraphs(text) and len(paragraphs(text)) <= limit)


def value(shape):
    """What may stand once under a key."""
    match shape.kind:
        case "baris":
            return line(shape.limit)
        case "prosa":
            return prose(shape.limit)
        case "kata":
            return st.sampled_from(sorted(WORDS[shape.vocabulary]))
        case "bilangan":
            return st.integers(shape.low, shape.high).map(str)
        case "kelompok":
            return group(shape.inner)
    return st.sampled_from(SAMPLES[shape.kind])


def under(shape):
    if shape.keyed:
        return st.dictionaries(st.sampled_from(sorted(WORDS[shape.vocabulary])), value(shape), min_size=1, max_size=2)
    return st.lists(value(shape), min_size=1, max_size=2) if shape.most else value(shape)


def group(inner):
    required = {shape.key: under(shape) for shape in inner if shape.required}
    optional = {shape.key: under(shape) for shape in inner if not shape.required}
    return st.fixed_dictionaries(required, optional=optional).filter(bool)


def _whole(entry):
    """Top keys at most six, so that an entry stays an entry."""
    required = {shape.key: under(shape) for shape in shapes() if shape.required}
    rest = [shape for shape in shapes() if not shape.required]
    chosen = st.lists(st.sampled_from(rest), max_size=4, unique_by=lambda shape: shape.key)
    return chosen.flatmap(
        lambda some: st.fixed_dictionaries(required | {shape.key: under(shape) for shape in some}).map(entry)
    )


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(_whole(dict))
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
