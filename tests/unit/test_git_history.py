"""Git's record is contributors' text too: dates and file names in it may be anything."""

import datetime as dt
import subprocess

import pytest
from repositories import Repository

from generator.publishing import git_history

ZONE = "Asia/Pontianak"
CLOCK = dt.date(2026, 11, 24)
ENTRY = "innovations/dinkes/posyandu-malam.yml"


class Dated(Repository):
    def edition(self, as_of: dt.date | None = None):
        return git_history.edition(self.root, ZONE, as_of, CLOCK)


@pytest.fixture
def repository(tmp_path):
    return Dated(tmp_path / "gudang")


def test_the_day_is_the_commits_day_in_the_regions_zone(repository):
    repository.commit(ENTRY, "2026-05-01T20:00:00+00:00")
    assert repository.edition().as_of == dt.date(2026, 5, 2)


def test_a_file_has_the_days_of_its_first_and_its_last_commit(repository):
    repository.commit(ENTRY, "2026-05-01T10:00:00+00:00")
    repository.commit("innovations/dinkes/lain.yml", "2026-05-02T10:00:00+00:00")
    repository.commit(ENTRY, "2026-05-03T10:00:00+00:00", content="y")
    dates = repository.edition().dates[ENTRY]
    assert (dates.first.day, dates.last.day) == (1, 3)


def test_a_catalogue_below_the_root_of_its_repository_has_its_dates_too(repository):
    repository.commit(f"katalog/{ENTRY}")
    assert list(git_history.edition(repository.root / "katalog", ZONE, None, CLOCK).dates) == [ENTRY]


def test_a_shallow_clone_gives_no_dates_but_a_day(repository, tmp_path):
    repository.commit(ENTRY)
    repository.commit(ENTRY, content="y")
    clone = tmp_path / "dangkal"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{repository.root}", clone], check=True, capture_output=True
    )
    edition = git_history.edition(clone, ZONE, None, CLOCK)
    assert (edition.as_of, edition.dates, edition.record_gap) == (dt.date(2026, 5, 1), {}, "terpotong")


def test_without_git_there_must_be_a_day(tmp_path):
    edition = git_history.edition(tmp_path, ZONE, dt.date(2026, 1, 1), CLOCK)
    assert (edition.as_of, edition.record_gap) == (dt.date(2026, 1, 1), "tidak ada")
    with pytest.raises(git_history.NoDateError):
        git_history.edition(tmp_path, ZONE, None, CLOCK)


def test_neither_a_commit_nor_an_as_of_day_moves_the_clock(repository):
    repository.commit(ENTRY, "2026-12-01T10:00:00+07:00")
    assert repository.edition(dt.date(2020, 1, 1)).today == CLOCK


def test_a_commit_of_a_day_that_has_not_come_cannot_say_which_day_it_is(repository):
    repository.commit(ENTRY, "2026-11-24T23:59:00+07:00")
    assert repository.edition().as_of == CLOCK
    repository.commit(ENTRY, "2026-11-25T00:01:00+07:00", content="y")
    for asked in (repository.edition, lambda: git_history.commit_day(repository.root, ZONE, CLOCK)):
        with pytest.raises(git_history.FutureCommitError, match=r"25 November 2026, padahal hari ini 24 November 2026"):
            asked()


@pytest.mark.parametrize(("day", "later"), [(30, True), (1, False), (2, False)])
def test_data_that_are_judged_on_an_earlier_day_say_so(repository, day, later):
    repository.commit(ENTRY)
    month = 4 if later else 5
    edition = repository.edition(dt.date(2026, month, day))
    assert edition.later_data == (dt.date(2026, 5, 1) if later else None)


@pytest.mark.parametrize(
    "name",
    [b"\xff.txt", b"x\n\x01zzz.txt", b"a\n\x012001-01-01T00:00:00+00:00", b"\x01978307200\x01", b'"kutip".yml'],
)
def test_a_file_name_that_once_was_in_the_history_spoils_nothing(repository, name):
    repository.commit(ENTRY, "2026-05-01T10:00:00+00:00")
    repository.commit(b"innovations/dinkes/" + name, "2026-05-02T10:00:00+00:00")
    repository.git("rm", "-q", b"innovations/dinkes/" + name)
    repository.git("commit", "-q", "-m", "x", date="2026-05-03T10:00:00+00:00")
    edition = repository.edition()
    assert list(edition.dates) == [ENTRY]
    assert edition.dates[ENTRY].first.date() == dt.date(2026, 5, 1)


@pytest.mark.parametrize("date", ["@999999999999 +0000", "@1 +0000", "@2999999999 +0000", "@1777629600 +9959"])
def test_an_absurd_commit_date_gives_no_date_after_the_newest_commit_and_no_crash(repository, date):
    repository.commit(ENTRY, date)
    repository.commit("registry/agencies.yml", "2026-05-03T10:00:00+00:00")
    dates = repository.edition().dates[ENTRY]
    assert dates.first <= dates.last <= dt.datetime(2026, 5, 3, 10, tzinfo=dt.UTC)


def test_a_newest_commit_with_an_absurd_date_needs_a_day_from_the_command_line(repository):
    repository.commit(ENTRY, "@999999999999 +0000")
    with pytest.raises(git_history.NoDateError):
        repository.edition()
    assert repository.edition(dt.date(2026, 1, 1)).as_of == dt.date(2026, 1, 1)
