"""What the operating system refuses -> one Indonesian sentence that names the file and the reason."""

import errno
import os
import shutil
from typing import Final

from generator.text.printable import printable

#: Paths are cut no earlier than people can still tell them apart.
_LONGEST_NAME: Final = 500
_REASONS: Final = {
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EFBIG: "melampaui batas ukuran berkas",
    errno.EROFS: "penyimpanannya hanya dapat dibaca",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "sudah ada",
    errno.ENOTEMPTY: "folder itu berisi",
    errno.EISDIR: "berupa folder, bukan berkas",
    errno.ENOTDIR: "bukan folder, atau berada di bawah yang bukan folder",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.ENOMEM: "memori habis",
    errno.EIO: "penyimpanannya rusak atau terputus",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EADDRINUSE: "alamat dan porta itu sedang dipakai program lain",
    errno.EADDRNOTAVAIL: "alamat itu bukan alamat komputer ini",
}


def sentence(error: OSError) -> str:
    """Which file or folder, if the system says so, and why; the system's own words where there are no others."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        source, *_ = error.args[0][0]  # several at once, each with its reason in words
        return f"{_shown(source)} tidak dapat disalin."
    reason = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
    name = error.filename2 or error.filename  # of two, the one that was to be written
    if name is None and error.errno == errno.ENOENT:  # only `getcwd` asks for what it does not name
        return "Folder tempat perintah ini dijalankan sudah tidak ada. Pindah ke folder lain, lalu ulangi."
    if not isinstance(name, str | bytes | os.PathLike):
        return f"Sistem operasi menolak: {reason}."
    return f"{_shown(name)} tidak dapat dibuka atau ditulis: {reason}."


def _shown(name: str | bytes | os.PathLike[str]) -> str:
    return printable(os.fsdecode(name), length=_LONGEST_NAME)
