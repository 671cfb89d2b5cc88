"""What somebody typed in a form that cannot be kept now: it comes back on the page that says so."""

from __future__ import annotations

from flask import request

NOT_TYPED = frozenset({"csrf_token", "versie", "terug", "vraag", "vervallen", "uitkomst"})


def typed_texts() -> list[str]:
    """The texts of the form that was sent, in its order; what was merely chosen has no space in it and stays out."""
    fields = (field for field in request.form.items(multi=True) if field[0] not in NOT_TYPED)
    return [text for _, text in fields if " " in text.strip()]
