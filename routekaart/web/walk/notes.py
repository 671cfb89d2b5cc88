"""Looking over what somebody writes before it is kept."""

from __future__ import annotations

from routekaart.walks.identifying import findings


def identifying_words(text: str | None) -> list[str]:
    """What in a text looks as if it tells who it is about, in words."""
    return [f"{one.word}: “{one.text}”" for one in findings(text or "")]
