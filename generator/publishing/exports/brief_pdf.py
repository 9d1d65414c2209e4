"""`/ringkasan/ringkasan.pdf`: the leadership brief, set by Typst: tagged, the same bytes from the same data.

Its face comes with Typst itself, so that no machine's own fonts have a say, and its date is the day it speaks for.
"""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any, Final

from generator import addresses, layout
from generator.compliance.wording import number
from generator.publishing.brief import CAUTION, Brief, brief
from generator.publishing.exports import Build, Files
from generator.settings import Settings

TEMPLATE: Final = "ringkasan.typ"
#: PDF/UA-1: tagged, with title and language, so that it can be read out.
_STANDARD: Final = "ua-1"
#: What the face cannot show; the standard refuses a text with a sign that is not there. The page shows all of them.
_UNSHOWN: Final = re.compile(
    r"[^ -~\u00a1-\u024f\u0300-\u036f\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20a0-\u20ba]"
)
_BOX: Final = "□"
_HEADS: Final = {
    "changed": "Yang berubah",
    "tasks": "Yang perlu ditindaklanjuti",
    "credits": "Penghargaan yang pernah diraih",
    "kinds": "Menurut jenis perangkat daerah",
    "years": "Inovasi menurut tahun",
    "missing": "Kesiapan untuk indeks nasional, sejauh tercatat",
    "spread": "Dipakai di dalam daerah",
}
_COLUMNS: Final = {
    "kinds": ("Jenis", "Memenuhi, dari yang dapat dinilai", "Seluruhnya"),
    "years": ("Tahun", "Tercatat"),
}
_NOTHING: Final = {
    "tasks": "Tidak ada tindak lanjut yang tercatat.",
    "credits": "Penghargaan belum tercatat di katalog.",
}


def files(build: Build) -> Files:
    """One file."""
    view = build.view
    made = brief(view, view.settings.absolute(addresses.BRIEF))
    text = json.dumps(_data(made, view.settings), ensure_ascii=False, sort_keys=True)
    shown = _UNSHOWN.sub(_BOX, text)
    yield addresses.BRIEF_PDF, typeset(build.root / layout.TEMPLATES / TEMPLATE, shown, view.edition.as_of)


def typeset(template: Path, text: str, day: dt.date) -> bytes:
    """The template filled with data (JSON), dated that day."""
    import typst  # noqa: PLC0415 - eighty megabytes that only a build of the site needs

    moment = int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())
    compiler = typst.Compiler(
        template, root=template.parent, font_paths=typst.Fonts(include_system_fonts=False), sys_inputs={"isi": text}
    )
    made = compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=moment)
    assert isinstance(made, bytes), "a single file was asked for"
    return made


def _data(made: Brief, settings: Settings) -> dict[str, Any]:
    """The brief as the template reads it."""
    return {
        "title": made.title,
        "author": settings.operator,
        "standing": made.standing,
        "duty": made.duty,
        "edition": made.edition,
        "figures": [{"value": figure.value, "words": figure.words} for figure in made.figures],
        "changed": made.changed,
        "tasks": [{"who": task.who, "what": task.what, "named": task.named} for task in made.tasks],
        "caution": CAUTION,
        "credits": [credit.line for credit in made.credits],
        "kinds": [(row.label, f"{number(row.met)} dari {number(row.due)}", number(row.all)) for row in made.kinds],
        "unjudged": made.unjudged,
        "years": made.years,
        "undated": made.undated,
        "missing": made.missing,
        "spread": made.spread,
        "heads": _HEADS,
        "columns": _COLUMNS,
        "nothing": _NOTHING,
        "footer": " · ".join(part for part in (made.chat[-1], settings.operator, settings.helpline.words) if part),
    }
