"""The startfoto of the draft: on screen, as PDF and as spreadsheet, beside another date or another region."""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.directory import AMSTERDAM
from routekaart.exchange import xlsx
from routekaart.presenters import dates
from routekaart.presenters.baseline_page import Other, Wanted, baseline_page, baseline_paper, baseline_sheets
from routekaart.printing.paper import paper_pdf
from routekaart.printing.render import NotPrinted
from routekaart.regions import history
from routekaart.regions.revision import revision, revisions
from routekaart.storage.database import reading
from routekaart.web.desk import bp
from routekaart.web.desk.bulk_export import answered
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.reachability import directory_of, drafted
from routekaart.web.services import services

MOST_REVISIONS = 50
NOT_PRINTED = "De PDF lukte niet. Probeer het zo nog eens."


@bp.get("/<slug>/startfoto")
def baseline(slug: str) -> ResponseReturnValue:
    """What is offered for whom, where, at which level; and the gaps."""
    return _page(slug)


@bp.get("/<slug>/startfoto.pdf")
def baseline_pdf(slug: str) -> ResponseReturnValue:
    """The same on paper."""
    paper = baseline_paper(drafted(slug), _wanted(), _other(slug), dates.day(clock.today()))
    try:
        content = paper_pdf("baseline.html", paper)
    except NotPrinted:
        return _page(slug, NOT_PRINTED), 503
    return answered(content, "application/pdf", f"startfoto-{slug}.pdf")


@bp.get("/<slug>/startfoto.xlsx")
def baseline_xlsx(slug: str) -> ResponseReturnValue:
    """The same as a spreadsheet."""
    sheets = baseline_sheets(drafted(slug), _wanted())
    return answered(xlsx.write_xlsx(sheets), xlsx.CONTENT_TYPE, f"startfoto-{slug}.xlsx")


def _page(slug: str, problem: str = "") -> str:
    page = baseline_page(drafted(slug), _wanted(), _other(slug))
    choice = {"others": _choices(slug), "asked": _asked(), "problem": problem}
    return render_template("desk/baseline.html", page=page, **choice, **desk_frame(slug))


def _asked() -> dict[str, str]:
    """What was chosen, for the addresses of the downloads."""
    return {name: request.args[name] for name in ("gemeente", "thema", "naast") if request.args.get(name)}


def _wanted() -> Wanted:
    return Wanted(request.args.get("gemeente", ""), request.args.get("thema", ""))


def _other(slug: str) -> Other | None:
    """What somebody compares with: "versie-12" of this region, or "regio-flevoland"; None for anything else."""
    kind, _, name = request.args.get("naast", "").partition("-")
    if kind == "versie" and name.isascii() and name.isdigit() and len(name) < 10:
        with reading(services().engine) as session:
            found = revision(session, slug, int(name))
        document = history.document_of(found)
        if found is None or document is None:
            return None
        return Other(f"versie {found.number}", _wanted().of(directory_of(document)), is_same_region=True)
    live = services().maps.live.get(name) if kind == "regio" else None
    if live is None:
        return None
    region = Wanted(theme=_wanted().theme).of(directory_of(live.document))
    return Other(live.document.name, region, is_same_region=False)


def _choices(slug: str) -> list[dict[str, Any]]:
    with reading(services().engine) as session:
        mine = revisions(session, slug, most=MOST_REVISIONS)
    found = [
        (f"versie-{one.number}", f"Versie {one.number} van {dates.day(one.made_at.astimezone(AMSTERDAM).date())}")
        for one in mine
    ]
    regions = services().maps.live.all().values()
    found += [(f"regio-{one.slug}", one.document.name) for one in regions if one.slug != slug]
    chosen = request.args.get("naast", "")
    options = [{"value": value, "text": text, "selected": value == chosen} for value, text in found]
    return [{"value": "", "text": "Niet vergelijken"}, *options]
