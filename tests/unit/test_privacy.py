"""Personal data is found in any spelling and never shown; honest numbers pass. All numbers are made up."""

import re
from html import unescape

import pytest
from conftest import ENTRY, check, codes
from personal_numbers import SHOWN, WRITTEN, honest, hostile

from generator.checks.privacy import MOST
from generator.problems import Problems
from generator.problems.reporters import REPORTERS
from generator.text import personal_data
from generator.text.readings import as_read
from generator.text.safe_html import prose as prose_html

PATH = "innovations/disdik/pojok-baca.yml"
GOOD = ENTRY.replace("Posyandu Malam", "Pojok Baca")
NIK, NIK_WOMAN, FAMILY_CARD = "6199010101900001", "6199014101900001", "6199011502100003"
NIP = "198701012010011001"
MOBILE = "081200000000"


@pytest.fixture
def report(project):
    """A function: the problems of a project in which the entry has this content."""
    return lambda content, **files: check(project({PATH: content, **files}))


def privacy(problems: Problems) -> list[str]:
    return [p.code for p in problems if p.code[0] == "P"]


def prose(value: str) -> str:
    return f"{GOOD}masalah: |\n  {value}\n"


# --- what is found --------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [NIK, NIK_WOMAN, FAMILY_CARD, "1101013112000001", "9671017112990009"])
def test_a_citizen_or_family_number_is_an_error(report, number):
    assert privacy(report(prose(f"Ketua {number} hadir."))) == ["P001"]


@pytest.mark.parametrize(
    "written",
    ["6199 0101 0190 0001", "6199.0101.0190.0001", "6199-0101-0190-0001", "61.99.01.010190.0001", "619901 010190 0001",
     "6199- 0101- 0190- 0001", "６１９９０１０１０１９００００１", "٦١٩٩٠١٠١٠١٩٠٠٠٠١", "NIK6199010101900001",
     "(6199010101900001)", "6199010101900001.", "NIK:6199010101900001,"],
    ids=ascii,
)  # fmt: skip
def test_a_citizen_number_is_found_with_separators_and_in_other_digits(report, written):
    assert privacy(report(prose(written))) == ["P001"]


@pytest.mark.parametrize("written", ["6199\u00a00101\u00a00190\u00a00001", "6199–0101–0190–0001"], ids=ascii)
def test_a_citizen_number_is_found_with_the_separators_that_word_makes(report, written):
    assert privacy(report(prose(written))) == ["P001"]


@pytest.mark.parametrize("around", ["1. {}", "{} 12 orang", "RT 5 {}", "{} 2025", "{0} {0}"])
def test_a_citizen_number_is_found_beside_another_number(report, around):
    assert "P001" in privacy(report(prose(around.format(NIK))))


@pytest.mark.parametrize(
    "written",
    [NIP, "19870101 201001 1 001", "19870101.201001.1.001", "１９８７０１０１２０１００１１００１"],
    ids=ascii,
)
def test_an_officer_s_number_is_an_error(report, written):
    assert privacy(report(prose(f"NIP {written}"))) == ["P002"]


@pytest.mark.parametrize(
    "written",
    [MOBILE, "0812-0000-0000", "0812 0000 0000", "0812.0000.0000", "+62 812 0000 0000", "+6281200000000", "6281200000000",
     "0062 812 0000 0000", "62-812-0000-0000", "https://wa.me/6281200000000", "https://api.whatsapp.com/send?phone=6281200000000",
     "tel:+6281200000000", "0899000000", "０８１２００００００００", "WA:081200000000"],
    ids=ascii,
)  # fmt: skip
def test_a_mobile_number_is_an_error(report, written):
    assert set(privacy(report(prose(f"Hubungi {written} ya.")))) == {"P003"}


