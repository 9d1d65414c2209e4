"""The registers among themselves: references lead somewhere, years agree, no contradiction passes."""

import datetime as dt

import pytest
from conftest import BASE, ENTRY, TODAY, check, codes, write_files
from many_units import register

from generator import checking, layout
from generator.compliance import closing
from generator.compliance.index import assess
from generator.compliance.learned import Learned
from generator.problems import Problem

AGENCIES, TAXONOMY = "registry/agencies.yml", "registry/taxonomy.yml"
DUTY, RESULT, INDICATORS = (
    "registry/obligations/2026.yml",
    "registry/obligations/2025.hasil.yml",
    "registry/indicators/2026.yml",
)
BASE_AGENCIES, BASE_TAXONOMY, BASE_DUTY, BASE_INDICATORS = (
    (BASE / path).read_text("utf-8") for path in (AGENCIES, TAXONOMY, DUTY, INDICATORS)
)
MAP = "registry/map.yml"
BASE_MAP = (BASE / MAP).read_text("utf-8")
DUTY_2025 = {"registry/obligations/2025.yml": BASE_DUTY.replace("2026", "2025")}
#: A record up to its agencies; neither digest nor version is that of a closing.
_RULES_THEN = DUTY_2025["registry/obligations/2025.yml"][BASE_DUTY.index("dasar_hukum:") :]
RECORD = f"tahun: 2025\nper_tanggal: 2026-01-05\nversi_aturan: rekaan\nsidik: rekaan\n{_RULES_THEN}hasil:\n"
UNSIGNED = ("R007", "R008")
ENTRY_2025 = ENTRY.replace("2026-03-02", "2025-05-04")


def agency(slug: str, **more: str) -> str:
    keys = {
        "nama_resmi": f"Dinas {slug}",
        "jenis": "dinas",
        "nama_terkonfirmasi": "ya",
        "terikat": "ya",
        "sumber": "{judul: Rekaan}",
        **more,
    }
    return f"  - slug: {slug}\n" + "".join(f"    {key}: {value}\n" for key, value in keys.items())


def agencies(*rows: str) -> dict[str, str]:
    return {AGENCIES: BASE_AGENCIES + "".join(rows)}


def result(rows: str = "", corrections: str = "", *, year: int = 2025) -> dict[str, str]:
    rows = rows or "  - {perangkat_daerah: dinkes, nama: A, status: belum, alasan: B}\n"
    text = f"{RECORD.replace('tahun: 2025', f'tahun: {year}')}{rows}"
    return {RESULT: text + (f"koreksi:\n{corrections}" if corrections else "")}


@pytest.fixture
def errors(project):
    return lambda files: list(check(project(files)).errors)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def places(problems: list[Problem]) -> list[tuple[str, str, int]]:
    return [(p.code, p.place.file, p.place.line) for p in problems]


# --- one slug, one row ----------------------------------------------------------------------------


def test_a_slug_stands_once_in_the_register_of_agencies(errors):
    files = agencies(agency("dinas-a"), agency("dinas-a", nama_resmi="Dinas Lain"))
    [problem] = errors(files)
    above, _, _ = files[AGENCIES].rpartition("slug: dinas-a")
    assert places([problem]) == [("R002", AGENCIES, above.count("\n") + 1)]


@pytest.mark.parametrize("vocabulary", ["bentuk", "urusan", "kecamatan", "peristiwa", "jenis_ki"])
def test_a_word_stands_once_in_its_vocabulary(errors, vocabulary):
    rows = BASE_TAXONOMY.split(f"{vocabulary}:\n")[1]
    first = rows.splitlines(keepends=True)[0]
    [problem] = errors({TAXONOMY: BASE_TAXONOMY.replace(f"{vocabulary}:\n{first}", f"{vocabulary}:\n{first}{first}")})
    assert places([problem]) == [("R002", TAXONOMY, line_of(BASE_TAXONOMY, f"{vocabulary}:\n") + 2)]


