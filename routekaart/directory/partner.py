"""An organisation in the region's network, as Open Referral HSDS sees one: organization, services, locations."""

from __future__ import annotations

from dataclasses import dataclass

from routekaart.directory.contact import Contact, ContactKind
from routekaart.directory.schedule import Schedule
from routekaart.directory.service import Service
from routekaart.directory.verification import Verification


@dataclass(frozen=True, slots=True)
class Location:
    """Where a partner can be visited."""

    name: str
    street: str
    postal_code: str
    town: str


@dataclass(frozen=True, slots=True)
class Partner:
    """Who helps, with what and with what not.

    `municipalities` holds codes; none means the whole region. `address_secret` says that the place is hidden on
    purpose (shelter): then there is no location. `when` says when to turn to a national partner, `whom` for whom.
    """

    id: str
    name: str
    roles: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    does_not: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    schedule: Schedule | None = None
    services: tuple[Service, ...] = ()
    locations: tuple[Location, ...] = ()
    address_secret: bool = False
    municipalities: tuple[str, ...] = ()
    verification: Verification | None = None
    whom: str = ""
    when: str = ""
    note: str = ""
    source: str = ""
    fictional: bool = False
    national: bool = False

    @property
    def phone(self) -> Contact | None:
        """The first phone number, in the order in which the partner lists its contacts."""
        return next((contact for contact in self.contacts if contact.kind is ContactKind.PHONE), None)

    def works_in(self, municipality: str) -> bool:
        """Whether the partner covers a municipality (a code)."""
        return not self.municipalities or municipality in self.municipalities