@pytest.mark.parametrize(
    "written", ["(0812) 0000 0000", "0812\u00a00000\u00a00000", "0812–0000–0000", "+62 (812) 0000-0000"], ids=ascii
)
def test_a_mobile_number_is_found_with_brackets_and_the_separators_that_word_makes(report, written):
    assert set(privacy(report(prose(f"Hubungi {written} ya.")))) == {"P003"}


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("08120000", False),
        ("081200000", True),
        ("0812000000000", True),
        ("08120000000000", False),
        ("+6281200000", True),
        ("+628120000", False),
        ("0812-0000-0", True),
        ("0812-0000", False),
    ],
)
def test_a_mobile_number_has_nine_to_thirteen_digits_counted_from_its_zero(number, found):
    assert [finding.code for finding in personal_data.find(f"Hubungi {number} ya.")] == ["P003"] * found


@pytest.mark.parametrize(
    ("born", "found"),
    [
        ("19391231", False),
        ("19400101", True),
        ("20151231", True),
        ("20160101", False),
        ("19870001", False),
        ("19871231", True),
        ("19871301", False),
        ("19870100", False),
        ("19870132", False),
    ],
)
def test_an_officer_s_number_begins_with_a_birthday_from_1940_to_2015(born, found):
    assert [finding.code for finding in personal_data.find(f"NIP {born}2010011001")] == ["P002"] * found


