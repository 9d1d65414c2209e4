"""A preview writes what it is asked for, nothing else, and the same bytes as a build."""

import threading

import pytest
from conftest import SETTINGS, TODAY, tree
from mkdocs.livereload import LiveReloadServer

from generator import checking
from generator.publishing import pipeline
from generator.publishing.on_demand import OnDemand, Preview
from generator.publishing.shells import Shells
from generator.settings import Edition


@pytest.fixture
def demanded(project, tmp_path):
    root = project()
    checked = checking.check(root, TODAY)
    site = pipeline.prepared(root, checked, SETTINGS, Edition(TODAY, TODAY, "0" * 40))
    folder = tmp_path / "shown"
    return OnDemand(site, Shells(lambda address, markdown: markdown.decode()), folder), folder, tree(root)


def written(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_page_and_every_file_is_made_when_it_is_asked_for(demanded):
    site, folder, whole = demanded
    for path in whole:
        site.make(path.replace("index.md", "index.html"))
    assert written(folder) == {path.replace("index.md", "index.html"): content for path, content in whole.items()}


def test_who_asks_for_one_page_waits_for_no_other(demanded):
    site, folder, _ = demanded
    site.make("inovasi/posyandu-malam/index.html")
    assert list(written(folder)) == ["inovasi/posyandu-malam/index.html"]


@pytest.mark.parametrize(
    "path", ["", "../rahasia", "/etc/passwd", "inovasi/tidak-ada/index.html", "a\x00b", "%2e%2e/a"]
)
def test_what_the_site_does_not_have_is_not_made_anywhere(demanded, path):
    site, folder, whole = demanded
    site.make(path)
    assert written(folder).keys() <= {name.replace("index.md", "index.html") for name in whole}


class Server:
    """What MkDocs's server is to a preview: it looks for a file below its folder."""

    mount_path = "/katalog/"

    def __init__(self, folder, before_looking=lambda: None):
        self.app = lambda environ, start: self._answer(folder, environ, start)
        self._before_looking = before_looking

    def get_app(self):
        return self.app

    def set_app(self, app):
        self.app = app

    def _answer(self, folder, environ, start):
        self._before_looking()
        file = folder / environ["PATH_INFO"].removeprefix(self.mount_path)
        found = file.is_file()
        start("200 OK" if found else "404 Not Found", [])
        return [file.read_bytes() if found else b""]


def asked(server, path):
    said = []
    [body] = server.app({"PATH_INFO": f"/katalog/{path}"}, lambda *told: said.append(told))
    [(status, _)] = said
    return status, body


def test_a_browser_waits_while_the_folder_is_built_anew_and_then_sees_the_new_site(demanded):
    site, folder, whole = demanded
    preview = Preview()
    server = preview.answering(Server(folder))
    preview.hold()
    seen = []
    browser = threading.Thread(target=lambda: seen.append(asked(server, "data/inovasi.csv")))
    browser.start()
    browser.join(0.2)
    assert browser.is_alive()
    preview.go_on(site)
    browser.join(20)
    assert seen == [("200 OK", whole["data/inovasi.csv"])]


def test_a_file_that_goes_before_it_is_looked_for_is_made_once_more(demanded):
    site, folder, whole = demanded
    preview = Preview()

    def lost():
        if preview._site is not None and not lost.times:
            (folder / "data/inovasi.csv").unlink()
            preview.go_on(OnDemand(site._site, site._shells, folder))
            lost.times += 1

    lost.times = 0
    server = preview.answering(Server(folder, lost))
    preview.go_on(site)
    assert asked(server, "data/inovasi.csv") == ("200 OK", whole["data/inovasi.csv"])
    assert asked(server, "tidak-ada.txt")[0] == "404 Not Found"


def test_before_the_first_build_is_done_what_stands_in_the_folder_is_shown(demanded, tmp_path):
    server = Preview().answering(Server(tmp_path))
    (tmp_path / "a.txt").write_text("isi")
    assert asked(server, "a.txt") == ("200 OK", b"isi")


def test_all_that_is_watched_is_looked_at_ten_times_a_second_unless_the_catalogue_is_large(tmp_path):
    for entries, seconds in ((0, 0.1), (21, 0.1), (1_000, 0.2), (50_000, 0.5)):
        server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
        slow = server.observer
        server.watch(str(tmp_path))
        Preview().watching(server, [str(tmp_path)], entries)
        assert [(emitter.watch.path, emitter.timeout) for emitter in server.observer.emitters] == [
            (str(tmp_path), seconds)
        ]
        assert not slow.emitters, "nothing is seen twice, or the site would be built twice"
        assert server.build_delay < 0.1
        server.server_close()
