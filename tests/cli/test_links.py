"""`routekaart links`, against a real web server."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from routekaart.cli import main
from routekaart.regions.document import RegionDocument
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, reading, transaction
from routekaart.upkeep import links
from tests.support.https import web_server
from tests.support.regions import document_data


@pytest.fixture
def server(tmp_path, monkeypatch):
    with web_server(tmp_path) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        yield server


@pytest.fixture
def document(server):
    contacts = [{"kind": "url", "value": f"{server.url}/200"}, {"kind": "form", "value": f"{server.url}/404"}]
    return RegionDocument.model_validate(
        document_data(partners=[{"id": "team", "name": "Team", "roles": ["lokaal-team"], "contacts": contacts}])
    )


@pytest.fixture
def run(database_url, tmp_path, document):
    engine = engine_for(database_url)
    with transaction(engine) as session:
        seed(session, [document], now=datetime(2026, 11, 24, tzinfo=UTC))
    engine.dispose()

    def run(*arguments):
        environ = {"INSTANCE": str(tmp_path), "DATABASE_URL": database_url, "LINK_CHECK_ALLOWS": "127.0.0.1"}
        return CliRunner().invoke(main, ["links", *arguments], env=environ)

    return run


def test_given_a_dead_link_then_it_is_told_with_where_it_stands_and_kept(run, server, document, engine):
    answer = run()
    assert answer.exit_code == 0, answer.output
    assert f"proefregio: {server.url}/404 (Team): 404\n" in answer.output
    assert "proefregio: 2 address(es) tried, 1 dead.\n" in answer.output
    with reading(engine) as session:
        first = links.checked(session, "proefregio", links.places(document))
    assert [(one.address, one.verdict) for one in first] == [
        (f"{server.url}/404", "dead"),
        (f"{server.url}/200", "fine"),
    ]
    run("proefregio")
    with reading(engine) as session:
        again = links.checked(session, "proefregio", links.places(document))
    assert again[0].dead_since == first[0].dead_since, "it stays dead since it was first seen dead"


def test_given_a_region_that_is_not_there_then_it_says_which_are(run):
    answer = run("nergens")
    assert answer.exit_code == 1
    assert "unknown region: nergens; expected one of: proefregio" in answer.output
