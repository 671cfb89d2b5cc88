"""People's names: from lists, and by the words beside them ("meneer X", "heet X", "K. van X")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from routekaart.walks.identifying.finding import Identifying, Kind, Known, Word, plain, words_of
from routekaart.walks.identifying.lists import clues, first_names, not_names, surnames

ABBREVIATED = clues("abbreviated titles")
TITLES = ABBREVIATED | clues("titles")
PEOPLE = clues("people")
PREFIXES = clues("prefixes")
BEFORE_SOMEBODY = clues("before somebody")
BEFORE_A_THING = clues("before a thing")
WHAT_PEOPLE_DO = clues("what people do")
ONLY_IN_NAMES = frozenset({("van", "der"), ("van", "den"), ("van", "'t")})
MOST = 6  # initials, prefixes, or words of an institution's name, in a row
INSTITUTION = re.compile(
    r"(?:school|ziekenhuis|stichting|zorg|teams?|hulp|opvang|bank|telefoon|kliniek|centrum|college|bureau|dienst|groep"
    r"|huis|bescherming|praktijk)$"
)
BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?:\n])[\s\"'“”‘’«(*•–-]*$")
SPACE = re.compile(r"[^\S\n]+")
AFTER_A_TITLE = re.compile(r"\.?:?[^\S\n]*")
AFTER_PEOPLE = re.compile(r",?[^\S\n]+\(?")
INITIAL = re.compile(r"\.[^\S\n]?")


def names(text: str, known: Known) -> Iterator[Identifying]:
    """Names of people, the longest span of each: first name, initials, prefix and surname together."""
    note = _Note(text, words_of(text))
    note.pass_over(known)
    at = 0
    while at < len(note.words):
        span = note.name_at(at)
        if span is None:
            at += 1
            continue
        first, after = span
        yield Identifying.at(Kind.NAME, text, note.words[first].start, note.words[after - 1].end)
        at = after


@dataclass(slots=True)
class _Note:
    """A text as words, and which of them are known to be no name."""

    text: str
    words: list[Word]
    plain: list[str] = field(init=False)
    passed: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.plain = [plain(word.text) for word in self.words]
        self.passed = [word in not_names() for word in self.plain]

    def pass_over(self, known: Known) -> None:
        """Marks the names of partners, places and institutions: "Prins Willem Alexander" before or after "School"."""
        for at, word in enumerate(self.plain):
            for phrase in known.phrases.get(word, ()):
                if tuple(self.plain[at : at + len(phrase)]) == phrase:
                    self.passed[at : at + len(phrase)] = [True] * len(phrase)
            if self._is_capital(at) and INSTITUTION.search(word):
                self._pass_run(at)

    def name_at(self, at: int) -> tuple[int, int] | None:
        """The words of a name that starts at, or is announced by, this word; from and up to."""
        return self._announced(at) or self._initials(at) or self._prefixed(at) or self._listed(at) or self._pair(at)

    def _announced(self, at: int) -> tuple[int, int] | None:
        """Meneer X, zoon X, heet X."""
        title = self.plain[at] in TITLES
        if not (title or self.plain[at] in PEOPLE) or not self._follows(
            at, AFTER_A_TITLE if self.plain[at] in ABBREVIATED else AFTER_PEOPLE
        ):
            return None
        last = self._past_prefixes(self._past_initials(at + 1))
        if last is None or self.passed[last]:
            return None
        if self._is_capital(last) or (title and self._is_surname(last)):
            start = last if self._is_of_somebody(at + 1, last) else at + 1
            return start, self._to_the_end(last)
        return None

    def _initials(self, at: int) -> tuple[int, int] | None:
        """K. Bouzidi, A.B. van X."""
        last = self._past_initials(at)
        surname = self._past_prefixes(last) if last > at else None
        if surname is None or self.passed[surname] or not self._is_capital(surname):
            return None
        sure = last - at > 1 or surname > last or self._is_surname(surname) or self.plain[at - 1] in BEFORE_SOMEBODY
        return (at, self._to_the_end(surname)) if sure else None

    def _prefixed(self, at: int) -> tuple[int, int] | None:
        """Van der X; de Vries, where a list knows the surname."""
        surname = self._past_prefixes(at)
        if surname is None or surname == at or self.passed[surname] or not self._is_capital(surname):
            return None
        if self._is_of_somebody(at, surname):
            return None
        sure = tuple(self.plain[surname - 2 : surname]) in ONLY_IN_NAMES and surname - at >= 2
        return (at, self._to_the_end(surname)) if sure or self._is_surname(surname) else None

    def _listed(self, at: int) -> tuple[int, int] | None:
        """A first name or surname of the lists, where it counts."""
        if self.passed[at]:
            return None
        rule = self._rule(at)
        if not self._is_capital(at):
            return (at, at + 1) if rule == "" and self.words[at].text.islower() and self._is_first_name(at) else None
        counts = rule in ("", "hoofdletter") or (rule == "niet-vooraan" and self._is_somebody(at))
        beside = rule is not None and self._follows(at, SPACE) and self._past_prefixes(at + 1) is not None
        if counts or (beside and self._goes_on(at)):
            return at, self._to_the_end(at)
        return None

    def _pair(self, at: int) -> tuple[int, int] | None:
        """Two words with a capital inside a sentence that no list knows."""
        inside = self._is_capital(at) and not self.passed[at] and not self._starts_a_sentence(at)
        inside = inside and self.plain[at - 1] not in BEFORE_A_THING
        if inside and self._follows(at, SPACE) and self._is_capital(at + 1) and not self.passed[at + 1]:
            return at, self._to_the_end(at + 1)
        return None

    def _to_the_end(self, at: int) -> int:
        """Past this word of a name and the ones that go with it."""
        while self._follows(at, SPACE):
            following = self._past_prefixes(at + 1)
            if following is None or self.passed[following] or not self._is_capital(following):
                break
            at = following
        return at + 1

    def _goes_on(self, at: int) -> bool:
        return self._to_the_end(at) > at + 1

    def _past_prefixes(self, at: int) -> int | None:
        """The first word that is no prefix such as "van der", if there is one on the same line."""
        for place in range(at, min(at + MOST, len(self.words))):
            if self.plain[place] not in PREFIXES:
                return place
            if not self._follows(place, SPACE):
                return None
        return None

    def _past_initials(self, at: int) -> int:
        for place in range(at, at + MOST):
            if not (self._is_initial(place) and self._follows(place, INITIAL)):
                return place
        return at + MOST

    def _is_of_somebody(self, at: int, name: int) -> bool:
        """ "De juf van Bram" is about Bram, not about somebody called Van Bram."""
        return name == at + 1 and self.words[at].text.islower() and self._is_first_name(name)

    def _is_somebody(self, at: int) -> bool:
        """Whether a name that is a word too is a name here: inside a sentence, or in front of what only people do."""
        followed = self._follows(at, SPACE) and self.plain[at + 1] in WHAT_PEOPLE_DO
        return followed or not self._starts_a_sentence(at)

    def _rule(self, at: int) -> str | None:
        """When this word counts as a name; of a double name the first part decides. None when no list has it."""
        word = self.plain[at]
        for rules in (first_names(), surnames()):
            if word in rules:
                return rules[word]
        parts = word.split("-")
        if len(parts) > 1 and all(part in first_names() or part in surnames() for part in parts):
            return "hoofdletter"
        return first_names().get(word.removesuffix("s")) if self._is_capital(at) else None

    def _is_first_name(self, at: int) -> bool:
        return self.plain[at] in first_names()

    def _is_surname(self, at: int) -> bool:
        return any(part in surnames() for part in self.plain[at].split("-"))

    def _is_capital(self, at: int) -> bool:
        text = self.words[at].text
        return text[0].isupper() and (text[1:2].islower() or text[1:2] in ("'", "’") or text.startswith("IJ"))

    def _is_initial(self, at: int) -> bool:
        return at < len(self.words) and len(self.words[at].text) == 1 and self.words[at].text.isupper()

    def _follows(self, at: int, between: re.Pattern[str]) -> bool:
        """Whether the next word comes after only this."""
        if at + 1 >= len(self.words):
            return False
        return between.fullmatch(self.text, self.words[at].end, self.words[at + 1].start) is not None

    def _starts_a_sentence(self, at: int) -> bool:
        start = self.words[at].start
        return BEFORE_A_SENTENCE.search(self.text[max(0, start - 12) : start]) is not None or start == 0

    def _pass_run(self, at: int) -> None:
        first = after = at
        while first > max(0, at - MOST) and self._follows(first - 1, SPACE) and self._is_capital(first - 1):
            first -= 1
        while after < at + MOST and self._follows(after, SPACE) and self._is_capital(after + 1):
            after += 1
        self.passed[first : after + 1] = [True] * (after + 1 - first)
