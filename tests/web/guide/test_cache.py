"""Whole pages in memory: which hold, until when, and in which form they leave."""

import gzip

import brotli
import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from routekaart.web.guide import cache

PAGE = "/voorbeeldregio/onderwijs/overleg"


class Site:
    """A page that counts how often it is made, behind the cache; time and revisions stand still until changed."""

    def __init__(self, most_octets=cache.MOST_OCTETS, cache_control=cache.PUBLIC):
        self.made, self.minute, self.revisions = 0, 1, object()
        self.cache_control = cache_control
        self.pages = cache.PageCache(self.make, lambda: self.revisions, lambda: self.minute, most_octets)
        self.client = Client(self.pages)

    def make(self, environ, start_response):
        self.made += 1
        request = Request(environ)
        status = 404 if request.path == "/weg" else 200
        response = Response(f"{request.path} {'tekst ' * 50}", status=status, content_type="text/html")
        response.headers["Cache-Control"] = self.cache_control
        return response(environ, start_response)


def test_given_a_page_was_made_when_asked_again_then_it_is_not_made_again():
    site = Site()
    first, second = site.client.get("/a"), site.client.get("/a")
    assert site.made == 1
    assert first.data == second.data
    assert first.headers == second.headers


@pytest.mark.parametrize("change", ["minute", "revisions"])
def test_given_a_new_minute_or_a_publication_when_asked_again_then_the_page_is_made_anew(change):
    site = Site()
    site.client.get("/a")
    setattr(site, change, 2)
    site.client.get("/a")
    assert site.made == 2


def test_given_queries_that_pages_do_not_know_then_they_share_one_page():
    site = Site()
    for query in ("", "?utm=1", "?x=2", "?y=3&z=4"):
        site.client.get(f"/a{query}")
    assert site.made == 1


def test_given_known_values_in_another_order_then_they_share_one_page():
    site = Site()
    site.client.get("/a?gemeente=GM0034&organisatie=x")
    site.client.get("/a?organisatie=x&utm=1&gemeente=GM0034")
    assert site.made == 1
    site.client.get("/a?gemeente=GM0050&organisatie=x")
    assert site.made == 2


def test_given_a_made_up_long_value_then_nothing_is_kept():
    site = Site()
    for _ in range(2):
        site.client.get(f"/a?gemeente={'x' * 100}")
    assert site.made == 2
    assert site.pages.octets == 0


@pytest.mark.parametrize("cache_control", ["no-store", "public, max-age=31536000, immutable"])
def test_given_a_page_that_is_not_marked_then_it_is_not_kept(cache_control):
    site = Site(cache_control=cache_control)
    for _ in range(2):
        site.client.get("/a")
    assert site.made == 2


def test_given_an_error_then_it_is_not_kept():
    site = Site()
    assert [site.client.get("/weg").status_code for _ in range(2)] == [404, 404]
    assert site.made == 2


def test_given_more_pages_than_fit_then_the_oldest_is_dropped():
    site = Site(most_octets=1500)
    for name in "abcdefgh":
        site.client.get(f"/{name}")
    assert site.pages.octets <= 1500
    site.client.get("/h")
    assert site.made == 8
    site.client.get("/a")
    assert site.made == 9


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("", None, bytes),
    ],
)
def test_given_what_a_browser_accepts_then_the_page_leaves_in_that_coding(guide, accepted, coding, unpack):
    plain = guide.get(PAGE).data
    response = guide.get(PAGE, headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == coding
    assert unpack(response.data) == plain
    assert int(response.headers["Content-Length"]) == len(response.data)
    assert response.headers["Vary"] == "Accept-Encoding"


def test_given_each_coding_then_its_tag_is_strong_and_its_own(guide):
    tags = [guide.get(PAGE, headers={"Accept-Encoding": one}).headers["ETag"] for one in ("br", "gzip", "")]
    assert len(set(tags)) == 3
    assert not any(tag.startswith("W/") for tag in tags)


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_given_the_browser_holds_the_page_when_it_asks_again_then_nothing_is_sent(guide, accepted):
    headers = {"Accept-Encoding": accepted}
    tag = guide.get(PAGE, headers=headers).headers["ETag"]
    response = guide.get(PAGE, headers=headers | {"If-None-Match": tag})
    assert (response.status_code, response.data) == (304, b"")
    assert response.headers["ETag"] == tag
    assert response.headers["Cache-Control"] == cache.PUBLIC


def test_given_a_kept_page_then_security_headers_are_on_it(guide):
    first, kept = guide.get(PAGE), guide.get(PAGE)
    assert kept.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]
    assert kept.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in kept.headers


def test_given_only_the_head_is_asked_then_no_body_comes(guide):
    assert guide.head(PAGE).data == b""
    assert guide.get(PAGE).data.startswith(b"<!doctype html>")
