"""The whole site, for those who mean harm."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.published import published_app
from tests.support.visitor import Visitor


@pytest.fixture
def published(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The site on each kind of database."""
    app = published_app(tmp_path, database_url)
    yield app
    app.extensions["routekaart"].engine.dispose()


@pytest.fixture(scope="session")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One site for tests that leave nothing behind that another would notice."""
    return published_app(tmp_path_factory.mktemp("attack"))


@pytest.fixture
def visitor(shared_app: Flask) -> Visitor:
    return Visitor(shared_app.test_client())
