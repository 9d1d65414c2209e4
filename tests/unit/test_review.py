"""What a reviewer is told: meaning instead of lines, nothing hidden, nothing that acts, nothing that breaks."""

import dataclasses
import datetime as dt
import json
import re
import shlex
import shutil
import subprocess

import pytest
from catalogues import FROZEN
from conftest import BASE, ENTRY, TODAY, side, write_files
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import checking, layout
from generator.catalogue.similarity import alike
from generator.commands import review as command
from generator.compliance import closing
from generator.compliance.learned import learned
from generator.reviewing import review_style, review_text, worktree
from generator.reviewing.differences import differences
from generator.reviewing.review import review
from generator.reviewing.sides import GITLINK, Side, area_of
from generator.text import github

OLD = "innovations/dinkes/posyandu-malam.yml"
LATER = "innovations/disdik/kelas-malam.yml"
CLASSES = ENTRY.replace("Posyandu Malam", "Kelas Malam").replace(
    "Posyandu dibuka malam hari agar orang tua yang bekerja dapat datang.",
    "Murid dewasa belajar membaca sesudah kerja.",
)
WORDS = checking.check(BASE, TODAY).catalogue.registry.words()


# What changed


def test_a_change_is_told_by_field_with_before_and_after(told):
    text = told({OLD: ENTRY.replace("2026-03-02", "2026-04").replace("malam hari", "pada malam hari")})
    assert "### Diubah: `Posyandu Malam`" in text
    assert "| Riwayat › Tanggal (`Penerapan`) | `2026-03-02` | `2026-04` |" in text
    assert "| Ringkasan | `Posyandu dibuka malam hari" in text


def test_another_way_of_writing_the_same_is_no_change_of_meaning(told):
    same = ENTRY.replace("bentuk: pelayanan-publik", 'bentuk: "pelayanan-publik" # catatan').replace(
        "urusan:\n  - kesehatan", "urusan: [kesehatan]"
    )
    assert same != ENTRY
    assert "Tidak ada perubahan makna" in told({OLD: same})


def test_all_agencies_of_many_entries_are_named_or_counted(told):
    slugs = [f"dinas-{letter}" for letter in "abcdefghijkl"]
    files = {f"innovations/{slug}/{slug}-malam.yml": ENTRY.replace("Posyandu", f"Kelas {slug}") for slug in slugs}
    assert "`dinas-j`, dan 2 lainnya." in told(files)


def test_items_are_told_as_added_and_removed_whatever_their_place():
    before = {
        "urusan": ["kesehatan", "pendidikan"],
        "sumber": [{"judul": "A"}, {"judul": "B", "url": "https://a.go.id"}],
    }
    after = {
        "urusan": ["kesehatan", "perpustakaan"],
        "sumber": [{"judul": "C"}, {"judul": "B", "url": "https://b.go.id"}],
    }
    found = [(one.label, one.about, one.before, one.after) for one in differences(before, after, WORDS)]
    assert found == [
        ("Urusan pemerintahan", "", "Pendidikan", "Perpustakaan"),
        ("Sumber", "", "A", None),
        ("Sumber › Alamat", "B", "https://a.go.id", "https://b.go.id"),
        ("Sumber", "", None, "C"),
    ]


def test_the_order_of_affairs_matters_since_the_first_is_the_main_one():
    [one] = differences({"urusan": ["kesehatan", "pendidikan"]}, {"urusan": ["pendidikan", "kesehatan"]}, WORDS)
    assert (one.before, one.after) == ("Kesehatan; Pendidikan", "Pendidikan; Kesehatan")


def test_yes_is_yes_in_both_spellings_and_no_is_the_same_as_nothing():
    assert differences({"lokasi": {"seluruh_wilayah": "ya"}}, {"lokasi": {"seluruh_wilayah": "true"}}, WORDS) == ()
    assert differences({"lokasi": {"seluruh_wilayah": "tidak"}}, {}, WORDS) == ()
    [one] = differences({}, {"lokasi": {"seluruh_wilayah": "ya"}}, WORDS)
    assert (one.label, one.before, one.after) == ("Lokasi › Seluruh wilayah", None, "ya")


