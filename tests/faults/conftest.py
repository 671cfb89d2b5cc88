"""The whole site, for when something goes wrong."""

import pytest
from flask import Flask

from tests.support.published import published_app
from tests.support.visitor import Visitor


@pytest.fixture(scope="session")
def faulty_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return published_app(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def visitor(faulty_app: Flask) -> Visitor:
    return Visitor(faulty_app.test_client())
