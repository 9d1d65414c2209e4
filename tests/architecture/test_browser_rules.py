"""The browser's half is held to the rules of the program: `make lint` measures and types it by what is proven here."""

import json
import re
import shutil
import subprocess

import pytest
from catalogues import ROOT
from javascript import BROWSER, MODULES, NODE

BIOME = BROWSER / "node_modules/@biomejs/biome/bin/biome"
TSC = BROWSER / "node_modules/typescript/bin/tsc"


def _run(tool, *arguments, folder=BROWSER):
    command = [str(part) for part in (NODE, tool, *arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _found(folder, rule):
    """What the rule of ours finds in the folder."""
    shutil.copy(BROWSER / "biome.json", folder)
    return _run(BIOME, "lint", f"--only={rule}", folder=folder)


@pytest.fixture
def script(tmp_path):
    (tmp_path / "page").mkdir()
    return tmp_path / "page/boot.js"


@pytest.mark.parametrize(("lines", "clean"), [(40, True), (41, False)])
@pytest.mark.parametrize("begins", ["export const work = () => {", "export function work() {"])
def test_no_function_of_the_browser_is_longer_than_40_lines(script, begins, lines, clean):
    script.write_text("\n".join([begins, *["  work();"] * (lines - 2), "}"]))
    outcome = _found(script.parents[1], "complexity/noExcessiveLinesPerFunction")
    assert (outcome.returncode == 0) == clean, outcome.stderr


@pytest.mark.parametrize(("lines", "clean"), [(300, True), (301, False)])
def test_no_module_of_the_browser_is_longer_than_300_lines(script, lines, clean):
    script.write_text("work();\n" * lines)
    outcome = _found(script.parents[1], "style/noExcessiveLinesPerFile")
    assert (outcome.returncode == 0) == clean, outcome.stderr


@pytest.mark.parametrize(
    ("handled", "clean"),
    [
        ("try { work(); } catch {}", False),
        ("work().catch(() => {});", False),
        ("try { work(); } catch { /* the next one tells */ }", True),
        ("work().catch(() => { /* the next one tells */ });", True),
    ],
)
def test_no_fault_is_swallowed_by_nothing(script, handled, clean):
    script.write_text(handled)
    outcome = _found(script.parents[1], "suspicious/noEmptyBlockStatements")
    assert (outcome.returncode == 0) == clean, outcome.stderr


def test_who_does_not_look_at_a_fault_says_why():
    """On the line of the `catch` or on the next."""
    pattern = re.compile(r"catch(?: \{|\(\(\) =>).*\n?.*")
    blind = {path.name: pattern.findall(path.read_text("utf-8")) for path in MODULES}
    assert sum(map(len, blind.values())) > 5
    assert [(name, each) for name, found in blind.items() for each in found if "//" not in each] == []


def test_the_browsers_half_is_typed_strictly():
    settings = json.loads((BROWSER / "tsconfig.json").read_text("utf-8"))["compilerOptions"]
    assert {settings["strict"], settings["checkJs"]} == {True}
    listed = _run(TSC, "--listFilesOnly").stdout
    assert [path for path in MODULES if path.as_posix() not in listed] == []


def test_what_a_stated_browser_does_not_know_is_refused(tmp_path):
    """`structuredClone` came with Firefox 94, the properties of ARIA with 119, sharing is a phone's."""
    dom, script = tmp_path / "dom.d.ts", tmp_path / "page.js"
    _run(BROWSER / "stated_dom.mjs", dom)
    script.write_text(
        "const known = [document.body.replaceChildren, navigator.clipboard, new URL('a:b'), document.body.inputMode];\n"
        "structuredClone(known);\n"
        "document.body.ariaHidden = 'true';\n"
        "navigator.share({});\n"
        "new Sanitizer();\n"
        "known.findLast(Boolean);\n"
    )
    settings = json.loads((BROWSER / "tsconfig.json").read_text("utf-8"))
    names = {"include": [], "files": [dom.name, script.name]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings | names))
    refused = _run(TSC, "--pretty", "false", folder=tmp_path).stdout
    assert re.findall(r"^page\.js\((\d)", refused, re.MULTILINE) == [*"23456"], refused


def test_no_module_of_the_browser_steps_out_of_the_rules():
    """A rule is off in one place, for a reason that stands there; types are off nowhere."""
    pattern = re.compile(r"@ts-(?:nocheck|ignore|expect-error)|biome-ignore(?:-all|-start)")
    assert [path.name for path in MODULES if pattern.search(path.read_text("utf-8"))] == []


def test_the_page_on_accessibility_names_the_browsers_that_the_scripts_are_made_for():
    targets = json.loads((BROWSER / "parts.json").read_text("utf-8"))["targets"]
    text = (ROOT / "docs/tentang/aksesibilitas.md").read_text("utf-8")
    named = re.search(r"Chrome [0-9.]+, Firefox [0-9.]+, Safari [0-9.]+[0-9]", text).group()
    assert named.casefold().replace(" ", "").split(",") == targets
