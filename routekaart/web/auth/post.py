"""Letters to account holders. What is sent later, is sent when the answer no longer waits: its time tells nothing."""

from __future__ import annotations

from threading import Thread

from flask import current_app

from routekaart import clock
from routekaart.mail import Letter, Refused, Unreachable, post_office
from routekaart.web.services import services


def send_now(letter: Letter) -> bool:
    """Whether the letter left; without a mail server it lies in the instance folder."""
    try:
        with post_office(services().settings, clock.now()) as send:
            send(letter)
    except (Refused, Unreachable) as error:
        current_app.logger.error("mail: %s", type(error).__name__)
        return False
    return True


def send_later(letter: Letter) -> None:
    """Sends it beside the request: whoever asks cannot tell by the time it takes whether an account exists."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]

    def send() -> None:
        with app.app_context():
            send_now(letter)

    Thread(target=send).start()
