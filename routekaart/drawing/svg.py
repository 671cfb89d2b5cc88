"""A scene as SVG text. On a page: classes only. Standing on its own: colours and typeface as attributes too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from routekaart.drawing.palette import FONT, paint
from routekaart.drawing.scene import Label, Line, Scene, State, Stop, Track

DASHES = {Line.STAIRS: "0 8", Line.INDEX: "13 5", Line.FOLLOW: "15 5 3 5"}
CORES = {Line.ORDER: 3.0}
RING = 4.0
HALO = 5.0
TARGET = 24.0
OPEN_CORE = 0.5


def number(value: float) -> str:
    """A number as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")


class Pen:
    """Writes elements; `standalone` adds what a page's style sheet would have given."""

    def __init__(self, standalone: bool) -> None:
        self.standalone = standalone

    def element(self, name: str, classes: str, attributes: Mapping[str, float | str], content: str = "") -> str:
        """An element with its attributes; content is SVG text."""
        given = {"class": classes, **attributes, **(paint(classes) if self.standalone else {})}
        written = "".join(
            f' {key}="{escape(value) if isinstance(value, str) else number(value)}"'
            for key, value in given.items()
            if value != ""
        )
        return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"

    def text(self, classes: str, x: float | str, y: float, words: str, size: float, weight: int, anchor: str) -> str:
        """A line of text."""
        attributes = {"x": x, "y": y, "font-size": size, "font-weight": weight}
        if anchor != "start":
            attributes["text-anchor"] = anchor
        return self.element("text", classes, attributes, escape(words, quote=False))

    def link(self, href: str, name: str, content: str, current: bool = False) -> str:
        """Content as a link with an accessible name."""
        attributes = {"href": href, "aria-label": name, **({"aria-current": "step"} if current else {})}
        return self.element("a", "transit__link", attributes, content)


def scene_elements(pen: Pen, scene: Scene) -> str:
    """Tracks, then stops, then labels; the label of a linked stop is part of its link."""
    parts = [track_element(pen, track) for track in scene.tracks]
    linked = {(stop.line, stop.href): stop for stop in scene.stops if stop.href}
    for stop in scene.stops:
        own = [label for label in scene.labels if linked.get((label.line, label.href)) is stop]
        parts.append(stop_element(pen, stop, "".join(label_element(pen, label) for label in own)))
    free = [label for label in scene.labels if (label.line, label.href) not in linked]
    return "".join(parts + [label_element(pen, label) for label in free])


def path(track: Track) -> str:
    """The path data of a track."""
    steps = [f"M{_pair(track.corners[0])}"]
    for enter, corner, leave in track.rounded():
        steps.append(f"L{_pair(enter)}Q{_pair(corner)} {_pair(leave)}")
    return "".join([*steps, f"L{_pair(track.corners[-1])}"])


def _pair(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"


def track_element(pen: Pen, track: Track, ends: tuple[str, str] | None = None) -> str:
    """A line; each kind has its own width and dash, so that it can be told apart without colour.

    With `ends`, shares of the width, it runs level between these.
    """
    name, shape = ("path", {"d": path(track), "fill": "none"}) if ends is None else ("line", _level(track, ends))
    dash = {"stroke-dasharray": DASHES[track.line]} if track.line in DASHES else {}
    cap = {"stroke-linecap": "round"} if track.line is Line.STAIRS else {}
    classes = f"transit__track transit__track--{track.line}"
    drawn = pen.element(name, classes, {**shape, "stroke-width": track.width, **dash, **cap})
    core = track.width * OPEN_CORE if track.open else CORES.get(track.line, 0)
    if core:
        drawn += pen.element(name, "transit__track transit__track--core", {**shape, "stroke-width": core})
    return drawn


def _level(track: Track, ends: tuple[str, str]) -> dict[str, str]:
    y = number(track.corners[0][1])
    return {"x1": ends[0], "x2": ends[1], "y1": y, "y2": y}


def stop_element(pen: Pen, stop: Stop, label: str = "") -> str:
    """A station or side stop, with a halo when the walk is there, and its label.

    A link has a target of at least 24 px also where the whole map is shown at half its size.
    """
    content = " ".join((*_stop_parts(pen, stop), label))
    if not stop.href:
        return content
    target = _shape(pen, stop, "transit__target", max(stop.radius + 4, TARGET), {"fill-opacity": 0})
    return pen.link(stop.href, stop.name, target + content, stop.state is State.CURRENT)


def _stop_parts(pen: Pen, stop: Stop) -> Iterator[str]:
    look = "danger" if stop.line is Line.ACUTE else str(stop.state)
    if stop.state is State.CURRENT and stop.line is Line.ACUTE:
        yield _shape(pen, stop, "transit__halo", stop.radius + HALO)
    yield _shape(pen, stop, f"transit__stop transit__stop--{look}", stop.radius - RING / 2, {"stroke-width": RING})
    if stop.mark:
        size = stop.radius * 0.95
        x, y = stop.at
        yield pen.text(f"transit__mark transit__mark--{look}", x, y + size * 0.34, stop.mark, size, 700, "middle")


def _shape(pen: Pen, stop: Stop, classes: str, radius: float, more: Mapping[str, float | str] | None = None) -> str:
    x, y = stop.at
    if not stop.square:
        return pen.element("circle", classes, {"cx": x, "cy": y, "r": radius, **(more or {})})
    side: dict[str, float | str] = {"width": 2 * radius, "height": 2 * radius, "rx": 6}
    return pen.element("rect", classes, {"x": x - radius, "y": y - radius, **side, **(more or {})})


def label_element(pen: Pen, label: Label, more: str = "") -> str:
    """A label, line by line; hidden from a screen reader, which hears the stop's name or the text alternative."""
    weight = 700 if label.bold else 600
    classes = f"transit__label transit__label--{label.line} {more}".rstrip()
    lines = (
        pen.text(classes, label.at[0], baseline, line, label.setting.size, weight, label.anchor)
        for line, baseline in label.baselines()
    )
    return f'<g aria-hidden="true">{" ".join(lines)}</g>'


def drawing(pen: Pen, classes: str, size: tuple[float, float], content: str, *, title: str, told: str, key: str) -> str:
    """The outer element: a picture with a text alternative, or a group when it holds links."""
    linked = "<a " in content
    box = {"viewBox": f"0 0 {number(size[0])} {number(size[1])}", **fonts(pen)}
    if pen.standalone:
        box |= {"width": number(size[0]), "height": number(size[1])}
        content = pen.element("rect", "transit__ground", {"width": "100%", "height": "100%", "fill": "#fff"}) + content
    return root(pen, classes, box, content, title=title, told=told, key=key, linked=linked)


def fonts(pen: Pen) -> dict[str, str]:
    """The typeface, where no style sheet says it."""
    return {"font-family": FONT} if pen.standalone else {}


def root(
    pen: Pen, classes: str, box: Mapping[str, str], content: str, *, title: str, told: str, key: str, linked: bool
) -> str:
    """An svg element with title and description."""
    names = {"role": "group" if linked else "img", "aria-labelledby": f"{key}-title", "aria-describedby": f"{key}-desc"}
    space = {"xmlns": "http://www.w3.org/2000/svg"}
    words = f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(told)}</desc>'
    return pen.element("svg", classes, {**space, **box, **names}, words + content)
