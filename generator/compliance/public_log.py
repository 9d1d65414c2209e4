"""The public log: every correction of a closed year and every reply of an agency, with what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.compliance.index import YearIndex
from generator.compliance.replies import replies_by
from generator.dates import PartialDate
from generator.schema.registry import Agency, Reply


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One correction or reply; `agency` is None of a correction of the rules. A correction has no `reply`."""

    kind: Literal["koreksi", "tanggapan"]
    year: int
    date: PartialDate
    agency: Agency | None
    text: str
    reply: Reply | None = None


def public_log(indexes: Mapping[int, YearIndex], agencies: Mapping[str, Agency]) -> tuple[LogEntry, ...]:
    """The newest first; what was dated later than the index's day is not there yet."""
    found = [e for index in indexes.values() for e in (*_corrections(index, agencies), *_replies(index, agencies))]
    return tuple(sorted(found, key=lambda entry: (entry.date.last, entry.year), reverse=True))


def _corrections(index: YearIndex, agencies: Mapping[str, Agency]) -> Iterator[LogEntry]:
    """Those that changed something; where the record was let stand (`hitungan_diketahui`) nothing was."""
    for one in index.result.corrections if index.result else ():
        if (one.status or one.rules) and one.date.first <= index.as_of:
            yield LogEntry("koreksi", index.year, one.date, agencies.get(one.agency or ""), one.reason)


def _replies(index: YearIndex, agencies: Mapping[str, Agency]) -> Iterator[LogEntry]:
    for reply in replies_by(index.obligation, index.as_of):
        yield LogEntry("tanggapan", index.year, reply.date, agencies[reply.agency], reply.text, reply)
