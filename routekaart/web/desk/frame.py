"""What every page of the desk shows around its main part."""

from __future__ import annotations

from typing import Any

from flask import abort, request

from routekaart.presenters import frame
from routekaart.presenters.desk_nav import sections
from routekaart.regions.document import RegionDocument
from routekaart.regions.live import Live
from routekaart.web.auth.current import the_user
from routekaart.web.services import services


def live_region(slug: str) -> Live[RegionDocument]:
    """The region as it is published; 404 when there is none."""
    return services().maps.live.get(slug) or abort(404)


def members_of(group: str) -> tuple[RegionDocument, ...]:
    """The regions that are in a group, as they are live; those that work now first."""
    every = (one.document for one in services().maps.live.all().values())
    return tuple(sorted((one for one in every if one.group == group), key=lambda one: (one.historical, one.slug)))


def desk_frame(slug: str) -> dict[str, Any]:
    """Region, sections that this person may use, and the notices of the region."""
    document = live_region(slug).document
    user = the_user()
    group = services().groups.all().get(document.group or "")
    allowed = [one for one in sections(in_group=bool(group and group.number)) if user.may(one.permission, slug)]
    return {
        "slug": slug,
        "region": document.name,
        "sections": allowed,
        "here": request.endpoint,
        "user": user,
        "banners": frame.fictional(document.to_region()),
    }