values = st.recursive(
    st.none() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["nama", "judul", "urusan", "lokasi", "tingkat", "peristiwa", "klaim", "x"]), inner, max_size=3
    ), max_leaves=8,
)  # fmt: skip
entries = st.dictionaries(
    st.sampled_from(["nama", "urusan", "riwayat", "lokasi", "hasil", "kematangan", "masalah", "alias", "lain"]), values
)


@settings(deadline=None, derandomize=True, database=None)
@given(entries, entries)
def test_data_of_any_shape_can_be_compared(before, after):
    for one in differences(before, after, WORDS):
        assert one.label
        assert one.before is None or isinstance(one.before, str)
    assert differences(before, before, WORDS) == ()


def test_of_a_long_text_the_changed_place_is_shown(told):
    long = "Kalimat yang tidak berubah sama sekali. " * 20
    before = f"{ENTRY}masalah: {long}Warga menunggu. {long}\n"
    text = told({OLD: before.replace("Warga menunggu", "Warga sabar menunggu")}, before={OLD: before})
    [row] = [line for line in text.split("\n") if line.startswith("| Masalah")]
    assert "Warga menunggu." in row
    assert "Warga sabar menunggu." in row
    assert len(row) < 400


def test_no_number_is_cut_in_two_by_the_place_that_is_shown(told):
    before = f"{ENTRY}masalah: {'kata ' * 80}0812 3456 7890 hubungi petugas di sini tiap hari\n"
    text = told({OLD: before.replace("tiap hari", "tiap pekan")}, before={OLD: before})
    assert "hubungi petugas di sini tiap pekan" in text
    assert "7890" not in text


def test_a_paragraph_made_two_is_shown_as_that(told):
    before = f"{ENTRY}masalah: |\n  Warga menunggu.\n  Petugas kurang.\n"
    text = told({OLD: before.replace("menunggu.\n", "menunggu.\n\n")}, before={OLD: before})
    assert "| Masalah | `Warga menunggu. ⏎ Petugas kurang.` | `Warga menunggu. ⏎ ⏎ Petugas kurang.` |" in text


def test_the_derived_stage_is_told_where_it_changes(told):
    stopped = f"{ENTRY}  - peristiwa: dihentikan\n    tanggal: 2026-09\n    alasan: Tidak dipakai lagi.\n"
    assert "Tahapan berubah: `Penerapan` menjadi `Dihentikan`." in told({OLD: stopped})


# New, renamed, withdrawn


def test_a_new_entry_shows_all_it_holds_and_its_effect_on_the_index(told):
    text = told({LATER: f"{CLASSES}sumber: [{{judul: Berita rekaan}}]\n"})
    assert "### Inovasi baru: `Kelas Malam`" in text
    assert "| Nama inovasi | `Kelas Malam` |" in text
    assert "- `Dinas Pendidikan`: belum memenuhi → memenuhi 2026" in text
    assert "Siap ditinjau" in text
    assert "CAUTION" not in text


def test_the_effect_is_judged_on_the_given_day(reviewed):
    assert reviewed({LATER: CLASSES}, as_of=dt.date(2026, 3, 1)).effects == ()
    assert [one.after for one in reviewed({LATER: CLASSES}).effects] == ["Memenuhi"]


PAST = dt.date(2027, 2, 1)


def closed_2026(project):
    """The record of 2026 in the base region, closed on the first day after it."""
    return closing.result_text(checking.check(project(), PAST).catalogue, 2026, dt.date(2027, 1, 1))


@pytest.fixture
def reviewed_later(project):
    """A function: the review of `files` in a project whose 2026 was closed, before `before` was added."""
    record = {"registry/obligations/2026.hasil.yml": closed_2026(project)}

    def run(files, before=None):
        old = project({**record, **(before or {})})
        new = old.with_name(f"{old.name}-baru")
        shutil.copytree(old, new, symlinks=True)
        sides = (Side(checking.check(root, PAST), worktree.digests(root)) for root in (old, write_files(new, files)))
        return review(*sides, PAST)

    return run


