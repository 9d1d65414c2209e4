"""Problems -> text for people, annotations for GitHub, JSON for programs."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.problems import Problem, Problems
from generator.text import personal_data
from generator.text.printable import printable

Reporter = Callable[[Problems], str]


def text(problems: Problems) -> str:
    """`path:line:column: galat[KODE]: message - how to fix it`, errors first, then a count."""
    lines = [_line(p) for p in (*problems.errors, *problems.warnings)]
    return "\n".join([*lines, summary(problems), ""])


def _line(p: Problem) -> str:
    spot = f":{p.place.line}:{p.place.column}" if p.place.line else ""
    return f"{_path(p)}{spot}: {p.severity}[{p.code}]: {p.message} - {p.cure}"


def summary(problems: Problems) -> str:
    """One closing sentence."""
    errors, warnings = len(problems.errors), len(problems.warnings)
    if not problems:
        return "Tidak ada galat."
    hint = " Ketik `katalog explain KODE` untuk penjelasan." if errors else ""
    return f"{errors} galat, {warnings} peringatan.{hint}"


def github(problems: Problems) -> str:
    """Workflow commands that put each problem on its line of the pull request."""
    return "".join(f"{line}\n" for line in _commands(problems))


def _commands(problems: Problems) -> Iterator[str]:
    for p in problems:
        command = "error" if p.severity == "galat" else "warning"
        # A name that holds a person's number is left out: masked it would lead to no file.
        named = "" if any(personal_data.find(p.place.file)) else f"file={_property(_path(p))},"
        where = f"{named}line={max(p.place.line, 1)}"
        column = f",col={p.place.column}" if p.place.column else ""
        message = _data(f"{p.message} - {p.cure}")
        yield f"::{command} {where}{column},title={_property(f'{p.severity}[{p.code}]')}::{message}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Problems) -> str:
    """The same for programs; keys are English."""
    rows = [
        {
            # A name that is no UTF-8 must not make the whole report unreadable.
            "file": personal_data.mask(p.place.file).encode("utf-8", "backslashreplace").decode(),
            "line": p.place.line,
            "column": p.place.column,
            "code": p.code,
            "severity": "error" if p.severity == "galat" else "warning",
            "field": p.field,
            "message": p.message,
            "fix": p.cure,
        }
        for p in problems
    ]
    counts = {"errors": len(problems.errors), "warnings": len(problems.warnings)}
    return json.dumps({**counts, "problems": rows}, ensure_ascii=False, indent=2) + "\n"


def _path(p: Problem) -> str:
    """File names come from contributors too."""
    return printable(personal_data.mask(p.place.file), length=300)


REPORTERS: Final[Mapping[str, Reporter]] = {"text": text, "github": github, "json": as_json}
