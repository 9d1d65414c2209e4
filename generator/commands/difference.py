"""What a command changes of files, shown before it is written: line by line, and agency by agency."""

import difflib
from collections.abc import Iterator, Mapping

import click

from generator.problems import Problems
from generator.problems.reporters import text as text_report
from generator.reviewing.review import Review
from generator.text.printable import printable

_LONGEST_LINE = 400


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of one file that change, as programmers write it."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1)
    yield from (printable(line, length=_LONGEST_LINE) for line in lines)


def differences(before: Mapping[str, str], texts: Mapping[str, str | None]) -> Iterator[str]:
    """The lines of several files (path -> new text, None: taken away). One that only changes its name is one file."""
    gone = [path for path, text in texts.items() if text is None]
    for path, text in texts.items():
        if text is not None:
            yield from difference(path, before[path] if path in before else "".join(before[one] for one in gone), text)
    yield from (f"{path} dihapus." for path in gone)


def refused(review: Review) -> bool:
    """Tell why nothing can be written: what would be wrong in it, or in registers that no effect can be counted by."""
    errors = [*review.problems.errors, *(one for one in review.faults if one not in review.problems)]
    if errors:
        click.echo(text_report(Problems(errors)), nl=False, err=True)
    if errors and not review.problems.errors:
        told = "Registri mengandung galat di tempat lain, sehingga pengaruh pada indeks tidak dapat dihitung."
        click.echo(f"{told} Betulkan galat di atas dahulu.", err=True)
    return bool(errors)


def agreed(question: str) -> bool:
    """The answer to a question that must be answered."""
    while True:
        answer = click.prompt(f"{question} (ya atau tidak)").strip().casefold()
        if answer in ("ya", "y", "tidak", "t"):
            return bool(answer.startswith("y"))


def effect_lines(review: Review) -> Iterator[str]:
    """What becomes of whose status, one agency a line."""
    if review.effects is None:
        yield "Pengaruh pada indeks tidak dapat dihitung: registri mengandung galat sebelum perubahan ini."
    elif not review.effects:
        yield "Pengaruh pada indeks: tidak ada perangkat daerah yang statusnya berubah."
    else:
        yield "Pengaruh pada indeks:"
        for one in review.effects:
            before, after = ((word or "tidak terdaftar").lower() for word in (one.before, one.after))
            yield printable(f"- {one.agency} {one.year}: {before} menjadi {after}")
    if review.old_errors:
        yield f"Dihitung tanpa isian yang galat: {review.old_errors} galat di berkas lain (katalog check)."
