"""The signs on a roadmap: diamonds for milestones, triangles for gates, in three states."""

from markupsafe import Markup

from pmoascode.charts.paint import INK, MUTED, SURFACE
from pmoascode.charts.plan import Mark
from pmoascode.charts.svg import element, line, path, titled
from pmoascode.charts.timeline import Axis, day

RADIUS = 7.0


def sign(kind: str, state: str, x: float, y: float) -> Markup:
    """One sign: `baseline` thin and hollow, `forecast` thick and hollow, `actual` filled."""
    r = RADIUS
    points = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
    if kind == "gate":
        points = [(x - r, y - r + 1), (x + r, y - r + 1), (x, y + r)]
    fill = {"baseline": SURFACE, "forecast": SURFACE, "actual": INK}[state]
    return element(
        "path",
        d=path(points, closed=True),
        fill=fill,
        fill_opacity=0.55 if state == "baseline" else None,
        stroke=MUTED if state == "baseline" else INK,
        stroke_width=1 if state == "baseline" else 1.75,
        stroke_linejoin="round",
    )


def told(mark: Mark) -> str:
    """A mark in words: title, kind, its dates and the days between them."""
    parts = [f"{mark.title} ({mark.kind})"]
    for name, when in (("actual", mark.actual), ("forecast", mark.forecast)):
        if when:
            parts.append(f"{name} {day(when)}{_against(mark, name)}")
    if mark.baseline:
        parts.append(f"baseline {day(mark.baseline)}")
    return ", ".join(parts if mark.on else [*parts, "no date"])


def _against(mark: Mark, name: str) -> str:
    when = mark.actual or mark.forecast
    if not mark.baseline or not when or (name == "forecast" and mark.actual):
        return ""
    days = (when - mark.baseline).days
    return f" ({days:+d} days)" if days else " (on baseline)"


def ghost(mark: Mark, scale: Axis, y: float) -> Markup:
    """The hollow sign at the baseline, with a dashed line to where the mark stands now."""
    if not mark.baseline or not mark.on or mark.on == mark.baseline:
        return Markup("")
    x1, x2 = scale.at(mark.baseline), scale.at(mark.on)
    edge = max(min(x2 - x1, RADIUS), -RADIUS)  # the line must not cross the hollow sign
    thread = line(x1 + edge, y, x2, y, stroke=INK, weight=1.25, dashes="3 2")
    return thread + titled(told(mark), sign(mark.kind, "baseline", x1, y))


def drawn(mark: Mark, scale: Axis, y: float) -> Markup:
    """The sign where the mark stands now."""
    if not mark.on:
        return Markup("")
    state = "actual" if mark.actual else "forecast" if mark.forecast else "baseline"
    return titled(told(mark), sign(mark.kind, state, scale.at(mark.on), y))
