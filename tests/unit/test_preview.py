"""What MkDocs's events do with faulty data: a build stops, a preview goes on with the last good state and says why."""

import datetime as dt
import logging

import pytest
from conftest import ENTRY, TODAY, write_files
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from generator.publishing import configuration, git_history
from generator.settings import Edition

PATH = "innovations/dinkes/posyandu-malam.yml"
FAULTY = ENTRY.replace("bentuk: ", "bentuk: x")
PLACE = f"{PATH}:3:"


@pytest.fixture
def rounds(project, monkeypatch):
    """A function: a command of MkDocs on a project, as a function that lets it build once more and gives the front page."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(TODAY, dt.time(5), dt.UTC))
    monkeypatch.setattr(git_history, "edition", lambda *asked: Edition(TODAY, TODAY))

    def start(command: str):
        root = project()
        config = load_config(str(root / "mkdocs.yml"))
        events = config.plugins
        events.on_startup(command=command, dirty=False)

        def once(entry: str) -> tuple[str, list[str]]:
            write_files(root, {PATH: entry})
            events.on_config(config)
            events.on_pre_build(config=config)
            files = {file.src_uri: file for file in events.on_files(Files([]), config=config)}
            return files["index.md"].content_string, config.extra["katalog"]["galat"]

        return once

    return start


def test_a_preview_is_not_started_on_faulty_data_and_says_what_is_wrong(rounds, caplog):
    caplog.set_level(logging.INFO, logger="mkdocs.plugins.katalog")
    with pytest.raises(PluginError):
        rounds("serve")(FAULTY)
    assert PLACE in caplog.text


def test_a_preview_goes_on_with_the_last_good_pages_and_the_list_of_faults(rounds, caplog):
    caplog.set_level(logging.INFO, logger="mkdocs.plugins.katalog")
    once = rounds("serve")
    good, faults = once(ENTRY)
    assert "dibuka malam hari" in good
    assert faults == []
    kept, faults = once(FAULTY.replace("malam hari", "setiap Selasa"))
    assert kept == good
    assert faults[0].startswith(PLACE)
    assert PLACE in caplog.text
    assert not [record for record in caplog.records if record.levelno > logging.INFO], "strict, MkDocs would end here"


def test_a_preview_shows_the_mended_pages_and_no_faults_any_more(rounds):
    once = rounds("serve")
    once(ENTRY)
    once(FAULTY)
    mended, faults = once(ENTRY.replace("malam hari", "setiap Rabu"))
    assert "dibuka setiap Rabu" in mended
    assert faults == []


def test_a_build_stops_at_faulty_data_even_after_a_good_one(rounds, caplog):
    once = rounds("build")
    once(ENTRY)
    with pytest.raises(PluginError):
        once(FAULTY)
    assert [record.levelno for record in caplog.records if PLACE in record.getMessage()] == [logging.ERROR]
