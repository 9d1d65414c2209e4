"""Every code of `messages.yml` by example: one folder a case, `<CODE>-<what is wrong>`.

A folder holds the files that are laid over the region of `tests/base`, and `expected.txt`: the lines
that `katalog check` prints for that code. `pytest --update-golden` writes `expected.txt` anew.
"""

import datetime as dt
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import BASE, ROOT, TODAY, write_files
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator import checking, layout
from generator.catalogue import data_files
from generator.catalogue.subject import Version
from generator.commands.cli import cli
from generator.compliance import closing
from generator.compliance.record import digest
from generator.problems import Problems, code_texts
from generator.problems.reporters import text
from generator.publishing.configuration import Configuration
from generator.reading.document import read
from generator.schema.record import Record

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if re.match(r"[A-Z]\d{3}-", path.name))
ENTRY = "innovations/disdik/pojok-baca.yml"
GOOD = """nama: Pojok Baca
ringkasan: Rak buku pinjam di balai desa untuk anak dan orang tua.
bentuk: pelayanan-publik
urusan:
  - perpustakaan
riwayat:
  - peristiwa: penerapan
    tanggal: 2026-02
"""
RULES_2025 = (BASE / "registry/obligations/2026.yml").read_text("utf-8").replace("2026", "2025")


def entry(content: str | bytes) -> Callable[[Path], object]:
    return lambda root: write_files(root, {ENTRY: content})


def link(root: Path) -> None:
    target = root / ENTRY
    target.parent.mkdir(parents=True)
    target.symlink_to("/etc/hostname")


def linked_picture_folder(root: Path) -> None:
    (root / "innovations/dinkes/posyandu-malam").symlink_to(root / "registry", target_is_directory=True)


def linked_folder(folder: str) -> Callable[[Path], object]:
    def build(root: Path) -> None:
        if (root / folder).is_dir():
            (root / folder).rename(root / "lain")
        (root / folder).symlink_to(root / "lain")

    return build


def picture(root: Path) -> None:
    pixels = io.BytesIO()
    Image.new("RGB", (4, 4)).save(pixels, "PNG")
    write_files(root, {"innovations/dinkes/posyandu-malam/malam.png": pixels.getvalue()})


def repository(file: str) -> Callable[[Path], object]:
    return lambda root: write_files(root, {file: "x"})


def told_by_picture(name: str, **options: Any) -> Callable[[Path], object]:
    """A picture, shown by the entry, that was saved with `options`: what they say nobody sees in it."""
    pixels = io.BytesIO()
    Image.new("RGB", (4, 4)).save(pixels, Path(name).suffix.lstrip(".").replace("jpg", "jpeg"), **options)
    described = f"{GOOD}gambar:\n  - berkas: {name}\n    alt: Rak buku\n    kredit: Dinas Pendidikan\n"
    return lambda root: write_files(root, {ENTRY: described, f"{ENTRY.removesuffix('.yml')}/{name}": pixels.getvalue()})


def exif(tags: Mapping[int, object], place: Mapping[int, object]) -> bytes:
    block = Image.Exif()
    block.update(tags)
    block.get_ifd(0x8825).update(place)
    return block.tobytes()


def keywords(**texts: str) -> PngInfo:
    info = PngInfo()
    for keyword, said in texts.items():
        info.add_text(keyword, said)
    return info


def undecodable_name(root: Path) -> None:
    folder = root / "innovations/disdik"
    folder.mkdir(parents=True)
    (folder / "pojok\udcff.yml").write_text(GOOD, "utf-8")


def close_2025(root: Path) -> None:
    write_files(root, {"registry/obligations/2025.yml": RULES_2025})
    catalogue = checking.check(root, dt.date(2026, 1, 5)).catalogue
    result = closing.result_text(catalogue, 2025, dt.date(2026, 1, 5))
    write_files(root, {"registry/obligations/2025.hasil.yml": result})


def late_entry(root: Path) -> None:
    close_2025(root)
    write_files(root, {ENTRY: GOOD.replace("2026-02", "2025-12-30")})


def edited_rule(root: Path) -> None:
    close_2025(root)
    write_files(root, {"registry/obligations/2025.yml": RULES_2025.replace("Paling sedikit satu.", "Satu saja.")})


def rules_gone(root: Path) -> None:
    close_2025(root)
    (root / "registry/obligations/2025.yml").unlink()


def edited_record(old: str, new: str, *, sealed: bool = False) -> Callable[[Path], object]:
    """The record with one edit; `sealed` as nobody may, so that what is wrong is not that it was edited."""

    def build(root: Path) -> None:
        close_2025(root)
        path = root / "registry/obligations/2025.hasil.yml"
        text = path.read_text("utf-8").replace(old, new)
        document, _ = read(text.encode(), path.name)
        sign = digest(document.data)
        path.write_text(re.sub(r"sidik: \w+", f"sidik: {sign}", text) if sealed else text, "utf-8")

    return build


