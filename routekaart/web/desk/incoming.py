"""What came in from professionals and partners, for the region to decide about."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from pydantic import ValidationError

from routekaart import clock
from routekaart.presenters.incoming import GONE, KEPT, NOT_KEPT, incoming_page
from routekaart.regions import editing
from routekaart.storage.database import reading, transaction
from routekaart.upkeep import confirming, entry, numbers, questions, todo
from routekaart.upkeep.numbers import Called
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.working import mending, working
from routekaart.web.services import services

MOST_CHARACTERS = 500


@bp.get("/<slug>/binnengekomen")
def incoming(slug: str) -> ResponseReturnValue:
    """Numbers in doubt, proposals of partners, and what professionals wrote."""
    now = clock.now()
    with reading(services().engine) as session:
        found = working(session, slug)
        page = incoming_page(
            todo.reported(session, found.live, now),
            confirming.waiting(session, slug),
            questions.waiting(session, slug),
            questions.closed(session, slug),
            found.document,
            services().maps.national,
            mending(slug),
        )
    return render_template("desk/incoming.html", page=page, **desk_frame(slug))


@bp.post("/<slug>/binnengekomen/nummer")
def clear_number(slug: str) -> ResponseReturnValue:
    """A number is right, or mended: the card is as before."""
    called = Called(slug, request.form.get("partner", ""), request.form.get("nummer", ""))
    with transaction(services().engine) as session:
        numbers.clear(session, called, author=the_user().email, now=clock.now())
    return _back(slug, KEPT["number"])


@bp.post("/<slug>/binnengekomen/vraag/<int:number>")
def close_question(slug: str, number: int) -> ResponseReturnValue:
    """What was done with what a professional wrote."""
    answer = request.form.get("antwoord", "").strip()[:MOST_CHARACTERS]
    try:
        with transaction(services().engine) as session:
            questions.close(session, slug, number, answer, author=the_user().email, now=clock.now())
    except questions.Gone:
        return _back(slug, GONE)
    return _back(slug, KEPT["question"])


@bp.post("/<slug>/binnengekomen/voorstel/<int:number>")
def decide_proposal(slug: str, number: int) -> ResponseReturnValue:
    """A partner's change goes into the draft, or not."""
    is_accepted = request.form.get("besluit") == "overnemen"
    decide = confirming.accept if is_accepted else confirming.refuse
    try:
        with transaction(services().engine) as session:
            decide(session, slug, number, author=the_user().email, now=clock.now())
    except confirming.Gone:
        return _back(slug, GONE)
    except (entry.Moved, editing.Unknown, editing.Clash, ValidationError):
        return _back(slug, NOT_KEPT)
    return _back(slug, KEPT["accepted" if is_accepted else "refused"])


def _back(slug: str, said: str) -> ResponseReturnValue:
    flash(said)
    return redirect(url_for("desk.incoming", slug=slug), 303)
