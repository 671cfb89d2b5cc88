"""Publications from the web: against what they are held, the proofs in between, and what is due by now."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from threading import Lock

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from routekaart import clock
from routekaart.regions import planning, publishing
from routekaart.regions.document import RegionDocument
from routekaart.regions.planning import Planned
from routekaart.regions.proving_apart import Unproved, prove_apart
from routekaart.regions.publishing import Grounds, NotProved
from routekaart.regions.revision import PublishedMeanwhile
from routekaart.storage.database import reading, transaction
from routekaart.web.services import services

LOOK_EVERY = timedelta(minutes=1)
log = logging.getLogger(__name__)
_one_at_a_time = Lock()


def grounds() -> Grounds:
    """What a publication of this site is held against."""
    return Grounds(services().content, services().known, services().maps.groups)


def prove(document: RegionDocument, against: Grounds | None = None) -> None:
    """See to it that a document is proved, and what was found remembered. Raises Unproved.

    `against` is what it is held to when that is not what is live.
    """
    against = against or grounds()
    with _one_at_a_time:
        with reading(services().engine) as session:
            if publishing.proved(session, document, against) is not None:
                return
        problems = prove_apart(services().content, document, against.shared(document))
        with transaction(services().engine) as session:
            publishing.remember_proof(session, document, problems, now=clock.now(), grounds=against)


def publish_due(slug: str | None = None, *, prove_first: bool = False) -> tuple[int, int]:
    """Publishes what is due: how many went live, and how many did not.

    What is not proved is proved first, or left to `routekaart publish-due`: a visitor does not wait for it.
    """
    published = 0
    with reading(services().engine) as session:
        waiting = planning.due(session, clock.now(), slug)
    for one in waiting:
        try:
            if prove_first:
                prove(one.region)
            published += _carry_out(one)
        except (NotProved, Unproved, PublishedMeanwhile) as error:
            log.warning("planned publication %d waits (%s)", one.number, type(error).__name__)
    if published:
        services().maps.live.look_again()
    return published, len(waiting) - published


def _carry_out(one: Planned) -> bool:
    with transaction(services().engine) as session:
        return planning.carry_out(session, one, now=clock.now(), grounds=grounds()) is not None


class DuePublications:
    """Looks once a minute, when somebody visits, whether something is due: a plan holds without cron too."""

    def __init__(self) -> None:
        self._looked: datetime | None = None

    def look(self) -> None:
        """Never keeps a visitor from their page."""
        now = clock.now()
        if self._looked is not None and timedelta() <= now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        try:
            publish_due()
        except SQLAlchemyError as error:
            log.warning("could not look for planned publications (%s)", type(error).__name__)


def init_app(app: Flask) -> None:
    """Publish what is due when somebody visits."""
    app.before_request(DuePublications().look)