def test_what_a_proposal_makes_known_of_a_closed_year_is_a_task_with_the_command_to_paste(reviewed_later):
    found = reviewed_later({LATER: CLASSES})
    text = review_text.review_text(found)
    assert not found.problems.errors
    assert found.effects == ()
    assert found.agencies == ("disdik",)
    assert [area for area, paths in found.touched.items() if paths] == ["data"]
    assert "Tanpa galat. Perlu keputusan pengelola" in text
    assert "### Tahun yang sudah ditutup (tugas pengelola)" in text
    accepted, kept = (shlex.split(one) for one in re.findall(r"```sh\n(.*?)\n```", text, re.DOTALL))
    assert accepted[:3] == kept[:3] == ["katalog", "record", "correction"]
    assert ("memenuhi" in accepted, "kelas-malam" in accepted, "diketahui" in kept) == (True, True, True)
    assert "R041" not in text.partition("### Peringatan")[2]


def test_a_correction_that_names_a_code_alone_says_what_it_is_about(reviewed_later, project):
    record = "registry/obligations/2026.hasil.yml"
    path = project({record: closed_2026(project), LATER: CLASSES})
    result = checking.check(path, PAST).catalogue.registry.results[2026]
    code = learned(checking.check(path, PAST).catalogue, result)[0].code
    rows = [
        {"tanggal": "2027-03-10", "alasan": "Rapat menetapkan hasil tetap. " * 5, "hitungan_diketahui": code},
        {"tanggal": "2027-03-11", "alasan": "Keliru.", "hitungan_diketahui": "000000000000"},
        {"tanggal": "2027-03-12", "alasan": "Nomor ditulis.", "versi_aturan": "abc"},
    ]
    corrected = (path / record).read_text("utf-8").replace("koreksi: []", f"koreksi: {json.dumps(rows)}")
    text = review_text.review_text(reviewed_later({record: corrected}, before={LATER: CLASSES}))
    for about in ("disdik: tercatat tidak, kini memenuhi", "bukan kode perbedaan yang ada", "aturan"):
        assert f"> - Koreksi 2026 (`{about}`): ditambahkan `2027-03-1" in text


def test_a_second_proof_in_a_closed_year_is_no_task(reviewed_later):
    assert reviewed_later({"innovations/dinkes/kelas-malam.yml": CLASSES}).learned == ()


def test_a_task_that_was_there_before_is_not_told_again(reviewed_later):
    here = {LATER: CLASSES}
    text = review_text.review_text(reviewed_later({OLD: ENTRY.replace("Malam", "Petang")}, before=here))
    assert "tugas pengelola" not in text


def test_a_deleted_entry_is_flagged_with_its_dead_address_and_the_lost_verdict(told):
    text = told({OLD: None})
    assert "### Dihapus: `Posyandu Malam`" in text
    assert "Alamat yang sudah terbit akan hilang" in text
    assert "`/inovasi/posyandu-malam/`" in text
    assert "- `Dinas Kesehatan`: memenuhi → belum memenuhi 2026" in text


def test_a_withdrawal_asks_for_a_decision_and_tells_the_lost_verdict(told):
    text = told({OLD: f"{ENTRY}ditarik: {{tanggal: 2026-11-20, alasan: Tercatat dua kali.}}\n"})
    assert "Perlu keputusan pengelola" in text
    assert f"Isian ditarik**\n>\n> - `{OLD}`" in text
    assert "| Ditarik › Tanggal | — | `2026-11-20` |" in text
    assert "- `Dinas Kesehatan`: memenuhi → belum memenuhi 2026" in text
    assert "akan hilang" not in text


def test_a_deletion_asks_for_a_decision_even_if_another_entry_takes_the_address(told):
    text = told({OLD: None, LATER: f"{CLASSES}alias:\n  - posyandu-malam\n"}, before={LATER: CLASSES})
    assert "akan hilang" not in text
    assert "Perlu keputusan pengelola" in text
    assert f"Isian dihapus**\n>\n> - `{OLD}`" in text


