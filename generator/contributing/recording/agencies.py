"""Acts about agencies: a name or a duty is confirmed, an office can be reached, a folder has an owner."""

import re
import textwrap
from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.compliance.open_work import kind_left_out
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    AGENCY,
    EMPTY,
    SOURCE,
    SOURCE_URL,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    address,
    day_question,
    line,
    reference,
    told_day,
    yes,
)
from generator.contributing.recording.register_text import RegisterText
from generator.layout import AGENCIES, MAX_REGISTRY_BYTES, MAX_REGISTRY_NODES
from generator.reading.document import read
from generator.schema.fields import MAIL, PHONE
from generator.schema.registry import Agency
from generator.schema.shape import shapes

#: An account, a team, or a mail address, as GitHub accepts them.
OWNER: Final = re.compile(
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,99}))?\Z|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[a-z]{2,}\Z"
)
AGENCY_ORDER: Final = tuple(shape.key for shape in shapes(Agency))
_LONGEST_NOTE: Final = 1_000  # `Agency.note`
#: Option -> key of a contact.
_CONTACT: Final = {"office": "kantor", "address": "alamat", "phone": "telepon", "mail": "surel", "page": "laman"}


def taken_back(what: str, slug: str) -> str:
    """What to do if that was recorded by mistake."""
    return f"bila itu keliru: katalog record mending --what {what} --agency {slug} --remove ya"


def register(desk: RecordDesk) -> RegisterText:
    """The register of agencies, open for writing. Raises RegisterStyleError."""
    return RegisterText(AGENCIES, desk.texts[AGENCIES])


def register_row(file: RegisterText, slug: str) -> Any:
    """What the register has of an agency."""
    return next(row for row in file.data["perangkat_daerah"] if str(row["slug"]).strip() == slug)


def registered(text: str, slug: str) -> Mapping[str, Any]:
    """What a text of the register has of an agency, as typed; nothing if it has none, or cannot be read."""
    found, _ = read(text.encode(), AGENCIES, limit=MAX_REGISTRY_BYTES, nodes=MAX_REGISTRY_NODES)
    rows = found.data.get("perangkat_daerah") if found else None
    named = (row for row in (rows if isinstance(rows, list) else ()) if isinstance(row, dict))
    return next((row for row in named if str(row.get("slug")).strip() == slug), {})


def agency_noted(file: RegisterText, slug: str, told: str) -> None:
    """Put a sentence before what is remarked of an agency."""
    row = register_row(file, slug)
    note = " ".join(filter(None, (told, kept_beside(told, str(row.get("catatan") or "")))))
    file.put(row, "catatan", note, AGENCY_ORDER)


def kept_beside(told: str, before: str) -> str:
    """An earlier remark, shortened where both have no room: nobody could mend it but in the file; Git has it all."""
    room = _LONGEST_NOTE - len(told) - 1
    return before if len(before) <= room else textwrap.shorten(before, room, placeholder=" ...")


def confirmed(file: RegisterText, desk: RecordDesk, answers: RecordAnswers) -> None:
    """Put into the register that a name was read at a source (and that the duty binds, if it was read too)."""
    slug = answers["agency"]
    agency, row = desk.registry.agencies[slug], register_row(file, slug)
    name = answers.get("name") or agency.name
    if agency.name_confirmed and name == agency.name and not answers.get("bound"):
        raise AnswerError(f"nama {agency.name} sudah terkonfirmasi; {taken_back('konfirmasi', slug)}")
    if name != agency.name:
        former = {"nama": agency.name, "keterangan": "Nama resmi sebelumnya.", "sumber": None}
        if answers.get("former"):
            file.put(row, "nama_dahulu", [*(row.get("nama_dahulu") or ()), former], AGENCY_ORDER)
        file.put(row, "nama_resmi", name, AGENCY_ORDER)
    file.put(row, "nama_terkonfirmasi", "ya", AGENCY_ORDER)
    if answers.get("bound"):
        file.put(row, "terikat", "ya", AGENCY_ORDER)
    day = told_day(answers["date"])
    if note := _noted(str(row.get("catatan") or ""), answers.get("note"), day):
        file.put(row, "catatan", note, AGENCY_ORDER)
    source = {**reference(answers), "keterangan": f"Dibaca {day}."}
    if (agency.source.title, agency.source.url) != (source["judul"], source["url"]):
        add_source(file, row, dict(row["sumber"]))
    file.put(row, "sumber", source, AGENCY_ORDER)


def _noted(before: str, doubt: str | None, day: str) -> str:
    """What is doubtful now, then what was until a source was read."""
    until = before if before.startswith("Sampai ") else before and f"Sampai {day}: {before}"
    return " ".join(filter(None, (doubt, kept_beside(doubt or "", until))))


def add_source(file: RegisterText, row: Any, source: Mapping[str, Any]) -> None:
    """Keep a source beside the one of the name."""
    file.put(row, "sumber_lain", [*(row.get("sumber_lain") or ()), source], AGENCY_ORDER)


