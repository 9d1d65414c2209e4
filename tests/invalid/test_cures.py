"""The command that a message names settles what the message tells, without an editor."""

import shlex
import subprocess

import pytest
from conftest import TODAY
from test_invalid_cases import BUILT, HERE

from generator import checking, layout
from generator.publishing.configuration import Configuration

DAY = ("--date", "2 Juni 2026")
SOURCE = ("--source", "Keputusan Bupati Nomor 1 Tahun 2026")
WHY = ("--why", "Salah catat.")
#: Case -> what is answered to the command that its message names.
CURED = {
    "K002-compilers-reading": (*DAY, "--columns", "semua"),
    "K003-never-checked": DAY,
    "R004-its-own-successor": WHY,
    "R005-ends-before-it-begins": (*DAY, *WHY),
    "R008-rule-edited": ("--reason", "Kalimatnya diperjelas.", *DAY),
    "R015-report-counted": ("--value", "inisiatif, uji-coba, penerapan, pengembangan", *WHY),
    "R031-start-of-another-year": WHY,
    "R032-deadline-two-years-on": ("--value", "31 Desember 2026", *SOURCE, *WHY),
    "R033-exemption-of-last-year": ("--agency", "disdik", *DAY, *WHY),
    "R034-reply-of-last-year": ("--agency", "disdik", *DAY, *WHY),
    "R041-late-entry": ("--reason", "Terlambat.", *DAY),
    "R042-correction-of-a-new-agency": WHY,
    "R044-met-without-an-innovation": WHY,
    "R044-two-on-one-day": WHY,
    "R051-begins-before-the-end": ("--date", "31 Mei 2026", *WHY),
    "R052-nobody-goes-on": ("--date", "30 Juni 2026", "--successor", "disdik", *SOURCE),
    "R053-duty-not-confirmed": WHY,
    "R084-upheld-without-a-day": ("--date", "2 Mei 2026", "--state", "tetap", "--done", "3 Mei 2026"),
    "S001-nobody-to-ask": ("--office", "Bidang Litbang"),
}


def problems_of(root, code):
    settings = Configuration.read(root / layout.SETTINGS).settings
    return [one for one in checking.check(root, TODAY, (), settings).problems if one.code == code]


@pytest.mark.parametrize("case", CURED)
def test_the_command_that_a_message_names_settles_it(case, project, run_here, monkeypatch):
    files = (path for path in (HERE / case).rglob("*") if path.is_file() and path.name != "expected.txt")
    root = project({path.relative_to(HERE / case).as_posix(): path.read_bytes() for path in files})
    if case in BUILT:
        BUILT[case](root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git = ("git", "-c", "user.name=Kantor", "-c", "user.email=kantor@contoh.go.id")
    for told in (
        ("init", "-q", "-b", "main"),
        ("commit", "-q", "--allow-empty", "-m", "Mulai."),
    ):  # nothing is published
        subprocess.run([*git, *told], check=True)
    before = problems_of(root, case[:4])
    found = before[0]
    assert found.command in found.cure
    code, out, err = run_here(*shlex.split(found.command)[1:], *CURED[case], "--yes")
    assert code == 0, (found.command, out, err)
    assert found.place.file not in {one.place.file for one in problems_of(root, case[:4])}
