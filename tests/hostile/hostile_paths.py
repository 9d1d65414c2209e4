"""File names, links and things that are no files, where a proposal can put them."""

import os
import socket
import subprocess
from pathlib import Path

from hostile_case import BASE, CANARY, FOLDER, Box, acts, group, honest, must, picture, refused, rich

_ENTRY = (BASE / FOLDER / "posyandu-malam.yml").read_text("utf-8")


def _named(name: str, mechanism: str, path: str, *codes: str, content: str | bytes = _ENTRY, at: str = ""):
    """A file at a path; the check must say no to it, or to `at`."""

    def act(box: Box) -> None:
        box.put({path: content})
        box.refused_with(at or path, *codes)

    return acts("refused", name, mechanism, act)


def _linked(name: str, mechanism: str, path: str, target: str, *codes: str):
    """A link at a path in place of what is there."""

    def act(box: Box) -> None:
        place = box.root / path
        if place.is_dir():
            place.rename(box.outside / "pindah")
        elif place.exists():
            place.rename(box.outside / "pindah.yml")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(box.outside / target)
        must(
            any(one.code in codes for one in box.errors()),
            f"the link at {path} is followed: {[one.code for one in box.errors()]}",
        )

    return acts("refused", name, mechanism, act)


def _special(name: str, mechanism: str, make):
    """Something that is no file under the name of an entry: it must not be opened, for that may take for ever."""

    def act(box: Box) -> None:
        make(str(box.root / FOLDER / "aneh.yml"))
        box.refused_with(f"{FOLDER}/aneh.yml", "B001", "B010")

    return acts("refused", name, mechanism, act)


def _socket(path: str) -> None:
    os.chdir(Path(path).parent)
    socket.socket(socket.AF_UNIX).bind(Path(path).name)


def _bytes(box: Box) -> None:
    """A name that is no text; the report must still be printed."""
    Path(os.fsdecode(os.fsencode(box.root / FOLDER) + b"/nama-\xff\xfe.yml")).write_text(_ENTRY)
    must(box.katalog("check").code == 1, "the name is taken")
    must(box.katalog("check", "--format", "github").code == 1, "the name is taken")


def _line_end(box: Box) -> None:
    """A name with a line end must not write a line of its own into the report."""
    box.put({f"{FOLDER}/a\n::error::b.yml": _ENTRY, f"{FOLDER}/c\x1b[2J.yml": _ENTRY})
    for style in ("text", "github"):
        done = box.katalog("check", "--format", style)
        must(done.code == 1, "the name is taken")
        must(not any(line.startswith("::error::b") for line in done.out.splitlines()), f"a line of its own: {done.out}")
        must("\x1b" not in done.out, "an escape sequence reaches the terminal")


def _crowd(box: Box) -> None:
    """Thousands of strays: all are told, and nothing gives up."""
    folder = box.root / FOLDER
    for number in range(3_000):
        (folder / f"Asing {number}.txt").touch()
    must(len([one for one in box.errors() if one.code == "B001"]) == 3_000, "not all are told")


def _twice(box: Box) -> None:
    box.put({"innovations/disdik/posyandu-malam.yml": _ENTRY})
    box.refused_with(f"{FOLDER}/posyandu-malam.yml", "B006")
    box.refused_with("innovations/disdik/posyandu-malam.yml", "B006")


def _commit(box: Box, *arguments: str) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@contoh.go.id", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, *arguments], cwd=box.root, check=True, capture_output=True)


def _repository_inside(box: Box) -> None:
    """A repository inside of the repository: the reviewer must hear of it."""
    _commit(box, "init", "-q")
    _commit(box, "add", "innovations", "registry", "mkdocs.yml")
    _commit(box, "commit", "-q", "-m", "x")
    _commit(box, "worktree", "add", "-q", "--detach", str(box.root / "dasar"))
    _commit(
        box,
        "update-index",
        "--add",
        "--cacheinfo",
        "160000,1234567890123456789012345678901234567890,innovations/dinkes/titipan",
    )
    (box.root / FOLDER / "titipan").mkdir()
    done = box.katalog("review", "--base", "dasar", "--as-of", "2026-11-24")
    must("titipan" in done.out or any("titipan" in one.place.file for one in box.errors()), "nobody hears of it")


def _program(box: Box) -> None:
    """The right to run a file, given to an entry: the reviewer must hear of it."""
    _commit(box, "init", "-q")
    _commit(box, "add", "innovations", "registry", "mkdocs.yml")
    _commit(box, "commit", "-q", "-m", "x")
    _commit(box, "worktree", "add", "-q", "--detach", str(box.root / "dasar"))
    (box.root / FOLDER / "posyandu-malam.yml").chmod(0o755)
    done = box.katalog("review", "--base", "dasar", "--as-of", "2026-11-24")
    must("posyandu-malam" in done.out, "nobody hears of it")


def _picture_named(name: str, mechanism: str, file: str, *codes: str):
    return refused(name, mechanism, rich(gambar=[{"berkas": file, "alt": "x", "kredit": "y"}]), *codes)


def _bomb() -> bytes:
    """A picture of a few bytes that says it is thirty thousand pixels wide and high."""
    small = bytearray(picture())
    small[16:24] = (30_000).to_bytes(4, "big") * 2
    return bytes(small)


def _with_picture(name: str, mechanism: str, file: str, content: bytes, *codes: str):
    return _named(name, mechanism, f"{FOLDER}/posyandu-malam/{file}", *codes, content=content)


