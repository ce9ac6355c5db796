"""Pictures as a file that is kept may hold them: in the colours of a screen, drawn as they are."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Name
from PIL import Image

_QUALITY = 95


def screen_colours(data: bytes) -> bytes:
    """Give a JPEG in the colours of print (CMYK) in those of a screen; every other picture as it is.

    The file says once what its colours mean, and that is sRGB (ISO 19005-3 6.2.4.3).
    """
    if not data.startswith(b"\xff\xd8\xff"):
        return data
    with Image.open(io.BytesIO(data)) as picture:
        if picture.mode != "CMYK":
            return data
        turned = io.BytesIO()
        picture.convert("RGB").save(turned, "JPEG", quality=_QUALITY)
    return turned.getvalue()


def settle_pictures(pdf: pikepdf.Pdf) -> None:
    """Ask viewers not to smooth pictures by means of their own (ISO 19005-3 6.2.8)."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Image and "/Interpolate" in item:
            del item["/Interpolate"]
