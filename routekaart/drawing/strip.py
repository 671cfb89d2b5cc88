"""The map as progress above a question: the main line alone, at most 72 px high, at any width.

The strip has no viewBox: its slots stand at shares of the width, so that its words keep their size. Below the width at
which every name fits, only the current name shows; the style sheet hides and shows by the class
`transit--names-N`, measured on the `div` that the strip stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from routekaart.drawing.lettering import Lettering, fit, on_one_line
from routekaart.drawing.scene import Label, Line, Scene, State, Stop, Track
from routekaart.drawing.stops import Plan
from routekaart.drawing.svg import (
    Pen,
    drawing,
    label_element,
    number,
    root,
    scene_elements,
    stop_element,
    track_element,
)

HEIGHT, LINE_Y, NAMES_Y = 72.0, 20.0, 40.0
STOP, CURRENT_STOP = 12.0, 15.0
WIDTHS = (288.0, 480.0, 640.0, 800.0, 960.0)
NARROWEST = WIDTHS[0]
NEVER = 0.0
GAP = 10.0
ONE_LINE, TWO_LINES = (16.0, 15.0), (13.0, 12.0)


@dataclass(frozen=True, slots=True)
class Slot:
    """One stop of the strip and its name."""

    stop: Stop
    title: str
    line: Line


@dataclass(frozen=True, slots=True)
class Strip:
    """What the strip shows; `names_from` is the width from which every name fits, NEVER when none does."""

    slots: tuple[Slot, ...]
    walked: bool
    names_from: float

    def x(self, index: int, width: float) -> float:
        """Where a slot stands at a width."""
        return (index + 0.5) / len(self.slots) * width

    def names(self, width: float) -> tuple[Label, ...]:
        """The names that show at a width."""
        if self.names_from == NEVER or width < self.names_from:
            return tuple(self._current_name(width))
        lane = self.names_from / len(self.slots) - GAP
        return tuple(_name(slot, _setting(slot, lane), self.x(i, width)) for i, slot in enumerate(self.slots))

    def _current_name(self, width: float) -> Iterator[Label]:
        for index, slot in enumerate(self.slots):
            if slot.stop.state is State.CURRENT:
                setting = narrow_setting(slot)
                anchor = self.anchor(index, setting)
                x = {"start": 0.0, "middle": self.x(index, width), "end": width}[anchor]
                yield replace(_name(slot, setting, x), anchor=anchor)

    def anchor(self, index: int, setting: Lettering) -> str:
        """Under its stop where that fits at the narrowest width, else against the nearest edge."""
        x = self.x(index, NARROWEST)
        if min(x, NARROWEST - x) >= setting.width / 2:
            return "middle"
        return "start" if x < NARROWEST / 2 else "end"

    def track(self, left: Stop, right: Stop, start: float = 0, end: float = 0) -> Track:
        """The stretch between two slots: stairs after the acute stop, the follow-up line before its own."""
        if left.line is Line.ACUTE:
            return Track(Line.STAIRS, ((start, LINE_Y), (end, LINE_Y)), 4)
        if right.line is Line.FOLLOW:
            return Track(Line.FOLLOW, ((start, LINE_Y), (end, LINE_Y)), 6)
        ahead = self.walked and right.state is State.AHEAD
        return Track(Line.MAIN, ((start, LINE_Y), (end, LINE_Y)), 9, open=ahead)

    def scene(self, width: float) -> Scene:
        """What shows at a width."""
        stops = tuple(replace(slot.stop, at=(self.x(i, width), LINE_Y)) for i, slot in enumerate(self.slots))
        tracks = tuple(self.track(left, right, left.at[0], right.at[0]) for left, right in pairwise(stops))
        return Scene(width, HEIGHT, tracks, stops, self.names(width))


def strip_of(plan: Plan) -> Strip:
    """The strip of a map: its stations, with the acute or follow-up stop when the walk came there."""
    slots = tuple(_slots(_without_inner_lines(plan)))
    return Strip(slots, plan.progress is not None, next((width for width in WIDTHS if _names_fit(slots, width)), NEVER))


def strip_svg(plan: Plan, pen: Pen, *, title: str, told: str) -> str:
    """The strip as SVG text."""
    strip, key = strip_of(plan), "transit-strip"
    if pen.standalone:
        scene = strip.scene(WIDTHS[-1])
        content, size = scene_elements(pen, scene), (scene.width, scene.height)
        return drawing(pen, "transit transit--strip", size, content, title=title, told=told, key=key)
    content = "".join((*_line_elements(pen, strip), *_slot_elements(pen, strip), *_narrow_name(pen, strip)))
    box = {"width": "100%", "height": number(HEIGHT)}
    classes = f"transit transit--strip transit--names-{number(strip.names_from)}"
    strip_itself = root(pen, classes, box, content, title=title, told=told, key=key, linked="<a " in content)
    return f'<div class="transit-strip">{strip_itself}</div>'


def narrow_setting(slot: Slot) -> Lettering:
    """The current name alone, at the narrowest width; what two lines cannot hold is cut off."""
    setting = _setting(slot, NARROWEST)
    if len(setting.lines) <= 2:
        return setting
    return replace(setting, lines=(setting.lines[0], f"{setting.lines[1].rstrip('-')[:-2]}…"))


def _setting(slot: Slot, lane: float) -> Lettering:
    return on_one_line(slot.title, lane, ONE_LINE) or fit(slot.title, lane, TWO_LINES)


def _without_inner_lines(plan: Plan) -> Plan:
    """The strip has no stop for the lines that run beside a station: there the walk stands at the station."""
    if plan.progress is None or plan.progress.on not in (Line.INDEX, Line.ORDER):
        return plan
    return replace(plan, progress=replace(plan.progress, on=Line.MAIN))


def _slots(plan: Plan) -> Iterator[Slot]:
    if plan.side_state(Line.ACUTE) is not State.AHEAD:
        yield Slot(_small(plan.side_stop(Line.ACUTE, (0, LINE_Y), "!")), plan.routemap.acute.short, Line.ACUTE)
    for station in plan.routemap.stations:
        yield Slot(replace(_small(plan.stop(station, (0, LINE_Y))), mark=""), station.short, Line.MAIN)
    if plan.side_state(Line.FOLLOW) is not State.AHEAD:
        stop = _small(plan.side_stop(Line.FOLLOW, (0, LINE_Y)))
        yield Slot(stop, plan.routemap.follow_up.short, Line.FOLLOW)


def _small(stop: Stop) -> Stop:
    return replace(stop, radius=CURRENT_STOP if stop.state is State.CURRENT else STOP)


def _names_fit(slots: tuple[Slot, ...], width: float) -> bool:
    lane = width / len(slots) - GAP
    if width < WIDTHS[-1]:
        return all(on_one_line(slot.title, lane, ONE_LINE) for slot in slots)
    return all(_name(slot, _setting(slot, lane), 0).box.bottom <= HEIGHT for slot in slots)


def _name(slot: Slot, setting: Lettering, x: float) -> Label:
    return Label(line=slot.line, setting=setting, at=(x, NAMES_Y), bold=slot.stop.state is State.CURRENT)


def _share(strip: Strip, index: int) -> str:
    return f"{number(strip.x(index, 100))}%"


def _line_elements(pen: Pen, strip: Strip) -> Iterator[str]:
    for index, (left, right) in enumerate(pairwise(strip.slots)):
        track = strip.track(left.stop, right.stop)
        ends = (_share(strip, index), _share(strip, index + 1))
        yield track_element(pen, track, ends)


def _slot_elements(pen: Pen, strip: Strip) -> Iterator[str]:
    wide = strip.names(max(strip.names_from, NARROWEST)) if strip.names_from != NEVER else ()
    for index, slot in enumerate(strip.slots):
        name = label_element(pen, replace(wide[index], at=(0, NAMES_Y)), "transit__all") if wide else ""
        at = {"x": _share(strip, index), "overflow": "visible"}
        yield pen.element("svg", "transit__slot", at, stop_element(pen, slot.stop, name))


def _narrow_name(pen: Pen, strip: Strip) -> Iterator[str]:
    for index, slot in enumerate(strip.slots):
        if slot.stop.state is State.CURRENT and strip.names_from != NARROWEST:
            setting = narrow_setting(slot)
            anchor = strip.anchor(index, setting)
            at = {"x": {"start": "0", "middle": _share(strip, index), "end": "100%"}[anchor], "overflow": "visible"}
            label = replace(_name(slot, setting, 0), anchor=anchor)
            yield pen.element("svg", "transit__slot", at, label_element(pen, label, "transit__only"))
