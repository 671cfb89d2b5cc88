"""A region: who it is, what it agreed, and its partners as contacts."""

from __future__ import annotations

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.directory import Directory, Partner
from routekaart.exchange import vcard as cards
from routekaart.presenters import frame
from routekaart.presenters.agreements_page import agreements_page
from routekaart.presenters.region_page import region_page
from routekaart.web.guide import bp
from routekaart.web.guide.place import here, municipality, region_of, sectors
from routekaart.web.services import services


@bp.get("/<region>/")
def region(region: str) -> ResponseReturnValue:
    """The region's page: choose your profession, and see what the region says of itself."""
    found = region_of(region)
    edition, place = found.routemap.edition, municipality(found.directory.region)
    page = region_page(found, edition, sectors(), place, clock.today())
    about = found.directory.region
    around = {"banners": frame.banners(about, edition), "look": frame.look(about)}
    return render_template("guide/region.html", page=page, **around)


@bp.get("/<region>/<sector>/afspraken")
def agreements(region: str, sector: str) -> ResponseReturnValue:
    """What was agreed, with whom, and on what it rests."""
    place = here(region, sector)
    page = agreements_page(place, clock.today())
    return render_template("guide/agreements.html", page=page, **place.frame("afspraken"))


@bp.get("/<region>/partner/<partner>.vcf")
def vcard(region: str, partner: str) -> ResponseReturnValue:
    """A partner for one's address book."""
    directory = region_of(region).directory
    found = _partner(directory, partner) or services().maps.national.partners.get(partner)
    if found is None:
        abort(404)
    response = Response(cards.vcard(found), content_type=cards.CONTENT_TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="contact.vcf"'
    return response


def _partner(directory: Directory, partner: str) -> Partner | None:
    inside = (one for organisation in directory.organisations.values() for one in organisation.partners)
    return directory.partners.get(partner) or next((one for one in inside if one.id == partner), None)
