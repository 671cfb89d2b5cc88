"""roles.yaml and national.yaml: the roles of the protocol and the national contacts that are their fallback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from routekaart.content.doubles import doubles
from routekaart.content.partners import ContactForm, Form, Id, Needed, ScheduleForm, Text
from routekaart.content.source import ContentError, Finding, Source, parse, read
from routekaart.directory import National, Partner, Role, RoleLevel, Verification


class Certainty(StrEnum):
    """A: read at the organisation, the government or in several sources. B: in one other source. K: knowledge only."""

    A = "A"
    B = "B"
    K = "K"


class NationalContactForm(ContactForm):
    """A contact with its own certainty; only A is shown."""

    certainty: Certainty


class NationalPartnerForm(Form):
    """A national body. What is not certain (A) stays in the file for who checks it, and is shown nowhere."""

    id: Id
    name: Needed
    whom: Text = ""
    when: Text = ""
    does: tuple[Needed, ...] = ()
    does_not: tuple[Needed, ...] = ()
    contacts: tuple[NationalContactForm, ...] = ()
    schedule: ScheduleForm | None = None
    schedule_source: Text = ""
    note: Text = ""
    source: Needed
    certainty: Certainty
    checked: date | None
    checked_by: Text = ""

    @property
    def shown(self) -> bool:
        """Whether the body and at least one way to reach it are certain."""
        return self.certainty is Certainty.A and any(one.certainty is Certainty.A for one in self.contacts)

    def to_partner(self) -> Partner:
        """As the directory knows it, with only the contacts that are certain."""
        checked = Verification(self.checked, self.checked_by) if self.checked else None
        return Partner(
            id=self.id,
            name=self.name,
            does=self.does,
            does_not=self.does_not,
            contacts=tuple(one.to_contact(checked) for one in self.contacts if one.certainty is Certainty.A),
            schedule=self.schedule.to_schedule() if self.schedule else None,
            verification=checked,
            whom=self.whom,
            when=self.when,
            note=self.note,
            source=self.source,
            national=True,
        )


class NationalFile(Form):
    """national.yaml; `as_of` says from when its facts are."""

    as_of: Needed
    partners: tuple[NationalPartnerForm, ...]


class RoleForm(Form):
    """A role; `labels` per edition where it differs, `fallback` the ids of national partners."""

    id: Id
    label: Needed
    labels: dict[str, Needed] = Field(default={})
    does: Needed
    level: RoleLevel
    fallback: tuple[Id, ...] = ()
    when_gap: Needed
    source: Needed

    def to_role(self) -> Role:
        """As the directory knows it."""
        return Role(
            id=self.id,
            label=self.label,
            does=self.does,
            level=self.level,
            when_gap=self.when_gap,
            fallback=self.fallback,
            labels=self.labels,
            source=self.source,
        )


class RolesFile(Form):
    """roles.yaml."""

    roles: tuple[RoleForm, ...]


def read_in(content: Path, name: str) -> Source:
    """Read a file of a content folder; findings call it by its place in that folder, as in content/roles.yaml."""
    return read(content / name, shown_as=f"{content.name}/{name}")


def read_national(content: Path) -> National:
    """Read both files of a content folder. Raises ContentError with every finding."""
    sources = read_in(content, "roles.yaml"), read_in(content, "national.yaml")
    roles, wrong_roles = parse(sources[0], RolesFile)
    national, wrong_national = parse(sources[1], NationalFile)
    if roles is None or national is None:
        raise ContentError(wrong_roles + wrong_national)
    twice = doubles(sources[1], "partners", (one.id for one in national.partners), "id")
    if findings := (*_findings(sources[0], roles, national), *twice):
        raise ContentError(findings)
    return National(
        roles={one.id: one.to_role() for one in roles.roles},
        partners={one.id: one.to_partner() for one in national.partners if one.shown},
        as_of=national.as_of,
    )


def _findings(source: Source, roles: RolesFile, national: NationalFile) -> Iterator[Finding]:
    shown = {one.id for one in national.partners if one.shown}
    yield from doubles(source, "roles", (one.id for one in roles.roles), "id")
    for at, role in enumerate(roles.roles):
        for place, one in enumerate(role.fallback):
            if one not in shown:
                where = ("roles", at, "fallback", place)
                yield source.finding(where, f'unknown national partner "{one}"', f"one of: {', '.join(sorted(shown))}")