def test_the_same_word_in_two_vocabularies_is_fine(errors):
    assert errors({TAXONOMY: BASE_TAXONOMY.replace("slug: hak-cipta", "slug: kesehatan")}) == []


# --- references -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "file", "wrong", "meant"),
    [
        (agencies(agency("dinas-a", berlaku_sampai="2025-12-31", penerus="[diskes]")), AGENCIES, "diskes", "dinkes"),
        (agencies(agency("dinas-a", induk="diskdik")), AGENCIES, "diskdik", "disdik"),
        (agencies(agency("dinas-a", induk="dinas-kesehatan")), AGENCIES, "dinas-kesehatan", "dinkes"),
        (agencies(agency("dinas-a", jenis="rumah-sakit")), AGENCIES, "rumah-sakit", "rsud"),
        (agencies(agency("dinas-a", jenis="dinass", terikat="belum-dikonfirmasi")), AGENCIES, "dinass", "dinas"),
        ({TAXONOMY: BASE_TAXONOMY.replace("Uji coba, tahapan: uji-coba", "Uji coba, tahapan: uji-cobaa")}, TAXONOMY, "uji-cobaa", "uji-coba"),
        ({DUTY: BASE_DUTY.replace("[inisiatif,", "[inisiatip,")}, DUTY, "inisiatip", "inisiatif"),
        ({DUTY: BASE_DUTY.replace("[dinas, kecamatan]", "[dinas, kecamatan, badann]")}, DUTY, "badann", ""),
        ({DUTY: BASE_DUTY + "tanggapan: [{perangkat_daerah: dinke, tanggal: 2026-02-01, isi: Sudah.}]\n"}, DUTY, "dinke", "dinkes"),
        (
            {DUTY: BASE_DUTY + "pengecualian: [{perangkat_daerah: rsudd, alasan: A, tanggal: 2026-02-01, sumber: {judul: B}}]\n"},
            DUTY, "rsudd", "rsud",
        ),
        ({**DUTY_2025, **result("  - {perangkat_daerah: dinke, nama: A, status: belum, alasan: B}\n")}, RESULT, "dinke", "dinkes"),
        (
            {**DUTY_2025, **result(corrections="  - {tanggal: 2026-02-01, alasan: A, perangkat_daerah: disdk, status: memenuhi}\n")},
            RESULT, "disdk", "disdik",
        ),
        ({INDICATORS: BASE_INDICATORS + "urusan_pelayanan_dasar: [keshatan]\n"}, INDICATORS, "keshatan", "kesehatan"),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere_is_placed_on_itself_with_what_was_meant(errors, files, file, wrong, meant):
    [problem] = [p for p in errors(files) if p.code not in UNSIGNED]
    line = line_of(files[file], wrong)
    assert places([problem]) == [("R003", file, line)]
    assert f'"{wrong}"' in problem.message
    if meant:
        assert f'"{meant}"' in problem.cure


def test_the_second_of_two_successors_is_checked_too(errors):
    [problem] = errors(agencies(agency("dinas-a", berlaku_sampai="2025-12-31", penerus="[dinkes, hilang]")))
    assert (problem.code, '"hilang"' in problem.message) == ("R003", True)


# --- successions ----------------------------------------------------------------------------------


def row(slug: str, heirs: str = "", since: str = "", until: str = "") -> str:
    more = {"penerus": heirs and f"[{heirs}]", "berlaku_dari": since, "berlaku_sampai": until}
    return agency(slug, **{key: value for key, value in more.items() if value})


@pytest.mark.parametrize(
    ("rows", "ring"),
    [
        ([row("a", "a", until="2025-01-01")], {"a"}),
        ([row("a", "b", until="2025-01-01"), row("b", "a", until="2025-02-01")], {"a", "b"}),
        (
            [row("a", "b", until="2025-01-01"), row("b", "c", until="2025-02-01"), row("c", "a", until="2025-03-01")],
            {"a", "b", "c"},
        ),
        (
            [row("x", "a", until="2024-01-01"), row("a", "b", until="2025-01-01"), row("b", "a", until="2025-02-01")],
            {"a", "b"},
        ),
        ([row("a", "b, dinkes", until="2025-01-01"), row("b", "a", until="2025-02-01")], {"a", "b"}),
    ],
)
def test_a_succession_never_returns_to_its_beginning(errors, rows, ring):
    found = errors(agencies(*rows))
    assert {p.code for p in found} == {"R004"}
    assert {slug for slug in "abcx" if any(f'"{slug}"' in p.message for p in found)} == ring


@pytest.mark.parametrize(
    "rows",
    [
        [row("a", "b", until="2025-12-31"), row("b", since="2026-01-01")],
        [row("a", "b", until="2025-12-31"), row("b")],
        [row("a", "b, c", until="2025-12-31"), row("b", since="2026-01-01"), row("c", since="2026-01-01")],
        [row("a", "c", until="2025-12-31"), row("b", "c", until="2025-12-31"), row("c", since="2026-01-01")],
        [row("a", "b, c", until="2024-12-31"), row("b", "d", "2025-01-01", "2025-12-31"), row("c", "d", "2025-01-01", "2025-12-31"),
         row("d", since="2026-01-01")],
        [row("a", since="2025-01-01", until="2025-01-01")],
        [row("a", until="2025-12-31")],
    ],
    ids=["renamed", "heir of unknown age", "split", "merged", "split and merged again", "one day", "dissolved"],
)  # fmt: skip
def test_renamed_split_and_merged_agencies_are_no_contradiction(errors, rows):
    assert errors(agencies(*rows)) == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row("a", since="2025-06-30", until="2025-06-29")], "berakhir sebelum mulai"),
        ([row("a", "dinkes")], "berlaku_sampai kosong"),
    ],
)
def test_an_agency_s_years_must_be_possible(errors, rows, words):
    [problem] = errors(agencies(*rows))
    assert problem.code == "R005"
    assert words in problem.message
    assert problem.place.line > BASE_AGENCIES.count("\n")


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2026-06-30", "", "mulai 30 Juni 2026"),
        ("2026-01-01", "", "mulai 1 Januari 2026"),
        ("2025-07-01", "", "mulai 1 Juli 2025"),
        ("", "2026-06-30", "sudah berakhir 30 Juni 2026"),
        ("2016-12-01", "2025-12-31", "sudah berakhir 31 Desember 2025"),
    ],
    ids=["on its last day", "in its last year", "within twelve months", "ends with it", "has ended before it"],
)
def test_a_successor_that_cannot_go_on_is_placed_on_its_name_beside_one_that_can(errors, since, until, words):
    [problem] = errors(
        agencies(row("a", "dinkes, b", until="2026-06-30"), row("b", "rsud" * bool(until), since, until))
    )
    assert (problem.code, problem.field) == ("R051", "penerus")
    text = agencies(row("a", "dinkes, b", until="2026-06-30"))[AGENCIES]
    assert problem.place.line == line_of(text, "[dinkes, b]")
    assert f'"b" {words}, padahal "a"' in problem.message


