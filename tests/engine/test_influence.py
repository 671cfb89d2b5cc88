from functools import cache
from pathlib import Path
from random import Random

import pytest

from routekaart.content.reader import read_edition, read_sector
from routekaart.engine.answers import Answers, key
from routekaart.engine.asking import Ask
from routekaart.engine.compiler import compile_routemap
from routekaart.engine.conditions import Any, Includes, Is, Not
from routekaart.engine.influence import Change, influences, worth_finding_out
from routekaart.engine.vocabulary import Option, Outcome, OutcomeKind, Question, QuestionKind
from routekaart.engine.walk import walk
from tests.support.brute_force import heaviest_change
from tests.support.small_maps import HERE, partial_answers, protocol, small_map

WEIGHTS = {Change.OUTCOME: 0, Change.URGENT: 1, Change.ACTION: 2, None: None}


@cache
def real(edition="meldcode-2019", sector="onderwijs"):
    content = Path("content")
    return compile_routemap(read_edition(content, edition), read_sector(content, sector))


def both(start):
    """What the engine says of each "weet ik niet", and what listing every completion says."""
    found = influences(start)
    told = {key(one.given.question, one.given.person): WEIGHTS[one.change] for one in found}
    listed = {
        key(one.given.question, one.given.person): heaviest_change(
            start, one.given.question, key(one.given.question, one.given.person), one.given.value
        )
        for one in found
    }
    return told, listed


def test_given_a_choice_of_more_then_an_answer_that_chooses_nothing_is_never_imagined():
    unsure = Option("weet-niet", "weet-niet", 1, unknown=True)
    options = (Option("ja", "ja", 1), Option("nee", "nee", 1), unsure)
    counting = Question(id="wie", text="wie", provenance=HERE, kind=QuestionKind.PEOPLE)
    first = Question(id="eerst", text="eerst", provenance=HERE, options=options)
    several = Question(id="meer", text="meer", provenance=HERE, kind=QuestionKind.MULTIPLE, options=options)
    nothing = Not(Any(tuple(Includes("meer", option.value) for option in options)))
    either = Any((Is("eerst", frozenset({"ja"})), Not(nothing)))
    outcome = Outcome(id="uitkomst", text="uitkomst", provenance=HERE, kind=OutcomeKind.HELP, when=either)
    values = {"acuut": "nee", "wie": {"volwassene": 1}, "eerst": "weet-niet"}
    (one,) = influences(walk(protocol(counting, first, several, outcome), Answers(values)))
    assert one.change is None


def late_walk(random, routemap):
    """A walk for one person of which the last answers were taken away; forms and relations are known."""
    values = {"acuut-gevaar": "nee", "wie": random.choice([{"kind-0-11": 1}, {"kind-12-15": 1}, {"volwassene": 1}])}
    values["vorm"] = (random.choice(["lichamelijk", "verwaarlozing", "partnergeweld", "eer", "scheiding", "geen"]),)
    values["relatie"] = (random.choice(["ouder", "ex", "collega-beroepskracht"]),)
    full = partial_answers(random, routemap, at_most=99, unknown=0.35, start=values)
    path = walk(routemap, full).path
    taken = path[len(path) - random.randint(0, 2) :]
    return walk(routemap, full.without(frozenset(key(given.question, given.person) for given in taken)))


@pytest.mark.parametrize("seed", range(160))
def test_given_a_partial_walk_on_a_random_protocol_then_it_says_what_listing_every_completion_says(seed):
    random = Random(seed)
    routemap = small_map(random, before=random.choice([1, 2]))
    start = walk(routemap, partial_answers(random, routemap, at_most=random.choice([3, 4, 5, 6, 9])))
    told, listed = both(start)
    assert told == listed


@pytest.mark.parametrize("seed", range(40))
def test_given_a_walk_near_its_end_on_a_real_protocol_then_it_says_what_listing_every_completion_says(seed):
    routemap = real() if seed % 4 else real("basismodel-2011")
    told, listed = both(late_walk(Random(seed), routemap))
    assert told == listed


