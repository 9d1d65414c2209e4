"""Bytes -> text values with places: what is read, what is refused, and that nothing crashes."""

import time

import pytest
import yaml
from conftest import ENTRY, check
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problems
from generator.problems.reporters import REPORTERS
from generator.reading.document import MAX_DEPTH, MAX_NODES, Document, read

FILE = "innovations/disdik/pojok-baca.yml"
#: For input that is meant to get past the size limit and meet the next guard.
ROOMY = 10_000_000


def raw(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def parsed(text: str | bytes) -> Document:
    """The document of a text without any problem."""
    document, problems = read(raw(text), FILE)
    assert problems == []
    assert document is not None
    return document


def faults_of(text: str | bytes, **limits: int) -> list[str]:
    return [problem.code for problem in read(raw(text), FILE, **limits)[1]]


def only_problem(text: str | bytes, **limits: int):
    [problem] = read(raw(text), FILE, **limits)[1]
    return problem


# --- values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scalar",
    ["no", "on", "Yes", "true", "0123", "0o17", "0x1F", "12:30", "190:20:30", "2024-01-01", "2024-1-1", "1.10", "1e3",
     ".nan", ".inf", "1_000", "2024-13-45", "0812345678", "=", "9" * 5000],
)  # fmt: skip
def test_every_scalar_stays_the_text_that_was_typed(scalar):
    assert parsed(f"nama: {scalar}\nurusan:\n  - {scalar}\n").data == {"nama": scalar, "urusan": [scalar]}


def test_a_key_that_looks_like_a_number_or_a_boolean_stays_text():
    assert list(parsed("no: a\n1: b\n2024-01-01: c\n").data) == ["no", "1", "2024-01-01"]


@pytest.mark.parametrize("nothing", ["", " ", "~", "null", "Null", "NULL", "# nanti diisi"])
def test_an_empty_value_is_none(nothing):
    assert parsed(f"masalah: {nothing}\nnama: A\n").data == {"masalah": None, "nama": "A"}


@pytest.mark.parametrize(("quoted", "text"), [('""', ""), ("''", ""), ('"null"', "null"), ("'~'", "~")])
def test_a_quoted_value_is_text_even_if_it_says_nothing(quoted, text):
    assert parsed(f"nama: {quoted}\n").data == {"nama": text}


def test_block_text_keeps_its_lines_and_folded_text_joins_them():
    document = parsed("masalah: |\n  satu\n  dua\n\n  tiga\nsolusi: >-\n  empat\n  lima\n")
    assert document.data == {"masalah": "satu\ndua\n\ntiga\n", "solusi": "empat lima"}


def test_a_byte_order_mark_and_windows_line_ends_are_accepted():
    document = parsed("\ufeff" + "nama: A\r\nmasalah: |\r\n  satu\r\n  dua\r\nurusan:\r\n- x\r\n")
    assert document.data == {"nama": "A", "masalah": "satu\ndua\n", "urusan": ["x"]}
    assert document.spots[("urusan", 0)].value == (6, 3)
    assert document.spots[("nama",)].value == (1, 7)


@pytest.mark.parametrize("text", ["nama: Keluarga 👩\u200d👩\u200d👧\n", "nama: na\u0308if\n", "nama: 東京 ئۇيغۇر\n"])
def test_emoji_joiners_and_other_scripts_are_ordinary_text(text):
    assert parsed(text).data["nama"] == text.removeprefix("nama: ").rstrip("\n")


def test_a_document_start_and_end_line_are_accepted():
    assert parsed("---\nnama: A\n...\n").data == {"nama": "A"}


# --- places ---------------------------------------------------------------------------------------

