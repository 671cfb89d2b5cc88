"""Words that no text of a map may use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routekaart.engine.findings import Finding
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action, Deadline, Invariant, Item, Provenance, Question, Remark, Step

Text = tuple[str, str, int]


def never_said(routemap: RouteMap, invariant: Invariant) -> Iterator[Finding]:
    """Every text a reader sees that uses a word of `never_says`: whole words, in any case when written in lower case.

    Sources are not texts of the map: a source may be older than its edition.
    """
    for word in invariant.never_says:
        flags = re.IGNORECASE if word.islower() else 0
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", flags)
        for text, file, line in _texts(routemap):
            if pattern.search(text):
                rule = f'{invariant.id} "{invariant.text}" ({invariant.provenance.file}:{invariant.provenance.line})'
                yield Finding(file, line, f'{rule} is broken by "{word}" in "{text}"', f'a text without "{word}"')


def _texts(routemap: RouteMap) -> Iterator[Text]:
    yield from _of_frame(routemap)
    for step in routemap.steps:
        yield from _of_step(step)
    for item in routemap.items():
        yield from _of_item(item)


def _placed(at: Provenance, *texts: str) -> Iterator[Text]:
    return ((text, at.file, at.line) for text in texts if text)


def _of_frame(routemap: RouteMap) -> Iterator[Text]:
    sector = routemap.sector
    frame = (sector.title, sector.audience, sector.bound_text, sector.framework, sector.decides, sector.records)
    names = (name for station in routemap.stations for name in (station.title, station.short))
    yield from _placed(sector.layer.provenance, *frame, *(names if sector.layer.stations else ()))
    for branch in routemap.branches:
        yield from _placed(branch.layer.provenance, branch.title, branch.summary)


def _of_step(step: Step) -> Iterator[Text]:
    yield from _placed(step.provenance, step.title, step.short, step.purpose)
    remarks: tuple[Remark, ...] = (*step.pitfalls, *step.legal)
    for remark in remarks:
        yield from _placed(remark.provenance, remark.text)


def _of_item(item: Item) -> Iterator[Text]:
    yield from _placed(item.provenance, item.text, item.detail)
    for wording in item.specialisations:
        yield from _placed(wording.provenance, wording.text, wording.detail)
    if isinstance(item, Question):
        for option in item.options:
            yield from ((text, item.provenance.file, option.line) for text in (option.text, option.meaning))
    if isinstance(item, Action):
        yield from _placed(item.provenance, *item.words, item.covenant)
    if isinstance(item, Deadline):
        yield from _placed(item.provenance, item.if_missed)
