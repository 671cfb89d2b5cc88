"""Help with a talk: the list, and one talk with the safety check in front of everything else."""

from __future__ import annotations

from datetime import datetime

from routekaart.content.conversations import Conversation, ConversationGroup, Conversations
from routekaart.presenters.agreements_page import agreed_with
from routekaart.presenters.guide_links import CONVERSATIONS, OLD_EDITION, PARENTS, title_of
from routekaart.presenters.here import Here, View
from routekaart.presenters.partner_card import REPORTING_POINT
from routekaart.presenters.role_cards import differs, role_cards
from routekaart.presenters.step_page import trail

ROLES = (REPORTING_POINT, "aandachtsfunctionaris", "tolk")
GROUPS = {ConversationGroup.PERSON: "Met wie praat je?", ConversationGroup.MOMENT: "Wat gebeurt er?"}


def conversations_page(here: Here, found: Conversations, now: datetime) -> View:
    """Every kind of talk, and what comes first in each."""
    return {
        "title": title_of(CONVERSATIONS),
        "intro": found.always.intro,
        "groups": [{"title": title, "rows": _rows(here, found, group)} for group, title in GROUPS.items()],
        "safety": found.always.safety,
        "unsafe": found.always.unsafe,
        "step_address": here.address("gesprek"),
        "parents_address": PARENTS,
        "trail": trail(here, title_of(CONVERSATIONS)),
        **_shared(here, now, CONVERSATIONS, found.always.sources),
    }


def conversation_page(here: Here, found: Conversations, one: Conversation, now: datetime) -> View:
    """One kind of talk."""
    always, page = found.always, address_of(one)
    return {
        "title": f"{one.title} – {title_of(CONVERSATIONS)}",
        "heading": one.title,
        "audience": one.audience,
        "warning": one.warning,
        "safety": [*one.safety, *always.safety],
        "unsafe": always.unsafe,
        "prepare": [*one.prepare, *always.prepare],
        "say": one.say,
        "do": one.do,
        "do_not": one.do_not,
        "close": one.close,
        "next_step": one.next_step,
        "interpreter": always.interpreter,
        "threat": always.threat,
        "record": [*one.record, *always.record],
        "parents_address": PARENTS,
        "trail": _trail(here, one),
        **_shared(here, now, page, one.sources),
    }


def address_of(one: Conversation) -> str:
    """The page of a talk, within a region and sector."""
    return f"{CONVERSATIONS}/{one.conversation}"


def _shared(here: Here, now: datetime, page: str, sources: tuple[str, ...]) -> View:
    cards = role_cards(here, ROLES, now)
    return {
        "cards": cards,
        "advice_phone": next((line for card in cards for line in card["phones"]), None),
        "agreements": agreed_with(here, ("tolk",)),
        "municipalities": here.municipality_choice(page) if differs(here, ROLES) else None,
        "old_edition": OLD_EDITION if here.region.historical else "",
        "sources": sources,
    }


def _rows(here: Here, found: Conversations, group: ConversationGroup) -> list[View]:
    return [
        {"text": one.title, "what": one.audience, "href": here.address(address_of(one))}
        for one in found.all
        if one.group is group
    ]


def _trail(here: Here, one: Conversation) -> list[View]:
    *before, _ = trail(here, "")
    return [*before, {"text": title_of(CONVERSATIONS), "href": here.address(CONVERSATIONS)}, {"text": one.title}]
