"""Who walks with an innovation until people benefit: one office's help, and what is sought of others."""

from typing import Annotated

from generator.schema.fields import Date, Day, Line, Word
from generator.schema.record import Record, key


class Support(Record):
    """Help that an office gives. Who has to take the next step follows from its state (`menunggu` of the word)."""

    office: Annotated[str, Line(200)] | None = key(
        "kantor", "Kantor", "Kantor di luar daftar perangkat daerah yang mendampingi."
    )
    agency: Annotated[str, Word("perangkat_daerah")] | None = key(
        "perangkat_daerah", "Perangkat daerah", "Perangkat daerah yang mendampingi."
    )
    kind: Annotated[str, Word("bentuk_pendampingan")] = key(
        "bentuk", "Bentuk bantuan", "Bantuan yang diberikan.", required=True
    )
    since: Date = key("sejak", "Sejak", "Mulai kapan, setepat yang diketahui.", required=True)
    state: Annotated[str, Word("keadaan_pendampingan")] = key(
        "keadaan", "Keadaan", "Sampai di mana, dan siapa yang ditunggu.", required=True
    )
    step: Annotated[str, Line(300)] | None = key(
        "langkah_berikut", "Langkah berikut", "Satu kalimat: apa yang akan dilakukan."
    )
    due: Day | None = key("tenggat", "Tenggat", "Hari langkah itu diharapkan selesai, misalnya 2026-08-17.")
    ended: Date | None = key("selesai", "Selesai", "Kapan pendampingan berakhir, bila sudah.")


class Sought(Record):
    """What an innovation seeks of others, and what came of it."""

    what: Annotated[str, Line(300)] = key("dicari", "Yang dicari", "Satu kalimat: apa yang dicari.", required=True)
    whom: Annotated[str, Line(200)] | None = key("dari", "Dari siapa", "Pihak yang diharapkan, misalnya kampus.")
    until: Day | None = key("sampai", "Sampai", "Hari terakhir menjawab, misalnya 2026-08-17.")
    outcome: Annotated[str, Line(300)] | None = key("hasil", "Hasil", "Bila sudah terjawab: siapa, dan apa hasilnya.")
