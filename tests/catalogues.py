"""The real catalogue twice: as it lives at the root of the repository, and a frozen copy of it.

Facts are asserted of the frozen copy (or of a fictional region). Of the living one a test asserts only that it is
consistent, and says so by the mark `living`: `test_the_catalogue_may_improve` runs these tests on edited copies.
"""

import datetime as dt
import os
import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parent.parent
FROZEN = Path(__file__).parent / "frozen"
#: Where the living catalogue is: a project's root.
LIVING = Path(os.environ.get("LIVING_CATALOGUE", ROOT))
#: The day on which all tests take place, unless they say otherwise.
TODAY = dt.date(2026, 11, 24)
#: The day of the living catalogue: today where it is kept, since its entries grow with time.
LIVING_DAY = max(TODAY, dt.datetime.now(ZoneInfo("Asia/Pontianak")).date())
DATA = ("innovations", "registry")


def as_project(folder: Path, data: Path) -> Path:
    """A whole project at `folder`: the data of `data`, all else as at the root of the repository."""
    for name in DATA:
        shutil.copytree(data / name, folder / name)
    shutil.copytree(ROOT / "docs", folder / "docs")  # a link in its place would be refused
    for name in ("site_templates", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    return folder
