"""The command of whoever keeps the registry: `katalog record`, which asks, shows and then writes. Nobody types YAML."""

import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import click

from generator import layout
from generator.commands.context import configuration
from generator.commands.contribute import held_against
from generator.commands.difference import agreed, differences, effect_lines, refused
from generator.commands.indonesian import Command, Group, UsageError
from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import Act, FileChanges, RecordAnswers, RecordDesk, RecordQuestion
from generator.contributing.recording.agencies import CONFIRMATION, CONTACT, OWNERSHIP
from generator.contributing.recording.entries import VERIFICATION, WITHDRAWAL
from generator.contributing.recording.hand_ins import HAND_IN
from generator.contributing.recording.helpline import HELPLINE, OFFICIAL, PUBLICATION
from generator.contributing.recording.mending import MENDING
from generator.contributing.recording.register_text import RegisterStyleError
from generator.contributing.recording.renaming import RENAME
from generator.contributing.recording.rules import RULES
from generator.contributing.recording.successions import SUCCESSION
from generator.contributing.recording.years import CORRECTION, EXEMPTION, REPLY
from generator.publishing.configuration import Configuration, ConfigurationError
from generator.reviewing import worktree
from generator.reviewing.rehearsal import put, rehearsed
from generator.text.github import plain

ACTS: Final = (
    EXEMPTION,
    REPLY,
    MENDING,
    RULES,
    CORRECTION,
    CONFIRMATION,
    CONTACT,
    OWNERSHIP,
    SUCCESSION,
    VERIFICATION,
    WITHDRAWAL,
    RENAME,
    HAND_IN,
    HELPLINE,
    OFFICIAL,
    PUBLICATION,
)
_LONGEST_MESSAGE: Final = 2_000
#: The sources of the contacts of all agencies that one workbook may hold.
_LONGEST_DETAILS: Final = 60_000


def desk() -> RecordDesk | None:
    """What answers are held against; None, and the report on standard error, if the registry is unusable."""
    scaffold = held_against()
    if scaffold is None:
        return None
    written = (*Path(layout.REGISTRY).rglob("*.yml"), Path(layout.SETTINGS))
    registers = (path for path in written if path.is_file() and not path.is_symlink())
    texts = {path.as_posix(): path.read_bytes().decode("utf-8", "replace") for path in registers}
    branch = configuration().settings.branch
    return RecordDesk(
        scaffold,
        {**scaffold.known.texts, **texts},
        lambda path: worktree.earlier_texts(Path.cwd(), path),
        lambda path: worktree.published_text(Path.cwd(), branch, path),
    )


def _run(act: Act, given: Mapping[str, str | None], *, dry_run: bool, yes: bool) -> int:
    here = desk()
    if here is None:
        return 1
    try:
        changes = act.changes(here, answers_to(act.questions, here, given))
        _refuse_settings(changes.texts.get(layout.SETTINGS))
        return written(here, changes, dry_run=dry_run, yes=yes)
    except (AnswerError, RegisterStyleError) as error:
        click.echo(f"{plain(str(error), _LONGEST_MESSAGE)}. Tidak ada yang ditulis.", err=True)
    except worktree.UnsafePlaceError as place:
        click.echo(f"{place} adalah tautan atau bukan berkas biasa. Tidak ada yang ditulis.", err=True)
    return 1


def _refuse_settings(text: str | None) -> None:
    """Raises AnswerError for settings that could not be used."""
    if text is None:
        return
    with tempfile.TemporaryDirectory(prefix="katalog-") as scratch:
        file = Path(scratch, layout.SETTINGS)
        file.write_text(text, "utf-8")
        try:
            Configuration.read(file)
        except ConfigurationError as error:
            raise AnswerError(str(error).rstrip(".")) from None


