"""A question of a walk, shown and answered, against bare Flask views that do only the last part of it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from flask import template_rendered

from bench.baselines.table import SIZE, row_id, rows
from bench.compare import ROUNDS, STOCK, Asked, compare
from bench.instance import Instance, Walker
from bench.line import Line, at_least
from bench.load import CONNECTIONS, request
from bench.servers import Server, bare, site
from bench.shown import Shown

SHOW, POST = 0.6, 0.5
ASSETS = ("fonts/atkinson-next-latin.woff2", "style.css", "img/favicon.svg", "js/routekaart.js")


def measure(instance: Instance, client: ProcessPoolExecutor, folder: Path) -> Iterator[Line]:
    """Showing the question, and taking its answer."""
    walkers = instance.walkers(CONNECTIONS)
    left = folder / "shown.pickle"
    left.write_bytes(pickle.dumps(shown(instance, walkers[0])))
    _make_rows(instance)
    environ = instance.environ | {"SHOWN": str(left), "DATABASE_URL": instance.settings.database_url}
    with site(environ) as ours, bare("page", environ) as page, bare("row", environ) as row:
        for server in (ours, page, row):
            server.wait_for_all()
        yield _show(client, ours, page, walkers)
        yield _post(client, ours, row, instance)


def _show(client: ProcessPoolExecutor, ours: Server, page: Server, walkers: list[Walker]) -> Line:
    asked = Asked(ours, [walker.asks() for walker in walkers])
    found = compare(client, asked, Asked(page, [request("GET", "/")] * CONNECTIONS))
    reach = at_least(SHOW, found.ratio)
    return Line("walk, show a question", "bare Flask view that renders the same page", *reach, found.in_words)


def _post(client: ProcessPoolExecutor, ours: Server, row: Server, instance: Instance) -> Line:
    walkers = instance.walkers(STOCK * (ROUNDS + 1))
    bare_posts = [request("POST", f"/{number}", body=walkers[0].body) for number in range(CONNECTIONS)]
    asked = Asked(ours, [walker.answers() for walker in walkers], b"302", once=True)
    found = compare(client, asked, Asked(row, bare_posts, b"302"))
    reach = at_least(POST, found.ratio)
    return Line("walk, post an answer", "bare Flask view that commits a row of that size", *reach, found.in_words)


def shown(instance: Instance, walker: Walker) -> Shown:
    """The values of the measured question, caught while the site renders it."""
    caught: list[tuple[str, dict[str, Any]]] = []

    def catch(sender: object, template: Any, context: dict[str, Any], **more: object) -> None:
        caught.append((template.name, context))

    app = instance.app
    with template_rendered.connected_to(catch, app):
        answer = app.test_client(use_cookies=False).get(walker.path, headers={"Cookie": walker.cookies})
    template, context = caught[0]
    values = {name: context[name] for name in ("page", "place", "banners", "strip")}
    rules = [(one.endpoint, one.rule) for one in app.url_map.iter_rules() if one.endpoint.startswith("walk.")]
    assets = {name: app.jinja_env.globals["asset_url"](name) for name in ASSETS}
    return Shown(template, values, walker.form["csrf_token"], assets, rules, answer.get_data())


def _make_rows(instance: Instance) -> None:
    with instance.engine.execution_options(writes=True).begin() as connection:
        rows.create(connection)
        connection.execute(
            rows.insert(), [{"id": row_id(number), "content": bytes(SIZE)} for number in range(CONNECTIONS)]
        )
