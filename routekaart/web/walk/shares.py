"""Asking a colleague to look along: a code for them, what they did with it, and taking it back."""

from __future__ import annotations

from dataclasses import replace

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField

from routekaart import clock
from routekaart.presenters.consulting import function_options, functions, share_row, view_rows
from routekaart.storage.database import reading, scrub, transaction
from routekaart.walks import sharing, store
from routekaart.walks.casefile import CaseFile, Unreadable
from routekaart.walks.casework import Share
from routekaart.walks.sharing import Access
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.current import CurrentWalk, current_walk, keep_in, walk_key

READ, ADD = "lezen", "schrijven"
MAY = {
    ADD: "Lezen en een advies schrijven",
    READ: "Alleen lezen",
}
MOST_SHARES = 8
NO_FUNCTION = "Kies welke functie je collega heeft."
NO_CHOICE = "Kies wat je collega mag."
TOO_MANY = f"Er zijn al {MOST_SHARES} codes. Haal er eerst een weg."


class ShareForm(FlaskForm):
    """For whom a code is, and what it allows."""

    functie = StringField()
    mag = StringField()


class WithdrawForm(FlaskForm):
    """Which code goes: by a name that opens nothing."""

    code = HiddenField()


@bp.get("/delen")
def shares() -> ResponseReturnValue:
    """The codes that are out, and a form for another one."""
    form = ShareForm()
    form.mag.data = ADD
    return _page(current_walk(), form)


@bp.post("/delen")
def share() -> ResponseReturnValue:
    """A code for a colleague."""
    current, form = current_walk(), ShareForm()
    errors = _errors(current, form)
    if errors:
        return _page(current, form, errors, status=422)
    asked = Share(clock.today(), function=form.functie.data or "", may_add=form.mag.data == ADD)
    days = current.directory.region.retention_days
    with transaction(services().engine) as session:
        given = sharing.give(session, current.opened, asked, key=walk_key(), days=days)
        keep_in(session, current, replace(current.case, shares=(*current.case.shares, given)))
    return redirect(url_for("walk.shares", _anchor=f"code-{sharing.name_of(given)}"))


@bp.post("/delen/weg")
def withdraw() -> ResponseReturnValue:
    """Take a code back; what the colleague wrote stays, in the walk itself."""
    current, form = current_walk(), WithdrawForm()
    gone = [one for one in current.case.shares if sharing.name_of(one) == form.code.data]
    left = tuple(one for one in current.case.shares if one not in gone)
    with transaction(services().engine) as session:
        views = [view for one in gone for view in sharing.withdraw(session, one, key=walk_key())]
        keep_in(session, current, replace(current.case, shares=left, views=(*current.case.views, *views)))
    scrub(services().engine)
    return redirect(url_for("walk.shares"))


def case_with_views(current: CurrentWalk) -> CaseFile:
    """The case with what colleagues wrote behind codes that are still out, to show or print."""
    written = [view for _, access in _accesses(current) if access for view in access.views]
    return replace(current.case, views=(*current.case.views, *written)) if written else current.case


def _accesses(current: CurrentWalk) -> list[tuple[Share, Access | None]]:
    """Each share with what its row holds, None when that cannot be read any more."""
    if not current.case.shares:
        return []
    with reading(services().engine) as session:

        def read(share: Share) -> Access | None:
            try:
                return sharing.read(session, share, key=walk_key())
            except (store.Unknown, store.Corrupt, Unreadable):
                return None

        return [(one, read(one)) for one in current.case.shares]


def _errors(current: CurrentWalk, form: ShareForm) -> dict[str, str]:
    errors = {}
    if form.functie.data not in functions(services().guides.casework):
        errors["functie"] = NO_FUNCTION
    if form.mag.data not in MAY:
        errors["mag"] = NO_CHOICE
    if len(current.case.shares) >= MOST_SHARES:
        errors["functie"] = TOO_MANY
    return errors


def _page(
    current: CurrentWalk, form: ShareForm, errors: dict[str, str] | None = None, status: int = 200
) -> ResponseReturnValue:
    casework, now, errors = services().guides.casework, clock.now(), errors or {}
    anchors = {"functie": "#functie", "mag": "#mag-1"}
    page = {
        "shares": [share_row(one, access, casework, now) for one, access in _accesses(current)],
        "views": view_rows(current.case.views, casework),
        "functions": function_options(casework, form.functie.data or ""),
        "may": [{"value": value, "text": text, "checked": value == form.mag.data} for value, text in MAY.items()],
        "errors": errors,
        "error_links": [{"text": text, "href": anchors[name]} for name, text in errors.items()],
        "days": min(sharing.DAYS, current.directory.region.retention_days),
    }
    return render_template("walk/shares.html", page=page, **current.frame), status
