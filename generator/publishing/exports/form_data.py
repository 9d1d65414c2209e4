"""`/kontribusi/formulir/isian.json`: all that the form in the browser knows, and an empty entry to fill in by hand.

Labels, limits, words, sentences and rules come from where the program itself has them, so that the form asks, counts
and says the same.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator import addresses, layout
from generator.catalogue.catalogue import ENDINGS, REPORTED, STOPPED
from generator.catalogue.registry import Registry
from generator.checks import completeness, events
from generator.compliance.index import JUDGED, Verdict, YearIndex, in_force
from generator.compliance.wording import RECORD_STANDS, reason, status_word
from generator.dates import MONTHS
from generator.national_index.score import edition_for
from generator.problems import code_texts
from generator.publishing.asking import destination, hand_in
from generator.publishing.exports import Build, Files, form_addresses
from generator.publishing.view import View
from generator.reading.document import MAX_NODES
from generator.schema.registry import Agency
from generator.schema.shape import Shape, as_data, shapes
from generator.text import web_address
from generator.text.personal_shapes import SHAPES, SHAPES_KEY

#: The problems that the form can make or find in a file: what it says of them comes along.
CODES: Final = (
    "B003", "B004", "B005", "B006", "B007", "B009", "B012", "B014", "B015", "Y006",
    *(f"I{number:03}" for number in range(1, 18)),
    "A001", "A002", "A003", "A005", "A006", "A007", "A009", "A010", "A021", "A022", "A023", "A024", "A025", "A026",
    "A027", "A028", "P001", "P002", "P003", "P004",
    "K001", "K002", "K003", "K004", "K005", "K006", "K021", "A041", "A042",
)  # fmt: skip
#: The keys of an entry as the form groups them; the first group holds what is required and stands open.
SECTIONS: Final = (
    ("Yang wajib diisi", ("nama", "ringkasan", "bentuk", "urusan", "riwayat")),
    ("Masalah, cara kerja, dan manfaat", ("masalah", "solusi", "kebaruan", "manfaat")),
    ("Bagi pemakai", ("nama_lain", "cara_memakai", "lokasi", "kontak", "tautan")),
    ("Hasil dan penghargaan", ("hasil", "penghargaan")),
    ("Digital atau nondigital, dan pembuatnya", ("jenis", "inisiator", "unit", "kolaborator")),
    ("Pendampingan dan pemakai", ("pendampingan", "pemakai", "cari_mitra")),
    ("Bagi yang ingin meniru", ("replikasi", "panduan_meniru")),
    ("Biaya, dasar hukum, dan kekayaan intelektual", ("anggaran", "dasar_hukum", "kekayaan_intelektual")),
    ("Kematangan", ("kematangan",)),
    ("Sumber dan pemeriksaan", ("sumber", "gambar", "catatan", "diperiksa")),
    ("Isian penyusun, nama lama, dan penarikan", ("usulan_penyusun", "alias", "ditarik")),
)
_LATER: Final = "Tidak tahu jawabannya? Rekan Anda dapat melengkapi nanti."
#: One question at a time: what is asked, the keys that answer it, and what to do for who does not know; the last takes
#: whatever no other asks for.
STEPS: Final = (
    (
        "Perangkat daerah mana yang mempunyai inovasi ini?",
        ("perangkat_daerah",),
        "Tidak ada dalam daftar? Pilih perangkat daerah yang membawahinya.",
    ),
    (
        "Apa nama inovasinya?",
        ("nama", "nama_lain"),
        "Belum ada nama resmi? Tulis nama yang dipakai sehari-hari.",
    ),
    (
        "Apa ini, dan untuk siapa?",
        ("ringkasan",),
        "Satu kalimat dengan kata-kata Anda sendiri sudah cukup.",
    ),
    (
        "Sudah sampai mana?",
        ("riwayat",),
        'Cukup bulan atau tahunnya. Hanya ada berita atau laporan? Pilih "{laporan}" dengan tanggal berita itu.',
    ),
    (
        "Termasuk bentuk dan urusan apa?",
        ("bentuk", "jenis", "urusan"),
        "Tidak yakin? Pilih yang paling dekat. Peninjau membantu membetulkannya.",
    ),
    ("Apa masalahnya, dan bagaimana inovasi ini menjawabnya?", ("masalah", "solusi", "kebaruan", "manfaat"), _LATER),
    ("Di mana dan bagaimana orang memakainya?", ("lokasi", "cara_memakai", "kontak", "tautan"), _LATER),
    ("Apa hasilnya, dan dari mana diketahui?", ("hasil", "penghargaan", "sumber", "gambar"), _LATER),
    ("Ada lagi yang diketahui?", (), _LATER),
)
#: Of a vocabulary this small each word is explained beside its choice.
_FEW: Final = 7


def files(build: Build) -> Files:
    """The form's data and the empty entry."""
    view = build.view
    yield addresses.FORM_DATA, json.dumps(_data(view), ensure_ascii=False, separators=(",", ":")).encode()
    yield addresses.FORM_BLANK, blank_entry().encode()


