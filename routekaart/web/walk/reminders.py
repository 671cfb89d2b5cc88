"""Asking for a reminder by mail, and asking for no more. The address is in no case file and in no page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import SelectMultipleField, StringField

from routekaart import clock
from routekaart.presenters.reminders import open_reminders, reminder_days
from routekaart.storage.database import scrub, transaction
from routekaart.walks import reminders
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.current import CurrentWalk, current_walk, keep_in
from routekaart.web.walk.follow_up import FollowUpForm, follow_up_view, following_of

NO_ADDRESS = "Dit lijkt geen mailadres. Vul een adres in zoals naam@organisatie.nl."
NO_DAY = "Kies minstens één dag."
TOO_MANY = f"Je kunt voor één doorloop {reminders.MOST} herinneringen vragen. Kies minder dagen."


class ReminderForm(FlaskForm):
    """Where to, and on which days."""

    mail = StringField()
    dagen = SelectMultipleField(validate_choice=False)


@bp.post("/vervolg/herinneringen")
def ask_reminders() -> ResponseReturnValue:
    """Remember the address for these days, apart from the walk."""
    current, form = current_walk(), ReminderForm()
    errors, days, address = {}, _days(current, form), _address(form.mail.data or "")
    if not days or len(days) > _left(current):
        errors["dagen-1"] = TOO_MANY if days else NO_DAY
    if not address:
        errors["mail"] = NO_ADDRESS
    if errors:
        look = FollowUpForm(formdata=None, dag=f"{clock.today():%d-%m-%Y}")
        wrong = {"mail": form.mail.data, "days": form.dagen.data, "errors": errors}
        return follow_up_view(current, look, reminder=wrong, status=422)
    _ask(current, address, days)
    return redirect(url_for("walk.follow_up", _anchor="herinnering"))


@bp.post("/vervolg/geen-herinneringen")
def drop_reminders() -> ResponseReturnValue:
    """Remove every reminder of this walk."""
    current = current_walk()
    with transaction(services().engine) as session:
        reminders.remove(session, current.case.reminders)
        keep_in(session, current, replace(current.case, reminders=()))
    scrub(services().engine)
    return redirect(url_for("walk.follow_up", _anchor="herinnering"))


@bp.get("/herinnering/<token>")
def ask_stop(token: str) -> ResponseReturnValue:
    """From the link in a mail, without a walk: make sure."""
    return render_template("walk/reminder_stop.html", token=token, is_stopped=False)


@bp.post("/herinnering/<token>")
def stop_reminders(token: str) -> ResponseReturnValue:
    """No more mail to whoever got this link; the page is the same whether there was any."""
    with transaction(services().engine) as session:
        reminders.stop(session, token, key=reminder_key())
    scrub(services().engine)
    return render_template("walk/reminder_stop.html", token=token, is_stopped=True)


def reminder_key() -> bytes:
    """This installation's key for the addresses of reminders."""
    return services().settings.key("reminders")


def _ask(current: CurrentWalk, address: str, days: list[date]) -> None:
    today = clock.today()
    ahead = open_reminders(current.case.reminders, today)
    with transaction(services().engine) as session:
        made = reminders.add(session, address, days, key=reminder_key(), today=today)
        keep_in(session, current, replace(current.case, reminders=(*ahead, *made)))


def _left(current: CurrentWalk) -> int:
    return reminders.MOST - len(open_reminders(current.case.reminders, clock.today()))


def _days(current: CurrentWalk, form: ReminderForm) -> list[date]:
    """The chosen days among those that are offered."""
    return [day for day in reminder_days(following_of(current), clock.today()) if f"{day}" in (form.dagen.data or ())]


def _address(text: str) -> str:
    """The address as mail programs write it; "" when it is none."""
    from email_validator import EmailNotValidError, validate_email  # a twentieth of a second: only for whom asks

    try:
        return validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        return ""