def test_no_bulk_of_text_pushes_out_what_decides(told):
    bulk = {f"innovations/dinkes/aa-{number}.yml": ENTRY.replace("Posyandu Malam", f"Panjang {number}")
            + "".join(f"{key}: |\n  {'kata ' * 1900}\n" for key in ("masalah", "solusi", "manfaat", "kebaruan")) for number in range(20)}  # fmt: skip
    many = "hasil:\n" + "".join(f"  - ukuran: {'u' * 180} {number}\n    sesudah: {number}\n" for number in range(40))
    bulk = {path: text + many for path, text in bulk.items()}
    again = ENTRY.replace("Posyandu Malam", "Posyandu Malam Hari")
    phone = CLASSES + "catatan: Hubungi 0812-0000-0000.\n"
    text = told({**bulk, "innovations/disdik/zy.yml": again, "innovations/disdik/zz.yml": phone})
    assert text.startswith("Ringkasan ini dipotong")
    assert len(text.encode()) <= review_text.MOST_BYTES
    for part in (
        "`Dinas Pendidikan`: belum memenuhi → memenuhi 2026",
        "`Posyandu Malam Hari` dengan `posyandu-malam`",
        "### Data pribadi",
        "08… (12 angka)",
    ):
        assert part in text


def test_a_renamed_entry_is_one_change_and_its_alias_keeps_the_address(told):
    renamed = "innovations/dinkes/posyandu-petang.yml"
    text = told({OLD: None, renamed: f"{ENTRY}alias:\n  - posyandu-malam\n"})
    assert "### Ganti nama berkas: `Posyandu Malam`" in text
    assert f"(sebelumnya `{OLD}`)" in text
    assert "akan hilang" not in text
    assert "Dihapus" not in text
    assert "akan hilang" in told({OLD: None, renamed: ENTRY})


def test_an_entry_that_moves_to_another_agency_is_told_as_that(told):
    text = told({OLD: None, "innovations/disdik/posyandu-malam.yml": ENTRY})
    assert "### Pindah perangkat daerah: `Posyandu Malam`" in text
    assert "Lebih dari satu perangkat daerah" in text
    assert "Isinya tidak berubah." in text
    assert "cara penulisannya" not in text
    assert "akan hilang" not in text


@pytest.mark.parametrize(
    ("before", "after", "recognised"),
    [
        pytest.param("nama: [\n", "nama: [\n", True, id="by its content, though nobody can read it"),
        pytest.param(CLASSES, ENTRY.replace("Posyandu Malam", "Kelas Malam"), True, id="by its name, though retold"),
        pytest.param(CLASSES, ENTRY, False, id="neither: another innovation"),
        pytest.param("nama: [\n", "nama: {\n", False, id="two that cannot be read have no name in common"),
    ],
)
def test_an_entry_under_another_file_name_is_recognised_by_its_content_or_by_its_name(
    reviewed, before, after, recognised
):
    old, new = "innovations/disdik/kelas-lama.yml", "innovations/disdik/kelas-baru.yml"
    changes = [
        (change.kind, change.path, change.was)
        for change in reviewed({old: None, new: after}, before={old: before}).entries
    ]
    assert changes == ([("ganti-nama", new, old)] if recognised else [("baru", new, ""), ("dihapus", old, old)])


def test_of_several_entries_that_move_at_once_each_is_recognised_as_itself(reviewed):
    old, new = "innovations/disdik/lama-{}.yml", "innovations/disdik/baru-{}.yml"
    retold = CLASSES.replace("sesudah kerja", "pada malam hari")
    changes = reviewed(
        {old.format(1): None, old.format(2): None, new.format(1): retold, new.format(2): ENTRY},
        before={OLD: None, old.format(1): ENTRY, old.format(2): CLASSES},
    ).entries
    assert [(change.kind, change.path, change.was) for change in changes] == [
        ("ganti-nama", new.format(1), old.format(2)),
        ("ganti-nama", new.format(2), old.format(1)),
    ]


