"""What a print may load: files of the package's own static folder, and nothing else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

STATIC = (Path(__file__).resolve().parents[1] / "static").resolve()
BASE_URL = f"{STATIC.as_uri()}/"
CONTENT_TYPES = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


class Refused(ValueError):
    """An address outside the static folder, or of a kind that no print needs."""


def own_file(url: str) -> Path:
    """The static file at this address. Raises Refused for anything else: other schemes, hosts, folders, links out."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc:
        raise Refused("only files of the package are loaded")
    try:
        path = Path(unquote(parts.path, errors="strict")).resolve(strict=True)
    except (OSError, ValueError):
        raise Refused("no such file") from None
    if not path.is_relative_to(STATIC) or not path.is_file() or path.suffix not in CONTENT_TYPES:
        raise Refused("only files of the package are loaded")
    return path
