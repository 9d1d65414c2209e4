"""Signs that one reader sees and another does not, that look like others, or that become others on the way."""

from hostile_case import group, honest, inert_text, refused, rich

_STORM = "Layanan Z" + "\u0301\u0317\u0334" * 30 + "algo"


def _hidden(name: str, mechanism: str, sign: str):
    return refused(name, mechanism, rich(nama=f"Nama{sign}Lain"), "B009")


UNICODE = group(
    "unicode",
    [
        _hidden("arah-balik", "a sign that turns the direction", "\u202e"),
        _hidden("arah-kurung", "an isolate that turns the direction", "\u2066"),
        _hidden("arah-tanda", "a mark of direction", "\u200f"),
        _hidden("lebar-nol", "a blank without width", "\u200b"),
        _hidden("penyambung-kata", "a word joiner", "\u2060"),
        _hidden("hubung-lunak", "a hyphen that shows only at a line's end", "\u00ad"),
        _hidden("tanda-tag", "tag characters that spell a hidden text", "".join(chr(0xE0000 + ord(c)) for c in "jahat")),
        _hidden("pemilih-bentuk", "variation selectors that carry bytes", "\U000e0100\U000e0141"),
        _hidden("pengganti-kita", "the placeholder of our own cleaner", "\ue000\ue001"),
        _hidden("ganti-baris", "a line end that editors do not show", "\u2028"),
        _hidden("kendali-c1", "a control character that terminals obey", "\u009b31m"),
        _hidden("antarbaris", "an annotation between lines", "\ufff9a\ufffab\ufffb"),
        _hidden("bukan-huruf", "a code point that is none", "\uffff"),
        _hidden("pemisah-mongol", "a vowel separator that shows nothing", "\u180e"),
        refused("nama-hampa", "letters that show nothing", rich(nama="\u3164\u3164"), "B009"),
        refused("nama-braille", "blanks that are no white space", rich(nama="\u2800\u2800"), "B009", "I005"),
        refused("nama-tanda-saja", "a name of marks alone", rich(nama="\u0301\u0302 \u0303"), "I005"),
        refused("nama-spasi", "a name of blanks of every kind", rich(nama="\u00a0\u2003\u3000 "), "I005"),
        refused("kunci-mirip", "a key with a letter of another script", rich() + "n\u0430ma: Lain\n", "I002"),
        refused("kunci-lebar", "a key in full width", rich() + "\uff4e\uff41\uff4d\uff41: Lain\n", "I002"),
        refused("pilihan-mirip", "a word of choice with a letter of another script", rich(bentuk="pelayanan-\u0440ublik"), "I006"),
        refused("angka-lebar", "a year in digits of another script", rich(riwayat=[{"peristiwa": "penerapan", "tanggal": "\uff12\uff10\uff12\uff16"}]), "I007"),
        refused("rupiah-arab", "money in digits of another script", rich(anggaran=[{"tahun": 2026, "jumlah": "\u0661\u0662"}]), "I008"),
        refused("separuh", "half of a surrogate pair as bytes", rich(nama="X").encode().replace(b'"X"', b"X\xed\xa0\x80"), "B008"),
        refused("nama-panjang", "a name longer than it may be once it is composed", rich(nama="a\u0320" * 200), "I004"),
        inert_text("badai-tanda", "a storm of combining marks", _STORM),
        inert_text("kurung-lebar", "full-width brackets that a careless composition makes into a tag", "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e"),
        inert_text("tanda-tunggal", "a sign that composition makes into a semicolon", "&lt\u037escript&gt\u037e", "&lt;script&gt;"),
        inert_text("petik-tunggal", "a sign that composition makes into a backtick", "Layanan \u1fef\u1fefkode\u1fef\u1fef", "Layanan ``kode``"),
        inert_text("tanda-coret", "a bracket with a mark that composes with it", "Layanan <\u0338script>\u0338 x", "Layanan \u226escript\u226f x"),
        inert_text("sambung-kasat", "a joiner between Latin letters", "Ad\u200dmin Kab\u200cupaten"),
        inert_text("matematis", "letters of formulas that pass for plain ones", "\U0001d4dc\U0001d4ee\U0001d4f7\U0001d4fe \uff21\uff22 \u2460"),
        inert_text("teks-kanan", "a text that runs from the right, with a path in it", "\u0645\u0631\u062d\u0628\u0627 ../../x \u05e9\u05dc\u05d5\u05dd"),
        honest("nfd", "accents apart, as a Mac writes them", rich(nama="Cafe\u0301 Desa"), "Caf\u00e9 Desa"),
        honest("emoji", "a family of four in one sign", rich(nama="Rumah \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Sehat \u2764\ufe0f"), "Sehat \u2764\ufe0f"),
        honest("aksara-lain", "a name in another script", rich(nama="\ua9a0\ua9a4\ua9b6\ua9a0 \u4f60\u597d"), "\u4f60\u597d"),
    ],
)  # fmt: skip
