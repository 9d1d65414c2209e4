"""An entry that is moved, renamed, taken away and put back stays the same one for who follows it."""

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest
from conftest import ENTRY, SETTINGS, TODAY, made
from repositories import Repository

from generator import checking
from generator.publishing import git_history

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = "innovations/dinkes/posyandu-malam.yml"


def day(month: int) -> str:
    return f"2026-{month:02}-01T10:00:00+07:00"


def named(*aliases: str) -> str:
    return ENTRY + f"alias: [{', '.join(aliases)}]\n" if aliases else ENTRY


class Kept(Repository):
    """A catalogue with its history: each step is one commit, on the first of its month."""

    def step(self, month: int, **files: str | None) -> None:
        """`dinkes__slug=text` writes an entry, None takes it away."""
        for name, text in files.items():
            path = self.root / "innovations" / f"{name.replace('__', '/').replace('_', '-')}.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8") if text else path.unlink()
        self.git("add", "-A", date=day(month))
        self.git("commit", "-q", "-m", "x", date=day(month))

    def built(self) -> dict[str, bytes]:
        edition = git_history.edition(self.root, "Asia/Pontianak", None, TODAY)
        return made(self.root, checking.check(self.root, TODAY), SETTINGS, edition)

    def feed(self, path: str = "feed.xml") -> dict[str, tuple[str, str, str]]:
        """Id, month of publication and of the last change by the slug of today."""
        found = {}
        for entry in ET.fromstring(self.built()[path]).iter(f"{ATOM}entry"):
            slug = entry.find(f"{ATOM}link").get("href").split("/")[-2]
            months = [entry.findtext(f"{ATOM}{name}", "")[5:7] for name in ("published", "updated")]
            found[slug] = (entry.findtext(f"{ATOM}id").split("/")[-2], *months)
        return found


@pytest.fixture
def history(project) -> Kept:
    root = project({FIRST: None})
    kept = Kept(root)
    kept.step(1, dinkes__a=ENTRY)
    return kept


def test_an_entry_has_the_dates_of_its_first_and_its_last_commit_and_the_build_s_day_nowhere(history):
    history.step(3, dinkes__a=ENTRY + "unit: {jenis: puskesmas, nama: Puskesmas Rekaan}\n")
    history.git("commit", "-q", "--allow-empty", "-m", "x", date=day(10))
    assert history.feed() == {"a": ("a", "01", "03")}
    assert ET.fromstring(history.built()["feed.xml"]).findtext(f"{ATOM}updated")[5:7] == "03"


def test_a_feed_without_entries_has_not_changed_since_the_catalogue_began(history):
    history.git("commit", "-q", "--allow-empty", "-m", "x", date=day(10))
    feed = ET.fromstring(history.built()["perangkat-daerah/rsud/feed.xml"])
    assert feed.findtext(f"{ATOM}updated")[:7] == "2026-01"


def test_an_entry_that_moves_to_another_folder_keeps_its_id_and_its_first_date(history):
    history.step(4, dinkes__a=None, disdik__a=ENTRY)
    assert history.feed() == {"a": ("a", "01", "04")}
    assert history.feed("perangkat-daerah/disdik/feed.xml") == history.feed()


def test_an_entry_that_was_renamed_twice_keeps_the_id_of_its_first_address(history):
    history.step(4, dinkes__a=None, dinkes__b=named("a"))
    history.step(6, dinkes__b=None, dinkes__c=named("b", "a"))
    assert history.feed() == {"c": ("a", "01", "06")}


def test_an_entry_that_moves_and_is_renamed_in_one_commit_keeps_both(history):
    history.step(4, dinkes__a=None, disdik__b=named("a"))
    assert history.feed() == {"b": ("a", "01", "04")}


def test_an_entry_that_was_renamed_and_then_moved_keeps_both(history):
    history.step(4, dinkes__a=None, dinkes__b=named("a"))
    history.step(5, dinkes__b=None, disdik__b=named("a"))
    assert history.feed() == {"b": ("a", "01", "05")}


