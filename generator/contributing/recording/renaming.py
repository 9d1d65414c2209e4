"""The act that gives an entry another address, makes one entry of two, or parts two that were joined by mistake."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from generator.catalogue.catalogue import Innovation
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import Act, FileChanges, RecordAnswers, RecordDesk, RecordQuestion
from generator.contributing.recording.entries import INNOVATION, SUGGESTED, entry_of, entry_written
from generator.contributing.recording.taking_back import typed
from generator.contributing.table_import.update import as_data
from generator.layout import entry_path
from generator.schema.entry import Entry, entry_fields

#: What says nothing of the innovation itself, or has a rule of its own.
_OWN: Final = frozenset(["alias", "diperiksa", SUGGESTED, "ditarik", "kematangan", "gambar", "catatan"])
#: `Event.note`.
_LONGEST_NOTE: Final = 300


def _address(desk: RecordDesk, answer: str, answers: RecordAnswers) -> str:
    """An address that is free, or was the entry's own before. Raises AnswerError."""
    own = entry_of(desk, answers["innovation"]).entry.aliases
    return answer if answer in own else desk.scaffold.slug(answer)


def _renamed(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    innovation = entry_of(desk, answers["innovation"])
    if answers.get("into"):
        return _joined(desk, innovation, entry_of(desk, answers["into"]))
    if answers.get("back"):
        return _parted(desk, innovation, answers["back"])
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
    taken = _taken_over(as_data(left.entry), as_data(kept.entry))
    taken["alias"] = [*kept.entry.aliases, *left.entry.aliases, left.slug]
    texts = {left.path: None, kept.path: entry_written(desk, kept, taken)}
    return FileChanges(texts, f"Satukan {left.slug} ke {kept.slug}")


def _taken_over(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry says anew once another, with `old`, has joined it. Raises AnswerError."""
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
    known = new.get(SUGGESTED, [])
    if proposed := [key for key in old.get(SUGGESTED, ()) if key in taken and key not in known]:
        taken[SUGGESTED] = [*known, *proposed]
    return taken


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


def _parted(desk: RecordDesk, kept: Innovation, left: str) -> FileChanges:
    """Two entries again instead of one: what was taken over goes back, unless it was changed since.

    Raises AnswerError where the history does not know both.
    """
    before, (path, text) = _before_the_joining(desk, kept, left), _file_before(desk, kept, left)
    now, old, label = as_data(kept.entry), _said(text), entry_fields()
    taken = _taken_over(old, before)
    changed = {key: before.get(key) for key in taken if now.get(key) == taken[key]}
    added = {left, *old.get("alias", ())} - {*before.get("alias", ())}
    changed["alias"] = [one for one in kept.entry.aliases if one not in added]
    later = sorted(label.get(key, key) for key in taken.keys() - changed.keys())
    beware = (f"Perhatian: berubah sesudah disatukan, jadi tetap di {kept.slug}: {', '.join(later)}",) if later else ()
    texts = {kept.path: entry_written(desk, kept, changed), path: text}
    return FileChanges(texts, f"Pisahkan lagi {left} dari {kept.slug}", beware=beware)


def _before_the_joining(desk: RecordDesk, kept: Innovation, left: str) -> dict[str, Any]:
    """What the entry that stayed said before another joined it. Raises AnswerError."""
    for text in desk.earlier(kept.path):
        if not (said := _said(text)):
            break
        if left not in said.get("alias", ()):
            return said
    cure = "bila hanya alamatnya yang berganti, pakai --to; selain itu batalkan usulannya di GitHub"
    raise AnswerError(f"riwayat Git tidak memuat {kept.slug} sebelum disatukan dengan {left}; {cure}")


def _said(text: str) -> dict[str, Any]:
    """An entry's text as data; nothing where it cannot be read, or not as entries are now."""
    try:
        return as_data(Entry.model_validate(typed(text)))
    except ValidationError:
        return {}


def _file_before(desk: RecordDesk, kept: Innovation, left: str) -> tuple[str, str]:
    """Where the entry that went stood, and its last text. Raises AnswerError."""
    for agency in (kept.agency.slug, *desk.registry.agencies):
        path = entry_path(agency, left)
        if text := next(filter(None, desk.earlier(path)), ""):
            return path, f"{text.rstrip()}\n"  # Git's answer ends without one
    raise AnswerError(f"riwayat Git tidak memuat berkas {left}; batalkan usulannya di GitHub")


def _former(desk: RecordDesk, answer: str, answers: RecordAnswers) -> str:
    """A former address of the entry. Raises AnswerError."""
    own = entry_of(desk, answers["innovation"]).entry.aliases
    if answer not in own:
        told = f"; yang ada: {', '.join(own)}" if own else ""
        raise AnswerError(f'"{answer}" bukan alamat lama {answers["innovation"]}{told}')
    return answer


RENAME: Final = Act(
    "rename",
    "Ganti alamat isian, satukan dua isian untuk inovasi yang sama, atau pisahkan lagi yang keliru disatukan.",
    (
        INNOVATION,
        RecordQuestion(
            "into",
            "Bila isian ganda: inovasi yang tetap (kosongkan bila hanya ganti alamat)",
            lambda desk, answer, _: desk.innovation(answer),
            optional=True,
        ),
        RecordQuestion(
            "back",
            "Bila keliru disatukan: alamat isian yang dipisahkan lagi (kosongkan bila tidak)",
            _former,
            optional=True,
            wanted=lambda answers: not answers.get("into"),
        ),
        RecordQuestion(
            "to",
            "Alamat yang baru",
            _address,
            wanted=lambda answers: not (answers.get("into") or answers.get("back")),
        ),
    ),
    _renamed,
)
