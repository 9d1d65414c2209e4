"""The hand-written files of `docs/`, and why MkDocs could make no page of one, told before it begins."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import YAML_RE, get_data

from generator.text.printable import printable

#: Keys in the head of a page that the theme prints as text.
_TEXTS: Final = ("title", "description", "image", "feed")


def files(config: MkDocsConfig) -> dict[str, bytes]:
    """Path below `docs/` -> content of all that is published. Raises OSError for what cannot be read."""
    return {name: path.read_bytes() for name, path in _shown(config) if path.is_file()}


def refusals(config: MkDocsConfig) -> Iterator[str]:
    """A sentence for every file that MkDocs would stop at or spoil. Raises OSError for what cannot be read."""
    for name, path in _shown(config):
        if why := _refusal(path, config.theme.dirs):
            yield f"docs/{printable(name)}: {why}."


def _shown(config: MkDocsConfig) -> Iterator[tuple[str, Path]]:
    folder, hidden = Path(config.docs_dir), config.exclude_docs
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not any(part.startswith(".") for part in name.split("/")) and not (hidden and hidden.match_file(name)):
            yield name, path


def _refusal(path: Path, theme: list[str]) -> str | None:
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return "nama berkasnya bukan UTF-8; ganti namanya dengan huruf, angka, dan tanda hubung"
    if not path.exists():
        return "tautan yang tidak menuju berkas mana pun; ganti dengan berkas biasa"
    if not (path.is_file() or path.is_dir()):
        kind = stat.filemode(path.lstat().st_mode)
        return f"bukan berkas biasa ({kind}); hapus atau pindahkan"
    return _page(path.read_bytes(), theme) if path.suffix == ".md" and path.is_file() else None


def _page(content: bytes, theme: list[str]) -> str | None:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return f"baris {line} bukan UTF-8; buka berkas itu di penyunting teks, lalu simpan dengan pengodean UTF-8"
    if "\0" in text:
        return "isinya bukan teks UTF-8; simpan lagi dengan pengodean UTF-8"
    head = YAML_RE.match(text)
    if not head:
        return None
    rest, keys = get_data(text)
    if rest == text:
        return 'kepala halaman di antara --- tidak terbaca; tulis setiap baris seperti title: "Judul halaman"'
    for key in _TEXTS:
        if not isinstance(keys.get(key, ""), str):
            return f'{key} di kepala halaman harus berupa teks; tulis seperti {key}: "Teks"'
    template = keys.get("template", "main.html")
    if not any(Path(folder, str(template)).is_file() for folder in theme):
        return f'template "{printable(str(template))}" di kepala halaman tidak ada; hapus baris itu'
    return None
