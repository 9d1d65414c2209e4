"""What is known before anything is read: the settings in `mkdocs.yml`, the clock's day, the edition.

Computed here and nowhere else. The clock is read by `now` alone, Git by `Configuration.day`, `.edition`, `.published`.
`mkdocs.yml` is read as data: it may come with a proposal, and MkDocs would run its hooks, its plugins and its tags.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, model_validator
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from generator import layout
from generator.catalogue.subject import Version
from generator.publishing import git_history
from generator.schema.fields import MAIL, PHONE
from generator.settings import Edition, Helpline, Settings
from generator.text.personal_data import find
from generator.text.printable import printable

FILE: Final = layout.SETTINGS
_PLUGIN: Final = "katalog"
#: What PyYAML raises for a date that is none, a tag on the wrong value, a thousand brackets.
_UNREADABLE: Final = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError)
_Settings = TypeVar("_Settings", bound=BaseModel)


class ConfigurationError(Exception):
    """`mkdocs.yml` cannot be used; the text says in Indonesian what is wrong there and what to write."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("Tulis nama zona waktu IANA, misalnya Asia/Jakarta.") from None
    return name


def _address(written: str | None) -> str:
    """With a closing slash; empty while it is not known."""
    if not written:
        return ""
    parts = urlsplit(written)
    if not (parts.scheme and parts.netloc):
        raise ValueError("Tulis alamat lengkap, misalnya https://contoh.go.id/katalog/.")
    return f"{written.rstrip('/')}/"


def _office(written: str) -> str:
    """Text that names no person's number or mail."""
    if any(find(written)):
        raise ValueError("Tulis surel lembaga, dan nomor layanan hanya pada whatsapp.")
    return written


def _mail(written: str) -> str:
    if written and not MAIL.match(written):
        raise ValueError("Tulis satu alamat surel, misalnya katalog@contoh.go.id.")
    return _office(written)


def _chat(written: str) -> str:
    """One mobile and nothing else, or nothing."""
    if written and not (PHONE.match(written) and [found.code for found in find(written)] == ["P003"]):
        raise ValueError("Tulis satu nomor ponsel, misalnya 0812 diikuti angka lainnya.")
    return written


class Reach(BaseModel):
    """Whom readers may ask and tell. The number is the one of a mobile that stands outside an entry's `kontak`."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    kantor: Annotated[str, AfterValidator(_office)] = ""
    jam: Annotated[str, AfterValidator(_office)] = ""
    surel: Annotated[str, AfterValidator(_mail)] = ""
    whatsapp: Annotated[str, AfterValidator(_chat)] = ""
    layanan: bool = False

    @model_validator(mode="after")
    def _marked(self) -> "Reach":
        if self.whatsapp and not self.layanan:
            raise ValueError("Nomor whatsapp hanya boleh nomor layanan. Bila memang begitu, tulis layanan: true.")
        return self


class Options(BaseModel):
    """What another region changes, as `mkdocs.yml` has it below our plugin."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    wilayah: str
    pemerintah: str
    pengelola: str
    resmi: bool = False
    zona_waktu: Annotated[str, AfterValidator(_zone)]
    cabang: str = "main"
    lapor: str = ""
    pemelihara: str = ""
    terbit_sejak: str = ""
    target_peninjauan: Annotated[str, AfterValidator(_office)] = ""
    kontak: Reach = Reach()


