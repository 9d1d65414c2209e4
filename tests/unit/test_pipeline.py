"""The table of contents: what it refuses by itself."""

import importlib
import pkgutil
import types

import pytest
from catalogues import DATA
from conftest import SETTINGS, TODAY, codes, tree

from generator import checking
from generator.publishing import pipeline
from generator.publishing.view import Later, Page
from generator.settings import Edition


@pytest.mark.parametrize("path", ["inovasi/index.md", "data/inovasi.json"])
def test_two_producers_of_one_path_are_refused_not_overwritten(project, monkeypatch, path):
    root = project()
    assert path in tree(root)
    second = types.SimpleNamespace(files=lambda build: [(path, b"")])
    monkeypatch.setattr(pipeline, "EXPORTS", (*pipeline.EXPORTS, second))
    with pytest.raises(pipeline.TwoProducersError, match=path):
        pipeline.build(root, checking.check(root, TODAY), SETTINGS, Edition(TODAY, TODAY))


@pytest.mark.parametrize(
    ("listed", "gives"),
    [(checking.RULES, "check"), (pipeline.PAGES, "pages"), (pipeline.EXPORTS, "files")],
    ids=["rules", "pages", "exports"],
)
def test_every_module_of_a_stage_is_in_the_table_of_contents(listed, gives):
    assert all(callable(getattr(module, gives)) for module in listed)
    room = listed[0].__name__.rpartition(".")[0]
    there = {name for name in _modules(room) if gives in vars(_module(name))}
    assert there <= {module.__name__ for module in listed}


def _modules(room):
    return [f"{room}.{found.name}" for found in pkgutil.iter_modules(_module(room).__path__)]


def _module(name):
    return importlib.import_module(name)


def test_no_rule_looks_at_a_registry_that_could_not_be_read(project):
    root = project({"registry/taxonomy.yml": "[", "innovations/dinkes/a.yml": "nama: NIK 6112014305900001\n"})
    found = {problem.code for problem in checking.check(root, TODAY).problems}
    assert found >= {"Y001", "P001"}


def test_where_every_file_may_be_run_the_disk_keeps_no_such_mark_and_it_is_no_problem(project):
    root = project()
    files = [path for folder in DATA for path in (root / folder).rglob("*") if path.is_file()]
    for path in files:
        path.chmod(0o755)
    assert codes(root) == []
    files[0].chmod(0o644)
    assert codes(root) == ["B017"] * (len(files) - 1)


def test_what_a_page_shows_is_worked_out_once_and_let_go_when_the_next_page_comes():
    made = []
    pages = [Page(f"{n}/", "", "", "", context=Later(lambda n=n: made.append(n) or {"n": n})) for n in range(3)]
    assert [page.context["n"] + page.context["n"] for page in pipeline.shown(types.SimpleNamespace(pages=pages))] == [
        0,
        2,
        4,
    ]
    assert made == [0, 1, 2]
    assert pages[1].context["n"] == 1
    assert made == [0, 1, 2, 1]
