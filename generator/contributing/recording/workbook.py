"""The register of agencies as a sheet that offices fill in, with what is known; what a filled row says beyond that."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from generator.contributing.table_import.files.sheet import MAX_ROWS
from generator.contributing.table_import.words.form_parts import COMPUTED_MARK
from generator.schema.registry import Agency
from generator.spreadsheet import BookColumn, BookSheet, Value

REGISTER_SHEET: Final = "Perangkat daerah"
_YES_NO: Final = '"ya,tidak"'
_SIGNS: Final = 6
#: Head -> (option of an act, or what else the cell is; what belongs in it; width; words of choice).
HEADS: Final[Mapping[str, tuple[str, str, int, str]]] = {
    "Alamat tetap": ("agency", "Jangan diubah: nama folder di katalog.", 24, ""),
    "Nama resmi": ("name", "Betulkan bila berbeda dengan sumbernya.", 40, ""),
    "Nama sudah dicocokkan": ("right", "ya, bila nama itu sudah dibaca di peraturan atau laman resmi.", 16, _YES_NO),
    "Nama lama pernah resmi": ("former", "ya, bila namanya berganti dan yang lama memang pernah resmi.", 16, _YES_NO),
    "Terikat": ("bound", "ya, bila naskah edaran menunjukkan bahwa kantor ini terikat.", 16, _YES_NO),
    "Sumber": ("source", "Judul dan nomor yang dibaca, misalnya peraturan daerah; untuk kontak, laman resmi.", 40, ""),
    "Alamat sumber": ("source_url", "Alamat halamannya, bila ada.", 30, ""),
    "Tanggal dibaca": ("date", "Misalnya 2 Juni 2026.", 16, ""),
    "Kantor": ("office", "Bagian yang melayani pertanyaan; bukan nama orang.", 30, ""),
    "Alamat kantor": ("address", "Alamat kantor.", 36, ""),
    "Telepon kantor": ("phone", "Bukan nomor pribadi.", 20, ""),
    "Surel kantor": ("mail", "Bukan surel pribadi.", 26, ""),
    "Laman": ("page", "Laman resmi.", 26, ""),
    "Pemilik": ("owner", "Akun atau tim peninjau, misalnya @nama-organisasi/nama-tim.", 24, ""),
    "Tanda buku kerja": ("mark", "Jangan diubah: tanda keadaan saat buku kerja dibuat.", 16, ""),
}
COUNT: Final = f"Inovasi tercatat {COMPUTED_MARK}"
CONTACT_PARTS: Final = ("office", "address", "phone", "mail", "page")


def register_sheet(agencies: Iterable[Agency], counts: Mapping[str, int]) -> BookSheet:
    """What is known of each agency, and how many innovations it has; the rest is empty."""
    heads = [BookColumn(head, about, width, "teks", words) for head, (_, about, width, words) in HEADS.items()]
    rows = [_row(agency, counts.get(agency.slug, 0)) for agency in agencies]
    last = BookColumn(COUNT, "Disusun oleh katalog; tidak dibaca kembali.", 16)
    return BookSheet(REGISTER_SHEET, (*heads, last), rows, kept=2, room=MAX_ROWS)


def _row(agency: Agency, count: int) -> list[Value]:
    known = _known(agency)
    mark = " ".join(f"{option}:{_signs(text)}" for option, text in known.items())
    told = {**known, "agency": agency.slug, "right": "ya" if agency.name_confirmed else "", "mark": mark}
    return [*(told.get(option) or None for option, *_ in HEADS.values()), count]


def _known(agency: Agency) -> dict[str, str]:
    """What the register has of an agency, by option; "" for what it does not know."""
    office = agency.contact
    said = (office.office, office.address, office.phone, office.mail, office.page) if office else (None,) * 5
    contact = {option: text or "" for option, text in zip(CONTACT_PARTS, said, strict=True)}
    return {
        "name": agency.name,
        "bound": "ya" if agency.bound == "ya" else "",
        **contact,
        "owner": agency.owner or "",
    }


def _signs(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]


def is_filled(texts: Mapping[str, str], option: str) -> bool:
    """Whether somebody wrote what stands in a cell, so far as the mark of the workbook can tell."""
    made = dict(one.split(":", 1) for one in texts.get("mark", "").split() if ":" in one)
    return bool(texts.get(option)) and made.get(option) != _signs(texts[option])


def news(agency: Agency, texts: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """What a row says beyond what stood there when the workbook was made, and options that the register has anew since.

    Those keep what the register has: a workbook that comes late takes back nothing that was recorded meanwhile.
    """
    made = dict(one.split(":", 1) for one in texts.get("mark", "").split() if ":" in one)
    said, kept = {key: text for key, text in texts.items() if key != "mark"}, []
    for option, known in _known(agency).items():
        if option not in said or said[option] == known:
            said.pop(option, None)
            continue
        # Without a mark nobody knows what stood there: a name that was confirmed stays.
        newer = made[option] != _signs(known) if option in made else option == "name" and agency.name_confirmed
        meant = made.get(option) != _signs(said[option]) or (option == "name" and "source" in said)
        if meant and newer:
            kept.append(option)
        if not meant or newer:
            del said[option]
    return said, kept
