"""What became of each hand-in, by the number that its sender keeps: taken in, asked back, published or declined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.compliance.wording import listed, number
from generator.dates import PartialDate
from generator.publishing.asking import NUMBER, about_hand_in, to_fill_in
from generator.publishing.view import Page, View, shortened
from generator.schema.handins import HandIn
from generator.schema.registry import Agency

#: What people call it.
_CALLED: Final = ("kiriman saya", "tanda terima", "nomor kiriman", "lacak kiriman", "status usulan")
#: So many are on the page.
_ROWS: Final = 200
_WORDS: Final = {"diterima": "Diterima", "ditanyakan": "Ditanyakan", "ditolak": "Tidak diterima"}
_PUBLISHED: Final = "Terbit"


@dataclass(frozen=True, slots=True)
class Followed:
    """One hand-in as it is shown: `innovation` is the page that came of it, `steps` (state in words, day, remark).

    `question` is a message about it, as `asking.to_fill_in` has it.
    """

    number: str
    agency: Agency
    state: str
    innovation: Innovation | None
    steps: tuple[tuple[str, PartialDate, str], ...]
    question: Mapping[str, Any]


def pages(view: View) -> Iterator[Page]:
    """One page."""
    registry = view.catalogue.registry
    known = [one for one in registry.hand_ins if one.said.agency in registry.agencies]
    found = [_followed(one, view) for one in sorted(known, key=_newest, reverse=True)]
    yield Page(
        address=addresses.STATUS,
        named=True,
        called=_CALLED,
        template="kiriman",
        title="Status kiriman",
        description="Keadaan setiap kiriman isian menurut nomornya: diterima, ditanyakan, terbit, atau tidak diterima.",
        crumbs=(("Beranda", addresses.HOME), ("Catat inovasi", addresses.CONTRIBUTE)),
        context={
            "ringkas": _summary(found),
            "kiriman": shortened(found, _ROWS),
            "tanya": to_fill_in(about_hand_in(view.settings)),
            "ganti": NUMBER,
        },
        empty=not found,
    )


def _newest(one: HandIn) -> tuple[str, str]:
    return one.said.last.date.text, one.number


def _followed(one: HandIn, view: View) -> Followed:
    """What is taken in and stands in the catalogue that is published is published."""
    innovation = view.catalogue.at(one.said.innovation) if one.said.innovation else None
    published = innovation is not None and one.said.last.state == "diterima"
    steps = tuple((_WORDS[step.state], step.date, step.note or "") for step in one.said.steps)
    agency = view.catalogue.registry.agencies[one.said.agency]
    state = _PUBLISHED if published else _WORDS[one.said.last.state]
    question = to_fill_in(about_hand_in(view.settings, one.number))
    return Followed(one.number, agency, state, innovation if published else None, steps, question)


def _summary(found: Sequence[Followed]) -> str:
    if not found:
        return "Belum ada kiriman yang tercatat."
    states = [one.state for one in found]
    counted = ((word, states.count(word)) for word in (_PUBLISHED, *_WORDS.values()))
    parts = [f"{number(count)} {word.lower()}" for word, count in counted if count]
    return f"Tercatat {number(len(found))} kiriman: {listed(parts)}."
