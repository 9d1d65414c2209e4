"""What a command changes of files, shown before it is written: line by line, and agency by agency."""

import difflib
import sys
from collections.abc import Iterator, Mapping, Sequence

import click

from generator.commands.indonesian import UsageError
from generator.problems import Problems
from generator.problems.reporters import text as text_report
from generator.reviewing.review import Review
from generator.text.printable import printable

_LONGEST_LINE = 400
#: So many lines are compared one by one; of more, those that come often are passed over.
_MOST_COMPARED = 5_000


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of one file that change, as programmers write it."""
    old, new = before.splitlines(), after.splitlines()
    if old == new:
        return
    # What is alike at both ends is left out: comparing is slow, and takes lines that come often for noise.
    skipped = max(_common(old, new) - 1, 0)
    old, new = old[skipped:], new[skipped:]
    behind = max(_common(old[:0:-1], new[:0:-1]) - 1, 0)
    old, new = old[: len(old) - behind], new[: len(new) - behind]
    alike = difflib.SequenceMatcher(None, old, new, autojunk=len(old) > _MOST_COMPARED)
    yield from (f"--- {path}", f"+++ {path}")
    for group in alike.get_grouped_opcodes(1):
        yield f"@@ baris {skipped + group[0][1] + 1} @@"
        for kind, *spans in group:
            yield from (printable(line, length=_LONGEST_LINE) for line in _told(kind, spans, old, new))


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines are alike at the beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def _told(kind: str, spans: Sequence[int], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines of one step from an old text to a new one."""
    if kind == "equal":
        yield from (f" {line}" for line in old[spans[0] : spans[1]])
        return
    yield from (f"-{line}" for line in old[spans[0] : spans[1]])
    yield from (f"+{line}" for line in new[spans[2] : spans[3]])


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


def agreed(question: str, *, yes: bool) -> bool:
    """Whether it may be written: `yes`, or what is answered, on a terminal or by what is fed to standard input.

    Raises UsageError where nobody answers: silence is no consent.
    """
    while not yes:
        try:
            answer = click.prompt(f"{question} (ya atau tidak)").strip().casefold()
        except click.Abort:
            if sys.stdin.isatty():
                raise
            raise UsageError("tidak ada yang menjawab, jadi tidak ada yang ditulis; tambahkan --yes") from None
        if answer in ("ya", "y", "tidak", "t"):
            if answer.startswith("t"):
                click.echo("Tidak ada yang ditulis.")
            return bool(answer.startswith("y"))
    return True


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
