"""A walk in the form of docs/walk-json.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from routekaart.directory import ContactKind, Directory
from routekaart.engine.answers import UNKNOWN_DATE, Person, Value, key
from routekaart.engine.deadlines import ends_on
from routekaart.engine.vocabulary import Action, Deadline, Item, Outcome, Provenance, Question, Step
from routekaart.engine.walk import Advised, Given, Position, Walk
from routekaart.exchange import walk_json as form
from routekaart.presenters import words
from routekaart.presenters.result import by_weight, ordered

Fields = dict[str, Any]


def walk_document(
    walk: Walk,
    directory: Directory,
    *,
    today: date,
    is_holiday: Callable[[date], bool],
    revision: int | None = None,
) -> form.WalkJson:
    """Position, advice and trace of a walk; actions most urgent first, outcomes heaviest first."""
    telling = _Telling(walk, directory, today, is_holiday)
    return form.WalkJson(
        schema_version=form.SCHEMA_VERSION,
        map=_map(walk, directory, revision),
        today=today,
        acute=walk.is_acute,
        finished=walk.is_finished,
        people=tuple(
            form.PersonJson(id=one.id, category=one.category, name=words.person(one, walk.people))
            for one in walk.people
        ),
        position=telling.position(walk.position) if walk.position else None,
        path=tuple(telling.on_path(given) for given in walk.path),
        outcomes=tuple(form.OutcomeJson(**telling.outcome(one)) for one in by_weight(walk.outcomes)),
        actions=tuple(form.ActionJson(**telling.action(one)) for one in ordered(walk.actions)),
        records=tuple(form.RecordJson(**telling.advised(one)) for one in walk.records),
        deadlines=tuple(form.DeadlineJson(**telling.deadline(one)) for one in walk.deadlines),
        pending=walk.pending,
        dropped=tuple(
            form.DroppedJson(key=one.key, question=one.question.id if one.question else None, value=_plain(one.value))
            for one in walk.dropped
        ),
    )


def _map(walk: Walk, directory: Directory, revision: int | None) -> form.MapJson:
    edition, sector, region = walk.routemap.edition, walk.routemap.sector, directory.region
    return form.MapJson(
        edition=edition.id,
        edition_title=edition.title,
        banner=edition.banner,
        sector=sector.id,
        sector_title=sector.title,
        region=region.slug,
        region_name=region.name,
        organisation=directory.organisation.id if directory.organisation else None,
        revision=revision,
        fictional=region.fictional,
        historical=region.historical,
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """One walk being written down."""

    walk: Walk
    directory: Directory
    today: date
    is_holiday: Callable[[date], bool]

    def position(self, at: Position) -> form.PositionJson:
        question = at.question
        advised = {one.item.id for one in self.walk.outcomes}
        against = dict.fromkeys(outcome for option in question.options for outcome in option.departs_from)
        return form.PositionJson(
            question=self.question(question, at.people),
            step=self.step(at.step),
            people=_ids(at.people),
            reason_needed=at.reason_needed,
            departs_from=tuple(one for one in against if one in advised),
        )

    def question(self, question: Question, people: Sequence[Person]) -> form.QuestionJson:
        text, why = _wording(question)
        return form.QuestionJson(
            id=question.id,
            kind=question.kind,
            text=words.about(text, people, self.walk.people),
            why=words.about(why, people, self.walk.people),
            options=tuple(
                form.OptionJson(value=one.value, text=one.text, meaning=one.meaning, unknown=one.unknown)
                for one in question.options
            ),
        )

    def step(self, step: Step) -> form.StepJson:
        station = self.walk.routemap.station_of(step.id)
        return form.StepJson(id=step.id, title=step.title, station=station.number if station else None)

    def on_path(self, given: Given) -> form.PathJson:
        place = {"key": key(given.question, given.person), "step": given.step.id}
        return form.PathJson(**_given(given).model_dump(), **place)

    def advised(self, one: Advised) -> Fields:
        item = one.item
        text, detail = _wording(item)
        return {
            "id": item.id,
            "text": words.about(text, one.people, self.walk.people),
            "detail": words.about(detail, one.people, self.walk.people),
            "people": _ids(one.people),
            "step": self.step(one.step),
            "branch": item.branch,
            "source": (item.specialisations[-1].source if item.specialisations else "") or item.source,
            "provenance": _provenance(item.provenance),
            "reworded": self.rewording(one),
            "because": tuple(_given(given) for given in one.because),
            "departure": one.departure,
        }

    def rewording(self, one: Advised) -> form.RewordingJson | None:
        if not one.item.specialisations:
            return None
        original = words.about(one.item.text, one.people, self.walk.people)
        return form.RewordingJson(provenance=_provenance(one.item.specialisations[-1].provenance), original=original)

    def action(self, one: Advised) -> Fields:
        item = one.item
        assert isinstance(item, Action)
        own = {"kind": item.kind, "binding": item.binding, "due": item.due}
        return self.advised(one) | own | {"role": self.role(item.role), "parties": item.parties, "words": item.words}

    def outcome(self, one: Advised) -> Fields:
        item = one.item
        assert isinstance(item, Outcome)
        own = {"kind": item.kind, "binding": item.binding, "departable": item.departable}
        return self.advised(one) | own | {"role": self.role(item.role)}

    def deadline(self, one: Advised) -> Fields:
        item = one.item
        assert isinstance(item, Deadline)
        start = self.start(item)
        end = ends_on(item.term, start, self.is_holiday) if start else None
        return self.advised(one) | {
            "starts": item.starts,
            "term": form.TermJson.model_validate({"amount": item.term.amount, "unit": item.term.unit}),
            "starts_on": start,
            "ends_on": end,
            "days_left": (end - self.today).days if end else None,
            "role": self.role(item.owed_by),
            "if_missed": item.if_missed,
        }

    def start(self, item: Deadline) -> date | None:
        value = next((given.value for given in self.walk.path if given.question.id == item.starts), UNKNOWN_DATE)
        return None if value == UNKNOWN_DATE else date.fromisoformat(str(value))

    def role(self, role_id: str) -> form.RoleJson | None:
        role = self.directory.national.roles.get(role_id)
        if role is None:
            return None
        partners = tuple(
            form.PartnerJson(
                id=partner.id,
                name=partner.name,
                phones=tuple(one.value for one in partner.contacts if one.kind is ContactKind.PHONE),
            )
            for partner in self.directory.for_role(role_id)
        )
        title = role.label_in(self.walk.routemap.edition.id)
        return form.RoleJson(id=role.id, title=title, partners=partners, gap=None if partners else role.when_gap)


def _wording(item: Item) -> tuple[str, str]:
    """The most specific text and detail."""
    specific = item.specialisations[-1] if item.specialisations else item
    return specific.text, specific.detail


def _given(given: Given) -> form.GivenJson:
    person = given.person.id if given.person else None
    return form.GivenJson(question=given.question.id, person=person, value=_plain(given.value))


def _plain(value: Value) -> form.ValueJson:
    return value if isinstance(value, str | tuple) else dict(value)


def _provenance(origin: Provenance) -> form.ProvenanceJson:
    return form.ProvenanceJson(layer=origin.kind, title=origin.title, file=origin.file, line=origin.line)


def _ids(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.id for person in people)
