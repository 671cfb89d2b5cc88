"""Whole public pages, kept in memory and answered before Flask is asked.

A page is kept per path and the query values that pages know, plain and compressed. It holds while the same revisions
are live and nothing came in about a number or from a partner, and until the next full minute, since pages say who is
open now. Headers are those of the first answer, security headers included.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode

import brotli
from flask import Flask, Response
from flask.sansio.app import App
from werkzeug.http import parse_accept_header
from werkzeug.wrappers import Response as AnyResponse

from routekaart import clock
from routekaart.web.services import EXTENSION, Services

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PUBLIC = "public, max-age=60"
ELSEWHERE = (
    *("/doorloop/", "/meekijken", "/bureau/", "/static/", "/healthz"),
    *("/klopt-niet/", "/gebeld/", "/bevestigen/"),
)
KNOWN = frozenset({"anders", "doel", "gemeente", "leeftijd", "organisatie", "plaats", "soort", "thema"})
LONGEST_VALUE = 60
MOST_OCTETS = 16 * 1024 * 1024
CODINGS = ("br", "gzip")
BROTLI = 10  # a twentieth smaller than 9; twenty milliseconds for the fullest page, once a minute
PLAIN = ""
Headers = list[tuple[str, str]]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """A page in one coding: its headers and its bytes."""

    etag: str
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A page in every coding, the revisions it was made from, and the minute in which it holds."""

    digest: str
    revisions: object
    minute: int
    forms: Mapping[str, Form]
    octets: int


class PageCache:
    """A WSGI application around another; pages that this one marked as public are kept.

    `revisions` gives an object that stays the same until something is published or came in; `minute` counts minutes.
    """

    def __init__(
        self,
        inner: WSGIApplication,
        revisions: Callable[[], object],
        minute: Callable[[], int],
        most_octets: int = MOST_OCTETS,
    ) -> None:
        self._inner = inner
        self._revisions = revisions
        self._minute = minute
        self._most = most_octets
        self._lock = Lock()
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self.octets = 0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path, asked = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] != "GET" or path.startswith(ELSEWHERE):
            return self._inner(environ, start_response)
        kept = self._find((path, asked)) or (self._find((path, known_query(asked))) if asked else None)
        if kept is None:
            return self._make(environ, start_response)
        return answer(kept, environ, start_response)

    def _find(self, key: Key) -> Kept | None:
        kept = self._pages.get(key)
        if kept is None or kept.minute != self._minute() or kept.revisions is not self._revisions():
            return None
        with suppress(KeyError):  # another thread may just have dropped it
            self._pages.move_to_end(key)
        return kept

    def _make(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        revisions, minute = self._revisions(), self._minute()
        response = Response.from_app(self._inner, environ, buffered=True)
        query = environ.get("QUERY_STRING", "")
        if response.status_code != 200 or response.headers.get("Cache-Control") != PUBLIC or not keepable(query):
            return response(environ, start_response)
        kept = pack(response, revisions, minute)
        self._keep((environ["PATH_INFO"], known_query(query)), kept)
        return answer(kept, environ, start_response)

    def _keep(self, key: Key, kept: Kept) -> None:
        with self._lock:
            before = self._pages.pop(key, None)
            self._pages[key] = kept
            self.octets += kept.octets - (before.octets if before else 0)
            while self.octets > self._most:
                _, dropped = self._pages.popitem(last=False)
                self.octets -= dropped.octets


def init_app(app: App) -> None:
    """Put the cache in front of the application; its services must be there."""
    assert isinstance(app, Flask)
    services: Services = app.extensions[EXTENSION]
    app.wsgi_app = PageCache(app.wsgi_app, services.shown, this_minute)  # type: ignore[method-assign]


def mark(response: Response) -> Response:
    """Say of a page of the guide that everybody may keep it, unless its view said otherwise."""
    if response.status_code == 200 and "Set-Cookie" not in response.headers:
        response.headers.setdefault("Cache-Control", PUBLIC)
    return response


def this_minute() -> int:
    """The number of the minute that it is now."""
    return int(clock.now().timestamp()) // 60


def known_query(query: str) -> str:
    """The part of a query that pages look at, in one order."""
    if not query:
        return ""
    found = {name: value for name, value in reversed(parse_qsl(query)) if name in KNOWN}
    return urlencode(sorted(found.items()), quote_via=quote)


def keepable(query: str) -> bool:
    """Whether a query is worth keeping a page for: what people make up themselves is not."""
    return all(len(value) <= LONGEST_VALUE for _, value in parse_qsl(query))


def pack(response: AnyResponse, revisions: object, minute: int) -> Kept:
    """A page in every coding; each has a strong tag of its own."""
    plain = response.get_data()
    digest = hashlib.sha256(plain).hexdigest()[:20]
    bodies = {PLAIN: plain, "br": brotli.compress(plain, quality=BROTLI), "gzip": gzip.compress(plain, 6, mtime=0)}
    shared = [(name, value) for name, value in response.headers if name not in ("Content-Length", "Vary", "ETag")]
    forms = {coding: _form(coding, body, digest, shared) for coding, body in bodies.items()}
    return Kept(digest, revisions, minute, forms, sum(map(len, bodies.values())))


def _form(coding: str, body: bytes, digest: str, shared: Headers) -> Form:
    etag = f'"{digest}-{coding}"' if coding else f'"{digest}"'
    headers = [*shared, ("ETag", etag), ("Vary", "Accept-Encoding"), ("Content-Length", str(len(body)))]
    return Form(etag, [*headers, ("Content-Encoding", coding)] if coding else headers, body)


def answer(kept: Kept, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The page in the best coding that the browser takes, or that it holds it already."""
    form = kept.forms[coding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))]
    held = environ.get("HTTP_IF_NONE_MATCH")
    if held and (kept.digest in held or held == "*"):
        start_response("304 NOT MODIFIED", [row for row in form.headers if not row[0].startswith("Content-")])
        return [b""]
    start_response("200 OK", form.headers)
    return [form.body]


@lru_cache(maxsize=256)
def coding_for(accepted: str) -> str:
    """The best coding that an Accept-Encoding header allows; "" is plain."""
    allowed = dict(parse_accept_header(accepted))
    return next((coding for coding in CODINGS if allowed.get(coding, 0) > 0), PLAIN)
