"""A fictional region with the worst input that the rules allow."""

import io
import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from conftest import BASE
from PIL import Image
from site_helpers import ROOT, katalog

LONG_WORD = "Ketidakberkesinambungan" * 5 + "Layan"
MARKUP = "\"><script>x()</script><img src=x onerror=x()>'"
MARKUP_PROSE = f"""</div></main><script>x()</script> <!-- {{{{ 7*7 }}}} {{% raw %}}

[tautan](javascript:x()) ![gambar](https://contoh.org/a.png) <https://contoh.go.id/?a=1&b=2>

# Judul besar

Setext
======

- butir
  - di dalam
1. satu

> kutipan {{: onclick=x() }}

    kode {MARKUP}

[x]: javascript:x()
"""
EMOJI = "Layanan 👩🏽‍⚕️ cepat 🚑✨ dan ramah 🇮🇩"
RTL = "خدمة الصحة للجميع في الليل שירות"
FREE = "isian bebas"
CAMERA = "Kamera Rekaan 9000"


def plain(number: int = 0, **more: Any) -> dict[str, Any]:
    """A short entry."""
    return {
        "nama": f"Layanan Rekaan {number:03}",
        "ringkasan": f"Layanan rekaan nomor {number:03} agar warga tidak perlu menunggu.",
        "bentuk": "pelayanan-publik",
        "urusan": ["kesehatan"],
        "riwayat": [{"peristiwa": "penerapan", "tanggal": "2026-03"}],
        **more,
    }


def full(text: str, prose: str = "", **more: Any) -> dict[str, Any]:
    """An entry with every key filled, `text` in every field of free text."""
    prose = prose or f"{text}\n\n- {text}\n- {text}\n\n**{text}**"
    url = "https://contoh.go.id/layanan?a=1&b=2"
    return {
        "nama": text,
        "ringkasan": text,
        "bentuk": "lainnya",
        "jenis": "digital",
        "inisiator": "masyarakat",
        "urusan": ["pendidikan", "kesehatan", "perpustakaan"],
        "riwayat": [
            {"peristiwa": "inisiatif", "tanggal": "2024", "keterangan": text},
            {"peristiwa": "uji-coba", "tanggal": "2025-02", "keterangan": text},
            {"peristiwa": "penerapan", "tanggal": "2026-03-02", "keterangan": text},
        ],
        "masalah": prose,
        "solusi": prose,
        "kebaruan": prose,
        "manfaat": prose,
        "cara_memakai": {"langkah": [text] * 3, "biaya": text, "waktu": text, "syarat": [text] * 2},
        "hasil": [
            {"ukuran": text, "satuan": text, "sebelum": text, "sesudah": text, "tahun": 2026, "sumber": text,
             "keterangan": text, "klaim": True},
        ],
        "lokasi": {"kecamatan": ["utara", "selatan"], "tempat": text, "koordinat": {"bujur": 109.4, "lintang": -0.1}},
        "unit": {"jenis": "puskesmas", "nama": text},
        "kolaborator": [{"perangkat_daerah": "kecamatan-utara", "peran": text}, {"nama": text, "peran": text}],
        "cari_mitra": [{"dicari": text, "dari": text, "sampai": "2026-12-31"}],
        "pemakai": [
            {"desa": text[:100], "kecamatan": "utara", "sejak": "2024", "keadaan": "dipakai", "sumber": text, "klaim": True},
            {"unit": {"jenis": "puskesmas", "nama": text}, "sejak": "2026-02", "keadaan": "berhenti", "alasan": "anggaran"},
        ],
        "pendampingan": [
            {"kantor": text, "bentuk": "pendanaan", "sejak": "2026-02", "keadaan": "menunggu-pemilik", "langkah_berikut": text,
             "tenggat": "2026-05-01"},
        ],
        "replikasi": {
            "dari": [{"pihak": f"{text[:190]} (asal)", "tanggal": "2020", "keterangan": text}],
            "oleh": [{"pihak": text, "keterangan": text}],
        },
        "kekayaan_intelektual": [
            {"jenis": "hak-cipta", "judul": text, "nomor": text, "tanggal": "2026", "pemegang": text, "status": "diajukan", "keterangan": text}
        ],
        "anggaran": [{"tahun": 2026, "jumlah": 25_000_000, "sumber": text}],
        "penghargaan": [{"nama": text, "pemberi": text, "tanggal": "2026", "keterangan": text}],
        "dasar_hukum": [{"judul": text, "url": url, "keterangan": text}],
        "kontak": {"kantor": text, "alamat": text, "telepon": "0561 123456", "surel": "dinkes@contoh.go.id", "laman": url,
                   "jam": text},
        "tautan": [{"judul": text, "url": url}],
        "sumber": [{"judul": text, "url": url, "keterangan": text}],
        "kematangan": {"regulasi": {"tingkat": 2, "dasar": text, "bukti": [{"judul": text, "jenis": text, "tautan": url}]}},
        "usulan_penyusun": ["bentuk", "urusan"],
        "catatan": prose,
        "diperiksa": "2026-11-01",
        **more,
    }  # fmt: skip


