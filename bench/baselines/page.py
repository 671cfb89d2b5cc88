"""One template rendered with the values that the site had for it, and nothing else.

The environment variable SHOWN names the file in which `bench.walks` left those values.
"""

import os
import pickle
from pathlib import Path

from flask import Flask, render_template

from bench.shown import Shown
from routekaart.web import filters

shown: Shown = pickle.loads(Path(os.environ["SHOWN"]).read_bytes())
application = Flask("routekaart", static_folder=None)
application.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
application.jinja_env.globals["csrf_token"] = lambda: shown.token
application.jinja_env.globals["asset_url"] = shown.assets.__getitem__
filters.init_app(application)
for endpoint, rule in shown.rules:
    application.add_url_rule(rule, endpoint, lambda **values: "")


@application.get("/")
def page() -> str:
    """The page."""
    return render_template(shown.template, **shown.values)
