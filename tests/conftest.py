"""Small projects for tests: `project(files={...})` is a fictional region plus what a test needs."""

import datetime as dt
import functools
import logging
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import CodeType
from typing import ClassVar

import jinja2
import pytest
from catalogues import FROZEN, ROOT, TODAY, as_project

from generator import checking
from generator.aid import Aid
from generator.commands import cli
from generator.problems import Problems
from generator.publishing import configuration, pipeline
from generator.publishing.exports import Build, redirects, search_index, share_cards, template
from generator.reviewing import review_text, worktree
from generator.reviewing.review import Review, review
from generator.reviewing.sides import Side
from generator.schema.entry import Entry
from generator.settings import Edition, Settings
from generator.speed import store
from generator.speed.aided import Aided

BASE = Path(__file__).parent / "base"
ENTRY = (BASE / "innovations/dinkes/posyandu-malam.yml").read_text("utf-8")
SETTINGS = Settings(
    name="Katalog Inovasi Contoh",
    region="Kabupaten Contoh",
    government="Pemerintah Kabupaten Contoh",
    operator="Pengelola Contoh",
    site="https://contoh.go.id/katalog/",
    repository="https://git.contoh.go.id/katalog/",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests first, for they take longest: so two workers end at about the same time."""
    items.sort(key=lambda item: "/tests/site/" not in item.path.as_posix())


class Known(jinja2.BytecodeCache):
    """The code of each template by its text and what else decides it, wherever the file lies."""

    known: ClassVar[dict[tuple[type, str], CodeType]] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        bucket.code = self.known.get((bucket.environment.undefined, bucket.checksum))

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.known[bucket.environment.undefined, bucket.checksum] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def _what_is_the_same_in_every_build_is_made_once() -> Iterator[None]:
    """The compiled templates, the bare schema of an entry and the share cards took most of a small build."""
    kept = functools.cache(share_cards.drawn)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Aided, "templates", lambda _: Known())
        patch.setattr(Aid, "templates", lambda _: Known())
        patch.setattr(share_cards, "drawn", lambda source: kept(source))  # noqa: PLW0108 - the cache asks for its file
        patch.setattr(Entry, "model_json_schema", functools.cache(Entry.model_json_schema))
        yield


Files = Mapping[str, str | bytes | None]
Project = Callable[..., Path]


def write_files(root: Path, files: Files) -> Path:
    """Put `files` (path -> content; None removes) below `root`."""
    for path, content in files.items():
        target = root / path
        if content is None:
            target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A function that makes a project: the fictional region of `tests/base`, then `files` on top."""
    made = iter(range(1000))

    def make(files: Files | None = None) -> Path:
        root = tmp_path / f"project{next(made)}"
        shutil.copytree(BASE, root)
        (root / "site_templates").symlink_to(ROOT / "site_templates")
        return write_files(root, files or {})

    return make


def side(root: Path) -> Side:
    """A project as one side of a review."""
    return Side(checking.check(root, TODAY), worktree.digests(root), worktree.settings(root))


@pytest.fixture
def reviewed(project: Project) -> Callable[..., Review]:
    """A function: the review of a project (`files` on top of it) against the same project without them."""

    def run(files: Files, *, before: Files | None = None, as_of: dt.date = TODAY) -> Review:
        old = project(before)
        new = old.with_name(f"{old.name}-baru")
        shutil.copytree(old, new, symlinks=True)
        return review(side(old), side(write_files(new, files)), as_of)

    return run


@pytest.fixture
def told(reviewed: Callable[..., Review]) -> Callable[..., str]:
    """A function: the same as Markdown."""
    return lambda files, **more: review_text.review_text(reviewed(files, **more))


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen copy of the real catalogue as a whole project. Tests that change it take a copy."""
    return as_project(tmp_path_factory.mktemp("frozen"), FROZEN)


@pytest.fixture
def run_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., tuple[int, str, str]]:
    """A function: run `katalog ARGUMENTS` in this process and folder; gives (exit code, standard output, standard error)."""
    # What a test changes in this process may not be kept for other builds.
    monkeypatch.setattr(store, "own_folder", functools.cache(tmp_path_factory.mktemp))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(TODAY, dt.time(5), dt.UTC))
    # A build leaves a handler that writes to the standard error of its own test.
    for name in ("mkdocs", "katalog"):
        monkeypatch.setattr(logging.getLogger(name), "handlers", [])

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["katalog", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code, *capsys.readouterr()

    return run


@pytest.fixture
def katalog(
    project: Project, monkeypatch: pytest.MonkeyPatch, run_here: Callable[..., tuple[int, str, str]]
) -> Callable[..., tuple[int, str, str]]:
    """A function: run `katalog ARGUMENTS` in a project; gives (exit code, standard output, standard error)."""
    monkeypatch.chdir(project())
    return run_here


def check(root: Path, today: dt.date = TODAY) -> Problems:
    """All problems of a project."""
    return checking.check(root, today).problems


def codes(root: Path, today: dt.date = TODAY) -> list[str]:
    """The codes of its errors, in the order of the report."""
    return [problem.code for problem in check(root, today).errors]


#: What takes most of a build; most tests do not ask for it.
SLOW = (search_index, share_cards, template)


class Made(Mapping[str, bytes]):
    """Every generated file of a site by its path, each made when it is first asked for."""

    def __init__(self, parts: Build) -> None:
        self._parts = parts
        self._pages = {page.source: page for page in pipeline.pages(parts.view)}
        self._others = chain.from_iterable(
            one.files(parts) for one in sorted(pipeline.EXPORTS, key=lambda one: one in SLOW)
        )
        self._made: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made and path in self._pages:
            self._made[path] = self._parts.renderer.page(self._pages[path])
        while path not in self._made:
            other = next(self._others, None)
            if other is None:
                raise KeyError(path)
            self._made.setdefault(*other)
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        for other in self._others:
            self._made.setdefault(*other)
        return iter(sorted(self._pages.keys() | self._made.keys()))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def pages(self) -> dict[str, bytes]:
        """What readers see in a browser: pages, and what leads from an old address to a new one."""
        return {path: self[path] for path in (*self._pages, *dict(redirects.files(self._parts)))}


def made(root: Path, checked: checking.Checked, settings: Settings = SETTINGS, edition: Edition | None = None) -> Made:
    """The generated files of a catalogue that has been checked."""
    return Made(pipeline.prepared(root, checked, settings, edition or Edition(TODAY, TODAY, "0" * 40)))


def tree(root: Path, *, as_of: dt.date = TODAY, settings: Settings = SETTINGS) -> Made:
    """The generated files of a project without errors."""
    checked = checking.check(root, as_of)
    assert not checked.problems.errors, checked.problems.errors
    return made(root, checked, settings, Edition(as_of, as_of, "0" * 40))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files")


def hostile_table(found: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Per group how many were tried, refused, inert, honest and wrong."""
    rows = list(found)
    yield f"{'group':14}{'tried':>8}{'refused':>9}{'inert':>8}{'honest':>8}{'wrong':>8}"
    for name in (*dict.fromkeys(row["group"] for row in rows), ""):
        of_group = [row for row in rows if name in ("", row["group"])]
        counts = [sum(row["outcome"] == kind for row in of_group) for kind in ("refused", "inert", "honest", "wrong")]
        yield f"{name or 'all':14}{len(of_group):8}{counts[0]:9}{counts[1]:8}{counts[2]:8}{counts[3]:8}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of the hostile cases, if any ran: they come with the reports, whichever process ran them."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.stats.get(kind, ())]
    rows = [dict(one.user_properties)["hostile"] for one in reports if dict(one.user_properties).get("hostile")]
    if rows:
        terminalreporter.section("hostile cases")
        for line in hostile_table({"group": group, "outcome": outcome} for group, outcome in rows):
            terminalreporter.write_line(line)
