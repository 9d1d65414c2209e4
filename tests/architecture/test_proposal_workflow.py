"""The workflows' own shell lines, run here: an issue becomes a branch, a pull request and an answer.

`gh` is a stand-in that keeps a record of what it was told; git is the real one, on a repository in a folder.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import BASE, ROOT

EVENTS = ROOT / "tests/proposals"
USULAN = yaml.safe_load((ROOT / ".github/workflows/usulan.yml").read_text("utf-8"))
CHECK = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
BRANCH, FILE = "usulan/12-antrean-lewat-pesan", "innovations/disdik/antrean-lewat-pesan.yml"
#: The branch of an issue whose number begins with the same digits.
OF_ANOTHER = "usulan/120-antrean-lewat-pesan"
ADDRESS = "https://github.com/contoh/katalog/pull/34"
#: Writes its arguments and the body it was given as a line of JSON; answers as GitHub would.
GH = f"""#!{sys.executable} -IS
import json, os, sys
told = sys.argv[1:]
files = [one.removeprefix("body=@") for one in told if one.startswith("body=@")]
files += [told[told.index("--body-file") + 1]] if "--body-file" in told else []
body = open(files[0]).read() if files else ""
with open(os.environ["GH_RECORD"], "a") as record:
    record.write(json.dumps([told, body]) + "\\n")
if told[0] == "api" and "/issues/" in told[1]:
    print(json.dumps(json.load(open(os.environ["GH_EVENT"]))["issue"]))
elif told[0] == "api" and "/pulls?" in told[1]:
    print(os.environ.get("GH_OPEN", ""))
elif told[:2] == ["pr", "create"] or told[0] == "api":
    print("{ADDRESS}")
