"""The command line: `katalog`. Help and answers are Indonesian, command names English."""

import datetime as dt
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Final, NoReturn
from zoneinfo import ZoneInfo

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator import closing, history, json_schema, layout, site, tables, writer
from generator.compliance import assess, years_on_record
from generator.exports.open_data import csv_text
from generator.mkdocs_plugin import NO_DATE, KatalogPlugin, settings_of
from generator.problems import rules
from generator.reporters import REPORTERS
from generator.reporters import text as text_report
from generator.settings import Edition
from generator.site import Checked
from generator.wording import apart, headline

_CONFIG: Final = "mkdocs.yml"


class _Help:
    """click's own words in Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx))]  # type: ignore[attr-defined]
        if rows:
            with formatter.section("Pilihan"):
                formatter.write_dl(rows)
        if isinstance(self, click.Group):
            with formatter.section("Perintah"):
                commands = [(name, self.commands[name].get_short_help_str(80)) for name in self.list_commands(ctx)]
                formatter.write_dl(commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class _Command(_Help, click.Command):
    pass


class _Group(_Help, click.Group):
    command_class = _Command


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f'tanggal "{value}" tidak terbaca; tulis 2026-08-17') from None


as_of_option = click.option(
    "--as-of", metavar="TANGGAL", callback=_day, help="Hari penilaian, 2026-08-17. Bawaan: hari commit."
)


@click.group(cls=_Group, context_settings={"help_option_names": ["--help"]}, no_args_is_help=True)
@click.version_option(message="katalog %(version)s", package_name="katalog-inovasi", help="Tampilkan versi.")
def cli() -> None:
    """Katalog inovasi: periksa data, bangun situs, hitung kepatuhan."""


def main() -> NoReturn:
    """The console script. Exit 0 clean, 1 errors in the data, 2 wrong usage."""
    try:
        code = cli.main(standalone_mode=False)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "katalog"
        click.echo(f"Perintah keliru: {error.format_message()}\nKetik `{where} --help` untuk bantuan.", err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(1)
    except MkDocsException as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


@cli.command()
@click.option("--site-dir", default="site", show_default=True, metavar="FOLDER", help="Folder hasil.")
@click.option("--strict", is_flag=True, help="Peringatan diperlakukan sebagai galat.")
@as_of_option
def build(site_dir: str, strict: bool, as_of: dt.date | None) -> int:
    """Periksa data dan bangun situs; bila ada galat, situs lama tidak berubah."""
    root, target = Path.cwd(), Path(site_dir).absolute()
    if sys.stderr.isatty():
        click.echo("Memeriksa data dan menyusun halaman ...", err=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".katalog-") as scratch:
        config = _config(site_dir=str(Path(scratch) / "site"), strict=True)
        plugin = _plugin(config)
        plugin.as_of = as_of
        if strict:
            checked = site.check(root, _edition(config, as_of).as_of)
            if checked.problems:
                click.echo(text_report(checked.problems), nl=False)
                return 1
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
        _swap(Path(scratch) / "site", target, Path(scratch) / "old")
    click.echo(f"Situs selesai: {os.path.relpath(target)}/")
    return 0


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the whole new site in place of the old one; a reader never sees half of each."""
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@as_of_option
def write(folder: Path, as_of: dt.date | None) -> int:
    """Tulis halaman Markdown dan berkas data ke DIR, untuk mesin situs lain."""
    config = _config()
    edition = _edition(config, as_of)
    checked = site.check(Path.cwd(), edition.as_of)
    if checked.problems.errors:
        click.echo(text_report(checked.problems.errors), nl=False)
        return 1
    tree = site.build(Path.cwd(), checked, settings_of(config, _plugin(config).config), edition)
    try:
        written, removed = writer.write(tree, folder)
    except ValueError:
        click.echo(f"Folder {folder} sudah berisi berkas lain. Pilih folder kosong.", err=True)
        return 2
    click.echo(f"{len(tree)} berkas di {folder}: {written} ditulis, {removed} dihapus.")
    return 0


@cli.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="ALAMAT", help="Alamat pratinjau.")
def serve(address: str) -> int:
    """Pratinjau langsung; perubahan berkas tampil tanpa memulai ulang."""
    mkdocs_serve.serve(_CONFIG, dev_addr=address, strict=False)
    return 0


@cli.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text", help="Bentuk laporan.")
def check(paths: tuple[str, ...], form: str) -> int:
    """Periksa data: semua galat semua berkas dalam satu kali jalan."""
    root = Path.cwd()
    problems = site.check(root, _today(_config())).problems
    if paths:
        unknown = [path for path in paths if not Path(path).exists()]
        if unknown:
            raise click.UsageError(f"tidak ditemukan: {', '.join(unknown)}")
        problems = problems.within(os.path.relpath(Path(path).absolute(), root) for path in paths)
    click.echo(REPORTERS[form](problems), nl=False)
    return 1 if problems.errors else 0


