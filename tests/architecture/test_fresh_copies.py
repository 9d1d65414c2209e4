"""What is written down twice, here and in the program, must say the same today."""

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


def test_the_architecture_page_names_every_module():
    page = (ROOT / "docs/dev/architecture.md").read_text("utf-8")
    rooms = [path.name for path in (ROOT / "generator").iterdir() if not path.name.startswith("__")]
    missing = [name for name in rooms if f"`{name}" not in page and name != "py.typed"]
    assert missing == []
