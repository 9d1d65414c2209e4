"""The words of the index: status words with their symbol, and the exact reason in a sentence."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from generator.catalogue.catalogue import Catalogue
from generator.compliance.index import Proof, Verdict, YearIndex, judged_on
from generator.dates import spoken
from generator.schema.registry import Agency, Basis, Reply, Rules
from generator.schema.result import Status

#: Symbol and word of each status; the word of an open or provisional year is chosen in `status_word`.
_WORDS: Final[dict[Status, tuple[str, str]]] = {
    "memenuhi": ("✔", "Memenuhi"),
    "belum": ("✖", "Belum memenuhi"),
    "tidak": ("✖", "Tidak memenuhi"),
    "belum-wajib": ("—", "Belum wajib"),
    "dikecualikan": ("○", "Dikecualikan"),
    "belum-dikonfirmasi": ("?", "Belum dikonfirmasi"),
}
#: The same without symbols, where one of them is chosen.
STATUS_WORDS: Final[Mapping[str, str]] = {status: word for status, (_, word) in _WORDS.items()}
_NOTHING_RECORDED: Final = ("•", "Belum tercatat")
BASIS_WORDS: Final[dict[Basis, str]] = {
    "dibaca": "Dibaca di naskah",
    "diberitakan": "Menurut pemberitaan",
    "asumsi": "Asumsi penyusun",
}
#: How a sentence begins that rests on a rule.
BASIS_LEADS: Final[dict[Basis, str]] = {
    "dibaca": "Setiap",
    "diberitakan": "Menurut pemberitaan, setiap",
    "asumsi": "Menurut asumsi penyusun, setiap",
}
#: Told to who adds to a closed year: beforehand by the form, afterwards by the reply.
RECORD_STANDS: Final = "{tahun} sudah ditutup; pengelola memutuskan koreksi."
_SHOWN: Final = 3
Item = TypeVar("Item")
#: The end of a sentence, which is no ellipsis.
_FULL_STOP: Final = re.compile(r"(?<!\.)\.\Z")


@dataclass(frozen=True, slots=True)
class StatusWord:
    """How a status is shown: never by colour alone."""

    code: Status
    symbol: str
    word: str


def status_word(status: Status, index: YearIndex) -> StatusWord:
    """The status in words. A provisional year says "Belum tercatat" and accuses nobody."""
    symbol, word = _NOTHING_RECORDED if status == "belum" and index.provisional else _WORDS[status]
    return StatusWord(status, symbol, word)


def too_few(index: YearIndex) -> str:
    """What "belum" says of the catalogue, true whatever the minimum is."""
    minimum = index.obligation.rules.minimum.value
    return "katalog belum memuat inovasinya" if minimum == 1 else f"katalog belum memuat {minimum} inovasinya"


def rule_words(rules: Rules) -> str:
    """What a year asks of an agency, in one sentence that says how sure that is."""
    minimum = rules.minimum
    asked = minimum.note or f"Paling sedikit {minimum.value} inovasi setahun"
    return f"{asked.removesuffix('.')} ({BASIS_WORDS[minimum.basis].lower()})."


def word_table(index: YearIndex) -> Mapping[Status, str]:
    """Every status that an open year may have, and "tidak", with its word in this year."""
    return {status: status_word(status, index).word for status in _WORDS}


def reason(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> str:
    """Why the agency has this status, in one or two plain sentences; of a closed year those on record."""
    if index.result is None:
        return " ".join([_core(verdict, index, catalogue), *_beside(verdict, catalogue)])
    said = _corrected(verdict, catalogue) if verdict.corrections else verdict.recorded
    return " ".join([said, *(f"Dikoreksi {spoken(c.date)}: {c.reason}" for c in verdict.corrections)])


def closing_reason(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> str:
    """The reason that the record of a closed year keeps; `verdict` has the status that the closing gives it."""
    when = f"Saat tahun {index.year} ditutup,"
    match verdict.status:
        case "memenuhi":
            core = f"{when} tercatat {len(verdict.slugs)} inovasi: {_names(verdict, catalogue)}."
        case "belum" | "tidak" if verdict.proofs:
            asked = f"{len(verdict.slugs)} dari {index.obligation.rules.minimum.value} inovasi yang diminta"
            core = f"{when} tercatat {asked}: {_names(verdict, catalogue)}."
        case "belum" | "tidak":
            core = f"{when} tidak tercatat inovasi yang cukup."
        case "belum-dikonfirmasi":
            said = _core(verdict, index, catalogue)
            core = f"{when} {said[0].lower()}{said[1:]}"
        case _:
            core = _core(verdict, index, catalogue)
    return " ".join([core, *_beside(verdict, catalogue)])


def _beside(verdict: Verdict, catalogue: Catalogue) -> Iterator[str]:
    """What else bears on the status: who earned it before, which dates are not complete."""
    if verdict.predecessors:
        names = listed([agency.name for agency in verdict.predecessors])
        yield f"Termasuk capaian {names} yang diteruskannya."
    unsure = sorted({p.slug for p in verdict.proofs if not p.complete})
    if unsure and verdict.status == "memenuhi":
        yield f"Tanggal belum lengkap: {listed([name_of(s, catalogue) for s in unsure])}."


def _corrected(verdict: Verdict, catalogue: Catalogue) -> str:
    """The status that a correction gave; why stands in the correction."""
    said: dict[Status, str] = {
        "memenuhi": f"tercatat {len(verdict.slugs)} inovasi: {_names(verdict, catalogue)}",
        "belum": "tidak tercatat inovasi yang cukup",
        "tidak": "tidak tercatat inovasi yang cukup",
        "belum-wajib": "belum wajib",
        "dikecualikan": "dikecualikan",
        "belum-dikonfirmasi": "tidak dinilai",
    }
    return f"Sesudah dikoreksi, {said[verdict.status]}."


def _core(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> str:
    match verdict.status:
        case "belum-dikonfirmasi":
            return _unconfirmed(verdict, index)
        case "dikecualikan":
            e = verdict.exemption
            assert e, "the status comes of it"
            return f"Dikecualikan pada {spoken(e.date)}: {_FULL_STOP.sub('', e.reason)} ({e.source.title})."
        case "belum-wajib":
            return _too_new(verdict, index, catalogue)
        case "memenuhi":
            return _met(verdict, index, catalogue)
        case _:
            return _short(verdict, index, catalogue)


def _unconfirmed(verdict: Verdict, index: YearIndex) -> str:
    doubts = []
    if not verdict.agency.name_confirmed:
        doubts.append("nama resminya belum terkonfirmasi")
    if verdict.agency.bound != "ya":
        doubts.append(f"belum pasti apakah {index.obligation.legal_basis.kind} mengikatnya")
    elif verdict.agency.kind not in index.obligation.rules.bound.value:
        doubts.append(f"jenisnya tidak tercantum pada aturan {index.year}")
    exempt = verdict.exemption
    noted = f" Pengecualian {spoken(exempt.date)} tercatat, tetapi belum berpengaruh." if exempt else ""
    return (f"Tidak dinilai karena {' dan '.join(doubts)}." if doubts else "Tidak dinilai.") + noted


def _too_new(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> str:
    lineage = (verdict.agency, *catalogue.registry.predecessors(verdict.agency, judged_on(index.year, index.as_of)))
    first = min((agency for agency in lineage if agency.since), key=_since, default=None)
    founded = f"Dibentuk pada {spoken(first.since)}" if first and first.since else "Dibentuk"
    if first and first.slug != verdict.agency.slug:
        founded = f"{first.name}, yang diteruskannya, {founded[0].lower()}{founded[1:]}"
    return f"{founded}, sesudah kewajiban mulai berlaku pada {spoken(index.obligation.rules.start.value)}."


def _since(agency: Agency) -> dt.date:
    return agency.since.first if agency.since else dt.date.max


def _met(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> str:
    count = len(verdict.slugs)
    return f"Tercatat {count} inovasi dengan peristiwa bertanggal {index.year}: {_evidence(verdict, catalogue)}."


def counted_events(index: YearIndex, catalogue: Catalogue) -> str:
    """The events that count, in words: `inisiatif, uji coba, atau penerapan`."""
    kinds = catalogue.registry.taxonomy["peristiwa"]
    return listed([kinds[kind].label.lower() for kind in index.obligation.rules.counted.value], "atau")


def _short(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> str:
    count, minimum = len(verdict.slugs), index.obligation.rules.minimum.value
    late = f" {not_closed(index)}".rstrip()
    if count:
        return f"Baru tercatat {count} dari {minimum} inovasi yang diminta: {_evidence(verdict, catalogue)}.{late}"
    events = counted_events(index, catalogue)
    return f"Belum ada inovasinya di katalog dengan peristiwa {events} pada {index.year}.{late}"


def not_closed(index: YearIndex) -> str:
    """What holds between a year's last day and its closing; "" at any other time."""
    return f"Tahun {index.year} belum ditutup; data masih dapat disusulkan." if index.overdue else ""


