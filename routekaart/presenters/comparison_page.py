"""Two maps beside each other: what differs, and nothing else (R9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from routekaart.directory import Region, RegionStatus
from routekaart.engine.differences import Aspect, Differences, ItemDifference, Stop, differences, wording
from routekaart.engine.routemap import Placed
from routekaart.engine.vocabulary import Action, Deadline, Edition, Item, Outcome, Question, Sector, Step
from routekaart.presenters import words
from routekaart.presenters.agreements_page import agreement, index_uses
from routekaart.presenters.condition_words import condition_words
from routekaart.presenters.here import Here, View
from routekaart.presenters.region_page import in_order
from routekaart.presenters.relation_page import sort_of
from routekaart.presenters.step_page import roles_of
from routekaart.presenters.words import listed

PAGE = "vergelijk"
MOST_AT_ONCE = 60
"""With more differences than this in the steps, each step has a page of its own."""
ASPECTS = {
    Aspect.WORDING: "andere woorden",
    Aspect.BINDING: "anders bindend",
    Aspect.ROLE: "iemand anders",
    Aspect.CONDITION: "in een ander geval",
    Aspect.TERM: "andere termijn",
    Aspect.PLACE: "andere plek",
}
NOTHING = "Hier verschilt niets: dezelfde stappen, met dezelfde woorden, dezelfde mensen en dezelfde afspraken."
UNKNOWN = "Van deze regio's zijn nog alleen landelijke gegevens bekend. Of zij meer afspraken, weten we niet."
LEFT_OUT = "Wat {name} zelf toevoegt, past niet bij deze uitgave en telt hier niet mee."


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on one side; "" where nothing was. Without an edition it is the region's own."""

    region: str = ""
    sector: str = ""
    edition: str = ""

    @property
    def address(self) -> str:
        """As it stands in an address: region/sector or region/sector/edition."""
        return "/".join(quote(part, safe="") for part in (self.region, self.sector, self.edition) if part)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: `a` or `b`, what was asked for, and the map when there is such a one."""

    name: str
    asked: Asked
    here: Here | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen from."""

    regions: Sequence[Region]
    sectors: Sequence[Sector]
    editions: Sequence[Edition]


def comparison_page(one: Side, other: Side, choices: Choices, step: str = "") -> View:
    """The form with what was asked, and what differs when both maps are there.

    When much differs the steps are shown one at a time: `step` is the id of that one.
    """
    address = f"/{PAGE}?a={one.asked.address}&b={other.asked.address}"
    compared = _compared(one.here, other.here) if one.here and other.here else None
    return {
        "title": "Vergelijk",
        "form": [_fieldset("Dit", one, choices), _fieldset("Met dit", other, choices)],
        "errors": [error for side in (one, other) if (error := _error(side))],
        "compared": _one_at_a_time(compared, step, address) if compared else None,
        "trail": [{"text": "Alle regio's", "href": "/regios"}, {"text": "Vergelijk"}],
    }


def _fieldset(legend: str, side: Side, choices: Choices) -> View:
    own = ("", "die van de regio")
    known = {
        "regio": ("Regio", side.asked.region, [(one.slug, one.name) for one in choices.regions]),
        "sector": ("Sector", side.asked.sector, [(one.id, one.title) for one in in_order(choices.sectors)]),
        "uitgave": ("Uitgave", side.asked.edition, [own, *((one.id, one.title) for one in choices.editions)]),
    }
    fields = [
        {
            "id": f"{side.name}-{name}",
            "label": label,
            "options": [{"value": value, "text": text, "selected": value == chosen} for value, text in rows],
        }
        for name, (label, chosen, rows) in known.items()
    ]
    return {"legend": legend, "fields": fields}


def _error(side: Side) -> View | None:
    """Nothing asked is no mistake, and neither is a second side without a region."""
    if side.here or not side.asked.region:
        return None
    text = f"‘{side.asked.region} {side.asked.sector} {side.asked.edition}’ kennen we niet."
    return {"text": f"{' '.join(text.split())} Kies een regio, sector en uitgave.", "href": f"#{side.name}-regio"}


def _compared(one: Here, other: Here) -> View:
    found = differences(one.routemap, other.routemap)
    names = _names(one, other)
    view: View = {
        "names": names,
        "hrefs": [one.address(), other.address()],
        "frame": list(_frame(one, other)),
        "stations": [_stops(stops) for stops in found.stations],
        "steps": [step for step in _steps(one, other, found) if step["is_shown"]],
        "who": list(_who(one, other)),
        "agreements": _agreements(one, other),
        "index": _index(one, other),
        "notes": list(_notes(one, other)),
    }
    is_same = not any(view[part] for part in ("frame", "stations", "steps", "who", "agreements", "index"))
    return view | {"nothing": NOTHING if is_same else "", "summary": _summary(found, names), "contents": []}


