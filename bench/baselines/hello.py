"""The least that Flask can answer."""

from flask import Flask

application = Flask(__name__, static_folder=None)


@application.get("/")
def hello() -> str:
    """A greeting."""
    return "Hello, World!"