@cli.command()
@click.option("--year", type=int, metavar="TAHUN", help="Tahun kewajiban. Bawaan: tahun terakhir yang tercatat.")
@as_of_option
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="Bentuk keluaran.")
def compliance(year: int | None, as_of: dt.date | None, form: str) -> int:
    """Indeks kepatuhan perangkat daerah untuk satu tahun, per hari mana pun."""
    config = _config()
    day = _edition(config, as_of).as_of
    checked = _sound(config, day)
    if checked is None:
        return 1
    years = years_on_record(checked.catalogue, day)
    chosen = year if year is not None else (years[0] if years else day.year)
    if chosen not in checked.catalogue.registry.obligations:
        click.echo(f"Aturan {chosen} belum dicatat (registry/obligations/{chosen}.yml).", err=True)
        return 1
    index = assess(checked.catalogue, chosen, day)
    rows = list(tables.compliance_rows(checked.catalogue, index))
    if form == "csv":
        click.echo(csv_text(tables.COMPLIANCE, rows), nl=False)
    elif form == "json":
        body = {**tables.headline_counts(index), "kepatuhan": rows}
        click.echo(json.dumps(body, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{headline(index)}. Per {day.isoformat()}.")
        for count, words in apart(index):
            click.echo(f"{count} {words}.")
        for row in rows:
            click.echo(f"{row['status_kata']:<20} {row['nama']}: {row['alasan']}")
    return 0


@cli.command()
@click.argument("year", metavar="TAHUN", type=int)
@as_of_option
def close(year: int, as_of: dt.date | None) -> int:
    """Tutup satu tahun: tulis hasilnya ke registry/obligations/TAHUN.hasil.yml."""
    config = _config()
    day = _edition(config, as_of).as_of
    target = Path(layout.result_path(year))
    if target.exists():
        click.echo(f"{target} sudah ada. Perubahan ditulis pada koreksi di berkas itu.", err=True)
        return 1
    checked = _sound(config, day)
    if checked is None:
        return 1
    if year not in checked.catalogue.registry.obligations or day <= dt.date(year, 12, 31):
        click.echo(f"Tahun {year} belum dapat ditutup: aturannya belum ada atau tahunnya belum berakhir.", err=True)
        return 1
    target.write_text(closing.result_text(checked.catalogue, year, day), "utf-8")
    click.echo(f"Tertulis: {target}. Periksa isinya, lalu simpan ke Git.")
    return 0


@cli.command()
def schema() -> int:
    """JSON Schema satu berkas inovasi."""
    config = _config()
    checked = _sound(config, _today(config))
    if checked is None:
        return 1
    click.echo(json_schema.schema_text(checked.catalogue.registry), nl=False)
    return 0


@cli.command()
@click.argument("code", metavar="KODE")
def explain(code: str) -> int:
    """Arti satu kode galat dan cara memperbaikinya."""
    rule = rules().get(code.upper())
    if rule is None:
        raise click.UsageError(f'kode "{code}" tidak dikenal; kode yang ada: {", ".join(rules())}')
    click.echo(f"{rule.code} ({rule.severity}): {rule.title}\n\n{rule.explanation}\nCara memperbaiki: {rule.cure}.")
    return 0


def _config(**overrides: Any) -> MkDocsConfig:
    if not Path(_CONFIG).is_file():
        raise click.UsageError(f"tidak ada {_CONFIG} di folder ini; jalankan dari folder utama katalog")
    config: MkDocsConfig = load_config(_CONFIG, **overrides)
    return config


def _plugin(config: MkDocsConfig) -> KatalogPlugin:
    plugin = config.plugins["katalog"]
    assert isinstance(plugin, KatalogPlugin)
    return plugin


def _edition(config: MkDocsConfig, as_of: dt.date | None) -> Edition:
    try:
        return history.edition(Path.cwd(), _plugin(config).config.zona_waktu, as_of)
    except history.NoDateError:
        raise click.UsageError(NO_DATE) from None


def _today(config: MkDocsConfig) -> dt.date:
    return dt.datetime.now(ZoneInfo(_plugin(config).config.zona_waktu)).date()


def _sound(config: MkDocsConfig, day: dt.date) -> Checked | None:
    """The catalogue if it has no errors, else None and the report on standard error."""
    checked = site.check(Path.cwd(), max(day, _today(config)))
    if checked.problems.errors:
        click.echo(text_report(checked.problems.errors), nl=False, err=True)
        return None
    return checked
