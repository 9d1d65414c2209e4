"""A review in Indonesian, for the summary of a workflow (Markdown) and for a terminal.

What is the proposal's own stands only where `text.github` puts it; everything else is our wording.
"""

import itertools
from collections.abc import Iterator
from typing import Final

from generator.dates import spoken
from generator.problems import Problems
from generator.reviewing import closed_years, registry_text
from generator.reviewing.difference_rows import rows
from generator.reviewing.effects import BareEvent, Effect
from generator.reviewing.entry_changes import ChangeKind, EntryChange
from generator.reviewing.review import Review
from generator.reviewing.review_style import MARKDOWN, MOST_PATHS, Passage, Style, fitting, listed_paths, problem_line
from generator.reviewing.sides import Area, area_of

#: A summary may have a mebibyte, the text of a pull request 65,536 characters.
MOST_BYTES: Final = 60_000
_MOST_ENTRIES: Final = 20
_MOST_PROBLEMS: Final = 50
_MOST_TWINS: Final = 40
#: Of the list of statuses that change, and of those without a source: no change of a verdict is folded away.
_EFFECT_BYTES: Final = 12_000
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


def review_text(review: Review, style: Style = MARKDOWN) -> str:
    """The whole review; at most `MOST_BYTES` bytes, whole lines."""
    # What decides comes before what may be long, so that no bulk of text can push it out.
    parts = (
        _verdict,
        _registers,
        _warnings,
        _effects,
        _closed,
        _twins,
        _problems,
        _cures,
        _site,
        _tables,
        _entries,
        _advice,
    )
    blocks = (block for part in parts for block in part(review, style))
    return _capped("\n".join(itertools.chain.from_iterable(([*block, ""]) for block in blocks)))


def _capped(text: str) -> str:
    raw = text.encode()
    if len(raw) <= MOST_BYTES:
        return text
    whole = raw[: MOST_BYTES - 300].decode(errors="ignore")
    return f"{_CUT}\n\n{whole[: whole.rfind(chr(10))]}\n\n{_CUT}\n"


def _verdict(review: Review, style: Style) -> Iterator[Passage]:
    """The first thing to read: may this be published, and who has to look."""
    errors, warnings = review.problems.errors, review.problems.warnings
    if errors:
        personal = sum(p.code.startswith("P") for p in errors)
        among = f", {personal} di antaranya data pribadi" if personal else ""
        verdict = f"Belum dapat diterbitkan: {len(errors)} galat{among}."
    elif _for_maintainers(review):
        verdict = "Tanpa galat. Perlu keputusan pengelola; lihat tanda di bawah ini."
    elif review.entries or review.touched["data"]:
        verdict = "Tanpa galat. Siap ditinjau."
    else:
        verdict = "Tidak ada isian inovasi yang berubah."
    counts = [(kind, sum(entry.kind == kind for entry in review.entries)) for kind in _KINDS]
    said = [f"{count} {_KINDS[kind].lower()}" for kind, count in counts if count]
    agencies = listed_paths(list(dict.fromkeys(entry.agency for entry in review.entries)), style)
    yield [style.title("Ringkasan usulan")]
    yield [verdict]
    if said:
        yield [f"{'; '.join(said)}. Peringatan: {len(warnings)}. Perangkat daerah: {agencies}."]


def _registers(review: Review, style: Style) -> Iterator[Passage]:
    """What of the registers decides, private data in them, and a status that nothing bears out."""
    personal = [
        p for p in review.problems if p.code.startswith("P") and area_of(p.place.file) in ("registri", "kiriman")
    ]
    yield from registry_text.personal(personal, style)
    yield from registry_text.decisions(review.registers, style)
    if bare := [_bare(one, effect, style) for effect in review.effects or () for one in effect.bare]:
        shown = fitting(bare, _EFFECT_BYTES)
        more = len(bare) - len(shown)
        lines = [*shown, *([f"{more} lagi, pada isian yang disebut di bawah ini"] if more else [])]
        yield list(style.loud("Status berubah oleh peristiwa tanpa sumber", lines))


def _bare(one: BareEvent, effect: Effect, style: Style) -> str:
    lack = (
        "Sumber isian ini tidak bertambah; pastikan sumber yang ada memuatnya."
        if one.known
        else "Isian ini tidak menyebut sumber; minta sumbernya."
    )
    event = f"{style.value(one.event, 60)}, {one.date}, di {style.value(one.path, 160)}"
    return f"{style.value(effect.agency, 120)} {effect.year}: {event}. {lack}"


def _site(review: Review, style: Style) -> Iterator[Passage]:
    return registry_text.site(review.site, style)


def _tables(review: Review, style: Style) -> Iterator[Passage]:
    return registry_text.tables([*review.registers, *review.hand_ins], style)


def _for_maintainers(review: Review) -> bool:
    """Whether the proposal does what an ordinary one does not."""
    unusual = review.lost_addresses or _deleted(review) or _withdrawn(review) or review.overtaken or review.learned
    bare = any(effect.bare for effect in review.effects or ())
    return bool(unusual) or bare or len(review.agencies) > 1 or any(review.touched[area] for area, _ in _OUTSIDE)


def _deleted(review: Review) -> list[str]:
    return [entry.path for entry in review.entries if entry.kind == "dihapus"]


def _withdrawn(review: Review) -> list[str]:
    return [entry.path for entry in review.entries if entry.withdrawn]


