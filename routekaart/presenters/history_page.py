"""What was published when and what it changed, in plain words: for everybody, and with names for the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from routekaart.directory import AMSTERDAM, Directory, Partner
from routekaart.exchange.atom import FeedEntry
from routekaart.presenters import dates
from routekaart.presenters.agreements_page import agreement
from routekaart.presenters.publish_page import grouped, moment
from routekaart.presenters.region_changes import KINDS, change_lines
from routekaart.presenters.region_page import CONTACT_WORDS, covenant
from routekaart.regions.comparing import Difference, entry_differences
from routekaart.regions.editing import Change
from routekaart.regions.history import Told
from routekaart.regions.revision import Revision

View = dict[str, Any]
FIRST = "Dit is de eerste versie."
SAME = "In de gegevens veranderde niets."
HOLDS = "Deze versie geldt nu, sinds {since}."
HELD = "Dit geldt niet meer. Zo stond het van {since} tot {until}. Bel geen nummers van deze pagina."


def changes_page(name: str, slug: str, told: Sequence[Told]) -> View:
    """What changed in a region, newest first."""
    return {
        "title": f"Wijzigingen – {name}",
        "region": name,
        "feed": f"/{slug}/wijzigingen.atom",
        "versions": [_version(slug, one) for one in told],
        "trail": [{"text": name, "href": f"/{slug}/"}, {"text": "Wijzigingen"}],
    }


def _version(slug: str, one: Told) -> View:
    return {
        "number": one.revision.number,
        "day": day(one.revision.made_at),
        "note": one.revision.note,
        "href": f"/{slug}/versie/{one.revision.number}/",
        **_told(one),
    }


def _told(one: Told) -> View:
    """The changes of a revision per entry, and what to say when there are none."""
    changes = grouped(change_lines(one.changes or ()))
    silent = "" if changes else SAME if one.changes is not None else FIRST
    return {"changes": changes, "silent": silent}


def feed_entries(site: str, slug: str, told: Iterable[Told]) -> Iterator[FeedEntry]:
    """Each revision as an entry of a feed."""
    for one in told:
        found = _told(one)
        lines = [f"{row['title']}: {line}" for row in found["changes"] for line in row["lines"]]
        text = "\n".join([one.revision.note, *(lines or [found["silent"]])])
        number = one.revision.number
        yield FeedEntry(f"{site}/{slug}/versie/{number}/", f"Versie {number}", one.revision.made_at, text)


def version_page(one: Told, directory: Directory | None, following: Revision | None) -> View:
    """What held in one revision; `directory` is None when this release cannot read it any more."""
    revision, name = one.revision, directory.region.name if directory else one.revision.slug
    since = day(revision.made_at)
    return {
        "title": f"Versie {revision.number} – {name}",
        "heading": f"{name}: versie {revision.number}",
        "held": HELD.format(since=since, until=day(following.made_at)) if following else HOLDS.format(since=since),
        "is_over": following is not None,
        "note": revision.note,
        **_told(one),
        **(_held(directory, revision.made_at) if directory else {"partners": [], "agreements": [], "covenants": []}),
        "is_readable": directory is not None,
        "trail": [
            {"text": name, "href": f"/{revision.slug}/"},
            {"text": "Wijzigingen", "href": f"/{revision.slug}/wijzigingen"},
            {"text": f"Versie {revision.number}"},
        ],
    }


def _held(directory: Directory, at: datetime) -> View:
    then = at.astimezone(AMSTERDAM).date()
    return {
        "partners": [_partner(directory, one) for one in directory.partners.values()],
        "agreements": [agreement(directory, one) for one in directory.agreements],
        "covenants": [covenant(directory, one, then) for one in directory.covenants.values()],
    }


def _partner(directory: Directory, one: Partner) -> View:
    """A partner as it stood; its numbers are text: nobody should call them by accident."""
    roles = [directory.national.roles[role] for role in one.roles if role in directory.national.roles]
    names = {place.code: place.name for place in directory.region.municipalities}
    bound = [binding for binding in directory.bindings if binding.partner == one.id]
    where = dict.fromkeys(names.get(code, code) for binding in bound for code in binding.municipalities)
    return {
        "name": one.name,
        "facts": [
            {"key": "Rollen", "value": [role.label_in(directory.region.edition) for role in roles]},
            {"key": "Waar", "value": list(where) or "de hele regio"},
            *({"key": (row.label or CONTACT_WORDS[row.kind]).capitalize(), "value": row.value} for row in one.contacts),
        ],
    }


def history_page(told: Sequence[Told], edits: Sequence[Change]) -> View:
    """Every revision with who published it and why; and what was edited since the last one."""
    newest = told[0].revision.number if told else 0
    return {
        "versions": [
            {
                "number": one.revision.number,
                "when": moment(one.revision.made_at),
                "author": one.revision.author,
                "note": one.revision.note,
                "is_live": one.revision.number == newest,
                **_told(one),
            }
            for one in told
        ],
        "edits": [edit(one) for one in edits],
        "choices_from": _choices(told, newest - 1),
        "choices_to": _choices(told, newest),
    }


def _choices(told: Sequence[Told], chosen: int) -> list[View]:
    """The revisions to choose from, one of them chosen."""
    numbers = ((one.revision.number, day(one.revision.made_at)) for one in told)
    return [{"value": number, "text": f"Versie {number}, {on}", "selected": number == chosen} for number, on in numbers]


def edit(one: Change) -> View:
    """Who changed an entry when, and what."""
    data = one.after or one.before or {}
    name = data.get("name") or data.get("title") or data.get("does") or data.get("partner") or ""
    title = f"{KINDS[one.kind]}{f': {name}' if name else ''}"
    return {"title": title, "author": one.author, "when": moment(one.made_at), "lines": _edited(one)}


def _edited(one: Change) -> list[str]:
    if one.before is None or one.after is None:
        return ["nieuw" if one.before is None else "vervallen"]
    return [line["text"] for line in change_lines(entry_differences(one.kind, one.before, one.after))]


def comparison_view(one: Revision, other: Revision, found: tuple[Difference, ...] | None) -> View:
    """What differs between two revisions."""
    return {
        "from": {"number": one.number, "when": moment(one.made_at)},
        "to": {"number": other.number, "when": moment(other.made_at)},
        "changes": grouped(change_lines(found or ())),
        "is_readable": found is not None,
    }


def day(at: datetime) -> str:
    """ "24 november 2026"."""
    return dates.day(at.astimezone(AMSTERDAM).date())
