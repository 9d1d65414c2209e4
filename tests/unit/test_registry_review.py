"""What a reviewer is told of registers, settings and pages: what decides first, then every field, and nothing acts."""

import re

import pytest
from catalogues import FROZEN
from conftest import BASE, ENTRY, TODAY
from markdown_it import MarkdownIt

from generator import checking, layout
from generator.reviewing import registry_changes, review_style, review_text, worktree
from generator.reviewing.differences import differences
from generator.schema.result import ResultFile
from generator.schema.shape import shapes

AGENCIES, TAXONOMY, MAP = layout.AGENCIES, layout.TAXONOMY, layout.MAP
YEAR, RESULT = f"{layout.OBLIGATIONS}/2026.yml", layout.result_path(2026)
INDICATORS = f"{layout.INDICATORS}/2026.yml"
LATER = "innovations/disdik/kelas-malam.yml"
CLASSES = ENTRY.replace("Posyandu Malam", "Kelas Malam").replace(
    "Posyandu dibuka malam hari agar orang tua yang bekerja dapat datang.",
    "Murid dewasa belajar membaca sesudah kerja.",
)
SOURCE = "sumber: [{judul: Berita rekaan}]\n"
REPLY = "tanggapan:\n  - {perangkat_daerah: disdik, tanggal: 2026-05-05, isi: Sudah berjalan.}\n"
EXEMPTION = "pengecualian:\n  - {perangkat_daerah: disdik, tanggal: 2026-05-05, alasan: Banjir., sumber: {judul: Surat rekaan}}\n"
DEADLINE = "tenggat: {tanggal: 2027-01-31, sumber: {judul: Surat rekaan}}\n"
CLOSED = """\
tahun: 2026
per_tanggal: 2026-11-20
versi_aturan: rekaan
hasil:
  - {perangkat_daerah: dinkes, status: memenuhi, inovasi: [posyandu-malam]}
  - {perangkat_daerah: disdik, status: tidak, inovasi: []}
"""
CORRECTION = "koreksi:\n  - {tanggal: 2026-11-22, alasan: Keliru., perangkat_daerah: disdik, status: memenuhi}\n"


def text_of(path):
    return (BASE / path).read_text("utf-8")


def edited(path, old, new):
    assert old in text_of(path)
    return {path: text_of(path).replace(old, new, 1)}


def top(text):
    """What stands above the first part that only tells."""
    return text.partition("### Pengaruh")[0]


# What decides


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (edited(YEAR, "dasar: dibaca", "dasar: asumsi"), "Aturan 2026, Jumlah paling sedikit › Dasar: dari `dibaca` menjadi `asumsi`"),
        (edited(YEAR, "nilai: 1", "nilai: 2"), "Aturan 2026, Jumlah paling sedikit › Nilai: dari `1` menjadi `2`"),
        (edited(YEAR, "[inisiatif, uji-coba,", "["), "Aturan 2026, Peristiwa yang dihitung › Nilai: dihapus, sebelumnya `Inisiatif; Uji coba`"),
        (edited(YEAR, "nomor: 1/SE/2026", "nomor: null"), "Dasar hukum 2026, Nomor: dihapus, sebelumnya `1/SE/2026`"),
        ({YEAR: text_of(YEAR) + REPLY}, "Tanggapan 2026 (`disdik`): ditambahkan `disdik, 2026-05-05, Sudah berjalan.`"),
        ({YEAR: text_of(YEAR) + EXEMPTION}, "Pengecualian 2026 (`disdik`): ditambahkan `disdik, Banjir., 2026-05-05, Surat rekaan`"),
        ({YEAR: text_of(YEAR) + DEADLINE}, "Tenggat 2026, Tanggal: ditambahkan `2027-01-31`"),
        (edited(AGENCIES, "nama_resmi: Dinas Kesehatan", "nama_resmi: Dinas Lain"), "Nama perangkat daerah, Nama resmi (`dinkes`): dari `Dinas Kesehatan` menjadi `Dinas Lain`"),
        (edited(AGENCIES, "nama_terkonfirmasi: tidak", "nama_terkonfirmasi: ya"), "Kepastian nama atau kewajiban, Nama terkonfirmasi (`dinas-ragu`): dari `tidak` menjadi `ya`"),
        (edited(AGENCIES, "terikat: belum-dikonfirmasi", "terikat: ya"), "Kepastian nama atau kewajiban, Terikat kewajiban (`rsud`): dari `belum-dikonfirmasi` menjadi `ya`"),
        (edited(AGENCIES, "nama_pendek: Disdik\n", "nama_pendek: Disdik\n    berlaku_dari: 2026-02-01\n"), "Kedudukan, Berlaku dari (`disdik`): ditambahkan `2026-02-01`"),
        (edited(AGENCIES, "nama_pendek: Disdik\n", "nama_pendek: Disdik\n    pemilik: '@orang'\n"), "Peninjau, Pemilik (`disdik`): ditambahkan `＠orang`"),
        (edited(TAXONOMY, "label: Kesehatan", "label: Kebugaran"), "Kata pilihan, Label (`kesehatan`): dari `Kesehatan` menjadi `Kebugaran`"),
        ({RESULT: CLOSED}, f"Berkas baru: `{RESULT}`"),
        ({INDICATORS: None}, f"Berkas dihapus: `{INDICATORS}`"),
    ],
)  # fmt: skip
def test_what_may_change_a_name_a_rule_or_a_status_stands_at_the_top(told, files, line):
    assert f"> - {line}\n" in top(told(files))