def _warnings(review: Review, style: Style) -> Iterator[Passage]:
    """What an ordinary data proposal does not do."""
    if review.overtaken:
        cure = "Pastikan perubahan itu tidak ikut terhapus. Bandingkan kolom demi kolom."
        yield list(style.loud("Isian ini berubah di katalog sesudah usulan ini dibuat", [cure]))
    named = [(title, review.touched[area]) for area, title in _OUTSIDE if review.touched[area]]
    if outside := [f"{title}: {listed_paths(paths, style)}" for title, paths in named]:
        yield list(style.loud("Menyentuh berkas lain: perlu pengelola", outside))
    if review.touched["kode"]:
        yield list(style.loud("Ringkasan ini bukan bukti", [_NO_PROOF]))
    if review.mixed:
        yield list(style.loud("Kode dan data dalam satu usulan", [_SPLIT]))
    if len(review.agencies) > 1:
        names = [style.value(slug, 80) for slug in review.agencies[:MOST_PATHS]]
        count = f"Menyentuh {len(review.agencies)} folder perangkat daerah"
        yield list(style.loud("Lebih dari satu perangkat daerah", [f"{count}: {', '.join(names)}"]))
    if deleted := _deleted(review):
        cure = "Pastikan isinya sudah disatukan dengan isian lain. Isian yang keliru ditarik, tidak dihapus."
        yield list(style.loud("Isian dihapus", [f"{listed_paths(deleted, style)}. {cure}"]))
    if withdrawn := _withdrawn(review):
        cure = "Halamannya tetap ada, tetapi tidak lagi didaftar dan dihitung. Baca alasannya."
        yield list(style.loud("Isian ditarik", [f"{listed_paths(withdrawn, style)}. {cure}"]))
    if review.lost_addresses:
        slugs = listed_paths([f"/inovasi/{slug}/" for slug in review.lost_addresses], style)
        cure = "Tulis nama lama pada alias, atau kembalikan berkasnya dan isi kolom ditarik."
        yield list(style.loud("Alamat yang sudah terbit akan hilang", [f"{slugs}. {cure}"]))
    if not review.base_readable:
        yield ["Keadaan sebelumnya tidak dapat dibaca, sehingga perbandingan ini tidak lengkap."]


def _entries(review: Review, style: Style) -> Iterator[Passage]:
    for entry in review.entries[:_MOST_ENTRIES]:
        yield from _entry(entry, style)
    if rest := review.entries[_MOST_ENTRIES:]:
        yield [f"Isian lain yang berubah: {listed_paths([entry.path for entry in rest], style)}."]
    entries = {path for entry in review.entries for path in (entry.path, entry.was)}
    if others := [path for path in review.touched["data"] if path not in entries]:
        yield [f"Gambar dan berkas lain di folder perangkat daerah: {listed_paths(others, style)}."]


def _entry(entry: EntryChange, style: Style) -> Iterator[Passage]:
    yield [style.title(f"{_KINDS[entry.kind]}: {style.value(entry.name, 120)}")]
    moved = f" (sebelumnya {style.value(entry.was, 160)})" if entry.was not in ("", entry.path) else ""
    yield [f"{style.value(entry.path, 160)}{moved}, {style.value(entry.agency, 120)}"]
    if not entry.readable:
        yield ["Isi berkas tidak dapat dibaca. Lihat galat di bawah."]
    elif entry.kind != "dihapus" and not entry.differences:
        yield ["Isinya tidak berubah." if moved else "Tidak ada perubahan makna; hanya cara penulisannya."]
    if entry.stages:
        yield ["Tahapan berubah: " + " menjadi ".join(style.value(stage, 60) for stage in entry.stages) + "."]
    yield from rows(entry.differences, style, whole=entry.kind == "baru")


def _twins(review: Review, style: Style) -> Iterator[Passage]:
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
        more = len(alike) - _MOST_TWINS
        yield [*alike[:_MOST_TWINS], *([f"- dan {more} lainnya"] if more > 0 else [])]


def _effects(review: Review, style: Style) -> Iterator[Passage]:
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
        for one in review.effects
    ]
    shown = fitting(lines, _EFFECT_BYTES)
    more = len(lines) - len(shown)
    yield [
        *shown,
        *([f"- {more} lagi; hitung dengan katalog compliance sebelum dan sesudah usulan ini"] if more else []),
    ]
    if review.problems.errors:
        yield ["Dihitung dari isian yang terbaca; dapat berubah setelah galat diperbaiki."]


def _closed(review: Review, style: Style) -> Iterator[Passage]:
    return closed_years.tasks(review.learned, review.as_of, style)


def _problems(review: Review, style: Style) -> Iterator[Passage]:
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


def _cures(review: Review, style: Style) -> Iterator[Passage]:
    """What a command mends: nobody has to be sent back for it."""
    if review.untidy:
        paths = list(review.untidy)[:MOST_PATHS]
        yield [
            style.title("Perbaikan yang sudah pasti"),
            "Dengan perintah ini berkasnya dirapikan, tanpa mengubah makna:",
        ]
        yield [style.value(f"katalog tidy {' '.join(paths)}", 1_000)]
        lines = [f"- {style.value(path, 160)} {style.value(one, 200)}" for path in paths for one in review.untidy[path]]
        yield fitting(lines, _EFFECT_BYTES)


def _advice(review: Review, style: Style) -> Iterator[Passage]:
    if tasks := Problems(p for p in review.problems.tasks if p.code != closed_years.TOLD):
        yield [style.title("Bagi pengelola"), *_listed(tasks, style)]
    if warnings := review.problems.without_tasks.warnings:
        yield [style.title("Peringatan (boleh menyusul)"), *_listed(warnings, style)]


def _listed(problems: Problems, style: Style) -> Iterator[str]:
    yield ""
    yield from (problem_line(p, style.value) for p in problems[:_MOST_PROBLEMS])
    if (more := len(problems) - _MOST_PROBLEMS) > 0:
        yield f"- dan {more} lainnya"
