"""What was recorded by mistake is taken back: as before where nobody has read it, with a word where it is published."""

from collections.abc import Mapping
from typing import Any, Final

from generator.catalogue.catalogue import Innovation
from generator.compliance.learned import differing
from generator.compliance.record import effective
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import FileChanges, RecordAnswers, RecordDesk, line, told_day
from generator.contributing.recording.agencies import (
    AGENCY_ORDER,
    agency_noted,
    register,
    register_row,
    registered,
)
from generator.contributing.recording.entries import entry_of, entry_written
from generator.contributing.recording.register_text import RegisterText
from generator.contributing.table_import.update import as_data
from generator.dates import spoken
from generator.layout import AGENCIES, MAX_REGISTRY_BYTES, MAX_REGISTRY_NODES, result_path
from generator.reading.document import read
from generator.schema.registry import Agency
from generator.schema.result import Correction, ResultFile

#: What a confirmation changes of an agency: by the first of them it is known, all of them are put back.
_CONFIRMED: Final = ("nama_terkonfirmasi", "nama_resmi", "terikat", "sumber")
_PUT_BACK: Final = (*_CONFIRMED, "nama_dahulu", "sumber_lain", "catatan")
_LONGEST_REMARK: Final = 2_000  # `Entry.notes`
_LONGEST_REASON: Final = 500  # `Correction.reason`
_CHECKED, _SUGGESTED, _REMARK = "diperiksa", "usulan_penyusun", "catatan"


def _because(answers: RecordAnswers) -> str:
    """When, by what source and why something is taken back."""
    source = f" menurut {answers['source']}" if answers.get("source") else ""
    return f"dicabut {told_day(answers['date'])}{source}: {answers['why'].rstrip('.')}."


def _only_whole(answers: RecordAnswers, again: str) -> None:
    """Raises AnswerError unless it is to be taken back: there is nothing to mend in it."""
    if not answers.get("remove"):
        raise AnswerError(f"{answers['what']} dicabut seluruhnya (--remove ya), lalu dicatat lagi dengan {again}")


