"""The forms of what a region agreed: agreements, covenants and the referral index; and how their lists tell of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from routekaart.directory import Covenant, IndexUse
from routekaart.engine.vocabulary import ActionKind
from routekaart.presenters.agreements_page import INDEX_USES
from routekaart.presenters.desk_fields import Choice, Choices, Day, Field, Lines, Option, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_partner import EVERYWHERE, municipality_options
from routekaart.presenters.desk_typing import as_web
from routekaart.presenters.region_page import period, state
from routekaart.presenters.words import listed

ACTION_KINDS: Mapping[ActionKind, str] = {
    ActionKind.OBSERVE: "Kijken en opschrijven",
    ActionKind.COLLEAGUE: "Overleggen met een collega",
    ActionKind.CONSULTATION: "Advies vragen",
    ActionKind.PREPARE: "Iets voorbereiden",
    ActionKind.CONVERSATION: "Een gesprek voeren",
    ActionKind.INFORM: "Iemand vertellen wat je doet",
    ActionKind.WEIGH: "Samen wegen",
    ActionKind.HELP: "Hulp regelen",
    ActionKind.REFERRAL_INDEX: "De verwijsindex gebruiken",
    ActionKind.FOLLOW_UP: "Blijven volgen",
}
"""What an agreement may ask of the professional. What a law or professional norm asks is the nation's to say."""
NO_ACTION = "Niets: het is alleen een afspraak tussen partners"
NO_COVENANT = "Geen convenant"
FUNCTION = "Een functie, geen naam van een mens. Bijvoorbeeld: teamleider advies, Veilig Thuis."
DOCUMENT = "Waar men het document kan lezen. Leeg: het is niet openbaar."


def agreement_fields(around: Around) -> tuple[Field, ...]:
    """Who does what at which step within what term, and who can be held to it."""
    return (
        Text(
            "does", "Wat er gebeurt", "Eén zin die zegt wie wat doet. Bijvoorbeeld: Het lokale team belt jou terug.", 3
        ),
        Choice("step", "Bij welke stap", options=tuple(step_options(around))),
        Choice("role", "Welke rol doet het", options=tuple(role_options(around))),
        Text("term", "Binnen welke termijn", "Bijvoorbeeld: binnen twee werkdagen."),
        Text("accountable", "Wie is aanspreekbaar", FUNCTION),
        covenant_choice(around),
        Choices("municipalities", "Gemeenten", EVERYWHERE, options=tuple(municipality_options(around)), inline=True),
        Choice("kind", "Wat de professional hiervoor doet", KIND_HINT, options=_kinds(), nothing=NO_ACTION),
    )


KIND_HINT = (
    "Kies je iets, dan komt de afspraak ook als taak in de stap te staan, bij iedereen in de regio. "
    "Begin de zin dan met een werkwoord: Bel, Regel, Vraag."
)


def agreement_row(data: Mapping[str, Any], around: Around) -> Row:
    """An agreement in the list; marked when nobody can be held to it."""
    places = [around.municipalities.get(one, one) for one in data["municipalities"]]
    steps = around.steps
    first = [steps.get(data["step"], data["step"]), around.roles.get(data["role"], data["role"]), data["term"]]
    paper = around.all_covenants.get(data["covenant"] or "", "geen convenant")
    where = f"alleen {listed(places)}" if places else ""
    return Row(
        name=data["does"],
        about=(" · ".join(one for one in first if one), " · ".join(one for one in (paper, where) if one)),
        mark="" if data["accountable"] else "niemand aanspreekbaar",
    )


def group_agreement_fields(around: Around) -> tuple[Field, ...]:
    """The same of a region group, which has no municipalities of its own."""
    return tuple(one for one in agreement_fields(around) if one.name != "municipalities")


def shared_agreements(around: Around) -> tuple[Row, ...]:
    """The agreements of the region's group."""
    return tuple(agreement_row(one, around) for one in around.shared.get("agreements", ()))


def covenant_fields(around: Around) -> tuple[Field, ...]:
    """A signed paper: who signed, from when until when, and where to read it."""
    partners = tuple(Option(name, text) for name, text in around.partners.items())
    return (
        Text("name", "Naam"),
        Choices("signatories", "Wie tekenden: partners uit deze regio", options=partners, folded=len(partners) > 8),
        Lines("also_signed", "Wie tekenden nog meer", "Gemeenten, organisaties van buiten. Elk op een eigen regel."),
        Day("valid_from", "Geldt vanaf"),
        Day("valid_until", "Geldt tot en met", "Leeg: er staat geen einde in. Bijvoorbeeld 31-12-2028."),
        Text("document", "Het document (webadres)", DOCUMENT, type="url", clean=as_web),
    )


def group_covenant_fields(around: Around) -> tuple[Field, ...]:
    """The same of a region group, which has no partners of its own."""
    return tuple(one for one in covenant_fields(around) if one.name != "signatories")


def covenant_row(data: Mapping[str, Any], around: Around) -> Row:
    """A covenant in the list: its term and how many signed; marked when it ended or ends soon."""
    days = [data[name] and date.fromisoformat(data[name]) for name in ("valid_from", "valid_until")]
    paper = Covenant(data["id"], data["name"], valid_from=days[0], valid_until=days[1])
    names = [*(around.partners.get(one, one) for one in data["signatories"]), *data["also_signed"]]
    now = state(paper, around.today)
    return Row(
        name=data["name"],
        about=(period(paper), f"getekend door {listed(names)}" if names else "niet ingevuld wie tekende"),
        mark=now["text"] if now else "",
    )


def shared_covenants(around: Around) -> tuple[Row, ...]:
    """The covenants of the region's group."""
    return tuple(covenant_row(one, around) for one in around.shared.get("covenants", ()))


def index_fields(around: Around) -> tuple[Field, ...]:
    """Whether the referral index is used, when and when not, in the region or in some municipalities."""
    uses = tuple(Option(str(use), text) for use, text in INDEX_USES.items())
    return (
        Choice("use", "Gebruik van de verwijsindex", options=uses, large=True),
        Text("text", "Wat men erover moet weten", "In een paar korte zinnen.", rows=3),
        Lines("when_to_match", "Wanneer geef je een signaal", "Zet elk punt op een eigen regel."),
        Lines("when_not", "Wanneer juist niet", "Zet elk punt op een eigen regel."),
        covenant_choice(around),
        Choices("municipalities", "Gemeenten", EVERYWHERE, options=tuple(municipality_options(around)), inline=True),
    )


def index_row(data: Mapping[str, Any], around: Around) -> Row:
    """An agreement on the referral index, by where it holds."""
    places = [around.municipalities.get(one, one) for one in data["municipalities"]]
    return Row(
        name=listed(places) or "Hele regio",
        about=(INDEX_USES[IndexUse(data["use"])], around.all_covenants.get(data["covenant"] or "", "")),
    )


def covenant_choice(around: Around) -> Choice:
    """On which paper something rests: one of the region, or of its region group."""
    papers = tuple(Option(name, text) for name, text in around.all_covenants.items())
    return Choice("covenant", "Op welk convenant rust het", options=papers, nothing=NO_COVENANT)


def step_options(around: Around) -> Iterator[Option]:
    """The steps of the region's edition."""
    return (Option(step, title) for step, title in around.steps.items())


def role_options(around: Around) -> Iterator[Option]:
    """The roles as the region's edition calls them, by name."""
    return (Option(name, label) for name, label in sorted(around.roles.items(), key=lambda one: one[1].lower()))


def _kinds() -> tuple[Option, ...]:
    return tuple(Option(str(kind), text) for kind, text in ACTION_KINDS.items())
