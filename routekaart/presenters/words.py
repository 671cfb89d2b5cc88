"""The Dutch words for what the engine knows by its English name."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart.engine.answers import Person
from routekaart.engine.vocabulary import Binding, Category, Due, LayerKind, Provenance, Term

BINDINGS = {
    Binding.LAW: {"kind": "law", "text": "wet"},
    Binding.PROFESSIONAL_NORM: {"kind": "norm", "text": "beroepsnorm"},
    Binding.AGREEMENT: {"kind": "agreement", "text": "afspraak"},
    Binding.GOOD_PRACTICE: {"kind": "practice", "text": "goede gewoonte"},
}
DUE = {Due.NOW: "nu meteen", Due.TODAY: "vandaag", Due.WEEK: "deze week", Due.AGREED: ""}
CATEGORIES = {
    Category.CHILD_0_11: "kind, 0 t/m 11 jaar",
    Category.CHILD_12_15: "kind, 12 t/m 15 jaar",
    Category.CHILD_16_17: "kind, 16 of 17 jaar",
    Category.UNBORN: "ongeboren kind",
    Category.ADULT: "volwassene",
    Category.DEPENDENT: "oudere of volwassene die zorg nodig heeft",
}
_NAMES = {
    Category.CHILD_0_11: ("kind", "0–11 jaar"),
    Category.CHILD_12_15: ("kind", "12–15 jaar"),
    Category.CHILD_16_17: ("kind", "16–17 jaar"),
    Category.UNBORN: ("ongeboren kind", ""),
    Category.ADULT: ("volwassene", ""),
    Category.DEPENDENT: ("oudere", ""),
}
_UNITS = {
    "working_days": ("werkdag", "werkdagen"),
    "days": ("dag", "dagen"),
    "weeks": ("week", "weken"),
    "months": ("maand", "maanden"),
}


def provenance(origin: Provenance) -> str:
    """Who says it: "landelijk", "onderwijs", "regio Flevoland"."""
    match origin.kind:
        case LayerKind.EDITION:
            return "landelijk"
        case LayerKind.SECTOR:
            return origin.title.lower()
        case LayerKind.REGION:
            return (
                origin.title
                if origin.title.lower().startswith(("regio", "voorbeeldregio"))
                else f"regio {origin.title}"
            )
    return origin.title


def person(one: Person, everyone: Sequence[Person]) -> str:
    """A person without a name: "kind 2 (12–15 jaar)". Counts through all ages; alone of its kind it has no number."""
    name, age = _NAMES[one.category]
    alike = [other for other in everyone if _NAMES[other.category][0] == name]
    number = f" {alike.index(one) + 1}" if len(alike) > 1 else ""
    return f"{name}{number} ({age})" if age else f"{name}{number}"


def listed(texts: Sequence[str], last: str = "en") -> str:
    """Texts in a sentence: "a, b en c"."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {last} {texts[-1]}" if texts else ""


def about(text: str, people: Sequence[Person], everyone: Sequence[Person]) -> str:
    """A text of the protocol in which {wie} stands for somebody, or for several people."""
    named = listed([person(one, everyone) for one in people]) or "deze persoon"
    filled = text.replace("{wie}", named)
    return filled[:1].upper() + filled[1:]


def term(length: Term) -> str:
    """A term in words: "5 werkdagen"; without length it is the day itself."""
    if length.amount == 0:
        return "op die dag"
    one, more = _UNITS[length.unit]
    return f"{length.amount} {one if length.amount == 1 else more}"
