"""The gate refuses a built site that is not the planned one."""

import pytest
from conftest import tree

from generator.publishing import verify

PAGE = b'---\ntitle: "Judul &amp; isi"\ndescription: "x"\n---\n\n# Judul\n'
GOOD = "<title>Judul &amp; isi - Katalog</title><img src='../a.png'><a href='https://contoh.go.id/'>x</a>"


def _built(folder, html):
    (folder / "a").mkdir()
    (folder / "a/index.html").write_text(html)
    return verify.deviations(folder, {"a/index.md": PAGE})


def test_the_planned_page_passes(tmp_path):
    assert _built(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    "html",
    [
        "<title>Judul lain - Katalog</title>",
        "<p>tanpa judul</p>",
        "<title>Judul &amp; isi</title><title>lagi</title>",
        GOOD + "<script src=https://jahat.example/x.js></script>",
        GOOD + '<img alt="x" src="//jahat.example/x.png">',
        GOOD + '<IMG SRC = "data:image/png;base64,x">',
        GOOD + '<link rel="stylesheet" href="https://jahat.example/x.css">',
        GOOD + '<iframe\nsrc="https://jahat.example/">',
    ],
)
def test_a_broken_title_or_a_foreign_load_is_refused(tmp_path, html):
    assert len(_built(tmp_path, html)) == 1


def test_a_missing_page_and_a_changed_file_are_refused(tmp_path):
    (tmp_path / "data.json").write_bytes(b"{}")
    problems = verify.deviations(tmp_path, {"a/index.md": PAGE, "data.json": b"[]"})
    assert [problem.partition(":")[0] for problem in problems] == ["a/index.md", "data.json"]


def test_every_generated_page_has_a_title_the_gate_can_read(project, tmp_path):
    pages = {path: content for path, content in tree(project()).items() if path.endswith(".md")}
    assert len(verify.deviations(tmp_path, pages)) == verify._SHOWN
