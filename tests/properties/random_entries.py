"""Entries that hypothesis draws from the models: every key, and texts that some reader cuts, joins or refuses."""

from conftest import BASE, TODAY
from hypothesis import strategies as st

from generator import checking
from generator.reading import document as reading
from generator.schema.fields import one_line, paragraphs
from generator.schema.shape import shapes

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


def whole(entry):
    """Top keys at most six, so that an entry stays an entry."""
    required = {shape.key: under(shape) for shape in shapes() if shape.required}
    rest = [shape for shape in shapes() if not shape.required]
    chosen = st.lists(st.sampled_from(rest), max_size=4, unique_by=lambda shape: shape.key)
    return chosen.flatmap(
        lambda some: st.fixed_dictionaries(required | {shape.key: under(shape) for shape in some}).map(entry)
    )
