"""The brief as a PDF: one tagged page, the same bytes from the same data, the same words as its page."""

import dataclasses
import datetime as dt
import json
import re
import zlib

import pytest
from conftest import ROOT, SETTINGS, tree
from site_text import words

from generator.publishing.exports import brief_pdf

PDF, PAGE = "ringkasan/ringkasan.pdf", "ringkasan/index.md"
TEMPLATE = ROOT / "site_templates" / brief_pdf.TEMPLATE


def inflated(raw):
    """A PDF with its streams unpacked behind it."""
    found = [raw]
    for stream in re.findall(rb"(?s)stream\r?\n(.*?)\r?\nendstream", raw):
        packer = zlib.decompressobj()
        try:
            found.append(packer.decompress(stream))
        except zlib.error:
            found.append(b"")
    return b"\n".join(found)


@pytest.fixture
def seen():
    """What the typesetter was given."""
    return []


@pytest.fixture
def made(project, monkeypatch, seen):
    real = brief_pdf.typeset

    def typeset(template, text, day):
        seen.append(text)
        return real(template, text, day)

    monkeypatch.setattr(brief_pdf, "typeset", typeset)
    files = tree(project())
    assert files[PDF]  # files are made when they are asked for
    return files


def test_it_is_one_page_of_a4_tagged_titled_and_in_indonesian(made):
    content = inflated(made[PDF])
    assert content.startswith(b"%PDF-1.7")
    assert re.findall(rb"/Count (\d+)", content)[:1] == [b"1"]
    assert re.search(rb"/MediaBox ?\[0 0 595\.\d+ 841\.\d+\]", content)
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"/H1", b"/TH", b"pdfuaid"):
        assert mark in content, mark
    assert re.search(rb"/Lang ?\(id", content)


def test_the_same_data_give_the_same_bytes_whatever_fonts_the_machine_has(made, seen, monkeypatch, tmp_path):
    text, day = seen[-1], dt.date(2026, 11, 24)
    monkeypatch.setenv("TYPST_FONT_PATHS", str(tmp_path))
    assert brief_pdf.typeset(TEMPLATE, text, day) == brief_pdf.typeset(TEMPLATE, text, day) == made[PDF]
    names = set(re.findall(rb"/FontName ?/[A-Z]{6}\+([\w-]+)", inflated(made[PDF])))
    assert names
    assert all(name.startswith(b"Libertinus") for name in names)


def test_it_is_dated_the_day_it_speaks_for(made):
    assert b"/CreationDate(D:20261124" in inflated(made[PDF])


def test_every_sentence_and_figure_of_it_stands_on_the_page(made, seen):
    told, page = json.loads(seen[-1]), words(made[PAGE].decode())
    flat = [
        told["title"],
        told["standing"],
        *told["changed"],
        *told["missing"],
        *told["credits"],
        told["spread"],
        told["caution"],
        told["unjudged"],
        told["undated"],
    ]
    flat += [f"{figure['value']} {figure['words']}" for figure in told["figures"]]
    flat += [f"{task['who']} {task['what']}" for task in told["tasks"]] + [task["named"] for task in told["tasks"]]
    flat += [" ".join(row) for row in told["kinds"]]
    flat += [f"{year} {count}" for year, count in told["years"]]
    flat += [head for key, head in told["heads"].items() if told[key]]
    heading = re.search(r'title: "(.*)"', made[PAGE].decode())[1]
    assert len(flat) > 10
    assert [text for text in flat if text and text not in page and text != heading] == []


def test_a_text_is_never_read_as_markup(made, seen):
    tricky = '#panic("x") *tebal* $a$ @acuan <label> // tutup'
    data = json.loads(seen[-1]) | {"spread": tricky, "changed": [tricky], "title": tricky}
    content = brief_pdf.typeset(TEMPLATE, json.dumps(data), dt.date(2026, 11, 24))
    assert content.startswith(b"%PDF-1.7")


def test_its_page_leads_to_it(made):
    assert 'href="ringkasan.pdf"' in made[PAGE].decode()


def test_a_sign_that_the_face_lacks_is_a_box_and_no_build_fails_for_it(project, monkeypatch):
    given = []
    monkeypatch.setattr(brief_pdf, "typeset", lambda template, text, day: given.append(text) or b"%PDF")
    tree(project(), settings=dataclasses.replace(SETTINGS, region="Kabupaten 🚑 日本 \u202e Ŝĉé ²"))[PDF]
    (text,) = given
    assert "Kabupaten □ □□ □ Ŝĉé ²" in text


def test_every_sign_that_is_no_box_can_be_set(made, seen):
    signs = "".join(sign for sign in map(chr, range(0x20, 0x10000)) if not brief_pdf._UNSHOWN.search(sign))
    text = json.dumps(json.loads(seen[-1]) | {"missing": [signs + brief_pdf._BOX]})
    assert brief_pdf.typeset(TEMPLATE, text, dt.date(2026, 1, 1)).startswith(b"%PDF")
