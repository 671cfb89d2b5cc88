"""What was found in a region and a sector, in groups, with the words that were found marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from functools import cached_property

from pydantic import BaseModel

from routekaart.content.guides import Guides
from routekaart.directory import Contact, ContactKind, Partner
from routekaart.presenters import words
from routekaart.presenters.glossary_page import PAGE as GLOSSARY
from routekaart.presenters.guide_links import CONVERSATIONS, DISAGREEMENT, INSTRUMENTS, SHARING
from routekaart.presenters.guide_page import beside, sector_frame
from routekaart.presenters.here import SEARCH, Here, View
from routekaart.presenters.marking import excerpt, marked
from routekaart.presenters.partner_card import phone_line
from routekaart.presenters.region_page import link
from routekaart.presenters.social_map import PAGE as SOCIAL_MAP
from routekaart.presenters.start import NUMBERS
from routekaart.presenters.step_page import roles_of, title_of, trail
from routekaart.search.entry import Entry, Kind
from routekaart.search.index import Found, Hit

PROFESSION = "beroep"
MOST_SHOWN = 5
GROUPS = {
    "stappen": ("Stappen en acties", (Kind.STEP, Kind.THEME, Kind.ITEM, Kind.REMARK, Kind.AGREEMENT, Kind.PAGE)),
    "signalen": ("Signalen", (Kind.SIGNAL,)),
    "hulp": ("Partners en hulp", (Kind.PARTNER, Kind.SERVICE)),
    "contact": ("Contact", (Kind.CONTACT,)),
    "begrippen": ("Begrippen", (Kind.TERM,)),
}
SORTS = {
    "action": "Wat je doet",
    "question": "Vraag",
    "outcome": "Advies",
    "record": "Vastleggen",
    "deadline": "Termijn",
    "pitfall": "Valkuil",
    "legal": "Wat zegt de wet",
}
PAGES = {Kind.AGREEMENT: "afspraken", Kind.SERVICE: SOCIAL_MAP}
NOT_SAID = {"conversation", "group", "id", "law", "reviewed", "role", "source", "sources"}
EXAMPLES = ("blauwe plek", "kindcheck", "OTS", "wijkteam", "tolk")


def page_entries(here: Here, inside: Mapping[str, str]) -> list[Entry]:
    """The pages beside the steps, and what holds for the profession; `inside` is what else a page says, by its name."""
    pages = [
        Entry(kind=Kind.PAGE, id=name, title=one["text"], text=one["what"], inside=inside.get(name, ""), within=name)
        for name, one in _pages(here).items()
    ]
    return pages + [
        Entry(kind=Kind.PAGE, id=f"{PROFESSION}-{number}", title=one["key"], text=one["value"], within=PROFESSION)
        for number, one in enumerate(sector_frame(here), 1)
    ]


def guide_texts(guides: Guides) -> dict[str, str]:
    """What each guide says, by the name of its page."""
    found = {
        CONVERSATIONS: guides.conversations,
        INSTRUMENTS: guides.instruments,
        SHARING: guides.sharing,
        DISAGREEMENT: guides.disagreement,
    }
    return {name: " ".join(_said(guide)) for name, guide in found.items()}


def _said(thing: object) -> Iterator[str]:
    """Every text in a form, but ids and sources."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        yield thing
    elif isinstance(thing, Mapping):
        yield from (text for name, value in thing.items() if name not in NOT_SAID for text in _said(value))
    elif isinstance(thing, Iterable) and not isinstance(thing, str | BaseModel):
        yield from (text for one in thing for text in _said(one))
    elif isinstance(thing, BaseModel):
        yield from _said(dict(thing))
    elif is_dataclass(thing):
        yield from _said({one.name: getattr(thing, one.name) for one in fields(thing)})


def search_page(here: Here, asked: str, found: Found) -> View:
    """The hits in groups; the group of the best hit comes first."""
    groups = _Hits(here, found).groups()
    return {
        "title": "Zoeken",
        "asked": asked,
        "is_asked": bool(asked.strip()),
        "groups": groups,
        "count": len(found.hits),
        "corrected": [{"typed": typed, "read": read} for typed, read in found.corrected],
        "form": here.search_form(),
        "numbers": NUMBERS,
        "examples": [{"text": one, "href": here.address(SEARCH, q=one)} for one in EXAMPLES],
        "elsewhere": [{"text": one["text"], "href": one["href"], "what": one["what"]} for one in beside(here)],
        "trail": trail(here, "Zoeken"),
    }


def _pages(here: Here) -> dict[str, View]:
    """The pages beside the steps, by the last part of their address."""
    return {one["href"].partition("?")[0].rstrip("/").rpartition("/")[2]: one for one in beside(here)}


