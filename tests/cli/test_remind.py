"""`routekaart remind`, against a real mail server."""

import fcntl
import re
from datetime import timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from routekaart import clock, config
from routekaart.cli import main
from routekaart.storage.database import engine_for, reading, transaction
from routekaart.walks import reminders
from tests.support.site import free_port
from tests.support.smtp import mail_server

ME, YOU = "iemand@school.nl", "ander@school.nl"
TELLING = re.compile(r"meld|veilig|thuis|geweld|mishandel|kind|zorg|regio|hulp|onderwijs|school\b", re.IGNORECASE)


@pytest.fixture
def instance(tmp_path, sqlite_databases):
    sqlite_databases.at(tmp_path / "routekaart.sqlite3")
    return tmp_path


@pytest.fixture
def engine(instance):
    engine = engine_for(f"sqlite:///{instance}/routekaart.sqlite3")
    yield engine
    engine.dispose()


def remind(instance, environ=None):
    cleared = dict.fromkeys(("DATABASE_URL", "SMTP_HOST", "SITE_URL", "MAIL_FROM"), "")
    return CliRunner().invoke(main, ["remind"], env=cleared | {"INSTANCE": str(instance)} | (environ or {}))


def ask(engine, instance, address, *ahead):
    key = config.load({"INSTANCE": str(instance)}).key("reminders")
    days = [clock.today() + timedelta(days=one) for one in ahead]
    with transaction(engine) as session:
        return reminders.add(session, address, days, key=key, today=min(days))


def waiting(engine):
    with reading(engine) as session:
        return session.execute(text("SELECT count(*) FROM reminder")).scalar_one()


def test_given_reminders_then_those_that_are_due_are_sent_once(instance, engine):
    ask(engine, instance, ME, 0, -1)
    ask(engine, instance, YOU, -7, 1)
    with mail_server() as box:
        assert remind(instance, box.environ).output == "2 reminder(s) sent, 0 refused by the mail server.\n"
        assert remind(instance, box.environ).output == "0 reminder(s) sent, 0 refused by the mail server.\n"
    assert sorted(mail["To"] for mail in box.mails) == [YOU, ME]
    assert waiting(engine) == 1


def test_given_a_mail_then_it_says_that_one_asked_where_to_go_on_and_nothing_else(instance, engine):
    ask(engine, instance, ME, 0)
    with mail_server() as box:
        remind(instance, box.environ)
    [mail] = box.mails
    said = mail.get_content()
    assert "Je vroeg om een herinnering" in said
    assert "https://kaart.example/doorloop/verder" in said
    token = re.search(r"https://kaart\.example/doorloop/herinnering/([\w-]{43})\s", said)[1]
    key = config.load({"INSTANCE": str(instance)}).key("reminders")
    assert token == reminders.stop_token(ME, key=key)
    headers = {name: value for name, value in mail.items() if name != "To"}
    assert not TELLING.search(f"{said} {headers}".replace(token, ""))
    assert headers["Subject"] == "Herinnering"


def test_given_an_address_that_is_refused_then_the_others_go_and_it_is_tried_again_for_a_week(instance, engine):
    ask(engine, instance, ME, 0)
    ask(engine, instance, YOU, 0)
    with mail_server(refused=[ME]) as box:
        assert "1 reminder(s) sent, 1 refused" in remind(instance, box.environ).output
        assert "0 reminder(s) sent, 1 refused" in remind(instance, box.environ).output
    assert [mail["To"] for mail in box.mails] == [YOU]
    assert waiting(engine) == 1


def test_given_a_mail_server_that_is_away_then_nothing_is_lost_and_no_address_told(instance, engine):
    ask(engine, instance, ME, 0)
    with mail_server() as box:
        settings = box.environ
    answer = remind(instance, settings | {"SMTP_PORT": str(free_port())})
    assert answer.exit_code == 1
    assert "try again later" in answer.output
    assert ME not in answer.output
    assert waiting(engine) == 1


def test_given_a_crash_right_after_a_mail_then_that_one_goes_once_more_and_no_other(instance, engine):
    ask(engine, instance, ME, 0)
    with mail_server() as box:
        box.after = lambda mail: rename(engine, "reminder", "away")
        assert remind(instance, box.environ).exit_code == 1
        box.after = lambda mail: None
        rename(engine, "away", "reminder")
        for _ in range(2):
            assert remind(instance, box.environ).exit_code == 0
    assert [mail["To"] for mail in box.mails] == [ME, ME]


def rename(engine, before, after):
    with transaction(engine) as session:
        session.execute(text(f"ALTER TABLE {before} RENAME TO {after}"))


def test_given_no_mail_server_then_the_mails_are_files_and_the_command_says_where(instance, engine):
    ask(engine, instance, ME, 0)
    answer = remind(instance)
    assert "1 reminder(s) sent" in answer.output
    assert f"the mails are files in {instance / 'mail'}" in answer.output
    assert len(list((instance / "mail").glob("*.eml"))) == 1


def test_given_a_run_that_is_busy_then_a_second_one_sends_nothing(instance, engine):
    ask(engine, instance, ME, 0)
    with (instance / "remind.lock").open("w") as lock, mail_server() as box:
        fcntl.flock(lock, fcntl.LOCK_EX)
        answer = remind(instance, box.environ)
    assert answer.exit_code == 1
    assert "still busy" in answer.output
    assert box.mails == []


def test_given_a_reminder_of_long_ago_then_it_goes_unsent(instance, engine):
    ask(engine, instance, ME, -8)
    with mail_server() as box:
        remind(instance, box.environ)
    assert box.mails == []
    assert waiting(engine) == 0
