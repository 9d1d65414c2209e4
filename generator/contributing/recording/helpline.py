"""Acts about what stands in `mkdocs.yml`: how readers reach the maintainers, who reviews, whether it is official."""

import re
from collections.abc import Callable
from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    EMPTY,
    SOURCE,
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    address,
    day_question,
    line,
    told_day,
    yes,
)
from generator.contributing.recording.agencies import account, mail, phone
from generator.contributing.recording.register_text import RegisterText
from generator.layout import SETTINGS

_PLUGIN: Final = "katalog"
_KEYS: Final = {"office": "kantor", "hours": "jam", "mail": "surel", "whatsapp": "whatsapp"}
#: What stands beside the contact.
_BESIDE: Final = {"report": "lapor", "maintainer": "pemelihara", "target": "target_peninjauan"}
_ORDER: Final = (*_KEYS.values(), "layanan")
_OFFICIAL: Final = "resmi"


def _reachable(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file = RegisterText(SETTINGS, desk.texts[SETTINGS])
    ours = _ours(file.data)
    given: dict[str, Any] = {key: answers[option] for option, key in _KEYS.items() if answers.get(option)}
    beside = {key: answers[option] for option, key in _BESIDE.items() if answers.get(option)}
    if not given and not beside:
        raise AnswerError("belum ada yang ditulis; isi kantor, jam, surel, WhatsApp, formulir, pemelihara, atau target")
    if number := given.get("whatsapp"):
        if number != EMPTY and not answers.get("service"):
            raise AnswerError("nomor WhatsApp hanya boleh nomor layanan, bukan nomor orang; bila benar: --service ya")
        given["layanan"] = number != EMPTY
    if given and ours.get("kontak") is None:
        file.put(ours, "kontak", {}, (*ours, "kontak"))
    for key, value in given.items():
        file.put(ours["kontak"], key, "" if value == EMPTY else value, _ORDER)
    for key, value in beside.items():
        file.put(ours, key, "" if value == EMPTY else value, (*ours, key))
    if (text := file.text()) == desk.texts[SETTINGS]:
        raise AnswerError("kontak pengelola sudah tercatat begitu; tidak ada yang dicatat")
    return FileChanges({SETTINGS: text}, "Catat kontak pengelola")


def _ours(data: Any) -> Any:
    """What stands below our plugin. Raises AnswerError where it cannot be written there."""
    plugins = data.get("plugins")
    listed = plugins if isinstance(plugins, list) else [plugins]
    found = next((one[_PLUGIN] for one in listed if isinstance(one, dict) and one.get(_PLUGIN)), None)
    if found is None:
        raise AnswerError(f"{SETTINGS}: bagian {_PLUGIN} di bawah plugins belum ada isinya; tulis dahulu")
    return found


def _part(option: str, asked: str, read: Callable[[str], str]) -> RecordQuestion:
    """A part that stays where nothing is answered, and can be emptied."""

    def part(_desk: RecordDesk, answer: str, _answers: RecordAnswers) -> str:
        return EMPTY if answer.casefold() == EMPTY else read(answer)

    return RecordQuestion(option, f'{asked} (kosongkan bila tetap; "{EMPTY}" menghapusnya)', part, optional=True)


HELPLINE: Final = Act(
    "helpline",
    "Catat cara menghubungi pengelola (kantor, jam, surel, WhatsApp, formulir laporan), pemelihara, dan targetnya.",
    (
        _part("office", "Kantor pengelola", lambda answer: line(answer, 200, 2)),
        _part("hours", "Jam layanan", lambda answer: line(answer, 150, 2)),
        _part("mail", "Surel kantor", mail),
        _part("whatsapp", "WhatsApp layanan", phone),
        RecordQuestion(
            "service", "Nomor itu milik layanan, bukan milik orang (ya atau tidak)", yes,
            default=lambda _d, _a: "tidak", wanted=lambda answers: answers.get("whatsapp", EMPTY) != EMPTY,
        ),
        _part("report", "Alamat formulir laporan", address),
        _part("maintainer", "Akun atau tim yang menyetujui semua berkas, misalnya @nama-organisasi/nama-tim", account),
        _part("target", "Target peninjauan kiriman, misalnya 5 hari kerja", lambda answer: line(answer, 60, 2)),
    ),
    _reachable,
)  # fmt: skip


_SINCE: Final = "terbit_sejak"
_HASH: Final = re.compile(r"[0-9a-f]{40}\Z")


def _commit_number(_desk: RecordDesk, answer: str, _answers: RecordAnswers) -> str:
    """The full number of a commit, or `EMPTY`. Raises AnswerError."""
    found = answer.strip().casefold()
    if found != EMPTY and not _HASH.match(found):
        raise AnswerError(f'"{line(answer, 80)}" bukan nomor komit; tulis 40 karakter dari git rev-parse origin/main')
    return found


def _published(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """From which commit on no address may go lost. Raises AnswerError."""
    file = RegisterText(SETTINGS, desk.texts[SETTINGS])
    ours, since = _ours(file.data), "" if answers["since"] == EMPTY else answers["since"]
    if (ours.get(_SINCE) or "") == since:
        raise AnswerError("nomor komit itu sudah tercatat; tidak ada yang dicatat")
    file.put(ours, _SINCE, since, (*ours, _SINCE))
    return FileChanges({SETTINGS: file.text()}, f"Catat komit yang pertama terbit: {since or EMPTY}")


PUBLICATION: Final = Act(
    "publication",
    "Catat komit yang pertama terbit; sejak itu setiap alamat harus tetap menjawab.",
    (
        RecordQuestion(
            "since", f'Nomor komitnya, 40 karakter dari git rev-parse origin/main, atau "{EMPTY}"', _commit_number
        ),
    ),
    _published,
)


def _adopted(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    """Whether the government has made the catalogue its own; by what, is told in the history. Raises AnswerError."""
    file, adopted = RegisterText(SETTINGS, desk.texts[SETTINGS]), answers["adopted"]
    ours = _ours(file.data)
    standing = "situs resmi" if adopted else "bukan situs resmi"
    if (ours.get(_OFFICIAL) is True) == adopted:
        raise AnswerError(f"katalog ini sudah tercatat sebagai {standing}; tidak ada yang dicatat")
    file.put(ours, _OFFICIAL, adopted, (*ours, _OFFICIAL))
    source = f"{answers['source']}, {told_day(answers['date'])}"
    return FileChanges({SETTINGS: file.text()}, f"Catat katalog sebagai {standing} ({source})")


OFFICIAL: Final = Act(
    "official",
    "Catat bahwa pemerintah menetapkan katalog ini sebagai situs resminya, atau tidak lagi.",
    (
        RecordQuestion("adopted", "Ditetapkan sebagai situs resmi (ya atau tidak)", yes),
        SOURCE,
        day_question("date", "Tanggal penetapannya"),
    ),
    _adopted,
)
