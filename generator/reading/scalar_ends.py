"""Where the scalars of a YAML text end, beside where they begin: whoever writes one anew must know both."""

from contextlib import suppress

import yaml
from yaml.events import ScalarEvent

#: (line, column) from 1.
_Mark = tuple[int, int]


def scalar_ends(text: str) -> dict[_Mark, _Mark]:
    """Where each scalar begins -> where it ends (the first sign behind it); of a faulty text those before the fault."""
    found = {}
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
                begin, end = event.start_mark, event.end_mark
                found[begin.line + 1, begin.column + 1] = (end.line + 1, end.column + 1)
    return found
