"""What both halves must know: constants of the program as one module a room of the browser's half (`make browser`).

    python write_settings.py DIR

A pattern must be written in the part of the language that means the same in Python and in JavaScript; `javascript`
refuses any other. Who needs one more constant names it in `ROOMS`.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from generator import dates, layout
from generator.catalogue import similarity
from generator.checks import identity
from generator.contributing import entry_text
from generator.contributing.answers import spellings
from generator.contributing.table_import.words import synonyms
from generator.publishing.search import keys, spelling, told
from generator.reading import document
from generator.reviewing import issue_form
from generator.schema import entry, fields, refusals, whole_numbers
from generator.text import personal_data, personal_shapes, printable, web_address, word_roots

#: Room -> module -> the names of its constants.
ROOMS: Final[Mapping[str, Mapping[ModuleType, str]]] = {
    "reading": {
        layout: "SLUG SHORTEST_NAME",
        document: "BANNED NULLS",
        synonyms: "ANSWER_NOISE",
        fields: "BLANKS BULLETS MAIL PHONE TRUE_WORDS FALSE_WORDS",
        spellings: "BEFORE BEHIND PART_OF_YEAR YEAR_OF_PART SCHOOL_YEAR TERM_OF_YEAR SECOND_TERMS WITHIN ABOUT UNTIL "
        "NOW ZEROS BARE_YEAR YEAR_NAMED PARTS_NAMED YEAR_BEFORE TWO_MONTHS ROMAN_MONTHS PIVOT MULTIPLES",
        dates: "FIRST_YEAR LAST_YEAR PARTIAL DAY_FIRST YEAR_FIRST MONTH_FIRST IN_WORDS AROUND DASH OTHER_MONTHS",
        web_address: "FORBIDDEN PARTS HOST LAST_PORT NO_HOST HOST_LABEL",
    },
    "checks": {
        layout: "INNOVATIONS",
        refusals: "TEXT LIST GROUP",
        identity: "SITE_ADDRESS",
        printable: "SHOWN_LENGTH",
        fields: "DECIMAL TRUE_WORDS FALSE_WORDS",
        whole_numbers: "WHOLE YEAR_WRITTEN FEW_WRITTEN MONEY_WRITTEN DEGREES_WRITTEN FEW",
        personal_shapes: "LETTERS",
        personal_data: "MAIL_BEFORE MAIL_BEHIND WORDS_BEFORE",
        entry_text: "PLAIN ENDS_BARE TAKEN ADDRESS BARE BARE_VALUE",
    },
    "form": {
        layout: "INNOVATIONS",
        issue_form: "NEW CORRECTION",
        similarity: "SPELLING",
        entry: "NAME_MAX",
    },
    "search": {
        keys: "KEY_LETTERS WEIGHTS HINT PAGE AGENCY",
        told: "JOINED LONGEST_PHRASE",
        spelling: "SPELLING_LETTERS SPELLING_SHORTEST REAL",
        word_roots: "MAX_LETTERS SHORTEST_ROOT SHORT_ROOTS EXCEPTIONS PREFIXES KE SUFFIXES PARTICLE POSSESSIVE",
    },
}
_TYPES: Final = {"PREFIXES": "readonly (readonly [RegExp, string])[]"}
_WORDED: Final = {dict: "Record<string, {}>", frozenset: "readonly {}[]", tuple: "readonly {}[]"}
#: Escapes that mean something else in JavaScript, and what it has not.
_UNSHARED: Final = re.compile(r"(?<!\\)(?:\\\\)*(?:\\[wWdDsSbBaZA](?<!\\A)(?<!\\Z)|\(\?[^:=!<]|\(\?<[^=!]|[*+?}]\+)")


def javascript(value: Any) -> str:
    """A constant as JavaScript, sets and tables in alphabetical order.

    A pattern that both languages do not share is a ValueError.
    """
    match value:
        case re.Pattern():
            return _literal(value)
        case frozenset():
            return javascript(sorted(value))
        case tuple() | list():
            return f"[{', '.join(map(javascript, value))}]"
        case dict():
            return f"{{{', '.join(f'{json.dumps(key)}: {javascript(item)}' for key, item in sorted(value.items()))}}}"
    return json.dumps(value)


def _literal(pattern: re.Pattern[str]) -> str:
    """Letters alike in either case are ASCII alone in both: `i` without `u` here, IGNORECASE with ASCII there."""
    folds = bool(pattern.flags & re.IGNORECASE)
    if _UNSHARED.search(pattern.pattern) or (folds and not pattern.flags & re.ASCII):
        raise ValueError(f"not shared by both languages: {pattern.pattern}")
    text = pattern.pattern.replace(r"\A", "^").replace(r"\Z", "$").replace("/", r"\/")
    text = re.sub(r"\\U000([0-9a-f]{5})", r"\\u{\1}", text)
    shown = "".join(char if char.isascii() and char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    return f"/{shown}/{'i' if folds else 'u'}"


def settings(room: str) -> str:
    """The module of a room."""
    return "\n".join([f"// Written by `make browser` from {_ORIGIN}: change it there.", *_constants(room), ""])


_ORIGIN: Final = "the program's own constants"


def _constants(room: str) -> Iterator[str]:
    for module, listed in ROOMS[room].items():
        yield f"\n// {module.__name__.replace('.', '/')}.py"
        for name in listed.split():
            value = getattr(module, name)
            if kind := _TYPES.get(name) or _kind(value):
                yield f"/** @type {{{kind}}} */"
            yield f"export const {name} = {javascript(value)};"


def _kind(value: Any) -> str:
    """The type where JavaScript would not see it by itself."""
    items = (
        list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, tuple | frozenset) else []
    )
    return _WORDED[type(value)].format("number" if isinstance(items[0], int | float) else "string") if items else ""


def patterns() -> Mapping[str, re.Pattern[str]]:
    """`room/NAME` -> each pattern that both halves share."""
    named = {
        f"{room}/{name}": getattr(module, name)
        for room, modules in ROOMS.items()
        for module, listed in modules.items()
        for name in listed.split()
    }
    return {name: value for name, value in named.items() if isinstance(value, re.Pattern)}


if __name__ == "__main__":
    for room in ROOMS:
        (Path(sys.argv[1]) / room / "settings.js").write_text(settings(room), "utf-8")
