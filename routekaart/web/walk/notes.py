"""Looking over what somebody writes before it is kept."""

from __future__ import annotations

from routekaart import clock
from routekaart.directory import ContactKind, Directory
from routekaart.walks.identifying import Known, findings


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
