"""What a printer and its worker say to each other over a pipe: one letter, a length, and so many bytes."""

from __future__ import annotations

import struct
from typing import IO

ORDER, BEGUN, PDF, UNAVAILABLE, TOO_HEAVY, FAILED = b"O", b"B", b"P", b"U", b"H", b"F"
_HEAD = struct.Struct(">cQ")


def send(pipe: IO[bytes], kind: bytes, body: bytes) -> None:
    """Write one message. Raises BrokenPipeError when nobody listens any more."""
    pipe.write(_HEAD.pack(kind, len(body)))
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Read one message; None when the other side is gone."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    body = pipe.read(length)
    return (kind, body) if len(body) == length else None
