"""The act that fills in the rules of a year, one at a time: what the circular says, and how far that is known."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from generator.compliance.index import rule_version
from generator.compliance.opening import year_read
from generator.compliance.record import as_typed
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    SOURCE,
    SOURCE_URL,
    WHY,
    YEAR,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    address,
    day_question,
    line,
    reference,
    word_question,
    yes,
)
from generator.contributing.recording.register_text import RegisterText
from generator.contributing.table_import.cells.values import date_in
from generator.dates import PartialDate
from generator.layout import obligation_path, result_path
from generator.schema.fields import nearest
from generator.schema.registry import Basis

_NOTHING: Final = ("kosong", "null", "tidak ada")
_BASES: Final = {"dibaca": "Dibaca di naskah", "diberitakan": "Diketahui dari berita", "asumsi": "Asumsi penyusun"}
assert tuple(_BASES) == get_args(Basis)
_LEGAL: Final = {
    "jenis": "Jenis naskah",
    "judul": "Isi pokok naskah",
    "nomor": "Nomor naskah",
    "tanggal": "Tanggal naskah",
    "naskah": "Alamat naskah",
    "sumber": "Sumber lain yang memuatnya",
}
_CLAUSES: Final = {
    "minimum": "Jumlah paling sedikit",
    "peristiwa_dihitung": "Peristiwa yang dihitung",
    "kolaborasi_dihitung": "Kolaborasi dihitung",
    "jenis_terikat": "Jenis perangkat daerah yang terikat",
    "berlaku_mulai": "Hari mulai berlaku",
}
_OTHER, _DEADLINE = "lainnya", "tenggat"
_WHAT: Final = {**_LEGAL, **_CLAUSES, _OTHER: "Aturan lain, tanpa nilai", _DEADLINE: "Tenggat"}


def _any_day(answer: str) -> dt.date:
    """A day, come or to come. Raises AnswerError."""
    found = PartialDate.parse(date_in(answer) or "") if date_in(answer) else None
    if found is None or found.first != found.last:
        raise AnswerError(f'tanggal "{answer}" tidak terbaca; tulis hari, bulan, dan tahun, misalnya 2 Juni 2027')
    return found.first


def _whole(answer: str) -> int:
    if not answer.isdecimal() or not 0 < int(answer) <= 100:
        raise AnswerError(f'"{answer}" bukan jumlah; tulis angka, misalnya 1')
    return int(answer)


def _words(vocabulary: str) -> Callable[[RecordDesk, str], list[str]]:
    def read(desk: RecordDesk, answer: str) -> list[str]:
        labels = {slug: term.label for slug, term in desk.registry.taxonomy[vocabulary].items()}
        found = [(one.strip(), nearest(one.strip(), labels)) for one in answer.split(",") if one.strip()]
        if unknown := [one for one, slug in found if slug is None]:
            raise AnswerError(f"{', '.join(unknown)} tidak ada dalam pilihan; pilihannya: {', '.join(labels)}")
        return [slug for _, slug in found if slug]

    return read


_READERS: Final[Mapping[str, Callable[[RecordDesk, str], Any]]] = {
    "jenis": lambda _desk, answer: line(answer, 100, 3),
    "judul": lambda _desk, answer: line(answer, 300, 5),
    "nomor": lambda _desk, answer: line(answer, 100),
    "tanggal": lambda desk, answer: desk.day(answer),
    "naskah": lambda _desk, answer: address(answer),
    "minimum": lambda _desk, answer: _whole(answer),
    "peristiwa_dihitung": _words("peristiwa"),
    "kolaborasi_dihitung": lambda desk, answer: desk.word(answer, {"ya": "Ya", "tidak": "Tidak"}),
    "jenis_terikat": _words("jenis_perangkat_daerah"),
    "berlaku_mulai": lambda _desk, answer: _any_day(answer),
    _DEADLINE: lambda _desk, answer: _any_day(answer),
}


def _value(desk: RecordDesk, answer: str, answers: RecordAnswers) -> Any:
    """The value, read as its rule has it; None for what is not known. Raises AnswerError."""
    what = answers["what"]
    if answer.strip().casefold() in _NOTHING and what in ("nomor", "tanggal", "naskah", _DEADLINE):
        return None
    return _READERS[what](desk, answer.strip())


def _current(desk: RecordDesk, answers: RecordAnswers) -> str:
    """The value as it is, as it may be typed."""
    data = as_typed(desk.registry.obligations[answers["year"]])
    group = data["dasar_hukum"] if answers["what"] in _LEGAL else data.get("tenggat") or {}
    value = (
        data["aturan"][answers["what"]]["nilai"]
        if answers["what"] in _CLAUSES
        else group.get("tanggal" if answers["what"] == _DEADLINE else answers["what"])
    )
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def _basis(desk: RecordDesk, answers: RecordAnswers) -> str:
    """How far a rule is known now; "" of a new one."""
    rules = as_typed(desk.registry.obligations[answers["year"]])["aturan"]
    if answers["what"] in _CLAUSES:
        return str(rules[answers["what"]]["dasar"])
    return str(rules[_OTHER][answers["number"] - 1]["dasar"]) if answers.get("number") else ""


def _number(desk: RecordDesk, answer: str, answers: RecordAnswers) -> int:
    """The place of another rule, from 1; 0 for a new one. Raises AnswerError."""
    count = len(desk.registry.obligations[answers["year"]].rules.others)
    if answer.strip().casefold() == "baru":
        return 0
    if not answer.strip().isdecimal() or not 0 < int(answer) <= count:
        raise AnswerError(f'"{answer}" bukan nomor aturan; tulis 1 sampai {count}, atau "baru"')
    return int(answer)


def _others(desk: RecordDesk, answers: RecordAnswers) -> Mapping[str, str]:
    others = desk.registry.obligations[answers["year"]].rules.others
    return {str(number): f"{one.basis}: {one.note}" for number, one in enumerate(others, 1)}


def _is_clause(answers: RecordAnswers) -> bool:
    return (answers.get("what") in _CLAUSES or answers.get("what") == _OTHER) and not answers.get("remove")


def _is_legal(answers: RecordAnswers) -> bool:
    return answers.get("what") in {*_LEGAL, _DEADLINE} - {"sumber"}


def _is_other(answers: RecordAnswers) -> bool:
    return answers.get("what") == _OTHER


def _ruled(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    year, what = answers["year"], answers["what"]
    path = obligation_path(year)
    file = RegisterText(path, desk.texts[path])
    if what in _LEGAL:
        _legal(file, answers)
    elif what == _DEADLINE:
        _deadline(file, answers)
    elif what in _CLAUSES:
        _clause(file, file.data["aturan"][what], answers)
    else:
        _other(file, answers)
    if (text := file.text()) == desk.texts[path]:
        raise AnswerError("belum ada yang berbeda; tulis nilai, dasar, atau keterangan yang baru")
    said = f"Isi aturan {year}, {_WHAT[what].lower()}: {answers['why'].rstrip('.')}"
    return FileChanges({path: text, **_correction(desk, answers, text)}, said)


def _legal(file: RegisterText, answers: RecordAnswers) -> None:
    basis, what = file.data["dasar_hukum"], answers["what"]
    if what != "sumber":
        file.put(basis, what, answers.get("value"), tuple(_LEGAL))
    source = reference(answers) if answers.get("source") else {}
    # The same source is given with each of its facts; it stands once.
    known = [(one["judul"], one.get("url")) for one in basis.get("sumber") or ()]
    if source and (source["judul"], source["url"]) not in known:
        file.append_to(basis, "sumber", source, tuple(_LEGAL))


def _deadline(file: RegisterText, answers: RecordAnswers) -> None:
    if answers.get("value") and not answers.get("source"):
        raise AnswerError("tenggat memerlukan sumbernya (--source)")
    told = {"tanggal": answers["value"], "sumber": reference(answers)} if answers.get("value") else None
    file.put(file.data, _DEADLINE, told, ("tahun", "dasar_hukum", "aturan", _DEADLINE))


def _clause(file: RegisterText, clause: Any, answers: RecordAnswers) -> None:
    if answers.get("basis", clause["dasar"]) != clause["dasar"] and not answers.get("note"):
        raise AnswerError("tulis juga aturan itu dalam satu kalimat seperti yang dibaca (--note)")
    told = {"nilai": answers.get("value"), "dasar": answers.get("basis"), "keterangan": answers.get("note")}
    for key, value in told.items():
        if value is not None and clause.get(key) != value:
            file.put(clause, key, value, tuple(told))


def _other(file: RegisterText, answers: RecordAnswers) -> None:
    rules, number = file.data["aturan"], answers["number"]
    if answers.get("remove"):
        if not number:
            raise AnswerError("sebutkan nomor aturan yang dihapus (--number)")
        file.remove(_OTHER, number - 1, rules)
    elif number:
        _clause(file, rules[_OTHER][number - 1], answers)
    elif answers.get("basis") and answers.get("note"):
        told = {"dasar": answers["basis"], "keterangan": answers["note"]}
        file.append_to(rules, _OTHER, told, (*_CLAUSES, _OTHER))
    else:
        raise AnswerError("aturan baru memerlukan dasar (--basis) dan keterangan (--note)")


def _correction(desk: RecordDesk, answers: RecordAnswers, text: str) -> Mapping[str, str]:
    """Of a year that is closed: the correction that tells of its new rules."""
    year = answers["year"]
    changed = year_read(text, year)
    if year not in desk.registry.results or changed is None:
        return {}
    version = rule_version(changed)
    if version == rule_version(desk.registry.obligations[year]):
        return {}
    path = result_path(year)
    result = RegisterText(path, desk.texts[path])
    told = {"tanggal": answers["date"], "alasan": answers["why"], "versi_aturan": version}
    result.append("koreksi", told)
    return {path: result.text()}


RULES: Final = Act(
    "rules",
    "Isi satu hal pada aturan setahun; bila tahunnya sudah ditutup, koreksinya ikut tertulis.",
    (
        RecordQuestion(
            YEAR.option, YEAR.asked, YEAR.read, default=lambda desk, _: str(max(desk.registry.obligations, default=""))
        ),
        word_question("what", "Apa yang diisi", _WHAT),
        RecordQuestion("number", 'Nomornya, atau "baru"', _number, choices=_others, wanted=_is_other),
        RecordQuestion(
            "remove", "Dihapus (ya atau tidak)", yes, default=lambda _d, _a: "tidak", wanted=_is_other
        ),
        RecordQuestion(
            "value", 'Isinya; "kosong" bila tidak diketahui', _value, default=_current, wanted=_is_legal
        ),
        RecordQuestion(
            "value", "Isinya", _value, optional=True, default=_current,
            wanted=lambda answers: answers.get("what") in _CLAUSES,
        ),
        word_question("basis", "Seberapa pasti", _BASES, default=_basis, optional=True, wanted=_is_clause),
        RecordQuestion(
            "note", "Aturan itu dalam satu kalimat (kosongkan bila tetap)",
            lambda _desk, answer, _: line(answer, 500, 5), optional=True, wanted=_is_clause,
        ),
        RecordQuestion(
            "source", SOURCE.asked, SOURCE.read, wanted=lambda a: a.get("what") == "sumber",
        ),
        RecordQuestion(
            "source", f"{SOURCE.asked}, bila ada", SOURCE.read, optional=True,
            wanted=_is_legal,
        ),
        RecordQuestion(
            "source_url", SOURCE_URL.asked, SOURCE_URL.read, optional=True, wanted=lambda a: "source" in a,
        ),
        WHY,
        day_question("date", "Tanggal dicatat", default=lambda desk, _: desk.today.isoformat()),
    ),
    _ruled,
)  # fmt: skip
