"""Entries for tests of the form: honest ones, odd ones, made by chance from the shapes; the same in every run."""

import random
from collections.abc import Mapping
from typing import Any

#: Texts that a writer, a reader of YAML or a page might trip over; a form must take them all.
HOSTILE = (
    "nama: nilai", "# bukan catatan", "a #b", "- butir", "'kutip'", '"kutip"', "\\", "\\n", "&a", "*a", "!a", "%a", "@a", "`a`",
    "|", ">", "? a", "a:", "a: b: c", "[a]", "{a: b}", "null", "~", "yes", "No", "ya", "Tidak", "true", "on", "y", "N", "1", "01", "1.5",
    "1e3", "0x1F", "0o7", "12:30", "2026-01-01", ".inf", "-", "--- a", "...", "a\tb", " a", "a ", "a\nb", "a\n\n\n\nb", "\n a", "a\n  b\n c",
    "a\r\nb", "tanda – tengah’s", "café", "cafe\u0301", "日本語", "خدمة", "👩🏽‍⚕️", "a\u00a0b", "a\u200db", "Rp25.000", "50%", "(a)",
    "a,", "a.", "a;", "a &b", "a\\", "</script><script>alert(1)</script>", "{{ 7*7 }}", "${a}", "constructor", "__proto__", "<b>tebal</b>",
    "https://contoh.go.id/a", "https://contoh.go.id/a#b", "https://contoh.go.id/a:b", "<<", "=", "a\u0007b", "\ufeffa", "a\u00adb", "x" * 200,
)  # fmt: skip
PERSONAL = (
    "6199010101900001", "6199 0101 0190 0001", "198701012010011001", "081200000000", "+62 812-0000-0000", "wa081200000000", "nib 081200000000",
    "a@example.com", "a@dinkes.go.id", "٦١٩٩٠١٠١٠١٩٠٠٠٠١", "https://wa.me/6281200000000", "0812*0000*0000", "RT 5 6199010101900001", "０８１２００００００００",
    "12 12 2024 12 12 2025", "1. 6199010101900001", "\n081200000000", '"081200000000"', "x=081200000000", "6199-0101-0190-0001-22", "1,081200000000",
    "NIK 6199 0101\n0190 0001", "0812-0000-\n0000", "https://contoh.go.id/cek?nik=6199010101900001", "https://contoh.go.id/?a=1&no_hp=081200000000",
    "https://contoh.go.id/?id=6199010101900001", "https://contoh.go.id/?nip=198701012010011001#x",
)  # fmt: skip
GOOD = {
    "baris": (
        "Layanan cepat",
        "Pojok baca",
        "12 desa",
        "Dua kali sehari: pagi & sore",
        "Kantor Camat",
        "Angka (sementara)",
    ),
    "prosa": (
        "Warga menunggu lama.",
        "Satu.\n\n- dua\n- tiga",
        "• butir\n• butir",
        "Kalimat satu.\nKalimat dua: tiga.",
    ),
    "tanggal": ("2024", "2025-02", "2025-11-03", "2026-01", "2026-06-30", "2026-11-24"),
    "hari": ("2026-01-05", "2025-11-24", "2024-02-29"),
    "tahun": ("2024", "2026"),
    "url": ("https://contoh.go.id/", "http://a-b.contoh.go.id:8080/x?y=1&z=%20#w"),
    "surel": ("kantor@contoh.go.id", "a.b+c@x.desa.id"),
    "telepon": ("0561 123456", "(0561) 123-456 ext. 7", "112"),
}
BAD = {
    "tanggal": ("2026-12", "2027", "17-8-2025", "Agustus 2025", "2025-02-30", "2101", "kemarin", "2026-11-25", "2025-13"),
    "hari": ("2026-11", "2026-11-25", "2026-02-30", "5 Januari 2026"),
    "tahun": ("1944", "2101", "26", "2O26", "-2026"),
    "bilangan": ("25.000", "-1", "9" * 19, "1000000000000001", "0", "1,5"),
    "desimal": ("180.5", "-90.5", "109,4", "1e2", "1000", "-181", "0.123456789"),
    "url": ("javascript:alert(1)", "https://10.0.0.1/", "https://a@contoh.go.id/", "https://contoh", "contoh.go.id", "https://contoh.go.id:99999/",
            "https://contoh.go.id/a b", "https://[::1]/", "https://a.localhost/", "https://0x7f.1/", "https://1.2.3.4.5/", "https:///a.go.id", "https://-a.go.id/",
            "HTTPS://CONTOH.GO.ID:/", "https://contoh.go.id/" + "a" * 500, "https://é.go.id/", "https://contoh..id", "ftp://contoh.go.id/"),
    "surel": ("kantor(at)contoh", "Kantor@CONTOH.GO.ID", "a@example.com", "a@b@contoh.go.id"),
    "telepon": ("hubungi loket", "1", "081200000000", "0561/123"),
    "slug": ("Rak Buku", "poster", "posyandu-malam", "a" * 61, "con"),
    "kata": ("Bukan Pilihan", "constructor", "hasOwnProperty"),
}  # fmt: skip