def test_a_deleted_entry_is_continued_by_one_new_one_at_most(reviewed):
    copies = ["innovations/dinkes/salinan-1.yml", "innovations/dinkes/salinan-2.yml"]
    changes = reviewed({OLD: None, **dict.fromkeys(copies, ENTRY)}).entries
    assert [(change.kind, change.path, change.was) for change in changes] == [
        ("ganti-nama", copies[0], OLD),
        ("baru", copies[1], ""),
    ]


# What an ordinary proposal does not touch


@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("innovations/dinkes/x.yml", "data"),
        ("innovations/dinkes/x/foto.jpg", "data"),
        ("innovations/catatan.txt", "kode"),
        ("registry/agencies.yml", "registri"),
        ("registry/kiriman/2026-11-02-a1b2c3.yml", "kiriman"),
        (".github/workflows/check.yml", "kode"),
        (".github/CODEOWNERS", "kode"),
        ("generator/publishing/site.py", "kode"),
        ("mkdocs.yml", "kode"),
        ("requirements/site.txt", "kode"),
        ("docs/tentang/index.md", "halaman"),
        ("docs/dev/contract.md", "kode"),
        ("docs-lain/x.md", "kode"),
        ("README.md.py", "kode"),
    ],
)
def test_a_file_counts_as_code_unless_it_is_known_to_be_none(path, area):
    assert area_of(path) == area


def test_files_outside_the_agencys_folder_are_flagged_first(told):
    text = told({LATER: CLASSES, ".github/workflows/check.yml": "x", "registry/catatan.yml": "a: b\n"})
    flag = text.index("Menyentuh berkas lain: perlu pengelola")
    assert "`.github/workflows/check.yml`" in text
    assert "`registry/catatan.yml`" in text
    assert text.index("> [!CAUTION]") < flag < text.index("### Inovasi baru")


@pytest.mark.parametrize(
    "path", [".github/workflows/check.yml", "generator/x.py", "requirements/site.txt", "mkdocs.yml", "Makefile"]
)
def test_where_code_is_touched_the_summary_says_that_it_proves_nothing(told, path):
    assert "Ringkasan ini bukan bukti" in told({path: "x"})
    assert "Ringkasan ini bukan bukti" not in told({LATER: CLASSES, "registry/catatan.yml": "a: b\n", "docs/x.md": "x"})


@pytest.mark.parametrize(
    ("paths", "mixed"),
    [
        ([LATER, "generator/x.py"], True),
        (["registry/map.yml", "generator/x.py"], True),
        (["generator/x.py", "docs/x.md"], False),
        ([LATER, "docs/x.md"], False),
        (["registry/map.yml", layout.SCHEMA, layout.OWNERS], False),
        (["registry/map.yml", layout.SCHEMA, "mkdocs.yml"], True),
    ],
)
def test_code_and_data_in_one_proposal_are_flagged_but_not_what_is_written_from_the_register(reviewed, paths, mixed):
    nothing = reviewed({})
    touched = {area: tuple(path for path in paths if area_of(path) == area) for area in nothing.touched}
    found = dataclasses.replace(nothing, touched=touched)
    assert found.mixed == mixed
    assert ("Kode dan data dalam satu usulan" in review_text.review_text(found)) == mixed


@pytest.mark.parametrize("path", ["innovations/dinkes/modul", "registry/modul", "docs/modul"])
def test_a_repository_inside_the_repository_is_an_error_wherever_it_lies(project, path):
    base = side(project())
    head = Side(base.checked, {**base.files, path: "160000 " + "0" * 40})
    found = review(base, head, TODAY)
    assert [(problem.code, problem.place.file) for problem in found.problems.errors] == [("B018", path)]
    assert review(head, head, TODAY).problems.errors == ()


