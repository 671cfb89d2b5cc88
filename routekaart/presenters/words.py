"""The Dutch words for what the engine knows by its English name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from routekaart.engine.answers import Person
from routekaart.engine.vocabulary import Binding, Category, Due, LayerKind, Provenance, SectorGroup, Term

BINDINGS = {
    Binding.LAW: {"kind": "law", "text": "wet"},
    Binding.PROFESSIONAL_NORM: {"kind": "norm", "text": "beroepsnorm"},
    Binding.AGREEMENT: {"kind": "agreement", "text": "afspraak"},
    Binding.GOOD_PRACTICE: {"kind": "practice", "text": "goede gewoonte"},
}
SECTOR_GROUPS = {
    SectorGroup.CARE: "Zorg",
    SectorGroup.YOUTH: "Jeugd, onderwijs en opvang",
    SectorGroup.SOCIAL: "Sociaal domein",
    SectorGroup.SAFETY: "Veiligheid",
    SectorGroup.VOLUNTEERS: "Vrijwilligers",
    SectorGroup.OTHER: "Iets anders",
}
DUE = {Due.NOW: "nu meteen", Due.TODAY: "vandaag", Due.WEEK: "deze week", Due.AGREED: ""}
CATEGORIES = {
    Category.CHILD_0_11: "kind, 0 t/m 11 jaar",
    Category.CHILD_12_15: "kind, 12 t/m 15 jaar",
    Category.CHILD_16_17: "jongere, 16 of 17 jaar",
    Category.UNBORN: "ongeboren kind",
    Category.ADULT: "volwassene",
    Category.DEPENDENT: "oudere of volwassene die zorg nodig heeft",
}


class _Name(NamedTuple):
    article: str
    name: str
    age: str = ""


_NAMES = {
    Category.CHILD_0_11: _Name("het", "kind", "0–11 jaar"),
    Category.CHILD_12_15: _Name("het", "kind", "12–15 jaar"),
    Category.CHILD_16_17: _Name("de", "jongere", "16–17 jaar"),
    Category.UNBORN: _Name("het", "ongeboren kind"),
    Category.ADULT: _Name("de", "volwassene"),
    Category.DEPENDENT: _Name("de", "oudere"),
}
SOMEBODY, EACH = "deze persoon", "ieder van hen"
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
    """A person as a label, never a name: "kind 2 (12–15 jaar)"."""
    name, age = _named(one, everyone), _NAMES[one.category].age
    return f"{name} ({age})" if age else name


def _named(one: Person, everyone: Sequence[Person]) -> str:
    """Numbered through all ages; alone of its kind it has no number."""
    name = _NAMES[one.category].name
    alike = [other for other in everyone if _NAMES[other.category].name == name]
    return f"{name} {alike.index(one) + 1}" if len(alike) > 1 else name


def _in_text(one: Person, everyone: Sequence[Person]) -> str:
    name = _named(one, everyone)
    return name if name[-1].isdigit() else f"{_NAMES[one.category].article} {name}"


def listed(texts: Sequence[str], last: str = "en") -> str:
    """Texts in a sentence: "a, b en c"."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {last} {texts[-1]}" if texts else ""


def about(text: str, people: Sequence[Person], everyone: Sequence[Person]) -> str:
    """A text of the protocol in which {wie} stands for somebody, or for several people: "kind 1 en de volwassene"."""
    named = listed([_in_text(one, everyone) for one in people]) or SOMEBODY
    return _filled(text, named)


def about_each(text: str) -> str:
    """A text of the protocol in which {wie} stands for several people, each apart."""
    return _filled(text, EACH)


def _filled(text: str, named: str) -> str:
    filled = text.replace("{wie}", named)
    return filled[:1].upper() + filled[1:]


def term(length: Term) -> str:
    """A term in words: "5 werkdagen"; without length it is the day itself."""
    if length.amount == 0:
        return "op die dag"
    one, more = _UNITS[length.unit]
    return f"{length.amount} {one if length.amount == 1 else more}"