class _Names(BaseModel):
    """What MkDocs itself asks for and we use too."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    site_name: str
    site_url: Annotated[str | None, AfterValidator(_address)] = None
    repo_url: Annotated[str | None, AfterValidator(_address)] = None


class _Loader(yaml.SafeLoader):
    """Plain data; `!ENV` as MkDocs has it. What another tag would make or run stays unmade; aliases are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias: ten lines of them may stand for more values than there is memory."""
        if self.check_event(yaml.AliasEvent):
            alias = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "alias", alias.start_mark)
        return super().compose_node(parent, index)


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda *_: None)


def now() -> dt.datetime:
    """The moment it is, with its zone. Tests move it."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Configuration:
    """The catalogue at `root`, before it is read."""

    root: Path
    settings: Settings

    @classmethod
    def read(cls, file: Path, *, site: str | None = None) -> "Configuration":
        """What `file`, a `mkdocs.yml`, says. `site`: the address of a preview. Raises ConfigurationError."""
        written = _written(file)
        names = _valid(_Names, written, file.name)
        ours = _valid(Options, _below_plugin(written.get("plugins")), f"{file.name}: plugins: {_PLUGIN}")
        settings = Settings(
            name=names.site_name,
            region=ours.wilayah,
            government=ours.pemerintah,
            operator=ours.pengelola,
            zone=ours.zona_waktu,
            official=ours.resmi,
            site=_address(site) or names.site_url or "",
            repository=names.repo_url or "",
            branch=ours.cabang,
            report=ours.lapor,
            maintainers=ours.pemelihara,
            published_since=ours.terbit_sejak,
            review_target=ours.target_peninjauan,
            helpline=Helpline(ours.kontak.kantor, ours.kontak.jam, ours.kontak.surel, ours.kontak.whatsapp),
        )
        return cls(file.parent, settings)

    def today(self) -> dt.date:
        """The clock's day in the region."""
        return now().astimezone(ZoneInfo(self.settings.zone)).date()

    def day(self, as_of: dt.date | None) -> dt.date:
        """`as_of`, else the commit's day in the region. Raises NoDateError if there is none that has come."""
        return as_of or git_history.commit_day(self.root, self.settings.zone, self.today())

    def edition(self, as_of: dt.date | None) -> Edition:
        """The edition of `as_of`, else of the commit's day, with the dates of files. Raises NoDateError."""
        return git_history.edition(self.root, self.settings.zone, as_of, self.today())

    def published(self, revision: str, root: Path | None = None) -> Sequence[Version]:
        """What was published up to `revision` of the checkout at `root`, else of this one.

        Nothing while the settings name no first commit. Raises NoHistoryError, NoRevisionError.
        """
        since = self.settings.published_since
        return git_history.published(root or self.root, since, revision) if since else ()


def _written(file: Path) -> Mapping[str, Any]:
    """The keys of the file. Raises ConfigurationError."""
    try:
        if file.stat().st_size > layout.MAX_SETTINGS_BYTES:
            raise ConfigurationError(f"{file.name} melebihi {layout.MAX_SETTINGS_BYTES} bita. Ringkas isinya.")
        data = _Loader(file.read_bytes()).get_single_data()
    except OSError:
        raise ConfigurationError(f"{file.name} tidak dapat dibuka. Periksa berkas dan hak bacanya.") from None
    except yaml.MarkedYAMLError as error:
        place = f":{error.problem_mark.line + 1}:{error.problem_mark.column + 1}" if error.problem_mark else ""
        raise ConfigurationError(
            f"{file.name}{place}: susunan YAML keliru, atau memakai alias (*nama). Betulkan baris itu."
        ) from None
    except yaml.reader.ReaderError:
        raise ConfigurationError(f"{file.name} tidak tersimpan sebagai UTF-8. Simpan ulang sebagai UTF-8.") from None
    except _UNREADABLE:
        raise ConfigurationError(f"{file.name} memuat nilai yang tidak dapat dibaca. Betulkan nilainya.") from None
    if not isinstance(data, dict):
        raise ConfigurationError(f"{file.name} kosong atau bukan daftar pengaturan. Tulis `site_name: ...`.")
    if "INHERIT" in data:
        raise ConfigurationError(f"{file.name}: INHERIT tidak dibaca. Tulis semua pengaturan di berkas ini.")
    return data


def _below_plugin(plugins: object) -> object:
    """What stands below our plugin: in a list of names and mappings, or in one mapping. Raises ConfigurationError."""
    listed = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    for one in listed:
        if one == _PLUGIN:
            return {}
        if isinstance(one, dict) and _PLUGIN in one:
            return one[_PLUGIN] or {}
    raise ConfigurationError(f"{FILE}: bagian plugins tidak memuat {_PLUGIN}. Tambahkan `- {_PLUGIN}:` beserta isinya.")


def _valid(model: type[_Settings], data: object, where: str) -> _Settings:
    """`data` as a `model`. Raises ConfigurationError with a line for every setting that is wrong."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ConfigurationError("\n".join(_sentences(error, model, where))) from None


def _sentences(error: ValidationError, model: type[BaseModel], where: str) -> Iterator[str]:
    for one in error.errors():
        name = ".".join(map(str, one["loc"])) or "isinya"
        value = printable(str(one["input"]))
        match one["type"]:
            case "missing":
                yield f"{where}: {name} belum diisi. Tambahkan."
            case "extra_forbidden":
                known = Reach if len(one["loc"]) > 1 else model
                yield f"{where}: {printable(name)} tidak dikenal. Yang dikenal: {', '.join(known.model_fields)}."
            case "bool_type":
                yield f'{where}: {name} berisi "{value}". Tulis true atau false.'
            case "value_error":
                yield f'{where}: {name} berisi "{value}". {one["ctx"]["error"]}'
            case _:
                yield f'{where}: {name} berisi "{value}". Tulis teks di antara tanda kutip.'
