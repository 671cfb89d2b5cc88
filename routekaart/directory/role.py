"""Roles: the places in the protocol that partners fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from routekaart.directory.partner import Partner


class RoleLevel(StrEnum):
    """Who fills a role: one body for the country, the region, or the professional's own organisation."""

    NATIONAL = "landelijk"
    REGION = "regio"
    ORGANISATION = "organisatie"


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the protocol. `labels` holds the label of an edition where it differs; `fallback` national ids."""

    id: str
    label: str
    does: str
    level: RoleLevel
    when_gap: str
    fallback: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    def label_in(self, edition: str) -> str:
        """The label that this edition uses."""
        return self.labels.get(edition, self.label)


@dataclass(frozen=True, slots=True)
class RoleBinding:
    """A partner fills a role, in some municipalities (codes) or, without any, in the whole region."""

    role: str
    partner: str
    municipalities: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class National:
    """What holds in the whole country: the roles, and the national partners that fill them as a fallback.

    `as_of` says from when those facts are.
    """

    roles: Mapping[str, Role]
    partners: Mapping[str, Partner]
    as_of: str = ""

    def owns(self, number: str) -> bool:
        """Whether a number is one of the country, which no region can doubt."""
        return any(one.value == number for partner in self.partners.values() for one in partner.contacts)

    def fallback(self, role: str) -> tuple[Partner, ...]:
        """The national partners that fill a role when nobody in the region does."""
        known = self.roles.get(role)
        return () if known is None else tuple(self.partners[one] for one in known.fallback if one in self.partners)


class FilledBy(StrEnum):
    """From where a role is filled, nearest first."""

    ORGANISATION = "organisatie"
    MUNICIPALITY = "gemeente"
    REGION = "regio"
    NATIONAL = "landelijk"
    NOBODY = "niemand"


@dataclass(frozen=True, slots=True)
class Filling:
    """Who fills a role, and from where."""

    role: str
    by: FilledBy
    partners: tuple[Partner, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A role that nobody fills: in the region, or in one municipality (a code) of it."""

    role: Role
    municipality: str | None = None
