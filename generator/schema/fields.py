"""The kinds of value that files hold: short text, long text, dates, addresses, words of choice.

Every scalar arrives as text. A kind cleans it, decides whether it is acceptable and names the problem
by the `type` of the error it raises; `refusals` turns that type into a code and a sentence.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import dates
from generator.dates import PartialDate
from generator.layout import SLUG_MAX, SLUG_PATTERN, hyphened, is_slug
from generator.text.web_address import web_address_refusal

#: Where a model names a vocabulary in its JSON Schema, until the registry's words take its place.
WORD_KEY: Final = "x-kosakata"
#: Behind the name of a vocabulary in a context: what people type (hyphened) for one of its words alone -> its slug.
EVERYDAY: Final = " sehari-hari"
# A vocabulary's words as the registry has them: slug -> label.
Words = Mapping[str, str]

#: What `str.strip` takes away.
BLANKS: Final = re.compile(r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
#: Bullets of a word processor, in a font that nobody else has.
BULLETS: Final = re.compile(r"[\uf0b7\uf0a7\uf076\uf0d8]")
DECIMAL: Final = re.compile(r"\A-?[0-9]{1,3}(?:\.[0-9]{1,8})?\Z")
_MANY_BLANKS = re.compile(r"\n{3,}")
MAIL: Final = re.compile(r"\A[A-Za-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}\Z")
PHONE: Final = re.compile(r"\A\+?[0-9(][0-9 ().-]{1,20}[0-9](?: ?ext\.? ?[0-9]{1,5})?\Z", re.ASCII | re.IGNORECASE)


def one_line(value: Any) -> Any:
    """Collapse white space (a pasted no-break space too) and compose accents (NFC)."""
    if not isinstance(value, str):
        return value
    return BULLETS.sub("•", unicodedata.normalize("NFC", BLANKS.sub(" ", value).strip()))


def paragraphs(value: Any) -> Any:
    """Keep line ends, drop trailing blanks, compose accents (NFC)."""
    if not isinstance(value, str):
        return value
    *lines, last = value.split("\n")
    bare = "\n".join([*(line.removesuffix("\r").rstrip(" \t\u00a0") for line in lines), last]).replace("\r", "")
    text = unicodedata.normalize("NFC", bare).replace("\u00a0", " ")
    return BULLETS.sub("•", _MANY_BLANKS.sub("\n\n", text).strip())


def _visible(value: str) -> str:
    """A line without a letter or a digit shows nothing to read or to click on."""
    if not any(char.isalnum() for char in value):
        raise PydanticCustomError("kosong", "kosong")
    return value


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text, 1 to `limit` characters."""

    limit: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=self.limit)
        seen = core_schema.no_info_after_validator_function(_visible, text)
        return core_schema.no_info_before_validator_function(one_line, seen)


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, lists and emphasis in Markdown, 1 to `limit` characters."""

    limit: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=self.limit)
        return core_schema.no_info_before_validator_function(paragraphs, text)


@dataclass(frozen=True, slots=True)
class Shown(Line):
    """A figure shown as it was written (`lebih dari 6`, `1.850`).

    An editor may read an unquoted figure as a number, so the published schema allows both.
    """

    limit: int = 60

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "number"], "maxLength": self.limit}


@dataclass(frozen=True, slots=True, eq=False)
class _Json:
    """Replaces what pydantic would publish in the JSON Schema."""

    schema: Mapping[str, Any]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


def _date(value: str) -> PartialDate:
    try:
        return PartialDate.parse(value)
    except ValueError:
        meant = dates.suggestion(value)
        raise PydanticCustomError("tanggal", "tanggal", {"maksud": meant} if meant else {}) from None


def _day(value: PartialDate) -> PartialDate:
    if value.first != value.last:
        raise PydanticCustomError("tanggal_penuh", "tanggal_penuh")
    return value


_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"


class _DateField:
    """A text that `PartialDate.parse` accepts."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            _date,
            core_schema.str_schema(strip_whitespace=True),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        year = {"type": "integer", "minimum": dates.FIRST_YEAR, "maximum": dates.LAST_YEAR}
        return {"anyOf": [{"type": "string", "pattern": rf"^\d{{4}}(-{_MONTH}(-{_DAY})?)?$"}, year]}


