"""The act by which one agency takes the place of another, and its mending: another last day, or none at all."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    AGENCY,
    SOURCE,
    SOURCE_URL,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    day_question,
    line,
    reference,
    told_day,
)
from generator.contributing.recording.agencies import (
    AGENCY_ORDER,
    add_source,
    agency_noted,
    kept_beside,
    register,
    register_row,
    registered,
    taken_back,
)
from generator.contributing.recording.register_text import RegisterText
from generator.dates import spoken
from generator.layout import AGENCIES, as_slug, is_slug
from generator.schema.registry import Agency

_NOBODY: Final = "tidak ada"


def _new_slug(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> str:
    if not is_slug(answer) or answer in desk.registry.agencies:
        raise AnswerError(
            f'"{answer}" sudah dipakai atau tidak dapat menjadi alamat; pakai huruf kecil dan tanda hubung'
        )
    return answer


def _is_new(answers: RecordAnswers) -> bool:
    return answers.get("successor") == ""


def _heir(desk: RecordDesk, answer: str, _answers: RecordAnswers) -> str:
    """An agency that is in the register; "" for one that is new, `_NOBODY` where there is none."""
    typed = answer.strip().casefold()
    return "" if typed == "baru" else _NOBODY if typed == _NOBODY else desk.agency(answer)


def _succeeded(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    slug, last = answers["agency"], answers["date"]
    agency = desk.registry.agencies[slug]
    if agency.until and (agency.successors or agency.until.first != last):  # one without a successor may get it later
        raise AnswerError(f"{agency.name} sudah berakhir {spoken(agency.until)}; {taken_back('penerus', slug)}")
    heir = answers["successor"] or answers["slug"]
    if heir == slug:
        raise AnswerError("penerusnya tidak boleh perangkat daerah itu sendiri")
    file = register(desk)
    row = register_row(file, slug)
    file.put(row, "berlaku_sampai", last, AGENCY_ORDER)
    file.put(row, "penerus", [heir] if heir != _NOBODY else [], AGENCY_ORDER)
    day = told_day(last)
    add_source(file, row, {**reference(answers), "keterangan": _named_end(day)})
    if heir == _NOBODY:
        ended = _without_heir(day)
        note = " ".join(filter(None, (kept_beside(ended, str(row.get("catatan") or "")), ended)))
        file.put(row, "catatan", note, AGENCY_ORDER)
    elif not answers["successor"]:
        file.append("perangkat_daerah", _founded(agency, answers))
    elif (before := desk.registry.agencies[heir]).until and before.successors == (slug,):
        _founded_again(register_row(file, heir), file, answers)
    said = f"Catat bahwa {slug} berakhir" if heir == _NOBODY else f"Catat {heir} sebagai penerus {slug}"
    return FileChanges({AGENCIES: file.text()}, said, beware=tuple(_next(desk, heir)))


def _next(desk: RecordDesk, heir: str) -> Iterator[str]:
    """What comes after a succession: the heir is not judged before it is known to be bound."""
    known = desk.registry.agencies.get(heir)
    if heir != _NOBODY and (known is None or known.bound != "ya"):
        yield (
            f"Berikutnya: {heir} belum dinilai sampai dicatat bahwa ia terikat: "
            f"katalog record confirmation --agency {heir} --bound ya"
        )
    if heir != _NOBODY and (known is None or known.contact is None):
        yield f"Kontaknya belum tercatat: katalog record contact --agency {heir}"


def _named_end(day: str) -> str:
    """The remark on a source that names the end."""
    return f"Menyebut berakhirnya pada {day}."


def _without_heir(day: str) -> str:
    return f"Berakhir {day} tanpa penerus."


def _founded(agency: Agency, answers: RecordAnswers) -> Mapping[str, Any]:
    """The new agency as the register has it: of the kind of the old one, from the day after its last."""
    first = answers["date"] + dt.timedelta(days=1)
    said = {
        "slug": answers["slug"],
        "nama_resmi": answers["name"],
        "nama_pendek": answers.get("short"),
        "jenis": agency.kind,
        "induk": agency.parent,
        "berlaku_dari": first,
        "berlaku_sampai": None,
        "penerus": [],
        "nama_terkonfirmasi": "ya",
        "terikat": "belum-dikonfirmasi",
        "catatan": None,
        "kontak": None,
        "pemilik": None,
        "sumber": reference(answers),
    }
    return {key: said[key] for key in AGENCY_ORDER if key in said}


SUCCESSION: Final = Act(
    "succession",
    "Catat bahwa perangkat daerah berakhir dan diteruskan oleh yang lain.",
    (
        RecordQuestion("agency", "Perangkat daerah yang berakhir", AGENCY.read),
        day_question("date", "Hari terakhirnya"),
        RecordQuestion("successor", 'Penerusnya, atau "baru" (belum ada di daftar), atau "tidak ada"', _heir),
        RecordQuestion("name", "Nama resmi yang baru", lambda _d, answer, _: line(answer, 200, 3), wanted=_is_new),
        RecordQuestion(
            "short", "Nama pendeknya", lambda _d, answer, _: line(answer, 60, 2), optional=True, wanted=_is_new
        ),
        RecordQuestion(
            "slug", "Alamatnya, untuk selamanya", _new_slug, wanted=_is_new,
            default=lambda _desk, answers: as_slug(answers.get("short") or answers["name"]),
        ),
        SOURCE,
        SOURCE_URL,
    ),
    _succeeded,
)  # fmt: skip


def mended_succession(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """Another last day for an agency that has ended, or (`remove`) no end of it. Raises AnswerError."""
    slug, why = answers["agency"], answers["why"].rstrip(".")
    agency = desk.registry.agencies[slug]
    if not agency.until:
        raise AnswerError(f"{agency.name} tidak tercatat berakhir; tidak ada yang dibetulkan")
    file = register(desk)
    was = told_day(agency.until.first)
    beware: tuple[str, ...] = ()
    if answers.get("remove"):
        _goes_on(file, desk, agency, answers)
        told, said = f"Catatan bahwa ia berakhir {was} dicabut {told_day(answers['date'])}: {why}.", "Cabut berakhirnya"
    elif answers.get("date", agency.until.first) == agency.until.first:
        raise AnswerError("tulis hari terakhir yang benar (--date), atau --remove ya untuk mencabut")
    else:
        _ends_on(file, desk, agency, answers["date"])
        beware = tuple(_others_stay(desk, agency))
        told, said = f"Hari terakhirnya tercatat {was} sampai dibetulkan: {why}.", "Betulkan hari terakhir"
    if _is_public(desk, agency):
        agency_noted(file, slug, told)
    return FileChanges({AGENCIES: file.text()}, f"{said} {slug}: {why}", beware=beware)


def _also_into(desk: RecordDesk, heir: str, agency: Agency) -> list[Agency]:
    """The other agencies that a successor continues, of those that have ended."""
    return [
        one for one in desk.registry.agencies.values() if heir in one.successors and one.until and one is not agency
    ]


def _others_stay(desk: RecordDesk, agency: Agency) -> Iterator[str]:
    """That the last days of others that became part of the same successor are not mended with this one's."""
    others = {one.slug: one for heir in agency.successors for one in _also_into(desk, heir, agency)}
    for slug, one in others.items():
        assert one.until
        yield (
            f"Perhatian: hari terakhir {slug}, yang diteruskan penerus yang sama, tetap {spoken(one.until)}. "
            f"Bila ikut keliru: katalog record mending --what penerus --agency {slug}"
        )


