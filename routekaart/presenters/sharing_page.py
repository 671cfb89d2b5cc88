"""May I share this: per recipient whether one asks first, what is the least, what to record and which law it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from routekaart.content.sharing import Consent, Recipient, SharingForm
from routekaart.presenters.guide_links import CONVERSATIONS, OLD_EDITION, SHARING, title_of
from routekaart.presenters.here import Here, View
from routekaart.presenters.role_cards import differs
from routekaart.presenters.step_page import trail
from routekaart.presenters.who_here import who_here

CONSENTS = {
    Consent.NAMELESS: "Mag altijd, zonder naam",
    Consent.NOT_NEEDED: "Mag zonder toestemming",
    Consent.IN_DANGER: "Bij gevaar zonder toestemming, anders eerst vragen",
    Consent.ASK_FIRST: "Eerst toestemming vragen",
    Consent.INFORM: "Zelf vertellen, als dat veilig is",
}


def sharing_page(here: Here, found: SharingForm, now: datetime) -> View:
    """The whole guide as it holds here."""
    roles = [one.role for one in found.recipients if one.role]
    everybody = (*found.recipients, *found.family)
    return {
        "title": title_of(SHARING),
        "intro": found.intro,
        "rules": found.rules,
        "rows": [[{"text": one.name, "href": f"#{one.id}"}, CONSENTS[one.consent], one.law] for one in everybody],
        "recipients": _recipients(here, found.recipients, now),
        "family": _recipients(here, found.family, now),
        "grounds": found.grounds,
        "exceptions_note": found.exceptions_note,
        "exceptions": found.exceptions,
        "duties_note": found.duties_note,
        "duties": found.duties,
        "record": found.record,
        "telling_address": here.address(f"{CONVERSATIONS}/vertellen-wat-je-besluit"),
        "municipalities": here.municipality_choice(SHARING) if differs(here, roles) else None,
        "old_edition": OLD_EDITION if here.region.historical else "",
        "sources": found.sources,
        "trail": trail(here, title_of(SHARING)),
    }


def _recipients(here: Here, rows: Iterable[Recipient], now: datetime) -> list[View]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "consent": CONSENTS[one.consent],
            "kind": one.consent.value,
            "rule": one.rule,
            "least": one.least,
            "careful": one.careful,
            "record": one.record,
            "law": one.law,
            "who": who_here(here, (one.role,), now) if one.role else [],
        }
        for one in rows
    ]
