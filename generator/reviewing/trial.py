"""A proposal tried: put into a copy of the data, checked, reviewed, and written in its place only if it is sound."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator import checking
from generator.layout import ENTRY_SUFFIX, INNOVATIONS
from generator.reviewing import reply, review_text, worktree
from generator.reviewing.issue_form import CORRECTION, NEW, SLUG, TEXT, FormProblem, Proposal, RefusedForm
from generator.reviewing.review import review
from generator.reviewing.sides import Side
from generator.settings import Edition, Settings

_NOTHING_NEW: Final = FormProblem(
    TEXT, "isinya sama dengan yang sudah tercatat", "ubah yang perlu diperbaiki, lalu simpan lagi"
)


def tried(
    root: Path, asked: Proposal, before: Side, edition: Edition, settings: Settings
) -> RefusedForm | dict[str, str]:
    """Check the proposal in a copy of the data, and only if it is sound write it into the work tree.

    Gives what the workflow needs next, by its Indonesian name: `hasil` (sah, tertolak), the texts for reviewer and
    sender, and of an accepted one the branch, the file, its content and title.

    Raises UnsafePlaceError if its place is reached through a link.
    """
    if problem := _clash(root, asked, before):
        return RefusedForm(asked.number, (problem,))
    with tempfile.TemporaryDirectory(prefix="katalog-") as scratch:
        copy = Path(scratch)
        worktree.copy_data(root, copy)
        files = worktree.digests(copy)
        worktree.place(copy, asked.path, asked.text, replace=asked.correction)
        after = Side(checking.check(copy, edition.today), worktree.digests(copy))
        found = review(Side(before.checked, files), after, edition.as_of)
    dates = edition.dates.get(asked.path)
    if asked.correction and asked.sent and dates and dates.last > asked.sent:
        found = replace(found, overtaken=True)
    texts = {"ringkasan": review_text.review_text(found)}
    if found.problems.errors:
        return {**texts, "hasil": "tertolak", "balasan": reply.refusal((), found.problems.errors, asked, settings)}
    if not any(entry.differences for entry in found.entries):
        return RefusedForm(asked.number, (_NOTHING_NEW,))
    worktree.place(root, asked.path, asked.text, replace=asked.correction)
    return {
        **texts,
        "hasil": "sah",
        "balasan": reply.acceptance(asked, found, settings),
        "cabang": asked.branch,
        "berkas": asked.path,
        "isi": asked.text.removesuffix("\n"),
        "judul": asked.title,
        "penulis": asked.co_author,
    }


def _clash(root: Path, asked: Proposal, before: Side) -> FormProblem | None:
    """Why the file cannot be put there, whatever it holds."""
    assert before.catalogue
    if asked.correction:
        absent = FormProblem(SLUG, f"{asked.path} belum ada", f'periksa namanya, atau pilih "{NEW}"')
        return None if (root / asked.path).is_file() else absent
    holders = [
        innovation.path
        for innovation in before.catalogue.innovations.values()
        if asked.slug in innovation.entry.aliases
    ]
    for path in (*sorted((root / INNOVATIONS).glob(f"*/{asked.slug}{ENTRY_SUFFIX}")), *map(Path, holders)):
        name = (root / path).relative_to(root).as_posix()
        cure = f'pilih "{CORRECTION}" bila inovasinya sama; bila berbeda, pakai nama lain'
        return FormProblem(SLUG, f"nama itu sudah dipakai oleh {name}", cure)
    return None
