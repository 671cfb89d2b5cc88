"""One line of the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, against what, what it should reach, and whether it did; `numbers` are the absolute ones."""

    what: str
    against: str
    reach: str
    measured: str
    reached: bool
    numbers: str = ""


def at_least(least: float, value: float) -> tuple[str, str, bool]:
    """Reach, measured and reached of a ratio that should be high."""
    return f"≥ {least}", f"{value:.2f}", value >= least


def at_most(most: float, value: float, unit: str = "", digits: int = 1) -> tuple[str, str, bool]:
    """Reach, measured and reached of a number that should be low."""
    return f"≤ {most:g}{unit}", f"{value:.{digits}f}{unit}", value <= most
