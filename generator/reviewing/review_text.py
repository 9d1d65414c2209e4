"""A review in Indonesian, for the summary of a workflow (Markdown) and for a terminal.

What is the proposal's own stands only where `text.github` puts it; everything else is our wording.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.dates import spoken
from generator.problems import Problem, Problems
from generator.reviewing import closed_years
from generator.reviewing.differences import Difference
from generator.reviewing.review import Area, ChangeKind, EntryChange, Review
from generator.text import github

#: A summary may have a mebibyte, the text of a pull request 65,536 characters.
MOST_BYTES: Final = 60_000
_MOST_ENTRIES: Final = 20
_MOST_ROWS: Final = 40
_MOST_PROBLEMS: Final = 50
_MOST_PATHS: Final = 10
_MOST_EFFECTS: Final = 40
_VALUE: Final = 300
_CONTEXT: Final = 40
_KINDS: Final[dict[ChangeKind, str]] = {
    "baru": "Inovasi baru",
    "diubah": "Diubah",
    "ganti-nama": "Ganti nama berkas",
    "pindah": "Pindah perangkat daerah",
    "dihapus": "Dihapus",
}
_OUTSIDE: Final[tuple[tuple[Area, str], ...]] = (
    ("kode", "Kode, alur kerja, atau pengaturan berubah"),
    ("registri", "Registri berubah (daftar dan aturan yang berlaku bagi semua)"),
    ("halaman", "Halaman atau dokumen berubah"),
)
_NO_PROOF: Final = (
    "Usulan ini mengubah kode, alur kerja, atau daftar paket. Pemeriksaannya berjalan menurut alur kerja dari usulan "
    "itu sendiri, sehingga ringkasan dan tanda lulusnya dapat dibuat olehnya. Baca setiap berkas itu lebih dahulu."
)
_SPLIT: Final = (
    "Data dinilai oleh program cabang utama, yang belum mengenal perubahan kode ini. "
    "Minta dipecah menjadi dua usulan: kode dahulu, data sesudahnya."
)
_CUT: Final = "Ringkasan ini dipotong karena terlalu panjang. Baca perubahannya pada berkas."


@dataclass(frozen=True, slots=True)
class _Style:
    """How values, headings, warnings and rows are set."""

    value: Callable[[str, int], str]
    title: Callable[[str], str]
    loud: Callable[[str, Sequence[str]], Iterator[str]]
    table: Callable[[Sequence[str], Sequence[Sequence[str]]], Iterator[str]]


def _loud(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield from ("> [!CAUTION]", f"> **{title}**", ">", *(f"> - {line}" for line in lines))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


MARKDOWN: Final = _Style(github.code, lambda text: f"### {text}", _loud, _table)
TEXT: Final = _Style(
    github.plain,
    lambda text: f"== {text}",
    lambda title, lines: iter((f"!! {title}", *(f"!! - {line}" for line in lines))),
    lambda _, rows: (f"  {first}: {' -> '.join(rest)}" for first, *rest in rows),
)


def review_text(review: Review, style: _Style = MARKDOWN) -> str:
    """The whole review; at most `MOST_BYTES` bytes, whole lines."""
    # What decides comes before what may be long, so that no bulk of text can push it out.
    parts = (_verdict, _warnings, _effects, _closed, _twins, _problems, _entries, _advice)
    blocks = (block for part in parts for block in part(review, style))
    return _capped("\n".join(itertools.chain.from_iterable(([*block, ""]) for block in blocks)))


def _capped(text: str) -> str:
    raw = text.encode()
    if len(raw) <= MOST_BYTES:
        return text
    whole = raw[: MOST_BYTES - 300].decode(errors="ignore")
    return f"{_CUT}\n\n{whole[: whole.rfind(chr(10))]}\n\n{_CUT}\n"


_Block = Sequence[str]


def _verdict(review: Review, style: _Style) -> Iterator[_Block]:
    """The first thing to read: may this be published, and who has to look."""
    errors, warnings = review.problems.errors, review.problems.warnings
    if errors:
        verdict = f"Belum dapat diterbitkan: {len(errors)} galat."
    elif _for_maintainers(review):
        verdict = "Tanpa galat. Perlu keputusan pengelola; lihat tanda di bawah ini."
    elif review.entries or review.touched["data"]:
        verdict = "Tanpa galat. Siap ditinjau."
    else:
        verdict = "Tidak ada isian inovasi yang berubah."
    counts = [(kind, sum(entry.kind == kind for entry in review.entries)) for kind in _KINDS]
    said = [f"{count} {_KINDS[kind].lower()}" for kind, count in counts if count]
    agencies = ", ".join(style.value(name, 100) for name in dict.fromkeys(entry.agency for entry in review.entries[:9]))
    yield [style.title("Ringkasan usulan")]
    yield [verdict]
    if said:
        yield [f"{'; '.join(said)}. Peringatan: {len(warnings)}. Perangkat daerah: {agencies}."]


def _for_maintainers(review: Review) -> bool:
    """Whether the proposal does what an ordinary one does not."""
    unusual = review.lost_addresses or _deleted(review) or _withdrawn(review) or review.overtaken or review.learned
    return bool(unusual) or len(review.agencies) > 1 or any(review.touched[area] for area, _ in _OUTSIDE)


def _deleted(review: Review) -> list[str]:
    return [entry.path for entry in review.entries if entry.kind == "dihapus"]


def _withdrawn(review: Review) -> list[str]:
    return [entry.path for entry in review.entries if entry.withdrawn]


def _warnings(review: Review, style: _Style) -> Iterator[_Block]:
    """What an ordinary data proposal does not do."""
    if review.overtaken:
        cure = "Pastikan perubahan itu tidak ikut terhapus. Bandingkan kolom demi kolom."
        yield list(style.loud("Isian ini berubah di katalog sesudah usulan ini dibuat", [cure]))
    outside = [f"{title}: {_paths(review.touched[area], style)}" for area, title in _OUTSIDE if review.touched[area]]
    if outside:
        yield list(style.loud("Menyentuh berkas lain: perlu pengelola", outside))
    if review.touched["kode"]:
        yield list(style.loud("Ringkasan ini bukan bukti", [_NO_PROOF]))
    if review.mixed:
        yield list(style.loud("Kode dan data dalam satu usulan", [_SPLIT]))
    if len(review.agencies) > 1:
        names = [style.value(slug, 80) for slug in review.agencies[:_MOST_PATHS]]
        count = f"Menyentuh {len(review.agencies)} folder perangkat daerah"
        yield list(style.loud("Lebih dari satu perangkat daerah", [f"{count}: {', '.join(names)}"]))
    if deleted := _deleted(review):
        cure = "Pastikan isinya sudah disatukan dengan isian lain. Isian yang keliru ditarik, tidak dihapus."
        yield list(style.loud("Isian dihapus", [f"{_paths(deleted, style)}. {cure}"]))
    if withdrawn := _withdrawn(review):
        cure = "Halamannya tetap ada, tetapi tidak lagi didaftar dan dihitung. Baca alasannya."
        yield list(style.loud("Isian ditarik", [f"{_paths(withdrawn, style)}. {cure}"]))
    if review.lost_addresses:
        slugs = _paths([f"/inovasi/{slug}/" for slug in review.lost_addresses], style)
        cure = "Tulis nama lama pada alias, atau kembalikan berkasnya dan isi kolom ditarik."
        yield list(style.loud("Alamat yang sudah terbit akan hilang", [f"{slugs}. {cure}"]))
    if not review.base_readable:
        yield ["Keadaan sebelumnya tidak dapat dibaca, sehingga perbandingan ini tidak lengkap."]


def _paths(paths: Sequence[str], style: _Style) -> str:
    shown = ", ".join(style.value(path, 120) for path in paths[:_MOST_PATHS])
    more = len(paths) - _MOST_PATHS
    return f"{shown}, dan {more} lainnya" if more > 0 else shown


def _entries(review: Review, style: _Style) -> Iterator[_Block]:
    for entry in review.entries[:_MOST_ENTRIES]:
        yield from _entry(entry, style)
    if rest := review.entries[_MOST_ENTRIES:]:
        yield [f"Isian lain yang berubah: {_paths([entry.path for entry in rest], style)}."]
    entries = {path for entry in review.entries for path in (entry.path, entry.was)}
    if others := [path for path in review.touched["data"] if path not in entries]:
        yield [f"Gambar dan berkas lain di folder perangkat daerah: {_paths(others, style)}."]


def _entry(entry: EntryChange, style: _Style) -> Iterator[_Block]:
    yield [style.title(f"{_KINDS[entry.kind]}: {style.value(entry.name, 120)}")]
    moved = f" (sebelumnya {style.value(entry.was, 160)})" if entry.was not in ("", entry.path) else ""
    yield [f"{style.value(entry.path, 160)}{moved}, {style.value(entry.agency, 120)}"]
    if not entry.readable:
        yield ["Isi berkas tidak dapat dibaca. Lihat galat di bawah."]
    elif entry.kind != "dihapus" and not entry.differences:
        yield ["Tidak ada perubahan makna; hanya cara penulisannya."]
    if entry.stages:
        yield ["Tahapan berubah: " + " menjadi ".join(style.value(stage, 60) for stage in entry.stages) + "."]
    if entry.differences:
        head = ("Kolom", "Isi") if entry.kind == "baru" else ("Kolom", "Sebelum", "Sesudah")
        rows = [_row(one, style, whole=entry.kind == "baru") for one in entry.differences[:_MOST_ROWS]]
        yield list(style.table(head, rows))
    if (more := len(entry.differences) - _MOST_ROWS) > 0:
        yield [f"Ada {more} kolom lagi yang berubah. Baca pada berkas."]


def _row(one: Difference, style: _Style, *, whole: bool) -> Sequence[str]:
    label = f"{one.label} ({style.value(one.about, 60)})" if one.about else one.label
    if whole:
        return label, style.value(one.after or "", _VALUE)
    before, after = one.before or "", one.after or ""
    if len(before) + len(after) > _VALUE:
        before, after = _window(before, after)
    return label, style.value(before, _VALUE) if before else "—", style.value(after, _VALUE) if after else "—"


def _window(before: str, after: str) -> tuple[str, str]:
    """Two long texts without most of what they begin and end with alike."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    first = before.find(" ", start - _CONTEXT, start) + 1 if start > _CONTEXT else 0
    shown = []
    for text in (before, after):
        last = min(len(text), len(text) - end + _CONTEXT)
        shown.append(f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}")
    return shown[0], shown[1]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    differing = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _twins(review: Review, style: _Style) -> Iterator[_Block]:
    # Those with recorded ones first, the likeliest before the faint: what comes along in bulk hides no plain repeat.
    fresh = {entry.slug for entry in review.entries if entry.kind == "baru"}
    pairs = sorted(
        ((one.slug in fresh, -one.score, entry.name, one) for entry in review.entries for one in entry.twins),
        key=lambda pair: pair[:3],
    )
    alike = [
        f"- {style.value(name, 80)} dengan {style.value(one.slug, 80)}: nama {one.name:.0%}, isi {one.text:.0%}"
        for _, _, name, one in pairs
    ]
    if alike:
        yield [style.title("Mungkin sama dengan inovasi yang sudah tercatat")]
        more = len(alike) - _MOST_EFFECTS
        yield [*alike[:_MOST_EFFECTS], *([f"- dan {more} lainnya"] if more > 0 else [])]


