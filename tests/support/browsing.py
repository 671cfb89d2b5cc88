"""Walks for browsers: the answers of a few cases on the region of the tests."""

from __future__ import annotations

from typing import Any

ONE_CHILD_HELP: dict[str, Any] = {
    "acuut-gevaar": "nee",
    "client-volwassen": "nee",
    "wie": {"kind-0-11": 1},
    "vorm": ["geen"],
    "relatie": ["ouder"],
    "baby": "nee",
    "onthulling": "nee",
    "huisverbod": "nee",
    "verwijsindex": "nee",
    "ouders-veilig": "ja",
    "praten-veilig": "ja",
    "afweging-1": "ja",
    "afweging-2": "nee",
    "afweging-3": "ja",
    "afweging-4": "ja",
    "hulp-loopt": "nee",
    "besluit-melden": "nee",
    "besluit-hulp": "ja",
    "hulp-datum": "01-12-2026",
    "lokaal-ziet-geen-rol": "nee",
    "evaluatie-datum": "17-02-2027",
}
# Three children of different ages and a partner; what is known differs for each.
FAMILY: dict[str, Any] = ONE_CHILD_HELP | {
    "wie": {"kind-0-11": 1, "kind-12-15": 1, "kind-16-17": 1, "volwassene": 1},
    "ouders-veilig": "nee",
    "praten-veilig": {"kind-16-17.1": "ja", "volwassene.1": "ja", "allen": "nee"},
    "afweging-2": {"kind-0-11.1": "ja", "kind-12-15.1": "twijfel", "allen": "nee"},
    "afweging-3": {"kind-16-17.1": "ja", "volwassene.1": "ja", "allen": "twijfel"},
    "afweging-4": "ja",
    "besluit-melden": "ja",
    "betrokkenen-geinformeerd": "ja",
    "melding-datum": "25-11-2026",
    "hulp-datum": "weet-niet",
    "ouders-weigeren": "nee",
    "afweging-5": "twijfel",
}
LABELS = ("kind 1 (0–11 jaar)", "kind 2 (12–15 jaar)", "jongere (16–17 jaar)", "volwassene")
