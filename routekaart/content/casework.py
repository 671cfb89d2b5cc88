"""The neutral words with which a case is written down: who, where, and the function of who thinks along."""

from __future__ import annotations

from pathlib import Path

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, raise_any, read_guide
from routekaart.content.models import Id, Words


class WordForm(GuideForm):
    """A word to choose."""

    id: Id
    text: Words


class CaseworkForm(GuideFile):
    """`content/casework.yaml`; each list in the order in which it is offered."""

    people: tuple[WordForm, ...]
    places: tuple[WordForm, ...]
    functions: tuple[WordForm, ...]


def read_casework(content: Path) -> CaseworkForm:
    """Raises ContentError."""
    source, form = read_guide(content, "casework.yaml", CaseworkForm)
    lists = {"people": form.people, "places": form.places, "functions": form.functions}
    raise_any(
        finding for name, words in lists.items() for finding in doubles(source, name, (word.id for word in words))
    )
    return form
