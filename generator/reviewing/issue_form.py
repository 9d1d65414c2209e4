"""An event of the issue form -> a proposal for one entry's file, or why there is none.

The event is a stranger's text. It is taken apart by the form's headings and never interpreted: what comes out are an
agency and a slug of the permitted shape and a text that the ordinary loader will check.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from generator import layout
from generator.schema.fields import Words, nearest

#: The label by which a maintainer lets a proposal in.
LABEL: Final = "usulan-diterima"
#: The labels of the form's fields (`.github/ISSUE_TEMPLATE/usulan-inovasi.yml`); the file's text stands last.
AGENCY: Final = "Perangkat daerah"
SLUG: Final = "Nama berkas"
KIND: Final = "Jenis usulan"
AGREED: Final = "Pernyataan"
TEXT: Final = "Isi berkas"
#: What a sender must have agreed to, word for word.
AGREEMENTS: Final = (
    "Usulan ini tidak memuat data pribadi.",
    "Isi usulan ini boleh diterbitkan dengan lisensi CC BY 4.0.",
)
HEADINGS: Final = (AGENCY, SLUG, KIND, AGREED, TEXT)
NEW: Final = "Inovasi baru"
CORRECTION: Final = "Perbaikan"

_BLANK: Final = frozenset(["", "_no response_", "none"])
_FENCE = re.compile(r"(```+|~~~+)[ \t]*(?:ya?ml[ \t]*)?\Z", re.IGNORECASE)
_TICKED = re.compile(r"- \[[xX]\] ")
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})\Z")
_EVENTS: Final = ("labeled", "edited")


@dataclass(frozen=True, slots=True)
class FormProblem:
    """What is wrong with one field of the form (Indonesian). `message` and `cure` may hold the sender's words."""

    field: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the form asks for: the file of `slug` in the folder of `agency`, its text ending with a line end."""

    number: int
    agency: str
    slug: str
    correction: bool
    text: str
    #: `Co-authored-by: ...` for the sender; "" if the account's name is none.
    co_author: str
    #: When the issue was opened; None if that cannot be read.
    sent: dt.datetime | None = None
    #: What was spelt otherwise than a file has it, and was mended (Indonesian).
    cures: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the file belongs."""
        return layout.entry_path(self.agency, self.slug)

    @property
    def branch(self) -> str:
        """The branch of this issue's pull request."""
        return f"usulan/{self.number}-{self.slug}"

    @property
    def title(self) -> str:
        """The title of the pull request and of its commit. Holds nothing that was typed freely."""
        return f"{CORRECTION if self.correction else NEW}: {self.agency}/{self.slug}"


@dataclass(frozen=True, slots=True)
class RefusedForm:
    """A proposal that cannot be a file yet; the sender gets a reply."""

    number: int
    problems: tuple[FormProblem, ...]


@dataclass(frozen=True, slots=True)
class Ignored:
    """An event that is none of ours; nobody gets a reply. `reason` is for the log."""

    reason: str


