"""The form for entries in a real browser: by keyboard on a phone, held to the program that checks and writes files."""

import base64
import dataclasses
import datetime as dt
import hashlib
import io
import json
import quopri
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from catalogues import FROZEN
from conftest import BASE, ROOT, SETTINGS, TODAY, write_files
from form_entries import HOSTILE, PERSONAL, Maker
from javascript import form_of
from odd_words import DATES, NO_DATES
from personal_numbers import honest, hostile, mixtures
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect
from site_helpers import Site, built, serving
from synthetic_catalogue import LONG_WORD, MARKUP, MARKUP_PROSE, full, photo, plain, put, region
from test_browser_walk import AXE, CUT_OFF, FOCUS, LOOKS, RUN_AXE, SIDEWAYS, screenshot

from generator import checking
from generator.compliance import closing
from generator.contributing.entry_text import entry_text
from generator.dates import suggestion
from generator.problems import code_texts
from generator.publishing.asking import hand_in
from generator.publishing.exports import Build, form_data
from generator.publishing.view import View
from generator.reading.document import read
from generator.schema.entry import Entry
from generator.schema.refusals import validate
from generator.settings import Edition, Helpline
from generator.text.personal_data import find, masked
from generator.text.personal_shapes import SHAPES
from generator.text.readings import as_read

pytest_plugins = ["site_fixtures"]

REPOSITORY = "https://github.com/contoh/katalog/"
FORGE = re.compile(r"^https://github\.com/")
#: Cases of tests/invalid whose fault lies in the file itself: a form writes no such file.
NO_FORM_MAKES = (
    "B006-same-name-two-folders", "B016-beyond-memory", "P001-nik-in-comment", "Y",
    "I005-empty-item", "I005-empty-list", "I005-empty-quotes",
)  # fmt: skip
#: Calls a function of the form's own modules with what Python hands over.
CALL = """async ([root, forms, cases]) => {
  const [{ write, check, said, effects, closedYears }, { placed }, values] = await Promise.all(
    ['entry', 'import_file', 'values'].map(name => import(`${root}assets/${name}.js`)));
  return cases.map(({ data, text, form: number, more, before }) => {
    const form = forms[number];
    const context = { ...form, today: '2026-11-24', agency: 'disdik', slug: 'uji', known: '', pictures: [], ...more };
    if (text !== undefined) return placed(text, form.kolom, { ...form, words: name => name === 'perangkat_daerah'
      ? Object.fromEntries(Object.entries(form.perangkat_daerah).map(([slug, { nama }]) => [slug, nama])) : form.kata[name], tools: values });
    const faults = check(data, form.kolom, context);
    return { text: write(data, form.kolom, form.aturan.komentar), effects: effects(data, context),
             closed: closedYears(data, before ?? {}, form),
             faults: faults.map(fault => ({ ...fault, said: said(fault, form.pesan) })) };
  });
}"""


#: What the form's own module finds in each text, and how it reads it.
SCAN = """async ([root, shapes, texts]) => {
  const { scanner } = await import(`${root}assets/personal.js`), { find, asRead } = scanner(shapes);
  return texts.map(text => [find(text).map(({ code, shown }) => [code, shown]), asRead(text)]);
}"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A fictional region whose repository is known, with entries in which every key is filled."""
    folder = tmp_path_factory.mktemp("form")
    project, target = region(folder / "project"), folder / "site"
    put(project, {
        "dinkes/lengkap": full("Layanan lengkap", gambar=[{"berkas": "foto.jpg", "alt": "Foto loket", "kredit": "Rekaan"}], alias=["nama-lama"]),
        "disdik/tanda": full(MARKUP, MARKUP_PROSE),
        "disdik/ditarik": plain(ditarik={"tanggal": "2026-09-01", "alasan": MARKUP}),
    })  # fmt: skip
    write_files(project, {"innovations/dinkes/lengkap/foto.jpg": photo()})
    with serving(target, "/katalog/") as address:
        built(project, target, "--as-of", TODAY.isoformat(), SITE_URL=address, REPO_URL=REPOSITORY)
        yield Site(target, address, project)


@pytest.fixture(scope="module")
def base_form() -> dict[str, Any]:
    """What the form knows in the region of `tests/base`."""
    checked = checking.check(BASE, TODAY)
    view = View(checked.catalogue, SETTINGS, Edition(TODAY, TODAY, "0" * 40))
    return form_of(Build(BASE, view))


@pytest.fixture(scope="module")
def call(browser: Browser, small: Site) -> Iterator[Callable[..., Any]]:
    """Run the form's modules, which know no page, in the browser: a case -> its outcome."""
    page = browser.new_page()
    page.goto(small.address)

    def run(*cases: dict[str, Any]) -> Any:
        forms = {id(case["form"]): case["form"] for case in cases}
        numbers = {key: number for number, key in enumerate(forms)}
        short = [case | {"form": numbers[id(case["form"])]} for case in cases]
        return page.evaluate(CALL, [small.address, list(forms.values()), short])

    yield run
    page.context.close()


@pytest.fixture
def asked() -> list[str]:
    """Every address that the browser asked for."""
    return []


@pytest.fixture
def context(browser: Browser, small: Site, asked: list[str]) -> Iterator[BrowserContext]:
    """A small phone on a fixed day; whatever breaks a script or the page's policy fails the test."""
    context, faults = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce"), []
    context.set_default_timeout(5_000)
    context.clock.set_fixed_time(dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC))
    context.route(FORGE, lambda route: route.fulfill(status=200, content_type="text/html", body="<title>Forge</title>"))

    def note(request: Request) -> None:
        asked.append(request.url)

    context.on("request", note)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    yield context
    context.close()
    assert faults == []


@pytest.fixture
def phone(context: BrowserContext) -> Page:
    return context.new_page()


def start(page: Page, site: Site, query: str = "", *, single: bool = True) -> None:
    """The form, all on one page unless it is to be met question by question."""
    page.goto(f"{site.address}kontribusi/formulir/{query}")
    expect(page.locator("#formulir form")).to_be_visible()
    at_once = page.get_by_role("button", name="Semua pertanyaan dalam satu halaman")
    if single and at_once.count():
        at_once.click()


def box(page: Page, path: str) -> Any:
    """The control of the field at `path`."""
    return page.locator(f"[id='i.{path}']")


def fill(page: Page, **more: str) -> None:
    """A short sound entry."""
    box(page, "perangkat_daerah").select_option(more.get("agency", "disdik"))
    box(page, "nama").fill(more.get("nama", "Pojok Baca Digital"))
    box(page, "ringkasan").fill("Rak buku pinjam di balai desa.")
    box(page, "bentuk.pelayanan-publik").check()
    box(page, "urusan.perpustakaan").check()
    box(page, "riwayat.0.peristiwa").select_option("penerapan")
    box(page, "riwayat.0.tanggal").fill(more.get("tanggal", "2026-02"))


def unfold(page: Page, heading: str) -> None:
    """Open a section of the form, or close it."""
    page.locator("summary").filter(has_text=heading).click()


def check(page: Page) -> None:
    page.get_by_role("button", name="Periksa jawaban").click()
    expect(page.locator("#formulir h2").locator("visible=true").first).to_be_visible()


def reviewed(page: Page) -> str:
    """The text of the file that the form made."""
    check(page)
    expect(page.get_by_role("heading", name="Periksa jawaban")).to_be_focused()
    return page.locator("#teks").input_value()


def entry_of(text: str | bytes) -> Entry:
    """The entry that the program reads from a file, words of choice unchecked."""
    document, faults = read(text if isinstance(text, bytes) else text.encode(), "uji.yml")
    assert faults == []
    entry, faults = validate(Entry, document, None)
    assert faults == []
    return entry


# The twins: what the browser writes and refuses is what the program writes and refuses


def real_entries() -> list[Path]:
    return sorted((FROZEN / "innovations").glob("*/*.yml"))


def hostile_entries() -> Iterator[dict[str, Any]]:
    """Every hostile text in every kind of place."""
    yield full(MARKUP, MARKUP_PROSE)
    yield full(LONG_WORD)
    for text in (*HOSTILE, *PERSONAL):
        yield {"nama": text, "masalah": text, "urusan": [text, ""], "riwayat": [{"tanggal": text, "keterangan": text}, {}],
               "cara_memakai": {"langkah": [text]}, "kematangan": {"regulasi": {"tingkat": text, "dasar": text}},
               "lokasi": {"tempat": text, "seluruh_wilayah": False}, "kolom tak dikenal": {"a": [text], f"k{text}": text}}  # fmt: skip


