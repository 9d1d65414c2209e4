"""Addresses that lead elsewhere than they say, do something, or point into the reader's own network."""

from hostile_case import group, honest, inert, refused, rich


def _no_link(name: str, mechanism: str, address: str, code: str = "I010"):
    """An address in a field of addresses."""
    return refused(name, mechanism, rich(tautan=[{"judul": "Buka", "url": address}]), code)


def _only_text(name: str, mechanism: str, prose: str, *shows: str):
    """An address in a paragraph: the words are shown, no link is made."""
    return inert(name, mechanism, rich(solusi=prose), *(shows or (prose,)))


ADDRESSES = group(
    "addresses",
    [
        _no_link("javascript", "a scheme that runs", "javascript:alert(1)//contoh.go.id"),
        _no_link("javascript-nama", "a scheme that runs, with a host", "javascript://contoh.go.id/%0Aalert(1)"),
        _no_link("besar-kecil", "a scheme that runs, in mixed case and with a tab", "JaVa\tScRiPt:alert(1)"),
        _no_link("data", "a document inside of the address", "data:text/html,<script>alert(1)</script>"),
        _no_link("berkas", "a file of the reader's machine", "file:///etc/passwd"),
        _no_link("entitas", "a scheme spelt by entities", "java&#115;cript&colon;alert(1)"),
        _no_link("tanpa-skema", "an address without a scheme", "//jahat.example/x"),
        _no_link("garis-miring-balik", "backslashes that browsers read as slashes", "https:\\\\jahat.example\\x"),
        _no_link("pengguna", "a user part that looks like the host", "https://contoh.go.id@jahat.example/"),
        _no_link("pengguna-balik", "a backslash before the user part", "https://jahat.example\\@contoh.go.id/"),
        _no_link("ip", "an IP address", "http://169.254.169.254/latest/meta-data/"),
        _no_link("ip-bulat", "an IP address as one number", "http://2130706433/"),
        _no_link("ip-heksa", "an IP address in hexadecimal parts", "http://0x7f.0x1/"),
        _no_link("ip-oktal", "an IP address in octal parts", "http://0177.0.0.01/"),
        _no_link("ip-enam", "an IPv6 address", "http://[::ffff:127.0.0.1]/"),
        _no_link("ip-lebar", "an IP address in full-width digits", "http://\uff11\uff12\uff17.0.0.1/"),
        _no_link("setempat", "the reader's own machine", "http://localhost:8000/hapus"),
        _no_link("setempat-akhiran", "the reader's own machine by a suffix", "http://apa.saja.localhost/"),
        _no_link("jaringan-kantor", "a name of the office's network", "http://router.local/reset"),
        _no_link("satu-kata", "a host of one word", "https://intranet/"),
        _no_link("aksara-campur", "a host with a letter of another script", "https://\u0441ontoh.go.id/"),
        _no_link("titik-lebar", "a dot that only looks like one", "https://jahat\u3002example\u2044.contoh.go.id/"),
        _no_link("persen-di-nama", "a host spelt by percent signs", "https://%6a%61hat.example/"),
        _no_link("porta", "a port out of bounds", "https://contoh.go.id:99999/"),
        _no_link("baris-baru", "a line end inside", "https://contoh.go.id/\nX-Lain: y"),
        _no_link("petik", "out of the attribute", 'https://contoh.go.id/"onmouseover="alert(1)'),
        _no_link("panjang", "an address without end", "https://contoh.go.id/" + "a" * 600, "I004"),
        refused("surel-kepala", "a mail address that adds a header", rich(kontak={"kantor": "x", "surel": "a@contoh.go.id?bcc=b@jahat.example"}), "I011"),
        refused("surel-dua", "two mail addresses in one", rich(kontak={"kantor": "x", "surel": "a@contoh.go.id,b@jahat.example"}), "I011"),
        refused("telepon-kode", "a telephone number that does something", rich(kontak={"kantor": "x", "telepon": "*#06#;ext=1"}), "I012"),
        refused("laman-jahat", "the same in another field", rich(kontak={"kantor": "x", "laman": "javascript:alert(1)"}), "I010"),
        refused("bukti-jahat", "the same deep inside", rich(kematangan={"regulasi": {"tingkat": 1, "bukti": [{"judul": "x", "tautan": "vbscript:x"}]}}), "I010"),
        _only_text("alinea-javascript", "a scheme that runs, in a paragraph", "[buka](javascript:alert(1)) di sini"),
        _only_text("alinea-entitas", "a scheme spelt by entities, in a paragraph", "[buka](java&#115;cript:alert&lpar;1)) di sini"),
        _only_text("alinea-relatif", "a link inside of the site, in a paragraph", "[buka](/kontribusi/formulir/?ubah=x) di sini"),
        _only_text("alinea-data", "a document inside of the address, in a paragraph", "[buka](data:text/html;base64,PHNjcmlwdD4=) di sini"),
        _only_text("alinea-pengguna", "a user part, in a paragraph", "[buka](https://bank.example:x@contoh.go.id/) di sini"),
        _only_text("alinea-persen", "an escaped sign that the cleaner puts back", "[buka](javascript%EE%80%80alert(1)) di sini", "buka"),
        _only_text("alinea-ip", "an IP address, in a paragraph", "[buka](http://0x7f.1/) di sini"),
        inert("pagar-alamat", "what stands behind the number sign", rich(tautan=[{"judul": "Buka", "url": "https://contoh.go.id/#@lain.example/:~:text=x"}]), "Buka"),
        inert("judul-menipu", "a title that names another address", rich(tautan=[{"judul": "https://bank.example/masuk", "url": "https://contoh.go.id/"}]), "https://bank.example/masuk"),
        honest("alamat-biasa", "a long address with every permitted sign", rich(tautan=[{"judul": "Buka", "url": "https://sub-1.contoh.go.id:8443/a/b;c=1/~d?e=f&g=%20h!$'()*+,;=#i/j?k"}]), "Buka"),
        honest("alinea-tautan", "a link in a paragraph", rich(solusi="Baca [panduan](https://contoh.go.id/a_b_(c)?d=1&e=2)."), "Baca panduan."),
    ],
)  # fmt: skip
