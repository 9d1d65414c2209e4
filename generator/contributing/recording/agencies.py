"""Acts about agencies: a name or a duty is confirmed, an office can be reached, one takes the place of another."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    AGENCY,
    EMPTY,
    SOURCE,
    SOURCE_URL,
    TAKEN_BACK,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    address,
    day_question,
    line,
    reference,
    yes,
)
from generator.contributing.recording.register_text import RegisterText
from generator.dates import PartialDate, spoken
from generator.layout import AGENCIES, as_slug, is_slug
from generator.schema.fields import MAIL, PHONE
from generator.schema.registry import Agency
from generator.schema.shape import shapes

#: An account, a team, or a mail address, as GitHub accepts them.
OWNER: Final = re.compile(
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,99}))?\Z|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[a-z]{2,}\Z"
)
_ORDER: Final = tuple(shape.key for shape in shapes(Agency))
_NOBODY: Final = "tidak ada"
_LONGEST_NOTE: Final = 1_000  # `Agency.note`
#: Option -> key of a contact.
_CONTACT: Final = {"office": "kantor", "address": "alamat", "phone": "telepon", "mail": "surel", "page": "laman"}


def _file(desk: RecordDesk) -> RegisterText:
    return RegisterText(AGENCIES, desk.texts[AGENCIES])


def _row(file: RegisterText, slug: str) -> Any:
    return next(row for row in file.data["perangkat_daerah"] if str(row["slug"]).strip() == slug)


def confirmed(file: RegisterText, desk: RecordDesk, answers: RecordAnswers) -> None:
    """Put into the register that a name was read at a source (and that the duty binds, if it was read too)."""
    slug = answers["agency"]
    agency, row = desk.registry.agencies[slug], _row(file, slug)
    name = answers.get("name") or agency.name
    if agency.name_confirmed and name == agency.name and not answers.get("bound"):
        raise AnswerError(f"nama {agency.name} sudah terkonfirmasi; {TAKEN_BACK}")
    if name != agency.name:
        former = {"nama": agency.name, "keterangan": "Ejaan di katalog sebelum nama resminya dibaca.", "sumber": None}
        if answers.get("former"):
            file.put(row, "nama_dahulu", [*(row.get("nama_dahulu") or ()), former], _ORDER)
        file.put(row, "nama_resmi", name, _ORDER)
    file.put(row, "nama_terkonfirmasi", "ya", _ORDER)
    if answers.get("bound"):
        file.put(row, "terikat", "ya", _ORDER)
    day = spoken(PartialDate.parse(answers["date"].isoformat()))
    if note := _noted(str(row.get("catatan") or ""), answers.get("note"), day):
        file.put(row, "catatan", note, _ORDER)
    source = {**reference(answers), "keterangan": f"Dibaca {day}."}
    if (agency.source.title, agency.source.url) != (source["judul"], source["url"]):
        _add_source(file, row, dict(row["sumber"]))
    file.put(row, "sumber", source, _ORDER)


def _noted(before: str, doubt: str | None, day: str) -> str:
    """What is doubtful now, then what was until a source was read. Raises AnswerError."""
    until = before if before.startswith("Sampai ") else before and f"Sampai {day}: {before}"
    return line(" ".join(filter(None, (doubt, until))), _LONGEST_NOTE, 0)


def _add_source(file: RegisterText, row: Any, source: Mapping[str, Any]) -> None:
    """Keep a source beside the one of the name."""
    file.put(row, "sumber_lain", [*(row.get("sumber_lain") or ()), source], _ORDER)


def _confirmed(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file = _file(desk)
    confirmed(file, desk, answers)
    return FileChanges({AGENCIES: file.text()}, f"Benarkan nama {answers['agency']}")


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
    row = _row(file, slug)
    given = {key: answers[option] for option, key in _CONTACT.items() if answers.get(option)}
    given = {key: None if value == EMPTY else value for key, value in given.items()}
    if not given:
        raise AnswerError("belum ada yang ditulis; isi kantor, alamat, telepon, surel, atau laman")
    before = row.get("kontak")
    if not before:
        file.put(row, "kontak", {key: given.get(key) for key in _CONTACT.values()}, _ORDER)
    elif all(before.get(key) == value for key, value in given.items()):
        raise AnswerError(f"kontak {desk.registry.agencies[slug].name} sudah tercatat begitu; tidak ada yang dicatat")
    else:
        for key, value in given.items():
            file.put(before, key, value, tuple(_CONTACT.values()))
        if not any(before.values()):
            file.put(row, "kontak", None, _ORDER)


def _reached(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file = _file(desk)
    reached(file, desk, answers)
    day = spoken(PartialDate.parse(answers["date"].isoformat()))
    return FileChanges({AGENCIES: file.text()}, f"Catat kontak {answers['agency']} ({answers['source']}, {day})")


def owned(file: RegisterText, slug: str, owner: str) -> None:
    """Put into the register who reviews what is proposed for an agency. Raises AnswerError."""
    if owner != EMPTY and not OWNER.match(owner):
        raise AnswerError(f'"{owner}" bukan akun atau tim; tulis seperti @nama-organisasi/nama-tim')
    file.put(_row(file, slug), "pemilik", None if owner == EMPTY else owner, _ORDER)


def _owned(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file, slug = _file(desk), answers["agency"]
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
        raise AnswerError(f"{agency.name} sudah berakhir {spoken(agency.until)}; {TAKEN_BACK}")
    heir = answers["successor"] or answers["slug"]
    if heir == slug:
        raise AnswerError("penerusnya tidak boleh perangkat daerah itu sendiri")
    file = _file(desk)
    row = _row(file, slug)
    file.put(row, "berlaku_sampai", last, _ORDER)
    file.put(row, "penerus", [heir] if heir != _NOBODY else [], _ORDER)
    day = spoken(PartialDate.parse(last.isoformat()))
    _add_source(file, row, {**reference(answers), "keterangan": f"Menyebut berakhirnya pada {day}."})
    if heir == _NOBODY:
        ended = f"Berakhir {day} tanpa penerus."
        note = line(" ".join(filter(None, (str(row.get("catatan") or ""), ended))), _LONGEST_NOTE)
        file.put(row, "catatan", note, _ORDER)
    elif not answers["successor"]:
        file.append("perangkat_daerah", _founded(agency, answers))
    said = f"Catat bahwa {slug} berakhir" if heir == _NOBODY else f"Catat {heir} sebagai penerus {slug}"
    return FileChanges({AGENCIES: file.text()}, said)


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
    return {key: said[key] for key in _ORDER if key in said}


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
