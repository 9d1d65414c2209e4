"""Money as offices write it -> whole rupiah; or the amounts that may be meant."""

import re
from typing import Final

from generator.contributing.answers import spellings
from generator.text.spelling import folded

_AROUND = re.compile(r"\A(?:rp|idr)\.? ?|(?:,-|,--|\.-|,=| ?rupiah)\Z")
_RUPIAH = re.compile(r"\brp(?=[0-9])")
_MULTIPLE = re.compile(rf"\A([0-9.,]+) ?({'|'.join(sorted(spellings.MULTIPLES, key=len, reverse=True))})\.?\Z")
_DOTS = re.compile(r"\A[0-9]{1,3}(?:\.[0-9]{3})+(?:,0{1,2})?\Z|\A[0-9]+(?:,0{1,2})?\Z")
_COMMAS = re.compile(r"\A[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.0{1,2})?\Z")
_DECIMAL = re.compile(r"\A([0-9]+)[.,]([0-9]{1,2})\Z")
_ONE_COMMA = re.compile(r"\A[0-9]{1,3},[0-9]{3}\Z")
_SPACED = re.compile(r"\A[0-9]{1,3}(?: [0-9]{3})+(?:,0{1,2})?\Z")
_ABOUT = re.compile(rf"\A(?:{spellings.ABOUT}|kurang lebih|lebih kurang|(?:maks|min)(?:imal|\.)?|sampai|hingga) ?")
_UNTIL = re.compile(r" ?(?:s\.? ?d\.?|s/d|sampai dengan|sampai|hingga|-|–) ?(?=(?:rp\.? ?)?[0-9])")
_UNIT_BEHIND = re.compile(rf"[0-9] ?({'|'.join(sorted(spellings.MULTIPLES, key=len, reverse=True))})\.?\Z")
#: Behind a sum, the same in words: `Rp 20.000.000,- (dua puluh juta rupiah)`.
_IN_WORDS = re.compile(r"(?<!\s)\s*\([a-z ]{4,150} rupiah\)\.?\s*\Z", re.IGNORECASE)
#: Behind a sum, for how long it is: `10 juta/tahun`.
_PER_YEAR = re.compile(r" ?(?:/|per) ?(?:tahun|thn|th)\.?\Z")
_ENDS: Final = 2
#: All digits before the part of a rupiah: no thousands are parted.
_PART_OF_ONE = re.compile(r"\A(?:([0-9]{4,})[.,]|([0-9]{1,3}(?:\.[0-9]{3})+),)[0-9]{1,2}\Z")
_LONGEST: Final = 40
_MOST: Final = 10**15


def read_amount(text: str) -> int | tuple[int, ...] | None:
    """The amount, or the amounts that may be meant (two), or None where none can be seen."""
    plain = in_figures(" ".join(text.casefold().split()))
    if len(plain) > _LONGEST:
        return None
    for _ in range(2):
        plain = _AROUND.sub("", plain).strip()
    if match := _MULTIPLE.match(plain):
        return _multiplied(match[1], spellings.MULTIPLES[match[2]])
    if " " in plain and not _SPACED.match(plain):  # a slip: nobody knows of which digits
        return _unsure(plain.replace(" ", ""))
    plain = plain.replace(" ", "")
    if _DOTS.match(plain):
        return int(plain.partition(",")[0].replace(".", ""))
    if _COMMAS.match(plain):
        return int(plain.partition(".")[0].replace(",", ""))
    return _unsure(plain)


def in_figures(text: str) -> str:
    """A sum without the same in words behind it."""
    return _IN_WORDS.sub("", text)


def amounts_meant(text: str) -> tuple[int, ...]:
    """What a sum may be that is not certain, to ask: `± Rp 50 juta`, `15-20 juta`, `Rp 1.250,5`; () if none is seen.

    `read_amount` knows none of these, for the form has nothing to ask of them.
    """
    plain = " ".join(text.casefold().split())
    if len(plain) > 2 * _LONGEST:
        return ()
    if each := _PER_YEAR.search(plain):
        return _each(plain[: each.start()]) or amounts_meant(plain[: each.start()])
    if about := _ABOUT.match(plain) or _ABOUT.match(_AROUND.sub("", plain).strip()):
        return _each(about.string[about.end() :])
    ends = _UNTIL.split(plain)
    if len(ends) == _ENDS:
        unit = _UNIT_BEHIND.search(ends[1])
        return _each(ends[0] if not unit or _UNIT_BEHIND.search(ends[0]) else f"{ends[0]} {unit[1]}", ends[1])
    bare = _AROUND.sub("", plain).strip()
    match = _PART_OF_ONE.match(bare)
    return (int((match[1] or match[2]).replace(".", "")),) if match else ()


def _each(*texts: str) -> tuple[int, ...]:
    """The amounts of several texts, if all of them are one."""
    sums = [one for text in texts if isinstance(one := read_amount(text), int)]
    return tuple(sums) if len(sums) == len(texts) else ()


def unit_of(title: str) -> int:
    """By what the amounts of a column are multiplied: `Anggaran (juta)` -> 1,000,000, `(Rp000)` -> 1,000; else 1."""
    words = [word for word in _RUPIAH.sub("rp ", folded(title)).split() if len(word) > 1]
    named = next((spellings.MULTIPLES[word] for word in words if word in spellings.MULTIPLES), 1)
    return named if named > 1 else 1_000 ** words.count("000")


def _multiplied(digits: str, by: int) -> int | tuple[int, ...] | None:
    if match := _DECIMAL.match(digits):
        whole, part = match.groups()
        return int(whole) * by + int(int(part) * by // 10 ** len(part))
    if _ONE_COMMA.match(digits):
        whole, part = digits.split(",")
        return (int(whole + part) * by, int(whole) * by + int(part) * by // 1000)
    return int(digits.partition(",")[0].replace(".", "")) * by if _DOTS.match(digits) else None


def _unsure(plain: str) -> tuple[int, ...] | None:
    """What a slip of the hand or another country's signs may mean: all digits, or those before the last sign."""
    if not re.fullmatch(r"[0-9][0-9.,]*", plain):
        return None
    every = int(re.sub(r"[.,]", "", plain))
    before = re.sub(r"[.,]", "", re.split(r"[.,](?=[^.,]*\Z)", plain)[0])
    found = dict.fromkeys(one for one in (int(before or 0), every) if 0 < one <= _MOST)
    return tuple(found) or None