def words_of(form: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {
        **form["kata"],
        "perangkat_daerah": {slug: agency["nama"] for slug, agency in form["perangkat_daerah"].items()},
    }


@pytest.fixture(scope="module")
def made(base_form: dict[str, Any]) -> list[dict[str, Any]]:
    """Some hundred entries by chance: nearly honest ones, odd ones, and nonsense."""
    makers = [
        Maker(seed, base_form["kolom"], words_of(base_form), oddness)
        for seed, oddness in ((1, 0.002), (2, 0.06), (3, 0.4))
    ]
    return [maker.entry() for maker in makers for _ in range(100)]


@pytest.mark.walk  # so does the pair "entry" of the twins
def test_both_writers_write_the_same_text(call, base_form, made):
    published = [
        read(path.read_bytes(), path.name)[0].data for path in (*real_entries(), *BASE.glob("innovations/*/*.yml"))
    ]
    entries = [*published, *hostile_entries(), *made]
    assert len(entries) > 350
    texts = [outcome["text"] for outcome in call(*({"data": entry, "form": base_form} for entry in entries))]
    different = [
        (ours, theirs) for entry, theirs in zip(entries, texts, strict=True) if (ours := entry_text(entry)) != theirs
    ]
    assert different == []


def test_the_form_accepts_what_the_program_accepts_and_refuses_the_rest(call, base_form, made, project):
    names = [f"uji-{number}" for number in range(len(made))]
    cases = [
        {"data": entry, "form": base_form, "more": {"slug": name}} for entry, name in zip(made, names, strict=True)
    ]
    outcomes = dict(zip(names, call(*cases), strict=True))
    root = project({f"innovations/disdik/{name}.yml": outcomes[name]["text"] for name in names})
    found: dict[str, set[str]] = {name: set() for name in names}
    for problem in checking.check(root, TODAY).problems:
        if problem.place.file.startswith("innovations/disdik/"):
            found[Path(problem.place.file).stem].add(problem.code)
    sound, codes = 0, set()
    for name in names:
        theirs, ours = {fault["code"] for fault in outcomes[name]["faults"]}, found[name] - {"Y012"}
        errors = {code for code in ours if code[0] != "K"}
        # Faulty entries are told of more here than there: the program looks no further where it cannot read.
        assert errors <= theirs if errors else ours == theirs, (outcomes[name]["text"], ours, theirs)
        sound += not errors
        codes |= errors
    assert sound > 20
    assert len(codes) > 24


def test_both_mean_the_same_by_a_date_in_another_spelling(call, base_form):
    typed = [*DATES, *NO_DATES]
    entries = [plain(riwayat=[{"peristiwa": "penerapan", "tanggal": text}]) for text in typed]
    for text, outcome in zip(typed, call(*({"data": entry, "form": base_form} for entry in entries)), strict=True):
        [fault] = [fault for fault in outcome["faults"] if fault["code"] == "I007"]
        assert fault["values"]["maksud"] == (suggestion(text) or ""), text


@pytest.mark.walk  # `tests/properties/test_twins.py` holds the same two together every day, without a page
def test_both_find_the_same_personal_data_and_read_a_text_alike(browser, small):
    table = (*honest(), *(text for text, _ in hostile()), *HOSTILE, *PERSONAL, *mixtures())
    texts = [around.format(text) for text in table for around in ("{}", "Isi {} ini.")]
    page = browser.new_page()
    page.goto(small.address)
    theirs = page.evaluate(SCAN, [small.address, SHAPES, texts])
    page.context.close()
    ours = [[[[one.code, masked(text, one)] for one in find(text)], as_read(text)] for text in texts]
    assert len(texts) > 10_000
    assert [pair for pair in zip(texts, ours, theirs, strict=True) if pair[1] != pair[2]] == []


def test_the_form_excuses_the_service_number_and_nothing_else(call, base_form):
    phones = [
        "081200000000",
        "0812-0000-0000",
        "0812 0000 0000 Budi",
        "0812-0000-0000 0813-0000-0000",
        "6199010101900001",
    ]
    entries = [plain(kontak={"kantor": "Loket", "telepon": phone, "layanan": True}) for phone in phones]
    entries += [plain(kontak={"kantor": "Loket 081200000000", "telepon": phones[0], "layanan": True})]
    outcomes = call(*({"data": entry, "form": base_form} for entry in entries))
    found = [[fault["code"] for fault in outcome["faults"] if fault["code"][0] == "P"] for outcome in outcomes]
    assert found == [[], [], ["P003"], ["P003", "P003"], ["P001"], ["P003"]]


def invalid_cases() -> Iterator[Any]:
    """The cases of tests/invalid that consist of one entry which can be read."""
    for folder in sorted((ROOT / "tests/invalid").glob("[A-Z][0-9]*")):
        files = [path for path in folder.rglob("*") if path.is_file() and path.name != "expected.txt"]
        entries = [path for path in files if path.parent.parent.name == "innovations" and path.suffix == ".yml"]
        if len(files) == len(entries) == 1 and not folder.name.startswith(NO_FORM_MAKES):
            document, _ = read(entries[0].read_bytes(), "uji.yml")
            if document is not None:
                yield folder, entries[0], document.data


def test_every_faulty_example_that_a_form_can_make_is_refused_with_the_same_code_and_sentence(call, base_form):
    cases = list(invalid_cases())
    assert len(cases) > 45
    known = {path.stem for path in BASE.glob("innovations/*/*.yml")}
    asked = [
        {
            "data": data,
            "form": base_form,
            "more": {"agency": path.parent.name, "slug": path.stem, "known": path.stem * (path.stem in known)},
        }
        for _, path, data in cases
    ]
    for (folder, _, _), outcome in zip(cases, call(*asked), strict=True):
        code = folder.name[:4]
        told = sorted(fault["said"][0] for fault in outcome["faults"] if fault["code"] == code)
        lines = (folder / "expected.txt").read_text("utf-8").splitlines()
        assert told == sorted(line.partition(f"[{code}]: ")[2].rpartition(" - ")[0] for line in lines), folder.name


def test_the_form_offers_the_affair_for_which_people_type_a_word(call, base_form):
    form = {**base_form, "sehari_hari": {"urusan": {"pinjam-buku": "perpustakaan", "kitab": "perpustakaan"}}}
    typed = {"Pinjam buku": "perpustakaan", "kitab": "perpustakaan", "constructor": "", "Pendidikan": "pendidikan"}
    outcomes = call(*({"data": plain(urusan=[word]), "form": form} for word in typed))
    found = [[f["values"]["maksud"] for f in outcome["faults"] if f["code"] == "I006"] for outcome in outcomes]
    assert found == [[meant] for meant in typed.values()]


def test_the_form_has_the_sentences_of_every_code_it_may_use():
    script = "".join(path.read_text("utf-8") for path in (ROOT / "site_templates/browser/checks").glob("*.js"))
    used = set(re.findall(r'"([ABIKPY]0\d\d)"', script))
    used |= {kind["kode"] for kind in SHAPES["nomor"]}
    assert used == set(form_data.CODES)
    assert used <= set(code_texts())


def test_every_key_of_an_entry_stands_in_one_section_of_the_form():
    keys = [key for _, keys in form_data.SECTIONS for key in keys]
    assert sorted(keys) == sorted(info.alias for info in Entry.model_fields.values())
    assert list(form_data.SECTIONS[0][1]) == [info.alias for info in Entry.model_fields.values() if info.is_required()]


# What the entry will do for its agency


@pytest.mark.parametrize(
    ("data", "more", "change"),
    [
        (plain(), {}, ("belum", "memenuhi", True)),
        (plain(riwayat=[{"peristiwa": "dilaporkan", "tanggal": "2026-03"}]), {}, ("belum", "belum", False)),
        (plain(riwayat=[{"peristiwa": "penerapan", "tanggal": "2025-12-31"}]), {}, ("belum", "belum", False)),
        (plain(riwayat=[{"peristiwa": "penerapan", "tanggal": "2026"}]), {}, ("belum", "memenuhi", True)),
        (plain(ditarik={"tanggal": "2026-09-01", "alasan": "Tercatat dua kali."}), {}, ("belum", "belum", False)),
        (plain(), {"agency": "dinkes"}, ("memenuhi", "memenuhi", True)),
        (plain(riwayat=[{"peristiwa": "dilaporkan", "tanggal": "2026-03"}]), {"agency": "dinkes", "known": "posyandu-malam"}, ("memenuhi", "belum", False)),
        (plain(), {"agency": "rsud"}, ("belum-dikonfirmasi", "belum-dikonfirmasi", True)),
    ],
)  # fmt: skip
def test_the_effect_on_the_agency_follows_the_rule_of_the_year(call, base_form, data, more, change):
    [outcome] = call({"data": data, "form": base_form, "more": more})
    [effect] = outcome["effects"]
    assert (effect["before"], effect["after"], effect["counted"]) == change
    assert ("reason" in effect) == (more.get("agency") == "rsud")


def test_the_rule_that_counts_is_the_one_in_the_data(call, base_form):
    def with_rule(**changes: Any) -> dict[str, Any]:
        return {**base_form, "kepatuhan": {**base_form["kepatuhan"], **changes}}

    shared = plain(kolaborator=[{"perangkat_daerah": "kecamatan-utara"}])
    found = call(
        {"data": plain(), "form": with_rule(minimum=2)},
        {"data": plain(), "form": with_rule(peristiwa=["dilaporkan"])},
        {"data": plain(), "form": with_rule(ditutup=True)},
        {"data": shared, "form": with_rule(kolaborasi=True)},
        {"data": shared, "form": base_form},
        {"data": plain(), "form": {**base_form, "kepatuhan": None}},
    )
    effects = [[(effect["agency"], effect["after"]) for effect in outcome["effects"]] for outcome in found]
    assert effects == [
        [("disdik", "belum")], [("disdik", "belum")], [], [("disdik", "memenuhi"), ("kecamatan-utara", "memenuhi")],
        [("disdik", "memenuhi")], [],
    ]  # fmt: skip


CLOSED_2025 = {"pesan": "{tahun} sudah ditutup; pengelola memutuskan koreksi.", "tahun": {"2025": ["penerapan"]}}


def test_what_is_new_in_a_closed_year_and_would_have_counted_is_told_beforehand(call, base_form):
    def dated(*events: tuple[str, str]) -> dict[str, Any]:
        return plain(riwayat=[{"peristiwa": kind, "tanggal": day} for kind, day in events])

    form = {**base_form, "ditutup": CLOSED_2025}
    recorded = dated(("penerapan", "2025-03"))
    found = call(
        {"data": recorded, "form": form},
        {"data": dated(("penerapan", "2025")), "form": form},
        {"data": dated(("dilaporkan", "2025-03")), "form": form},
        {"data": dated(("penerapan", "2026-03")), "form": form},
        {"data": recorded, "form": base_form},
        {"data": recorded, "form": form, "before": recorded},
        {"data": dated(("penerapan", "2025-04")), "form": form, "before": recorded},
    )
    assert [outcome["closed"] for outcome in found] == [["2025"], ["2025"], [], [], [], [], ["2025"]]


def test_the_form_knows_the_closed_years_and_what_counted_in_them(project):
    day = dt.date(2027, 2, 1)
    root = project()
    record = closing.result_text(checking.check(root, day).catalogue, 2026, day)
    write_files(root, {"registry/obligations/2026.hasil.yml": record})
    counted = {"2026": ["inisiatif", "uji-coba", "penerapan", "pengembangan"]}
    for as_of, years in ((day, counted), (day - dt.timedelta(days=1), {})):
        view = View(checking.check(root, day).catalogue, SETTINGS, Edition(as_of, day, "0" * 40))
        assert form_of(Build(BASE, view))["ditutup"] == {"pesan": CLOSED_2025["pesan"], "tahun": years}


def test_a_date_in_a_closed_year_is_told_where_it_is_typed(phone, small):
    def close_2025(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "ditutup": CLOSED_2025})

    phone.route("**/isian.json", close_2025)
    start(phone, small)
    for typed, said in (
        ("2025-03-02", "2 Maret 2025. 2025 sudah ditutup; pengelola memutuskan koreksi."),
        ("2026-03-02", "2 Maret 2026"),
    ):
        box(phone, "riwayat.0.tanggal").fill(typed)
        box(phone, "riwayat.0.tanggal").blur()
        expect(phone.get_by_text(f"Dibaca: {said}", exact=True)).to_be_visible()


# Filling it in


def focused(page: Page) -> str:
    return page.evaluate("() => document.activeElement.id || document.activeElement.textContent.trim()")


