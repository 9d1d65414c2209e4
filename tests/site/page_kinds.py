"""The kinds of page that the real catalogue has, for every test that must see them all."""

from pathlib import Path

from site_helpers import ROOT, Site, is_redirect

#: Kind of page -> its files in the real site; the largest stands for all of a kind.
REAL = {
    "beranda": "index.html",
    "daftar": "inovasi/index.html",
    "inovasi": "inovasi/*/index.html",
    "poster": "inovasi/*/poster/index.html",
    "kelengkapan": "inovasi/*/kelengkapan/index.html",
    "kelengkapan-indeks": "kelengkapan/index.html",
    "perangkat-daerah-indeks": "perangkat-daerah/index.html",
    "perangkat-daerah": "perangkat-daerah/*/index.html",
    "rapor": "perangkat-daerah/*/rapor/index.html",
    **{
        f"{name}-indeks": f"{name}/index.html"
        for name in ("bentuk", "jenis", "urusan", "tahapan", "kecamatan", "tahun")
    },
    **{name: f"{name}/*/index.html" for name in ("bentuk", "jenis", "urusan", "tahapan", "kecamatan", "tahun")},
    "kepatuhan": "kepatuhan/index.html",
    "kepatuhan-tahun": "kepatuhan/[0-9]*/index.html",
    "kepatuhan-jenis": "kepatuhan/*/jenis/*/index.html",
    "kepatuhan-kecamatan": "kepatuhan/*/kecamatan/*/index.html",
    "riwayat-kepatuhan": "kepatuhan/riwayat/index.html",
    "perubahan": "perubahan/index.html",
    "ringkasan": "ringkasan/index.html",
    "pendampingan": "pendampingan/index.html",
    "kekayaan-intelektual": "kekayaan-intelektual/index.html",
    "kepatuhan-koreksi": "kepatuhan/koreksi/index.html",
    "cari-mitra": "cari-mitra/index.html",
    "kiriman": "kontribusi/status/index.html",
    "panduan": "kontribusi/panduan/index.html",
    "formulir": "kontribusi/formulir/index.html",
    "data": "data/index.html",
    "statistik": "statistik/index.html",
    "tentang": "tentang/index.html",
    "metode": "tentang/metode/index.html",
    "404": "404.html",
    **{
        path.removesuffix(".md").removesuffix("/index").replace("/", "-"): (
            path.replace(".md", ".html") if path.endswith("index.md") else path.replace(".md", "/index.html")
        )
        for path in (file.relative_to(ROOT / "docs").as_posix() for file in sorted((ROOT / "docs").rglob("*.md")))
        if not path.startswith("dev/")
    },
}


def largest(site: Site, pattern: str) -> Path:
    """The heaviest page of a kind."""
    found = [path for path in site.folder.glob(pattern) if not is_redirect(path) and "halaman" not in path.parts]
    return max(found, key=lambda path: (path.stat().st_size, path))
