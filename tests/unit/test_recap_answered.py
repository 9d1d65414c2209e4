"""What an officer answers to a question: taken where it is an answer, asked again where it is none."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported

from generator.text.spelling import folded


def summarized(text):
    """A table of one row with this summary."""
    return book([HEADER, [*ROW[:2], text, *ROW[3:]]])


@pytest.mark.parametrize(
    "written",
    ["lihat rancang bangun", "Lihat proposal Dinkes", "cek kolom F", "Cek data",
     "periksa di lampiran 2", "Sesuai proposal terlampir.", "sda"],
)  # fmt: skip
def test_a_summary_that_points_elsewhere_is_none_until_it_is_answered(written):
    raw = summarized(written)
    data, remarks = imported(raw)
    assert data == []
    [asked] = [one.asked for one in remarks if one.row]
    data, _ = imported(raw, replies={(folded(asked.title), asked.about): written})
    assert [one["ringkasan"] for one in data] == ([] if written == "sda" else [written])


@pytest.mark.parametrize(
    "written",
    ["Cek tekanan darah di dermaga hari pasar.", "Periksa mata gratis di sekolah.", "Lihat antrean dari rumah.",
     "Cek data stunting di posyandu.", "Seperti warung, tetapi untuk buku."],
)  # fmt: skip
def test_a_summary_that_only_begins_like_one_that_points_elsewhere_is_taken(written):
    [data], remarks = imported(summarized(written))
    assert (data["ringkasan"], remarks) == (written, [])
