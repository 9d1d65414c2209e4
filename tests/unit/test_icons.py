"""Icons of the theme: drawn once a page, none of a name that the sets have not."""

import re

import pytest

from generator import icons


def use(name):
    return f'<use href="#{icons.reference(name)}"/>'


def test_a_page_draws_each_of_its_icons_once():
    drawn = icons.sprite(use("material/leaf") + use("simple/git") + use("material/domain") + use("material/leaf"))
    assert re.findall(r'<symbol id="([^"]+)" viewBox="0 0 24 24">', drawn) == ["i-domain", "i-leaf", "i-simple_git"]
    assert drawn.count("<path") == 3
    assert icons.sprite("<p>Tanpa ikon</p>") == ""


@pytest.mark.parametrize("name", ["material/tidak-ada", "leaf", "../main", "material/../../main", "/etc/passwd", ""])
def test_no_other_file_is_taken_for_an_icon(name):
    assert icons.drawing(name) == ""