def tab_until(page: Page, wanted: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        faults = page.evaluate(FOCUS)["faults"]
        # Of a large box browsers show the line with the cursor, not every edge.
        tall = page.evaluate("() => document.activeElement.tagName") == "TEXTAREA"
        assert [fault for fault in faults if not (tall and fault == "outside the window")] == [], focused(page)
        if focused(page) == wanted:
            return
    pytest.fail(f"never reached by Tab: {wanted}")


def test_from_nothing_to_a_sound_entry_by_keyboard_on_a_phone(phone, small):
    start(phone, small)
    keys = phone.keyboard
    tab_until(phone, "i.perangkat_daerah")
    keys.type("Kecamatan")
    tab_until(phone, "i.nama")
    keys.type("Pojok Baca: Digital")
    expect(phone.locator("[id='j.nama_berkas']")).to_contain_text("inovasi/pojok-baca-digital/")
    tab_until(phone, "i.ringkasan")
    keys.type("Rak buku pinjam di balai desa.")
    tab_until(phone, "i.bentuk.tata-kelola")
    keys.press("ArrowDown")
    tab_until(phone, "i.urusan.perpustakaan")
    keys.press("Space")
    tab_until(phone, "i.riwayat.0.peristiwa")
    keys.type("Penerapan")
    tab_until(phone, "i.riwayat.0.tanggal")
    keys.type("17 Agustus 2026")
    tab_until(phone, "Tambah riwayat")
    keys.press("Enter")
    assert focused(phone) == "i.riwayat.1.peristiwa"
    tab_until(phone, "Hapus")
    keys.press("Enter")
    assert focused(phone) == "Tambah riwayat"
    tab_until(phone, "Periksa jawaban")
    keys.press("Enter")
    expect(phone.get_by_role("heading", name="Periksa jawaban")).to_be_focused()
    expect(phone.locator("#formulir")).to_contain_text("Isian ini sah dan siap dikirim.")
    expect(phone.locator("#formulir")).to_contain_text(
        'Kecamatan Utara: status tahun 2026 berubah dari "belum memenuhi" menjadi "memenuhi"'
    )
    entry = entry_of(phone.locator("#teks").input_value())
    assert (entry.name, entry.sphere, entry.affairs) == ("Pojok Baca: Digital", "pelayanan-publik", ("perpustakaan",))
    assert [(event.kind, str(event.date)) for event in entry.events] == [("penerapan", "2026-08-17")]


def test_faults_stand_in_a_summary_that_has_the_focus_and_beside_their_fields(phone, small):
    start(phone, small)
    title = phone.title()
    fill(phone, tanggal="2027-01-01")
    box(phone, "ringkasan").fill("Hubungi 081200000000")
    box(phone, "nama").fill("")
    unfold(phone, "Bagi pemakai")
    box(phone, "kontak.surel").fill("kantor(at)contoh")
    unfold(phone, "Bagi pemakai")
    check(phone)
    assert phone.title() == f"Galat: {title}"
    summary = phone.get_by_role("alert").filter(has_text="hal yang perlu diperbaiki")
    expect(summary).to_be_focused()
    links = summary.get_by_role("link").all_inner_texts()
    assert links == [
        'Kolom "Nama inovasi" wajib diisi. Isi kolom ini.',
        'Ada nomor ponsel: 08… (12 angka). Hapus; bila itu nomor layanan resmi, tulis pada "Telepon" di bagian Kontak, lalu centang "Nomor layanan".',
        "Tanggal 1 Januari 2027 belum terjadi (hari ini 24 November 2026). Periksa tanggalnya; catat hanya yang sudah terjadi, rencana ditulis pada kolom solusi.",
        'Kolom "Kantor pada Kontak" wajib diisi. Isi kolom ini.',
        'Surel "kantor(at)contoh" tidak terbaca. Tulis satu surel kantor dengan huruf kecil, misalnya nama-kantor@contoh.go.id.',
    ]
    expect(summary.get_by_role("heading")).to_have_text("Ada 5 hal yang perlu diperbaiki")
    for path, text in zip(
        ("nama", "ringkasan", "riwayat.0.tanggal", "kontak.kantor", "kontak.surel"), links, strict=True
    ):
        summary.get_by_role("link", name=text, exact=True).click()
        control = box(phone, path)
        expect(control).to_be_focused()
        expect(control).to_have_attribute("aria-invalid", "true")
        described = control.get_attribute("aria-describedby").split()
        assert f"Galat: {text}" in [phone.locator(f"[id='{note}']").inner_text() for note in described]
    screenshot(phone, "formulir-galat-360")
    fill(phone)
    box(phone, "kontak.surel").fill("")
    assert "nama: Pojok Baca Digital" in reviewed(phone)
    assert phone.title() == title
    assert phone.locator(".k-galat, [aria-invalid]").count() == 0


def test_the_message_of_an_empty_field_goes_once_something_stands_there(phone, small):
    start(phone, small)
    fill(phone)
    box(phone, "nama").fill("")
    box(phone, "riwayat.0.tanggal").fill("entah")
    check(phone)
    expect(phone.get_by_role("heading", name="Ada 2 hal yang perlu diperbaiki")).to_be_visible()
    box(phone, "nama").fill("Pojok")
    expect(phone.locator("[id='j.nama'] .k-galat")).to_have_count(0)
    assert box(phone, "nama").get_attribute("aria-invalid") is None
    expect(phone.get_by_role("heading", name="Ada 1 hal yang perlu diperbaiki")).to_be_visible()
    box(phone, "riwayat.0.tanggal").fill("2026")
    expect(phone.locator("[id='j.riwayat.0.tanggal'] .k-galat")).to_be_visible()  # only the check can tell
    box(phone, "nama").fill("")
    check(phone)
    box(phone, "nama").fill("Pojok")
    expect(phone.get_by_role("alert").filter(has_text="Ada ")).to_have_count(0)
    assert not phone.title().startswith("Galat")
    phone.evaluate("() => sessionStorage.clear()")
    start(phone, small, single=False)
    to_the_events(phone)
    phone.get_by_role("button", name="Lanjut").click()
    expect(phone.locator(".k-galat")).to_be_visible()
    box(phone, "riwayat.0.peristiwa.penerapan").check()
    expect(phone.locator(".k-galat")).to_have_count(0)


def test_a_link_that_asks_for_news_opens_the_form_at_the_history(phone, small):
    start(phone, small, "?ubah=lengkap&ke=kematangan")
    expect(phone.locator("[id='j.kematangan']")).to_be_in_viewport()
    start(phone, small, "?ubah=lengkap&ke=riwayat")
    expect(phone.locator("[id='j.riwayat'] > legend")).to_be_in_viewport()


def test_a_fault_stands_at_its_own_item_though_empty_ones_come_before_it(phone, small):
    start(phone, small)
    fill(phone, tanggal="")
    box(phone, "riwayat.0.peristiwa").select_option("")
    phone.get_by_role("button", name="Tambah riwayat").click()
    box(phone, "riwayat.1.peristiwa").select_option("uji-coba")
    box(phone, "riwayat.1.tanggal").fill("awal tahun 2026")
    check(phone)
    phone.get_by_role("link", name='Tanggal "awal tahun 2026"').click()
    expect(box(phone, "riwayat.1.tanggal")).to_be_focused()
    assert box(phone, "riwayat.0.tanggal").get_attribute("aria-invalid") is None


def test_items_are_added_moved_and_removed_and_the_address_follows_the_name(phone, small):
    start(phone, small)
    fill(phone)
    expect(phone.locator("[id='j.nama_berkas']")).to_contain_text("inovasi/pojok-baca-digital/")
    box(phone, "nama").fill("Pojok Lain")
    expect(phone.locator("[id='j.nama_berkas']")).to_contain_text("inovasi/pojok-lain/")
    phone.get_by_role("button", name="Tambah riwayat").click()
    box(phone, "riwayat.1.peristiwa").select_option("uji-coba")
    box(phone, "riwayat.1.tanggal").fill("2025-11-03")
    phone.get_by_role("button", name="Naikkan Riwayat 2").click()
    assert phone.evaluate("() => document.activeElement.ariaLabel") == "Turunkan Riwayat 1"
    phone.get_by_role("button", name="Tambah riwayat").click()
    phone.get_by_role("button", name="Hapus Riwayat 3").click()
    unfold(phone, "Bagi pemakai")
    for number, step in enumerate(("Datang.", "Pinjam.")):
        phone.get_by_role("button", name="Tambah langkah").click()
        box(phone, f"cara_memakai.langkah.{number}").fill(step)
    unfold(phone, "Kematangan")
    box(phone, "kematangan").select_option("regulasi")
    phone.get_by_role("button", name="Tambah kematangan").click()
    box(phone, "kematangan.regulasi.tingkat.2").check()
    expect(phone.locator("[id='j.kematangan']")).to_contain_text("1 dokumen lagi menambah")
    reviewed(phone)
    phone.get_by_role("button", name="Ubah perangkat daerah").click()
    expect(box(phone, "perangkat_daerah")).to_be_focused()
    phone.once("dialog", lambda dialog: dialog.dismiss())
    phone.get_by_role("button", name="Hapus Riwayat 2").click()
    expect(box(phone, "riwayat.1.tanggal")).not_to_have_value("")
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Hapus Riwayat 2").click()
    phone.get_by_role("button", name="Tambah riwayat").click()
    box(phone, "riwayat.1.peristiwa").select_option("penerapan")
    box(phone, "riwayat.1.tanggal").fill("2026")
    entry = entry_of(reviewed(phone))
    assert [(event.kind, str(event.date)) for event in entry.events] == [
        ("uji-coba", "2025-11-03"),
        ("penerapan", "2026"),
    ]
    assert entry.usage.steps == ("Datang.", "Pinjam.")
    assert entry.maturity["regulasi"].level == 2
    expect(phone.locator("#formulir")).to_contain_text("pojok-lain.txt")


def test_the_limit_is_told_before_it_is_reached_and_a_date_is_read_back(phone, small):
    start(phone, small)
    counter = phone.locator("[id='j.ringkasan'] [role=status]")
    box(phone, "ringkasan").fill("x" * 300)
    expect(counter).to_have_text("")
    box(phone, "ringkasan").fill("x" * 399)
    expect(counter).to_have_text("Sisa 1 karakter.")
    box(phone, "ringkasan").fill("x" * 405)
    expect(counter).to_have_text("Kelebihan 5 karakter.")
    for typed, kept, said in (
        ("17/8/2026", "2026-08-17", "17 Agustus 2026"),
        ("Maret 2026", "2026-03", "Maret 2026"),
        ("kemarin", "kemarin", ""),
    ):
        box(phone, "riwayat.0.tanggal").fill(typed)
        box(phone, "riwayat.0.tanggal").blur()
        expect(box(phone, "riwayat.0.tanggal")).to_have_value(kept)
        expect(phone.locator("[id='j.riwayat.0.tanggal']")).to_contain_text(
            f"Dibaca: {said}" if said else "setepat yang diketahui"
        )


def test_what_is_not_sure_is_asked_back_and_an_amount_is_said_as_people_read_it(phone, small):
    start(phone, small)
    date = box(phone, "riwayat.0.tanggal")
    date.fill("2021/2022")
    date.blur()
    phone.get_by_role("button", name="2022", exact=True).click()
    expect(date).to_have_value("2022")
    expect(phone.locator("[id='j.riwayat.0.tanggal']")).to_contain_text("Dibaca: 2022")
    expect(box(phone, "riwayat.0.keterangan")).to_have_value('Waktunya tertulis "2021/2022".')
    date.fill("Mei s.d. Juli 2025")
    date.blur()
    expect(phone.get_by_text("Tulisan aslinya ikut disimpan di kolom Keterangan.")).to_be_visible()
    expect(phone.get_by_role("button", name="2025", exact=True)).to_be_visible()
    phone.get_by_role("button", name="Mei 2025", exact=True).click()
    expect(date).to_have_value("2025-05")
    said = 'Waktunya tertulis "2021/2022". Waktunya tertulis "Mei s.d. Juli 2025".'
    expect(box(phone, "riwayat.0.keterangan")).to_have_value(said)
    expect(phone.locator("[id='j.riwayat.0.tanggal']")).to_contain_text("Mei 2025 (tulisan aslinya ada di kolom Ket")
    date.fill("entah")
    check(phone)
    expect(phone.get_by_role("alert").first).to_contain_text("bulannya (Agustus 2025), atau harinya (17 Agustus 2025)")
    unfold(phone, "Biaya, dasar hukum")
    phone.get_by_role("button", name="Tambah anggaran").click()
    amount = box(phone, "anggaran.0.jumlah")
    amount.fill("45 juta")
    amount.blur()
    expect(amount).to_have_value("45000000")
    expect(phone.get_by_text("Rp45.000.000 = empat puluh lima juta rupiah")).to_be_visible()
    amount.fill("dua kali")
    check(phone)
    expect(phone.get_by_role("alert").first).to_contain_text("tanpa Rp dan tanpa titik ribuan, misalnya 45000000")


def test_the_meaning_of_an_event_is_told_once_it_is_chosen(phone, frozen_below):
    start(phone, frozen_below)
    told = phone.locator("[id='j.riwayat.0.peristiwa'] [role=status]")
    expect(told).to_have_text("")
    meanings = json.loads((frozen_below.folder / "kontribusi/formulir/isian.json").read_text("utf-8"))["arti"][
        "peristiwa"
    ]
    box(phone, "riwayat.0.peristiwa").select_option("dilaporkan")
    expect(told).to_have_text(meanings["dilaporkan"])


def test_a_region_may_call_a_word_or_an_agency_as_every_object_calls_something(phone, small):
    form = json.loads((small.folder / "kontribusi/formulir/isian.json").read_text("utf-8"))
    form["kata"]["indikator"]["constructor"] = "Pembangun"
    form["kata"]["peristiwa"]["constructor"] = "Pembangunan"
    form["perangkat_daerah"]["constructor"] = form["perangkat_daerah"].pop("disdik")
    phone.route("**/isian.json", lambda route: route.fulfill(json=form))
    start(phone, small, "?pd=constructor")
    fill(phone, agency="constructor")
    box(phone, "riwayat.0.peristiwa").select_option("constructor")
    expect(phone.locator("[id='j.riwayat.0.peristiwa'] [role=status]")).to_have_text("")
    unfold(phone, "Kematangan")
    box(phone, "kematangan").select_option("constructor")
    phone.get_by_role("button", name="Tambah kematangan").click()
    expect(box(phone, "kematangan.constructor.tingkat")).to_have_value("")
    box(phone, "kematangan.constructor.tingkat").fill("2")
    assert re.search(r"^  constructor:\n    tingkat: 2$", reviewed(phone), re.MULTILINE)
    assert phone.evaluate("Object.tingkat") is None


def test_that_the_current_year_has_no_rules_is_told_where_the_entry_is_reviewed(phone, small):
    form = json.loads((small.folder / "kontribusi/formulir/isian.json").read_text("utf-8"))
    assert form["kepatuhan"]["belum_dicatat"] == ""
    form["kepatuhan"]["belum_dicatat"] = "Aturan 2027 belum dicatat."
    phone.route("**/isian.json", lambda route: route.fulfill(json=form))
    start(phone, small)
    fill(phone)
    reviewed(phone)
    expect(phone.locator("#formulir")).to_contain_text("Aturan 2027 belum dicatat.")


def test_where_no_address_is_free_the_entry_that_has_it_is_shown(phone, small):
    phone.route("**/alamat/*.json", lambda route: route.fulfill(json={"tanda": "disdik", "tanda-disdik": "disdik"}))
    start(phone, small)
    fill(phone, nama="Tanda")
    check(phone)
    link = phone.get_by_role("link", name="Perbaiki isian yang sudah ada")
    assert link.get_attribute("href") == "?ubah=tanda"
    expect(phone.get_by_role("alert").first).to_contain_text("inovasi lain, dengan alamat inovasi/tanda/")


def test_a_clock_that_runs_behind_does_not_put_the_past_into_the_future(phone, context, small):
    context.clock.set_fixed_time(dt.datetime(2015, 1, 1, tzinfo=dt.UTC))
    start(phone, small)
    fill(phone, tanggal="2026-11-24")
    assert "tanggal: 2026-11-24" in reviewed(phone)
    phone.go_back()
    box(phone, "riwayat.0.tanggal").fill("2026-11-25")
    check(phone)
    expect(phone.get_by_role("alert").first).to_contain_text("belum terjadi (hari ini 24 November 2026)")


def test_text_from_a_word_processor_is_kept_and_what_hides_in_it_goes(phone, small):
    start(phone, small)
    fill(phone)
    unfold(phone, "Masalah, cara kerja, dan manfaat")
    box(phone, "masalah").fill(
        "Warga\u00a0menung\u00adgu \u201clama\u201d \u2013 tiap\u200b hari\u2026\n\uf0b7\tsatu\n\u2022\tdua\u2028tiga"
    )
    box(phone, "nama").fill("\ufeffPojok\u00a0 Baca\u200b \u2019Digital\u2019")
    entry = entry_of(reviewed(phone))
    assert entry.name == "Pojok Baca \u2019Digital\u2019"
    assert entry.problem == "Warga menunggu \u201clama\u201d \u2013 tiap hari\u2026\n• satu\n• dua\ntiga"


# One question at a time


def ask(page: Page, question: str) -> None:
    """Go on to the next question, which is this one."""
    page.get_by_role("button", name="Lanjut").click()
    expect(page.get_by_role("heading", name=question)).to_be_focused()


def to_the_events(page: Page) -> None:
    """The questions before, answered: none of them may be skipped."""
    box(page, "perangkat_daerah").select_option("disdik")
    ask(page, "Apa nama inovasinya?")
    box(page, "nama").fill("Pojok Baca Digital")
    ask(page, "Apa ini, dan untuk siapa?")
    box(page, "ringkasan").fill("Rak buku pinjam di balai desa.")
    ask(page, "Sudah sampai mana?")


def test_an_officer_answers_one_question_at_a_time_and_back_leads_to_the_one_before(phone, small):
    start(phone, small, "?pd=kecamatan-utara", single=False)
    expect(phone.get_by_text("Pertanyaan 1 dari 9.")).to_be_visible()
    expect(phone.get_by_text("Di akhir.")).to_be_visible()
    ask(phone, "Apa nama inovasinya?")
    expect(phone.get_by_text("Wajib dijawab. Belum ada nama resmi?")).to_be_visible()
    expect(phone.get_by_role("button", name="Lewati")).to_have_count(0)
    assert phone.get_by_text("Nama berkas").count() == 0
    phone.get_by_role("button", name="Lanjut").click()
    expect(phone.get_by_role("alert").filter(has_text="Ada 1 hal")).to_be_focused()
    box(phone, "nama").fill("Pojok Baca Digital")
    ask(phone, "Apa ini, dan untuk siapa?")
    box(phone, "ringkasan").fill("Rak buku pinjam di balai desa.")
    phone.go_back()
    expect(box(phone, "nama")).to_be_visible()
    ask(phone, "Apa ini, dan untuk siapa?")
    ask(phone, "Sudah sampai mana?")
    box(phone, "riwayat.0.peristiwa.uji-coba").check()
    box(phone, "riwayat.0.tanggal").fill("Maret 2026")
    box(phone, "riwayat.0.tanggal").blur()
    expect(phone.locator("#formulir section .k-box")).to_contain_text('menjadi "memenuhi" setelah isian ini terbit')
    phone.keyboard.press("Enter")
    box(phone, "riwayat.0.tanggal").press("Enter")
    expect(phone.get_by_role("heading", name="Termasuk bentuk dan urusan apa?")).to_be_focused()
    phone.get_by_role("button", name="Periksa jawaban").click()
    expect(phone.get_by_role("alert").filter(has_text="Ada 2 hal")).to_be_focused()
    expect(phone.get_by_role("heading", name="Termasuk bentuk dan urusan apa?")).to_be_visible()
    box(phone, "bentuk.pelayanan-publik").check()
    box(phone, "urusan.perpustakaan").check()
    ask(phone, "Apa masalahnya, dan bagaimana inovasi ini menjawabnya?")
    phone.get_by_role("button", name="Lewati").click()
    entry = entry_of(reviewed(phone))
    assert (entry.name, [(one.kind, str(one.date)) for one in entry.events]) == (
        "Pojok Baca Digital",
        [("uji-coba", "2026-03")],
    )
    assert phone.get_by_text("belum diperiksa oleh perangkat daerah").count() == 0  # nobody is asked for it here
    phone.get_by_role("button", name="Ubah ringkasan").click()
    expect(box(phone, "ringkasan")).to_be_focused()


@pytest.mark.parametrize(("query", "count"), [("?pd=disdik", 0), ("?ubah=lengkap", 1)], ids=["new", "published"])
def test_only_who_corrects_an_entry_is_asked_for_former_addresses_and_withdrawals(phone, small, query, count):
    start(phone, small, query)
    expect(phone.locator("summary").filter(has_text="Isian penyusun, nama lama, dan penarikan")).to_have_count(count)
    unfold(phone, "Sumber dan pemeriksaan")
    expect(box(phone, "diperiksa")).to_have_count(count)
    if not count:
        fill(phone)
    phone.get_by_role("button", name="Satu pertanyaan setiap kali").click()
    steps = phone.locator("#formulir section[data-langkah]")
    for _ in range(steps.count() - 1):
        shown = phone.get_by_role("heading", level=2).locator("visible=true").first.inner_text()
        phone.get_by_role("button", name="Lanjut").click()
        expect(phone.get_by_role("heading", name=shown)).to_be_hidden()
    expect(phone.get_by_role("heading", name="Ada lagi yang diketahui?")).to_be_visible()
    headings = steps.last.locator("summary")
    expect(headings.filter(has_text="Kematangan")).to_have_count(1)
    expect(headings.filter(has_text="Isian penyusun, nama lama, dan penarikan")).to_have_count(count)
    expect(headings.filter(has_text="nama lain")).to_have_count(0)  # it is asked with the name


def test_a_reload_leads_back_to_the_same_question_and_the_layout_may_be_changed(phone, small):
    start(phone, small, "?pd=disdik", single=False)
    ask(phone, "Apa nama inovasinya?")
    box(phone, "nama").fill("Pojok Baca Digital")
    expect(phone).to_have_url(re.compile(r"\?draf="))
    phone.reload()
    expect(box(phone, "nama")).to_have_value("Pojok Baca Digital")
    expect(phone.get_by_text("Pertanyaan 2 dari 9. Dinas Pendidikan, inovasi baru.")).to_be_visible()
    phone.get_by_role("button", name="Semua pertanyaan dalam satu halaman").click()
    expect(box(phone, "perangkat_daerah")).to_have_value("disdik")
    expect(box(phone, "nama")).to_have_value("Pojok Baca Digital")
    phone.get_by_role("button", name="Satu pertanyaan setiap kali").click()
    expect(box(phone, "perangkat_daerah")).to_be_hidden()


def test_another_event_shows_all_that_is_told_of_events(phone, small):
    start(phone, small, single=False)
    to_the_events(phone)
    expect(box(phone, "riwayat.0.alasan")).to_have_count(0)
    box(phone, "riwayat.0.peristiwa.dihentikan").check()
    box(phone, "riwayat.0.alasan").fill("Tidak ada anggaran.")
    box(phone, "riwayat.0.tanggal").fill("2026-05")
    phone.get_by_role("button", name="Ada peristiwa lain").click()
    expect(box(phone, "riwayat.1.peristiwa")).to_be_focused()
    expect(box(phone, "riwayat.0.alasan")).to_have_value("Tidak ada anggaran.")
    expect(box(phone, "riwayat.1.alasan")).to_have_count(0)
    box(phone, "riwayat.1.peristiwa").select_option("dilaporkan")
    expect(box(phone, "riwayat.1.keadaan.dipakai")).to_be_visible()
    expect(box(phone, "riwayat.1.alasan")).to_have_count(0)


class Officer:
    """Who fills the form in by thumb: each tap, and each box that is typed into, is an input."""

    def __init__(self, page: Page) -> None:
        self.page, self.inputs = page, 0

    def _one(self) -> None:
        self.inputs += 1

    def tap(self, name: str) -> None:
        self._one()
        self.page.get_by_role("button", name=name, exact=True).locator("visible=true").click()

    def on(self, question: str) -> None:
        self.tap("Lanjut")
        expect(self.page.get_by_role("heading", name=question)).to_be_focused()

    def mark(self, path: str) -> None:
        self._one()
        box(self.page, path).check()

    def write(self, path: str, text: str) -> None:
        self._one()
        box(self.page, path).fill(text)
        box(self.page, path).blur()


@pytest.mark.walk
def test_a_full_entry_takes_at_most_forty_inputs_on_a_phone_and_leads_to_its_status(phone, small):
    start(phone, small, single=False)
    officer = Officer(phone)
    officer.inputs += 1
    phone.locator("#cari-perangkat").fill("dinkes")
    expect(box(phone, "perangkat_daerah")).to_have_value("dinkes")
    officer.on("Apa nama inovasinya?")
    officer.write("nama", "Loket Keliling Desa")
    officer.on("Apa ini, dan untuk siapa?")
    officer.write("ringkasan", "Warga desa dilayani di balai desa, tanpa harus datang ke kantor.")
    officer.on("Sudah sampai mana?")
    officer.mark("riwayat.0.peristiwa.penerapan")
    officer.write("riwayat.0.tanggal", "2 Juni 2026")
    officer.on("Termasuk bentuk dan urusan apa?")
    officer.mark("bentuk.pelayanan-publik")
    officer.mark("urusan.kesehatan")
    officer.on("Apa masalahnya, dan bagaimana inovasi ini menjawabnya?")
    for key in ("masalah", "solusi", "kebaruan", "manfaat"):
        officer.write(key, f"Kalimat tentang {key}.")
    officer.on("Di mana dan bagaimana orang memakainya?")
    officer.mark("lokasi.seluruh_wilayah.ya")
    officer.tap("Tambah langkah")
    officer.write("cara_memakai.langkah.0", "Datang ke balai desa.")
    officer.write("cara_memakai.biaya", "Gratis.")
    officer.write("kontak.kantor", "Loket Dinas Kesehatan")
    officer.write("kontak.telepon", "0561 123456")
    officer.on("Apa hasilnya, dan dari mana diketahui?")
    officer.tap("Tambah hasil")
    for key, text in (("ukuran", "Warga dilayani"), ("satuan", "orang"), ("sesudah", "120"), ("tahun", "2026")):
        officer.write(f"hasil.0.{key}", text)
    officer.tap("Tambah sumber")
    officer.write("sumber.0.judul", "Laporan loket keliling")
    officer.tap("Periksa jawaban")
    expect(phone.get_by_role("heading", name="Periksa jawaban")).to_be_focused()
    with phone.expect_download() as loaded:
        officer.tap("Unduh paket")
    found = package(Path(loaded.value.path()).read_text("utf-8"))
    entry = entry_of(found["isi"])
    assert (entry.name, found["perangkat_daerah"], entry.usage.steps) == (
        "Loket Keliling Desa",
        "dinkes",
        ("Datang ke balai desa.",),
    )
    assert phone.evaluate(SIDEWAYS) == ""
    assert officer.inputs <= 40
    phone.goto(f"{small.address}kontribusi/status/?nomor={found['nomor']}")
    expect(phone.get_by_text(f"Kiriman {found['nomor']} belum tercatat di sini.")).to_be_visible()


# Whose it is, and whether it is there already


def test_an_agency_is_chosen_by_typing_any_of_its_names(phone, small):
    start(phone, small)
    typed, chosen = phone.locator("#cari-perangkat"), box(phone, "perangkat_daerah")
    typed.fill("DINKES")
    expect(phone.get_by_text("Dipilih: Dinas Kesehatan.")).to_be_visible()
    expect(chosen).to_have_value("dinkes")
    typed.fill("dinas")
    phone.get_by_role("button", name="Dinas Pendidikan").click()
    expect(chosen).to_have_value("disdik")
    typed.fill("tidak ada")
    none = "Tidak ada perangkat daerah dengan nama itu. Pilih perangkat daerah yang membawahinya."
    expect(phone.get_by_text(f"{none} Yang terpilih masih Dinas Pendidikan.")).to_be_visible()
    expect(chosen).to_have_value("disdik")
    assert "Dinas" in chosen.locator("optgroup").evaluate_all("all => all.map(one => one.label)")


def test_a_register_of_thousands_is_typed_and_each_unit_stands_with_its_parent(phone, small):
    form = json.loads((small.folder / "kontribusi/formulir/isian.json").read_text("utf-8"))
    units = form["perangkat_daerah"]
    for number in range(501):
        units[f"sd-{number}"] = {**units["dinkes"], "nama": f"SD Negeri {number}", "sebutan": [f"SDN {number}"], "induk": "disdik"}  # fmt: skip
    phone.route("**/isian.json", lambda route: route.fulfill(json=form))
    start(phone, small)
    assert box(phone, "perangkat_daerah").locator("option").count() < 20
    phone.locator("#cari-perangkat").fill("sdn 499")
    expect(phone.get_by_text("Dipilih: SD Negeri 499 (Dinas Pendidikan).")).to_be_visible()
    expect(box(phone, "perangkat_daerah")).to_have_value("sd-499")
    phone.locator("#cari-perangkat").fill("sd negeri")
    expect(phone.get_by_text("493 lagi: ketik lebih lengkap.")).to_be_visible()


def test_a_name_that_is_there_already_is_told_while_it_is_typed(phone, small, asked):
    start(phone, small)
    assert not [url for url in asked if url.endswith("nama.json")]
    box(phone, "nama").fill("LAYANAN LENGKAP")
    told = phone.locator("[id='j.nama'] .k-box")
    expect(told).to_contain_text("Layanan lengkap, Dinas Kesehatan.")
    assert told.get_by_role("link", name="Perbaiki yang itu").get_attribute("href") == "?ubah=lengkap"
    box(phone, "nama").fill("Pojok Baca Digital")
    expect(told).to_have_count(0)


def test_a_name_that_its_agency_has_already_is_sent_only_as_another_innovation(phone, small):
    start(phone, small)
    fill(phone, agency="dinkes", nama="LAYANAN lengkap")
    reviewed(phone)
    told = phone.locator("#formulir .k-box-warn").filter(has_text="Nama ini sudah tercatat.")
    expect(told).to_contain_text("Dinas Kesehatan sudah mempunyai:")
    expect(told.get_by_role("link", name="Perbaiki yang itu")).to_have_attribute("href", "?ubah=lengkap")
    expect(phone.get_by_role("heading", name="Kirim")).to_have_count(0)
    told.get_by_role("checkbox", name="Yang saya tulis ini inovasi lain").check()
    expect(phone.get_by_role("button", name="Unduh paket")).to_be_visible()
    phone.get_by_role("button", name="Kembali mengubah").click()
    reviewed(phone)
    expect(told.get_by_role("checkbox")).to_be_checked()
    phone.get_by_role("button", name="Kembali mengubah").click()
    fill(phone, agency="disdik", nama="LAYANAN lengkap")
    reviewed(phone)
    expect(told).to_have_count(0)
    expect(phone.get_by_role("button", name="Unduh paket")).to_be_visible()


# The draft


def test_a_draft_survives_a_reload_and_goes_when_its_owner_says_so(phone, small):
    start(phone, small)
    assert phone.evaluate("() => localStorage.length") == 0
    fill(phone)
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan di peramban ini")
    phone.reload()
    expect(phone.locator("#formulir")).to_contain_text("dimuat.")
    expect(box(phone, "nama")).to_have_value("Pojok Baca Digital")
    expect(box(phone, "bentuk.pelayanan-publik")).to_be_checked()
    assert "peristiwa: penerapan" in reviewed(phone)
    phone.go_back()
    expect(box(phone, "nama")).to_be_visible()
    phone.once("dialog", lambda dialog: dialog.dismiss())
    phone.get_by_role("button", name="Hapus draf").click()
    expect(box(phone, "nama")).to_have_value("Pojok Baca Digital")
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Hapus draf").click()
    expect(box(phone, "nama")).to_have_value("")
    expect(phone.get_by_text("Draf dihapus.")).to_be_focused()
    assert phone.evaluate("() => localStorage.length") == 0


def test_a_draft_older_than_what_is_published_is_kept_and_said_to_be_old(phone, small):
    published = small.folder / "data/inovasi/tanda.json"
    before = published.read_bytes()
    start(phone, small, "?ubah=tanda")
    box(phone, "ringkasan").fill("Kalimat di dalam draf.")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    data = json.loads(before)
    data["inovasi"]["ringkasan"] = "Kalimat yang terbit kemudian."
    try:
        published.write_text(json.dumps(data), "utf-8")
        start(phone, small, "?ubah=tanda")
        expect(phone.get_by_text("Isian yang terbit sudah berubah sejak draf Anda dimulai.")).to_be_visible()
        expect(box(phone, "ringkasan")).to_have_value("Kalimat di dalam draf.")
        phone.once("dialog", lambda dialog: dialog.accept())
        phone.get_by_role("button", name="Hapus draf").click()
        expect(box(phone, "ringkasan")).to_have_value("Kalimat yang terbit kemudian.")
        box(phone, "ringkasan").fill("Kalimat baru.")
        start(phone, small, "?ubah=tanda")
        expect(box(phone, "ringkasan")).to_have_value("Kalimat baru.")
        assert phone.get_by_text("sudah berubah sejak").count() == 0
    finally:
        published.write_bytes(before)


def test_a_correction_that_corrects_nothing_yet_is_told_before_it_is_sent(phone, small):
    start(phone, small, "?ubah=tanda")
    check(phone)
    expect(phone.get_by_text("Belum ada yang berbeda dari isian yang terbit")).to_be_visible()
    phone.get_by_role("button", name="Kembali mengubah").click()
    box(phone, "ringkasan").fill("Kalimat baru.")
    check(phone)
    expect(phone.get_by_text("Isian ini sah dan siap dikirim.")).to_be_visible()
    phone.get_by_role("button", name="Kembali mengubah").click()
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Hapus draf").click()


def test_two_tabs_that_write_the_same_draft_know_of_each_other(phone, context, small):
    start(phone, small)
    box(phone, "nama").fill("Di tab pertama")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    other = context.new_page()
    start(other, small, f"?{urlsplit(phone.url).query}")
    box(other, "nama").fill("Di tab kedua")
    said = phone.get_by_text("Draf yang sama sedang ditulis di tab lain.")
    expect(said).to_be_visible()
    assert other.get_by_text("di tab lain").count() == 0
    box(phone, "nama").fill("Di tab pertama")
    expect(other.get_by_text("di tab lain")).to_be_visible()
    expect(said).to_be_visible()


def test_an_entry_that_cannot_be_fetched_is_not_said_to_be_missing_and_its_draft_stays(phone, context, small):
    start(phone, small, "?ubah=tanda")
    box(phone, "ringkasan").fill("Kalimat di dalam draf.")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    context.route("**/data/inovasi/tanda.json", lambda route: route.fulfill(status=503))
    phone.reload()
    expect(phone.locator("#formulir [role=alert]")).to_contain_text("Tidak dapat dimuat.")
    assert phone.get_by_text("tidak ditemukan").count() == 0
    assert phone.get_by_text("tidak menjalankan JavaScript").count() == 0
    context.unroute("**/data/inovasi/tanda.json")
    phone.get_by_role("button", name="Coba lagi").click()
    expect(box(phone, "ringkasan")).to_have_value("Kalimat di dalam draf.")


def test_back_and_forward_leave_the_way_back_from_the_review_at_one_press(phone, small):
    start(phone, small)
    fill(phone)
    reviewed(phone)
    phone.go_back()
    phone.go_forward()
    reviewed(phone)
    phone.get_by_role("button", name="Kembali mengubah").click()
    expect(box(phone, "nama")).to_be_visible()


def test_without_a_store_the_form_works_and_says_that_it_keeps_no_draft(phone, small):
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('tidak boleh'); } })"
    )
    start(phone, small)
    expect(phone.locator("#formulir > div > .k-box-warn")).to_contain_text("tidak dapat menyimpan draf")
    assert phone.get_by_text("disimpan sebagai draf").count() == 0
    fill(phone)
    expect(phone.locator("#formulir form")).to_contain_text("tidak dapat menyimpan draf")
    assert entry_of(reviewed(phone)).name == "Pojok Baca Digital"