@pytest.mark.parametrize(
    ("after", "line"),
    [
        (CLOSED + CORRECTION, "Koreksi 2026 (`disdik`): ditambahkan `2026-11-22, Keliru., disdik, memenuhi`"),
        (CLOSED.replace("status: tidak", "status: memenuhi"), "Catatan tahun yang ditutup 2026, Status (`disdik`): dari `tidak` menjadi `memenuhi`"),
        (CLOSED.replace("rekaan", "lain"), "Catatan tahun yang ditutup 2026: dari `rekaan` menjadi `lain`"),
    ],
)  # fmt: skip
def test_a_correction_and_an_edit_of_a_record_stand_at_the_top(told, after, line):
    assert f"> - {line}\n" in top(told({RESULT: after}, before={RESULT: CLOSED}))


def test_what_only_maintainers_can_settle_is_told_to_the_reviewer_and_not_among_what_may_follow(told):
    text = told({YEAR: text_of(YEAR) + EXEMPTION.replace("disdik", "rsud")})
    _, _, tasks = text.partition("### Bagi pengelola")
    assert "- R053 `registry/obligations/2026.yml" in tasks
    assert "boleh menyusul" not in text


def test_a_forged_reply_is_told_by_agency_and_date(told):
    before = text_of(YEAR) + REPLY + "  - {perangkat_daerah: disdik, tanggal: 2026-06-06, isi: Menyusul.}\n"
    text = told({YEAR: before.replace("Menyusul", "Kami menolak")}, before={YEAR: before})
    assert "> - Tanggapan 2026, Isi (`disdik`): dari `Menyusul.` menjadi `Kami menolak.`" in top(text)
    assert "Sudah berjalan" not in text


def test_a_new_year_says_what_it_brings_for_one_agency(told):
    path = f"{layout.OBLIGATIONS}/2025.yml"
    text = told({path: (text_of(YEAR) + REPLY).replace("2026", "2025")})
    assert "> - Tanggapan 2025 (`disdik`): ditambahkan `disdik, 2025-05-05, Sudah berjalan.`\n" in top(text)
    assert f"> - Berkas baru: `{path}`\n" in top(text)
    assert "Aturan 2025" not in text


def test_a_clause_said_to_be_read_is_one_change_of_that_clause(told):
    clauses = "\n".join(f"    - {{dasar: asumsi, keterangan: Kalimat {number}.}}" for number in range(3))
    before = text_of(YEAR) + f"  lainnya:\n{clauses}\n"
    after = before.replace("{dasar: asumsi, keterangan: Kalimat 1.}", "{dasar: dibaca, keterangan: Kalimat 1.}")
    text = told({YEAR: after}, before={YEAR: before})
    assert "> - Aturan 2026, Aturan lain › Dasar (`Kalimat 1.`): dari `asumsi` menjadi `dibaca`\n" in top(text)
    assert "Kalimat 2" not in text


