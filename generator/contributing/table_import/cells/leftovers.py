"""Texts in a cell that are no value of it: instructions left over, marks that point elsewhere, notes beside a name."""

import re
from typing import Final

from generator.contributing.answers.outcome import Unusable
from generator.contributing.table_import.cells.above import is_ditto
from generator.contributing.table_import.words.columns import NAME, SUMMARY, RecapColumn
from generator.schema.fields import one_line
from generator.text.spelling import folded

#: `(diisi uraian minimal 300 kata)`, `(pilih salah satu)`, `- pilih -`.
_INSTRUCTION = re.compile(
    r"\((?:di ?isi|isi(?:kan|lah)?|pilih(?:lah)?|tulis(?:kan|lah)?|sebutkan|uraikan|jelaskan|ketik)\b[^()]{0,200}\)\.?"
    r"|[-–\s]*pilih(?: salah satu)?[-–\s]*",
    re.IGNORECASE,
)
#: `lihat rancang bangun`, `cek kolom F`, `terlampir`: what is meant stands elsewhere. A sentence that only begins with
#: such a word (`Cek tekanan darah di dermaga.`) names no place where a text may stand.
_PAGES = r"(?:lampiran|proposal|file|folder|drive|link|tautan|kolom|lembar|sheet|baris)"
_PLACES = (
    rf"(?:{_PAGES}|dokumen|berkas|data|bagian|nomor|no|poin|butir|halaman|atas|bawah|diatas|dibawah|samping|sebelah|"
    r"rancang bangun|profil|pedoman|juknis|tabel|gambar|foto|catatan|keterangan|isian|tujuan|manfaat|uraian|deskripsi|"
    r"ringkasan|judul|nama|terlampir|website|web|email|surat|formulir|form|yang|tahun|inovasi|[0-9]{1,3}|[a-z])"
)
_IN = r"(?: (?:pada|di|dalam|dari|saja|dulu))*"
_POINTS = re.compile(
    rf"\s*\(?(?:(?:lihat|sesuai|sebagaimana|seperti){_IN} {_PLACES}\b[\w ]{{0,40}}|"
    rf"(?:cek|periksa|buka)(?:{_IN} {_PAGES}\b[\w ]{{0,40}}|(?:{_IN} {_PLACES}\b){{1,4}})|"
    r"(?:data |dokumen |file )?terlampir(?:[,;] [\w ]{1,40})?)\)?\.?\s*",
    re.IGNORECASE,
)
#: Why a text is not taken that points elsewhere: who answers with the same words says that they are meant.
ELSEWHERE: Final = "menunjuk isian lain, dan tidak pasti yang mana"
_NO_DATA = re.compile(r"n[/.]a\.?", re.IGNORECASE)
#: Behind a name: the sign of a note below the table.
_FOOTNOTE = re.compile(r"(?<![\s*])\s*\*+\)?\s*\Z")
#: Behind a name, in brackets: what the office notes of it.
_NOTED = re.compile(
    r"(?<!\s)\s*\((?:lanjut(?:an)?|lama|baru|draf|draft|revisi|rev|usulan|rencana|perubahan|ganti nama)\b[^()]*\)\s*\Z",
    re.IGNORECASE,
)
#: Behind a name: whoever wrote it is not sure of it.
_DOUBTED = re.compile(r"\s*(?:\?{2,}(?:\s*\([^()?]{0,60}\))?|\(\s*\?+\s*\)|(?<=\s)\?)\s*\Z")
#: Signs in the place of a name, and in brackets who knows it: `???? (tanya Bu Kabid)`.
_SIGNS_ONLY = re.compile(
    r"[\s?._…-]+(?:\([^()]{0,60}\)[\s?.]*)?|\((?:tanya(?:kan)?|konfirmasi|cek)\b[^()]{0,60}\)", re.IGNORECASE
)
#: Two names in one cell, each with a number.
_COUNTED = re.compile(r"(?:\A|\n)[^\S\n]*(?:\([0-9]\)|[0-9][.)])\s+(?=\S)")
_MANY: Final = 2
_LONGEST_NAME: Final = 60
#: What stands in the place of a name that there is not yet, or that is only said elsewhere.
_OF_NAME = r"(?: ?(?:nama|judul|inovasi|namanya|judulnya|inovasinya|program|kegiatan))"
_WAITS = r"(?:masih |akan )*(?:belum|blm|menyusul|disusulkan|dalam proses|dikonfirmasi)"
_THERE = r"(?: (?:ada|ditentukan|ditetapkan|diputuskan|diisi|dinamai|diberi|final|bernama|tersedia|pasti))*"
_WHERE = r"(?: (?:dengan|dgn|di|pada|no|nomor|nomer|baris|atas|diatas|yang|tersebut|[0-9]{1,3}))"
_NO_NAME = re.compile(
    rf"(?:{_OF_NAME} ?){{0,2}}{_WAITS}{_THERE}{_OF_NAME}{{0,3}}|(?:tanpa|tidak ada|kosong){_OF_NAME}{{0,2}}|"
    rf"tba|tbd|n a|xx+|inovasi baru|(?:idem|sda|s d a|ditto){_WHERE}*|(?:sama|lihat){_WHERE}+"
)
#: That the name is still to come, beside what kind of innovation it is: `(inovasi gizi, nama menyusul)`.
_NAME_TO_COME = re.compile(rf"\b(?:nama|judul)(?:nya)?(?: (?:dan|serta) [a-z]{{1,20}})? {_WAITS}{_THERE}\Z")
#: What stands in the place of a summary: `(deskripsi menyusul dari sekolah)`, `akan dilengkapi`.
_OF_TEXT = (
    r"(?:(?:deskripsi|uraian|ringkasan|penjelasan|keterangan|isian|data|singkat|inovasi|nama|judul|alasan)(?:nya)? ?)"
)
_TO_COME = (
    r"(?:masih |akan |segera |sedang |dalam )*"
    r"(?:belum|blm|menyusul|disusun|penyusunan|disiapkan|disusulkan|dilengkapi|menunggu|ditunggu|nanti|kosong)"
)
_NO_TEXT = re.compile(
    rf"{_OF_TEXT}{{0,4}}{_TO_COME}(?: (?:ada|diisi|dikirim|tersedia|dibuat|lengkap|dilengkapi|menyusul|masuk))*"
    rf"(?: {_OF_TEXT}{{1,3}})?(?: ?(?:dari|oleh|kiriman|konfirmasi|pada)(?: \w+){{1,5}})?|"
    rf"(?:tidak|tdk|tak|tanpa|belum|blm)(?: ada)? {_OF_TEXT}{{1,3}}|"
    rf"(?:{_OF_TEXT}{{1,3}})?(?:tidak|tdk|tak|belum|blm) (?:ada|di ?ketahui|tahu|jelas|tercatat|dicatat)|bukan inovasi"
)
#: What is answered by who has no answer.
_NO_ANSWER = re.compile(
    r"(?:ya|tidak|tdk|belum|blm|ok|oke|ada|sama|lupa|skip|lewati)(?: saja)?|(?:tidak|tdk) ingat|nanti(?: saja| dulu)?|"
    r"x+|[0-9 ]+"
)


