"""Maps with any number of stations and any names, and any progress on them, for drawing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from routekaart.drawing.progress import Progress
from routekaart.drawing.scene import Line
from routekaart.engine.routemap import RouteMap, Station
from routekaart.engine.vocabulary import Branch, Edition, Layer, LayerKind, Provenance, Sector, Step

HERE = Provenance(LayerKind.EDITION, "landelijk", "x.yaml", 1)
LAYER = Layer(kind=LayerKind.EDITION, id="x", title="x", provenance=HERE)
NAMES = ("Signalen", "Overleg", "Gesprek", "Wegen", "Beslissen")


def step(name: str, short: str = "") -> Step:
    return Step(id=name, title=short or name, short=short or name, purpose="", provenance=HERE)


def a_map(
    names: Sequence[str] = NAMES,
    *,
    year: int = 2019,
    sides: Sequence[Line] = (Line.ORDER, Line.INDEX),
    follow: str = "Volgen",
) -> RouteMap:
    """A map with these stations and side lines."""
    acute, last = step("acuut", "Acuut"), step("vervolg", follow)
    stations = tuple(Station(n, name, name, (step(f"stap-{n}", name),)) for n, name in enumerate(names, 1))
    steps = tuple(step for station in stations for step in station.steps)
    branches = tuple(Branch(line.value, line.value, "", line, "", LAYER) for line in sides)
    return RouteMap(
        edition=Edition(
            id="x", title="x", year=year, source="", provenance=HERE, acute=acute, steps=steps, follow_up=last
        ),
        sector=Sector(
            id="x",
            title="x",
            audience="",
            bound=True,
            bound_text="",
            framework="",
            decides="",
            records="",
            source="",
            layer=LAYER,
        ),
        layers=(),
        acute=acute,
        stations=stations,
        follow_up=last,
        branches=branches,
        invariants=(),
        placed={},
        for_each=frozenset(),
    )


def at(station: int | None, on: Line = Line.MAIN, *, taken: Sequence[Line] = (), finished: bool = False) -> Progress:
    """A walk that stands at a station, with everything before it visited."""
    visited = frozenset(range(1, station)) if station else frozenset(range(1, 8))
    return Progress(visited, station, on, frozenset(taken) | ({on} - {Line.MAIN}), finished)


words = st.text("aeinorstlgmMWéij1&-", min_size=1, max_size=24)
titles = st.lists(words, min_size=1, max_size=4).map(" ".join)


@st.composite
def maps(draw: st.DrawFn) -> RouteMap:
    """A map with three to seven stations of any name, with or without side lines."""
    names = draw(st.lists(titles, min_size=3, max_size=7))
    sides = draw(st.sets(st.sampled_from([Line.ORDER, Line.INDEX])))
    return a_map(names, year=draw(st.sampled_from([2011, 2019])), sides=tuple(sides), follow=draw(titles))


@st.composite
def progresses(draw: st.DrawFn, routemap: RouteMap) -> Progress | None:
    """No walk, or one anywhere on the map."""
    current = draw(st.sampled_from([None, *(station.number for station in routemap.stations)]))
    on = draw(st.sampled_from([Line.MAIN, Line.ACUTE, Line.ORDER, Line.INDEX, Line.FOLLOW]))
    taken = draw(st.frozensets(st.sampled_from([Line.ACUTE, Line.ORDER, Line.INDEX, Line.FOLLOW])))
    return draw(st.sampled_from([None, at(current, on, taken=tuple(taken), finished=current is None)]))
