"""Who works for a region: with a role, and invited but not there yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from routekaart.accounts.links import Pending
from routekaart.accounts.people import Person
from routekaart.accounts.policy import Role
from routekaart.presenters import dates
from routekaart.presenters.account_words import DOES, ROLES

LAST = "Dit is de laatste coördinator van {region}. Daarna kan niemand hier nog publiceren of mensen uitnodigen."
ACCOUNT_GOES = "Heeft iemand geen rol meer, ook niet in een andere regio, dan verdwijnt het account."
NOT_READY = "moet de app voor de codes nog instellen"
LOCKED = "geblokkeerd door de beheerder"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page; `id` is what its button sends, `state` what is not as it should be."""

    id: str
    email: str
    function: str
    role: str
    role_value: str
    state: str
    may_take: bool


def people_rows(found: Iterable[Person], given: Sequence[Role]) -> list[Row]:
    """Those with a role."""
    return [
        Row(
            str(one.account),
            one.email,
            one.function,
            ROLES[one.role],
            one.role,
            LOCKED if one.is_locked else "" if one.is_ready else NOT_READY,
            one.role in given,
        )
        for one in found
    ]


def pending_rows(found: Iterable[Pending], now: datetime, given: Sequence[Role]) -> list[Row]:
    """Those who were invited and have not accepted."""
    return [
        Row(
            one.id.hex(),
            one.email,
            one.function,
            ROLES[one.role],
            one.role,
            f"{'verlopen op' if one.expires_at <= now else 'geldig tot'} {_day(one.expires_at)}",
            one.role in given,
        )
        for one in found
    ]


def role_options(given: Sequence[Role], chosen: str) -> list[dict[str, object]]:
    """The roles that somebody may give."""
    options: list[dict[str, object]] = [
        {"value": one.value, "text": ROLES[one].capitalize(), "selected": one == chosen} for one in given
    ]
    return [{"value": "", "text": "Kies een rol", "selected": not chosen}, *options]


def role_lines(given: Sequence[Role]) -> list[dict[str, str]]:
    """What each role may."""
    return [{"key": ROLES[one].capitalize(), "value": DOES[one]} for one in given]


def warnings(person: Person, found: Iterable[Person], region: str) -> list[str]:
    """What to know before a role is taken."""
    coordinators = [one for one in found if one.role is Role.COORDINATOR]
    return [*([LAST.format(region=region)] if coordinators == [person] else []), ACCOUNT_GOES]


def _day(moment: datetime) -> str:
    return dates.day(moment.astimezone(dates.AMSTERDAM).date())
