"""Pages for one visitor leave compressed when that visitor asked for them, and only then."""

import gzip

import brotli
import pytest

PATH = "/doorloop/verder"


def asked(client, site, accepted="gzip, br"):
    return client.get(PATH, headers={"Accept-Encoding": accepted} | ({"Sec-Fetch-Site": site} if site else {}))


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_given_a_visitor_who_asks_then_the_page_is_compressed(client, site):
    page = asked(client, site)
    assert page.headers["Content-Encoding"] == "br"
    assert b"<h1" in brotli.decompress(page.data)
    assert page.content_length == len(page.data)


def test_given_a_browser_without_brotli_then_the_page_is_gzipped(client):
    page = asked(client, "same-origin", "gzip")
    assert page.headers["Content-Encoding"] == "gzip"
    assert b"<h1" in gzip.decompress(page.data)


@pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
def test_given_another_site_that_makes_a_browser_ask_then_the_length_gives_nothing_away(client, site):
    page = asked(client, site)
    assert "Content-Encoding" not in page.headers
    assert {"Accept-Encoding", "Sec-Fetch-Site"} <= set(page.vary)


def test_given_a_browser_that_takes_no_coding_then_the_page_is_plain(client):
    assert b"<h1" in asked(client, "same-origin", "identity").data