def _confirmed(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file = register(desk)
    confirmed(file, desk, answers)
    left_out = kind_left_out(desk.registry, answers["agency"], desk.today) if answers.get("bound") else ""
    beware = (f"Perhatian: {left_out}",) if left_out else ()
    return FileChanges({AGENCIES: file.text()}, f"Benarkan nama {answers['agency']}", beware=beware)


CONFIRMATION: Final = Act(
    "confirmation",
    "Benarkan nama perangkat daerah menurut sumber, dan bila dibaca juga bahwa ia terikat.",
    (
        AGENCY,
        RecordQuestion(
            "name", "Nama resminya menurut sumber", lambda _desk, answer, _: line(answer, 200, 3),
            default=lambda desk, answers: desk.registry.agencies[answers["agency"]].name,
        ),
        RecordQuestion(
            "former", "Nama lama memang pernah resmi (ya atau tidak)", yes, default=lambda _d, _a: "tidak"
        ),
        RecordQuestion(
            "bound", "Naskah edaran menunjukkan bahwa ia terikat (ya atau tidak)", yes, default=lambda _d, _a: "tidak"
        ),
        RecordQuestion(
            "note", "Yang masih belum pasti, bila ada", lambda _desk, answer, _: line(answer, 500, 3), optional=True
        ),
        SOURCE,
        SOURCE_URL,
        day_question("date", "Kapan sumber itu dibaca"),
    ),
    _confirmed,
)  # fmt: skip


def reached(file: RegisterText, desk: RecordDesk, answers: RecordAnswers) -> None:
    """Put an office's contact into the register; what is not told stays as it was."""
    slug = answers["agency"]
    row = register_row(file, slug)
    given = {key: answers[option] for option, key in _CONTACT.items() if answers.get(option)}
    given = {key: None if value == EMPTY else value for key, value in given.items()}
    if not given:
        raise AnswerError("belum ada yang ditulis; isi kantor, alamat, telepon, surel, atau laman")
    before = row.get("kontak")
    if not before:
        if not any(given.values()):
            raise AnswerError(f"kontak {desk.registry.agencies[slug].name} belum tercatat; tidak ada yang dikosongkan")
        file.put(row, "kontak", {key: given.get(key) for key in _CONTACT.values()}, AGENCY_ORDER)
    elif all(before.get(key) == value for key, value in given.items()):
        raise AnswerError(f"kontak {desk.registry.agencies[slug].name} sudah tercatat begitu; tidak ada yang dicatat")
    else:
        for key, value in given.items():
            file.put(before, key, value, tuple(_CONTACT.values()))
        if not any(before.values()):
            file.put(row, "kontak", None, AGENCY_ORDER)


def _reached(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file = register(desk)
    reached(file, desk, answers)
    day = told_day(answers["date"])
    return FileChanges({AGENCIES: file.text()}, f"Catat kontak {answers['agency']} ({answers['source']}, {day})")


def account(answer: str) -> str:
    """Who reviews, as GitHub knows it. Raises AnswerError."""
    text = line(answer, 60)
    if not OWNER.match(text):
        raise AnswerError(f'"{text}" bukan akun atau tim; tulis seperti @nama-organisasi/nama-tim')
    return text


def owned(file: RegisterText, slug: str, owner: str) -> None:
    """Put into the register who reviews what is proposed for an agency. Raises AnswerError."""
    file.put(register_row(file, slug), "pemilik", None if owner == EMPTY else account(owner), AGENCY_ORDER)


def _owned(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file, slug = register(desk), answers["agency"]
    if desk.registry.agencies[slug].owner == answers["owner"]:
        raise AnswerError(f"{answers['owner']} sudah tercatat; tidak ada yang dicatat")
    owned(file, slug, answers["owner"])
    return FileChanges({AGENCIES: file.text()}, f"Catat pemilik folder {slug}")


OWNERSHIP: Final = Act(
    "owner",
    "Catat akun atau tim yang menyetujui perubahan pada folder perangkat daerah.",
    (
        AGENCY,
        RecordQuestion(
            "owner",
            f'Akun jabatan atau tim, misalnya @nama-organisasi/nama-tim, atau "{EMPTY}"',
            lambda _d, answer, _: line(answer, 60),
        ),
    ),
    _owned,
)


def phone(answer: str) -> str:
    """An office's telephone. Raises AnswerError."""
    text = line(answer, 60, 2)
    if not PHONE.match(text):
        raise AnswerError(f'"{text}" bukan nomor telepon; tulis seperti (0561) 123456 atau 112')
    return text


def mail(answer: str) -> str:
    """An office's mail. Raises AnswerError."""
    text = line(answer, 120, 3)
    if not MAIL.match(text):
        raise AnswerError(f'"{text}" bukan alamat surel; tulis seperti kantor@contoh.go.id')
    return text


def _part(option: str, asked: str, read: Callable[[RecordDesk, str, RecordAnswers], str]) -> RecordQuestion:
    def part(desk: RecordDesk, answer: str, answers: RecordAnswers) -> str:
        return EMPTY if answer.casefold() == EMPTY else read(desk, answer, answers)

    return RecordQuestion(option, f'{asked}, atau "{EMPTY}"', part, optional=True)


CONTACT: Final = Act(
    "contact",
    "Catat kontak kantor perangkat daerah: bukan nomor atau surel orang.",
    (
        AGENCY,
        _part("office", "Kantor atau bagian yang melayani", lambda _d, answer, _: line(answer, 200, 2)),
        _part("address", "Alamat kantor", lambda _d, answer, _: line(answer, 300, 3)),
        _part("phone", "Telepon kantor", lambda _d, answer, _: phone(answer)),
        _part("mail", "Surel kantor", lambda _d, answer, _: mail(answer)),
        _part("page", "Laman resmi", lambda _d, answer, _: address(answer)),
        SOURCE,
        day_question("date", "Kapan diperoleh"),
    ),
    _reached,
)  # fmt: skip
