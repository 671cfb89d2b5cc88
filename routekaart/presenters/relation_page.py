"""Which protocol is mine: what each layer says per step, in what order layers hold, and what goes first (C1, R6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routekaart.engine.vocabulary import (
    Action,
    Binding,
    Deadline,
    Item,
    Layer,
    LayerKind,
    Outcome,
    Question,
    Record,
    Specialisation,
    Step,
)
from routekaart.presenters import dates, words
from routekaart.presenters.guide_page import sector_frame
from routekaart.presenters.here import Here, View
from routekaart.presenters.region_page import organisations
from routekaart.presenters.step_page import trail
from routekaart.presenters.words import listed

PAGE = "verhouding"
PRECISER = "Wat later komt, maakt preciezer wat er al staat en neemt er nooit iets van af."
FIRST = (
    "Zeggen twee regels toch iets anders? Dan gaat de wet voor, dan je beroepsnorm, dan een afspraak, "
    "dan een goede gewoonte."
)
FORCES = {
    Binding.LAW: "Dit moet. Geen sector, regio of organisatie kan het veranderen.",
    Binding.PROFESSIONAL_NORM: "Dit hoort bij goed werk in jouw beroep. Wijk je af, dan schrijf je op waarom.",
    Binding.AGREEMENT: "Dit spraken partners af. Je mag elkaar eraan houden.",
    Binding.GOOD_PRACTICE: "Dit helpt meestal. Je kiest zelf of het hier past.",
}
OWN_CODE = (
    "De wet vraagt je organisatie om zelf een meldcode met deze stappen te hebben. Daarin staat wie bij jullie wat "
    "doet. Staat er iets anders in dan hier? Vraag dan aan je aandachtsfunctionaris of leidinggevende wat geldt."
)
OWN_CODE_FREE = (
    "Misschien heeft je organisatie een eigen stappenplan. Leg het naast deze stappen. Vraag bij een verschil aan je "
    "leidinggevende wat geldt."
)
KINDS: dict[type[Item], tuple[str, str]] = {
    Action: ("actie", "acties"),
    Question: ("vraag", "vragen"),
    Outcome: ("advies", "adviezen"),
    Record: ("aantekening", "aantekeningen"),
    Deadline: ("termijn", "termijnen"),
}


def relation_page(here: Here) -> View:
    """The layers side by side, with the answer in three sentences on top."""
    layers = list(_layers(here))
    return {
        "title": f"Welk protocol – {here.routemap.sector.title}",
        "answer": [_mine(here, layers), PRECISER, FIRST],
        "layers": layers,
        "forces": list(_forces(here)),
        "columns": [layer["name"] for layer in layers],
        "steps": [_row(here, step, layers) for step in here.routemap.steps],
        "bound": here.routemap.sector.bound,
        "frame": sector_frame(here),
        "own_code": OWN_CODE if here.routemap.sector.bound and not here.routemap.edition.banner else OWN_CODE_FREE,
        "organisation": here.directory.organisation.name if here.directory.organisation else "",
        "organisations": organisations(here.map, here.municipality, here.routemap.sector.id),
        "compare_address": f"/vergelijk?a={here.map.slug}/{here.routemap.sector.id}",
        "region": here.region.name,
        "trail": trail(here, "Welk protocol"),
    }


def validity(here: Here) -> str:
    """From when until when the national edition was in force."""
    edition = here.routemap.edition
    since = f"sinds {dates.day(edition.valid_from)}" if edition.valid_from else ""
    until = f"tot en met {dates.day(edition.valid_until)}" if edition.valid_until else ""
    return " ".join(text for text in (since, until) if text)


def sort_of(item: Item) -> str:
    """What an item is, in one word: "actie"."""
    return KINDS[type(item)][0]


def _mine(here: Here, layers: list[View]) -> str:
    more = [layer["named"] for layer in layers[1:] if layer["says_more"]]
    if not more:
        return "Voor jou gelden de landelijke stappen; je beroep en je regio voegen daar hier niets aan toe."
    return f"Voor jou geldt één protocol: de landelijke stappen, met daarbij wat {listed(more)} zegt."


def _layers(here: Here) -> Iterator[View]:
    """Who speaks, in the order in which they hold; region and sector also when they add nothing."""
    routemap, sector = here.routemap, here.routemap.sector
    titles = {layer.kind: layer for layer in routemap.layers if layer.kind is not LayerKind.EDITION}
    yield _layer(here, LayerKind.EDITION, "Landelijk", "het land", routemap.edition.source) | {
        "about": routemap.edition.title,
        "period": validity(here),
    }
    yield _layer(here, LayerKind.SECTOR, sector.title, f"de sector {sector.title.lower()}", sector.framework) | {
        "order": _own_order(titles.get(LayerKind.SECTOR))
    }
    if group := titles.get(LayerKind.REGION_GROUP):
        yield _layer(here, LayerKind.REGION_GROUP, group.title, group.title, "Afspraken van meer regio's samen.")
    yield _layer(here, LayerKind.REGION, here.region.name, here.region.name, "Afspraken van de partners in de regio.")
    if inside := here.directory.organisation:
        yield _layer(here, LayerKind.ORGANISATION, inside.name, inside.name, "Afspraken van de organisatie zelf.")


def _layer(here: Here, kind: LayerKind, name: str, named: str, about: str) -> View:
    items, steps = list(here.routemap.items()), here.routemap.steps
    adds = sum(item.provenance.kind is kind for item in items)
    precise = sum(one.provenance.kind is kind for item in items for one in item.specialisations)
    remarks = sum(one.provenance.kind is kind for step in steps for one in (*step.pitfalls, *step.legal))
    said = ((adds, "erbij"), (precise, "preciezer"), (remarks, "keer let op"))
    says = " · ".join(f"{count} {word}" for count, word in said if count) or "zegt hier niets extra's"
    return {
        "kind": kind,
        "name": name,
        "named": named,
        "source": about,
        "says_more": bool(adds or precise or remarks),
        "says": f"{adds} onderdelen" if kind is LayerKind.EDITION else says,
    }


def _own_order(layer: Layer | None) -> str:
    if layer is None or not layer.stations:
        return ""
    return (
        "Zet de stappen in een eigen volgorde: " + listed([station.short.lower() for station in layer.stations]) + "."
    )


def _forces(here: Here) -> Iterator[View]:
    """How binding things are, what goes first on top, with how many of each there are here."""
    counted = Counter(item.binding for item in here.routemap.items() if isinstance(item, Action | Outcome))
    for binding, meaning in FORCES.items():
        yield {"force": words.BINDINGS[binding], "meaning": meaning, "count": counted[binding]}


def _row(here: Here, step: Step, layers: list[View]) -> View:
    return {
        "name": here.step_name(step),
        "title": step.short,
        "href": here.address(step.id),
        "cells": [_cell(step, layer) for layer in layers],
    }


def _cell(step: Step, layer: View) -> View:
    kind = layer["kind"]
    own = [item for item in step.items if item.provenance.kind is kind]
    remarks = [one.text for one in (*step.pitfalls, *step.legal) if one.provenance.kind is kind]
    if kind is LayerKind.EDITION:
        return {"label": layer["name"], "counts": _counts(own), "adds": [], "precise": [], "remarks": []}
    return {
        "label": layer["name"],
        "counts": "",
        "adds": [_added(item) for item in own],
        "precise": [
            {"text": words.about(one.text, (), ()), "instead": words.about(_before(item, one), (), ())}
            for item in step.items
            for one in item.specialisations
            if one.provenance.kind is kind
        ],
        "remarks": remarks,
    }


def _added(item: Item) -> View:
    force = words.BINDINGS[item.binding] if isinstance(item, Action | Outcome) else None
    return {"text": words.about(item.text, (), ()), "sort": sort_of(item), "binding": force}


def _before(item: Item, wording: Specialisation) -> str:
    """What stood there before this wording."""
    place = item.specialisations.index(wording)
    return item.specialisations[place - 1].text if place else item.text


def _counts(items: list[Item]) -> str:
    counted = Counter(type(item) for item in items)
    said = [(counted[kind], names) for kind, names in KINDS.items() if counted[kind]]
    return ", ".join(f"{count} {one if count == 1 else more}" for count, (one, more) in said)
