"""The rules of the house that no single unit test can hold: sizes, names, borders, locks, workflows, documents."""

import ast
import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import licences
import pytest
import yaml
from catalogues import LIVING
from conftest import BASE, ROOT, check
from jinja2 import Environment, nodes

from generator.commands.cli import cli
from generator.problems import code_texts

PACKAGE = ROOT / "generator"
BIN = Path(sys.executable).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
#: The only modules that may open files or run processes.
AT_THE_BORDER = {
    "aid.py",
    "catalogue/data_files.py",
    "catalogue/pictures.py",
    "commands/accept.py",
    "commands/build.py",
    "commands/check.py",
    "commands/cli.py",
    "commands/context.py",
    "commands/contribute.py",
    "commands/onboard.py",
    "commands/recap.py",
    "commands/record.py",
    "commands/review.py",
    "commands/strip.py",
    "commands/tidy.py",
    "mkdocs_plugin.py",
    "publishing/configuration.py",
    "publishing/git_history.py",
    "publishing/hand_written.py",
    "publishing/on_demand.py",
    "publishing/pouring.py",
    "publishing/render.py",
    "publishing/exports/clean_pictures.py",
    "publishing/gate/folder.py",
    "publishing/writer.py",
    "reviewing/keeping_places.py",
    "reviewing/link_look.py",
    "reviewing/rehearsal.py",
    "reviewing/worktree.py",
    "speed/cache.py",
    "speed/crew.py",
    "speed/own_folder.py",
    "speed/spare.py",
    "speed/store.py",
    "speed/unchanged.py",
    "whole.py",
}
TEMPLATES = [*(ROOT / "site_templates").rglob("*.j2"), *(ROOT / "site_templates/theme").glob("*.html")]
#: What computes, compares, or makes up a value in a template. `and`, `or`, `not` and the inline `if` are the word `if`.
LOGIC = (
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos),
    *(nodes.Concat, nodes.Compare, nodes.Test, nodes.Slice, nodes.Dict, nodes.NSRef, nodes.AssignBlock, nodes.With),
)
#: Filters that compute or choose where a page should hand over the result.
LOGICAL_FILTERS = {
    "abs", "attr", "batch", "first", "groupby", "int", "last", "max", "min", "random", "reject", "rejectattr", "replace",
    "reverse", "round", "select", "selectattr", "slice", "sort", "sum", "truncate", "unique",
}  # fmt: skip
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "core", "misc", "base"}
DOCUMENTS = [path for path in (ROOT / "docs").rglob("*.md") if "dev" not in path.parts]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
#: The jobs that may do more than usual, and what each may.
WRITING = {
    ("usulan.yml", "terima"): {("contents", "read"), ("issues", "read")},
    ("usulan.yml", "kirim"): {("contents", "write"), ("pull-requests", "write")},
    ("usulan.yml", "jawab"): {("issues", "write")},
    ("tautan.yml", "kirim"): {("contents", "write"), ("pull-requests", "write")},
}


def _name(path):
    return path.relative_to(ROOT).as_posix()


def _tree(path):
    return ast.parse(path.read_text("utf-8"))


def _run(*command):
    return subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)


