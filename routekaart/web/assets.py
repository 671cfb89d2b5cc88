"""Static files: hashed names, cached for ever, compressed once at start.

All style sheets leave as one file, `style.css`; every other file under `static/` keeps its own name. Templates call
`asset_url("style.css")` or `asset_url("js/routekaart.js")`.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from flask import Flask, Response, abort, request

try:
    import brotli
except ImportError:  # gzip alone will do
    brotli = None

FOLDER = Path(__file__).resolve().parent.parent / "static"
STYLESHEET = "style.css"
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
FOR_EVER = "public, max-age=31536000, immutable"
# The highest quality, 11, takes ten times as long at each start and saves 1 kB of the style sheet.
QUALITY = 9
HASH = re.compile(r"\.([0-9a-f]{12})(?=\.[a-z0-9]+$)")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it leaves: its address under /static/, its type, its bytes plain and per content coding."""

    address: str
    content_type: str
    digest: str
    plain: bytes
    packed: Mapping[str, bytes]


class Assets:
    """All static files of a folder, read once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._assets = {}
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.suffix in CONTENT_TYPES and path.suffix != ".css":
                self._assets[name] = packed(name, path.read_bytes())
        self._assets[STYLESHEET] = packed(STYLESHEET, stylesheet(folder / "css", self.address).encode())

    def address(self, name: str) -> str:
        """The hashed name, relative to /static/. KeyError when there is no such file."""
        return self._assets[name].address

    def url(self, name: str) -> str:
        """The address for a page. KeyError when there is no such file."""
        return f"/static/{self.address(name)}"

    def find(self, address: str) -> tuple[Asset, bool] | None:
        """The file at this address, and whether the address carries the hash that the file has now."""
        asset = self._assets.get(HASH.sub("", address))
        return (asset, asset.address == address) if asset else None


def stylesheet(folder: Path, address: Callable[[str], str]) -> str:
    """All style sheets in the order in which they build on each other: tokens, NL Design System, ours, print."""
    names = ["tokens.css", "nlds.css", "base.css"]
    names += [path.relative_to(folder).as_posix() for path in sorted((folder / "components").glob("*.css"))]
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in [*names, "print.css"])
    return re.sub(r'url\("\.\./([^"]+)"\)', lambda found: f'url("{address(found[1])}")', squeezed(text))


def squeezed(css: str) -> str:
    """Without comments (but the licence, in the first place) and needless white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"(?<=[(,{};:]) | (?=[),{};])", "", css)
    return f"/* EUPL-1.2; contains @utrecht components, EUPL-1.2 */{css.strip().replace(';}', '}')}"


def packed(name: str, data: bytes) -> Asset:
    """A file with its hashed name and compressed forms; what is compressed by nature stays as it is."""
    path = Path(name)
    digest = hashlib.sha256(data).hexdigest()[:12]
    forms: dict[str, bytes] = {}
    if path.suffix != ".woff2":
        if brotli is not None:
            forms["br"] = brotli.compress(data, quality=QUALITY)
        forms["gzip"] = gzip.compress(data, 9, mtime=0)
    address = path.with_suffix(f".{digest}{path.suffix}").as_posix()
    return Asset(address, CONTENT_TYPES[path.suffix], digest, data, MappingProxyType(forms))


def init_app(app: Flask) -> None:
    """Serve the static files under /static/, and give templates `asset_url`. Wants Flask's own static folder off."""
    assets = Assets()

    def static(name: str) -> Response:
        found = assets.find(name)
        if found is None:
            abort(404)
        return answer(*found)

    app.add_url_rule("/static/<path:name>", "static", static)
    app.add_template_global(assets.url, "asset_url")


def answer(asset: Asset, current: bool) -> Response:
    """The file in the best coding that the browser takes; under an old hash it is not kept."""
    coding = next((form for form in asset.packed if request.accept_encodings[form]), None)
    response = Response(asset.packed[coding] if coding else asset.plain, content_type=asset.content_type)
    if coding:
        response.headers["Content-Encoding"] = coding
    if asset.packed:
        response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOR_EVER if current else "no-cache"
    response.set_etag(asset.digest, weak=True)
    response.make_conditional(request)
    return response
