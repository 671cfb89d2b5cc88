"""When a fact was last checked, by whom, and until when that holds."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

DEFAULT_REVIEW_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody checked this on a day; `review_months` later it asks to be checked again."""

    on: date
    by: str
    review_months: int = DEFAULT_REVIEW_MONTHS

    @property
    def due(self) -> date:
        """The day from which it counts as not recently checked."""
        months = self.on.month - 1 + self.review_months
        year, month = self.on.year + months // 12, months % 12 + 1
        return date(year, month, min(self.on.day, monthrange(year, month)[1]))


def stale(verification: Verification | None, today: date) -> bool:
    """Whether this is not recently checked: never, or longer ago than its review term."""
    return verification is None or today >= verification.due
