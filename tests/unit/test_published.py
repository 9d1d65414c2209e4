"""An address once published answers for ever: the tree is held against what the history of main has published."""

import re
import subprocess

import pytest
import yaml
from conftest import BASE, ENTRY, ROOT, write_files
from repositories import Repository

from generator.checks import lost
from generator.publishing import git_history
from generator.publishing.configuration import FILE as CONFIG
from generator.publishing.pages.facets import FACETS

POSYANDU = "innovations/dinkes/posyandu-malam.yml"
RENAMED = "innovations/dinkes/posyandu-petang.yml"
OTHER = "innovations/disdik/kelas-malam.yml"
OTHER_ENTRY = ENTRY.replace("Posyandu Malam", "Kelas Malam")
WITHDRAWN = f"{ENTRY}ditarik: {{tanggal: 2026-10-01, alasan: Tercatat dua kali.}}\n"
AGENCIES = (BASE / "registry/agencies.yml").read_text("utf-8")


def with_alias(*slugs, entry=ENTRY):
    return f"{entry}alias: [{', '.join(slugs)}]\n"


class Published(Repository):
    """A project in Git, published from its first commit on."""

    def __init__(self, root):
        super().__init__(root)
        self.first = self.state({})
        self.publish_since(self.first)

    def state(self, files):
        """The hash of a commit with `files` on top."""
        write_files(self.root, files)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", "--allow-empty")
        return self.git("rev-parse", "HEAD")

    def publish_since(self, commit):
        base = (BASE / CONFIG).read_text("utf-8")
        (self.root / CONFIG).write_text(base.replace("      wilayah", f'      terbit_sejak: "{commit}"\n      wilayah'))


@pytest.fixture
def published(project, monkeypatch):
    root = project()
    monkeypatch.chdir(root)
    return Published(root)


@pytest.fixture
def held(published, run_here):
    """A function: (exit code, report) of the tree with `files` on top, held against HEAD."""

    def run(files=None, *, revision="HEAD"):
        write_files(published.root, files or {})
        code, out, err = run_here("check", "--published", revision)
        return code, out + err

    return run


# What is held


def test_a_deleted_entry_is_an_error_with_its_last_file_and_the_commit_that_still_has_it(published, held):
    published.state({POSYANDU: None})
    code, report = held()
    assert code == 1
    assert f"{POSYANDU}: galat[B019]: alamat /inovasi/posyandu-malam/ pernah terbit" in report
    at = re.search(r"git checkout (\w+) -- (\S+)\)", report)
    published.git("checkout", at.group(1), "--", at.group(2))
    assert held()[0] == 0


def test_what_is_deleted_and_not_yet_committed_is_held_too(published, held):
    assert "B019" in held({POSYANDU: None})[1]


def test_plain_check_and_a_catalogue_not_yet_published_hold_nothing(published, held, run_here):
    published.state({POSYANDU: None})
    assert run_here("check")[0] == 0
    published.publish_since("")
    assert held()[0] == 0


@pytest.mark.parametrize(
    "files",
    [
        {RENAMED: with_alias("posyandu-malam")},
        {OTHER: with_alias("posyandu-malam", entry=OTHER_ENTRY)},
        {"innovations/disdik/posyandu-malam.yml": ENTRY},
        {POSYANDU: WITHDRAWN},
    ],
)
def test_an_alias_a_move_to_another_agency_or_a_withdrawal_keeps_the_address(published, held, files):
    published.state({POSYANDU: None})
    code, report = held(files)
    assert code == 0, report


def test_a_name_between_two_renames_is_not_forgotten(published, held):
    published.state({POSYANDU: None, RENAMED: with_alias("posyandu-malam")})
    last = "innovations/dinkes/posyandu-sore.yml"
    published.state({RENAMED: None, last: with_alias("posyandu-malam")})
    code, report = held()
    assert code == 1
    assert "/inovasi/posyandu-petang/" in report
    assert "/inovasi/posyandu-malam/" not in report


