"""What a reader of answers gives: values, or why there are none and what to ask."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """The values of a cell as texts; `note` says (Indonesian) what was read otherwise than it is written.

    `words` are what the value cannot hold and must stand beside it: `Triwulan II 2026` beside 2026. `left` are items
    that could not be taken while others were.
    """

    values: tuple[str, ...]
    note: str = ""
    words: str = ""
    left: tuple["Unusable", ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why an answer cannot be taken, and how to mend it: two Indonesian phrases.

    With `options` it is only not sure, and one of them is to be chosen: values as they would be typed. `about` is the
    text in question where that is less than the whole cell.
    """

    reason: str
    cure: str
    options: tuple[str, ...] = ()
    about: str = ""
