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
MAX_PIXELS: Final = 50_000_000
SHOWN_WIDTH: Final = 960
_FORMATS: Final = ("JPEG", "PNG", "WEBP")


def refusal(path: Path) -> str | None:
    """Why the picture at `path` cannot be used, in Indonesian; None if it can.

    Its name becomes part of an address, so it is held to the same rule as an entry's.

    Decides by the content, not by the file's name; sizes are held to limits before pixels are decoded.
    """
    if not is_slug(path.stem):
        return "nama berkas hanya boleh huruf kecil, angka, dan tanda hubung"
    size = path.stat().st_size
    if size > MAX_PICTURE_BYTES:
        return f"ukurannya {size} bita, batasnya {MAX_PICTURE_BYTES} bita"
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=_FORMATS) as image:
            width, height = image.size
            if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
                return f"terlalu besar: {width} x {height} piksel"
            image.load()
    except UnidentifiedImageError:
        return "isinya bukan gambar JPG, PNG, atau WebP"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
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
