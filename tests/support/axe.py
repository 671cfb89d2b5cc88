"""Asks axe-core what is wrong with a page."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

COLOURS = ["color-contrast"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def source() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """One line for each broken rule and element; empty is good. A strict CSP lets `evaluate` through."""
    page.evaluate(source())
    result = page.evaluate("rules => axe.run({runOnly: rules})", rules)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
