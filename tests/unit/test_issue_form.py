"""Proposals by issue: whatever stands in the event, one file at the right place or none, and one useful answer."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import BASE, ROOT, write_files
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import checking, layout
from generator.commands import review
from generator.compliance import closing
from generator.reviewing import worktree
from generator.reviewing.issue_form import (
    AGREED,
    AGREEMENTS,
    HEADINGS,
    KIND,
    LABEL,
    SLUG,
    TEXT,
    Ignored,
    Proposal,
    RefusedForm,
    read_proposal,
)

EVENTS = {path.stem: path for path in sorted((ROOT / "tests/proposals").glob("*.json"))}
AGENCIES = {"dinkes": "Dinas Kesehatan", "disdik": "Dinas Pendidikan"}
FORM = ROOT / ".github/ISSUE_TEMPLATE/usulan-inovasi.yml"
NEW = "innovations/disdik/antrean-lewat-pesan.yml"
#: Event -> where its file belongs, if not at the usual place.
PLACES = {
    "sah-perbaikan": "innovations/dinkes/posyandu-malam.yml",
    "sah-perbaikan-lama": "innovations/dinkes/posyandu-malam.yml",
    "sah-nama-lain": "innovations/disdik/antrean-pesan.yml",
}
#: Event -> what its answer must name.
ANSWERS = {
    "tolak-arah-di-isi": "U+202E",
    "tolak-arah-terbalik": "Nama berkas",
    "tolak-belum-setuju": "Pernyataan",
    "tolak-setuju-lain": "tanpa mengubah kalimatnya",
    "tolak-bom-alias": "Y003",
    "tolak-bom-gabung": "Y011",
    "tolak-data-pribadi": "Delete revision",
    "tolak-dua-blok": "lebih dari satu blok",
    "tolak-dua-dokumen": "Y007",
    "tolak-galat-isian": "I006",
    "tolak-huruf-mirip": "Nama berkas",
    "tolak-jalur-di-nama": "Nama berkas",
    "tolak-jalur-di-perangkat-daerah": "Perangkat daerah",
    "tolak-jalur-mutlak": "Nama berkas",
    "tolak-jenis-lain": "Jenis usulan",
    "tolak-judul-ganda": "dua kali",
    "tolak-kosong": "belum diisi",
    "tolak-kurung-dalam": "Y005",
    "tolak-laporan-biasa": "tidak ada dalam laporan",
    "tolak-nama-milik-situs": "dipakai oleh situs",
    "tolak-nama-perangkat-daerah": 'tulis "disdik"',
    "tolak-nul": "U+0000",
    "tolak-perbaikan-tanpa-perubahan": "sama dengan yang sudah tercatat",
    "tolak-perbaikan-yang-tiada": "belum ada",
    "tolak-perintah-di-nama": "Nama berkas",
    "tolak-perintah-yaml": "Y004",
    "tolak-sudah-ada": "Perbaikan",
    "tolak-sudah-ada-di-tempat-lain": "innovations/dinkes/posyandu-malam.yml",
    "tolak-tanpa-isi": "tidak ada dalam laporan",
    "tolak-teks-sesudah-blok": "sesudah blok",
    "tolak-tersembunyi": "tersembunyi",
}


def event(name="sah-baru"):
    return json.loads(EVENTS[name].read_text("utf-8"))


def with_body(body):
    changed = event()
    changed["issue"]["body"] = body
    return changed


def outputs_of(text):
    """Name -> value, read as the runner reads the file of outputs."""
    found, lines = {}, iter(text.split("\n"))
    for line in lines:
        if line:
            name, mark = line.split("<<")
            value = []
            while (line := next(lines)) != mark:
                value.append(line)
            found[name] = "\n".join(value)
    return found


@pytest.fixture
def receive(project, tmp_path, monkeypatch):
    """A function: `katalog receive` on an event in a fresh project with `files`; gives (project, outputs)."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")

    def run(told, files=None):
        root = project(files)
        monkeypatch.chdir(root)
        (tmp_path / "event.json").write_text(json.dumps(told), "utf-8")
        answers, outputs = tmp_path / f"{root.name}-jawab", tmp_path / f"{root.name}-keluaran"
        answers.mkdir()
        arguments = [str(tmp_path / "event.json"), "--answers", str(answers), "--outputs", str(outputs)]
        assert review.receive_command.main(arguments, standalone_mode=False) == 0
        found = outputs_of(outputs.read_text("utf-8"))
        for name in ("balasan", "ringkasan"):
            file = answers / f"{name}.md"
            assert found.get(name) == (file.read_text("utf-8") if file.exists() else None)
        return root, found

    return run


