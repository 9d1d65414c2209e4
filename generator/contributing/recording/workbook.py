"""The register of agencies as a sheet that offices fill in: with what is known, read back by the rules of acts."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import RecordAnswers, RecordDesk
from generator.contributing.recording.agencies import CONFIRMATION, CONTACT, confirmed, owned, reached
from generator.contributing.recording.register_text import RegisterText
from generator.contributing.table_import.form_parts import COMPUTED_MARK
from generator.contributing.table_import.sheet import MAX_ROWS, Sheet
from generator.contributing.table_import.values import is_nothing
from generator.layout import AGENCIES
from generator.schema.registry import Agency
from generator.spreadsheet import BookColumn, BookSheet, Value
from generator.text.spelling import folded

REGISTER_SHEET: Final = "Perangkat daerah"
_YES_NO: Final = '"ya,tidak"'
_SLUG, _NAME, _RIGHT, _BOUND = "Alamat tetap", "Nama resmi", "Nama sudah dicocokkan", "Terikat"
_MARK: Final = "Tanda buku kerja"
_SIGNS: Final = 6
#: Head -> (option of an act, what belongs in the cell, width, words of choice).
_HEADS: Final[Mapping[str, tuple[str, str, int, str]]] = {
    _SLUG: ("agency", "Jangan diubah: nama folder di katalog.", 24, ""),
    _NAME: ("name", "Betulkan bila berbeda dengan sumbernya.", 40, ""),
    _RIGHT: ("", "ya, bila nama itu sudah dibaca di peraturan atau laman resmi.", 16, _YES_NO),
    "Nama lama pernah resmi": ("former", "ya, bila namanya berganti dan yang lama memang pernah resmi.", 16, _YES_NO),
    _BOUND: ("bound", "ya, bila naskah edaran menunjukkan bahwa kantor ini terikat.", 16, _YES_NO),
    "Sumber": ("source", "Judul dan nomor yang dibaca, misalnya peraturan daerah.", 40, ""),
    "Alamat sumber": ("source_url", "Alamat halamannya, bila ada.", 30, ""),
    "Tanggal dibaca": ("date", "Misalnya 2 Juni 2026.", 16, ""),
    "Kantor": ("office", "Bagian yang melayani pertanyaan; bukan nama orang.", 30, ""),
    "Alamat kantor": ("address", "Alamat kantor.", 36, ""),
    "Telepon kantor": ("phone", "Bukan nomor pribadi.", 20, ""),
    "Surel kantor": ("mail", "Bukan surel pribadi.", 26, ""),
    "Laman": ("page", "Laman resmi.", 26, ""),
    "Pemilik": ("owner", "Akun atau tim peninjau, misalnya @nama-organisasi/nama-tim.", 24, ""),
    _MARK: ("mark", "Jangan diubah: tanda keadaan saat buku kerja dibuat.", 16, ""),
}
_NEWER: Final = (
    "berubah di registri sesudah buku kerja ini dibuat; yang tercatat tetap. Bila isi buku kerja yang benar, catat "
    "dengan katalog record"
)
_COUNT: Final = f"Inovasi tercatat {COMPUTED_MARK}"
_CONTACT: Final = ("office", "address", "phone", "mail", "page")
_READERS: Final = {one.option: one.read for act in (CONFIRMATION, CONTACT) for one in act.questions}


def register_sheet(agencies: Iterable[Agency], counts: Mapping[str, int]) -> BookSheet:
    """What is known of each agency, and how many innovations it has; the rest is empty."""
    heads = [BookColumn(head, about, width, "teks", words) for head, (_, about, width, words) in _HEADS.items()]
    rows = [_row(agency, counts.get(agency.slug, 0)) for agency in agencies]
    last = BookColumn(_COUNT, "Disusun oleh katalog; tidak dibaca kembali.", 16)
    return BookSheet(REGISTER_SHEET, (*heads, last), rows, kept=2, room=MAX_ROWS)


def _row(agency: Agency, count: int) -> list[Value]:
    known = _known(agency)
    mark = " ".join(f"{option}:{_signs(text)}" for option, text in known.items())
    told = {**known, "agency": agency.slug, "mark": mark}
    cells: list[Value] = [told.get(option) or None for option, *_ in _HEADS.values()]
    cells[list(_HEADS).index(_RIGHT)] = "ya" if agency.name_confirmed else None
    return [*cells, count]


def _known(agency: Agency) -> dict[str, str]:
    """What the register has of an agency, by option; "" for what it does not know."""
    office = agency.contact
    said = (office.office, office.address, office.phone, office.mail, office.page) if office else (None,) * 5
    contact = {option: text or "" for option, text in zip(_CONTACT, said, strict=True)}
    return {
        "name": agency.name,
        "bound": "ya" if agency.bound == "ya" else "",
        **contact,
        "owner": agency.owner or "",
    }


def _signs(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]


def _news(agency: Agency, texts: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """What a row says beyond what stood there when the workbook was made, and heads that the register has anew since.

    Those keep what the register has: a workbook that comes late takes back nothing that was recorded meanwhile.
    """
    made = dict(one.split(":", 1) for one in texts.get("mark", "").split() if ":" in one)
    news, kept = {key: text for key, text in texts.items() if key != "mark"}, []
    for head, (option, *_) in _HEADS.items():
        known = _known(agency).get(option)
        if known is None or option not in news or news[option] == known:
            continue
        # Without a mark nobody knows what stood there: a name that was confirmed stays.
        newer = made[option] != _signs(known) if option in made else option == "name" and agency.name_confirmed
        said = made.get(option) != _signs(news[option]) or (option == "name" and "source" in news)
        if said and newer:
            kept.append(head)
        if not said or newer:
            del news[option]
    return news, kept


@dataclass(slots=True)
class RegisterRead:
    """What a sheet changes: the new text ("" if nothing), a line for each agency that changes, what was not taken."""

    text: str = ""
    changes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def without_register(sheets: Sequence[Sheet]) -> tuple[list[Sheet], Sheet | None]:
    """The other sheets of a workbook, and the one of the register if it has one."""
    found = next(
        (one for one in sheets if one.name == REGISTER_SHEET and _columns(one).keys() >= {_SLUG, _RIGHT}), None
    )
    return [one for one in sheets if one is not found], found


def _columns(sheet: Sheet) -> Mapping[str, int]:
    known = {folded(head): head for head in _HEADS}
    titled = {number: known.get(folded(cell.text)) for (row, number), cell in sheet.cells.items() if row == 1}
    return {head: number for number, head in titled.items() if head}


def register_read(sheet: Sheet, desk: RecordDesk) -> RegisterRead:
    """The register with what the rows of a sheet say of their agencies. Raises RegisterStyleError."""
    file, found = RegisterText(AGENCIES, desk.texts[AGENCIES]), RegisterRead()
    for number, said in _rows(sheet):
        try:
            slug = desk.agency(said.pop(_SLUG, ""))
            agency = desk.registry.agencies[slug]
            texts, kept = _news(agency, {option: said[head] for head, (option, *_) in _HEADS.items() if said.get(head)})
            if kept:
                heads = ", ".join(f'"{head}"' for head in kept)
                found.remarks.append(f"Lembar {REGISTER_SHEET} baris {number}: {slug}: {heads} {_NEWER}")
            if done := list(_taken(file, desk, agency, said, texts)):
                found.changes.append(f"{slug}: {', '.join(done)}")
        except AnswerError as error:
            found.remarks.append(f"Lembar {REGISTER_SHEET} baris {number}: {error}")
    if found.changes:
        found.text = file.text()
    return found


def _rows(sheet: Sheet) -> Iterator[tuple[int, dict[str, str]]]:
    """Number and texts by head of each row that names an agency."""
    columns = _columns(sheet)
    helped = sheet.cells.get((2, columns[_SLUG]))
    first = 3 if helped and helped.text == _HEADS[_SLUG][1] else 2
    for number in sorted({row for row, _ in sheet.cells if row >= first}):
        cells = {head: sheet.cells.get((number, column)) for head, column in columns.items()}
        said = {head: (cell.date or cell.text).strip() for head, cell in cells.items() if cell and not is_nothing(cell)}
        if said.get(_SLUG):
            yield number, said


def _taken(
    file: RegisterText, desk: RecordDesk, agency: Agency, said: Mapping[str, str], texts: dict[str, str]
) -> Iterator[str]:
    """Write what the `texts` of a row have anew, and say what; `said` is the whole row. Raises AnswerError."""
    slug = agency.slug
    for head in (_RIGHT, _BOUND):
        if folded(said.get(head, "")) not in ("", "ya", "tidak", folded(agency.bound)):
            raise AnswerError(f'"{head}" berisi "{said[head]}"; tulis ya atau tidak')
    bound = folded(texts.pop("bound", "")) == "ya" and agency.bound != "ya"
    renamed = texts.get("name", agency.name) != agency.name
    right = folded(said.get(_RIGHT, "")) == "ya"
    if renamed and not right:
        raise AnswerError(f'nama {agency.name} diubah, tetapi "{_RIGHT}" belum berisi ya')
    contact = {key: texts[key] for key in _CONTACT if texts.get(key) and texts[key] != _known(agency)[key]}
    # All answers of a row are read before anything of it is written.
    answers = (
        _read(desk, {"agency": slug, **({"bound": "ya"} if bound else {}), **_of_name(texts)})
        if (bound or renamed or (right and not agency.name_confirmed))
        else None
    )
    office = _read(desk, {"agency": slug, **contact}) if contact else None
    if answers is not None:
        if missing := [head for head in ("Sumber", "Tanggal dibaca") if head not in said]:
            raise AnswerError(f"isi juga {' dan '.join(missing)}; tanpa sumber tidak ada yang dibenarkan")
        confirmed(file, desk, answers)
        yield "nama dan kedudukan dibenarkan"
    if office is not None:
        reached(file, desk, office)
        yield "kontak dicatat"
    if texts.get("owner") and texts["owner"] != agency.owner:
        owned(file, slug, texts["owner"])
        yield "pemilik dicatat"


def _of_name(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: texts[key] for key in ("name", "former", "source", "source_url", "date") if key in texts}


def _read(desk: RecordDesk, texts: Mapping[str, str]) -> RecordAnswers:
    """The answers of a row, read as `record` reads them. Raises AnswerError."""
    answers: dict[str, Any] = {}
    for option, text in texts.items():
        answers[option] = _READERS[option](desk, text, answers)
    return answers
