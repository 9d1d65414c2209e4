"""What became of a hand-in, put on record under the number that its sender keeps: by `accept`, and by an act."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    day_question,
    line,
    word_question,
)
from generator.contributing.recording.register_text import RegisterText, block
from generator.dates import spoken
from generator.schema.handins import HandIn, HandInState

_STATES: Final = {
    "diterima": "Diterima, isiannya ada di katalog",
    "ditanyakan": "Ditanyakan kepada pengirim",
    "ditolak": "Tidak diterima",
}
#: Of a row in a list, and of a file, which has no number.
_ORDER: Final = ("nomor", "perangkat_daerah", "inovasi", "sidik", "perjalanan")


_HEAD: Final = (
    "# Satu kiriman; nomornya nama berkas ini. Ditulis oleh katalog accept.\n"
    "# Jangan menulis nama orang, nomor, atau surel di sini.\n"
)


def hand_in_step(
    state: HandInState, day: dt.date, note: str | None, innovation: str | None, digest: str | None = None
) -> dict[str, Any]:
    """What becomes of a hand-in on a day, as `stepped` and `begun` take it.

    `innovation` is where it stands now, or would; `digest` that of its content, unless that came first.
    """
    told = {"keterangan": note, "sidik": digest}
    said = {"keadaan": state, "tanggal": day, **{key: value for key, value in told.items() if value}}
    return {"langkah": said, "inovasi": innovation}


def stepped(one: HandIn, text: str, step: Mapping[str, Any]) -> str:
    """The file of a hand-in, which has `text`, with one more step, or only its entry. Raises RegisterStyleError."""
    file = RegisterText(one.path, text)
    row = file.data
    for key in one.at:
        row = row[key]
    if step["langkah"]:
        row["perjalanan"].append(block(step["langkah"]))
    if step["inovasi"]:
        file.put(row, "inovasi", step["inovasi"], _ORDER)
    return file.text()


def begun(path: str, agency: str, digest: str, step: Mapping[str, Any]) -> str:
    """The file of a hand-in that was not on record."""
    file = RegisterText(path, f"{_HEAD}perjalanan: []\n")
    said = {"perangkat_daerah": agency, "inovasi": step["inovasi"], "sidik": digest, "perjalanan": [step["langkah"]]}
    for key, value in said.items():
        if value:
            file.put(file.data, key, value, _ORDER)
    return file.text()


def _of(desk: RecordDesk, number: str) -> HandIn:
    return next(one for one in desk.registry.hand_ins if one.number == number)


def _number(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> str:
    """A number, or its six last signs where one hand-in alone has them. Raises AnswerError."""
    typed = answer.strip().casefold()
    found = [one.number for one in desk.registry.hand_ins if typed in (one.number, one.number[-6:])]
    if len(found) != 1:
        cure = "gabungkan dahulu cabang kiriman itu, pindah ke sana, atau buang dengan katalog discard"
        missing = f"belum tercatat di cabang ini; {cure}"
        raise AnswerError(f'nomor "{answer}" {"dimiliki lebih dari satu kiriman" if found else missing}')
    return found[0]


def _is_taken_in(answers: RecordAnswers) -> bool:
    return answers.get("state") == "diterima"


def _followed(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    one = _of(desk, answers["number"])
    last = one.said.last
    if answers["date"] < last.date.first:
        raise AnswerError(f"keadaan terakhirnya tercatat {spoken(last.date)}; tulis hari itu atau sesudahnya")
    step = hand_in_step(answers["state"], answers["date"], answers.get("note"), answers.get("innovation"))
    if (last.state, last.note) == (answers["state"], answers.get("note")):
        if step["inovasi"] in (None, one.said.innovation):
            raise AnswerError("keadaan itu sudah tercatat; tidak ada yang dicatat")
        step["langkah"] = None
    texts, said = {one.path: stepped(one, desk.texts[one.path], step)}, f"Kiriman {one.number}: {answers['state']}"
    return FileChanges(texts, said, beware=tuple(_still_listed(desk, one, answers)))


def _still_listed(desk: RecordDesk, one: HandIn, answers: RecordAnswers) -> Iterator[str]:
    """That the entry of a hand-in which is turned down now was taken in before, and stays."""
    entry = desk.scaffold.known.catalogue.at(one.said.innovation or "")
    if answers["state"] == "ditolak" and one.said.taken_in and entry and entry.listed:
        yield (
            f"Perhatian: isian {entry.slug} dari kiriman ini sudah diterima dan tetap terdaftar di katalog. "
            f"Bila harus keluar juga: katalog record withdrawal --innovation {entry.slug}"
        )


HAND_IN: Final = Act(
    "handin",
    "Catat keadaan baru sebuah kiriman menurut nomornya.",
    (
        RecordQuestion("number", "Nomor kiriman, misalnya 2026-11-02-a1b2c3", _number),
        word_question("state", "Keadaannya sekarang", _STATES),
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
