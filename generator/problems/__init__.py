"""Problems as values: what is wrong, where, and how to mend it.

The sentences stand in `messages.yml`, one block per code. A code is for ever: it is never given
to another problem.
"""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, Self

import yaml

from generator.layout import is_entry
from generator.text import personal_data
from generator.text.printable import SHOWN_LENGTH, head, printable

_LONGEST_COMMAND: Final = 600

Severity = Literal["galat", "peringatan"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a repository file; `line` and `column` start at 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One problem. Sorts by place, so that a report reads like the file.

    `command` is what a maintainer types to settle it, "" where there is none.
    """

    place: Place
    code: str
    field: str
    message: str
    cure: str
    severity: Severity
    command: str = ""


@dataclass(frozen=True, slots=True)
class CodeText:
    """What `messages.yml` says of one code: title, sentence, cure and the longer explanation.

    `form_cure` is the cure for somebody who fills in the form and sees no file, "" where the cure is the same.
    `command` is what a maintainer types to settle it, "" where there is none; besides the values of the problem
    `{isian}`, `{pd}` and `{berkas}` stand for the entry, its agency and the file, and in a cure `{perintah}` for the
    command. `cure_by_command` is the cure of those problems of the code that a command settles which their check names.
    `for_maintainers`: nobody who contributes can or need do anything about it.
    """

    code: str
    severity: Severity
    title: str
    message: str
    cure: str
    cure_if_meant: str
    form_cure: str
    explanation: str
    for_maintainers: bool = False
    command: str = ""
    cure_by_command: str = ""


class Problems(tuple[Problem, ...]):
    """All problems of a run, sorted and without repeats."""

    __slots__ = ()

    def __new__(cls, problems: Iterable[Problem] = ()) -> Self:
        """Sort `problems` and drop repeats."""
        return super().__new__(cls, sorted(set(problems)))

    @property
    def errors(self) -> "Problems":
        """Those that keep the site from being published."""
        return Problems(p for p in self if p.severity == "galat")

    @property
    def warnings(self) -> "Problems":
        """Those that a contributor, or a maintainer, should look at when there is time."""
        return Problems(p for p in self if p.severity == "peringatan")

    @property
    def without_tasks(self) -> "Problems":
        """All but those that only maintainers can settle, because of which nothing is ever refused."""
        return Problems(p for p in self if not code_texts()[p.code].for_maintainers)

    @property
    def tasks(self) -> "Problems":
        """Those that only maintainers can settle."""
        return Problems(p for p in self if code_texts()[p.code].for_maintainers)

    def refused(self, *, strict: bool) -> "Problems":
        """Those because of which nothing is published; strictly, the warnings to contributors too."""
        return self.without_tasks if strict else self.errors

    def within(self, paths: Iterable[str]) -> "Problems":
        """Those in the given files or folders (paths from the repository's root)."""
        wanted = tuple("" if path == "." else path.rstrip("/") for path in paths)
        return Problems(
            p for p in self if any(w in ("", p.place.file) or p.place.file.startswith(f"{w}/") for w in wanted)
        )


@cache
def code_texts() -> dict[str, CodeText]:
    """Every problem code with its texts, in the order of the codes."""
    raw = yaml.load(resources.files(__name__).joinpath("messages.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {
        code: CodeText(
            code=code,
            severity=text["tingkat"],
            title=text["judul"],
            message=text["pesan"],
            cure=text["perbaikan"],
            cure_if_meant=text.get("perbaikan_maksud", text["perbaikan"]),
            form_cure=text.get("perbaikan_formulir", ""),
            explanation=text["penjelasan"],
            for_maintainers=text.get("untuk") == "pengelola",
            command=text.get("perintah", ""),
            cure_by_command=text.get("perbaikan_perintah", ""),
        )
        for code, text in sorted(raw.items())
    }


def problem(code: str, place: Place, *, field: str = "", command: str = "", **values: Any) -> Problem:
    """The problem `code` at `place`, its sentence filled in with what was found there.

    A value `maksud` is a guess at what was meant; where there is one, the cure offers it. `command` is what a
    maintainer types to settle this one, where others of its code are settled otherwise. Reports are public: personal
    data in a value is masked.
    """
    text = code_texts()[code]
    shown = {name: _shown(str(value)) for name, value in values.items()}
    cure = text.cure_by_command if command else text.cure_if_meant if values.get("maksud") else text.cure
    command = _shown(command, _LONGEST_COMMAND) or (text.command and text.command.format(**_quoted(place, shown)))
    told = {"berkas": _shown(place.file), **shown, "perintah": command}
    message = text.message.format(**shown)
    return Problem(place, code, _shown(field), message, cure.format(**told), text.severity, command)


def _quoted(place: Place, shown: Mapping[str, str]) -> dict[str, str]:
    """The values of a command, as a shell reads them."""
    agency, slug = place.file.split("/")[1:] if is_entry(place.file) else ("", "")
    about = {"isian": _shown(slug.removesuffix(".yml")), "pd": _shown(agency), "berkas": _shown(place.file), **shown}
    return {name: shlex.quote(value) for name, value in about.items()}


def _shown(value: str, length: int = SHOWN_LENGTH) -> str:
    return printable(personal_data.mask(head(value, length)), length=length)
