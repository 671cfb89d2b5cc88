"""A browser of somebody who is signed in at the desk of a running site."""

from playwright.sync_api import Page

from routekaart import clock, config
from routekaart.accounts.policy import Role
from routekaart.accounts.signins import sign_in
from routekaart.storage.database import engine_for, transaction
from routekaart.web.auth.current import COOKIE, PATH
from tests.support.desk import account
from tests.support.site import Site


def sign_in_browser(page: Page, site: Site, email: str, role: Role = Role.COORDINATOR) -> None:
    """Makes an account in the site's own database and gives this browser its cookie."""
    settings = config.load({"INSTANCE": str(site.log.parent)})
    engine = engine_for(settings.database_url)
    with transaction(engine) as session:
        who = account(session, role, "voorbeeldregio", email=email)
        token = sign_in(session, who.id, is_complete=True, key=settings.key("sign-ins"), now=clock.now())
    engine.dispose()
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": f"{site.url}{PATH}"}])
