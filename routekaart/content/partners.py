"""How partners are written in YAML and JSON, and how that becomes the directory's Partner."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from routekaart.directory import (
    USUAL_AIM,
    Aim,
    CareLevel,
    Contact,
    ContactKind,
    Hours,
    Location,
    Partner,
    Period,
    Schedule,
    ScheduleException,
    Service,
    TargetGroup,
    Verification,
    WaitingTime,
    Weekday,
)
from routekaart.directory.phone import normalised

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s.,;:<>()]+(\.[^@\s.,;:<>()]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f'"{text}" is no id; expected: lower-case letters, digits and hyphens')
    return text


def _https(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme != "https" or not parts.hostname or parts.username or re.search(r"\s", text)):
        raise ValueError(f'"{text}" is no safe web address; expected: an address that starts with https://')
    return text


def _written(value: Any) -> Any:
    if isinstance(value, int):
        raise ValueError(f'{value} was read as a number; expected: the text between quotes, as in "112"')
    return "\n".join(line.rstrip() for line in value.splitlines()) if isinstance(value, str) else value


def _hours(text: str) -> str:
    if not _HOURS.fullmatch(text):
        raise ValueError(f'"{text}" are no hours; expected: hours such as 09:00-17:00')
    return text


Id = Annotated[str, AfterValidator(_id)]
Https = Annotated[str, AfterValidator(_https)]
Text = Annotated[str, BeforeValidator(_written)]
Needed = Annotated[str, BeforeValidator(_written), Field(min_length=1)]
HoursText = Annotated[str, BeforeValidator(_written), AfterValidator(_hours)]


class Form(BaseModel):
    """A written thing: unknown fields are refused, spaces around a text are dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class VerificationForm(Form):
    """When and by whom something was checked."""

    verified_on: date
    verified_by: Needed
    review_months: int = Field(default=12, ge=1, le=60)

    def to_verification(self) -> Verification:
        """As the directory knows it."""
        return Verification(self.verified_on, self.verified_by, self.review_months)


