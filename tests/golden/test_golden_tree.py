"""A small fictional region and every file that is generated from it, held byte for byte.

`make golden` (`pytest --update-golden`) rewrites the expected files; the diff is then for a person to read.
"""

import datetime as dt
import difflib
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import BASE, ROOT, SETTINGS, TODAY
from openpyxl import load_workbook
from PIL import Image

from generator import checking
from generator.publishing import pipeline
from generator.schema.entry import Entry
from generator.settings import Edition, FileDates

SMALL = Path(__file__).parent / "small"
EXPECTED = SMALL / "expected"
#: Files whose bytes belong to an image library, not to this project: of them kind and size in pixels are held.
PICTURES = (".jpg", ".avif")
LIST_OF_PICTURES = "pictures.txt"
_ZONE = dt.timezone(dt.timedelta(hours=7))


def _moment(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=_ZONE)


EDITION = Edition(
    TODAY,
    TODAY,
    "0123456789abcdef0123456789abcdef01234567",
    {
        "innovations/dinkes/antar-obat.yml": FileDates(_moment(2026, 2, 3, 9, 15), _moment(2026, 7, 1, 10, 30)),
        "innovations/disdik/kelas-sungai.yml": FileDates(_moment(2026, 3, 9, 8), _moment(2026, 3, 9, 8)),
    },
)


@pytest.fixture
def small(tmp_path):
    """The project: the base region with `small/source` on top."""
    root = tmp_path / "small"
    shutil.copytree(BASE, root)
    shutil.copytree(SMALL / "source", root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return root


@pytest.fixture
def checked(small):
    result = checking.check(small, TODAY)
    assert not result.problems.errors, result.problems.errors
    return result


@pytest.fixture
def tree(small, checked):
    return dict(pipeline.build(small, checked, SETTINGS, EDITION))


def _cells(raw):
    """A workbook as text: every cell, and what each column offers and says."""
    book = load_workbook(io.BytesIO(raw))
    lines = []
    for sheet in book.worksheets:
        lines += [f"{sheet.title}!{cell.coordinate}: {cell.value}" for row in sheet.rows for cell in row if cell.value]
        rules = sheet.data_validations.dataValidation
        lines += [f"{sheet.title}!{rule.sqref}: {rule.formula1} | {rule.promptTitle} | {rule.prompt}" for rule in rules]
    return "".join(f"{line}\n" for line in lines).encode()


def _held(tree):
    """What is compared: every file but the pictures, and a list with one line for each of those; workbooks as text."""
    files = {path: content for path, content in tree.items() if not path.endswith((*PICTURES, ".xlsx", ".pdf"))}
    files |= {f"{path}.txt": _cells(content) for path, content in tree.items() if path.endswith(".xlsx")}
    rows = []
    for path in sorted(path for path in tree if path.endswith(PICTURES)):
        with Image.open(io.BytesIO(tree[path])) as image:
            rows.append(f"{path} {image.format} {image.width}x{image.height}\n")
    rows += [f"{path} PDF\n" for path, content in sorted(tree.items()) if content.startswith(b"%PDF-")]
    return {**files, LIST_OF_PICTURES: "".join(rows).encode()}


def _update(held):
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, content in held.items():
        target = EXPECTED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _on_disk():
    return {path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()}


def _difference(path, expected, found):
    """A unified diff, or the position of the first byte where only white space at line ends differs."""
    lines = [text.decode("utf-8", "backslashreplace").splitlines() for text in (expected, found)]
    shown = list(difflib.unified_diff(*lines, f"expected/{path}", f"generated/{path}", lineterm="", n=1))
    if not shown:
        at = next((n for n, pair in enumerate(zip(expected, found, strict=False)) if pair[0] != pair[1]), "end")
        shown = [f"{path}: same lines, other bytes, first at {at}"]
    more = [f"... {len(shown) - 40} more lines"] if len(shown) > 40 else []
    return "\n".join([*shown[:40], *more])


def _compare(expected, found):
    report = [f"missing: {path}" for path in sorted(expected.keys() - found.keys())]
    report += [f"not expected: {path}" for path in sorted(found.keys() - expected.keys())]
    common = sorted(expected.keys() & found.keys())
    report += [_difference(path, expected[path], found[path]) for path in common if expected[path] != found[path]]
    return report


def test_every_generated_file_is_as_expected(tree, request):
    found = _held(tree)
    if request.config.getoption("update_golden"):
        _update(found)
    report = _compare(_on_disk(), found)
    assert not report, "\n".join([*report, "", "If this is meant: make golden, then read the diff."])


def test_pictures_and_the_pdf_alone_are_held_by_their_kind(tree):
    held = _held(tree)
    workbooks = {path for path in tree if path.endswith(".xlsx")}
    left_out = tree.keys() - held.keys() - workbooks
    assert left_out
    assert held.keys() - tree.keys() == {LIST_OF_PICTURES, *(f"{path}.txt" for path in workbooks)}
    assert {path.rpartition(".")[2] for path in left_out} == {"jpg", "avif", "pdf"}
    kinds = dict(line.split(" ", 1) for line in held[LIST_OF_PICTURES].decode().splitlines())
    assert kinds.keys() == left_out
    for path, kind in kinds.items():
        assert kind.startswith({"jpg": "JPEG ", "avif": "AVIF ", "pdf": "PDF"}[path.rpartition(".")[2]]), path


def test_a_missing_an_extra_and_a_different_file_are_each_reported():
    expected = {"gone.md": b"a\n", "same.md": b"a\n", "edited.md": b"one\ntwo\n", "ends.md": b"a\r\n"}
    found = {"new.md": b"a\n", "same.md": b"a\n", "edited.md": b"one\n2\n", "ends.md": b"a\n"}
    report = "\n".join(_compare(expected, found))
    assert "missing: gone.md" in report
    assert "not expected: new.md" in report
    assert "-two" in report
    assert "+2" in report
    assert "ends.md: same lines, other bytes, first at 1" in report
    assert "same.md" not in report


def _models_in(annotation):
    if hasattr(annotation, "model_fields"):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)


