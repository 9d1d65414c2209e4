"""The words of one family share a root, look-alikes share none, and the browser's function agrees word for word."""

import json
import os
import random
import shutil
import subprocess
import time
from itertools import combinations
from pathlib import Path

import pytest
from recall import ROOT, catalogue_words, joined, pairs_of, table, table_words

from generator import roots as module
from generator.roots import roots

TABLE = table()
BROWSER_TEST = ROOT / "tests" / "js" / "roots.test.mjs"

# fmt: off
ODD = (
    "", " ", "-", "--", "a", "an", "kan", "nya", "lah", "di", "me", "-kata", "kata-", "kata-kata", "Kata-Kata",
    "kata-kata-kata", "buku-bukunya", "surat-menyurat", "berlomba-lomba", "antar-desa", "2026", "covid19", "1.000",
    "É", "café", "apél", "Pelayanan", "PELAYANAN", "peláyanan", "İzin", "ışık", "ΣΑΣ", "ß", "ﬃﬃ", "①②", "ﷺ", "日本語",
    "사랑", "مرحبا", "😀", "👩‍👩‍👧", "a😀an", "\u0301", "e\u0301\u0301", "\ud800", "a\udc00nya", "\x00", "\u200b", "<script>", "di'an",
    "kata–kata", "kata\nnya", "nya\n", "constructor", "__proto__", "toString", "hasOwnProperty",
    "a" * 39, "a" * 40, "a" * 41, "a" * 10_000, "memper" * 2_000, "nya" * 4_000, "kata-" * 2_000, "😀" * 10_000,
    "a" + "😀" * 100, "ﷺ" * 100, "-" * 10_000, "é" * 10_000,
)
# fmt: on


def _random_words() -> list[str]:
    """Words of affixes and roots in every order, and words of letters from far corners; the same in every run."""
    chance = random.Random(3)
    pieces = (
        "me mem men meng meny pe pem pen peng peny ber bel be per ter te di ke se antar kan an i lah kah nya - ajar"
    )
    pieces = [*pieces.split(), "tulis", "olah", "sapu", "uji", "masalah", "pesisir", "tata", "r", "k", "kerja"]
    built = ["".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(4_000)]
    letters = [chr(code) for code in [*range(0x20, 0x250), *range(0x370, 0x400), *range(0x1E00, 0x2000), 0x1F600]]
    return built + ["".join(chance.choices(letters, k=chance.randint(1, 8))) for _ in range(4_000)]


@pytest.mark.parametrize("row", TABLE["keluarga"], ids=lambda row: row["kata"][0])
def test_the_words_of_a_family_share_a_root(row):
    apart = [pair for pair in combinations(row["kata"], 2) if not roots(pair[0]) & roots(pair[1])]
    assert apart == []


@pytest.mark.parametrize("row", TABLE["mirip"], ids=lambda row: "-".join(row["kata"]))
def test_look_alikes_share_no_root(row):
    left, right = row["kata"]
    assert roots(left) & roots(right) == frozenset()


def test_doubtful_joins_and_known_misses_are_as_the_table_says():
    for row in TABLE["ragu"]:
        assert row["alasan"]
        assert roots(row["kata"][0]) & roots(row["kata"][1]), row
    for row in TABLE["terlewat"]:
        assert row["alasan"]
        assert joined(row["kata"]) == set(), row


def test_the_table_is_wide_and_says_nothing_twice():
    for part in ("keluarga", "mirip"):
        assert len(TABLE[part]) >= 60
        assert sum(row.get("sebelum", False) for row in TABLE[part]) >= 30
    written = [tuple(sorted(row["kata"])) for rows in TABLE.values() for row in rows]
    assert len(written) == len(set(written))
    together, apart = pairs_of(TABLE["keluarga"] + TABLE["ragu"]), pairs_of(TABLE["mirip"] + TABLE["terlewat"])
    assert together & apart == set()


@pytest.mark.parametrize("word", sorted(module.EXCEPTIONS))
def test_every_exception_is_needed(word, monkeypatch):
    before = joined(table_words())
    monkeypatch.delitem(module.EXCEPTIONS, word)
    assert joined(table_words()) != before, f"{word} changes no row of the table"


@pytest.mark.parametrize("root", sorted(module.SHORT_ROOTS))
def test_every_short_root_is_needed(root, monkeypatch):
    before = joined(table_words())
    monkeypatch.setattr(module, "SHORT_ROOTS", module.SHORT_ROOTS - {root})
    assert joined(table_words()) != before, f"{root} changes no row of the table"


def test_a_root_is_the_word_itself_or_long_enough():
    for word in [*table_words(), *catalogue_words()]:
        assert word in roots(word)
        assert all(len(root) >= 4 or root in module.SHORT_ROOTS for root in roots(word) - set(word.split("-")))


def test_an_exception_also_holds_inside_longer_words():
    assert roots("permasalahannya") == {"permasalahannya", "masalah"}
    assert "sisir" not in roots("pesisirnya")
    assert "wisata" in roots("kepariwisataan")


@pytest.mark.parametrize(
    ("word", "root"),
    [("kata-kata", "kata"), ("buku-bukunya", "buku"), ("surat-menyurat", "surat"), ("tolong-menolong", "tolong")],
)
def test_a_doubled_word_has_the_roots_of_its_halves(word, root):
    assert root in roots(word)


def test_a_compound_is_not_taken_for_a_doubled_word():
    assert roots("antar-desa") == {"antar-desa"}


def test_case_and_accents_do_not_matter():
    assert roots("PELÁYANAN") == roots("pelayanan")


def test_odd_words_match_only_themselves():
    assert roots("") == frozenset()
    for word in ("2026", "covid19", "😀", "<script>", "日本語"):
        assert roots(word) == {word}


def test_a_very_long_word_costs_no_time():
    started = time.perf_counter()
    for word in ODD:
        assert len(roots(word)) < 60
    assert time.perf_counter() - started < 1


def test_the_browsers_function_gives_the_same_roots(tmp_path: Path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("node (18 or newer) is not on this machine, so the browser's half cannot be compared.")
    words = [*table_words(), *catalogue_words(), *ODD, *_random_words()]
    dump = tmp_path / "roots.json"
    dump.write_text(json.dumps([[word, sorted(roots(word))] for word in words]), encoding="ascii")
    run = subprocess.run(
        [node, "--test", str(BROWSER_TEST)],
        env=os.environ | {"ROOTS_DUMP": str(dump)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, f"The two root functions differ:\n{run.stdout}\n{run.stderr}"
