"""A row of an innovation that is known -> what it would change in the entry. Nothing unseen, nothing taken away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import ValidationError

from generator.catalogue.catalogue import REPORTED
from generator.contributing.entry_text import entry_text
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.rows.undated import RECAP_YEAR
from generator.contributing.table_import.words.columns import EVENTS_KEY
from generator.reading.document import read as read_yaml
from generator.schema.entry import Entry, entry_fields
from generator.schema.shape import Shape, shapes
from generator.text.spelling import folded

_SUGGESTED, _CHECKED = "usulan_penyusun", "diperiksa"
_BUDGET: Final = "anggaran"
#: Kinds of event that may come again.
_AGAIN: Final = ("pengembangan", REPORTED)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a row would change: the key, what the entry has there and what the table says, as texts ("" for nothing).

    `first`: what an answer gives is the first that the table says of it; nothing that somebody wrote changes.
    """

    key: str
    before: str
    after: str
    first: bool = False

    def __str__(self) -> str:
        """As an Indonesian phrase."""
        return f"{entry_fields()[self.key]}: {f'{self.before} menjadi ' if self.before else 'ditambah '}{self.after}"


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain data, without what is empty."""
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def merged(read: Reading, entry: Entry) -> tuple[dict[str, Any], list[FieldChange]]:
    """The entry's data with what the row knows, and each difference. What no entry can hold is told and left out."""
    old, stated = as_data(entry), dict(_stated(read))
    if EVENTS_KEY in stated:
        stated[EVENTS_KEY] = _without_vague(read, stated[EVENTS_KEY], old.get(EVENTS_KEY, []))
    while True:
        try:
            new = as_data(Entry.model_validate({**old, **stated}))
            break
        except ValidationError as error:
            for key in dict.fromkeys(str(one["loc"][0]) for one in error.errors()):
                stated.pop(key, None)
                at = next((read.sources[path] for path in read.sources if path[0] == key), None)
                label = entry_fields().get(key, key)
                read.tell(f'isi "{label}" tidak dapat disimpan', "periksa batasnya di panduan isian", at)
    changes = _answered(read, old, stated.get(EVENTS_KEY, []))
    tops = {shape.key: shape for shape in shapes()}
    late = _late(read, entry)
    answered = answered_keys(read)
    for key in stated:
        if key in new:
            corrected = tops[key] if read.table.is_form else None
            found: list[FieldChange] = []
            joined = _joined(key, old.get(key), new[key], found, corrected)
            if late and (key == _SUGGESTED or any(one.before for one in found)):
                _keep(read, key, late, found)
                continue
            old[key] = joined
            changes += (replace(one, first=key in answered and (one.first or not one.before)) for one in found)
    return old, changes


def answered_keys(read: Reading) -> frozenset[str]:
    """The keys of a row for which something was answered, by the titles of its columns or by their own labels."""
    titles = {title for title, _ in read.defaults.replies}
    keys = {path[0] for path, (_, title) in read.sources.items() if folded(title) in titles}
    keys |= {one.path[0] for n, one in read.table.columns.items() if folded(read.table.titles[n]) in titles}
    keys |= {shape.key for shape in shapes() if folded(shape.label) in titles}
    return frozenset(str(key) for key in keys | ({EVENTS_KEY} if folded(RECAP_YEAR) in titles else set()))


def _answered(read: Reading, old: dict[str, Any], new: Sequence[Mapping[str, Any]]) -> list[FieldChange]:
    """Put events as they were answered in place of what the same row gave before, and tell each."""
    changes, events = [], list(old.get(EVENTS_KEY, []))
    for number, event in enumerate(events):
        stood_in = event["peristiwa"] == REPORTED and not event.get("keterangan")
        others = [one for one in new if not _has(events, one)]
        fresh = [one for one in others if stood_in or one["tanggal"] == event["tanggal"]]
        if (event["peristiwa"], event["tanggal"]) in read.replaced and fresh and not _has(new, event):
            first = event["peristiwa"] == REPORTED
            changes.append(FieldChange(EVENTS_KEY, _shown(event), _shown(fresh[0]), first=first))
            events[number] = dict(fresh[0])
    old |= {EVENTS_KEY: events} if changes else {}
    return changes


def _has(events: Sequence[Mapping[str, Any]], event: Mapping[str, Any]) -> bool:
    return any((one["peristiwa"], one["tanggal"]) == (event["peristiwa"], event["tanggal"]) for one in events)


