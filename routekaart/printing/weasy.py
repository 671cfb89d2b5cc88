"""HTML → tagged PDF by WeasyPrint. Imported in a worker only: it takes a second to load and needs system libraries."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from routekaart.printing.fetcher import BASE_URL, CONTENT_TYPES, STATIC, own_file
from routekaart.printing.finisher import finish
from routekaart.printing.letters import letters_of, printable


class OwnFiles(URLFetcher):
    """Loads what `fetcher.own_file` allows."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file at this address. Raises Refused, which leaves the picture or sheet out."""
        path = own_file(url)
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": CONTENT_TYPES[path.suffix]})


# Read once per worker: colours, and the typeface, which WeasyPrint unpacks into its temporary folder.
# It tells typefaces apart by name only, so our two files need two names, which browsers must not have.
FONTS = FontConfiguration()
FETCHER = OwnFiles()
COLOURS = re.sub(r"@font-face\s*{.*?}", "", (STATIC / "css/tokens.css").read_text(encoding="utf-8"), flags=re.DOTALL)
SHEETS = [
    CSS(string=COLOURS, url_fetcher=FETCHER, font_config=FONTS),
    CSS(url=urljoin(BASE_URL, "css/print/typeface.css"), url_fetcher=FETCHER, font_config=FONTS),
]
LETTERS = letters_of(sorted((STATIC / "fonts").glob("*.woff2")))


def draw(html: str, title: str) -> bytes:
    """The PDF of a page, tagged as PDF/UA-1, under this title."""
    document = HTML(string=printable(html, LETTERS), base_url=BASE_URL, url_fetcher=FETCHER).render(
        font_config=FONTS, stylesheets=SHEETS, pdf_variant="pdf/ua-1"
    )
    document.metadata.title = title
    pdf: bytes = document.write_pdf(finisher=finish, pdf_variant="pdf/ua-1")
    return pdf