NESTED = """\
nama:   Pojok Baca
masalah: |
  Baris satu.
  Baris dua.
urusan: [perpustakaan, pendidikan]
riwayat:
  - peristiwa: inisiatif
    tanggal: 2025
  -
    peristiwa: penerapan
    "tanggal": '2026-02'
kosong:
kematangan: {regulasi: {tingkat: 2}}
kisi:
- - a
  - b
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("nama",), (1, 1), (1, 9)),
        (("masalah",), (2, 1), (2, 10)),
        (("urusan",), (5, 1), (5, 9)),
        (("urusan", 1), (5, 24), (5, 24)),
        (("riwayat", 0), (7, 5), (7, 5)),
        (("riwayat", 0, "tanggal"), (8, 5), (8, 14)),
        (("riwayat", 1), (10, 5), (10, 5)),
        (("riwayat", 1, "tanggal"), (11, 5), (11, 16)),
        (("kematangan", "regulasi", "tingkat"), (13, 25), (13, 34)),
        (("kisi", 0, 1), (16, 5), (16, 5)),
    ],
)
def test_every_key_and_value_knows_its_line_and_column(path, key, value):
    spot = parsed(NESTED).spots[path]
    assert (spot.key, spot.value) == (key, value)


def test_an_empty_value_is_placed_on_the_line_of_its_key():
    document = parsed(NESTED)
    assert document.spots[("kosong",)].key == (12, 1)
    assert document.spots[("kosong",)].value[0] == 12


def test_columns_count_characters_not_bytes():
    assert parsed("{naïf: 👩, nama: x}").spots[("nama",)].key == (1, 11)


def test_the_place_of_a_missing_value_is_that_of_its_nearest_ancestor():
    document = parsed(NESTED)
    place = document.place(("riwayat", 1, "alasan"))
    assert (place.file, place.line, place.column) == (FILE, 10, 5)
    assert document.place(("tak", "ada")).line == 1


# --- refusals -------------------------------------------------------------------------------------


def test_a_duplicate_key_names_the_line_of_the_first_and_keeps_its_value():
    document, [problem] = read(b"nama: A\nbentuk: x\nnama: B\n", FILE)
    assert (problem.code, problem.place.line, problem.place.column) == ("Y002", 3, 1)
    assert "baris 1" in problem.message
    assert document.data == {"nama": "A", "bentuk": "x"}


def test_the_same_key_in_two_groups_is_no_duplicate():
    assert faults_of("a:\n  nama: x\nb:\n  - nama: y\n  - nama: z\n") == []


@pytest.mark.parametrize("text", ['nama: A\n"nama": B\n', "{nama: A, nama: B}", 'nama: A\n"n\\x61ma": B\n'])
def test_a_duplicate_key_is_seen_in_any_spelling(text):
    assert faults_of(text) == ["Y002"]


def test_all_slips_of_a_readable_file_are_reported_together():
    text = "nama: &a A\nnama: B\nbentuk: !x C\n<<: d\nringkasan: E #f\n"
    document, problems = read(text.encode(), FILE)
    assert [problem.code for problem in problems] == ["Y003", "Y002", "Y004", "Y011", "Y012"]
    assert [problem.place.line for problem in problems] == [1, 2, 3, 4, 5]
    assert document is not None


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
MERGE = "a: &a {x: 1}\n" + "".join(f"{b}: &{b}\n  <<: [*{a}, *{a}]\n" for a, b in zip("abcd", "bcde", strict=True))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "Y003"),
        (MERGE, "Y011"),
        ("nama: &a\n", "Y003"),
        ("nama: !!python/object/apply:os.system [ls]\n", "Y004"),
        ("nama: !!str 1\n", "Y004"),
        ("nama: !!binary aGFp\n", "Y004"),
        ("!!set {a, b}\n", "Y004"),
        ("%YAML 1.1\n---\nnama: A\n", "Y009"),
        ("%TAG ! tag:example.org,2026:\n---\nnama: A\n", "Y009"),
        ("nama: A\n---\nnama: B\n", "Y007"),
        ("nama: A\n...\n---\n", "Y007"),
        ("~: A\n", "Y010"),
        ("? [a, b]\n: A\n", "Y010"),
        ("{a: b}: A\n", "Y010"),
        ("- A\n", "Y008"),
        ("A\n", "Y008"),
        ('""\n', "Y008"),
        ("", "B011"),
        ("\n\n# nanti\n", "B011"),
        ("---\n...\n", "B011"),
        (b"nama: \xff\n", "B008"),
        ("nama: A\n".encode("utf-16"), "B008"),
        ("nama: A\n".encode("utf-32"), "B008"),
        (b"nama: \xed\xa0\x80\n", "B008"),
        (b"nama: \xc0\xaf\n", "B008"),
        ('nama: "\\uD800"\n', "Y001"),
        ("%YAML 99999999999999999999.1\n---\nnama: A\n", "Y001"),
    ],
)  # fmt: skip
def test_what_yaml_may_do_but_an_entry_never_needs_is_a_problem(text, code):
    assert set(faults_of(text)) >= {code}


def test_a_merge_bomb_and_an_alias_bomb_end_at_once():
    started = time.perf_counter()
    for text in (BOMB, MERGE):
        faults_of(text)
    assert time.perf_counter() - started < 1


def test_a_wrong_byte_is_placed_on_its_line_and_column():
    problem = only_problem(b"nama: A\nringkasan: caf\xe9\n")
    assert (problem.code, problem.place.line, problem.place.column) == ("B008", 2, 15)
    assert "0xe9" in problem.message


def test_lists_and_groups_may_be_nested_to_the_limit_and_no_further():
    def deep(levels: int) -> str:
        return "a: " + "[" * (levels - 1) + "x" + "]" * (levels - 1)

    assert faults_of(deep(MAX_DEPTH)) == []
    assert faults_of(deep(MAX_DEPTH + 1)) == ["Y005"]


def test_values_may_be_as_many_as_the_limit_and_no_more():
    def many(nodes: int) -> str:
        return "a: [" + "x," * (nodes - 3) + "]"  # the mapping, the key and the list are values too

    assert faults_of(many(MAX_NODES)) == []
    assert faults_of(many(MAX_NODES + 1)) == ["Y006"]


@pytest.mark.parametrize("unit", ["- x\n", "k{}: x\n"])
def test_two_hundred_thousand_values_end_fast(unit):
    text = "".join(unit.format(number) for number in range(200_000))
    started = time.perf_counter()
    assert faults_of(text, limit=ROOMY) == ["Y006"]
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "{[", "!x [", "&x ["])
def test_thirty_thousand_brackets_end_fast_and_kill_nothing(opening):
    started = time.perf_counter()
    codes = faults_of("nama: A\nmasalah:\n  " + opening * 30_000, limit=ROOMY)
    assert codes
    assert set(codes) <= {"Y001", "Y003", "Y004", "Y005", "Y010"}
    assert time.perf_counter() - started < 2


def test_a_file_over_the_limit_is_not_parsed():
    assert faults_of(b"\xff" * 70_000) == ["B007"]
    assert faults_of("nama: A\n", limit=7) == ["B007"]
    assert faults_of("nama: A\n", limit=8) == []


# --- characters -----------------------------------------------------------------------------------

HIDDEN = [
    "\x00", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x9f", "\xad", "\u200b", "\u200e",
    "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\ufffe", "\uffff",
    "\U000e0001", "\U000e0041", "\U000e007f",
]  # fmt: skip


@pytest.mark.parametrize("char", HIDDEN, ids=ascii)
def test_a_hidden_character_is_one_problem_with_its_number_and_place(char):
    problem = only_problem(f"nama: A\nringkasan: se{char}hat dan se{char}jahtera\n")
    assert problem.code == "B009"
    assert f"U+{ord(char):04X}" in problem.message
    assert "(2 kali)" in problem.message
    assert (problem.place.line, problem.place.column) == (2, 14)


@pytest.mark.parametrize("char", HIDDEN, ids=ascii)
@pytest.mark.parametrize("text", ['nama: "se{}hat"\n', '"se{}hat": A\n', 'urusan: ["se{}hat"]\n'])
def test_a_hidden_character_is_found_behind_an_escape(char, text):
    problem = only_problem(text.format(f"\\U{ord(char):08X}"))
    assert problem.code == "B009"
    assert problem.place.line == 1
    assert f"U+{ord(char):04X}" in problem.message


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\b", r"\v", r"\f", r"\r", r"\e", r"\N", r"\L", r"\P", r"\x1b"])
def test_the_short_escapes_are_watched_too(escape):
    assert faults_of(f'nama: "se{escape}hat"\n') == ["B009"]


def test_a_lone_carriage_return_cannot_hide_a_second_field():
    assert faults_of("nama: A\rstatus: resmi\n") == ["B009"]


def test_two_kinds_of_hidden_character_are_two_faults():
    assert faults_of("nama: a\u00adb\u200bc\u00add\n") == ["B009", "B009"]


def test_no_break_space_tab_and_line_end_pass():
    document = parsed('nama: "a\\tb\\nc\\_d"\nringkasan: e\u00a0f\tg\n')
    assert document.data == {"nama": "a\tb\nc\u00a0d", "ringkasan": "e\u00a0f\tg"}


# --- text lost behind a hash sign -----------------------------------------------------------------


def test_text_behind_a_hash_sign_is_a_warning_that_shows_what_is_lost():
    document, [problem] = read(b"nama: Layanan #1 cepat\n", FILE)
    assert (problem.code, problem.severity, problem.place.line) == ("Y012", "peringatan", 1)
    assert "Layanan" in problem.message
    assert "#1 cepat" in problem.message
    assert document.data == {"nama": "Layanan"}


@pytest.mark.parametrize(
    "text",
    ["urusan:\n  - baca #1\n", "urusan: [baca #1\n  ]\n", "a: {b: baca #1\n  }\n", "nama: satu\n  baca #1\n", "nama: baca\t#1\n",
     "nama: baca #1\r\n", "nama: baca #1"],
)  # fmt: skip
def test_lost_text_is_seen_wherever_a_plain_value_stands(text):
    assert faults_of(text) == ["Y012"]


def test_a_value_that_begins_with_a_hash_sign_is_lost_text_too():
    assert faults_of("nama: A\nmasalah: #1 di antara keluhan warga\n") == ["Y012"]


@pytest.mark.parametrize(
    "text",
    ["nama: Layanan # nama lama\n", 'nama: "Layanan #1 cepat"\n', "nama: 'Layanan #1'\n", "nama: Layanan#1\n",
     "masalah: |\n  Layanan #1\n", "#1 catatan\nnama: A\n", "nama: A\n  #1 catatan\n", 'nama: "A" #1\n', "nama: C#\n",
     "nama: A #\n", "nama: A ## bab\n", "masalah: # nanti\n"],
)  # fmt: skip
def test_an_ordinary_comment_or_a_quoted_hash_sign_is_no_warning(text):
    assert faults_of(text) == []


# --- syntax ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("nama: A\nringkasan: SIAP: Layanan\n", 2, "titik dua"),
        ("nama: A\nriwayat:\n  - peristiwa: x\n\t  tanggal: 2026\n", 4, "tab"),
        ("nama: A\nkontak:\n\tkantor: B\n", 3, "memakai tab, bukan spasi"),
        ("nama: A\nringkasan: @warga\n", 2, "@"),
        ("nama: A\nringkasan: `kode`\n", 2, "`"),
        ("nama: A\nringkasan: %5 warga\n", 2, "%"),
        ("nama: A\nurusan: - baca\n", 2, "tanda hubung"),
        ("nama: A\nringkasan: 'Jum'at'\n", 2, "tanda kutip"),
        ("nama: A\nurusan: [baca, tulis\n", 3, "kurung"),
        ('nama: A\nringkasan: "C:\\Desa"\n', 2, "garis miring"),
    ],
)
def test_a_syntax_problem_says_its_cause_in_indonesian_on_its_line(text, line, word):
    problem = only_problem(text)
    assert (problem.code, problem.place.line) == ("Y001", line)
    assert word in problem.message


def test_a_quote_that_is_never_closed_is_reported_where_it_opens():
    problem = only_problem('nama: A\nringkasan: "Posyandu malam\nbentuk: x\nurusan:\n  - y\n')
    assert (problem.code, problem.place.line) == ("Y001", 2)
    assert "tanda kutip dibuka tetapi tidak ditutup" in problem.message


@pytest.mark.parametrize("text", ["nama: **Layanan** cepat\n", "nama: & lain-lain\n", "urusan: [a,, b]\n"])
def test_no_syntax_problem_only_says_that_it_cannot_be_read(text):
    assert "susunan YAML tidak dapat dibaca" not in only_problem(text).message


# --- properties -----------------------------------------------------------------------------------

_SOUP = st.text(alphabet="ab:-# \n\t[]{}&*!|>%@\"'?,~<=\\u0\r\ufeff\u00ad", max_size=80)
_PIECES = st.lists(
    st.sampled_from(["nama: A\n", "- ", "a: ", "\n", "  ", "[", "]", "{", "}", "---\n", "...\n", "%YAML 1.1\n", "&a ",
                     "*a", "!x ", "|\n", ">\n", '"', "'", "? ", ": ", ", ", "<<: ", "#x", " #x", "\t", "\r\n", "\\", "é"]),
    max_size=30,
).map("".join)  # fmt: skip
_EDITED = st.tuples(st.integers(0, len(ENTRY)), _SOUP).map(lambda cut: ENTRY[: cut[0]] + cut[1] + ENTRY[cut[0] :])


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.one_of(st.binary(max_size=200), _SOUP.map(str.encode), _PIECES.map(str.encode), _EDITED.map(str.encode)))
def test_any_bytes_give_a_document_or_problems_and_never_an_exception(content):
    document, problems = read(content, FILE)
    assert document is not None or problems
    lines = content.decode("utf-8-sig", "replace").count("\n") + 2
    for problem in problems:
        assert problem.place.file == FILE
        assert 0 <= problem.place.line <= lines
        assert problem.place.column >= (1 if problem.place.line else 0)
    for report in REPORTERS.values():
        report(Problems(problems)).encode("utf-8")


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


_CHARS = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"],
    include_characters="\n\t",
    exclude_characters="\u115f\u1160\u2800\u3164\uffa0" + "".join(map(chr, range(0xE0100, 0xE01F0))),
)
_TEXT = st.one_of(
    st.text(_CHARS, max_size=30),
    st.sampled_from(["no", "~", "null", "", "0123", "12:30", "2024-01-01", "- a", "a: b", "a #b", "#a", "&a", "*a", "!a", "%a",
                     "@a", "[a", "{a", '"a', "'a", "a\n", "\na", " a", "a ", "|", ">", "---", "...", "a\n---\nb", "<<", "="]),
)  # fmt: skip
_KEYS = _TEXT.filter(lambda key: key != "<<")
_TREES = st.recursive(
    _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=15,
)


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(
    st.dictionaries(_KEYS, _TREES, max_size=4).filter(lambda data: _depth(data) <= MAX_DEPTH),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_any_structure_that_a_yaml_writer_writes_is_read_back_as_text(data, flow, unicode):
    text = yaml.dump(data, Dumper=_NoAliases, default_flow_style=flow, allow_unicode=unicode, sort_keys=False)
    assert parsed(text).data == data


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(_KEYS, _TREES, max_size=4).filter(lambda data: _depth(data) <= MAX_DEPTH))
def test_every_value_of_a_document_has_a_place_inside_the_file(data):
    document = parsed(yaml.dump(data, Dumper=_NoAliases))
    lines = document.text.split("\n")

    def look(value, path):
        if path:
            spot = document.spots[path]
            for line, column in (spot.key, spot.value):
                assert 1 <= column <= len(lines[line - 1]) + 1
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, child in inner:
            look(child, (*path, key))

    look(document.data, ())


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na:\n  - b: 2\n    c:\n",
        "a: 1\n<<: {nama: lain, b: [1, {c: 2}]}\n",
        "a: 1\n? {b: {c: 2}}\n: {d: [3]}\n",
        "a: 1\n? [b, {c: 2}]\n: 3\n",
        'a: 1\n"?": {b: 2}\n"?": {c: 3}\n',
    ],
    ids=["key twice", "merge", "group as key", "list as key", "question mark"],
)
def test_what_stands_under_a_refused_key_has_no_place_that_leads_nowhere(text):
    document, problems = read(text.encode(), "uji.yml")
    assert problems
    for path in document.spots:
        value = document.data
        for part in path:
            value = value[part]


#: What has ended or held up readers of YAML: depth, keys that are never closed, names without end.
HOSTILE = {
    "brackets": "nama: " + "[" * 60_000,
    "braces": "nama: " + "{" * 60_000,
    "dashes": "- " * 30_000,
    "keys of keys": "? " * 30_000,
    "stairs": "".join(f"{' ' * step}a:\n" for step in range(340)),
    "aliases": "a: &a x\nb: [" + "*a, " * 15_000,
    "anchors": "a:\n" + "".join(f"- &a{number} x\n" for number in range(6_000)),
    "tag": "nama: !" + "a" * 60_000,
    "tag directives": "".join(f"%TAG !{number}! x\n" for number in range(4_000)) + "---\na: b\n",
    "a key without end": "a" * 60_000 + ": b",
    "documents": "---\n" * 15_000,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_a_file_made_to_end_its_reader_is_a_problem_and_the_others_are_checked(project, shape):
    root = project(
        {
            "innovations/dinkes/a-maut.yml": HOSTILE[shape],
            "innovations/dinkes/b-salah.yml": ENTRY.replace("kesehatan", "kesehatn"),
        }
    )
    found = {(problem.place.file, problem.code) for problem in check(root).errors}
    assert ("innovations/dinkes/b-salah.yml", "I006") in found
    assert "innovations/dinkes/a-maut.yml" in {file for file, _ in found}
