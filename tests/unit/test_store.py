"""What is kept from one build to the next is only ever what was put there; whatever becomes of it, the bytes are the same."""

import dataclasses
import datetime as dt
import os
import sqlite3

import pytest
from conftest import SETTINGS, TODAY, write_files

from generator import checking
from generator.aid import Aid
from generator.publishing import gate, pipeline, render
from generator.publishing.gate.folder import Gate
from generator.publishing.view import View
from generator.settings import Edition
from generator.speed import store
from generator.speed.signature import Signatures
from generator.speed.store import Store

KEY, OTHER = b"k" * 32, b"l" * 32


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    """The person's own folder, empty."""
    folder = tmp_path / "parts"
    folder.mkdir()
    monkeypatch.setattr(store, "own_folder", lambda _: folder)
    return folder


@pytest.fixture
def root(tmp_path):
    (tmp_path / "katalog").mkdir()
    return tmp_path / "katalog"


def kept(root, **values):
    found = Store.of(root)
    found.put(KEY, values.get("value", b"isi"))
    found.save()
    return found


def files(folder):
    return sorted(path.suffix for path in folder.iterdir())


def test_what_was_put_is_found_by_the_next_build_and_nothing_else(root):
    kept(root)
    assert [Store.of(root).get(key) for key in (KEY, OTHER)] == [b"isi", None]


def test_nothing_is_kept_where_nobody_wants_it_or_the_folder_is_not_ones_own(root, monkeypatch):
    monkeypatch.setattr(store, "own_folder", lambda _: None)
    for found in (Store(), Store.of(root)):
        found.put(KEY, b"isi")
        found.save()
        assert (bool(found), found.get(KEY)) == (False, None)


def _overwritten(file):
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE kept SET value = ?", (b"palsu",))
    connection.close()


def _foreign(file):
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE kept (nama TEXT)")
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(file.read_bytes()[:5000]),
        lambda file: file.write_bytes(b"bukan basis data " * 999),
        lambda file: file.write_bytes(b""),
        _overwritten,
        _foreign,
        lambda file: file.unlink(),
    ],
    ids=["cut short", "no such file", "empty", "overwritten", "foreign", "gone"],
)
def test_what_is_not_what_was_written_is_thrown_away_and_the_next_build_keeps_again(root, folder, damage):
    kept(root)
    (file,) = folder.glob("*.sqlite")
    damage(file)
    found = Store.of(root)
    assert found.get(KEY) is None
    found.put(KEY, b"isi")
    found.save()
    if Store.of(root).get(KEY) is None:  # it was thrown away
        kept(root)
    assert Store.of(root).get(KEY) == b"isi"


def test_another_program_and_a_repository_that_is_gone_leave_nothing_behind(root, folder, monkeypatch, tmp_path):
    kept(root)
    gone = tmp_path / "hilang"
    kept(gone)
    monkeypatch.setattr(store, "program", lambda: "f" * 64)
    assert Store.of(root).get(KEY) is None
    assert files(folder) == [".root", ".sqlite"]


def test_what_no_build_uses_any_more_is_removed(root):
    found = kept(root)
    for _ in range(store._KEPT_FOR - 1):
        Store.of(root).save()
    assert Store.of(root).get(KEY) == b"isi"
    for _ in range(store._KEPT_FOR + 1):
        found = Store.of(root)
        found.put(OTHER, b"lain")
        found.save()
    assert [Store.of(root).get(key) for key in (KEY, OTHER)] == [None, b"lain"]


def test_a_file_that_another_build_holds_or_that_cannot_be_written_is_left_as_it_is(root, folder, monkeypatch):
    kept(root)
    monkeypatch.setattr(store, "_PATIENCE", 0)
    (file,) = folder.glob("*.sqlite")
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    found = Store.of(root)
    found.put(OTHER, b"lain")
    found.save()
    assert found.get(KEY) is None
    holder.execute("ROLLBACK")
    holder.close()
    assert [Store.of(root).get(key) for key in (KEY, OTHER)] == [b"isi", None]


def test_a_forked_process_reads_and_writes_by_itself(root):
    found = kept(root)
    child = os.fork()
    if not child:
        try:
            found.put(OTHER, found.get(KEY) + b" anak")
            found.save()
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert (found.get(KEY), Store.of(root).get(OTHER)) == (b"isi", b"isi anak")


def test_what_a_forked_process_puts_before_it_asks_for_anything_is_kept_and_nothing_of_its_opener(root):
    found = Store.of(root)
    found.put(KEY, b"menunggu")
    child = os.fork()
    if not child:
        try:
            found.put(OTHER, b"anak")
            found.save()
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert [Store.of(root).get(key) for key in (KEY, OTHER)] == [None, b"anak"]
    found.save()
    assert Store.of(root).get(KEY) == b"menunggu"