def replies(count, text="Ke"):
    return "tanggapan:\n" + "".join(
        f"  - {{perangkat_daerah: disdik, tanggal: 2026-05-05, isi: {text}-{number}.}}\n" for number in range(count)
    )


def test_none_of_many_changes_that_decide_is_folded_away(told):
    text = top(told({YEAR: text_of(YEAR) + replies(60)}))
    assert text.count("> - Tanggapan 2026 (`disdik`): ditambahkan") == 60
    assert "lagi" not in text.partition("Registri: yang menentukan")[2]
    names = re.sub("nama_resmi: (.*)", r"nama_resmi: \1 Baru", text_of(AGENCIES))
    assert top(told({AGENCIES: names})).count("> - Nama perangkat daerah, Nama resmi") == names.count("slug:")


def test_a_flood_of_one_kind_pushes_out_no_other_and_says_where_the_rest_stands(told):
    text = top(told({YEAR: text_of(YEAR).replace("nilai: 1", "nilai: 2") + replies(400, "Panjang " * 30)}))
    shown = text.count("> - Tanggapan 2026 (`disdik`): ditambahkan")
    assert shown >= 50
    assert f"> - Tanggapan: {400 - shown} lagi, baca pada berkas `{YEAR}`\n> - Aturan 2026, Jumlah" in text


def test_no_change_of_a_verdict_is_folded_away(told):
    rows = "".join(
        f"  - {{slug: pd-{n}, nama_resmi: Dinas Nomor {n}, jenis: dinas, nama_terkonfirmasi: tidak, terikat: ya, "
        "sumber: {judul: Rekaan}}\n"
        for n in range(90)
    )
    before = {AGENCIES: text_of(AGENCIES) + rows}
    text = told(
        {AGENCIES: before[AGENCIES].replace("nama_terkonfirmasi: tidak", "nama_terkonfirmasi: ya")}, before=before
    )
    assert text.count(": belum dikonfirmasi \u2192 ") == 91
    assert text.count("> - Kepastian nama atau kewajiban, Nama terkonfirmasi") == 91


def test_private_data_in_a_register_is_named_at_the_top_and_masked_everywhere(told):
    text = told(
        {
            YEAR: text_of(YEAR)
            + REPLY.replace("Sudah", "Hubungi 0812-3456-7890 atau https://wa.me./6281234567890, sudah")
        }
    )
    assert f"> - P003 `{YEAR}:" in top(text)
    assert "Data pribadi di registri" in top(text)
    assert "4567" not in text


# Events that bring a status about


@pytest.mark.parametrize(
    ("before", "after", "flag"),
    [
        (None, CLASSES, "Isian ini tidak menyebut sumber; minta sumbernya."),
        (None, CLASSES + SOURCE, ""),
        (CLASSES.replace("2026-03-02", "2025") + SOURCE, CLASSES + SOURCE, "Sumber isian ini tidak bertambah; pastikan sumber yang ada memuatnya."),
        (CLASSES.replace("2026-03-02", "2025") + SOURCE, CLASSES + SOURCE.replace("}]", "}, {judul: Laporan rekaan}]"), ""),
    ],
    ids=["new without", "new with", "event without", "event with"],
)  # fmt: skip
def test_an_event_that_changes_a_status_without_a_source_is_flagged(told, before, after, flag):
    text = told({LATER: after}, before={LATER: before} if before else None)
    assert ("Status berubah oleh peristiwa tanpa sumber" in top(text)) == bool(flag)
    assert (f"`Dinas Pendidikan` 2026: `Penerapan`, 2 Maret 2026, di `{LATER}`. {flag}" in top(text)) == bool(flag)
    assert ("Siap ditinjau" in text) != bool(flag)