def test_a_dropped_alias_is_told_at_the_entry_that_had_it(published, held):
    published.state({POSYANDU: with_alias("posyandu-lama")})
    published.state({POSYANDU: ENTRY})
    _, report = held()
    assert f"{POSYANDU}:1:1: galat[B019]: alamat /inovasi/posyandu-lama/" in report


def test_agencies_words_and_years_that_leave_the_registry_are_told_with_their_file(published, held):
    taxonomy = yaml.safe_load((BASE / "registry/taxonomy.yml").read_text("utf-8"))
    agencies = yaml.safe_load(AGENCIES)
    for rows, word in ((taxonomy["kecamatan"], "selatan"), (agencies["perangkat_daerah"], "rsud")):
        rows[:] = [row for row in rows if row["slug"] != word]
    _, report = held(
        {
            "registry/taxonomy.yml": yaml.safe_dump(taxonomy),
            "registry/agencies.yml": yaml.safe_dump(agencies),
            "registry/obligations/2026.yml": None,
        }
    )
    told = re.findall(r"(\S+): galat\[R020\]: alamat (\S+) ", report)
    assert told == [
        ("registry/agencies.yml", "/perangkat-daerah/rsud/"),
        ("registry/obligations/2026.yml", "/kepatuhan/2026/"),
        ("registry/taxonomy.yml", "/kecamatan/selatan/"),
    ]


def test_an_alias_whose_key_was_typed_with_an_escape_is_held(published, held):
    published.state({POSYANDU: f'{ENTRY}"al\\x69as": [posyandu-lama]\n'})
    code, report = held({POSYANDU: ENTRY})
    assert code == 1
    assert "posyandu-lama" in report


def test_a_file_that_cannot_be_read_has_only_that_problem(published, held):
    published.state({POSYANDU: with_alias("posyandu-lama")})
    _, report = held({POSYANDU: "nama: [", "registry/agencies.yml": "perangkat_daerah: ["})
    assert "B019" not in report
    assert "R020" not in report


def test_every_facet_but_the_years_is_held():
    assert set(lost._WITH_PAGES) == {facet.name for facet in FACETS} - {"tahun"}


# Which states were published


def test_what_had_gone_before_the_first_publication_is_not_held(published, held):
    published.state({POSYANDU: None, OTHER: OTHER_ENTRY})
    published.publish_since(published.git("rev-parse", "HEAD"))
    assert held()[0] == 0


def test_what_a_proposal_held_only_before_it_was_merged_was_never_published(published, held):
    published.git("checkout", "-q", "-b", "usulan")
    published.state({OTHER: OTHER_ENTRY})
    published.state({OTHER: None, "innovations/disdik/kelas-petang.yml": OTHER_ENTRY})
    published.git("checkout", "-q", "-f", "main")
    published.git("merge", "-q", "--no-ff", "-m", "x", "usulan")
    published.publish_since(published.first)
    assert held()[0] == 0


def test_what_a_merge_takes_away_is_held(published, held):
    published.git("checkout", "-q", "-b", "usulan")
    published.state({POSYANDU: None})
    published.git("checkout", "-q", "-f", "main")
    published.git("merge", "-q", "--no-ff", "-m", "x", "usulan")
    published.publish_since(published.first)
    assert "B019" in held()[1]


def test_a_catalogue_below_the_root_of_its_repository_is_held_too(tmp_path):
    here = Repository(tmp_path)
    here.commit(f"katalog/{POSYANDU}", content=ENTRY)
    first = here.git("rev-parse", "HEAD")
    here.git("rm", "-q", f"katalog/{POSYANDU}")
    here.commit("katalog/lain.txt")
    [version] = git_history.published(_made(tmp_path / "katalog"), first, "HEAD")
    assert (version.path, version.content.decode(), version.commit) == (POSYANDU, ENTRY, first)


def _made(folder):
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize("name", [b"\xff.yml", b"x\n\x01y\x01.yml", b":100644 000000 a b D.yml", b'"kutip".yml'])
def test_a_file_name_that_once_was_in_the_history_spoils_nothing(published, name):
    odd = b"innovations/dinkes/" + name
    published.commit(odd)
    published.git("rm", "-q", odd)
    published.state({POSYANDU: None})
    versions = git_history.published(published.root, published.first, "HEAD")
    assert [version.path for version in versions if version.path.startswith("innovations")] == [POSYANDU]


