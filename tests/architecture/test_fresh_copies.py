"""What is written down twice, here and in the program, must say the same today."""

import gzip
import hashlib
import json
import posixpath
import re
import subprocess

import house_map
import pytest
from catalogues import LIVING, LIVING_DAY
from conftest import ROOT
from javascript import BROWSER, NODE, SETTINGS

from generator import checking, layout
from generator.publishing.configuration import Configuration
from generator.publishing.exports.json_schema import schema_text
from generator.reviewing import codeowners


@pytest.mark.living
def test_the_committed_schema_is_fresh():
    registry = checking.check(LIVING, LIVING_DAY).catalogue.registry
    committed = (LIVING / "site_templates/schema/inovasi.json").read_text("utf-8")
    assert committed == schema_text(registry), "run `make schema`"


@pytest.mark.living
def test_the_committed_owners_are_fresh():
    maintainers = Configuration.read(LIVING / "mkdocs.yml").settings.maintainers
    registry = checking.check(LIVING, LIVING_DAY).catalogue.registry
    assert codeowners.invalid(registry, maintainers) == []
    assert (LIVING / layout.OWNERS).read_text("utf-8") == codeowners.owners_text(registry, maintainers), (
        "run `make owners`"
    )


def test_what_the_program_writes_points_editors_to_the_schema():
    """Whoever writes a file by hand need not point to it."""
    target = layout.SCHEMA_COMMENT.removeprefix("# yaml-language-server: $schema=")
    assert posixpath.normpath(f"{layout.INNOVATIONS}/dinas/{target}") == "site_templates/schema/inovasi.json"
    assert (ROOT / "site_templates/schema/inovasi.json").is_file()


def test_the_map_of_the_house_is_drawn_from_the_tree_as_it_is():
    page = house_map.PAGE.read_text("utf-8")
    assert house_map.drawn(page) == page, "run `make map`"
    files = {path.name for path in house_map.PACKAGE.rglob("*") if path.is_file() and path.suffix in (".py", ".yml")}
    assert files - house_map.mentioned(page) == {"__init__.py", "__main__.py"}


def test_the_style_sheet_was_made_from_its_source_as_it_is():
    inputs = (ROOT / "site_templates/css/katalog.css", ROOT / "site_templates/css/build.mjs")
    made = hashlib.sha256(b"".join(path.read_bytes() for path in inputs)).hexdigest()
    first = (ROOT / "site_templates/theme/assets/gaya.css").read_text("utf-8").partition("\n")[0]
    assert first == f"/* made by `make css` from {made} */", "run `make css`"


def test_the_style_sheet_names_no_class_that_no_page_has():
    """What a template, a script or the program writes; a name may be built from two parts."""
    sources = [*(ROOT / "site_templates").rglob("*.j2"), *(ROOT / "site_templates/theme").glob("*.html")]
    sources += [path for path in BROWSER.rglob("*.js") if "node_modules" not in path.parts]
    sources += (ROOT / "generator").rglob("*.py")
    written = "\n".join(path.read_text("utf-8") for path in sources)
    known = set(re.findall(r"k-[a-z-]+", written))
    named = set(re.findall(r"\.(k-[a-z-]+)", (ROOT / "site_templates/css/katalog.css").read_text("utf-8")))
    assert [
        name for name in sorted(named - known) if not any(one.endswith("-") and name.startswith(one) for one in known)
    ] == []


def test_the_style_sheet_stays_within_nine_kilobytes_on_the_wire():
    assert len(gzip.compress((ROOT / "site_templates/theme/assets/gaya.css").read_bytes(), 6)) <= 9_000


def test_the_scripts_that_the_site_ships_were_made_from_their_source_as_it_is(tmp_path):
    subprocess.run([NODE, BROWSER / "build.mjs", tmp_path], check=True)
    shipped = ROOT / "site_templates/theme/assets"
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {path.name: path.read_bytes() for path in shipped.glob("*.js")} == made, "run `make browser`"


@pytest.mark.parametrize("room", SETTINGS.ROOMS)
def test_what_the_scripts_know_of_the_program_is_what_it_says_today(room):
    assert (BROWSER / room / "settings.js").read_text("utf-8") == SETTINGS.settings(room), "run `make browser`"


@pytest.mark.parametrize(
    "pattern", [r"\d", r"\w+", r"a\b", r"\s", "(?P<a>b)", "a++", "(?i:a)", r"[\W_]", "(?>a)"], ids=ascii
)
def test_a_pattern_that_means_something_else_in_javascript_is_not_handed_over(pattern):
    with pytest.raises(ValueError, match="not shared"):
        SETTINGS.javascript(re.compile(pattern))


def test_letters_alike_in_either_case_are_handed_over_where_these_are_ascii_alone():
    with pytest.raises(ValueError, match="not shared"):
        SETTINGS.javascript(re.compile("k", re.IGNORECASE))
    assert SETTINGS.javascript(re.compile(r"\Ak/\Z", re.IGNORECASE | re.ASCII)) == r"/^k\/$/i"


def test_the_reader_of_others_keeps_its_licence():
    lock = json.loads((BROWSER / "package-lock.json").read_text("utf-8"))
    vendored = (ROOT / "site_templates/theme/assets/vendor-yaml.js").read_text("utf-8")
    assert f"/* yaml {lock['packages']['node_modules/yaml']['version']}\n" in vendored
    assert "Copyright Eemeli Aro" in vendored
    assert "provided that the above copyright notice\nand this permission notice appear in all copies." in vendored


@pytest.mark.parametrize(
    "folder",
    ["site_templates/css", "site_templates/browser", "tests/audit", "tests/bench_peers", "tests/browser_mutants"],
)
def test_no_lock_of_a_tool_from_npm_names_an_address(folder):
    lock = (ROOT / folder / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    packages = json.loads(lock)["packages"].values()
    assert "://" not in json.dumps([{**package, "funding": None} for package in packages])
    assert lock.count('"integrity"') == lock.count('"node_modules/') > 10


def test_the_audit_names_its_tools_by_exact_versions():
    named = json.loads((ROOT / "tests/audit/package.json").read_text("utf-8"))["devDependencies"]
    assert len(named) == 2
    assert [version for version in named.values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
