"""Reports for people, for GitHub and for programs: nothing from a file can act in a terminal or a log."""

import datetime as dt
import json
import os
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import ENTRY, TODAY, check, write_files
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checking
from generator.commands.cli import cli
from generator.problems import Place, Problems, code_texts, problem
from generator.problems.reporters import REPORTERS, as_json, github, summary, text
from generator.problems.tasks import task_list
from generator.text.printable import printable

PATH = "innovations/disdik/pojok-baca.yml"
WRONG = problem("I006", Place(PATH, 3, 9), field="bentuk", nilai="Layanan", pilihan="a, b", maksud="")
MEANT = problem("I006", Place(PATH, 3, 9), field="bentuk", nilai="Layanan", pilihan="a, b", maksud="pelayanan-publik")
WHOLE = problem("B011", Place("innovations/dinkes/kosong.yml"))
HASH = problem("Y012", Place(PATH, 1, 17), nilai="Pojok", hilang="#1")


# --- text -----------------------------------------------------------------------------------------


def test_a_line_has_place_code_message_and_cure():
    assert text(Problems([WRONG])).splitlines()[0] == (
        f'{PATH}:3:9: galat[I006]: "Layanan" bukan pilihan yang tersedia - pilih salah satu: a, b'
    )


def test_where_there_is_a_guess_the_cure_offers_it():
    assert text(Problems([MEANT])).splitlines()[0].endswith('- maksudnya "pelayanan-publik"?')


def test_a_problem_of_a_whole_file_has_no_line_number():
    assert text(Problems([WHOLE])).startswith("innovations/dinkes/kosong.yml: galat[B011]: ")


def test_errors_come_first_and_the_report_ends_with_a_count():
    lines = text(Problems([HASH, WHOLE, WRONG])).splitlines()
    assert [re.search(r"\[(.{4})\]", line).group(1) for line in lines[:-1]] == ["B011", "I006", "Y012"]
    assert lines[-1].startswith("2 galat, 1 peringatan.")
    assert "katalog explain" in lines[-1]


def test_a_clean_report_says_so():
    assert text(Problems()) == "Tidak ada galat.\n"
    assert summary(Problems()) == "Tidak ada galat."


def test_the_order_is_that_of_the_files_and_repeats_are_dropped():
    later = problem("B011", Place("innovations/z/z.yml"))
    tenth = problem("I015", Place(PATH, 10, 1), nilai="mungkin")
    assert list(Problems([later, tenth, WRONG, WRONG])) == [WRONG, tenth, later]


def test_a_report_can_be_kept_to_some_files_or_folders():
    problems = Problems([WRONG, WHOLE, problem("R001", Place("registry/agencies.yml"))])
    assert list(problems.within(["innovations/disdik"])) == [WRONG]
    assert list(problems.within(["innovations/dinkes/kosong.yml", "registry/"])) == [WHOLE, problems[-1]]
    assert list(problems.within(["innovations/dis"])) == []


# --- GitHub ---------------------------------------------------------------------------------------


def test_a_problem_becomes_an_annotation_on_its_line():
    assert github(Problems([WRONG])) == (
        f'::error file={PATH},line=3,col=9,title=galat[I006]::"Layanan" bukan pilihan yang tersedia - pilih salah satu: a, b\n'
    )


def test_a_warning_becomes_a_warning_and_a_whole_file_is_marked_on_its_first_line():
    assert github(Problems([HASH])).startswith(f"::warning file={PATH},line=1,col=17,title=peringatan[Y012]::")
    assert github(Problems([WHOLE])).startswith("::error file=innovations/dinkes/kosong.yml,line=1,title=")
    assert github(Problems()) == ""


@pytest.mark.parametrize(
    ("name", "written"),
    [("a,b:c%.yml", "a%2Cb%3Ac%25.yml"), ("a%0Ab.yml", "a%250Ab.yml"), ("a::b.yml", "a%3A%3Ab.yml")],
)
def test_a_file_name_cannot_add_a_property(name, written):
    one = problem("B011", Place(f"innovations/x/{name}", 0))
    assert github(Problems([one])).startswith(f"::error file=innovations/x/{written},line=1,title=galat[B011]::")


def test_a_percent_sign_in_a_value_stays_what_it_is():
    one = problem("I015", Place(PATH, 1, 1), nilai="100%0A::error::palsu")
    assert "100%250A::error::palsu" in github(Problems([one]))


# --- JSON -----------------------------------------------------------------------------------------


