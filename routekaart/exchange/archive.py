"""A ZIP file that somebody sent: opened only when what is in it stays small. Pure."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

from routekaart.exchange.sheet import Unreadable, Why

MOST_BYTES = 40 * 1024 * 1024
"""Of everything in it, unpacked. A reader of ZIP stops at the size that a part declares, so no part can lie."""
MOST_PARTS = 500
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError)
"""What the standard library raises for an archive that is no good; what it cannot unpack is a RuntimeError."""
_HEAD = 64 * 1024
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)")


def is_archive(content: bytes) -> bool:
    """Whether these bytes begin as a ZIP file does."""
    return content.startswith(b"PK\x03\x04")


def opened(content: bytes) -> ZipFile:
    """The archive. Raises Unreadable when it is damaged, sealed, or would unpack to too much."""
    try:
        archive = ZipFile(io.BytesIO(content))
    except DAMAGED:
        raise Unreadable(Why.UNKNOWN) from None
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE)
    if any(one.flag_bits & 1 for one in parts):
        raise Unreadable(Why.UNKNOWN)
    return archive


def part(archive: ZipFile, name: str, most: int = -1) -> bytes:
    """The beginning of a part, or all of it. Raises Unreadable when it is damaged, or packed in a way of its own."""
    try:
        with archive.open(name) as stream:
            return stream.read(most)
    except DAMAGED:
        raise Unreadable(Why.UNKNOWN) from None


def refuse_declarations(archive: ZipFile) -> None:
    """Raises Unreadable when a part in XML declares entities of its own: these can be made to grow without end."""
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")) and _DECLARES.search(part(archive, name, _HEAD).replace(b"\0", b"")):
            raise Unreadable(Why.UNSAFE)
