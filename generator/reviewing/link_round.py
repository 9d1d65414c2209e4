"""One round over the links of evidence: which to look at, what was found, and the register that says so.

Slow on purpose: one address at a time, those not seen for longest first, and a pause before a host is asked again. A
dead link lowers nothing: the register tells since when, and where a public archive has a copy.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from generator.catalogue.catalogue import Catalogue
from generator.dates import PartialDate
from generator.schema.links_seen import LinkState, SeenLink

#: So many addresses a round; with these pauses it ends within the hour.
MOST: Final = 400
#: Seconds before the same host is asked again, and before any other.
SAME_HOST: Final = 5.0
ANY_HOST: Final = 1.0
_HEAD: Final = """# Ditulis oleh katalog links; jangan disunting dengan tangan.
# Tautan yang tidak terbuka tidak mengurangi nilai apa pun: halaman hanya menyebut sejak kapan, dan salinan arsipnya.
keterangan: Tautan bukti dilihat seminggu sekali, satu per satu. Yang tidak jelas jawabannya dicatat tidak-pasti.
"""


@dataclass(frozen=True, slots=True)
class Sighted:
    """What an address answered: its state, and the code or cause in a word."""

    state: LinkState
    answer: str


@dataclass(frozen=True, slots=True)
class Eyes:
    """How addresses are looked at: what one answers, where an archive has a copy, and how to wait some seconds."""

    look: Callable[[str], Sighted]
    archive: Callable[[str], str | None]
    wait: Callable[[float], object]


def evidence_links(catalogue: Catalogue) -> tuple[str, ...]:
    """Every address of evidence that the listed entries name, once."""
    found = {
        document.url: None
        for innovation in catalogue.listed.values()
        for stated in innovation.entry.maturity.values()
        for document in stated.evidence
        if document.url
    }
    return tuple(found)


def due(links: Iterable[str], known: Mapping[str, SeenLink]) -> list[str]:
    """The addresses of this round: never seen ones first, then those not seen for longest."""
    return sorted(links, key=lambda url: (known[url].looked.text if url in known else "", url))[:MOST]


def looked_at(links: Iterable[str], known: Mapping[str, SeenLink], day: dt.date, eyes: Eyes) -> Iterator[SeenLink]:
    """The register after the round; addresses that no entry names any more fall out of it."""
    every = list(links)
    round_of, asked = set(due(every, known)), ""
    for url in every:
        if url not in round_of:
            yield known[url]
            continue
        host = urlsplit(url).netloc.lower()
        eyes.wait(SAME_HOST if host == asked else ANY_HOST)
        asked = host
        yield _seen(url, known.get(url), PartialDate.day(day), eyes)


def _seen(url: str, before: SeenLink | None, day: PartialDate, eyes: Eyes) -> SeenLink:
    found, since, copy = eyes.look(url), None, None
    if found.state == "tidak-terbuka":
        since = before.since if before and before.since else day
        copy = (before.archive if before else None) or eyes.archive(url)
    return SeenLink.model_construct(
        url=url, looked=day, state=found.state, since=since, answer=found.answer or None, archive=copy
    )


def register_text(links: Iterable[SeenLink]) -> str:
    """`registry/tautan.yml`: every text quoted, in the order of addresses."""
    rows = sorted(links, key=lambda link: link.url)
    return "".join([_HEAD, *(["tautan:\n"] if rows else []), *(line for link in rows for line in _lines(link))])


def _lines(link: SeenLink) -> Iterator[str]:
    yield f"  - alamat: {json.dumps(link.url)}\n"
    for name, value in (
        ("dilihat", link.looked), ("keadaan", link.state), ("sejak", link.since), ("jawaban", link.answer),
        ("arsip", link.archive),
    ):  # fmt: skip
        if value is not None:
            yield f"    {name}: {json.dumps(str(value), ensure_ascii=False)}\n"
