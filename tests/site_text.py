"""The text of a generated page as a reader has it: no marks, single blanks."""

import html
import re


def words(page: str) -> str:
    """What is said between the marks of a page."""
    body = re.sub(r"(?s)\A---\n.*?\n---\n", "", page)
    spaced = re.sub(r"</(?:dt|th|td|h\d|li|p|caption)>|<br>", " ", body)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", spaced))).strip()