def numbered(value: Any, number: Iterator[int]) -> Any:
    """A copy of an entry in which every free text is another one."""
    if isinstance(value, dict):
        return {key: numbered(inner, number) for key, inner in value.items()}
    if isinstance(value, list):
        return [numbered(inner, number) for inner in value]
    return f"Isian {next(number):03}" if value == FREE else value


def worst() -> dict[str, dict[str, Any]]:
    """Folder and slug -> entry: what a page must survive."""
    return {
        "dinkes/" + "n" * 60: plain(nama=("Layanan Kesehatan Keliling untuk Semua Warga " * 7)[:299] + "a"),
        "dinkes/kata-panjang": full(LONG_WORD[:60], nama=LONG_WORD, ringkasan=LONG_WORD, masalah=LONG_WORD * 20),
        "dinkes/pendek": plain(nama="A", ringkasan="B"),
        "dinkes/lengkap": full("Layanan lengkap", gambar=[{"berkas": "foto.jpg", "alt": "Foto loket", "kredit": "Rekaan"}]),
        "dinkes/banyak-hasil": plain(
            nama="Layanan dengan Banyak Hasil",
            hasil=[{"ukuran": f"Ukuran {n}", "satuan": "warga", "sebelum": n, "sesudah": n * 1000} for n in range(1, 61)],
        ),
        "disdik/semua-kecamatan": plain(nama="Untuk Semua Kecamatan", lokasi={"kecamatan": districts()}),
        "disdik/seluruh-wilayah": plain(nama="Untuk Seluruh Wilayah", lokasi={"seluruh_wilayah": True}),
        "disdik/tanda": full(MARKUP, MARKUP_PROSE),
        "disdik/setiap-kolom": numbered(full(FREE, FREE), itertools.count(1)),
        "disdik/emoji": full(EMOJI),
        "disdik/kanan-ke-kiri": full(RTL),
        "disdik/berhenti": plain(
            nama="Layanan yang Berhenti",
            riwayat=[
                {"peristiwa": "penerapan", "tanggal": "2025"},
                {"peristiwa": "dihentikan", "tanggal": "2026-05", "alasan": "Digabung dengan layanan lain."},
            ],
        ),
        "disdik/nama-baru": plain(nama="Layanan Ganti Nama", alias=["nama-lama"]),
        "disdik/lama": plain(nama="Lama Tidak Diperiksa", diperiksa="2024-01-01"),
        "rsud/laporan": plain(nama="Hanya Laporan", riwayat=[{"peristiwa": "dilaporkan", "tanggal": "2025-06"}]),
        "rsud/dipakai": plain(
            nama="Dipakai Menurut Laporan",
            riwayat=[{"peristiwa": "dilaporkan", "tanggal": "2025-06", "keadaan": "dipakai"}],
        ),
        "rsud/ditunda": plain(
            nama="Ditunda Menurut Laporan",
            riwayat=[
                {"peristiwa": "penerapan", "tanggal": "2024"},
                {"peristiwa": "dilaporkan", "tanggal": "2025-06", "keadaan": "ditunda"},
            ],
        ),
    }  # fmt: skip