def half_correction(correction: str) -> Callable[[Path], object]:
    def build(root: Path) -> None:
        close_2025(root)
        path = "registry/obligations/2025.hasil.yml"
        result = (root / path).read_text("utf-8").replace("koreksi: []", f"koreksi:\n  - {{{correction}}}")
        write_files(root, {path: result})

    return build


def added_agency(root: Path) -> None:
    close_2025(root)
    path = root / "registry/agencies.yml"
    row = "  - {slug: badan-arsip, nama_resmi: Badan Arsip, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, sumber: {judul: A}}\n"
    path.write_text(path.read_text("utf-8") + row, "utf-8")


def corrected_stranger(root: Path) -> None:
    added_agency(root)
    path = root / "registry/obligations/2025.hasil.yml"
    row = "tanggal: 2026-02-01, alasan: Salah catat., perangkat_daerah: badan-arsip, status: tidak"
    path.write_text(path.read_text("utf-8").replace("koreksi: []", f"koreksi:\n  - {{{row}}}"), "utf-8")


#: Cases whose files Git, an editor or Windows would spoil, or that rest on the closing of a year.
BUILT: dict[str, Callable[[Path], object]] = {
    "B002-link": link,
    "B002-linked-picture-folder": linked_picture_folder,
    "B002-linked-indicators": linked_folder("registry/indicators"),
    "B002-linked-innovations": linked_folder("innovations"),
    "B002-linked-obligations": linked_folder("registry/obligations"),
    "B002-linked-registry": linked_folder("registry"),
    "B003-undecodable-name": undecodable_name,
    "B004-windows-device": lambda root: write_files(root, {"innovations/disdik/con.yml": GOOD}),
    "B007-seventy-kilobytes": entry(GOOD + "masalah: |\n" + "  Jarak jauh.\n" * 5000),
    "B008-latin-1": entry(GOOD.replace("Pojok", "Pojok\u00e9").encode("latin-1")),
    "B008-utf-16": entry(GOOD.encode("utf-16")),
    "B009-soft-hyphens": entry(GOOD.replace("perpustakaan", "per\u00adpus\u00adtakaan")),
    "B009-escaped-mark": entry(GOOD.replace("Pojok Baca", r'"Pojok\u202e Baca"')),
    "B015-picture-not-described": picture,
    "B017-entry": lambda root: (root / "innovations/dinkes/posyandu-malam.yml").chmod(0o755),
    "B017-register": lambda root: (root / "registry/agencies.yml").chmod(0o755),
    "B018-among-entries": repository("innovations/dinkes/.git/HEAD"),
    "B018-by-a-file": repository("innovations/disdik/.git"),
    "B018-in-the-register": repository("registry/obligations/.git/HEAD"),
    "P005-place-and-camera-owner": told_by_picture(
        "rak.jpg", exif=exif({0x0110: "KX-100", 0x013B: "Fulan"}, {1: "S", 2: (0.0, 15.0, 30.0)}), comment="Rak Fulan"
    ),
    "P005-mobile-in-text": told_by_picture("rak.png", pnginfo=keywords(Software="Aplikasi, hp 0812-3456-7890")),
    "P005-creator-in-xmp": told_by_picture(
        "rak.webp", xmp=b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator xmlns:dc="dc">Fulan</dc:creator></x:xmpmeta>'
    ),
    "R001-no-agencies": lambda root: write_files(root, {"registry/agencies.yml": None}),
    "R007-agency-renamed-in-the-record": edited_record("nama: Dinas Kesehatan", "nama: Dinas Kesehatan dan Gizi"),
    "R007-without-a-digest": edited_record("sidik:", "# sidik:"),
    "R008-rule-edited": edited_rule,
    "R009-result-without-rules": rules_gone,
    "R016-closed-in-the-future": edited_record("per_tanggal: 2026-01-05", "per_tanggal: 2099-01-01", sealed=True),
    "R016-corrected-tomorrow": half_correction("tanggal: 2099-01-01, alasan: Salah ketik., hitungan_diketahui: lama"),
    "R012-agency-without-status": half_correction(
        "tanggal: 2026-02-01, alasan: Salah catat., perangkat_daerah: dinkes"
    ),
    "R041-late-entry": late_entry,
    "R041-agency-added": added_agency,
    "R042-correction-of-a-new-agency": corrected_stranger,
    "R044-met-without-an-innovation": half_correction(
        "tanggal: 2026-02-01, alasan: Salah catat., perangkat_daerah: disdik, status: memenuhi"
    ),
    "R044-innovation-of-no-catalogue": half_correction(
        "tanggal: 2026-02-01, alasan: Salah catat., perangkat_daerah: disdik, status: memenuhi, inovasi: [pojok-buku]"
    ),
    "R044-two-on-one-day": half_correction(
        "tanggal: 2026-02-01, alasan: Salah catat., perangkat_daerah: disdik, status: tidak}\n"
        "  - {tanggal: 2026-02-01, alasan: Surat susulan., perangkat_daerah: disdik, status: dikecualikan"
    ),
    "R012-correction-of-nothing": half_correction("tanggal: 2026-02-01, alasan: Salah catat."),
    "Y006-too-many-values": entry(GOOD + "alias: [" + "a, " * 2000 + "a]\n"),
}


