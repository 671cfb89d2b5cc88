"""How a region looks: its two colours and its logo."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = b"\x00\x00\x00\rIHDR"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as "#rrggbb" and a PNG in base64; what is empty stays as it is everywhere.

    `line` is the colour of the map's line, links and buttons; `here` the accent of where one is.
    """

    line: str = ""
    here: str = ""
    logo: str = ""
    logo_text: str = ""

    @property
    def digest(self) -> str:
        """A name for exactly this look."""
        return _digest(self)

    @property
    def png(self) -> bytes:
        """The logo as a file."""
        return base64.b64decode(self.logo)

    @property
    def logo_size(self) -> tuple[int, int]:
        """The width and height of the logo; nothing by nothing when there is none."""
        return png_size(base64.b64decode(self.logo[:32])) or (0, 0)


@lru_cache(maxsize=64)
def _digest(look: Look) -> str:
    said = "\n".join((look.line, look.here, look.logo, look.logo_text))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def png_size(data: bytes) -> tuple[int, int] | None:
    """The width and height that a PNG says it has; None when it is no PNG."""
    if len(data) < 24 or data[:8] != _SIGNATURE or data[8:16] != _HEADER:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
