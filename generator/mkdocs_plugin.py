"""The MkDocs side: the generated pages from memory, refused if the data has errors; nothing else."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import Environment, TemplateError
from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator import addresses, checking, layout, system_errors
from generator.aid import Aid, aid_of
from generator.dates import spoken
from generator.problems import reporters
from generator.publishing import asking, gate, hand_written, pipeline
from generator.publishing.configuration import Configuration, ConfigurationError
from generator.publishing.engine import Engine
from generator.publishing.exports import Build
from generator.publishing.exports.search_index import entry_keys
from generator.publishing.gate import folder
from generator.publishing.git_history import NoDateError
from generator.publishing.on_demand import OnDemand, Preview, Server
from generator.publishing.pouring import Labour, Pouring, complete
from generator.publishing.shells import Shells
from generator.publishing.view import MOST_SUGGESTED
from generator.settings import LICENCE, LICENCE_ADDRESS, Edition
from generator.text.printable import printable
from generator.text.readings import digits_of
from generator.text.safe_html import attribute

#: What pages load; the theme's own scripts and styles stay out.
_ASSETS: Final = (addresses.STYLE, *addresses.FACE, addresses.ICON, *addresses.SCRIPTS)
#: What MkDocs makes of the theme, beside pages.
_MADE: Final = frozenset(("sitemap.xml", "sitemap.xml.gz"))
log = logging.getLogger("mkdocs.plugins.katalog")


class KatalogPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated files to a MkDocs build; refuses the build if the data has errors."""

    #: Set by the command line if it knows the edition and has checked it already.
    given: tuple[Edition, checking.Checked] | None = None
    #: Set likewise: hears the stage, how many files are done and of how many, 0 if that is not known.
    told: Callable[[str, int, int], None] | None = None
    #: Set likewise: what remembers earlier builds. MkDocs by itself makes everything anew.
    aid: Aid | None = None
    #: Set likewise: where the site is made, outside of MkDocs's own folder.
    place: Path | None = None
    _serving = False
    _site: Build | None = None
    _preview: Preview
    _tree: pipeline.SiteTree
    _pouring: Pouring | None
    _checked: checking.Checked | None = None
    _by_hand: list[File]
    _beside: list[File]
    _menu: Navigation
    _theme: Environment
    _pages: dict[str, str]
    _empty: set[str]
    _made: dict[str, bytes | None]
    #: The look of the gate at the last build.
    inspection: folder.Inspection
    _configuration: Configuration
    _aid: Aid
    _edition: Edition

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Leave our part to the one who reads it without MkDocs too."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a person is watching: a preview speaks of today and never stops."""
        self._serving = command == "serve"
        self._preview = Preview()
        # MkDocs keeps one plugin for all builds of a process.
        self.given = self.aid = self.place = self._site = self._checked = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the data too, and hand the theme what it prints in head and foot."""
        try:
            here = Configuration.read(Path(config.config_file_path), site=config.site_url)
        except ConfigurationError as error:
            raise PluginError(str(error)) from None
        self._configuration = here
        self._aid = self.aid or aid_of(here.root)
        config.watch += [str(here.root / name) for name in (layout.INNOVATIONS, layout.REGISTRY, layout.TEMPLATES)]
        try:
            self._edition = self.given[0] if self.given else here.edition(here.today() if self._serving else None)
        except NoDateError as error:
            raise PluginError(str(error)) from None
        config.extra["katalog"] = {
            "pengaturan": here.settings,
            "laporan": asking.report_form(here.settings, self._edition),
            "dibuat": (self._edition.as_of.isoformat(), spoken(self._edition.as_of)),
            "lisensi": (LICENCE, LICENCE_ADDRESS),
            "pratinjau": self._serving,
            "galat": [],
            "besar": False,
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
        checked = self._looked_at()
        if not checked.problems.errors:
            written = hand_written.files(config)
            site = pipeline.prepared(here.root, checked, here.settings, self._edition, written)
            self._site = replace(site, aid=self._aid)
            self._aid.memory.about(checked.catalogue)
            self._checked = checked
            self._tree = {} if self._may_pour(config) else pipeline.tree(self._site)
            config.extra["katalog"]["besar"] = len(checked.catalogue.listed) > MOST_SUGGESTED
            self._preview.hold()
            return
        report = reporters.text(checked.problems.errors).splitlines()
        # MkDocs counts errors and, strict, ends the preview; the page itself shows them.
        tell = log.info if self._serving else log.error
        for line in report:
            tell(line)
        if not self._serving or self._site is None:
            raise PluginError("Data belum benar, situs tidak dibuat.")
        config.extra["katalog"]["galat"] = report
        self._preview.hold()

    def _looked_at(self) -> checking.Checked:
        """The data, checked; a preview reads again only what has changed since they were last sound."""
        root, today, settings = self._configuration.root, self._edition.today, self._configuration.settings
        if self.given:
            return self.given[1]
        if self._serving and self._checked:
            return checking.check_again(self._checked, root, today, settings)
        return checking.check(root, today, settings=settings)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Register the generated files; drop what the theme ships and no page loads."""
        self._files = files
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri.startswith("assets/"):
                raise PluginError(f"docs/{file.src_uri}: folder assets milik situs. Pindahkan ke folder lain.")
            if file.src_uri.startswith("assets/") and file.src_uri not in _ASSETS:
                files.remove(file)
        shown = (file for file in files if file.inclusion.is_included())  # type: ignore[no-untyped-call]
        self._by_hand = [file for file in shown if file.src_dir == config.docs_dir]
        site = self._site
        assert site is not None, "nothing is built of data that was never right"
        titles, self._empty = {}, set()
        for page in site.pages:
            titles[page.file] = attribute(page.title)
            if page.empty:
                self._empty.add(page.source)
        self._pages = {**titles, **{file.dest_uri: "" for file in self._by_hand if file.is_documentation_page()}}
        self._made = {path: content for path, content in self._tree.items() if not path.endswith(".md")}
        self.inspection = folder.Inspection(self._plan(files), self._aid.memory)
        self._pouring = Pouring(site, config) if self._may_pour(config) else None
        self._beside = list(files)
        self._refuse_hiding([*titles, *self._made])
        known = self._pouring.known() if self._pouring else self._tree.items()
        for path, content in known:
            files.append(File.generated(config, path, content=content))
        return files

    def _refuse_hiding(self, made: Iterable[str]) -> None:
        """Name every file of a person that stands where we `made` one."""
        taken = {*made} - {*_ASSETS}
        hiding = [file for file in self._beside if file.dest_uri in taken]
        if hiding and self._pouring and self._site:
            taken |= {path for path, _ in pipeline.exports(self._site)}
            hiding = [file for file in self._beside if file.dest_uri in taken - {*_ASSETS}]
        if hiding:
            named = "; ".join(f"docs/{file.src_uri}" for file in hiding)
            raise PluginError(f"{named}: menutupi halaman yang dibuat dari data. Ganti namanya.")

    def _may_pour(self, config: MkDocsConfig) -> bool:
        """Whether nothing but ourselves has a say in a page, and the folder of the site is nobody's yet."""
        return bool(self.given or self._serving) and len(config.plugins) == 1 and not config.hooks

    def _tell(self, stage: str, done: int, of: int = 0) -> None:
        if self.told:
            self.told(stage, done, of)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the menu, for the pages that MkDocs does not know; it names none that has nothing to show yet."""
        for section in (item for item in nav.items if isinstance(item, Section)):
            section.children = [item for item in section.children if not self._has_nothing(item)]
        self._menu = nav
        return nav

    def _has_nothing(self, item: StructureItem) -> bool:
        return isinstance(item, Page) and item.file.src_uri in self._empty

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Remember the theme, likewise, and compile no template twice; a line of tags is no line of a page."""
        env.optimized, env.bytecode_cache = False, self._aid.templates()
        env.trim_blocks = env.lstrip_blocks = True
        self._theme = env
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Name in the sitemap the pages that MkDocs does not know too."""
        if self._pouring and template_name == "sitemap.xml":
            by_hand = [file for file in context["pages"] if file.src_dir == config.docs_dir]
            context["pages"] = [*by_hand, *self._pouring.for_sitemap()]
        return context

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A hand-written head must not be more than text; its page has the card of its kind."""
        if page.file.src_dir == config.docs_dir:
            page.meta = {key: attribute(value) for key, value in page.meta.items()}
            page.meta["image"] = addresses.card_of_kind(page.url)
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour what is left, and publish nothing that is not what was planned."""
        same = self._pouring.same_theme() if self._pouring else None
        engine = Engine(config, self._menu, self._theme, self._aid.memory, same)
        shells = Shells(engine, engine.frame)
        if self._serving:
            site = self._site if self._pouring else None
            self._preview.go_on(OnDemand(site, shells, Path(config.site_dir)) if site else None)
            return
        site_folder = self.place or Path(config.site_dir)
        if self._pouring:
            before = set(self._made)
            labour = Labour(self._pouring, shells, self.inspection, site_folder, self._aid)
            labour.done(self._made, self._tell)
            self._refuse_hiding(self._made.keys() - before)
        elif self.place:
            complete(self._aid, self.place, Path(config.site_dir), frozenset(), frozenset())
        titles = ((file.dest_uri, file.page.meta) for file in self._by_hand if file.page)
        self._pages.update({path: str(meta.get("title", "")) for path, meta in titles})
        deviations = self.inspection.deviations(site_folder)
        self._aid.memory.save()
        for deviation in deviations:
            log.error(deviation)
        if deviations:
            raise PluginError("Situs yang dibangun tidak lolos pemeriksaan akhir, jadi tidak diterbitkan.")

    def on_serve(self, server: Server, *, config: MkDocsConfig, builder: Callable[..., None]) -> Server:
        """Make what a browser asks for before MkDocs looks for it, and see what was saved at once."""
        entries = len(self._checked.catalogue.innovations) if self._checked else 0
        return self._preview.watching(server, (config.docs_dir, config.config_file_path), entries)

    def on_build_error(self, *, error: Exception) -> None:
        """A full disk or a broken template is no bug: one sentence in place of MkDocs's traceback."""
        self._preview.go_on(None)
        if isinstance(error, OSError):
            raise PluginError(system_errors.sentence(error)) from error
        if isinstance(error, TemplateError):
            raise PluginError(f"Templat tidak dapat dipakai: {printable(str(error))}.") from error

    def _plan(self, files: Files) -> gate.Plan:
        """All that the gate may expect of the folder, in this one place; pages and files as they become known."""
        assert self._checked is not None
        catalogue = self._checked.catalogue
        innovations = catalogue.innovations
        by_hand = {file.dest_uri: f"docs/{file.src_uri}" for file in self._by_hand}
        contacts = [innovation.entry.contact for innovation in innovations.values()]
        numbers = {c.phone for c in contacts if c and c.service and c.phone}
        numbers.add(self._configuration.settings.helpline.whatsapp)
        self._pages[gate.MISSING] = ""
        self._made |= {file.dest_uri: file.content_bytes for file in files if file.src_uri in _ASSETS}
        return gate.Plan(
            site=self._configuration.settings.site,
            pages=self._pages,
            files=self._made,
            made=_MADE,
            loose=frozenset(by_hand.keys() - self._pages.keys()),
            sources={
                **{f"{addresses.innovation(slug)}index.html": i.path for slug, i in innovations.items()},
                **by_hand,
            },
            listed=frozenset(catalogue.listed),
            unlisted=frozenset(innovations) - frozenset(catalogue.listed),
            agencies=frozenset(catalogue.registry.agencies),
            keys=frozenset(entry_keys(catalogue.listed).values()),
            numbers=frozenset(map(digits_of, numbers)),
        )
