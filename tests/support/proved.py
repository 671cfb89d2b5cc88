"""What `routekaart content check` proves of the regions in content/, remembered in a test's database."""

from flask import Flask

from routekaart import clock
from routekaart.regions import publishing
from routekaart.regions.document import RegionDocument
from routekaart.regions.publishing import Grounds
from routekaart.storage.database import transaction


def grounds_of(app: Flask) -> Grounds:
    """What a publication of this application is held against."""
    services = app.extensions["routekaart"]
    return Grounds(services.content, services.known, services.maps.groups)


def remember_proved(app: Flask, document: RegionDocument) -> None:
    """A document of which nothing is wrong: it is not proved once more here, which takes some seconds."""
    with transaction(app.extensions["routekaart"].engine) as session:
        publishing.remember_proof(session, document, (), now=clock.now(), grounds=grounds_of(app))