@pytest.mark.parametrize("since", ["", "2016-12-01", "2025-06-30", "2026-07-01", "2026-10-01"])
def test_an_older_agency_may_take_another_in_and_a_new_one_may_begin_the_day_after_or_later(errors, since):
    assert errors(agencies(row("a", "b", until="2026-06-30"), row("b", since=since))) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [({}, True), ({"catatan": "Dibubarkan tanpa penerus."}, False), ({"penerus": "[dinkes]"}, False)],
)
def test_an_end_without_a_successor_is_told_to_maintainers_until_they_explain_it(project, more, told):
    found = check(project(agencies(agency("a", berlaku_sampai="2026-06-30", **more))))
    assert not found.errors
    assert ("R052" in {p.code for p in found}) == told
    assert "R052" not in {p.code for p in found.without_tasks}


def exempt(slug: str, year: int = 2026) -> dict[str, str]:
    text = BASE_DUTY.replace("2026", str(year)) + (
        f"pengecualian:\n  - {{perangkat_daerah: {slug}, alasan: A, tanggal: {year}-02-02, sumber: {{judul: B}}}}\n"
    )
    return {f"registry/obligations/{year}.yml": text}


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("dinkes", ""),
        ("dinas-ragu", "nama resminya"),
        ("rsud", "terikat"),
        ("a", "tidak ada dalam daftar pada akhir 2026"),
        ("b", "tidak ada dalam daftar pada akhir 2026"),
    ],
)
def test_an_exemption_that_changes_nothing_says_why(project, slug, words):
    more = agencies(row("a", "dinkes", until="2026-06-30"), row("b", since="2027-01-01"))
    found = [p for p in check(project({**more, **exempt(slug)})) if p.code == "R053"]
    assert len(found) == bool(words)
    assert all(words in p.message and p.severity == "peringatan" for p in found)