def test_an_old_event_of_an_entry_that_only_moves_is_not_flagged(told):
    files = {LATER: None, "innovations/disdik/kelas-petang.yml": f"{CLASSES}alias: [kelas-malam]\n"}
    assert "tanpa sumber" not in top(told(files, before={LATER: CLASSES}))
    confirmed = edited(AGENCIES, "nama_terkonfirmasi: tidak", "nama_terkonfirmasi: ya")
    doubtful = {"innovations/dinas-ragu/kelas.yml": CLASSES}
    assert "Pengaruh" in told(confirmed, before=doubtful)
    assert "tanpa sumber" not in top(told(confirmed, before=doubtful))


# Field by field


def test_every_file_of_the_registry_is_compared_by_the_keys_of_its_model():
    files = {path for path in checking.check(FROZEN, TODAY).loaded.documents if path.startswith("registry/")}
    assert {RESULT, MAP, INDICATORS} - files == {RESULT}
    for path in files | {RESULT}:
        assert registry_changes.model_of(path)
    assert registry_changes.model_of("registry/catatan.yml") is None


def test_the_order_of_what_has_a_slug_is_no_change_and_one_put_in_between_is_one(told):
    head, *agencies = re.split(r"(?=  - slug: )", text_of(AGENCIES))
    assert "Tidak ada perubahan makna" in told({AGENCIES: head + "".join(reversed(agencies))})
    added = agencies[0].replace("dinkes", "dinas-tengah").replace("Dinas Kesehatan", "Dinas Tengah")
    text = told({AGENCIES: head + agencies[0] + added + "".join(agencies[1:])})
    table = text.partition(f"### Registri diubah: `{AGENCIES}`")[2].partition("###")[0]
    assert re.findall(r"^\| Perangkat.*", table, re.MULTILINE) == [
        "| Perangkat daerah (`dinas-tengah`) | — | `dinas-tengah, Dinas Tengah, Dinkes, Dinas, nama terkonfirmasi, ya, Rekaan` |"
    ]


def test_of_two_things_that_go_and_come_each_is_named():
    before = {"hasil": [{"perangkat_daerah": "a", "status": "belum"}]}
    after = {"hasil": [{"perangkat_daerah": "b", "status": "belum"}]}
    found = [(one.about, one.before, one.after) for one in differences(before, after, {}, shapes(ResultFile))]
    assert found == [("a", "a, belum", None), ("b", None, "b, belum")]


@pytest.mark.parametrize(
    ("files", "row"),
    [
        (edited(MAP, "kolom: 1", "kolom: 2"), r"\| Petak › Kolom \(`[a-z-]+`\) \| `1` \| `2` \|"),
        (edited(INDICATORS, "bobot: ", "bobot: 1"), r"\| Indikator › Bobot \(`[a-z-]+`\) \| `\d+` \| `1\d+` \|"),
        (edited(TAXONOMY, "label: Kesehatan", "label: Kebugaran"), r"\| Urusan › Label \(`kesehatan`\) \| `Kesehatan` \| `Kebugaran` \|"),
    ],
)  # fmt: skip
def test_what_decides_nothing_is_told_field_by_field_all_the_same(told, files, row):
    assert re.search(row, told(files))


# Settings and pages


def test_settings_and_pages_have_a_heading_of_their_own_and_say_what_they_touch(told):
    settings = text_of("mkdocs.yml")
    assert "site_name:" in settings
    text = told(
        {
            "mkdocs.yml": re.sub("site_name:.*", "site_name: Nama Palsu", settings) + "extra: {kunci: !ENV HOME}\n",
            "docs/tentang/baru.md": "# Baru\n",
            "docs/tentang/index.md": "# Lain\n",
            "docs/dev/catatan.md": "# Catatan\n",
        }
    )
    part = text.partition("### Pengaturan dan halaman situs\n")[2].partition("###")[0]
    for line in (
        "- baru: `docs/dev/catatan.md`\n",
        "- baru: `docs/tentang/baru.md`, halaman `/tentang/baru/`\n",
        ": `docs/tentang/index.md`, halaman `/tentang/`\n",
        "- diubah: `mkdocs.yml`\n",
        "| `Nama Palsu` |",
        "| Pengaturan (`extra › kunci`) | — | `HOME` |",
    ):
        assert line in part


@pytest.mark.parametrize("content", ["a: [", "- a\n", b"\xff", "a: b\n" * 200_000], ids=ascii)
def test_settings_that_cannot_be_read_break_nothing(told, content):
    assert "`mkdocs.yml`. Isinya tidak dapat dibandingkan; baca pada berkas" in told({"mkdocs.yml": content})