def _without_vague(
    read: Reading, events: Sequence[Mapping[str, Any]], known: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The events without those whose format hides how exact they are, where the entry has the same more exactly."""

    def is_known(number: int, event: Mapping[str, Any]) -> bool:
        at = read.sources.get((EVENTS_KEY, number))
        own = (one for one in known if one["peristiwa"] == event["peristiwa"])
        return bool(at and at[0].vague) and any(str(one["tanggal"]).startswith(str(event["tanggal"])) for one in own)

    return [event for number, event in enumerate(events) if not is_known(number, event)]


def _late(read: Reading, entry: Entry) -> str:
    """The day on which an agency looked the entry over, if that was after our form was made; else ""."""
    seen = entry.checked.text if entry.checked else ""
    return seen if read.table.is_form and str(read.data.get(_CHECKED, "")) < seen else ""


def _keep(read: Reading, key: str, seen: str, found: Sequence[FieldChange]) -> None:
    """Tell what a form that was made before the agency looked the entry over would take back."""
    if key == _CHECKED or not found:
        return
    at = next((read.sources[path] for path in read.sources if path[0] == key), None)
    label = entry_fields()[_CHECKED]
    read.tell(
        f"isian ini diperiksa perangkat daerah sesudah tabel ini dibuat ({seen}); yang tercatat tetap: {found[0]}",
        f'bila isi tabel yang benar, tulis {seen} pada kolom "{label}" di baris itu',
        at,
    )


def _stated(read: Reading) -> Mapping[str, Any]:
    """What the table says itself: a summary that was made of something else is not among it."""
    made = {*read.made, *([_SUGGESTED] if read.made - {EVENTS_KEY} else [])}
    return {key: value for key, value in read.data.items() if key not in made}


def _joined(key: str, old: Any, new: Any, changes: list[FieldChange], corrected: Shape | None = None) -> Any:
    """The value of a key with what is new. In our form, where lists are whole, an item may be `corrected` too."""
    if old is None:
        changes.append(FieldChange(key, "", _shown(new)))
        return new
    if key == EVENTS_KEY:
        return _events(old, new, changes)
    if isinstance(old, list):
        return _listed(key, old, new, changes, corrected)
    if isinstance(old, dict):
        inner = {shape.key: shape for shape in corrected.inner} if corrected else {}
        under = {one: corrected if corrected and corrected.keyed else inner.get(one) for one in new}
        return {**old, **{one: _joined(key, old.get(one), new[one], changes, under[one]) for one in new}}
    if _plain(old) != _plain(new):
        changes.append(FieldChange(key, _shown(old), _shown(new)))
        return new
    return old


def _listed(key: str, old: list[Any], new: list[Any], changes: list[FieldChange], corrected: Shape | None) -> list[Any]:
    """A list with the items that are new, each in place of the one that it corrects, if that is sure."""
    joined = list(old)
    unsaid = [one for one in old if not any(_holds(item, one) for item in new)]
    more = []
    for item in (item for item in new if not any(_holds(item, one) for one in old)):
        same = [one for one in unsaid if (corrected and _same_item(item, one, corrected)) or _misdated(key, item, one)]
        bare = [one for one in unsaid if isinstance(item, dict) and isinstance(one, dict) and _holds(one, item)]
        if not same and len(bare) == 1:  # the same, of which the entry knew less
            unsaid.remove(bare[0])
            changes.append(FieldChange(key, "", _shown(item)))
            joined[joined.index(bare[0])] = {**bare[0], **item}
        elif len(same) == 1:
            unsaid.remove(same[0])
            changes.append(FieldChange(key, _shown(same[0]), _shown(item)))
            joined[joined.index(same[0])] = {**same[0], **item}
        else:
            more.append(item)
    if more:
        changes.append(FieldChange(key, "", _shown(more)))
    return [*joined, *more]


def _misdated(key: str, item: Any, other: Any) -> bool:
    """Whether a known budget is this one under another year than the name of its fund says: `Dana Desa 2024`."""
    if key != _BUDGET or not all(isinstance(one, dict) for one in (item, other)):
        return False
    year, fund = str(item.get("tahun")), str(item.get("sumber", ""))
    same = all(_plain(item.get(one)) == _plain(other.get(one)) for one in ("jumlah", "sumber"))
    return same and year in fund and str(other.get("tahun")) not in fund


def _same_item(item: Any, other: Any, shape: Shape) -> bool:
    """Whether two items of a list tell of the same thing: what they must have is equal, and no year or day differs."""
    if not isinstance(item, dict) or not any(inner.required for inner in shape.inner):
        return False
    dated = ("tahun", "tanggal", "hari")
    return all(
        _plain(item.get(inner.key)) == _plain(other.get(inner.key))
        for inner in shape.inner
        if inner.required or (inner.kind in dated and inner.key in item and inner.key in other)
    )


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
            # What was stored for sure until it was asked is not another date, but less of this one.
            finer = str(event["tanggal"]).startswith(str(same[0]["tanggal"]))
            changes.append(FieldChange(EVENTS_KEY, _shown(same[0]), _shown(event), first=finer))
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
