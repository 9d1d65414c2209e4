"""A reply has states; the public log tells replies and corrections, and none of it changes a verdict."""

import datetime as dt

import pytest
from conftest import BASE, SETTINGS, TODAY, tree
from test_closing import CORRECTED, LATER, Closed

from generator import checking
from generator.compliance.index import assess
from generator.compliance.public_log import public_log
from generator.compliance.wording import reply_words
from generator.publishing.pages import corrections
from generator.publishing.view import View
from generator.settings import Edition

RULES = (BASE / "registry/obligations/2026.yml").read_text("utf-8")


def replied(*rows):
    return {
        "registry/obligations/2026.yml": RULES
        + "tanggapan:\n"
        + "".join(f"  - {{{row}, isi: Keliru.}}\n" for row in rows)
    }


@pytest.fixture
def found(project):
    """A function: the index of 2026 of a project with such replies, on a day."""

    def read(*rows, day=TODAY):
        checked = checking.check(project(replied(*rows)), TODAY)
        assert not checked.problems.errors, checked.problems.errors
        return assess(checked.catalogue, 2026, day), checked.catalogue

    return read


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("tanggal: 2026-05-02", ""),
        ("tanggal: 2026-05-02, keadaan: diterima", "Diterima, belum ditinjau."),
        ("tanggal: 2026-05-02, keadaan: ditinjau", "Sedang ditinjau; statusnya dapat berubah."),
        ("tanggal: 2026-05-02, keadaan: tetap, selesai: 2026-05-12", "Selesai ditinjau 12 Mei 2026, dalam 10 hari: status tetap."),
        ("tanggal: 2026-05-02, keadaan: diubah, selesai: 2026-05-02", "Selesai ditinjau 2 Mei 2026, pada hari yang sama: status diubah."),
    ],
)  # fmt: skip
def test_a_reply_says_how_far_it_is_and_how_long_it_took(found, row, words):
    index, _ = found(f"perangkat_daerah: disdik, {row}")
    verdict = index.of("disdik")
    assert [reply_words(reply) for reply in verdict.replies] == [words]
    assert verdict.under_review == ("ditinjau," in f"{row},")


def test_no_state_changes_a_verdict_or_a_count(found):
    plain, _ = found()
    for state in ("keadaan: ditinjau", "keadaan: diubah, selesai: 2026-05-12"):
        index, _ = found(f"perangkat_daerah: disdik, tanggal: 2026-05-02, {state}")
        assert index.counts == plain.counts
        assert index.of("disdik").status == plain.of("disdik").status


def test_what_was_settled_later_than_a_day_is_only_received_on_it(found):
    row = "perangkat_daerah: disdik, tanggal: 2026-05-02, keadaan: tetap, selesai: 2026-05-12"
    states = [
        [r.state for r in found(row, day=dt.date(2026, 5, day))[0].of("disdik").replies] for day in (1, 2, 11, 12)
    ]
    assert states == [[], ["diterima"], ["diterima"], ["tetap"]]


def test_the_log_has_the_corrections_too_but_none_that_let_the_record_stand(project):
    closed = Closed(project({"registry/obligations/2026.yml": RULES}))
    closed.correct(
        {"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["posyandu-malam"]},
        {"hitungan_diketahui": "rekaan"},
    )
    catalogue = closed.check().catalogue
    log = public_log({2026: assess(catalogue, 2026, LATER)}, catalogue.registry.agencies)
    assert [(entry.kind, str(entry.date), entry.agency.slug) for entry in log] == [("koreksi", CORRECTED, "disdik")]
    before = assess(catalogue, 2026, dt.date(2027, 3, 9))
    assert public_log({2026: before}, catalogue.registry.agencies) == ()


def test_the_page_tells_each_reply_with_its_state_and_is_empty_without_any(project):
    def page(root):
        edition = Edition(TODAY, TODAY, "0" * 40)
        [made] = corrections.pages(View(checking.check(root, TODAY).catalogue, SETTINGS, edition))
        return made

    rows = (
        "perangkat_daerah: disdik, tanggal: 2026-05-02, keadaan: ditinjau",
        "perangkat_daerah: dinkes, tanggal: 2026-06-02, keadaan: tetap, selesai: 2026-06-09",
    )
    assert page(project()).empty
    made = page(project(replied(*rows)))
    assert not made.empty
    assert [str(entry.date) for entry in made.context["catatan_publik"].shown] == ["2026-06-02", "2026-05-02"]
    assert made.context["ringkas"] == (
        "Tercatat 0 koreksi dan 2 tanggapan. 1 tanggapan belum selesai. Yang selesai ditinjau memerlukan paling lama 7 hari."
    )
    files = tree(project(replied(*rows)))
    assert "sedang ditinjau" in files["perangkat-daerah/disdik/index.md"].decode()
    assert "sedang ditinjau" in files["kepatuhan/index.md"].decode()
    assert "sedang ditinjau" not in files["perangkat-daerah/dinkes/index.md"].decode()
