"""What in a note could identify somebody: a friendly warning, that never refuses or changes a note.

It finds much, not all. Texts wholly in capitals, nicknames, and names in small letters that are also words are missed.
"""

from datetime import date

from routekaart.walks.identifying.addresses import addresses
from routekaart.walks.identifying.dates import birth_dates
from routekaart.walks.identifying.finding import Identifying, Kind, Known
from routekaart.walks.identifying.names import names
from routekaart.walks.identifying.numbers import bsns, emails, phones, postcodes

__all__ = ["Identifying", "Kind", "Known", "findings"]
NOTHING_KNOWN = Known.of()


def findings(text: str, *, today: date | None = None, known: Known = NOTHING_KNOWN) -> tuple[Identifying, ...]:
    """Everything found, in the order of the text; nothing overlaps.

    `today` tells which dates are so long ago that they are likely births; without it only their words do. `known` are
    the region's own partners and places.
    """
    found: list[Identifying] = []
    for one in (
        *emails(text, known),
        *bsns(text),
        *phones(text, known),
        *birth_dates(text, today),
        *postcodes(text),
        *addresses(text),
        *names(text, known),
    ):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))
