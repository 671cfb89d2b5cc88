"""A page of a case on paper. Made in memory: what is in it touches no disk, no cache and no log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from routekaart.printing.render import render_pdf

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
NUMBER = re.compile(r"\+?\d[\d()]*(?:[- ]\d+)+|\b\d{4,}\b")


def paper_pdf(template: str, document: Mapping[str, Any]) -> bytes:
    """The PDF of a document; its "title" is neutral (INV-33). Raises TooHeavy, PrintingUnavailable or NotPrinted."""
    return render_pdf(paper_html(template, document), title=document["title"])


def paper_html(template: str, document: Mapping[str, Any]) -> str:
    """The page that a PDF is drawn from: a template of `templates/print/` with plain values."""
    return _templates().get_template(f"print/{template}").render(document)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_unbroken,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _unbroken(value: object) -> object:
    """A text in which a phone number (or another long number) never breaks at the end of a line."""
    if not isinstance(value, str) or isinstance(value, Markup) or not NUMBER.search(value):
        return value
    return Markup(NUMBER.sub(r'<span class="number">\g<0></span>', str(escape(value))))
