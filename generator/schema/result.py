"""`registry/obligations/<year>.hasil.yml`: the record of a closed year, which stands by itself, and its corrections.

It holds all that is printed of the year: names, verdicts, reasons, proofs and rules as they were at the closing, so
that neither a rename nor a deletion nor a late entry changes what was decided.
"""

from typing import Annotated, Literal

from generator.schema.entry import Event
from generator.schema.fields import Day, Line, Slug
from generator.schema.record import Record, items, key
from generator.schema.registry import Deadline, LegalBasis, Rules
from generator.schema.whole_numbers import Year

Status = Literal["memenuhi", "belum", "tidak", "belum-wajib", "dikecualikan", "belum-dikonfirmasi"]


class RecordedProof(Event):
    """An event that counted, with the name that its innovation had."""

    innovation: Slug = key("inovasi", "Inovasi", "Slug saat ditutup.", required=True)
    name: Annotated[str, Line(300)] = key("nama", "Nama", "Nama inovasi saat ditutup.", required=True)


class Outcome(Record):
    """One agency's result of a closed year."""

    agency: Slug = key("perangkat_daerah", "Perangkat daerah", "Slug.", required=True)
    name: Annotated[str, Line(200)] = key("nama", "Nama", "Nama resmi saat ditutup.", required=True)
    status: Status = key("status", "Status", "Kode status.", required=True)
    reason: Annotated[str, Line(5000)] = key("alasan", "Alasan", "Alasan status saat ditutup.", required=True)
    proofs: tuple[RecordedProof, ...] = items("bukti", "Bukti", "Peristiwa yang dihitung.", most=2000)
    predecessors: tuple[Slug, ...] = items("pendahulu", "Pendahulu", "Yang capaiannya termasuk di sini.", most=100)


class Correction(Record):
    """What happened after the year was closed.

    It changes one agency's result, or takes note of changed rules, or takes note that counting anew
    now gives something else while the record stands (`known`).
    """

    date: Day = key("tanggal", "Tanggal", "Tanggal koreksi.", required=True)
    reason: Annotated[str, Line(500)] = key("alasan", "Alasan", "Mengapa dikoreksi.", required=True)
    agency: Slug | None = key("perangkat_daerah", "Perangkat daerah", "Yang dikoreksi; null bila aturan.")
    status: Status | None = key("status", "Status", "Status yang berlaku sejak koreksi.")
    innovations: tuple[Slug, ...] = items("inovasi", "Inovasi", "Dasar sejak koreksi.", most=500)
    rules: Annotated[str, Line(40)] | None = key("versi_aturan", "Versi aturan", "Versi aturan sejak koreksi.")
    known: Annotated[str, Line(40)] | None = key(
        "hitungan_diketahui", "Hitungan diketahui", "Kode hitungan yang diketahui berbeda; hasil yang tercatat tetap."
    )


class ResultFile(Record):
    """A closed year. All but the corrections lies under the digest and is never edited."""

    year: Year = key("tahun", "Tahun", "Tahun yang ditutup.", required=True)
    as_of: Day = key("per_tanggal", "Per tanggal", "Hari penilaian.", required=True)
    rules: Annotated[str, Line(40)] = key(
        "versi_aturan", "Versi aturan", "Pengenal aturan saat ditutup.", required=True
    )
    # A record without it is told by R007, which knows the cure.
    digest: Annotated[str, Line(64)] | None = key("sidik", "Sidik", "Sidik isi berkas ini tanpa koreksinya.")
    legal_basis: LegalBasis = key("dasar_hukum", "Dasar hukum", "Naskah seperti saat ditutup.", required=True)
    clauses: Rules = key("aturan", "Aturan", "Aturan seperti saat ditutup.", required=True)
    deadline: Deadline | None = key("tenggat", "Tenggat", "Tenggat seperti saat ditutup.")
    outcomes: tuple[Outcome, ...] = items("hasil", "Hasil", "Per perangkat daerah.", most=5_000, least=1)
    corrections: tuple[Correction, ...] = items("koreksi", "Koreksi", "Perubahan sesudah ditutup.", most=5_000)
