from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
from flask import Flask

from routekaart import config
from routekaart.config import Settings
from routekaart.regions.files import read_groups, read_regions
from routekaart.regions.groups import StoredGroup
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, transaction
from routekaart.web.app import create_app
from tests.support.visitor import Visitor

CONTENT = config.ROOT / "content"


@cache
def documents():
    return tuple(read_regions(CONTENT).regions.values())


@cache
def groups():
    return tuple(StoredGroup(one) for one in read_groups(CONTENT).values())


@pytest.fixture
def seeded_site(database_url: str, tmp_path) -> Iterator[Flask]:
    """The site with all regions, on each kind of database."""
    instance = tmp_path / "instance"
    instance.mkdir(exist_ok=True)
    engine = engine_for(database_url)
    with transaction(engine) as session:
        seed(session, documents(), now=datetime(2026, 11, 24, tzinfo=UTC))
        seed(session, groups(), now=datetime(2026, 11, 24, tzinfo=UTC))
    engine.dispose()
    app = create_app(Settings(instance, database_url, port=8000, secret=bytes(32)))
    app.testing = True
    yield app
    app.extensions["routekaart"].engine.dispose()


@pytest.fixture
def visitor(seeded_site: Flask) -> Visitor:
    return Visitor(seeded_site.test_client())
