"""The guide for officers (CONTRIBUTING.md and the site's page): its pictures are there and light, its labels are real."""

import re

import pytest
from conftest import ROOT
from PIL import Image

from generator.problems import code_texts
from generator.publishing.exports.form_data import SECTIONS

GUIDE = ROOT / "CONTRIBUTING.md"
PAGES = (GUIDE, ROOT / "docs/kontribusi/index.md", ROOT / "docs/kontribusi/berkas.md")
PICTURES = ROOT / "docs/kontribusi/gambar"
IMAGE = re.compile(r'<img src="([^"]+)" width="\d+" height="\d+" alt="([^"]+)">')
#: What the guide tells people to press.
LABELS = (
    "Periksa jawaban",
    "Kirim usulan",
    "Unduh paket",
    "Salin nomor",
    "Unduh berkas",
    "Salin teks",
    "Saya punya akses ke repositori",
    "Perbaiki halaman ini",
)


def test_every_picture_of_the_guide_is_there_and_described_and_no_other_is_kept():
    shown = dict(IMAGE.findall(GUIDE.read_text("utf-8")))
    assert sorted(shown) == [path.relative_to(ROOT).as_posix() for path in sorted(PICTURES.iterdir())]
    assert all(len(words.split()) >= 15 for words in shown.values())


@pytest.mark.parametrize("path", sorted(PICTURES.iterdir()), ids=lambda path: path.name)
def test_a_picture_is_a_phone_s_screen_in_few_colours_of_at_most_60_kilobytes(path):
    assert path.stat().st_size <= 60 * 1024
    with Image.open(path) as picture:
        assert (picture.format, picture.mode, picture.width) == ("PNG", "P", 360)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_section_that_the_guide_names_is_one_of_the_form(page):
    sections = [heading for heading, _ in SECTIONS]
    named = re.findall(r'bagian "([^"]+)"', page.read_text("utf-8"))
    assert [one for one in named if one not in sections] == []
    assert page.name != "berkas.md" or len(named) >= 2


def test_a_section_that_a_message_of_the_form_names_is_one_of_it():
    named = {name for one in code_texts().values() for name in re.findall(r'bagian "([^"]+)"', one.form_cure)}
    assert named
    assert named <= {heading for heading, _ in SECTIONS}


@pytest.mark.parametrize("label", LABELS)
def test_what_the_guide_tells_people_to_press_stands_on_the_site(label):
    assert f'"{label}"' in "".join(page.read_text("utf-8") for page in PAGES)
    templates = ROOT / "site_templates"
    sources = [*templates.glob("browser/*/*.js"), *templates.rglob("*.j2")]
    assert any(label in source.read_text("utf-8") for source in sources)
