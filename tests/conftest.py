"""What every test may ask for: a database of each kind, the application, a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from routekaart.config import Settings
from routekaart.storage.database import engine_for
from routekaart.web.app import create_app
from tests.support import machine, postgres
from tests.support.databases import PostgresDatabase, SqliteDatabases

SERVER_FOLDER = pytest.StashKey[Path]()

hypothesis_settings.register_profile("here", deadline=None, print_blob=True)
hypothesis_settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
hypothesis_settings.load_profile("ci" if machine.is_ci() else "here")


def pytest_configure(config: pytest.Config) -> None:
    """The first process makes the folder of the PostgreSQL server; xdist's workers are told of it."""
    workerinput = getattr(config, "workerinput", None)
    folder = Path(workerinput["server_folder"]) if workerinput else postgres.new_folder()
    config.stash[SERVER_FOLDER] = folder


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    node.workerinput["server_folder"] = str(node.config.stash[SERVER_FOLDER])


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.stop(config.stash[SERVER_FOLDER])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what this machine cannot do, with the reason; in CI nothing is skipped and it fails instead."""
    for mark, reason in machine.lacks().items():
        for item in items:
            if item.get_closest_marker(mark) and not machine.is_ci():
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter) -> None:
    for mark, reason in machine.lacks().items():
        count = sum(mark in report.keywords for report in terminalreporter.stats.get("skipped", []))
        if count:
            terminalreporter.write_line(f"{count} {mark} tests were skipped: {reason}", yellow=True)


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_database(request: pytest.FixtureRequest) -> Iterator[PostgresDatabase]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    database = PostgresDatabase(request.config.stash[SERVER_FOLDER], worker)
    yield database
    database.drop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated, empty database; the test runs once on each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_databases").at(tmp_path / "test.sqlite3")
        return
    database = request.getfixturevalue("postgres_database")
    yield database.url
    database.empty()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = engine_for(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session that may write; what the test does not commit is undone."""
    with Session(engine.execution_options(writes=True), expire_on_commit=False) as session:
        yield session


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    instance = tmp_path / "instance"
    instance.mkdir()
    return Settings(instance, f"sqlite:///{instance}/routekaart.sqlite3", port=8000, secret=bytes(32))


@pytest.fixture
def app(settings: Settings) -> Flask:
    app = create_app(settings)
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
