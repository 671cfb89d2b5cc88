"""Looking for what should not be there: marks in every file of a folder, in every form that they could have."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

SQUEEZED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
ANY_HEADER = zlib.MAX_WBITS | 32
MOST = 4 * 1024 * 1024


def traces(folder: Path, marks: Iterable[str | bytes]) -> list[str]:
    """Which marks stand in which files, as they are or encoded or compressed; empty is good."""
    looked_for = [(mark, form) for mark in marks for form in forms(mark)]
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        for content in contents(path.read_bytes()):
            found += [f"{path.name}: {mark!r} as {form!r}" for mark, form in looked_for if form in content]
    return found


def forms(mark: str | bytes) -> set[bytes]:
    """A mark in bytes: as text, in base64 at each of the three places, in hexadecimal."""
    if isinstance(mark, bytes):
        return {mark, *_base64(mark), mark.hex().encode()}
    plain = mark.encode()
    return {plain, mark.encode("utf-16-le"), mark.encode("utf-16-be"), plain.hex().encode(), *_base64(plain)}


def contents(content: bytes) -> Iterator[bytes]:
    """A file, and what comes out of every place in it that looks compressed."""
    yield content
    for start in SQUEEZED.finditer(content):
        try:
            yield zlib.decompressobj(ANY_HEADER).decompress(content[start.start() :], MOST)
        except zlib.error:
            continue


def _base64(content: bytes) -> Iterator[bytes]:
    for shift in range(3):
        inside = base64.b64encode(b"\0" * shift + content)
        yield inside[4 if shift else 0 :].rstrip(b"=")[:-1]
