"""The files in `content/signals`: what stands above the lists, the lists by age and kind, and the factors.

`vooraf.yaml` holds cautions and kinds, `factoren.yaml` risk and protection; every other file is a list of signals.
Explained in docs/content-guide.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import Field, model_validator

from routekaart.content.models import Id, Model, Words
from routekaart.content.source import ContentError, Finding, Source, parse, read
from routekaart.engine.signals import Age, Catalogue, Factor, Kind, Origin, Place, Remark, Signal

FOLDER, BEFORE, FACTORS = "signals", "vooraf.yaml", "factoren.yaml"
_Form = TypeVar("_Form", bound="SignalsForm")


class SignalsForm(Model):
    """What each of these files says of itself."""

    source: Words
    reviewed: date

    @property
    def origin(self) -> Origin:
        """What the file rests on."""
        return Origin(self.source, self.reviewed)


class KindModel(Model):
    kind: Id
    title: Words
    note: str = ""
    apart: bool = False
    forms: tuple[Id, ...] = ()


class RemarkModel(Model):
    text: Words
    sectors: tuple[Id, ...] = ()


class BeforeModel(SignalsForm):
    """vooraf.yaml."""

    reminder: Words
    cautions: tuple[Words, ...] = Field(min_length=1)
    today: tuple[RemarkModel, ...] = Field(min_length=1)
    kinds: tuple[KindModel, ...] = Field(min_length=1)


class FactorModel(Model):
    text: Words
    about: Words


class FactorsModel(SignalsForm):
    """factoren.yaml."""

    risk: tuple[FactorModel, ...]
    protection: tuple[FactorModel, ...]


class SignalModel(Model):
    signal: Id
    text: Words
    ages: tuple[Age, ...] = ()
    kinds: tuple[Id, ...] = ()
    place: Place = Place.PERSON
    sectors: tuple[Id, ...] = ()
    urgent: bool = False
    why: str = ""
    source: str = ""

    @model_validator(mode="after")
    def _urgent_says_why(self) -> SignalModel:
        if self.urgent != bool(self.why):
            raise ValueError(f'signal "{self.signal}" has urgent or why alone; expected: both or neither')
        return self


class ListModel(SignalsForm):
    """A list of signals; its ages and kinds hold for each signal that names none."""

    title: Words
    ages: tuple[Age, ...] = ()
    kinds: tuple[Id, ...] = ()
    signals: tuple[SignalModel, ...] = Field(min_length=1)


def read_signals(content: Path) -> Catalogue:
    """Every list of a content folder; an empty catalogue when it has none. Raises ContentError with every finding."""
    folder = content / FOLDER
    if not folder.is_dir():
        return Catalogue()
    findings: list[Finding] = []
    before = _load(folder / BEFORE, BeforeModel, findings)
    factors = _load(folder / FACTORS, FactorsModel, findings)
    paths = [path for path in sorted(folder.glob("*.yaml")) if path.name not in (BEFORE, FACTORS)]
    lists = [found for path in paths if (found := _load(path, ListModel, findings))]
    if before:
        sectors = {path.stem for path in content.glob("sectors/*.yaml")}
        findings += _wrong(before, lists, sectors)
    if findings or before is None or factors is None:
        raise ContentError(tuple(findings))
    return _catalogue(before[1], factors[1], [one for _, one in lists])


def _load(path: Path, model: type[_Form], findings: list[Finding]) -> tuple[Source, _Form] | None:
    try:
        source = read(path, shown_as=f"{path.parents[1].name}/{FOLDER}/{path.name}")
    except ContentError as error:
        findings += error.findings
        return None
    parsed, wrong = parse(source, model)
    findings += wrong
    return None if parsed is None else (source, parsed)


def _wrong(
    before: tuple[Source, BeforeModel], lists: Iterable[tuple[Source, ListModel]], sectors: set[str]
) -> Iterator[Finding]:
    """What is well formed but does not fit the rest."""
    source, model = before
    kinds = {one.kind for one in model.kinds}
    for at, remark in enumerate(model.today):
        yield from _unknown(source, ("today", at, "sectors"), "sector", remark.sectors, sectors)
    seen: set[str] = set()
    for source, one in lists:
        for at, signal in enumerate(one.signals):
            here = ("signals", at)
            if signal.signal in seen:
                yield source.finding((*here, "signal"), f'signal "{signal.signal}" stands twice', "each id once")
            seen.add(signal.signal)
            for name in ("ages", "kinds"):
                if not (getattr(signal, name) or getattr(one, name)):
                    problem = f'signal "{signal.signal}" has no {name}, nor has its file'
                    yield source.finding(here, problem, f"{name} here or at the top of the file")
            yield from _unknown(source, (*here, "kinds"), "kind", signal.kinds or one.kinds, kinds)
            yield from _unknown(source, (*here, "sectors"), "sector", signal.sectors, sectors)


def _unknown(
    source: Source, where: tuple[str | int, ...], what: str, given: Iterable[str], known: set[str]
) -> Iterator[Finding]:
    for name in given:
        if name not in known:
            yield source.finding(where, f'unknown {what} "{name}"', f"one of: {', '.join(sorted(known))}")


def _catalogue(before: BeforeModel, factors: FactorsModel, lists: list[ListModel]) -> Catalogue:
    forms: list[SignalsForm] = [before, *lists, factors]
    return Catalogue(
        reminder=before.reminder,
        cautions=before.cautions,
        today=tuple(Remark(one.text, frozenset(one.sectors)) for one in before.today),
        kinds={one.kind: Kind(one.kind, one.title, one.note, one.apart, frozenset(one.forms)) for one in before.kinds},
        signals=tuple(_signal(signal, one) for one in lists for signal in one.signals),
        factors=(
            *(Factor(one.text, one.about, False, factors.origin) for one in factors.risk),
            *(Factor(one.text, one.about, True, factors.origin) for one in factors.protection),
        ),
        origins=tuple(dict.fromkeys(one.origin for one in forms)),
    )


def _signal(model: SignalModel, of: ListModel) -> Signal:
    return Signal(
        id=model.signal,
        text=model.text,
        ages=frozenset(model.ages or of.ages),
        kinds=model.kinds or of.kinds,
        place=model.place,
        sectors=frozenset(model.sectors),
        urgent=model.urgent,
        why=model.why,
        origin=Origin(model.source or of.source, of.reviewed),
    )
