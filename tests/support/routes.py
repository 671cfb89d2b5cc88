"""Every route of the site, with an address for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask

# A value for every variable part of an address; a route with another part fails until it gets one here.
PARTS = {
    "region": "voorbeeldregio",
    "slug": "voorbeeldregio",
    "sector": "onderwijs",
    "step": "gesprek",
    "step_id": "gesprek",
    "number": 1,
    "partner": "veilig-thuis",
    "entry_id": "veilig-thuis",
    "upload_id": "0" * 32,
    "source": "live",
    "page": "partners",
    "rest": "",
    "name": "style.css",
    "lang": "en",
    "digest": "0" * 12,
    "token": "A" * 43,
}


@dataclass(frozen=True, slots=True)
class Route:
    """One endpoint asked in one way."""

    endpoint: str
    method: str
    path: str


def routes(app: Flask, *methods: str, parts: Mapping[str, object] = PARTS) -> Iterator[Route]:
    """Every route that takes one of these methods."""
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & set(methods)):
            path = urls.build(rule.endpoint, {name: parts[name] for name in rule.arguments}, method=method)
            yield Route(rule.endpoint, method, path)
