"""The site with everything in content/ published, in memory of this process."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from routekaart import clock, config
from routekaart.config import Settings
from routekaart.regions.files import read_regions
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, transaction
from routekaart.storage.migrating import upgrade
from routekaart.web.app import create_app


def published_app(instance: Path, database_url: str = "") -> Flask:
    """The application with every region of content/regions live; on a new SQLite database unless another is given."""
    url = database_url or f"sqlite:///{instance}/routekaart.sqlite3"
    settings = Settings(instance, url, port=8000, secret=bytes(32))
    engine = engine_for(settings.database_url)
    upgrade(engine)
    with transaction(engine) as session:
        seed(session, read_regions(config.ROOT / "content").regions.values(), now=clock.now())
    app = create_app(settings)
    app.testing = True
    return app
