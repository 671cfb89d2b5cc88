"""Proofs of a compiled map, by analysis of its conditions and for any number of people; nothing lists paths.

`prove` is pure: equal maps (`logic_key`) and roles give equal reports. A `Prover` proves many maps that are much
alike, and tells a fault that they share once. z3 is loaded when the first proof starts.
"""

from __future__ import annotations

from routekaart.engine.proofs.guards import guarding, named_by
from routekaart.engine.proofs.prove import Prover, prove
from routekaart.engine.proofs.report import Report, Shown, logic_key, roles_needed

__all__ = ["Prover", "Report", "Shown", "guarding", "logic_key", "named_by", "prove", "roles_needed"]
