"""The PDF of a case, for the file. Made in memory: what is in it touches no disk, no cache and no log."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from routekaart.engine.signals import Catalogue
from routekaart.engine.walk import Walk
from routekaart.presenters.case_document import case_document, document_title
from routekaart.printing.render import render_pdf
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casefile import CaseFile

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
NUMBER = re.compile(r"\+?\d[\d()]*(?:[- ]\d+)+|\b\d{4,}\b")


def case_pdf(case: CaseFile, walk: Walk, place: RegionalMap, *, lists: Catalogue, now: datetime) -> bytes:
    """The walk of a case on paper. Raises TooHeavy, PrintingUnavailable or NotPrinted."""
    return render_pdf(case_html(case, walk, place, lists=lists, now=now), title=document_title(now))


def case_html(case: CaseFile, walk: Walk, place: RegionalMap, *, lists: Catalogue, now: datetime) -> str:
    """The page that the PDF of a case is drawn from."""
    document = case_document(case, walk, place, lists=lists, now=now)
    return _templates().get_template("print/casefile.html").render(document, map=Markup(document["map"]))


def file_name(now: datetime) -> str:
    """A neutral name for the file: "Verslag doorloop 24-11-2026.pdf"."""
    return f"{document_title(now)}.pdf"


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
