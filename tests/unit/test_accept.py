"""What comes to the desk: a package, or a bare file, in whatever mail and chats make of it; taken in whole or not at all."""

import base64
import datetime as dt
import html
import io
import json
import quopri
import subprocess
from pathlib import Path

import pytest
from conftest import ENTRY, TODAY, check, write_files
from javascript import BROWSER, NODE
from PIL import Image

from generator import checking
from generator.contributing.package import MOST_BYTES, PackageError, content_digest, unpacked
from generator.contributing.recording.register_text import RegisterText
from generator.layout import HAND_INS
from generator.publishing import configuration
from generator.reviewing import rehearsal, worktree

TYPED = (
    "nama: Loket Keliling — é\nringkasan: Warga dilayani di desa, tanpa harus datang ke kantor yang jauh dari rumahnya.\n"
    "bentuk: Pelayanan Publik\nurusan:\n  - kesehatan\nriwayat:\n  - peristiwa: penerapan\n    tanggal: 2 Juni 2026\n"
    "masalah: |\n  > dikutip = begini  \n  baris kedua\n"
)
PLACE = "innovations/dinkes/loket-keliling.yml"
PICTURED = f"{TYPED}gambar:\n  - berkas: loket.jpg\n    alt: Loket.\n    kredit: Dinas Kesehatan\n"


def jpeg(place=b""):
    out = io.BytesIO()
    image = Image.new("RGB", (320, 240), "white")
    exif = image.getexif()
    if place:
        exif[0x010E] = place.decode()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def packed(text=TYPED, *, agency="dinkes", slug="loket-keliling", kind="baru", pictures=(), day="2026-11-20", **head):  # noqa: PLR0913
    coded = [(name, base64.b64encode(raw).decode()) for name, raw in pictures]
    digest = content_digest(agency, slug, text, [part for pair in coded for part in pair], correction=kind != "baru")
    said = {
        "versi": "1",
        "nomor": f"{day}-{digest[:6]}",
        "perangkat_daerah": agency,
        "jenis_usulan": kind,
        "alamat": slug,
    }
    lines = [
        "Paket isian.",
        "",
        "==PAKET KATALOG INOVASI==",
        *(f"{key}: {value}" for key, value in {**said, **head}.items()),
    ]
    lines += ["==ISI==", quopri.encodestring(text.rstrip("\n").encode()).decode()]
    for name, one in coded:
        lines += [f"==GAMBAR {name}==", *(one[at : at + 76] for at in range(0, len(one), 76))]
    return "\n".join([*lines, "==AKHIR PAKET==", ""])


def quoted(text, mark="> "):
    return "\n".join(f"{mark}{line}" for line in text.split("\n"))


def page(text):
    lines = "".join(f"<div>{html.escape(line) or '<br>'}</div>\r\n" for line in text.split("\n"))
    return f"<html><body><p>Yth. Pengelola,</p>{lines}<p>Salam</p></body></html>"


MAIL = "From: a@contoh.go.id\nSubject: Kiriman\nMIME-Version: 1.0\nContent-Type: {}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{}"
AROUND = {
    "as it was made": lambda text: text,
    "with mail around it": lambda text: f"Selamat pagi,\nini kiriman kami.\n\n{text}\n-- \nKantor\n",
    "quoted": quoted,
    "quoted twice": lambda text: quoted(quoted(text), ">"),
    "lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "hard blanks": lambda text: text.replace("  ", "\u00a0 "),
    "blanks lost at the ends": lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
    "empty lines in the head": lambda text: text.replace("versi: 1\n", "versi: 1\n\n"),
    "a page around it": page,
    "a mail": lambda text: MAIL.format("text/plain", base64.encodebytes(text.encode()).decode()),
    "a mail of a page": lambda text: MAIL.format("text/html", base64.encodebytes(page(text).encode()).decode()),
    "the same twice": lambda text: f"{text}\n{text}",
}


@pytest.mark.parametrize("way", AROUND)
def test_a_package_is_read_whatever_mail_and_chats_have_done_around_it(way):
    found = unpacked(AROUND[way](packed(PICTURED, pictures=[("loket.jpg", jpeg())])).encode())
    assert (found.agency, found.slug, found.correction) == ("dinkes", "loket-keliling", False)
    assert found.text == PICTURED
    assert found.pictures == {"loket.jpg": jpeg()}
    assert found.number.endswith(found.digest[:6])