# Corrections


@pytest.mark.parametrize("name", ["small", pytest.param("frozen_below", marks=pytest.mark.walk)])
def test_a_published_entry_comes_out_of_the_form_as_it_went_in(request, browser, name):
    published = request.getfixturevalue(name)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    for path in sorted((published.project / "innovations").glob("*/*.yml")):
        start(page, published, f"?ubah={path.stem}")
        assert page.locator("[id='i.nama_berkas']").count() == 0
        assert entry_of(reviewed(page)) == entry_of(path.read_bytes()), path
        assert page.evaluate("() => localStorage.clear()") is None
    page.context.close()


def test_a_correction_keeps_pictures_and_names_its_entry_even_by_an_old_name(phone, small):
    start(phone, small, "?ubah=nama-lama")
    expect(phone.locator("#formulir")).to_contain_text("Anda memperbaiki Layanan lengkap, Dinas Kesehatan.")
    unfold(phone, "Sumber dan pemeriksaan")
    expect(phone.get_by_text("Berkas: foto.jpg")).to_be_visible()
    expect(box(phone, "gambar.0.berkas")).to_have_count(0)
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Hapus Gambar 1").click()
    check(phone)
    expect(phone.get_by_role("alert").first).to_contain_text('Gambar "foto.jpg" ada di folder tetapi tidak tercantum')