def blank_entry() -> str:
    """An entry without values that explains itself; what is optional is a comment."""
    lines = [layout.SCHEMA_COMMENT]
    for shape in shapes():
        sign = "" if shape.required else "# "
        lines += ["", f"# {shape.label}{' (wajib)' if shape.required else ''}. {shape.help}", f"{sign}{shape.key}:"]
        lines += (f"{sign}  {line}" for line in _inner(shape))
    return "\n".join([*lines, ""])


def _inner(shape: Shape) -> Iterator[str]:
    """What may stand under a key: its keys, under one word or one item where there may be several."""
    mark = "- " if shape.most and not shape.keyed else ""
    if shape.keyed:
        yield f"kata-{shape.vocabulary}:"
        mark = "  "
    elif shape.most and not shape.inner:
        yield "-"
    for inner in shape.inner:
        yield f"{mark}{inner.key}:"
        mark = " " * len(mark)
        yield from (f"{mark}  {line}" for line in _inner(inner))


def _data(view: View) -> Mapping[str, Any]:
    registry, used = view.catalogue.registry, sorted(_vocabularies(shapes()))
    words = registry.words()
    return {
        "kolom": [as_data(shape) for shape in shapes()],
        "bagian": SECTIONS,
        "langkah": [(asked, keys, unsure.format(laporan=_event(registry))) for asked, keys, unsure in STEPS],
        "kata": {name: words[name] for name in used if name != "perangkat_daerah"},
        "sehari_hari": {"urusan": registry.sole_affairs()},
        "arti": {
            name: {slug: term.definition for slug, term in terms.items() if term.definition}
            for name, terms in registry.taxonomy.items()
            if name in used and len(terms) <= _FEW
        },
        "jenis_perangkat_daerah": words["jenis_perangkat_daerah"],
        "perangkat_daerah": {slug: _agency(view, agency) for slug, agency in registry.agencies.items()},
        "alamat": form_addresses.starts(view),
        "kepatuhan": _compliance(view.current, view.unrecorded) if view.current else None,
        "ditutup": {"pesan": RECORD_STANDS, "tahun": _closed(view)},
        "pesan": {code: _sentences(code) for code in CODES},
        "aturan": {**_rules(), **_of_words(registry), "indikator": _indicators(view)},
        SHAPES_KEY: SHAPES,
        "hari": view.edition.as_of.isoformat(),
        "pengaturan": {
            "repositori": view.settings.repository,
            "cabang": view.settings.branch,
            "lapor": view.settings.report_address,
            "pengelola": view.settings.operator,
            "wilayah": view.settings.region,
            "situs": view.settings.site,
            "zona": view.settings.zone,
            "tujuan": destination(view.settings),
            "kirim": hand_in(view.settings),
        },
    }


def _event(registry: Registry) -> str:
    """What an event is called of which only a report is known."""
    return registry.words()["peristiwa"].get(REPORTED, REPORTED)


def _vocabularies(found: Sequence[Shape]) -> set[str]:
    """The names of the vocabularies that an entry uses."""
    own = {shape.vocabulary for shape in found if shape.vocabulary}
    return own.union(*(_vocabularies(shape.inner) for shape in found))


