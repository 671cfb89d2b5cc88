"""The social map of a region: what help there is, for whom, and how to get it; gaps told as gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from routekaart.directory import AMSTERDAM, Aim, Directory, Partner, Service, TargetGroup
from routekaart.presenters import dates
from routekaart.presenters.here import Here, View
from routekaart.presenters.partner_card import doubt, opening_words, partner_card, phone_lines
from routekaart.presenters.region_page import link
from routekaart.presenters.step_page import trail
from routekaart.presenters.words import listed

PAGE = "sociale-kaart"
AIMS = {
    Aim.PREVENT: ("Voorkomen", "Voor iedereen of voor gezinnen met meer kans op problemen, vóór er iets mis is."),
    Aim.DETECT: ("Signaleren", "Zien dat er iets is, en weten wat het is."),
    Aim.STOP: ("Stoppen", "Het geweld houdt op en het wordt veilig."),
    Aim.LIMIT_HARM: ("Schade beperken", "Herstellen van wat er is gebeurd."),
}
WAITING_HOLDS = timedelta(days=92)
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; empty is everything."""

    aim: str = ""
    theme: str = ""
    age: int | None = None
    municipality: str | None = None

    def fits(self, service: Service, partner: Partner) -> bool:
        """Whether a service of a partner is what one looks for."""
        places = service.municipalities or partner.municipalities
        return (
            self.aim in ("", service.aim)
            and (not self.theme or self.theme in service.themes)
            and (self.age is None or service.target.includes(self.age))
            and (self.municipality is None or not places or self.municipality in places)
        )


def social_map(here: Here, wanted: Wanted, now: datetime) -> View:
    """The services that fit, by what they are for, with the gaps between them."""
    services = list(_services(here.directory))
    fitting = [(service, partner) for service, partner in services if wanted.fits(service, partner)]
    return {
        "title": f"Sociale kaart – {here.region.name}",
        "filter": _filter(here, wanted, services),
        "is_filtered": wanted != Wanted(municipality=wanted.municipality),
        "is_empty": not services,
        "count": len(fitting),
        "all_address": here.address(PAGE),
        "groups": list(_groups(here, wanted, fitting, now)),
        "national": national_cards(here.directory, now) if not services else [],
        "region": here.region.name,
        "trail": trail(here, "Sociale kaart"),
    }


def national_cards(directory: Directory, now: datetime) -> list[View]:
    """The national ways to help, with when to use each."""
    return [
        partner_card(one, directory, now, does_here=one.when, provenance="landelijk")
        for one in directory.national.partners.values()
    ]


def age_words(target: TargetGroup) -> str:
    """For which ages, in words: "van 4 tot en met 12 jaar"."""
    low, high = target.min_age, target.max_age
    if target.unborn and high == 0:
        return "tijdens de zwangerschap"
    if high is None:
        ages = f"vanaf {low} jaar" if low else ""
    else:
        ages = f"tot en met {high} jaar" if not low else f"van {low} tot en met {high} jaar"
    return " ".join(text for text in ("vanaf de zwangerschap," if target.unborn and ages else "", ages) if text)


def theme_words(theme: str) -> str:
    """A theme as one reads it."""
    return theme.replace("-", " ")


def _services(directory: Directory) -> Iterator[tuple[Service, Partner]]:
    for partner in directory.partners.values():
        for service in partner.services:
            yield service, partner


def _groups(here: Here, wanted: Wanted, found: Iterable[tuple[Service, Partner]], now: datetime) -> Iterator[View]:
    rows = list(found)
    for aim, (title, meaning) in AIMS.items():
        if wanted.aim in ("", aim):
            inside = [_service(here, service, partner, now) for service, partner in rows if service.aim is aim]
            yield {"id": str(aim), "title": title, "meaning": meaning, "services": inside}


def _service(here: Here, service: Service, partner: Partner, now: datetime) -> View:
    names = [one.name for code in service.municipalities if (one := here.region.municipality(code))]
    who = ", ".join(text for text in (service.target.who, age_words(service.target)) if text)
    return {
        "name": service.name,
        "what": service.what,
        "partner": partner.name,
        "facts": [
            {"key": "Voor wie", "value": who},
            {"key": "Toegang", "value": service.access},
            {"key": "Aanmelden", "value": service.reach},
            *_waiting(service, now.astimezone(AMSTERDAM).date()),
            *([{"key": "Waar", "value": listed(names)}] if names else []),
        ],
        "themes": [theme_words(theme) for theme in service.themes],
        "phone": next(iter(phone_lines(partner, here.directory)), None),
        "doubt": doubt(partner, here.directory),
        "tell": f"/klopt-niet/{here.region.slug}/{partner.id}",
        "links": [] if partner.phone else [link(contact) for contact in partner.contacts],
        "opening": opening_words(partner.schedule, now) if partner.phone else None,
    }


def _waiting(service: Service, today: date) -> list[View]:
    waiting = service.waiting
    if waiting is None or today - waiting.on > WAITING_HOLDS:
        return []
    weeks = {0: "geen wachttijd", 1: "1 week"}.get(waiting.weeks, f"{waiting.weeks} weken")
    return [{"key": "Wachttijd", "value": f"{weeks} (op {dates.day(waiting.on)})"}]


def _filter(here: Here, wanted: Wanted, services: Iterable[tuple[Service, Partner]]) -> View:
    themes = sorted({theme for service, _ in services for theme in service.themes})
    return {
        "aims": [{"value": "", "text": "Alles"}]
        + [{"value": str(aim), "text": title, "selected": wanted.aim == aim} for aim, (title, _) in AIMS.items()],
        "themes": [{"value": "", "text": "Alle thema's"}]
        + [{"value": one, "text": theme_words(one), "selected": wanted.theme == one} for one in themes],
        "age": "" if wanted.age is None else str(wanted.age),
        "municipalities": here.municipality_choice(PAGE),
    }
