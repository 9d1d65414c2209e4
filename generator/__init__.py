"""Turns a folder of innovation files into a catalogue site and an agency compliance index.

The street is one way; each arrow is one type::

    bytes -> Document -> models -> Catalogue -> Problems + YearIndex -> Page -> SiteTree -> disk | MkDocs

Clock, settings and Git are read in `publishing.configuration` alone; every room below gets the day as an argument.
"""

__version__ = "0.1.0"
