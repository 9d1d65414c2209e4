"""`mkdocs.yml` read as data: the same settings as in MkDocs, nothing of it run, and a sentence for what cannot be used."""

from pathlib import Path

import pytest
from conftest import ROOT, TODAY
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from generator.publishing import git_history
from generator.publishing.configuration import Configuration, ConfigurationError
from generator.settings import Edition

TEXT = (ROOT / "tests/base/mkdocs.yml").read_text("utf-8")
OURS = (ROOT / "mkdocs.yml").read_text("utf-8")
PART = TEXT.partition("plugins:\n")[2].partition("nav:")[0]
IN_A_MAPPING = TEXT.replace(PART, PART.replace("  - katalog:", "  katalog:"))
MARK = "TERPASANG"
#: What MkDocs would run, each with a trace in the folder.
HOSTILE = f"""
hooks: [jahat.py]
markdown_extensions:
  - toc: {{slugify: !!python/object/apply:os.system ["touch {MARK}"]}}
  - x: !!python/name:os.system
extra: !!python/object/new:os.system ["touch {MARK}"]
"""


@pytest.fixture
def folder(project, monkeypatch):
    root = project()
    monkeypatch.chdir(root)
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    return root


def said_to_pages(root):
    """The settings that MkDocs hands to pages."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    return config, config.extra["katalog"]["pengaturan"]


@pytest.mark.parametrize(
    ("text", "environment"),
    [
        pytest.param(OURS, {}, id="our own"),
        pytest.param(OURS, {"SITE_URL": "https://a.go.id/b", "REPO_URL": "https://c.go.id/d/"}, id="addresses given"),
        pytest.param(TEXT, {"SITE_URL": "https://a.go.id/"}, id="an address that no variable changes"),
        pytest.param(IN_A_MAPPING, {}, id="plugins in a mapping"),
        pytest.param(TEXT.replace("Contoh\n", "Contoh é\n", 1), {}, id="a sign beyond ASCII"),
        pytest.param("\ufeff" + TEXT, {}, id="a byte order mark"),
        pytest.param(TEXT.replace("      wilayah", "      resmi: true\n      wilayah"), {}, id="adopted"),
        pytest.param(TEXT + "extra: {a: &a 1}\n", {}, id="an anchor"),
    ],
)
def test_commands_and_pages_have_the_same_settings(folder, monkeypatch, text, environment):
    monkeypatch.setattr(git_history, "edition", lambda *asked: Edition(TODAY, TODAY))
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    read = Configuration.read(folder / "mkdocs.yml")
    config, settings = said_to_pages(folder)
    assert settings == read.settings
    assert read.root == folder
    assert (read.settings.name, read.settings.site) == (config.site_name, config.site_url or "")
    assert read.settings.repository.rstrip("/") == (config.repo_url or "").rstrip("/")


@pytest.mark.parametrize(
    "command",
    [
        ("check",), ("schema",), ("explain", "B001"), ("owners",), ("compliance", "--as-of", "2026-11-24"),
        ("close", "2026"), ("review", "--base", "."), ("receive", str(ROOT / "tests/proposals/sah-baru.json")),
        ("import", "tiada.csv", "--dry-run"), ("new", "--name", "x"),
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_a_command_on_data_runs_nothing_of_the_configuration(folder, run_here, command):
    (folder / "jahat.py").write_text(f"open({MARK!r}, 'w')\n")
    text = TEXT.replace("plugins:\n", "plugins:\n  - plugin-yang-tiada\n") + HOSTILE
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    code, _, err = run_here(*command)
    assert (code, "mkdocs.yml" in err) != (2, True)
    assert not (folder / MARK).exists()


SENTENCES = {
    "empty": ("", "kosong atau bukan daftar pengaturan"),
    "a list": ("- a\n", "kosong atau bukan daftar pengaturan"),
    "no plugins": (TEXT.replace("plugins:", "lain:"), "tidak memuat katalog"),
    "plugins that are text": (TEXT.replace(PART, "").replace("plugins:", "plugins: katalog"), "tidak memuat katalog"),
    "another plugin alone": (TEXT.replace("katalog:", "search:", 1), "tidak memuat katalog"),
    "only its name": (TEXT.replace(PART, "  - katalog\n"), "wilayah belum diisi"),
    "no name of the site": (TEXT.replace("site_name: Katalog Inovasi Contoh", ""), "site_name belum diisi"),
    "an unknown zone": (TEXT.replace("Asia/Pontianak", "Asia/Sungai"), 'zona_waktu berisi "Asia/Sungai"'),
    "a zone that leads out": (TEXT.replace("Asia/Pontianak", "../../etc/passwd"), "zona_waktu berisi"),
    "a zone without a name": (TEXT.replace("Asia/Pontianak", '""'), "zona_waktu berisi"),
    "a folder for a zone": (TEXT.replace("Asia/Pontianak", "Asia"), "zona_waktu berisi"),
    "a number for a name": (TEXT.replace("wilayah: Kabupaten Contoh", "wilayah: 7"), 'wilayah berisi "7". Tulis teks'),
    "a word for yes": (TEXT.replace("      wilayah", "      resmi: mungkin\n      wilayah"), "Tulis true atau false"),
    "a key misspelt": (TEXT.replace("      wilayah", "      wilaya: x\n      wilayah"), "wilaya tidak dikenal"),
    "an address without a scheme": (TEXT.replace("https://contoh", "contoh"), "Tulis alamat lengkap"),
    "a private number": (TEXT.replace("        layanan: true\n", ""), "tulis layanan: true"),
    "a private mail": (TEXT.replace("@contoh.go.id", "@gmail.com"), "Tulis surel lembaga"),
    "two numbers": (TEXT.replace("0812-0000-0000", "0812-0000-0000 / 0813-0000-0000"), "Tulis satu nomor ponsel"),
    "a number among words": (
        TEXT.replace("surel:", "kantor: Hubungi 0812-0000-0000\n        surel:"),
        "Tulis surel lembaga",
    ),
    "a contact misspelt": (TEXT.replace("surel:", "email:"), "kontak.email tidak dikenal. Yang dikenal: kantor, jam,"),
    "a bracket left open": (TEXT.replace("strict: true", "strict: [true"), "mkdocs.yml:5:"),
    "two documents": (TEXT + "---\na: b\n", "susunan YAML keliru"),
    "a day that is none": (TEXT + "extra: 2026-13-45\n", "tidak dapat dibaca"),
    "beyond depth": (TEXT + "extra: " + "[" * 5000 + "]" * 5000, "tidak dapat dibaca"),
    **{
        f"a {kind} that is none": (f'{TEXT}extra: !!{kind} "x"\n', "tidak dapat dibaca")
        for kind in ("timestamp", "int", "float", "bool")
    },
    "an alias": (TEXT + "extra: {a: &a 1, b: *a}\n", "mkdocs.yml:25:21: susunan YAML keliru, atau memakai alias"),
    "half a million signs": (TEXT + "#" * 600_000, "melebihi"),
    "another file to read": (TEXT + "INHERIT: ../lain.yml\n", "INHERIT tidak dibaca"),
    "Latin-1": (TEXT.replace("Contoh", "Contoh\u00e9").encode("latin-1"), "UTF-8"),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_a_configuration_that_cannot_be_used_is_told_in_sentences(folder, run_here, case):
    content, told = SENTENCES[case]
    (folder / "mkdocs.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    code, out, err = run_here("check")
    assert (code, out) == (2, "")
    assert told in err
    assert all("mkdocs.yml" in line and line.endswith(".") for line in err.splitlines())


def test_every_wrong_setting_is_told_at_once(folder):
    (folder / "mkdocs.yml").write_text(
        TEXT.replace("      wilayah: ", "      a: ").replace("pemerintah:", "b:"), "utf-8"
    )
    with pytest.raises(ConfigurationError) as told:
        Configuration.read(folder / "mkdocs.yml")
    assert len(str(told.value).splitlines()) == 4


def refuse(_):
    raise PermissionError


def test_a_configuration_that_may_not_be_read_is_told(folder, run_here, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", refuse)
    code, _, err = run_here("check")
    assert code == 2
    assert err.startswith("mkdocs.yml tidak dapat dibuka.")


def test_mkdocs_ends_with_the_same_sentence(folder):
    (folder / "mkdocs.yml").write_text(SENTENCES["an unknown zone"][0], "utf-8")
    with pytest.raises(PluginError, match="zona_waktu berisi"):
        said_to_pages(folder)