def _effects(review: Review, style: _Style) -> Iterator[_Block]:
    yield [style.title(f"Pengaruh pada indeks kepatuhan (per {spoken(review.as_of)})")]
    if review.effects is None:
        yield ["Tidak dapat dihitung karena registri tidak terbaca atau mengandung galat."]
        return
    if not review.effects:
        yield ["Tidak ada perangkat daerah yang statusnya berubah."]
        return
    lines = [
        f"- {style.value(one.agency, 120)}: {(one.before or 'tidak terdaftar').lower()} → "
        f"{(one.after or 'tidak terdaftar').lower()} {one.year}"
        for one in review.effects[:_MOST_EFFECTS]
    ]
    more = len(review.effects) - len(lines)
    yield [*lines, *([f"- dan {more} lainnya"] if more else [])]
    if review.problems.errors:
        yield ["Dihitung dari isian yang terbaca; dapat berubah setelah galat diperbaiki."]


def _closed(review: Review, style: _Style) -> Iterator[_Block]:
    if review.learned:
        yield [style.title("Tahun yang sudah ditutup (tugas pengelola)")]
        yield [
            "Hasilnya tetap dan usulan ini boleh diterima. Putuskan, lalu salin butirnya ke koreksi pada berkas hasil."
        ]
        yield from closed_years.tasks(review.learned, review.as_of)


