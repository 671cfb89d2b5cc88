"""The social map as Open Referral HSDS 3 (organization, service, location, phone, schedule) ⇄ our partners. Pure.

A partner here is plain data in the form of the region document. HSDS knows no care level, aim, theme or role: they go
along as attributes with a term of our own, so that who reads our export back finds them again. Contacts for
professionals alone and secret addresses stay behind: an HSDS file is made to travel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

Partner = Mapping[str, Any]
Record = dict[str, Any]
Tables = dict[str, list[Record]]

SCHEME = "Routekaart"
TABLES = (
    "organizations",
    "organization_identifiers",
    "services",
    "service_areas",
    "phones",
    "locations",
    "addresses",
    "schedules",
    "attributes",
    "taxonomy_terms",
)
_OURS = UUID("6f1f3a52-54d2-5c1b-9d0b-0d3c6a8e6a10")
_DAYS = {"ma": "MO", "di": "TU", "wo": "WE", "do": "TH", "vr": "FR", "za": "SA", "zo": "SU"}
_DUTCH = {hsds: dutch for dutch, hsds in _DAYS.items()}
_NIGHT_AND_DAY = ("00:00", "23:59")
_WAIT = re.compile(r"(\d+) (?:week|weken) \((\d{4}-\d\d-\d\d)\)")
TERMS: Mapping[str, str] = {
    "kenmerk": "Het kenmerk van dit aanbod in de routekaart.",
    "zorgniveau": "Zorgniveau, van 1 (voor iedereen) tot en met 5 (onderzoek en behandeling).",
    "doel": "Waarvoor het aanbod is: voorkomen, signaleren, stoppen of schade-beperken.",
    "thema": "Een thema waarover het aanbod gaat.",
    "toegang": "Wie er gebruik van mag maken, en langs welke deur.",
    "ongeboren": "Ook voor het kind dat nog niet geboren is.",
    "rol": "Een rol in de meldcode die de organisatie vult.",
    "doet-niet": "Wat de organisatie niet doet.",
    "gemeente": "De code van een gemeente waarvoor het geldt.",
    "email": "Nog een mailadres.",
    "url": "Nog een website.",
    "chat": "Een chat.",
    "form": "Een formulier.",
}


def to_tables(slug: str, partners: Iterable[Partner], municipalities: Mapping[str, str]) -> Tables:
    """The partners of a region as the tables of HSDS; `municipalities` are names by code."""
    tables: Tables = {name: [] for name in TABLES}
    writer = _Writer(slug, tables, municipalities)
    for partner in partners:
        writer.organization(partner)
    return tables


class _Writer:
    """Fills the tables with what hangs together by ids, which are the same each time for the same things."""

    def __init__(self, slug: str, tables: Tables, municipalities: Mapping[str, str]) -> None:
        self.slug, self.tables, self.municipalities = slug, tables, municipalities
        self.terms: set[str] = set()

    def organization(self, partner: Partner) -> None:
        """A partner with all that hangs from it."""
        own = self._id("organization", partner["id"])
        open_contacts = [one for one in partner["contacts"] if not one["professionals_only"]]
        first = {kind: next((one["value"] for one in open_contacts if one["kind"] == kind), None) for kind in _FIRST}
        self._add(
            "organizations",
            own,
            name=partner["name"],
            description="\n".join(partner["does"]) or partner["name"],
            **{_FIRST[kind]: value for kind, value in first.items() if value},
        )
        self._identifier(own, partner["id"])
        for at, contact in enumerate(open_contacts):
            self._contact(own, partner["id"], at, contact, first)
        self._attributes("organization", own, "rol", partner["roles"])
        self._attributes("organization", own, "doet-niet", partner["does_not"])
        self._attributes("organization", own, "gemeente", partner["municipalities"])
        for location in [] if partner["address_secret"] else partner["locations"]:
            self._location(own, partner["id"], location)
        for service in partner["services"]:
            self._service(own, partner, service)

    def _identifier(self, own: str, partner: str) -> None:
        self._add(
            "organization_identifiers",
            self._id("identifier", partner),
            organization_id=own,
            identifier_scheme=SCHEME,
            identifier_type=SCHEME,
            identifier=partner,
        )

    def _contact(self, own: str, partner: str, at: int, contact: Record, first: Record) -> None:
        kind, value = contact["kind"], contact["value"]
        if kind == "phone":
            extension = contact["extension"]
            more = {"extension": int(extension)} if extension.isdecimal() and extension.isascii() else {}
            phone = self._id("phone", partner, str(at))
            self._add("phones", phone, organization_id=own, number=value, description=contact["label"], **more)
        elif first.get(kind) != value:
            self._attributes("organization", own, kind, [value])

    def _location(self, own: str, partner: str, location: Record) -> None:
        place = self._id("location", partner, location["name"])
        self._add("locations", place, organization_id=own, location_type="physical", name=location["name"])
        self._add(
            "addresses",
            self._id("address", partner, location["name"]),
            location_id=place,
            address_1=location["street"],
            city=location["town"],
            state_province="",
            postal_code=location["postal_code"],
            country="NL",
            address_type="physical",
        )

    def _service(self, own: str, partner: Partner, service: Record) -> None:
        place = self._id("service", partner["id"], service["id"])
        target, waiting = service["target"], service["waiting"]
        weeks = waiting and f"{waiting['weeks']} {'week' if waiting['weeks'] == 1 else 'weken'}"
        self._add(
            "services",
            place,
            organization_id=own,
            name=service["name"],
            description=service["what"],
            status="active",
            application_process=service["reach"],
            eligibility_description=target["who"],
            minimum_age=target["min_age"],
            maximum_age=target["max_age"],
            wait_time=f"{weeks} ({waiting['known_on']})" if waiting else "",
        )
        self._service_attributes(place, service)
        for code in service["municipalities"]:
            area = self._id("area", partner["id"], service["id"], code)
            name = self.municipalities.get(code, code)
            self._add("service_areas", area, service_id=place, name=name, extent=code, extent_type="text")
        self._schedules(place, partner, service["id"])

    def _service_attributes(self, place: str, service: Record) -> None:
        self._attributes("service", place, "kenmerk", [service["id"]])
        self._attributes("service", place, "zorgniveau", [str(service["level"])])
        self._attributes("service", place, "doel", [service["aim"]] if service["aim"] else [])
        self._attributes("service", place, "toegang", [service["access"]] if service["access"] else [])
        self._attributes("service", place, "thema", service["themes"])
        self._attributes("service", place, "ongeboren", ["ja"] if service["target"]["unborn"] else [])

    def _schedules(self, place: str, partner: Partner, service: str) -> None:
        schedule = partner["schedule"]
        if schedule is None:
            return
        periods = [{"days": list(_DAYS), "hours": "-".join(_NIGHT_AND_DAY)}] if schedule["always"] else None
        for at, period in enumerate(periods or schedule["periods"]):
            opens, closes = period["hours"].split("-")
            self._add(
                "schedules",
                self._id("schedule", partner["id"], service, str(at)),
                service_id=place,
                freq="WEEKLY",
                wkst="MO",
                byday=",".join(_DAYS[day] for day in period["days"]),
                opens_at=opens,
                closes_at=closes,
            )

    def _attributes(self, entity: str, link: str, term: str, values: Iterable[str]) -> None:
        """Values of a term of ours. A term stands in its table once."""
        term_id = self._id("term", term)
        for at, value in enumerate(values):
            if term not in self.terms:
                self.terms.add(term)
                about = {"name": term, "description": TERMS[term], "taxonomy": SCHEME, "language": "nl"}
                self._add("taxonomy_terms", term_id, code=term, **about)
            own = self._id("attribute", link, term, str(at))
            self._add("attributes", own, link_id=link, link_entity=entity, taxonomy_term_id=term_id, value=value)

    def _add(self, table: str, own: str, **fields: Any) -> None:
        filled = {name: value for name, value in fields.items() if value is not None and value != ""}
        needed = {name: "" for name in _NEEDED.get(table, ()) if name not in filled}
        self.tables[table].append({"id": own, **filled, **needed})

    def _id(self, kind: str, *names: str) -> str:
        return str(uuid5(_OURS, "/".join((self.slug, kind, *names))))


_FIRST = {"email": "email", "url": "website"}
_NEEDED = {"addresses": ("address_1", "city", "state_province", "postal_code")}


def from_tables(tables: Mapping[str, list[Record]]) -> list[Record]:
    """The partners that the tables tell of, as far as HSDS goes: with texts where the document has them, and without
    what HSDS does not know. What is wrong in it is for who reads it further.
    """
    reader = _Reader(tables)
    return [reader.partner(one) for one in tables.get("organizations", ())]


class _Reader:
    """Finds what hangs from what."""

    def __init__(self, tables: Mapping[str, list[Record]]) -> None:
        self.tables = tables
        self.terms = {
            one.get("id"): _text(one, "code") or _text(one, "name") for one in tables.get("taxonomy_terms", ())
        }
        self.hanging: dict[tuple[str, str, str], list[Record]] = {}
        for table, keys in _HANGS.items():
            for one in tables.get(table, ()):
                for key in keys:
                    if one.get(key):
                        self.hanging.setdefault((table, key, str(one[key])), []).append(one)

    def partner(self, one: Record) -> Record:
        """An organization with its services, phones and locations."""
        own = str(one.get("id") or "")
        services = self.of("services", "organization_id", own)
        does = [] if _text(one, "description") == _text(one, "name") else _text(one, "description").splitlines()
        return {
            "id": self._identifier(own),
            "name": _text(one, "name"),
            "roles": self._values(own, "rol"),
            "does": [line for line in does if line.strip()],
            "does_not": self._values(own, "doet-niet"),
            "municipalities": self._values(own, "gemeente"),
            "contacts": list(self._contacts(one, own)),
            "locations": [self._location(place) for place in self.of("locations", "organization_id", own)],
            "schedule": self._schedule(services),
            "services": [self._service(service) for service in services],
        }

    def of(self, table: str, key: str, own: str) -> list[Record]:
        """The records that hang from another."""
        return self.hanging.get((table, key, own), [])

    def _identifier(self, own: str) -> str:
        for one in self.of("organization_identifiers", "organization_id", own):
            if SCHEME in (one.get("identifier_scheme"), one.get("identifier_type")):
                return _text(one, "identifier")
        return ""

    def _contacts(self, one: Record, own: str) -> Iterator[Record]:
        for phone in self.of("phones", "organization_id", own):
            yield {
                "kind": "phone",
                "value": _text(phone, "number"),
                "label": _text(phone, "description"),
                "extension": _text(phone, "extension"),
            }
        for kind, field in _FIRST.items():
            if _text(one, field):
                yield {"kind": kind, "value": _text(one, field)}
        for kind in ("email", "url", "chat", "form"):
            yield from ({"kind": kind, "value": value} for value in self._values(own, kind))

    def _location(self, place: Record) -> Record:
        address = next(iter(self.of("addresses", "location_id", str(place.get("id")))), {})
        return {
            "name": _text(place, "name") or _text(address, "address_1"),
            "street": _text(address, "address_1"),
            "postal_code": _text(address, "postal_code"),
            "town": _text(address, "city"),
        }

    def _service(self, one: Record) -> Record:
        own = str(one.get("id") or "")
        found = _WAIT.fullmatch(_text(one, "wait_time"))
        areas = self.of("service_areas", "service_id", own)
        return {
            "id": next(iter(self._values(own, "kenmerk")), ""),
            "name": _text(one, "name"),
            "what": _text(one, "description"),
            "level": next(iter(self._values(own, "zorgniveau")), ""),
            "aim": next(iter(self._values(own, "doel")), ""),
            "target": {
                "min_age": _text(one, "minimum_age"),
                "max_age": _text(one, "maximum_age"),
                "unborn": bool(self._values(own, "ongeboren")),
                "who": _text(one, "eligibility_description"),
            },
            "themes": self._values(own, "thema"),
            "access": next(iter(self._values(own, "toegang")), ""),
            "reach": _text(one, "application_process"),
            "waiting": {"weeks": found[1], "known_on": found[2]} if found else None,
            "municipalities": [_text(area, "extent") or _text(area, "name") for area in areas],
        }

    def _schedule(self, services: Iterable[Record]) -> Record | None:
        """The hours of the first service that has any."""
        for service in services:
            periods = [
                {"days": days, "hours": f"{_text(one, 'opens_at')[:5]}-{_text(one, 'closes_at')[:5]}"}
                for one in self.of("schedules", "service_id", str(service.get("id")))
                if (days := [_DUTCH[day] for day in _text(one, "byday").split(",") if day in _DUTCH])
                and _text(one, "opens_at")
                and _text(one, "closes_at")
            ]
            if len(periods) == 1 and periods[0] == {"days": list(_DAYS), "hours": "-".join(_NIGHT_AND_DAY)}:
                return {"always": True, "periods": []}
            if periods:
                return {"always": False, "periods": periods}
        return None

    def _values(self, own: str, term: str) -> list[str]:
        linked = self.of("attributes", "link_id", own)
        return [_text(one, "value") for one in linked if self.terms.get(one.get("taxonomy_term_id")) == term]


_HANGS: Mapping[str, tuple[str, ...]] = {
    "organization_identifiers": ("organization_id",),
    "services": ("organization_id",),
    "service_areas": ("service_id",),
    "phones": ("organization_id",),
    "locations": ("organization_id",),
    "addresses": ("location_id",),
    "schedules": ("service_id",),
    "attributes": ("link_id",),
}


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return "" if value is None else str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