QUIET = {"acuut-gevaar": "nee", "client-volwassen": "nee", "wie": {"kind-0-11": 1}, "onthulling@kind-0-11.1": "nee"}
SAFE = {"verwijsindex": "nee", "ouders-veilig": "ja", "praten-veilig@kind-0-11.1": "ja"}
WEIGHED = {f"afweging-{n}@kind-0-11.1": value for n, value in ((1, "ja"), (2, "nee"), (3, "ja"), (4, "twijfel"))}
NEGLECT = {"vorm": ("verwaarlozing",), "relatie": ("ouder",)}


def found(*values):
    """What is said of each "weet ik niet", by question, on the real map."""
    told = influences(walk(real(), Answers({name: one for some in values for name, one in some.items()})))
    return {one.given.question.id: one for one in told}


def test_given_acute_danger_then_nothing_is_said():
    assert found(QUIET, NEGLECT, SAFE, WEIGHED, {"acuut-gevaar": "ja", "acuut-stand": "weet-niet"}) == {}


def test_given_nobody_knows_whether_there_is_danger_then_nothing_is_left_to_find_out():
    told = found(QUIET, NEGLECT, SAFE, WEIGHED, {"acuut-gevaar": "weet-niet"})
    assert {one.ask for one in told.values()} == {Ask.NOBODY}
    assert worth_finding_out(tuple(told.values())) == ()


def test_given_talking_is_safe_then_the_people_themselves_may_be_asked_whether_they_accept_help():
    one = found(QUIET, NEGLECT, SAFE, WEIGHED)["afweging-4"]
    assert (one.change, one.ask) == (Change.OUTCOME, Ask.INVOLVED)


@pytest.mark.parametrize(
    "unsafe",
    [
        {"praten-veilig@kind-0-11.1": "nee"},
        {"ouders-veilig": "weet-niet"},
        {"onthulling@kind-0-11.1": "weet-niet"},
        {"vorm": ("eer",), "dreigend-vertrek": "nee"},
        {"vorm": ("falsificatie",)},
    ],
)
def test_given_a_rule_forbids_some_talking_then_only_colleagues_are_left(unsafe):
    told = found(QUIET, NEGLECT, SAFE, WEIGHED, unsafe)
    assert Ask.INVOLVED not in {one.ask for one in told.values()}
    assert told["afweging-4"].ask is Ask.COLLEAGUE


def test_given_it_may_be_a_colleague_then_nobody_finds_out_anything():
    told = found(QUIET, SAFE, {"vorm": ("lichamelijk",), "relatie": ("collega-beroepskracht",), "baby": "weet-niet"})
    assert told["baby"].ask is Ask.NOBODY


def test_given_sexual_abuse_then_nobody_asks_when_it_was():
    told = found(QUIET, {"vorm": ("seksueel",), "relatie": ("ouder",), "seksueel-recent": "weet-niet"})
    assert (told["seksueel-recent"].change, told["seksueel-recent"].ask) == (Change.URGENT, Ask.NOBODY)


def test_given_much_is_unknown_then_the_two_that_change_an_outcome_come_first():
    doubts = {f"afweging-{n}@kind-0-11.1": "twijfel" for n in (1, 2, 3)}
    told = found(QUIET, NEGLECT, SAFE, {"verwijsindex": "weet-niet", "praten-veilig@kind-0-11.1": "weet-niet"}, doubts)
    worth = worth_finding_out(tuple(told.values()))
    assert [one.given.question.id for one in worth] == ["afweging-1", "afweging-2"]
    assert told["praten-veilig"].change is Change.URGENT


def test_given_a_day_that_is_not_known_then_it_makes_no_difference_to_what_one_does():
    done = {
        "besluit-melden": "ja",
        "betrokkenen-geinformeerd": "ja",
        "besluit-hulp": "nee",
        "melding-datum": "weet-niet",
    }
    told = found(QUIET, NEGLECT, SAFE, WEIGHED, {"afweging-4@kind-0-11.1": "nee", "ouders-weigeren": "nee"}, done)
    assert told["melding-datum"].change is None
