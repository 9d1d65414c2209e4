"""Links of evidence: looked at slowly and never in a build, shown with their day where they are shut, lowering nothing."""

import datetime as dt
import io
import json
import urllib.error

import pytest
import yaml
from conftest import ENTRY, ROOT, TODAY, check, tree
from site_text import words

from generator import checking
from generator.commands import links
from generator.reviewing import link_look
from generator.reviewing.link_round import ANY_HOST, MOST, SAME_HOST, Eyes, Sighted, due, looked_at, register_text
from generator.schema.links_seen import LinksFile, SeenLink

LINK = "https://contoh.go.id/bukti/sk"
COPY = "https://arsip.example/salinan"
WITH_EVIDENCE = ENTRY + (
    f"kematangan:\n  regulasi:\n    tingkat: 2\n    bukti:\n"
    f"      - {{judul: Keputusan rekaan, tanggal: 2025-03, tautan: {LINK}}}\n"
)
ENTRY_PATH = "innovations/dinkes/posyandu-malam.yml"
SHUT = Sighted("tidak-terbuka", "404")


def seen(**more):
    data = {"alamat": LINK, "dilihat": "2026-11-20", "keadaan": "terbuka"} | more
    return SeenLink.model_validate(data)


def eyes(answers, copies=None):
    waited = []
    return Eyes(lambda url: answers[url], (copies or {}).get, waited.append), waited


def register(**more):
    row = {"alamat": LINK, "dilihat": "2026-11-20", "keadaan": "tidak-terbuka", "sejak": "2026-05-03"} | more
    return yaml.safe_dump({"tautan": [row]}, sort_keys=False)


def test_a_shut_link_is_shown_with_its_day_and_its_copy_and_lowers_nothing(project):
    before = tree(project({ENTRY_PATH: WITH_EVIDENCE}))
    after = tree(project({ENTRY_PATH: WITH_EVIDENCE, "registry/tautan.yml": register(arsip=COPY)}))
    for page in ("inovasi/posyandu-malam/index.md", "inovasi/posyandu-malam/kelengkapan/index.md"):
        assert "(tautannya tidak terbuka sejak 3 Mei 2026; salinan arsip)" in words(after[page].decode())
        assert f'href="{COPY}"' in after[page].decode()
        assert "tidak terbuka" not in before[page].decode()
    for data in ("data/kelengkapan.json", "data/kepatuhan.json"):
        assert before[data] == after[data]


@pytest.mark.parametrize("state", ["terbuka", "tidak-pasti"])
def test_of_a_link_that_opens_or_may_open_nothing_is_said(project, state):
    said = f'tautan:\n  - {{alamat: "{LINK}", dilihat: 2026-11-20, keadaan: {state}}}\n'
    made = tree(project({ENTRY_PATH: WITH_EVIDENCE, "registry/tautan.yml": said}))
    assert "tidak terbuka" not in made["inovasi/posyandu-malam/index.md"].decode()


def test_since_is_the_first_day_it_was_found_shut_until_it_opens_again():
    first, _ = eyes({LINK: SHUT}, {LINK: COPY})
    [one] = looked_at([LINK], {}, dt.date(2026, 5, 3), first)
    assert (str(one.since), one.archive) == ("2026-05-03", COPY)
    again, _ = eyes({LINK: SHUT})
    [two] = looked_at([LINK], {LINK: one}, dt.date(2026, 5, 10), again)
    assert (str(two.since), str(two.looked), two.archive) == ("2026-05-03", "2026-05-10", COPY)
    opened, _ = eyes({LINK: Sighted("terbuka", "200")})
    [three] = looked_at([LINK], {LINK: two}, dt.date(2026, 5, 17), opened)
    assert (three.state, three.since, three.archive) == ("terbuka", None, None)


def test_hosts_are_asked_one_at_a_time_with_a_pause_and_the_same_host_with_a_longer_one():
    urls = ["https://a.go.id/1", "https://a.go.id/2", "https://b.go.id/1"]
    looking, waited = eyes(dict.fromkeys(urls, Sighted("terbuka", "200")))
    assert len(list(looked_at(urls, {}, TODAY, looking))) == 3
    assert waited == [ANY_HOST, SAME_HOST, ANY_HOST]
    assert SAME_HOST > ANY_HOST >= 1


def test_a_round_has_an_end_and_begins_with_what_was_not_seen_for_longest():
    urls = [f"https://a.go.id/{n}" for n in range(MOST + 1)]
    known = {urls[0]: seen(alamat=urls[0])}
    assert urls[0] not in due(urls, known)
    assert len(due(urls, known)) == MOST
    looking, _ = eyes(dict.fromkeys(urls, Sighted("terbuka", "200")))
    assert [str(one.looked) for one in looked_at(urls, known, TODAY, looking)].count("2026-11-20") == 1


