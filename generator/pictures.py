"""Pictures of an innovation: what is accepted, and the clean copy that is published.

A phone's photo carries the place and time it was taken; only the pixels go out.
"""

import io
import warnings
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.layout import MAX_PICTURE_BYTES, is_slug

MAX_SIDE: Final = 12_000
#: A large JPEG is read at reduced size; other kinds fill memory, so they get a third of this.
MAX_PIXELS: Final = 50_000_000
SHOWN_WIDTH: Final = 960
_FORMATS: Final = ("JPEG", "PNG", "WEBP")


def refusal(path: Path) -> str | None:
    """Why the picture at `path` cannot be used, in Indonesian; None if it can.

    Its name becomes part of an address, so it is held to the same rule as an entry's.

    Decides by the content, not by the file's name; sizes are held to limits before pixels are decoded, and what
    publishing would do is done once to see whether it can be.
    """
    if not is_slug(path.stem) or path.suffix != path.suffix.lower():
        return "nama berkas hanya boleh huruf kecil, angka, dan tanda hubung"
    size = path.stat().st_size
    if size > MAX_PICTURE_BYTES:
        return f"ukurannya {size} bita, batasnya {MAX_PICTURE_BYTES} bita"
    raw = path.read_bytes()
    try:
        with warnings.catch_warnings(action="ignore"):
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
                width, height = image.size
                most = MAX_PIXELS if image.format == "JPEG" else MAX_PIXELS // 3
            if max(width, height) > MAX_SIDE or width * height > most:
                return f"terlalu besar: {width} x {height} piksel"
            published(raw)
    except UnidentifiedImageError:
        return "isinya bukan gambar JPG, PNG, atau WebP"
    except Exception:  # noqa: BLE001 - a decoder fed with a broken file raises whatever it comes to
        return "isinya rusak atau terpotong"
    return None


def published(raw: bytes) -> bytes:
    """A JPEG of the picture, at most `SHOWN_WIDTH` pixels wide and high, without metadata."""
    with Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
        image.thumbnail((SHOWN_WIDTH, SHOWN_WIDTH))
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    out = io.BytesIO()
    Image.alpha_composite(paper, upright).convert("RGB").save(out, "JPEG", quality=78, optimize=True, progressive=True)
    return out.getvalue()
