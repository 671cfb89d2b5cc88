"""What accounts and roles are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from routekaart.accounts.account import Account
from routekaart.accounts.links import Why
from routekaart.accounts.policy import Grant, Role

ROLES: Mapping[Role, str] = {
    Role.NATIONAL: "landelijk beheerder",
    Role.COORDINATOR: "coördinator",
    Role.EDITOR: "redacteur",
    Role.TRAINER: "trainer",
}
MAY: Mapping[Role, str] = {
    Role.NATIONAL: "Je mag alles in elke regio, en je beheert wat landelijk is.",
    Role.COORDINATOR: "Je houdt de gegevens bij, publiceert ze en nodigt anderen uit.",
    Role.EDITOR: "Je houdt de gegevens bij. Publiceren doet de coördinator.",
    Role.TRAINER: "Je ziet de gegevens en verzorgt trainingen.",
}
DOES: Mapping[Role, str] = {
    Role.NATIONAL: "Mag alles in elke regio.",
    Role.COORDINATOR: "Houdt de gegevens bij, publiceert ze en nodigt anderen uit.",
    Role.EDITOR: "Houdt de gegevens bij, maar publiceert niet.",
    Role.TRAINER: "Ziet de gegevens en verzorgt trainingen.",
}


@dataclass(frozen=True, slots=True)
class RefusedWords:
    """The page of a link that opens nothing."""

    title: str
    texts: Mapping[Why, str]


INVITATION_REFUSED = RefusedWords(
    "Deze uitnodiging werkt niet meer",
    {
        Why.UNKNOWN: "We kennen deze link niet. Kijk of je hem helemaal hebt overgenomen, of vraag om een nieuwe.",
        Why.EXPIRED: "De uitnodiging is verlopen: een link werkt zeven dagen. Vraag wie je uitnodigde om een nieuwe.",
        Why.USED: "De uitnodiging is al gebruikt. Was jij dat? Meld je dan gewoon aan.",
    },
)
RESET_REFUSED = RefusedWords(
    "Deze link werkt niet meer",
    {
        Why.UNKNOWN: "We kennen deze link niet. Kijk of je hem helemaal hebt overgenomen, of vraag om een nieuwe.",
        Why.EXPIRED: "De link is verlopen. Vraag om een nieuwe.",
        Why.USED: "Met deze link is al een wachtwoord gekozen. Was jij dat? Meld je dan gewoon aan.",
    },
)


def in_region(role: Role, region: str) -> str:
    """A role with where it counts."""
    return ROLES[role] if role is Role.NATIONAL else f"{ROLES[role]} van {region}"


def invitation(role: Role, region: str) -> dict[str, str]:
    """What the page of an invitation says."""
    return {"role": in_region(role, region), "may": MAY[role]}


def account_page(
    account: Account, grants: Iterable[Grant], regions: Mapping[str, str], function: str | None
) -> dict[str, Any]:
    """What "Mijn account" shows; `function` is what was just typed."""
    roles = [in_region(one.role, regions.get(one.slug, one.slug)) for one in grants]
    return {
        "email": account.email,
        "function": account.function if function is None else function,
        "rows": [
            {"key": "Mailadres", "value": account.email},
            {"key": "Rol" if len(roles) == 1 else "Rollen", "value": roles},
            {"key": "Herstelcodes over", "value": str(account.recovery_left)},
        ],
    }