@pytest.mark.parametrize(
    ("province", "day", "month", "found"),
    [
        (10, 1, 1, False), (11, 1, 1, True), (96, 1, 1, True), (97, 1, 1, False),
        (61, 0, 1, False), (61, 31, 1, True), (61, 32, 1, False), (61, 40, 1, False), (61, 41, 1, True),
        (61, 71, 1, True), (61, 72, 1, False), (61, 1, 0, False), (61, 1, 12, True), (61, 1, 13, False),
    ],
)  # fmt: skip
def test_a_citizen_number_has_a_province_and_a_birthday_to_which_women_add_forty(province, day, month, found):
    number = f"{province}9901{day:02}{month:02}900001"
    assert [finding.code for finding in personal_data.find(f"Ketua {number}.")] == ["P001"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Ketua {NIK}.", [("P001", NIK, NIK)]),
        (f"RT 5 {NIK} 12", [("P001", NIK, NIK)]),
        (f"{NIK} {NIK_WOMAN}", [("P001", NIK, NIK), ("P001", NIK_WOMAN, NIK_WOMAN)]),
        (f"{NIK}, {NIP}; {NIK_WOMAN}", [("P001", NIK, NIK), ("P002", NIP, NIP), ("P001", NIK_WOMAN, NIK_WOMAN)]),
        ("NIK 6199 0101 0190 0001, ya", [("P001", "6199 0101 0190 0001", NIK)]),
        ("NIP 19870101 201001 1 001, ya", [("P002", "19870101 201001 1 001", NIP)]),
        ("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 " + NIK, [("P001", NIK, NIK)]),
        ("6 1 9 9 0 1 0 1 0 1 9 0 0 0 0 1", [("P001", "6 1 9 9 0 1 0 1 0 1 9 0 0 0 0 1", NIK)]),
        ("61 99 01 01 01 90 0001", [("P001", "61 99 01 01 01 90 0001", NIK)]),
        ("619 9 0101 0190 0001", [("P001", "619 9 0101 0190 0001", NIK)]),
        ("619 - - 9010101900001", []),
        ("6199 a 0101 0190 0001", []),
        ("619901010190000 12", []),
        ("1987 01 01 2010 01 1 001", [("P002", "1987 01 01 2010 01 1 001", NIP)]),
        ("198701 012010 011001", [("P002", "198701 012010 011001", NIP)]),
        ("198 701 012 010 011 001", [("P002", "198 701 012 010 011 001", NIP)]),
        ("1112 1212 1212 1212 1212", [("P001", "1112 1212 1212 1212", "1112121212121212")]),
        (f"WA 0812-0000-0000 / {NIK}", [("P003", "0812-0000-0000", MOBILE), ("P001", NIK, NIK)]),
        ("surat ke a.b@example.com, ya", [("P004", "a.b@example.com", "")]),
        ("a@b.example.com c@d.example.org", [("P004", "a@b.example.com", ""), ("P004", "c@d.example.org", "")]),
        (f"{'a' * 70}@example.com", [("P004", f"{'a' * 64}@example.com", "")]),
        ("@ a@@ a@b @example.com", []),
        ("@dinkes a@b.example.com", [("P004", "a@b.example.com", "")]),
        ("a@b.id b@b.id c@b.id", [("P004", f"{name}@b.id", "") for name in "abc"]),
        (f"https://contoh.go.id/?nik={NIK}&x=1 lalu", [("P001", NIK, NIK)]),
        (f"https://contoh.go.id/?id={NIK} lalu {NIK_WOMAN}", [("P001", NIK_WOMAN, NIK_WOMAN)]),
        (f"https://contoh.go.id/a?x=1&hp={MOBILE}&nip={NIP}", [("P003", MOBILE, MOBILE), ("P002", NIP, NIP)]),
        ("Ketua 6199\u200c0101\u200c**0190**0001.", [("P001", "6199\u200c0101\u200c**0190**0001", NIK)]),
        ("é [0812](https://contoh.go.id/)0000 0000, é", [("P003", "0812](https://contoh.go.id/)0000 0000", MOBILE)]),
        ("&#48;812 0000 0000 ya", [("P003", "&#48;812 0000 0000", MOBILE)]),
        ("0812-0000-\n    0000 ya", [("P003", "0812-0000-\n    0000", MOBILE)]),
        ("https://wa.me/+60123456789 ya", [("P003", "60123456789", "60123456789")]),
        ("surat ke budi @ gmail.com, ya", [("P004", "budi @ gmail.com", "")]),
        ("0812 0000 0000 1", [("P003", "0812 0000 0000 1", f"{MOBILE}1")]),
        ("0812 0000 0000 12", [("P003", "0812 0000 0000", MOBILE)]),
        (f"{MOBILE}@example.com", [("P004", f"{MOBILE}@example.com", "")]),
    ],
)
def test_a_finding_is_the_number_itself_and_its_digits(text, found):
    findings = list(personal_data.find(text))
    assert [(one.code, text[one.start : one.end], one.digits) for one in findings] == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Ketua {NIK} hadir.", "Ketua 61… (16 angka) hadir."),
        (f"{NIK}, {NIP}", "61… (16 angka), 19… (18 angka)"),
        ("WA 0812-0000-0000 atau budi@example.com ya", "WA 08… (12 angka) atau …@example.com ya"),
        ("Tahun 2026", "Tahun 2026"),
        (f"{NIK} 0812-0000-0000", "61… (16 angka) 08… (12 angka)"),
        ("6112 0801 0812 3456 7890 ya", "61… (16 angka) ya"),
        (f"{MOBILE}@example.com ya", "…@example.com ya"),
        ("[0812](https://contoh.go.id/)0000 0000 ya", "[08… (12 angka) ya"),
        ("budi [@] gmail.com ya", "…@gmail.com ya"),
        ("https://contoh.go.id/?a=budi%40gmail.com&b=1", "https://contoh.go.id/?a=…@gmail.com&b=1"),
        ("https://wa.me/%2B6281200000000", "https://wa.me/%2B62… (13 angka)"),
    ],
)
def test_what_is_masked_leaves_two_digits_or_the_domain_and_all_around_it(text, shown):
    assert personal_data.mask(text) == shown


@pytest.mark.parametrize(("text", "code"), [*WRITTEN, *SHOWN], ids=ascii)
def test_a_number_in_disguise_is_found_and_masked(text, code):
    assert " ".join(finding.code for finding in personal_data.find(f"Ketua {text} hadir.")) == code
    assert list(personal_data.find(personal_data.mask(f"Ketua {text} hadir."))) == []