def _evidence(verdict: Verdict, catalogue: Catalogue) -> str:
    latest: dict[str, Proof] = {proof.slug: proof for proof in verdict.proofs}
    kinds = catalogue.registry.taxonomy["peristiwa"]
    shown = [
        f"{name_of(p.slug, catalogue)} ({kinds[p.event.kind].label.lower()}, {spoken(p.event.date)})"
        for p in latest.values()
        if p.event
    ]
    return _capped(shown)


def _names(verdict: Verdict, catalogue: Catalogue) -> str:
    return _capped([proof.name or name_of(proof.slug, catalogue) for proof in verdict.innovations])


def name_of(slug: str, catalogue: Catalogue) -> str:
    """The innovation's name; of one that has left the catalogue only the slug is known."""
    innovation = catalogue.at(slug)
    return innovation.entry.name if innovation else slug


def _capped(shown: Sequence[str]) -> str:
    more = len(shown) - _SHOWN
    return listed([*shown[:_SHOWN], *([f"{more} lainnya"] if more > 0 else [])])


def listed(words: Sequence[str], joint: str = "dan") -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 3:
        return f" {joint} ".join(words)
    return f"{', '.join(words[:-1])}, {joint} {words[-1]}"


def joined(items: Sequence[Item], mark: str = "") -> Iterator[tuple[str, Item]]:
    """Each item and what stands before it: `mark`, or without one as in `listed`."""
    last = len(items) - 1
    ending = " dan " if last == 1 else ", dan "
    for place, item in enumerate(items):
        yield "" if not place else mark or (ending if place == last else ", "), item


def reply_words(reply: Reply) -> str:
    """How far a reply is, in one sentence; "" where that is not recorded."""
    if reply.done:
        ending = "status diubah" if reply.state == "diubah" else "status tetap"
        took = f"dalam {number(reply.days)} hari" if reply.days else "pada hari yang sama"
        return f"Selesai ditinjau {spoken(reply.done)}, {took}: {ending}."
    known = {"diterima": "Diterima, belum ditinjau.", "ditinjau": "Sedang ditinjau; statusnya dapat berubah."}
    return known.get(str(reply.state), "")


def number(value: float) -> str:
    """A number as Indonesian prints it: `1.850`, `0,5`."""
    whole, dot, rest = f"{value:,}".partition(".")
    return whole.replace(",", ".") + (f",{rest}" if dot else "")


def rupiah(amount: int | None) -> str:
    """A sum of money, or that none is on record."""
    return "jumlah belum tercatat" if amount is None else f"Rp{number(amount)}"
