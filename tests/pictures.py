"""`make pictures`: the form as an officer sees it on a phone, for CONTRIBUTING.md. A program for people.

The region, the day and what is typed are fictional and fixed, so the pictures change only with the form.
"""

import datetime as dt
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect, sync_playwright
from site_fixtures import BROWSERS, SWITCHES
from site_helpers import ROOT, built, serving
from synthetic_catalogue import region

TARGET = ROOT / "docs/kontribusi/gambar"
TODAY = dt.date(2026, 11, 24)
SITE = "https://katalog.contoh.go.id/"
#: A phone of 360 pixels; what is above and below a picture's subject is left out.
PHONE = {"width": 360, "height": 740}
COLOURS, MOST_BYTES = 32, 60 * 1024


def scenes(page: Page, address: str) -> Iterator[tuple[str, Locator]]:
    """Name of a picture and what it shows, at the moment when the page shows it."""
    page.goto(f"{address}kontribusi/formulir/")
    form = page.locator("#formulir")
    page.get_by_role("button", name="Semua pertanyaan dalam satu halaman").click()

    def field(path: str) -> Locator:
        return page.locator(f"[id='i.{path}']")

    field("perangkat_daerah").select_option("disdik")
    field("nama").fill("Pojok Baca Digital")
    expect(form).to_contain_text("inovasi/pojok-baca-digital/")  # proposed a moment later
    yield "isian", form.locator("summary").filter(has_text="Yang wajib diisi")
    field("ringkasan").fill("Rak buku pinjam di balai desa untuk anak dan orang tua.")
    field("bentuk.pelayanan-publik").check()
    field("urusan.perpustakaan").check()
    field("riwayat.0.peristiwa").select_option("penerapan")
    field("riwayat.0.tanggal").fill("sekitar Februari")
    page.get_by_role("button", name="Periksa jawaban").click()
    expect(form.locator("h2").first).to_contain_text("perlu diperbaiki")
    yield "keliru", form.locator("h2").first
    field("riwayat.0.tanggal").fill("Februari 2026")
    page.get_by_role("button", name="Periksa jawaban").click()
    expect(page.get_by_role("heading", name="Periksa jawaban")).to_be_focused()
    yield "periksa", page.get_by_role("heading", name="Periksa jawaban")
    yield "kirim", page.get_by_role("heading", name="Kirim", exact=True)
    page.goto(f"{address}inovasi/posyandu-malam/")
    yield "perbaiki", page.get_by_role("heading", level=2).last


def saved(name: str, shot: bytes) -> None:
    """Write a picture with few colours, without dithering: text stays sharp and the file small."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(shot)) as picture:
        flat = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        flat.save(packed, "PNG", optimize=True)
    size = len(packed.getvalue())
    if size > MOST_BYTES:
        sys.exit(f"{name}.png: {size} bytes, more than {MOST_BYTES}")
    (TARGET / f"{name}.png").write_bytes(packed.getvalue())
    print(f"{name}.png: {size} bytes")


def main() -> None:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("Chromium is missing: sudo apt-get install chromium")
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = Path(scratch, "site")
        with serving(site, "/") as address:
            built(
                region(Path(scratch, "project")), site, "--as-of", TODAY.isoformat(),
                SITE_URL=SITE, REPO_URL="https://github.com/contoh/katalog/",
            )  # fmt: skip
            browser = playwright.chromium.launch(executable_path=found, args=SWITCHES)
            page = browser.new_page(viewport=PHONE, reduced_motion="reduce", color_scheme="light")
            page.clock.set_fixed_time(dt.datetime.combine(TODAY, dt.time(3), dt.UTC))
            for name, subject in scenes(page, address):
                subject.evaluate("it => { it.scrollIntoView({ block: 'start' }); scrollBy(0, -44); }")
                saved(name, page.screenshot(caret="hide", animations="disabled"))
            browser.close()


if __name__ == "__main__":
    main()