def test_a_repository_inside_the_repository_and_a_file_that_may_now_run_are_seen(tmp_path):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=u", "-c", "user.email=u@contoh.go.id", *arguments], cwd=tmp_path, check=True
        )

    (tmp_path / "cli.py").write_text("x")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "x")
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    first = worktree.digests(tmp_path)
    git("update-index", "--add", "--cacheinfo", f"160000,{commit.strip()},docs/modul")
    second = worktree.digests(tmp_path)
    assert second.keys() - first.keys() == {"docs/modul"}
    assert second["docs/modul"].startswith(GITLINK)
    (tmp_path / "cli.py").chmod(0o755)
    assert worktree.digests(tmp_path)["cli.py"] != first["cli.py"]


def test_a_link_is_seen_and_never_followed(tmp_path):
    (tmp_path / "rahasia").write_text("a")
    root = tmp_path / "katalog"
    (root / "docs").mkdir(parents=True)
    (root / "docs/x.md").symlink_to(tmp_path / "rahasia")
    (root / "lain").symlink_to(tmp_path)
    first = worktree.digests(root)
    assert first.keys() == {"docs/x.md", "lain"}
    (tmp_path / "rahasia").write_text("b")
    assert worktree.digests(root) == first


# Faults


def test_faults_are_told_with_place_and_cure_and_the_verdict_says_so(told):
    text = told({LATER: CLASSES.replace("pelayanan-publik", "karangan")})
    assert "Belum dapat diterbitkan: 1 galat." in text
    assert f"- I006 `{LATER}:3` " in text
    assert "Perbaikan: `" in text


def test_a_fault_that_a_proposal_causes_in_another_file_is_told_too(told):
    text = told({"innovations/disdik/posyandu-malam.yml": ENTRY})
    assert f"- B006 `{OLD}`" in text


def test_faults_that_were_there_before_are_only_counted(told):
    text = told({LATER: CLASSES}, before={OLD: ENTRY.replace("pelayanan-publik", "karangan")})
    assert "Di berkas lain ada 1 galat yang sudah ada sebelumnya." in text
    assert "karangan" not in text


def test_personal_data_is_flagged_and_its_number_masked_wherever_it_stands(told):
    prose = "Hubungi 0812-3456-7890 atau NIK 6112014506900001."
    text = told({LATER: f'{CLASSES}masalah: "{prose}"\nsolusi: "NIK 611201**4506900001**."\n'})
    assert "### Data pribadi" in text
    assert "P001" in text
    assert "P003" in text
    assert "7890" not in text
    assert "06900001" not in text


@pytest.mark.parametrize(
    "files",
    [
        {"registry/agencies.yml": None},
        {"registry/taxonomy.yml": "a: ["},
        {"registry/obligations/2026.yml": "tahun: x\n"},
        {OLD: b"\xff\xfe\x00"},
        {OLD: "nama: [" * 3000},
        {OLD: "nama: a\nnama:\n  - b: c\n"},
        {"innovations/tidak-ada/x.yml": ENTRY},
    ],
    ids=["no agencies", "broken words", "broken year", "no text", "deep", "key twice", "no agency"],
)
def test_a_side_that_cannot_be_read_breaks_nothing(reviewed, project, files):
    broken = reviewed(files)
    assert broken.problems.errors
    assert "Belum dapat diterbitkan" in review_text.review_text(broken)
    good, bad = project(), write_files(project(), files)
    assert review_text.review_text(review(side(bad), side(good), TODAY))


def test_an_empty_folder_as_base_breaks_nothing(project, tmp_path):
    (tmp_path / "kosong").mkdir()
    text = review_text.review_text(review(side(tmp_path / "kosong"), side(project()), TODAY))
    assert "Keadaan sebelumnya tidak dapat dibaca" in text
    assert "Tidak dapat dihitung" in text


# Length and escaping


def test_a_huge_proposal_gives_a_summary_that_a_pull_request_can_hold(reviewed):
    prose = "masalah: |\n  " + "kata " * 900 + "\n"
    many = reviewed(
        {f"innovations/dinkes/baru-{n}.yml": ENTRY.replace("Malam", f"Malam {n}") + prose for n in range(60)}
    )
    for style in (review_style.MARKDOWN, review_style.TEXT):
        text = review_text.review_text(many, style)
        assert len(text.encode()) <= review_text.MOST_BYTES
        assert "(dipotong)" in text
        assert "dan 30 lainnya" in text


