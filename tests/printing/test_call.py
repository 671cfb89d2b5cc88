"""The call sheet on paper: one page, whatever was answered and written."""

from datetime import date

import outloud
import pdfua
import pytest

from routekaart.presenters.call_sheet import fitted, for_paper, shared_out
from routekaart.presenters.papers import paper_frame
from routekaart.presenters.telling import Story
from routekaart.printing.paper import paper_pdf
from routekaart.walks.casework import Call, Entry
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import opened, read_back, squeezed
from tests.support.telling import CASES

FAMILY = {"kind-0-11": 2, "kind-12-15": 1, "volwassene": 1}
CROWD = dict.fromkeys(("kind-0-11", "kind-12-15", "kind-16-17", "ongeboren", "volwassene", "oudere"), 12)
LONG = "Dit is een lange zin over wat er die dag allemaal te zien en te horen was. " * 30


def sheet(place, answers, **fields):
    """The PDF of a case."""
    found = walked(place, choosing(answers))
    case = case_of(place, found.answers, **fields)
    story = Story(case, found, lists(), guides())
    frame = paper_frame("Belblad", case, found, place, NOW)
    return paper_pdf("call.html", frame | for_paper(story, place.directory, NOW))


def everything(place, answers):
    """A case in which everything that can be kept was kept, and at length."""
    days = [date(2026, 11, day) for day in range(1, 20)]
    log = tuple(Entry(day, LONG, LONG, "kind", LONG, "kind", "school") for day in days)
    actions = [one for one in place.routemap.items() if type(one).__name__ == "Action"]
    return sheet(
        place,
        answers,
        log=log,
        calls=tuple(Call(day, "een medewerker van Veilig Thuis", LONG, LONG) for day in days),
        notes={step.id: LONG for step in place.routemap.steps},
        signals=frozenset(one.id for one in lists().signals),
        ticked=frozenset(one.id for one in actions),
    )


@pytest.mark.pdf
@pytest.mark.parametrize("region", ["voorbeeldregio", "voorbeeldregio-2011", "drenthe"])
@pytest.mark.parametrize("danger", ["ja", "nee"])
@pytest.mark.parametrize("people", [FAMILY, CROWD], ids=["family", "crowd"])
def test_given_a_case_with_everything_at_length_then_the_sheet_is_one_page(region, danger, people):
    pdf = everything(real_place(region, "huisartsen-artsen"), {"acuut-gevaar": danger, "wie": people})
    assert len(opened(pdf).pages) == 1
    text = read_back(pdf)
    for topic in guides().call_sheet.topics:
        assert squeezed(topic.ask) in text
    for label in guides().call_sheet.by_hand:
        assert squeezed(label) in text


@pytest.mark.pdf
@pytest.mark.parametrize("most", [0, 3, 8, 16])
def test_given_a_walk_that_just_began_with_a_long_log_then_the_sheet_is_one_page_with_the_newest(most):
    place = real_place("voorbeeldregio-2011")
    found = walked(place, choosing({"acuut-gevaar": "nee", "wie": CROWD}), most=most)
    log = tuple(Entry(date(2026, 11, day), LONG, LONG, "kind", LONG) for day in range(1, 20))
    last = Entry(date(2026, 11, 20), saw="Dit is het nieuwste.")
    case = case_of(place, found.answers, log=(*log, last), notes={step.id: LONG for step in place.routemap.steps})
    story = Story(case, found, lists(), guides())
    document = paper_frame("Belblad", case, found, place, NOW) | for_paper(story, place.directory, NOW)
    pdf = paper_pdf("call.html", document)
    assert len(opened(pdf).pages) == 1
    assert squeezed(last.saw) in read_back(pdf)


@pytest.mark.pdf
@pytest.mark.parametrize("told", CASES, ids=lambda one: one.name)
def test_given_an_ordinary_case_then_nothing_is_cut_off(told):
    story, place = told.story()
    page = for_paper(story, place.directory, NOW)
    assert [line["text"] for topic in page["topics"] for line in topic["known"] if "…" in line["text"]] == []
    pdf = paper_pdf("call.html", paper_frame("Belblad", story.case, story.walk, place, NOW) | page)
    assert len(opened(pdf).pages) == 1


@pytest.mark.pdf
def test_given_the_sheet_then_it_is_tagged_as_pdf_ua_asks(tmp_path):
    file = tmp_path / "belblad.pdf"
    file.write_bytes(everything(real_place(), {"acuut-gevaar": "nee", "wie": FAMILY}))
    assert [str(one) for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []


def line(text, label="Gezien", is_dated=False):
    return {"label": label, "texts": text if isinstance(text, list) else [text], "is_dated": is_dated}


def test_given_short_and_long_texts_then_the_short_ones_stay_whole_and_the_long_one_is_cut_at_a_word():
    found = fitted([line("Ja"), line("woord " * 40)], room=100)["known"]
    assert found[0]["text"] == "Ja"
    assert found[1]["text"].endswith("woord …")
    assert len(found[1]["text"]) <= 100


def test_given_dated_texts_that_do_not_fit_then_the_newest_stay():
    found = fitted([line(["Het oudste. " * 10, "Het nieuwste."], is_dated=True)], room=60)["known"]
    assert found[0]["text"].startswith("… ")
    assert found[0]["text"].endswith("Het nieuwste.")


def test_given_nothing_known_then_it_is_a_gap():
    found = fitted([line([])], room=60)
    assert found["known"] == []
    assert len(found["gaps"]) == 1


def test_given_topics_that_need_less_than_their_room_then_the_others_get_it():
    assert shared_out([100, 100, 100], [40, 300, 300]) == [40, 130, 130]
    assert shared_out([100, 100, 100], [40, 110, 300]) == [40, 110, 150]
    assert shared_out([100, 100], [100, 500]) == [100, 100]
