"""The sheet of the register as offices filled it in -> the register by the rules of acts, and what was not taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.compliance.open_work import kind_left_out
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import EMPTY, RecordAnswers, RecordDesk, told_day
from generator.contributing.recording.agencies import (
    CONFIRMATION,
    CONTACT,
    OWNERSHIP,
    confirmed,
    owned,
    reached,
    taken_back,
)
from generator.contributing.recording.register_text import RegisterText
from generator.contributing.recording.workbook import CONTACT_PARTS, COUNT, HEADS, REGISTER_SHEET, is_filled, news
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.layout import AGENCIES
from generator.schema.registry import Agency
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

_HEAD: Final = {option: head for head, (option, *_) in HEADS.items()}
_HELP: Final = {option: about for option, about, *_ in HEADS.values()}
_READERS: Final = {one.option: one.read for act in (CONFIRMATION, CONTACT) for one in act.questions}
_ACT: Final = {one.option: act.name for act in (CONFIRMATION, CONTACT, OWNERSHIP) for one in act.questions}
_OF_SOURCE: Final = ("source", "source_url", "date")
_NEWER: Final = "berubah di registri sesudah buku kerja ini dibuat; yang tercatat tetap"


@dataclass(slots=True)
class RegisterRead:
    """What a sheet changes: the new text ("" if nothing), a line for each agency that changes, what was not taken.

    `sources` says where contacts are from (source -> agencies): the register has no place for it. `needless` are cells
    with a source of a name that is confirmed already.
    """

    text: str = ""
    changes: list[str] = field(default_factory=list)
    sources: dict[str, list[str]] = field(default_factory=dict)
    needless: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def without_register(sheets: Sequence[Sheet]) -> tuple[list[Sheet], Sheet | None]:
    """The other sheets of a workbook, and the one of the register if it has one."""
    found = next(
        (one for one in sheets if one.name == REGISTER_SHEET and _columns(one).keys() >= {"agency", "right"}), None
    )
    return [one for one in sheets if one is not found], found


def register_read(sheet: Sheet, desk: RecordDesk) -> RegisterRead:
    """The register with what the rows of a sheet say of their agencies. Raises RegisterStyleError."""
    file, found = RegisterText(AGENCIES, desk.texts[AGENCIES]), RegisterRead(remarks=list(_outside(sheet)))
    rows: dict[str, int] = {}
    for row in _rows(sheet):
        try:
            slug = _whose(row, desk, rows)
        except AnswerError as error:
            found.remarks.append(row.remark("agency", str(error)))
            continue
        one = _RowTaken(file, desk, row, desk.registry.agencies[slug])
        if done := list(one.written()):
            found.changes.append(f"{slug}: {', '.join(done)}")
        if one.source:
            found.sources.setdefault(one.source, []).append(slug)
        found.needless += one.needless
        found.remarks += dict.fromkeys(one.remarks)
    if found.changes:
        found.text = file.text()
    return found


@dataclass(frozen=True, slots=True)
class _SheetRow:
    """One row of the sheet, by option: the number of each column, and the cells that say something."""

    number: int
    columns: Mapping[str, int]
    cells: Mapping[str, Cell]

    def said(self, option: str) -> str:
        """What stands in a cell, "" if nothing."""
        cell = self.cells.get(option)
        return (cell.date or cell.text).strip() if cell else ""

    def place(self, option: str) -> str:
        """The cell, or the row where the sheet has no such column."""
        return f"{letters(self.columns[option])}{self.number}" if option in self.columns else f"baris {self.number}"

    def remark(self, option: str, reason: str, cure: str = "") -> Remark:
        """That what stands in a cell, or is missing there, was not taken."""
        return Remark(REGISTER_SHEET, self.place(option), _HEAD[option], plain(self.said(option)), reason, cure)


def _columns(sheet: Sheet) -> Mapping[str, int]:
    """The number of each column by its option."""
    known = {folded(head): option for option, head in _HEAD.items()}
    titled = {number: known.get(folded(cell.text)) for (row, number), cell in sheet.cells.items() if row == 1}
    return {option: number for number, option in titled.items() if option}


def _first(sheet: Sheet) -> int:
    """The first row below the heads, and below the line that explains them."""
    helped = sheet.cells.get((2, _columns(sheet)["agency"]))
    return 3 if helped and helped.text == _HELP["agency"] else 2


def _rows(sheet: Sheet) -> Iterator[_SheetRow]:
    """The rows that say something."""
    columns = _columns(sheet)
    for number in sorted({row for row, _ in sheet.cells if row >= _first(sheet)}):
        cells = {option: sheet.cells.get((number, column)) for option, column in columns.items()}
        said = {option: cell for option, cell in cells.items() if cell and not cell.error and not is_nothing(cell)}
        if said:
            yield _SheetRow(number, columns, said)


def _whose(row: _SheetRow, desk: RecordDesk, rows: dict[str, int]) -> str:
    """Whose row it is; `rows` are the agencies that have one already. Raises AnswerError."""
    if not row.said("agency"):
        raise AnswerError("baris tanpa alamat tetap; salin alamatnya dari buku kerja yang semula")
    slug = desk.agency(row.said("agency"))
    if (first := rows.setdefault(slug, row.number)) != row.number:
        raise AnswerError(f"{slug} sudah ada pada baris {first}; satukan keduanya di sana")
    return slug


def _outside(sheet: Sheet) -> Iterator[Remark]:
    """What stands in no column that is known, gives no value, or was left out in reading."""
    heads = {number: _HEAD[option] for option, number in _columns(sheet).items()}
    titles = {number: cell.text for (row, number), cell in sheet.cells.items() if row == 1}
    for (row, number), cell in sorted(sheet.cells.items()):
        title = plain(titles.get(number, ""))
        if row < _first(sheet) or is_nothing(cell) or folded(title) == folded(COUNT):
            continue
        if number not in heads:
            told = "bukan kolom lembar ini", "pindahkan isinya ke kolom yang ada"
            yield Remark(REGISTER_SHEET, cell.address, title, plain(cell.text), *told, whole_column=True)
        elif cell.error:
            yield Remark(REGISTER_SHEET, cell.address, title, "", cell.error)
    for cell, why in sheet.left:
        yield Remark(REGISTER_SHEET, cell.address, plain(titles.get(cell.column, "")), plain(cell.text), why)


@dataclass(slots=True)
class _RowTaken:
    """A row held against its agency: each part of it (name and duty, contact, owner) is written, or told."""

    file: RegisterText
    desk: RecordDesk
    row: _SheetRow
    agency: Agency
    remarks: list[Remark] = field(default_factory=list)
    source: str = ""
    needless: list[str] = field(default_factory=list)

    def written(self) -> Iterator[str]:
        """Write the parts that say something anew, and name them."""
        texts, kept = news(self.agency, self._said())
        for option in kept:
            command = f"katalog record {_ACT[option]} --agency {self.agency.slug}"
            self._tell(option, _NEWER, f"bila isi buku kerja yang benar, catat dengan {command}")
        parts = (("nama dan kedudukan", self._name), ("kontak", self._contact), ("pemilik", self._owner))
        yield from (part for part, write in parts if write(texts))

    def _said(self) -> dict[str, str]:
        return {option: self.row.said(option) for option in _HEAD if self.row.said(option)}

    def _tell(self, option: str, reason: str, cure: str = "", *, note: bool = False) -> None:
        self.remarks.append(replace(self.row.remark(option, reason, cure), note=note))

    def _name(self, texts: Mapping[str, str]) -> bool:
        """Whether a name, or that the duty binds, is confirmed."""
        agency, right = self.agency, self._says("right", confirmed=self.agency.name_confirmed)
        bound = self._says("bound", confirmed=agency.bound == "ya") and agency.bound != "ya"
        renamed = "name" in texts
        if renamed and not right:
            cure = f'tulis ya pada "{_HEAD["right"]}", bila nama itu sudah dibaca di sumbernya'
            self._tell("name", f'nama {agency.name} tidak diubah: "{_HEAD["right"]}" belum berisi ya', cure)
            return False
        if not (bound or renamed or (right and not agency.name_confirmed)):
            self._unused(texts)
            return False
        if missing := [option for option in ("source", "date") if not texts.get(option)]:
            for option in missing:
                about = _HELP[option].rstrip(".")
                cure = f"isi dahulu: {about[0].lower()}{about[1:]}"
                self._tell(option, "belum diisi, sehingga nama dan kedudukan tidak dibenarkan", cure)
            return False
        asked = [option for option in ("name", "former", *_OF_SOURCE) if option in texts]
        answers = self._read(asked, texts, {"agency": agency.slug, **({"bound": True} if bound else {})})
        if bad := [option for option in asked if option not in answers]:
            why = f'tidak diambil, sebab "{_HEAD[bad[0]]}" tidak dapat dipakai'
            for option in (one for one in asked if one not in bad):
                self._tell(option, why, f"betulkan {self.row.place(bad[0])}")
            return False
        confirmed(self.file, self.desk, answers)
        if bound and (left_out := kind_left_out(self.desk.registry, agency.slug, self.desk.today)):
            self._tell("bound", left_out, note=True)
        return True

    def _says(self, option: str, *, confirmed: bool) -> bool:
        """Whether a cell says yes; what is neither yes nor no is told, and a no where the register has a yes."""
        said = folded(self.row.said(option))
        if said == "tidak" and confirmed:
            self._tell(
                option, "sudah dibenarkan, dan tabel tidak mencabutnya", taken_back("konfirmasi", self.agency.slug)
            )
        elif said not in ("", "ya", "tidak", folded(self.agency.bound)):
            self._tell(option, "bukan ya atau tidak", "tulis ya atau tidak")
        return said == "ya"

    def _unused(self, texts: Mapping[str, str]) -> None:
        """Tell that a source is put on record for nothing, unless it is that of the contact, or the name's already."""
        given = [option for option in _OF_SOURCE if option in texts]
        of_contact = any(is_filled(self._said(), option) for option in CONTACT_PARTS)
        if not given or of_contact or texts.get("source") == self.agency.source.title:
            return
        if self.agency.name_confirmed:
            self.needless.append(self.row.place(given[0]))
        else:
            why = f'"{_HEAD["right"]}" belum berisi ya'
            self._tell(given[0], f"sumber ini tidak dicatat: {why}", "tulis ya, bila nama itu dibaca di sana")

    def _contact(self, texts: Mapping[str, str]) -> bool:
        """Whether the contact changes. One cell that will not do costs that cell."""
        slug, asked = self.agency.slug, [option for option in CONTACT_PARTS if option in texts]
        answers = self._read(asked, texts, {"agency": slug})
        try:
            if any(option in answers for option in asked):
                reached(self.file, self.desk, answers)
                self.source = self._source(texts)
                return True
        except AnswerError as error:
            self._tell(asked[0], str(error))
        return False

    def _source(self, texts: Mapping[str, str]) -> str:
        """Where a contact is from, and of which day: by the row, else this workbook, today."""
        given = [option for option in _OF_SOURCE if option in texts]
        told = self._read(given, texts, {"agency": self.agency.slug})
        day = told_day(told.get("date", self.desk.today))
        return ", ".join(filter(None, (told.get("source", "buku kerja"), told.get("source_url"), day)))

    def _owner(self, texts: Mapping[str, str]) -> bool:
        """Whether the owner changes."""
        if "owner" not in texts or (texts["owner"] == EMPTY and not self.agency.owner):
            return False
        try:
            owned(self.file, self.agency.slug, texts["owner"])
        except AnswerError as error:
            self._tell("owner", str(error))
            return False
        return True

    def _read(self, asked: Sequence[str], texts: Mapping[str, str], answers: dict[str, Any]) -> RecordAnswers:
        """The `answers` and those of the cells that will do, read as `record` reads them; the others are told."""
        for option in asked:
            try:
                answers[option] = _READERS[option](self.desk, texts[option], answers)
            except AnswerError as error:
                self._tell(option, str(error))
        return answers