def _one_at_a_time(view: View, chosen: str, address: str) -> View:
    """The same when it is short; else the steps as links, and only the chosen one in full."""
    counts = {step["id"]: len(step["one"]) + len(step["other"]) + len(step["changed"]) for step in view["steps"]}
    if sum(counts.values()) <= MOST_AT_ONCE:
        return view
    contents = [
        {
            "title": step["title"],
            "href": f"{address}&stap={step['id']}#stap-{step['id']}",
            "count": counts[step["id"]],
            "is_here": step["id"] == chosen,
        }
        for step in view["steps"]
    ]
    shown = [step for step in view["steps"] if step["id"] == chosen]
    beside = dict.fromkeys(("frame", "stations", "who", "agreements", "index"), ()) if shown else {}
    return view | beside | {"contents": contents, "steps": shown}


def _notes(one: Here, other: Here) -> Iterator[str]:
    """What the comparison cannot know."""
    for here in (one, other):
        if not here.map.own_layers:
            yield LEFT_OUT.format(name=here.region.name)
    unknown = {here.region.slug for here in (one, other) if here.region.status is RegionStatus.NATIONAL_ONLY}
    if len(unknown) > 1:
        yield UNKNOWN


def _names(one: Here, other: Here) -> list[str]:
    """What tells the two apart: the region, the sector or the edition, or more of these."""
    sides = (one, other)
    parts = [(here.region.name, here.routemap.sector.title, here.routemap.edition.title) for here in sides]
    told = [place for place in range(3) if parts[0][place] != parts[1][place]] or [0, 1]
    return [" · ".join(side[place] for place in told) for side in parts]


def _summary(found: Differences, names: Sequence[str]) -> str:
    only, also = len(found.only_in_one()), len(found.only_in_other())
    both = len(found.items) - only - also
    return f"{only} × alleen bij {names[0]}, {also} × alleen bij {names[1]}, en {both} × anders."


def _frame(one: Here, other: Here) -> Iterator[View]:
    """What holds for a profession, where two sectors differ in it."""
    first, second = one.routemap.sector, other.routemap.sector
    for label, name in (
        ("Moet je de meldcode gebruiken?", "bound_text"),
        ("Kader", "framework"),
        ("Wie beslist", "decides"),
        ("Dossier", "records"),
    ):
        if getattr(first, name) != getattr(second, name):
            yield {"key": label, "one": getattr(first, name), "other": getattr(second, name)}


def _stops(stops: Iterable[Stop]) -> list[str]:
    return [f"{number}. {title}" for number, title, _ in stops]


def _steps(one: Here, other: Here, found: Differences) -> Iterator[View]:
    """Per step, in the order of the first map, then the steps that only the other has."""
    steps = {step.id: (one, step) for step in one.routemap.steps}
    steps |= {step.id: (other, step) for step in other.routemap.steps if step.id not in steps}
    named = {difference.id: difference for difference in found.steps}
    for name, (here, step) in steps.items():
        items = [difference for difference in found.items if difference.step == name]
        difference = named.get(name)
        view: View = {
            "id": name,
            "title": f"{here.step_name(step)}: {step.short}" if here.routemap.station_of(name) else step.title,
            "titles": _titles(difference.one, difference.other) if difference else None,
            "one": _only(one, [i.one for i in items if i.one and not i.other]),
            "other": _only(other, [i.other for i in items if i.other and not i.one]),
            "changed": [_changed(one, other, i) for i in items if i.one and i.other],
            "reordered": any(order.step == name for order in found.orders),
            "remarks": [
                [remark.one.text for remark in found.remarks if remark.step == name and remark.one],
                [remark.other.text for remark in found.remarks if remark.step == name and remark.other],
            ],
        }
        shown = ("titles", "one", "other", "changed", "reordered")
        yield view | {"is_shown": any(view[part] for part in shown) or any(view["remarks"])}


def _titles(one: Step | None, other: Step | None) -> list[str]:
    return [f"{step.title}. {step.purpose}" if step else "Deze stap is er niet." for step in (one, other)]