PATHS = group(
    "paths",
    [
        _linked("tautan-berkas", "a link in place of an entry", f"{FOLDER}/tautan.yml", CANARY, "B002"),
        _linked("tautan-folder", "a link in place of an agency's folder", FOLDER, "pindah", "B002"),
        _linked("tautan-innovations", "a link in place of all entries", "innovations", "pindah", "B002"),
        _linked("tautan-registri", "a link in place of a register", "registry/agencies.yml", "pindah.yml", "B002"),
        _linked("tautan-folder-registri", "a link in place of all registers", "registry", "pindah", "B002"),
        _linked("tautan-tahun", "a link in place of a folder of registers", "registry/obligations", "pindah", "B002"),
        _linked("tautan-gambar", "a link in place of a picture", f"{FOLDER}/posyandu-malam/foto.png", CANARY, "B002"),
        _linked("tautan-menggantung", "a link that leads nowhere", f"{FOLDER}/hampa.yml", "tidak-ada", "B002"),
        _special("pipa", "a pipe, which never ends", os.mkfifo),
        _special("folder-yml", "a folder under the name of a file", os.mkdir),
        _special("soket", "a socket", _socket),
        _named("tersembunyi", "a hidden file", f"{FOLDER}/.tersembunyi.yml", "B001", "B003"),
        _named("akhiran-lain", "a suffix that looks the same", f"{FOLDER}/inovasi.YML", "B001"),
        _named("akhiran-dobel", "a suffix behind the suffix", f"{FOLDER}/inovasi.yml.txt", "B001"),
        _named("perangkat-windows", "a name of a device", f"{FOLDER}/con.yml", "B004"),
        _named("nama-situs", "a name of the site's own", f"{FOLDER}/halaman.yml", "B004"),
        _named("titik-akhir", "a dot that Windows drops", f"{FOLDER}/inovasi..yml", "B003"),
        _named("spasi-akhir", "a blank that Windows drops", f"{FOLDER}/inovasi .yml", "B003"),
        _named("besar-kecil", "a name that differs by case alone", f"{FOLDER}/Posyandu-Malam.yml", "B003"),
        _named("nama-nfd", "a name with accents apart", f"{FOLDER}/cafe\u0301.yml", "B003"),
        _named("nama-mirip", "a name with a letter of another script", f"{FOLDER}/posy\u0430ndu.yml", "B003"),
        _named("nama-panjang", "a name longer than an address may be", f"{FOLDER}/{'a' * 61}.yml", "B003"),
        _named("aliran-windows", "a stream of a Windows file", f"{FOLDER}/posyandu-malam.yml:lain.yml", "B003"),
        acts("refused", "nama-bita", "a name that is no text", _bytes),
        acts("refused", "nama-baris", "a name that writes a line of its own", _line_end),
        acts("refused", "nama-dua-kali", "one address for two entries", _twice),
        acts("refused", "kerumunan", "thousands of strays", _crowd),
        _named("folder-asing", "a folder of no agency", "innovations/dinas-palsu/baru.yml", "B005", at="innovations/dinas-palsu"),
        _named("folder-kosong", "pictures of no entry", f"{FOLDER}/tanpa-isian/foto.png", "B010", content=picture(), at=f"{FOLDER}/tanpa-isian"),
        _named("registri-asing", "a register that nobody reads", "registry/agencies.yml.bak", "R010"),
        _named("tahun-lebar", "a year in digits of another script", "registry/obligations/\uff12\uff10\uff12\uff17.yml", "R010"),
        _picture_named("gambar-naik", "a picture above its folder", "../../../kanari.txt", "B014", "B013"),
        _picture_named("gambar-mutlak", "a picture at the root", "/etc/passwd", "B014", "B013"),
        _picture_named("gambar-titik", "a picture beside its folder", "./foto.png", "B014"),
        _with_picture("gambar-svg", "a picture that is a program", "foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "B001"),
        _with_picture("gambar-html", "a page under the name of a picture", "foto.png", b"<html><script>alert(1)</script>", "B013"),
        _with_picture("gambar-gif", "a kind that is not accepted, under another's name", "foto.png", picture("GIF"), "B013"),
        _with_picture("gambar-bom", "a picture that unpacks to gigabytes", "foto.png", _bomb(), "B013"),
        _with_picture("gambar-potong", "a picture that is cut short", "foto.png", picture("PNG", (64, 64))[:-30], "B013"),
        _with_picture("gambar-besar", "a picture above the limit", "foto.png", picture() + b"\0" * 6_000_000, "B013"),
        _with_picture("gambar-nama", "a picture whose name is no address", "Foto Kepala.png", picture(), "B013"),
        _named("gambar-dalam", "a folder inside of the pictures", f"{FOLDER}/posyandu-malam/lain/foto.png", "B001", content=picture(), at=f"{FOLDER}/posyandu-malam/lain"),
        refused("alias-naik", "an old name that climbs", rich(alias=["../../index"]), "I013"),
        refused("alias-situs", "an old name of the site's own", rich(alias=["index"]), "B012"),
        refused("alias-hidup", "an old name of a living entry", rich(alias=["posyandu-malam"]), "B012"),
        acts("inert", "gudang-di-dalam", "a repository inside of the repository", _repository_inside),
        acts("inert", "hak-jalan", "the right to run a file", _program),
        honest("nama-angka", "an address of digits", rich(nama="Dua Ribu", alias=["2024-1", "x"]), "Dua Ribu"),
    ],
)  # fmt: skip