@pytest.mark.parametrize("folder", ["dinkes", "disdik"])
def test_an_entry_that_comes_back_after_it_was_taken_away_is_the_same(history, folder):
    history.step(2, dinkes__b=ENTRY)
    history.step(4, dinkes__a=None)
    history.step(6, **{f"{folder}__a": ENTRY})
    assert history.feed()["a"] == ("a", "01", "06")


def test_an_entry_that_comes_back_under_another_name_is_the_same(history):
    history.step(2, dinkes__x=ENTRY)
    history.step(4, dinkes__a=None)
    history.step(6, dinkes__b=named("a"))
    assert history.feed()["b"] == ("a", "01", "06")


def test_an_entry_that_gets_its_old_name_back_is_the_same(history):
    history.step(4, dinkes__a=None, dinkes__b=named("a"))
    history.step(6, dinkes__b=None, dinkes__a=named("b"))
    assert history.feed() == {"a": ("a", "01", "06")}


def test_an_entry_that_takes_in_another_is_not_taken_for_it(history):
    history.step(3, dinkes__b=ENTRY)
    history.step(5, dinkes__a=None, dinkes__b=named("a"))
    assert history.feed() == {"b": ("b", "03", "05")}


def test_an_entry_that_took_in_an_older_one_between_two_names_keeps_its_own_first_address(history):
    history.step(2, dinkes__k=ENTRY)
    history.step(3, dinkes__k=None, dinkes__l=named("k"))
    history.step(5, dinkes__a=None, dinkes__l=named("k", "a"))
    history.step(7, dinkes__l=None, disdik__m=named("a", "k", "l"))
    assert history.feed() == {"m": ("k", "02", "07")}


def test_a_name_that_was_never_published_is_nobody_s_first_address(history):
    history.step(3, dinkes__a=named("salah-cetak"))
    assert history.feed() == {"a": ("a", "01", "03")}


def test_what_a_proposal_holds_is_published_on_the_day_on_which_it_is_merged(history):
    history.git("checkout", "-q", "-b", "usulan")
    history.step(2, dinkes__b=ENTRY)
    history.git("checkout", "-q", "main")
    history.git("merge", "-q", "--no-ff", "-m", "x", "usulan", date=day(5))
    assert history.feed()["b"] == ("b", "05", "05")


def test_page_structured_data_and_list_of_changes_have_the_same_dates(history):
    history.step(4, dinkes__a=None, disdik__b=named("a"))
    built = history.built()
    page = built["inovasi/b/index.md"].decode()
    assert re.search(r'"datePublished": "2026-01-01.*"dateModified": "2026-04-01', page)
    assert 'changed: "2026-04-01"' in page
    assert "Terbit di katalog</dt><dd>1 Januari 2026<" in page
    assert "Terakhir diubah</dt><dd>1 April 2026<" in page
    keys = re.findall(r"#(terbit|diubah)-(\w+)-2026-(\d\d)", built["perubahan/feed.xml"].decode())
    assert sorted(set(keys)) == [("diubah", "a", "04"), ("terbit", "a", "01")]


def test_without_git_no_date_is_made_up_and_the_first_alias_is_the_first_address(project):
    root = project({FIRST: named("pertama", "kedua")})
    built = made(root, checking.check(root, TODAY), SETTINGS, git_history.Edition(TODAY, TODAY))
    page = built["inovasi/posyandu-malam/index.md"].decode()
    assert not re.search("datePublished|dateModified|changed:|Terbit di katalog|Terakhir diubah", page)
    feed = ET.fromstring(built["feed.xml"])
    assert "Riwayat Git tidak ada" in feed.findtext(f"{ATOM}subtitle")
    assert feed.findtext(f"{ATOM}entry/{ATOM}id") == f"{SETTINGS.site}inovasi/pertama/"
    assert feed.find(f"{ATOM}entry/{ATOM}published") is None
    assert not feed.findtext(f"{ATOM}updated").startswith(dt.date.isoformat(TODAY))