def written(
    here: RecordDesk, changes: FileChanges, *, dry_run: bool, yes: bool, told: Mapping[str, str] = MappingProxyType({})
) -> int:
    """Show what changes and what it does to the index, ask, write. Raises UnsafePlaceError, UsageError.

    Files (path -> text) whose changes were `told` already are written too.
    """
    root, today = Path.cwd(), here.today
    texts = {**changes.texts, **told}
    found = rehearsed(root, texts, changes.moved, today, today)
    for line in differences(here.texts, changes.texts):
        click.echo(line)
    if refused(found):
        click.echo("Tidak ada yang ditulis.", err=True)
        return 1
    for line in ("", *effect_lines(found), *changes.beware, *_meeting(root, changes.texts)):
        click.echo(line)
    if dry_run:
        click.echo("Hanya dilihat; tidak ada yang ditulis.")
        return 0
    if not agreed("Tulis perubahan ini?", yes=yes):
        return 0
    put(root, texts, changes.moved)
    paths = [*texts, *changes.moved, *changes.moved.values()]
    click.echo(f"Tertulis. {changes.said}.")
    said = [plain(changes.said, _LONGEST_MESSAGE), *filter(None, [plain(changes.details, _LONGEST_DETAILS)])]
    message = " ".join(f"-m {shlex.quote(one)}" for one in said)
    click.echo(f"Simpan ke Git: git add --all {shlex.join(paths)} && git commit {message}")
    return 0


def _meeting(root: Path, texts: Mapping[str, str | None]) -> Iterator[str]:
    """The branches that are not merged and change the same files: Git would not put the two together."""
    for branch, place in worktree.unmerged(root).items():
        if same := [path for path in worktree.changed_on(root, place, texts) if path in texts]:
            told = f"Cabang {branch}, yang belum digabungkan, juga mengubah {', '.join(same)}"
            cure = f"Gabungkan dahulu, atau kerjakan ini di sana: git switch {branch}"
            yield f"{told}; keduanya dapat bertabrakan. {cure}"


def answers_to(
    questions: tuple[RecordQuestion, ...], here: RecordDesk, given: Mapping[str, str | None]
) -> RecordAnswers:
    """The answers by option: those given, and on a terminal those to the questions. Raises UsageError."""
    asks = sys.stdin.isatty()
    answers: RecordAnswers = {}
    missing = []
    for one in questions:
        value = (given.get(one.option) or "").strip()
        if not one.wanted(answers):
            continue
        if not value and asks:
            _ask(one, here, answers)
            continue
        try:
            value = value or one.default(here, answers)
            if value:
                value.encode()
                answers[one.option] = one.read(here, value, answers)
        except (AnswerError, UnicodeEncodeError) as error:
            why = str(error) if isinstance(error, AnswerError) else "memuat karakter yang bukan UTF-8; ketik ulang"
            raise UsageError(f"{_flag(one)}: {plain(why, _LONGEST_MESSAGE)}") from None
        except KeyError:  # its default follows from an answer that is missing too
            pass
        if one.option not in answers and not one.optional:
            missing.append(f"{_flag(one)} ({one.asked})")
    if missing:
        raise UsageError(f"belum ditulis: {', '.join(missing)}")
    return answers


def _ask(one: RecordQuestion, here: RecordDesk, answers: RecordAnswers) -> None:
    """Ask until the answer will do."""
    for number, label in enumerate((one.words or one.choices(here, answers)).values(), 1):
        click.echo(f"  {number}. {label}")
    default = one.default(here, answers)
    while True:
        answer = click.prompt(one.asked, default=default or ("" if one.optional else None), show_default=bool(default))
        if not answer.strip() and one.optional:
            return
        try:
            answers[one.option] = one.read(here, answer.strip(), answers)
        except AnswerError as error:
            click.echo(plain(f"{error}.", _LONGEST_MESSAGE))
        else:
            return


def _flag(one: RecordQuestion) -> str:
    return f"--{one.option.replace('_', '-')}"


def _command(act: Act) -> click.Command:
    options: list[click.Parameter] = [
        click.Option([_flag(one), one.option], metavar="JAWABAN", help=one.help)
        for one in {one.option: one for one in act.questions}.values()
    ]
    options += [
        click.Option(["--dry-run"], is_flag=True, help="Hanya tampilkan perubahan dan pengaruhnya."),
        click.Option(["--yes"], is_flag=True, help="Tulis tanpa bertanya lagi."),
    ]

    def run(*, dry_run: bool, yes: bool, **given: Any) -> int:
        return _run(act, given, dry_run=dry_run, yes=yes)

    return Command(act.name, params=options, help=act.help, callback=run)


class _Acts(Group):
    """The group of all acts, in the order in which they are written down."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return [act.name for act in ACTS]


record_command = _Acts(
    "record",
    commands={act.name: _command(act) for act in ACTS},
    help="Catat keputusan, tanggapan, nama, kontak, atau koreksi: bertanya, menunjukkan pengaruhnya, lalu menulis.",
)

COMMANDS: Final[tuple[click.Command, ...]] = (record_command,)