#: What is longer is no name, which `check` says.
_LONGEST_LOOK: Final = 1_000


def not_meant(text: str, column: RecapColumn) -> Unusable | None:
    """Why a cell's text is not what the column is for, or None if nothing speaks against it."""
    if _INSTRUCTION.fullmatch(text.strip()):
        return Unusable("petunjuk pengisian, bukan isi", "ganti dengan isinya")
    if column.path == SUMMARY and _POINTS.fullmatch(text):
        return Unusable(ELSEWHERE, "tulis isinya")
    if column.shape.kind in ("baris", "prosa") and is_ditto(text):
        return Unusable("menunjuk isian di atasnya, dan tidak pasti yang mana", "tulis isinya")
    if column.path == SUMMARY and (is_no_name(text) or is_no_text(text)):
        return Unusable("belum diisi", "tulis ringkasannya")
    if column.shape.kind not in ("tanggal", "hari") and _NO_DATA.fullmatch(text.strip()):
        return Unusable("dibaca sebagai tidak ada isinya", "isi bila ada")
    return _unsure_name(text) if column.path == NAME and len(text) <= _LONGEST_LOOK else None


def _unsure_name(text: str) -> Unusable | None:
    names = [one_line(part) for part in _COUNTED.split(text) if part.strip()]
    if len(names) >= _MANY and len(_COUNTED.findall(text)) == len(names):
        cure = "tulis setiap inovasi pada barisnya sendiri"
        return Unusable("dua nama atau lebih dalam satu sel", cure, tuple(names))
    if doubted := _DOUBTED.search(text):
        bare = one_line(text[: doubted.start()])
        return Unusable("namanya diragukan penulisnya sendiri", "tulis nama yang pasti", (bare,))
    if noted := _NOTED.search(text):
        bare = one_line(text[: noted.start()])
        reason = "keterangan dalam kurung mungkin bukan bagian nama"
        return Unusable(reason, "tulis namanya saja", (bare, one_line(text))) if bare else None
    return None


def is_elsewhere(text: str) -> bool:
    """Whether a text is none, but says where one stands or that it is to come: `(terlampir, proposal menyusul)`."""
    return _POINTS.fullmatch(text) is not None or is_no_text(text)


def without_footnote(text: str) -> str:
    """A name without the sign of a note (`*)`) behind it."""
    return _FOOTNOTE.sub("", text)


def is_no_text(text: str) -> bool:
    """Whether a text only stands in the place of one: `menyusul`, `tidak diketahui`."""
    words = folded(text)
    return len(words) <= _LONGEST_NAME and _NO_TEXT.fullmatch(words) is not None


def is_no_answer(text: str) -> bool:
    """Whether an answer to a question for a text gives none: `tidak diketahui`, `-`, `lewati`."""
    words = folded(text)
    return is_no_name(text) or is_no_text(text) or _NO_ANSWER.fullmatch(words[:_LONGEST_NAME]) is not None


def is_no_name(text: str) -> bool:
    """Whether a text only stands in the place of a name: `(belum ada judul)`, `idem no. 7`, `?? (tanya Kabid)`."""
    words = folded(text)
    only = not words or _SIGNS_ONLY.fullmatch(text.strip()) is not None
    none = _NO_NAME.fullmatch(words) or _NAME_TO_COME.search(words)
    return only or (len(words) <= _LONGEST_NAME and none is not None)
