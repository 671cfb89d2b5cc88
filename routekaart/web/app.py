"""Puts the web application together."""

from flask import Flask

from routekaart import config
from routekaart.config import Settings
from routekaart.web import health


def create_app(settings: Settings | None = None) -> Flask:
    """The application for these settings; without any, for those of the environment."""
    settings = settings or config.load()
    app = Flask("routekaart", static_folder=None)
    app.config.update(SECRET_KEY=settings.key("flask"), ROUTEKAART=settings)
    app.register_blueprint(health.bp)
    return app
