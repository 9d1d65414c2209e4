"""A check that spares what still stands says all that a whole check says, whatever was edited in between."""

import dataclasses
import random
from pathlib import Path

import pytest
from conftest import ENTRY, SETTINGS, TODAY, write_files

from generator import checking
from generator.catalogue.data_files import DataFiles
from generator.speed import store
from generator.speed.store import Store

SOUND = "innovations/disdik/sekolah-pagi.yml"
OTHER = "innovations/dinkes/kelas-ibu.yml"
TAXONOMY = "registry/taxonomy.yml"
STATES = {
    "changed": {OTHER: ENTRY.replace("malam hari", "setiap Selasa")},
    "faulty": {OTHER: ENTRY.replace("bentuk: ", "bentuk: x")},
    "mended": {OTHER: ENTRY},
    "no YAML": {OTHER: "nama: [\n"},
    "private": {OTHER: ENTRY + 'catatan: "NIK 6112010101900001"\n'},
    "windows": {OTHER: "\ufeff" + ENTRY.replace("\n", "\r\n")},
    "gone": {OTHER: None},
    "moved": {"innovations/disdik/kelas-ibu.yml": ENTRY},
    "doubled": {OTHER: ENTRY, "innovations/disdik/kelas-ibu.yml": ENTRY},
    "old address": {SOUND: ENTRY + "alias: [kelas-ibu]\n"},
    "back": {SOUND: ENTRY, "innovations/disdik/kelas-ibu.yml": None},
    "registry": {"registry/words.yml": "kata_luas: [pagi]\n"},
    "registry back": {"registry/words.yml": None},
}


def told(checked):
    return sorted((one.place.file, one.place.line, one.place.column, one.code, one.message) for one in checked.problems)


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_check_that_remembers_the_same_bytes_says_all_that_a_whole_check_says(
    project, seed, tmp_path, monkeypatch
):
    monkeypatch.setattr(store, "own_folder", lambda _: tmp_path)
    root = project({SOUND: ENTRY, OTHER: ENTRY})
    dice = random.Random(seed)
    for name in dice.choices(list(STATES), k=len(STATES)):
        write_files(root, {path: text for path, text in STATES[name].items() if text is not None})
        for path in (path for path, text in STATES[name].items() if text is None):
            Path(root, path).unlink(missing_ok=True)
        memory = Store.of(root)
        found = checking.check_remembering(memory, root, TODAY, (), SETTINGS)
        memory.save()
        whole = checking.check(root, TODAY, settings=SETTINGS)
        assert told(found) == told(whole), name
        assert found.loaded.catalogue == whole.loaded.catalogue, name
        for path, document in whole.loaded.documents.items():
            assert dict(found.loaded.documents[path].spots) == dict(document.spots), path
        assert not any(b"6112010101900001" in value for value in Store.of(root).values()), "what is private is not kept"


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_problems_and_the_catalogue_are_those_of_a_whole_check(project, seed):
    root = project({SOUND: ENTRY, OTHER: ENTRY})
    known = checking.check(root, TODAY, settings=SETTINGS)
    dice = random.Random(seed)
    for name in dice.choices(list(STATES), k=len(STATES)):
        write_files(root, {path: text for path, text in STATES[name].items() if text is not None})
        for path in (path for path, text in STATES[name].items() if text is None):
            Path(root, path).unlink(missing_ok=True)
        known = checking.check_again(known, root, TODAY, SETTINGS)
        whole = checking.check(root, TODAY, settings=SETTINGS)
        assert told(known) == told(whole), name
        assert known.catalogue == dataclasses.replace(whole.catalogue), name
        assert known.loaded.texts == whole.loaded.texts, name


def test_what_still_stands_is_not_read_again_and_a_changed_word_of_the_registry_reads_all(project, monkeypatch):
    root = project({SOUND: ENTRY, OTHER: ENTRY})
    known = checking.check(root, TODAY, settings=SETTINGS)
    read: list[str] = []
    document = DataFiles.document
    monkeypatch.setattr(
        DataFiles, "document", lambda self, path, **kw: (read.append(path), document(self, path, **kw))[1]
    )
    write_files(root, STATES["changed"])
    known = checking.check_again(known, root, TODAY, SETTINGS)
    assert [path for path in read if path.startswith("innovations/")] == [OTHER]
    read.clear()
    text = (root / TAXONOMY).read_text("utf-8")
    write_files(root, {TAXONOMY: text.replace("label: Kesehatan", "label: Kesehatan warga", 1)})
    assert (root / TAXONOMY).read_text("utf-8") != text
    known = checking.check_again(known, root, TODAY, SETTINGS)
    assert {SOUND, OTHER} <= set(read)
    assert "Kesehatan warga" in {term.label for term in known.catalogue.innovations["kelas-ibu"].affairs}
