"""How templates write a day, a national number inside a sentence, and what a region wrote in Markdown."""

from __future__ import annotations

import re

from flask import Flask
from markupsafe import Markup, escape

from routekaart.presenters import dates
from routekaart.web.prose import prose

NUMBER = re.compile(r"(?<![\d-])(0800-2000|112)(?![\d-])")


def init_app(app: Flask) -> None:
    """Give templates `dutch_day`, `dialled` and `prose`."""
    app.add_template_filter(dates.day, "dutch_day")
    app.add_template_filter(dialled)
    app.add_template_filter(prose)


def dialled(text: str) -> Markup:
    """A text in which 112 and 0800-2000 can be pressed, and never break over lines."""
    return Markup(NUMBER.sub(_link, str(escape(text))))


def _link(found: re.Match[str]) -> str:
    number = found[0]
    return f'<a class="number" href="tel:{number.replace("-", "")}">{number}</a>'
