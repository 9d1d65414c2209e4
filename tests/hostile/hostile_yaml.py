"""Files that are hostile as YAML: what the parser, a constructor or a reader of another dialect would stumble over."""

import json

from hostile_case import BASE, FOLDER, RICH, Box, acts, group, honest, inert, must, raw, refused, rich


def _doubled(levels: int, times: int) -> str:
    """Each level names the one before it many times."""
    lines = ["catatan: &a0 x\n"]
    lines += [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * times)}]\n" for n in range(1, levels + 1)]
    return rich() + "".join(lines)


def _merged(levels: int) -> str:
    lines = ["k0: &a0 {x: y}\n"]
    lines += [f"k{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, levels + 1)]
    return rich() + "".join(lines)


def _endless(box: Box) -> None:
    """A file that is larger than the memory, though it takes no room on the disk."""
    path = f"{FOLDER}/raksasa.yml"
    with (box.root / path).open("wb") as file:
        file.truncate(64 * 1024**3)
    box.refused_with(path, "B007")


def _swallowed(box: Box) -> None:
    path = f"{FOLDER}/catatan-sesudah-nilai.yml"
    box.put({path: raw("nama", "Layanan #1 cepat").replace("gambar: ", "# ")})
    must("Y012" in [one.code for one in box.check() if one.place.file == path], "the lost text is not told")


def _not_in_a_register(box: Box) -> None:
    """The same guard stands before the registers."""
    path = "registry/taxonomy.yml"
    box.put({path: (BASE / path).read_text("utf-8") + "x: &a [*a]\n"})
    box.refused_with(path, "Y003")


def _many_files(box: Box) -> None:
    """One file that kills the parser must not hide what is wrong with the others."""
    box.put({f"{FOLDER}/a-dalam.yml": "[" * 30_000, f"{FOLDER}/b-biasa.yml": rich(bentuk="tidak-ada", gambar=[])})
    box.refused_with(f"{FOLDER}/a-dalam.yml", "Y005")
    box.refused_with(f"{FOLDER}/b-biasa.yml", "I006")


_TWICE = rich() + "nama: Nama lain\n"
_LATIN = rich(nama="Café").encode("latin-1")
_ONE_KEY = f"nama: {json.dumps(RICH['nama'])}\n"

YAML = group(
    "yaml",
    [
        refused("jangkar", "an anchor", raw("bentuk", "&a pelayanan-publik"), "Y003"),
        refused("bom-alias", "aliases that double at every level", _doubled(9, 9), "Y003"),
        refused("alias-besar", "one large value named a thousand times", rich() + f"k: &a {'x' * 30_000}\nl: [{'*a, ' * 1_500}]\n", "Y003"),
        refused("melingkar", "an alias to what holds it", rich() + "k: &a [*a]\n", "Y003"),
        refused("gabung", "merge key", rich() + "<<: {nama: Lain}\n", "Y011"),
        refused("bom-gabung", "merge keys that double at every level", _merged(9), "Y003", "Y011"),
        refused("tanda-python", "a tag that makes an object", raw("nama", "!!python/object/apply:os.system ['true']"), "Y004"),
        refused("tanda-jenis", "a tag that changes the type", raw("nama", "!!binary Zm9v"), "Y004"),
        refused("tanda-sendiri", "a tag of one's own", raw("nama", "!include mkdocs.yml"), "Y004"),
        refused("dalam", "thirty thousand brackets, at which libyaml dies", "[" * 30_000, "Y005"),
        refused("dalam-peta", "nested mappings, slow by the square", "{a: " * 12_000, "Y005"),
        refused("dalam-daftar", "nested block lists", "- " * 12_000, "Y005"),
        acts("refused", "berkas-lain-tetap", "one file's death hides another's fault", _many_files),
        refused("kunci-ganda", "a key twice, of which readers take either", _TWICE, "Y002"),
        refused("kunci-ganda-lolos", "a key twice, once spelt by an escape", rich() + '"n\\x61ma": Lain\n', "Y002"),
        refused("dua-dokumen", "a second document", rich() + "---\nnama: Lain\n", "Y007"),
        refused("akhir-dokumen", "text after the end of the document", rich() + "...\nnama: Lain\n", "Y007", "Y001"),
        refused("perintah-versi", "directive", "%YAML 1.1\n---\n" + rich(), "Y009"),
        refused("perintah-tanda", "a directive that gives a tag another name", "%TAG ! tag:yaml.org,2002:python/\n---\n" + rich(), "Y009"),
        refused("kunci-daftar", "a key that is a list", rich() + "? [a, b]\n: c\n", "Y010"),
        refused("kunci-kosong", "a key that is nothing", rich() + ": c\n", "Y001", "Y010"),
        refused("nol-lolos", "a control character by escape", raw("nama", r'"Nama\0lain"'), "B009"),
        refused("lepas-lolos", "a terminal's escape sequence by escape", raw("nama", r'"Nama\e[2J"'), "B009"),
        refused("arah-lolos", "a sign that turns the direction, by escape", raw("nama", r'"Nama\u202elain"'), "B009"),
        refused("separuh-lolos", "half of a surrogate pair by escape", raw("nama", r'"Nama\ud800"'), "Y001", "B009"),
        refused("tanda-urutan", "a byte order mark inside", rich() + "\ufeffcatatan2: x\n", "B009"),
        refused("utf-16", "UTF-16", rich().encode("utf-16"), "B008"),
        refused("latin-1", "an older encoding", _LATIN, "B008"),
        refused("utf-8-panjang", "overlong UTF-8", _ONE_KEY.encode() + b"ringkasan: a\xc0\xafb\n", "B008"),
        refused("ganti-baris-cr", "a lone carriage return that ends a line for one reader", "# catatan\rnama: Lain\n" + rich(), "B009"),
        refused("ganti-baris-nel", "a line end that only YAML 1.1 knows", "# catatan\u0085nama: Lain\n" + rich(), "B009"),
        refused("lekuk-tab", "tab as indentation", rich() + "catatan2:\n\t- x\n", "Y001"),
        refused("kutip-terbuka", "a quotation mark left open", rich() + 'catatan2: "x\n', "Y001"),
        acts("inert", "catatan-sesudah-nilai", "a comment that swallows the end of a value", _swallowed),
        refused("bilangan-panjang", "a number of five thousand digits", rich(anggaran=[{"tahun": 2026, "jumlah": "9" * 5_000}]), "I008"),
        refused("bilangan-ajaib", "a number in another notation", raw("anggaran", "[{tahun: 2026, jumlah: 0x1F}]"), "I008"),
        refused("bukan-bilangan", "a number that is none", raw("lokasi", "{koordinat: {bujur: .nan, lintang: .inf}}"), "I008"),
        refused("luar-batas", "a number out of bounds", raw("lokasi", "{koordinat: {bujur: 999, lintang: -999}}"), "I009"),
        refused("tanggal-mustahil", "a day that no calendar has", rich(diperiksa="2026-13-45"), "I007", "I017"),
        refused("tahun-nol", "a year before all time", rich(riwayat=[{"peristiwa": "penerapan", "tanggal": "0000"}]), "I007"),
        refused("tahun-jauh", "a day with a zone out of bounds", rich(diperiksa="2026-01-01T00:00:00+99:99"), "I007"),
        refused("masa-depan", "an event that has not happened", rich(riwayat=[{"peristiwa": "penerapan", "tanggal": "2099"}]), "A001"),
        refused("nilai-raksasa", "a value as long as the file may be", rich(solusi="x" * 50_000), "I004"),
        refused("spasi-raksasa", "a run of blanks, slow by the square", rich(solusi="a" + " " * 60_000 + "b"), "I004"),
        inert("baris-kosong-raksasa", "a run of empty lines", raw("solusi", '"a' + "\\n" * 30_000 + 'b"'), "a b"),
        refused("terlalu-banyak", "too many values", rich() + "x: [" + "a, " * 3_000 + "]\n", "Y006"),
        refused("terlalu-besar", "a file above the limit", rich() + "#" * 65_536, "B007"),
        acts("refused", "sebesar-cakram", "a file larger than the memory", _endless),
        refused("daftar-di-atas", "a list in place of keys", "- a\n- b\n", "Y008"),
        refused("hanya-catatan", "nothing but a comment", "# nama: x\n", "B011"),
        refused("jenis-keliru", "a group where a text belongs", rich(nama={"a": "b"}), "I003"),
        refused("kunci-purwa", "a key that JavaScript gives a meaning", rich() + "__proto__: {a: b}\n", "I002"),
        refused("kunci-asing", "an unknown key", rich() + "template: redirect.html\n", "I002"),
        acts("refused", "jangkar-registri", "the same in a register", _not_in_a_register),
        inert("catatan-html", "markup in a comment", "# </title><script>alert(1)</script>\n" + rich()),
        honest("norwegia", "words that older YAML reads as no and on", raw("nama", "no").replace('"satuan": "desa"', '"satuan": on'), "no"),
        honest("enampuluhan", "a time that older YAML reads as a number", raw("cara_memakai", "{waktu: 12:30, biaya: 007}"), "12:30", "007"),
        honest("bom-notepad", "the mark that Notepad puts first, and its line ends", b"\xef\xbb\xbf" + rich().replace("\n", "\r\n").encode(), "Antrean Rekaan"),
    ],
)  # fmt: skip
