"""The command line's own words: help pages and usage errors in Indonesian instead of click's English."""

from typing import Any

import click


class UsageError(click.UsageError):
    """A usage error of our own, in Indonesian; click's speak English."""


class _Help:
    """click's own words in Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = {"[OPTIONS]": "[PILIHAN]", "COMMAND": "PERINTAH", "[ARGS]...": "..."}
        pieces = " ".join(self.collect_usage_pieces(ctx)).split()  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(words.get(p, p) for p in pieces), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]  # type: ignore[attr-defined]
        with formatter.section("Pilihan"):
            formatter.write_dl([row for option in options if (row := option.get_help_record(ctx))])
        if isinstance(self, click.Group):
            with formatter.section("Perintah"):
                commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
                formatter.write_dl([(name, one.get_short_help_str(80)) for name, one in commands.items() if one])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class Command(_Help, click.Command):
    """A command whose help is Indonesian."""


class Group(_Help, click.Group):
    """A group of commands whose help and problems are Indonesian."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command named first, or say which there are."""
        known = self.list_commands(ctx)
        if args and args[0] not in known:
            raise UsageError(f'perintah "{args[0]}" tidak dikenal; yang ada: {", ".join(known)}')
        return super().resolve_command(ctx, args)


def _wanted(kind: click.ParamType[Any]) -> str:
    if isinstance(kind, click.Choice):
        return f"salah satu dari {', '.join(kind.choices)}"
    return "bilangan bulat, misalnya 2026" if isinstance(kind, click.types.IntParamType) else "nilai yang sesuai"


def sentence(error: click.UsageError) -> str:
    """What is wrong with the command, in Indonesian; click's own classes speak English."""
    if isinstance(error, click.NoSuchOption):
        return f'pilihan "{error.option_name}" tidak dikenal'
    if isinstance(error, click.MissingParameter) and error.param:
        return f"{error.param.make_metavar(error.ctx) if error.ctx else error.param.name} belum ditulis"
    if isinstance(error, click.BadParameter) and error.param:
        named = error.param.metavar if isinstance(error.param, click.Argument) else error.param.opts[0]
        return f"{named} harus berisi {_wanted(error.param.type)}"
    if isinstance(error, click.BadOptionUsage):
        return f'pilihan "{error.option_name}" ditulis tidak lengkap'
    return error.message if isinstance(error, UsageError) else "susunan perintah tidak dapat dibaca"
