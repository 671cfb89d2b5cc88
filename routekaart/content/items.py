"""One item, condition or invariant of a file turned into the engine's vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any as Data

from routekaart.content import models
from routekaart.content.source import Finding, Location, Source
from routekaart.engine.asking import Ask
from routekaart.engine.conditions import ALWAYS, Active, All, Any, Condition, Includes, Is, Not, Somebody
from routekaart.engine.vocabulary import (
    Action,
    Deadline,
    Invariant,
    Item,
    LayerKind,
    Option,
    Outcome,
    Pattern,
    Provenance,
    Question,
    Record,
    Remark,
    Specialisation,
    Step,
    Term,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One source being read for one layer; complaints gather in `findings`."""

    source: Source
    kind: LayerKind
    title: str
    branch: str
    findings: list[Finding]

    def at(self, location: Location) -> Provenance:
        """Where a place in the source comes from."""
        return Provenance(self.kind, self.title, self.source.file, self.source.line(location))

    def step(self, model: models.StepModel, location: Location) -> Step:
        """A step with all its items."""
        return Step(
            id=model.step,
            title=model.title,
            short=model.short,
            purpose=model.purpose,
            provenance=self.at(location),
            items=tuple(self.item(item, (*location, "items", n)) for n, item in enumerate(model.items)),
            pitfalls=self.remarks(model.pitfalls, (*location, "pitfalls")),
            legal=self.remarks(model.legal, (*location, "legal")),
        )

    def remarks(self, remarks: Sequence[models.RemarkModel], location: Location) -> tuple[Remark, ...]:
        """Pitfalls or legal bases."""
        return tuple(Remark(r.text, r.source, self.at((*location, n))) for n, r in enumerate(remarks))

    def wording(self, model: models.SpecialiseModel, location: Location) -> Specialisation:
        """A specialised wording."""
        return Specialisation(model.text, model.detail, model.source, self.at(location))

    def item(self, model: models.AnyItem, location: Location) -> Item:
        """A question, action, record, outcome or deadline."""
        common: dict[str, Data] = {
            "text": model.text,
            "detail": model.detail,
            "when": self.condition(model.when, (*location, "when")),
            "scope": model.for_,
            "branch": self.branch,
            "source": model.source,
            "provenance": self.at(location),
        }
        match model:
            case models.QuestionModel():
                options = tuple(self._option(o, (*location, "options", n)) for n, o in enumerate(model.options))
                ask = self._ask(model, location)
                return Question(id=model.question, kind=model.kind, options=options, ask=ask, **common)
            case models.ActionModel():
                return _action(model, common)
            case models.RecordModel():
                return Record(id=model.record, **common)
            case models.OutcomeModel():
                return _outcome(model, common)
            case models.DeadlineModel():
                return _deadline(model, common)

    def _ask(self, model: models.QuestionModel, location: Location) -> Ask:
        """Whom one may ask; what is written for the whole country or a profession says so, elsewhere it is nobody."""
        if model.ask is None and model.may_be_unknown and self.kind in (LayerKind.EDITION, LayerKind.SECTOR):
            problem = f'question "{model.question}" does not say whom one may ask who does not know'
            self.findings.append(self.source.finding(location, problem, "ask: " + ", ".join(Ask)))
        return model.ask or Ask.NOBODY

    def _option(self, model: models.OptionModel, location: Location) -> Option:
        return Option(
            value=model.value,
            text=model.text,
            line=self.source.line(location),
            meaning=model.meaning,
            leads_to=model.leads_to,
            departs_from=model.departs_from,
            unknown=model.unknown,
        )

    def condition(self, data: Data, location: Location) -> Condition:
        """A condition; several keys together mean all of them."""
        if not isinstance(data, dict):
            self.findings.append(
                self.source.finding(location, f"condition {data!r} is no mapping", "`question: value`")
            )
            return ALWAYS
        parts = tuple(self._part(str(name), value, location) for name, value in data.items())
        return parts[0] if len(parts) == 1 else All(parts)

    def _part(self, name: str, value: Data, location: Location) -> Condition:
        here = (*location, name)
        match name:
            case "all":
                return All(self._parts(value, here))
            case "any":
                return Any(self._parts(value, here))
            case "not":
                return Not(self.condition(value, here))
            case "somebody":
                return Somebody(self.condition(value, here))
            case "everybody":
                return Not(Somebody(Not(self.condition(value, here))))
            case "active":
                return Active(str(value))
        if isinstance(value, dict) and set(value) == {"includes"}:
            return Includes(name, str(value["includes"]))
        values = value if isinstance(value, list) else [value]
        if not values or not all(isinstance(v, str) for v in values):
            finding = self.source.finding(
                here, f'"{name}" is compared with {value!r}', "an option, a list of options, or `includes: option`"
            )
            self.findings.append(finding)
        return Is(name, frozenset(str(v) for v in values))

    def _parts(self, value: Data, location: Location) -> tuple[Condition, ...]:
        if not isinstance(value, list):
            self.findings.append(self.source.finding(location, "is no list", "a list of conditions"))
            return ()
        return tuple(self.condition(part, (*location, n)) for n, part in enumerate(value))

    def invariant(self, model: models.InvariantModel, location: Location) -> Invariant:
        """A safety rule."""
        return Invariant(
            id=model.invariant,
            text=model.text,
            provenance=self.at(location),
            scope=model.for_,
            given=self.condition(model.if_, (*location, "if")),
            then=self.condition(model.then, (*location, "then")),
            always=_pattern(model.always),
            never=_pattern(model.never),
            first=model.first,
            never_says=model.never_says,
        )


def _pattern(model: models.PatternModel | None) -> Pattern | None:
    return None if model is None else Pattern(model.action, model.outcome, model.parties, model.items)


def _action(model: models.ActionModel, common: dict[str, Data]) -> Action:
    return Action(
        id=model.action,
        kind=model.kind,
        role=model.role,
        binding=model.binding,
        parties=model.parties,
        due=model.due,
        words=model.words,
        covenant=model.covenant,
        **common,
    )


def _outcome(model: models.OutcomeModel, common: dict[str, Data]) -> Outcome:
    return Outcome(
        id=model.outcome, kind=model.kind, binding=model.binding, role=model.role, departable=model.departable, **common
    )


def _deadline(model: models.DeadlineModel, common: dict[str, Data]) -> Deadline:
    return Deadline(
        id=model.deadline,
        starts=model.starts,
        term=Term(model.term.amount, model.term.unit),
        owed_by=model.owed_by,
        if_missed=model.if_missed,
        **common,
    )
