"""Turns a folder of innovation files into a catalogue site and an agency compliance index.

The street is one way; each arrow is one type::

    bytes -> Document -> models -> Catalogue -> Problems + YearIndex -> Page -> SiteTree -> disk | MkDocs

Nothing inside reads the clock, the environment or Git: dates, settings and history come in as
arguments from the two adapters, `commands` and `mkdocs_plugin`.
"""

__version__ = "0.1.0"
