"""`routekaart user`, against a real mail server."""

import re

import pytest
from click.testing import CliRunner

from routekaart import clock, config
from routekaart.accounts import account as accounts
from routekaart.accounts import links
from routekaart.accounts.policy import Role
from routekaart.cli import main
from routekaart.regions.files import read_regions
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, reading, transaction
from tests.support.desk import account
from tests.support.site import free_port
from tests.support.smtp import laid_down, mail_server

EMAIL = "anna@gemeente.example"
CONTENT = config.ROOT / "content"


@pytest.fixture
def instance(tmp_path, sqlite_databases):
    sqlite_databases.at(tmp_path / "routekaart.sqlite3")
    return tmp_path


@pytest.fixture
def engine(instance):
    engine = engine_for(f"sqlite:///{instance}/routekaart.sqlite3")
    with transaction(engine) as session:
        regions = read_regions(CONTENT).regions
        seed(session, [regions["voorbeeldregio"]], now=clock.now())
    yield engine
    engine.dispose()


@pytest.fixture
def user(instance, engine):
    """Runs a command, without a mail server unless `environ` has one."""

    def run(*words, environ=None):
        cleared = dict.fromkeys(("DATABASE_URL", "SMTP_HOST", "SITE_URL", "MAIL_FROM"), "")
        return CliRunner().invoke(
            main, ["user", *words], env=cleared | {"INSTANCE": str(instance)} | (environ or {}), catch_exceptions=False
        )

    return run


def test_given_nobody_when_the_first_administrator_is_invited_then_mail_and_screen_have_the_same_link(
    user, instance, engine
):
    with mail_server() as box:
        answer = user("invite", EMAIL, "--role", "national", environ=box.environ)
    link = re.search(r"https://kaart\.example/bureau/uitnodiging/([\w-]{43})", answer.output)
    [mail] = box.mails
    assert mail["To"] == EMAIL
    assert link[0] in mail.get_content()
    with reading(engine) as session:
        key = config.load({"INSTANCE": str(instance)}).key("links")
        found = links.invitation(session, link[1], key=key, now=clock.now())
    assert (found.email, found.role, found.slug) == (EMAIL, Role.NATIONAL, "")


def test_given_no_mail_server_when_somebody_is_invited_then_the_mail_is_a_file_and_the_link_is_shown(user, instance):
    answer = user("invite", EMAIL.upper(), "--role", "coordinator", "--region", "voorbeeldregio")
    assert "/bureau/uitnodiging/" in answer.output
    assert "pass the link on yourself" in answer.output
    [mail] = laid_down(instance)
    assert "coördinator van Voorbeeldregio" in mail.get_content()


def test_given_a_mail_server_that_is_away_then_the_link_is_shown_all_the_same(user):
    with mail_server() as box:
        settings = box.environ
    answer = user("invite", EMAIL, "--role", "national", environ=settings | {"SMTP_PORT": str(free_port())})
    assert answer.exit_code == 1
    assert "/bureau/uitnodiging/" in answer.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((EMAIL, "--role", "editor", "--region", "nergens"), "expected one of: voorbeeldregio"),
        ((EMAIL, "--role", "editor"), "expected one of: voorbeeldregio"),
        ((EMAIL, "--role", "national", "--region", "voorbeeldregio"), "leave --region out"),
        (("anna", "--role", "national"), "not a mail address"),
        (
            ("editor-voorbeeldregio@voorbeeld.example", "--role", "editor", "--region", "voorbeeldregio"),
            "has this role",
        ),
    ],
)
def test_given_something_wrong_then_it_is_told_and_nobody_is_invited(user, engine, instance, words, said):
    with transaction(engine) as session:
        account(session, Role.EDITOR, "voorbeeldregio")
    answer = user("invite", *words)
    assert answer.exit_code == 1
    assert said in answer.output
    assert not (instance / "mail").exists()


def test_given_accounts_when_listed_then_each_has_its_roles_and_what_is_missing(user, engine):
    with transaction(engine) as session:
        account(session, Role.EDITOR, "voorbeeldregio", email="e@x.example")
        account(session, Role.NATIONAL, email="n@x.example")
    user("lock", "e@x.example")
    assert user("list").output.splitlines() == [
        "e@x.example\teditor (voorbeeldregio)\tlocked\tno app yet",
        "n@x.example\tnational\tno app yet",
        "2 account(s).",
    ]
    assert user("unlock", "E@x.example").exit_code == 0
    assert "\tlocked" not in user("list").output


def test_given_a_lost_telephone_when_totp_is_reset_then_only_the_link_leads_in(user, engine, instance):
    with transaction(engine) as session:
        one = account(session, Role.EDITOR, "voorbeeldregio", email=EMAIL)
        accounts.set_password(session, one.id, "hash", clock.now())
    token = re.search(r"/bureau/wachtwoord/([\w-]{43})", user("reset-totp", EMAIL).output)[1]
    with reading(engine) as session:
        key = config.load({"INSTANCE": str(instance)}).key("links")
        whose = links.reset_for(session, token, key=key, now=clock.now())
    assert (whose.email, whose.password, whose.has_app) == (EMAIL, None, False)


@pytest.mark.parametrize("command", ["lock", "unlock", "reset-totp"])
def test_given_an_unknown_address_then_it_is_told(user, command):
    answer = user(command, "niemand@x.example")
    assert answer.exit_code == 1
    assert "no such account" in answer.output
