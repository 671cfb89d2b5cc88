"""We disagree: per kind what to do and by when, who decides, who holds the case meanwhile, and what was agreed here."""

from __future__ import annotations

from datetime import datetime

from routekaart.content.disagreement import Disagreement, DisagreementForm
from routekaart.presenters.agreements_page import agreed_with
from routekaart.presenters.guide_links import DISAGREEMENT, OLD_EDITION, title_of
from routekaart.presenters.here import Here, View
from routekaart.presenters.region_page import coordinator
from routekaart.presenters.role_cards import differs
from routekaart.presenters.step_page import trail
from routekaart.presenters.who_here import who_here


def disagreement_page(here: Here, found: DisagreementForm, now: datetime) -> View:
    """The whole guide as it holds here."""
    roles = {role for one in found.disagreements for role in one.roles}
    sector = here.routemap.sector
    return {
        "title": title_of(DISAGREEMENT),
        "intro": found.intro,
        "rules": found.rules,
        "disagreements": [_disagreement(here, one, now) for one in found.disagreements],
        "decides": sector.decides,
        "decides_source": sector.source,
        "sector": sector.title,
        "coordinator": coordinator(here.region.coordinator),
        "agreements_address": here.address("afspraken"),
        "municipalities": here.municipality_choice(DISAGREEMENT) if differs(here, roles) else None,
        "old_edition": OLD_EDITION if here.region.historical else "",
        "sources": found.sources,
        "trail": trail(here, "Oneens"),
    }


def _disagreement(here: Here, one: Disagreement, now: datetime) -> View:
    return {
        "id": one.id,
        "title": one.title,
        "steps": one.steps,
        "say": one.say,
        "decides": one.decides,
        "holds": one.holds,
        "record": one.record,
        "source": one.source,
        "who": who_here(here, one.roles, now),
        "agreements": agreed_with(here, one.roles),
    }