"""


def outputs_of(path):
    """The values of a file of outputs, in both of its forms: `name=value`, and lines between two marks."""
    text = path.read_text("utf-8") if path.exists() else ""
    marks = re.findall(r"^(\w+)<<([0-9a-f]{32})$", text, re.MULTILINE)
    blocks = {name: text.partition(f"<<{mark}\n")[2].partition(f"\n{mark}\n")[0] for name, mark in marks}
    return blocks or dict(re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE))


class Forge:
    """A repository with the base catalogue, and the workflow's jobs run on it."""

    def __init__(self, folder):
        self.folder, self.origin, self.checkout = folder, folder / "origin.git", folder / "checkout"
        self.record = folder / "gh.jsonl"

    @classmethod
    def of(cls, root, folder):
        """A new one, of the project at `root`."""
        self = cls(folder)
        (folder / "bin").mkdir(parents=True)
        (folder / "bin/gh").write_text(GH)
        (folder / "bin/gh").chmod(0o755)
        (root / ".gitignore").write_text("/.venv\n")
        self.git("init", "-q", "-b", "main", at=root)
        self.git("add", "-A", at=root)
        self.git("commit", "-q", "-m", "x", at=root)
        self.git("clone", "-q", "--bare", root, self.origin, at=folder)
        self.git("clone", "-q", self.origin, self.checkout, at=folder)
        (self.checkout / ".venv").symlink_to(ROOT / ".venv")
        (folder / "contoh").mkdir()
        (folder / "contoh/katalog").symlink_to("../origin.git")
        return self

    def copied(self, folder):
        """The same, with all that has happened to it, in another folder."""
        shutil.copytree(self.folder, folder, symlinks=True)
        copy = Forge(folder)
        copy.git("remote", "set-url", "origin", copy.origin, at=copy.checkout)
        return copy

    def environment(self):
        who = {f"GIT_{who}_{what}": "uji@contoh.go.id" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        own = {"GH_RECORD": str(self.record), "RUNNER_TEMP": str(self.folder / "temp"), "NO_MKDOCS_2_WARNING": "1"}
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, **own, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull}, who

    def git(self, *arguments, at=None):
        environment, who = self.environment()
        done = subprocess.run(
            ["git", *arguments],
            cwd=at or self.origin,
            env={**environment, **who},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def job(self, name, context, *, given=None, workflow=USULAN):
        """Run the shell lines of a job; gives (whether all went well, outputs by step, what the summary holds)."""
        job = workflow["jobs"][name]
        temp, outputs, summary = self.folder / "temp", {}, self.folder / "summary.md"
        shutil.rmtree(temp, ignore_errors=True)
        summary.unlink(missing_ok=True)
        temp.mkdir()
        environment, _ = self.environment()
        for number, step in enumerate(
            step for step in job["steps"] if "run" in step and not step["run"].startswith("make")
        ):
            file = self.folder / f"outputs-{number}"
            file.unlink(missing_ok=True)
            values = {
                **context,
                **{f"steps.{step}.outputs.{key}": value for step, got in outputs.items() for key, value in got.items()},
            }
            own = {key: filled(value, values) for key, value in {**job.get("env", {}), **step.get("env", {})}.items()}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.checkout,
                env={**environment, **(given or {}), **own, "GITHUB_OUTPUT": str(file), "GITHUB_STEP_SUMMARY": str(summary)},
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            outputs[step.get("id", number)] = outputs_of(file)
            if done.returncode:
                return False, outputs, done.stdout + done.stderr
        return True, outputs, summary.read_text("utf-8") if summary.exists() else ""

    def run(self, name, *, given=None, now=None):
        """The whole workflow on one event, the conditions of its jobs as they stand there.

        `now` is the event whose issue is the one of today, if it was edited since.
        """
        given = {**(given or {}), "GH_EVENT": str(EVENTS / f"{now or name}.json")}
        event = json.loads((EVENTS / f"{name}.json").read_text("utf-8"))
        self.git("checkout", "-q", "--detach", "origin/main", at=self.checkout)
        self.git("clean", "-qfd", "innovations", at=self.checkout)
        context = {
            "github.token": "token",
            "github.repository": "contoh/katalog",
            "github.server_url": f"file://{self.folder}",
            "github.event.issue.number": str(event["issue"]["number"]),
            "github.event.repository.default_branch": "main",
        }
        well, first, _ = self.job("terima", context, given={**given, "GITHUB_EVENT_PATH": str(EVENTS / f"{name}.json")})
        assert well, first
        told = first["terima"]
        context |= {f"needs.terima.outputs.{key}": told.get(key, "") for key in USULAN["jobs"]["terima"]["outputs"]}
        sent, second, log = "skipped", {}, ""
        if told["hasil"] == "sah":
            well, second, log = self.job("kirim", context, given=given)
            sent = "success" if well else "failure"
        context |= {"needs.kirim.result": sent, "needs.kirim.outputs.alamat": second.get("kirim", {}).get("alamat", "")}
        if told.get("balasan"):
            assert self.job("jawab", context, given=given)[0]
        return sent, log

    def told(self):
        """What gh was told, as (arguments, body); forgotten after that."""
        lines = self.record.read_text("utf-8").splitlines() if self.record.exists() else []
        self.record.unlink(missing_ok=True)
        asked = ["auth setup-git", "api repos/contoh/katalog/issues/12", "api repos/contoh/katalog/issues/13"]
        return [(told, body) for told, body in map(json.loads, lines) if " ".join(told) not in asked]

    def branches(self):
        return self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split()


def filled(value, context):
    """An `env` value with its expressions resolved; what this harness does not know stays empty."""
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: context.get(found[1], ""), str(value))


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    folder = tmp_path_factory.mktemp("untouched")
    shutil.copytree(BASE, folder / "project")
    (folder / "project/site_templates").symlink_to(ROOT / "site_templates")
    return Forge.of(folder / "project", folder / "forge")


@pytest.fixture(scope="module")
def once_accepted(untouched, tmp_path_factory):
    """The forge after the first proposal, for all that may follow; what gh was told is forgotten."""
    forge = untouched.copied(tmp_path_factory.mktemp("accepted") / "forge")
    sent, log = forge.run("sah-baru")
    assert sent == "success", log
    forge.told()
    return forge


@pytest.fixture
def forge(untouched, tmp_path):
    return untouched.copied(tmp_path / "forge")


@pytest.fixture
def accepted(once_accepted, tmp_path):
    return once_accepted.copied(tmp_path / "forge")


