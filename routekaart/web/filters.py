"""How templates write a day."""

from __future__ import annotations

from flask import Flask

from routekaart.presenters import dates


def init_app(app: Flask) -> None:
    """Give templates `dutch_day`."""
    app.add_template_filter(dates.day, "dutch_day")
