"""The act that mends or takes back what was recorded by mistake; nothing else changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    AGENCY,
    EMPTY,
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
    told_day,
    word_question,
    yes,
)
from generator.contributing.recording.agencies import AGENCY_ORDER, agency_noted, register, register_row
from generator.contributing.recording.entries import INNOVATION
from generator.contributing.recording.register_text import RegisterText
from generator.contributing.recording.successions import mended_succession
from generator.contributing.recording.taking_back import (
    confirmation_back,
    correction_back,
    typed_items,
    verification_back,
)
from generator.dates import spoken
from generator.layout import AGENCIES, obligation_path
from generator.schema.registry import Exemption, Reply

_OF_A_YEAR: Final = ("pengecualian", "tanggapan")
_CHECKED: Final = "pemeriksaan"
_SHORT: Final = "nama_pendek"
_WHAT: Final = {
    "pengecualian": "Pengecualian",
    "tanggapan": "Tanggapan",
    "konfirmasi": "Nama yang dibenarkan",
    "penerus": "Berakhirnya perangkat daerah, dan penerusnya",
    _CHECKED: "Pemeriksaan oleh perangkat daerah",
    "koreksi": "Koreksi tahun yang ditutup",
    _SHORT: "Nama pendek perangkat daerah",
}


def _short_name(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """Another short name for an agency, or none; its address stays. Raises AnswerError."""
    slug, name = answers["agency"], None if answers["name"].casefold() == EMPTY else answers["name"]
    if desk.registry.agencies[slug].short == name:
        raise AnswerError("nama pendek itu sudah tercatat; tidak ada yang dicatat")
    file = register(desk)
    file.put(register_row(file, slug), "nama_pendek", name, AGENCY_ORDER)
    return FileChanges({AGENCIES: file.text()}, f"Betulkan nama pendek {slug}: {answers['why'].rstrip('.')}")


_ELSEWHERE: Final[Mapping[str, Callable[[RecordDesk, RecordAnswers], FileChanges]]] = {
    "konfirmasi": confirmation_back,
    "penerus": mended_succession,
    _CHECKED: verification_back,
    "koreksi": correction_back,
    _SHORT: _short_name,
}
_EXEMPTION: Final = ("perangkat_daerah", "alasan", "tanggal", "sumber")
_REPLY: Final = ("perangkat_daerah", "tanggal", "isi", "keadaan", "selesai")


def _items(desk: RecordDesk, answers: RecordAnswers) -> Sequence[Exemption | Reply]:
    obligation = desk.registry.obligations[answers["year"]]
    return list(obligation.exemptions if answers["what"] == "pengecualian" else obligation.replies)


def _agency(desk: RecordDesk, answer: str, answers: RecordAnswers) -> str:
    """An agency that has what is to be mended. Raises AnswerError."""
    recorded = {one.agency for one in _items(desk, answers)} if answers["what"] in _OF_A_YEAR else set()
    slug = answer if answer in recorded else desk.agency(answer)  # on record under a name that leads nowhere
    if answers["what"] in _OF_A_YEAR and slug not in recorded:
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


def _is_back(answers: RecordAnswers) -> bool:
    return answers.get("what") in _ELSEWHERE and _removed(answers)


def _with_year(answers: RecordAnswers) -> bool:
    return answers.get("what") in (*_OF_A_YEAR, "koreksi")


def _year_meant(desk: RecordDesk, answers: RecordAnswers) -> str:
    closed = desk.registry.results
    return str(max(closed)) if answers["what"] == "koreksi" and closed else YEAR.default(desk, answers)


def _mended(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    if elsewhere := _ELSEWHERE.get(answers["what"]):
        return elsewhere(desk, answers)
    year, what = answers["year"], answers["what"]
    if what == "pengecualian" and year in desk.registry.results:
        raise AnswerError(f"tahun {year} sudah ditutup; perubahan dicatat dengan katalog record correction")
    path = obligation_path(year)
    file, at = RegisterText(path, desk.texts[path]), _at(desk, answers)
    noted: dict[str, str] = {}
    if _removed(answers):
        noted = _told_of(desk, path, at, answers)
        file.remove(what, at)
        said = f"Cabut {what} {answers['agency']} pada {year}"
    else:
        _rewritten(file, file.data[what][at], answers, _EXEMPTION if what == "pengecualian" else _REPLY)
        said = f"Betulkan {what} {answers['agency']} pada {year}"
    if (text := file.text()) == desk.texts[path]:
        raise AnswerError("belum ada yang berbeda; tulis yang dibetulkan, atau --remove ya untuk mencabut")
    return FileChanges({path: text, **noted}, f"{said}: {answers['why'].rstrip('.')}")


def _told_of(desk: RecordDesk, path: str, at: int, answers: RecordAnswers) -> dict[str, str]:
    """The register in which the agency's remark tells that something published was taken back; else nothing."""
    what, text = answers["what"], desk.published(path)
    unread = text is not None and typed_items(desk.texts[path], what)[at] not in typed_items(text, what)
    if unread or answers["agency"] not in desk.registry.agencies:
        return {}
    day = spoken(_items(desk, answers)[at].date)
    file, why = register(desk), answers["why"].rstrip(".")
    agency_noted(file, answers["agency"], f"{_WHAT[what]} {day} dicabut {told_day(desk.today)}: {why}.")
    return {AGENCIES: file.text()}


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
    "Betulkan atau cabut yang keliru dicatat.",
    (
        word_question("what", "Apa yang dibetulkan", _WHAT),
        RecordQuestion(YEAR.option, YEAR.asked, YEAR.read, default=_year_meant, wanted=_with_year),
        RecordQuestion(AGENCY.option, AGENCY.asked, _agency, wanted=lambda answers: answers.get("what") != _CHECKED),
        RecordQuestion(
            INNOVATION.option, INNOVATION.asked, INNOVATION.read, wanted=lambda answers: answers.get("what") == _CHECKED
        ),
        day_question(
            "of", "Tanggal yang tercatat, bila ada beberapa", optional=True,
            wanted=lambda answers: answers.get("what") in ("tanggapan", "koreksi"),
        ),
        RecordQuestion(
            "remove", "Dicabut seluruhnya (ya atau tidak)", yes, default=lambda _desk, _answers: "tidak",
            wanted=lambda answers: answers.get("what") != _SHORT,
        ),
        RecordQuestion(
            "name", f'Nama pendek yang benar, atau "{EMPTY}"', lambda _d, answer, _: line(answer, 60, 2),
            wanted=_is(_SHORT),
        ),
        _kept(
            RecordQuestion("reason", "Alasannya, satu kalimat", lambda _d, answer, _: line(answer, 300, 5)),
            "pengecualian",
        ),
        _kept(RecordQuestion("text", "Isi tanggapan", lambda _d, answer, _: prose(answer, 1500)), "tanggapan"),
        day_question("date", "Tanggal dicabut", default=lambda desk, _: desk.today.isoformat(), wanted=_is_back),
        RecordQuestion(
            "date", "Tanggal yang benar, misalnya 2 Juni 2026 (kosongkan bila tetap)",
            lambda desk, answer, _: desk.day(answer), optional=True,
            wanted=lambda answers: not _removed(answers) and answers.get("what") != _SHORT,
        ),
        RecordQuestion(
            "source", f"{SOURCE.asked} (bila ada)", SOURCE.read, optional=True,
            wanted=lambda answers: _is_back(answers) and answers["what"] != "penerus",
        ),
        _kept(SOURCE, "pengecualian"),
        _kept(SOURCE_URL, "pengecualian"),
        WHY,
    ),
    _mended,
)  # fmt: skip
