"""The columns that a recap may have: which there are, and where their values go in an entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from typing import Final

from generator.catalogue.registry import Registry
from generator.contributing.names import without_mark
from generator.contributing.table_import import title_signs as signs
from generator.contributing.table_import.title_questions import asked_words, asks_in_short, sentence_title
from generator.contributing.table_import.title_words import (
    ALONE,
    AROUND_EVENTS,
    DATED,
    EVENTS,
    NUMBERING,
    TITLES,
    calls_name,
    in_full,
    title_key,
)
from generator.schema.shape import Shape, shapes
from generator.text.spelling import folded

Keys = tuple[str, ...]
AGENCY: Final[Keys] = ("perangkat_daerah",)
AGENCY_LABEL: Final = "Perangkat daerah"
#: The rank of a column of agencies that names districts by their place: `Utara`.
OF_DISTRICTS: Final = 1
SLUG: Final[Keys] = ("slug",)
#: The stage that a recap states. It is never stored, only compared with what the dates give.
STAGE: Final[Keys] = ("tahapan",)
NUMBER: Final[Keys] = ("nomor",)
NAME: Final[Keys] = ("nama",)
SUMMARY: Final[Keys] = ("ringkasan",)
EVENTS_KEY: Final = "riwayat"
#: What belongs to one kind of event has a column of its own.
REASON: Final[Keys] = (EVENTS_KEY, "alasan")
STATE: Final[Keys] = (EVENTS_KEY, "keadaan")
_UNIT: Final[Keys] = ("unit", "nama")
#: What a title may call beside the name, as the headings among the names: `Urusan / Nama Inovasi`.
_BESIDE_NAME: Final = (SUMMARY, AGENCY, ("urusan",), ("jenis",), ("bentuk",))
BUDGET: Final[Keys] = ("anggaran", "jumlah")
#: What a column of two titles is: `OPD / Unit`, `Desa / Unit` (villages are units too).
_TOGETHER: Final[Mapping[frozenset[Keys], Keys]] = {
    frozenset([AGENCY, _UNIT]): AGENCY,
    frozenset([("lokasi", "tempat"), _UNIT]): _UNIT,
}
#: Sums that say whose they are: `Anggaran / Sumber Dana`.
_OF_MONEY: Final = frozenset([BUDGET, ("anggaran", "sumber"), ("anggaran", "tahun"), ("sumber", "judul")])
#: A column that says only that it holds years.
YEAR_ALONE: Final[Keys] = ("tahun",)
#: Keys that no table can fill: files, other entries, what compilers and reviewers note.
_NOT_IN_TABLES: Final = frozenset(["gambar", "kematangan", "alias", "usulan_penyusun"])
#: What the template offers behind the required columns; whatever else has a label is read too.
_OFFERED: Final = frozenset([
    "masalah", "solusi", "kebaruan", "manfaat", "cara_memakai", "hasil", "lokasi", "unit", "kontak", "sumber",
    "catatan",
])  # fmt: skip
#: Groups within groups (a point on the map) are too much for a table that is filled by hand.
_DEEPEST: Final = 2
_SEPARATOR: Final = ": "
#: Between two titles of one column.
_PARTS = re.compile(r"[/\n|()]|,| atau | (?:dan|&|\+) (?=sumber\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: The longest of the national form has a hundred characters.
_LONGEST_TITLE: Final = 1_000
_DATE_LABEL: Final = next(
    leaf.label for shape in shapes() if shape.key == EVENTS_KEY for leaf in shape.inner if leaf.key == "tanggal"
)
_MOST_PARTS: Final = 40
_YANG = re.compile(r"\byg\b", re.IGNORECASE)


def help_in_tables(shape: Shape) -> str:
    """What belongs in a cell: a file has `true` where people write "ya"."""
    return shape.help.replace("true bila", "Ya bila") if shape.kind == "ya_tidak" else shape.help


@dataclass(frozen=True, slots=True)
class RecapColumn:
    """A known column: its title and help in Indonesian and where its values go.

    `path` are official keys; of an event ("riwayat", <event>). `shape` says what may stand in a cell. `owner` is the
    list whose items the cells fill, () where there is none. Of several columns with one path the lower `rank` comes
    first; `lead` is set before the text of one that adds to another key. `titled` is what a table calls it.
    """

    path: Keys
    title: str
    help: str
    shape: Shape
    owner: Keys = ()
    rank: int = 0
    lead: str = ""
    titled: str = ""


@dataclass(frozen=True)
class Columns:
    """Every column that a recap of this region may have, in the order of the template.

    `further` are folded titles that only one file has, by what was made out of it or answered.
    """

    registry: Registry
    further: Mapping[str, RecapColumn] = field(default_factory=dict)

    @cached_property
    def known(self) -> tuple[RecapColumn, ...]:
        """All of them. Those of `title_of` that only synonyms name are not among them."""
        fields = [column for shape in shapes() if shape.key not in _NOT_IN_TABLES for column in self._of(shape)]
        return (_special(AGENCY, AGENCY_LABEL, "Nama resmi, nama pendek, nama lain, atau nama folder."), *fields)

    def _of(self, shape: Shape, above: Keys = (), title: str = "", owner: Keys = ()) -> Iterator[RecapColumn]:
        path, named = (*above, shape.key), f"{title}{shape.label}"
        if path == (EVENTS_KEY,):
            yield from self._events(shape)
        elif shape.kind == "kelompok":
            inside = path if shape.most else owner
            for inner in shape.inner:
                yield from self._of(inner, path, f"{named}{_SEPARATOR}", inside)
        else:
            yield RecapColumn(path, named, help_in_tables(shape), shape, owner, titled=named)

    def _events(self, shape: Shape) -> Iterator[RecapColumn]:
        inner = {leaf.key: leaf for leaf in shape.inner}
        for slug, term in self.registry.taxonomy["peristiwa"].items():
            title = dated_title(term.label)
            yield RecapColumn((EVENTS_KEY, slug), title, term.definition or inner["tanggal"].help, inner["tanggal"])
        yield RecapColumn(REASON, "Alasan dihentikan", inner["alasan"].help, inner["alasan"])
        yield RecapColumn(STATE, "Keadaan menurut laporan", inner["keadaan"].help, inner["keadaan"])

    @cached_property
    def template(self) -> tuple[RecapColumn, ...]:
        """The columns of the template, required ones first."""
        required = {AGENCY[0], EVENTS_KEY, *(shape.key for shape in shapes() if shape.required)}
        first = [column for column in self.known if column.path[0] in required]
        return (
            *(column for column in first if column.path[0] != EVENTS_KEY),
            *(column for column in first if column.path[0] == EVENTS_KEY),
            *(c for c in self.known if c.path[0] in ("jenis", "inisiator")),
            *(c for c in self.known if c.path[0] in _OFFERED and len(c.path) <= _DEEPEST),
        )

    @cached_property
    def titles(self) -> Mapping[str, RecapColumn]:
        """Title without case, signs and filling words -> column."""
        by_path = {".".join(column.path): column for column in self.known}
        found: dict[str, RecapColumn] = {}
        for column in self.known:
            found.setdefault(title_key(column.title), column)
            found.setdefault(title_key(" ".join(column.path)), column)
        for name, others in TITLES.items():
            for column in _named(name, by_path):
                found |= {title_key(other): column for other in others}
        for slug, term in self.registry.taxonomy["peristiwa"].items():
            for word in (folded(term.label), *EVENTS.get(slug, ())):
                found |= {f"{dated} {word}": by_path[f"{EVENTS_KEY}.{slug}"] for dated in DATED}
        dates = next(column for column in self.known if column.path[0] == EVENTS_KEY)
        alone = replace(dates, path=YEAR_ALONE, title="Tahun")
        found = dict.fromkeys(ALONE, alone) | found
        return found | {title: _special(NUMBER, "Nomor", "") for title in NUMBERING}

    @cached_property
    def _asked(self) -> dict[str, RecapColumn | None]:
        """What was found out about a title: a table asks for the same ones again and again."""
        return {}

    def title_of(self, title: str) -> RecapColumn | None:
        """The column that a table calls `title`, or None."""
        if len(title) > _LONGEST_TITLE:
            return None
        if title not in self._asked:
            self._asked[title] = self._whole_title(title) or self._in_parts(title) or self._asked_for(title)
        return self._asked[title]

    def labelled(self, label: str) -> RecapColumn | None:
        """The column of this label of the template, as a question offers it; or of any title that is known."""
        wanted = folded(label)
        own = next((column for column in self.known if folded(column.title) == wanted), None)
        return own or self.title_of(label)

    def events_in(self, title: str) -> tuple[str, ...]:
        """The kinds of event whose dates a title may mean that names nothing else: `Uji Coba`, `Ujicoba/Penerapan`."""
        rest, found = f" {folded(title)} ", []
        for slug, term in self.registry.taxonomy["peristiwa"].items():
            for word in (folded(term.label), *EVENTS.get(slug, ())):
                if f" {word} " in rest:
                    found.append(slug)
                    rest = rest.replace(f" {word} ", " ")
        return tuple(dict.fromkeys(found)) if set(rest.split()) <= AROUND_EVENTS else ()

    def hints(self, title: str, *, begun: bool = True) -> list[RecapColumn]:
        """The columns that parts of an unknown title name (`Klasifikasi Bentuk`, `Kategori/Bentuk`). Cells decide.

        `begun`: also those that it begins with; what follows them may make something else of it (`Kecamatan asal`).
        """
        words = folded(title).split()
        parts = chain(
            (part for part in re.split(r"[/|(),&-]|\bdan\b", title, flags=re.IGNORECASE) if folded(part)),
            (" ".join(words[at:]) for at in range(1, len(words))),
            (" ".join(words[:at]) for at in range(len(words) - 1, 0, -1) if begun),
        )
        found = [column for part in islice(parts, _MOST_PARTS) if (column := self._whole_title(part))]
        unclear = (AGENCY, SLUG, STAGE, NUMBER, NAME, YEAR_ALONE)
        return list({column.path: column for column in found if column.path not in unclear}.values())

    def _whole_title(self, title: str) -> RecapColumn | None:
        plain = _YANG.sub("yang", without_mark(title))
        if title.strip() in NUMBERING:
            return _special(NUMBER, "Nomor", "")
        found = self.further.get(folded(plain)) or self.titles.get(folded(plain))
        found = found or (self.titles.get(NAME[0]) if calls_name(in_full(plain)) else self.titles.get(title_key(plain)))
        if found is None and signs.SUM.fullmatch(folded(title)):
            return self.titles[title_key(" ".join(BUDGET))]
        found = found or self.titles.get(title_key(in_full(plain)))
        bare = signs.AS_OF.sub("", folded(plain))
        if found is None and bare != folded(plain) and (stage := self.titles.get(title_key(bare))):
            return stage if stage.path == STAGE else None
        if found is None and (year := self._with_year(plain)):
            return year
        before, yang, _ = folded(plain).partition(" yang ")
        said = self.titles.get(before) if yang and not found else None
        # `Masalah yang dijawab` is still the problem; of what is no text more than the first word may be meant.
        return said if said and said.shape.kind == "prosa" and said.path != STAGE else found

    def _with_year(self, title: str) -> RecapColumn | None:
        """The column of a title of money that has a year, as no price does: `Anggaran TA 2025`, `Biaya Tahun 2026`."""
        for text in (folded(title), folded(title.partition("(")[0])):
            bare = signs.BUDGET_YEAR.sub(" ", f" {text} ").strip()
            said = self.titles.get(title_key(bare)) if bare != text else None
            dated = self.titles[title_key(" ".join(BUDGET))] if said and said.path[-1] == "biaya" else said
            if dated and dated.path[:1] == BUDGET[:1]:
                return dated
        return None

    def _in_parts(self, title: str) -> RecapColumn | None:
        """`Ringkasan / Deskripsi Singkat`: all known parts mean one column, and the first is known."""
        parts = [part for part in _PARTS.split(title) if folded(part)]
        known = [column for part in parts if (column := self._whole_title(part))]
        if len(parts) < 2 or not known or self._whole_title(parts[0]) is None or len(self.events_in(title)) > 1:
            return None
        if one := _together(known):
            return one
        event = self.events_in(title) if known[0].path == YEAR_ALONE else ()  # `Tahun Dimulai/Implementasi`
        if len(event) == 1:
            return self.titles.get(title_key(f"{EVENTS_KEY} {event[0]}"))
        return known[0] if len({column.path for column in known}) == 1 else None

    def _asked_for(self, title: str) -> RecapColumn | None:
        """The column of a title that is a question of a form."""
        if asks_in_short(title):
            return self.titles[SUMMARY[0]]
        if said := self.titles.get(sentence_title(title)):
            return said
        words = asked_words(title)
        found = next((column for one in words if (column := self._whole_title(one))), None)
        found = found or (self._whole_title(title.partition(":")[0]) if ":" in title else None)
        event = self.events_in(words[-1]) if words and not found else ()
        return self.titles.get(title_key(f"{EVENTS_KEY} {event[0]}")) if len(event) == 1 else found


def year_in_title(title: str) -> str:
    """The year that a title names, "" if it names none: `Anggaran 2025`."""
    said = _YEAR.search(title)
    return said.group() if said else ""


def dated_title(event: str) -> str:
    """What the column of an event's date is called."""
    return f"{_DATE_LABEL} {event.lower()}"


def _together(known: Sequence[RecapColumn]) -> RecapColumn | None:
    """The column that several known titles of one column make."""
    paths = {column.path for column in known}
    path = NAME if {NAME} < paths <= {NAME, *_BESIDE_NAME} else _TOGETHER.get(frozenset(paths))
    path = BUDGET if {BUDGET} < paths <= _OF_MONEY else path
    path = SUMMARY if known[0].path == SUMMARY and all(one.shape.kind == "prosa" for one in known[1:]) else path
    return next((column for column in known if column.path == path), None)


def _special(path: Keys, title: str, help_text: str) -> RecapColumn:
    return RecapColumn(path, title, help_text, Shape(path[0], title, help_text, required=False, kind="baris"))


def _named(name: str, by_path: Mapping[str, RecapColumn]) -> Iterator[RecapColumn]:
    """The column behind a name of `synonyms.TITLES`: a path, a special column, or `key+lead`, which adds to the key."""
    key, plus, lead = name.partition("+")
    if key in by_path:
        base = by_path[key]
        added = replace(base, rank=1, lead=f"{lead.capitalize()}: " if lead else "")
        yield added if plus else base
    elif (key,) in (SLUG, STAGE):
        yield _special((key,), key.capitalize(), "")
