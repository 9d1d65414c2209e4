"""The registers among themselves: every reference leads somewhere, no year contradicts another."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator import icons, layout
from generator.catalogue.catalogue import NEVER_COUNTED
from generator.catalogue.registry import Registry
from generator.catalogue.subject import Subject
from generator.problems import Problem, problem
from generator.schema.fields import Words, nearest
from generator.schema.map import COLUMNS, ROWS, MapFile
from generator.schema.registry import ObligationFile, Term
from generator.schema.result import ResultFile

#: Words that an innovation need not have, so that there is a page of those that have none.
_WITH_UNRECORDED: Final = ("jenis", "kecamatan")


def check(subject: Subject) -> Iterator[Problem]:
    """Repeats, dangling references, misnamed year files, a map with holes."""
    if subject.catalogue is None:
        return
    registry = subject.catalogue.registry
    yield from _repeats(subject, registry)
    yield from _addresses(subject, registry)
    yield from _agencies(subject, registry)
    yield from _years(subject, registry)
    yield from _words(subject, registry)
    yield from _icons(subject, registry)
    if registry.district_map:
        yield from _map(subject, registry.taxonomy["kecamatan"], registry.district_map)


def _repeats(subject: Subject, registry: Registry) -> Iterator[Problem]:
    lists = [(layout.AGENCIES, "perangkat_daerah")]
    lists += [(layout.TAXONOMY, name) for name in registry.taxonomy]
    lists += [(f"{layout.INDICATORS}/{edition}.yml", "indikator") for edition in registry.indicators]
    for file, name in lists:
        seen = set()
        for number, row in enumerate(subject.documents[file].data.get(name) or ()):
            slug = row["slug"].strip()
            if slug in seen:
                yield problem("R002", subject.place(file, name, number, "slug"), field="slug", nilai=slug)
            seen.add(slug)


def _addresses(subject: Subject, registry: Registry) -> Iterator[Problem]:
    """No word has the address at which the innovations without a word are listed."""
    for name in _WITH_UNRECORDED:
        for number, slug in enumerate(registry.taxonomy[name]):
            if slug == layout.UNRECORDED:
                place = subject.place(layout.TAXONOMY, name, number, "slug")
                yield problem("R043", place, field="slug", nilai=slug, alamat=f"/{name}/{slug}/")


def _agencies(subject: Subject, registry: Registry) -> Iterator[Problem]:
    rows = subject.documents[layout.AGENCIES].data["perangkat_daerah"]
    numbers = {row["slug"].strip(): number for number, row in enumerate(rows)}
    labels = {slug: agency.name for slug, agency in registry.agencies.items()}
    for slug, agency in registry.agencies.items():
        at = ("perangkat_daerah", numbers[slug])
        yield from _known(
            subject, registry.taxonomy["jenis_perangkat_daerah"], agency.kind, layout.AGENCIES, *at, "jenis"
        )
        for number, successor in enumerate(agency.successors):
            again = _Again(
                "cabut, lalu catat lagi dengan penerus yang benar",
                f"katalog record mending --what penerus --agency {slug} --remove ya",
            )
            cure = again if agency.until else None
            yield from _known(subject, labels, successor, layout.AGENCIES, *at, "penerus", cure=cure)
            if successor in agency.successors[:number]:
                place = subject.place(layout.AGENCIES, *at, "penerus", number)
                yield problem("I016", place, field="penerus", nilai=successor)
        if agency.parent:
            yield from _known(subject, labels, agency.parent, layout.AGENCIES, *at, "induk")


def _years(subject: Subject, registry: Registry) -> Iterator[Problem]:
    labels = {slug: agency.name for slug, agency in registry.agencies.items()}
    for year, obligation in registry.obligations.items():
        yield from _obligation(subject, registry, year, obligation, labels)
    for year, result in registry.results.items():
        yield from _result(subject, year, result, labels)
    for edition, indicators in registry.indicators.items():
        file = f"{layout.INDICATORS}/{edition}.yml"
        yield from _year(subject, file, "edisi", edition, indicators.edition)
        for number, slug in enumerate(indicators.basic_affairs):
            yield from _known(subject, registry.taxonomy["urusan"], slug, file, "urusan_pelayanan_dasar", number)
        measured = indicators.measured
        for name, slugs in (("peristiwa", measured.kinds), ("tahapan", measured.stages)) if measured else ():
            for number, slug in enumerate(slugs):
                yield from _known(subject, registry.taxonomy[name], slug, file, "syarat_terukur", name, number)


def _obligation(
    subject: Subject, registry: Registry, year: int, obligation: ObligationFile, labels: Words
) -> Iterator[Problem]:
    file = layout.obligation_path(year)
    yield from _year(subject, file, "tahun", year, obligation.year)
    lists = (
        ("peristiwa_dihitung", "peristiwa", obligation.rules.counted.value),
        ("jenis_terikat", "jenis_perangkat_daerah", obligation.rules.bound.value),
    )
    for name, vocabulary, slugs in lists:
        words = registry.taxonomy[vocabulary]
        for number, slug in enumerate(slugs):
            again = _listed_again(year, name, slugs, words)
            yield from _known(subject, words, slug, file, "aturan", name, "nilai", number, cure=again)
    for number, kind in enumerate(obligation.rules.counted.value):
        if kind in NEVER_COUNTED:
            place = subject.place(file, "aturan", "peristiwa_dihitung", "nilai", number)
            yield problem("R015", place, field="peristiwa_dihitung", nilai=kind)
    about = (
        ("pengecualian", [exemption.agency for exemption in obligation.exemptions]),
        ("tanggapan", [reply.agency for reply in obligation.replies]),
    )
    for name, agencies in about:
        for number, slug in enumerate(agencies):
            again = _Again(
                "cabut, lalu catat lagi atas nama perangkat daerah yang benar",
                f"katalog record mending --what {name} --year {year} --agency {shlex.quote(slug)} --remove ya",
            )
            yield from _known(subject, labels, slug, file, name, number, "perangkat_daerah", cure=again)


def _result(subject: Subject, year: int, result: ResultFile, labels: Words) -> Iterator[Problem]:
    file = layout.result_path(year)
    yield from _year(subject, file, "tahun", year, result.year)
    seen = set()
    for number, outcome in enumerate(result.outcomes):
        at = ("hasil", number, "perangkat_daerah")
        yield from _known(subject, labels, outcome.agency, file, *at)
        if outcome.agency in seen:
            yield problem("R002", subject.place(file, *at), field="perangkat_daerah", nilai=outcome.agency)
        seen.add(outcome.agency)
        for place, slug in enumerate(outcome.predecessors):
            yield from _known(subject, labels, slug, file, "hasil", number, "pendahulu", place)
    yield from _corrections(subject, year, result, labels)


def _corrections(subject: Subject, year: int, result: ResultFile, labels: Words) -> Iterator[Problem]:
    file, recorded = layout.result_path(year), {outcome.agency for outcome in result.outcomes}
    for number, correction in enumerate(result.corrections):
        if correction.agency:
            at = ("koreksi", number, "perangkat_daerah")
            yield from _known(subject, labels, correction.agency, file, *at)
            if correction.agency in labels and correction.agency not in recorded:
                place = subject.place(file, *at)
                yield problem("R042", place, field="perangkat_daerah", nilai=correction.agency, tahun=year)
        half = (correction.agency is None) != (correction.status is None)
        if half or not (correction.agency or correction.rules or correction.known):
            yield problem("R012", subject.place(file, "koreksi", number), field="koreksi")


def _words(subject: Subject, registry: Registry) -> Iterator[Problem]:
    """The affairs and districts that `words.yml` names."""
    affairs, words = registry.taxonomy["urusan"], registry.everyday
    for number, ambiguous in enumerate(words.ambiguous):
        for at, meaning in enumerate(ambiguous.meanings):
            if meaning.affair:
                place = ("makna_ganda", number, "arti", at, "urusan")
                yield from _known(subject, affairs, meaning.affair, layout.WORDS, *place)
    for number, misleading in enumerate(words.misleading):
        for at, slug in enumerate(misleading.affairs):
            yield from _known(subject, affairs, slug, layout.WORDS, "menyesatkan", number, "urusan", at)
    for number, places in enumerate(words.places):
        yield from _known(
            subject, registry.taxonomy["kecamatan"], places.district, layout.WORDS, "tempat", number, "kecamatan"
        )


def _icons(subject: Subject, registry: Registry) -> Iterator[Problem]:
    """Icons that the theme has not."""
    for name, terms in registry.taxonomy.items():
        for number, term in enumerate(terms.values()):
            if term.icon and not icons.drawing(term.icon):
                place = subject.place(layout.TAXONOMY, name, number, "ikon")
                yield problem("R076", place, field="ikon", nilai=term.icon)


def _map(subject: Subject, districts: Mapping[str, Term], drawn: MapFile) -> Iterator[Problem]:
    """Every district has one tile; no tile leaves the grid, covers another or is too small for its name."""
    seen = set()
    for number, tile in enumerate(drawn.tiles):
        yield from _known(subject, districts, tile.district, layout.MAP, "petak", number, "kecamatan")
        if tile.district in seen:
            place = subject.place(layout.MAP, "petak", number, "kecamatan")
            yield problem("R002", place, field="kecamatan", nilai=tile.district)
        seen.add(tile.district)
    for slug in districts:
        if slug not in seen:
            yield problem("R017", subject.place(layout.MAP, "petak"), field="petak", nilai=slug)
    names = [districts[tile.district].label if tile.district in districts else tile.district for tile in drawn.tiles]
    names += [landmark.name for landmark in drawn.landmarks]
    for number, name in enumerate(names):
        at = ("petak", number) if number < len(drawn.tiles) else ("sekitar", number - len(drawn.tiles))
        for why in _misplaced(drawn, number, names):
            yield problem("R018", subject.place(layout.MAP, *at), field=at[0], nilai=name, sebab=why)


def _misplaced(drawn: MapFile, number: int, names: Sequence[str]) -> Iterator[str]:
    """What is wrong with the place of one tile; of two that cover each other the later one is told."""
    tile = drawn.places[number]
    if tile.east > COLUMNS or tile.south > ROWS:
        yield f"keluar dari bidang peta, {COLUMNS} kolom dan {ROWS} baris"
        return
    for other, name in zip(drawn.places[:number], names, strict=False):
        if tile.overlaps(other):
            yield f'menutupi petak "{name}"'
    if not drawn.has_room(tile, names[number]):
        yield "terlalu kecil untuk namanya"


def _year(subject: Subject, file: str, field: str, named: int, written: int) -> Iterator[Problem]:
    if named != written:
        yield problem("R006", subject.place(file, field), field=field, nilai=written, tahun=named)


@dataclass(frozen=True, slots=True)
class _Again:
    """How what leads nowhere is recorded again: in words, and the command."""

    words: str
    command: str


def _listed_again(year: int, rule: str, slugs: Sequence[str], words: Mapping[str, Term]) -> _Again:
    """A list of words written anew, without those that nobody knows, or with what was meant by them."""
    labels = {word: term.label for word, term in words.items()}
    meant = (slug if slug in words else nearest(slug, labels) for slug in slugs)
    value = ",".join(dict.fromkeys(filter(None, meant)))
    command = f"katalog record rules --year {year} --what {rule}"
    return _Again("tulis lagi daftarnya", f"{command} --value {shlex.quote(value)}" if value else command)


def _known(
    subject: Subject, words: Mapping[str, Any], slug: str, file: str, *path: str | int, cure: _Again | None = None
) -> Iterator[Problem]:
    if slug not in words:
        labels = {word: str(getattr(label, "label", label)) for word, label in words.items()}
        meant, place = nearest(slug, labels) or "", subject.place(file, *path)
        advice = f'maksudnya "{meant}"? {cure.words}' if cure and meant else cure.words if cure else ""
        told = {"nilai": slug, "maksud": meant, "saran": advice}
        yield problem("R003", place, field=str(path[-1]), command=cure.command if cure else "", **told)
