"""Where the scalars of a YAML text end, beside where they begin: whoever writes one anew must know both."""

import yaml
from yaml.events import ScalarEvent

#: (line, column) from 1.
_Mark = tuple[int, int]


def scalar_ends(text: str) -> dict[_Mark, _Mark]:
    """Where each scalar begins -> where it ends (the first sign behind it). `text` has been read without a fault."""
    return {
        (event.start_mark.line + 1, event.start_mark.column + 1): (event.end_mark.line + 1, event.end_mark.column + 1)
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark
    }
