"""The act that mends or takes back an exemption or a reply that was recorded wrongly; nothing else of it changes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    AGENCY,
    SOURCE,
    SOURCE_URL,
    WHY,
    YEAR,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    day_question,
    line,
    prose,
    yes,
)
from generator.contributing.recording.register_text import RegisterText
from generator.dates import spoken
from generator.layout import obligation_path
from generator.schema.registry import Exemption, Reply

_WHAT: Final = {"pengecualian": "Pengecualian", "tanggapan": "Tanggapan"}
_EXEMPTION: Final = ("perangkat_daerah", "alasan", "tanggal", "sumber")
_REPLY: Final = ("perangkat_daerah", "tanggal", "isi", "keadaan", "selesai")


def _items(desk: RecordDesk, answers: RecordAnswers) -> Sequence[Exemption | Reply]:
    obligation = desk.registry.obligations[answers["year"]]
    return list(obligation.exemptions if answers["what"] == "pengecualian" else obligation.replies)


def _agency(desk: RecordDesk, answer: str, answers: RecordAnswers) -> str:
    """An agency that has what is to be mended. Raises AnswerError."""
    slug = desk.agency(answer)
    if not any(one.agency == slug for one in _items(desk, answers)):
        name = desk.registry.agencies[slug].name
        raise AnswerError(f"{answers['what']} {name} pada {answers['year']} belum tercatat")
    return slug


def _at(desk: RecordDesk, answers: RecordAnswers) -> int:
    """Which one it is. Raises AnswerError."""
    day = answers.get("of")
    found = [
        (number, one)
        for number, one in enumerate(_items(desk, answers))
        if one.agency == answers["agency"] and (day is None or one.date.first == day)
    ]
    if len(found) != 1:
        days = ", ".join(spoken(one.date) for _, one in found)
        told = f"ada beberapa ({days}); sebutkan tanggalnya (--of)" if found else "tidak ada pada tanggal itu"
        raise AnswerError(f"{answers['what']} perangkat daerah itu {told}")
    return found[0][0]


def _removed(answers: RecordAnswers) -> bool:
    return bool(answers.get("remove"))


def _is(what: str) -> Any:
    return lambda answers: answers.get("what") == what and not _removed(answers)


def _mended(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    year, what = answers["year"], answers["what"]
    if what == "pengecualian" and year in desk.registry.results:
        raise AnswerError(f"tahun {year} sudah ditutup; perubahan dicatat dengan katalog record correction")
    path = obligation_path(year)
    file, at = RegisterText(path, desk.texts[path]), _at(desk, answers)
    if _removed(answers):
        file.remove(what, at)
        said = f"Cabut {what} {answers['agency']} pada {year}"
    else:
        _rewritten(file, file.data[what][at], answers, _EXEMPTION if what == "pengecualian" else _REPLY)
        said = f"Betulkan {what} {answers['agency']} pada {year}"
    if (text := file.text()) == desk.texts[path]:
        raise AnswerError("belum ada yang berbeda; tulis yang dibetulkan, atau --remove ya untuk mencabut")
    return FileChanges({path: text}, f"{said}: {answers['why'].rstrip('.')}")


def _rewritten(file: RegisterText, item: Any, answers: RecordAnswers, order: tuple[str, ...]) -> None:
    given: Mapping[str, Any] = {
        "alasan": answers.get("reason"),
        "isi": f"{answers['text']}\n" if answers.get("text") else None,
        "tanggal": answers.get("date"),
    }
    for key, value in given.items():
        if value and item.get(key) != value:
            file.put(item, key, value, order)
    if answers.get("source"):
        file.put(item, "sumber", {"judul": answers["source"], "url": answers.get("source_url")}, order)
    elif answers.get("source_url"):
        file.put(item["sumber"], "url", answers["source_url"], ("judul", "url", "keterangan"))


def _kept(question: RecordQuestion, what: str) -> RecordQuestion:
    """The same question, of which no answer means that it stays."""
    asked = f"{question.asked} (kosongkan bila tetap)"
    return RecordQuestion(question.option, asked, question.read, optional=True, wanted=_is(what))


MENDING: Final = Act(
    "mending",
    "Betulkan atau cabut pengecualian atau tanggapan yang keliru dicatat.",
    (
        RecordQuestion(
            "what", "Apa yang dibetulkan", lambda desk, answer, _: desk.word(answer, _WHAT),
            choices=lambda _desk, _answers: _WHAT,
        ),
        YEAR,
        RecordQuestion(AGENCY.option, AGENCY.asked, _agency),
        day_question(
            "of", "Tanggal yang tercatat, bila ada beberapa", optional=True,
            wanted=lambda answers: answers.get("what") == "tanggapan",
        ),
        RecordQuestion("remove", "Dicabut seluruhnya (ya atau tidak)", yes, default=lambda _desk, _answers: "tidak"),
        _kept(
            RecordQuestion("reason", "Alasannya, satu kalimat", lambda _d, answer, _: line(answer, 300, 5)),
            "pengecualian",
        ),
        _kept(RecordQuestion("text", "Isi tanggapan", lambda _d, answer, _: prose(answer, 1500)), "tanggapan"),
        RecordQuestion(
            "date", "Tanggal yang benar, misalnya 2 Juni 2026 (kosongkan bila tetap)",
            lambda desk, answer, _: desk.day(answer), optional=True, wanted=lambda answers: not _removed(answers),
        ),
        _kept(SOURCE, "pengecualian"),
        _kept(SOURCE_URL, "pengecualian"),
        WHY,
    ),
    _mended,
)  # fmt: skip
