"""The hand-written files of `docs/`, and why MkDocs could make no page of one, told before it begins."""

import posixpath
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import is_markdown_file
from mkdocs.utils.meta import YAML_RE, get_data

from generator.text.printable import printable

#: What the head of a page may say. A theme obeys many other words, `template` among them.
_HEAD: Final = ("title", "description")
#: What may be an address in Markdown, without its `#part`.
_WORD: Final = re.compile(r"""[^\s()\[\]<>"'#?]+""")


def files(config: MkDocsConfig) -> dict[str, bytes]:
    """Path below `docs/` -> content of all that is published. Raises OSError for what cannot be read."""
    return {name: path.read_bytes() for name, path in _shown(config) if path.is_file()}


def mentioned(written: Mapping[str, bytes]) -> set[str]:
    """Every path below `docs/` that a page may link to: any word of its text, read as a way from its folder."""
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(word)))
        for path, content in written.items()
        if is_markdown_file(path)
        for word in set(_WORD.findall(content.decode("utf-8-sig")))
    }


def refusals(config: MkDocsConfig) -> Iterator[str]:
    """A sentence for every file that MkDocs would stop at or spoil. Raises OSError for what cannot be read.

    A link is refused wherever it lies: MkDocs follows it, out of the folder, in circles, to what is not published.
    """
    folder = Path(config.docs_dir)
    for path in [folder, *sorted(folder.rglob("*"))]:
        if path.is_symlink():
            name = printable(path.relative_to(folder).as_posix())
            yield f"docs/{name}: tautan; ganti dengan berkas atau folder biasa."
    for name, path in _shown(config):
        if why := _refusal(path):
            yield f"docs/{printable(name)}: {why}."


def _shown(config: MkDocsConfig) -> Iterator[tuple[str, Path]]:
    folder, hidden = Path(config.docs_dir), config.exclude_docs
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        left_out = any(part.startswith(".") for part in name.split("/")) or (hidden and hidden.match_file(name))
        if not left_out and not path.is_symlink():
            yield name, path


def _refusal(path: Path) -> str | None:
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return "nama berkasnya bukan UTF-8; ganti namanya dengan huruf, angka, dan tanda hubung"
    if not (path.is_file() or path.is_dir()):
        kind = stat.filemode(path.lstat().st_mode)
        return f"bukan berkas biasa ({kind}); hapus atau pindahkan"
    return _page(path.read_bytes()) if is_markdown_file(path.name) and path.is_file() else None


def _page(content: bytes) -> str | None:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return f"baris {line} bukan UTF-8; buka berkas itu di penyunting teks, lalu simpan dengan pengodean UTF-8"
    if "\0" in text:
        return "isinya bukan teks UTF-8; simpan lagi dengan pengodean UTF-8"
    rest, keys = get_data(text)
    if rest == text and YAML_RE.match(text):
        return 'kepala halaman di antara --- tidak terbaca; tulis setiap baris seperti title: "Judul halaman"'
    if odd := ", ".join(printable(str(key)) for key in keys if key not in _HEAD):
        return f"kepala halaman memuat {odd}; yang boleh hanya title dan description"
    for key, value in keys.items():
        if not isinstance(value, str):
            return f'{key} di kepala halaman harus berupa teks; tulis seperti {key}: "Teks"'
    return None