def written(root):
    """The files that differ from the base project, with their content."""
    before, after = worktree.digests(BASE), worktree.digests(root)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name: (root / name).read_text("utf-8") for name in changed if not name.startswith("site_templates")}


def assert_inert(markdown):
    """Nothing that is the sender's (marked JAHAT) stands outside a code span, and there is nothing to click or load."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    assert [token.type for token in tokens if token.type in ("html_block", "fence", "code_block")] == []
    assert not {child.type for child in inline} & {"html_inline", "image"}
    links = [child.attrs["href"] for child in inline if child.type == "link_open"]
    assert [link for link in links if not link.startswith("https://contoh.go.id/katalog/")] == []
    assert [
        child.content for child in inline if child.type == "text" and re.search("JAHAT|jahat|@", child.content)
    ] == []
    assert "@" not in markdown.replace("@users.noreply.github.com", "")


@pytest.mark.parametrize("name", [name for name in EVENTS if name.startswith("sah")])
def test_a_sound_proposal_writes_its_one_file_and_nothing_else(receive, name):
    root, found = receive(event(name))
    path = PLACES.get(name, NEW)
    assert found["hasil"] == "sah"
    assert found["berkas"] == path
    assert list(written(root)) == [path]
    assert written(root)[path] == f"{found['isi']}\n"
    assert found["cabang"] == f"usulan/{event(name)['issue']['number']}-{Path(path).stem}"
    assert found["judul"].endswith(path.removeprefix("innovations/").removesuffix(".yml"))
    assert_inert(found["ringkasan"])
    assert_inert(found["balasan"])


def test_a_proposal_for_a_closed_year_is_accepted_and_its_sender_told_who_decides(receive):
    day = dt.date(2026, 1, 5)
    rules = (BASE / "registry/obligations/2026.yml").read_text("utf-8").replace("2026", "2025")
    root, _ = receive(event())
    write_files(root, {"registry/obligations/2025.yml": rules})
    record = closing.result_text(checking.check(root, day).catalogue, 2025, day)
    told = event()
    told["issue"]["body"] = re.sub(r"tanggal: 2026-\S+", "tanggal: 2025-11-03", told["issue"]["body"])
    files = {"registry/obligations/2025.yml": rules, "registry/obligations/2025.hasil.yml": record}
    _, found = receive(told, files)
    assert found["hasil"] == "sah"
    assert "\n2025 sudah ditutup; pengelola memutuskan koreksi.\n" in found["balasan"]
    assert "koreksi pada berkas hasil" not in found["balasan"]
    assert "tugas pengelola" in found["ringkasan"]


@pytest.mark.parametrize(
    "name", ["sah-perintah-di-isi", "sah-penutup-di-isi", "sah-markdown-di-isi", "sah-judul-palsu-di-isi"]
)
def test_what_looks_like_a_command_is_text_and_arrives_as_it_was_sent(receive, name):
    root, _ = receive(event(name))
    body = event(name)["issue"]["body"]
    sent = body.partition("```yaml\n")[2].rpartition("```")[0]
    assert written(root) == {NEW: sent}


@pytest.mark.parametrize("name", ["sah-crlf", "sah-tanpa-pagar", "sah-pagar-terbuka", "sah-baris-kosong"])
def test_line_ends_blank_lines_and_missing_fences_make_no_difference(receive, name):
    assert written(receive(event(name))[0]) == written(receive(event())[0])


@pytest.mark.parametrize("name", [name for name in EVENTS if name.startswith("tolak")])
def test_a_faulty_proposal_writes_nothing_and_its_answer_names_problem_cure_and_way_back(receive, name):
    root, found = receive(event(name))
    assert found["hasil"] == "tertolak"
    assert written(root) == {}
    assert ANSWERS[name] in found["balasan"]
    assert "Perbaikan: `" in found["balasan"]
    assert "https://contoh.go.id/katalog/kontribusi/formulir/" in found["balasan"]
    assert "isi" not in found
    assert_inert(found["balasan"])
    assert_inert(found.get("ringkasan", ""))


def test_every_faulty_example_has_an_answer_of_its_own():
    assert ANSWERS.keys() == {name for name in EVENTS if name.startswith("tolak")}


@pytest.mark.parametrize("name", [name for name in EVENTS if name.startswith("abaikan")])
def test_what_no_person_let_in_is_neither_written_nor_answered(receive, name):
    root, found = receive(event(name))
    assert found == {"hasil": "abaikan"}
    assert written(root) == {}


def test_the_reason_for_ignoring_an_event_is_said():
    reasons = {name: read_proposal(event(name), AGENCIES) for name in EVENTS if name.startswith("abaikan")}
    assert all(isinstance(found, Ignored) and found.reason for found in reasons.values())
    assert len({found.reason for found in reasons.values()}) == 5


def test_a_number_in_a_refused_proposal_is_masked_in_answer_and_summary(receive):
    _, found = receive(event("tolak-data-pribadi"))
    for text in (found["balasan"], found["ringkasan"]):
        assert "3456" not in text
        assert "08… (12 angka)" in text


def test_an_entry_above_the_limit_of_size_is_refused(receive):
    told = event()
    told["issue"]["body"] = told["issue"]["body"].replace(
        "jenis: digital", "jenis: digital\nmasalah: " + "panjang " * 9000
    )
    root, found = receive(told)
    assert found["hasil"] == "tertolak"
    assert "batasnya 65536 bita" in found["balasan"]
    assert written(root) == {}


def test_half_a_character_becomes_no_file(receive):
    told = event()
    told["issue"]["body"] = told["issue"]["body"].replace("antrean-lewat-pesan", "antrean\ud800pesan")
    assert receive(told)[1]["hasil"] == "tertolak"
    told["issue"]["body"] = event()["issue"]["body"].replace("Dipakai", "\ud800ipakai")
    assert receive(told)[1]["isi"].count("?ipakai") == 1


def test_a_link_in_the_place_of_the_folder_is_never_followed(project, tmp_path, monkeypatch):
    root, elsewhere = project(), tmp_path / "lain"
    elsewhere.mkdir()
    (root / "innovations/disdik").symlink_to(elsewhere)
    monkeypatch.chdir(root)
    arguments = [str(EVENTS["sah-baru"]), "--answers", str(tmp_path)]
    assert review.receive_command.main(arguments, standalone_mode=False) == 1
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_is_a_link_is_never_written_through(tmp_path):
    (tmp_path / "innovations/dinkes").mkdir(parents=True)
    (tmp_path / "rahasia").write_text("tetap")
    (tmp_path / "innovations/dinkes/x.yml").symlink_to(tmp_path / "rahasia")
    for replace in (True, False):
        with pytest.raises(worktree.UnsafePlaceError):
            worktree.place(tmp_path, "innovations/dinkes/x.yml", "lain", replace=replace)
    assert (tmp_path / "rahasia").read_text() == "tetap"


def test_a_new_entry_never_replaces_and_a_correction_never_creates(tmp_path):
    worktree.place(tmp_path, "innovations/dinkes/x.yml", "satu\n", replace=False)
    with pytest.raises(FileExistsError):
        worktree.place(tmp_path, "innovations/dinkes/x.yml", "dua\n", replace=False)
    with pytest.raises(FileNotFoundError):
        worktree.place(tmp_path, "innovations/dinkes/y.yml", "dua\n", replace=True)
    worktree.place(tmp_path, "innovations/dinkes/x.yml", "dua\n", replace=True)
    assert (tmp_path / "innovations/dinkes/x.yml").read_bytes() == b"dua\n"


def test_no_value_can_end_itself_among_the_outputs(tmp_path):
    values = {"isi": "a\nisi<<EOF\nEOF\nhasil<<x\nsah\nx", "hasil": "tertolak"}
    for _ in range(2):
        review._write_outputs(str(tmp_path / "keluaran"), values)
    marks = re.findall(r"^(?:isi|hasil)<<([0-9a-f]{32})$", (tmp_path / "keluaran").read_text(), re.MULTILINE)
    assert len(set(marks)) == 4
    assert outputs_of((tmp_path / "keluaran").read_text()) == values


def test_the_sender_is_named_by_the_address_that_the_forge_gives_every_account():
    assert read_proposal(event(), AGENCIES).co_author == (
        "Co-authored-by: pegawai-disdik <1234567+pegawai-disdik@users.noreply.github.com>"
    )
    assert read_proposal(event("sah-pengirim-aneh"), AGENCIES).co_author == ""


@pytest.mark.parametrize("broken", ["", "[", "[" * 100_000, "\xff"], ids=["empty", "cut", "deep", "latin"])
def test_an_event_that_is_no_json_is_wrong_usage(project, tmp_path, monkeypatch, broken):
    monkeypatch.chdir(project())
    (tmp_path / "event.json").write_bytes(broken.encode("latin-1"))
    with pytest.raises(review.UsageError):
        review.receive_command.main([str(tmp_path / "event.json")], standalone_mode=False)


@pytest.mark.parametrize(
    "told", [None, [], "x", {}, {"issue": []}, {"issue": {"labels": 5}}, {"issue": {"labels": [None]}}]
)
def test_an_event_of_another_shape_is_none_of_ours(told):
    assert isinstance(read_proposal(told, AGENCIES), Ignored)


def test_the_form_asks_what_the_command_reads():
    asked = [part for part in yaml.safe_load(FORM.read_text("utf-8"))["body"] if part["type"] != "markdown"]
    assert tuple(part["attributes"]["label"] for part in asked) == HEADINGS
    [boxes] = [part["attributes"]["options"] for part in asked if part["attributes"]["label"] == AGREED]
    assert [box["label"] for box in boxes] == list(AGREEMENTS)
    assert all(box["required"] for box in boxes)
    assert [part["id"] for part in asked] == ["perangkat_daerah", "nama_berkas", "jenis_usulan", "pernyataan", "isi"]
    assert asked[-1]["attributes"]["render"] == "yaml"
    [kinds] = [part for part in asked if part["attributes"]["label"] == KIND]
    assert kinds["attributes"]["options"] == ["Inovasi baru", "Perbaikan"]


def test_no_form_gives_the_label_that_lets_a_proposal_in():
    forms = list(FORM.parent.glob("*.yml"))
    assert len(forms) == 4
    assert [path.name for path in forms if LABEL in path.read_text("utf-8")] == []


pieces = st.one_of(
    st.text(max_size=40),
    st.sampled_from([f"### {name}\n" for name in HEADINGS] + ["```yaml\n", "```\n", "~~~\n", "<!--", "-->", "../", "disdik\n", "a-b\n", "Inovasi baru\n", "".join(f"- [x] {one}\n" for one in AGREEMENTS), "nama: x\n", "\r\n", "\x00"]),
)  # fmt: skip


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.lists(pieces, max_size=30).map("".join))
def test_whatever_the_body_holds_a_proposal_stays_in_its_agencys_folder(body):
    found = read_proposal(with_body(body), AGENCIES)
    if isinstance(found, Proposal):
        assert re.fullmatch(rf"innovations/(?:dinkes|disdik)/{layout.SLUG_PATTERN}\.yml", found.path)
        assert re.fullmatch(rf"usulan/12-{layout.SLUG_PATTERN}", found.branch)
        assert found.text.endswith("\n")
        assert found.text.startswith(layout.SCHEMA_COMMENT)
    else:
        assert isinstance(found, RefusedForm)
        assert all(problem.field and problem.message and problem.cure for problem in found.problems)


def test_the_text_is_taken_from_behind_the_last_heading_only():
    found = read_proposal(event("sah-judul-palsu-di-isi"), AGENCIES)
    assert (found.agency, found.slug) == ("disdik", "antrean-lewat-pesan")
    assert "../../jahat" in found.text
    assert (SLUG, TEXT) == ("Nama berkas", "Isi berkas")