def test_the_conditions_are_those_that_this_test_plays():
    jobs = USULAN["jobs"]
    assert jobs["kirim"]["if"] == "needs.terima.outputs.hasil == 'sah'"
    assert jobs["jawab"]["if"] == "${{ !cancelled() && needs.terima.outputs.balasan != '' }}"
    assert (jobs["kirim"]["needs"], jobs["jawab"]["needs"]) == ("terima", ["terima", "kirim"])
    assert jobs["terima"]["permissions"] == {"contents": "read", "issues": "read"}
    assert USULAN["defaults"]["run"]["shell"].startswith("bash")
    assert USULAN[True] == {"issues": {"types": ["labeled", "edited"]}}


def test_an_accepted_issue_becomes_a_branch_with_its_one_file_a_pull_request_and_an_answer(forge):
    forge.git("branch", OF_ANOTHER, "main")
    sent, log = forge.run("sah-baru")
    assert sent == "success", log
    assert forge.branches() == ["main", BRANCH, OF_ANOTHER]
    assert forge.git("diff", "--name-status", "main", BRANCH) == f"A\t{FILE}\n"
    sound = json.loads((EVENTS / "sah-baru.json").read_text("utf-8"))["issue"]["body"]
    assert forge.git("show", f"{BRANCH}:{FILE}") == sound.partition("```yaml\n")[2].rpartition("```")[0]
    message = forge.git("log", "-1", "--format=%B", BRANCH).strip().split("\n")
    assert message[0] == "Inovasi baru: disdik/antrean-lewat-pesan (#12)"
    assert message[-1] == "Co-authored-by: pegawai-disdik <1234567+pegawai-disdik@users.noreply.github.com>"
    (look, _), (create, body), (comment, answer) = forge.told()
    assert look[:2] == ["api", f"repos/contoh/katalog/pulls?state=open&head=contoh:{BRANCH}"]
    assert create[:2] == ["pr", "create"]
    assert create[create.index("--title") + 1] == "Inovasi baru: disdik/antrean-lewat-pesan"
    assert (create[create.index("--base") + 1], create[create.index("--head") + 1]) == ("main", BRANCH)
    assert body.startswith("Closes #12\n")
    assert "belum memenuhi → memenuhi 2026" in body
    assert comment[:3] == ["issue", "comment", "12"]
    assert answer.startswith("Terima kasih.")
    assert answer.endswith(f"\nUsulan perubahan: {ADDRESS}\n")


def test_an_edited_issue_renews_its_pull_request_and_opens_no_second_one(accepted):
    first = accepted.git("rev-parse", BRANCH)
    assert accepted.run("sah-disunting", given={"GH_OPEN": "34"})[0] == "success"
    assert accepted.branches() == ["main", BRANCH]
    assert "tiga loket" in accepted.git("show", f"{BRANCH}:{FILE}")
    assert accepted.git("rev-list", "--count", f"main..{BRANCH}") == "1\n"
    changed = [told for told, _ in accepted.told() if told[0] == "api" and "/pulls?" not in told[1]]
    assert [told[1:4] for told in changed] == [["--method", "PATCH", "repos/contoh/katalog/pulls/34"]]
    assert accepted.git("rev-parse", BRANCH) != first


def test_an_edit_that_leaves_the_file_as_it_was_leaves_the_branch_as_it_was(accepted):
    first = accepted.git("rev-parse", BRANCH)
    assert accepted.run("sah-crlf", given={"GH_OPEN": "34"})[0] == "success"
    assert accepted.git("rev-parse", BRANCH) == first


def test_a_new_name_takes_the_place_of_the_old_branch_and_the_branch_of_another_issue_stays(accepted):
    accepted.git("branch", OF_ANOTHER, "main")
    assert accepted.run("sah-nama-lain")[0] == "success"
    assert accepted.branches() == ["main", "usulan/12-antrean-pesan", OF_ANOTHER]


def clone(forge, branch=BRANCH):
    hand = forge.folder / "pengelola"
    forge.git("clone", "-q", "--branch", branch, forge.origin, hand, at=forge.folder)
    return hand


def put_right(forge):
    """A maintainer's commit on the branch of the proposal."""
    hand = clone(forge)
    (hand / FILE).write_text((hand / FILE).read_text().replace("semua loket", "semua loket kantor"))
    forge.git("commit", "-qam", "Perbaiki", at=hand)
    forge.git("push", "-q", at=hand)