def test_any_run_of_the_right_digits_counts_with_up_to_three_signs_between_in_any_script():
    texts = list(hostile())
    assert len(texts) > 3_000
    assert [
        (text, code) for text, code in texts if [finding.code for finding in personal_data.find(text)] != code.split()
    ] == []


@pytest.mark.parametrize(("text", "code"), SHOWN, ids=ascii)
def test_what_a_page_shows_is_what_is_looked_at(text, code):
    shown = unescape(re.sub("<[^>]*>", "", prose_html(text)))
    assert {finding.code for finding in personal_data.find(shown)} <= set(code.split())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("6112**0101**\n0180", "61120101 0180"),
        ("Budi\uff20\uff16\u0661²é½…\u2024", "Budi@612é½…."),
        ("ﬁ ① ⑩ ⑴ ⒈ 🄂 ❶ ⓫ ㎏ №", "ﬁ 1 10 1 1 1 1 11 ㎏ №"),
        ("a\u2013b\u2212c\u2014d\u00a0e\u200bf\ufe0fg\u0301h\u3164i", "a-b-c-d efghi"),
        ("[situs](https://contoh.go.id/a(b)c) lalu", "[situs lalu"),
        ("[situs] (lalu)", "[situs] (lalu)"),
        ("a&#48;&#x31;&#xff12;&nbsp;b&commat;c&#9999999;d & e", "a012 b@c d & e"),
        ("a   b\tc \n\n  d\n- e\n 12. f   - g\n123. h", "a b c d e f - g 123. h"),
    ],
)
def test_text_is_read_as_a_page_shows_it_its_signs_in_plain(typed, read):
    assert as_read(typed) == read


@pytest.mark.parametrize(
    "address",
    ["rekaan@example.com", "REKAAN@EXAMPLE.COM", "r.e-k_a+an@mail.example.co.id", "mailto:rekaan@example.com", "rekaan@contoh-go.id",
     "rekaan@go.id.example.com", "rekaan@tidakgo.id"],
)  # fmt: skip
def test_a_mail_address_outside_the_government_is_an_error(report, address):
    assert privacy(report(prose(f"Surat ke {address} saja."))) == ["P004"]


@pytest.mark.parametrize("secret", [(NIK, "P001"), (NIP, "P002"), (MOBILE, "P003"), ("rekaan@example.com", "P004")])
@pytest.mark.parametrize(
    "place",
    ["{good}# catatan: {secret}\n", "# {secret}\n{good}", '{good}masalah: "{secret}"\n', "{good}hasil:\n  - {{ukuran: Kader {secret}, sesudah: '1'}}\n",
     "{good}kematangan:\n  regulasi:\n    tingkat: 1\n    bukti: [{{judul: SK {secret}}}]\n", "{good}sumber:\n  - judul: A\n    keterangan: {secret}\n"],
)  # fmt: skip
def test_personal_data_is_found_in_every_field_and_in_comments(report, secret, place):
    number, code = secret
    assert privacy(report(place.format(good=GOOD, secret=number))) == [code]


@pytest.mark.parametrize(
    ("escaped", "code"),
    [
        (r"\x36199010101900001", "P001"),
        (r"6199\u0030\u0031010190\u0030001", "P001"),
        (r"\u0030812\x300000000", "P003"),
        (r"rekaan\x40example.com", "P004"),
        (r"6199\x200101\x200190\x200001", "P001"),
    ],
)
def test_personal_data_is_found_behind_escapes(report, escaped, code):
    problems = report(f'{GOOD}masalah: "Ketua {escaped}"\n')
    assert privacy(problems) == [code]
    assert [p.place.line for p in problems if p.code == code] == [9]


