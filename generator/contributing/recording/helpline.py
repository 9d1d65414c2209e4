"""The act about the maintainers themselves: how readers reach them, as `mkdocs.yml` has it."""

from typing import Any, Final

from generator.contributing.new_entry import AnswerError
from generator.contributing.recording.act import (
    Act,
    FileChanges,
    RecordAnswers,
    RecordDesk,
    RecordQuestion,
    address,
    line,
    yes,
)
from generator.contributing.recording.agencies import mail, phone
from generator.contributing.recording.register_text import RegisterText
from generator.layout import SETTINGS

_PLUGIN: Final = "katalog"
_KEYS: Final = {"office": "kantor", "hours": "jam", "mail": "surel", "whatsapp": "whatsapp"}
_ORDER: Final = (*_KEYS.values(), "layanan")


def _reachable(desk: RecordDesk, answers: RecordAnswers) -> FileChanges:
    file = RegisterText(SETTINGS, desk.texts[SETTINGS])
    ours = _ours(file.data)
    given: dict[str, Any] = {key: answers[option] for option, key in _KEYS.items() if answers.get(option)}
    if not given and not answers.get("report"):
        raise AnswerError("belum ada yang ditulis; isi kantor, jam, surel, WhatsApp, atau formulir laporan")
    if "whatsapp" in given:
        if not answers.get("service"):
            raise AnswerError("nomor WhatsApp hanya boleh nomor layanan, bukan nomor orang")
        given["layanan"] = True
    known = ours.get("kontak")
    if known is None:
        file.put(ours, "kontak", {}, tuple(ours))
        known = ours["kontak"]
    for key, value in given.items():
        file.put(known, key, value, _ORDER)
    if answers.get("report"):
        file.put(ours, "lapor", answers["report"], (*ours, "lapor"))
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


HELPLINE: Final = Act(
    "helpline",
    "Catat cara menghubungi pengelola katalog: kantor, jam, surel, WhatsApp layanan, formulir laporan.",
    (
        RecordQuestion(
            "office", "Kantor pengelola (kosongkan bila tetap)", lambda _d, a, _: line(a, 200, 2), optional=True
        ),
        RecordQuestion("hours", "Jam layanan (kosongkan bila tetap)", lambda _d, a, _: line(a, 150, 2), optional=True),
        RecordQuestion("mail", "Surel kantor (kosongkan bila tetap)", lambda _d, a, _: mail(a), optional=True),
        RecordQuestion(
            "whatsapp", "WhatsApp layanan (kosongkan bila tetap)", lambda _d, a, _: phone(a), optional=True
        ),
        RecordQuestion(
            "service", "Nomor itu milik layanan, bukan milik orang (ya atau tidak)", yes,
            default=lambda _d, _a: "tidak", wanted=lambda answers: bool(answers.get("whatsapp")),
        ),
        RecordQuestion(
            "report", "Alamat formulir laporan, bila ada", lambda _d, a, _: address(a), optional=True
        ),
    ),
    _reachable,
)  # fmt: skip
