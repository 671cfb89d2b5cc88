"""How the look of a region is written: two colours that can be read, and a logo as a small PNG."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from routekaart.content.partners import Form, Text
from routekaart.directory import Look
from routekaart.directory.look import png_size
from routekaart.drawing.colours import (
    ENOUGH,
    here_contrast,
    is_colour,
    line_contrast,
    looks_like_danger,
    nearest_here,
    nearest_line,
)

MOST_OCTETS = 100_000
MOST_WIDE, MOST_HIGH = 1200, 600


def _colour(reached: Callable[[str], float], nearest: Callable[[str], str]) -> Callable[[str], str]:
    def checked(colour: str) -> str:
        if not colour:
            return colour
        if not is_colour(colour):
            raise PydanticCustomError("no_colour", "no colour; expected: # and six digits, as in #00616b")
        if looks_like_danger(colour):
            raise PydanticCustomError("like_danger", "this red means danger to people")
        if reached(colour) < ENOUGH:
            found = {"nearest": nearest(colour), "found": f"{reached(colour):.1f}".replace(".", ",")}
            raise PydanticCustomError("contrast", "cannot be read; the nearest that can: {nearest}", found)
        return colour

    return checked


def _logo(text: str) -> str:
    if not text:
        return text
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    size = png_size(data)
    if size is None:
        raise PydanticCustomError("no_png", "no PNG in base64")
    if len(data) > MOST_OCTETS:
        raise PydanticCustomError("png_too_heavy", "a logo is at most 100 kB")
    if not (0 < size[0] <= MOST_WIDE and 0 < size[1] <= MOST_HIGH):
        raise PydanticCustomError("png_too_large", "a logo is at most 1200 by 600 pixels")
    return text


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_lower), AfterValidator(_colour(line_contrast, nearest_line))]
Here = Annotated[str, BeforeValidator(_lower), AfterValidator(_colour(here_contrast, nearest_here))]


class LookForm(Form):
    """What a region changes of how its pages look; what is empty stays as it is everywhere."""

    line: Line = ""
    here: Here = ""
    logo: Annotated[str, AfterValidator(_logo)] = ""
    logo_text: Text = ""

    @model_validator(mode="after")
    def _logo_has_words(self) -> Self:
        if self.logo and not self.logo_text:
            raise PydanticCustomError("logo_without_words", "a logo needs logo_text, for who does not see it")
        return self

    def to_look(self) -> Look | None:
        """As the directory knows it; None when nothing is changed."""
        found = Look(self.line, self.here, self.logo, self.logo_text)
        return None if found == Look() else found
