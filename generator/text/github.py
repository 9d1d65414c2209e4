"""Contributors' text inside GitHub's Markdown, where it must do nothing.

Job summaries, pull requests and comments are Markdown, and what stands in a proposal is a stranger's. So a value
stands in a code span and nowhere else: there no link, picture, markup, mention or reference to an issue is made.
"""

import re
from typing import Final

from generator.text import personal_data
from generator.text.printable import head, printable

CUT: Final = "… (dipotong)"
#: What could end a code span or a table's cell; and the signs by which people and issues are called (`@nama`,
#: `Closes #1`), so that nothing is called even by a reader that overlooks the span.
_LOOKALIKES: Final = str.maketrans({"`": "ˋ", "|": "¦", "@": "＠", "#": "＃"})
_SPACE = re.compile(r"\s+")


def one_line(text: str, limit: int) -> tuple[str, bool]:
    """`text` on one line of at most `limit` characters, and whether it was cut.

    Personal data is masked (reports are public), control and invisible characters stand by their number, the end of
    a line as `⏎`, of a paragraph as two.
    """
    given = text.strip()
    read = head(given, limit)
    seen = personal_data.mask(read).strip()
    whole = _SPACE.sub(lambda blank: " " + "⏎ " * min(2, blank.group().count("\n")), seen)
    return printable(whole[:limit], length=limit), len(whole) > limit or len(read) < len(given)


def code(text: str, limit: int = 200) -> str:
    """`text` as a code span of GitHub's Markdown that may stand in a sentence, a list or a table's cell."""
    line, cut = one_line(text, limit)
    return f"`{line.translate(_LOOKALIKES) or '(kosong)'}`{CUT if cut else ''}"


def plain(text: str, limit: int = 200) -> str:
    """`text` for a terminal."""
    line, cut = one_line(text, limit)
    return f"{line}{CUT if cut else ''}"
