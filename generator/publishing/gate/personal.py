"""Numbers and addresses of persons in what is published, but for service numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.text.personal_data import find, masked

#: A text without a mail's sign and with less than eight digits holds none. Others are looked at whole.
_MAY_HOLD = re.compile(r"@|[0-9](?:[^0-9]*[0-9]){7}|[^\x00-\x7f]")

#: Characters up to which a text is remembered: what many pages share is short; and how many texts at once.
_SHORT, _MOST = 200, 20_000


class PersonalData:
    """What of the texts of a site points to a person. A text found clean once is not looked at again."""

    def __init__(self, allowed: frozenset[str]) -> None:
        """`allowed` are the digits of numbers that are published on purpose."""
        self._allowed = frozenset(map(_national, allowed)) - {""}
        self._clean: set[str] = set()

    def problems(self, texts: Iterable[str]) -> list[str]:
        """One sentence for each finding, none of which shows it."""
        found = []
        for text in set(texts) - self._clean:
            if _MAY_HOLD.search(text) and (seen := self._findings(text)):
                found += [f"memuat data pribadi: {shown}" for shown in seen]
            elif len(text) < _SHORT:
                self._clean.add(text)
        if len(self._clean) > _MOST:
            self._clean.clear()
        return sorted(found)

    def _findings(self, text: str) -> list[str]:
        return [masked(text, one) for one in find(text) if _national(one.digits) not in self._allowed]


def _national(digits: str) -> str:
    """`0812…`, `62812…` and `0062812…` are one number; what has no digits is none."""
    return digits.lstrip("0").removeprefix("62")


def strings(value: Any) -> Iterator[str]:
    """Every text in what was read from JSON, a number and a key among them."""
    if isinstance(value, str | int | float):
        yield str(value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
