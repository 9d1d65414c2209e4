"""What is kept of pages and entries is found again only where all that it follows from is the same."""

import hashlib
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from conftest import SETTINGS, TODAY
from site_helpers import fingerprints
from synthetic_catalogue import plain, put, region

from generator import checking, layout
from generator.aid import Aid, Memory
from generator.publishing import pipeline
from generator.publishing.exports import open_data, reader_data, search_index, workbooks
from generator.settings import Edition, Settings
from generator.speed import store
from generator.speed.signature import Signatures
from generator.speed.store import Store

pytest_plugins = ["site_fixtures"]

LISTS = (open_data, reader_data, search_index, workbooks)


def test_what_lies_in_the_site_before_the_last_is_taken_over_only_where_it_is_what_passed(
    tmp_path, run_here, monkeypatch
):
    root = region(tmp_path / "project")
    monkeypatch.chdir(root)
    put(root, {f"dinkes/layanan-{number}": plain(number) for number in range(6)})
    for number in range(2):
        put(root, {"dinkes/layanan-0": plain(number + 10)})
        assert run_here("build", "--as-of", TODAY.isoformat())[0] == 0
    changed = root / ".cache/situs/inovasi/layanan-4/index.html"
    changed.write_bytes(changed.read_bytes().replace(b"Rekaan 004", b"Rekaan 040"))
    (root / ".cache/situs/inovasi/layanan-5/poster/index.html").unlink()
    put(root, {"dinkes/layanan-0": plain(20)})
    assert run_here("build", "--as-of", TODAY.isoformat())[0] == 0
    assert run_here("build", "--as-of", TODAY.isoformat(), "--clean", "--site-dir", "clean")[0] == 0
    assert fingerprints(root / "site") == fingerprints(root / "clean")


def _made(root: Path, memory: Memory, settings: Settings) -> dict[str, bytes]:
    """The files that hold something of every entry."""
    site = pipeline.prepared(root, checking.check(root, TODAY), settings, Edition(TODAY, TODAY))
    aid = Aid()
    aid.memory = memory
    memory.about(site.view.catalogue)
    made = {path: content for one in LISTS for path, content in one.files(replace(site, aid=aid))}
    memory.save()
    return made


def test_lists_of_all_entries_are_the_same_with_and_without_what_is_kept_whatever_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "own_folder", lambda _: tmp_path)
    monkeypatch.setattr(store, "_IN_A_BLOCK", 2)
    root, known = region(tmp_path / "project"), set[str]()
    put(root, {f"dinkes/layanan-{number}": plain(number) for number in range(6)})
    states = {
        "as it was": {},
        "changed": {"dinkes/layanan-3": plain(30, jenis="digital", nama="Uji coba; =1+1")},
        "withdrawn": {"dinkes/layanan-2": plain(2, ditarik={"tanggal": "2026-05-01", "alasan": "Keliru"})},
        "added": {"disdik/baru": plain(7, riwayat=[{"peristiwa": "selesai", "tanggal": "2025"}])},
        "removed": {},
        "registry": {},
        "setting": {},
    }
    for state, entries in states.items():
        put(root, entries)
        if state == "removed":
            (root / "innovations/dinkes/layanan-0.yml").unlink()
        if state == "registry":
            agencies = root / "registry/agencies.yml"
            agencies.write_text(
                agencies.read_text("utf-8").replace("Dinas Kesehatan", "Dinas Kesehatan dan KB"), "utf-8"
            )
        settings = replace(SETTINGS, region="Kabupaten Lain") if state == "setting" else SETTINGS
        made = _made(root, Store.of(root), settings)
        assert made == _made(root, Memory(), settings), state
        known.add(hashlib.sha256(repr(sorted(made.items())).encode()).hexdigest())
    assert len(known) == len(states)
    monkeypatch.setattr(open_data, "_told", None)  # nothing is asked of an entry of which all is known
    assert _made(root, Store.of(root), settings) == made


def _known_and_shown(root: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """Each page that tells what it looks at: its address, the key of that, the key of all its values."""
    site = pipeline.prepared(root, checking.check(root, TODAY), SETTINGS, Edition(TODAY, TODAY))
    signatures = Signatures(site.view.catalogue)
    for page in site.pages:
        if getattr(page.context, "of", None):
            whole = replace(page, context={**page.context}, structured={**page.structured})
            known, shown = signatures.of(page), signatures.of(whole)
            assert known
            assert shown
            yield page.address, known, shown


def test_what_a_page_is_known_by_tells_all_that_it_shows(synthetic_project, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(synthetic_project, root, symlinks=True, ignore=shutil.ignore_patterns(layout.CACHE))
    entries = sorted(root.glob("innovations/*/*.yml"))
    known: dict[tuple[str, bytes], bytes] = {}
    states = 0
    telling = [path for path in entries if not path.stem.startswith("rekaan-0")]  # the newest, and of all kinds
    for gone in (None, *random.Random(18).sample(telling, 6)):
        text = gone.read_bytes() if gone else b""
        if gone:
            gone.unlink()
        for address, key, shown in _known_and_shown(root):
            states += known.setdefault((address, key), shown) == shown
            assert known[address, key] == shown, address
        if gone:
            gone.write_bytes(text)
    assert states > 3 * len(entries), "one page has the same key in several states"
