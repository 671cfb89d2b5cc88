"""A test client for a site in a process of its own, that remembers every address it asked for."""

from __future__ import annotations

import http.client
from collections.abc import Iterable
from typing import Any

from werkzeug.test import Client

from tests.support.site import Site

HOP = {"transfer-encoding", "connection", "content-length"}


class Remote:
    """Passes requests on to a running site, as a WSGI application."""

    def __init__(self, site: Site, forwarded_for: str = "") -> None:
        self.site = site
        self.forwarded_for = forwarded_for
        self.addresses: list[str] = []

    def client(self) -> Client:
        """A client with cookies of its own."""
        return Client(self)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        query = environ.get("QUERY_STRING")
        address = environ["PATH_INFO"] + (f"?{query}" if query else "")
        self.addresses.append(address)
        headers = {"Host": f"127.0.0.1:{self.site.port}"}
        for name, header in (("HTTP_COOKIE", "Cookie"), ("CONTENT_TYPE", "Content-Type")):
            headers |= {header: environ[name]} if environ.get(name) else {}
        if self.forwarded_for:
            headers |= {"X-Forwarded-For": self.forwarded_for, "X-Real-IP": self.forwarded_for}
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)
        connection.request(environ["REQUEST_METHOD"], address, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP]
        start_response(f"{answer.status} {answer.reason}", kept)
        return [content]
