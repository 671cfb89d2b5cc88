"""follow-up.yaml: what is asked at a look, and that every way leads somewhere that exists."""

import shutil

import pytest
import yaml

from routekaart.content.follow_up import Asked, read_follow_up
from routekaart.content.national import read_national
from routekaart.content.source import ContentError
from routekaart.engine.vocabulary import Deadline, Question
from routekaart.walks.casework import FollowUp
from tests.support.regions import CONTENT
from tests.support.scenarios import written


@pytest.fixture(scope="module")
def roles():
    return read_national(CONTENT).roles


@pytest.fixture(scope="module")
def form(roles):
    return read_follow_up(CONTENT, roles)


@pytest.fixture(scope="module")
def maps():
    """The map of each edition, with all its branches."""
    return [written().map("voorbeeldregio", "onderwijs", edition=one).routemap for one in EDITIONS]


EDITIONS = ("meldcode-2019", "basismodel-2011")


def placed(routemap, kind):
    return {one.item.id for one in routemap.placed.values() if isinstance(one.item, kind)}


def asked_again(form):
    groups = [group for part in (*form.ways, *form.terms) for group in part.again]
    return {one.question for group in groups for one in group}


def test_given_what_is_asked_then_an_entry_has_a_field_for_it(form):
    assert set(form.questions) == set(Asked)
    assert set(Asked) <= set(FollowUp.__slots__)


def test_given_a_way_then_each_question_it_leads_to_stands_in_an_edition(form, maps):
    assert asked_again(form) <= set().union(*(placed(one, Question) for one in maps))
    assert {one.deadline for one in form.terms} <= set().union(*(placed(one, Deadline) for one in maps))


@pytest.mark.parametrize("place", range(len(EDITIONS)), ids=EDITIONS)
def test_given_an_edition_then_every_way_that_asks_something_anew_asks_it_there(form, maps, place):
    questions = placed(maps[place], Question)
    for way in form.ways:
        assert not way.again or any(one.question in questions for group in way.again for one in group), way.id


def test_given_an_answer_that_is_no_good_news_then_it_leads_somewhere(form):
    led = {(asked, option) for way in form.ways for asked, options in way.when.items() for option in options}
    quiet = {
        (Asked.STARTED, "ja"),
        (Asked.STARTED, "geen-hulp"),
        (Asked.BROUGHT, "te-vroeg"),
        (Asked.FEEDBACK, "ja"),
        (Asked.NEW_SIGNALS, "nee"),
    }
    every = {(asked, option.id) for asked, question in form.questions.items() for option in question.options}
    assert led == every - quiet


def test_given_a_file_with_mistakes_then_each_is_found_with_its_line(tmp_path, roles):
    content = shutil.copytree(CONTENT, tmp_path / "content")
    data = yaml.safe_load((content / "follow-up.yaml").read_text())
    data["ways"][0] |= {"when": {"started": ["misschien"]}, "role": "tovenaar"}
    data["ways"].append(data["ways"][1])
    del data["questions"]["feedback"]
    (content / "follow-up.yaml").write_text(yaml.safe_dump(data, sort_keys=False))
    with pytest.raises(ContentError) as refusal:
        read_follow_up(content, roles)
    said = [str(one) for one in refusal.value.findings]
    assert all(one.startswith("content/follow-up.yaml:") for one in said)
    for mistake in ("misschien", "tovenaar", "signalen-onbekend", "feedback"):
        assert any(mistake in one for one in said), mistake
