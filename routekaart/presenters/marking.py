"""Texts as runs: words that were found are marked, terms of the glossary lead to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from routekaart.content.glossary import Term
from routekaart.presenters.here import View
from routekaart.search.text import STOPWORDS, tokens

LONGEST = 220
BEFORE = 60


def marked(text: str, found: Collection[str]) -> list[View]:
    """The runs of a text; those whose word was found are marked."""
    runs: list[View] = []
    at = 0
    for token in tokens(text):
        if token.word in found and token.word not in STOPWORDS:
            if token.start > at:
                runs.append({"text": text[at : token.start], "is_marked": False})
            runs.append({"text": text[token.start : token.end], "is_marked": True})
            at = token.end
    return [*runs, {"text": text[at:], "is_marked": False}] if at < len(text) else runs


def excerpt(text: str, found: Collection[str]) -> str:
    """The part of a long text around the first word that was found, in whole words."""
    if len(text) <= LONGEST:
        return text
    first = next((token.start for token in tokens(text) if token.word in found), 0)
    if first <= LONGEST - BEFORE:
        return f"{text[: text.rfind(' ', 0, LONGEST)]} …"
    sentence = max((end.end() for end in re.finditer(r"[.?!] ", text[:first])), default=0)
    begin = sentence if first - sentence <= LONGEST - BEFORE else text.rfind(" ", 0, first - BEFORE) + 1
    end = len(text) if begin + LONGEST >= len(text) else text.rfind(" ", begin, begin + LONGEST)
    return f"… {text[begin:end]}{' …' if end < len(text) else ''}"


class TermLinks:
    """Links the first use of each term on one page to the glossary at an address."""

    def __init__(self, terms: Iterable[Term], address: str) -> None:
        self._address = address
        self._ids = {name: term.id for term in terms if term.linked for name in term.names}
        self._folded = {name.casefold(): name for name in self._ids}
        self._used: set[str] = set()
        longest_first = sorted(self._ids, key=lambda name: (-len(name), name))
        either = "|".join(map(_pattern, longest_first))
        self._any = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def runs(self, text: str) -> list[View]:
        """The runs of a text; a term that was not used before on this page has an address."""
        return [{"text": part, "href": href} for part, href in self._runs(text) if part]

    def _runs(self, text: str) -> Iterator[tuple[str, str]]:
        at = 0
        for found in self._any.finditer(text) if self._any else ():
            term = self._ids[self._folded[found[0].casefold()]]
            if term not in self._used:
                self._used.add(term)
                yield text[at : found.start()], ""
                yield found[0], f"{self._address}#{term}"
                at = found.end()
        yield text[at:], ""


def _pattern(name: str) -> str:
    """An abbreviation is written in capitals; any other name may begin or stand in small letters."""
    return re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})"


def link_terms(step: View, links: TermLinks) -> None:
    """Give the paragraphs of a step (see `step_page.step_view`) their runs, in the order in which one reads them."""
    step["purpose_runs"] = links.runs(step["purpose"])
    if step["main"]:
        _link_group(step["main"], links)
    for remark in (*step["pitfalls"], *step["legal"]):
        remark["runs"] = links.runs(remark["text"])
    for theme in step["themes"]:
        theme["runs"] = links.runs(theme["summary"])
        _link_group(theme, links)


def _link_group(group: View, links: TermLinks) -> None:
    for name in ("actions", "questions", "outcomes", "records"):
        for one in group[name]:
            for view in one.get("items", [one]):
                view["detail_runs"] = links.runs(view["detail"])