def test_settings_are_never_read_through_a_link(project, tmp_path):
    secret = tmp_path / "rahasia.yml"
    secret.write_text("site_name: RAHASIA\n")
    root = project()
    (root / "mkdocs.yml").unlink()
    (root / "mkdocs.yml").symlink_to(secret)
    assert worktree.settings(root) is None


# Hostile files

ATTACK = "x ](http://jahat.example) ![a](http://jahat.example/a.png) <img src=x> `| @bupati #1 Closes #2 **b** | a"


@pytest.mark.parametrize(
    "content",
    ["a: [", "tanggapan: &a [*a]\n", "[" * 4000, "tanggapan: 1\n", "- a\n", b"\xff\xfe\x00", "x" * 600_000, "a: b\na: {b: c}\n"],
    ids=["broken", "alias", "deep", "no list", "no mapping", "no text", "too large", "key twice"],
)  # fmt: skip
@pytest.mark.parametrize("path", [AGENCIES, TAXONOMY, MAP, YEAR, RESULT, INDICATORS])
def test_a_register_of_any_content_breaks_no_summary(told, path, content):
    text = told({path: content})
    assert "Belum dapat diterbitkan" in text
    assert f"### Registri {'baru' if path == RESULT else 'diubah'}: `{path}`\n" in text
    assert len(text.encode()) <= review_text.MOST_BYTES


def test_a_register_that_cannot_be_compared_is_named_at_the_top(told):
    line = f"> - Tidak dapat dibandingkan; baca pada berkas: `{YEAR}`\n"
    assert line in top(told({YEAR: "a: ["}))
    assert line in top(told(edited(YEAR, "nilai: 1", "nilai: 2"), before={YEAR: "a: ["}))
    assert "Tidak dapat dibandingkan" not in told({YEAR: None})


def test_whatever_a_register_or_a_setting_holds_does_nothing_in_the_summary(told):
    quoted = "'" + ATTACK.replace("'", "''") + "'"
    text = told(
        {
            YEAR: f"{text_of(YEAR)}tanggapan:\n  - {{perangkat_daerah: {quoted}, tanggal: {quoted}, isi: {quoted}}}\n{quoted}: {quoted}\n",
            AGENCIES: text_of(AGENCIES).replace("Dinas Kesehatan", ATTACK.replace("#", "").replace(": ", "")),
            TAXONOMY: text_of(TAXONOMY).replace("label: Kesehatan", f"label: {quoted}"),
            "mkdocs.yml": f"{quoted}: {{{quoted}: [{quoted}]}}\n",
            "docs/![a](b)`@bupati.md": "x",
        }
    )
    tokens = [
        child
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        for child in (token.children or [token])
    ]
    assert {token.type for token in tokens} & {"link_open", "image", "html_inline", "html_block", "fence"} == set()
    ours = " ".join(token.content for token in tokens if token.type == "text")
    assert not re.search("jahat|bupati|Closes|<img", ours)
    assert "@" not in text
    assert sum("jahat" in token.content for token in tokens if token.type == "code_inline") > 5


def test_a_register_that_changes_throughout_gives_a_summary_that_a_pull_request_can_hold(reviewed):
    def agencies(sign):
        return "perangkat_daerah:\n" + "".join(
            f"  - {{slug: a{number}, nama_resmi: {sign * 150}{number}, pemilik: {sign * 50}, jenis: {sign}}}\n"
            for number in range(500)
        )

    found = reviewed(
        {AGENCIES: agencies("\U0001f600"), TAXONOMY: "urusan: [" + "b, " * 2_000 + "]\n"},
        before={AGENCIES: agencies("\u00e9")},
    )
    for style in (review_style.MARKDOWN, review_style.TEXT):
        text = review_text.review_text(found, style)
        assert len(text.encode()) <= review_text.MOST_BYTES
        for topic in ("Nama perangkat daerah", "Peninjau"):
            assert re.search(rf"{topic}: \d+ lagi, baca pada berkas `?{AGENCIES}", text)
