"""Text that a region writes in Markdown, as HTML that can do no harm: paragraphs, lists, emphasis and links."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    import nh3
    from markdown_it import MarkdownIt

TAGS = frozenset({"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote"})
SCHEMES = frozenset({"https", "mailto", "tel"})
RULES = ["list", "blockquote", "emphasis", "link", "autolink", "escape", "newline", "entity"]
"""Of Markdown; headings are left out, since the page has its own, and so are pictures, code and HTML."""


@cache
def _tools() -> tuple[MarkdownIt, nh3.Cleaner]:
    """Loaded when somebody first reads a region's text: most pages have none."""
    import nh3
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero", {"html": False, "breaks": True}).enable(RULES)
    cleaner = nh3.Cleaner(tags=set(TAGS), attributes={"a": {"href"}}, url_schemes=set(SCHEMES))
    return reader, cleaner


def prose(text: str) -> Markup:
    """Markdown as safe HTML, read twice: what the reader lets through, the cleaner judges again."""
    reader, cleaner = _tools()
    return Markup(cleaner.clean(reader.render(text)))
