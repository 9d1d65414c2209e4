"""The MkDocs side: the generated pages from memory, refused if the data has errors; nothing else."""

import logging
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import TemplateError
from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator import addresses, layout, system_errors
from generator.problems import reporters
from generator.publishing import hand_written, pipeline, verify
from generator.publishing.configuration import Configuration, ConfigurationError
from generator.publishing.git_history import NoDateError
from generator.settings import LICENCE, LICENCE_ADDRESS, Edition
from generator.text.printable import printable

#: What pages load; the theme's own scripts and styles stay out (see `site_templates/css/build.mjs`).
_ASSETS: Final = (addresses.STYLE, addresses.ICON, *addresses.SCRIPTS)
log = logging.getLogger("mkdocs.plugins.katalog")


class KatalogPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated files to a MkDocs build; refuses the build if the data has errors."""

    #: Set by the command line if it knows the edition and has checked it already.
    given: tuple[Edition, pipeline.Checked] | None = None
    _serving = False
    _tree: pipeline.SiteTree | None = None
    _configuration: Configuration
    _edition: Edition

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Leave our part to the one who reads it without MkDocs too."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a person is watching: a preview speaks of today and never stops."""
        self._serving = command == "serve"
        self.given = self._tree = None  # MkDocs keeps one plugin for all builds of a process

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the data too, and hand the theme what it prints in head and foot."""
        try:
            here = Configuration.read(Path(config.config_file_path), site=config.site_url)
        except ConfigurationError as error:
            raise PluginError(str(error)) from None
        self._configuration = here
        config.watch += [str(here.root / name) for name in (layout.INNOVATIONS, layout.REGISTRY, layout.TEMPLATES)]
        try:
            self._edition = self.given[0] if self.given else here.edition(here.today() if self._serving else None)
        except NoDateError as error:
            raise PluginError(str(error)) from None
        config.extra["katalog"] = {
            "pengaturan": here.settings,
            "lisensi": (LICENCE, LICENCE_ADDRESS),
            "pratinjau": self._serving,
            "galat": [],
        }
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check and generate before MkDocs empties the old site."""
        here = self._configuration
        refusals = list(hand_written.refusals(config))
        for refusal in refusals:
            log.error(refusal)
        if refusals:
            raise PluginError("Halaman di docs belum benar, situs tidak dibuat.")
        checked = self.given[1] if self.given else pipeline.check(here.root, self._edition.today)
        if not checked.problems.errors:
            self._tree = pipeline.build(here.root, checked, here.settings, self._edition)
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

    def on_build_error(self, *, error: Exception) -> None:
        """A full disk or a broken template is no bug: one sentence in place of MkDocs's traceback."""
        if isinstance(error, OSError):
            raise PluginError(system_errors.sentence(error)) from error
        if isinstance(error, TemplateError):
            raise PluginError(f"Templat tidak dapat dipakai: {printable(str(error))}.") from error
