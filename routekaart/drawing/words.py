"""The Dutch words on and about the map."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart.drawing.progress import Progress
from routekaart.drawing.scene import Line, State
from routekaart.engine.routemap import RouteMap, Station

VEILIG_THUIS_SINCE = 2015
ACUTE = "Acuut gevaar: bel 112"
TITLES = {Line.ACUTE: ACUTE, Line.ORDER: "Tijdelijk huisverbod", Line.INDEX: "Verwijsindex"}
STATES = {State.AHEAD: "", State.VISITED: ", geweest", State.CURRENT: ", hier ben je nu"}


def reporting_point(routemap: RouteMap) -> str:
    """Who the acute line ends at. Veilig Thuis replaced AMK and SHG in 2015 (dossier `meldcode.md`)."""
    return "Veilig Thuis" if routemap.edition.year >= VEILIG_THUIS_SINCE else "AMK of SHG"


def line_title(routemap: RouteMap, line: Line) -> str:
    """What a side line is called on the map; "" when this map does not have it: no branch draws it, or no station."""
    if line is Line.FOLLOW:
        return f"{routemap.follow_up.short}: is de hulp gestart?"
    if line is Line.INDEX and len(routemap.stations) < 3:
        return ""
    drawn = line is Line.ACUTE or any(branch.line == line for branch in routemap.branches)
    return TITLES[line] if drawn else ""


def station_name(station: Station, state: State) -> str:
    """A station as it is read aloud, with the words that are seen ("1 Signalen"), so that voice control finds it."""
    return f"Stap {station.number} {station.short}{STATES[state]}"


def stop_name(title: str, state: State) -> str:
    """A side line's stop as it is read aloud."""
    return f"{title}{STATES[state]}"


def text_alternative(routemap: RouteMap, progress: Progress | None) -> str:
    """The map in words, a sentence a line: first where the walk stands, then the lines."""
    return "\n".join((*_where(routemap, progress), *_lines(routemap)))


def _where(routemap: RouteMap, progress: Progress | None) -> Iterator[str]:
    if progress is None:
        return
    here = next((s for s in routemap.stations if s.number == progress.current), None)
    if progress.finished:
        yield "De route is helemaal doorlopen."
    elif progress.on is not Line.MAIN:
        yield f"Je bent nu op een zijlijn: {line_title(routemap, progress.on)}."
    elif here:
        yield f"Je bent nu bij stap {here.number} van {len(routemap.stations)}: {here.short}."
    done = [str(number) for number in sorted(progress.visited)]
    if done:
        yield f"Geweest: {'stap' if len(done) == 1 else 'stappen'} {_listed(done)}."
    taken = [line_title(routemap, line) for line in Line if line in progress.taken and line is not progress.on]
    if titles := [title for title in taken if title]:
        yield f"Ook op de route: {_listed(titles)}."


def _lines(routemap: RouteMap) -> Iterator[str]:
    names = [f"{station.number} {station.short}" for station in routemap.stations]
    yield f"De hoofdlijn heeft {len(names)} {'station' if len(names) == 1 else 'stations'}: {_listed(names)}."
    order = line_title(routemap, Line.ORDER)
    onward = f" en gaat verder als lijn {order}" if order else ""
    yield f"Vanaf elk station kun je naar de lijn {ACUTE}. Die lijn komt uit bij {reporting_point(routemap)}{onward}."
    if index := line_title(routemap, Line.INDEX):
        first, _, third = (station.number for station in routemap.stations[:3])
        yield f"De zijlijn {index} begint na station {first} en komt voor station {third} terug."
    last = routemap.stations[-1].number
    yield f"De zijlijn {routemap.follow_up.short} begint na station {last} en komt voor station {last} terug."


def _listed(parts: list[str]) -> str:
    return " en ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
