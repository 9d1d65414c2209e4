"""The code on a poster is the one that the library of codes draws, stroke by stroke."""

import io

import pytest
import segno

from generator.publishing.qr_code import qr_code


@pytest.mark.parametrize("parts", [0, 1, 7, 40, 300])
def test_the_strokes_are_those_of_the_library(parts):
    address, out = f"https://contoh.go.id/{'ab-9/' * parts}", io.BytesIO()
    known = {"xmldecl": False, "svgns": False, "omitsize": True, "nl": False, "svgclass": "k-qr", "lineclass": None}
    segno.make(address, error="m", micro=False, mask=3).save(out, kind="svg", **known)
    assert qr_code(address) == out.getvalue().decode()
