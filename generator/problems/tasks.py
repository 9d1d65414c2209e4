"""Warnings as a maintainer's list of work: one kind after another, the newest first, each with the command for it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from generator.layout import is_entry
from generator.problems import Problem, Problems, code_texts
from generator.text import personal_data
from generator.text.printable import printable

#: Of a file whose last change is not known.
_LONG_AGO = dt.date.min


def task_list(problems: Problems, changed: Mapping[str, dt.date]) -> str:
    """The warnings by kind; `changed` has the day of each file's last change, where that is known."""
    kinds: dict[str, list[Problem]] = {}
    for one in problems.warnings:
        kinds.setdefault(one.code, []).append(one)

    def newest(found: Sequence[Problem]) -> dt.date:
        return max(changed.get(one.place.file, _LONG_AGO) for one in found)

    ordered = sorted(kinds.items(), key=lambda kind: (-newest(kind[1]).toordinal(), kind[0]))
    blocks = [_block(code, found, changed) for code, found in ordered]
    count = f"{len(problems.warnings)} peringatan dalam {len(kinds)} kelompok, yang terbaru lebih dulu."
    errors = [f"{len(problems.errors)} galat dibetulkan lebih dahulu: katalog check"] if problems.errors else []
    return "\n".join(
        [*errors, count if kinds else "Tidak ada peringatan.", *("\n".join(["", *one]) for one in blocks), ""]
    )


def _block(code: str, found: Sequence[Problem], changed: Mapping[str, dt.date]) -> Iterator[str]:
    text = code_texts()[code]
    yield f"{code} {text.title} ({len(found)})"
    if not text.command:
        yield f"  {found[0].cure}"
    for one in sorted(found, key=lambda one: (-changed.get(one.place.file, _LONG_AGO).toordinal(), one.place)):
        day = changed.get(one.place.file)
        when = f" ({day.isoformat()})" if day else ""
        command = f": {_command(text.command, one.place.file)}" if text.command else ""
        yield f"  - {_path(one.place.file)}{when}{command}"


def _command(command: str, path: str) -> str:
    """The command for one file."""
    agency, slug = path.split("/")[1:] if is_entry(path) else ("", "")
    values = {"isian": slug.removesuffix(".yml"), "pd": agency, "berkas": path}
    return printable(personal_data.mask(command.format(**values)), length=300)


def _path(path: str) -> str:
    return printable(personal_data.mask(path), length=300)