def test_what_stands_in_the_open_hides_nothing_of_its_kind_behind_an_escape(report):
    problems = report(f'{GOOD}masalah: "rekaan\\x40example.com lain@example.org \\x36199010101900001 {NIK_WOMAN}"\n')
    assert sorted(privacy(problems)) == ["P001", "P001", "P004", "P004"]


def test_personal_data_is_found_when_the_line_is_folded(report):
    assert privacy(report(f"{GOOD}masalah: >\n  NIK 6199 0101\n  0190 0001\n")) == ["P001"]


def test_the_place_is_that_of_the_number(report):
    [problem] = [p for p in report(f"{GOOD}masalah: |\n  Satu.\n  Ketua {NIK}.\n") if p.code == "P001"]
    assert (problem.place.file, problem.place.line, problem.place.column) == (PATH, 11, 9)


def test_the_place_is_counted_from_an_empty_first_line(report):
    [problem] = [p for p in report(f"\n# {NIK}\n{GOOD}") if p.code == "P001"]
    assert (problem.place.line, problem.place.column) == (2, 3)


def test_a_number_behind_an_escape_in_a_list_is_placed_on_its_item_and_masked(report):
    steps = 'cara_memakai:\n  langkah:\n    - Datang\n    - "Tunjukkan \\x36199010101900001"\n'
    [problem] = [p for p in report(GOOD + steps) if p.code == "P001"]
    assert (problem.place.line, problem.place.column) == (12, 7)
    assert "61… (16 angka)" in problem.message


def test_two_numbers_are_two_problems_and_each_is_reported_once(report):
    problems = report(prose(f"{NIK}, {NIK_WOMAN}"))
    assert privacy(problems) == ["P001", "P001"]


def test_personal_data_is_found_in_the_registry_too(project):
    agencies = (project() / "registry/agencies.yml").read_text("utf-8")
    root = project({"registry/agencies.yml": f"{agencies}# kepala: {NIK}\n"})
    assert [(p.code, p.place.file) for p in check(root).errors] == [("P001", "registry/agencies.yml")]


# --- also where something else is wrong -----------------------------------------------------------


def test_personal_data_is_found_in_an_entry_with_other_faults(report):
    assert [p.code for p in report(prose(NIK).replace("2026-03-02", "2-3-2026")).errors] == ["I007", "P001"]


@pytest.mark.parametrize("broken", ["nama: [\n", "---\nnama: A\n", "- A\n", "nama: a\u00adb\n"], ids=ascii)
def test_personal_data_is_found_in_a_file_that_cannot_be_read_as_yaml(report, broken):
    problems = report(f"# {NIK}\n{broken}")
    assert "P001" in privacy(problems)


@pytest.mark.parametrize(
    "registry", [{"registry/taxonomy.yml": None}, {"registry/agencies.yml": "perangkat_daerah: ["}]
)
def test_personal_data_is_found_while_the_registry_is_broken(project, registry):
    assert "P001" in privacy(check(project({PATH: prose(NIK), **registry})))


def test_personal_data_is_found_while_the_registers_contradict_each_other(project):
    agencies = (project() / "registry/agencies.yml").read_text("utf-8").replace("jenis: rsud", "jenis: rumah-sakit")
    codes = {p.code for p in check(project({PATH: prose(NIK), "registry/agencies.yml": agencies})).errors}
    assert codes == {"P001", "R003"}


# --- the number itself is never shown -------------------------------------------------------------


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("secret", [NIK, "6199 0101 0190 0001", NIP, MOBILE, "+62 812-0000-0000"])
def test_the_report_masks_the_number(report, form, secret):
    shown = REPORTERS[form](report(prose(f"Ketua {secret}.")).errors)
    digits = "".join(filter(str.isdigit, secret))
    assert secret not in shown
    assert digits not in "".join(filter(str.isdigit, shown))
    assert digits[4:] not in shown