def tokens(markdown):
    return [
        child
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
        for child in (token.children or [token])
        if token.nesting == 0
    ]


@settings(deadline=None, derandomize=True, database=None)
@given(st.text(max_size=300) | st.text("`|@#\\<>![]()*_~ \n", max_size=40))
def test_any_text_is_one_code_span_in_a_table_in_a_list_and_in_a_sentence(text):
    span = github.code(text)
    for markdown in (f"| a | b |\n|---|---|\n| {span} | x |\n", f"- x {span} x\n", f"### x {span} x\n"):
        found = tokens(markdown)
        assert len([token for token in found if token.type == "code_inline"]) == 1
        assert {token.type for token in found} <= {"code_inline", "text"}
        assert "".join(token.content for token in found if token.type == "text").strip("abx ") in ("", github.CUT)
    assert "\n" not in span


@settings(deadline=None, derandomize=True, database=None)
@given(st.text(max_size=300))
def test_any_text_is_one_line_for_a_terminal(text):
    assert github.plain(text).replace(github.CUT, "").isprintable()


def test_a_long_value_says_that_it_was_cut():
    assert github.code("a" * 201) == f"`{'a' * 200}`… (dipotong)"
    assert github.code("a" * 200) == f"`{'a' * 200}`"
    assert github.code(" \n ") == "`(kosong)`"


# Possible repeats

RETOLD = {
    "seledri": ("Layanan Selesai Sehari", "Dokumen kependudukan seperti KTP dan kartu keluarga selesai diurus dalam satu hari."),
    "usg-portabel": ("Alat USG Portable Puskesmas", "Ibu hamil dapat memeriksa kandungan dengan alat USG portabel di puskesmas dan polindes tanpa biaya."),
    "salju-terpadu": ("SALJU (Selasa Jumat)", "Petugas kesehatan mendatangi warga setiap Selasa dan Jumat."),
    "pojok-baca-digital": ("Pojok Literasi MPP", "Warga membaca buku elektronik gratis sambil menunggu di Mal Pelayanan Publik."),
    "cms-desa": ("Transaksi Nontunai Desa", "Desa membayar belanja lewat transfer bank dengan Cash Management System, tidak lagi dengan uang tunai."),
    "mobil-perpustakaan-keliling-digital": ("Perpustakaan Keliling", "Mobil membawa buku dan internet ke desa yang belum berlistrik."),
    "silastri": ("Si Lastri", "Pendaftaran murid baru tanpa antre."),
    "kampung-kb": ("Kampung Keluarga Berencana", "Program lintas dinas untuk keluarga di satu desa."),
    "mulok-gambut-mangrove": ("Mulok Gambut", "Murid SD dan SMP belajar tentang lahan gambut dan mangrove dalam muatan lokal."),
    "webgis-kepong-bakol": ("Kepong Bakol", "Peta digital yang memuat data semua dinas."),
    "bphtb-host-to-host": ("e-BPHTB", "Pembayaran BPHTB di bank dengan data yang terhubung ke kantor pertanahan."),
}  # fmt: skip
OTHERS = {
    "Posyandu Malam": "Posyandu dibuka malam hari agar orang tua yang bekerja dapat datang.",
    "Antrean Lewat Pesan": "Warga mengambil nomor antrean dari rumah lewat pesan singkat, lalu datang saat nomornya hampir dipanggil.",
    "Sidang isbat nikah terpadu": "Pasangan yang belum tercatat mendapat buku nikah dan dokumen kependudukan dalam satu hari tanpa biaya.",
    "Alat perekam usaha di rumah makan": "Transaksi rumah makan direkam agar pajak daerah dibayar sesuai penjualan.",
    "Bank Sampah Digital": "Warga menabung sampah dan melihat saldonya di aplikasi.",
    "Sekolah Ramah Anak": "Sekolah membuat aturan bersama murid agar tidak ada kekerasan.",
}
RECORDED = {slug: one.entry for slug, one in checking.check(FROZEN, TODAY).catalogue.innovations.items()}