def _calls(path):
    """(dotted name, line) of everything that is called or named with a dot."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node), node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno


def _found(pattern, allowed):
    """Where a name that matches stands in a module that is not allowed to have it."""
    return [
        f"{_name(path)}:{line}: {name}"
        for path in MODULES
        if path.relative_to(PACKAGE).as_posix() not in allowed
        for name, line in _calls(path)
        if re.search(pattern, name)
    ]


# Code


def test_there_is_code_to_look_at():
    assert len(MODULES) > 30


def test_no_module_is_longer_than_300_lines():
    lengths = {_name(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_function_is_longer_than_40_lines():
    functions = {
        f"{_name(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: length for name, length in functions.items() if length > 40} == {}


def test_no_module_has_a_name_that_says_nothing():
    assert [_name(path) for path in MODULES if path.stem in VAGUE or path.parent.name in VAGUE] == []


def _types(path):
    """The public classes and names of types (`Row = Mapping[...]`) of a module."""
    for node in _tree(path).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if re.match(r"[A-Z]\w*[a-z]", ast.unparse(target)))


def test_a_name_of_a_class_or_type_means_one_thing_in_the_whole_package():
    homes = {}
    for path in MODULES:
        for name in _types(path):
            if not name.startswith("_"):
                homes.setdefault(name, []).append(_name(path))
    assert len(homes) > 50
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def test_no_module_bears_the_name_of_one_of_the_standard_library():
    taken = sys.stdlib_module_names
    assert [_name(path) for path in MODULES if {path.stem, path.parent.name} & taken] == []


def test_the_layers_contract_is_kept():
    done = _run(BIN / "lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d* kept, 0 broken", done.stdout)


def test_every_module_stands_in_the_layers_contract():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert len(layers) <= 14
    named = set(re.findall(r"generator\.(\w+)", " ".join(layers)))
    tops = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__", "__main__"}
    assert tops - named == set()


def test_no_name_of_this_region_stands_in_code_or_templates():
    # A dictionary of the whole language names places too.
    region = re.compile(r"kubu\s*raya|kalimantan|kalbar|pontianak|sungai\s*raya", re.IGNORECASE)
    files = [*PACKAGE.rglob("*"), *(ROOT / "site_templates").rglob("*")]
    files = [
        path
        for path in files
        if path.is_file() and path.suffix not in (".pyc", ".woff2") and "node_modules" not in path.parts
        if path.name != "kata-indonesia.txt"
    ]
    assert len(files) > 50
    found = [_name(path) for path in files if region.search(path.read_text("utf-8"))]
    assert found == []


def test_only_the_border_opens_files_or_runs_processes():
    pattern = r"(?:^open$|\.(?:read_text|read_bytes|write_text|write_bytes|open|unlink|mkdir|iterdir|rglob)$|^subprocess\.|^os\.system$)"
    # Image.open of bytes, a workbook's parts, the messages, the dictionary and the theme's icons are no data.
    found = _found(pattern, AT_THE_BORDER)
    elsewhere = ("generator/problems/__init__.py", "generator/icons.py", "search/spelling.py", "archive.open")
    assert [spot for spot in found if not any(place in spot for place in elsewhere)] == []


def test_no_template_prints_a_value_unescaped():
    spots = [
        f"{_name(path)}: {match}"
        for path in (ROOT / "site_templates").rglob("*.j2")
        for match in re.findall(r"\{\{[^}]*\|\s*safe[^}]*\}\}|autoescape\s+false", path.read_text("utf-8"))
    ]
    assert spots == []


def test_no_line_of_a_template_is_longer_than_140_characters():
    long = [
        f"{_name(path)}:{number}: {len(line)}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > 140
    ]
    assert long == []


def _is_logic(node):
    """Whether a node of a template is more than loop, if, filter and macro, or the way to a value that is at hand."""
    match node:
        case nodes.Getitem():  # a place that is written down, `items[0]`; a key that must first be known is a look-up
            return not isinstance(node.arg, nodes.Const)
        case nodes.Call():  # a macro or a function by its name, no method of a value
            return not isinstance(node.node, nodes.Name) or node.node.name in {"namespace", "range", "dict", "cycler"}
        case nodes.Assign():  # a shorter name for a value, no new one
            return not isinstance(node.node, nodes.Name | nodes.Getattr)
        case nodes.Filter():
            return node.name in LOGICAL_FILTERS
    return isinstance(node, LOGIC)


def _logic(source):
    """Line and kind of everything in a template that belongs into a page's module."""
    tree = Environment(autoescape=True).parse(source)
    return [(node.lineno, type(node).__name__) for node in tree.find_all(nodes.Node) if _is_logic(node)]


