"""An act of the maintainer: what is asked, how an answer is read, and which files change."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.catalogue.registry import Registry
from generator.contributing.new_entry import AnswerError, Scaffold
from generator.contributing.table_import.cells.values import date_in
from generator.dates import PartialDate, spoken
from generator.schema.fields import nearest, one_line, paragraphs
from generator.text.spelling import folded
from generator.text.web_address import web_address_refusal

#: Option -> what was answered, read.
RecordAnswers = dict[str, Any]


#: What empties a field instead of filling it.
EMPTY: Final = "kosong"
_LEAST_OF_A_NAME: Final = 4
_MOST_NEAR: Final = 5


@dataclass(frozen=True, slots=True)
class RecordDesk:
    """What acts are held against: answers as `new` reads them, and the text of every file.

    Of a path, `earlier` gives what the file held before, the newest first, and `published` what it holds where it is
    published: "" if it is not there, None where nobody can say.
    """

    scaffold: Scaffold
    texts: Mapping[str, str]
    earlier: Callable[[str], Iterable[str]] = lambda _path: ()
    published: Callable[[str], str | None] = lambda _path: None

    @property
    def registry(self) -> Registry:
        """The registers as they are."""
        return self.scaffold.known.catalogue.registry

    @property
    def today(self) -> dt.date:
        """The day it is in the region."""
        return self.scaffold.today

    def agency(self, answer: str) -> str:
        """An agency by any of its names. Raises AnswerError."""
        return self.scaffold.agency(answer)

    def day(self, answer: str) -> dt.date:
        """A day that has come, in any spelling. Raises AnswerError."""
        if date_in(answer) is None:
            raise AnswerError(f'tanggal "{answer}" tidak terbaca; tulis hari, bulan, dan tahun, misalnya 2 Juni 2026')
        found = PartialDate.parse(self.scaffold.date(answer))
        if found.first != found.last:
            raise AnswerError(f"{spoken(found)} belum lengkap; tulis hari, bulan, dan tahun, misalnya 2 Juni 2026")
        return found.first

    def innovation(self, answer: str) -> str:
        """An innovation by its address, an old one or its name. Raises AnswerError."""
        innovations = self.scaffold.known.catalogue.innovations
        wanted = folded(answer)
        found = [
            slug
            for slug, one in innovations.items()
            if answer.strip() in (slug, *one.entry.aliases)
            or wanted in map(folded, (one.entry.name, *one.entry.others))
        ]
        if len(found) == 1:
            return found[0]
        near = found or self._near(wanted)
        named = f"; yang dimaksud {' atau '.join(near)}?" if near else "; tulis nama atau alamatnya seperti di situs"
        raise AnswerError(f'inovasi "{answer}" {"lebih dari satu" if found else "tidak ada di katalog"}{named}')

    def _near(self, wanted: str) -> list[str]:
        """The innovations that a part of a name may mean, a few of them."""
        innovations = self.scaffold.known.catalogue.innovations.values()
        bearing = [
            one.slug
            for one in innovations
            if len(wanted) >= _LEAST_OF_A_NAME and any(wanted in folded(name) for name in (one.entry.name, one.slug))
        ]
        likely = nearest(wanted, {one.slug: one.entry.name for one in innovations})
        return bearing[:_MOST_NEAR] or ([likely] if likely else [])

    def word(self, answer: str, words: Mapping[str, str]) -> str:
        """One of a few words (slug -> label) by number, slug or label. Raises AnswerError."""
        if answer.isdecimal() and 0 < int(answer) <= len(words):
            return list(words)[int(answer) - 1]
        found = [slug for slug, label in words.items() if folded(answer) in (folded(slug), folded(label))]
        if not found:
            raise AnswerError(f'"{answer}" tidak ada dalam pilihan; pilihannya: {", ".join(words)}')
        return found[0]


def line(answer: str, limit: int, least: int = 1) -> str:
    """One line of so many characters that says something. Raises AnswerError."""
    text = str(one_line(answer))
    if sum(map(str.isalnum, text)) < least:
        raise AnswerError("jawaban ini belum mengatakan apa pun; tulis satu kalimat")
    if len(text) > limit:
        raise AnswerError(f"terlalu panjang: {len(text)} karakter, batasnya {limit}; ringkas kalimatnya")
    return text


def prose(answer: str, limit: int) -> str:
    """Paragraphs of so many characters. Raises AnswerError."""
    text = str(paragraphs(answer))
    if not any(map(str.isalnum, text)):
        raise AnswerError("jawaban ini belum mengatakan apa pun; tulis isinya")
    if len(text) > limit:
        raise AnswerError(f"terlalu panjang: {len(text)} karakter, batasnya {limit}; ringkas isinya")
    return text


def address(answer: str) -> str:
    """A public web address. Raises AnswerError."""
    text = str(one_line(answer))
    if why := web_address_refusal(text):
        raise AnswerError(f'alamat "{text}" tidak dapat dipakai: {why}')
    return text


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """One thing to know: the option that answers it (`source_url` is `--source-url`), what is asked, how it is read.

    `default` is taken where nothing is answered ("" asks again, unless `optional`); `choices` are shown by number, as
    are `words`, which are the same on every desk and so stand in the help too; `wanted` says whether it is asked at
    all, given the answers before.
    """

    option: str
    asked: str
    read: Callable[[RecordDesk, str, RecordAnswers], Any]
    optional: bool = False
    default: Callable[[RecordDesk, RecordAnswers], str] = lambda _desk, _answers: ""
    choices: Callable[[RecordDesk, RecordAnswers], Mapping[str, str]] = lambda _desk, _answers: {}
    wanted: Callable[[RecordAnswers], bool] = lambda _answers: True
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def help(self) -> str:
        """What is asked, with the words that may be answered."""
        told = (slug if folded(slug) == folded(label) else f"{slug} ({label})" for slug, label in self.words.items())
        return f"{self.asked}: {'; '.join(told)}." if self.words else f"{self.asked}."


@dataclass(frozen=True, slots=True)
class FileChanges:
    """Path -> the new text (None: the file goes away), what folders are called now, and the act in one sentence.

    `details` is what Git alone will keep beside the act. `beware` are sentences about what the act leaves as it is
    though one may think otherwise.
    """

    texts: Mapping[str, str | None]
    said: str
    moved: Mapping[str, str] = field(default_factory=dict)
    beware: tuple[str, ...] = ()
    details: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of thing to record."""

    name: str
    help: str
    questions: tuple[RecordQuestion, ...]
    changes: Callable[[RecordDesk, RecordAnswers], FileChanges]


