"""What agencies reply to their verdict, as it stands on a day."""

import datetime as dt

from generator.schema.registry import ObligationFile, Reply


def replies_by(obligation: ObligationFile, as_of: dt.date, agency: str = "") -> tuple[Reply, ...]:
    """The replies (of one agency, "" for all) that had come by a day; what was settled later is not settled yet."""
    there = [r for r in obligation.replies if agency in ("", r.agency) and r.date.first <= as_of]
    received = {"state": "diterima", "done": None}
    return tuple(r.model_copy(update=received) if r.done and r.done.first > as_of else r for r in there)