def test_the_report_shows_the_domain_of_a_mail_address_but_not_whose_it_is(report):
    [problem] = report(prose("Surat ke budi.rekaan@example.com.")).errors
    assert "budi" not in problem.message
    assert "example.com" in problem.message


@pytest.mark.parametrize(
    "content",
    ["{good}diperiksa: {secret}\n", "{good}jenis: {secret}\n", "{good}{secret}: a\n", "{good}masalah: [{secret}]\n", "{good}kontak: {secret}\n",
     "{good}anggaran: [{{tahun: '{secret}'}}]\n", "{good}alias: [Ketua {secret}]\n", "{good}masalah: Layanan #NIK {secret}\n",
     "{good}kontak: {{kantor: A, surel: '{secret}'}}\n", "{good}tautan: [{{judul: A, url: 'tel:{secret}'}}]\n",
     "{good}kolaborator: [{{perangkat_daerah: '{secret}'}}]\n"],
)  # fmt: skip
def test_no_other_problem_at_the_same_place_shows_the_number(report, content):
    problems = report(content.format(good=GOOD, secret=NIK))
    assert len(problems.errors) >= 1
    for reporter in REPORTERS.values():
        assert NIK not in reporter(problems)


# --- honest look-alikes ---------------------------------------------------------------------------


def test_an_honest_number_passes():
    texts = list(honest())
    assert len(texts) > 350
    assert [
        text for text in texts for around in ("{}", "Isi {} ini.", "({})") if [*personal_data.find(around.format(text))]
    ] == []


@pytest.mark.parametrize(
    "text", ["Rp62.812.345.678", "08:15 12:00 13:00", "dinkes(at)example.com", "5.1.02.08.12.0345 1.500.000"]
)
def test_a_file_with_an_honest_number_passes(report, text):
    assert privacy(report(prose(f"Isi {text} ini."))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("62.812.345.678", False), ("+62.812.345.678", True),
        ("NIB 0812345678901", False), ("NIB: 0812345678901", False), ("NIB 081234567890", True), ("INIB 08123 45678901", True),
        ("a0812345678", False), ("WA0812345678", True), ("wawa0812345678", False),
        ("12.34.0812.3456.7890", False), ("12.0812.3456.7890", True), ("0812.3456.7890.12", True), ("0812.3456.7890 12.34.56", True),
        ("61.12.01.2001 61.12.01.2002", False), ("61.12.01.2001 61.12.01", True), ("6.1.1.2.0.1.0.1.0.1.8.0.0.0.0.1.5", True),
        ("12, 62, 812, 3456, 7890", False), ("62, 812, 3456, 7890", True), ("0, 8, 1, 2, 3, 4, 5, 6, 7, 8", True), ("0, 8, 12, 15, 20, 25", False),
        ("1.112.010.101.800.001", False), ("1.112.010.101.8000.01", True), ("08/12/2025 10/12/2025", False), ("08/12/2025 10", False), ("+08/12/2025 10", True),
        ("2012 12 2012 12 2012", False), ("2012 12 2012 12 \u2022 2012", True), ("62 812.345.678", False), ("62\u2022812.345.678", True),
        ("0561 628315, 0561", False), ("0561 721234, 628315 0561", True), ("08.12 3456 7890", True),
        ("08.15 12.00 13.00", False), ("08.15 12.60 13.00", True), ("-0.81234567890", False), ("0.81234567890", True), ("0.81234567", False),
    ],
)  # fmt: skip
def test_a_number_is_excused_by_what_it_is_and_by_nothing_else(text, found):
    assert bool([*personal_data.find(text)]) == found


@pytest.mark.parametrize("text", ["08.00-12.00 13.00-16.00", "Senin-Kamis 08.00-12.00 13.00-15.00"])
def test_opening_hours_are_no_mobile_number(report, text):
    assert privacy(report(prose(text))) == []


