"""Numbers and addresses that point to a person: how they are recognised and how they are masked.

UU 27/2022 on personal data. The shapes: a NIK or family card number has 16 digits (region, day of
birth with 40 added for women, month, year, serial), a NIP 18 (date of birth, date of appointment,
sex, serial).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# What people put between digits, what word processors put there, and nothing at all.
_GAP: Final = r"[ .\-\u00a0\u2002-\u200a\u2010-\u2013\u202f]{1,2}"
_RUN = re.compile(rf"(?<![0-9])[0-9]+(?:{_GAP}[0-9]+)*(?![0-9])")
_GROUP = re.compile(r"[0-9]+")
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z])\(?(?:08|(?:\+|00)?62\)?(?:{_GAP})?\(?0?8)[1-9][0-9]\)?(?:(?:{_GAP})?[0-9]){{5,9}}(?![0-9])"
)
_WHATSAPP = re.compile(r"(?:wa\.me/|phone=)\+?[0-9]{8,15}")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")
#: Two dates side by side have sixteen digits too.
_DATE_PAIRS: Final = ((2, 2, 4, 2, 2, 4), (4, 2, 2, 4, 2, 2))


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of personal data: fault code and the characters from `start` to `end`."""

    code: str
    start: int
    end: int
    digits: str


def find(text: str) -> Iterator[Finding]:
    """NIK, NIP, mobiles and mail outside `go.id` in `text`."""
    plain = fold(text)
    for run in _RUN.finditer(plain):
        yield from _identity_numbers(plain, run)
    for match in (*_MOBILE.finditer(plain), *_WHATSAPP.finditer(plain)):
        yield Finding("P003", match.start(), match.end(), digits_of(match.group()))
    for match in _MAIL.finditer(plain):
        domain = match.group(1).casefold()
        if domain != "go.id" and not domain.endswith(".go.id"):
            yield Finding("P004", match.start(), match.end(), "")


def mask(text: str) -> str:
    """`text` with every finding made unreadable but for two digits or the mail's domain."""
    shown = text
    for finding in sorted(find(text), key=lambda f: f.start, reverse=True):
        shown = shown[: finding.start] + masked(text, finding) + shown[finding.end :]
    return shown


def masked(text: str, finding: Finding) -> str:
    """What may be shown of a finding: reports are public."""
    if finding.code == "P004":
        return f"…@{text[finding.start : finding.end].partition('@')[2]}"
    return f"{finding.digits[:2]}… ({len(finding.digits)} angka)"


def fold(text: str) -> str:
    """Digits of any script as ASCII, character for character, so that places stay true."""
    return "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text)


def digits_of(text: str) -> str:
    """The digits of a text, nothing else."""
    return "".join(char for char in text if char.isdigit())


def _identity_numbers(plain: str, run: re.Match[str]) -> Iterator[Finding]:
    """Every stretch of whole digit groups in a run that makes a NIK or a NIP.

    A run may hold more than the number: `RT 5 6112…`, `1. 6112…`.
    """
    groups = [match.span() for match in _GROUP.finditer(plain, run.start(), run.end())]
    for first in range(len(groups)):
        total = 0
        for last in range(first, len(groups)):
            total += groups[last][1] - groups[last][0]
            if total in (16, 18):
                start, end = groups[first][0], groups[last][1]
                sizes = tuple(b - a for a, b in groups[first : last + 1])
                digits = digits_of(plain[start:end])
                if total == 16 and sizes not in _DATE_PAIRS and _is_nik(digits):
                    yield Finding("P001", start, end, digits)
                elif total == 18 and _is_nip(digits):
                    yield Finding("P002", start, end, digits)
            if total >= 18:
                break


def _is_nik(digits: str) -> bool:
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= province <= 96 and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12


def _is_nip(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    return 1940 <= year <= 2015 and 1 <= month <= 12 and 1 <= day <= 31
