"""A partner that got the mail, over a real mail server."""

import re
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from routekaart import config
from routekaart.cli import main
from routekaart.regions.document import RegionDocument
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, transaction
from routekaart.web.app import create_app
from tests.support.regions import document_data
from tests.support.smtp import mail_server

EMAIL = "post@team.example"
TEAM = {
    "id": "team",
    "name": "Team",
    "roles": ["lokaal-team"],
    "does": ["Denkt mee.", "Komt langs."],
    "contacts": [{"kind": "phone", "value": "0199-00 00 02"}, {"kind": "email", "value": EMAIL}],
    "verification": {"verified_on": "2020-01-01", "verified_by": "coördinator"},
}


@pytest.fixture
def site(database_url, tmp_path):
    """A region with one partner that was checked long ago."""
    engine = engine_for(database_url)
    with transaction(engine) as session:
        region = RegionDocument.model_validate(document_data(partners=[TEAM]))
        seed(session, [region], now=datetime(2026, 11, 1, tzinfo=UTC))
    engine.dispose()
    app = create_app(config.load({"INSTANCE": str(tmp_path), "DATABASE_URL": database_url}))
    app.testing = True
    yield app
    app.extensions["routekaart"].engine.dispose()


@pytest.fixture
def engine(site):
    return site.extensions["routekaart"].engine


@pytest.fixture
def box():
    with mail_server() as box:
        yield box


@pytest.fixture
def remind(site, box, tmp_path, database_url):
    """Runs the command; gives what it said."""

    def remind():
        environ = {"INSTANCE": str(tmp_path), "DATABASE_URL": database_url} | box.environ
        answer = CliRunner().invoke(main, ["remind"], env=environ)
        assert answer.exit_code == 0, answer.output
        return answer.output

    return remind


@pytest.fixture
def link(remind, box):
    """The path of the link in the mail that came in."""
    remind()
    [mail] = box.mails
    return re.search(r"https://kaart\.example(/bevestigen/\S+)", mail.get_content())[1]
