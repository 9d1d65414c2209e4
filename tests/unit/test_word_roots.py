"""The words of one family share a root, look-alikes share none. The browser's half: tests/site/test_search.py."""

from itertools import combinations

import pytest
from odd_words import ODD
from recall import catalogue_words, joined, pairs_of, table, table_words

from generator.text import word_roots as module
from generator.text.word_roots import roots

TABLE = table()


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


def test_a_very_long_word_has_few_roots():
    assert max(len(roots(word)) for word in ODD) < 60