def test_the_json_report_has_english_keys_and_counts():
    report = json.loads(as_json(Problems([WRONG, HASH, WHOLE])))
    assert report == {
        "errors": 2,
        "warnings": 1,
        "problems": [
            {"file": "innovations/dinkes/kosong.yml", "line": 0, "column": 0, "code": "B011", "severity": "error", "field": "",
             "message": WHOLE.message, "fix": WHOLE.cure},
            {"file": PATH, "line": 1, "column": 17, "code": "Y012", "severity": "warning", "field": "",
             "message": HASH.message, "fix": HASH.cure},
            {"file": PATH, "line": 3, "column": 9, "code": "I006", "severity": "error", "field": "bentuk",
             "message": WRONG.message, "fix": WRONG.cure},
        ],
    }  # fmt: skip
    assert json.loads(as_json(Problems())) == {"errors": 0, "warnings": 0, "problems": []}


# --- hostile names and values ---------------------------------------------------------------------

HOSTILE = [
    "::error::palsu", "::stop-commands::x", "\n::error file=a.yml::palsu", "a\r\n::add-mask::b", "\x1b[2J\x1b[31mhapus", "a\x08\x08b", "\x00",
    "##[error]palsu", "\u2028::error::x", "\x85::error::x", "\u202egalat", "\u200b", "a" * 5000, "%0A::error::x", "</td><script>alert(1)</script>",
    "@pengelola", "{nilai}", "{0.__class__}", "\ud800", "`kode`",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value)[:20])
@pytest.mark.parametrize("form", REPORTERS)
def test_a_hostile_value_cannot_leave_its_line(form, value):
    one = problem("I006", Place(PATH, 3, 9), field=value, nilai=value, pilihan=value, maksud=value)
    report = REPORTERS[form](Problems([one]))
    honest = REPORTERS[form](Problems([WRONG]))
    assert report.count("\n") == honest.count("\n")
    assert all(char.isprintable() or char == "\n" for char in report)
    assert len(report) < len(honest) + 1000
    for line, other in zip(report.splitlines(), honest.splitlines(), strict=True):
        assert line[:12] == other[:12]  # no line begins with user text
    report.encode("utf-8")


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value)[:20])
def test_a_value_is_shown_as_it_was_typed_except_for_what_cannot_be_seen(value):
    shown = printable(value)
    assert shown.isprintable()
    if value.isprintable() and len(value) <= 160:
        assert shown == value
    else:
        assert shown != value


def test_control_characters_are_shown_by_their_number():
    assert printable("a\nb\x1b\u202e") == "a\\x0ab\\x1b\\u202e"
    assert printable("é — 東京 👩") == "é — 東京 👩"


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=200), st.text(max_size=40))
def test_whatever_a_file_holds_a_report_is_one_line_a_problem(value, name):
    problems = Problems([problem("I002", Place(f"innovations/x/{name}", 2, 1), kolom=value, pilihan=value, maksud="")])
    [line, _count, end] = text(problems).split("\n")
    assert end == ""
    assert len(line.splitlines()) == 1
    [command, end] = github(problems).split("\n")
    assert end == ""
    assert re.fullmatch(r"::error file=[^,:]*,line=2,col=1,title=galat\[I002\]::[^\r\n]*", command)
    [row] = json.loads(as_json(problems))["problems"]
    assert row["file"] == f"innovations/x/{name}"


