"""Static files: hashed names, kept for ever, compressed; and small enough for a first visit."""

import gzip
import re

import pytest
from flask import Flask

from routekaart.web import assets

FIRST_VISIT = ("style.css", "js/routekaart.js", "fonts/atkinson-next-latin.woff2", "img/favicon.svg")


@pytest.fixture(scope="module")
def app():
    app = Flask(__name__, static_folder=None)
    assets.init_app(app)
    return app


@pytest.fixture(scope="module")
def url(app):
    return app.jinja_env.globals["asset_url"]


def test_given_a_current_address_when_fetched_then_it_may_be_kept_for_ever(app, url):
    response = app.test_client().get(url("style.css"))
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"


def test_given_an_old_hash_when_fetched_then_the_file_of_today_comes_but_is_not_kept(app, url):
    old = re.sub(r"\.[0-9a-f]{12}\.", ".0123456789ab.", url("style.css"))
    response = app.test_client().get(old)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-cache")


def test_given_the_etag_when_fetched_again_then_nothing_is_sent(app, url):
    client = app.test_client()
    etag = client.get(url("js/routekaart.js")).headers["ETag"]
    response = client.get(url("js/routekaart.js"), headers={"If-None-Match": etag})
    assert (response.status_code, response.data) == (304, b"")


def test_given_a_browser_that_takes_gzip_then_the_same_bytes_come_compressed(app, url):
    client = app.test_client()
    plain = client.get(url("style.css"))
    packed = client.get(url("style.css"), headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.data) == plain.data


@pytest.mark.parametrize("path", ["/static/nee.css", "/static/css/tokens.css", "/static/VENDORED", "/static/../app.py"])
def test_given_anything_else_when_fetched_then_it_is_not_found(app, path):
    assert app.test_client().get(path).status_code == 404


def test_given_the_style_sheet_then_it_fetches_nothing_but_our_own_fonts(app, url):
    text = app.test_client().get(url("style.css")).text
    found = re.findall(r"url\(([^)]*)\)", text)
    assert len(found) == 2
    assert all(re.fullmatch(r'"fonts/[a-z-]+\.[0-9a-f]{12}\.woff2"', address) for address in found)
    assert "@import" not in text


def test_given_a_first_visit_then_everything_but_the_page_weighs_at_most_55_kilobytes(app, url):
    client = app.test_client()
    packed = {name: client.get(url(name), headers={"Accept-Encoding": "gzip"}).data for name in FIRST_VISIT}
    assert len(packed["style.css"]) <= 20_000
    assert sum(map(len, packed.values())) <= 55_000


def test_given_the_script_then_it_stays_under_four_kilobytes(app, url):
    assert len(app.test_client().get(url("js/routekaart.js")).data) < 4_000
