"""The command line as a person meets it: through `main`, in a project's folder."""

import csv
import datetime as dt
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner
from conftest import ENTRY, ROOT, TODAY, tree

from generator.__main__ import main
from generator.commands import cli, progress
from generator.problems import code_texts
from generator.problems.reporters import REPORTERS

COMMANDS = cli.cli.list_commands(click.Context(cli.cli))
AS_OF = f"--as-of={TODAY.isoformat()}"
BAD = "innovations/disdik/rusak.yml"
LATER = "innovations/disdik/kelas-malam.yml"


def _put(path, text):
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def _assert_one_indonesian_sentence(text):
    assert "Traceback" not in text
    assert not _english(text), text
    assert len(text.strip().splitlines()) == 1
    assert text.strip().endswith(".")


def _english(text):
    words = (
        r"usage|options?|commands?|arguments?|show|help|error|try|missing|invalid|unknown|no such|default|the|is not|of"
    )
    return re.findall(rf"\b(?:{words})\b", re.sub(r"--?[a-z-]+|`[^`]*`", "", text), re.IGNORECASE)


# Help


@pytest.mark.parametrize("page", ["docs/dev/contract.md", "README.md"])
def test_the_commands_are_those_that_contract_and_readme_name(page):
    rows = re.findall(r"^\| (`katalog.*?) \|", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall(r"(?<=`katalog )[a-z]+", row)) == COMMANDS


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_indonesian(command):
    result = CliRunner().invoke(cli.cli, [*command, "--help"], prog_name="katalog")
    assert result.exit_code == 0
    assert result.output.startswith(f"Pemakaian: {' '.join(['katalog', *command])}")
    assert "Pilihan:" in result.output
    assert "Tampilkan bantuan ini." in result.output
    assert not _english(result.output), result.output


def test_every_command_and_every_option_says_what_it_does():
    commands = {name: cli.cli.get_command(click.Context(cli.cli), name) for name in COMMANDS}
    for name, command in commands.items():
        assert command.help, name
        assert all(option.help for option in command.params if option.param_type_name == "option"), name
    overview = CliRunner().invoke(cli.cli, ["--help"]).output
    for name, command in commands.items():
        assert re.search(rf"^ +{name} +{re.escape(command.get_short_help_str(80)[:20])}", overview, re.MULTILINE)


def test_every_command_stands_in_the_readme():
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("no README yet")
    text = readme.read_text("utf-8")
    assert [name for name in COMMANDS if f"katalog {name}" not in text] == []


def test_the_version_is_that_of_the_package(katalog):
    code, out, _ = katalog("--version")
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE).group(1)
    assert (code, out) == (0, f"katalog {version}\n")


def test_python_m_generator_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "generator", "explain", "I001"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("I001 (galat)")


# Wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("terbang",),
        ("--cepat",),
        ("check", "--format", "xml"),
        ("check", "--format"),
        ("check", "innovations/tidak-ada.yml"),
        ("check", "/etc"),
        ("check", "--cepat"),
        ("compliance", "--year", "kemarin"),
        ("compliance", "--as-of", "2026-13-45"),
        ("compliance", "--as-of", "besok"),
        ("compliance", "--as-of", "02/03/2026"),
        ("compliance", "--format", "yaml"),
        ("compliance", "tambahan"),
        ("explain",),
        ("explain", "Z999"),
        ("close",),
        ("close", "kemarin"),
        ("write",),
        ("build", "--site-dir"),
        ("build", "--site-dir", "registry", AS_OF),
        ("build", "--site-dir", ".", AS_OF),
    ],
    ids=" ".join,
)
def test_wrong_usage_gives_2_and_one_indonesian_sentence(katalog, arguments):
    code, out, err = katalog(*arguments)
    assert (code, out) == (2, "")
    _assert_one_indonesian_sentence(err)


@pytest.mark.parametrize("arguments", [("close", "kemarin"), ("open", "20x")], ids=" ".join)
def test_a_year_that_is_no_number_is_named_by_its_indonesian_word(katalog, arguments):
    assert "TAHUN harus berisi bilangan bulat, misalnya 2026" in katalog(*arguments)[2]


