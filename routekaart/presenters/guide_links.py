"""The guides beside the steps: their addresses, and which of them belongs to which step. All names are neutral."""

from __future__ import annotations

from routekaart.presenters.here import Here, View

CONVERSATIONS, INSTRUMENTS, SHARING, DISAGREEMENT = "gesprek-voeren", "welk-instrument", "mag-ik-dit-delen", "oneens"
PARENTS = "/voor-ouders"
GUIDES = (CONVERSATIONS, INSTRUMENTS, SHARING, DISAGREEMENT)
OLD_EDITION = "Deze bladzijde gaat over de stappen van nu, niet over die van 2011."
_TEXTS = {
    CONVERSATIONS: ("Gesprek voeren", "Hulp bij het gesprek, per leeftijd en situatie."),
    INSTRUMENTS: ("Welk instrument?", "Wanneer je wat gebruikt, en wat het niet is."),
    SHARING: ("Mag ik dit delen?", "Met wie, met of zonder toestemming, en wat je opschrijft."),
    DISAGREEMENT: ("We zijn het oneens", "Wat je doet als een ander het anders ziet of afwijst."),
    PARENTS: ("Voor ouders", "Een bladzijde om samen te lezen, ook in andere talen."),
}
_BESIDE = {
    "overleg": (INSTRUMENTS, SHARING),
    "gesprek": (CONVERSATIONS, PARENTS, SHARING),
    "beslissen": (SHARING, DISAGREEMENT, INSTRUMENTS),
    "vervolg": (DISAGREEMENT,),
}


def guide_links(here: Here) -> list[View]:
    """Every guide, for the opening page."""
    return [_link(here, one) for one in _TEXTS]


def links_beside(here: Here, step: str) -> list[View]:
    """The guides that help at a step."""
    return [_link(here, one) for one in _BESIDE.get(step, ())]


def title_of(guide: str) -> str:
    """What a guide is called in links and in the browser's tab."""
    return _TEXTS[guide][0]


def _link(here: Here, guide: str) -> View:
    text, what = _TEXTS[guide]
    return {"text": text, "what": what, "href": guide if guide == PARENTS else here.address(guide)}