def test_of_two_exemptions_of_an_agency_the_first_in_time_holds_and_the_other_is_told(project):
    (path, text), *_ = exempt("dinkes").items()
    text += "  - {perangkat_daerah: dinkes, alasan: Lebih dahulu, tanggal: 2026-01-05, sumber: {judul: B}}\n"
    root = project({path: text})
    [problem] = [p for p in check(root) if p.code == "R053"]
    line = len(text.splitlines())
    assert problem.place.line == line - 1
    assert f"pengecualian pada baris {line} sudah berlaku sejak 5 Januari 2026" in problem.message
    assert problem.cure.startswith("cabut pengecualian ini: katalog record mending --what pengecualian")
    verdict = assess(checking.check(root, TODAY).catalogue, 2026, TODAY).of("dinkes")
    assert verdict.exemption.reason == "Lebih dahulu"


def test_an_exemption_in_a_closed_year_is_past_telling(project):
    root = project(exempt("rsud", 2025))
    assert "R053" in {p.code for p in check(root)}
    closed = closing.result_text(checking.check(root, TODAY).catalogue, 2025, dt.date(2026, 1, 5))
    assert "R053" not in {p.code for p in check(write_files(root, {RESULT: closed}))}


def test_both_parts_of_a_split_agency_keep_what_it_earned(project):
    files = agencies(
        row("a", "b, c", until="2026-05-31"),
        row("b", since="2026-06-01"),
        row("c", since="2026-06-01"),
        row("d", since="2025-01-01"),
    )
    root = project({**files, "innovations/a/warisan.yml": ENTRY})
    checked = checking.check(root, TODAY)
    assert not checked.problems.errors
    index = assess(checked.catalogue, 2026, TODAY)
    assert index.of("a") is None
    assert [(index.of(slug).status, index.of(slug).slugs) for slug in "bc"] == [("memenuhi", ("warisan",))] * 2


# --- years ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "file", "named"),
    [
        ({DUTY: BASE_DUTY.replace("tahun: 2026", "tahun: 2024")}, DUTY, "2026"),
        ({INDICATORS: BASE_INDICATORS.replace("edisi: 2026", "edisi: 2024")}, INDICATORS, "2026"),
        ({**DUTY_2025, **result(year=2024)}, RESULT, "2025"),
    ],
)
def test_the_year_in_a_file_is_that_of_its_name(errors, files, file, named):
    [problem] = [p for p in errors(files) if p.code not in UNSIGNED]
    assert places([problem]) == [("R006", file, 1)]
    assert "2024" in problem.message
    assert named in problem.message


def test_a_result_needs_the_rules_of_its_year(errors):
    [problem] = [p for p in errors(result()) if p.code not in UNSIGNED]
    assert (problem.code, problem.place.file) == ("R009", RESULT)
    assert "registry/obligations/2025.yml" in problem.cure