@pytest.mark.parametrize("event", ["sah-disunting", "sah-nama-lain"])
def test_what_a_maintainer_has_put_right_is_neither_written_over_nor_dropped(accepted, event):
    put_right(accepted)
    sent, _ = accepted.run(event)
    assert sent == "failure"
    assert accepted.branches() == ["main", BRANCH]
    assert "semua loket kantor" in accepted.git("show", f"{BRANCH}:{FILE}")
    [(comment, answer)] = accepted.told()
    assert comment[:2] == ["issue", "comment"]
    assert "pengelola akan melihatnya" in answer


@pytest.mark.parametrize("command", ["ls-remote", "fetch"])
def test_a_fault_of_the_network_is_not_taken_for_a_branch_that_is_not_there(accepted, command):
    put_right(accepted)
    (accepted.folder / "bin/git").write_text(
        f'#!/bin/sh\n[ "$1" = {command} ] && exit 128\nexec {shutil.which("git")} "$@"\n'
    )
    (accepted.folder / "bin/git").chmod(0o755)
    assert accepted.run("sah-disunting")[0] == "failure"
    (accepted.folder / "bin/git").unlink()
    assert "semua loket kantor" in accepted.git("show", f"{BRANCH}:{FILE}")


def test_a_branch_brought_up_to_date_is_still_the_senders_to_edit(accepted):
    hand = clone(accepted, "main")
    for number in range(2):
        (hand / "README.md").write_text(f"lain {number}\n")
        accepted.git("add", "-A", at=hand)
        accepted.git("commit", "-qm", "milik orang lain", at=hand)
        accepted.git("switch", "-q", BRANCH, at=hand)
        accepted.git("merge", "-q", "--no-ff", "-m", "gabung", "main", at=hand)
        accepted.git("push", "-q", "origin", BRANCH, "main", at=hand)
        accepted.git("switch", "-q", "main", at=hand)
    sent, log = accepted.run("sah-disunting", given={"GH_OPEN": "34"})
    assert sent == "success", log
    assert "tiga loket" in accepted.git("show", f"{BRANCH}:{FILE}")


def test_an_event_that_comes_late_brings_what_the_sender_wrote_last(forge):
    assert forge.run("sah-baru", now="sah-disunting")[0] == "success"
    assert "tiga loket" in forge.git("show", f"{BRANCH}:{FILE}")


def test_a_refused_proposal_leaves_no_trace_but_its_answer(forge):
    assert forge.run("tolak-galat-isian")[0] == "skipped"
    assert forge.branches() == ["main"]
    [(comment, answer)] = forge.told()
    assert comment[:3] == ["issue", "comment", "12"]
    assert "belum dapat diteruskan" in answer


def test_an_event_of_no_concern_leaves_no_trace_at_all(forge):
    assert forge.run("abaikan-label-lain")[0] == "skipped"
    assert forge.branches() == ["main"]
    assert forge.told() == []


def test_text_that_looks_like_a_command_runs_nowhere(forge):
    assert forge.run("sah-perintah-di-isi")[0] == "success"
    assert "$(touch JAHAT-TERJADI)" in forge.git("show", f"{BRANCH}:{FILE}")
    assert "${{ github.token }}" in forge.git("show", f"{BRANCH}:{FILE}")
    assert list(forge.folder.rglob("JAHAT-TERJADI")) == []


@pytest.mark.parametrize(("event", "told"), [("sah-perbaikan", 0), ("sah-perbaikan-lama", 1)])
def test_a_correction_changes_the_file_that_is_there_and_says_so_if_it_is_older_than_its_last_change(
    forge, event, told
):
    assert forge.run(event)[0] == "success"
    changed = forge.git("diff", "--name-status", "main", "usulan/13-posyandu-malam")
    assert changed == "M\tinnovations/dinkes/posyandu-malam.yml\n"
    *_, (create, body), (_, answer) = forge.told()
    assert create[:2] == ["pr", "create"]
    assert body.count("berubah di katalog sesudah usulan ini dibuat") == told
    assert answer.count("berubah di katalog sesudah laporan ini dibuat") == told


#: Where the job finds the target's program. Its environment is not made here; it is this test's own.
ENVIRONMENT = {"run": f"ln -s {ROOT / '.venv'} $RUNNER_TEMP/dasar/.venv"}