#: Cases that rest on what was published before.
PUBLISHED = {
    "B019-deleted-without-alias": (Version(ENTRY, GOOD.encode(), "a" * 40),),
    "R020-agency-removed": (
        Version("registry/agencies.yml", b"perangkat_daerah:\n  - slug: dinas-hilang\n", "a" * 40),
    ),
}


def _keys(model: type[Record]) -> set[str]:
    """Every key of the models of files."""
    own = {field.alias or name for name, field in model.model_fields.items()}
    return own.union(*map(_keys, model.__subclasses__()))


#: Of what a problem may name as its place there are keys, slugs and numbers of items; of some problems there is none.
KEYS = {*_keys(Record), *map(str, range(9)), "regulasi", ""}
#: What these name may be nobody's key.
OF_ANY_KEY = {"I002", "I006"}


def exhaust():
    raise MemoryError


@pytest.mark.parametrize("case", CASES)
def test_each_case_gives_its_code_and_no_other_error(case, project, request, monkeypatch):
    code = case[:4]
    folder = HERE / case
    golden = folder / "expected.txt"
    overlay = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path != golden
    }
    root = project(overlay)
    if case in BUILT:
        BUILT[case](root)
    if code == "B016":  # no file is known to do this to its reader
        real = data_files.read
        monkeypatch.setattr(
            data_files, "read", lambda raw, path, **limits: real(raw, path, **limits) if path != ENTRY else exhaust()
        )
    if code == "B020":  # nobody waits for twenty thousand problems
        monkeypatch.setattr(layout, "MAX_PROBLEMS", 0)
    settings = Configuration.read(root / layout.SETTINGS).settings
    problems = checking.check(root, TODAY, PUBLISHED.get(case, ()), settings).problems
    assert {key for problem in problems if problem.code not in OF_ANY_KEY for key in problem.field.split(".")} <= KEYS
    others = [problem for problem in problems.errors if problem.code != code]
    assert not others, text(Problems(others))
    *lines, _count = text(Problems(p for p in problems if p.code == code)).splitlines()
    assert lines
    found = "".join(f"{line}\n" for line in lines)
    if request.config.getoption("--update-golden"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_every_code_has_a_case():
    assert {case[:4] for case in CASES} == set(code_texts())


def test_every_built_case_has_its_folder():
    assert {*BUILT, *PUBLISHED} <= set(CASES)


@pytest.mark.parametrize("code", code_texts())
def test_every_code_says_what_it_means_and_how_to_cure_it(code):
    rule = code_texts()[code]
    for part in (rule.title, rule.message, rule.explanation, rule.cure, rule.cure_if_meant):
        assert part.strip()


@pytest.mark.parametrize("code", code_texts())
def test_explain_prints_title_explanation_and_cure(code):
    rule = code_texts()[code]
    done = CliRunner().invoke(cli, ["explain", code.lower()], standalone_mode=False)
    assert done.exception is None
    assert done.return_value == 0
    first, *_ = done.output.splitlines()
    assert code in first
    assert rule.title in first
    assert rule.explanation.strip() in done.output
    assert "Cara memperbaiki: " in done.output


@pytest.mark.parametrize("code", code_texts())
def test_explain_shows_no_placeholder_to_the_reader(code):
    done = CliRunner().invoke(cli, ["explain", code], standalone_mode=False)
    assert not re.findall(r"\{[a-z_]+\}", done.output)


def test_explain_names_the_known_codes_when_asked_for_another():
    done = CliRunner().invoke(cli, ["explain", "Z999"])
    assert done.exit_code == 2
    assert "B001" in done.output


def test_source_and_messages_name_the_same_codes():
    source = "".join(path.read_text("utf-8") for path in sorted((ROOT / "generator").rglob("*.py")))
    used = set(re.findall(r'"([BYIAPKRS]\d{3})"', source))
    assert used == set(code_texts())
