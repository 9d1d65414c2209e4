"""A preview's files, each written when a browser first asks for it: who saves one entry waits for one page."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.publishing import pipeline
from generator.publishing.exports import Build
from generator.publishing.shells import Shells

if TYPE_CHECKING:
    from wsgiref.types import StartResponse

    from mkdocs.livereload import LiveReloadServer

#: Seconds between two looks at the files of a small catalogue, of a large one; and until a change is taken for whole.
_LOOKS: Final = (0.1, 0.5)
_SETTLED: Final = 0.03
#: Entries that one look should not go through in less than a second.
_A_SECOND: Final = 5_000
#: What only a preview has to load.
Server = TypeVar("Server", bound="LiveReloadServer")
#: The folder may be emptied between the making of a file and the look for it; then it is made once more.
_TRIES = range(2)


class OnDemand:
    """One state of the site. What it writes below `folder` is, byte for byte, what a build would write there."""

    def __init__(self, site: Build, shells: Shells, folder: Path) -> None:
        self._site, self._shells, self._folder = site, shells, folder
        self._addresses = {page.file: page.source for page in site.pages}
        self._exports = pipeline.exports(site)
        self._written: set[str] = set()
        self._turn = Lock()

    def make(self, path: str) -> None:
        """Write what the site has at `path`, below its root, if it has anything there that was not written before."""
        with self._turn:
            if path in self._written:
                return
            for name, content in self._page(path) if path in self._addresses else self._until(path):
                target = self._folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                self._written.add(name)

    def _page(self, path: str) -> Iterator[tuple[str, bytes]]:
        source = self._addresses[path]
        page = next(page for page in pipeline.shown(self._site) if page.source == source)
        yield path, self._shells.page(self._site.renderer.parts(page))

    def _until(self, path: str) -> Iterator[tuple[str, bytes]]:
        """The files that are no page, up to this one; what has been taken from it once does not come again."""
        for name, content in self._exports:
            yield name, content
            if name == path:
                return


def _kept(said: list[tuple[str, Any]]) -> "StartResponse":
    """Keeps what an answer begins with."""

    def start(status: str, headers: list[tuple[str, str]], _error: Any = None, /) -> Callable[[bytes], object]:
        said.append((status, headers))
        return lambda _: None

    return start


class Preview:
    """What stands between a browser and the folder of a preview: while that is built anew, the browser waits."""

    def __init__(self) -> None:
        self._site: OnDemand | None = None
        self._idle = Event()
        self._idle.set()

    def hold(self) -> None:
        """Before the folder is emptied."""
        self._idle.clear()

    def go_on(self, site: OnDemand | None) -> None:
        """After a build: from now on this is shown, and what stands in the folder already if it is None."""
        self._site = site
        self._idle.set()

    def watching(self, server: Server, watched: Iterable[str], entries: int) -> Server:
        """The same server, which sees sooner than MkDocs alone that a file changed, what it has `watched` included."""
        from watchdog.observers.polling import PollingObserver  # noqa: PLC0415 - only a preview needs it

        for path in watched:
            server.unwatch(path)
        often, seldom = _LOOKS
        server.observer = PollingObserver(timeout=min(seldom, max(often, entries / _A_SECOND)))
        server.build_delay = _SETTLED
        for path in watched:
            server.watch(path)
        return self.answering(server)

    def answering(self, server: Server) -> Server:
        """The same server, which makes a file before it looks for it."""
        answer = server.get_app()
        assert answer is not None

        def asked(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            said: list[tuple[str, Any]] = []
            body: Iterable[bytes] = ()
            for _ in _TRIES:
                if path.startswith(server.mount_path):
                    self._make(path.removeprefix(server.mount_path))
                body = answer(environ, _kept(said))
                if not said[-1][0].startswith("404"):
                    break
            start_response(*said[-1])
            return body

        server.set_app(asked)
        return server

    def _make(self, path: str) -> None:
        self._idle.wait()
        if site := self._site:
            site.make(f"{path}index.html" if path.endswith("/") or not path else path)
