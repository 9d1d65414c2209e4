"""What is filled in for rows that lack something makes them whole, and touches no other row."""

import io

import pytest
from conftest import BASE, TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from random_entries import WORDS
from recap_tables import book

from generator import checking
from generator.catalogue.catalogue import Catalogue, resolve
from generator.contributing.table_import.cells.completions import completions_on
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.marked import marked
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.settling import settle
from generator.problems import Problems
from generator.schema.entry import Entry

REGISTRY = checking.check(BASE, TODAY).catalogue.registry
AGENCIES = {slug: agency.name for slug, agency in REGISTRY.agencies.items()}
FORMS, AFFAIRS = (
    {slug: term.label for slug, term in REGISTRY.taxonomy[key].items()} for key in ("bentuk", "urusan")
)  # fmt: skip
FIELDS = ("Perangkat daerah", "Nama inovasi", "Ringkasan", "Bentuk", "Urusan pemerintahan")
HEADS = (*FIELDS, "Tanggal penerapan")
NAMES = ("Bambu Rapi", "Sungai Jernih", "Dermaga Baca", "Perahu Obat", "Kelapa Juara", "Kopi Pagi")


@st.composite
def tables(draw):
    """Rows as they are in truth, and which of their required cells (or whole columns) a table leaves out."""
    many = draw(st.integers(2, len(NAMES)))
    rows = [
        [
            draw(st.sampled_from(sorted(AGENCIES.values()))),
            name,
            f"Warga memakai {name.lower()} setiap hari di desa.",
            draw(st.sampled_from(sorted(FORMS.values()))),
            draw(st.sampled_from(sorted(AFFAIRS.values()))),
            draw(st.sampled_from(["2024", "17 Agustus 2025", "Maret 2026"])),
        ]
        for name in NAMES[:many]
    ]
    columns = draw(st.sampled_from([(), (), (3,), (0,), (2, 4)]))
    blank = draw(st.sets(st.tuples(st.integers(0, many - 1), st.sampled_from([0, 2, 3, 4])), min_size=1, max_size=3))
    return rows, columns, blank, draw(st.sampled_from(["table", "matrix", "forms", "sheets"]))


def written(rows, columns, blank, layout):
    """The workbook of a table."""
    kept = [place for place in range(len(HEADS)) if place not in columns]
    cells = [[None if (n, place) in blank else row[place] for place in kept] for n, row in enumerate(rows)]
    heads = [HEADS[place] for place in kept]
    if layout == "table":
        return book([heads, *cells])
    if layout == "matrix":
        return book([list(line) for line in zip(heads, *cells, strict=True)])
    forms = [[list(line) for line in zip(heads, row, strict=True)] for row in cells]
    return book(*forms) if layout == "sheets" else book([line for form in forms for line in [*form, []]])


def taken(raw, known=None):
    """What an import gives: its outcome, and by name the agency and the data of each entry."""
    read = sheets(raw)
    known = known or Known(Catalogue({}, REGISTRY), frozenset(), "Kabupaten Contoh")
    outcome = settle(recap(read, known, Defaults(completions=completions_on(read))), Problems(), update=True)
    copy, _ = marked(raw, read, outcome.remarks, outcome.held)
    return outcome, {one.reading.name: (one.reading.agency, one.reading.data) for one in outcome.accepted}, copy


def completed(copy, truth):
    """The copy with what is blank on `Lengkapi` as it is in truth."""
    workbook = load_workbook(io.BytesIO(copy))
    sheet = workbook["Lengkapi"]
    titles = {cell.value: cell.column for cell in sheet[2] if cell.value}
    for row in sheet.iter_rows(min_row=3):
        for title, column in titles.items() if row[2].value else ():
            if not row[column - 1].value:
                row[column - 1].value = truth[row[2].value][HEADS.index(title)]
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def known_after(outcome):
    """A catalogue of what was written."""
    innovations = {}
    for one in outcome.accepted:
        slug = one.path.rpartition("/")[2].removesuffix(".yml")
        entry = Entry.model_validate(one.reading.data, context=WORDS)
        innovations[slug] = resolve(slug, REGISTRY.agencies[one.reading.agency], entry, REGISTRY)
    texts = {one.path: one.text for one in outcome.accepted}
    return Known(Catalogue(innovations, REGISTRY), frozenset(texts), "Kabupaten Contoh", texts)


def holds(table):
    rows, columns, blank, _ = table
    truth = {row[1]: row for row in rows}
    first, before, copy = taken(written(*table))
    assert {one.read.line.name for one in first.held} == set(truth) - set(before)
    if not first.held:
        return
    raw = completed(copy, truth)
    second, after, _ = taken(raw)
    assert set(after) == set(truth)
    for name, (agency, data) in after.items():
        if name in before:
            assert (agency, data) == before[name]
            continue
        lacks = next(one.lacks for one in first.held if one.read.line.name == name)
        said = (AGENCIES[agency], name, data["ringkasan"], FORMS[data["bentuk"]], AFFAIRS[data["urusan"][0]])
        keys = ("perangkat_daerah", "nama", "ringkasan", "bentuk", "urusan")
        n = [row[1] for row in rows].index(name)
        sure = [at for at, key in enumerate(keys) if key in lacks or not ({(n, at)} & blank or at in columns)]
        assert [said[at] for at in sure] == [truth[name][at] for at in sure]
    third, changed, _ = taken(raw, known_after(second))
    assert changed == {}
    assert all(one.unchanged or one.note for one in third.remarks)


STEADY = {"deadline": None, "derandomize": True, "database": None, "suppress_health_check": [HealthCheck.too_slow]}


@settings(max_examples=20, **STEADY)
@given(tables())
def test_rows_are_whole_once_what_they_lack_is_filled_in_and_no_other_row_changes(table):
    holds(table)


@pytest.mark.walk
@settings(max_examples=400, **STEADY)
@given(tables())
def test_many_rows_are_whole_once_what_they_lack_is_filled_in_and_no_other_row_changes(table):
    holds(table)
