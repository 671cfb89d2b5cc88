"""Which answers a new walk may take along from an earlier one: never one about danger, which is asked anew."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart.content.source import Finding, Source
from routekaart.engine.vocabulary import Edition, Item, Question


def carried_wrongly(edition: Edition, source: Source) -> Iterator[Finding]:
    """A finding for each id in `carry_over` that is no question of the steps; those of the acute line are none."""
    known = sorted(item.id for item in _items_of_steps(edition) if isinstance(item, Question))
    for place, one in enumerate(edition.carry_over):
        if one not in known:
            problem = f'"{one}" is no question whose answer can be taken along'
            yield source.finding(("carry_over", place), problem, f"one of: {', '.join(known)}")


def _items_of_steps(edition: Edition) -> Iterator[Item]:
    for step in (*edition.steps, edition.follow_up):
        yield from step.items
    for branch in edition.branches:
        yield from (one.item for one in branch.layer.additions if one.step != edition.acute.id)
