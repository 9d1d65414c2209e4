"""What people type for an affair of government: every door asks back by it, none decides by it."""

import pytest
from conftest import BASE, ENTRY, TODAY, check
from recap_tables import HEADER, ROW, csv_of

from generator import checking
from generator.contributing.new_entry import AnswerError, Scaffold
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.rows.room import Known

TAXONOMY = (BASE / "registry/taxonomy.yml").read_text("utf-8")
WORDS = """bentuk_lain:
  - {kata: buku, juga: [kitab]}
makna_ganda:
  - kata: KIA
    arti:
      - {arti: kartu identitas anak, urusan: pendidikan}
      - {arti: kesehatan ibu dan anak, urusan: kesehatan}
      - {arti: merek mobil, urusan: null}
"""


@pytest.fixture
def root(project):
    typed = {"pendidikan": "sekolah, gizi", "kesehatan": "gizi, e-KTP", "perpustakaan": "buku, Buku Sekolah"}
    text = TAXONOMY
    for slug, words in typed.items():
        label = f"{{slug: {slug}, label: {slug.title()}, kelompok: "
        assert label in text
        text = text.replace(label, f"{{slug: {slug}, kata_sehari_hari: [{words}], label: {slug.title()}, kelompok: ")
    return project({"registry/taxonomy.yml": text, "registry/words.yml": WORDS})


@pytest.fixture
def known(root):
    return Known(checking.check(root, TODAY).catalogue, frozenset(), "Kabupaten Contoh")


def test_words_forms_and_meanings_lead_to_all_their_affairs(known):
    assert known.catalogue.registry.typed_affairs() == {
        "sekolah": ("pendidikan",),
        "gizi": ("pendidikan", "kesehatan"),
        "e-ktp": ("kesehatan",),
        "buku": ("perpustakaan",),
        "buku-sekolah": ("perpustakaan",),
        "kitab": ("perpustakaan",),
        "kia": ("pendidikan", "kesehatan"),
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Sekolah", ["pendidikan"]), ("kitab", ["perpustakaan"]), ("buku  sekolah", ["perpustakaan"]),
     ("gizi", ["pendidikan", "kesehatan"]), ("KIA", ["pendidikan", "kesehatan"])],
)  # fmt: skip
def test_a_typed_affair_is_asked_back_with_every_meaning_and_never_taken(known, typed, meant):
    registry = known.catalogue.registry
    labels = [registry.term("urusan", slug).label for slug in meant]
    with pytest.raises(AnswerError) as refused:
        Scaffold(known, registry.words(), TODAY).word(typed, "urusan")
    likely = " atau ".join(f"{slug} ({label})" for slug, label in zip(meant, labels, strict=True))
    assert str(refused.value).endswith(f"mungkin maksudnya {likely}")
    read = recap(sheets(csv_of(HEADER, [*ROW[:4], typed, ROW[5]]).encode()), known, Defaults())
    assert [draft for draft in read.drafts if "urusan" in draft.reading.data] == []
    [told] = read.remarks
    assert told.cure.startswith("mungkin maksudnya " + " atau ".join(f'"{one}"' for one in labels))
    assert told.cure.endswith("; isi pada lembar Lengkapi")


def test_check_offers_the_affair_where_people_mean_one_alone(root):
    path = root / "innovations/dinkes/posyandu-malam.yml"
    for typed, meant in (("kitab", 'maksudnya "perpustakaan"?'), ("gizi", "pilih salah satu: pendidikan, ")):
        path.write_text(ENTRY.replace("- kesehatan", f"- {typed}"), "utf-8")
        [problem] = check(root).errors
        assert problem.code == "I006"
        assert problem.cure.startswith(meant)


def test_a_region_without_such_words_has_none(project):
    registry = checking.check(project(), TODAY).catalogue.registry
    assert registry.typed_affairs() == {}
    assert registry.everyday.requests == ()
