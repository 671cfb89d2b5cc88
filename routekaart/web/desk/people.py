"""Who works for this region: invite somebody, take a role away, see who has not accepted yet."""

from __future__ import annotations

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, StringField

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts import links
from routekaart.accounts import people as team
from routekaart.accounts.people import Person
from routekaart.accounts.policy import Role, may_give
from routekaart.presenters import people_page
from routekaart.presenters.account_letters import invitation_letter
from routekaart.presenters.account_words import in_region
from routekaart.storage.database import reading, transaction
from routekaart.web.auth.current import auth_key, the_user
from routekaart.web.auth.post import send_now
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame, live_region
from routekaart.web.services import services

NO_ADDRESS = "Vul een mailadres in, zoals naam@organisatie.nl."
NO_ROLE = "Kies een rol."
HAS_ROLE = "Deze persoon heeft die rol al."
LONGEST_FUNCTION = 200
LONG = f"Gebruik ten hoogste {LONGEST_FUNCTION} tekens."


class InviteForm(FlaskForm):
    """Whom, as what."""

    email = StringField()
    functie = StringField()
    rol = StringField()


class WithdrawForm(FlaskForm):
    """Whose role; `zeker` after the page that asks once more."""

    account = HiddenField()
    rol = HiddenField()
    zeker = BooleanField()


class CancelForm(FlaskForm):
    """Which invitation."""

    uitnodiging = HiddenField()


@bp.get("/<slug>/mensen")
def people(slug: str) -> ResponseReturnValue:
    """Who works here."""
    return _page(slug, InviteForm())


@bp.post("/<slug>/mensen/uitnodigen")
def invite(slug: str) -> ResponseReturnValue:
    """A link by mail; on the page where no mail goes out."""
    form, given = InviteForm(), may_give(the_user().grants, slug)
    if errors := _faults(form, given):
        return _page(slug, form, errors)
    role, email = Role(form.rol.data), accounts.valid(form.email.data or "") or ""
    try:
        token = _invited(email, accounts.one_line(form.functie.data or ""), role, slug)
    except links.HasRole:
        return _page(slug, form, {"email": HAS_ROLE})
    return _sent(slug, email, role, token)


@bp.post("/<slug>/mensen/intrekken")
def withdraw(slug: str) -> ResponseReturnValue:
    """Take a role away, after asking once more."""
    form = WithdrawForm()
    with reading(services().engine) as session:
        found = team.people(session, slug)
    person = _chosen(found, form, slug)
    if not form.zeker.data:
        texts = people_page.warnings(person, found, live_region(slug).document.name)
        [row] = people_page.people_rows([person], list(Role))
        return render_template("desk/person_withdraw.html", row=row, warnings=texts, **desk_frame(slug))
    with transaction(services().engine) as session:
        team.withdraw(session, person.account, person.role, slug)
    flash(f"{person.email} heeft deze rol niet meer.")
    return redirect(url_for("desk.people", slug=slug), 303)


@bp.post("/<slug>/mensen/uitnodiging-intrekken")
def cancel_invitation(slug: str) -> ResponseReturnValue:
    """An invitation that no longer counts."""
    try:
        row = bytes.fromhex(CancelForm().uitnodiging.data or "")
    except ValueError:
        abort(404)
    with transaction(services().engine) as session:
        links.cancel(session, row, slug)
    flash("De uitnodiging is ingetrokken.")
    return redirect(url_for("desk.people", slug=slug), 303)


def _faults(form: InviteForm, given: tuple[Role, ...]) -> dict[str, str]:
    errors = {
        "email": "" if accounts.valid(form.email.data or "") else NO_ADDRESS,
        "functie": LONG if len(form.functie.data or "") > LONGEST_FUNCTION else "",
        "rol": "" if form.rol.data in given else NO_ROLE,
    }
    return {name: text for name, text in errors.items() if text}


def _invited(email: str, function: str, role: Role, slug: str) -> str:
    with transaction(services().engine) as session:
        return links.invite(session, email, function, role, slug, key=auth_key("links"), now=clock.now())


def _sent(slug: str, email: str, role: Role, token: str) -> ResponseReturnValue:
    """Back to the page; with the link on it when no mail brings it."""
    settings = services().settings
    words = in_region(role, live_region(slug).document.name)
    if send_now(invitation_letter(email, words, site=settings.site_url, token=token)) and settings.mail_server:
        flash(f"De uitnodiging is onderweg naar {email}.")
        return redirect(url_for("desk.people", slug=slug), 303)
    link = settings.site_url + url_for("auth.invitation", token=token)
    return _page(slug, InviteForm(formdata=None), link={"email": email, "href": link})


def _chosen(found: list[Person], form: WithdrawForm, slug: str) -> Person:
    """Whose role it is about; 404 when it is not there, or not for this person to take."""
    given = may_give(the_user().grants, slug)
    chosen = (str(form.account.data), str(form.rol.data))
    return next((one for one in found if (str(one.account), one.role) == chosen and one.role in given), None) or abort(
        404
    )


def _page(
    slug: str, form: InviteForm, errors: dict[str, str] | None = None, link: dict[str, str] | None = None
) -> ResponseReturnValue:
    given = may_give(the_user().grants, slug)
    with reading(services().engine) as session:
        people = people_page.people_rows(team.people(session, slug), given)
        pending = people_page.pending_rows(links.pending(session, slug), clock.now(), given)
    page = {
        "people": people,
        "pending": pending,
        "roles": people_page.role_options(given, form.rol.data or ""),
        "lines": people_page.role_lines(given),
        "has_mail": services().settings.mail_server is not None,
        "link": link,
        "error_links": [{"text": text, "href": f"#{name}"} for name, text in (errors or {}).items()],
    }
    html = render_template("desk/people.html", page=page, form=form, errors=errors or {}, **desk_frame(slug))
    return make_response(html, 422 if errors else 200)
