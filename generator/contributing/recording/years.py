"""Acts about a year of duty: an agency is let off, an agency replies, a closed year is corrected."""

import datetime as dt
from typing import Any, Final, get_args

from generator.catalogue.registry import stood_by
from generator.compliance.index import rule_version
from generator.compliance.learned import learned
from generator.compliance.record import recorded_rules
from generator.compliance.wording import STATUS_WORDS
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    AGENCY,
    SOURCE,
    SOURCE_URL,
    YEAR,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    day_question,
    line,
    prose,
    reference,
    word_question,
)
from generator.contributing.recording.register_text import RegisterText
from generator.dates import PartialDate, spoken
from generator.layout import obligation_path, result_path
from generator.schema.registry import ReplyState

_REASON: Final = RecordQuestion("reason", "Alasannya, satu kalimat", lambda _desk, answer, _: line(answer, 300, 5))
_STATES: Final = {
    "diterima": "Diterima",
    "ditinjau": "Sedang ditinjau",
    "tetap": "Selesai: status tetap",
    "diubah": "Selesai: status diubah",
}
assert tuple(_STATES) == get_args(ReplyState)
_KINDS: Final = {
    "hasil": "Hasil satu perangkat daerah berubah",
    "diketahui": "Hitungan sekarang berbeda, tetapi hasil yang tercatat tetap",
    "aturan": "Aturan tahun itu berubah sesudah ditutup",
}


def _standing(desk: RecordDesk, slug: str, day: dt.date) -> None:
    """Raises AnswerError for an agency that did not stand on a day."""
    if not stood_by(desk.registry.agencies[slug], PartialDate.parse(day.isoformat())):
        name = desk.registry.agencies[slug].name
        raise AnswerError(f"{name} tidak berlaku pada {spoken(PartialDate.parse(day.isoformat()))}; periksa tanggalnya")


