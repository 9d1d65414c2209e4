"""Who must agree to what: the registry's owners as the CODEOWNERS file of GitHub."""

from typing import Final

from generator import layout
from generator.catalogue.registry import Registry
from generator.contributing.recording.agencies import OWNER

_HEAD: Final = """\
# Siapa yang harus menyetujui perubahan. Ditulis oleh `katalog owners` dari registry/agencies.yml (pemilik) dan
# mkdocs.yml (pemelihara); jangan disunting dengan tangan. Baris terakhir yang cocok yang berlaku.
# Usulan yang mengubah alur kerja (.github/), kode (generator/, site_templates/, tests/, Makefile), daftar paket
# (requirements/, pyproject.toml), atau mkdocs.yml menjalankan pemeriksaannya sendiri. Ringkasan dan tanda lulusnya
# bukan bukti; pemelihara membaca setiap berkasnya.
"""
_NOBODY: Final = """\
# Pemelihara belum ditetapkan: katalog record helpline --maintainer, lalu `katalog owners`.
# Selama kosong, berkas di luar folder perangkat daerah yang tercantum tidak mempunyai pemilik.
"""


def invalid(registry: Registry, maintainers: str) -> list[str]:
    """The owners that are no account, team or mail address, each as `where: value`."""
    named = {f"{layout.AGENCIES}, {slug}": agency.owner for slug, agency in registry.agencies.items()}
    named["pemelihara"] = maintainers
    return [
        f"{where}: {owner}"
        for where, owners in named.items()
        for owner in (owners or "").split()
        if not OWNER.match(owner)
    ]


def owners_text(registry: Registry, maintainers: str) -> str:
    """The file: the maintainers own everything (registry, code, workflows), an agency's owner its folder.

    `maintainers` and each owner are one or more names parted by blanks, "" where nobody is known. A folder whose owner
    is not known stays with the maintainers.
    """
    lines = [f"* {maintainers}"] if maintainers else [_NOBODY.rstrip("\n")]
    for slug, agency in sorted(registry.agencies.items()):
        if agency.owner:
            lines.append(f"/{layout.INNOVATIONS}/{slug}/ {agency.owner}")
    return "\n".join([_HEAD.rstrip("\n"), *lines, ""])
