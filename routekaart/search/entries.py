"""A map, a directory and a glossary as entries to find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from routekaart.directory import ContactKind, Directory, National, Partner
from routekaart.engine.routemap import RouteMap
from routekaart.engine.signals import Catalogue as Signals
from routekaart.engine.vocabulary import (
    Action,
    Branch,
    Deadline,
    Edition,
    Item,
    LayerKind,
    Outcome,
    Provenance,
    Question,
    Record,
    Step,
)
from routekaart.search.entry import Entry, Kind

if TYPE_CHECKING:
    from routekaart.content.glossary import Term

SORTS: tuple[tuple[type[Item], str], ...] = (
    (Action, "action"),
    (Question, "question"),
    (Outcome, "outcome"),
    (Record, "record"),
    (Deadline, "deadline"),
)
_CONTACT_WORDS = {
    ContactKind.PHONE: ("telefoon telefoonnummer nummer bellen",),
    ContactKind.EMAIL: ("mail mailadres e-mail mailen",),
    ContactKind.URL: ("website site",),
    ContactKind.CHAT: ("chat chatten",),
    ContactKind.FORM: ("formulier meldformulier",),
}


Names = Mapping[str, tuple[str, ...]]


def map_entries(routemap: RouteMap, names: Names) -> list[Entry]:
    """Steps, themes, items and remarks of a compiled map; `names` is what each theme also goes by."""
    order = [step.id for step in routemap.steps]
    placed = [(place.item, place.step.id) for place in routemap.placed.values()]
    return [
        *(_step(step, _number(routemap, step)) for step in routemap.steps),
        *_themes(routemap.branches, placed, order, names),
        *(_item(place.item, place.step.id) for place in routemap.placed.values()),
        *(remark for step in routemap.steps for remark in _remarks(step)),
    ]


def edition_entries(edition: Edition, names: Names) -> list[Entry]:
    """What an edition says before any layer: the part that all its maps share, where they leave it as it is."""
    steps = (edition.acute, *edition.steps, edition.follow_up)
    order = [step.id for step in steps]
    additions = [(one.item, one.step) for branch in edition.branches for one in branch.layer.additions]
    items = [*((item, step.id) for step in steps for item in step.items), *additions]
    return [
        *_themes(edition.branches, items, order, names),
        *(_item(item, step) for item, step in items),
        *(remark for step in steps for remark in _remarks(step)),
    ]


def partner_entries(partners: Iterable[Partner], labels: dict[str, list[str]], *, local: bool) -> Iterator[Entry]:
    """Partners, what they offer, and each way to reach them; `labels` are the roles of each, as one calls them."""
    for partner in partners:
        names = tuple(dict.fromkeys(labels.get(partner.id, ())))
        text = _sentences(*partner.does, partner.whom, partner.when, partner.note)
        places = partner.municipalities
        yield Entry(
            kind=Kind.PARTNER, id=partner.id, title=partner.name, text=text, also=names, places=places, local=local
        )
        for service in partner.services:
            about = _sentences(service.what, service.target.who, service.access, service.reach)
            yield Entry(
                kind=Kind.SERVICE,
                id=f"{partner.id}-{service.id}",
                title=service.name,
                text=about,
                also=tuple(theme.replace("-", " ") for theme in service.themes),
                inside=partner.name,
                within=partner.id,
                places=service.municipalities or places,
                local=local,
            )
        for number, contact in enumerate(partner.contacts, 1):
            yield Entry(
                kind=Kind.CONTACT,
                id=f"{partner.id}-{number}",
                title=partner.name,
                text=" ".join((contact.label, contact.hours)),
                also=(*_CONTACT_WORDS[contact.kind], contact.value if contact.kind is ContactKind.PHONE else ""),
                within=partner.id,
                sort=str(contact.kind),
                places=places,
                local=local,
            )


def directory_entries(directory: Directory) -> list[Entry]:
    """Who helps in a region and what they agreed, as seen from an organisation."""
    own = directory.organisation.partners if directory.organisation else ()
    edition = directory.region.edition
    labels: dict[str, list[str]] = {}
    filled = [(one.role, one.partner) for one in directory.bindings]
    filled += [(role, one.id) for one in own for role in one.roles]
    for role, partner in filled:
        if known := directory.national.roles.get(role):
            labels.setdefault(partner, []).extend([known.label, *known.labels.values()])
    agreements = (
        Entry(
            kind=Kind.AGREEMENT,
            id=one.id,
            title=one.does,
            text=_sentences(one.term, _label(directory.national, one.role, edition)),
            within=one.step,
            places=one.municipalities,
            local=True,
        )
        for one in directory.agreements
    )
    return [*partner_entries([*directory.partners.values(), *own], labels, local=True), *agreements]


def national_entries(national: National) -> list[Entry]:
    """The national bodies, by the roles that they fill where a region has nobody."""
    labels: dict[str, list[str]] = {}
    for role in national.roles.values():
        for partner in role.fallback:
            labels.setdefault(partner, []).extend([role.label, *role.labels.values()])
    return list(partner_entries(national.partners.values(), labels, local=False))


def signal_entries(signals: Signals) -> list[Entry]:
    """Everything that one may see or hear; shown with the first kind that it belongs to."""
    return [
        Entry(
            kind=Kind.SIGNAL,
            id=one.id,
            title=one.text,
            text=one.why,
            inside=" ".join(signals.kinds[kind].title for kind in one.kinds),
            within=one.kinds[0] if one.kinds else "",
        )
        for one in signals.signals
    ]


def term_entries(terms: Iterable[Term]) -> list[Entry]:
    """The glossary."""
    return [
        Entry(kind=Kind.TERM, id=one.id, title=one.title, text=one.means, also=one.other_names, sort="term")
        for one in terms
    ]


def _step(step: Step, number: str) -> Entry:
    names = (f"stap {number}",) if number else ()
    return Entry(kind=Kind.STEP, id=step.id, title=step.title, text=step.purpose, also=(step.short, *names))


def _number(routemap: RouteMap, step: Step) -> str:
    station = routemap.station_of(step.id)
    return str(station.number) if station else ""


def _themes(
    branches: Iterable[Branch], placed: Iterable[tuple[Item, str]], order: Sequence[str], names: Names
) -> Iterator[Entry]:
    """Each theme, with the step in which most of it stands."""
    inside: dict[str, list[tuple[Item, str]]] = {}
    for item, step in placed:
        inside.setdefault(item.branch, []).append((item, step))
    for branch in branches:
        if found := inside.get(branch.id):
            counted = Counter(step for _, step in found)
            yield Entry(
                kind=Kind.THEME,
                id=branch.id,
                title=branch.title,
                text=branch.summary,
                also=(branch.id.replace("-", " "), *names.get(branch.id, ())),
                inside=" ".join(sorted(f"{item.text} {item.detail}" for item, _ in found)),
                within=max(counted, key=lambda one: (counted[one], -order.index(one))),
            )


def _item(item: Item, step: str) -> Entry:
    """An item in its most specific wording. {wie} stays in it for who shows it: "wie" says little, so is not found."""
    specific = item.specialisations[-1] if item.specialisations else None
    text, detail = (specific.text, specific.detail) if specific else (item.text, item.detail)
    origin = specific.provenance if specific else item.provenance
    return Entry(
        kind=Kind.ITEM,
        id=item.id,
        title=text,
        text=_sentences(detail, *_more(item)),
        within=step,
        sort=next((sort for kind, sort in SORTS if isinstance(item, kind)), ""),
        local=_is_local(origin),
    )


def _more(item: Item) -> Iterator[str]:
    """What else a page shows of an item."""
    if isinstance(item, Question):
        yield from (f"{one.text} {one.meaning}" for one in item.options if not one.unknown)
    if isinstance(item, Deadline):
        yield item.if_missed


def _remarks(step: Step) -> Iterator[Entry]:
    for sort, remarks in (("pitfall", step.pitfalls), ("legal", step.legal)):
        for number, one in enumerate(remarks, 1):
            local = _is_local(one.provenance)
            identity = f"{step.id}-{sort}-{number}"
            yield Entry(kind=Kind.REMARK, id=identity, title=one.text, within=step.id, sort=sort, local=local)


def _is_local(origin: Provenance) -> bool:
    return origin.kind is not LayerKind.EDITION


def _sentences(*texts: str) -> str:
    """Texts as one, each a sentence."""
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in texts if text)


def _label(national: National, role: str, edition: str) -> str:
    known = national.roles.get(role)
    return known.label_in(edition) if known else ""