def test_a_link_from_an_agency_chooses_it_and_an_unknown_entry_is_named(phone, small):
    phone.goto(f"{small.address}perangkat-daerah/disdik/")
    phone.locator("main").get_by_role("link", name="Catat inovasi").click()
    expect(box(phone, "perangkat_daerah")).to_have_value("disdik")
    phone.goto(f"{small.address}inovasi/lengkap/")
    phone.get_by_role("link", name="Perbaiki halaman ini").click()
    expect(box(phone, "nama")).to_have_value("Layanan lengkap")
    for query in ("?ubah=tidak-ada", "?ubah=../../data/inovasi", "?pd=__proto__"):
        start(phone, small, query)
        expect(box(phone, "nama")).to_have_value("")
        expect(phone.get_by_text("tidak ditemukan di katalog")).to_have_count(1 if "ubah" in query else 0)


# Files from the disk

FAULTY = """# Catatan pemilik
nama: SIAP: Layanan #1
ringkasan: Rak buku pinjam di balai desa.
bentuk: Pelayanan Publik
urusan: perpustakaan
kolaborator: {perangkat_daerah: DINKES}
riwayat:
  - peristiwa: Penerapan
\t  tanggal: 17 Agustus 2026
maslah: Jarak jauh.
nama: Nama kedua
hasil:
  - ukuran: Pembaca: anak
    sesudah: 12 # dihitung sendiri
kontak: Bidang Perpustakaan
---
nama: Dokumen lain
"""