def _exempted(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    year, slug, day = answers["year"], answers["agency"], answers["date"]
    obligation = desk.registry.obligations[year]
    if year in desk.registry.results:
        raise AnswerError(f"tahun {year} sudah ditutup; perubahan dicatat dengan `katalog record correction`")
    if any(one.agency == slug for one in obligation.exemptions):
        cure = "betulkan dengan katalog record mending"
        raise AnswerError(f"{desk.registry.agencies[slug].name} sudah dikecualikan pada {year}; {cure}")
    _standing(desk, slug, day)
    path = obligation_path(year)
    file = RegisterText(path, desk.texts[path])
    item = {"perangkat_daerah": slug, "alasan": answers["reason"], "tanggal": day, "sumber": reference(answers)}
    file.append("pengecualian", item)
    return FileChanges({path: file.text()}, f"Catat pengecualian {slug} pada {year}")


EXEMPTION: Final = Act(
    "exemption",
    "Catat pengecualian satu perangkat daerah dari kewajiban setahun.",
    (AGENCY, YEAR, _REASON, day_question("date", "Tanggal keputusannya"), SOURCE, SOURCE_URL),
    _exempted,
)


def _ended(answers: RecordAnswers) -> bool:
    return answers.get("state") in ("tetap", "diubah")


def _replied(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    year, slug, day = answers["year"], answers["agency"], answers["date"]
    path = obligation_path(year)
    file = RegisterText(path, desk.texts[path])
    replies = desk.registry.obligations[year].replies
    known = next((n for n, one in enumerate(replies) if (one.agency, one.date.first) == (slug, day)), None)
    _standing(desk, slug, day)
    ending = {"selesai": answers["done"]} if _ended(answers) else {}
    if known is None:
        if not answers.get("text"):
            days = ", ".join(spoken(one.date) for one in replies if one.agency == slug)
            noted = f"; yang tercatat: {days}" if days else ""
            raise AnswerError(f"isi tanggapan belum ditulis; tulis sesuai dengan yang disampaikan (--text){noted}")
        item = {"perangkat_daerah": slug, "tanggal": day, "isi": f"{answers['text']}\n", "keadaan": answers["state"]}
        file.append("tanggapan", {**item, **ending})
        return FileChanges({path: file.text()}, f"Catat tanggapan {slug} pada {year}")
    if answers.get("text") and answers["text"].strip() != replies[known].text.strip():
        raise AnswerError(
            "tanggapan perangkat daerah itu pada hari itu sudah tercatat; betulkan isinya dengan katalog record mending"
        )
    item = file.data["tanggapan"][known]
    if not ending:
        ending = {"selesai": None} if item.get("selesai") else {}  # it goes on: a day of the end was a mistake
    for key, value in {"keadaan": answers["state"], **ending}.items():
        file.put(item, key, value, ("perangkat_daerah", "tanggal", "isi", "keadaan", "selesai"))
    return FileChanges({path: file.text()}, f"Catat keadaan tanggapan {slug} pada {year}: {answers['state']}")


REPLY: Final = Act(
    "reply",
    "Catat tanggapan perangkat daerah, atau keadaan barunya.",
    (
        AGENCY,
        YEAR,
        day_question("date", "Tanggal tanggapan"),
        word_question("state", "Keadaannya", _STATES, default=lambda _desk, _answers: "diterima"),
        RecordQuestion(
            "text", "Isi tanggapan, seperti disampaikan (kosongkan bila sudah tercatat)",
            lambda _desk, answer, _: prose(answer, 1500), optional=True,
        ),
        day_question("done", "Hari selesainya peninjauan", wanted=_ended),
    ),
    _replied,
)  # fmt: skip


def _is_result(answers: RecordAnswers) -> bool:
    return answers.get("kind") == "hasil"


def _corrected(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    year = answers["year"]
    result = desk.registry.results.get(year)
    if result is None:
        raise AnswerError(f"tahun {year} belum ditutup; selama itu isian dan aturannya sendiri yang dibetulkan")
    path = result_path(year)
    file = RegisterText(path, desk.texts[path])
    item: dict[str, Any] = {"tanggal": answers["date"], "alasan": answers["reason"]}
    match answers["kind"]:
        case "hasil":
            item |= {"perangkat_daerah": answers["agency"], "status": answers["status"]}
            item["inovasi"] = answers.get("innovations", [])
        case "diketahui":
            found = [one for one in learned(desk.scaffold.known.catalogue, result) if one.agency == answers["agency"]]
            if not found:
                raise AnswerError("hitungan sekarang tidak berbeda dengan hasil yang tercatat; tidak ada yang dicatat")
            item["hitungan_diketahui"] = found[0].code
        case "aturan":
            version = rule_version(desk.registry.obligations[year])
            if version == recorded_rules(result, result.corrections):
                raise AnswerError(f"aturan {year} tidak berubah sejak ditutup; tidak ada yang dicatat")
            item["versi_aturan"] = version
    file.append("koreksi", {key: value for key, value in item.items() if value != []})
    return FileChanges({path: file.text()}, f"Catat koreksi tahun {year}")


def _innovations(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> list[str]:
    return [desk.innovation(one) for one in answer.replace("\n", ";").split(";") if one.strip()]


CORRECTION: Final = Act(
    "correction",
    "Catat koreksi pada hasil tahun yang sudah ditutup.",
    (
        RecordQuestion(YEAR.option, "Tahun yang sudah ditutup", YEAR.read),
        word_question("kind", "Apa yang dikoreksi", _KINDS),
        RecordQuestion(AGENCY.option, AGENCY.asked, AGENCY.read, wanted=lambda found: found.get("kind") != "aturan"),
        word_question("status", "Status sesudah koreksi", STATUS_WORDS, wanted=_is_result),
        RecordQuestion(
            "innovations", "Inovasi yang menjadi dasarnya, dipisahkan titik koma", _innovations, optional=True,
            wanted=_is_result,
        ),
        RecordQuestion("reason", "Alasannya, satu kalimat", lambda _desk, answer, _: line(answer, 500, 5)),
        day_question("date", "Tanggal koreksi"),
    ),
    _corrected,
)  # fmt: skip