def test_any_old_content_is_read_without_a_crash(published, held):
    for content in (b"\xff\xfe alias", b"alias: {a: b}\n", b"alias: [[a], null]\n", b"- alias\n", b"alias: [" * 40_000):
        published.state({POSYANDU: content})
    published.state({POSYANDU: ENTRY})
    assert held()[0] == 0


# What must be there


def test_a_shallow_clone_is_an_error_with_its_cure(published, monkeypatch, tmp_path, run_here):
    published.state({})
    clone = tmp_path / "dangkal"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{published.root}", clone], check=True, capture_output=True
    )
    monkeypatch.chdir(clone)
    code, _, err = run_here("check", "--published", "HEAD")
    assert code == 1
    assert "git fetch --unshallow" in err
    assert "fetch-depth: 0" in err


@pytest.mark.parametrize("since", ["0" * 40, "main", "HEAD~0", "--all"])
def test_a_first_commit_that_is_not_in_the_history_is_an_error_with_its_cure(published, held, since):
    published.publish_since(since)
    code, report = held()
    assert code == 1
    assert f"Komit terbitan pertama ({since}) tidak ada dalam riwayat ini." in report
    assert "terbit_sejak di mkdocs.yml" in report


def test_a_first_commit_of_another_line_is_refused(published, held):
    published.git("checkout", "-q", "--orphan", "lain")
    other = published.state({})
    published.git("checkout", "-q", "-f", "main")
    published.publish_since(other)
    assert "tidak ada dalam riwayat ini" in held()[1]


@pytest.mark.parametrize("revision", ["tidak-ada", "--all", "HEAD^{tree}", "HEAD..HEAD", ""])
def test_a_revision_that_is_no_commit_is_wrong_usage(held, revision):
    code, report = held(revision=revision)
    assert code == 2
    assert f'komit "{revision}" tidak ada di riwayat ini' in report


def test_without_git_there_is_nothing_to_hold_against_and_that_is_said(project, monkeypatch, run_here):
    root = project()
    Published.publish_since(type("Here", (), {"root": root}), "0" * 40)
    monkeypatch.chdir(root)
    code, _, err = run_here("check", "--published", "HEAD")
    assert code == 1
    assert err.startswith("Riwayat Git tidak ada")


# Who holds it


def test_a_build_that_would_lose_an_address_publishes_nothing(published, run_here):
    published.state({POSYANDU: None})
    code, _, err = run_here("build", "--published", "HEAD")
    assert code == 1
    assert "B019" in err
    assert not (published.root / "site").exists()


def test_the_review_tells_what_a_proposal_loses_of_all_that_its_base_has_published(published, tmp_path, run_here):
    published.state({POSYANDU: with_alias("posyandu-lama")})
    published.git("worktree", "add", "-q", "--detach", tmp_path / "dasar", "HEAD")
    write_files(published.root, {POSYANDU: ENTRY})
    code, out, _ = run_here("review", "--base", str(tmp_path / "dasar"))
    assert code == 0
    assert "Belum dapat diterbitkan: 1 galat." in out
    assert "/inovasi/posyandu-lama/ pernah terbit" in out


def test_what_its_base_has_lost_already_is_no_fault_of_a_proposal(published, tmp_path, run_here):
    published.state({POSYANDU: None})
    published.git("worktree", "add", "-q", "--detach", tmp_path / "dasar", "HEAD")
    write_files(published.root, {OTHER: OTHER_ENTRY})
    out = run_here("review", "--base", str(tmp_path / "dasar"))[1]
    assert "Tanpa galat." in out


def test_the_workflows_hold_what_they_publish_and_what_they_check():
    for name, command, often in (("publish", "katalog build", 2), ("check", "katalog check", 1)):
        text = (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")
        lines = [line for line in text.replace('"', "").splitlines() if f"bin/{command}" in line]
        assert len(lines) == often
        assert all("--published HEAD" in line for line in lines)
