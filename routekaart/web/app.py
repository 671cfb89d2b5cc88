"""Puts the web application together."""

from flask import Flask

from routekaart import config
from routekaart.config import Settings
from routekaart.web import access, assets, compression, errors, filters, health, publications, security, services
from routekaart.web.auth import bp as auth
from routekaart.web.colleague import bp as colleague
from routekaart.web.confirm import bp as confirm
from routekaart.web.desk import bp as desk
from routekaart.web.guide import bp as guide
from routekaart.web.preview import bp as preview
from routekaart.web.remark import bp as remark
from routekaart.web.walk import bp as walk


def create_app(settings: Settings | None = None) -> Flask:
    """The application for these settings; without any, for those of the environment. Raises ContentError."""
    settings = settings or config.load()
    app = Flask("routekaart", static_folder=None)
    app.config.update(SECRET_KEY=settings.key("flask"))
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
    services.init_app(app, services.make_services(settings))
    for part in (compression, security, errors, assets, filters):
        part.init_app(app)
    for blueprint in (health.bp, walk, colleague, auth, desk, remark, confirm, guide, preview):
        app.register_blueprint(blueprint)
    access.init_app(app)
    publications.init_app(app)
    return app
