"""That an innovation has stopped, as offices say it in place of a stage: `Berhenti th 2024, harga jatuh`."""

import re
from dataclasses import dataclass
from typing import Final

from generator.contributing.answers.written_dates import WrittenDate, read_date
from generator.schema.fields import one_line

_STOPPED = re.compile(
    r"(?:sudah |telah )?(?:berhenti|dihentikan|stop|distop|vakum|"
    r"tidak (?:lagi )?(?:lanjut|dilanjutkan|berlanjut|berjalan|aktif)(?: lagi)?)\b(.*)",
    re.IGNORECASE,
)
#: Between the date and the reason.
_BETWEEN = re.compile(r"[,;:()]|\b(?:karena|krn|sebab|akibat)\b", re.IGNORECASE)
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Stopped:
    """When and why something stopped, "" for what is not said."""

    date: str
    reason: str


def stopped(text: str) -> Stopped | None:
    """What a text says of the end of an innovation, None if it does not say that it has stopped."""
    match = _STOPPED.fullmatch(one_line(text)) if len(text) <= _LONGEST else None
    if not match:
        return None
    date, reason = "", []
    for part in (part.strip(" .-") for part in _BETWEEN.split(match[1])):
        found = read_date(part) if part and not date else None
        if isinstance(found, WrittenDate):
            date = found.date
        elif part:
            reason.append(part)
    return Stopped(date, ", ".join(reason))
