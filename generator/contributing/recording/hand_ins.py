"""The act about what was handed in: what became of it after it was opened, by the number that its sender keeps."""

from typing import Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    day_question,
    line,
)
from generator.contributing.recording.register_text import RegisterText, block
from generator.dates import spoken
from generator.layout import HAND_INS
from generator.schema.handins import HandIn

_STATES: Final = {
    "diterima": "Diterima, isiannya ada di katalog",
    "ditanyakan": "Ditanyakan kepada pengirim",
    "ditolak": "Tidak diterima",
}
_ORDER: Final = ("nomor", "perangkat_daerah", "inovasi", "sidik", "perjalanan")


def _of(desk: RecordDesk, number: str) -> HandIn:
    return next(one for one in desk.registry.hand_ins if one.number == number)


def _number(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> str:
    """A number, or its six last signs where one hand-in alone has them. Raises AnswerError."""
    typed = answer.strip().casefold()
    found = [one.number for one in desk.registry.hand_ins if typed in (one.number, one.number[-6:])]
    if len(found) != 1:
        raise AnswerError(f'nomor "{answer}" {"dimiliki lebih dari satu kiriman" if found else "belum tercatat"}')
    return found[0]


def _is_taken_in(answers: RecordAnswers) -> bool:
    return answers.get("state") == "diterima"


def _followed(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    one = _of(desk, answers["number"])
    if answers["date"] < one.last.date.first:
        raise AnswerError(f"keadaan terakhirnya tercatat {spoken(one.last.date)}; tulis hari itu atau sesudahnya")
    if (one.last.state, one.last.note) == (answers["state"], answers.get("note")):
        raise AnswerError("keadaan itu sudah tercatat; tidak ada yang dicatat")
    file = RegisterText(HAND_INS, desk.texts[HAND_INS])
    row = next(row for row in file.data["kiriman"] if row["nomor"] == one.number)
    said = {"keadaan": answers["state"], "tanggal": answers["date"]}
    row["perjalanan"].append(block({**said, **({"keterangan": answers["note"]} if answers.get("note") else {})}))
    if answers.get("innovation"):
        file.put(row, "inovasi", answers["innovation"], _ORDER)
    return FileChanges({HAND_INS: file.text()}, f"Kiriman {one.number}: {answers['state']}")


HAND_IN: Final = Act(
    "handin",
    "Catat keadaan baru sebuah kiriman menurut nomornya.",
    (
        RecordQuestion("number", "Nomor kiriman, misalnya 2026-11-02-a1b2c3", _number),
        RecordQuestion(
            "state",
            "Keadaannya sekarang",
            lambda desk, answer, _: desk.word(answer, _STATES),
            choices=lambda _desk, _answers: _STATES,
        ),
        RecordQuestion(
            "innovation",
            "Inovasi yang memuatnya",
            lambda desk, answer, _: desk.innovation(answer),
            wanted=_is_taken_in,
        ),
        RecordQuestion(
            "note",
            "Yang ditanyakan, atau alasannya; tanpa nama orang",
            lambda _desk, answer, _: line(answer, 300, 5),
            wanted=lambda answers: not _is_taken_in(answers),
        ),
        day_question("date", "Tanggalnya", default=lambda desk, _: desk.today.isoformat()),
    ),
    _followed,
)
