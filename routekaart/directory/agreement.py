"""What the partners of a region agreed, and on what it rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from routekaart.directory.contact import Contact
from routekaart.directory.verification import Verification


@dataclass(frozen=True, slots=True)
class Agreement:
    """At a step, a role does something within a term; `covenant` is the id of the paper it rests on.

    `accountable` is the function (never a person) that can be held to it.
    """

    id: str
    step: str
    role: str
    does: str
    term: str = ""
    covenant: str | None = None
    municipalities: tuple[str, ...] = ()
    accountable: str = ""


@dataclass(frozen=True, slots=True)
class Covenant:
    """A signed paper: partner ids and other signatories, in force from a day until (and including) another."""

    id: str
    name: str
    signatories: tuple[str, ...] = ()
    also_signed: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    document: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it holds on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )


class IndexUse(StrEnum):
    """Whether the referral index is used."""

    IN_USE = "in-gebruik"
    PHASE_OUT = "in-afbouw"
    NOT_USED = "niet-gebruikt"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class ReferralIndex:
    """Use of the referral index in some municipalities or, without any, in the whole region."""

    use: IndexUse
    text: str = ""
    when_to_match: tuple[str, ...] = ()
    when_not: tuple[str, ...] = ()
    covenant: str | None = None
    municipalities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Training:
    """A course for professionals in the region."""

    id: str
    title: str
    what: str
    whom: str
    provider: str
    duration: str = ""
    apply: Contact | None = None


@dataclass(frozen=True, slots=True)
class LocalDocument:
    """A form, leaflet or protocol of the region itself: where it is, for which roles, and at which steps one needs it.

    No roles: for everybody. `checked` says when it was last compared with what holds.
    """

    id: str
    title: str
    what: str
    link: str
    roles: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    checked: Verification | None = None


@dataclass(frozen=True, slots=True)
class StepText:
    """What a region, its group or an organisation tells at a step, in Markdown; `who` is its name."""

    step: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Coordinator:
    """The one accountable contact point of a region: a function, never a person (R25, R28)."""

    function: str
    organisation: str
    tasks: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
