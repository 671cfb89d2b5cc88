"""What a page was rendered from: enough to render it again without the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shown:
    """A template with its values, and what the functions that it calls gave."""

    template: str
    values: dict[str, Any]
    token: str
    assets: dict[str, str]
    rules: list[tuple[str, str]]
    body: bytes
