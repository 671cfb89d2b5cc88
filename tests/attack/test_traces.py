"""A walk with marked texts on the running site; then everything that the site wrote is searched for them."""

import base64
import os
import re
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest

from routekaart.walks import resume
from tests.support.marked import MARKS, NOTE, marked_sharing, marked_tools, marked_walk
from tests.support.remote import Remote
from tests.support.site import Site, running_site, seed_site
from tests.support.traces import traces
from tests.support.visitor import Visitor

FORWARDED = "203.0.113.77"
PLACES = re.compile(
    r"/doorloop/(|code(\?eerste=1)?|vraag/\d+|advies|overzicht|signalen|logboek(/\d+|\.pdf)?|plan(\.pdf)?|delen|delen/weg|stap/[a-z-]+|wissen|gewist|verslag\.pdf|afspraken\.ics)"
    r"|/meekijken(/doorloop|/advies)?"
    r"|/doorloop/begin(\?regio=voorbeeldregio&sector=onderwijs)?"
)


@dataclass
class Walked:
    """What there is after a walk on a running site."""

    site: Site
    remote: Remote
    visitor: Visitor
    code: str
    cookie: str
    colleague: Visitor
    shared_codes: list[str]
    shared_cookie: str


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    instance = tmp_path_factory.mktemp("marked")
    temporary = instance / "tmp"
    temporary.mkdir()
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environ |= {"TMPDIR": str(temporary)}
    seed_site(instance, environ)
    with running_site(instance, environ) as site:
        remote = Remote(site, FORWARDED)
        visitor = Visitor(remote.client())
        code = marked_walk(visitor)
        marked_tools(visitor)
        colleague, other = (Visitor(remote.client()) for _ in range(2))
        shared_codes = marked_sharing(visitor, colleague, other)
        for name in ("verslag.pdf", "afspraken.ics", "logboek.pdf", "plan.pdf"):
            assert visitor.client.get(f"/doorloop/{name}").status_code == 200
        visitor.client.get("/doorloop/bestaat-niet")
        cookie = visitor.client.get_cookie("doorloop", domain="localhost", path="/doorloop")
        shared_cookie = other.client.get_cookie("meekijken", domain="localhost", path="/meekijken")
        assert cookie
        assert shared_cookie
        yield Walked(site, remote, visitor, code, cookie.value, other, shared_codes, shared_cookie.value)


def test_given_a_planted_mark_in_any_form_when_a_folder_is_searched_then_it_is_found(tmp_path):
    mark = "zeekoeienstaart 3"
    planted = {
        "plain": mark.encode(),
        "utf-16": mark.encode("utf-16"),
        "base64": base64.b64encode(b"xy" + mark.encode() + b"z"),
        "zlib": b"before" + zlib.compress(b"x" * 99 + mark.encode(), 9) + b"after",
        "hex": mark.encode().hex().encode(),
    }
    for name, content in planted.items():
        (tmp_path / name).write_bytes(content)
    assert {one.partition(":")[0] for one in traces(tmp_path, [mark])} == set(planted)


def test_given_a_marked_walk_when_all_files_are_searched_then_no_answer_and_no_text_is_there(walked):
    folder = walked.site.log.parent
    assert (folder / "routekaart.sqlite3-wal").exists()
    assert traces(folder, MARKS) == []


def test_given_a_marked_walk_when_all_files_are_searched_then_the_code_is_nowhere(walked):
    words, secret = walked.code.split(), resume.from_words(walked.code)
    in_order = [f"{one}{by}{next_one}" for one, next_one in pairwise(words) for by in " -,\n"]
    assert traces(walked.site.log.parent, [secret, walked.cookie, *in_order]) == []


def test_given_a_shared_walk_when_all_files_are_searched_then_neither_code_is_anywhere(walked):
    for code in walked.shared_codes:
        secret = resume.from_words(code, resume.Kind.SHARE)
        in_order = [f"{one}{by}{next_one}" for one, next_one in pairwise(code.split()) for by in " -,\n"]
        marks = [secret, secret.hex(), walked.shared_cookie, *in_order]
        assert traces(walked.site.log.parent, marks) == []


def test_given_visitors_behind_a_proxy_then_no_address_of_anybody_is_written(walked):
    assert traces(walked.site.log.parent, [FORWARDED]) == []
    log = walked.site.log.read_text().replace(walked.site.url, "")
    assert not re.search(r"\b\d{1,3}(\.\d{1,3}){3}\b", log)
    assert "/doorloop" not in log
    assert "/meekijken" not in log


def test_given_a_whole_walk_then_no_address_says_anything_about_the_case(walked):
    odd = [address for address in walked.remote.addresses if not PLACES.fullmatch(address)]
    assert odd == ["/doorloop/bestaat-niet"]


def test_given_the_cookie_of_another_then_it_does_not_open_this_walk(walked):
    other = Visitor(walked.remote.client())
    other.submit(other.get("/doorloop/begin?regio=voorbeeldregio&sector=onderwijs"), "/doorloop/begin")
    overview = other.get("/doorloop/overzicht")
    assert overview.status == 200
    assert NOTE not in overview.document.text_content()


def test_given_everything_is_wiped_then_neither_row_nor_ciphertext_is_left_in_any_file(walked):
    """Last in this module: it ends the walk."""
    folder = walked.site.log.parent
    rows = rows_in(folder)
    before = [row for row in rows if traces(folder, [row[0]])]
    assert len(before) == len(rows) > 0
    walked.visitor.submit(walked.visitor.get("/doorloop/wissen"), "/wissen")
    gone = set(rows) - set(rows_in(folder))
    assert len(gone) == 2, "the walk and the share that was still out"
    assert traces(folder, [part for row, sealed in gone for part in (row, sealed[:24], sealed[-24:])]) == []
    assert walked.colleague.get("/meekijken/doorloop").status == 410


def rows_in(folder):
    connection = sqlite3.connect(f"file:{folder}/routekaart.sqlite3?mode=ro", uri=True)
    try:
        return connection.execute("SELECT id, sealed FROM sealed_walk").fetchall()
    finally:
        connection.close()
