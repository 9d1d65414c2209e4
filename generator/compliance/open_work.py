"""What waits for the maintainer though no file is at fault: names, duties, the circular, contacts, open questions."""

import datetime as dt
import shlex
from collections.abc import Iterator
from typing import Final

from generator.catalogue.registry import Registry
from generator.compliance.doubts import gaps
from generator.dates import spoken
from generator.settings import Settings

#: So many of one kind are named with their commands.
_MOST: Final = 20
#: From this month on the next year is due to be opened.
_LATE: Final = 11


def open_work(registry: Registry, settings: Settings, today: dt.date) -> str:
    """What is open, kind by kind, each with the command that settles it; "" if nothing is."""
    kinds = (
        ("Nama perangkat daerah yang belum dibenarkan", list(_names(registry, today))),
        ("Kewajiban perangkat daerah yang belum dikonfirmasi", list(_duties(registry, today))),
        ("Perangkat daerah yang terikat tetapi jenisnya tidak tercantum", list(_kinds(registry, today))),
        ("Aturan tahun", list(_years(registry, today))),
        ("Pengelola", list(_maintainers(settings))),
        ("Kiriman yang ditanyakan dan belum dijawab", list(_hand_ins(registry))),
    )
    return "\n".join(line for title, items in kinds if items for line in _block(title, items))


def _block(title: str, items: list[str]) -> Iterator[str]:
    yield f"{title} ({len(items)})"
    yield from (f"  - {item}" for item in items[:_MOST])
    if len(items) > _MOST:
        yield f"  - dan {len(items) - _MOST} lainnya; sekaligus dengan buku kerja: katalog onboard ../mulai"
    yield ""


def kind_left_out(registry: Registry, slug: str, today: dt.date) -> str:
    """That an agency is not judged since the rules of this year do not name its kind, and the command; "" if not so."""
    year = max((one for one in registry.obligations if one <= today.year), default=0)
    kind = registry.agencies[slug].kind
    if not year or year in registry.results or kind in (kinds := registry.obligations[year].rules.bound.value):
        return ""
    word = registry.taxonomy["jenis_perangkat_daerah"].get(kind)
    label = f"jenisnya ({word.label if word else kind}) tidak tercantum pada aturan {year}"
    command = f"katalog record rules --year {year} --what jenis_terikat --value {shlex.quote(','.join((*kinds, kind)))}"
    return f"{slug} belum dinilai pada {year}: {label}; bila naskahnya mengikat jenis itu: {command}"


def _standing(registry: Registry, today: dt.date) -> Iterator[str]:
    """The agencies that have not ended."""
    return (slug for slug, one in registry.agencies.items() if one.until is None or one.until.last >= today)


def _names(registry: Registry, today: dt.date) -> Iterator[str]:
    for slug in _standing(registry, today):
        if not registry.agencies[slug].name_confirmed:
            yield f"katalog record confirmation --agency {slug}"


def _duties(registry: Registry, today: dt.date) -> Iterator[str]:
    for slug in _standing(registry, today):
        if registry.agencies[slug].name_confirmed and registry.agencies[slug].bound != "ya":
            yield f"katalog record confirmation --agency {slug} --bound ya"


def _kinds(registry: Registry, today: dt.date) -> Iterator[str]:
    """Agencies that are bound by name, and not judged for their kind."""
    bound = (slug for slug in _standing(registry, today) if registry.agencies[slug].bound == "ya")
    yield from filter(None, (kind_left_out(registry, slug, today) for slug in bound))


def _years(registry: Registry, today: dt.date) -> Iterator[str]:
    for year, obligation in sorted(registry.obligations.items()):
        missing = gaps(obligation.legal_basis) if year not in registry.results else []
        if missing:
            yield f"{year}: {', '.join(missing)}: katalog record rules --year {year}"
    for year in (today.year, *((today.year + 1,) if today.month >= _LATE else ())):
        if registry.obligations and year not in registry.obligations:
            yield f"{year} belum dibuka: katalog open {year}"


def _maintainers(settings: Settings) -> Iterator[str]:
    if not settings.helpline.known:
        yield "kontak pengelola belum tercatat: katalog record helpline"
    if not settings.maintainers:
        cure = "katalog record helpline --maintainer @nama-organisasi/nama-tim, lalu katalog owners"
        yield f"pemelihara belum diisi, sehingga tidak ada yang wajib menyetujui: {cure}"


def _hand_ins(registry: Registry) -> Iterator[str]:
    for one in registry.hand_ins:
        if one.said.last.state == "ditanyakan":
            asked = f"sejak {spoken(one.said.last.date)}"
            whose = f"{one.number}, {one.said.agency}{f', {one.said.innovation}' if one.said.innovation else ''}"
            answered = f"katalog accept BERKAS --number {one.number}"
            closed = f"katalog record handin --number {one.number} --state ditolak"
            yield f"{whose}, {asked}: bila sudah dijawab, {answered}; bila tidak dijawab, {closed}"