@pytest.mark.parametrize("command", [("build",), ("write", "keluar"), ("compliance",)], ids=" ".join)
def test_without_git_and_without_a_day_it_asks_for_the_day(katalog, command):
    code, _, err = katalog(*command)
    assert code in (1, 2)
    assert "--as-of" in err
    _assert_one_indonesian_sentence(err)


@pytest.mark.parametrize(
    "command", [("check",), ("schema",), ("compliance", AS_OF), ("serve",), ("build", AS_OF)], ids=" ".join
)
def test_outside_a_catalogue_it_says_where_to_go(katalog, tmp_path, monkeypatch, command):
    (tmp_path / "kosong").mkdir()
    monkeypatch.chdir(tmp_path / "kosong")
    code, _, err = katalog(*command)
    assert code == 2
    assert "mkdocs.yml" in err
    _assert_one_indonesian_sentence(err)


# check


def test_check_gives_0_for_sound_data_whatever_the_warnings(katalog):
    code, out, _ = katalog("check")
    assert code == 0
    assert "peringatan[K001]" in out
    assert "0 galat" in out


def test_check_gives_1_and_every_fault_of_every_file(katalog):
    _put(BAD, "nama: Rusak\nbentuk: karangan\n")
    _put("innovations/dinkes/lain.yml", "nama: [\n")
    code, out, _ = katalog("check")
    assert code == 1
    assert re.search(rf"^{re.escape(BAD)}:2:9: galat\[I006\]: .+ - .+$", out, re.MULTILINE)
    assert f"{BAD}:1:1: galat[I001]" in out
    assert "innovations/dinkes/lain.yml" in out


def test_check_of_a_path_reports_that_path_alone(katalog):
    _put(BAD, "nama: Rusak\n")
    assert katalog("check", "innovations/dinkes")[0] == 0
    code, out, _ = katalog("check", "innovations/disdik/", "innovations/dinkes/posyandu-malam.yml")
    assert code == 1
    assert {line.partition(":")[0] for line in out.splitlines()[:-1]} == {
        BAD,
        "innovations/dinkes/posyandu-malam.yml",
    }
    assert katalog("check", BAD)[0] == 1


def test_check_of_a_path_whose_name_is_the_beginning_of_another_reports_no_other(katalog):
    _put(BAD, "nama: Rusak\n")
    _put("innovations/dis/catatan.txt", "x")
    assert "rusak.yml" not in katalog("check", "innovations/dis")[1]


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_has_the_same_faults_and_the_same_exit_code(katalog, form):
    _put(BAD, "nama: Rusak\nbentuk: karangan\n")
    code, out, _ = katalog("check", "--format", form)
    assert code == 1
    assert out.count("I006") == 1


def test_the_json_report_is_for_programs(katalog):
    _put(BAD, "nama: Rusak\nbentuk: karangan\n")
    report = json.loads(katalog("check", "--format", "json")[1])
    assert report["errors"] == sum(p["severity"] == "error" for p in report["problems"]) > 0
    assert report["warnings"] == sum(p["severity"] == "warning" for p in report["problems"]) > 0
    found = next(p for p in report["problems"] if p["code"] == "I006")
    assert (found["file"], found["line"], found["column"], found["field"]) == (BAD, 2, 9, "bentuk")
    assert found["message"]
    assert found["fix"]


def test_the_github_report_marks_the_line(katalog):
    _put(BAD, "nama: Rusak\nbentuk: karangan\n")
    lines = katalog("check", "--format", "github")[1].splitlines()
    assert any(line.startswith(f"::error file={BAD},line=2,col=9,title=") for line in lines)
    assert all(line.startswith(("::error ", "::warning ")) for line in lines)


# explain and schema


def test_explain_knows_every_code_in_any_case(katalog):
    for code in code_texts():
        exit_code, out, _ = katalog("explain", code.lower())
        assert exit_code == 0
        assert out.startswith(f"{code} (")
        assert "Cara memperbaiki: " in out
        assert not re.search(r"\{\w+\}", out), out


