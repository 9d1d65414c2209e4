"""`make pictures`: the form as an officer sees it on a phone, for CONTRIBUTING.md, and the pages of escort, for
docs/dev/escort.md. A program for people.

The region, the day and what is typed are fictional and fixed, so the pictures change only with the pages.
"""

import datetime as dt
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright
from site_fixtures import BROWSERS, SWITCHES
from site_helpers import ROOT, built, serving
from synthetic_catalogue import region

TARGET = ROOT / "docs/kontribusi/gambar"
#: The pages of escort where nearly everything is recorded: file -> address in the region of `documented`.
ESCORT_TARGET = ROOT / "docs/dev/gambar"
ESCORT = {
    "ringkasan": "ringkasan/",
    "pendampingan": "pendampingan/",
    "kelengkapan": "inovasi/klinik-terapung/kelengkapan/",
    "meniru": "inovasi/antar-obat/meniru/",
    "rapor": "perangkat-daerah/dinkes/rapor/",
    "cari-mitra": "cari-mitra/",
}
TODAY = dt.date(2026, 11, 24)
SITE = "https://katalog.contoh.go.id/"
#: A phone of 360 pixels; what is above and below a picture's subject is left out.
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 900, "height": 900}
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
    with page.expect_download():
        page.get_by_role("button", name="Unduh paket").click()
    expect(page.locator("#nomor")).to_be_visible()
    page.mouse.move(0, 0)  # nothing is shown as if it were pointed at
    yield "kirim", page.get_by_role("heading", name="Kirim", exact=True)
    page.goto(f"{address}inovasi/posyandu-malam/")
    yield "perbaiki", page.locator("main h2:visible").last


def documented(root: Path) -> Path:
    """The fictional region with its fully documented innovations: every field in use, and an edition."""
    region(root)
    for source in ("golden/small/source", "documented"):
        shutil.copytree(ROOT / "tests" / source, root, dirs_exist_ok=True)
    return root


def saved(target: Path, name: str, shot: bytes) -> None:
    """Write a picture with few colours, without dithering: text stays sharp and the file small."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(shot)) as picture:
        flat = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        flat.save(packed, "PNG", optimize=True)
    size = len(packed.getvalue())
    if size > MOST_BYTES:
        sys.exit(f"{name}.png: {size} bytes, more than {MOST_BYTES}")
    (target / f"{name}.png").write_bytes(packed.getvalue())
    print(f"{name}.png: {size} bytes")


@contextmanager
def shown(browser: Browser, project: Path, size: ViewportSize) -> Iterator[tuple[Page, str]]:
    """A page of a browser at the fixed day, and the address of the built site."""
    site = project.with_name(f"{project.name}-site")
    with serving(site, "/") as address:
        built(project, site, "--as-of", TODAY.isoformat(), SITE_URL=SITE, REPO_URL="https://github.com/contoh/katalog/")
        page = browser.new_page(viewport=size, reduced_motion="reduce", color_scheme="light")
        page.clock.set_fixed_time(dt.datetime.combine(TODAY, dt.time(3), dt.UTC))
        page.goto(address)
        page.evaluate("document.fonts.ready")  # the face of headings is shown from the second page on
        yield page, address


def main() -> None:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("Chromium is missing: sudo apt-get install chromium")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        with shown(browser, region(Path(scratch, "form")), PHONE) as (page, address):
            for name, subject in scenes(page, address):
                subject.evaluate("it => { it.scrollIntoView({ block: 'start' }); scrollBy(0, -44); }")
                saved(TARGET, name, page.screenshot(caret="hide", animations="disabled"))
        with shown(browser, documented(Path(scratch, "escort")), DESK) as (page, address):
            for name, path in ESCORT.items():
                page.goto(f"{address}{path}")
                saved(ESCORT_TARGET, name, page.screenshot(animations="disabled"))
        browser.close()


if __name__ == "__main__":
    main()
