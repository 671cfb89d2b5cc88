"""A guide page against the least that Flask can answer."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from bench.compare import Asked, compare
from bench.instance import GUIDE, Instance
from bench.line import Line, at_least
from bench.load import CONNECTIONS, request
from bench.servers import bare, site

AGAINST = "bare Flask “hello”"
REACH = 0.9


def measure(instance: Instance, client: ProcessPoolExecutor) -> Iterator[Line]:
    """The page compressed, plain, and as what the browser still has."""
    with site(instance.environ) as ours, bare("hello", {}) as theirs:
        for server in (ours, theirs):
            server.wait_for_all()
        tag = getattr(ours.get(GUIDE, {"Accept-Encoding": "br"}), "headers", {}).get("ETag", "")
        hello = Asked(theirs, [request("GET", "/")] * CONNECTIONS)
        asked = {
            "compressed": ({}, b"200"),
            "plain": ({"Accept-Encoding": "identity"}, b"200"),
            "unchanged (304)": ({"If-None-Match": tag}, b"304"),
        }
        for kind, (headers, status) in asked.items():
            page = Asked(ours, [request("GET", GUIDE, headers)] * CONNECTIONS, status)
            found = compare(client, page, hello)
            yield Line(f"guide page, {kind}", AGAINST, *at_least(REACH, found.ratio), found.in_words)
