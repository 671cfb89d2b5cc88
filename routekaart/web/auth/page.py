"""A page of the way in, with what is wrong at its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, make_response, render_template


def auth_page(name: str, errors: Mapping[str, str] | None = None, status: int = 422, **values: Any) -> Response:
    """Errors by the id of their field; `status` is for a page with errors."""
    found = errors or {}
    links = [{"text": text, "href": f"#{field}"} for field, text in found.items()]
    html = render_template(f"auth/{name}.html", errors=found, error_links=links, **values)
    return make_response(html, status if found else 200)
