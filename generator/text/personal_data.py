"""Numbers and addresses that point to a person: how they are recognised and how they are masked.

Any run of the right digits counts, with up to three signs between two of them that are neither letter nor digit; what
is invisible does not count as a sign. The text is looked at as written and as a page shows it. `personal_shapes` says
which digits are right and which writings only honest numbers have. Every step is one walk over the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from generator.text.personal_shapes import SHAPES
from generator.text.readings import Rendition, as_read, as_shown, as_written


def _pattern(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE)


_DIGITS, _LONG = re.compile("[0-9]+"), re.compile("[0-9]{8,}")
#: Without one of these there is nothing to find: the fewest digits of a chat side by side, or those of a number with no
#: letter between them, however far apart; what is not shown as it is written.
_HINT = re.compile(r"[@&]|%[0-7]|\]\(|[^\x00-\x7f]|[0-9]{8}|[0-9](?:[^0-9A-Za-z]*[0-9]){8}")
#: Groups of digits with so few signs and no letter between them that they may be one number.
_NEAR = re.compile(rf"[0-9]++(?:[\W_]{{1,{SHAPES['sela']}}}+[0-9]++)*+")
_WORD_BEFORE = re.compile(r"[^\W_]+\Z")
_PERCENT = re.compile("%([0-7][0-9A-Fa-f])")
_HONEST, _FIGURES, _FIGURE, _BEGINNING, _DOTTED = (
    _pattern(SHAPES[name]) for name in ("wajar", "senarai", "angka", "awal", "bertitik")
)
_ADDRESS, _NAMED, _CHAT = (_pattern(SHAPES[name]) for name in ("alamat", "disebut", "obrolan"))
#: The parts of a mail address. To compile one takes milliseconds, and most catalogues have no `@` anywhere.
_mail_part = cache(lambda name: _pattern(SHAPES["surel"][name]))
_OFFICES: Final = tuple(SHAPES["surel"]["lembaga"])
#: How far before and behind an `@` a mail address with the signs around it can reach; and how far before a number the
#: words can stand that tell what it is.
MAIL_BEFORE, MAIL_BEHIND, WORDS_BEFORE = 68, 260, 20


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of personal data: problem code and the characters from `start` to `end`."""

    code: str
    start: int
    end: int
    digits: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of number: how many digits, which; what stands before it or not."""

    code: str
    lengths: range
    begins: re.Pattern[str]
    right: re.Pattern[str]
    listed: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    sure: str

    @classmethod
    def of(cls, shape: Mapping[str, Any]) -> "_Kind":
        least, most = shape["panjang"]
        listed, after, unless = (
            _pattern(shape[name]) if name in shape else None for name in ("daftar", "setelah", "kecuali")
        )
        lengths = range(most, least - 1, -1)
        begins, right = _pattern(f"(?={shape['pola']})"), _pattern(shape["pola"])
        return cls(shape["kode"], lengths, begins, right, listed, after, unless, shape.get("pasti", ""))


_KINDS: Final = tuple(_Kind.of(shape) for shape in SHAPES["nomor"])
_FEWEST: Final = min(kind.lengths[-1] for kind in _KINDS)


@dataclass(frozen=True)
class _Run:
    """Groups of digits that stand as near to each other as in one number: where each begins and ends in `text`."""

    text: str
    groups: Sequence[tuple[int, int]]

    @cached_property
    def digits(self) -> str:
        return "".join(self.text[start:end] for start, end in self.groups)

    @cached_property
    def edges(self) -> Mapping[int, int]:
        """How many digits stand before a group -> which group; the last stands behind all groups."""
        edges, before = {0: 0}, 0
        for number, (start, end) in enumerate(self.groups, 1):
            before += end - start
            edges[before] = number
        return edges

    @cached_property
    def honest(self) -> set[int]:
        """Where the groups begin that are part of an honest writing."""
        return {start for pattern in (_HONEST, _FIGURES) for parts in self._parts(pattern) for start in parts}

    @cached_property
    def figures(self) -> set[int]:
        """Where the groups begin that may be a figure."""
        return {start for parts in self._parts(_FIGURE) for start in parts}

    @cached_property
    def others(self) -> set[int]:
        """Where no number of a person begins: with something else, or inside an honest writing."""
        inside = {start for parts in self._parts(_HONEST) for start in parts[1:]}
        return inside.union(parts[0] for parts in self._parts(_BEGINNING))

    @cached_property
    def coded(self) -> Mapping[int, tuple[int, int]]:
        """Where a group of a code with dots begins -> how many groups of that code stand before and behind it."""
        return {
            start: (number, len(parts) - number - 1)
            for parts in self._parts(_DOTTED)
            for number, start in enumerate(parts)
        }

    def _parts(self, pattern: re.Pattern[str]) -> Iterator[Sequence[int]]:
        """Where the groups begin of each match; the two characters behind the run tell a share."""
        for match in pattern.finditer(self.text, self.groups[0][0], self.groups[-1][1] + 2):
            yield [group.start() for group in _DIGITS.finditer(self.text, *match.span())]


def find(text: str) -> Iterator[Finding]:
    """NIK, NIP, mobiles and private mail in `text` in their order; of a web address, what it calls so."""
    reach: dict[str, int] = {}
    for finding in _all(text):
        # Not a part of one that is told already, nor the same in the other reading.
        if finding.start >= reach.get(finding.code, 0) and finding.end > max(reach.values(), default=0):
            reach[finding.code] = finding.end
            yield finding


def mask(text: str) -> str:
    """`text` with every finding made unreadable but for two digits or the mail's domain."""
    shown, at = "", 0
    for finding in _all(text):
        if finding.start >= at:
            shown += text[at : finding.start] + masked(text, finding)
        at = max(at, finding.end)
    return shown + text[at:]


