"""One reader behind all doors: the same facts, however they are spelt, give the same entry by `new`, `import`, `tidy`,
`receive` and `accept`, by the form and by what opens a file in it."""

import json
import subprocess

from catalogues import ROOT
from conftest import BASE, SETTINGS, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from javascript import NODE, form_of

from generator import checking
from generator.commands.contribute import affairs
from generator.contributing.entry_text import entry_text
from generator.contributing.names import agency_called
from generator.contributing.new_entry import Scaffold
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.rows.room import Known
from generator.contributing.taking_in import taken_in
from generator.contributing.tidying.tidy import tidied
from generator.publishing.exports import Build
from generator.publishing.view import View
from generator.reading.document import read
from generator.reviewing.issue_form import AGREEMENTS, HEADINGS, NEW, read_proposal
from generator.schema.entry import Entry
from generator.settings import Edition

CATALOGUE = checking.check(BASE, TODAY).catalogue
REGISTRY = CATALOGUE.registry
REGION = "Kabupaten Contoh"
KNOWN = Known(CATALOGUE, frozenset(), REGION)
SCAFFOLD = Scaffold(KNOWN, REGISTRY.words(), TODAY)
HEADER = ("Perangkat Daerah", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Tanggal Penerapan")
#: How one fact may be spelt; the first is how a file has it.
AGENCY = ("dinkes", "Dinas Kesehatan", "DINKES", "dinas  kesehatan kab. contoh", "Dinas Kesehatan Kabupaten Contoh")
FORM = ("pelayanan-publik", "Pelayanan Publik", "pelayanan publik", "PELAYANAN PUBLIK", "Inovasi pelayanan publik")
AFFAIR = ("kesehatan", "Kesehatan", "Urusan Kesehatan", "Bidang Kesehatan", "KESEHATAN")
DATE = (
    "2026-06-02", "2 Juni 2026", "02-06-2026", "2/6/2026", "Selasa, 2 Juni 2026", "tgl. 2 Juni 2026", "2 jun 2026", "2.6.2026",
    "2 Juni 2026 pukul 09.00 WIB",
)  # fmt: skip
NAME, SUMMARY = "Kelas Ibu: Malam #1", "Ibu hamil belajar bersama bidan."
MEANT = Entry.model_validate(
    {
        "nama": NAME,
        "ringkasan": SUMMARY,
        "bentuk": FORM[0],
        "urusan": [AFFAIR[0], "pendidikan"],
        "riwayat": [{"peristiwa": "penerapan", "tanggal": DATE[0]}],
    }
)


def of(text):
    document, problems = read(text.encode(), "")
    assert problems == []
    return Entry.model_validate(document.data, context=REGISTRY.words_as_typed())


def by_new(agency, form, affair, date):
    data = {
        "nama": SCAFFOLD.text(NAME, "nama"),
        "ringkasan": SCAFFOLD.text(SUMMARY, "ringkasan"),
        "bentuk": SCAFFOLD.word(form, "bentuk"),
        "urusan": affairs(SCAFFOLD, f"{affair}; Pendidikan"),
        "riwayat": [{"peristiwa": "penerapan", "tanggal": SCAFFOLD.date(date)}],
    }
    return SCAFFOLD.agency(agency), of(entry_text(data))


def by_import(agency, form, affair, date):
    rows = (HEADER, (agency, NAME, SUMMARY, form, f"{affair}; Pendidikan", date))
    text = "\n".join(";".join(json.dumps(cell, ensure_ascii=False) for cell in row) for row in rows)
    found = recap(sheets(text.encode()), KNOWN, Defaults())
    [draft] = found.drafts
    return draft.path.split("/")[1], of(draft.text)


def as_typed(form, affair, date):
    """As one types a file who knows no YAML."""
    return (
        f"Nama Inovasi: {NAME}\nRingkasan: {SUMMARY}\nBentuk: {form}\nurusan: {affair}; Pendidikan\n"
        f"riwayat:\n\t- peristiwa: Penerapan\n\t  tanggal: {date}\n"
    )


def by_tidy(agency, form, affair, date):
    found = tidied(as_typed(form, affair, date).encode(), Region(REGISTRY, REGION))
    return agency_called(agency, REGISTRY, REGION), of(found.text)


def by_receive(agency, form, affair, date):
    agreed = "\n".join(f"- [X] {one}" for one in AGREEMENTS)
    values = (agency, "kelas-ibu", NEW, agreed, f"```yaml\n{as_typed(form, affair, date)}```")
    body = "\n\n".join(f"### {heading}\n\n{value}" for heading, value in zip(HEADINGS, values, strict=True))
    issue = {
        "number": 1,
        "body": body,
        "state": "open",
        "labels": [{"name": "usulan-diterima"}],
        "user": {"login": "a", "id": 1},
    }
    event = {"action": "edited", "sender": {"type": "User"}, "issue": issue}
    names = REGISTRY.words()["perangkat_daerah"]
    asked = read_proposal(event, names, lambda name: agency_called(name, REGISTRY, REGION))
    return asked.agency, of(tidied(asked.text.encode(), Region(REGISTRY, REGION)).text)


def by_accept(agency, form, affair, date):
    found = taken_in(as_typed(form, affair, date).encode(), SCAFFOLD, agency)
    return found.agency, of(found.text)


@given(*map(st.sampled_from, (AGENCY, FORM, AFFAIR, DATE)))
@settings(max_examples=40, deadline=None)
def test_the_same_facts_through_all_doors_give_the_same_entry(agency, form, affair, date):
    for door in (by_new, by_import, by_tidy, by_receive, by_accept):
        assert door(agency, form, affair, date) == (AGENCY[0], MEANT), door.__name__


def test_the_same_facts_through_the_form_and_its_opener_give_the_same_entry():
    """One program for all spellings; in the form words are chosen, so that only dates and agencies are typed."""
    view = View(CATALOGUE, SETTINGS, Edition(TODAY, TODAY, "0" * 40))
    kept = {"nama": NAME, "ringkasan": SUMMARY, "bentuk": FORM[0], "urusan": [AFFAIR[0], "pendidikan"]}
    ask = {
        "form": form_of(Build(BASE, view)),
        "names": AGENCY,
        "files": [as_typed(form, affair, DATE[0]).replace("\t", "  ") for form in FORM for affair in AFFAIR]
        + [as_typed(FORM[0], AFFAIR[0], date).replace("\t", "  ") for date in DATE],
        "typed": [{**kept, "riwayat": [{"peristiwa": "penerapan", "tanggal": date}]} for date in DATE],
    }
    done = subprocess.run(
        [NODE, ROOT / "tests/browser/doors.mjs"], input=json.dumps(ask), capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert [one for one in found["opened"] if one[1] or of(one[0]) != MEANT] == []
    assert [text for text in found["written"] if of(text) != MEANT] == []
    assert found["agencies"] == [[AGENCY[0]]] * len(AGENCY)