def proposed(forge, *, meanwhile="registry/agencies.yml"):
    """Merge what lies in the work tree as the forge would, after something of somebody else's; then run `Data`."""
    work = forge.checkout
    forge.git("switch", "-q", "-c", "usul", at=work)
    forge.git("add", "-A", at=work)
    forge.git("commit", "-qm", "usul", at=work)
    forge.git("switch", "-q", "-c", "sementara", "origin/main", at=work)
    (work / meanwhile).write_text("# Catatan lain.\n" + (work / meanwhile).read_text())
    forge.git("commit", "-qam", "milik orang lain", at=work)
    forge.git("merge", "-q", "--no-ff", "-m", "gabung", "usul", at=work)
    take, *rest = [step for step in CHECK["jobs"]["data"]["steps"] if "run" in step]
    workflow = {"jobs": {"data": {"steps": [take, ENVIRONMENT, *rest]}}}
    context = {"github.event.merge_group.base_sha || 'HEAD^1'": "HEAD^1"}
    well, _, told = forge.job("data", context, given={"GITHUB_WORKSPACE": str(work)}, workflow=workflow)
    return well, told


def edit(forge, path, change):
    file = forge.checkout / path
    file.write_text(change(file.read_text() if file.exists() else ""))


def test_a_pull_request_is_summarised_against_what_it_would_change(forge):
    """The checks' own lines, on a merge such as the forge makes: what others merged meanwhile is not the proposal's."""
    edit(forge, "innovations/dinkes/posyandu-malam.yml", lambda text: text.replace("2026-03-02", "2026-04-02"))
    edit(forge, "Makefile", lambda _: "jahat:\n")
    well, summary = proposed(forge)
    assert well, summary
    assert "| Riwayat › Tanggal (`Penerapan`) | `2026-03-02` | `2026-04-02` |" in summary
    assert "Kode, alur kerja, atau pengaturan berubah: `Makefile`" in summary
    assert "Ringkasan ini bukan bukti" in summary
    assert "agencies.yml" not in summary


def test_what_a_proposal_would_run_does_not_run_where_it_is_judged(forge):
    edit(forge, "mkdocs.yml", lambda text: text + "hooks: [jahat.py]\n")
    edit(forge, "jahat.py", lambda _: "open('JAHAT-TERJADI', 'w')\n")
    edit(forge, "click.py", lambda _: "open('JAHAT-TERJADI', 'w')\n")
    edit(forge, "Makefile", lambda _: ".venv/.site:\n\ttouch JAHAT-TERJADI\n")
    well, summary = proposed(forge)
    assert well, summary
    assert list(forge.folder.rglob("JAHAT-TERJADI")) == []


def test_faulty_data_fail_and_are_summarised_all_the_same(forge):
    edit(forge, "innovations/dinkes/posyandu-malam.yml", lambda text: text.replace("bentuk: ", "bentuk: x"))
    well, told = proposed(forge)
    assert not well
    assert "::error file=innovations/dinkes/posyandu-malam.yml" in told


@pytest.mark.parametrize("path", ["innovations/dinkes/posyandu-malam", "docs/modul"])
def test_a_repository_inside_the_repository_is_refused(forge, path):
    """An empty folder, for which no check of files would have a word."""
    commit = forge.git("rev-parse", "HEAD", at=forge.checkout).strip()
    forge.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{path}", at=forge.checkout)
    (forge.checkout / path).mkdir()
    well, told = proposed(forge)
    assert not well
    assert "(B018)" in told


def test_a_proposal_is_judged_by_the_program_of_its_target_alone():
    runs = [step["run"] for step in CHECK["jobs"]["data"]["steps"] if "run" in step]
    own = [run for run in runs if "katalog" in run or "make" in run]
    assert len(own) == 3
    assert [run for run in own if '"$RUNNER_TEMP/dasar' not in run] == []
    assert [run for run in runs if re.search(r"\bpip\b|python", run)] == []


# What a pull request is judged by