def test_a_faulty_file_keeps_what_has_a_place_and_shows_the_text_of_the_rest(phone, small, asked):
    start(phone, small)
    box(phone, "perangkat_daerah").select_option("disdik")
    assert not [url for url in asked if "vendor" in url]
    phone.get_by_text("Punya berkas isian?").click()
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.locator("#buka").set_input_files(
        {"name": "Siap Layanan.yml", "mimeType": "text/yaml", "buffer": FAULTY.encode("utf-16")}
    )
    expect(phone.get_by_text('Berkas "Siap Layanan.yml" dibuka.')).to_be_focused()
    lost = phone.locator("#formulir pre").all_inner_texts()
    assert [text for text in ("Jarak jauh.", "Nama kedua", "Bidang Perpustakaan", "Dokumen lain", "# dihitung sendiri", "# Catatan pemilik")
            if not any(text in one for one in lost)] == []  # fmt: skip
    entry = entry_of(reviewed(phone))
    assert (entry.name, entry.sphere, entry.affairs) == ("SIAP: Layanan #1", "pelayanan-publik", ("perpustakaan",))
    assert [(event.kind, str(event.date)) for event in entry.events] == [("penerapan", "2026-08-17")]
    assert [(result.measure, result.after) for result in entry.results] == [("Pembaca: anak", "12")]
    expect(phone.locator("#formulir")).to_contain_text("siap-layanan-1.yml")


def test_the_file_of_a_published_entry_opens_as_its_correction_with_a_draft_of_its_own(phone, small):
    start(phone, small)
    fill(phone, nama="Yang sedang ditulis")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    phone.get_by_text("Punya berkas isian?").click()
    content = (small.project / "innovations/disdik/tanda.yml").read_bytes()
    phone.locator("#buka").set_input_files({"name": "tanda (1).yml", "mimeType": "", "buffer": content})
    expect(phone.locator("#formulir")).to_contain_text("Anda memperbaiki")
    assert urlsplit(phone.url).query == "ubah=tanda"
    start(phone, small)
    expect(phone.get_by_text("perbaikan, Dinas Pendidikan")).to_be_attached()
    phone.get_by_text("Draf lain di peramban ini (1)").click()
    phone.get_by_role("link", name="Yang sedang ditulis").click()
    expect(box(phone, "nama")).to_have_value("Yang sedang ditulis")


@pytest.mark.parametrize("answer", ["dismiss", "accept"])
def test_a_file_takes_the_place_of_what_was_written_only_when_its_writer_says_so(phone, small, answer):
    """Also where no draft can be kept; and the same file can be chosen again."""
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('tidak boleh'); } })"
    )
    start(phone, small)
    fill(phone, nama="Yang sedang ditulis")
    phone.get_by_text("Punya berkas isian?").click()
    file = {"name": "baru.yml", "mimeType": "", "buffer": b"nama: Dari berkas\n"}
    for reply in ("dismiss", answer):
        with phone.expect_event("dialog") as asked:
            phone.locator("#buka").set_input_files(file)
        getattr(asked.value, reply)()
    expect(box(phone, "nama")).to_have_value("Dari berkas" if answer == "accept" else "Yang sedang ditulis")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\n", "kosong"),
        (b"Yth. Kepala Dinas,", "Tidak ada kolom isian"),
        (b"PK\x03\x04\x00\x00", "bukan berkas teks. Pilih paket (.txt)"),
        (b"nama: " + b"x" * 600_000, "terlalu besar untuk satu inovasi"),
    ],
)
def test_what_is_no_entry_at_all_is_refused_beside_the_choice_and_the_form_stays(phone, small, content, said):
    start(phone, small)
    phone.get_by_text("Punya berkas isian?").click()
    phone.locator("#buka").set_input_files({"name": "rekap.docx", "mimeType": "", "buffer": content})
    expect(phone.locator("[id='buka'] ~ [role=alert]")).to_contain_text(said)
    fill(phone)
    assert entry_of(reviewed(phone)).name == "Pojok Baca Digital"


def test_no_text_of_a_file_is_lost_however_faulty_it_is(call, base_form):
    files = [
        path for path in sorted((ROOT / "tests/invalid").rglob("innovations/*/*.yml")) if path.stat().st_size < 20_000
    ]
    texts = [path.read_bytes().decode("utf-8", "replace") for path in files]
    texts += [
        "",
        "\t",
        "{nama: [",
        "- a\n- b",
        "nama: |\n tidak\nsejajar\n",
        "? a\n: b",
        "nama: 'a",
        "%YAML 9.9\n---\nnama: &a *a",
        "nama: {a: [" + "[" * 5000,
    ]
    for text, found in zip(texts, call(*({"text": text, "form": base_form} for text in texts)), strict=True):
        kept = json.dumps([found, base_form["kata"]], ensure_ascii=False).casefold()
        keys = {*re.findall(r"([a-z_]+) *:", text), "yaml", "language", "server", "schema", "null", "false"}
        assert {word for word in re.findall(r"\w{4,}", text) if word.casefold() not in kept} - keys == set(), text


def test_what_the_program_writes_is_read_back_whole(call, base_form, frozen_below):
    real = json.loads((frozen_below.folder / "kontribusi/formulir/isian.json").read_text("utf-8"))
    texts = [path.read_text("utf-8") for path in real_entries()]
    for text, found in zip(texts, call(*({"text": text, "form": real} for text in texts)), strict=True):
        assert found["lost"] == []
        assert entry_text(found["data"]) == entry_text(read(text.encode(), "uji.yml")[0].data)
    [blank] = call({"text": form_data.blank_entry(), "form": base_form})
    assert blank["lost"] == []
    assert entry_text(blank["data"]) == entry_text({})


# The ways to send it


def parameters(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_a_proposal_opens_the_issue_form_filled_in_and_nothing_leaves_before(phone, context, small, asked):
    start(phone, small)
    fill(phone, nama="Pojok & Baca +1 #2")
    text = reviewed(phone)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(small.address).netloc}
    with context.expect_page() as opened:
        phone.get_by_role("link", name="Kirim usulan").click()
    address = opened.value.url
    assert address.startswith(f"{REPOSITORY}issues/new?")
    assert parameters(address) == {
        "template": "usulan-inovasi.yml", "title": "Usulan: Pojok & Baca +1 #2", "jenis_usulan": "Inovasi baru",
        "perangkat_daerah": "disdik", "nama_berkas": "pojok-baca-1-2", "isi": text,
    }  # fmt: skip
    assert phone.evaluate("() => localStorage.length") == 1
    phone.once("dialog", lambda dialog: dialog.dismiss())
    phone.get_by_role("button", name="Sudah saya kirim, hapus draf").click()
    assert phone.evaluate("() => localStorage.length") == 1
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Sudah saya kirim, hapus draf").click()
    expect(phone.get_by_text("Terima kasih.")).to_be_focused()
    assert phone.evaluate("() => localStorage.length") == 0


def test_the_issue_form_has_every_field_that_the_form_fills_in():
    issue = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/usulan-inovasi.yml").read_text("utf-8"))
    fields = {part["id"]: part["attributes"] for part in issue["body"] if "id" in part}
    assert {"perangkat_daerah", "nama_berkas", "jenis_usulan", "isi"} <= fields.keys()
    assert set(fields["jenis_usulan"]["options"]) == {"Inovasi baru", "Perbaikan"}
    assert fields["isi"]["label"] == "Isi berkas"