def test_schema_prints_the_schema_that_is_published(katalog, project):
    code, out, _ = katalog("schema")
    assert code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(out))
    assert out.encode() == tree(project())["data/skema.json"]


# compliance


def test_the_three_formats_of_compliance_agree(katalog):
    code, text, _ = katalog("compliance", AS_OF)
    assert code == 0
    body = json.loads(katalog("compliance", AS_OF, "--format", "json")[1])
    rows = list(csv.DictReader(io.StringIO(katalog("compliance", AS_OF, "--format", "csv")[1], newline="")))
    assert [row["status"] for row in rows] == [row["status"] for row in body["kepatuhan"]]
    assert text.startswith(f"{body['memenuhi']} dari {body['dari']} perangkat daerah")
    for row in body["kepatuhan"]:
        assert re.search(rf"^{re.escape(row['status_kata'])} +{re.escape(row['nama'])}: ", text, re.MULTILINE)


def test_compliance_answers_for_any_day(katalog):
    def met(day):
        return json.loads(katalog("compliance", f"--as-of={day}", "--format", "json")[1])["memenuhi"]

    assert met("2026-03-01") == 0
    assert met("2026-03-02") == 1
    assert met("2 Maret 2026") == 1


def test_compliance_answers_for_a_year_on_record_and_for_no_other(katalog):
    assert json.loads(katalog("compliance", "--year", "2026", AS_OF, "--format=json")[1])["tahun"] == 2026
    code, out, err = katalog("compliance", "--year", "2019", AS_OF)
    assert (code, out) == (1, "")
    assert "2019" in err
    _assert_one_indonesian_sentence(err)


def test_compliance_refuses_to_count_faulty_data(katalog):
    _put(BAD, "nama: Rusak\n")
    code, out, err = katalog("compliance", AS_OF)
    assert (code, out) == (1, "")
    assert "rusak.yml" in err


# write


def test_write_fills_a_folder_and_writes_nothing_the_second_time(katalog, tmp_path):
    code, out, _ = katalog("write", "keluar", AS_OF)
    assert code == 0
    total, written = re.fullmatch(r"(\d+) berkas di keluar: (\d+) ditulis, 0 dihapus\.\n", out).groups()
    assert total == written == str(sum(path.is_file() for path in Path("keluar").rglob("[!.]*")))
    assert Path("keluar/inovasi/posyandu-malam/index.md").is_file()
    assert Path("keluar/data/inovasi.json").is_file()
    assert re.search(r": 0 ditulis, 0 dihapus", katalog("write", "keluar", AS_OF)[1])


def test_write_refuses_a_folder_with_somebodys_work(katalog, tmp_path):
    foreign = tmp_path / "asing"
    foreign.mkdir()
    (foreign / "skripsi.txt").write_text("penting")
    code, out, err = katalog("write", str(foreign), AS_OF)
    assert (code, out) == (2, "")
    assert str(foreign) in err
    assert [path.name for path in foreign.iterdir()] == ["skripsi.txt"]


def test_write_writes_nothing_from_faulty_data(katalog, tmp_path):
    _put(BAD, "nama: Rusak\n")
    assert katalog("write", str(tmp_path / "keluar"), AS_OF)[0] == 1
    assert not (tmp_path / "keluar").exists()


# close


def test_close_writes_the_result_once_and_only_of_a_year_that_is_over(katalog, monkeypatch):
    obligation = Path("registry/obligations/2026.yml")
    earlier = obligation.read_text("utf-8").replace("2026", "2020")
    _put("registry/obligations/2020.yml", earlier)
    target = Path("registry/obligations/2020.hasil.yml")
    assert katalog("close", "2020", "--as-of=2020-12-31")[0] == 1
    assert katalog("close", "2019", AS_OF)[0] == 1
    assert not target.exists()
    code, out, _ = katalog("close", "2020", "--as-of=2021-01-31", "--yes")
    assert code == 0
    assert str(target) in out
    assert "per_tanggal: 2021-01-31" in target.read_text("utf-8")
    assert katalog("check", "registry")[0] == 0
    code, _, err = katalog("close", "2020", "--as-of=2021-02-28")
    assert code == 1
    _assert_last_sentence(err)
    assert "per_tanggal: 2021-01-31" in target.read_text("utf-8")


