from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from routekaart import clock
from routekaart.cli import main
from routekaart.regions import editing, planning
from routekaart.regions.publishing import Publisher
from routekaart.regions.revision import add_revision, latest, revisions
from routekaart.storage.database import transaction
from tests.support.proved import grounds_of, remember_proved
from tests.support.published import published_app
from tests.support.regions import voorbeeldregio

REGION = "voorbeeldregio"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def site(tmp_path):
    app = published_app(tmp_path)
    remember_proved(app, voorbeeldregio())
    yield app
    app.extensions["routekaart"].engine.dispose()


def planned(app, due_at):
    with transaction(app.extensions["routekaart"].engine) as session:
        editing.open_draft(session, REGION)
        seen = editing.entry(session, REGION, "partners", "wijkteams-voorbeeldstad")
        editing.save(session, seen, {**seen.data, "note": f"Gepland voor {due_at}"}, author="a", now=NOW)
        planning.plan(
            session,
            REGION,
            seen=editing.last_change(session, REGION),
            due_at=due_at,
            by=Publisher(1, "Coördinator"),
            note="Gepland",
            now=NOW,
            grounds=grounds_of(app),
        )


def run(tmp_path):
    return CliRunner().invoke(main, ["publish-due"], env={"INSTANCE": str(tmp_path), "DATABASE_URL": ""})


def count(app) -> int:
    with transaction(app.extensions["routekaart"].engine) as session:
        return len(revisions(session, REGION, most=10))


def test_given_a_plan_when_its_moment_came_then_it_is_published_once_and_before_that_not(site, tmp_path):
    planned(site, clock.now() + timedelta(hours=1))
    assert (run(tmp_path).output, count(site)) == (
        "0 publication(s) published, 0 not: see the desk of the region.\n",
        1,
    )
    planned(site, clock.now() - timedelta(minutes=1))
    answer = run(tmp_path)
    assert (answer.exit_code, count(site)) == (0, 2), answer.output
    assert run(tmp_path).output.startswith("0 publication(s)")
    assert count(site) == 2


def test_given_something_else_was_published_when_the_moment_came_then_the_plan_is_overtaken(site, tmp_path):
    planned(site, clock.now() - timedelta(minutes=1))
    with transaction(site.extensions["routekaart"].engine) as session:
        add_revision(session, voorbeeldregio(), author="x", note="Spoed", made_at=NOW)
    assert run(tmp_path).output.startswith("0 publication(s) published, 1 not")
    with transaction(site.extensions["routekaart"].engine) as session:
        assert planning.latest_ended(session, REGION).ending is planning.Ending.OVERTAKEN
        assert latest(session, REGION).number == 2
