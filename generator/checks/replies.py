"""What agencies reply to their verdict: a review ends after the reply came, and says how."""

from collections.abc import Iterator
from typing import Final

from generator import layout
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.schema.registry import Reply

#: The states in which a review is over.
SETTLED: Final = ("tetap", "diubah")


def check(subject: Subject) -> Iterator[Problem]:
    """A review that ends before it begins or in the future, a result without its day, a day without its result."""
    obligations = subject.catalogue.registry.obligations if subject.catalogue else {}
    for year, obligation in obligations.items():
        file = layout.obligation_path(year)
        for number, reply in enumerate(obligation.replies):
            if (reply.state in SETTLED) != (reply.done is not None):
                yield problem("R084", subject.place(file, "tanggapan", number), field="tanggapan", nilai=reply.agency)
            for why in _untimely(reply, subject):
                place = subject.place(file, "tanggapan", number, "selesai")
                yield problem("R083", place, field="selesai", nilai=reply.done, sebab=why)


def _untimely(reply: Reply, subject: Subject) -> Iterator[str]:
    if reply.done and reply.done.surely_before(reply.date):
        yield f"mendahului tanggal tanggapannya ({spoken(reply.date)})"
    elif reply.done and reply.done.first > subject.today:
        yield f"belum terjadi (hari ini {spoken(subject.today)})"
