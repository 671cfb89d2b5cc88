"""A picture that somebody sends, made anew: only its pixels stay, so that nothing else rides along."""

from __future__ import annotations

from io import BytesIO
from struct import error as StructError

from routekaart.directory.look import png_size


class NotAPicture(ValueError):
    """It cannot be read as a PNG."""


class TooLarge(ValueError):
    """It has more pixels than may be unpacked."""


def remade(data: bytes, most_wide: int, most_high: int) -> bytes:
    """The same picture as a PNG of its own. Raises NotAPicture, or TooLarge before anything is unpacked."""
    size = png_size(data)
    if size is None:
        raise NotAPicture
    if size[0] > most_wide or size[1] > most_high:
        raise TooLarge
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as picture:
            picture.verify()  # whole, also where another library told this one to make do with halves
        with Image.open(BytesIO(data), formats=["PNG"]) as picture:
            pixels = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, StructError) as error:
        raise NotAPicture from error
    made = BytesIO()
    Image.frombytes("RGBA", pixels.size, pixels.tobytes()).save(made, "PNG", optimize=True)
    return made.getvalue()
