"""Compresses the pages that are made for one visitor; the guide and the files have compressed forms of their own.

The length of a compressed page can give away a secret in it to a site that makes the visitor's browser ask for it again
and again (BREACH). So only what the visitor asked for is compressed: docs/decisions/0012-compressed-walks.md.
"""

from __future__ import annotations

import zlib

import brotli
from flask import Flask, Response, request

BY_THE_VISITOR = frozenset({"same-origin", "none"})
FEWEST_OCTETS = 1024
QUALITY, LEVEL = 3, 1
GZIP = 31


def init_app(app: Flask) -> None:
    """Compress pages on their way out. To be called before other parts add their headers, so that it comes last."""
    app.after_request(compressed)


def compressed(response: Response) -> Response:
    """The page as it was, or in a coding that the browser takes."""
    if response.mimetype != "text/html" or "public" in response.headers.get("Cache-Control", ""):
        return response
    response.vary.update(("Accept-Encoding", "Sec-Fetch-Site"))
    plain = response.get_data()
    if len(plain) < FEWEST_OCTETS or request.headers.get("Sec-Fetch-Site") not in BY_THE_VISITOR:
        return response
    if request.accept_encodings["br"]:
        response.set_data(brotli.compress(plain, quality=QUALITY))
        response.headers["Content-Encoding"] = "br"
    elif request.accept_encodings["gzip"]:
        response.set_data(zlib.compress(plain, LEVEL, GZIP))
        response.headers["Content-Encoding"] = "gzip"
    return response
