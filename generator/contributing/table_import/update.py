"""A row of an innovation that is known -> what it would change in the entry. Nothing unseen, nothing taken away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from generator.catalogue.catalogue import REPORTED
from generator.contributing.entry_text import entry_text
from generator.contributing.table_import.columns import EVENTS_KEY
from generator.contributing.table_import.reading import Reading
from generator.reading.document import read as read_yaml
from generator.schema.entry import Entry, entry_fields
from generator.schema.shape import shapes

_SUGGESTED: Final = "usulan_penyusun"
#: Kinds of event that may come again.
_AGAIN: Final = ("pengembangan", REPORTED)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a row would change: the key, what the entry has there and what the table says, as texts ("" for nothing)."""

    key: str
    before: str
    after: str

    def __str__(self) -> str:
        """As an Indonesian phrase."""
        return f"{entry_fields()[self.key]}: {f'{self.before} menjadi ' if self.before else 'ditambah '}{self.after}"


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain data, without what is empty."""
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def merged(read: Reading, entry: Entry) -> tuple[dict[str, Any], list[FieldChange]]:
    """The entry's data with what the row knows, and each difference. A row that is no entry yet changes nothing."""
    old = as_data(entry)
    try:
        new = as_data(Entry.model_validate({**old, **_stated(read)}))
    except ValidationError:
        return old, []
    changes: list[FieldChange] = []
    for key in _stated(read):
        if key in new:
            old[key] = _joined(key, old.get(key), new[key], changes)
    return old, changes


def _stated(read: Reading) -> Mapping[str, Any]:
    """What the table says itself: a summary that was made of something else is not among it."""
    made = {*read.made, *([_SUGGESTED] if read.made else [])}
    return {key: value for key, value in read.data.items() if key not in made}


def _joined(key: str, old: Any, new: Any, changes: list[FieldChange]) -> Any:
    if old is None:
        changes.append(FieldChange(key, "", _shown(new)))
        return new
    if key == EVENTS_KEY:
        return _events(old, new, changes)
    if isinstance(old, list):
        more = [item for item in new if not any(_holds(item, one) for one in old)]
        if more:
            changes.append(FieldChange(key, "", _shown(more)))
        return [*old, *more]
    if isinstance(old, dict):
        return {**old, **{inner: _joined(key, old.get(inner), value, changes) for inner, value in new.items()}}
    if _plain(old) != _plain(new):
        changes.append(FieldChange(key, _shown(old), _shown(new)))
        return new
    return old


def _holds(item: Any, other: Any) -> bool:
    """Whether an item of a list says nothing that another does not."""
    if isinstance(item, dict) and isinstance(other, dict):
        return all(_plain(other.get(key)) == _plain(value) for key, value in item.items())
    return bool(_plain(item) == _plain(other))


def _plain(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _events(old: list[dict[str, Any]], new: Sequence[Mapping[str, Any]], changes: list[FieldChange]) -> list[Any]:
    """Events that are new are added in the order of time; another date of one that comes once is a difference."""
    events = [dict(event) for event in old]
    for event in new:
        same = [one for one in events if one["peristiwa"] == event["peristiwa"]]
        if known := next((one for one in same if one["tanggal"] == event["tanggal"]), None):
            if not _holds(event, known):  # the form has what is said beside the date too
                changes.append(FieldChange(EVENTS_KEY, _shown(known), _shown(event)))
                known.update(event)
            continue
        if same and event["peristiwa"] not in _AGAIN and len(same) == 1:
            changes.append(FieldChange(EVENTS_KEY, _shown(same[0]), _shown(event)))
            same[0].update(event)
        else:
            changes.append(FieldChange(EVENTS_KEY, "", _shown(event)))
            events.append(dict(event))
    return sorted(events, key=lambda one: str(one["tanggal"])) if len(events) > len(old) else events


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(_shown, value))
    if isinstance(value, Mapping):
        return " ".join(map(_shown, value.values()))
    return f'"{value}"' if isinstance(value, str) and " " in value else str(value)


def spliced(text: str, data: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The file with only the given top keys written anew, comments and order of the others kept as they are."""
    document, _ = read_yaml(text.encode(), "")
    if document is None:
        return entry_text(data)
    lines = text.split("\n")
    starts = {str(path[0]): spot.key[0] - 1 for path, spot in document.spots.items() if len(path) == 1}
    order = [shape.key for shape in shapes()]
    places = {key: (starts.get(key, _place(key, order, starts, lines)), order.index(key)) for key in keys}
    for key in sorted(
        places, key=lambda one: places[one], reverse=True
    ):  # from the end up: what is above keeps its lines
        block = entry_text({key: data[key]}).rstrip("\n").split("\n")[1:]
        if key in starts:
            lines[starts[key] : _end(starts[key], lines)] = block
        else:
            lines[places[key][0] : places[key][0]] = block
    return "\n".join(lines)


def _end(start: int, lines: Sequence[str]) -> int:
    """The line after a key's own lines: the next that is neither indented nor an item nor empty."""
    inside = (n for n in range(start + 1, len(lines)) if lines[n][:1] not in (" ", "-", "\t", ""))
    end = next(inside, len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _place(key: str, order: Sequence[str], starts: Mapping[str, int], lines: Sequence[str]) -> int:
    """Where a new key belongs: before the first that comes after it."""
    behind = order[order.index(key) + 1 :]
    last = max((n for n, line in enumerate(lines) if line.strip()), default=-1) + 1
    return min((starts[one] for one in behind if one in starts), default=last)


def vanished(known: Mapping[str, str], seen: set[str]) -> Iterator[str]:
    """The slugs of entries (slug -> agency) whose agency stands in the table and who do not."""
    agencies = {known[slug] for slug in seen if slug in known}
    yield from (slug for slug, agency in known.items() if agency in agencies and slug not in seen)