def _assert_last_sentence(text):
    assert text.strip().endswith(".")
    assert not _english(text)


# build


@pytest.mark.parametrize(("watched", "quiet"), [(True, False), (True, True), (False, False)])
def test_progress_is_told_on_a_terminal_after_a_second_and_never_where_it_shall_be_quiet(
    monkeypatch, capsys, watched, quiet
):
    moments = iter([0, 0.5, 1.5, 1.6, 3.5, 4])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(moments))
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: watched)
    told = progress.Progress(quiet=quiet)
    for done in range(1, 5):
        told("Menyusun halaman", done, 8)
    assert told.seconds() == 4
    said = capsys.readouterr().err.split("\r\x1b[K")
    lines = [
        "",
        "Menyusun halaman: 2 dari 8, kira-kira 3 detik lagi",
        "Menyusun halaman: 4 dari 8, kira-kira 3 detik lagi",
        "",
    ]
    assert said == (lines if watched and not quiet else [""])


def test_build_makes_the_site_and_a_failing_build_leaves_it_as_it_was(katalog):
    code, out, _ = katalog("build", AS_OF)
    assert code == 0
    assert re.fullmatch(r"Situs selesai: site/ \([0-9]+ berkas dari 1 inovasi dalam [0-9]+ detik\)\n", out), out
    before = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    assert b"https://wa.me/6281200000000?text=Laporan" in before[Path("site/inovasi/posyandu-malam/index.html")]
    _put(LATER, ENTRY.replace("Posyandu Malam", "Kelas Malam"))
    _put(BAD, "nama: Rusak\n")
    code, out, err = katalog("build", AS_OF)
    assert code == 1
    assert "rusak.yml" in out + err
    assert {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()} == before
    assert [path.name for path in Path().iterdir() if path.name.startswith(".katalog")] == []


def test_build_strict_makes_warnings_errors_but_only_tells_that_nobody_can_be_asked(katalog):
    _put("mkdocs.yml", re.sub(r"(?m)^      kontak:\n(?: {8}.*\n)+", "", Path("mkdocs.yml").read_text("utf-8")))
    code, out, err = katalog("build", "--strict", AS_OF)
    assert code == 1
    assert "peringatan[K003]" in out + err
    assert "mkdocs.yml: peringatan[S001]" in err
    assert not Path("site").exists()


def test_a_program_without_standard_input_is_answered_by_nobody(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "argv", ["katalog", "find"])
    monkeypatch.setattr("gc.set_threshold", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    _assert_one_indonesian_sentence(capsys.readouterr().err)


def test_a_day_in_the_past_does_not_make_todays_entries_lie_in_the_future(katalog):
    _put(LATER, ENTRY.replace("2026-03-02", dt.datetime.now(dt.UTC).date().replace(day=1).isoformat()))
    assert katalog("compliance", "--as-of=2026-02-01")[0] == 0


def test_plain_check_asks_git_nothing(katalog, monkeypatch):
    def asked(*arguments, **options):
        raise AssertionError(arguments)

    monkeypatch.setattr(subprocess, "run", asked)
    monkeypatch.setattr(subprocess, "Popen", asked)
    assert katalog("check")[0] == 0


def test_whoever_checks_a_file_does_not_wait_for_what_builds_a_site(project):
    code = "import sys\nfrom generator.commands import cli\nsys.argv = ['katalog', 'check']\ntry:\n    cli.main()\nfinally:\n    print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=project(), capture_output=True, text=True, check=False)
    loaded = done.stdout.splitlines()[-1].split()
    assert "generator.checking" in loaded
    assert {"mkdocs.structure", "jinja2", "openpyxl", "generator.reviewing", "generator.contributing"} & {
        *loaded
    } == set()
