"""Acts about entries: an agency has looked one over, one is withdrawn, one gets another address or joins another."""

from collections.abc import Mapping, Sequence
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
from generator.layout import entry_path
from generator.schema.entry import entry_fields
from generator.schema.fields import nearest

INNOVATION: Final = RecordQuestion(
    "innovation", "Inovasi (nama atau alamatnya)", lambda desk, answer, _: desk.innovation(answer)
)
_SUGGESTED: Final = "usulan_penyusun"
#: What says nothing of the innovation itself, or has a rule of its own.
_OWN: Final = frozenset(["alias", "diperiksa", _SUGGESTED, "ditarik", "kematangan", "gambar", "catatan"])


#: `Event.note`.
_LONGEST_NOTE: Final = 300


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
    changed = {"diperiksa": answers["date"].isoformat(), _SUGGESTED: kept}
    seen = innovation.entry.checked
    if seen and seen.first >= answers["date"] and kept == list(innovation.entry.suggested):
        raise AnswerError(f"pemeriksaan {spoken(seen)} sudah tercatat; tidak ada yang dicatat")
    if not innovation.entry.suggested:
        del changed[_SUGGESTED]
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


def _address(desk: RecordDesk, answer: str, answers: RecordAnswers) -> str:
    """An address that is free, or was the entry's own before. Raises AnswerError."""
    own = entry_of(desk, answers["innovation"]).entry.aliases
    return answer if answer in own else desk.scaffold.slug(answer)


def _renamed(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    innovation = entry_of(desk, answers["innovation"])
    if answers.get("into"):
        return _joined(desk, innovation, entry_of(desk, answers["into"]))
    slug = answers["to"]
    path = entry_path(innovation.agency.slug, slug)
    former = [one for one in innovation.entry.aliases if one != slug]
    if slug not in innovation.entry.aliases or desk.published(innovation.path) != "":
        former.append(innovation.slug)  # an address that nobody has seen before it was taken back leads nowhere
    text = entry_written(desk, innovation, {"alias": former})
    moved = {innovation.path.removesuffix(".yml"): path.removesuffix(".yml")} if innovation.entry.pictures else {}
    return FileChanges({innovation.path: None, path: text}, f"Ganti alamat {innovation.slug} menjadi {slug}", moved)


def _joined(desk: RecordDesk, left: Innovation, kept: Innovation) -> FileChanges:
    """One entry instead of two: what the one that goes knows and the other does not is taken over."""
    if left.slug == kept.slug:
        raise AnswerError("keduanya isian yang sama; sebutkan dua inovasi yang berbeda")
    if left.entry.pictures:
        raise AnswerError(f"{left.slug} mempunyai gambar; pindahkan dahulu gambar itu, lalu ulangi")
    old, new = as_data(left.entry), as_data(kept.entry)
    taken: dict[str, Any] = {}
    for key, value in old.items():
        if key in _OWN:
            continue
        if key not in new:
            taken[key] = value
        elif key == "riwayat":
            taken[key] = _history(value, new[key])
        elif isinstance(value, list) and (more := [one for one in value if one not in new[key]]):
            taken[key] = [*new[key], *more]
    proposed = [key for key in left.entry.suggested if key in taken and key not in kept.entry.suggested]
    if proposed:
        taken[_SUGGESTED] = [*kept.entry.suggested, *proposed]
    taken["alias"] = [*kept.entry.aliases, *left.entry.aliases, left.slug]
    texts = {left.path: None, kept.path: entry_written(desk, kept, taken)}
    return FileChanges(texts, f"Satukan {left.slug} ke {kept.slug}")


def _history(left: Sequence[Mapping[str, Any]], kept: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The events of both, by their days; what happened on one day and is told by both is one event.

    Raises AnswerError where both say something else of it.
    """
    events = {(event["peristiwa"], event["tanggal"]): event for event in kept}
    for event in left:
        at = event["peristiwa"], event["tanggal"]
        events[at] = _one_event(event, events[at]) if at in events else event
    return sorted(events.values(), key=lambda event: str(event["tanggal"]))


def _one_event(left: Mapping[str, Any], kept: Mapping[str, Any]) -> Mapping[str, Any]:
    differing = {key for key in left.keys() & kept.keys() if left[key] != kept[key]}
    notes = " ".join(one["keterangan"] for one in (kept, left) if one.get("keterangan"))
    if differing <= {"keterangan"} and len(notes) <= _LONGEST_NOTE:
        return {**left, **kept, **({"keterangan": notes} if differing else {})}
    raise AnswerError(
        f"kedua isian menceritakan peristiwa {kept['peristiwa']} {kept['tanggal']} dengan isi yang berbeda; "
        "samakan dahulu salah satunya lewat formulir isian, lalu ulangi"
    )


RENAME: Final = Act(
    "rename",
    "Ganti alamat isian, atau satukan dua isian untuk inovasi yang sama.",
    (
        INNOVATION,
        RecordQuestion(
            "into",
            "Bila isian ganda: inovasi yang tetap (kosongkan bila hanya ganti alamat)",
            lambda desk, answer, _: desk.innovation(answer),
            optional=True,
        ),
        RecordQuestion(
            "to",
            "Alamat yang baru",
            _address,
            wanted=lambda answers: not answers.get("into"),
        ),
    ),
    _renamed,
)
