"""The safety plan: with the family where that is safe, and said so where it is not; on screen and on paper."""

import re

import pytest

from tests.support.answering import begin, fields_for, question_id
from tests.support.pdf import read_back, squeezed

PLAN = "/doorloop/plan"
AGREED = "Als het spannend wordt, loopt een van ons een rondje."
CHILD = "Ik ga naar mijn kamer en bel oma."
HOLDS = "Geldt nu in deze doorloop."


@pytest.fixture
def plan(visitor):
    begin(visitor)
    return visitor.get(PLAN)


def value(page, name):
    return (page.form(PLAN).fields[name] or "").strip()


def keep(visitor, **values):
    return visitor.submit(visitor.get(PLAN), PLAN, **values)


def test_given_a_walk_then_the_toolbox_leads_to_the_plan_and_it_can_be_skipped(visitor):
    begin(visitor)
    page = visitor.get(visitor.get("/doorloop/overzicht").link("Plan met het gezin"))
    assert page.heading == "Ons plan"
    assert visitor.get(page.link("Terug naar de vragen")).path.startswith("/doorloop/vraag/")


def test_given_a_plan_then_it_is_kept_and_comes_back_to_change(visitor, plan):
    page = visitor.submit(plan, PLAN, afspraken=AGREED, kind=CHILD, **{"weer-kijken": "1-12-2026"})
    assert page.path == PLAN
    assert (value(page, "afspraken"), value(page, "kind")) == (AGREED, CHILD)
    assert value(page, "weer-kijken") == "01-12-2026"
    changed = visitor.submit(page, PLAN, afspraken="", kind=CHILD)
    assert value(changed, "afspraken") == ""
    assert value(changed, "weer-kijken") == "01-12-2026"
    assert "Plan met het gezin" in visitor.get("/doorloop/overzicht").text


def test_given_the_page_then_it_says_when_not_to_make_one_together_and_that_paper_may_be_dangerous(plan):
    for words in (
        "Maak pas een plan als iedereen op een veilige plek is",
        "Maak het plan dan alleen met wie onveilig is",
    ):
        assert words in plan.text
    assert "Vraag of papier thuis veilig is" in plan.text
    assert HOLDS not in plan.text


def test_given_danger_now_then_the_page_says_first_that_this_is_no_moment_for_a_plan(visitor, plan):
    visitor.submit(visitor.get("/doorloop/overzicht"), "/gevaar")
    first = visitor.get(PLAN).document.xpath("//ul[@class='plan-cautions']/li")[0].text_content()
    assert first.startswith(f"{HOLDS} Er is nu gevaar, of je weet dat niet zeker.")


def test_given_somebody_is_afraid_of_the_other_then_the_plan_is_for_one_person_alone(visitor):
    page = begin(visitor)
    given = {"acuut-gevaar": "nee", "wie": {"volwassene": 1}, "vorm": "partnergeweld", "angst": "ja"}
    while question_id(page, visitor) not in {"relatie", "onthulling"}:
        asked = question_id(page, visitor)
        value = given.get(asked, "nee")
        zeros = {"kind-0-11": 0} if asked == "wie" else {}
        page = visitor.submit(page, "/vraag/", **fields_for(page, value | zeros if zeros else value))
    first = visitor.get(PLAN).document.xpath("//ul[@class='plan-cautions']/li")[0].text_content()
    assert first.startswith(HOLDS)
    assert "alleen met wie onveilig is" in first


def test_given_the_region_then_its_numbers_stand_there_and_none_for_professionals_alone(visitor, plan):
    lines = [" ".join(one.text_content().split()) for one in plan.document.xpath("//li[@class='plan-numbers__line']")]
    assert "112" in lines[0]
    assert "0800-2000" in lines[1]
    assert not any("alleen voor professionals" in line for line in lines)
    assert plan.document.xpath("//section[@class='plan-numbers']//a[@href='tel:112']")


@pytest.mark.parametrize("day", ["31-02-2027", "volgende week"])
def test_given_no_day_then_that_is_said_at_the_field_and_all_that_was_typed_comes_back(visitor, plan, day):
    page = visitor.submit(plan, PLAN, afspraken=AGREED, **{"weer-kijken": day})
    assert page.status == 422
    assert page.document.xpath("//input[@id='weer-kijken'][@aria-invalid='true']")
    assert (value(page, "afspraken"), value(page, "weer-kijken")) == (AGREED, day)
    assert value(visitor.get(PLAN), "afspraken") == ""


def test_given_something_that_tells_who_it_is_then_it_is_asked_once(visitor, plan):
    text = "Jan de Vries belt, BSN 111222333."
    warned = visitor.submit(plan, PLAN, afspraken=text)
    assert warned.status == 422
    assert "Jan de Vries" in warned.text
    kept = visitor.submit(warned, PLAN, toch_bewaren="ja")
    assert value(kept, "afspraken") == text
    assert visitor.submit(kept, PLAN, kind=CHILD).status == 200


def test_given_a_text_that_is_too_long_then_that_is_said_at_the_field(visitor, plan):
    page = visitor.submit(plan, PLAN, kind="x" * 10_001)
    assert page.status == 422
    assert page.document.xpath("//textarea[@id='kind'][@aria-invalid='true']")


def test_given_the_plan_was_changed_elsewhere_then_both_texts_are_shown_and_none_is_lost(visitor, plan):
    keep(visitor, afspraken="Elders bewaard.")
    page = visitor.submit(plan, PLAN, afspraken=AGREED, kind=CHILD)
    assert page.status == 409
    assert (value(page, "afspraken"), value(page, "kind")) == (AGREED, CHILD)
    assert "Elders bewaard." in page.text
    assert value(visitor.get(PLAN), "afspraken") == "Elders bewaard."
    assert value(visitor.submit(page, PLAN), "kind") == CHILD


def test_given_invented_fields_then_they_are_not_kept(visitor, plan):
    page = visitor.submit(plan, PLAN, bestaat_niet="gekaapt", afspraken=AGREED)
    assert "gekaapt" not in page.response.get_data(as_text=True)


@pytest.mark.pdf
def test_given_a_plan_then_it_stands_on_its_own_paper_and_in_the_report(visitor, plan):
    visitor.submit(plan, PLAN, afspraken=AGREED, **{"weer-kijken": "1-12-2026"})
    for address, name in (("plan.pdf", "Plan"), ("verslag.pdf", "Verslag doorloop")):
        response = visitor.client.get(f"/doorloop/{address}")
        assert response.headers["Cache-Control"] == "no-store"
        assert re.search(rf'"{name} \d\d-\d\d-\d{{4}}\.pdf"', response.headers["Content-Disposition"])
        text = read_back(response.data)
        for words in (AGREED, "1 december 2026"):
            assert squeezed(words) in text


def test_given_nobody_walks_then_there_is_no_plan(visitor):
    for path in (PLAN, f"{PLAN}.pdf"):
        assert visitor.get(path).status == 404
