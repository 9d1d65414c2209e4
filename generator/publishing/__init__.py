"""Catalogue -> pages, data files and the site; only the publishing rooms know what a page looks like."""
