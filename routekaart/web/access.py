"""Who may reach which page: one table, endpoint × what it asks. An endpoint without a row stops the application."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from routekaart.accounts.policy import Permission
from routekaart.web.auth.current import current_user, keep_awake


class Open(Enum):
    """Pages that ask for no account."""

    EVERYBODY = "everybody"
    """Public: the guide, and what every page needs."""
    HOLDER = "holder"
    """Opens with a secret that the visitor holds: a walk, a shared walk, a signed link."""
    HALF = "half"
    """On the way in: the password was right."""
    SIGNED_IN = "signed in"
    """Anybody with an account."""


Asked = Open | Permission

BLUEPRINTS: Mapping[str, Asked] = {
    "guide": Open.EVERYBODY,
    "walk": Open.HOLDER,
    "colleague": Open.HOLDER,
    "remark": Open.EVERYBODY,
    "confirm": Open.HOLDER,
    "preview": Open.HOLDER,
}
"""Whole blueprints of which every page asks the same."""

ENDPOINTS: Mapping[str, Asked] = {
    "static": Open.EVERYBODY,
    "health.healthz": Open.EVERYBODY,
    "auth.sign_in": Open.EVERYBODY,
    "auth.check_password": Open.EVERYBODY,
    "auth.sso": Open.EVERYBODY,
    "auth.sso_back": Open.EVERYBODY,
    "auth.forgotten": Open.EVERYBODY,
    "auth.send_link": Open.EVERYBODY,
    "auth.invitation": Open.HOLDER,
    "auth.accept": Open.HOLDER,
    "auth.new_password": Open.HOLDER,
    "auth.set_password": Open.HOLDER,
    "auth.code": Open.HALF,
    "auth.check_code": Open.HALF,
    "auth.app": Open.HALF,
    "auth.keep_app": Open.HALF,
    "auth.sign_out": Open.HALF,
    "auth.account": Open.SIGNED_IN,
    "auth.set_function": Open.SIGNED_IN,
    "auth.change_password": Open.SIGNED_IN,
    "auth.ask_app": Open.SIGNED_IN,
    "auth.change_app": Open.SIGNED_IN,
    "auth.renew_codes": Open.SIGNED_IN,
    "auth.sign_out_everywhere": Open.SIGNED_IN,
    "desk.regions": Open.SIGNED_IN,
    "desk.bulk": Permission.LOOK,
    "desk.bulk_export": Permission.LOOK,
    "desk.bulk_template": Permission.EDIT,
    "desk.bulk_upload": Permission.EDIT,
    "desk.bulk_preview": Permission.EDIT,
    "desk.bulk_wrong": Permission.EDIT,
    "desk.bulk_confirm": Permission.EDIT,
    "desk.region": Permission.LOOK,
    "desk.reachability": Permission.LOOK,
    "desk.baseline": Permission.LOOK,
    "desk.baseline_pdf": Permission.LOOK,
    "desk.baseline_xlsx": Permission.LOOK,
    "desk.incoming": Permission.KEEP_UP,
    "desk.clear_number": Permission.KEEP_UP,
    "desk.close_question": Permission.KEEP_UP,
    "desk.decide_proposal": Permission.EDIT,
    "desk.links": Permission.KEEP_UP,
    "desk.check_links": Permission.KEEP_UP,
    "desk.handover": Permission.LOOK,
    "desk.handover_pdf": Permission.LOOK,
    "desk.publish": Permission.EDIT,
    "desk.publish_draft": Permission.PUBLISH,
    "desk.publish_check": Permission.EDIT,
    "desk.publish_approve": Permission.PUBLISH,
    "desk.publish_withdraw": Permission.PUBLISH,
    "desk.publish_setting": Permission.PUBLISH,
    "desk.history": Permission.LOOK,
    "desk.history_edits": Permission.LOOK,
    "desk.history_compare": Permission.LOOK,
    "desk.history_restore": Permission.EDIT,
    "desk.people": Permission.PEOPLE,
    "desk.invite": Permission.PEOPLE,
    "desk.withdraw": Permission.PEOPLE,
    "desk.cancel_invitation": Permission.PEOPLE,
    "desk.undo": Permission.EDIT,
    "desk.partners": Permission.EDIT,
    "desk.partner_add": Permission.EDIT,
    "desk.partner_edit": Permission.EDIT,
    "desk.partner_remove": Permission.EDIT,
    "desk.bindings": Permission.EDIT,
    "desk.binding_add": Permission.EDIT,
    "desk.binding_edit": Permission.EDIT,
    "desk.binding_remove": Permission.EDIT,
    "desk.municipalities": Permission.EDIT,
    "desk.municipality_add": Permission.EDIT,
    "desk.municipality_edit": Permission.EDIT,
    "desk.municipality_remove": Permission.EDIT,
    "desk.head_edit": Permission.EDIT,
    "desk.look_edit": Permission.EDIT,
    "desk.look_logo": Permission.EDIT,
    "desk.look_logo_remove": Permission.EDIT,
    "desk.group": Permission.PUBLISH,
    "desk.group_publish": Permission.PUBLISH,
    "desk.group_undo": Permission.PUBLISH,
    "desk.group_agreements": Permission.PUBLISH,
    "desk.group_agreement_add": Permission.PUBLISH,
    "desk.group_agreement_edit": Permission.PUBLISH,
    "desk.group_agreement_remove": Permission.PUBLISH,
    "desk.group_covenants": Permission.PUBLISH,
    "desk.group_covenant_add": Permission.PUBLISH,
    "desk.group_covenant_edit": Permission.PUBLISH,
    "desk.group_covenant_remove": Permission.PUBLISH,
    "desk.agreements": Permission.EDIT,
    "desk.agreement_add": Permission.EDIT,
    "desk.agreement_edit": Permission.EDIT,
    "desk.agreement_remove": Permission.EDIT,
    "desk.covenants": Permission.EDIT,
    "desk.covenant_add": Permission.EDIT,
    "desk.covenant_edit": Permission.EDIT,
    "desk.covenant_remove": Permission.EDIT,
    "desk.referral_indices": Permission.EDIT,
    "desk.referral_index_add": Permission.EDIT,
    "desk.referral_index_edit": Permission.EDIT,
    "desk.referral_index_remove": Permission.EDIT,
    "desk.trainings": Permission.EDIT,
    "desk.training_add": Permission.EDIT,
    "desk.training_edit": Permission.EDIT,
    "desk.training_remove": Permission.EDIT,
    "desk.documents": Permission.EDIT,
    "desk.document_add": Permission.EDIT,
    "desk.document_edit": Permission.EDIT,
    "desk.document_remove": Permission.EDIT,
    "desk.organisations": Permission.EDIT,
    "desk.organisation_add": Permission.EDIT,
    "desk.organisation_edit": Permission.EDIT,
    "desk.organisation_remove": Permission.EDIT,
    "desk.organisation_steps": Permission.EDIT,
    "desk.organisation_step_edit": Permission.EDIT,
    "desk.texts_edit": Permission.EDIT,
    "desk.text_edit": Permission.EDIT,
    "desk.text_preview": Permission.EDIT,
}


class Unguarded(Exception):
    """Endpoints without a row in the table."""


def asked_by(endpoint: str) -> Asked | None:
    """What an endpoint asks; None when the table does not know it."""
    return ENDPOINTS.get(endpoint) or BLUEPRINTS.get(endpoint.partition(".")[0])


def init_app(app: Flask) -> None:
    """Hold every request to the table. Call after the last blueprint; raises Unguarded."""
    if missing := sorted(rule.endpoint for rule in app.url_map.iter_rules() if asked_by(rule.endpoint) is None):
        raise Unguarded(", ".join(missing))
    app.before_request(_hold_to_the_table)


def _hold_to_the_table() -> ResponseReturnValue | None:
    """Whoever may not see a page is told that it does not exist; who is not signed in is asked to."""
    asked = asked_by(request.endpoint or "")
    if asked in (None, Open.EVERYBODY, Open.HOLDER):
        return None
    user = current_user()
    if user is None or (not user.is_complete and asked is not Open.HALF):
        return redirect(url_for("auth.sign_in", naar=request.path if request.method == "GET" else None), 303)
    if isinstance(asked, Permission) and not user.may(asked, (request.view_args or {}).get("slug", "")):
        abort(404)
    keep_awake()
    return None
