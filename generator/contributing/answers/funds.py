"""A sum, whose money it is and of which year, as offices write them in one cell: `APBD Rp 7,5 jt tahun 2025`."""

import re
from dataclasses import dataclass
from typing import Final

from generator.contributing.answers.amounts import amounts_meant, in_figures, read_amount
from generator.schema.fields import one_line

_NAMES: Final = (
    r"(?:apb[dn](?:-?p)?|apbdes|dau|dak(?: (?:(?:non )?fisik|nf))?|dbh|dana desa|dd|add|pades|blud|bok|bos|bop|csr|"
    r"hibah|swadaya)"
)
#: Behind the name of a fund, what belongs to it: `APBD Kab.`, `APBD Perubahan`.
_OWN = r"(?: (?:kab\.?|kabupaten|prov\.?|provinsi|perubahan|murni|p))?"
#: What stands before a year of money.
YEAR_MARK: Final = r"(?:tahun anggaran|tahun|thn|th|t\.?a)\.?"
_YEAR = r"((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_FUND = re.compile(rf"(?<![^\W_]){_NAMES}(?:/(?:dd|add|dana desa))?(?![^\W_])", re.IGNORECASE)
#: In brackets more words may belong to a fund: `(Hibah PT Anu 2024)`.
_IN_BRACKETS = re.compile(
    rf"\s?\(({_NAMES}(?![^\W_])[a-z .-]{{0,30}}?)(?:[ ,]{{1,2}}(?:{YEAR_MARK} ?)?{_YEAR})?\)", re.IGNORECASE
)
#: In brackets behind a sum a fund may have any name (`(komite, 2024)`), but none of what else is said of sums.
_NAMED = re.compile(
    rf"\s?\((?!(?:per|tiap|setiap|untuk|ribu|juta|dalam|tanpa|tidak|belum|sudah|termasuk|di|kurang|lebih|sekitar|kira|"
    rf"perkiraan|estimasi|usulan|rencana|target|pagu|realisasi|total|jumlah|{YEAR_MARK}|[a-z ]{{0,60}} ?"
    rf"(?:rupiah|kegiatan|paket|unit|orang|kali|bulan|tahap))(?![^\W_]))"
    rf"([a-z][a-z .&/-]{{2,40}}?)(?:[ ,]{{1,2}}(?:{YEAR_MARK} ?)?{_YEAR})?\)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![^\W_])({_NAMES}{_OWN})(?![^\W_])(?:[ ,]{{1,2}}(?:{YEAR_MARK} ?)?{_YEAR})?", re.IGNORECASE)
#: A year that says what it is, by a word or by its brackets.
_DATED = re.compile(rf"[ ,]{{0,2}}\((?:{YEAR_MARK} ?)?{_YEAR}\)|(?<![^\W_]){YEAR_MARK} ?{_YEAR}", re.IGNORECASE)
#: Between a sum and its fund.
_LINKS = re.compile(
    r"(?<![^\W_])(?:(?:ber)?sumber(?: dana)?|berasal|dari|dr|melalui|sebesar|senilai)(?![^\W_])|"
    r"\([a-z ]{4,100} rupiah\)|[:=()]",
    re.IGNORECASE,
)
#: A fund by itself, of which nothing says that it is not there, nor how much: `Swadaya`, `(APBD Kab. 2024)`.
_ALONE = re.compile(
    rf"\(?(?=[a-z])(?![a-z .&-]{{0,60}}(?<![a-z])(?:belum|blm|tidak|tdk|tanpa|bukan|non|nihil|usul\w*|rencana|menunggu|"
    rf"ratus|ribu|juta|miliar|milyar|rupiah)(?![a-z]))"
    rf"{_NAMES}(?![^\W_])[a-z .&-]{{0,40}}(?:,? ?\(?(?:{YEAR_MARK} ?)?{_YEAR}\)?)?\)?",
    re.IGNORECASE,
)
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Funded:
    """A sum as it is written, its fund and its year, "" where the text says none."""

    amount: str
    fund: str = ""
    year: str = ""


def funded(text: str) -> Funded:
    """The sum of a text with whatever stands around it; the whole text where more is said than that."""
    plain = in_figures(" ".join(text.split()))
    if len(plain) > _LONGEST:
        return Funded(plain)
    fund = _IN_BRACKETS.search(plain) or _BARE.search(plain) or _NAMED.search(plain)
    rest = f"{plain[: fund.start()]} {plain[fund.end() :]}" if fund else plain
    dated = None if fund and fund[2] else _DATED.search(rest)
    year = (dated[1] or dated[2]) if dated else fund[2] or "" if fund else ""
    rest = f"{rest[: dated.start()]} {rest[dated.end() :]}" if dated else rest
    if not fund:
        return Funded(in_figures(rest).strip(" ,"), "", year) if dated else Funded(plain)
    bare = " ".join(in_figures(_LINKS.sub(" ", rest)).split()).strip(" ,;/")
    said = read_amount(bare) is not None or amounts_meant(bare)
    return Funded(bare, fund[1].strip(" .-"), year) if said else Funded(plain)


def fund_in(title: str) -> str:
    """The fund that a title names: `Biaya (Rp) APBDes/DD`; "" if it names none."""
    match = _FUND.search(title)
    return match.group() if match else ""


def is_fund(text: str) -> bool:
    """Whether a text names a fund and says no sum: `Swadaya masyarakat`."""
    plain = one_line(text).strip(" .,;")
    return len(plain) <= _LONGEST and _ALONE.fullmatch(plain) is not None


def fund_first(text: str) -> bool:
    """Whether a text begins with the name of a fund: `APBD Kabupaten`."""
    return _FUND.match(text.strip(" (")) is not None
