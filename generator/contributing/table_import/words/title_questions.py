"""Titles that are questions of a form: `Berapa anggarannya?`, `Ceritakan hasilnya`, `Jelaskan inovasi Anda`."""

import re
from typing import Final

from generator.text.spelling import folded

#: What begins a question of a form, and whom it asks.
_BEGIN: Final = (
    "berapa", "berapakah", "sebutkan", "tuliskan", "ceritakan", "jelaskan", "uraikan", "gambarkan", "deskripsikan",
    "terangkan", "apa saja", "apakah", "apa", "silakan isi", "mohon isi",
)  # fmt: skip
_QUESTION = re.compile(rf"\A(?:{'|'.join(_BEGIN)}) ")
#: A sentence asks, or begins as one does.
_ASKS: Final = frozenset([
    "apa", "apakah", "siapa", "kapan", "berapa", "bagaimana", "mana", "dimana", "mengapa", "kenapa",
])  # fmt: skip
#: Words without one of which nothing is a question.
QUESTIONS: Final = _ASKS.union(word for said in _BEGIN for word in said.split())
#: Words of the rest of `Jelaskan inovasi Anda secara singkat dalam 3 kalimat`, which asks for nothing else.
_IN_SHORT: Final = frozenset([
    "inovasi", "inovasinya", "ini", "tersebut", "anda", "saudara", "bapak", "ibu", "opd", "secara", "dengan", "singkat",
    "ringkas", "jelas", "padat", "dan", "mengenai", "tentang", "soal", "dalam", "kalimat", "paragraf", "maksimal",
    "beberapa", "satu", "dua", "tiga", "sampai", "itu",
])  # fmt: skip
_SAYS_SO: Final = frozenset(["inovasi", "inovasinya", "singkat", "ringkas"])
_MONEY: Final = r"(?:dana|biaya|anggaran|pembiayaan|pendanaan|uang)(?:nya)?"
#: Whose money it is, however much more the title says: `Asal dana kegiatan`.
_FUND = re.compile(rf"(?:jenis )?(?:sumber|asal) (?:utama )?{_MONEY}(?: (?!dan\b|jumlah|besar|nilai)\w+){{0,3}}")
#: Who had the idea, or had it first.
_FIRST: Final = (
    r"(?:menggagas|menginisiasi|mencetuskan|memprakarsai|penggagas|pencetus|pemrakarsa|inisiator|penginisiasi)(?:nya)?"
)
#: What a sentence asks for -> a title that is known for it, the first that fits.
_SENTENCES: Final = tuple(
    (re.compile(pattern), title)
    for pattern, title in (
        (rf"\b(?:sumber|asal) {_MONEY}\b", "sumber dana"),
        (rf"\b{_MONEY} (?:itu |ini |tersebut )?(?:berasal |bersumber )?dari (?:mana|siapa)\b", "sumber dana"),
        (rf"\bdari mana (?:sumber |asal )?{_MONEY}", "sumber dana"),
        (r"\bberapa (?:besar |jumlah |total )*(?:dana|anggaran|pembiayaan|uang)(?:nya)?\b", "anggaran"),
        (r"\b(?:di ?mana)\b", "lokasi"),
        (r"\b(?:tahap|tahapan) (?:apa|mana|berapa)\b", "tahapan"),
        (r"\bsiapa\b.*\b(?:manfaat|manfaatnya|terbantu|dilayani|diuntungkan)\b|\bpenerima manfaat", "penerima manfaat"),
        (r"\bsiapa\b.*\b(?:terlibat|dilibatkan|membantu|bekerja ?sama|kerja ?sama|mitra)\b", "mitra"),
        (r"\b(?:bekerja ?sama|kerja ?sama|dibantu) (?:dengan|oleh) siapa", "mitra"),
        (
            rf"\bsiapa(?:kah)?\b.*\b{_FIRST}\b|\b(?:ide|gagasan)(?:nya)? (?:\w+ ){{0,3}}(?:dari|milik) siapa\b",
            "inisiator",
        ),
        (r"\b(?:mengapa|kenapa)\b", "masalah"),
        (r"\b(?:masalah|permasalahan|persoalan)(?:nya)?\b|\bmelatar ?belakangi\b", "masalah"),
        (r"\b(?:manfaat|dampak)(?:nya)?\b", "manfaat"),
        (
            r"\bbagaimana\b.*\b(?:kerja|kerjanya|bekerja|berjalan|dijalankan|dilaksanakan|pelaksanaannya)\b",
            "cara kerja",
        ),
        (r"\b(?:hasil|capaian)(?:nya)?\b|\bperubahan (?:apa|yang)\b", "hasil"),
        (r"\b(?:tujuan)(?:nya)?\b", "tujuan"),
        (r"\bapa yang (?:baru|membedakan|berbeda)|\bapa (?:beda|bedanya|kebaruan|keunggulan)", "kebaruan"),
        (r"\bapa (?:yang|saja yang) (?:dilakukan|dikerjakan)\b", "ringkasan"),
    )
)
#: `Apa inovasinya? Jelaskan singkat`.
_WHAT = re.compile(
    r"(?:apa|seperti apa|bagaimana) inovasi(?:nya)?(?: (?:ini|itu|anda))?(?: (?:jelaskan|uraikan|ceritakan|"
    r"tuliskan|secara|dengan|singkat|ringkas|saja))*"
)
#: Whom a form addresses: `Nama perangkat daerah Anda`.
_YOURS: Final = frozenset(["anda", "saudara"])
_LONGEST: Final = 200


def _rest(title: str) -> tuple[str, str]:
    plain = folded(title.partition("(")[0])
    return plain, _QUESTION.sub("", plain)


def asks_in_short(title: str) -> bool:
    """Whether a title asks for a few words on the innovation."""
    # `Jelaskan secara singkat inovasi tersebut, masalah apa yang diatasi ...`: what is asked first decides.
    first = re.split(r"[,:]", title, maxsplit=1)[0]
    begins = [first] if "inovasi" in folded(first) else []
    parts = [_rest(part) for part in (title, *title.split("?"), *begins)]
    asked = [set(rest.split()) for plain, rest in parts if rest != plain]
    short = any(words & _SAYS_SO and all(one in _IN_SHORT or one.isdecimal() for one in words) for words in asked)
    return short or _WHAT.fullmatch(folded(title)) is not None


def asks(title: str) -> bool:
    """Whether a title is a question, or addresses whom it asks: `Nama perangkat daerah Anda`."""
    plain, rest = _rest(title)
    return rest != plain or "?" in title or bool(_YOURS & set(plain.split()))


def sentence_title(title: str) -> str:
    """A known title for what a whole sentence asks for: `Siapa yang merasakan manfaatnya`; "" for any other."""
    plain, rest = _rest(title)
    if len(plain) > _LONGEST:
        return ""
    if _FUND.fullmatch(plain):
        return "sumber dana"
    asked = rest != plain or "?" in title or not _ASKS.isdisjoint(plain.split())
    return next((known for pattern, known in _SENTENCES if pattern.search(plain)), "") if asked else ""