def change(forge, *edits, event="pull_request", meanwhile=""):
    """Propose `edits` (path -> content, None: removed, a Path: moved there), merge them, and ask whether code changed."""
    work = forge.checkout
    forge.git("switch", "-q", "-c", "usul", "origin/main", at=work)
    for path, content in edits:
        if isinstance(content, str):
            (work / path).parent.mkdir(parents=True, exist_ok=True)
            (work / path).write_text(content)
        elif content:
            (work / content).parent.mkdir(parents=True, exist_ok=True)
            forge.git("mv", path, str(content), at=work)
        else:
            forge.git("rm", "-rq", path, at=work)
    forge.git("add", "-A", at=work)
    forge.git("commit", "-qm", "usul", at=work)
    forge.git("switch", "-q", "-c", "sementara", "origin/main", at=work)
    if meanwhile:
        (work / meanwhile).write_text("milik orang lain")
        forge.git("add", "-A", at=work)
        forge.git("commit", "-qm", "milik orang lain", at=work)
    forge.git("merge", "-q", "--no-ff", "-m", "gabung", "usul", at=work)
    well, outputs, log = forge.job("change", {"github.event_name": event}, workflow=CHECK)
    assert well, log
    return outputs["change"]["code"]


ENTRY, REGISTER, CODE = (
    ("innovations/dinkes/posyandu-malam.yml", "x"),
    ("registry/map.yml", "x"),
    ("generator/x.py", "x"),
)
ODD = "b\n\t'\"ü $(touch JAHAT-TERJADI) :!x"


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        pytest.param([ENTRY], "false", id="an entry"),
        pytest.param([ENTRY, REGISTER], "false", id="an entry and the register"),
        pytest.param([(ENTRY[0], None)], "false", id="an entry withdrawn"),
        pytest.param([(ENTRY[0], Path("innovations/disdik/baru.yml"))], "false", id="an entry moved"),
        pytest.param([(f"innovations/dinkes/{ODD}.yml", "x")], "false", id="data with an odd name"),
        pytest.param([CODE], "true", id="code"),
        pytest.param([ENTRY, CODE], "true", id="both"),
        pytest.param([(ENTRY[0], Path("docs/posyandu.md"))], "true", id="data become code"),
        pytest.param([("mkdocs.yml", Path("registry/mkdocs.yml"))], "true", id="code become data"),
        pytest.param([("mkdocs.yml", None)], "true", id="code removed"),
        pytest.param([(f"{ODD}.yml", "x")], "true", id="code with an odd name"),
        pytest.param([("innovations.py", "x")], "true", id="a name that begins like data"),
        pytest.param([("docs/innovations/x.yml", "x")], "true", id="a folder of that name elsewhere"),
        pytest.param([("innovations", None), ("innovations", "x")], "true", id="a file in the place of the folder"),
    ],
)
def test_whatever_is_not_data_alone_is_code(forge, edits, code):
    assert change(forge, *edits) == code
    assert list(forge.folder.rglob("JAHAT-TERJADI")) == []


def test_the_code_of_others_merged_meanwhile_is_not_the_proposals(forge):
    assert change(forge, ENTRY, meanwhile="Makefile") == "false"


def test_a_queue_of_merges_is_judged_as_code_whatever_it_holds(forge):
    assert change(forge, ENTRY, event="merge_group") == "true"


def test_where_the_state_before_is_not_known_all_is_code(forge):
    forge.git("checkout", "-q", "--orphan", "kosong", at=forge.checkout)
    forge.git("commit", "-qm", "x", at=forge.checkout)
    well, outputs, _ = forge.job("change", {"github.event_name": "pull_request"}, workflow=CHECK)
    assert (well, outputs["change"]["code"]) == (True, "true")


def test_only_the_tests_of_code_are_skipped_and_by_a_condition_of_their_job():
    """A check that a filter of paths leaves out stays required and never comes; one skipped by its job has passed."""
    assert CHECK[True] == {"pull_request": None, "merge_group": None}
    jobs = CHECK["jobs"]
    assert jobs["change"]["outputs"] == {"code": "${{ steps.change.outputs.code }}"}
    assert jobs["test"]["needs"] == "change"
    assert jobs["test"]["if"] == "${{ !cancelled() && needs.change.outputs.code != 'false' }}"
    assert jobs["preview"]["if"] == "github.event_name == 'pull_request'"
    assert not {"needs", "if"} & {*jobs["data"], *jobs["change"]}
    runs = "\n".join(step.get("run", "") for name in ("data", "preview") for step in jobs[name]["steps"])
    commands = re.findall(r"katalog\"? (check|review|build|schema|owners)\b", runs)
    assert commands == ["check", "review", "build", "schema", "owners"]