def test_what_is_written_can_be_read_and_has_no_fault(project):
    found = [
        seen(keadaan="tidak-terbuka", sejak="2026-05-03", jawaban='404 "ya"', arsip=COPY),
        seen(alamat=f"{LINK}?a=1#b"),
    ]
    text = register_text(found)
    assert LinksFile.model_validate(yaml.safe_load(text)).links == tuple(sorted(found, key=lambda link: link.url))
    assert not check(project({"registry/tautan.yml": text})).errors
    assert not check(project({"registry/tautan.yml": register_text([])})).errors


def test_the_command_writes_the_register_and_says_what_it_found(project, monkeypatch, run_here):
    root = project({ENTRY_PATH: WITH_EVIDENCE})
    monkeypatch.chdir(root)
    monkeypatch.setattr(link_look, "look", lambda url: SHUT)
    monkeypatch.setattr(link_look, "archived", lambda url: COPY)
    monkeypatch.setattr(links, "Event", type("Clock", (), {"wait": lambda self, seconds: None}))
    code, out, _ = run_here("links")
    assert code == 0
    assert out == "Tertulis: registry/tautan.yml. tidak-terbuka 1.\n"
    [row] = yaml.safe_load((root / "registry/tautan.yml").read_text("utf-8"))["tautan"]
    assert (row["alamat"], row["sejak"], row["arsip"]) == (LINK, "2026-11-24", COPY)
    assert checking.check(root, TODAY).problems.errors == ()


def test_without_evidence_nothing_is_written(project, monkeypatch, run_here):
    root = project()
    monkeypatch.chdir(root)
    assert run_here("links")[:2] == (0, "Belum ada tautan bukti.\n")
    assert not (root / "registry/tautan.yml").exists()


class Answer(io.BytesIO):
    status = 200


@pytest.mark.parametrize(
    ("codes", "state", "answer"),
    [
        ([200], "terbuka", "200"), ([404], "tidak-terbuka", "404"), ([410], "tidak-terbuka", "410"),
        ([405, 200], "terbuka", "200"), ([403, 403], "tidak-pasti", "403"), ([403, 404], "tidak-terbuka", "404"),
        ([500], "tidak-pasti", "500"), ([429], "tidak-pasti", "429"), ([0], "tidak-pasti", "tidak menjawab"),
    ],
)  # fmt: skip
def test_only_no_such_page_is_shut_for_certain(monkeypatch, codes, state, answer):
    left = list(codes)

    def opened(url, method):
        code = left.pop(0)
        if code == 0:
            raise TimeoutError
        if code != 200:
            raise urllib.error.HTTPError(url, code, "", None, None)
        return Answer()

    monkeypatch.setattr(link_look, "is_public", lambda url: True)
    monkeypatch.setattr(link_look, "_open", opened)
    assert link_look.look(LINK) == Sighted(state, answer)
    assert left == []


@pytest.mark.parametrize("machine", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "192.168.1.1", "::1", "fd00::1"])
def test_an_address_behind_which_a_machine_is_not_public_is_never_asked(monkeypatch, machine):
    monkeypatch.setattr(
        link_look.socket, "getaddrinfo", lambda *a, **k: [(0, 0, 0, "", ("8.8.8.8", 0)), (0, 0, 0, "", (machine, 0))]
    )
    assert not link_look.is_public("https://contoh.go.id/a")
    asked = link_look.urllib.request.Request("https://contoh.go.id/a")
    with pytest.raises(urllib.error.URLError):
        link_look._Redirects().redirect_request(asked, None, 302, "", {}, "https://lain.go.id/b")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://contoh.go.id/a", "https://10.0.0.1/", "http://localhost/"]
)
def test_what_no_link_may_be_is_never_asked(url):
    assert not link_look.is_public(url)


def test_a_copy_in_the_archive_is_an_address_or_nothing(monkeypatch):
    told = [json.dumps({"archived_snapshots": {"closest": {"url": "http://arsip.example/1"}}}), "{}", "bukan json"]
    monkeypatch.setattr(link_look, "_open", lambda url, method: Answer(told.pop(0).encode()))
    assert [link_look.archived(LINK) for _ in range(3)] == ["https://arsip.example/1", None, None]


def test_no_build_and_no_check_looks_at_a_link():
    users = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if "link_look" in path.read_text("utf-8") or "urllib.request" in path.read_text("utf-8")
    ]
    assert sorted(users) == ["generator/commands/links.py", "generator/reviewing/link_look.py"]