def _all_fields(model, path=""):
    for info in model.model_fields.values():
        yield f"{path}{info.alias}"
        for inner in _models_in(info.annotation):
            yield from _all_fields(inner, f"{path}{info.alias}.")


def _filled(data, model, path=""):
    """The dotted keys that hold something in a document; keys of an indicator are not fields."""
    for name, info in model.model_fields.items():
        value = getattr(data, name)
        if value is False or value in (None, (), {}):
            continue
        yield f"{path}{info.alias}"
        inner = list(_models_in(info.annotation))
        many = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        for part in many:
            for kind in inner:
                yield from _filled(part, kind, f"{path}{info.alias}.")


def test_the_small_region_uses_every_field_of_an_innovation(checked):
    used = {key for i in checked.catalogue.innovations.values() for key in _filled(i.entry, Entry)}
    assert set(_all_fields(Entry)) - used == set()


# What the pages must not say, whatever the expected files hold


def _page(tree, address):
    return tree[f"{address}index.md"].decode()


def test_a_corrected_result_is_not_said_to_be_the_result_at_closing(tree):
    rows = json.loads(tree["data/kepatuhan.json"])["kepatuhan"]
    row = next(row for row in rows if (row["tahun"], row["perangkat_daerah"]) == (2025, "disdik"))
    assert row["status"] == "memenuhi"
    assert "Dikoreksi 10 Maret 2026" in row["alasan"]
    assert "saat tahun 2025 ditutup: Kelas Sungai" not in row["alasan"]


def test_a_page_without_sources_does_not_point_to_sources_below(tree):
    page = _page(tree, "inovasi/perahu-baca/")
    assert '<h2 id="sumber">' not in page
    assert "tercantum di bawah" not in page


def test_the_contact_of_the_agency_counts_as_a_contact(tree):
    page = _page(tree, "inovasi/posyandu-malam/")
    assert "0561 111222" in page
    missing = re.search(r"Belum ada di katalog: (.*?)\. <a", page).group(1)
    assert "kontak" not in missing


def test_the_sheet_of_a_stopped_innovation_says_so(tree):
    assert "Dihentikan" in _page(tree, "inovasi/kelas-sungai/poster/")


def test_an_agency_that_was_merged_keeps_the_record_of_its_last_year(tree):
    page = _page(tree, "perangkat-daerah/dinas-lama/")
    assert "kepatuhan/2025/" in page


def test_an_innovation_of_an_agency_without_a_verdict_is_not_said_to_count(tree):
    assert "Dihitung dalam kepatuhan" not in _page(tree, "inovasi/daftar-daring/")


def test_no_page_has_an_empty_list(tree):
    assert [path for path, raw in tree.items() if path.endswith(".md") and b"<ul></ul>" in raw] == []


def _recorded(key):
    record = (SMALL / "source/registry/obligations/2025.hasil.yml").read_text("utf-8")
    return re.search(rf'^{key}: "?([^"\n]+)', record, re.MULTILINE).group(1)


def test_the_day_and_the_rules_of_a_closed_year_are_those_of_its_record(tree):
    rows = [row for row in json.loads(tree["data/kepatuhan.json"])["kepatuhan"] if row["tahun"] == 2025]
    assert {(row["per_tanggal"], row["versi_aturan"]) for row in rows} == {
        (_recorded("per_tanggal"), _recorded("versi_aturan"))
    }
