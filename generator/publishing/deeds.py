"""What an agency can do next, as sentences that its head can hand on: with the place where each is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.checks.completeness import is_unread
from generator.compliance.doubts import Doubt, doubts
from generator.compliance.index import Verdict, in_force
from generator.compliance.wording import listed, number
from generator.national_index.eligibility import EVIDENCE, standing
from generator.publishing.view import Shortened, View, shortened
from generator.schema.entry import entry_fields
from generator.schema.registry import Agency

_NAMED: Final = 5
_FILLED: Final = "pengelola mengisinya dari berita dan dokumen terbuka"
#: What an agency has to be certain of before it can be judged, in words.
DOUBTED: Final[Mapping[Doubt, str]] = {"nama": "nama resmi", "kewajiban": "kewajiban"}


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done next: the act, `more` of its sentence, and where it is done."""

    act: str
    more: str
    address: str

    @property
    def rest(self) -> str:
        """The rest of the sentence with its end."""
        return self.more if self.more.endswith("?") else f"{self.more}."

    @property
    def words(self) -> str:
        """The whole sentence."""
        return f"{self.act}{self.rest}"


def deeds(view: View, agency: Agency, own: Sequence[Innovation], verdict: Verdict | None) -> Iterator[Deed]:
    """What to do, the most urgent first: what is overdue, what the duty asks, what makes entries certain, documents.

    Nothing is asked of who has ended or has not begun.
    """
    if not in_force(agency, view.edition.as_of):
        return
    for step in view.escort.concerning.get(agency.slug, ()):
        if step.late and step.agency is agency:
            act = f"Lewat tenggat {number(step.late)} hari: {step.next or step.kind.label.lower()}"
            yield Deed(act, f" ({step.innovation.entry.name})", addresses.innovation(step.innovation.slug))
    if view.current and verdict and verdict.status == "belum-dikonfirmasi":
        waits = listed([DOUBTED[doubt] for doubt in doubts(agency, view.current.obligation)])
        act = f"Kirim kepada pengelola dasar yang memastikan {waits or 'kedudukan'} perangkat daerah ini"
        yield Deed(act, "", addresses.REPORT)
    if view.current and not (verdict and verdict.slugs):
        yield _for_the_duty(view.current.year, agency, own)
    yield from _news(view, own)
    yield from _certainty(view, own)
    yield from _protection(view, agency)
    yield from _documents(view, own)


def _for_the_duty(year: int, agency: Agency, own: Sequence[Innovation]) -> Deed:
    address, act = f"{addresses.FORM}?pd={agency.slug}", f"Catat inovasi yang dimulai pada {year}"
    if own:
        more = f". Bila tidak ada yang baru, catat uji coba, penerapan, atau pengembangan yang terjadi pada {year}"
        return Deed(act, more, address)
    return Deed(act, ", atau yang sudah berjalan", address)


def _news(view: View, own: Sequence[Innovation]) -> Iterator[Deed]:
    """Of those that nobody told of for long: what is not known of them."""
    asked: dict[str, list[Innovation]] = {}
    for innovation in own:
        if still := view.escort.quiet.get(innovation.slug):
            asked.setdefault(still.question, []).append(innovation)
    for question, found in asked.items():
        more = f" {_named(found)}: {question[:1].lower()}{question[1:]}"
        yield Deed("Sampaikan kabar", more, f"{addresses.FORM}?ubah={found[0].slug}&ke=riwayat")


def _certainty(view: View, own: Sequence[Innovation]) -> Iterator[Deed]:
    """What nobody of the agency has looked at; above all what the maintainers filled in."""
    suggested = [i for i in own if i.entry.suggested]
    unread = [i for i in own if i.entry.suggested or is_unread(i.entry, view.edition.as_of)]
    if not unread:
        return
    known = entry_fields()
    keys = listed(list(dict.fromkeys(known[key].lower() for i in suggested for key in i.entry.suggested)))
    above_all = f". Terutama {keys}: {_FILLED}" if keys else ""
    more = f": {_named(unread)}{above_all}"
    yield Deed("Periksa datanya, lalu laporkan bila ada yang keliru", more, addresses.innovation(unread[0].slug))


def _protection(view: View, agency: Agency) -> Iterator[Deed]:
    """What could be filed, where the entry says so."""
    found = [right for right in view.rights.unfiled if right.innovation.agency.slug == agency.slug]
    if found:
        told = [f"{right.name} ({right.innovation.entry.name}; {right.status.label.lower()})" for right in found]
        yield Deed("Pertimbangkan pengajuan kekayaan intelektual", f": {_few(told)}", addresses.RIGHTS)


def _documents(view: View, own: Sequence[Innovation]) -> Iterator[Deed]:
    """The evidence of the innovation with most points, then most conditions met: what is mandatory first."""
    if view.scorecards is None or not own:
        return
    cards = {i.slug: view.scorecards.of(i.entry) for i in own}
    best = max(own, key=lambda i: (cards[i.slug].points, standing(view.conditions[i.slug]).met, i.slug))
    steps = [step.held.indicator for step in cards[best.slug].steps]
    if steps:
        first = [step.name for step in steps if step.mandatory]
        wanted = f"yang wajib lebih dahulu, yaitu {_few(first)}" if first else _few([step.name for step in steps])
        open_ones = [one.topic for one in view.conditions[best.slug] if not one.met and one.key != EVIDENCE]
        also = f". Pastikan juga {listed(open_ones)}" if open_ones else ""
        act = f"Siapkan bukti {best.entry.name} untuk indeks nasional"
        yield Deed(act, f": {wanted}{also}", addresses.completeness(best.slug))


def _named(innovations: Sequence[Innovation]) -> str:
    return _few([innovation.entry.name for innovation in innovations])


def _few(names: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    short: Shortened = shortened(names, _NAMED)
    return listed([*short.shown, f"{number(len(names) - _NAMED)} lainnya"]) if short.rest else listed(short.shown)