def masked(text: str, finding: Finding) -> str:
    """What may be shown of a finding: reports are public."""
    if finding.code == "P004":
        domain = _decoded(as_read(text[finding.start : finding.end])).rpartition("@")[2]
        return "…@" + re.sub(r"^[\W_]+", "", domain)
    return f"{finding.digits[:2]}… ({len(finding.digits)} angka)"


def _all(text: str) -> Sequence[Finding]:
    """What either reading of `text` holds, by place and the longest first; findings may overlap."""
    if not _HINT.search(text):
        return ()
    written = as_written(text)
    shown = as_shown(written)
    found = [*_found(written), *(_found(shown) if shown is not written else ())]
    return sorted(found, key=lambda one: (one.start, -one.end, one.code))


def _found(reading: Rendition) -> Iterator[Finding]:
    """What one reading holds, kind after kind, at its places in what was typed."""
    outside = decoded = reading.text
    if "://" in outside:
        outside = _ADDRESS.sub(_blanked, outside)
        decoded = _ADDRESS.sub(lambda address: _decoded(address.group()), decoded)
    for one in (*_numbers(outside), *_chats(decoded), *_mail(decoded)):
        yield Finding(one.code, reading.place(one.start), reading.place(one.end), one.digits)


def _decoded(address: str) -> str:
    """An address with its escapes (`%2B`) as the signs that they stand for, as long as it was."""
    return _PERCENT.sub(lambda escape: f"  {chr(int(escape.group(1), 16))}", address)


def _blanked(address: re.Match[str]) -> str:
    """As many blanks as an address has characters, but for what it names as a person's."""
    shown = [" "] * len(address.group())
    for named in _NAMED.finditer(address.group()):
        shown[slice(*named.span(1))] = _decoded(named.group(1))
    return "".join(shown)


def _chats(text: str) -> Iterator[Finding]:
    """Numbers of any country by which an address opens a chat."""
    for digits in _LONG.finditer(text):
        if _CHAT.search(text[max(0, digits.start() - WORDS_BEFORE) : digits.start()]):
            yield Finding("P003", *digits.span(), digits.group())


