"""Which other innovations an entry's page leads to."""

import re

import pytest
from conftest import ENTRY, tree

from generator.publishing.pages.innovation import RELATED


def _entry(number: int, affair: str = "kesehatan", **location: str) -> dict[str, str]:
    """One entry; the higher its number, the newer it is."""
    text = ENTRY.replace("Posyandu Malam", f"Rekaan {number}").replace("2026-03-02", f"2026-03-{number + 10}")
    text = text.replace("- kesehatan", f"- {affair}")
    if location:
        text += "lokasi:\n  kecamatan: [{kecamatan}]\n".format(**location)
    return {f"innovations/dinkes/rekaan-{number}.yml": text}


@pytest.fixture
def related(project):
    """A function: the numbers of the entries that the page of one of them names, in its order."""

    def of(number: int, *entries: dict[str, str]) -> list[int]:
        files = {path: text for entry in entries for path, text in entry.items()}
        page = tree(project({"innovations/dinkes/posyandu-malam.yml": None, **files}))
        part = (
            page[f"inovasi/rekaan-{number}/index.md"].decode().partition('<h2 id="terkait">')[2].partition("k-links")[0]
        )
        return [
            int(other)
            for other in dict.fromkeys(re.findall(r"inovasi/rekaan-(\d)/|\.\./rekaan-(\d)/", part))
            for other in other
            if other
        ]

    return of


@pytest.mark.parametrize("own", [6, 4, 1])
def test_an_entry_among_the_newest_of_its_affair_costs_no_place_in_its_own_list(related, own):
    others = [number for number in (6, 5, 4, 3, 2, 1) if number != own]
    assert related(own, *map(_entry, range(1, 7))) == others[:RELATED]


def test_fewer_others_than_places_are_all_named(related):
    assert related(2, *map(_entry, range(1, 4))) == [3, 1]


def test_an_entry_alone_in_its_affair_and_district_leads_to_no_other(related):
    assert related(1, _entry(1), _entry(2, "pendidikan")) == []