def written_anew(name, summary):
    empty = dict.fromkeys(("problem", "solution", "novelty", "benefit"))
    return next(iter(RECORDED.values())).model_copy(update={"name": name, "summary": summary, **empty})


@pytest.mark.parametrize("slug", RETOLD)
def test_a_recorded_innovation_told_in_other_words_is_recognised(slug):
    assert alike(written_anew(*RETOLD[slug]), RECORDED)[0].slug == slug


@pytest.mark.parametrize("name", OTHERS)
def test_another_innovation_is_not_taken_for_a_recorded_one(name):
    assert alike(written_anew(name, OTHERS[name]), RECORDED) == ()


def test_the_recorded_innovations_are_rarely_taken_for_each_other():
    told = {slug for slug, entry in RECORDED.items() if alike(entry, {s: e for s, e in RECORDED.items() if s != slug})}
    assert len(told) <= len(RECORDED) / 4


def test_a_possible_repeat_is_told_with_its_likeness(told):
    again = ENTRY.replace("Posyandu Malam", "Posyandu Malam Hari")
    text = told({"innovations/disdik/posyandu-sore.yml": again})
    assert "### Mungkin sama dengan inovasi yang sudah tercatat" in text
    assert "- `Posyandu Malam Hari` dengan `posyandu-malam`: nama" in text


# The command


def test_the_command_prints_markdown_or_plain_text_and_gives_0_whatever_the_faults(project, monkeypatch, capsys):
    base, root = project(), project({LATER: "nama: ["})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    monkeypatch.chdir(root)
    for form, title in (("markdown", "### Ringkasan usulan"), ("text", "== Ringkasan usulan")):
        arguments = ["--base", str(base), "--format", form, "--as-of", TODAY.isoformat()]
        assert command.review_command.main(arguments, standalone_mode=False) == 0
        assert capsys.readouterr().out.startswith(title)


def test_a_base_inside_the_tree_is_no_part_of_it(project, monkeypatch, capsys):
    root = project()
    shutil.copytree(root, root / "dasar", symlinks=True)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    monkeypatch.chdir(root)
    assert command.review_command.main(["--base", "dasar"], standalone_mode=False) == 0
    assert "Tidak ada isian inovasi yang berubah." in capsys.readouterr().out


def test_the_proposal_may_lie_elsewhere_so_that_the_base_judges_it_by_its_own_settings(project, monkeypatch, capsys):
    base, head = project(), project({LATER: CLASSES, "mkdocs.yml": "["})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    monkeypatch.chdir(base)
    assert command.review_command.main(["--base", ".", "--head", str(head)], standalone_mode=False) == 0
    text = capsys.readouterr().out
    assert "### Inovasi baru: `Kelas Malam`" in text
    assert "Kode, alur kerja, atau pengaturan berubah: `mkdocs.yml`" in text


@pytest.mark.parametrize("arguments", [["--base", "tidak-ada"], ["--base", ".", "--head", "tidak-ada"]])
def test_a_folder_that_does_not_exist_is_wrong_usage(project, monkeypatch, arguments):
    monkeypatch.chdir(project())
    with pytest.raises(command.UsageError):
        command.review_command.main(arguments, standalone_mode=False)


def test_private_data_stands_in_the_verdict(told):
    text = told({"innovations/dinkes/posyandu-malam.yml": f"{ENTRY}catatan: Hubungi 0812-0000-0000.\n"})
    assert "Belum dapat diterbitkan: 1 galat, 1 di antaranya data pribadi." in text


def test_what_is_only_spelt_otherwise_is_told_with_the_command_that_mends_it(told):
    text = told({"innovations/dinkes/posyandu-malam.yml": ENTRY.replace("2026-03-02", "2 Maret 2026")})
    assert "`katalog tidy innovations/dinkes/posyandu-malam.yml`" in text
    assert "`baris 8: 2 Maret 2026 menjadi 2026-03-02`" in text
    assert "katalog tidy" not in told(
        {"innovations/dinkes/posyandu-malam.yml": ENTRY.replace("2026-03-02", "kapan-kapan")}
    )
