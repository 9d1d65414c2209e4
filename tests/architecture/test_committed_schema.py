"""Editors read the committed schema; it must be the one that the program would print today."""

from conftest import ROOT, TODAY

from generator import site
from generator.json_schema import schema_text


def test_the_committed_schema_is_fresh():
    registry = site.check(ROOT, TODAY, dry_run=False).catalogue.registry
    committed = (ROOT / "site_templates/schema/inovasi.json").read_text("utf-8")
    assert committed == schema_text(registry), "run `make schema`"


def test_every_entry_points_editors_to_the_schema():
    entries = sorted((ROOT / "innovations").glob("*/*.yml"))
    assert entries
    for entry in entries:
        first = entry.read_text("utf-8").partition("\n")[0]
        target = first.removeprefix("# yaml-language-server: $schema=")
        assert (entry.parent / target).resolve() == ROOT / "site_templates/schema/inovasi.json", entry
