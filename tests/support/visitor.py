"""Somebody who visits the site without a browser: reads pages, fills in forms, and looks at every page on the way."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

UNSAFE_WORDS = ("geweld", "mishandeling", "slachtoffer", "pleger", "onveilig")


class Page:
    """One page as it was answered."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.path = response.request.path
        self.document = html.document_fromstring(response.get_data())

    @property
    def text(self) -> str:
        """What one reads in the main part, in one line."""
        return " ".join(self.document.get_element_by_id("inhoud").text_content().split())

    @property
    def heading(self) -> str:
        """The page's heading."""
        return " ".join(self.document.xpath("//h1")[0].text_content().split())

    def form(self, part_of_action: str) -> html.FormElement:
        """The form whose address holds this text."""
        return next(form for form in self.document.forms if part_of_action in (form.action or ""))

    def link(self, text: str) -> str:
        """The address of the link with this text."""
        return next(str(a.get("href")) for a in self.document.xpath("//a") if text in a.text_content())


class Visitor:
    """A test client that inspects every page that it gets."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str) -> Page:
        """Ask for a page and follow where it leads."""
        return self._inspected(self.client.get(path, follow_redirects=True))

    def submit(self, page: Page, part_of_action: str, *, to: str = "", **values: Any) -> Page:
        """Fill in a form of a page and send it; `to` is the address of another button of that form."""
        form = page.form(part_of_action)
        # The line end that opens a textarea is markup, not text.
        given = [(name, str(value).removeprefix("\n")) for name, value in form.form_values()]
        fields = [(name, value) for name, value in given if name not in values]
        for name, value in values.items():
            fields += [(name, one) for one in (value if isinstance(value, list | tuple) else [value])]
        data: dict[str, list[str]] = {}
        for name, value in fields:
            data.setdefault(name, []).append(str(value))
        return self._inspected(self.client.post(to or form.action, data=data, follow_redirects=True))

    def _inspected(self, response: TestResponse) -> Page:
        page = Page(response)
        title = page.document.findtext(".//title") or ""
        assert title.strip()
        assert not any(word in title.lower() for word in UNSAFE_WORDS), title
        assert len(page.document.xpath("//h1")) == 1, page.path
        assert not page.document.xpath("//*[@style]"), "a style attribute breaks the policy"
        assert not page.document.xpath("//script[not(@src)] | //style"), "inline script or style breaks the policy"
        for form in page.document.forms:
            assert form.method == "GET" or "csrf_token" in form.fields, f"form without token on {page.path}"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        ids = page.document.xpath("//@id")
        assert len(ids) == len(set(ids)), (
            f"an id stands twice on {page.path}: {sorted(i for i in ids if ids.count(i) > 1)}"
        )
        return page
