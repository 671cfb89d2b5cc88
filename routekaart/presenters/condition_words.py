"""A condition in plain Dutch: "Als je ‘Ja’ antwoordt op ‘Is er nu gevaar?’"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from routekaart.engine.conditions import (
    ALWAYS,
    Active,
    All,
    Any,
    Condition,
    Includes,
    Is,
    Not,
    Somebody,
    literals,
)
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Category, Item, Question
from routekaart.presenters import words

PERSON = "persoon"
MOST_PARTS = 3
_KIND_OF_PERSON = {
    Category.CHILD_0_11: "een kind van 0 tot en met 11 jaar",
    Category.CHILD_12_15: "een kind van 12 tot en met 15 jaar",
    Category.CHILD_16_17: "een kind van 16 of 17 jaar",
    Category.UNBORN: "een ongeboren kind",
    Category.ADULT: "een volwassene",
    Category.DEPENDENT: "een oudere of een volwassene die zorg nodig heeft",
}


def condition_words(condition: Condition, routemap: RouteMap) -> str:
    """When something holds, as the beginning of a sentence; "" for always.

    A condition of many parts only names the questions that it hangs on.
    """
    if condition == ALWAYS:
        return ""
    found = list(dict.fromkeys(literal for literal, _ in literals(condition)))
    is_long = len(found) > MOST_PARTS and not _one_answer(condition, routemap)
    if is_long or _negates_much(condition):
        return _depends(found, routemap)
    return f"Als {_clause(condition, routemap)}"


def declared_danger(routemap: RouteMap) -> Condition:
    """The condition that acute danger was declared."""
    return Is(routemap.acute_question.id, frozenset({"ja"}))


def item_text(item: Item) -> str:
    """The most specific wording of an item, about nobody in particular."""
    text = item.specialisations[-1].text if item.specialisations else item.text
    return words.about(text, (), ())


def _negates_much(condition: Condition) -> bool:
    """Whether something of several parts is denied: that does not read well."""
    match condition:
        case All(parts) | Any(parts):
            return any(map(_negates_much, parts))
        case Somebody(part):
            return _negates_much(part)
        case Not(part):
            return not isinstance(part, Is | Includes | Active)
    return False


def _depends(found: Iterable[Is | Includes | Active], routemap: RouteMap) -> str:
    asked = [name for one in found if not isinstance(one, Active) and (name := _name(one.question, routemap))]
    names = list(dict.fromkeys(asked))
    if not names:
        return "Hangt af van wat er eerder in je advies staat"
    among = "je antwoorden, onder meer" if len(names) > MOST_PARTS else "je antwoord"
    return f"Hangt af van {among} op {words.listed(names[:MOST_PARTS])}"


def _name(question_id: str, routemap: RouteMap) -> str:
    return "" if question_id == PERSON else f"‘{item_text(routemap.question(question_id))}’"


def _clause(condition: Condition, routemap: RouteMap) -> str:
    match condition:
        case All(parts):
            return _joined([_inside(part, routemap) for part in parts], "en")
        case Any(parts) if same := _one_question(parts):
            return _clause(same, routemap)
        case Any(parts) if answer := _one_answer(condition, routemap):
            asked = [_name(part.question, routemap) for part in parts if isinstance(part, Is)]
            if len(asked) > MOST_PARTS:
                return f"je ‘{answer}’ antwoordt op een van {len(asked)} vragen, zoals {asked[0]}"
            return f"je ‘{answer}’ antwoordt op {words.listed(asked, 'of')}"
        case Any(parts):
            return _joined([_clause(part, routemap) for part in parts], "of")
        case Somebody(part):
            return f"voor minstens één persoon geldt dat {_clause(part, routemap)}"
        case Not(part):
            return _literal(part, routemap, negated=True) if isinstance(part, Is | Includes | Active) else ""
        case _:
            return _literal(condition, routemap, negated=False)


def _inside(part: Condition, routemap: RouteMap) -> str:
    clause = _clause(part, routemap)
    return f"({clause})" if isinstance(part, Any) and not _one_question(part.parts) else clause


def _joined(clauses: Sequence[str], word: str) -> str:
    return f" {word} als ".join(dict.fromkeys(clauses))


def _one_question(parts: Sequence[Condition]) -> Is | None:
    """The parts as one, when they are about the answer to one question."""
    alike = [part for part in parts if isinstance(part, Is)]
    if not parts or len(alike) < len(parts) or len({part.question for part in alike}) > 1:
        return None
    return Is(alike[0].question, frozenset().union(*(part.values for part in alike)))


def _one_answer(condition: Condition, routemap: RouteMap) -> str:
    """The text of the one answer that several questions have in common, if that is all that is asked."""
    parts = condition.parts if isinstance(condition, Any) else ()
    if len(parts) < 2 or not all(isinstance(part, Is) and part.question != PERSON for part in parts):
        return ""
    texts = {
        option.text
        for part in parts
        if isinstance(part, Is)
        for option in routemap.question(part.question).options
        if option.value in part.values
    }
    return texts.pop() if len(texts) == 1 else ""


def _literal(literal: Is | Includes | Active, routemap: RouteMap, *, negated: bool) -> str:
    no = "niet " if negated else ""
    match literal:
        case Active(item):
            return f"‘{item_text(routemap.placed[item].item)}’ {no}in je advies staat"
        case Is(question, values) if question == PERSON:
            who = [text for category, text in _KIND_OF_PERSON.items() if category in values]
            return f"het {no}gaat om {words.listed(who, 'of')}"
        case Includes(question, value):
            return f"je {_options(question, {value}, routemap)} {no}kiest bij {_name(question, routemap)}"
        case Is(question, values):
            other = "iets anders dan " if negated else ""
            return f"je {other}{_options(question, values, routemap)} antwoordt op {_name(question, routemap)}"


def _options(question_id: str, values: Iterable[str], routemap: RouteMap) -> str:
    question: Question = routemap.question(question_id)
    chosen = [f"‘{option.text}’" for option in question.options if option.value in values]
    return words.listed(chosen, "of")
