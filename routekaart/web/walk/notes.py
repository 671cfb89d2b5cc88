"""Looking over what somebody writes before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from routekaart import clock
from routekaart.directory import ContactKind, Directory
from routekaart.walks.casefile import MOST_CHARACTERS
from routekaart.walks.identifying import Known, findings
from routekaart.web.walk.answer import TOO_LONG

LOOK_AGAIN = "Kijk nog eens naar wat je schreef."


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands in the way of keeping some texts: an error by field, and what looks as if it tells who it is."""

    errors: dict[str, str]
    hints: list[str]

    @property
    def is_fine(self) -> bool:
        """Whether they can be kept."""
        return not self.errors and not self.hints

    @property
    def links(self) -> list[dict[str, str]]:
        """The same for the error summary: each error at its field, and the warning at `#herkenbaar`."""
        rows = [{"text": text, "href": f"#{name}"} for name, text in self.errors.items()]
        return [*rows, {"text": LOOK_AGAIN, "href": "#herkenbaar"}] if self.hints else rows


def look_over(
    texts: Mapping[str, str | None], directory: Directory, *, is_sure: bool, kept: Mapping[str, str]
) -> Looked:
    """Texts by field, beside what was kept before; who `is_sure` is asked about names no more."""
    errors = {name: TOO_LONG for name, text in texts.items() if len(text or "") > MOST_CHARACTERS}
    hints = [] if is_sure else [word for name, text in texts.items() for word in _told(name, text, directory, kept)]
    return Looked(errors, hints)


def _told(name: str, text: str | None, directory: Directory, kept: Mapping[str, str]) -> list[str]:
    return identifying_words(text, directory, kept.get(name)) if len(text or "") <= MOST_CHARACTERS else []


def identifying_words(text: str | None, directory: Directory, kept: str | None = None) -> list[str]:
    """What in a text looks as if it tells who it is about, in words; nothing of a text that was kept before."""
    if not text or not text.strip() or text == kept:
        return []
    found = findings(text, today=clock.today(), known=_known(directory))
    return [f"{one.word}: ‘{one.text}’" for one in found]


def _known(directory: Directory) -> Known:
    partners = (*directory.partners.values(), *directory.national.partners.values())
    contacts = [contact for partner in partners for contact in partner.contacts]
    places = (directory.region.name, *(one.name for one in directory.region.municipalities))
    return Known.of(
        (*(partner.name for partner in partners), *places),
        (one.value for one in contacts if one.kind is ContactKind.PHONE),
        (one.value for one in contacts if one.kind is ContactKind.EMAIL),
    )