@pytest.mark.parametrize("text", ["17.08.2025-01.09.2025", "17-08-2025 01-09-2025"])
def test_a_range_of_dates_is_no_citizen_number(report, text):
    assert privacy(report(prose(text))) == []


# --- the service number ---------------------------------------------------------------------------

SERVICE = "kontak:\n  kantor: Loket\n  telepon: {}\n  layanan: {}\n"


@pytest.mark.parametrize("phone", [MOBILE, "0812-0000-0000", "+62 812 0000 0000"])
def test_a_mobile_marked_as_service_number_passes_in_the_contact(report, phone):
    assert not report(GOOD + SERVICE.format(f'"{phone}"', "true")).errors


@pytest.mark.parametrize("mark", ["false", "tidak"])
def test_a_mobile_in_the_contact_without_the_mark_is_an_error(report, mark):
    assert [p.code for p in report(GOOD + SERVICE.format(MOBILE, mark)).errors] == ["P003"]


def test_the_mark_allows_that_one_number_only(report):
    assert privacy(report(GOOD + SERVICE.format(MOBILE, "true") + "solusi: Hubungi 0813 0000 0000.\n")) == ["P003"]


@pytest.mark.parametrize(
    ("kept", "codes"),
    [
        ('"0812-0000-0000" # Budi 0813-0000-0000', ["P003"]),
        ('"0812-0000-0000" # Budi 0812-0000-0000', ["P003"]),
        ("0812-0000-0000   # 0813 0000 0000", ["P003"]),
        ("0812-0000-0000 # 1", []),
        ("'0812-0000-0000'", []),
        ('"0812-0000-0000 Budi"', ["P003"]),
        ('"Budi 0812-0000-0000"', ["P003"]),
        ('"0812-0000-0000 / 0813-0000-0000"', ["P003", "P003"]),
        ('"0561 721234 / 0812-0000-0000"', ["P003"]),
        ('"\\x30812-0000-0000"', []),
        ('"0812-0000-0000 budi@example.com"', ["P003", "P004"]),
    ],
)
def test_the_mark_excuses_the_value_and_not_the_line(report, kept, codes):
    assert privacy(report(GOOD + SERVICE.format(kept, "true"))) == codes


def test_the_mark_excuses_the_value_on_a_line_with_other_keys(report):
    line = f'kontak: {{kantor: "Budi 0813 0000 0000", telepon: "{MOBILE}", layanan: true, jam: "WA {MOBILE}"}}'
    problems = report(f"{GOOD}{line}\n")
    columns = [p.place.column for p in problems if p.code == "P003"]
    assert columns == [line.index("0813") + 1, line.rindex(MOBILE) + 1]


def test_a_service_number_is_an_error_anywhere_but_in_the_contact(report):
    problems = report(GOOD + SERVICE.format(MOBILE, "true") + "solusi: Hubungi 0812 0000 0000.\n")
    assert [(p.code, p.place.line) for p in problems.errors] == [("P003", 13)]


def test_the_mark_allows_no_citizen_number(report):
    assert "P001" in privacy(report(GOOD + SERVICE.format(f'"{NIK}"', "true")))


def test_the_mark_of_one_entry_does_not_serve_another(report):
    other = {"innovations/dinkes/lain.yml": GOOD + SERVICE.format(MOBILE, "true")}
    problems = report(prose(f"Hubungi {MOBILE}."), **other).errors
    assert [(p.code, p.place.file) for p in problems] == [("P003", PATH)]


def test_a_marked_number_stays_allowed_while_another_field_is_wrong(report):
    content = (GOOD + SERVICE.format(MOBILE, "true")).replace("2026-03-02", "2-3-2026")
    assert [p.code for p in report(content).errors] == ["I007"]


