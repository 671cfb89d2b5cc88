"""The letters to partners that are due now, and posting one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from routekaart.directory import ContactKind, Directory, National
from routekaart.mail import Letter
from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import Revision, all_latest
from routekaart.upkeep import letters
from routekaart.upkeep.asking import ToAsk, to_ask
from routekaart.upkeep.letter import coordinator_line, partner_letter
from routekaart.upkeep.standing import read


@dataclass(frozen=True, slots=True)
class DueLetter:
    """A partner that is to be asked, as its region knows it."""

    asked: ToAsk
    directory: Directory


def due_letters(session: Session, today: date) -> list[DueLetter]:
    """The letters of all regions that are due; confirmations since the last publication count."""
    standings, found = read(session), []
    for newest in all_latest(session):
        directory = _directory(newest)
        if directory is None:
            continue
        now_holds = directory.since_published(standings.of(newest.slug, newest.number))
        sent = letters.letters(session, newest.slug)
        found += [DueLetter(one, now_holds) for one in to_ask(now_holds, sent, today)]
    return found


def post(
    session: Session, due: DueLetter, send: Callable[[Letter], None], *, site: str, key: bytes, now: datetime
) -> None:
    """Sends one letter, and keeps that it went."""
    letter, asked, region = letters.new_letter(), due.asked, due.directory.region
    name = due.directory.partners[asked.partner].name
    link, lasts = letters.token(letter, key=key), letters.LASTS.days
    whom = _coordinator(due.directory)
    send(
        partner_letter(
            asked.address, partner=name, region=region.name, site=site, token=link, days=lasts, coordinator=whom
        )
    )
    letters.sent(session, letter, asked, now=now)


def _directory(newest: Revision) -> Directory | None:
    """None for a revision of a newer release."""
    try:
        return RegionDocument.model_validate_json(newest.document).to_directory(National({}, {}))
    except ValueError:
        return None


def _coordinator(directory: Directory) -> str:
    coordinator = directory.region.coordinator
    reach = [one.value for one in coordinator.contacts if one.kind in _REACH] if coordinator else []
    return coordinator_line(coordinator.function, coordinator.organisation, " of ".join(reach)) if coordinator else ""


_REACH = (ContactKind.PHONE, ContactKind.EMAIL)
