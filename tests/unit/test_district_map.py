"""The schematic map in the registry: one tile a district, none over another, every name in its tile."""

import re

import pytest
import yaml
from catalogues import FROZEN, LIVING
from conftest import BASE, ENTRY, check, codes, tree

from generator.catalogue.registry import Registry
from generator.publishing.pages.district_map import drawing
from generator.schema.map import COLUMNS, GAP, ROW, ROWS, WIDTH, MapFile
from generator.schema.registry import Term

MAP, TAXONOMY = "registry/map.yml", "registry/taxonomy.yml"
BASE_MAP, BASE_TAXONOMY = ((BASE / path).read_text("utf-8") for path in (MAP, TAXONOMY))
UTARA = "  - {kecamatan: utara, kolom: 1, baris: 1}\n"
HEAD = "dasar: asumsi\nketerangan: Rekaan.\npetak:\n"


@pytest.fixture
def errors(project):
    return lambda text: [(p.code, p.place.line) for p in check(project({MAP: text})).errors]


def tiles(*places: str) -> str:
    """A map of the two districts of the base region at `places`."""
    return HEAD + "".join(
        f"  - {{kecamatan: {slug}, {place}}}\n" for slug, place in zip(("utara", "selatan"), places, strict=True)
    )


# --- the file ---------------------------------------------------------------------------------------


def test_a_region_without_a_map_has_its_list_alone(project):
    root = project({MAP: None})
    assert codes(root) == []
    built = tree(root)
    page = built["kecamatan/index.md"].decode()
    assert "<svg" not in page
    assert "skematis" not in page
    assert page.count('href="utara/"') == 1


def test_a_map_behind_a_link_is_refused(project):
    root = project({MAP: None})
    (root / MAP).symlink_to(BASE / MAP)
    assert codes(root) == ["B002"]


def test_a_folder_named_like_the_map_is_no_map(project):
    root = project({MAP: None})
    (root / MAP).mkdir()
    assert codes(root) == ["R001"]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("kolom: 0, baris: 1", "I009"),
        (f"kolom: {COLUMNS + 1}, baris: 1", "I009"),
        (f"kolom: 1, baris: {ROWS + 1}", "I009"),
        ("kolom: 1, baris: 1, lebar: 0", "I009"),
        ("kolom: 1, baris: 1, tinggi: 99", "I009"),
        ("kolom: satu, baris: 1", "I008"),
        ("kolom: 1, baris: 1, warna: merah", "I002"),
        ("kolom: 1", "I001"),
    ],
)
def test_a_tile_is_four_whole_numbers_on_the_grid(errors, place, code):
    assert {found for found, _ in errors(tiles("kolom: 2, baris: 2", place))} == {code}


def test_a_map_has_a_limited_number_of_tiles(errors):
    many = tiles("kolom: 1, baris: 1", "kolom: 2, baris: 1") + UTARA * 60
    assert [code for code, _ in errors(many)] == ["I014"]


# --- districts --------------------------------------------------------------------------------------


def test_every_district_has_a_tile(errors):
    assert errors(BASE_MAP.replace(UTARA, "")) == [("R017", 4)]


def test_a_tile_for_a_district_that_nobody_knows_leaves_the_one_that_was_meant_without(errors):
    assert errors(BASE_MAP.replace("utara,", "uatra,")) == [("R017", 4), ("R003", 5)]


def test_a_district_has_one_tile_only(errors):
    assert errors(BASE_MAP.replace(UTARA, f"{UTARA}  - {{kecamatan: utara, kolom: 1, baris: 3}}\n")) == [("R002", 6)]


# --- places -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "sound"),
    [
        ("kolom: 1, baris: 1", "kolom: 2, baris: 1", True),
        ("kolom: 1, baris: 1", "kolom: 1, baris: 2", True),
        ("kolom: 1, baris: 1, lebar: 2, tinggi: 2", "kolom: 3, baris: 2", True),
        ("kolom: 1, baris: 1", "kolom: 1, baris: 1", False),
        ("kolom: 1, baris: 1, lebar: 2", "kolom: 2, baris: 1", False),
        ("kolom: 2, baris: 2", "kolom: 1, baris: 1, lebar: 3, tinggi: 3", False),
        ("kolom: 1, baris: 2, lebar: 3", "kolom: 2, baris: 1, tinggi: 3", False),
    ],
)
def test_no_tile_covers_another(errors, first, second, sound):
    assert errors(tiles(first, second)) == ([] if sound else [("R018", 5)])