def _is_public(desk: RecordDesk, agency: Agency) -> bool:
    """Whether the end of an agency stands where the register is published, so far as anybody can say."""
    text = desk.published(AGENCIES)
    return text is None or bool(registered(text, agency.slug).get("berlaku_sampai"))


def _founded_again(row: Any, file: RegisterText, answers: RecordAnswers) -> None:
    """One that leads back, since it was recorded too early, begins after all; what is remarked of it stays."""
    told = {"berlaku_dari": answers["date"] + dt.timedelta(days=1), "berlaku_sampai": None, "penerus": []}
    for key, value in {**told, "nama_terkonfirmasi": "ya", "sumber": reference(answers)}.items():
        file.put(row, key, value, AGENCY_ORDER)


def _heirs_founded(desk: RecordDesk, agency: Agency) -> list[str]:
    """The successors that began with its end."""
    agencies = desk.registry.agencies
    assert agency.until
    first = agency.until.first + dt.timedelta(days=1)
    heirs = [one for one in agency.successors if one in agencies]
    return [one for one in heirs if (since := agencies[one].since) and since.first == first]


def _ends_on(file: RegisterText, desk: RecordDesk, agency: Agency, last: dt.date) -> None:
    assert agency.until
    was, day = told_day(agency.until.first), told_day(last)
    row = register_row(file, agency.slug)
    file.put(row, "berlaku_sampai", last, AGENCY_ORDER)
    for source in row.get("sumber_lain") or ():
        if source.get("keterangan") == _named_end(was):
            file.put(source, "keterangan", _named_end(day), ("judul", "url", "keterangan"))
    if (note := str(row.get("catatan") or "")) and _without_heir(was) in note:
        file.put(row, "catatan", note.replace(_without_heir(was), _without_heir(day)), AGENCY_ORDER)
    for heir in _heirs_founded(desk, agency):
        # One that continues several begins after the last of them.
        ends = [one.until.first for one in _also_into(desk, heir, agency) if one.until]
        file.put(register_row(file, heir), "berlaku_dari", max([last, *ends]) + dt.timedelta(days=1), AGENCY_ORDER)


def _goes_on(file: RegisterText, desk: RecordDesk, agency: Agency, answers: RecordAnswers) -> None:
    """The agency has not ended; who was founded for it goes, or, with an address that was published, leads back."""
    assert agency.until
    was = told_day(agency.until.first)
    row = register_row(file, agency.slug)
    file.put(row, "berlaku_sampai", None, AGENCY_ORDER)
    file.put(row, "penerus", [], AGENCY_ORDER)
    if (note := str(row.get("catatan") or "")) and _without_heir(was) in note:
        file.put(row, "catatan", note.replace(_without_heir(was), "").strip() or None, AGENCY_ORDER)
    named = [one for one in row.get("sumber_lain") or () if one.get("keterangan") != _named_end(was)]
    if not named and "sumber_lain" in row:
        file.drop(row, "sumber_lain")
    elif len(named) != len(row.get("sumber_lain") or ()):
        file.put(row, "sumber_lain", named, AGENCY_ORDER)
    text = desk.published(AGENCIES)
    for heir in _heirs_founded(desk, agency):
        if _also_into(desk, heir, agency):
            continue
        mistaken = register_row(file, heir)
        if text is not None and not registered(text, heir):
            file.remove("perangkat_daerah", file.data["perangkat_daerah"].index(mistaken))
            continue
        file.put(mistaken, "berlaku_sampai", agency.until.first + dt.timedelta(days=1), AGENCY_ORDER)
        file.put(mistaken, "penerus", [agency.slug], AGENCY_ORDER)
        file.put(mistaken, "nama_terkonfirmasi", "tidak", AGENCY_ORDER)
        why = answers["why"].rstrip(".")
        agency_noted(file, heir, f"Keliru dicatat sebagai penerus; dicabut {told_day(answers['date'])}: {why}.")
