"""The first revision of each region and region group, from the files in content/. After that the database leads."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from routekaart.regions.revision import Document, add_revision, numbers

AUTHOR = "content/regions"
NOTE = "Eerste versie, uit de bestanden van Routekaart"


def seed(session: Session, documents: Iterable[Document], *, now: datetime) -> tuple[str, ...]:
    """Publishes the documents without any revision and gives their slugs; the others stay as they are."""
    known = numbers(session) | numbers(session, groups=True)
    fresh = [document for document in documents if document.slug not in known]
    for document in fresh:
        add_revision(session, document, author=AUTHOR, note=NOTE, made_at=now)
    return tuple(document.slug for document in fresh)
