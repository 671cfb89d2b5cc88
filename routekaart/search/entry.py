"""What can be found: one entry for each thing that a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entry is."""

    STEP = "step"
    THEME = "theme"
    ITEM = "item"
    REMARK = "remark"
    AGREEMENT = "agreement"
    PAGE = "page"
    SIGNAL = "signal"
    PARTNER = "partner"
    SERVICE = "service"
    CONTACT = "contact"
    TERM = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to find. It knows no address, so that regions and sectors can share it.

    `also` holds other names that it goes by, `inside` words that stand further in and are not shown. `within` is the
    id of the step, partner or page that it is shown with, `sort` what it is within its kind. `places` are municipality
    codes; none is everywhere. `local`: a region or a sector says it.
    """

    kind: Kind
    id: str
    title: str
    text: str = ""
    also: tuple[str, ...] = ()
    inside: str = ""
    within: str = ""
    sort: str = ""
    places: tuple[str, ...] = ()
    local: bool = False

    @property
    def key(self) -> str:
        """Its name among all entries: "theme:kindcheck"."""
        return f"{self.kind}:{self.id}"
