"""What a proposal does to the settings and to the hand-written pages: which keys, which addresses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from generator.reviewing.differences import Difference
from generator.reviewing.sides import Side

SETTINGS: Final = "mkdocs.yml"
_PAGES: Final = "docs/"
_UNDER: Final = " › "


@dataclass(frozen=True, slots=True)
class SiteChange:
    """A file that the site is made of besides the data.

    `address` is that of the page it becomes, "" of what becomes none; `differences` are the settings that differ.
    """

    kind: Literal["baru", "diubah", "dihapus"]
    path: str
    address: str = ""
    readable: bool = True
    differences: tuple[Difference, ...] = ()


def site_changes(base: Side, head: Side, touched: Sequence[str]) -> Iterator[SiteChange]:
    """What happens to `mkdocs.yml` and to the files of `docs/` among the `touched` ones."""
    for path in touched:
        kind: Literal["baru", "diubah", "dihapus"] = (
            "dihapus" if path not in head.files else "diubah" if path in base.files else "baru"
        )
        if path == SETTINGS:
            readable = bool(base.settings and head.settings)
            yield SiteChange(kind, path, "", readable, tuple(_settings(base, head)) if readable else ())
        elif path.startswith(_PAGES):
            yield SiteChange(kind, path, _address(path.removeprefix(_PAGES)))


def _address(page: str) -> str:
    """Where MkDocs puts a page of `docs/`; the notes for developers are published nowhere."""
    if not page.endswith(".md") or page.startswith("dev/"):
        return ""
    name = page.removesuffix(".md")
    folder = name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"
    return f"/{folder}"


def _settings(base: Side, head: Side) -> Iterator[Difference]:
    before, after = (_joined(side.settings.data if side.settings else {}) for side in (base, head))
    for keys in dict.fromkeys([*before, *after]):
        if before.get(keys) != after.get(keys):
            yield Difference("Pengaturan", before.get(keys), after.get(keys), _UNDER.join(keys), keys)


def _joined(settings: Mapping[str, Any]) -> Mapping[tuple[str, ...], str]:
    """The keys that lead to a setting -> its text; the items of a list stand in one."""
    found: dict[tuple[str, ...], list[str]] = {}
    for keys, text in _flat(settings):
        found.setdefault(keys, []).append(text)
    return {keys: "; ".join(texts) for keys, texts in found.items()}


def _flat(value: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, (*keys, key))
    elif isinstance(value, list):
        for one in value:
            yield from _flat(one, keys)
    elif value is not None:
        yield keys, str(value)
