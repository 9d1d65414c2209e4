"""Sites built once for all tests. Loaded as a plugin, so that no second `conftest` hides the first."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogues import LIVING, LIVING_DAY
from conftest import TODAY
from playwright.sync_api import Browser, sync_playwright
from site_helpers import Site, built, serving
from synthetic_catalogue import crowd, synthetic, with_closed_year

WITH_WINDOWS = ("chromium", "chromium-browser", "google-chrome")
BROWSERS = ("chromium-headless-shell", *WITH_WINDOWS)
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _served(project: Path, folder: Path, base: str, day: dt.date) -> Iterator[Site]:
    with serving(folder, base) as address:
        built(project, folder, "--as-of", day.isoformat(), SITE_URL=address)
        yield Site(folder, address, project)


@pytest.fixture(scope="session")
def living_at_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The living catalogue at the root of a domain. Who asks for it is marked `living`."""
    yield from _served(LIVING, tmp_path_factory.mktemp("living") / "site", "/", LIVING_DAY)


@pytest.fixture(scope="session")
def frozen_at_root(tmp_path_factory: pytest.TempPathFactory, frozen: Path) -> Iterator[Site]:
    """The frozen copy of the real catalogue at the root of a domain."""
    yield from _served(frozen, tmp_path_factory.mktemp("frozen-root") / "site", "/", TODAY)


@pytest.fixture(scope="session")
def frozen_below(tmp_path_factory: pytest.TempPathFactory, frozen: Path) -> Iterator[Site]:
    """The frozen copy of the real catalogue under a sub-path, as project Pages have it."""
    yield from _served(frozen, tmp_path_factory.mktemp("frozen-below") / "site", "/katalog/", TODAY)


@pytest.fixture(scope="session")
def synthetic_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worst allowed input, with a closed year. Tests that change it take a copy."""
    return with_closed_year(synthetic(tmp_path_factory.mktemp("synthetic") / "project"))


@pytest.fixture(scope="session")
def synthetic_site(tmp_path_factory: pytest.TempPathFactory, synthetic_project: Path) -> Iterator[Site]:
    yield from _served(synthetic_project, tmp_path_factory.mktemp("worst") / "site", "/katalog/", TODAY)


@pytest.fixture(scope="session")
def crowds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same region with 30 entries and with many."""
    folder = tmp_path_factory.mktemp("crowds")
    few, many = (
        built(crowd(folder / f"project{size}", size), folder / f"site{size}", "--as-of", TODAY.isoformat())
        for size in (30, 200)
    )
    return few, many


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail("The browser tests need Chromium: sudo apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield browser
        browser.close()