def _only(here: Here, placed: Sequence[Placed]) -> list[View]:
    """What stands in one map only; a theme that is wholly new is one line."""
    titles = {branch.id: branch.title for branch in here.routemap.branches}
    rows: list[View] = [_item(place.item) for place in placed if not place.item.branch]
    for name in dict.fromkeys(place.item.branch for place in placed if place.item.branch):
        inside = [_item(place.item) for place in placed if place.item.branch == name]
        rows.append({"theme": titles[name], "items": inside, "count": len(inside)})
    return rows


def _item(item: Item) -> View:
    force = words.BINDINGS[item.binding] if isinstance(item, Action | Outcome) else None
    return {
        "text": words.about(wording(item)[0], (), ()),
        "sort": sort_of(item),
        "binding": force,
        "provenance": words.provenance((item.specialisations[-1] if item.specialisations else item).provenance),
    }


def _changed(one: Here, other: Here, found: ItemDifference) -> View:
    """An item that both have: in what it differs, and how each says it."""
    assert found.one is not None
    assert found.other is not None
    aspects = [aspect for aspect in Aspect if aspect in found.aspects]
    return {
        "sort": sort_of(found.one.item),
        "aspects": listed([ASPECTS[aspect] for aspect in aspects]),
        "text": words.about(wording(found.one.item)[0], (), ()),
        "one": _side(one, found.one, found.aspects),
        "other": _side(other, found.other, found.aspects),
    }


def _side(here: Here, place: Placed, aspects: frozenset[Aspect]) -> list[str]:
    """How one map has an item, in the aspects that differ."""
    item = place.item
    lines: list[str] = []
    if Aspect.WORDING in aspects:
        lines += [words.about(text, (), ()) for text in wording(item) if text]
        lines += [f"‘{line}’" for line in getattr(item, "words", ())]
        lines += [f"Antwoord: {one.text}" for one in item.options] if isinstance(item, Question) else []
    if Aspect.BINDING in aspects and isinstance(item, Action | Outcome):
        lines.append(f"Bindend als: {words.BINDINGS[item.binding]['text']}")
    if Aspect.ROLE in aspects:
        lines.append(f"Met: {_role(here, item) or 'niemand anders'}")
    if Aspect.CONDITION in aspects:
        lines.append(condition_words(item.when, here.routemap) or "Altijd")
    if Aspect.TERM in aspects:
        lines.append(f"Termijn: {_term(item) or 'in overleg'}")
    if Aspect.PLACE in aspects:
        lines.append(f"Bij: {place.step.title}")
    return lines


def _term(item: Item) -> str:
    if isinstance(item, Deadline):
        return words.term(item.term)
    return words.DUE[item.due] if isinstance(item, Action) else ""


def _role(here: Here, item: Item) -> str:
    name = getattr(item, "role", "") or getattr(item, "owed_by", "")
    role = here.directory.national.roles.get(name)
    return role.label_in(here.routemap.edition.id) if role else ""


def _who(one: Here, other: Here) -> Iterator[View]:
    """The roles that other people fill."""
    roles = dict.fromkeys([*roles_of(one.routemap.steps), *roles_of(other.routemap.steps)])
    for name in roles:
        sides = [[partner.name for partner in here.directory.for_role(name)] for here in (one, other)]
        role = one.directory.national.roles.get(name)
        if role and sides[0] != sides[1]:
            label = role.label_in(one.routemap.edition.id)
            yield {
                "key": label,
                "one": listed(sides[0]) or "niet ingevuld",
                "other": listed(sides[1]) or "niet ingevuld",
            }


def _agreements(one: Here, other: Here) -> list[list[str]]:
    """The agreements that only one of the two has."""
    sides = [[_with(view["does"], view["term"]) for view in _agreed(here)] for here in (one, other)]
    found = [[text for text in side if text not in sides[1 - place]] for place, side in enumerate(sides)]
    return found if any(found) else []


def _agreed(here: Here) -> Iterator[View]:
    for one in here.directory.agreements:
        yield agreement(here.directory, one)


def _index(one: Here, other: Here) -> list[list[str]]:
    """What each agreed on the referral index, when that differs."""
    sides = [
        [_with(f"{view['use']} {view['text']}", view["where"]) for view in index_uses(here)] for here in (one, other)
    ]
    return sides if sides[0] != sides[1] else []


def _with(text: str, more: str) -> str:
    """A sentence with what comes to it between brackets."""
    return f"{text.strip().rstrip('.')} ({more.rstrip('.')})." if more else text.strip()