def _numbers(text: str) -> Iterator[Finding]:
    for near in _NEAR.finditer(text):
        if near.end() - near.start() >= _FEWEST:
            run = _Run(text, [group.span() for group in _DIGITS.finditer(text, *near.span())])
            for kind in _KINDS:
                yield from _of_kind(run, kind)


def _of_kind(run: _Run, kind: _Kind) -> Iterator[Finding]:
    """Every stretch of whole groups that is a number of this kind; they may overlap."""
    for begin in (match.start() for match in kind.begins.finditer(run.digits)):
        if begin in run.edges and (end := _end(run, kind, begin)):
            start, stop = run.groups[run.edges[begin]][0], run.groups[run.edges[end] - 1][1]
            yield Finding(kind.code, start, stop, run.digits[begin:end])


def _end(run: _Run, kind: _Kind, begin: int) -> int:
    """How many digits stand before the end of the longest number that begins behind `begin` digits; 0 if none does."""
    for end in (begin + length for length in kind.lengths):
        right = end in run.edges and kind.right.fullmatch(run.digits, begin, end)
        if right and not _excused(run, kind, run.edges[begin], run.edges[end]):
            return end
    return 0


def _excused(run: _Run, kind: _Kind, first: int, last: int) -> bool:
    """Whether the groups from `first` to before `last`, or what stands before them, tell of another number."""
    start, end = run.groups[first][0], run.groups[last - 1][1]
    if kind.after or kind.unless:
        before = run.text[max(0, start - WORDS_BEFORE) : start]
        word = _WORD_BEFORE.search(before)
        if word and kind.after and not kind.after.fullmatch(word.group()):
            return True
        if kind.sure and before.endswith(kind.sure):
            return False
        if kind.unless and kind.unless.search(before + run.text[start:end]):
            return True
    return start in run.others or _cuts_a_code(run, first, last) or _is_honest(run, kind, first, last)


def _is_honest(run: _Run, kind: _Kind, first: int, last: int) -> bool:
    """Whether these groups are honest writings, or a list of such for the most part and of plain figures."""
    if not run.honest:
        return False
    starts = [start for start, _ in run.groups[first:last]]
    known = sum(start in run.honest for start in starts)
    if known == len(starts):
        return True
    listed = kind.listed and kind.listed.fullmatch(run.text, starts[0], run.groups[last - 1][1])
    figures = all(start in run.honest or start in run.figures for start in starts)
    return bool(listed) and 2 * known >= len(starts) - 1 and figures


def _cuts_a_code(run: _Run, first: int, last: int) -> bool:
    """Whether a code with dots begins well before these groups, or begins among them and ends behind them."""
    head, _ = run.coded.get(run.groups[first][0], (0, 0))
    within, tail = run.coded.get(run.groups[last - 1][0], (0, 0))
    return head > 1 or tail > 1 or (tail == 1 and within < last - 1 - first)


def _mail(text: str) -> Iterator[Finding]:
    at = text.find("@")
    while at >= 0:
        name = _mail_part("nama").search(text, max(0, at - MAIL_BEFORE), at)
        domain = _domain(text[at + 1 : at + MAIL_BEHIND], name.group(2)) if name else None
        if name and domain and not f".{domain.group(2).casefold()}".endswith(_OFFICES):
            yield Finding("P004", name.start(), at + 1 + domain.end(), "")
        at = text.find("@", at + 1)


def _domain(behind: str, gap: str) -> re.Match[str] | None:
    """The domain behind an `@`. What stands behind a gap may be the name by which a chat program calls an office."""
    joined = _mail_part("rapat").match(behind) if not gap else None
    spaced = _mail_part("renggang").match(behind) if not gap or behind[:1] in (" ", "\t", "\n") else None
    return joined or spaced or _mail_part("penyedia").match(behind)
