"""The guide with every region published; read only, so shared by all tests of a process."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.published import published_app


@pytest.fixture(scope="session")
def guide_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return published_app(tmp_path_factory.mktemp("guide"))


@pytest.fixture
def guide(guide_app: Flask) -> FlaskClient:
    return guide_app.test_client()
