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

# What people put between digits, what word processors put there, and marks that do not show.
_GAP: Final = r"[ .\-/_:,\u00a0\u2002-\u200a\u2010-\u2013\u202f\u200c\u200d]{1,3}"
_RUN = re.compile(rf"(?<![0-9])[0-9]+(?:{_GAP}[0-9]+)*(?![0-9])")
_GROUP = re.compile(r"[0-9]+")
_MOBILE = re.compile(
    rf"(?:(?<![0-9A-Za-z])|(?<=wa)|(?<=hp))(?<!\d[.,])(?<!nib )"
    rf"\(?(?:08|(?:\+|00)?62\)?(?:{_GAP})?(?:\(0\)|\(?0?)?8)[1-9][0-9]\)?(?:(?:{_GAP})?[0-9]){{5,9}}(?![0-9])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
#: What an address itself calls a person's number; other long numbers in addresses are those of pages and pictures.
_ASKED = re.compile(r"[?&](?:no_?)?(?:nik|ktp|kk|nip|hp|wa|telp|telepon)=([0-9]{9,18})(?![0-9])", re.IGNORECASE)
_WHATSAPP = re.compile(r"(?:wa\.me/|phone=)(?:\+|%2B)?[0-9]{8,15}", re.IGNORECASE)
_MAIL_LEFT = re.compile(r"[A-Za-z0-9._%+-]{1,64}\Z")
_MAIL_RIGHT = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])")
#: Domains that are given to institutions only: government, villages, schools, universities.
_OFFICES: Final = (".go.id", ".desa.id", ".sch.id", ".ac.id")
#: After which digits people break a NIK and a NIP: between its parts, or every four digits.
_NIK_CUTS: Final = ({2, 4, 6, 8, 10, 12}, {4, 8, 12})
_NIP_CUTS: Final = ({4, 6, 8, 12, 14, 15}, {6, 12}, {3, 6, 9, 12, 15})
#: Two dates side by side have sixteen digits too.
_DATE_PAIRS: Final = ((2, 2, 4, 2, 2, 4), (4, 2, 2, 4, 2, 2))


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of personal data: problem code and the characters from `start` to `end`."""

    code: str
    start: int
    end: int
    digits: str


def find(text: str) -> Iterator[Finding]:
    """NIK, NIP, mobiles and private mail in `text`; of a web address, what it calls so, chat numbers and mail."""
    plain = fold(text)
    outside = _ADDRESS.sub(_blank, plain)
    for run in _RUN.finditer(outside):
        yield from _identity_numbers(outside, run)
    for match in (*_MOBILE.finditer(outside), *_WHATSAPP.finditer(plain)):
        yield Finding("P003", match.start(), match.end(), digits_of(match.group()))
    yield from _mail(plain)


def as_read(text: str) -> str:
    """`text` as readers of a page see it: emphasis marks are gone and lines join, so that digits around them meet."""
    return text.replace("*", "").replace("\n", " ")


def _blank(address: re.Match[str]) -> str:
    """As many blanks as an address has characters, but for the numbers that it names as a person's."""
    shown = [" "] * len(address.group())
    for asked in _ASKED.finditer(address.group()):
        shown[slice(*asked.span(1))] = asked.group(1)
    return "".join(shown)


def _mail(plain: str) -> Iterator[Finding]:
    at = plain.find("@")
    while at >= 0:
        left, right = _MAIL_LEFT.search(plain, max(0, at - 64), at), _MAIL_RIGHT.match(plain, at + 1, at + 256)
        if left and right and not f".{right.group().casefold()}".endswith(_OFFICES):
            yield Finding("P004", left.start(), right.end(), "")
        at = plain.find("@", at + 1)


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
    """Digits and signs of any shape as ASCII, character for character, so that places stay true."""
    return text if text.isascii() else "".join(_plain(char) for char in text)


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    simple = unicodedata.normalize("NFKC", char)
    return simple if len(simple) == 1 and simple.isascii() else char


def digits_of(text: str) -> str:
    """The digits of a text, nothing else."""
    return "".join(char for char in text if char.isdigit())


def _identity_numbers(plain: str, run: re.Match[str]) -> Iterator[Finding]:
    """Every stretch of whole digit groups in a run that makes a NIK or a NIP.

    A run may hold more than the number: `RT 5 6112…`, `1. 6112…`.
    """
    groups = [match.span() for match in _GROUP.finditer(plain, run.start(), run.end())]
    first = 0
    while first < len(groups):
        taken = next(_numbers_from(plain, groups[first : first + 16]), None)
        if taken:
            yield taken[0]
        first += taken[1] if taken else 1


def _numbers_from(plain: str, groups: list[tuple[int, int]]) -> Iterator[tuple[Finding, int]]:
    """The identity number that begins with the first group, and how many groups it takes."""
    sizes: list[int] = []
    for start, end in groups:
        sizes.append(end - start)
        total, whole = sum(sizes), (groups[0][0], end)
        digits = digits_of(plain[slice(*whole)])
        cuts = {sum(sizes[:count]) for count in range(1, len(sizes))}
        if total == 16 and tuple(sizes) not in _DATE_PAIRS and any(cuts <= c for c in _NIK_CUTS) and _is_nik(digits):
            yield Finding("P001", *whole, digits), len(sizes)
        elif total == 18 and any(cuts <= c for c in _NIP_CUTS) and _is_nip(digits):
            yield Finding("P002", *whole, digits), len(sizes)
        elif total > 18:
            return


def _is_nik(digits: str) -> bool:
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= province <= 96 and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12


def _is_nip(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    return 1940 <= year <= 2015 and 1 <= month <= 12 and 1 <= day <= 31
