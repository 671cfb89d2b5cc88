"""A partner as a vCard 3.0 (RFC 2426): the form that every phone and mail program opens. Nothing personal in it."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart.directory import Contact, ContactKind, Partner

MOST_OCTETS = 75
CONTENT_TYPE = "text/vcard; charset=utf-8"


def vcard(partner: Partner) -> str:
    """Name, numbers, addresses on the web and mail of a partner, with line ends as the standard asks."""
    return "".join(f"{line}\r\n" for text in _lines(partner) for line in _folded(text))


def _lines(partner: Partner) -> Iterator[str]:
    name = _escaped(partner.name)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{name}"
    yield f"N:{name};;;;"
    yield f"ORG:{name}"
    for contact in partner.contacts:
        yield from _contact(contact)
    yield "END:VCARD"


def _contact(contact: Contact) -> Iterator[str]:
    match contact.kind:
        case ContactKind.PHONE:
            yield f"TEL;TYPE=WORK,VOICE:{contact.href.removeprefix('tel:')}"
        case ContactKind.EMAIL:
            yield f"EMAIL;TYPE=INTERNET:{_escaped(contact.value)}"
        case ContactKind.URL:
            yield f"URL:{contact.value}"


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets; never in the middle of a letter."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > MOST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