class ContactForm(Form):
    """A way to reach somebody. A phone number is kept in its one written form."""

    kind: ContactKind
    value: Needed
    label: Text = ""
    professionals_only: bool = False
    menu_choice: Text = ""
    extension: Text = ""
    hours: Text = ""
    verification: VerificationForm | None = None

    @field_validator("value")
    @classmethod
    def _fits_its_kind(cls, value: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind is ContactKind.PHONE:
            return _phone(value)
        if kind is ContactKind.EMAIL and not _EMAIL.fullmatch(value):
            raise ValueError(f'"{value}" is no mail address; expected: an address such as naam@voorbeeld.nl')
        return _https(value) if kind in (ContactKind.URL, ContactKind.CHAT, ContactKind.FORM) else value

    def to_contact(self, inherited: Verification | None = None) -> Contact:
        """As the directory knows it; without a check of its own it has the one of its partner."""
        return Contact(
            self.kind,
            self.value,
            label=self.label,
            professionals_only=self.professionals_only,
            menu_choice=self.menu_choice,
            extension=self.extension,
            hours=self.hours,
            verification=self.verification.to_verification() if self.verification else inherited,
        )


def _phone(value: str) -> str:
    number = normalised(value)
    if number is None:
        raise ValueError(f'"{value}" is no phone number; expected: a Dutch number such as 0800-2000, or one with +')
    return number


def _to_hours(text: str) -> Hours:
    opens, closes = text.split("-")
    return Hours(time.fromisoformat(opens), time(0) if closes == "24:00" else time.fromisoformat(closes))


class PeriodForm(Form):
    """The same hours on some days."""

    days: tuple[Weekday, ...] = Field(min_length=1)
    hours: HoursText


class ScheduleExceptionForm(Form):
    """Other hours, or none, from a day until and including another."""

    first: date
    last: date
    hours: tuple[HoursText, ...] = ()
    reason: Text = ""

    @field_validator("last")
    @classmethod
    def _not_before_first(cls, last: date, info: ValidationInfo) -> date:
        if "first" in info.data and last < info.data["first"]:
            raise ValueError(f"{last} lies before the first day; expected: a day on or after it")
        return last


class ScheduleForm(Form):
    """Opening hours."""

    always: bool = False
    periods: tuple[PeriodForm, ...] = ()
    exceptions: tuple[ScheduleExceptionForm, ...] = ()
    open_on_holidays: bool = False
    note: Text = ""

    def to_schedule(self) -> Schedule:
        """As the directory knows it."""
        return Schedule(
            periods=tuple(Period(one.days, _to_hours(one.hours)) for one in self.periods),
            exceptions=tuple(
                ScheduleException(one.first, one.last, tuple(map(_to_hours, one.hours)), one.reason)
                for one in self.exceptions
            ),
            always=self.always,
            open_on_holidays=self.open_on_holidays,
            note=self.note,
        )


class TargetForm(Form):
    """For whom."""

    min_age: int | None = Field(default=None, ge=0, le=120)
    max_age: int | None = Field(default=None, ge=0, le=120)
    unborn: bool = False
    who: Text = ""


class WaitingForm(Form):
    """How long one waited."""

    weeks: int = Field(ge=0, le=208)
    known_on: date


class ServiceForm(Form):
    """A kind of help. Without an aim it has the usual one of its level."""

    id: Id
    name: Needed
    what: Needed
    level: int = Field(ge=1, le=5)
    aim: Aim | None = None
    target: TargetForm = TargetForm()
    themes: tuple[Id, ...] = ()
    access: Text = ""
    reach: Text = ""
    waiting: WaitingForm | None = None
    municipalities: tuple[str, ...] = ()

    def to_service(self) -> Service:
        """As the directory knows it."""
        level = CareLevel(self.level)
        target = self.target
        return Service(
            id=self.id,
            name=self.name,
            what=self.what,
            level=level,
            aim=self.aim or USUAL_AIM[level],
            target=TargetGroup(target.min_age, target.max_age, target.unborn, target.who),
            themes=self.themes,
            access=self.access,
            reach=self.reach,
            waiting=WaitingTime(self.waiting.weeks, self.waiting.known_on) if self.waiting else None,
            municipalities=self.municipalities,
        )


class LocationForm(Form):
    """A place to visit."""

    name: Needed
    street: Text = ""
    postal_code: Text = ""
    town: Needed

    def to_location(self) -> Location:
        """As the directory knows it."""
        return Location(self.name, self.street, self.postal_code, self.town)


class PartnerForm(Form):
    """An organisation, what it does and does not do, and how to reach it."""

    id: Id
    name: Needed
    roles: tuple[Id, ...] = ()
    does: tuple[Needed, ...] = ()
    does_not: tuple[Needed, ...] = ()
    contacts: tuple[ContactForm, ...] = ()
    schedule: ScheduleForm | None = None
    address_secret: bool = False
    locations: tuple[LocationForm, ...] = ()
    municipalities: tuple[str, ...] = ()
    services: tuple[ServiceForm, ...] = ()
    note: Text = ""
    source: Text = ""
    verification: VerificationForm | None = None

    @field_validator("locations")
    @classmethod
    def _secret_stays_secret(cls, locations: tuple[LocationForm, ...], info: ValidationInfo) -> Any:
        if locations and (info.data.get("address_secret") or "opvang" in info.data.get("roles", ())):
            raise ValueError("the address of a shelter or of a partner with a secret address; expected: no locations")
        return locations

    def to_partner(self, *, fictional: bool = False) -> Partner:
        """As the directory knows it."""
        verification = self.verification.to_verification() if self.verification else None
        return Partner(
            id=self.id,
            name=self.name,
            roles=self.roles,
            does=self.does,
            does_not=self.does_not,
            contacts=tuple(one.to_contact(verification) for one in self.contacts),
            schedule=self.schedule.to_schedule() if self.schedule else None,
            services=tuple(one.to_service() for one in self.services),
            locations=tuple(one.to_location() for one in self.locations),
            address_secret=self.address_secret or "opvang" in self.roles,
            municipalities=self.municipalities,
            verification=verification,
            note=self.note,
            source=self.source,
            fictional=fictional,
        )