def _problems(review: Review, style: _Style) -> Iterator[_Block]:
    personal = Problems(p for p in review.problems if p.code.startswith("P"))
    errors = Problems(p for p in review.problems.errors if p not in personal)
    if personal:
        yield [style.title("Data pribadi")]
        lines = ["Nomor disamarkan di sini, tetapi isi usulan ini sudah terbuka untuk umum."]
        yield [*lines, *_listed(personal, style)]
    if errors:
        yield [style.title("Galat"), *_listed(errors, style)]
    if review.old_errors:
        yield [f"Di berkas lain ada {review.old_errors} galat yang sudah ada sebelumnya."]


def _advice(review: Review, style: _Style) -> Iterator[_Block]:
    if warnings := review.problems.without_tasks.warnings:
        yield [style.title("Peringatan (boleh menyusul)"), *_listed(warnings, style)]


def _listed(problems: Problems, style: _Style) -> Iterator[str]:
    yield ""
    yield from (problem_line(p, style.value) for p in problems[:_MOST_PROBLEMS])
    if (more := len(problems) - _MOST_PROBLEMS) > 0:
        yield f"- dan {more} lainnya"


def problem_line(p: Problem, value: Callable[[str, int], str]) -> str:
    """One problem as an item of a list: code, place, sentence and cure."""
    spot = f":{p.place.line}" if p.place.line else ""
    return f"- {p.code} {value(f'{p.place.file}{spot}', 160)} {value(p.message, 400)} Perbaikan: {value(p.cure, 400)}"
