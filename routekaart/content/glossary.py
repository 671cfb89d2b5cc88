"""glossary.yaml and synonyms.yaml: what terms and abbreviations mean, old and new, and other words for the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from routekaart.content.models import Id, Model, Words
from routekaart.content.national import read_in
from routekaart.content.source import ContentError, Finding, Source, parse

FILES = ("glossary.yaml", "synonyms.yaml")
TELLING = ("geweld", "mishandel", "misbruik", "slachtoffer", "pleger", "onveilig")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with what it means. `former`: it no longer exists; `see` are ids of other terms, what replaced it first.

    `theme` is the id of the theme that is about it. `linked`: pages link its first use to the glossary.
    """

    id: str
    title: str
    short: str
    also: tuple[str, ...]
    means: str
    former: str
    see: tuple[str, ...]
    theme: str
    linked: bool
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which a text may call it."""
        return tuple(name for name in (self.title, self.short, *self.also) if name)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its names but the first."""
        return self.names[1:]


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms by title, and pairs of words: who asks the first also wants the second."""

    terms: tuple[Term, ...]
    pairs: tuple[tuple[str, str], ...]
    reviewed: date

    @property
    def theme_names(self) -> Mapping[str, tuple[str, ...]]:
        """What each theme also goes by, by its id."""
        found: dict[str, tuple[str, ...]] = {}
        for term in self.terms:
            if term.theme:
                found[term.theme] = (*found.get(term.theme, ()), *term.names)
        return found


class TermModel(Model):
    id: Id
    term: Words
    short: str = ""
    also: tuple[Words, ...] = ()
    means: Words
    former: str = ""
    see: tuple[Id, ...] = ()
    theme: str = ""
    linked: bool = True
    source: Words

    def to_term(self) -> Term:
        return Term(
            id=self.id,
            title=self.term,
            short=self.short,
            also=self.also,
            means=self.means,
            former=self.former,
            see=self.see,
            theme=self.theme,
            linked=self.linked,
            source=self.source,
        )


class GlossaryFile(Model):
    """glossary.yaml."""

    reviewed: date
    terms: tuple[TermModel, ...]


class FindsModel(Model):
    """Who asks one of `words` also finds `find`."""

    words: tuple[Words, ...]
    find: tuple[Words, ...]


class SynonymsFile(Model):
    """synonyms.yaml; in a row of `same` each finds all others."""

    reviewed: date
    finds: tuple[FindsModel, ...] = ()
    same: tuple[tuple[Words, ...], ...] = ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every word with every other word that it finds."""
        yield from ((asked, meant) for one in self.finds for asked in one.words for meant in one.find)
        yield from ((asked, meant) for row in self.same for asked in row for meant in row if asked != meant)


def read_glossary(content: Path, themes: Collection[str] | None = None) -> Glossary:
    """Read both files of a content folder; an empty glossary when it has none. `themes`: the ids that there are.

    Raises ContentError with every finding.
    """
    if not any((content / name).exists() for name in FILES):
        return Glossary((), (), date.min)
    sources = [read_in(content, name) for name in FILES]
    glossary, wrong_terms = parse(sources[0], GlossaryFile)
    synonyms, wrong_words = parse(sources[1], SynonymsFile)
    if glossary is None or synonyms is None:
        raise ContentError(wrong_terms + wrong_words)
    wrong = chain(
        _findings(sources[0], glossary), _unknown_themes(sources[0], glossary, themes), _rows(sources[1], synonyms)
    )
    if findings := tuple(wrong):
        raise ContentError(findings)
    terms = sorted((one.to_term() for one in glossary.terms), key=lambda term: (term.title.casefold(), term.id))
    return Glossary(tuple(terms), tuple(dict.fromkeys(synonyms.pairs())), glossary.reviewed)


def _findings(source: Source, file: GlossaryFile) -> Iterator[Finding]:
    ids = Counter(one.id for one in file.terms)
    names = Counter(name.casefold() for one in file.terms for name in one.to_term().names)
    for at, one in enumerate(file.terms):
        if ids[one.id] > 1:
            yield source.finding(("terms", at, "id"), f'term "{one.id}" stands twice', "each id once")
        if any(word in one.id for word in TELLING):
            expected = "a neutral id: it stands in an address that others may see"
            yield source.finding(("terms", at, "id"), f'id "{one.id}" tells what a case is about', expected)
        for name in one.to_term().names:
            if names[name.casefold()] > 1:
                yield source.finding(("terms", at), f'"{name}" is a name of two terms', "each name once")
        for place, other in enumerate(one.see):
            if other not in ids or other == one.id:
                yield source.finding(("terms", at, "see", place), f'unknown term "{other}"', "the id of another term")


def _unknown_themes(source: Source, file: GlossaryFile, themes: Collection[str] | None) -> Iterator[Finding]:
    for at, one in enumerate(file.terms):
        if themes is not None and one.theme and one.theme not in themes:
            expected = f"one of: {', '.join(sorted(themes))}"
            yield source.finding(("terms", at, "theme"), f'unknown theme "{one.theme}"', expected)


def _rows(source: Source, file: SynonymsFile) -> Iterator[Finding]:
    for at, row in enumerate(file.same):
        if len(row) < 2:
            yield source.finding(("same", at), "says of one word that it is the same", "two or more words")