AGENCY = RecordQuestion("agency", "Perangkat daerah (nama apa saja)", lambda desk, answer, _: desk.agency(answer))
SOURCE = RecordQuestion(
    "source", "Sumbernya: judul dan nomor surat, keputusan, atau halaman", lambda _desk, answer, _: line(answer, 300, 5)
)
SOURCE_URL = RecordQuestion(
    "source_url", "Alamat sumbernya, bila ada", lambda _desk, answer, _: address(answer), optional=True
)


def day_question(option: str, asked: str, **more: Any) -> RecordQuestion:
    """A question for a day that has come."""
    return RecordQuestion(option, f"{asked}, misalnya 2 Juni 2026", lambda desk, answer, _: desk.day(answer), **more)


def word_question(option: str, asked: str, words: Mapping[str, str], **more: Any) -> RecordQuestion:
    """A question for one of a few words (slug -> label)."""
    return RecordQuestion(option, asked, lambda desk, answer, _: desk.word(answer, words), words=words, **more)


def told_day(day: dt.date) -> str:
    """A day in words."""
    return spoken(PartialDate.parse(day.isoformat()))


def reference(answers: RecordAnswers) -> dict[str, Any]:
    """The source that was named."""
    return {"judul": answers["source"], "url": answers.get("source_url")}


def yes(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> bool:
    """Yes or no. Raises AnswerError."""
    return desk.word(answer, {"ya": "Ya", "tidak": "Tidak"}) == "ya"


def _year(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> int:
    years = desk.registry.obligations
    if not answer.strip().isdecimal() or int(answer) not in years:
        raise AnswerError(f'tahun "{answer}" belum mempunyai aturan; yang ada: {", ".join(map(str, sorted(years)))}')
    return int(answer)


def _newest(desk: RecordDesk, _answers: RecordAnswers) -> str:
    begun = [year for year in desk.registry.obligations if year <= desk.today.year]
    return str(max(begun, default=""))


YEAR = RecordQuestion("year", "Tahun kewajiban", _year, default=_newest)
WHY = RecordQuestion("why", "Mengapa diubah, satu kalimat", lambda _desk, answer, _: line(answer, 300, 5))
