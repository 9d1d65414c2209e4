"""Catalogue -> files for machines: tables, feeds, redirects. Each module yields (path, bytes)."""

from collections.abc import Iterable

Files = Iterable[tuple[str, bytes]]
