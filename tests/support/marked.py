"""A walk in which every free text and every date carries a mark that stands nowhere else."""

from __future__ import annotations

from tests.support.answering import begin, fields_for, question_id
from tests.support.sharing import advise, look_along, share, withdraw
from tests.support.visitor import Visitor

NOTE = "zeekoeienstaart"
REASON = "narwalletand liever eerst advies"
STEP_NOTE = "vleermuisvleugel"
SIGNAL = "kind-thuis-waakt"
ADVICE = "struisvogelveer"
SAW, SAID, THOUGHT, AGREED = "ijsvogelnest", "boomkikkerroep", "dassenburcht", "otterspoor"
DAY, STEP_DAY = "2031-07-19", "2031-03-14"
CHOICES = {
    "acuut-gevaar": "nee",
    "client-volwassen": "nee",
    "wie": {"kind-0-11": 1, "kind-12-15": 1},
    "vorm": ["geen"],
    "relatie": ["ouder"],
    "onthulling": "nee",
    "huisverbod": "nee",
    "verwijsindex": "nee",
    "ouders-veilig": "ja",
    "praten-veilig": "ja",
    "afweging-1": "ja",
    "afweging-2": "ja",
    "afweging-3": "twijfel",
    "afweging-4": "twijfel",
    "hulp-loopt": "nee",
    "besluit-melden": "nee",
    "besluit-hulp": "ja",
    "hulp-datum": DAY,
    "lokaal-ziet-geen-rol": "nee",
    "blijven-kijken": "opnieuw",
    "evaluatie-datum": DAY,
    "ouders-weigeren": "nee",
    "afweging-5": "twijfel",
}
# How answers stand in a case file; and the words of everything that was typed.
MARKS = (
    NOTE,
    REASON,
    STEP_NOTE,
    SAW,
    SAID,
    THOUGHT,
    AGREED,
    '"said_by":"ouder"',
    ADVICE,
    "Struisvogelveer, in een tweede advies",
    '"stance":"anders"',
    DAY,
    "19-07-2031",
    STEP_DAY,
    "14-03-2031",
    '"acuut-gevaar":"nee"',
    "afweging-2@kind-0-11.1",
    f'"signals":["{SIGNAL}"]',
)


def marked_walk(visitor: Visitor) -> str:
    """Walk to the end, leave marks wherever one can write, take everything along; gives the code."""
    page = begin(visitor)
    for number in range(60):
        if "/vraag/" not in page.path:
            break
        ticks = page.document.xpath("//input[@name='gedaan']/@value")
        texts = {"notitie": f"{NOTE} {number}", "reden": REASON, "gedaan": ticks}
        page = visitor.submit(page, "/vraag/", **fields_for(page, CHOICES[question_id(page, visitor)]), **texts)
    assert page.path == "/doorloop/advies", page.text
    assert REASON in page.document.text_content()
    ticked = visitor.submit(visitor.get("/doorloop/signalen"), "/doorloop/signalen", signaal=SIGNAL)
    assert ticked.path == "/doorloop/advies"
    overview = visitor.get("/doorloop/overzicht")
    kept = visitor.submit(overview, "/stap/gesprek", datum="14-03-2031", notitie=STEP_NOTE)
    assert STEP_NOTE in kept.document.text_content()
    return " ".join(visitor.get("/doorloop/code").document.xpath("//p[@class='code']")[0].text_content().split())


def marked_tools(visitor: Visitor) -> None:
    """A line in the log and a plan, each with marks."""
    line = {"gezien": SAW, "gezegd": SAID, "gedacht": THOUGHT, "wie": "kind", "gezegd_door": "ouder"}
    kept = visitor.submit(visitor.get("/doorloop/logboek"), "/doorloop/logboek", **line)
    assert SAW in kept.text
    visitor.submit(visitor.get("/doorloop/logboek/1"), "/doorloop/logboek/1", waar="thuis")
    plan = visitor.submit(visitor.get("/doorloop/plan"), "/doorloop/plan", afspraken=AGREED)
    assert AGREED in plan.document.text_content()


def marked_sharing(owner: Visitor, colleague: Visitor, others: Visitor) -> list[str]:
    """Two colleagues look along and leave marks; the first code is withdrawn. Gives both codes, the open one last."""
    withdrawn = share(owner)
    look_along(colleague, withdrawn)
    advised = advise(colleague, f"Mijn advies: {ADVICE}.", oordeel="anders")
    assert ADVICE in advised.document.text_content()
    withdraw(owner)
    assert colleague.get("/meekijken/doorloop").status == 410
    code = share(owner, "arts")
    look_along(others, code)
    advise(others, "Struisvogelveer, in een tweede advies", functie="arts", oordeel="anders")
    assert ADVICE in owner.get("/doorloop/advies").document.text_content()
    return [withdrawn, code]
