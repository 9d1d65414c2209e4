"""The index by kind and by district: each agency on one page of its kind, and a large register by its parts first."""

import re

import pytest
from conftest import BASE, tree
from many_units import register

from generator.publishing.pages.compliance_parts import MOST_ROWS, ROWS_A_PAGE

INDEX = "kepatuhan/index.md"
SMALL = 5  # agencies of the fictional region without villages and schools


def rows(page: bytes) -> list[str]:
    return re.findall(r'data-perangkat-daerah="([^"]+)"', page.decode())


def of_kinds(files: dict[str, bytes]) -> list[str]:
    pages = sorted(path for path in files if path.startswith("kepatuhan/2026/jenis/"))
    return [slug for path in pages for slug in rows(files[path])]


def test_every_agency_has_its_row_on_one_page_of_its_kind(project):
    files = tree(project())
    assert sorted(of_kinds(files)) == sorted(rows(files[INDEX]))


@pytest.mark.parametrize(("more", "shown"), [(0, True), (1, False)])
def test_a_register_of_more_than_sixty_is_shown_by_its_parts_and_its_rows_on_their_pages(project, more, shown):
    files = tree(project(register(BASE, MOST_ROWS - SMALL + more, 0)))
    page = files[INDEX].decode()
    assert len(of_kinds(files)) == MOST_ROWS + more
    assert bool(rows(files[INDEX])) == shown
    assert ('id="pencarian"' in page) != shown
    assert ("searches: true" in page) != shown, "the header would have a second box"
    assert "2026/jenis/desa/" in page
    assert "2026/kecamatan/utara/" in page


def test_a_village_stands_under_its_district_and_a_school_under_the_office_that_runs_it(project):
    files = tree(project(register(BASE, 3, 2)))
    found = rows(files["kepatuhan/2026/kecamatan/utara/index.md"])
    assert found.count("kecamatan-utara") == 1
    assert len([slug for slug in found if slug.startswith("desa-")]) == 3
    assert len(found) == 4
    assert "kepatuhan/2026/kecamatan/selatan/index.md" not in files, "nobody in the register stands there"


def test_a_part_too_long_for_a_page_goes_on_and_loses_nobody(project):
    files = tree(project(register(BASE, 0, ROWS_A_PAGE + 1)))
    first, second = (rows(files[f"kepatuhan/2026/jenis/sekolah/{at}index.md"]) for at in ("", "halaman/2/"))
    assert (len(first), len(second)) == (ROWS_A_PAGE, 1)
    assert len({*first, *second}) == ROWS_A_PAGE + 1


def test_who_stands_under_one_another_in_a_circle_stands_in_no_district(project):
    files = register(BASE, 2, 0)
    names = re.findall(r"slug: (desa-\S+),", files["registry/agencies.yml"])
    for name, other in (names, reversed(names)):
        files["registry/agencies.yml"] = re.sub(
            rf"(slug: {name},.*?induk: )[\w-]+", rf"\g<1>{other}", files["registry/agencies.yml"]
        )
    found = tree(project(files))
    assert rows(found["kepatuhan/2026/kecamatan/utara/index.md"]) == ["kecamatan-utara"]
    assert set(names) <= set(of_kinds(found))
