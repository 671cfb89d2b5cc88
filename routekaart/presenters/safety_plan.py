"""The safety plan as a page, a paper for the family and a part of the file show it; empty parts are blank lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from routekaart.content.safety_plan import Caution, PartKind, PlanNumber, PlanPart, SafetyPlanForm
from routekaart.directory import AMSTERDAM, Contact, ContactKind, Directory, Partner
from routekaart.engine.answers import Value
from routekaart.engine.walk import Walk
from routekaart.presenters import dates, frame
from routekaart.presenters.partner_card import phone_line
from routekaart.regions.maps import RegionalMap

View = dict[str, Any]
TITLE = "Ons plan"
GONE = "Uit een eerder formulier"


def plan_page(form: SafetyPlanForm, values: Mapping[str, str], directory: Directory, municipality: str | None) -> View:
    """The form with what was filled in, as it is read; and whom to call here."""
    return {
        "heading": TITLE,
        "intro": form.intro,
        "cautions": [{"text": one.text, "holds": False} for one in form.cautions],
        "paper": form.paper,
        "parts": [_part(one, values.get(one.id, "")) for one in form.parts],
        "numbers_heading": form.numbers_heading,
        "numbers": [line for one in form.numbers for line in _numbers(one, directory, municipality)],
        "by_hand": form.by_hand,
        "closing": form.closing,
        "sources": form.sources,
    }


def cautions(form: SafetyPlanForm, walk: Walk) -> list[View]:
    """When not to make a plan together; those that hold for certain in this walk first."""
    found = [{"text": one.text, "holds": _holds(one, walk)} for one in form.cautions]
    return sorted(found, key=lambda one: not one["holds"])


def _holds(caution: Caution, walk: Walk) -> bool:
    if caution.in_danger and walk.on_acute_line:
        return True
    said = ((key.partition("@")[0], value) for key, value in walk.answers.values.items())
    return any(_says(value, caution.answered.get(question, ())) for question, value in said)


def _says(value: Value, options: Sequence[str]) -> bool:
    return value in options if isinstance(value, str) else not set(options).isdisjoint(value)


def plan_paper(
    form: SafetyPlanForm, values: Mapping[str, str], place: RegionalMap, municipality: str | None, now: datetime
) -> View:
    """The plan on paper, for the family. Its title says nothing of what it is about (INV-33)."""
    read = {one.id: shown(one, values.get(one.id, "")) for one in form.parts}
    page = plan_page(form, read, place.directory, municipality)
    return page | {
        "parts_of_plan": page["parts"],
        "title": f"Plan {now.astimezone(AMSTERDAM):%d-%m-%Y}",
        "banners": frame.banners(place.directory.region, place.routemap.edition),
    }


def plan_lines(form: SafetyPlanForm, values: Mapping[str, str]) -> list[View]:
    """What was filled in, in the order of the form; a part that it no longer has comes last."""
    known = {one.id: one for one in form.parts}
    lines = [{"label": one.title, "text": shown(one, values[one.id])} for one in form.parts if values.get(one.id)]
    return lines + [{"label": GONE, "text": text} for name, text in values.items() if name not in known]


def shown(part: PlanPart, value: str) -> str:
    """What was filled in, as one reads it."""
    return dates.day(date.fromisoformat(value)) if part.kind is PartKind.DAY and value else value


def to_change(part: PlanPart, value: str) -> str:
    """What was filled in, as one types it."""
    return f"{date.fromisoformat(value):%d-%m-%Y}" if part.kind is PartKind.DAY and value else value


def plan_days(form: SafetyPlanForm, values: Mapping[str, str]) -> list[date]:
    """The days that were agreed with the family."""
    days = (values.get(part.id, "") for part in form.parts if part.kind is PartKind.DAY)
    return [date.fromisoformat(day) for day in days if day]


def state(values: Mapping[str, str]) -> str:
    """Whether anything was filled in."""
    return "Ingevuld." if values else ""


def _part(part: PlanPart, value: str) -> View:
    return {
        "id": part.id,
        "title": part.title,
        "hint": part.hint,
        "is_day": part.kind is PartKind.DAY,
        "value": value,
    }


def _numbers(number: PlanNumber, directory: Directory, municipality: str | None) -> Iterator[View]:
    """Everybody who fills a role, each with the numbers that a family may call; nobody is a line to fill in."""
    partners = _partners(number, directory, municipality)
    for partner in partners:
        yield {"what": number.text, "who": partner.name, "phones": [phone_line(one) for one in _for_families(partner)]}
    if not partners:
        yield {"what": number.text, "who": "", "phones": []}


def _partners(number: PlanNumber, directory: Directory, municipality: str | None) -> tuple[Partner, ...]:
    if number.partner:
        return (directory.national.partners[number.partner],)
    return directory.filling(number.role, municipality).partners


def _for_families(partner: Partner) -> list[Contact]:
    return [one for one in partner.contacts if one.kind is ContactKind.PHONE and not one.professionals_only]