class Maker:
    """Makes entries of every kind; `oddness` is how often a value is odd."""

    def __init__(
        self, seed: int, shapes: list[Mapping[str, Any]], words: Mapping[str, Mapping[str, str]], oddness: float
    ) -> None:
        self.dice, self.shapes, self.words, self.oddness = random.Random(seed), shapes, words, oddness
        self.seed, self.number = seed, 0

    def entry(self) -> dict[str, Any]:
        self.number += 1
        return self._group(self.shapes, rare=0.2)

    def _group(self, shapes: list[Mapping[str, Any]], rare: float) -> dict[str, Any]:
        made = {}
        for shape in shapes:
            if self.dice.random() < (1 - self.oddness / 5 if shape.get("required") else rare):
                made[shape["key"]] = self._field(shape)
        if "keadaan" in made and made.get("peristiwa") != "dilaporkan" and self.dice.random() > self.oddness:
            del made["keadaan"]  # only a report tells a state
        return made

    def _field(self, shape: Mapping[str, Any]) -> Any:
        odd = self.dice.random() < self.oddness
        if shape.get("keyed"):
            return {word: self._group(shape["inner"], 0.6) for word in self._words(shape, 2)}
        if not shape.get("most"):
            return self._value(shape)
        if odd and self.dice.random() < 0.1:
            return [self._value(shape) for _ in range(shape["most"] + self.dice.randint(0, 1))]
        if shape["kind"] == "kata" and not odd:
            return self._words(shape, 3)
        return [self._value(shape) for _ in range(self.dice.randint(0 if odd else 1, 3))]

    def _words(self, shape: Mapping[str, Any], most: int) -> list[str]:
        known = sorted(self.words[shape["vocabulary"]])
        return self.dice.sample(known, min(len(known), self.dice.randint(1, most)))

    def _value(self, shape: Mapping[str, Any]) -> Any:
        kind = shape["kind"]
        if kind == "kelompok":
            return self._group(shape["inner"], 0.5)
        if kind == "ya_tidak":
            return self.dice.random() < 0.5
        if self.dice.random() < self.oddness:
            return self._odd(shape)
        if kind == "kata":
            return self.dice.choice(sorted(self.words[shape["vocabulary"]]))
        if kind in ("bilangan", "desimal"):
            return str(self.dice.randint(max(shape.get("low", 0), -80), min(shape["high"], 80)))
        if kind == "slug":
            return f"nama-lama-{self.seed}-{self.number}-{self.dice.randint(1, 9)}"
        return self.dice.choice(GOOD[kind])

    def _odd(self, shape: Mapping[str, Any]) -> str:
        text = self.dice.choice([*HOSTILE, *PERSONAL, *BAD.get(shape["kind"], ()) * 4])
        if shape.get("limit") and self.dice.random() < 0.2:
            text = "é " * (shape["limit"] // 2) + "é" * self.dice.randint(0, 2)
        return text
