"""The PDF of a case, for the file."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from routekaart.content.guides import Guides
from routekaart.engine.signals import Catalogue
from routekaart.engine.walk import Walk
from routekaart.presenters.case_document import case_document, document_title
from routekaart.printing.paper import paper_html
from routekaart.printing.render import render_pdf
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casefile import CaseFile


def case_pdf(
    case: CaseFile, walk: Walk, place: RegionalMap, *, lists: Catalogue, guides: Guides, now: datetime
) -> bytes:
    """The walk of a case on paper. Raises TooHeavy, PrintingUnavailable or NotPrinted."""
    return render_pdf(case_html(case, walk, place, lists=lists, guides=guides, now=now), title=document_title(now))


def case_html(
    case: CaseFile, walk: Walk, place: RegionalMap, *, lists: Catalogue, guides: Guides, now: datetime
) -> str:
    """The page that the PDF of a case is drawn from."""
    document = case_document(case, walk, place, lists=lists, guides=guides, now=now)
    return paper_html("casefile.html", document | {"map": Markup(document["map"])})


def file_name(now: datetime) -> str:
    """A neutral name for the file: "Verslag doorloop 24-11-2026.pdf"."""
    return f"{document_title(now)}.pdf"
