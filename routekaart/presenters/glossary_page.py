"""The glossary: what terms and abbreviations mean, old and new."""

from __future__ import annotations

from itertools import groupby

from routekaart.content.glossary import Glossary, Term
from routekaart.presenters import dates
from routekaart.presenters.here import Here, View
from routekaart.presenters.step_page import trail

PAGE = "begrippen"


def glossary_page(glossary: Glossary, here: Here | None = None) -> View:
    """Every term by its first letter; `here` is where one reads, if anywhere."""
    titles = {term.id: term.title for term in glossary.terms}
    by_letter = groupby(glossary.terms, key=lambda term: term.title[0].upper())
    return {
        "title": "Begrippen",
        "letters": [{"letter": letter, "terms": [_term(one, titles) for one in terms]} for letter, terms in by_letter],
        "reviewed": dates.day(glossary.reviewed),
        "trail": trail(here, "Begrippen") if here else [],
    }


def _term(term: Term, titles: dict[str, str]) -> View:
    return {
        "id": term.id,
        "title": term.title,
        "short": term.short,
        "also": list(term.also),
        "means": term.means,
        "former": term.former,
        "see": [{"text": titles[one], "href": f"#{one}"} for one in term.see],
        "source": term.source,
    }
