"""What only a page can show, in the engines of Firefox and Safari. Nightly: `make engines`.

Chromium alone is asked everything (`test_form.py`, `test_browser_walk.py`); here stands what another engine may do in
another way: each kind of page, the search, the filters, and the form from typing to the text of the file.
"""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from javascript import NODE
from page_kinds import REAL, largest
from personal_numbers import SHOWN, WRITTEN
from site_helpers import Site

from generator.text.personal_data import find
from generator.text.personal_shapes import SHAPES
from generator.text.readings import as_read

pytest_plugins = ["site_fixtures"]
pytestmark = pytest.mark.engines

LEADER = Path(__file__).with_name("engines.mjs")
FORM = "kontribusi/formulir/"
BUTTON = "[...document.querySelectorAll('button')].find((button) => button.textContent.includes(%s)).click()"
#: As WebDriver writes them.
DOWN, ENTER = "\ue015", "\ue007"


class Engine:
    """A browser that does one task after another; see `engines.mjs`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.program = subprocess.Popen([NODE, LEADER, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answer()

    def _answer(self) -> Any:
        assert self.program.stdout
        answer = json.loads(self.program.stdout.readline() or '{"failed": "it ended"}')
        assert "failed" not in answer, answer
        return answer["value"]

    def do(self, *task: str) -> Any:
        assert self.program.stdin
        self.program.stdin.write(json.dumps(task) + "\n")
        self.program.stdin.flush()
        return self._answer()

    def run(self, script: str) -> Any:
        return self.do("run", script)

    def until(self, script: str, seconds: float = 20) -> Any:
        """The first value of the expression that is none of nothing, or the last."""
        end = time.monotonic() + seconds
        while not (value := self.run(f"return {script}")) and time.monotonic() < end:
            time.sleep(0.1)
        return value

    def write(self, name: str, text: str) -> None:
        """Type into the control with this id."""
        assert self.until(f"document.getElementById({json.dumps(name)})?.focus() ?? document.activeElement.id") == name
        self.do("keys", text)

    def choose(self, name: str, value: str) -> None:
        """Choose in the list with this id, as its own events tell it."""
        self.run(
            f"const list = document.getElementById({json.dumps(name)}); list.value = {json.dumps(value)};"
            "for (const event of ['input', 'change']) list.dispatchEvent(new Event(event, { bubbles: true }));"
        )

    def press(self, words: str) -> None:
        self.run(BUTTON % json.dumps(words))

    def shut(self) -> None:
        self.program.communicate(timeout=30)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    engine = Engine(request.param)
    yield engine
    engine.shut()


@pytest.fixture(autouse=True)
def _no_fault_is_left(engine: Engine) -> Iterator[None]:
    """What no script of the page caught fails the test, where the engine tells it."""
    yield
    assert engine.do("faults") == []


def test_what_no_script_caught_is_told_by_firefox(engine, frozen_below: Site):
    engine.do("open", frozen_below.address)
    engine.run("setTimeout(() => nobody(), 0); return new Promise((done) => setTimeout(done, 300))")
    assert ("nobody" in str(engine.do("faults"))) == (engine.name == "firefox")


@pytest.mark.parametrize("kind", REAL)
def test_every_kind_of_page_is_whole_and_scrolls_in_one_direction(engine, frozen_below: Site, kind):
    engine.do("open", frozen_below.url(largest(frozen_below, REAL[kind])))
    heading, broken, wide, styled = engine.run(
        "return [document.querySelector('h1').innerText, [...document.images].filter((one) => one.complete && !one.naturalWidth).length,"
        " document.documentElement.scrollWidth - innerWidth, getComputedStyle(document.body).getPropertyValue('font-family')]"
    )
    assert heading.strip()
    assert (broken, max(wide, 0)) == (0, 0)
    assert styled


def test_what_is_typed_is_found_and_chosen_by_keyboard(engine, frozen_below: Site):
    engine.do("open", frozen_below.address)
    engine.write("cari", "usg")
    assert engine.until("document.querySelector('.k-temuan li')?.innerText").strip()
    assert "saran" in engine.until("document.querySelector('.k-temuan [role=status]').innerText")
    engine.do("keys", DOWN + ENTER)
    assert engine.until("location.pathname.length > 12 && document.querySelector('h1')?.innerText")


def test_a_filter_leaves_what_it_says_and_the_address_tells_it(engine, frozen_below: Site):
    engine.do("open", f"{frozen_below.address}inovasi/?bentuk=pelayanan-publik")
    cards = engine.until("document.querySelectorAll('#saring .k-card').length")
    assert cards > 0
    engine.run("document.querySelector('#saring .k-card a').click()")
    assert engine.until("/inovasi\\/[a-z0-9-]+\\/$/.test(location.pathname)")
    engine.run("history.back()")
    assert engine.until(f"document.querySelectorAll('#saring .k-card').length === {cards}")


def test_an_entry_is_typed_kept_through_a_reload_and_becomes_a_file(engine, frozen_below: Site):
    form = f"{frozen_below.address}{FORM}"
    engine.do("open", form)
    engine.run("localStorage.clear()")
    engine.do("open", form)
    assert engine.until("document.querySelector('#formulir form') && true")
    engine.press("Semua pertanyaan dalam satu halaman")
    engine.write("i.nama", "Pojok Baca Digital")
    engine.write("i.ringkasan", "Rak buku pinjam di balai desa.")
    assert engine.until("localStorage.length")
    engine.do("open", engine.run("return location.href"))
    assert engine.until("document.getElementById('i.nama')?.value") == "Pojok Baca Digital"
    engine.press("Periksa jawaban")
    assert engine.until("document.activeElement.getAttribute('role') === 'alert'")
    assert "yang perlu diperbaiki" in engine.run("return document.activeElement.innerText")
    engine.run("document.activeElement.querySelector('a').focus()")
    engine.do("keys", ENTER)
    assert engine.until("document.activeElement.getAttribute('aria-invalid')") == "true"
    engine.run("document.getElementById('i.bentuk.pelayanan-publik').click()")
    for name, value in (
        ("perangkat_daerah", "disdikbud"),
        ("urusan.0", "kesehatan"),
        ("riwayat.0.peristiwa", "penerapan"),
    ):
        engine.choose(f"i.{name}", value)
    engine.write("i.riwayat.0.tanggal", "2026-02")
    engine.press("Periksa jawaban")
    assert engine.until("document.querySelector('#teks')?.value").startswith("# yaml-language-server")
    assert "nama: Pojok Baca Digital" in engine.run("return document.querySelector('#teks').value")
    engine.run("localStorage.clear()")


def test_personal_data_is_found_as_the_program_finds_it(engine, frozen_below: Site):
    """The patterns that both halves share, in another engine of regular expressions."""
    texts = [text for text, _ in (*WRITTEN, *SHOWN)]
    engine.do("open", frozen_below.address)
    found = engine.run(
        f"const {{ find, asRead }} = (await import('{frozen_below.address}assets/personal.js')).scanner({json.dumps(SHAPES)});"
        f"return {json.dumps(texts)}.map((text) => [find(text).map(({{ code }}) => code), asRead(text)]);"
    )
    assert found == [[[one.code for one in find(text)], as_read(text)] for text in texts]
