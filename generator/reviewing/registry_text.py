"""What a proposal does to registers, settings and pages, in Indonesian: first what decides, then field by field."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, get_args

from generator.problems import Problem
from generator.reviewing.difference_rows import both, rows
from generator.reviewing.registry_changes import Decision, RegistryChange, Topic
from generator.reviewing.review_style import MOST_PATHS, Passage, Style, fitting, listed_paths, problem_line
from generator.reviewing.site_changes import SiteChange

#: Bytes of all that decides, in equal shares: nothing of it is folded away, yet no topic can push out another.
_MOST_BYTES: Final = 24_000
#: Lines about private data, which stands again among the problems; characters of a value.
_MOST_LINES: Final = 3
_VALUE: Final = 100
_TOPICS: Final[Sequence[Topic]] = get_args(Topic)
_WHOLE: Final = {"baru": "Berkas baru", "dihapus": "Berkas dihapus"}


def decisions(changes: Sequence[RegistryChange], style: Style) -> Iterator[Passage]:
    """What of the registers may change a name or a verdict."""
    found = sorted((one for change in changes for one in change.decisions), key=lambda one: _TOPICS.index(one.topic))
    topics = [list(group) for _, group in groupby(found, key=lambda one: one.topic)]
    lines = [line for one in topics for line in _of_topic(one, style, _MOST_BYTES // len(topics))]
    for kind, words in _WHOLE.items():
        if paths := [change.path for change in changes if change.kind == kind]:
            lines.append(f"{words}: {listed_paths(paths, style)}")
    if unread := [change.path for change in changes if not change.readable]:
        lines.append(f"Tidak dapat dibandingkan; baca pada berkas: {listed_paths(unread, style)}")
    if lines:
        yield list(style.loud("Registri: yang menentukan nama, aturan, atau status", lines))


def personal(problems: Sequence[Problem], style: Style) -> Iterator[Passage]:
    """Private data in the registers, named with what decides."""
    if problems:
        lines = [problem_line(p, style.value).removeprefix("- ") for p in problems[:_MOST_LINES]]
        more = (
            [f"dan {len(problems) - _MOST_LINES} lainnya, pada bagian Data pribadi"]
            if len(problems) > _MOST_LINES
            else []
        )
        yield list(style.loud("Data pribadi di registri", [*lines, *more]))


def _of_topic(found: Sequence[Decision], style: Style, most: int) -> Iterator[str]:
    shown = fitting([_line(one, style) for one in found], most)
    yield from shown
    if rest := found[len(shown) :]:
        files = listed_paths(list(dict.fromkeys(one.path for one in rest)), style)
        yield f"{rest[0].topic}: {len(rest)} lagi, baca pada berkas {files}"


def _line(one: Decision, style: Style) -> str:
    """`Aturan 2026, Jumlah paling sedikit › Dasar: dari asumsi menjadi dibaca`."""
    below = one.difference.label.partition(" › ")[2]
    about = f" ({style.value(one.difference.about, 60)})" if one.difference.about else ""
    head = f"{one.topic}{' ' if one.year else ''}{one.year}{f', {below}' if below else ''}{about}"
    before, after = both(one.difference, style, _VALUE)
    if before and after:
        return f"{head}: dari {before} menjadi {after}"
    return f"{head}: ditambahkan {after}" if after else f"{head}: dihapus, sebelumnya {before}"


def tables(changes: Sequence[RegistryChange], style: Style) -> Iterator[Passage]:
    """Every file of the registers, field by field."""
    for change in changes[:MOST_PATHS]:
        yield [style.title(f"Registri {change.kind}: {style.value(change.path, 160)}")]
        if not change.readable:
            yield ["Isi berkas tidak dapat dibandingkan karena tidak dapat dibaca. Baca pada berkas."]
        elif change.kind != "dihapus" and not change.differences:
            yield ["Tidak ada perubahan makna; hanya cara penulisan, urutan, atau komentarnya."]
        yield from rows(change.differences, style, whole=change.kind == "baru")
    if rest := changes[MOST_PATHS:]:
        yield [f"Berkas registri lain: {listed_paths([change.path for change in rest], style)}."]


def site(changes: Sequence[SiteChange], style: Style) -> Iterator[Passage]:
    """Settings and hand-written pages: what each touches."""
    if not changes:
        return
    yield [style.title("Pengaturan dan halaman situs")]
    pages = [_page(one, style) for one in changes]
    more = len(pages) - MOST_PATHS
    yield [*pages[:MOST_PATHS], *([f"- dan {more} lainnya"] if more > 0 else [])]
    for one in changes:
        yield from rows(one.differences, style, whole=False)


def _page(one: SiteChange, style: Style) -> str:
    where = f", halaman {style.value(one.address, 120)}" if one.address else ""
    unread = "" if one.readable else ". Isinya tidak dapat dibandingkan; baca pada berkas"
    return f"- {one.kind}: {style.value(one.path, 160)}{where}{unread}"
