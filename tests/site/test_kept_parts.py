"""What is kept of pages and entries is found again only where all that it follows from is the same."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from conftest import SETTINGS, TODAY
from site_helpers import fingerprints
from synthetic_catalogue import plain, put, region

from generator import checking, layout
from generator.publishing import pipeline
from generator.settings import Edition
from generator.speed.signature import Signatures

pytest_plugins = ["site_fixtures"]


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
