"""How a review is set: as Markdown for the summary of a workflow, or as plain text for a terminal.

What is the proposal's own stands only where `text.github` puts it; everything else is our wording.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from generator.problems import Problem
from generator.text import github

#: Lines that belong together.
Passage = Sequence[str]
MOST_PATHS: Final = 10


@dataclass(frozen=True, slots=True)
class Style:
    """How values, headings, warnings and rows are set."""

    value: Callable[[str, int], str]
    title: Callable[[str], str]
    loud: Callable[[str, Sequence[str]], Iterator[str]]
    table: Callable[[Sequence[str], Sequence[Sequence[str]]], Iterator[str]]


def _loud(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield from ("> [!CAUTION]", f"> **{title}**", ">", *(f"> - {line}" for line in lines))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


MARKDOWN: Final = Style(github.code, lambda text: f"### {text}", _loud, _table)
TEXT: Final = Style(
    github.plain,
    lambda text: f"== {text}",
    lambda title, lines: iter((f"!! {title}", *(f"!! - {line}" for line in lines))),
    lambda _, rows: (f"  {first}: {' -> '.join(rest)}" for first, *rest in rows),
)


def listed_paths(paths: Sequence[str], style: Style) -> str:
    """The first of `paths`, and how many more there are."""
    shown = ", ".join(style.value(path, 120) for path in paths[:MOST_PATHS])
    more = len(paths) - MOST_PATHS
    return f"{shown}, dan {more} lainnya" if more > 0 else shown


def fitting(lines: Sequence[str], most: int) -> Sequence[str]:
    """The first of `lines`, as many as have `most` bytes together; the first one always."""
    sizes = accumulate(len(line.encode()) for line in lines)
    return lines[: max(1, sum(size <= most for size in sizes))]


def problem_line(p: Problem, value: Callable[[str, int], str]) -> str:
    """One problem as an item of a list: code, place, sentence and cure."""
    spot = f":{p.place.line}" if p.place.line else ""
    return f"- {p.code} {value(f'{p.place.file}{spot}', 160)} {value(p.message, 400)} Perbaikan: {value(p.cure, 400)}"