def confirmation_back(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """The name and the duty of an agency as they stood before they were last confirmed. Raises AnswerError."""
    _only_whole(answers, "katalog record confirmation")
    slug = answers["agency"]
    agency = desk.registry.agencies[slug]
    if not agency.name_confirmed:
        raise AnswerError(f"nama {agency.name} belum terkonfirmasi; tidak ada yang dicabut")
    now = registered(desk.texts[AGENCIES], slug)
    older = (registered(text, slug) for text in desk.earlier(AGENCIES))
    before = next((row for row in older if row and _identity(row) != _identity(now)), {"nama_terkonfirmasi": "tidak"})
    file = register(desk)
    row = register_row(file, slug)
    for key in _PUT_BACK if len(before) > 1 else ("nama_terkonfirmasi",):
        if key not in before and key in row:
            file.drop(row, key)
        elif key in before and before[key] != now.get(key):
            file.put(row, key, before[key], AGENCY_ORDER)
    text = desk.published(AGENCIES)
    if text is None or _identity(registered(text, slug)) == _identity(now):
        agency_noted(file, slug, f"Konfirmasi nama menurut {agency.source.title} {_because(answers)}")
    return FileChanges({AGENCIES: file.text()}, f"Cabut konfirmasi {slug}: {answers['why'].rstrip('.')}")


def _identity(row: Mapping[str, Any]) -> list[Any]:
    return [row.get(key) for key in _CONFIRMED]


def verification_back(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """An entry as it was before its agency was last said to have looked it over. Raises AnswerError."""
    _only_whole(answers, "katalog record verification")
    innovation = entry_of(desk, answers["innovation"])
    entry = innovation.entry
    if not entry.checked:
        raise AnswerError(f"pemeriksaan {entry.name} belum tercatat; tidak ada yang dicabut")
    day = entry.checked.text
    older = (typed(text) for text in desk.earlier(innovation.path))
    before = next((data for data in older if data and str(data.get(_CHECKED) or "").strip() != day), {})
    changed: dict[str, Any] = {_CHECKED: before.get(_CHECKED)}
    if (proposed := _proposed_again(innovation, before)) != list(entry.suggested):
        changed[_SUGGESTED] = proposed
    text = desk.published(innovation.path)
    if text is None or str(typed(text).get(_CHECKED) or "").strip() == day:
        told = f"Pemeriksaan {spoken(entry.checked)} {_because(answers)}"
        changed[_REMARK] = "\n\n".join(filter(None, ((entry.notes or "").strip(), told)))
        if len(changed[_REMARK]) > _LONGEST_REMARK:
            raise AnswerError(f"catatan isian akan lebih dari {_LONGEST_REMARK} karakter; ringkas dahulu catatannya")
    said = f"Cabut pemeriksaan {innovation.slug}: {answers['why'].rstrip('.')}"
    return FileChanges({innovation.path: entry_written(desk, innovation, changed)}, said)


def _proposed_again(innovation: Innovation, before: Mapping[str, Any]) -> list[str]:
    """The columns that are the compilers' reading again: what was so before, of what is filled in now."""
    filled, was = as_data(innovation.entry), before.get(_SUGGESTED)
    again = [str(one).strip() for one in (was if isinstance(was, list) else ())]
    return list(dict.fromkeys([*(one for one in again if one in filled), *innovation.entry.suggested]))


def typed(text: str) -> Mapping[str, Any]:
    """What a file says, as typed; nothing if it cannot be read."""
    found, _ = read(text.encode(), "", limit=MAX_REGISTRY_BYTES, nodes=MAX_REGISTRY_NODES)
    return found.data if found else {}


def typed_items(text: str, key: str) -> list[Any]:
    """A list of a file, as typed; none if the file has none, or cannot be read."""
    found = typed(text).get(key)
    return found if isinstance(found, list) else []


def correction_back(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """A closed year as it was before a correction: without it, or, once published, by a further one.

    Raises AnswerError.
    """
    _only_whole(answers, "katalog record correction")
    year, slug = answers["year"], answers["agency"]
    agency, result = desk.registry.agencies[slug], desk.registry.results.get(year)
    if result is None:
        raise AnswerError(f"tahun {year} belum ditutup, jadi belum ada koreksinya")
    at, one = _correction(desk, result, agency, answers)
    path = result_path(year)
    file, text = RegisterText(path, desk.texts[path]), desk.published(path)
    unread = text is not None and typed_items(desk.texts[path], "koreksi")[at] not in typed_items(text, "koreksi")
    if unread or agency.slug not in {outcome.agency for outcome in result.outcomes}:  # the latter never held
        file.remove("koreksi", at)
    elif one.status:
        file.append("koreksi", _further(result, agency, one, answers))
    else:
        cure = "catat keputusan yang baru dengan katalog record correction --kind hasil"
        raise AnswerError(f"pernyataan itu sudah terbit dan tidak mengubah hasil; {cure}")
    return FileChanges({path: file.text()}, f"Cabut koreksi {slug} pada {year}: {answers['why'].rstrip('.')}")


def _correction(desk: RecordDesk, result: ResultFile, agency: Agency, answers: RecordAnswers) -> tuple[int, Correction]:
    """The correction that is meant, with its number. Raises AnswerError."""
    codes = {one.code for one in differing(desk.scaffold.known.catalogue, result) if one.agency == agency.slug}
    about = [(n, one) for n, one in enumerate(result.corrections) if one.agency == agency.slug or one.known in codes]
    found = [(n, one) for n, one in about if answers.get("of") in (None, one.date.first)]
    if len({one.date.first for _, one in found}) == 1:
        return found[-1]  # of several on one day, which cannot hold, the later one
    days = ", ".join(spoken(one.date) for _, one in about)
    if not about:
        cure = "koreksi aturan dibetulkan dengan katalog record rules"
        raise AnswerError(f"koreksi {agency.name} pada {result.year} tidak ada; {cure}")
    raise AnswerError(f"ada beberapa koreksi, atau tidak ada pada tanggal itu ({days}); sebutkan tanggalnya (--of)")


def _further(result: ResultFile, agency: Agency, one: Correction, answers: RecordAnswers) -> Mapping[str, Any]:
    """The correction that brings back what held before another. Raises AnswerError."""
    day = answers["date"]
    later = [c.date for c in result.corrections if c.agency == agency.slug and c.date.first > one.date.first]
    if later:
        raise AnswerError(f"koreksi itu sudah diganti koreksi {spoken(later[-1])}; cabut yang itu (--of)")
    if day <= one.date.first:
        cure = "satu perangkat daerah dikoreksi paling banyak sekali sehari; cabut pada hari lain (--date)"
        raise AnswerError(f"koreksi itu sudah terbit dan bertanggal {spoken(one.date)}; {cure}")
    others = [c for c in result.corrections if c is not one]
    standing = next(s for s in effective(result, others) if s.outcome.agency == agency.slug)
    reason = line(f"Koreksi {spoken(one.date)} {_because(answers)}", _LONGEST_REASON)
    told = {"tanggal": day, "alasan": reason, "perangkat_daerah": agency.slug, "status": standing.status}
    return {**told, **({"inovasi": list(standing.slugs)} if standing.slugs else {})}
