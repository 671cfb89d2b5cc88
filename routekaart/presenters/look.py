"""How a region looks: its style sheet, and the form in which a coordinator chooses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from routekaart.directory import Look
from routekaart.drawing.colours import here_contrast, is_colour, line_contrast, soft, strong
from routekaart.drawing.palette import TOKENS
from routekaart.presenters.desk_errors import TYPES
from routekaart.presenters.desk_fields import Errors, Field, Group, Shown, Text
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_typing import as_colour

LIGHT = "@media screen and (prefers-color-scheme: light)"
NO_PICTURE, TOO_LARGE, TOO_HEAVY, NO_WORDS, MEANWHILE = "geen-png", "te-groot", "te-zwaar", "geen-tekst", "intussen"
REASONS: Mapping[str, str] = {
    NO_PICTURE: TYPES["no_png"],
    TOO_LARGE: TYPES["png_too_large"],
    TOO_HEAVY: TYPES["png_too_heavy"],
    NO_WORDS: TYPES["logo_without_words"],
    MEANWHILE: "Iemand anders wijzigde het beeldmerk net ook. Kijk wat er nu staat, en kies dan opnieuw.",
}
"""Why a logo was not kept."""


def style_sheet(look: Look) -> str:
    """The design tokens that differ, in light and on screen; dark and paper stay as they are everywhere."""
    tokens: dict[str, str] = {}
    if look.line:
        tokens |= {"line": look.line, "line-strong": strong(look.line), "line-soft": soft(look.line)}
    if look.here:
        tokens["here"] = look.here
    said = "; ".join(f"--{name}: {value}" for name, value in tokens.items())
    return f"{LIGHT} {{ :root {{ {said} }} }}\n"


@dataclass(frozen=True, slots=True)
class Colours(Group):
    """The two colours, with a sample of what they make."""

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """As a group; what cannot be read as a colour is drawn as it is everywhere."""
        chosen = value or {}
        line, here = (_drawn(chosen.get(name), TOKENS[name]) for name in ("line", "here"))
        figures = {"line_contrast": _figure(line_contrast(line)), "here_contrast": _figure(here_contrast(here))}
        sample = {"line": line, "here": here, "soft": soft(line), "ink": TOKENS["ink"], **figures}
        return Group.show(self, value, path, errors) | {"sample": sample}


def look_fields(around: Around) -> tuple[Field, ...]:
    """The colours; the logo has a form of its own."""
    return (
        Colours(
            "look",
            "Kleuren",
            "Laat leeg wat moet blijven zoals het overal is. In donkere weergave en op papier verandert niets.",
            (
                Text("line", "Lijnkleur", "Voor de lijn op de kaart, links en knoppen.", short=True, clean=as_colour),
                Text("here", "Accentkleur", "Voor waar je nu bent.", short=True, clean=as_colour),
            ),
        ),
    )


def with_logo(data: Mapping[str, Any], logo: str, text: str) -> dict[str, Any]:
    """The data of a region with another logo, or with none."""
    return {**data, "look": {**data.get("look", {}), "logo": logo, "logo_text": text}}


def with_same_logo(data: dict[str, Any], around: Around) -> dict[str, Any]:
    """The colours as they were typed, beside the logo of the draft."""
    return {**data, "look": {**around.data.get("look", {}), **data["look"]}}


def logo_view(data: Mapping[str, Any], reason: str, typed: str) -> Shown:
    """The logo as it is in the draft, and why the last one was not kept."""
    look = data.get("look", {})
    return {"logo": look.get("logo", ""), "text": typed or look.get("logo_text", ""), "error": REASONS.get(reason, "")}


def _drawn(value: str | None, usual: str) -> str:
    return value if value and is_colour(value) else usual


def _figure(contrast: float) -> str:
    return f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
