"""Which hand-in of the record one that came is: its number, what waits on branches, and what is written of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import RecordDesk
from generator.contributing.recording.hand_ins import begun, hand_in_step, stepped
from generator.contributing.taking_in import TakenIn
from generator.layout import hand_in_path
from generator.reading.document import read
from generator.schema.handins import HandIn, HandInState
from generator.text.personal_data import find

_AGENCY: Final = "perangkat_daerah"


@dataclass(frozen=True, slots=True)
class WaitingHandIn:
    """A hand-in that stands on record on a branch which is not merged: the file that it has there."""

    branch: str
    number: str
    text: str

    def refuse(self, one: TakenIn, given: str = "") -> None:
        """Raises AnswerError if the same came there, another version, or what is asked under the number `given`."""
        said, state = self._said()
        where = f"{self.number} di cabang {self.branch} yang belum digabungkan"
        wrong = f"bila cabang itu keliru, buang dengan katalog discard {self.branch}; bila benar,"
        going = f"pindah ke sana dengan git switch {self.branch}; lalu ulangi perintah ini"
        again = f"{wrong} gabungkan dahulu, atau {going}"
        if one.digest in {said.get("sidik"), *(step.get("sidik") for step in _steps(said))}:
            cure = f"{wrong} gabungkan cabang itu" if state == "diterima" else again
            raise AnswerError(f"isi ini sudah tercatat ({state}) dengan nomor {where}; {cure}")
        if (said.get(_AGENCY), said.get("inovasi")) == (one.agency, one.slug):
            raise AnswerError(f"ini versi baru dari kiriman {where} ({state}); {again}")
        if self.number == given:
            raise AnswerError(f"yang menunggu jawaban adalah kiriman {where}; {again}")

    def note(self, one: TakenIn) -> Iterator[str]:
        """That something is asked of the same agency there, to which this may be the answer."""
        said, state = self._said()
        if state == "ditanyakan" and said.get(_AGENCY) == one.agency:
            yield (
                f"masih ditanyakan di cabang {self.branch}: {self.number}; bila ini jawabannya, "
                f"pindah ke sana dengan git switch {self.branch}, lalu ulangi dengan --number {self.number}"
            )

    def _said(self) -> tuple[Mapping[str, Any], str]:
        """What the file says, as typed, and the state that it ends with."""
        document, _ = read(self.text.encode(), self.number)
        said = document.data if document else {}
        steps = _steps(said)
        return said, str(steps[-1].get("keadaan")) if steps else ""


def _steps(said: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    steps = said.get("perjalanan")
    return [step for step in (steps if isinstance(steps, list) else ()) if isinstance(step, dict)]


def numbered(one: TakenIn, desk: RecordDesk, given: str = "") -> TakenIn:
    """The same under the number that its sender keeps: that of its content, or the one to which it is the answer.

    It answers what was asked under the number that is `given`, else what was asked about the same innovation. Raises
    AnswerError if nothing was asked of its agency under that number, or several questions are open.
    """
    hand_ins = desk.registry.hand_ins
    asked = [known for known in hand_ins if _waits(known, one.agency)]
    named = ", ".join(known.number for known in asked)
    if given and given not in [known.number for known in asked]:
        raise AnswerError(
            f"tidak ada pertanyaan yang menunggu jawaban dengan nomor {given} dari perangkat daerah itu; "
            f"yang menunggu: {named or 'tidak ada'}"
        )
    for known in hand_ins:
        if one.digest in known.said.digests and given in ("", known.number):
            note = f"isi ini sudah tercatat dengan nomor {known.number}; nomor itu tetap dipakai"
            notes = one.notes if known.number == one.number else (*one.notes, note)
            return replace(one, number=known.number, notes=notes, answers=True)
    fitting = [given] if given else [known.number for known in asked if known.said.innovation == one.slug]
    if len(fitting) > 1:
        raise AnswerError(f"inovasi ini ditanyakan pada {named}; sebutkan yang dijawab dengan --number")
    if fitting:
        note = f"ini jawaban untuk kiriman {fitting[0]}, yang masih ditanyakan; nomor itu tetap dipakai"
        return replace(one, number=fitting[0], answers=True, notes=(*one.notes, note))
    if asked:
        note = f"masih ditanyakan: {named}; bila ini jawabannya, ulangi dengan --number dan nomornya"
        return replace(one, notes=(*one.notes, note))
    return one


def _waits(known: HandIn, agency: str) -> bool:
    return known.said.last.state == "ditanyakan" and known.said.agency == agency


def refuse_unchanged(one: TakenIn, desk: RecordDesk) -> None:
    """Raises AnswerError for what the catalogue has word for word, unless it settles what is on record."""
    known = any(old.number == one.number for old in desk.registry.hand_ins)
    if not known and not one.pictures and desk.texts.get(one.path) == one.text:
        raise AnswerError(f"isinya sama dengan {one.path}, yang sudah tercatat; tidak ada yang ditulis")


def register_with(desk: RecordDesk, one: TakenIn, state: HandInState, note: str | None = None) -> tuple[str, str]:
    """Path and text of the file of a hand-in, with what becomes of it. Raises AnswerError, RegisterStyleError."""
    # What is only asked about may be called by a number that must not stand in the register.
    innovation = None if state == "ditolak" or (state == "ditanyakan" and list(find(one.slug))) else one.slug
    for known in desk.registry.hand_ins:
        if known.number == one.number and not one.answers:
            raise AnswerError(f"nomor {one.number} sudah dipakai kiriman lain; minta pengirim membuat paketnya lagi")
        if known.number == one.number:
            digest = one.digest if one.digest not in known.said.digests else None
            return known.path, stepped(
                known, desk.texts[known.path], hand_in_step(state, desk.today, note, innovation, digest)
            )
    path = hand_in_path(one.number)
    return path, begun(path, one.agency, one.digest, hand_in_step(state, desk.today, note, innovation))
