"""The commands of reviewers and workflows: `katalog review`, `katalog receive`, `katalog owners`."""

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from generator import checking, layout, whole
from generator.commands.context import TODAY, checked_catalogue, configuration, day_option
from generator.commands.indonesian import Command, UsageError
from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.region import Region
from generator.contributing.tidying.tidy import tidied
from generator.problems import Problems
from generator.reviewing import codeowners, reply, review_text, worktree
from generator.reviewing.issue_form import Ignored, Proposal, RefusedForm, read_proposal
from generator.reviewing.review import review
from generator.reviewing.review_style import MARKDOWN, TEXT
from generator.reviewing.sides import Side
from generator.reviewing.trial import tried
from generator.text.github import plain

_STYLES: Final = {"markdown": MARKDOWN, "text": TEXT}
#: An event holds the issue once; GitHub allows 65,536 characters of it.
_MOST_EVENT_BYTES: Final = 4 * 1024 * 1024


@click.command("review", cls=Command)
@click.option("--base", required=True, metavar="DIR", help="Folder berisi katalog sebelum diubah.")
@click.option("--head", default=".", metavar="DIR", help="Folder berisi katalog sesudah diubah. Bawaan: folder ini.")
@click.option(
    "--as-of", metavar="TANGGAL", callback=day_option, default=TODAY, help="Hari penilaian indeks. Bawaan: hari ini."
)
@click.option("--format", "style", type=click.Choice(list(_STYLES)), default="markdown", help="Bentuk ringkasan.")
def review_command(base: str, head: str, as_of: dt.date, style: str) -> int:
    """Ringkasan perubahan bagi peninjau: katalog di folder ini, atau di --head, dibandingkan dengan --base."""
    before, root = Path(base).absolute(), Path(head).absolute()
    for folder in (base, head):
        if not Path(folder).is_dir():
            raise UsageError(f"folder {folder} tidak ada")
    here = configuration()
    today, published = here.today(), here.published("HEAD", before)
    old = Side(checking.check(before, today, published), worktree.digests(before), worktree.settings(before))
    files = worktree.digests(root, without=before)
    new = Side(checking.check(root, today, published), files, worktree.settings(root))
    click.echo(review_text.review_text(review(old, new, as_of), _STYLES[style]), nl=False)
    return 0


@click.command("receive", cls=Command)
@click.argument("event", metavar="PERISTIWA", type=click.Path(path_type=Path))
@click.option(
    "--answers",
    "replies",
    default=".",
    metavar="DIR",
    help="Folder untuk balasan.md dan ringkasan.md. Bawaan: folder ini.",
)
@click.option("--issue", type=click.Path(path_type=Path), metavar="BERKAS", help="Laporan seperti sekarang (JSON).")
@click.option("--outputs", metavar="BERKAS", help="Berkas keluaran alur kerja ($GITHUB_OUTPUT).")
def receive_command(event: Path, replies: str, issue: Path | None, outputs: str | None) -> int:
    """Baca usulan dari peristiwa laporan (JSON): periksa, tulis berkasnya, susun balasan."""
    here = configuration()
    if not Path(replies).is_dir():
        raise UsageError(f"folder {replies} tidak ada; --answers harus berisi folder yang ada")
    root, told = Path.cwd(), _json(event)
    if issue and isinstance(told, dict):
        told = {**told, "issue": _json(issue)}
    before = Side(checking.check(root, here.today()), {})
    if before.catalogue is None:
        click.echo("Registri katalog tidak terbaca, sehingga usulan tidak dapat diperiksa.", err=True)
        return 1
    registry = before.catalogue.registry
    called = partial(agency_called, registry=registry, region=here.settings.region)
    asked = read_proposal(told, registry.words()["perangkat_daerah"], called)
    if isinstance(asked, Ignored):
        click.echo(f"Diabaikan: {asked.reason}.")
        _write_outputs(outputs, {"hasil": "abaikan"})
        return 0
    try:
        if isinstance(asked, RefusedForm):
            found: RefusedForm | dict[str, str] = asked
        else:
            asked = _tidied(asked, Region(registry, here.settings.region))
            found = tried(root, asked, before, here.edition(here.today()), here.settings)
    except worktree.UnsafePlaceError as place:
        click.echo(f"{place} adalah tautan atau bukan berkas biasa. Tidak ada yang ditulis.", err=True)
        return 1
    if isinstance(found, RefusedForm):
        found = {"hasil": "tertolak", "balasan": reply.refusal(found.problems, Problems(), None, here.settings)}
    for name in ("balasan", "ringkasan"):
        if name in found:
            whole.write(Path(replies, f"{name}.md"), found[name].encode())
    _write_outputs(outputs, found)
    click.echo(f"Usulan pada laporan nomor {asked.number}: {found['hasil']}.")
    return 0


def _tidied(asked: Proposal, region: Region) -> Proposal:
    """The proposal with every sure cure: no sender is sent back for a spelling that everybody understands."""
    found = tidied(asked.text.encode(), region)
    return replace(asked, text=found.text, cures=tuple(map(str, found.cures))) if found else asked


def _json(path: Path) -> Any:
    """A file of the workflow. Raises UsageError if there is none, or none that can be read."""
    try:
        if path.stat().st_size > _MOST_EVENT_BYTES:
            raise UsageError(f"{path} terlalu besar untuk sebuah laporan")
        return json.loads(path.read_text("utf-8"))
    except OSError:
        raise UsageError(f"{path} tidak dapat dibuka") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} bukan JSON yang dapat dibaca") from None


def _write_outputs(outputs: str | None, values: Mapping[str, str]) -> None:
    """Hand values to the next step. A delimiter that nobody can foresee keeps them apart, whatever they hold."""
    if outputs is None:
        return
    with Path(outputs).open("a", encoding="utf-8") as file:
        for name, value in values.items():
            mark = os.urandom(16).hex()
            file.write(f"{name}<<{mark}\n{value}\n{mark}\n")


@click.command("owners", cls=Command)
def owners_command() -> int:
    """Tulis .github/CODEOWNERS: siapa yang harus menyetujui perubahan, menurut registri."""
    here = configuration()
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    registry, maintainers = checked.catalogue.registry, here.settings.maintainers
    if invalid := codeowners.invalid(registry, maintainers):
        click.echo(f"Bukan akun, tim, atau surel: {'; '.join(map(plain, invalid))}.", err=True)
        return 1
    target = Path(layout.OWNERS)
    target.parent.mkdir(exist_ok=True)
    whole.write(target, codeowners.owners_text(registry, maintainers).encode())
    click.echo(f"Tertulis: {target}.")
    click.echo(f'Simpan ke Git: git add --all {target} && git commit -m "Tulis ulang pemilik folder"')
    return 0


COMMANDS: Final[tuple[click.Command, ...]] = (review_command, receive_command, owners_command)
