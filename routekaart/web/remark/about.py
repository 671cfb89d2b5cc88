"""Which partner of which region a remark is about, and that a form counts once."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import abort
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField

from routekaart.directory import Contact, ContactKind, Directory, Partner
from routekaart.directory.phone import dialled
from routekaart.presenters import frame
from routekaart.web.services import services

TRAP = "website"


class OnceForm(FlaskForm):
    """A form that counts once; programs that fill in everything also fill in the field that nobody sees."""

    eenmalig = HiddenField()
    website = StringField()

    @property
    def is_trapped(self) -> bool:
        """Whether a program filled it in."""
        return bool(self.website.data)

    @property
    def once(self) -> bytes:
        """What the database knows this form by."""
        return hmac.digest(services().settings.key("remarks"), (self.eenmalig.data or "").encode(), hashlib.sha256)


@dataclass(frozen=True, slots=True)
class About:
    """A partner as it is live in a region."""

    slug: str
    directory: Directory
    partner: Partner

    def contact(self, number: str) -> Contact:
        """The published number of this partner that is dialled so; 404 when there is none."""
        phones = (one for one in self.partner.contacts if one.kind is ContactKind.PHONE)
        found = next((one for one in phones if dialled(one.value) == number), None)
        return found or abort(404)

    @property
    def frame(self) -> dict[str, Any]:
        """What each of these pages shows around it."""
        region = self.directory.region
        return {
            "region": region.name,
            "partner": self.partner.name,
            "social_map": f"/{self.slug}/",
            "banners": frame.fictional(region),
            "once_token": secrets.token_urlsafe(16),
        }


def about(region: str, partner: str) -> About:
    """The partner of a region; 404 when there is none."""
    live = services().maps.live.get(region) or abort(404)
    directory = services().maps.directory(live)
    found = next((one for one in _partners(directory) if one.id == partner), None)
    return About(region, directory, found or abort(404))


def _partners(directory: Directory) -> Iterator[Partner]:
    yield from directory.partners.values()
    for organisation in directory.organisations.values():
        yield from organisation.partners
    yield from directory.national.partners.values()
