"""Published revisions of regions: added, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import ColumnElement, Select, and_, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from routekaart.regions.tables import RegionRevision

GROUP = "groep:"
"""Before the slug of a group, whose revisions stand among those of regions. No region has a colon in its slug."""


class Document(Protocol):
    """What can be published: it knows its region and its own JSON."""

    @property
    def slug(self) -> str:
        """The region's name in addresses; that of a group begins with GROUP."""

    def to_json(self) -> str:
        """The whole document, the same text for the same content."""


class PublishedMeanwhile(Exception):
    """Somebody else published this region at the same moment; nothing was written."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One published version of a region; `document` is its JSON as it was then."""

    slug: str
    number: int
    document: str
    author: str
    note: str
    made_at: datetime


def add_revision(session: Session, document: Document, *, author: str, note: str, made_at: datetime) -> Revision:
    """Publishes the next revision of a region. Raises PublishedMeanwhile; the transaction is then to be given up."""
    highest = session.scalar(select(func.max(RegionRevision.number)).where(RegionRevision.slug == document.slug))
    revision = Revision(
        slug=document.slug,
        number=(highest or 0) + 1,
        document=document.to_json(),
        author=author,
        note=note,
        made_at=made_at,
    )
    try:
        session.execute(insert(RegionRevision).values({name: getattr(revision, name) for name in Revision.__slots__}))
    except IntegrityError as error:
        raise PublishedMeanwhile(document.slug) from error
    return revision


def latest(session: Session, slug: str) -> Revision | None:
    """The newest revision of a region; None when there is none of that name."""
    newest = _columns().where(RegionRevision.slug == slug).order_by(RegionRevision.number.desc()).limit(1)
    return next(iter(_read(session, newest)), None)


def revision(session: Session, slug: str, number: int) -> Revision | None:
    """One revision of a region; every one that was ever published can be had."""
    wanted = _columns().where(RegionRevision.slug == slug, RegionRevision.number == number)
    return next(iter(_read(session, wanted)), None)


def revisions(session: Session, slug: str, *, most: int, before: int | None = None) -> tuple[Revision, ...]:
    """The revisions of a region, newest first; `before` leaves out those from that number on."""
    wanted = _columns().where(RegionRevision.slug == slug).order_by(RegionRevision.number.desc()).limit(most)
    return _read(session, wanted if before is None else wanted.where(RegionRevision.number < before))


def all_latest(session: Session, *, groups: bool = False) -> tuple[Revision, ...]:
    """The newest revision of every region (or of every region group), by slug."""
    return _read(session, _columns().where(_is_newest(), _is_of(groups)).order_by(RegionRevision.slug))


def numbers(session: Session, *, groups: bool = False) -> dict[str, int]:
    """The number of each region's (or region group's) newest revision, by slug."""
    newest = select(RegionRevision.slug, func.max(RegionRevision.number)).where(_is_of(groups))
    return dict(session.execute(newest.group_by(RegionRevision.slug)).all())


def how_many(session: Session, *, groups: bool = False) -> int:
    """How many revisions all regions (or all region groups) have: it rises with each publication, and never falls."""
    return session.scalar(select(func.count()).select_from(RegionRevision).where(_is_of(groups))) or 0


def _is_of(groups: bool) -> ColumnElement[bool]:
    is_group = RegionRevision.slug.startswith(GROUP)
    return is_group if groups else ~is_group


def _columns() -> Select[str, int, str, str, str, datetime]:
    table = RegionRevision
    return select(table.slug, table.number, table.document, table.author, table.note, table.made_at)


def _is_newest() -> ColumnElement[bool]:
    newest = select(RegionRevision.slug, func.max(RegionRevision.number).label("number"))
    per_slug = newest.group_by(RegionRevision.slug).subquery()
    same = and_(RegionRevision.slug == per_slug.c.slug, RegionRevision.number == per_slug.c.number)
    return select(per_slug.c.slug).where(same).exists()


def _read(session: Session, rows: Select[str, int, str, str, str, datetime]) -> tuple[Revision, ...]:
    return tuple(Revision(*row) for row in session.execute(rows))
