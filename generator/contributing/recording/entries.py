"""Acts about entries: an agency has looked one over, one is withdrawn."""

from collections.abc import Mapping
from typing import Any, Final

from generator.catalogue.catalogue import Innovation
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    day_question,
    line,
    yes,
)
from generator.contributing.table_import.update import as_data, spliced
from generator.dates import spoken
from generator.schema.entry import entry_fields
from generator.schema.fields import nearest

INNOVATION: Final = RecordQuestion(
    "innovation", "Inovasi (nama atau alamatnya)", lambda desk, answer, _: desk.innovation(answer)
)
SUGGESTED: Final = "usulan_penyusun"


def entry_of(desk: RecordDesk, slug: str) -> Innovation:
    """An innovation by its address."""
    return desk.scaffold.known.catalogue.innovations[slug]


def entry_written(desk: RecordDesk, innovation: Innovation, changed: Mapping[str, Any]) -> str:
    """The entry's file with some keys written anew; one that is empty goes away."""
    data = {**as_data(innovation.entry), **changed}
    order = [key for key in entry_fields() if key in changed]
    return spliced(desk.texts[innovation.path], data, order)


def _withdrawn(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    innovation = entry_of(desk, answers["innovation"])
    if answers["back"]:
        if not innovation.entry.withdrawn:
            raise AnswerError(f"{innovation.entry.name} tidak ditarik; tidak ada yang dicatat")
        return FileChanges(
            {innovation.path: entry_written(desk, innovation, {"ditarik": None})}, f"Daftarkan lagi {innovation.slug}"
        )
    if innovation.entry.withdrawn:
        day = spoken(innovation.entry.withdrawn.date)
        raise AnswerError(f"{innovation.entry.name} sudah ditarik {day}; tidak ada yang dicatat")
    said = {"tanggal": answers["date"].isoformat(), "alasan": answers["reason"]}
    return FileChanges(
        {innovation.path: entry_written(desk, innovation, {"ditarik": said})}, f"Tarik {innovation.slug}"
    )


def _leaves(answers: RecordAnswers) -> bool:
    return not answers.get("back")


WITHDRAWAL: Final = Act(
    "withdrawal",
    "Tarik isian yang tidak seharusnya ada; halamannya tetap ada dan menyebut alasannya.",
    (
        INNOVATION,
        RecordQuestion(
            "back", "Sudah ditarik dan didaftar lagi (ya atau tidak)", yes, default=lambda _desk, _answers: "tidak"
        ),
        RecordQuestion(
            "reason", "Alasannya, satu kalimat", lambda _desk, answer, _: line(answer, 300, 5), wanted=_leaves
        ),
        day_question("date", "Tanggal ditarik", wanted=_leaves),
    ),
    _withdrawn,
)


def _proposed(desk: RecordDesk, answers: RecordAnswers) -> Mapping[str, str]:
    """The columns that the compilers had proposed, with their labels."""
    return {key: entry_fields()[key] for key in entry_of(desk, answers["innovation"]).entry.suggested}


def _columns(desk: RecordDesk, answer: str, answers: RecordAnswers) -> list[str]:
    """The columns that the agency has confirmed, of those that the compilers had proposed."""
    proposed = entry_of(desk, answers["innovation"]).entry.suggested
    if answer.strip().casefold() == "semua":
        return list(proposed)
    labels = _proposed(desk, answers)
    numbered = dict(enumerate(labels, 1))
    found = [
        (one, numbered.get(int(one)) if one.strip().isdecimal() else nearest(one.strip(), labels))
        for one in answer.replace(";", ",").split(",")
        if one.strip()
    ]
    if unknown := [one.strip() for one, key in found if key is None]:
        raise AnswerError(f"{', '.join(unknown)} bukan usulan penyusun; yang masih usulan: {', '.join(proposed)}")
    return [key for _, key in found if key]


def _verified(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    innovation = entry_of(desk, answers["innovation"])
    kept = [key for key in innovation.entry.suggested if key not in (answers.get("columns") or ())]
    changed = {"diperiksa": answers["date"].isoformat(), SUGGESTED: kept}
    seen = innovation.entry.checked
    if seen and seen.first >= answers["date"] and kept == list(innovation.entry.suggested):
        raise AnswerError(f"pemeriksaan {spoken(seen)} sudah tercatat; tidak ada yang dicatat")
    if not innovation.entry.suggested:
        del changed[SUGGESTED]
    return FileChanges(
        {innovation.path: entry_written(desk, innovation, changed)}, f"Catat pemeriksaan {innovation.slug}"
    )


VERIFICATION: Final = Act(
    "verification",
    "Catat bahwa perangkat daerah telah memeriksa seluruh isian.",
    (
        INNOVATION,
        day_question("date", "Kapan perangkat daerah menyatakannya"),
        RecordQuestion(
            "columns",
            'Kolom usulan penyusun yang dibenarkan, dipisahkan koma, atau "semua"',
            _columns,
            optional=True,
            choices=_proposed,
        ),
    ),
    _verified,
)
