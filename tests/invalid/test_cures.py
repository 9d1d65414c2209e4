"""The command that a message names settles what the message tells, without an editor."""

import re
import shlex
import subprocess

import pytest
from conftest import TODAY
from test_invalid_cases import BUILT, HERE

from generator import checking, layout
from generator.problems import code_texts
from generator.publishing.configuration import Configuration

DAY = ("--date", "2 Juni 2026")
SOURCE = ("--source", "Keputusan Bupati Nomor 1 Tahun 2026")
WHY = ("--why", "Salah catat.")
#: Case -> what is answered to the command that its message names.
CURED = {
    "K002-compilers-reading": (*DAY, "--columns", "semua"),
    "K003-never-checked": DAY,
    "P003-mobile-of-an-office": (*DAY, *SOURCE),
    "R003-bound-kind": WHY,
    "R003-counted-event": WHY,
    "R003-exemption": WHY,
    "R003-hand-in-of-no-innovation": ("--innovation", "posyandu-malam"),
    "R003-reply": WHY,
    "R003-successor": WHY,
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
    "R096-taken-in-without-an-entry": ("--innovation", "posyandu-malam"),
    "R084-upheld-without-a-day": ("--date", "2 Mei 2026", "--state", "tetap", "--done", "3 Mei 2026"),
    "S001-nobody-to-ask": ("--office", "Bidang Litbang"),
}


#: Faults of registers that no command settles, and why: they are mended where they were made, in the file.
BY_HAND = {
    "R002": "no command writes an address twice; a file that was edited or merged does, and only its editor knows which goes",
    "R006": "a file that was copied under another year's name",
    "R010": "a file that no command has put there",
    "R013": "words on which the program counts, kept in a file that no command writes",
    "R017": "the map is drawn by hand, once for a region",
    "R018": "the map is drawn by hand, once for a region",
    "R043": "words of choice are kept in a file that no command writes",
    "R061": "other names of offices are typed as words are: docs/pengelola/kata-sehari-hari.md",
    "R071": "words are typed as text, one list each: docs/pengelola/kata-sehari-hari.md",
    "R072": "words are typed as text, one list each: docs/pengelola/kata-sehari-hari.md",
    "R073": "words are typed as text, one list each: docs/pengelola/kata-sehari-hari.md",
    "R074": "words are typed as text, one list each: docs/pengelola/kata-sehari-hari.md",
    "R075": "words are typed as text, one list each: docs/pengelola/kata-sehari-hari.md",
    "R076": "icons belong to the look of the site",
    "R081": "problems that offices want solved are kept in a file that no command writes",
    "R082": "problems that offices want solved are kept in a file that no command writes",
    "R091": "an edition of the national index is copied from its document, once a year",
    "R092": "an edition of the national index is copied from its document, once a year",
    "R097": "accept and record refuse a day that goes back; only two branches merged by hand make it",
}


def test_every_fault_of_a_register_names_a_command_or_has_a_reason_why_none_settles_it():
    named = {
        code: bool(one.command or one.cure_by_command or re.search(r"katalog [a-z]|git (?:restore|show) ", one.cure))
        for code, one in code_texts().items()
        if code.startswith("R")
    }
    assert {code for code, has in named.items() if not has} == BY_HAND.keys()


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