#: A date at the precision known: year, month or day.
Date = Annotated[PartialDate, _DateField]
#: A date known to the day.
Day = Annotated[
    PartialDate,
    _DateField,
    AfterValidator(_day),
    _Json({"type": "string", "pattern": rf"^\d{{4}}-{_MONTH}-{_DAY}$"}),
]


def _decimal(value: Any) -> Any:
    if isinstance(value, str) and not DECIMAL.match(value.strip()):
        raise PydanticCustomError("desimal", "desimal")
    return value


#: Degrees, south and west negative, written with a decimal point.
Longitude = Annotated[
    float, BeforeValidator(_decimal), Field(ge=-180, le=180), _Json({"type": "number", "minimum": -180, "maximum": 180})
]
Latitude = Annotated[
    float, BeforeValidator(_decimal), Field(ge=-90, le=90), _Json({"type": "number", "minimum": -90, "maximum": 90})
]

TRUE_WORDS, FALSE_WORDS = ("true", "ya"), ("false", "tidak")


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in (*TRUE_WORDS, *FALSE_WORDS):
            return word in TRUE_WORDS
        raise PydanticCustomError("ya_tidak", "ya_tidak")
    return value


#: `true`/`ya` or `false`/`tidak`; the first of either YAML knows by itself.
YesNo = Annotated[bool, BeforeValidator(_yes_no), _Json({"enum": [True, False, *TRUE_WORDS[1:], *FALSE_WORDS[1:]]})]


def _url(value: str) -> str:
    if why := web_address_refusal(value):
        raise PydanticCustomError("url", "url", {"sebab": why})
    return value


#: A public web address.
Url = Annotated[
    str,
    Line(500),
    Field(json_schema_extra={"pattern": "^https?://"}),
    AfterValidator(_url),
]


def _matches(pattern: re.Pattern[str], kind: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.match(value):
            raise PydanticCustomError(kind, kind)
        return value

    return AfterValidator(check)


Mail = Annotated[str, Line(120), _matches(MAIL, "surel")]
Phone = Annotated[str, Line(60), _matches(PHONE, "telepon")]


def _slug(value: str) -> str:
    if not is_slug(value):
        raise PydanticCustomError("slug", "slug")
    return value


#: A permanent address part. The pattern is the published one; `layout` has the rule.
Slug = Annotated[
    str,
    AfterValidator(_slug),
    _Json({"type": "string", "pattern": f"^{SLUG_PATTERN}$", "maxLength": SLUG_MAX}),
]


@dataclass(frozen=True, slots=True)
class Word:
    """A slug that must stand in the vocabulary `name`; the words come in as validation context.

    Without a context (the registry's own files) any slug passes, and the reader checks later.
    """

    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(strip_whitespace=True)
        return core_schema.with_info_after_validator_function(self._known, text)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", WORD_KEY: self.name}

    def _known(self, value: str, info: core_schema.ValidationInfo) -> str:
        if info.context is None:
            return _slug(value)
        words: Words = info.context[self.name]
        if value in words:
            return value
        meant = info.context.get(self.name + EVERYDAY, {}).get(hyphened(value)) or nearest(value, words) or ""
        raise PydanticCustomError("pilihan", "pilihan", {"pilihan": list(words), "maksud": meant})


def nearest(value: str, words: Words) -> str | None:
    """The slug in `words` that `value` most likely means, by slug or by label; None if none is near."""
    if sure := surely_meant(value, words):
        return sure
    known = _spellings(words)
    close = get_close_matches(hyphened(value), known, n=1, cutoff=0.7)
    return known[close[0]] if close else None


def surely_meant(value: str, words: Words) -> str | None:
    """The slug that is `value` in another spelling, or the only one that holds its words. The form guesses no more."""
    folded, known = hyphened(value), _spellings(words)
    if folded in known:
        return known[folded]
    parts = set(folded.split("-"))
    holding = {slug for word, slug in known.items() if parts <= set(word.split("-"))}
    return holding.pop() if len(holding) == 1 else None


def _spellings(words: Words) -> Words:
    return {**{hyphened(label): slug for slug, label in words.items()}, **{slug: slug for slug in words}}
