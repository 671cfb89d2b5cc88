"""Conditions in plain Dutch."""

import pytest

from routekaart.engine.conditions import ALWAYS, Active, All, Any, Includes, Is, Not, Somebody
from routekaart.engine.vocabulary import Question, QuestionKind
from routekaart.presenters.condition_words import condition_words, item_text
from tests.support.protocol import mini


@pytest.fixture(scope="module")
def routemap():
    return mini()


@pytest.fixture(scope="module")
def singles(routemap):
    """Questions with one choice, with the value and text of their first two options."""
    found = [item for item in routemap.items() if isinstance(item, Question) and item.kind is QuestionKind.SINGLE]
    assert len(found) >= 3
    return found


def test_given_always_then_no_words(routemap):
    assert condition_words(ALWAYS, routemap) == ""


def test_given_an_answer_then_the_words_of_question_and_option_stand_there(routemap, singles):
    question = singles[0]
    option = question.options[0]
    words = condition_words(Is(question.id, frozenset({option.value})), routemap)
    assert words == f"Als je ‘{option.text}’ antwoordt op ‘{question.text}’"


def test_given_two_options_of_a_question_then_they_are_one_sentence(routemap, singles):
    question = singles[0]
    parts = tuple(Is(question.id, frozenset({option.value})) for option in question.options[:2])
    first, second = (option.text for option in question.options[:2])
    assert condition_words(Any(parts), routemap) == f"Als je ‘{first}’ of ‘{second}’ antwoordt op ‘{question.text}’"


def test_given_another_answer_then_it_says_anything_else(routemap, singles):
    question = singles[0]
    option = question.options[0]
    words = condition_words(Not(Is(question.id, frozenset({option.value}))), routemap)
    assert words == f"Als je iets anders dan ‘{option.text}’ antwoordt op ‘{question.text}’"


def test_given_a_category_then_it_says_about_whom(routemap):
    words = condition_words(Is("persoon", frozenset({"kind-12-15", "ongeboren"})), routemap)
    assert words == "Als het gaat om een kind van 12 tot en met 15 jaar of een ongeboren kind"


def test_given_somebody_then_it_says_for_at_least_one_person(routemap, singles):
    question = singles[0]
    words = condition_words(Somebody(Is(question.id, frozenset({question.options[0].value}))), routemap)
    assert words.startswith("Als voor minstens één persoon geldt dat je ‘")


def test_given_many_questions_then_only_their_names_stand_there(routemap, singles):
    parts = tuple(Is(one.id, frozenset({one.options[0].value})) for one in singles[:3])
    item = next(item for item in routemap.items() if not isinstance(item, Question))
    words = condition_words(All((*parts, Active(item.id))), routemap)
    assert words.startswith("Hangt af van je antwoord op ‘")
    assert all(item_text(question) in words for question in singles[:3])


def test_given_something_of_several_parts_is_denied_then_it_is_not_spelled_out(routemap, singles):
    item = next(item for item in routemap.items() if not isinstance(item, Question))
    words = condition_words(Not(Any((Active(item.id), Active(item.id)))), routemap)
    assert words == "Hangt af van wat er eerder in je advies staat"


def test_given_a_multiple_choice_then_it_says_which_one_is_chosen(routemap):
    question = next(
        item for item in routemap.items() if isinstance(item, Question) and item.kind is QuestionKind.MULTIPLE
    )
    words = condition_words(Includes(question.id, question.options[0].value), routemap)
    assert words == f"Als je ‘{question.options[0].text}’ kiest bij ‘{question.text}’"


def test_given_any_map_then_no_id_stands_in_any_words(routemap):
    for item in routemap.items():
        words = condition_words(item.when, routemap)
        assert "()" not in words
        assert not words.endswith("Als ")
