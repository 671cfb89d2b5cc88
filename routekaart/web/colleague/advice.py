"""What a colleague thinks of a walk: written down by function, looked over for what could identify somebody."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, StringField, TextAreaField

from routekaart import clock
from routekaart.drawing import progress_of, transit_map
from routekaart.presenters.colleague_page import colleague_page
from routekaart.presenters.consulting import STANCES, function_options, functions, stance_options, view_rows
from routekaart.storage.database import transaction
from routekaart.walks import sharing, store
from routekaart.walks.casework import View
from routekaart.web.colleague import bp
from routekaart.web.colleague.current import Reading, current_reading
from routekaart.web.services import services
from routekaart.web.walk.current import walk_key
from routekaart.web.walk.notes import LOOK_AGAIN, look_over

NO_FUNCTION = "Kies je functie."
NO_STANCE = "Kies hoe je ernaar kijkt."
NO_TEXT = "Schrijf op wat je ziet of wat je adviseert."
STALE = "Dit advies is net ergens anders gewijzigd."
FIELDS = {"functie": "#functie", "oordeel": "#oordeel-1", "tekst": "#tekst"}


class AdviceForm(FlaskForm):
    """A view; `versie` is that of the view that is changed, empty for a new one."""

    functie = StringField()
    oordeel = StringField()
    tekst = TextAreaField()
    toch_bewaren = BooleanField()
    versie = HiddenField()


@dataclass(frozen=True, slots=True)
class Draft:
    """The form with what is wrong with it."""

    form: AdviceForm
    errors: dict[str, str] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    is_stale: bool = False

    @property
    def links(self) -> list[dict[str, str]]:
        """What the error summary leads to; the form stands far down the page."""
        rows = [{"text": text, "href": FIELDS[name]} for name, text in self.errors.items()]
        rows += [{"text": LOOK_AGAIN, "href": "#herkenbaar"}] if self.hints else []
        return [*rows, {"text": STALE, "href": "#mijn-advies"}] if self.is_stale else rows

    @classmethod
    def new(cls, current: Reading) -> Draft:
        """An empty form, for the function that the owner gave the code for."""
        return cls(AdviceForm(data={"functie": current.access.share.function, "versie": ""}))

    @classmethod
    def last(cls, current: Reading) -> Draft:
        """One's last view, to change it."""
        if not current.access.share.may_add or not current.access.views:
            return cls.new(current)
        view, version = current.access.views[-1], current.access.version
        given = {"functie": view.function, "oordeel": view.stance, "tekst": view.text, "versie": version}
        return cls(AdviceForm(data=given))


@bp.post("/advies")
def write() -> ResponseReturnValue:
    """Keep a view, new or changed."""
    current, form = current_reading(), AdviceForm()
    draft = _looked_over(current, form)
    if draft.errors or draft.hints:
        return page(current, draft, 422)
    try:
        _keep(current, form)
    except store.Conflict:
        return _stale(form)
    return redirect(url_for("colleague.read", _anchor="mijn-advies"))


def page(current: Reading, draft: Draft, status: int = 200) -> ResponseReturnValue:
    """The walk, with the form under it if one may write."""
    progress, casework, form = progress_of(current.walk), services().guides.casework, draft.form
    shown = colleague_page(
        current.case,
        current.walk,
        current.place,
        lists=services().signals,
        casework=casework,
        now=clock.now(),
    )
    shown |= {
        "mine": view_rows(current.access.views, casework),
        "may_add": current.access.share.may_add,
        "may_write": current.access.may_write or bool(form.versie.data),
        "until": current.access.until,
        "functions": function_options(casework, form.functie.data or ""),
        "stances": stance_options(form.oordeel.data or ""),
        "error_links": draft.links,
    }
    maps = {size: transit_map(current.place.routemap, progress=progress, size=size) for size in ("full", "vertical")}
    html = render_template("colleague/read.html", page=shown, draft=draft, form=form, maps=maps, **current.frame)
    return make_response(html, status)


def _stale(form: AdviceForm) -> ResponseReturnValue:
    """Somebody changed the view meanwhile: what was typed stays in the form, beside what is kept."""
    current = current_reading()
    form.versie.data = current.access.version
    return page(current, Draft(form, is_stale=True), 409)


def _looked_over(current: Reading, form: AdviceForm) -> Draft:
    text = (form.tekst.data or "").strip()
    kept = {"tekst": current.access.views[-1].text} if form.versie.data and current.access.views else {}
    looked = look_over({"tekst": text}, current.directory, is_sure=bool(form.toch_bewaren.data), kept=kept)
    errors = {
        "functie": "" if form.functie.data in functions(services().guides.casework) else NO_FUNCTION,
        "oordeel": "" if form.oordeel.data in STANCES else NO_STANCE,
        "tekst": looked.errors.get("tekst", "") if text else NO_TEXT,
    }
    return Draft(form, {name: error for name, error in errors.items() if error}, looked.hints)


def _keep(current: Reading, form: AdviceForm) -> None:
    view = View(clock.today(), form.functie.data or "", form.oordeel.data or "", (form.tekst.data or "").strip())
    with transaction(services().engine) as session:
        if form.versie.data:
            version = form.versie.data
            sharing.change_view(session, current.secret, view, version, key=walk_key(), now=clock.now())
        else:
            sharing.add_view(session, current.secret, view, key=walk_key(), now=clock.now())
