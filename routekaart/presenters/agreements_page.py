"""What the partners of a region agreed: per step and role, on which paper it rests, and who can be held to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from routekaart.directory import Agreement, Covenant, Directory, IndexUse, ReferralIndex
from routekaart.engine.vocabulary import Step
from routekaart.presenters.here import Here, View
from routekaart.presenters.region_page import coordinator, covenant, group_name, period, state
from routekaart.presenters.step_page import trail
from routekaart.presenters.words import listed

PAGE = "afspraken"
COUNT = ("Geen", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen")
INDEX_USES = {
    IndexUse.IN_USE: "De verwijsindex is in gebruik.",
    IndexUse.PHASE_OUT: "De verwijsindex wordt hier afgebouwd.",
    IndexUse.NOT_USED: "De verwijsindex wordt hier niet gebruikt.",
    IndexUse.UNKNOWN: "Of de verwijsindex hier wordt gebruikt, is niet ingevuld.",
}
INDEX_IS_NO_REPORT = "Een signaal in de verwijsindex is nooit een melding en komt nooit in plaats van Veilig Thuis."
INDEX_IS_NO_REPORT_2011 = "Een signaal in de verwijsindex is nooit een melding en komt er nooit voor in de plaats."


def agreements_page(here: Here, today: date) -> View:
    """Agreements per step, the referral index, covenants, and who guards them."""
    directory = here.directory
    steps = [_step(here, step, today) for step in here.routemap.steps]
    agreed = [one for step in steps for one in step["agreements"]]
    papers = [_covenant(directory, one, agreed, today) for one in directory.covenants.values()]
    return {
        "title": f"Afspraken – {here.region.name}",
        "region": here.region.name,
        "group": group_name(here.map),
        "steps": [step for step in steps if step["agreements"]],
        "index": index_uses(here),
        "index_rule": index_rule(here),
        "covenants": papers,
        "attention": list(_attention(agreed, papers)),
        "coordinator": coordinator(here.region.coordinator),
        "municipalities": here.municipality_choice(PAGE) if _differs(directory) else None,
        "trail": trail(here, "Afspraken"),
    }


def _step(here: Here, step: Step, today: date) -> View:
    found = here.directory.agreements_at(step.id, here.municipality)
    return {
        "name": here.step_name(step),
        "title": step.short,
        "href": here.address(step.id),
        "agreements": [agreement(here.directory, one) | _held_to(here, one, today) for one in found],
    }


def _held_to(here: Here, one: Agreement, today: date) -> View:
    """Who can be held to an agreement, who fills the role now, and whether its paper holds today."""
    paper = here.directory.covenants.get(one.covenant or "")
    filled = here.directory.for_role(one.role, here.municipality)
    return {
        "id": one.id,
        "accountable": one.accountable,
        "partners": listed([partner.name for partner in filled]),
        "state": state(paper, today) if paper else None,
    }


def _covenant(directory: Directory, one: Covenant, agreed: Sequence[View], today: date) -> View:
    """A covenant with the agreements that rest on it."""
    resting = [found for found in agreed if found["covenant"] and found["covenant"]["id"] == one.id]
    on_index = any(use.covenant == one.id for use in directory.referral_index)
    return covenant(directory, one, today) | {"agreements": resting, "on_index": on_index}


def _attention(agreed: Sequence[View], papers: Sequence[View]) -> Iterator[str]:
    """What is not settled: agreements without a paper or a function, papers that end or that nobody signed."""
    if count := sum(not found["covenant"] for found in agreed):
        yield f"{_number(count)} {'afspraak rust' if count == 1 else 'afspraken rusten'} niet op een convenant."
    if count := sum(not found["accountable"] for found in agreed):
        names = "afspraak noemt" if count == 1 else "afspraken noemen"
        yield f"{_number(count)} {names} geen functie die aanspreekbaar is."
    for paper in papers:
        if paper["state"]:
            yield f"{paper['name']}: {paper['state']['text']}."
        if not paper["signatories"]:
            yield f"{paper['name']}: niet ingevuld wie tekende."


def _number(count: int) -> str:
    return COUNT[count] if count < len(COUNT) else str(count)


def agreement(directory: Directory, one: Agreement) -> View:
    """Who does what within what term, where, and on which paper it rests."""
    role, edition = directory.national.roles.get(one.role), directory.region.edition
    paper = directory.covenants.get(one.covenant or "")
    return {
        "who": role.label_in(edition) if role else "",
        "does": one.does,
        "term": one.term,
        "where": _where(directory, one.municipalities),
        "covenant": paper and {"id": paper.id, "name": paper.name, "period": period(paper)},
    }


def index_uses(here: Here) -> list[View]:
    """What the region agreed on the referral index, per part of the region where it differs."""
    return [_index(here.directory, one) for one in _index_uses(here)]


def index_rule(here: Here) -> str:
    """What the referral index never is (INV-20)."""
    return INDEX_IS_NO_REPORT_2011 if here.region.historical else INDEX_IS_NO_REPORT


def agreed_with(here: Here, roles: Collection[str]) -> list[View]:
    """The agreements of some roles that hold here, at whatever step, each with the name of its step."""
    found = []
    for step in here.routemap.steps:
        at_step = here.directory.agreements_at(step.id, here.municipality)
        found += [
            agreement(here.directory, one) | {"step": here.step_name(step)} for one in at_step if one.role in roles
        ]
    return found


def _index_uses(here: Here) -> tuple[ReferralIndex, ...]:
    if here.municipality or not here.directory.referral_index:
        return (here.directory.index_use(here.municipality),)
    return here.directory.referral_index


def _index(directory: Directory, one: ReferralIndex) -> View:
    paper = directory.covenants.get(one.covenant or "")
    return {
        "use": INDEX_USES[one.use],
        "text": one.text,
        "when": list(one.when_to_match),
        "when_not": list(one.when_not),
        "where": _where(directory, one.municipalities),
        "covenant": paper and {"id": paper.id, "name": paper.name, "period": period(paper)},
    }


def _where(directory: Directory, codes: tuple[str, ...]) -> str:
    names = [one.name for code in codes if (one := directory.region.municipality(code))]
    return f"alleen {listed(names)}" if names else ""


def _differs(directory: Directory) -> bool:
    agreed = (one.municipalities for one in directory.agreements)
    return any(agreed) or any(one.municipalities for one in directory.referral_index)
