"""The form of a recap: whatever an entry holds comes back from the workbook as it was, and nothing in it is calculated."""

import io
import zipfile

import pytest
from catalogues import FROZEN
from conftest import BASE, ROOT, TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_entries import HOSTILE, WORDS, whole

from generator import checking
from generator.catalogue.catalogue import Catalogue, resolve
from generator.contributing.recap_form import RecapBook
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.words.form_parts import own_sheets
from generator.schema.entry import Entry
from generator.schema.shape import shapes
from generator.spreadsheet import workbook_bytes

REGISTRY = checking.check(BASE, TODAY).catalogue.registry
REGION = "Kabupaten Contoh"
FORM = RecapBook(REGISTRY, REGION, "Katalog", [agency.name for agency in REGISTRY.agencies.values()])
ORDINARY = {
    "nama": "Uji",
    "ringkasan": "Uji.",
    "bentuk": "lainnya",
    "urusan": ["kesehatan"],
    "riwayat": [{"peristiwa": "penerapan", "tanggal": "2026"}],
}


def book_of(entries, form=FORM):
    agency = REGISTRY.agencies["dinkes"]
    return form.book("Rekap", [resolve(slug, agency, entry, REGISTRY) for slug, entry in entries.items()])


def back(read):
    """Slug -> entry, of sheets imported into a catalogue that has none."""
    found = recap(read, Known(Catalogue({}, REGISTRY), frozenset(), REGION), Defaults())
    assert [remark for remark in found.remarks if not remark.note] == []
    assert not any(draft.reading.refused for draft in found.drafts)
    return {
        draft.path.rpartition("/")[2].removesuffix(".yml"): Entry.model_validate(draft.reading.data, context=WORDS)
        for draft in found.drafts
    }


def several(entries):
    return {f"uji-{place}": Entry.model_validate(one, context=WORDS) for place, one in enumerate(entries)}


ENTRIES = st.lists(whole(dict), min_size=1, max_size=3).map(
    lambda some: several(one | {"nama": f"Uji {place} {one['nama'][:290]}"} for place, one in enumerate(some))
)


#: How fast entries are drawn says how busy the machine is, and nothing else.
STEADY = {"deadline": None, "derandomize": True, "database": None, "suppress_health_check": [HealthCheck.too_slow]}


@settings(max_examples=8, **STEADY)
@given(ENTRIES)
def test_what_an_entry_holds_comes_back_from_the_form_as_it_was(entries):
    assert back(sheets(workbook_bytes(book_of(entries)))) == entries


@pytest.mark.walk
@settings(max_examples=400, **STEADY)
@given(ENTRIES)
def test_what_many_entries_hold_comes_back_from_the_form_as_it_was(entries):
    assert back(sheets(workbook_bytes(book_of(entries)))) == entries


def test_hostile_texts_come_back_over_the_bytes_of_a_workbook_and_none_is_a_formula():
    texts = [text for text in (*HOSTILE, '=HYPERLINK("https://contoh.go.id")', "+62", "@SUM(A1)", "_x0041_", "-", "a<br>b")
             if any(map(str.isalnum, text)) and len(text) <= 60]  # fmt: skip
    entries = several(
        ORDINARY
        | {
            "nama": f"{text} {place}",
            "ringkasan": text,
            "solusi": text,
            "nama_lain": [text, "biasa"],
            "hasil": [{"ukuran": text, "sesudah": text}],
        }
        for place, text in enumerate(texts)
    )
    raw = workbook_bytes(book_of(entries))
    assert back(sheets(raw)) == entries
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            assert b"<f>" not in part
            assert b"<f " not in part
            assert b"sheetProtection" not in part


@pytest.mark.parametrize("root", [FROZEN, ROOT / "tests/golden/small/source"])
def test_a_whole_catalogue_sent_back_changes_nothing(root, project):
    if root.name == "source":
        root = project(
            {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        )
    catalogue = checking.check(root, TODAY).catalogue
    every = list(catalogue.innovations.values())
    form = RecapBook(catalogue.registry, REGION, "Katalog", [a.name for a in catalogue.registry.agencies.values()])
    files = {one.path: (root / one.path).read_text("utf-8") for one in every}
    read = sheets(workbook_bytes(form.book("Rekap", every)))
    found = recap(read, Known(catalogue, frozenset(files), REGION, files), Defaults())
    assert len(found.seen) == len(every) > 0
    assert found.drafts == []
    assert [remark for remark in found.remarks if not remark.note] == []


def test_every_key_of_an_entry_has_its_column_or_its_sheet():
    def keys(group, above=()):
        for shape in group:
            if shape.inner:
                yield from keys(shape.inner, (*above, shape.key))
            else:
                yield *above, shape.key

    book = FORM.book("Rekap", [])
    main = next(sheet for sheet in book.sheets if sheet.name == "Inovasi")
    listed = {
        (*own.path, *([own.inner] if own.inner else []), *column.path) for own in own_sheets() for column in own.columns
    }
    labels = {column.head for column in main.columns}
    plain = set(keys(shapes())) - listed
    assert listed < set(keys(shapes()))
    assert len(plain) + 2 == len(labels), "agency and address beside the keys that stand alone"
    assert {sheet.name for sheet in book.sheets} == {
        "Petunjuk",
        "Inovasi",
        *(own.name for own in own_sheets()),
        "Pilihan",
    }
    assert len({sheet.name.casefold() for sheet in book.sheets}) == len(book.sheets)