@dataclass
class _Hits:
    """Hits on their way to a page."""

    here: Here
    found: Found
    pages: dict[str, View] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = _pages(self.here)

    def groups(self) -> list[View]:
        """Groups that have hits, in the order of their best."""
        order = dict.fromkeys(
            group for hit in self.found.hits for group in GROUPS if hit.entry.kind in GROUPS[group][1]
        )
        return [self._group(name, *GROUPS[name]) for name in order]

    def _group(self, name: str, title: str, kinds: Iterable[Kind]) -> View:
        views = [self._hit(hit) for hit in self.found.hits if hit.entry.kind in kinds]
        return {"id": name, "title": title, "first": views[:MOST_SHOWN], "more": views[MOST_SHOWN:]}

    def _hit(self, hit: Hit) -> View:
        entry = hit.entry
        seen = self.found.words
        title = words.about(entry.title, (), ()) if entry.kind is Kind.ITEM else entry.title
        text = "" if entry.kind is Kind.CONTACT else excerpt(words.about(entry.text, (), ()), seen)
        return {
            "title": marked(title, seen),
            "text": marked(text, seen),
            "about": self._about(entry),
            "href": self._address(entry),
            "phone": self._phone(entry),
            "link": self._link(entry),
        }

    def _about(self, entry: Entry) -> str:
        """What it is, in a word or two."""
        match entry.kind:
            case Kind.THEME | Kind.ITEM | Kind.REMARK | Kind.AGREEMENT:
                sort = {Kind.THEME: "Thema", Kind.AGREEMENT: "Afspraak"}.get(entry.kind, SORTS.get(entry.sort, ""))
                return " · ".join(text for text in (sort, self._step_title(entry.within)) if text)
            case Kind.STEP:
                return self._step_title(entry.id)
            case Kind.PARTNER | Kind.CONTACT | Kind.SERVICE:
                return " · ".join(text for text in (self._whose(entry), self._places(entry)) if text)
            case Kind.TERM:
                return " · ".join(entry.also[:2])
        return ""

    def _whose(self, entry: Entry) -> str:
        partner = self._partner(entry)
        if entry.kind is Kind.SERVICE and partner:
            return partner.name
        return "landelijk" if partner and partner.national else ""

    def _step_title(self, step: str) -> str:
        known = {one.id: one for one in self.here.routemap.steps}
        return title_of(self.here, known[step]) if step in known else ""

    def _places(self, entry: Entry) -> str:
        names = [one.name for code in entry.places if (one := self.here.region.municipality(code))]
        return f"voor {words.listed(names)}" if names else ""

    def _address(self, entry: Entry) -> str:
        match entry.kind:
            case Kind.STEP:
                return self.here.address(entry.id)
            case Kind.THEME:
                return f"{self.here.address(entry.within)}#{entry.within}-thema-{entry.id}"
            case Kind.ITEM:
                return f"{self.here.address(entry.within)}#nr-{self.here.routemap.placed[entry.id].order}"
            case Kind.REMARK:
                return self.here.address(entry.within)
            case Kind.AGREEMENT | Kind.SERVICE:
                return self.here.address(PAGES[entry.kind])
            case Kind.PAGE:
                return self._page_address(entry)
            case Kind.SIGNAL:
                return self.here.address("signalen", soort=entry.within)
            case Kind.TERM:
                return f"{self.here.address(GLOSSARY)}#{entry.id}"
        return self._card_address(entry)

    def _page_address(self, entry: Entry) -> str:
        """A page beside the steps, or what the opening page says of the profession."""
        page = self.pages.get(entry.within)
        return str(page["href"]) if page else f"{self.here.address()}#{PROFESSION}"

    def _card_address(self, entry: Entry) -> str:
        """The first step that shows the card of a partner; else the social map, if it has something of it."""
        partner = self._partner(entry)
        if partner is None:
            return ""
        if step := self._steps.get(partner.id):
            return f"{self.here.address(step)}#wie-{partner.id}"
        return self.here.address(SOCIAL_MAP) if partner.services else ""

    @cached_property
    def _steps(self) -> dict[str, str]:
        """By partner the first step that needs it."""
        found: dict[str, str] = {}
        for step in self.here.routemap.steps:
            for role in roles_of([step]):
                for partner in self.here.directory.for_role(role, self.here.municipality):
                    found.setdefault(partner.id, step.id)
        return found

    def _partner(self, entry: Entry) -> Partner | None:
        wanted = entry.id if entry.kind is Kind.PARTNER else entry.within
        directory = self.here.directory
        own = {one.id: one for one in directory.organisation.partners} if directory.organisation else {}
        return directory.partners.get(wanted) or own.get(wanted) or directory.national.partners.get(wanted)

    def _contact(self, entry: Entry) -> Contact | None:
        """The contact that an entry is about; of a partner its first number."""
        partner = self._partner(entry) if entry.kind in (Kind.PARTNER, Kind.CONTACT) else None
        if partner is None or entry.kind is Kind.PARTNER:
            return partner.phone if partner else None
        return partner.contacts[int(entry.id.rpartition("-")[2]) - 1]

    def _phone(self, entry: Entry) -> View | None:
        contact = self._contact(entry)
        return phone_line(contact) if contact and contact.kind is ContactKind.PHONE else None

    def _link(self, entry: Entry) -> View | None:
        contact = self._contact(entry)
        return link(contact) if contact and contact.kind is not ContactKind.PHONE else None