def test_who_may_write_gets_a_new_file_or_the_page_to_edit_it(phone, context, small):
    start(phone, small)
    fill(phone)
    text = reviewed(phone)
    phone.get_by_text("Saya punya akses ke repositori").click()
    address = phone.get_by_role("link", name="Buat berkas").get_attribute("href")
    assert address.startswith(f"{REPOSITORY}new/main/innovations/disdik?")
    assert parameters(address) == {"filename": "pojok-baca-digital.yml", "value": text}
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    start(phone, small, "?ubah=lengkap")
    text = reviewed(phone)
    assert (
        parameters(phone.get_by_role("link", name="Kirim usulan").get_attribute("href"))["jenis_usulan"] == "Perbaikan"
    )
    phone.get_by_text("Saya punya akses ke repositori").click()
    with context.expect_page() as opened:
        phone.get_by_role("link", name="Sunting berkas").click()
    assert opened.value.url == f"{REPOSITORY}edit/main/innovations/dinkes/lengkap.yml"
    phone.bring_to_front()
    assert phone.evaluate("() => navigator.clipboard.readText()") == text
    expect(phone.locator("#formulir")).to_contain_text("ganti seluruh isi berkas dengan teks itu")


@pytest.mark.parametrize("allowed", [True, False])
def test_a_long_proposal_travels_by_the_clipboard_and_the_page_says_where_it_goes(phone, context, small, allowed):
    if allowed:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        phone.add_init_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error()); document.execCommand = () => false"
        )
    start(phone, small)
    fill(phone)
    unfold(phone, "Masalah, cara kerja, dan manfaat")
    box(phone, "solusi").fill("Warga datang, lalu meminjam. " * 300)
    text = reviewed(phone)
    with context.expect_page() as opened:
        phone.get_by_role("link", name="Kirim usulan").click()
    assert len(opened.value.url) < 7_000
    assert parameters(opened.value.url).keys() == {
        "template",
        "title",
        "jenis_usulan",
        "perangkat_daerah",
        "nama_berkas",
    }
    phone.bring_to_front()
    status = phone.locator("#formulir [role=status]").last
    expect(status).to_contain_text('tempel teks itu pada kolom "Isi berkas"')
    if allowed:
        assert phone.evaluate("() => navigator.clipboard.readText()") == text
        expect(status).to_contain_text("sudah disalin")
    else:
        expect(status).to_contain_text("tidak dapat disalin otomatis")
        expect(phone.locator("#teks")).to_be_visible()


def test_where_the_repository_is_not_known_file_and_text_are_left(phone, context, frozen_below, asked):
    start(phone, frozen_below)
    box(phone, "perangkat_daerah").select_option("dinkes")
    box(phone, "nama").fill("Pojok Baca Digital Rekaan")
    box(phone, "ringkasan").fill("Rak buku pinjam di balai desa.")
    box(phone, "bentuk.pelayanan-publik").check()
    box(phone, "urusan.0").select_option("perpustakaan")
    box(phone, "riwayat.0.peristiwa").select_option("penerapan")
    box(phone, "riwayat.0.tanggal").fill("2026-02")
    text = reviewed(phone)
    assert phone.get_by_role("link", name="Kirim usulan").count() == 0
    assert phone.get_by_text("Saya punya akses").count() == 0
    expect(phone.locator("#formulir")).to_contain_text(
        "sebutkan perangkat daerahnya, Dinas Kesehatan, dan nama berkasnya"
    )
    guide = (frozen_below.folder / "kontribusi/index.html").read_text("utf-8")
    parts = [
        link.get_attribute("href").partition("/kontribusi/#")[2]
        for link in phone.locator("#formulir p > a[href*='/kontribusi/#']").all()
    ]
    assert parts == ["mengirim-gambar"]
    assert [part for part in parts if f'id="{part}"' not in guide] == []
    phone.get_by_text("Teks isian", exact=True).click()
    with phone.expect_download() as loaded:
        phone.get_by_role("button", name="Unduh berkas").click()
    assert loaded.value.suggested_filename == "pojok-baca-digital-rekaan.yml"
    assert Path(loaded.value.path()).read_text("utf-8") == text
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.get_by_role("button", name="Salin teks").click()
    expect(phone.locator("#formulir [role=status]").last).to_contain_text("sudah disalin")
    assert phone.evaluate("() => navigator.clipboard.readText()") == text
    assert {urlsplit(url).netloc for url in asked if not url.startswith("blob:")} == {
        urlsplit(frozen_below.address).netloc
    }


# Handing over: one package, a number to keep, and the ways that the settings know


