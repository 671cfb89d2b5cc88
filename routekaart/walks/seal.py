"""Closing and opening: AES-256-GCM over compressed, padded bytes.

A sealed walk is `version (1 byte) + nonce (12 bytes) + ciphertext with tag`. The plain text inside is
`length (4 bytes) + zlib + zeros up to a step`; steps double from 2 KiB, so that the size of a row tells next to
nothing: nearly every walk is in the first. The row's id is bound in, so a ciphertext in another row does not open.
"""

import os
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
NONCE_SIZE = 12
TAG_SIZE = 16
LENGTH_SIZE = 4
FIRST_STEP = 2048


class Corrupt(Exception):
    """What was sealed has been changed, belongs to another row, or was sealed with another key."""


def seal(plain: bytes, key: bytes, row: bytes) -> bytes:
    """Ciphertext of `plain` for one row, different at every call. `key` is 32 bytes."""
    nonce = os.urandom(NONCE_SIZE)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, _pack(plain), VERSION + row)


def unseal(sealed: bytes, key: bytes, row: bytes) -> bytes:
    """What was sealed for this row with this key. Raises Corrupt."""
    if sealed[:1] != VERSION or len(sealed) < 1 + NONCE_SIZE + TAG_SIZE:
        raise Corrupt
    nonce, ciphertext = sealed[1 : 1 + NONCE_SIZE], sealed[1 + NONCE_SIZE :]
    try:
        return _unpack(AESGCM(key).decrypt(nonce, ciphertext, VERSION + row))
    except InvalidTag as error:
        raise Corrupt from error


def edition(sealed: bytes) -> bytes:
    """What tells one sealing from every other: its nonce."""
    return sealed[1 : 1 + NONCE_SIZE]


def _pack(plain: bytes) -> bytes:
    packed = zlib.compress(plain)
    content = len(packed).to_bytes(LENGTH_SIZE, "big") + packed
    step = FIRST_STEP
    while step < len(content):
        step *= 2
    return content.ljust(step, b"\0")


def _unpack(content: bytes) -> bytes:
    end = LENGTH_SIZE + int.from_bytes(content[:LENGTH_SIZE], "big")
    return zlib.decompress(content[LENGTH_SIZE:end])