def test_templates_hold_no_logic_beyond_loop_if_filter_and_macro():
    assert len(TEMPLATES) > 20
    assert [f"{_name(path)}:{spot}" for path in TEMPLATES for spot in _logic(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ a + 1 }}", "{{ a|length - 3 }}", "{{ a ~ b }}", "{{ a[:3] }}", "{{ a[b] }}", "{{ a.get(b) }}", "{{ a.split() }}",
        "{% if a == b %}{% endif %}", "{% if a in b %}{% endif %}", "{% if a is none %}{% endif %}",
        "{% set a = b or c %}", "{% set a = b|length %}", "{% set a = namespace(b=1) %}", "{% set a %}b{% endset %}",
        "{% with a = b %}{% endwith %}", "{{ {'a': b} }}", "{{ a|selectattr('b')|list }}", "{{ a|replace('b', 'c') }}",
    ],
)  # fmt: skip
def test_the_rule_on_templates_finds_logic(source):
    assert _logic(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in b if a.c %}{{ loop.index }}{% else %}-{% endfor %}", "{% if not a and (b or c) %}{{ d }}{% endif %}",
        "{{ a.b[0].c|tanggal }}", "{{ ', ' if not loop.last }}", "{{ a or '-' }}", "{{ '%s'|format(a) }}",
        "{% macro m(a) %}{{ caller(a) }}{% endmacro %}{% call(b) m(c) %}{{ b }}{% endcall %}", "{% set a = b.c %}",
        "{% from 'x' import m with context %}{{ m([('a', b)]) }}", "{% filter sebaris %}a{% endfilter %}",
    ],
)  # fmt: skip
def test_the_rule_on_templates_allows_loop_if_filter_and_macro(source):
    assert _logic(source) == []


def test_what_ruff_forbids_is_allowed_only_where_the_one_reading_of_it_lives():
    """Which files may use what reads the clock, runs processes, ends the program or makes objects of YAML."""
    allowed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]["per-file-ignores"]
    assert {path for path, rules in allowed.items() if "TID251" in rules} == {
        "generator/commands/cli.py",
        "generator/problems/__init__.py",
        "generator/publishing/configuration.py",
        "generator/publishing/git_history.py",
        "generator/reviewing/worktree.py",
        "tests/**",
    }


# Dependencies


def _locked(name):
    """Distribution -> its lines in a lock file."""
    text = (ROOT / f"requirements/{name}.txt").read_text("utf-8").replace("\\\n", " ")
    rows = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {re.match(r"[A-Za-z0-9._-]+", row).group().lower().replace("_", "-"): row for row in rows}


def _needed(requirements):
    names = (re.match(r"[A-Za-z0-9._-]+", entry) for entry in requirements if isinstance(entry, str))
    return {match.group().lower().replace("_", "-") for match in names}