def camera_photo() -> bytes:
    """As phones make them: large, lying on its side, and with the place in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Kamera Rekaan"
    exif.get_ifd(0x8825)[1] = "S"
    out = io.BytesIO()
    Image.linear_gradient("L").resize((2400, 1200)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def package(text: str) -> dict[str, Any]:
    """A package as RFC 2045 and the agreed form read it."""
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 76
    head, _, rest = text.partition("==PAKET KATALOG INOVASI==\n")[2].partition("==ISI==\n")
    parts = re.split(r"^==(?:GAMBAR (.+)|AKHIR PAKET)==\n", rest, flags=re.MULTILINE)
    pictures = {name: "".join(body.split()) for name, body in zip(parts[1::2], parts[2::2], strict=True) if name}
    found = dict(line.split(": ") for line in head.splitlines())
    yaml_text = quopri.decodestring(parts[0].encode()).decode().rstrip("\n")
    of = ["katalog-paket-1", found["perangkat_daerah"], found["jenis_usulan"], found["alamat"], yaml_text]
    of += [part for pair in pictures.items() for part in pair]
    sidik = hashlib.sha256("\n".join(of).encode()).hexdigest()
    return {**found, "isi": yaml_text, "gambar": pictures, "sidik": sidik}


def reaching(page: Page) -> None:
    """The form of a catalogue whose maintainers can be reached by mail and chat."""
    ways = hand_in(dataclasses.replace(SETTINGS, helpline=Helpline("", "", "katalog@contoh.go.id", "0812-0000-0000")))

    def known(route: Route) -> None:
        form = route.fetch().json()
        route.fulfill(json={**form, "pengaturan": {**form["pengaturan"], "kirim": ways}})

    page.route("**/isian.json", known)


def test_a_package_carries_entry_agency_and_clean_pictures_and_its_number_is_kept(phone, small):
    start(phone, small)
    fill(phone, nama="Pojok Baca é")
    unfold(phone, "Sumber dan pemeriksaan")
    phone.locator("#pilih-gambar").set_input_files(
        [
            {"name": "Budi di rumah.jpg", "mimeType": "image/jpeg", "buffer": camera_photo()},
            {"name": "surat.heic", "mimeType": "image/heic", "buffer": b"bukan gambar"},
        ]
    )
    expect(phone.get_by_text('"surat.heic" rusak, atau bentuknya tidak dikenal peramban ini.')).to_be_visible()
    expect(phone.locator("#formulir canvas")).to_be_visible()
    box(phone, "gambar.0.alt").fill("Rak buku di balai desa")
    box(phone, "gambar.0.kredit").fill("Dinas Rekaan")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    phone.reload()
    text = reviewed(phone)
    expect(phone.get_by_text("Yang Anda tulis disimpan sebagai draf")).to_be_hidden()  # it is for who begins
    expect(phone.get_by_text("Nomor kiriman tampil di sini sesudah paket diunduh atau dibagikan.")).to_be_visible()
    expect(phone.locator("#nomor")).to_have_count(0)
    with phone.expect_download() as loaded:
        phone.get_by_role("button", name="Unduh paket").click()
    number = phone.locator("#nomor").inner_text()
    assert loaded.value.suggested_filename == "pojok-baca-e.txt"
    found = package(Path(loaded.value.path()).read_text("utf-8"))
    assert (found["perangkat_daerah"], found["jenis_usulan"], found["alamat"]) == ("disdik", "baru", "pojok-baca-e")
    assert found["isi"] == text.rstrip("\n")
    assert found["nomor"] == number == f"2026-11-24-{found['sidik'][:6]}"
    [(name, content)] = found["gambar"].items()
    assert name == "gambar-1.jpg"
    with Image.open(io.BytesIO(base64.b64decode(content))) as picture:
        assert (picture.size, dict(picture.getexif())) == ((800, 1600), {})
    assert "Kamera" not in base64.b64decode(content).decode("latin-1")
    start(phone, small)
    phone.get_by_text("Nomor kiriman dari peramban ini (1)").click()
    expect(phone.get_by_role("link", name=number)).to_be_visible()
    expect(box(phone, "nama")).to_have_value("")
    phone.get_by_role("link", name=number).click()
    expect(phone.get_by_label("Nomor kiriman Anda")).to_have_value(number)
    expect(phone.get_by_text(f"Kiriman {number} belum tercatat di sini.")).to_be_visible()
    expect(phone.locator("#tanya-nomor pre")).to_contain_text(f"Nomor kiriman: {number}")
    phone.goto(f"{small.address}kontribusi/status/")
    phone.get_by_role("button", name="Cari nomor kiriman").click()
    expect(phone.get_by_label("Nomor kiriman Anda")).to_be_focused()


def test_a_file_that_gives_no_picture_is_refused_with_its_reason(phone, small):
    start(phone, small)
    unfold(phone, "Sumber dan pemeriksaan")
    for name, content, said in (
        ("foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0", 'foto.heic" berbentuk HEIC'),
        ("awan.jpg", b"", 'awan.jpg" kosong. Bila fotonya tersimpan di awan'),
        ("surat.pdf", b"%PDF-1.7", 'surat.pdf" berkas PDF, bukan gambar.'),
        ("catatan.txt", b"catatan", 'catatan.txt" bukan gambar. Pakai JPEG'),
    ):
        phone.locator("#pilih-gambar").set_input_files({"name": name, "mimeType": "", "buffer": content})
        expect(phone.get_by_text(said)).to_be_visible()
    phone.evaluate("() => { HTMLCanvasElement.prototype.getContext = () => { throw new RangeError(); }; }")
    photo = {"name": "besar.jpg", "mimeType": "image/jpeg", "buffer": camera_photo()}
    phone.locator("#pilih-gambar").set_input_files(photo)
    expect(phone.get_by_text('besar.jpg" tidak dapat diolah di peranti ini')).to_be_visible()


def test_a_package_that_is_opened_keeps_its_pictures_and_no_second_draft_comes_of_it(phone, small):
    start(phone, small)
    fill(phone)
    unfold(phone, "Sumber dan pemeriksaan")
    phone.locator("#pilih-gambar").set_input_files(
        {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": camera_photo()}
    )
    box(phone, "gambar.0.alt").fill("Rak buku di balai desa")
    box(phone, "gambar.0.kredit").fill("Dinas Rekaan")
    reviewed(phone)
    with phone.expect_download() as loaded:
        phone.get_by_role("button", name="Unduh paket").click()
    packed = {"name": "kiriman.txt", "mimeType": "text/plain", "buffer": Path(loaded.value.path()).read_bytes()}

    def reopen(said: str) -> None:
        start(phone, small)
        phone.get_by_text("Punya berkas isian?").click()
        phone.locator("#buka").set_input_files(packed)
        expect(phone.get_by_text(f'Berkas "kiriman.txt" {said}')).to_be_visible()

    def drafts() -> list[str]:
        names = phone.evaluate("() => Object.keys(localStorage)")
        return [name for name in names if " baru " in name and not name.endswith(" gambar")]

    reopen("sudah pernah dibuka.")  # it was made here
    assert len(drafts()) == 1
    phone.evaluate("() => localStorage.clear()")
    reopen("dibuka.")
    reopen("sudah pernah dibuka.")
    assert len(drafts()) == 1
    start(phone, small)
    expect(phone.locator("#formulir .k-box").filter(has_text="Ada draf")).to_contain_text('dari berkas "kiriman.txt"')
    phone.get_by_role("link", name="Pojok Baca Digital").click()
    box(phone, "ringkasan").fill("Sudah berubah.")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    assert "gambar-1.jpg" in reviewed(phone)
    for answer, shown, count in (("accept", "Sudah berubah.", 1), ("dismiss", "Rak buku pinjam di balai desa.", 2)):
        phone.once("dialog", lambda dialog, answer=answer: getattr(dialog, answer)())
        reopen("sudah pernah dibuka." if answer == "accept" else "dibuka.")
        expect(box(phone, "ringkasan")).to_have_value(shown)
        assert len(drafts()) == count
    phone.evaluate("() => localStorage.clear()")
    phone.add_init_script(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (name, text) {"
        "if (name.endsWith(' gambar')) throw new DOMException('', 'QuotaExceededError'); set.call(this, name, text); }"
    )
    reopen("dibuka. Ruang simpan peramban penuh: gambar tidak ikut tersimpan")


def test_mail_and_chat_open_with_address_subject_and_number_and_the_package_is_at_hand(phone, small):
    reaching(phone)
    start(phone, small)
    fill(phone)
    reviewed(phone)
    mail = phone.get_by_role("link", name="Kirim lewat Surel").get_attribute("href")
    assert mail.startswith("mailto:katalog@contoh.go.id?")
    number = parameters(mail)["subject"].removeprefix("Kiriman isian katalog ")
    assert parameters(mail) == {
        "subject": f"Kiriman isian katalog {number}",
        "body": f"Kiriman isian katalog {number}\r\nInovasi: Pojok Baca Digital\r\nPerangkat daerah: Dinas Pendidikan\r\n"
        f"Nomor kiriman: {number}\r\n\r\nBerkas pojok-baca-digital.txt saya lampirkan.\r\n",
    }
    expect(phone.locator("#versi")).to_have_count(0)
    chat = phone.get_by_role("link", name="Kirim lewat WhatsApp")
    assert chat.get_attribute("href").startswith("https://wa.me/6281200000000?text=Kiriman%20isian")
    phone.context.route("https://wa.me/**", lambda route: route.fulfill(body="ok"))
    with phone.expect_download() as loaded:
        chat.click()
    assert loaded.value.suggested_filename == "pojok-baca-digital.txt"
    expect(phone.get_by_text("Lampirkan berkas itu pada pesan")).to_be_visible()
    expect(phone.locator("#nomor")).to_have_text(number)
    phone.get_by_role("button", name="Kembali mengubah").click()
    fill(phone, tanggal="2026-03")
    reviewed(phone)
    expect(phone.locator("#versi")).to_contain_text(f"Versi baru dari kiriman {number}.")
    expect(phone.locator("#versi")).to_contain_text("Paket yang diunduh atau dibagikan sekarang mendapat nomor baru.")
    expect(phone.locator("#nomor")).to_have_count(0)
    mail = phone.get_by_role("link", name="Kirim lewat Surel").get_attribute("href")
    assert f"versi baru dari {number}\r\n" in parameters(mail)["body"]
    phone.get_by_role("button", name="Kembali mengubah").click()
    fill(phone)
    reviewed(phone)
    told = (
        "Paket dengan isi ini sudah diunduh atau dibagikan pada 24 November 2026. Bila belum dikirim, kirim berkasnya."
    )
    expect(phone.get_by_text(told)).to_be_visible()
    expect(phone.locator("#nomor")).to_have_text(number)


def test_a_draft_that_nobody_has_downloaded_is_not_dropped_as_sent_without_a_warning(phone, small):
    start(phone, small)
    fill(phone)
    reviewed(phone)
    said: list[str] = []

    def answer(accept: str) -> None:
        phone.once("dialog", lambda dialog: (said.append(dialog.message), getattr(dialog, accept)())[0])
        phone.get_by_role("button", name="Sudah saya kirim, hapus draf").click()

    answer("dismiss")
    with phone.expect_download():
        phone.get_by_role("button", name="Unduh paket").click()
    number = phone.locator("#nomor").inner_text()
    answer("accept")
    assert [text.partition(".")[0] for text in said] == [
        "Isian ini belum diunduh, dibagikan, atau dikirim dari halaman ini",
        "Hapus draf? Yang Anda tulis di sini hilang",
    ]
    expect(phone.get_by_text("Nomornya tetap ada di daftar nomor kiriman di halaman ini.")).to_be_focused()
    phone.get_by_text("Nomor kiriman dari peramban ini (1)").click()
    expect(phone.get_by_role("link", name=number)).to_be_visible()


@pytest.mark.parametrize(("answer", "said"), [("", "sudah diserahkan"), ("AbortError", ""), ("NotAllowedError", "diunduh sebagai gantinya")])  # fmt: skip
def test_the_share_sheet_gets_the_package_and_whoever_shuts_it_loses_nothing(phone, small, answer, said):
    """The sheet itself is stood in for: what only a phone shows is not tried here."""
    phone.add_init_script(
        "navigator.canShare = () => true; navigator.share = async ({ files: [file] }) => {"
        f"window.shared = [file.name, file.type, await file.text()]; if ('{answer}') throw new DOMException('', '{answer}'); }}"
    )
    start(phone, small)
    fill(phone)
    reviewed(phone)
    phone.get_by_role("button", name="Bagikan paket").click()
    expect(phone.get_by_role("status").filter(has_text=said).first).to_be_attached()
    name, kind, text = phone.wait_for_function("() => window.shared").json_value()
    assert (name, kind, package(text)["alamat"]) == ("pojok-baca-digital.txt", "text/plain", "pojok-baca-digital")
    assert phone.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('kiriman')).length") == (
        0 if answer == "AbortError" else 1
    )


def test_a_link_of_an_agency_never_opens_a_colleagues_draft_and_each_draft_has_its_name(phone, small):
    start(phone, small, "?pd=dinkes")
    box(phone, "nama").fill("Milik rekan")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    start(phone, small, "?pd=disdik")
    expect(box(phone, "nama")).to_have_value("")
    expect(box(phone, "perangkat_daerah")).to_have_value("disdik")
    box(phone, "nama").fill("Milik sendiri")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    expect(phone.locator("#formulir .k-box").filter(has_text="Milik rekan")).to_contain_text("Dinas Kesehatan")
    phone.reload()
    expect(box(phone, "nama")).to_have_value("Milik sendiri")
    phone.get_by_text("Draf lain di peramban ini (1)").click()
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Hapus draf Milik rekan").click()
    expect(phone.get_by_text("Draf Milik rekan dihapus.")).to_be_visible()
    start(phone, small)
    expect(phone.get_by_role("link", name="Milik sendiri")).to_be_visible()
    assert phone.get_by_text("Draf lain di peramban ini").count() == 0


def test_who_comes_back_sees_the_newest_draft_at_once_and_goes_on_at_its_question(phone, small):
    start(phone, small, "?ubah=tanda")
    box(phone, "ringkasan").fill("Perbaikan yang belum dikirim.")
    expect(phone.locator("#formulir")).to_contain_text("Draf disimpan")
    phone.clock.set_fixed_time(dt.datetime(2026, 11, 24, 4, tzinfo=dt.UTC))
    phone.evaluate("() => sessionStorage.clear()")
    start(phone, small, single=False)
    to_the_events(phone)
    phone.goto(f"{small.address}kontribusi/")
    start(phone, small, single=False)
    told = phone.locator("#formulir .k-box").filter(has_text="Ada draf di peramban ini.")
    expect(told).to_contain_text(re.compile(r"Pojok Baca Digital, Dinas Pendidikan, terakhir diubah 24 Nov 2026,? "))
    expect(told.get_by_role("link")).to_be_visible()
    phone.get_by_text("Draf lain di peramban ini (1)").click()
    expect(phone.locator("#formulir li").filter(has_text=", perbaikan, ").get_by_role("link")).to_have_attribute(
        "href", "/katalog/kontribusi/formulir/?ubah=tanda"
    )
    told.get_by_role("link").click()
    expect(phone.get_by_role("heading", name="Sudah sampai mana?")).to_be_visible()
    expect(phone.get_by_text("Pertanyaan 4 dari 9.")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", name="Sudah sampai mana?")).to_be_visible()


def test_what_is_typed_right_before_a_phone_ends_the_page_is_in_the_draft(phone, small):
    start(phone, small)
    held = box(phone, "ringkasan").evaluate("""box => {
      box.value = 'Dua kata terakhir';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      return Object.values({ ...localStorage }).join();
    }""")
    assert "Dua kata terakhir" in held


# For everybody


def look(page: Page, name: str, looks: Any) -> None:
    """No barrier, nothing beyond the edge."""
    page.evaluate(Axe().axe_script)
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert page.evaluate(RUN_AXE, AXE[scheme]) == [], (name, width, scheme)
        if (width, scheme) in LOOKS[::3]:
            screenshot(page, f"{name}-{width}-{scheme}")
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate(SIDEWAYS) == ""
    assert [each for each in page.evaluate(CUT_OFF) if not each.startswith("<input")] == []


@pytest.mark.parametrize(
    "looks",
    [(LOOKS[:1], LOOKS[3:], LOOKS[:1]), pytest.param((LOOKS, LOOKS[::3], LOOKS[:1]), marks=pytest.mark.walk)],
    ids=["one look", "every look"],
)
def test_axe_finds_no_barrier_in_the_form_in_its_faults_and_in_the_review(phone, small, looks):
    opened, checked, empty = looks
    start(phone, small, "?ubah=tanda")
    unfold = "() => document.querySelectorAll('#formulir details').forEach(each => each.open = true)"
    phone.evaluate(unfold)
    look(phone, "formulir-terbuka", opened)
    reviewed(phone)
    phone.evaluate(unfold)
    look(phone, "formulir-periksa", checked)
    start(phone, small)
    check(phone)
    look(phone, "formulir-kosong-galat", empty)
    start(phone, small, single=False)
    phone.get_by_role("button", name="Satu pertanyaan setiap kali").click()
    to_the_events(phone)
    look(phone, "formulir-pertanyaan", empty)


def test_without_scripts_the_page_says_what_to_do_instead(browser, small):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{small.address}kontribusi/formulir/")
    expect(page.locator("#formulir")).to_contain_text("tidak menjalankan JavaScript. Pakai salah satu cara di bawah.")
    expect(page.get_by_role("link", name="formulir laporan repositori")).to_have_attribute(
        "href", f"{REPOSITORY}issues/new/choose"
    )
    with page.expect_download() as loaded:
        page.get_by_role("link", name="isian kosong").click()
    blank = Path(loaded.value.path()).read_text("utf-8")
    assert blank == form_data.blank_entry()
    document, faults = read(blank.encode(), "kosong.yml")
    assert faults == []
    assert {problem.code for problem in validate(Entry, document, None)[1]} <= {"I001", "I005"}
    context.close()


def test_if_the_rules_cannot_be_fetched_the_draft_stays_and_the_next_try_works(phone, context, small):
    context.route("**/assets/entry.js", lambda route: route.abort())
    start(phone, small)
    fill(phone)
    phone.get_by_role("button", name="Periksa jawaban").click()
    expect(phone.get_by_text("Pemeriksaan tidak dapat dimuat")).to_be_visible()
    context.unroute("**/assets/entry.js")
    phone.reload()
    expect(box(phone, "nama")).to_have_value("Pojok Baca Digital")
    assert "Pojok Baca Digital" in reviewed(phone)