@pytest.mark.parametrize("missing", ["tanggal: 2026-02-01", "alasan: Salah catat"])
def test_a_correction_has_a_date_and_a_reason(errors, missing):
    full = "tanggal: 2026-02-01, alasan: Salah catat, perangkat_daerah: dinkes, status: memenuhi"
    rest = ", ".join(part for part in full.split(", ") if part != missing)
    found = errors({**DUTY_2025, **result(corrections=f"  - {{{rest}}}\n")})
    [problem] = [p for p in found if p.code not in UNSIGNED]
    assert (problem.code, problem.field) == ("I001", f"koreksi.0.{missing.split(':')[0]}")


@pytest.fixture
def closed(project):
    """A function: what a project is told whose year 2025 was closed and that was changed by `files` since."""

    def make(files: dict[str, str | None], corrections: str = "") -> list[Problem]:
        root = project({**DUTY_2025, "innovations/disdik/rak.yml": ENTRY_2025})
        day = dt.date(2026, 1, 5)
        text = closing.result_text(checking.check(root, day).catalogue, 2025, day)
        if corrections:
            text = text.replace("koreksi: []", f"koreksi:\n{corrections}")
        problems = check(write_files(root, {RESULT: text, **files}))
        return [*problems.errors, *(p for p in problems.warnings if p.code == "R041")]

    return make


@pytest.mark.parametrize(
    "correction",
    [
        "",
        ", perangkat_daerah: dinkes",
        ", status: memenuhi",
        ", inovasi: [posyandu-malam]",
        ", hitungan_diketahui: a, status: memenuhi",
    ],
)
def test_a_correction_says_what_it_corrects(closed, correction):
    [problem] = closed({}, f"  - {{tanggal: 2026-02-01, alasan: Salah catat.{correction}}}\n")
    assert (problem.code, problem.place.file, problem.field) == ("R012", RESULT, "koreksi")


def test_a_closed_year_agrees_with_itself(closed):
    assert closed({}) == []


@pytest.mark.parametrize(
    ("files", "agency_named"),
    [
        ({"innovations/dinkes/terlambat.yml": ENTRY_2025}, "dinkes"),
        ({"innovations/disdik/rak.yml": None}, "disdik"),
        ({"innovations/disdik/rak.yml": ENTRY}, "disdik"),
        (agencies(agency("dinas-baru")), "dinas-baru"),
        (
            {
                AGENCIES: BASE_AGENCIES.replace("terikat: belum-dikonfirmasi", "terikat: ya").replace(
                    "jenis: rsud", "jenis: dinas"
                )
            },
            "rsud",
        ),
    ],
    ids=["late entry", "deleted entry", "changed date", "new agency", "changed duty"],
)
def test_what_is_learned_of_a_closed_year_is_a_warning_at_its_record(closed, files, agency_named):
    [problem] = closed(files)
    assert (problem.code, problem.severity, problem.place.file) == ("R041", "peringatan", RESULT)
    assert f" {agency_named} " in problem.message


LATE = {"innovations/dinkes/terlambat.yml": ENTRY_2025}


def test_a_late_entry_is_accepted_by_a_correction_of_the_agency(closed):
    accepted = "  - {tanggal: 2026-02-01, alasan: Terlambat., perangkat_daerah: dinkes, status: memenuhi, inovasi: [terlambat]}\n"
    assert closed(LATE, accepted) == []


def test_a_late_entry_is_refused_by_a_correction_that_takes_note_of_the_new_count(closed):
    assert [problem.code for problem in closed(LATE)] == ["R041"]
    code = Learned(2025, "dinkes", "tidak", "memenuhi", ("terlambat",)).code
    refused = f'  - {{tanggal: 2026-02-01, alasan: Terlambat., hitungan_diketahui: "{code}"}}\n'
    assert closed(LATE, refused) == []
    later = {**LATE, "innovations/disdik/rak.yml": None}
    [other] = closed(later, refused)
    assert " disdik " in other.message


