"""Warnings as a maintainer's list of work: by the command that settles them, told once, the newest first."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.layout import is_entry
from generator.problems import Problem, Problems, code_texts
from generator.text import personal_data
from generator.text.printable import printable

#: Of a file whose last change is not known.
_LONG_AGO = dt.date.min


def task_list(problems: Problems, changed: Mapping[str, dt.date]) -> str:
    """The warnings by what settles them; `changed` has the day of each file's last change, where that is known."""
    kinds: dict[str, list[Problem]] = {}
    for one in problems.warnings:
        kinds.setdefault(code_texts()[one.code].command or one.code, []).append(one)

    def newest(found: Iterable[Problem]) -> dt.date:
        return max(changed.get(one.place.file, _LONG_AGO) for one in found)

    ordered = sorted(kinds.values(), key=lambda found: (-newest(found).toordinal(), found[0].code))
    blocks = [_block(found, changed) for found in ordered]
    count = f"{len(problems.warnings)} peringatan dalam {len(kinds)} kelompok, yang terbaru lebih dulu."
    errors = [f"{len(problems.errors)} galat dibetulkan lebih dahulu: katalog check"] if problems.errors else []
    return "\n".join(
        [*errors, count if kinds else "Tidak ada peringatan.", *("\n".join(["", *one]) for one in blocks), ""]
    )


def _block(found: Sequence[Problem], changed: Mapping[str, dt.date]) -> Iterator[str]:
    """One way of settling: the kinds that it settles, then each command once, with the files that it is for."""
    counts = Counter(one.code for one in found)
    yield ", ".join(f"{code} {code_texts()[code].title} ({counts[code]})" for code in sorted(counts))
    command = code_texts()[found[0].code].command
    if not command:
        yield f"  {found[0].cure}"
    groups: dict[str, list[Problem]] = {}
    for one in sorted(found, key=lambda one: (-changed.get(one.place.file, _LONG_AGO).toordinal(), one.place)):
        groups.setdefault(_text(one.command or one.place.file), []).append(one)
    for told, settled in groups.items():
        files = dict.fromkeys(one.place.file for one in settled)
        yield f"  - {told}{_when(changed.get(next(iter(files)), _LONG_AGO))}"
        if not all(map(is_entry, files)):  # the command does not say what it is about
            yield from (f"      {_text(one.message)}" for one in settled)
        elif len(files) > 1:
            yield f"      {len(files)} isian: {', '.join(map(_name, files))}"


def _when(day: dt.date) -> str:
    return "" if day == _LONG_AGO else f" ({day.isoformat()})"


def _name(path: str) -> str:
    return _text(path).rpartition("/")[2].removesuffix(".yml")


def _text(text: str) -> str:
    return printable(personal_data.mask(text), length=300)
