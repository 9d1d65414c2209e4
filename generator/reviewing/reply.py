"""What a proposal's sender is told, in Indonesian Markdown: what is wrong and its cure, or what comes next."""

from collections.abc import Sequence
from typing import Final

from generator import addresses
from generator.problems import Problem, Problems
from generator.reviewing.closed_years import told_sender
from generator.reviewing.issue_form import FormProblem, Proposal
from generator.reviewing.review import Review
from generator.settings import Settings
from generator.text import github

_MOST: Final = 30
_OVERTAKEN: Final = (
    "Isian ini berubah di katalog sesudah laporan ini dibuat. Bandingkan usulan Anda dengan halamannya sekarang. Bila "
    "ada perubahan yang ikut terhapus, sunting laporan ini."
)


def refusal(
    form_problems: Sequence[FormProblem], problems: Problems, proposal: Proposal | None, settings: Settings
) -> str:
    """The reply to a form with `form_problems`, or to a `proposal` whose file has `problems`."""
    count = len(form_problems) + len(problems)
    lines = [
        "Terima kasih atas usulan Anda.",
        "",
        f"Usulan ini belum dapat diteruskan. Ada {count} hal yang perlu diperbaiki:",
        "",
        *(
            f"- **{one.field}**: {github.code(one.message)} Perbaikan: {github.code(one.cure, 400)}"
            for one in form_problems
        ),
        *(_problem(p, proposal) for p in problems[:_MOST]),
    ]
    if (more := len(problems) - _MOST) > 0:
        lines.append(f"- dan {more} lainnya")
    if any(p.code.startswith("P") for p in problems):
        lines += ["", _PERSONAL]
    lines += ["", _again(settings)]
    return "\n".join([*lines, ""])


_PERSONAL: Final = (
    "**Ada data pribadi.** Laporan ini terbuka untuk umum. Hapus datanya dengan menyunting laporan, lalu hapus juga "
    "versi lamanya: buka tulisan *edited* di atas laporan, pilih versi itu, lalu *Delete revision from history*."
)


def _again(settings: Settings) -> str:
    form = settings.absolute(addresses.FORM)
    link = f", atau isi ulang lewat [formulir di situs katalog]({form})" if form else ""
    return (
        f"Sunting laporan ini (tombol titik tiga di kanan atas, lalu *Edit*){link}. Setelah disimpan, pemeriksaan "
        "berjalan lagi dengan sendirinya. Bila usulan perubahannya sudah ada, isinya yang lama tetap di sana sampai "
        "laporan ini benar."
    )


def _problem(p: Problem, proposal: Proposal | None) -> str:
    """A problem of the entry with the line as the sender wrote it; of another file with its name."""
    lines = proposal.text.split("\n") if proposal and p.place.file == proposal.path else []
    where = "" if lines else f" {github.code(p.place.file, 160)}"
    # Lines are not numbered where the sender sees them, and the first is ours.
    if 1 < p.place.line <= len(lines):
        where = f" Pada baris {github.code(lines[p.place.line - 1], 80)}:"
    return f"- {p.code}.{where} {github.code(p.message, 400)} Perbaikan: {github.code(p.cure, 400)}"


def acceptance(proposal: Proposal, review: Review, settings: Settings) -> str:
    """The reply to a proposal that passed; the workflow adds the pull request's address."""
    page = settings.absolute(addresses.innovation(proposal.slug))
    where = f" di {page}" if page else ""
    lines = [
        "Terima kasih. Isian Anda lolos pemeriksaan otomatis dan sudah disusun menjadi usulan perubahan.",
        "",
        "Selanjutnya:",
        "",
        "1. Pengelola meninjau isinya. Bila ada yang perlu ditanyakan, pengelola menulis di sini.",
        f"2. Setelah disetujui, halamannya terbit{where}.",
        "3. Bila ada yang ingin diubah, sunting laporan ini. Usulan perubahannya ikut diperbarui dan ditinjau lagi.",
    ]
    if proposal.cures:
        lines += ["", "Yang kami rapikan (maknanya tidak berubah):", ""]
        lines += [f"- {github.code(one)}" for one in proposal.cures[:_MOST]]
    if review.overtaken:
        lines += ["", _OVERTAKEN]
    for effect in review.effects or ():
        lines += ["", _effect(effect.agency, effect.after, effect.year)]
    if closed := told_sender(review.learned):
        lines += ["", closed]
    for one in (twin for entry in review.entries for twin in entry.twins):
        lines += [
            "",
            f"Mungkin sama dengan inovasi yang sudah tercatat: {github.code(one.slug)}. Bila sama, beri tahu kami.",
        ]
    if warnings := review.problems.without_tasks.warnings:
        lines += ["", "Yang boleh dilengkapi kemudian:", ""]
        lines += [f"- {github.code(p.message, 400)} Caranya: {github.code(p.cure, 400)}" for p in warnings[:_MOST]]
    return "\n".join([*lines, ""])


def _effect(agency: str, status: str, year: int) -> str:
    return f"Setelah terbit, status {github.code(agency)} pada indeks {year}: {status.lower()}."