def test_a_rule_of_a_closed_year_does_not_change_without_a_correction(closed):
    edited = {
        "registry/obligations/2025.yml": DUTY_2025["registry/obligations/2025.yml"].replace(
            "Paling sedikit satu.", "Satu saja."
        )
    }
    [problem] = closed(edited)
    assert (problem.code, problem.place.file) == ("R008", RESULT)
    version = problem.message.rpartition(" menjadi ")[2].rstrip(")")
    assert closed(edited, f'  - {{tanggal: 2026-02-01, alasan: Salah ketik., versi_aturan: "{version}"}}\n') == []


# --- files and words ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [AGENCIES, TAXONOMY])
def test_a_missing_register_is_one_problem(errors, path):
    assert places(errors({path: None})) == [("R001", path, 0)]


def test_a_year_without_indicators_or_duty_is_no_problem(errors):
    assert errors({INDICATORS: None}) == []
    assert errors({DUTY: None}) == []


@pytest.mark.parametrize(
    "path",
    ["registry/catatan.txt", "registry/agencies.yaml", "registry/2026.yml", "registry/obligations/26.yml", "registry/obligations/2026.yaml",
     "registry/obligations/2026.hasil.yaml", "registry/indicators/baru.yml", "registry/obligations/\u00b2\u2070\u00b2\u2076.yml",
     "registry/obligations/\u0662\u0660\u0662\u0666.yml", "registry/lain/2026.yml"],
    ids=ascii,
)  # fmt: skip
def test_a_registry_file_that_nobody_would_read_is_a_problem(errors, path):
    found = errors({path: BASE_DUTY})
    assert [p.code for p in found] == ["R010"]
    assert path.startswith(found[0].place.file)


@pytest.mark.parametrize(
    ("vocabulary", "word"),
    [
        ("peristiwa", "dilaporkan"),
        ("peristiwa", "dihentikan"),
        ("peristiwa", "selesai"),
        ("tahapan", "belum-diketahui"),
    ],
)
def test_a_word_that_the_counting_rests_on_must_stay(errors, vocabulary, word):
    block = BASE_TAXONOMY[BASE_TAXONOMY.index(f"{vocabulary}:\n") :]
    gone = next(line for line in block.splitlines(keepends=True) if f"slug: {word}," in line)
    [problem] = errors({TAXONOMY: BASE_TAXONOMY.replace(gone, "", 1)})
    assert (problem.code, problem.place.file) == ("R013", TAXONOMY)
    assert f'"{word}"' in problem.message


@pytest.mark.parametrize("kind", ["dilaporkan", "dihentikan", "selesai"])
def test_an_event_that_starts_nothing_never_counts(errors, kind):
    [problem] = errors({DUTY: BASE_DUTY.replace("[inisiatif,", f"[{kind},")})
    assert places([problem]) == [("R015", DUTY, line_of(BASE_DUTY, "[inisiatif"))]
    assert kind in problem.message


def test_an_agency_stands_once_in_a_result(errors):
    row = "  - {perangkat_daerah: dinkes, nama: A, status: belum, alasan: B}\n"
    found = [p for p in errors({**DUTY_2025, **result(row + row)}) if p.code == "R002"]
    assert places(found) == [("R002", RESULT, RECORD.count("\n") + 2)]


# --- a broken register breaks nothing else --------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "event"),
    [
        ("penerapan", "penerapan"),
        ("belum-diketahui", "dilaporkan"),
        ("selesai", "selesai"),
        ("dihentikan", "dihentikan"),
    ],
)
def test_a_stage_that_an_entry_needs_and_the_taxonomy_lost_is_a_problem_not_a_crash(errors, stage, event):
    block = BASE_TAXONOMY[BASE_TAXONOMY.index("tahapan:\n") :]
    gone = next(line for line in block.splitlines(keepends=True) if f"slug: {stage}," in line)
    entry = ENTRY.replace("peristiwa: penerapan", f"alasan: Rekaan.\n    peristiwa: {event}")
    found = errors({TAXONOMY: BASE_TAXONOMY.replace(gone, "", 1), "innovations/dinkes/posyandu-malam.yml": entry})
    assert {p.code for p in found} <= {"R003", "R013"}
    assert found


