"""What came in about the partners of a region since it was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from routekaart.directory.partner import Partner
from routekaart.directory.verification import DEFAULT_REVIEW_MONTHS, Verification

BY_ITSELF = "de organisatie zelf"
"""Who checked what a partner confirmed of its own entry."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers (partner id, number) that were told to be wrong, and when partners confirmed what is published."""

    doubtful: frozenset[tuple[str, str]] = frozenset()
    confirmed: Mapping[str, date] = field(default_factory=dict)

    def applied(self, partner: Partner) -> Partner:
        """The partner with its own confirmation, when that is newer than what was published."""
        on, before = self.confirmed.get(partner.id), partner.verification
        if on is None or (before and before.on >= on):
            return partner
        checked = Verification(on, BY_ITSELF, before.review_months if before else DEFAULT_REVIEW_MONTHS)
        contacts = tuple(replace(one, verification=checked) for one in partner.contacts)
        return replace(partner, verification=checked, contacts=contacts)

    def doubts(self, partner: Partner) -> bool:
        """Whether a number on the partner's card was told to be wrong."""
        return any((partner.id, one.value) in self.doubtful for one in partner.contacts)


NOTHING_NEW = Standing()
