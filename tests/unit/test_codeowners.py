"""Who must agree: nobody is invented, an agency's folder is its owner's, the rest is the maintainers'."""

import dataclasses

import pytest
from conftest import BASE, TODAY

from generator import checking, layout
from generator.commands import review
from generator.reviewing import codeowners

REGISTRY = checking.check(BASE, TODAY).catalogue.registry


def owned(**named):
    agencies = {slug: one.model_copy(update={"owner": named.get(slug)}) for slug, one in REGISTRY.agencies.items()}
    return dataclasses.replace(REGISTRY, agencies=agencies)


def rules(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_maintainers_own_everything_and_an_agencys_owner_its_folder():
    text = codeowners.owners_text(
        owned(disdik="@daerah/disdik", dinkes="@dinkes pegawai@contoh.go.id"), "@daerah/pengelola"
    )
    assert rules(text) == [
        "* @daerah/pengelola",
        "/innovations/dinkes/ @dinkes pegawai@contoh.go.id",
        "/innovations/disdik/ @daerah/disdik",
    ]


def test_where_nobody_is_known_the_file_says_so_and_names_nobody():
    text = codeowners.owners_text(owned(), "")
    assert rules(text) == []
    assert "Pemelihara belum ditetapkan" in text
    assert "@" not in text
    assert rules(codeowners.owners_text(owned(disdik="@disdik"), "")) == ["/innovations/disdik/ @disdik"]


@pytest.mark.parametrize(
    "name", ["disdik", "@", "@a/b/c", "@-a", "@a,@b", "#", "pegawai@", "@a\n*", "@ñ", "@a/", "[x](y)"]
)
def test_what_is_no_account_team_or_mail_address_is_named_and_not_written(name):
    assert codeowners.invalid(owned(dinkes=name), "")
    assert codeowners.invalid(owned(), name)


@pytest.mark.parametrize("name", ["@a", "@daerah-contoh/tim.inovasi_1", "pegawai@contoh.go.id", "@a @b/c"])
def test_accounts_teams_and_mail_addresses_may_own(name):
    assert codeowners.invalid(owned(dinkes=name), name) == []


def test_the_command_writes_the_file_and_refuses_an_owner_that_is_none(project, monkeypatch, capsys):
    registry = (BASE / "registry/agencies.yml").read_text("utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    for owner, code in (('"@disdik"', 0), ("disdik", 1)):
        root = project(
            {"registry/agencies.yml": registry.replace("slug: disdik\n", f"slug: disdik\n    pemilik: {owner}\n")}
        )
        monkeypatch.chdir(root)
        assert review.owners_command.main([], standalone_mode=False) == code
        assert (root / layout.OWNERS).exists() == (code == 0)
    assert "disdik: disdik" in capsys.readouterr().err