def read_proposal(
    event: Any, agencies: Words, called: Callable[[str], str | None] | None = None
) -> Proposal | RefusedForm | Ignored:
    """Take apart an `issues` event as GitHub writes it (JSON); `agencies` are the known folders with their names.

    `called` finds the folder of an agency by any of its names.
    """
    issue = _mapping(_mapping(event).get("issue"))
    number = issue.get("number")
    if reason := _not_ours(_mapping(event), issue):
        return Ignored(reason)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        return Ignored("nomor laporan tidak terbaca")
    # Half of a surrogate pair is no text; no file can hold it.
    body = str(issue.get("body") or "").encode("utf-8", "replace").decode()
    fields, problems = _fields(body.replace("\r\n", "\n"))
    found = {**dict.fromkeys(HEADINGS, ""), **fields}
    found[AGENCY] = (called and called(found[AGENCY])) or found[AGENCY]
    if not problems:
        problems = [
            *_agency_problems(found[AGENCY], agencies),
            *_slug_problems(found[SLUG]),
            *_kind_problems(found[KIND]),
            *_agreement_problems(found[AGREED]),
            *_text_problems(found[TEXT]),
        ]
    if problems:
        return RefusedForm(number, tuple(problems))
    user = _mapping(issue.get("user"))
    return Proposal(
        number=number,
        agency=found[AGENCY],
        slug=_slug(found[SLUG]),
        correction=found[KIND] == CORRECTION,
        text=_with_schema(_unfenced(found[TEXT])[0]),
        co_author=_co_author(user),
        sent=_moment(issue.get("created_at")),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _moment(value: Any) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _not_ours(event: Mapping[str, Any], issue: Mapping[str, Any]) -> str:
    """Why the event is not a maintainer's yes, nor an edit of what had one; "" if it is."""
    labels = issue.get("labels")
    names = [_mapping(label).get("name") for label in labels] if isinstance(labels, list) else []
    action = event.get("action")
    if not issue or "pull_request" in issue:
        return "bukan laporan (issue)"
    if action not in _EVENTS:
        return "bukan pemberian label dan bukan penyuntingan"
    if _mapping(event.get("sender")).get("type") != "User":
        return "bukan tindakan orang"
    if LABEL not in names or (action == "labeled" and _mapping(event.get("label")).get("name") != LABEL):
        return f"tanpa label {LABEL}"
    if issue.get("state") != "open":
        return "laporan sudah ditutup"
    return ""


def _fields(body: str) -> tuple[dict[str, str], list[FormProblem]]:
    """The values by heading. The text comes last, so that a heading inside it is no heading."""
    found: dict[str, list[str]] = {}
    heading = ""
    lines = body.split("\n")
    for number, line in enumerate(lines):
        name = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if name in HEADINGS:
            if name in found:
                return {}, [FormProblem(name, "judul ini ada dua kali", "hapus salah satu, atau isi ulang formulirnya")]
            heading, found[name] = name, []
            if name == TEXT:
                found[TEXT] = lines[number + 1 :]
                break
        elif heading:
            found[heading].append(line)
        if "<!--" in line:
            return {}, [FormProblem(heading or "Laporan", "ada teks tersembunyi (<!--)", "hapus teks itu")]
    missing = [name for name in HEADINGS if name not in found]
    if missing:
        cure = "isi ulang lewat formulir, dan jangan mengubah judul-judulnya"
        return {}, [FormProblem(name, "bagian ini tidak ada dalam laporan", cure) for name in missing]
    values = {name: "\n".join(parts) for name, parts in found.items()}
    return {name: value if name == TEXT else _value(value) for name, value in values.items()}, []


def _value(text: str) -> str:
    value = text.strip()
    return "" if value.casefold() in _BLANK else value


def _agency_problems(value: str, agencies: Words) -> list[FormProblem]:
    if value in agencies:
        return []
    meant = nearest(value, agencies) if value else None
    cure = f'tulis "{meant}" bila itu yang dimaksud' if meant else "pakai nama folder yang dipilih oleh formulir"
    message = f'"{value}" tidak ada dalam daftar perangkat daerah' if value else "belum diisi"
    return [FormProblem(AGENCY, message, cure)]


def _slug(value: str) -> str:
    return value.removesuffix(layout.ENTRY_SUFFIX)


def _slug_problems(value: str) -> list[FormProblem]:
    slug = _slug(value)
    if not slug:
        return [FormProblem(SLUG, "belum diisi", "tulis nama pendek inovasi, misalnya pojok-baca-digital")]
    if not layout.is_slug(slug):
        rule = f"huruf kecil, angka, dan tanda hubung saja, paling panjang {layout.SLUG_MAX} karakter"
        meant = layout.as_slug(slug)
        return [
            FormProblem(
                SLUG, f'"{value}" tidak dapat menjadi alamat halaman', f"{rule}{f'; misalnya {meant}' if meant else ''}"
            )
        ]
    if slug in layout.RESERVED_SLUGS:
        return [FormProblem(SLUG, f'nama "{slug}" dipakai oleh situs sendiri', "pilih nama lain")]
    return []


def _kind_problems(value: str) -> list[FormProblem]:
    if value in (NEW, CORRECTION):
        return []
    return [
        FormProblem(
            KIND, f'"{value}" bukan pilihan' if value else "belum dipilih", f'pilih "{NEW}" atau "{CORRECTION}"'
        )
    ]


def _agreement_problems(value: str) -> list[FormProblem]:
    ticked = {line[tick.end() :].rstrip() for line in value.split("\n") if (tick := _TICKED.match(line))}
    if ticked.issuperset(AGREEMENTS):
        return []
    return [FormProblem(AGREED, "belum dicentang semua", "centang kedua pernyataan tanpa mengubah kalimatnya")]


def _text_problems(value: str) -> list[FormProblem]:
    text, problem = _unfenced(value)
    if problem:
        return [FormProblem(TEXT, problem, "sisakan satu blok saja, yaitu isi berkasnya")]
    if not text.strip() or text.strip().casefold() in _BLANK:
        return [FormProblem(TEXT, "belum diisi", "salin isi yang dibuat formulir ke kolom ini")]
    size = len(text.encode("utf-8", "replace"))
    if size > layout.MAX_ENTRY_BYTES:
        cure = "ringkas teksnya; dokumen pendukung cukup ditautkan"
        return [FormProblem(TEXT, f"{size} bita, batasnya {layout.MAX_ENTRY_BYTES} bita", cure)]
    return []


_Fence = Literal["", "ada lebih dari satu blok", "ada teks lain sesudah blok"]


def _unfenced(section: str) -> tuple[str, _Fence]:
    """The text of the section without the fence that the form puts around it, and what is wrong with the fences.

    A fence may be missing or left open. Lines that are indented are the text's own.
    """
    lines = section.strip("\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    opening = _FENCE.match(lines[0]) if lines else None
    if opening is None:
        stray = any(line.startswith(("```", "~~~")) for line in lines)
        return "\n".join(lines) + "\n", "ada lebih dari satu blok" if stray else ""
    marks = [number for number, line in enumerate(lines[1:], 1) if line.startswith(opening[1])]
    if len(marks) > 1:
        return "", "ada lebih dari satu blok"
    if marks and marks[0] != len(lines) - 1:
        return "", "ada teks lain sesudah blok"
    inner = lines[1 : marks[0]] if marks else lines[1:]
    return "\n".join(inner).rstrip("\n") + "\n", ""


def _with_schema(text: str) -> str:
    """Editors find the schema by the first line; a byte order mark would stand in the way."""
    text = text.removeprefix("\ufeff")
    return text if text.startswith(layout.SCHEMA_COMMENT) else f"{layout.SCHEMA_COMMENT}\n{text}"


def _co_author(user: Mapping[str, Any]) -> str:
    """The sender as a trailer of a commit, by the address that GitHub gives every account."""
    login, number = user.get("login"), user.get("id")
    if not isinstance(login, str) or not _LOGIN.match(login) or not isinstance(number, int) or number < 1:
        return ""
    return f"Co-authored-by: {login} <{number}+{login}@users.noreply.github.com>"
