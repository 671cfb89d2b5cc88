"""The colours of a drawing that stands on its own: the light values of static/css/tokens.css, white as its paper.

On a page the classes get their colours from static/css/components/transit_map.css and heat.css instead, dark mode
included.
"""

from __future__ import annotations

TOKENS = {
    "card": "#ffffff",
    "ink": "#16243a",
    "line": "#00616b",
    "here": "#ffb612",
    "on-here": "#16243a",
    "danger": "#b3261e",
    "on-danger": "#ffffff",
    "order": "#6a3d9a",
    "index": "#8a5a00",
    "follow": "#2e6b2e",
}
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"

FILL, STROKE = "fill", "stroke"
PAINT: dict[str, dict[str, str]] = {
    "transit__track--main": {STROKE: "line"},
    "transit__track--acute": {STROKE: "danger"},
    "transit__track--stairs": {STROKE: "danger"},
    "transit__track--order": {STROKE: "order"},
    "transit__track--index": {STROKE: "index"},
    "transit__track--follow": {STROKE: "follow"},
    "transit__track--core": {STROKE: "card"},
    "transit__halo": {FILL: "here"},
    "transit__stop--ahead": {FILL: "card", STROKE: "ink"},
    "transit__stop--visited": {FILL: "ink", STROKE: "ink"},
    "transit__stop--current": {FILL: "here", STROKE: "ink"},
    "transit__stop--danger": {FILL: "danger", STROKE: "danger"},
    "transit__mark--ahead": {FILL: "ink"},
    "transit__mark--visited": {FILL: "card"},
    "transit__mark--current": {FILL: "on-here"},
    "transit__mark--danger": {FILL: "on-danger"},
    "transit__label--main": {FILL: "ink"},
    "transit__label--stairs": {FILL: "ink"},
    "transit__label--acute": {FILL: "danger"},
    "transit__label--order": {FILL: "order"},
    "transit__label--index": {FILL: "index"},
    "transit__label--follow": {FILL: "follow"},
    "heat__text": {FILL: "ink"},
    "heat__text--all": {FILL: "card"},
    "heat__cover": {FILL: "line"},
    "heat__frame": {FILL: "card", STROKE: "line"},
    "heat__frame--none": {STROKE: "ink"},
}


def paint(classes: str) -> dict[str, str]:
    """Presentation attributes for these classes."""
    rules = (PAINT.get(name, {}) for name in classes.split())
    return {attribute: TOKENS[token] for rule in rules for attribute, token in rule.items()}
