"""Pictures of an innovation: what is accepted, and the clean copies that are published.

A phone's photo carries the place and time it was taken; only the pixels go out.
"""

import io
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageOps

from generator.catalogue import picture_file
from generator.catalogue.picture_file import PictureError, stripped
from generator.layout import MAX_PICTURE_BYTES, is_slug

MAX_SIDE: Final = 12_000
#: A JPEG that is read row by row is read at reduced size. Others get the share that fills about 150 MB of memory.
MAX_PIXELS: Final = 50_000_000
_SHARE: Final = {"JPEG": 3, "PNG": 3, "WEBP": 5}
SHOWN_WIDTH: Final = 960
#: Bytes of a published picture: two seconds on a slow phone line. Only very dense photos go above.
BUDGET: Final = 60_000
#: One thread decodes, for every caller: one picture at a time fills memory, and the next takes what it leaves.
_DECODER: Final = ThreadPoolExecutor(1)


def refusal(path: Path) -> str | None:
    """Why the picture at `path` cannot be used, in Indonesian; None if it can.

    Its name becomes part of an address, so it is held to the same rule as an entry's.

    Decides by the content, not by the file's name; sizes are held to limits before pixels are decoded, and the
    pixels are read once to see whether they can be.
    """
    if not is_slug(path.stem) or path.suffix != path.suffix.lower():
        return "nama berkas hanya boleh huruf kecil, angka, dan tanda hubung"
    size = path.stat().st_size
    if size > MAX_PICTURE_BYTES:
        return f"ukurannya {size} bita, batasnya {MAX_PICTURE_BYTES} bita"
    raw = path.read_bytes()
    try:
        with warnings.catch_warnings(action="ignore"):
            with _opened(raw) as image:
                width, height = image.size
                most = MAX_PIXELS if picture_file.in_rows(raw) else MAX_PIXELS // _SHARE[str(image.format)]
            if max(width, height) > MAX_SIDE or width * height > most:
                return f"terlalu besar: {width} x {height} piksel, untuk jenis ini paling banyak {most} piksel"
            _pixels(raw)
    except PictureError as error:
        return str(error)
    except Exception:  # noqa: BLE001 - a decoder fed with a broken file raises whatever it comes to
        return "isinya rusak atau terpotong"
    return None


def hidden(path: Path) -> str | None:
    """What the file at `path` tells besides its pixels and may not, in Indonesian; None if nothing or if unreadable."""
    if path.stat().st_size > MAX_PICTURE_BYTES:
        return None
    try:
        told = picture_file.hidden(path.read_bytes())
    except PictureError:
        return None
    return ", ".join(told) or None


def avif(raw: bytes) -> bytes:
    """The published picture for the browsers of today: at the look of the JPEG five eighths of its bytes."""
    # More than one thread would cut the picture by the number of processors: other machine, other bytes.
    return _within_budget(_pixels(raw), "AVIF", (60, 50, 40), speed=6, max_threads=1)


def jpeg(raw: bytes) -> bytes:
    """The published picture for every other reader."""
    return _within_budget(_pixels(raw), "JPEG", (78, 70, 60), optimize=True, progressive=True)


def size(published: bytes) -> tuple[int, int]:
    """Width and height in pixels of a published picture."""
    with Image.open(io.BytesIO(published)) as image:
        return image.size


#: Each picture is published in all of these kinds: suffix -> what makes it.
KINDS: Final = {"avif": avif, "jpg": jpeg}


def _opened(raw: bytes) -> Image.Image:
    """The picture, nothing of it decoded. The library meets none of what the file tells besides pixels."""
    return Image.open(io.BytesIO(stripped(raw)), formats=tuple(_SHARE))


def _pixels(raw: bytes) -> Image.Image:
    """The picture upright and on white, at most `SHOWN_WIDTH` pixels wide and high; nothing but its pixels."""
    return _DECODER.submit(_decoded, raw).result()


def _decoded(raw: bytes) -> Image.Image:
    with _opened(raw) as image:
        image.thumbnail((SHOWN_WIDTH, SHOWN_WIDTH))
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("RGB")


def _within_budget(image: Image.Image, kind: str, qualities: Sequence[int], **options: Any) -> bytes:
    """The first of `qualities` that keeps to `BUDGET`, else the last: below it a picture would look spoiled."""
    content = b""
    for quality in qualities:
        out = io.BytesIO()
        image.save(out, kind, quality=quality, **options)
        content = out.getvalue()
        if len(content) <= BUDGET:
            break
    return content
