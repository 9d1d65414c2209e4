"""The command of recap tables: `katalog import`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import click

from generator import whole
from generator.commands.contribute import checked_drafts
from generator.commands.indonesian import Command, UsageError
from generator.commands.record import desk, written
from generator.contributing.new_entry import AnswerError, Scaffold
from generator.contributing.recording.act import FileChanges, RecordDesk
from generator.contributing.recording.register_text import RegisterStyleError
from generator.contributing.recording.workbook_read import RegisterRead, register_read, without_register
from generator.contributing.table_import import report
from generator.contributing.table_import.cells.completions import completions_on
from generator.contributing.table_import.cells.questions import answers_on
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import recap_year
from generator.contributing.table_import.entries import Recap, recap
from generator.contributing.table_import.files.limits import sheets_within_limits
from generator.contributing.table_import.files.sheet import MAX_FILE, Sheet, UnreadableError
from generator.contributing.table_import.marked import Given, marked
from generator.contributing.table_import.settling import ImportOutcome, settle, trim
from generator.contributing.table_import.update import vanished
from generator.layout import AGENCIES
from generator.problems import Problems
from generator.publishing.exports.open_data import office_csv
from generator.reviewing import worktree
from generator.text.github import plain

#: So often are cells taken out that `check` refuses: one may hide another.
_ROUNDS: Final = 3
_LONGEST_MESSAGE: Final = 2_000
_REPORTS: Final = (".csv", ".md", ".xlsx")


@dataclass(frozen=True, slots=True)
class _ReadTable:
    """A table as it came: its bytes, its sheets, and what was given with it."""

    raw: bytes
    sheets: Sequence[Sheet]
    given: Given


@click.command("import", cls=Command)
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option("--agency", metavar="NAMA", help="Perangkat daerah, bila tabelnya tidak mempunyai kolom itu.")
@click.option(
    "--reported", metavar="TANGGAL", help="Tahun rekap, untuk baris tanpa tanggal: dicatat sebagai dilaporkan."
)
@click.option("--update", is_flag=True, help="Tulis juga perbedaan pada inovasi yang sudah tercatat.")
@click.option(
    "--replies",
    metavar="BERKAS",
    type=click.Path(path_type=Path),
    help="Lembar Pertanyaan atau Lengkapi yang sudah diisi (.xlsx, .csv).",
)
@click.option("--dry-run", is_flag=True, help="Hanya laporkan; tidak ada yang ditulis.")
@click.option("--yes", is_flag=True, help="Tulis yang mengubah isi katalog tanpa bertanya lagi.")
@click.option(
    "--report",
    "target",
    metavar="BERKAS",
    type=click.Path(path_type=Path),
    help="Simpan laporannya juga: .csv, .md, atau .xlsx (salinan bertanda, dengan lembar Pertanyaan dan Lengkapi).",
)
def import_command(*, file: Path, replies: Path | None, target: Path | None, **given: Any) -> int:
    """Ubah tabel rekap (.xlsx, .xls, .ods, atau .csv) menjadi berkas inovasi."""
    raw = _raw(file)
    answers = _raw(replies) if replies else b""
    if target and target.suffix not in _REPORTS:
        raise UsageError(f"nama {target} tidak berakhiran {', '.join(_REPORTS)}")
    if target and target.exists():
        raise UsageError(f"{target} sudah ada; sebutkan nama lain, atau hapus dahulu")
    here = desk()
    if here is None:
        return 1
    known = here.scaffold
    try:
        all_sheets = sheets_within_limits(raw)
        sheets, register = without_register(all_sheets)
        read = register_read(register, here) if register else None
        filled_in = [*sheets, *(sheets_within_limits(answers) if answers else ())]
        said = Given(answers_on(filled_in), completions_on(filled_in))
        found = recap(sheets, known.known, _defaults(given, file, known, said))
        outcome = settle(found, _trimmed(found, known), update=given["update"])
        outcome = replace(outcome, remarks=[*(read.remarks if read else ()), *outcome.remarks])
        code = _taken(here, read, outcome, _vanished(found, known) if given["update"] else (), given)
        table = _ReadTable(raw, all_sheets, said)
        for line in _report(target, table, outcome, written=not given["dry_run"]) if target else ():
            click.echo(line)
    except AnswerError as error:
        raise UsageError(plain(str(error), _LONGEST_MESSAGE)) from None
    except (UnreadableError, RegisterStyleError) as error:
        about = f"{file}: " if isinstance(error, UnreadableError) else ""
        click.echo(f"{about}{plain(str(error), _LONGEST_MESSAGE)}. Tidak ada yang ditulis.", err=True)
        return 1
    except worktree.UnsafePlaceError as place:
        click.echo(f"{place} adalah tautan atau bukan berkas biasa. Tidak ada yang ditulis.", err=True)
        return 1
    return max(code, int(any(not remark.note for remark in outcome.remarks)))


def _defaults(given: Mapping[str, Any], file: Path, known: Scaffold, said: Given) -> Defaults:
    """What stands for what the table does not say. Raises AnswerError for an option that cannot be read."""
    return Defaults(
        known.agency(given["agency"]) if given["agency"] else "",
        known.date(given["reported"]) if given["reported"] else "",
        {one.key: one.answer for one in said.answers},
        recap_year("", file.stem),
        known.today.year,
        said.completions,
    )


def _taken(
    here: RecordDesk,
    register: RegisterRead | None,
    outcome: ImportOutcome,
    vanished: Sequence[str],
    how: Mapping[str, Any],
) -> int:
    """Tell what was read, and write it. Raises UnsafePlaceError, UsageError.

    What is only new or answered needs no question: nothing that stands in the catalogue changes.
    """
    asked = register is not None or not all(draft.fills for draft in outcome.accepted)
    done = not asked and not how["dry_run"]
    for draft in outcome.accepted if done else ():
        worktree.place(Path.cwd(), draft.path, draft.text, replace=bool(draft.changes))
    if register is None or outcome.accepted or outcome.lost or outcome.remarks:
        click.echo(report.text(outcome, written=done), nl=False)
    for line in vanished:
        click.echo(line)
    return _asked(here, register, outcome, dry_run=how["dry_run"], yes=how["yes"]) if asked else 0


def _asked(here: RecordDesk, register: RegisterRead | None, outcome: ImportOutcome, *, dry_run: bool, yes: bool) -> int:
    """Show what the entries, and the agencies in their `register`, do to the index; ask, and write them.

    Raises UnsafePlaceError, UsageError.
    """
    entries = {draft.path: draft.text for draft in outcome.accepted}
    said = [f"Catat {len(entries)} isian dari tabel"] if entries else []
    changed = register.changes if register else ()
    if register is not None:
        click.echo("Perangkat daerah yang akan dicatat:" if changed else "Perangkat daerah: tidak ada yang berubah.")
    for one in changed:
        click.echo(f"  {plain(one, _LONGEST_MESSAGE)}")
    if register and register.needless:
        told = f"Sumber untuk nama yang sudah terkonfirmasi, jadi tidak dicatat: {', '.join(register.needless)}"
        click.echo(f"{told}. Tidak ada yang perlu dikerjakan.")
    if changed:
        said.insert(0, f"Catat {len(changed)} perangkat daerah dari buku kerja")
    texts = {AGENCIES: register.text} if register and register.text else {}
    sources = register.sources.items() if register else ()
    details = ". ".join(f"Kontak menurut {source}: {', '.join(slugs)}" for source, slugs in sources)
    if not said:
        return 0
    return written(
        here, FileChanges(texts, ", dan ".join(said), details=details), dry_run=dry_run, yes=yes, told=entries
    )


def _trimmed(found: Recap, known: Scaffold) -> Problems:
    """What `check` says of the drafts once the cells that it refuses are taken out, where a row can do without."""
    problems = checked_drafts({draft.path: draft.text for draft in found.drafts}, known)
    for _ in range(_ROUNDS):
        if not trim(found, problems):
            break
        problems = checked_drafts({draft.path: draft.text for draft in found.drafts}, known)
    return problems


def _report(target: Path, read: _ReadTable, outcome: ImportOutcome, *, written: bool) -> list[str]:
    """Write the report in the form that its name asks for; what a copy of the workbook has lost."""
    lost: list[str] = []
    if target.suffix == ".csv":
        content = office_csv(report.REPORT, report.rows(outcome.remarks))
    elif target.suffix == ".md":
        content = report.markdown(outcome, written=written).encode()
    else:
        content, lost = marked(read.raw, read.sheets, outcome.remarks, outcome.held, read.given)
    whole.write(target, content, new=True)
    return [f"Yang tidak ikut dalam salinan {target}: {', '.join(lost)}."] if lost else []


def _vanished(found: Recap, known: Scaffold) -> Sequence[str]:
    innovations = known.known.catalogue.innovations
    agencies = {slug: one.agency.slug for slug, one in innovations.items() if one.listed}
    gone = list(vanished(agencies, found.seen))
    return [f"Tercatat di katalog, tidak ada pada tabel ini (tidak diubah): {', '.join(gone)}."] if gone else []


def _raw(file: Path) -> bytes:
    """The bytes of the table, one more than the limit at most. Raises UsageError if there is no such file."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except OSError:
        raise UsageError(f"{file} tidak dapat dibuka") from None


COMMANDS: Final[tuple[click.Command, ...]] = (import_command,)
