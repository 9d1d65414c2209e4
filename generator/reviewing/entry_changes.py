"""What a proposal does to each innovation: new, changed, renamed, moved or deleted, and what differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.catalogue.similarity import Likeness, alike
from generator.reviewing.differences import Difference, differences
from generator.reviewing.sides import Side, agency_of, is_entry, slug_of, words_of
from generator.schema.fields import Words

ChangeKind = Literal["baru", "diubah", "ganti-nama", "pindah", "dihapus"]


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What happens to one innovation. `path` is its file now, `was` its file before (of a deleted one the same).

    `stages` are the derived stages before and after, where both are known and differ; `withdrawn`: from now on.
    """

    kind: ChangeKind
    path: str
    was: str
    agency: str
    name: str
    readable: bool = True
    differences: tuple[Difference, ...] = ()
    stages: tuple[str, str] | None = None
    withdrawn: bool = False
    twins: tuple[Likeness, ...] = ()

    @property
    def slug(self) -> str:
        """The entry's address now."""
        return slug_of(self.path)


def entry_changes(base: Side, head: Side, touched: Sequence[str]) -> Iterator[EntryChange]:
    """What happens to the entries among the `touched` files."""
    words = words_of(base, head)
    paths = [path for path in touched if is_entry(path)]
    gone = [path for path in paths if path not in head.files]
    for path in paths:
        if path in head.files:
            was = path if path in base.files else _predecessor(path, gone, base, head)
            if was and was != path:
                gone.remove(was)
            yield _entry(base, head, path, was, words)
    for path in gone:
        name = str(base.data(path).get("nama") or slug_of(path))
        yield EntryChange("dihapus", path, path, _agency_name(base, path), name)


def _predecessor(path: str, gone: list[str], base: Side, head: Side) -> str:
    """The deleted file that a new one continues: it names it as alias, or has its address, content or name."""
    data = head.data(path)
    aliases = data.get("alias")
    old = aliases if isinstance(aliases, list) else []
    for other in gone:
        same = base.files[other] == head.files[path] or (
            data.get("nama") and data["nama"] == base.data(other).get("nama")
        )
        if slug_of(other) in [*old, slug_of(path)] or same:
            return other
    return ""


def _entry(base: Side, head: Side, path: str, was: str, words: Mapping[str, Words]) -> EntryChange:
    kind: ChangeKind = "baru"
    if was:
        kind = "diubah" if was == path else "pindah" if slug_of(was) == slug_of(path) else "ganti-nama"
    before, after = base.data(was), head.data(path)
    return EntryChange(
        kind=kind,
        path=path,
        was=was,
        agency=_agency_name(head, path),
        name=str(after.get("nama") or slug_of(path)),
        readable=head.readable(path),
        differences=differences(before, after, words) if head.readable(path) else (),
        stages=_stages(base, head, path, was),
        withdrawn=bool(after.get("ditarik")) and not before.get("ditarik"),
        twins=_twins(head, path) if kind == "baru" or before.get("nama") != after.get("nama") else (),
    )


def _agency_name(side: Side, path: str) -> str:
    slug = agency_of(path)
    agency = side.catalogue.registry.agencies.get(slug) if side.catalogue else None
    return agency.name if agency else slug


def _stages(base: Side, head: Side, path: str, was: str) -> tuple[str, str] | None:
    if not was or not base.catalogue or not head.catalogue:
        return None
    before = base.catalogue.innovations.get(slug_of(was))
    after = head.catalogue.innovations.get(slug_of(path))
    if before is None or after is None or before.stage.slug == after.stage.slug:
        return None
    return before.stage.label, after.stage.label


def _twins(head: Side, path: str) -> tuple[Likeness, ...]:
    innovations = head.catalogue.innovations if head.catalogue else {}
    own = innovations.get(slug_of(path))
    if own is None or own.path != path:
        return ()
    return alike(own.entry, {slug: other.entry for slug, other in innovations.items() if slug != own.slug})