def test_a_landmark_covers_no_district(errors):
    assert errors(BASE_MAP.replace("Laut Rekaan, kolom: 2", "Laut, kolom: 1")) == [("R018", 7)]


@pytest.mark.parametrize(
    ("place", "sound"),
    [
        (f"kolom: {COLUMNS - 1}, baris: {ROWS}, lebar: 2", True),
        (f"kolom: {COLUMNS}, baris: 2, lebar: 2", False),
        (f"kolom: 2, baris: {ROWS}, tinggi: 2", False),
    ],
)
def test_no_tile_leaves_the_grid(errors, place, sound):
    assert errors(tiles("kolom: 1, baris: 1", place)) == ([] if sound else [("R018", 5)])


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "place", "sound"),
    [
        ("Utara", "kolom: 1, baris: 1", True),
        ("Kuala Utara Hulu", "kolom: 1, baris: 1", True),
        ("Kecamatan Utara di Hulu Sungai", "kolom: 1, baris: 1", False),
        ("Kecamatan Utara di Hulu Sungai", "kolom: 1, baris: 1, tinggi: 2", True),
        ("Kecamatan Utara di Hulu Sungai", "kolom: 1, baris: 1, lebar: 2", True),
        ("Ketidakberkesinambungan", "kolom: 1, baris: 1, tinggi: 6", False),
        ("Ketidakberkesinambungan", "kolom: 1, baris: 1, lebar: 2", True),
    ],
)
def test_a_name_fits_in_its_tile_on_a_map_of_three_columns(project, label, place, sound):
    text = BASE_TAXONOMY.replace("label: Utara", f"label: {label}")
    found = codes(project({TAXONOMY: text, MAP: tiles(place, "kolom: 3, baris: 1")}))
    assert found == ([] if sound else ["R018"])


def test_seven_columns_would_be_too_narrow_for_a_finger():
    """44 px at a screen of 320 px, of which the page leaves 284 for the map."""
    pixel = 284 / WIDTH
    assert (WIDTH // COLUMNS - GAP) * pixel >= 44
    assert (WIDTH // (COLUMNS + 1) - GAP) * pixel < 44
    assert (ROW - GAP) * pixel >= 44


# --- the drawing ------------------------------------------------------------------------------------


def drawn(root):
    source = MapFile.model_validate(yaml.safe_load((root / MAP).read_text("utf-8")))
    words = yaml.safe_load((root / TAXONOMY).read_text("utf-8"))["kecamatan"]
    districts = {word["slug"]: Term.model_validate({"slug": word["slug"], "label": word["label"]}) for word in words}
    return drawing(Registry({}, None, {"kecamatan": districts}, {}, {}, {}, source)), districts


@pytest.mark.parametrize(
    "root",
    [
        pytest.param(BASE, id="base"),
        pytest.param(FROZEN, id="frozen"),
        pytest.param(LIVING, id="living", marks=pytest.mark.living),
    ],
)
def test_tiles_lie_in_the_drawing_side_by_side_with_their_names_inside(root):
    picture, districts = drawn(root)
    assert picture.boxes.keys() == districts.keys()
    boxes = [*picture.boxes.values(), *picture.landmarks]
    for box in boxes:
        assert 0 <= box.x < box.x + box.width <= picture.width
        assert 0 <= box.y < box.y + box.height <= picture.height
        assert all(box.y + 10 < foot < box.y + box.height for foot, _ in box.lines)
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            above = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert beside or above
    for slug, box in picture.boxes.items():
        assert " ".join(line for _, line in box.lines) == districts[slug].label
        assert box.lines[-1][0] < box.foot < box.y + box.height


def test_the_order_of_the_tiles_in_the_file_changes_no_page(project):
    first, second = (line for line in BASE_MAP.splitlines(keepends=True) if "kecamatan:" in line)
    turned = BASE_MAP.replace(first + second, second + first)
    assert turned != BASE_MAP
    assert tree(project()) == tree(project({MAP: turned}))


def test_a_tile_with_innovations_looks_different_and_prints_its_number(project):
    here = {"innovations/dinkes/posyandu-malam.yml": f"{ENTRY}lokasi: {{kecamatan: [utara]}}\n"}
    page = tree(project(here))["kecamatan/index.md"].decode()
    found = re.findall(r'<a( class="k-ada")? href="(\w+)/" tabindex="-1">.*?"700">(\d+)<', page)
    assert sorted(found) == [("", "selatan", "0"), (' class="k-ada"', "utara", "1")]