def test_utf_16_is_read_too():
    assert unpacked(packed().encode("utf-16")).text == TYPED


def broken(text, old, new=""):
    assert old in text
    return text.replace(old, new, 1)


FULL = packed(PICTURED, pictures=[("loket.jpg", jpeg())])
BROKEN = {
    "no package": ("nama: x", "tidak ada paket"),
    "cut at the end": (FULL.partition("==AKHIR")[0], "terpotong"),
    "cut in the picture": (broken(FULL, base64.b64encode(jpeg()).decode()[76:152] + "\n"), "rusak di perjalanan"),
    "base64 that is none": (broken(FULL, "==GAMBAR loket.jpg==\n", "==GAMBAR loket.jpg==\n!"), "terpotong atau rusak"),
    "another text": (broken(FULL, "Loket Keliling", "Loket Lain"), "tidak cocok dengan nomornya"),
    "a bare sign": (broken(FULL, "=3D", "=zz"), "rusak di perjalanan"),
    "foreign key": (packed(pengirim="Rekaan"), "tidak dikenal"),
    "key twice": (broken(FULL, "versi: 1\n", "versi: 1\nversi: 1\n"), "tidak dikenal"),
    "key missing": (broken(FULL, "jenis_usulan: baru\n"), "tidak menyebut jenis_usulan"),
    "another edition": (packed(versi="2"), "versi 2 belum dikenal"),
    "another kind": (packed(jenis_usulan="hapus"), "tidak terbaca"),
    "no slug": (packed(slug="../../x"), "tidak terbaca"),
    "no number": (packed(nomor="1"), "tidak terbaca"),
    "no text": (broken(FULL, "==ISI==\n"), "kepala paket|tidak dikenal|isi isian"),
    "text twice": (broken(FULL, "==AKHIR", "==ISI==\nnama: x\n==AKHIR"), "dua kali"),
    "picture that climbs": (packed(PICTURED, pictures=[("../x.jpg", jpeg())]), "tidak dapat dipakai"),
    "picture that is a script": (packed(PICTURED, pictures=[("x.svg", jpeg())]), "tidak dapat dipakai"),
    "nine pictures": (packed(PICTURED, pictures=[(f"{n}.jpg", b"x") for n in range(9)]), "batasnya 8"),
    "picture too large": (packed(PICTURED, pictures=[("a.jpg", b"x" * 5_300_000)]), "lebih besar dari 5 MB"),
    "text too large": (packed("x" * 70_000), "lebih besar dari 65536"),
    "two packages": (packed() + packed(slug="loket-lain"), "dua paket yang berbeda"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_package_is_refused_with_a_sentence(name):
    text, told = BROKEN[name]
    with pytest.raises(PackageError, match=told):
        unpacked(text.encode())


def test_a_package_of_200_megabytes_is_refused_unread():
    with pytest.raises(PackageError, match="lebih besar dari 12 MB"):
        unpacked(b"x" * (MOST_BYTES + 1))


def test_what_the_browser_writes_is_what_is_read(tmp_path):
    content = {
        "agency": "dinkes", "slug": "loket-keliling", "known": "", "text": PICTURED,
        "pictures": [{"name": "loket.jpg", "base64": base64.b64encode(jpeg()).decode()}],
    }  # fmt: skip
    script = tmp_path / "paket.mjs"
    script.write_text(
        f"import {{ packaged }} from {json.dumps((BROWSER / 'form/package.js').as_uri())};\n"
        f"const made = await packaged({json.dumps(content)}, '2026-11-20');\nprocess.stdout.write(made.text);\n",
        "utf-8",
    )
    made = subprocess.run([NODE, script], capture_output=True, check=True).stdout
    assert unpacked(made) == unpacked(FULL.encode())
    assert max(map(len, made.decode("ascii").split("\n"))) <= 76


# At the desk


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("ya\n" * 40))


@pytest.fixture
def accept(katalog, tmp_path):
    """A function: `katalog accept` of a text under the name that a chat has given it."""
    here = tmp_path / "WhatsApp Document 2026-11-02 (1).txt"

    def run(content, *options):
        here.write_bytes(content.encode() if isinstance(content, str) else content)
        return katalog("accept", str(here), *options)

    return run


def hand_ins():
    return sorted(Path(HAND_INS).glob("*.yml"))


def rows():
    found = [(file.stem, RegisterText(str(file), file.read_text("utf-8")).data) for file in hand_ins()]
    return [{**row, "nomor": number} for number, row in found]


def untouched():
    return not Path(PLACE).exists() and not Path(HAND_INS).exists()


def test_a_package_is_tidied_checked_placed_and_answered(accept):
    code, out, err = accept(packed(PICTURED, pictures=[("loket.jpg", jpeg(b"Rumah Rekaan"))]))
    assert (code, err) == (0, "")
    entry = checking.check(Path.cwd(), TODAY).catalogue.innovations["loket-keliling"].entry
    assert (entry.sphere, entry.events[0].date.text) == ("pelayanan-publik", "2026-06-02")
    assert b"Rumah Rekaan" not in Path("innovations/dinkes/loket-keliling/loket.jpg").read_bytes()
    assert "data tersembunyi dikeluarkan dari gambar loket.jpg" in out
    assert "Pengaruh pada indeks kepatuhan" in out
    [row] = rows()
    assert (row["inovasi"], row["perjalanan"][0]["keadaan"]) == ("loket-keliling", "diterima")
    assert f"Kiriman nomor {row['nomor']} sudah diterima." in out.partition("Jawaban untuk pengirim")[2]
    assert check(Path.cwd()).errors == ()


def test_twice_the_same_is_said_and_not_doubled(accept):
    assert accept(packed())[0] == 0
    before = [file.read_text("utf-8") for file in hand_ins()]
    for again in (packed(), packed(day="2026-11-22")):
        code, _, err = accept(again)
        assert code == 1
        assert "sudah diterima 24 November 2026 dengan nomor 2026-11-20-" in err
    assert [file.read_text("utf-8") for file in hand_ins()] == before


def test_changed_content_is_a_new_version_of_what_was_taken_in_under_the_earlier_number(accept):
    assert accept(packed())[0] == 0
    [first] = rows()
    code, out, err = accept(packed(TYPED.replace("2 Juni", "9 Juni")))
    assert (code, err) == (0, "")
    assert f"versi baru dari kiriman {first['nomor']}; dibaca sebagai perbaikan {PLACE}" in out
    assert "2026-06-09" in Path(PLACE).read_text("utf-8")
    assert [row["inovasi"] for row in rows()] == ["loket-keliling"] * 2
    assert check(Path.cwd()).errors == ()


def test_a_bare_file_gets_its_address_from_its_name_never_from_the_files(accept):
    assert accept(TYPED)[0] == 1  # it does not say whose it is
    assert untouched()
    assert accept(f"perangkat_daerah: DINKES\n{TYPED}")[0] == 0
    assert "perangkat_daerah" not in Path("innovations/dinkes/loket-keliling-e.yml").read_text("utf-8")
    assert accept(f"perangkat_daerah: DINKES\n{TYPED}")[0] == 1
    assert accept(TYPED, "--agency", "Dinas Kesehatan")[0] == 1  # the same, told otherwise
    assert len(rows()) == 1


def test_a_bare_file_of_a_known_name_corrects_it(accept):
    changed = ENTRY.replace("pelayanan-publik", "Lainnya")
    code, out, _ = accept(changed, "--agency", "dinkes")
    assert code == 0
    assert "dibaca sebagai perbaikannya" in out
    assert "bentuk: lainnya" in Path("innovations/dinkes/posyandu-malam.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (packed(agency="dinas-antariksa"), "tidak ada dalam daftar"),
        (packed(kind="perbaikan"), "tidak ada di katalog"),
        (packed(ENTRY, agency="disdik", slug="posyandu-malam", kind="perbaikan"), "milik Dinas Kesehatan"),
        (packed(ENTRY, slug="lain"), "sudah mencatat inovasi dengan nama itu"),
        (packed("nama: [\n"), "tidak dapat dibaca"),
        (packed("ringkasan: x\n"), "tidak menyebut nama"),
        (packed(TYPED.replace("nama: ", "nama: !!python/object:os.system ")), "Y004"),
        (packed(f"{TYPED}---\n{TYPED}"), "tidak dapat dibaca"),
        (packed(f"{TYPED}pengirim: Rekaan\n"), "I002"),
        (packed(TYPED.replace("kesehatan", "antariksa")), "I006"),
        (packed(f"{TYPED}catatan: Hubungi 0812-0000-0000.\n"), "P003"),
        (packed(PICTURED, pictures=[("loket.jpg", b"<svg onload=alert(1)>")]), "gambar loket.jpg"),
        (packed(PICTURED), "loket.jpg"),
        (packed(TYPED, pictures=[("loket.jpg", jpeg())]), "loket.jpg"),
        (b"\x00\x01\x02", "bukan isian"),
        (b"PK\x03\x04" + b"\x00" * 100, "bukan isian"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_and_nothing_is_written(accept, content, told):
    code, out, err = accept(content)
    assert code == 1
    assert told in err + out
    assert untouched()


def test_a_refusal_comes_with_an_answer_for_the_sender(accept):
    code, out, _ = accept(packed(TYPED.replace("kesehatan", "antariksa")))
    assert code == 1
    answer = out.partition("Jawaban untuk pengirim:")[2]
    assert "nomor itu tidak tercatat. Yang perlu diperbaiki:" in answer
    assert "antariksa" in answer


@pytest.mark.parametrize(
    ("content", "number", "told"),
    [
        (packed(agency="dinas-antariksa"), " nomor 2026-11-20-", 'daerah "dinas-antariksa" pada paket tidak ada'),
        (FULL.partition("==AKHIR")[0], " sudah kami buka", "baris akhirnya tidak ada."),
        ("nama: [\n", " sudah kami buka", "isian ini tidak dapat dibaca"),
    ],
    ids=["no such agency", "cut", "no entry"],
)
def test_what_only_the_sender_can_mend_comes_with_an_answer_for_the_sender(accept, content, number, told):
    code, out, _ = accept(content)
    answer = out.partition("Jawaban untuk pengirim:")[2]
    assert (code, f"Kiriman{number}" in answer, told in answer) == (1, True, True)
    assert "minta" not in answer  # what is said to the maintainer


def test_who_has_no_receipt_is_told_no_number_of_a_file_that_is_refused(accept):
    numbers = "".join(f"{key}: Hubungi 0812-0000-0000.\n" for key in ("solusi", "catatan"))
    code, out, _ = accept(f"perangkat_daerah: dinkes\n{TYPED}{numbers}")
    answer = out.partition("Jawaban untuk pengirim:")[2]
    assert (code, "nomor 2026" in answer, "tidak tercatat" in answer) == (1, False, False)
    assert answer.count("ada nomor ponsel") == 1  # what is the same for several columns is said once


def test_a_hand_in_is_asked_back_declined_or_taken_in_later(accept):
    code, out, _ = accept(packed(), "--ask", "Sejak kapan dipakai?")
    assert code == 0
    assert "Yang kami tanyakan: Sejak kapan dipakai?" in out
    assert not Path(PLACE).exists()
    assert accept(packed(), "--ask", "-")[0] == 1
    for flag in ("--ask", "--decline"):
        code, _, err = accept(packed(), flag, " ")
        assert (code, f"{flag} kosong" in err) == (2, True)
    assert accept(packed(), "--decline", "Hubungi 0812-0000-0000")[0] == 1
    assert accept(packed(), "--ask", "a", "--decline", "b")[0] == 2
    assert accept(packed())[0] == 0
    [row] = rows()
    assert [step["keadaan"] for step in row["perjalanan"]] == ["ditanyakan", "diterima"]
    assert accept(packed(slug="lain", text=TYPED.replace("Keliling", "Lain")), "--decline", "Bukan inovasi.")[0] == 0
    assert check(Path.cwd()).errors == ()


@pytest.mark.parametrize("options", [(), ("--ask", "Sejak kapan dipakai?"), ("--decline", "Bukan inovasi.")], ids=str)
def test_whatever_is_done_with_a_hand_in_is_asked_first(accept, monkeypatch, options):
    for answer, code in (("tidak\n", 0), ("", 2)):
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        assert accept(packed(), *options)[0] == code
        assert untouched()
    assert accept(packed(), *options, "--yes")[0] == 0


def test_an_address_that_is_taken_is_replaced_by_one_of_the_name(accept):
    code, out, _ = accept(packed(slug="posyandu-malam"))
    assert code == 0
    assert "alamat posyandu-malam sudah dipakai" in out
    assert Path("innovations/dinkes/loket-keliling-e.yml").exists()


def test_who_has_ended_takes_nothing_in(accept):
    agencies = Path("registry/agencies.yml")
    agencies.write_text(
        agencies.read_text("utf-8").replace(
            "nama_pendek: Dinkes", "nama_pendek: Dinkes\n    berlaku_sampai: 2026-05-01"
        ),
        "utf-8",
    )
    code, _, err = accept(packed())
    assert code == 1
    assert "sudah berakhir" in err


def test_with_dry_run_nothing_is_written(accept):
    code, out, _ = accept(packed(), "--dry-run")
    assert code == 0
    assert "Tidak ada yang ditulis." in out
    assert untouched()


def test_a_full_disk_leaves_nothing_half_written(accept, monkeypatch):
    real = worktree.place

    def full(root, path, content, *, replace):
        if path.startswith(HAND_INS) and root == Path.cwd():
            raise OSError(28, "No space left on device", path)
        real(root, path, content, replace=replace)

    monkeypatch.setattr(rehearsal.worktree, "place", full)
    assert accept(packed())[0] == 1
    assert untouched()


def git(*arguments):
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def kept(accept, monkeypatch):
    """The project in Git, on main."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.name", "Kantor")
    git("config", "user.email", "kantor@contoh.go.id")
    git("add", "innovations", "registry", "mkdocs.yml")
    git("commit", "--quiet", "-m", "awal")


def tomorrow(monkeypatch):
    later = dt.datetime.combine(TODAY + dt.timedelta(days=1), dt.time(5), dt.UTC)
    monkeypatch.setattr(configuration, "now", lambda: later)


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "not merged"])
def test_what_was_asked_keeps_its_number_when_it_is_taken_in_later(accept, kept, monkeypatch, merged):
    bare = f"perangkat_daerah: dinkes\n{TYPED}"
    assert accept(bare, "--ask", "Sejak kapan dipakai?")[0] == 0
    branch = git("for-each-ref", "--format=%(refname:short)", "refs/heads/kiriman")
    tomorrow(monkeypatch)
    if merged:
        git("merge", "--quiet", "--no-ff", "--no-edit", branch)
    else:
        code, _, err = accept(bare)
        assert (code, "(ditanyakan)" in err, f"git switch {branch};" in err) == (1, True, True)
        git("switch", "--quiet", branch)
    code, out, err = accept(bare)
    assert (code, err, f"Kiriman nomor {branch.removeprefix('kiriman/')} sudah diterima" in out) == (0, "", True)
    git("switch", "--quiet", branch)
    [row] = rows()
    assert [step["keadaan"] for step in row["perjalanan"]] == ["ditanyakan", "diterima"]


def test_a_mended_answer_to_what_was_asked_keeps_its_number_where_that_is_named(accept):
    assert accept(packed(), "--ask", "Sejak kapan dipakai?")[0] == 0
    [asked] = rows()
    number = Path(next(Path("registry/kiriman").glob("*.yml"))).stem
    mended = packed(text=TYPED.replace("Keliling", "Berkeliling"), slug="loket-berkeliling")
    code, out, _ = accept(mended, "--dry-run")
    assert (code, f"masih ditanyakan: {number}; bila ini jawabannya" in out) == (0, True)
    code, _, err = accept(mended, "--number", "2026-01-01-000000")
    assert (code, f"yang menunggu: {number}" in err) == (1, True)
    code, out, _ = accept(mended, "--number", number)
    assert (code, f"Kiriman nomor {number} sudah diterima" in out) == (0, True)
    [row] = rows()
    assert [step["keadaan"] for step in row["perjalanan"]] == ["ditanyakan", "diterima"]
    assert row["sidik"] == asked["sidik"]
    assert check(Path.cwd()).errors == ()
    code, _, err = accept(mended)
    assert (code, f"sudah diterima 24 November 2026 dengan nomor {number}" in err) == (1, True)


MENDED = packed(text=TYPED.replace("ringkasan: ", "ringkasan: Sejak Mei. "))


def test_a_mended_answer_about_the_same_innovation_takes_the_open_number_by_itself(accept):
    assert accept(packed(), "--ask", "Sejak kapan dipakai?")[0] == 0
    assert check(Path.cwd()).errors == ()
    [asked] = rows()
    code, out, _ = accept(MENDED, "--yes")
    assert (code, f"ini jawaban untuk kiriman {asked['nomor']}, yang masih ditanyakan" in out) == (0, True)
    [row] = rows()
    assert [step["keadaan"] for step in row["perjalanan"]] == ["ditanyakan", "diterima"]
    for options in ((), ("--decline", "Bukan inovasi."), ("--ask", "Sejak kapan?")):  # each file is known again
        for content in (packed(), MENDED):
            code, _, err = accept(content, *options)
            assert (code, f"sudah diterima 24 November 2026 dengan nomor {asked['nomor']}" in err) == (1, True)
    assert (rows(), check(Path.cwd()).errors) == ([row], ())


def test_what_is_called_by_a_private_number_can_still_be_asked_about(accept):
    called = packed(text=TYPED.replace("Loket Keliling", "Loket 0812-0000-0000"), slug="loket-0812-0000-0000")
    assert accept(called, "--ask", "Apa nama tanpa nomornya?")[0] == 0
    assert (["inovasi" in row for row in rows()], check(Path.cwd()).errors) == ([False], ())


def test_of_several_open_questions_about_an_innovation_the_one_that_is_answered_is_named(accept):
    assert accept(packed(), "--ask", "Sejak kapan dipakai?")[0] == 0
    [first] = hand_ins()
    second = first.with_name("2026-11-20-abcdef.yml")
    other = "abcdef".ljust(64, "0")
    second.write_text(first.read_text("utf-8").replace(rows()[0]["sidik"], other), "utf-8")
    code, _, err = accept(MENDED, "--yes")
    assert (code, first.stem in err, second.stem in err, "dengan --number" in err) == (1, True, True, True)
    assert accept(MENDED, "--number", second.stem)[0] == 0
    assert [row["perjalanan"][-1]["keadaan"] for row in rows()].count("diterima") == 1


def test_a_number_that_waits_on_a_branch_names_the_branch(accept, kept):
    assert accept(packed(), "--ask", "Sejak kapan dipakai?")[0] == 0
    branch = git("for-each-ref", "--format=%(refname:short)", "refs/heads/kiriman")
    number = branch.removeprefix("kiriman/")
    renamed = packed(text=TYPED.replace("Keliling", "Berkeliling"), slug="loket-berkeliling")
    for content, options in ((MENDED, ()), (MENDED, ("--number", number)), (renamed, ("--number", number))):
        code, _, err = accept(content, *options)
        assert (code, f"git switch {branch};" in err, f"katalog discard {branch};" in err) == (1, True, True)
    code, out, _ = accept(renamed, "--dry-run")
    assert (code, f"masih ditanyakan di cabang {branch}: {number}" in out) == (0, True)
    assert git("branch", "--show-current") == "main"


def test_each_hand_in_has_a_branch_and_two_of_them_merge_without_a_conflict(accept, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git("init", "--quiet", "--initial-branch", "main")
    monkeypatch.setattr("socket.getfqdn", lambda *_: "")
    git("config", "user.useConfigOnly", "true")
    assert accept(packed())[0] == 1  # Git does not know who commits
    assert untouched()
    git("config", "user.name", "Kantor")
    git("config", "user.email", "kantor@contoh.go.id")
    write_files(Path.cwd(), {"lain.txt": "belum selesai"})
    git("add", "innovations", "registry", "mkdocs.yml")
    git("commit", "--quiet", "-m", "awal")
    git("add", "lain.txt")
    code, out, _ = accept(packed())
    assert (code, "Anda kembali di cabang main" in out, "Registri" in out) == (0, True, False)
    assert accept(packed(text=TYPED.replace("Keliling", "Lain"), slug="loket-lain"))[0] == 0
    assert accept(packed(), "--ask", "Sejak kapan dipakai?")[0] == 1  # it was taken in on a branch
    assert (git("branch", "--show-current"), untouched(), Path("lain.txt").exists()) == ("main", True, True)
    tomorrow(monkeypatch)
    code, _, err = accept(packed())
    assert (code, "(diterima) dengan nomor" in err, "belum digabungkan" in err) == (1, True, True)
    code, _, err = accept(packed(TYPED.replace("2 Juni", "9 Juni")))
    assert (code, "ini versi baru dari kiriman" in err, "git switch kiriman/" in err) == (1, True, True)
    git("reset", "--quiet", "lain.txt")
    first, second = git("for-each-ref", "--format=%(refname:short)", "refs/heads/kiriman").split()
    for branch in (first, second):
        entry, record = git("show", "--name-only", "--format=", branch).split()
        assert (entry.startswith("innovations/dinkes/loket-"), record.startswith(f"{HAND_INS}/")) == (True, True)
        git("merge", "--quiet", "--no-edit", branch)
    assert len(rows()) == 2
    assert check(Path.cwd()).errors == ()


def test_a_wrong_branch_of_a_hand_in_is_thrown_away_by_command_and_what_it_held_can_come_again(
    accept, kept, katalog, monkeypatch
):
    assert accept(packed(), "--ask", "Sejak kapan dipakai?")[0] == 0
    branch = git("for-each-ref", "--format=%(refname:short)", "refs/heads/kiriman")
    number = branch.removeprefix("kiriman/")
    monkeypatch.setattr("sys.stdin", io.StringIO("tidak\nya\n"))
    code, out, _ = katalog("discard", number)
    assert (code, f"- registry/kiriman/{number}.yml" in out, f"Kiriman {number}: ditanyakan (Kantor" in out) == (
        0,
        True,
        True,
    )
    git("switch", "--quiet", branch)
    code, out, _ = katalog("discard", branch)
    assert (code, git("branch", "--show-current"), git("branch", "--list", branch)) == (0, "main", "")
    git(*out.partition("kembalikan dengan: git ")[2].split())
    assert git("branch", "--list", branch)
    assert katalog("discard", branch, "--yes")[0] == 0
    assert accept(packed(), "--yes")[0] == 0


def test_a_branch_that_was_merged_as_one_commit_is_known_to_be_merged(accept, kept, katalog):
    assert accept(packed())[0] == 0
    branch = git("for-each-ref", "--format=%(refname:short)", "refs/heads/kiriman")
    git("merge", "--quiet", "--squash", branch)
    git("commit", "--quiet", "-m", "Satu komit")
    code, _, err = katalog("discard", branch, "--yes")
    assert (code, "sudah digabungkan ke main" in err, git("branch", "--list", branch)) == (1, True, f"{branch}")


def test_no_branch_is_thrown_away_that_holds_what_is_needed(accept, kept, katalog, tmp_path_factory):
    assert accept(packed())[0] == 0
    branch = git("for-each-ref", "--format=%(refname:short)", "refs/heads/kiriman")
    code, _, err = katalog("discard", "lain", "--yes")
    assert (code, f"kiriman/lain tidak ada; yang belum digabungkan: {branch}" in err) == (2, True)
    remote = tmp_path_factory.mktemp("remote")
    git("init", "--quiet", "--bare", str(remote))
    git("remote", "add", "origin", str(remote))
    git("push", "--quiet", "origin", branch)
    git("switch", "--quiet", branch)
    git("-c", "user.email=lain@contoh.go.id", "commit", "--quiet", "--allow-empty", "-m", "Lengkapi")
    git("switch", "--quiet", "main")
    code, _, err = katalog("discard", branch, "--yes")
    assert (code, "pekerjaan orang lain" in err, "Lengkapi" in err) == (1, True, True)
    git("push", "--quiet", "origin", branch)
    code, out, _ = katalog("discard", branch, "--yes")  # what others did is kept there
    assert (code, f"git push origin --delete {branch}" in out) == (0, True)
    code, _, err = katalog("discard", branch, "--yes")
    assert (code, "tidak ada di komputer ini" in err, f"git push origin --delete {branch}" in err) == (1, True, True)
    git("merge", "--quiet", "--no-edit", f"origin/{branch}")
    git("branch", branch, f"origin/{branch}")
    code, _, err = katalog("discard", branch, "--yes")
    assert (code, "sudah digabungkan ke main" in err) == (1, True)
