"""What changed in a region, told to everybody; and what held at any time."""

from __future__ import annotations

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue

from routekaart.directory import Directory
from routekaart.exchange.atom import CONTENT_TYPE, atom
from routekaart.presenters import frame
from routekaart.presenters.history_page import changes_page, feed_entries, version_page
from routekaart.regions import history
from routekaart.regions.document import RegionDocument
from routekaart.regions.history import Told
from routekaart.regions.revision import revision
from routekaart.storage.database import reading
from routekaart.web.guide import bp
from routekaart.web.guide.place import region_of
from routekaart.web.services import services

MOST = 20


@bp.get("/<region>/wijzigingen")
def changes(region: str) -> ResponseReturnValue:
    """What each publication changed, in plain words."""
    found = region_of(region).directory.region
    page = changes_page(found.name, region, _told(region))
    return render_template("guide/changes.html", page=page, banners=frame.fictional(found))


@bp.get("/<region>/wijzigingen.atom")
def changes_feed(region: str) -> ResponseReturnValue:
    """The same, to subscribe to."""
    found, site = region_of(region).directory.region, services().settings.site_url
    entries = feed_entries(site, region, _told(region))
    page = f"{site}/{region}/wijzigingen"
    body = atom(f"{page}.atom", page, f"Wijzigingen in {found.name}", found.display_name, entries)
    return Response(body, content_type=CONTENT_TYPE)


@bp.get("/<region>/versie/<int:number>/")
def version(region: str, number: int) -> ResponseReturnValue:
    """What held in one version: its address stays."""
    services().maps.live.get(region) or abort(404)
    with reading(services().engine) as session:
        told = history.told_one(session, region, number) if number < MOST_NUMBER else None
        following = revision(session, region, number + 1) if told else None
    if told is None:
        abort(404)
    document = history.document_of(told.revision)
    page = version_page(told, _directory(document) if document else None, following)
    banners = frame.fictional(document.to_region()) if document else []
    headers = {"X-Robots-Tag": "noindex"} if following else {}
    return render_template("guide/version.html", page=page, banners=banners), 200, headers


MOST_NUMBER = 1_000_000


def _told(slug: str) -> tuple[Told, ...]:
    with reading(services().engine) as session:
        return history.told(session, slug, most=MOST) or abort(404)


def _directory(document: RegionDocument) -> Directory:
    maps = services().maps
    group = maps.groups.get(document.group or "")
    return document.to_directory(maps.national, group.to_group() if group else None)
