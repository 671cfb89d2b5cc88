"""Coming back with a code, going away, wiping everything."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import TextAreaField

from routekaart import clock
from routekaart.storage.database import reading, scrub, transaction
from routekaart.walks import reminders, sharing, store
from routekaart.walks import resume as codes
from routekaart.walks.casefile import FromNewerRelease, Unreadable
from routekaart.walks.resume import Mistyped, OtherKind, Tampered
from routekaart.web.errors import ErrorPage
from routekaart.web.services import services
from routekaart.web.typed import typed_texts
from routekaart.web.walk import bp
from routekaart.web.walk.current import (
    CANNOT_OPEN,
    NoMap,
    NoWalk,
    current_walk,
    forget_cookie,
    give_cookie,
    on_map,
    walk_key,
)

WRONG_ORDER = "Deze woorden bestaan wel, maar passen niet bij elkaar. Kijk of alle twaalf goed en op volgorde staan."
OTHER_KIND = (
    "Dit lijkt een code van een andere soort. De code van je eigen doorloop vul je in bij ‘Ga verder met je code’, "
    "die van een collega bij ‘Kijk mee’. Ben je daar al? Kijk dan of alle twaalf woorden goed en op volgorde staan."
)
UNKNOWN = "Bij deze code hoort geen doorloop (meer). Misschien is hij gewist, of is de bewaartijd voorbij."
EXPIRED = "De bewaartijd van deze doorloop is voorbij. Hij is niet meer te openen."
NO_WALK = "In deze browser is geen doorloop open. Heb je een code, vul die dan in. Anders begin je een nieuwe."
BAD_COOKIE = "Wat deze browser bewaarde, klopt niet meer. Vul je code in om verder te gaan."
CONFLICT = "Dat kan in een ander venster of op een ander apparaat zijn. Er is niets overschreven; vul het nog eens in."


class ResumeForm(FlaskForm):
    """The code as somebody types it."""

    code = TextAreaField()


@bp.route("/verder", methods=["GET", "POST"])
def resume() -> ResponseReturnValue:
    """Open a walk with its code, on this device."""
    form = ResumeForm()
    if request.method == "GET":
        return render_template("walk/resume.html", form=form, error="")
    try:
        secret = codes.from_words(form.code.data or "")
        with reading(services().engine) as session:
            current = on_map(store.open_walk(session, secret, key=walk_key(), now=clock.now()))
    except (Mistyped, store.Unknown, store.Expired, store.Corrupt, Unreadable, NoMap) as error:
        return render_template("walk/resume.html", form=form, error=explanation(error)), 422
    response = make_response(redirect(url_for("walk.position")))
    return give_cookie(response, secret, current.directory.region.retention_days)


@bp.get("/wissen")
def ask_wipe() -> ResponseReturnValue:
    """Make sure before everything is removed."""
    return render_template("walk/wipe.html", form=FlaskForm(), **current_walk().frame)


@bp.post("/wissen")
def wipe() -> ResponseReturnValue:
    """Remove the walk at once, also from what the database file still held."""
    current = current_walk()
    with transaction(services().engine) as session:
        sharing.wipe(session, current.case.shares, key=walk_key())
        reminders.remove(session, current.case.reminders)
        store.wipe(session, current.opened.secret, key=walk_key())
    scrub(services().engine)
    return forget_cookie(make_response(redirect(url_for("walk.wiped"))))


@bp.get("/gewist")
def wiped() -> ResponseReturnValue:
    """Say that it is gone, and what a browser still remembers."""
    response = make_response(render_template("walk/wiped.html"))
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@bp.post("/sluiten")
def close() -> ResponseReturnValue:
    """Leave the walk as it is; this browser forgets the code."""
    response = forget_cookie(make_response(redirect(url_for("walk.resume"))))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def explanation(error: Exception) -> str:
    """What went wrong with a code, in words that help to mend it."""
    match error:
        case Mistyped(count, wrong) if wrong:
            return " ".join(_wrong_word(one.place, one.typed, one.suggestion) for one in wrong[:3])
        case Mistyped(count) if count != codes.WORDS:
            return f"Een code heeft {codes.WORDS} woorden; je vulde er {count} in."
        case OtherKind():
            return OTHER_KIND
        case Mistyped():
            return WRONG_ORDER
        case store.Expired():
            return EXPIRED
        case FromNewerRelease():
            return "Deze doorloop is met een nieuwere versie gemaakt. Probeer het later nog eens."
        case store.Corrupt() | Unreadable():
            return "Deze doorloop is beschadigd en niet te openen."
        case NoMap():
            return "De regio of sector van deze doorloop bestaat niet meer."
    return UNKNOWN


def _wrong_word(place: int, typed: str, suggestion: str | None) -> str:
    hint = f" Bedoel je ‘{suggestion}’?" if suggestion else ""
    return f"Woord {place}, ‘{typed[:30]}’, komt niet voor.{hint}"


def not_open(error: Exception) -> ResponseReturnValue:
    """No walk can be opened with what this browser holds: say why, offer the code and a new start."""
    text = NO_WALK if isinstance(error, NoWalk) else BAD_COOKIE if isinstance(error, Tampered) else explanation(error)
    page = ErrorPage("Je doorloop is hier niet open", text)
    response = make_response(
        render_template("walk/not_open.html", page=page), 404 if isinstance(error, NoWalk) else 410
    )
    return response if isinstance(error, NoWalk) else forget_cookie(response)


for cause in CANNOT_OPEN:
    bp.register_error_handler(cause, not_open)


@bp.errorhandler(store.Conflict)
def conflict(error: store.Conflict) -> ResponseReturnValue:
    """Two tabs or devices at once: nothing is overwritten."""
    page = ErrorPage("Je doorloop is net ergens anders gewijzigd", CONFLICT)
    return render_template("walk/conflict.html", page=page, typed=typed_texts()), 409