class _Plain(yaml.SafeDumper):
    """Writes equal values twice, since the catalogue's files know no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(data: Any) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)


def districts() -> list[str]:
    return ["utara", "selatan", *(f"hulu-{number}" for number in range(1, 19))]


def crowded_map() -> dict[str, Any]:
    """All districts on a map of as many columns as a map may have, and a landmark below them."""
    utara, selatan, *others = districts()
    places = [(column, row) for row in range(1, 5) for column in range(1, 7)][3:]
    return {
        "dasar": "asumsi",
        "keterangan": MARKUP,
        "petak": [
            {"kecamatan": utara, "kolom": 1, "baris": 1},
            {"kecamatan": selatan, "kolom": 2, "baris": 1, "lebar": 2},
            *(
                {"kecamatan": slug, "kolom": column, "baris": row}
                for slug, (column, row) in zip(others, places, strict=False)
            ),
        ],
        "sekitar": [{"nama": MARKUP, "kolom": 1, "baris": 5, "lebar": 6, "tinggi": 2}],
        "sumber": [{"judul": MARKUP, "url": "https://contoh.go.id/peta?a=1&b=2"}],
    }


def photo() -> bytes:
    """A JPEG as a phone makes it where it may not tell places: turned, with its camera."""
    exif = Image.Exif()
    exif[0x0110] = CAMERA
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (1600, 900), "#2f855a").save(out, "JPEG", exif=exif)
    return out.getvalue()


def region(root: Path) -> Path:
    """The registry of `tests/base` in a whole project: the real settings with fictional names, and short pages."""
    for name in ("registry", "innovations"):
        shutil.copytree(BASE / name, root / name)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("Kubu Raya", "Contoh"), "utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        target = root / "docs" / page.relative_to(ROOT / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"---\ntitle: Halaman {page.stem}\ndescription: Rekaan.\n---\n\n# Halaman {page.stem}\n\nRekaan.\n"
        )
    return root


def put(root: Path, entries: dict[str, dict[str, Any]]) -> None:
    for path, entry in entries.items():
        target = root / "innovations" / f"{path}.yml"
        target.parent.mkdir(exist_ok=True)
        target.write_text(dumped(entry), "utf-8")


def edit(path: Path, change: Any) -> None:
    """Read a YAML file, let `change` alter it, write it back."""
    data = yaml.safe_load(path.read_text("utf-8"))
    change(data)
    path.write_text(dumped(data), "utf-8")


def synthetic(root: Path) -> Path:
    """About 60 entries, 30 of them in one agency, and a register with long names, a merger, replies."""
    region(root)
    source = {"judul": MARKUP}
    edit(root / "registry/taxonomy.yml", lambda data: data["kecamatan"].extend(
        {"slug": slug, "label": slug.replace("-", " ").title()} for slug in districts()[2:]
    ))  # fmt: skip
    (root / "registry/map.yml").write_text(dumped(crowded_map()), "utf-8")
    more = [
        {"slug": "dinas-panjang", "nama_resmi": f"Dinas {LONG_WORD} dan Segala Urusan Lainnya yang Namanya Panjang",
         "nama_pendek": LONG_WORD[:60], "jenis": "dinas", "nama_terkonfirmasi": True, "terikat": "ya", "sumber": source,
         "catatan": MARKUP},
        {"slug": "dinas-lama", "nama_resmi": "Dinas Lama", "jenis": "dinas", "nama_terkonfirmasi": True, "terikat": "ya",
         "berlaku_sampai": "2026-06-30", "penerus": ["dinas-baru"], "sumber": source},
        {"slug": "dinas-baru", "nama_resmi": "Dinas Baru", "jenis": "dinas", "nama_terkonfirmasi": True, "terikat": "ya",
         "berlaku_dari": "2026-07-01", "sumber": source},
        {"slug": "dinas-bebas", "nama_resmi": "Dinas Bebas", "jenis": "dinas", "nama_terkonfirmasi": True, "terikat": "ya",
         "sumber": source, "kontak": {"kantor": MARKUP, "laman": "https://contoh.go.id/?a=1&b=2"}},
    ]  # fmt: skip
    edit(root / "registry/agencies.yml", lambda data: data["perangkat_daerah"].extend(more))

    def rules(data: dict[str, Any]) -> None:
        data["pengecualian"] = [
            {"perangkat_daerah": "dinas-bebas", "alasan": MARKUP, "tanggal": "2026-02-01", "sumber": source}
        ]
        data["tanggapan"] = [
            {"perangkat_daerah": agency, "tanggal": "2026-08-01", "isi": MARKUP_PROSE}
            for agency in ("dinas-panjang", "dinas-ragu", "dinkes")
        ]

    edit(root / "registry/obligations/2026.yml", rules)
    put(root, worst())
    put(root, {f"dinkes/rekaan-{number:03}": plain(number) for number in range(30)})
    put(root, {f"dinas-lama/rekaan-{number:03}": plain(number) for number in range(30, 45)})
    photos = root / "innovations/dinkes/lengkap"
    photos.mkdir()
    (photos / "foto.jpg").write_bytes(photo())
    return root


def with_closed_year(root: Path) -> Path:
    """The project after 2025, under the same rules as 2026, was closed."""
    rules = (root / "registry/obligations/2026.yml").read_text("utf-8")
    (root / "registry/obligations/2025.yml").write_text(rules.replace("2026", "2025"), "utf-8")
    done = katalog("close", "2025", "--as-of", "2026-01-05", "--yes", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def crowd(root: Path, size: int) -> Path:
    """`size` entries alike in one agency: whatever grows, grows here."""
    region(root)
    put(root, {f"dinkes/rekaan-{number:03}": plain(
        number,
        kolaborator=[{"perangkat_daerah": "disdik"}],
        lokasi={"kecamatan": ["utara"], "seluruh_wilayah": True},
        riwayat=[{"peristiwa": "inisiatif", "tanggal": "2024"}, {"peristiwa": "penerapan", "tanggal": "2026-03"}],
    ) for number in range(100, 100 + size)})  # fmt: skip
    return root