# --- numbers that only look like it, and numbers in disguise ---------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Desa 61.12.01.2001 61.12.01.2002 dan 61.12.01.2001-61.12.01.2010",
        "https://regional.kompas.com/read/2023/05/10/081500578/judul",
        "https://peta.contoh.id/@-0.0812345678,109.4112345678",
        "https://contoh.com/story.php?story_fbid=3456780912345678",
        "NIB 0812345678901",
        "titik -0.0812345678",
        "desa@punggur.desa.id, tu@sdn1.sch.id, lppm@untan.ac.id, info@kuburayakab.go.id",
        "25.000.000, 30.000.000 dan 1.112.010.101.800.001",
    ],
)
def test_honest_text_with_many_digits_is_no_finding(text):
    assert list(personal_data.find(text)) == []


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("catatan: Nomor 6112**0101**01800001 milik warga.\n", ["P001"]),
        ("catatan: |\n  NIK 6112 0101\n  0180 0001 milik warga.\n", ["P001"]),
        ("catatan: |\n  Hubungi 0812-3456-\n  7890.\n", ["P003"]),
        ("catatan: |\n  - 2012\n  - 2013\n  - 2014\n  - 2015\n", []),
        ("catatan: |\n  Buka pukul 08.00\n  12 loket, 1.234 warga\n  567 keluarga\n", []),
    ],
)
def test_digits_that_meet_on_the_page_are_found(project, note, found):
    assert codes(project({"innovations/dinkes/posyandu-malam.yml": ENTRY + note})) == found


def test_a_long_number_in_an_address_that_names_no_person_passes():
    assert list(personal_data.find("https://contoh.com/foto?fbid=6112010101800001&set=0812345678901")) == []


def test_a_file_name_is_looked_at_too(project):
    assert "P001" in codes(project({"innovations/dinkes/6112010101800001.yml": ENTRY}))


def test_of_a_number_in_a_file_name_two_digits_are_told(project):
    found = check(project({"innovations/dinkes/usg-6112010101800001.yml": ENTRY})).errors
    assert "61… (16 angka)" in next(p.message for p in found if p.code == "P001" and not p.place.line)


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("name", ["usg-6112010101800001.yml", "hp 081234567890.jpg", "budi@gmail.com.jpg"])
def test_a_number_in_a_file_name_is_masked_in_every_report(project, form, name):
    problems = check(project({f"innovations/dinkes/{name}": ENTRY}))
    assert problems.errors
    assert not re.search(r"6112010101800001|081234567890|budi@", REPORTERS[form](problems))


@pytest.mark.parametrize(
    "text", ["a" * 60_000, "a." * 30_000 + "@" + "a." * 15_000, "1-" * 30_000, "0812 " * 12_000, "@" * 60_000]
)
def test_the_longest_file_made_to_be_slow_is_searched_to_its_end(text):
    found = list(personal_data.find(text))
    assert len(found) <= len(text) // 14


def test_a_file_full_of_numbers_does_not_flood_the_report(project):
    flood = ENTRY + "#" + " 081200000000" * 4_000 + "\n"
    assert len(codes(project({"innovations/dinkes/posyandu-malam.yml": flood}))) == MOST


def test_a_kind_of_number_takes_from_its_shape_the_longest_length_first_and_any_case():
    shape = {"kode": "P009", "panjang": (3, 5), "pola": "[a-c]+"}
    kind = personal_data._Kind.of(shape)
    assert (kind.code, [*kind.lengths], kind.begins.pattern, kind.right.pattern) == (
        "P009",
        [5, 4, 3],
        "(?=[a-c]+)",
        "[a-c]+",
    )
    assert (kind.listed, kind.after, kind.unless, kind.sure) == (None, None, None, "")
    kind = personal_data._Kind.of(shape | {"daftar": "x", "setelah": "y", "kecuali": "z", "pasti": "w"})
    assert [
        pattern.fullmatch(sign) is not None
        for pattern, sign in ((kind.right, "AB"), (kind.listed, "X"), (kind.after, "Y"), (kind.unless, "Z"))
    ] == [True] * 4
    assert kind.sure == "w"
