"""What a command changes of files, shown before it is written: line by line, and agency by agency."""

import difflib
from collections.abc import Iterator, Mapping

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


def effect_lines(review: Review) -> Iterator[str]:
    """What becomes of whose status, one agency a line."""
    if review.effects is None:
        yield "Pengaruh pada indeks tidak dapat dihitung: registri mengandung galat."
    elif not review.effects:
        yield "Pengaruh pada indeks: tidak ada perangkat daerah yang statusnya berubah."
    else:
        yield "Pengaruh pada indeks:"
        for one in review.effects:
            before, after = ((word or "tidak terdaftar").lower() for word in (one.before, one.after))
            yield printable(f"- {one.agency} {one.year}: {before} menjadi {after}")
