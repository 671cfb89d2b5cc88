"""Somebody comes in at the running site by invitation; then all that it wrote is searched for what opens the desk."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.support.accounts import EMAIL, PASSWORD, Phone, codes_on
from tests.support.remote import Remote
from tests.support.site import COMMAND, Site, running_site, seed_site
from tests.support.traces import traces
from tests.support.visitor import Visitor

FORWARDED = "203.0.113.78"
WRONG = "zeekoeienstaart gordijn kiosk"


@dataclass
class Came:
    """Somebody at the desk of a running site, and every secret that was used on the way."""

    site: Site
    secrets: dict[str, str | bytes]


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Came]:
    instance = tmp_path_factory.mktemp("desk")
    environ = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SMTP_HOST")}
    seed_site(instance, environ)
    words = [COMMAND, "user", "invite", EMAIL, "--role", "national"]
    said = subprocess.run(words, env=environ | {"INSTANCE": str(instance)}, check=True, capture_output=True, text=True)
    link = said.stdout.split()[0].partition("/bureau")[2]
    with running_site(instance, environ) as site:
        visitor = Visitor(Remote(site, FORWARDED).client())
        page = visitor.submit(visitor.get(f"/bureau{link}"), "", nieuw=PASSWORD, herhaal=PASSWORD)
        phone = Phone.scanned(page)
        page = visitor.submit(page, "/aanmelden/app", code=phone.code())
        assert visitor.get("/bureau/").status == 200
        other = Visitor(Remote(site, FORWARDED).client())
        other.submit(other.get("/bureau/aanmelden"), "/aanmelden", email=EMAIL, wachtwoord=WRONG)
        cookie = visitor.client.get_cookie("bureau", domain="localhost", path="/bureau")
        assert cookie
        shutil.rmtree(instance / "mail")
        yield Came(
            site,
            {
                "link": link.rpartition("/")[2],
                "password": PASSWORD,
                "wrong password": WRONG,
                "secret of the app": phone.secret,
                "cookie": cookie.value,
                "recovery code": codes_on(page)[0],
                "same without dash": codes_on(page)[0].replace("-", ""),
            },
        )


def test_given_somebody_at_the_desk_when_all_files_are_searched_then_nothing_that_opens_it_is_there(came):
    folder = came.site.log.parent
    assert (folder / "routekaart.sqlite3-wal").exists()
    assert traces(folder, came.secrets.values()) == []


def test_given_somebody_at_the_desk_then_no_address_of_theirs_is_written_and_no_visit_logged(came):
    assert traces(came.site.log.parent, [FORWARDED]) == []
    assert "/bureau" not in came.site.log.read_text().replace(came.site.url, "")