def test_a_misspelt_stage_of_an_event_is_a_problem_not_a_crash(errors):
    [problem] = errors(
        {TAXONOMY: BASE_TAXONOMY.replace("Penerapan, tahapan: penerapan", "Penerapan, tahapan: penerapann")}
    )
    assert (problem.code, problem.place.file) == ("R003", TAXONOMY)


def test_a_problem_of_the_registers_hides_no_problem_of_an_entry(project):
    contradiction = {AGENCIES: BASE_AGENCIES.replace("jenis: rsud", "jenis: rumah-sakit")}
    future = {"innovations/dinkes/posyandu-malam.yml": ENTRY.replace("2026-03-02", "2027-01-01")}
    assert set(codes(project({**contradiction, **future}))) == {"A001", "R003"}


def test_all_problems_of_the_registers_are_reported_together(errors):
    files = {
        **agencies(agency("dinas-a", jenis="dinass", induk="hilang")),
        DUTY: BASE_DUTY.replace("tahun: 2026", "tahun: 2024").replace("[inisiatif,", "[inisiatip,"),
        "registry/catatan.txt": "a",
    }
    assert sorted(p.code for p in errors(files)) == ["R003", "R003", "R003", "R006", "R010"]


# --- where a problem is placed, and what it names --------------------------------------------------

