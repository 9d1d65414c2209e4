"""The MkDocs side: settings from `mkdocs.yml`, pages from memory, nothing else."""

import datetime as dt
import logging
from pathlib import Path
from typing import Final, Literal
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator import addresses, layout
from generator.problems import reporters
from generator.publishing import git_history, site, verify
from generator.settings import LICENCE, LICENCE_ADDRESS, Edition, Settings

#: What pages load; the theme's own scripts and styles stay out (see `site_templates/css/build.mjs`).
_ASSETS: Final = (addresses.STYLE, addresses.ICON, *addresses.SCRIPTS)
log = logging.getLogger("mkdocs.plugins.katalog")
NO_DATE = "Tanggal tidak diketahui: tidak ada riwayat Git. Sebutkan dengan --as-of TAHUN-BULAN-HARI."


class KatalogConfig(Config):  # type: ignore[no-untyped-call]
    """What another region changes."""

    wilayah = options.Type(str)
    pemerintah = options.Type(str)
    pengelola = options.Type(str)
    resmi = options.Type(bool, default=False)
    zona_waktu = options.Type(str)
    cabang = options.Type(str, default="main")
    lapor = options.Type(str, default="")
    pemelihara = options.Type(str, default="")


def settings_of(config: MkDocsConfig, plugin: KatalogConfig) -> Settings:
    """The settings as the generator wants them."""
    return Settings(
        name=config.site_name,
        region=plugin.wilayah,
        government=plugin.pemerintah,
        operator=plugin.pengelola,
        official=plugin.resmi,
        site=_slashed(config.site_url),
        repository=_slashed(config.repo_url),
        branch=plugin.cabang,
        report=plugin.lapor,
    )


def edition_of(config: MkDocsConfig, plugin: KatalogConfig, as_of: dt.date | None, *, today: bool = False) -> Edition:
    """The edition of `as_of`, else of the commit's day, or of the clock's if `today`.

    Raises PluginError if there is no day to go by.
    """
    now = dt.datetime.now(dt.UTC)
    day = now.astimezone(ZoneInfo(plugin.zona_waktu)).date() if today and as_of is None else as_of
    try:
        return git_history.edition(Path(config.config_file_path).parent, plugin.zona_waktu, day, now)
    except git_history.NoDateError:
        raise PluginError(NO_DATE) from None


def hand_written(config: MkDocsConfig) -> dict[str, bytes]:
    """The hand-written pages, so that the links between the two kinds hold in the written folder too."""
    folder = Path(config.docs_dir)
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    hidden = config.exclude_docs
    return {
        name: path.read_bytes()
        for name, path in files.items()
        if not any(part.startswith(".") for part in name.split("/")) and not (hidden and hidden.match_file(name))
    }


def _slashed(address: str | None) -> str:
    return f"{address.rstrip('/')}/" if address else ""


class KatalogPlugin(BasePlugin[KatalogConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated files to a MkDocs build; refuses the build if the data has errors."""

    #: Set by the command line before the build; None means the commit's day, in a preview today.
    as_of: dt.date | None = None
    #: Set by the command line if it has checked already.
    checked: site.Checked | None = None
    _serving = False
    _tree: site.SiteTree | None = None
    _edition: Edition

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a person is watching: a preview speaks of today and never stops."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the data too, and hand the theme what it prints in head and foot."""
        root = Path(config.config_file_path).parent
        config.watch += [str(root / name) for name in (layout.INNOVATIONS, layout.REGISTRY, layout.TEMPLATES)]
        self._edition = edition_of(config, self.config, self.as_of, today=self._serving)
        config.extra["katalog"] = {
            "pengaturan": settings_of(config, self.config),
            "lisensi": (LICENCE, LICENCE_ADDRESS),
            "pratinjau": self._serving,
            "galat": [],
        }
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check and generate before MkDocs empties the old site."""
        root = Path(config.config_file_path).parent
        checked = self.checked or site.check(root, self._edition.today)
        if not checked.problems.errors:
            self._tree = site.build(root, checked, settings_of(config, self.config), self._edition)
            return
        report = reporters.text(checked.problems.errors).splitlines()
        # MkDocs counts errors and, strict, ends the preview; the page itself shows them.
        tell = log.info if self._serving else log.error
        for line in report:
            tell(line)
        if not self._serving or self._tree is None:
            raise PluginError("Data belum benar, situs tidak dibuat.")
        config.extra["katalog"]["galat"] = report

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Register the generated files; drop what the theme ships and no page loads."""
        docs = Path(config.docs_dir).resolve()
        for file in list(files):
            if file.src_dir == config.docs_dir and docs not in Path(file.abs_src_path or docs).resolve().parents:
                raise PluginError(f"docs/{file.src_uri} adalah tautan ke luar folder docs. Ganti dengan berkas biasa.")
            if file.src_uri.startswith("assets/") and file.src_uri not in _ASSETS:
                files.remove(file)
        by_hand = {file.dest_uri: file.src_uri for file in files}
        for path, content in (self._tree or {}).items():
            generated = File.generated(config, path, content=content)
            if generated.dest_uri in by_hand:
                hidden = by_hand[generated.dest_uri]
                raise PluginError(f"docs/{hidden} menutupi halaman yang dibuat dari data. Ganti namanya.")
            files.append(generated)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The sitemap must not carry the day of the build machine."""
        page.update_date = self._edition.as_of.isoformat()
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish nothing that is not what was planned."""
        deviations = [] if self._serving else verify.deviations(Path(config.site_dir), self._tree or {})
        for deviation in deviations:
            log.error(deviation)
        if deviations:
            raise PluginError("Situs yang dibangun tidak sesuai rencana.")