# What makes a key


def catalogue(root):
    return checking.check(root, TODAY).catalogue


def test_values_have_one_signature_only_if_they_are_alike(project):
    first, again = (Signatures(catalogue(project())) for _ in range(2))
    some = [
        1, 1.0, True, "1", b"1", None, (1,), [1], {1}, {1: 2}, {1: {2}}, dt.date(2026, 1, 1), range(2), str.split("a b"),
        pytest.raises, SETTINGS, dataclasses.replace(SETTINGS, name="Lain"),
    ]  # fmt: skip
    signatures = [first.of(one) for one in some]
    assert None not in signatures
    assert len(set(signatures)) == len(some)
    assert [again.of(one) for one in some] == signatures
    assert first.of({"b", "a", "c"}) == again.of({"c", "a", "b"})
    assert first.of(lambda: 1) is None is first.of(object())


def test_a_signature_has_all_of_the_registry_and_of_an_entry(project):
    def told(files):
        found = catalogue(project(files))
        return Signatures(found).of(found.innovations["posyandu-malam"])

    plain = told({})
    entry = "innovations/dinkes/posyandu-malam.yml"
    text = (project() / entry).read_text("utf-8")
    agencies = (project() / "registry/agencies.yml").read_text("utf-8")
    assert told({entry: f"{text}# catatan\n"}) == plain
    assert told({entry: text.replace("malam hari", "setiap Selasa")}) != plain
    assert told({"registry/agencies.yml": agencies.replace("Dinas Kesehatan", "Dinas Kesehatan dan KB")}) != plain


# What is found again


def shown(root, found, day=TODAY, settings=SETTINGS):
    """The Markdown of a page of each kind, made with and without what is kept."""
    view = View(catalogue(root), settings, Edition(day, day))
    aid = Aid()
    aid.memory = found
    found.about(view.catalogue)
    kept, plain = render.Renderer(root, view, aid), render.Renderer(root, view)
    pages = {page.template: page for page in pipeline.pages(view)}.values()
    made = {page.source: kept.page(page) for page in pages}
    found.save()
    assert made == {page.source: plain.page(page) for page in pages}
    return made


def test_pages_are_the_same_with_and_without_what_is_kept_whatever_changed(project, monkeypatch):
    root = project()
    first = shown(root, Store.of(root))
    rendered = []
    monkeypatch.setattr(
        render.Renderer,
        "_blocks",
        lambda me, page, old=render.Renderer._blocks: (rendered.append(page), old(me, page))[1],
    )
    assert shown(root, Store.of(root)) == first
    assert len(rendered) == len(first), "with the store nothing is rendered, without it every page"
    rendered.clear()
    entry = root / "innovations/dinkes/posyandu-malam.yml"
    entry.write_text(entry.read_text("utf-8").replace("nama: ", "nama: Baru "), "utf-8")
    second = shown(root, Store.of(root))
    assert len(first) < len(rendered) < 2 * len(first), "some pages show the entry, others do not"
    assert shown(root, Store.of(root), settings=dataclasses.replace(SETTINGS, region="Kabupaten Lain")) != second
    assert shown(root, Store.of(root), day=TODAY + dt.timedelta(days=1)) != second
    template = (root / "site_templates/pages/poster.md.j2").read_text("utf-8")
    real = (root / "site_templates").resolve()
    (root / "site_templates").unlink()
    write_files(
        root,
        {f"site_templates/{path.relative_to(real)}": path.read_bytes() for name in ("pages", "partials", "theme")
         for path in (real / name).glob("*.*")},
    )  # fmt: skip
    write_files(root, {"site_templates/pages/poster.md.j2": template.replace("<dl>", "<p>Loket</p>\n<dl>")})
    assert shown(root, Store.of(root)) != second


def test_the_gate_takes_over_the_facts_of_the_very_same_bytes_only(root):
    page = b'<a href="../b/">x</a>'
    plan = gate.Plan(files={"a/index.html": None, "b/index.html": None}, site="https://contoh.go.id/")
    first = Gate(plan, Store.of(root)).judge("a/index.html", page)
    found = Store.of(root)
    found.put(KEY, b"isi")
    judged = Gate(plan, found)
    assert judged.judge("a/index.html", page) == first == Gate(plan).judge("a/index.html", page)
    bad = Gate(plan, found).judge("a/index.html", b"<script>alert(1)</script>")
    assert bad.problems
    found.save()
    assert Gate(plan, Store.of(root)).judge("a/index.html", b"<script>alert(1)</script>").problems
    told = dataclasses.replace(plan, pages={"a/index.html": "Judul"}, files={"b/index.html": None})
    assert Gate(told, Store.of(root)).judge("a/index.html", page) == Gate(told).judge("a/index.html", page)
    assert Gate(told, Store.of(root)).judge("a/index.html", page).problems
