"""What the sender of a hand-in is told: a text for mail or chat, with the number that both sides keep."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator import addresses
from generator.contributing.taking_in import HandInReturnedError, TakenIn
from generator.problems import Problem
from generator.settings import Settings
from generator.text import github

_MOST: Final = 20


def accepted(one: TakenIn, settings: Settings) -> str:
    """It was taken in and will be published."""
    page = settings.absolute(addresses.innovation(one.slug))
    lines = [
        f"Kiriman nomor {one.number} sudah diterima. Terima kasih.",
        "",
        "Isiannya lolos pemeriksaan dan terbit setelah disetujui peninjau" + (f", di {page}." if page else "."),
        *_mended(one),
        *_status(settings),
    ]
    return "\n".join(lines)


def refused(one: TakenIn, problems: Sequence[Problem]) -> str:
    """What has to be mended before it can be taken in. It is not on record, so no page shows its state."""
    named, unknown = (f" nomor {one.number}", ", sehingga nomor itu tidak tercatat") if one.receipt else ("", "")
    told = dict.fromkeys((github.plain(each.message, 300), github.plain(each.cure, 300)) for each in problems)
    lines = [
        f"Kiriman{named} sudah kami baca. Terima kasih.",
        "",
        f"Isiannya belum dapat diterbitkan{unknown}. Yang perlu diperbaiki:",
        *(f"- {message}. Caranya: {cure}." for message, cure in list(told)[:_MOST]),
    ]
    if (more := len(told) - _MOST) > 0:
        lines.append(f"- dan {more} lainnya")
    again = " Paket yang baru mendapat nomor baru." if one.receipt else ""
    lines += ["", f"Perbaiki di formulir, lalu kirim lagi.{again}"]
    return "\n".join(lines)


def returned(why: HandInReturnedError) -> str:
    """Why it could not even be read as an entry of the catalogue."""
    named = f" nomor {why.number}" if why.number else ""
    lines = [
        f"Kiriman{named} sudah kami buka. Terima kasih.",
        "",
        f"Kiriman itu belum dapat diterima: {github.plain(why.reason, 300)}.",
        "",
        "Periksa isiannya di formulir, lalu kirim lagi berkasnya sebagai lampiran.",
    ]
    return "\n".join(lines)


def asked_back(one: TakenIn, question: str, settings: Settings) -> str:
    """What the maintainer wants to know first."""
    lines = [f"Kiriman nomor {one.number} sudah kami baca. Terima kasih.", "", f"Yang kami tanyakan: {question}"]
    return "\n".join([*lines, *_status(settings)])


def declined(one: TakenIn, reason: str, settings: Settings) -> str:
    """Why it will not be taken in."""
    lines = [f"Kiriman nomor {one.number} tidak dapat diterima.", "", f"Alasannya: {reason}"]
    return "\n".join([*lines, *_status(settings)])


def _mended(one: TakenIn) -> Iterator[str]:
    if one.cures:
        yield from ("", "Yang kami rapikan, tanpa mengubah makna:")
        yield from (f"- {github.plain(cure)}" for cure in one.cures[:_MOST])


def _status(settings: Settings) -> Iterator[str]:
    if page := settings.absolute(addresses.STATUS):
        yield from ("", f"Keadaan kiriman ini dapat dilihat di {page}")
