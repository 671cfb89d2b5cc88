"""Atom feeds (RFC 4287). Pure: text in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something that happened. `address` is where it can be read, for good; it is its id too."""

    address: str
    title: str
    at: datetime
    text: str


def atom(address: str, page: str, title: str, author: str, entries: Iterable[FeedEntry]) -> bytes:
    """A feed at `address` about what stands on `page`, newest entry first; there is at least one."""
    found = list(entries)
    feed = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "nl"})
    _text(feed, "id", address)
    _text(feed, "title", title)
    _text(feed, "updated", _moment(max(one.at for one in found)))
    _text(ElementTree.SubElement(feed, "author"), "name", author)
    ElementTree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for one in found:
        entry = ElementTree.SubElement(feed, "entry")
        _text(entry, "id", one.address)
        _text(entry, "title", one.title)
        _text(entry, "updated", _moment(one.at))
        ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": one.address})
        _text(entry, "content", one.text, type="text")
    text: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text


def _text(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> None:
    """An element with text; what XML cannot hold is left out."""
    ElementTree.SubElement(parent, name, attributes).text = "".join(
        one for one in text if one.isprintable() or one == "\n"
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