@pytest.mark.parametrize("name", ["site", "dev"])
def test_every_locked_package_has_one_version_and_hashes(name):
    rows = _locked(name)
    assert len(rows) > 20
    assert [row for row in rows.values() if not re.search(r"==[0-9][\w.+!-]*(?: |;)", row)] == []
    assert [row for row in rows.values() if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", row)] == []


@pytest.mark.parametrize("name", ["site", "dev"])
def test_locks_hold_no_addresses(name):
    text = (ROOT / f"requirements/{name}.txt").read_text("utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|@ ", text)


def test_locks_hold_what_the_project_asks_for():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = settings["dependency-groups"]
    wanted = _needed(settings["project"]["dependencies"]) | _needed(groups["build"])
    site, dev = _locked("site"), _locked("dev")
    assert wanted - site.keys() == set()
    assert (wanted | _needed(groups["dev"])) - dev.keys() == set()
    versions = [{name: re.search(r"==([^ ;]+)", row).group(1) for name, row in rows.items()} for rows in (site, dev)]
    assert {name for name in versions[0] if versions[0][name] != versions[1][name]} == set()


def test_every_package_has_a_licence_that_we_allow():
    found = licences.listed()
    assert {use for use, _ in found} == {"published", "site", "tool"}
    assert {package: licence for package, licence in found.items() if not licences.allowed(licence)} == {}


@pytest.mark.parametrize(
    ("licence", "fits"),
    [("MIT", True), ("MIT AND ISC", True), ("(MIT OR GPL-3.0)", True), ("MIT AND GPL-3.0", False), ("AGPL-3.0", False), ("", False)],
)  # fmt: skip
def test_a_licence_fits_if_all_of_it_or_one_of_a_choice_is_allowed(licence, fits):
    assert licences.allowed(licence) == fits


def test_what_the_site_hands_on_of_others_is_listed_with_its_file():
    assets = ROOT / "site_templates/theme/assets"
    made = {
        "generator/icons.py",
        "site_templates/ringkasan.typ",
        *map(_name, (*assets.glob("vendor-*"), *assets.glob("*.woff2"))),
    }
    assert set(licences.KNOWN["published"]) == made


def test_advisories_are_asked_for_every_lock_and_never_silently_for_none():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    asked = re.search(r"^advisories:.*\n\t(.+)", makefile, re.MULTILINE).group(1)
    assert "--strict" in asked, "without it the program ends well, having asked for nothing"
    assert set(re.findall(r"requirements/\w+\.txt", asked)) == {"requirements/site.txt", "requirements/dev.txt"}


def test_what_is_built_is_not_committed():
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    for name in ("/site/", "/.venv/", "/.cache/", "__pycache__/"):
        assert name in ignored
    listed = _run("git", "ls-files", "--", "site", ".venv", ".cache", "*.pyc", "*.egg-info")
    assert listed.stdout == ""


# Workflows


def test_zizmor_finds_nothing_in_the_workflows():
    done = _run(BIN / "zizmor", "--offline", "--no-progress", "--pedantic", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
    ],
)
def test_the_forge_reads_workflows_updates_and_forms_as_we_mean_them(schema, files):
    paths = sorted(ROOT.glob(files))
    assert paths
    done = _run(BIN / "check-jsonschema", "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout + done.stderr


FORMS = [path for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_is_one_that_the_forge_can_show(path):
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form["name"]
    assert form["description"]
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert asked
    ids = [part["id"] for part in asked]
    assert len(ids) == len(set(ids))
    for part in form["body"]:
        assert part["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
        assert part["attributes"]["value" if part["type"] == "markdown" else "label"]


def _steps():
    for path in WORKFLOWS:
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items():
            for step in job["steps"]:
                yield path, name, step


def test_every_action_is_pinned_by_its_commit_and_names_its_version():
    lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


KNOWN_ACTIONS = yaml.load((ROOT / "tests/architecture/actions.yml").read_text("utf-8"), yaml.BaseLoader)
FULL_COMMIT = re.compile(r"[\w./-]+@[0-9a-f]{40}\Z|docker://[\w./-]+@sha256:[0-9a-f]{64}\Z")


def test_of_every_action_it_is_written_down_what_it_uses_itself_at_this_commit():
    used = {step["uses"] for _, _, step in _steps() if "uses" in step}
    assert {f"{known['action']}@{known['commit']}" for known in KNOWN_ACTIONS} == used


@pytest.mark.parametrize("known", KNOWN_ACTIONS, ids=lambda known: known["action"])
def test_an_action_uses_no_other_by_a_tag(known):
    assert set(known) == {"action", "commit", "runs", "uses", "seen"}
    assert known["runs"] in ("node", "docker", "composite")
    assert dt.date.fromisoformat(known["seen"]["on"])
    assert not known["uses"] or known["runs"] == "composite"
    assert [nested for nested in known["uses"] if not FULL_COMMIT.match(nested)] == []


def test_the_packed_site_is_what_the_deploy_asks_for():
    job = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["build"]
    *_, pack, upload = job["steps"]
    assert '--file "$RUNNER_TEMP/artifact.tar" --directory site' in pack["run"]
    assert upload["with"]["name"] == "github-pages"
    assert upload["with"]["path"] == "${{ runner.temp }}/artifact.tar"
    assert "archive" not in upload["with"], "the host takes the file out of a zip"


def _said(expression, context):
    """What the forge makes of an expression of `||`, `&&`, `==` (which ignores case) and `format`."""
    text = expression.strip().removeprefix("${{").removesuffix("}}")
    text = re.sub(r"(?<!\.)\b(?:vars|github)(?:\.\w+)+", lambda found: repr(context.get(found[0], "")), text)
    text = re.sub(r"(\S+) == (format\([^)]*\))", r"(\1).lower() == (\2).lower()", text)
    text = text.replace("||", " or ").replace("&&", " and ")
    return eval(text, {"format": lambda pattern, *values: pattern.format(*values)})


@pytest.mark.parametrize("workflow", ["publish.yml", "usulan.yml"])
@pytest.mark.parametrize(
    ("repository", "own", "address"),
    [
        ("katalog", "", "https://contoh.github.io/katalog/"),
        ("contoh.github.io", "", "https://contoh.github.io/"),
        ("Contoh.github.io", "", "https://contoh.github.io/"),
        ("lain.github.io", "", "https://contoh.github.io/lain.github.io/"),
        ("contoh.github.io", "https://inovasi.contoh.go.id/", "https://inovasi.contoh.go.id/"),
    ],
)
def test_the_address_is_the_hosts_unless_the_owner_has_set_one(workflow, repository, own, address):
    jobs = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text("utf-8"))["jobs"]
    [expression] = [job["env"]["SITE_URL"] for job in jobs.values() if "SITE_URL" in job.get("env", {})]
    context = {"github.event.repository.name": repository, "github.repository_owner": "contoh", "vars.SITE_URL": own}
    assert _said(expression, context) == address


def test_no_event_text_reaches_a_shell():
    runs = [(path.name, step["run"]) for path, _, step in _steps() if "run" in step]
    assert runs
    assert [name for name, run in runs if "${{" in run] == []


def test_rights_are_none_unless_a_job_asks_for_its_own():
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text("utf-8"))
        assert workflow["permissions"] == {}, path.name
        triggers = workflow[True]  # `on` is a boolean to YAML 1.1
        # A stranger's text starts these with rights of ours, or with what a proposal left behind.
        assert set(triggers) & {"pull_request_target", "workflow_run", "issue_comment", "discussion_comment"} == set()
        for name, job in workflow["jobs"].items():
            asked = job["permissions"]
            usual = {("contents", "read"), ("pages", "write"), ("id-token", "write")}
            assert set(asked.items()) <= WRITING.get((path.name, name), usual)
            if "pull_request" in triggers:
                assert asked == {"contents": "read"}


def test_no_secret_is_used_and_no_token_is_left_in_a_checkout():
    for path, job, step in _steps():
        text = path.read_text("utf-8")
        assert not re.search(r"\$\{\{[^}]*\bsecrets\b", text)
        assert (path.name, job) in WRITING or "github.token" not in json.dumps(yaml.safe_load(text)["jobs"][job])
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
            assert step["with"]["fetch-depth"] == 0


def test_a_job_that_may_publish_runs_no_code_of_the_repository():
    for path, job, step in _steps():
        rights = yaml.safe_load(path.read_text("utf-8"))["jobs"][job]["permissions"]
        if "write" in rights.values():
            assert not step.get("uses", "").startswith("actions/checkout@")
            assert not re.search(r"\b(?:make|katalog|python|pip)\b", step.get("run", ""))
            if (path.name, job) in WRITING:
                assert "uses" not in step, "with this token not even an action is run"


# Documents


def _code_blocks(path):
    """(language, text) of every fenced block."""
    return re.findall(r"^```(\w*)\n(.*?)^```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_every_problem_code_has_a_title_a_cure_and_an_explanation():
    assert len(code_texts()) > 50
    for code, rule in code_texts().items():
        assert re.fullmatch(r"[BYIAPKRS]\d{3}", code)
        for text in (rule.title, rule.message, rule.cure, rule.cure_if_meant, rule.explanation):
            assert text.strip(), code
        assert len(rule.explanation.split()) >= 5, code
        mild = code[0] == "K" or code == "Y012" or rule.for_maintainers
        assert rule.severity == ("peringatan" if mild else "galat"), code


def test_every_problem_code_is_raised_somewhere():
    source = "".join(path.read_text("utf-8") for path in MODULES)
    assert [code for code in code_texts() if f'"{code}"' not in source] == []


def test_documents_name_only_codes_that_exist():
    texts = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    named = {code for path in texts for code in re.findall(r"\b[BYIAPKRS]0\d\d\b", path.read_text("utf-8"))}
    assert named
    assert named - code_texts().keys() == set()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_readme_and_guide_list_every_target_of_make_and_no_other(page):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*?##", makefile, re.MULTILINE))
    assert targets == set(re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE).group(1).split())
    listed = re.findall(r"^\|.*?\|", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    assert {name for row in listed for name in re.findall(r"`make ([a-z-]+)`", row)} == targets


def _examples():
    for path in [*(ROOT / "docs/kontribusi").rglob("*.md"), *ROOT.glob("*.md")]:
        for number, (language, text) in enumerate(_code_blocks(path)):
            if (
                language in ("yaml", "yml")
                and text.lstrip("# \n").startswith(("nama:", "Contoh"))
                and "\nnama:" in f"\n{text}"
            ):
                yield pytest.param(text, id=f"{path.name}-{number}")


def test_the_guide_for_contributors_has_a_whole_example():
    assert list(_examples())


@pytest.mark.living
@pytest.mark.parametrize("text", list(_examples()))
def test_an_example_that_contributors_copy_is_free_of_errors(project, text):
    taxonomy = (LIVING / "registry/taxonomy.yml").read_text("utf-8")
    agencies = (BASE / "registry/agencies.yml").read_text("utf-8")
    assert yaml.safe_load(taxonomy)["jenis_perangkat_daerah"]
    root = project(
        {
            "registry/taxonomy.yml": taxonomy,
            "registry/agencies.yml": agencies,
            "innovations/dinkes/posyandu-malam.yml": None,
            "innovations/dinkes/antrean-lewat-pesan.yml": text,
        }
    )
    assert [(p.code, p.message) for p in check(root).errors if p.place.file.startswith("innovations")] == []


def test_every_yaml_example_of_the_documents_can_be_read():
    blocks = [
        (path, text) for path in DOCUMENTS for language, text in _code_blocks(path) if language in ("yaml", "yml")
    ]
    assert blocks
    for path, text in blocks:
        assert yaml.safe_load(text), path


def test_commands_in_documents_are_commands_that_exist():
    texts = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    later = {"export"}  # kept free by the contract
    named = {
        (path.name, word)
        for path in texts
        for word in re.findall(r"(?:`|bin/|^\s*|\$ )katalog ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
    }
    commands = cli.list_commands(click.Context(cli))
    assert named
    assert {(name, word) for name, word in named if word not in commands and word not in later} == set()


def test_every_rule_whose_changes_are_tried_has_the_tests_of_its_subject_and_these_are_run():
    """Without a subject each change of a module would be tried with hundreds of tests."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    changed = {path for pattern in settings["only_mutate"] for path in ROOT.glob(pattern) if path.stem != "__init__"}
    tree = ast.parse((ROOT / "tests/mutants.py").read_text("utf-8"))
    [subjects] = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and node.targets[0].id == "SUBJECTS"
    ]
    assert subjects.keys() == {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in changed}
    run = {Path(path).stem for path in settings["pytest_add_cli_args_test_selection"]} | {"test_invalid_cases"}
    assert {name for tests in subjects.values() for name in re.findall(r"test_\w+", tests)} <= run