NAMES = [
    b"::error file=a,line=1::palsu.yml",
    b"baris\n::error::palsu.yml",
    b"\x1b[2J.yml",
    b"a%0A::error::b.yml",
    "\u202elmy.yml".encode(),
    b"a,b=c.yml",
    b"\xff\xfe.yml",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("form", REPORTERS)
def test_a_hostile_file_name_is_one_harmless_problem(project, form, name):
    root = project()
    (root / "innovations/dinkes" / os.fsdecode(name)).write_text(ENTRY, "utf-8")
    problems = check(root).errors
    assert [p.code for p in problems] == ["B003"]
    report = REPORTERS[form](problems)
    report.encode("utf-8")
    if form != "json":  # a program wants the name as it is
        assert all(char.isprintable() or char == "\n" for char in report)
    assert sum(line.lstrip().startswith("::") for line in report.splitlines()) == (1 if form == "github" else 0)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_hostile_file_name_does_not_stop_the_whole_check(project, name):
    root = project()
    (root / "innovations/dinkes" / os.fsdecode(name)).write_text(ENTRY, "utf-8")
    assert [p.code for p in checking.check(root, TODAY).problems.errors] == ["B003"]


def test_a_hostile_agency_folder_is_one_harmless_problem(project):
    root = project({"innovations/a\n::error::b/pojok-baca.yml": ENTRY.replace("Posyandu", "Pojok")})
    problems = check(root).errors
    assert [p.code for p in problems] == ["B005"]
    assert len(github(problems).splitlines()) == 1


@pytest.mark.parametrize(
    "line",
    [
        'nama: "a\\n::error::palsu"',
        "bentuk: ::error::palsu",
        '"\\n::error::palsu": a',
        "masalah: [::error::palsu]",
        'jenis: "\\x1b[31m"',
    ],
)
def test_a_hostile_value_in_a_file_makes_no_command_of_its_own(project, line):
    key = line.split(":")[0]
    kept = "".join(row for row in ENTRY.splitlines(keepends=True) if not row.startswith(f"{key}:"))
    problems = check(project({PATH: f"{kept}{line}\n"}))
    commands = github(problems).splitlines()
    assert len(commands) == len(problems)
    assert all(re.match(r"::(error|warning) file=(innovations|registry)/", command) for command in commands)
    assert "\x1b" not in text(problems)


# --- the command ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", REPORTERS)
def test_check_prints_the_chosen_report_and_exits_with_one(project, form, monkeypatch):
    monkeypatch.chdir(project({PATH: ENTRY.replace("bentuk: pelayanan-publik", "bentuk: Pelayanan Publik")}))
    done = CliRunner().invoke(cli, ["check", "--format", form], standalone_mode=False)
    assert done.exception is None
    assert done.return_value == 1
    assert "I006" in done.output
    if form == "json":
        assert json.loads(done.output)["errors"] == 1


def test_check_of_a_sound_catalogue_exits_with_zero(project, monkeypatch):
    monkeypatch.chdir(project())
    done = CliRunner().invoke(cli, ["check"], standalone_mode=False)
    assert (done.exception, done.return_value) == (None, 0)


def test_the_reports_are_offered_by_the_names_of_the_contract():
    assert list(REPORTERS) == ["text", "github", "json"]


def test_a_list_of_work_has_the_kind_that_changed_last_first_and_each_command():
    old, new = "innovations/dinkes/lama.yml", "innovations/disdik/baru.yml"
    found = Problems([problem("K003", Place(old)), problem("K003", Place(new)), problem("K006", Place(old), nilai="x")])
    told = task_list(found, {old: dt.date(2026, 1, 2), new: dt.date(2026, 5, 6)})
    assert told.startswith("3 peringatan dalam 2 kelompok")
    assert told.index("K003") < told.index("K006")
    assert told.index("(2026-05-06)") < told.index("(2026-01-02)")
    assert "  - katalog record verification --innovation baru (2026-05-06)\n" in told
    assert task_list(Problems(), {}).startswith("Tidak ada peringatan.")


def test_what_one_command_settles_is_told_once():
    here, there, other = (Place(f"innovations/{path}.yml") for path in ("dinkes/a", "dinkes/b", "disdik/c"))
    found = [problem("K001", one, jumlah=1, kolom="x") for one in (here, there, other)]
    found += [problem(code, here, kolom="x") for code in ("K002", "K003")]
    found += [
        problem("R053", Place("registry/obligations/2026.yml"), nilai="dinkes", tahun=2026, sebab="tidak terikat")
    ]
    told = task_list(Problems(found), {}).splitlines()
    assert "K002 Klasifikasi sementara (1), K003 Belum diperiksa (1)" in told
    assert sum("--innovation a" in line for line in told) == 1
    at = told.index("  - katalog export rekap ../dinkes.xlsx --agency dinkes")
    assert told[at + 1] == "      2 isian: a, b"
    assert told[at + 2] == "  - katalog export rekap ../disdik.xlsx --agency disdik"
    at = told.index("  - katalog record mending --what pengecualian --year 2026 --agency dinkes --remove ya")
    assert '"dinkes"' in told[at + 1]


def test_the_list_of_work_can_be_asked_for(katalog):
    agencies = Path("registry/agencies.yml")
    text = agencies.read_text("utf-8")
    agencies.write_text(text.replace("terikat: belum-dikonfirmasi", "terikat: ya"), "utf-8")
    number, digest = "2026-11-02-3bab05", "3bab05".ljust(64, "0")
    asked = f"perangkat_daerah: dinkes\nsidik: {digest}\nperjalanan:\n"
    asked += "  - {keadaan: ditanyakan, tanggal: 2026-11-02, keterangan: Sejak kapan?}\n"
    write_files(Path.cwd(), {f"registry/kiriman/{number}.yml": asked})
    code, out, _ = katalog("check", "--format", "tasks")
    assert code == 0
    assert "katalog record verification --innovation posyandu-malam" in out
    # What no file is at fault for waits too.
    assert "- katalog record confirmation --agency dinas-ragu\n" in out
    for told in (
        "katalog open 2027",
        "pemelihara belum diisi",
        "katalog record rules --year 2026 --what jenis_terikat --value dinas,kecamatan,rsud",
        f"katalog accept BERKAS --number {number}",
    ):
        assert told in out


def test_every_command_of_a_message_can_be_filled_in_and_typed():
    for one in code_texts().values():
        if one.command:
            told = re.sub(r"\{\w+\}", "a", one.command).split()[1:]
            here, context = cli, click.Context(cli)
            while isinstance(here, click.Group):
                here = here.get_command(context, told.pop(0))
            options = {name for option in here.params for name in option.opts}
            assert {part for part in told if part.startswith("--")} <= options, one.code
