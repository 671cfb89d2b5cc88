"""A map while it is being compiled: steps being filled by one layer after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from routekaart.engine.conditions import Any, Condition, Includes, Is, Somebody, both
from routekaart.engine.findings import ContentError, Finding
from routekaart.engine.vocabulary import (
    Addition,
    Item,
    Layer,
    Option,
    Provenance,
    Question,
    QuestionKind,
    Rewording,
    Scope,
    Step,
)


@dataclass(slots=True)
class Draft:
    """The steps so far, and what was found wrong in what the layers say."""

    edition_id: str
    steps: dict[str, Step] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _home: dict[str, str] = field(default_factory=dict)
    _last_after: dict[str, str] = field(default_factory=dict)

    def complain(self, at: Provenance, problem: str, expected: str) -> None:
        """Note what is wrong, and go on."""
        self.findings.append(Finding(at.file, at.line, problem, expected))

    def raise_findings(self) -> None:
        """Raise ContentError when anything was found wrong."""
        if self.findings:
            raise ContentError(tuple(self.findings))

    def add_steps(self, steps: Iterable[Step]) -> None:
        """Take in whole steps."""
        for step in steps:
            if step.id in self.steps:
                problem = f'step "{step.id}" exists already'
                self.complain(step.provenance, problem, "a new step id; a layer replaces no step")
                continue
            self.steps[step.id] = replace(step, items=())
            for item in step.items:
                self._add(Addition(step.id, item))

    def add_layer(self, layer: Layer) -> None:
        """Take in what a layer adds and specialises in this edition."""
        self.add_steps(layer.steps)
        for addition in layer.additions:
            if self._holds_here(addition):
                self._add(addition)
        for rewording in layer.rewordings:
            if self._holds_here(rewording):
                self._reword(rewording)
        for step_id, remarks in layer.pitfalls.items():
            if step := self.steps.get(step_id):
                self.steps[step_id] = replace(step, pitfalls=(*step.pitfalls, *remarks))
            else:
                self._unknown_step(layer.provenance, step_id)

    def _holds_here(self, part: Addition | Rewording) -> bool:
        return not part.editions or self.edition_id in part.editions

    def _unknown_step(self, at: Provenance, step_id: str) -> None:
        self.complain(at, f'unknown step "{step_id}"', "one of: " + ", ".join(self.steps))

    def _add(self, addition: Addition) -> None:
        item, step = addition.item, self.steps.get(addition.step)
        if step is None:
            self._unknown_step(item.provenance, addition.step)
        elif item.id in self._home:
            expected = "a new id; a layer adds or specialises, it never replaces"
            self.complain(item.provenance, f'"{item.id}" exists already', expected)
        else:
            place = self._place_after(step, addition.after) if addition.after else len(step.items)
            if place is None:
                problem = f'no item "{addition.after}" in step "{step.id}" to follow'
                self.complain(item.provenance, problem, "an item of this step")
                return
            self._put(replace(step, items=(*step.items[:place], item, *step.items[place:])))
            self._home[item.id] = step.id
            if addition.after:
                self._last_after[addition.after] = item.id

    def _place_after(self, step: Step, after: str) -> int | None:
        """Behind the item and behind everything that follows it already."""
        while after in self._last_after:
            after = self._last_after[after]
        return next((place + 1 for place, item in enumerate(step.items) if item.id == after), None)

    def _put(self, step: Step) -> None:
        self.steps[step.id] = step

    def _reword(self, rewording: Rewording) -> None:
        home = self._home.get(rewording.item)
        if home is None:
            problem = f'no item "{rewording.item}" to specialise'
            self.complain(rewording.wording.provenance, problem, "an existing item")
            return

        def reworded(item: Item) -> Item:
            if item.id != rewording.item:
                return item
            return replace(item, specialisations=(*item.specialisations, rewording.wording))

        self._put(replace(self.steps[home], items=tuple(map(reworded, self.steps[home].items))))

    def link_options(self) -> None:
        """Turn what options lead to into conditions of the items that they lead to."""
        items = {item.id: item for step in self.steps.values() for item in step.items}
        leading: dict[str, list[Condition]] = {}
        for question in items.values():
            if isinstance(question, Question):
                for option in question.options:
                    for target in self._targets(question, option, items):
                        leading.setdefault(target.id, []).append(_chosen(question, option, target))

        def linked(item: Item) -> Item:
            return replace(item, when=both(Any(tuple(leading[item.id])), item.when)) if item.id in leading else item

        for step in tuple(self.steps.values()):
            self._put(replace(step, items=tuple(map(linked, step.items))))

    def _targets(self, question: Question, option: Option, items: dict[str, Item]) -> Iterator[Item]:
        at = replace(question.provenance, line=option.line)
        for target_id in option.leads_to:
            target = items.get(target_id)
            if target is None:
                self.complain(at, f'option "{option.value}" leads to unknown "{target_id}"', "the id of a later item")
            elif target.provenance.kind is not question.provenance.kind:
                # It would take that item away from everybody who chose otherwise.
                problem = f'option "{option.value}" leads to "{target_id}" of another layer'
                self.complain(at, problem, "an item of its own layer")
            else:
                yield target


def _chosen(question: Question, option: Option, target: Item) -> Condition:
    multiple = question.kind is QuestionKind.MULTIPLE
    literal = Includes(question.id, option.value) if multiple else Is(question.id, frozenset({option.value}))
    across = question.scope is not Scope.SITUATION and target.scope is Scope.SITUATION
    return Somebody(literal) if across else literal
