"""Catalogue -> pages. One module a kind of page; each has `pages(view)`, none writes anything."""
