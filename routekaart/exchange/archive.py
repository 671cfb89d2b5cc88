"""A ZIP file that somebody sent: opened only when what is in it stays small. Pure."""

from __future__ import annotations

import io
import re
from zipfile import BadZipFile, ZipFile

from routekaart.exchange.sheet import Unreadable, Why

MOST_BYTES = 60 * 1024 * 1024
"""Of everything in it, unpacked. A reader of ZIP stops at the size that a part declares, so no part can lie."""
MOST_PARTS = 500
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)")


def is_archive(content: bytes) -> bool:
    """Whether these bytes begin as a ZIP file does."""
    return content.startswith(b"PK\x03\x04")


def opened(content: bytes) -> ZipFile:
    """The archive. Raises Unreadable when it is damaged, sealed, or would unpack to too much."""
    try:
        archive = ZipFile(io.BytesIO(content))
    except (BadZipFile, ValueError, OSError):
        raise Unreadable(Why.UNKNOWN) from None
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE)
    if any(one.flag_bits & 1 for one in parts):
        raise Unreadable(Why.UNKNOWN)
    return archive


def refuse_declarations(archive: ZipFile) -> None:
    """Raises Unreadable when a part in XML declares entities of its own: these can be made to grow without end."""
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                if _DECLARES.search(stream.read(4096)):
                    raise Unreadable(Why.UNSAFE)
