"""Words and dates from far corners, on which the functions that exist twice must agree too."""

import random

# fmt: off
ODD = (
    "", " ", "-", "--", "a", "an", "kan", "nya", "lah", "di", "me", "-kata", "kata-", "kata-kata", "Kata-Kata",
    "kata-kata-kata", "buku-bukunya", "surat-menyurat", "berlomba-lomba", "antar-desa", "2026", "covid19", "1.000",
    "É", "café", "apél", "Pelayanan", "PELAYANAN", "peláyanan", "İzin", "ışık", "ΣΑΣ", "ß", "ﬃﬃ", "①②", "ﷺ", "日本語",
    "사랑", "مرحبا", "😀", "👩‍👩‍👧", "a😀an", "\u0301", "e\u0301\u0301", "\ud800", "a\udc00nya", "\x00", "\u200b", "<script>", "di'an",
    "kata–kata", "kata\nnya", "nya\n", "constructor", "__proto__", "toString", "hasOwnProperty",
    "a" * 39, "a" * 40, "a" * 41, "a" * 10_000, "memper" * 2_000, "nya" * 4_000, "kata-" * 2_000, "😀" * 10_000,
    "a" + "😀" * 100, "ﷺ" * 100, "-" * 10_000, "é" * 10_000,
)
# fmt: on
#: Dates as letters have them, and what is meant.
DATES = {
    "Senin, 17 Agustus 2025": "2025-08-17",
    "jum'at 1 Agustus 2025": "2025-08-01",
    "17 Agustus, 2025": "2025-08-17",
    "17 Agustus 2025.": "2025-08-17",
    "17 Sep. 2025": "2025-09-17",
    "Nov. 2025": "2025-11",
    "17\u20138\u20132025": "2025-08-17",
    "17 \u2013 8 \u2013 2025": "2025-08-17",
    "17Agustus 2025": "2025-08-17",
    "Agst 2025": "2025-08",
    "3 Pebruari 2025": "2025-02-03",
    "Tahun 2025": "2025",
    "TA 2025": "2025",
    "tahun 2025-8": "2025-08",
}
NO_DATES = (
    "Triwulan I 2025",
    "2023-2024",
    "8/17/2025",
    "17-08-25",
    "Tahun",
    "Senin",
    "Jumat, Agustus 2025",
    "Minggu 2025",
    "desa 2024",
    "Marga 2024",
    "31 Februari 2025",
    "2025, 2026",
    "Tahun 1025",
)


def random_words() -> list[str]:
    """Words of affixes and roots in every order, and words of letters from far corners; the same in every run."""
    chance = random.Random(3)
    pieces = (
        "me mem men meng meny pe pem pen peng peny ber bel be per ter te di ke se antar kan an i lah kah nya - ajar"
    )
    pieces = [*pieces.split(), "tulis", "olah", "sapu", "uji", "masalah", "pesisir", "tata", "r", "k", "kerja"]
    built = ["".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(4_000)]
    letters = [chr(code) for code in [*range(0x20, 0x250), *range(0x370, 0x400), *range(0x1E00, 0x2000), 0x1F600]]
    return built + ["".join(chance.choices(letters, k=chance.randint(1, 8))) for _ in range(4_000)]