FULL_RESULT = RECORD + "".join(
    f"  - {{perangkat_daerah: {slug}, nama: A, status: belum, alasan: B}}\n" for slug in ("disdik", "dinkes")
)
CORRECTED = (
    FULL_RESULT + "koreksi:\n  - {tanggal: 2026-02-01, alasan: A, perangkat_daerah: disdik, status: belum}\n"
    "  - {tanggal: 2026-02-01, alasan: A, perangkat_daerah: dinkes, status: belum}\n"
)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (AGENCIES, BASE_AGENCIES.replace("slug: disdik", "slug: @dinkes"), ("R002", "slug", "dinkes")),
        (AGENCIES, BASE_AGENCIES.replace("jenis: rsud", "jenis: @rumah"), ("R003", "jenis", "rumah")),
        (AGENCIES, BASE_AGENCIES + agency("a", penerus="@[hilang]", berlaku_sampai="2025-12-31"), ("R003", "penerus", "hilang")),
        (AGENCIES, BASE_AGENCIES + agency("a", induk="@hilang"), ("R003", "induk", "hilang")),
        (AGENCIES, BASE_AGENCIES + agency("a", berlaku_dari="2025-02-01", berlaku_sampai="@2025-01-31"), ("R005", "", "a")),
        (AGENCIES, BASE_AGENCIES + agency("a", penerus="@[dinkes]"), ("R005", "", "a")),
        (AGENCIES, BASE_AGENCIES + agency("a", penerus="@[a]", berlaku_sampai="2025-12-31"), ("R004", "penerus", "a")),
        (TAXONOMY, BASE_TAXONOMY.replace("slug: nondigital", "slug: @digital"), ("R002", "slug", "digital")),
        (INDICATORS, BASE_INDICATORS.replace("edisi: 2026", "edisi: @2024"), ("R006", "edisi", "2024")),
        (INDICATORS, BASE_INDICATORS + BASE_INDICATORS[BASE_INDICATORS.index("  - slug") :].replace("slug: ", "slug: @"),
         ("R002", "slug", "regulasi")),
        (INDICATORS, BASE_INDICATORS + "urusan_pelayanan_dasar: [kesehatan, @hilang]\n",
         ("R003", "1", "hilang")),
        (DUTY, BASE_DUTY.replace("tahun: 2026", "tahun: @2024"), ("R006", "tahun", "2024")),
        (DUTY, BASE_DUTY.replace("uji-coba,", "@ujicoba,"), ("R003", "1", "ujicoba")),
        (DUTY, BASE_DUTY.replace("[dinas, kecamatan]", "[dinas, @hilang]"), ("R003", "1", "hilang")),
        (DUTY, BASE_DUTY.replace("uji-coba,", "@dilaporkan,"), ("R015", "peristiwa_dihitung", "dilaporkan")),
        (DUTY, BASE_DUTY + "pengecualian:\n  - {perangkat_daerah: dinkes, alasan: A, tanggal: 2026-02-01, sumber: {judul: B}}\n"
         "  - {perangkat_daerah: @hilang, alasan: A, tanggal: 2026-02-01, sumber: {judul: B}}\n",
         ("R003", "perangkat_daerah", "hilang")),
        (DUTY, BASE_DUTY + "tanggapan:\n  - {perangkat_daerah: dinkes, tanggal: 2026-02-01, isi: A}\n"
         "  - {perangkat_daerah: @hilang, tanggal: 2026-02-01, isi: A}\n", ("R003", "perangkat_daerah", "hilang")),
        (RESULT, FULL_RESULT.replace("tahun: 2025", "tahun: @2024"), ("R006", "tahun", "2024")),
        (RESULT, FULL_RESULT.replace(": dinkes", ": @hilang"), ("R003", "perangkat_daerah", "hilang")),
        (RESULT, FULL_RESULT.replace(": dinkes", ": @disdik"), ("R002", "perangkat_daerah", "disdik")),
        (RESULT, CORRECTED.replace("A, perangkat_daerah: dinkes", "A, perangkat_daerah: @hilang"), ("R003", "perangkat_daerah", "hilang")),
        (RESULT, CORRECTED.replace("A, perangkat_daerah: dinkes", "A, perangkat_daerah: @rsud"), ("R042", "perangkat_daerah", "rsud")),
        (RESULT, FULL_RESULT.replace("B}\n", "B, pendahulu: [@hilang]}\n", 1), ("R003", "0", "hilang")),
        (RESULT, CORRECTED.replace("- {tanggal: 2026-02-01, alasan: A, perangkat_daerah: dinkes, status: belum}",
                                   "- @{tanggal: 2026-02-01, alasan: A, perangkat_daerah: dinkes}"), ("R012", "koreksi", "")),
        (MAP, BASE_MAP.replace("kecamatan: utara", "kecamatan: @selatan"), ("R002", "kecamatan", "selatan")),
        (MAP, BASE_MAP.replace("kecamatan: utara", "kecamatan: @hilang"), ("R003", "kecamatan", "hilang")),
        (MAP, BASE_MAP.replace("  - {kecamatan: utara, kolom: 1, baris: 1}\n", "").replace("petak:\n  -", "petak:\n  @-"),
         ("R017", "petak", "utara")),
        (MAP, BASE_MAP.replace("- {kecamatan: utara, kolom: 1, baris: 1", "- @{kecamatan: utara, kolom: 1, baris: 2"), ("R018", "petak", "Utara")),
        (MAP, BASE_MAP.replace("- {nama: Laut Rekaan, kolom: 2, baris: 1", "- @{nama: Laut Rekaan, kolom: 6, lebar: 2, baris: 1"), ("R018", "sekitar", "Laut Rekaan")),
    ],
)  # fmt: skip
def test_a_problem_of_the_registers_stands_on_the_very_word_and_names_field_and_value(errors, file, text, told):
    code, field, value = told
    at = text.index("@")
    found = [
        p for p in errors({**(DUTY_2025 if file == RESULT else {}), file: text.replace("@", "", 1)}) if p.code == code
    ]
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    assert (file, line, column, field) in [(p.place.file, p.place.line, p.place.column, p.field) for p in found]
    assert all(value in problem.message for problem in found)


def test_a_register_with_every_village_and_school_can_be_kept_and_its_year_closed(project):
    root = project(register(BASE, 300, 210))
    day = dt.date(2027, 1, 31)
    result = root / layout.result_path(2026)
    result.write_text(closing.result_text(checking.check(root, day).catalogue, 2026, day), "utf-8")
    closed = checking.check(root, day)
    assert closed.problems.errors == ()
    assert len(closed.catalogue.registry.results[2026].outcomes) > 501