def _agency(view: View, agency: Agency) -> Mapping[str, Any]:
    """An agency: whether it may be chosen, how it stands this year."""
    index = view.current
    verdict = index.of(agency.slug) if index else None
    return {
        "nama": agency.name,
        "sebutan": [name for name in agency.names if name not in (agency.name, agency.slug)],
        "jenis": agency.kind,
        "induk": agency.parent or "",
        "ada": in_force(agency, view.edition.as_of),
        "kontak": agency.contact is not None,
        **(_standing(view, verdict, index) if verdict and index else {}),
    }


def _standing(view: View, verdict: Verdict, index: YearIndex) -> Mapping[str, Any]:
    """The status of the newest year; of what it rests on, as much as matters; why, where it is no verdict."""
    enough = index.obligation.rules.minimum.value + 1  # one of them may be the entry that is corrected
    judged = verdict.status in JUDGED
    why = {} if judged else {"alasan": reason(verdict, index, view.catalogue)}
    return {"status": verdict.status, "dihitung": verdict.slugs[:enough], **why}


def _compliance(index: YearIndex, unrecorded: str) -> Mapping[str, Any]:
    """What counts in the newest year, as its rules say."""
    year_rules = index.obligation.rules
    return {
        "tahun": index.year,
        "belum_dicatat": unrecorded,
        "ditutup": index.result is not None,
        "peristiwa": year_rules.counted.value,
        "minimum": year_rules.minimum.value,
        "kolaborasi": year_rules.partners_count.value,
        "kata": {status: status_word(status, index).word for status in JUDGED},
    }


def _closed(view: View) -> Mapping[int, Sequence[str]]:
    """Closed year -> the events that counted in it."""
    return {year: index.obligation.rules.counted.value for year, index in view.indexes.items() if index.result}


def _sentences(code: str) -> Mapping[str, str]:
    text = code_texts()[code]
    texts = {"tingkat": text.severity, "pesan": text.message, "perbaikan": text.form_cure or text.cure}
    meant = text.cure if text.form_cure else text.cure_if_meant
    return texts | ({"perbaikan_maksud": meant} if meant != text.cure else {})


def _of_words(registry: Registry) -> Mapping[str, Any]:
    """What the region's words say: in which state of a help somebody is waited for, and so on, each by its slug."""
    words = registry.taxonomy
    return {
        "ditunggu": {slug: term.label for slug, term in words["keadaan_pendampingan"].items() if term.waits},
        "dipakai": {slug: term.label for slug, term in words["keadaan_pemakaian"].items() if not term.ends},
        "nomor_ki": {slug: term.numbers for slug, term in words["jenis_ki"].items() if term.numbers},
    }


def _indicators(view: View) -> Mapping[str, Any]:
    """Each indicator: its weight, 0 where the edition in force has it no more, and basis -> level -> words."""
    registry = view.catalogue.registry
    edition = edition_for(registry, view.edition.as_of.year)
    asked = {indicator.slug for indicator in edition.indicators} if edition else set()
    return {
        slug: {
            "bobot": indicator.weight if slug in asked else 0,
            "tingkat": {basis: indicator.levels_of(basis) for basis in indicator.bases or ("",)},
        }
        for slug, indicator in registry.indicators_by_slug().items()
    }


def _rules() -> Mapping[str, Any]:
    """Figures and words that the rules of an entry rest on."""
    return {
        "komentar": layout.SCHEMA_COMMENT,
        "bita": layout.MAX_ENTRY_BYTES,
        "nilai": MAX_NODES,
        "slug_terpanjang": layout.SLUG_MAX,
        "slug_terlarang": sorted(layout.RESERVED_SLUGS),
        "bulan": MONTHS,
        "alamat": web_address.CAUSES,
        "urutan": events.ORDER,
        "berhenti": STOPPED,
        "laporan": REPORTED,
        "berakhir": ENDINGS,
        "dicari": completeness.WANTED,
        "ringkasan": completeness.SUMMARY_LENGTH,
        "bulan_periksa": completeness.MONTHS_UNTIL_STALE,
    }
