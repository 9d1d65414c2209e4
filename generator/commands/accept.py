"""The command of whoever opens what was handed in: `katalog accept`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from generator import layout
from generator.commands.context import configuration
from generator.commands.difference import agreed, differences, refused
from generator.commands.indonesian import Command, UsageError
from generator.commands.record import desk
from generator.contributing.hand_in_record import WaitingHandIn, numbered, refuse_unchanged, register_with
from generator.contributing.new_entry import AnswerError
from generator.contributing.package import MOST_BYTES
from generator.contributing.recording.act import RecordDesk, line
from generator.contributing.recording.register_text import RegisterStyleError
from generator.contributing.taking_in import HandInReturnedError, TakenIn, taken_in
from generator.reviewing import hand_in_answer, review_text, worktree
from generator.reviewing.rehearsal import put, rehearsed
from generator.reviewing.review_style import TEXT
from generator.schema.handins import HandInState
from generator.text.github import plain

#: Branches of hand-ins begin so.
BRANCHES: Final = "kiriman"
_LONGEST_MESSAGE: Final = 2_000
_Files = Mapping[str, str | bytes | None]


@dataclass(frozen=True, slots=True)
class _How:
    """Whether it is written, asked before, and committed."""

    dry_run: bool
    yes: bool
    no_commit: bool


@click.command("accept", cls=Command)
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option("--agency", metavar="NAMA", default="", help="Perangkat daerah, bila berkasnya tidak menyebut.")
@click.option("--ask", "question", metavar="TEKS", help="Jangan terima; catat yang ditanyakan kepada pengirim.")
@click.option("--decline", "reason", metavar="TEKS", help="Jangan terima; catat alasannya.")
@click.option("--number", metavar="NOMOR", default="", help="Nomor kiriman yang ditanyakan, bila ini jawabannya.")
@click.option("--dry-run", is_flag=True, help="Hanya periksa; tidak ada yang ditulis.")
@click.option("--yes", is_flag=True, help="Terima tanpa bertanya lagi.")
@click.option("--no-commit", is_flag=True, help="Tulis berkasnya saja, tanpa cabang dan simpanan Git.")
def accept_command(
    *, file: Path, agency: str, question: str | None, reason: str | None, number: str, **how: bool
) -> int:
    """Terima kiriman (paket dari formulir atau berkas isian): rapikan, periksa, simpan, susun jawabannya."""
    raw = _raw(file)
    if question is not None and reason is not None:
        raise UsageError("pilih salah satu: --ask atau --decline")
    for flag, text in (("--ask", question), ("--decline", reason)):
        if text is not None and not text.strip():
            raise UsageError(f"{flag} kosong; tulis kalimatnya untuk pengirim")
    here = desk()
    if here is None:
        return 1
    try:
        one, waiting = taken_in(raw, here.scaffold, agency), list(_waiting(here))
        for there in waiting:
            there.refuse(one, number.strip())
        one = numbered(one, here, number.strip())
        notes = [*one.notes, *(note for there in waiting for note in there.note(one))]
        for note in (*notes, *(f"dirapikan: {cure}" for cure in one.cures)):
            click.echo(f"{plain(note, _LONGEST_MESSAGE)}.")
        if question:
            return _answered(one, here, "ditanyakan", question, _How(**how))
        return _answered(one, here, "ditolak", reason, _How(**how)) if reason else _accepted(one, here, _How(**how))
    except (AnswerError, RegisterStyleError, worktree.GitRefusalError) as error:
        _refused(error)
    except worktree.UnsafePlaceError as place:
        click.echo(f"{place} adalah tautan atau bukan berkas biasa. Tidak ada yang ditulis.", err=True)
    return 1


def _refused(error: Exception) -> None:
    """Tell why nothing is taken in, and what the sender is told where only they can mend it."""
    click.echo(f"{plain(str(error), _LONGEST_MESSAGE)}.", err=True)
    if isinstance(error, HandInReturnedError):
        _answer(hand_in_answer.returned(error))


def _raw(file: Path) -> bytes:
    """The bytes of the file, one more than the limit at most. Raises UsageError if there is no such file."""
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        raise UsageError(f"{file} tidak dapat dibuka") from None


def _waiting(here: RecordDesk) -> Iterator[WaitingHandIn]:
    """The hand-ins on branches that are not merged, but for what is on record here already."""
    root, known = Path.cwd(), {one.number: one.said for one in here.registry.hand_ins}
    for branch, place in worktree.unmerged(root, f"{BRANCHES}/").items():
        for path in worktree.changed_on(root, place, [layout.HAND_INS]):
            number, text = Path(path).stem, worktree.text_on(root, place, path)
            if text and (number not in known or text.count("keadaan:") > len(known[number].steps)):
                yield WaitingHandIn(branch, number, text)


def _accepted(one: TakenIn, here: RecordDesk, how: _How) -> int:
    settings, today = configuration().settings, here.today
    refuse_unchanged(one, here)
    texts: _Files = {one.path: one.text, **one.picture_files, **dict([register_with(here, one, "diterima")])}
    found = rehearsed(Path.cwd(), texts, {}, today, today)
    # Whoever opens it writes its record: that is no news.
    click.echo(review_text.review_text(replace(found, hand_ins=()), TEXT), nl=False)
    if refused(found):
        click.echo("Tidak ada yang ditulis. Catat yang ditanyakan dengan --ask, bila perlu.", err=True)
        if found.problems.errors:
            _answer(hand_in_answer.refused(one, found.problems.errors))
        return 1
    if not _to_write(how, "Terima kiriman ini?"):
        return 0
    kind = "Perbaikan" if one.correction else "Inovasi baru"
    _write(texts, f"{kind}: {one.agency}/{one.slug} ({one.number})", one.number, how)
    _answer(hand_in_answer.accepted(one, settings))
    return 0


def _answered(one: TakenIn, here: RecordDesk, state: HandInState, said: str, how: _How) -> int:
    """Asked back or declined: only the register knows of it."""
    told = hand_in_answer.asked_back if state == "ditanyakan" else hand_in_answer.declined
    note = line(said, 300, 5)
    path, text = register_with(here, one, state, note)
    texts: _Files = {path: text}
    found = rehearsed(Path.cwd(), texts, {}, here.today, here.today)
    for changed in differences(here.texts, {path: text}):
        click.echo(changed)
    if refused(found):
        return 1
    click.echo(f"{'Ditanyakan' if state == 'ditanyakan' else 'Alasan tidak diterima'}: {note}")
    if not _to_write(how, f"Catat kiriman ini sebagai {state}?"):
        return 0
    _write(texts, f"Kiriman {one.number}: {state}", one.number, how)
    _answer(told(one, note, configuration().settings))
    return 0


def _to_write(how: _How, question: str) -> bool:
    """Whether it is not only looked at, and agreed. Raises UsageError."""
    if how.dry_run:
        click.echo("Hanya dilihat. Tidak ada yang ditulis.")
        return False
    return agreed(question, yes=how.yes)


def _write(texts: _Files, message: str, number: str, how: _How) -> None:
    """Put the files in their places and commit them on a branch. Raises GitRefusalError, UnsafePlaceError."""
    root = Path.cwd()
    before = "" if how.no_commit else worktree.branch_here(root)
    branch = "" if how.no_commit else worktree.begin_branch(root, BRANCHES, number)
    put(root, texts, {})
    click.echo(f"Tertulis: {', '.join(texts)}.")
    if branch:
        worktree.commit(root, texts, message)
        click.echo(f"Tersimpan di cabang {branch}. Kirim dengan: git push --set-upstream origin {branch}")
        main = configuration().settings.branch
        if before not in ("", branch, main):
            click.echo(
                f"Cabang itu dimulai dari {before}, bukan dari {main}: yang belum digabungkan di sana ikut terkirim."
            )
        if before in ("", branch) or not worktree.go_back(root, before):
            click.echo(f"Anda berada di cabang {branch}. Kembali dengan: git switch {main}")
        else:
            click.echo(f"Anda kembali di cabang {before}; catatan ini berlaku di sana sesudah cabangnya digabungkan.")


def _answer(text: str) -> None:
    click.echo(f"\nJawaban untuk pengirim:\n\n{text}")


COMMANDS: Final[tuple[click.Command, ...]] = (accept_command,)
