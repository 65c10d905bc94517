"""Givers and receivers: a line a thing that is given, each with a row of its own at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmoascode.charts.paint import ACCENT, AMBER, INK, MUTED, RED
from pmoascode.charts.spread import spread
from pmoascode.charts.svg import element, figure, label, line, linked, number, titled
from pmoascode.charts.text import shortened, width, wrapped

WIDTH = 412.0  # a phone shows it whole
_FROM, _TO, _ROW, _HEAD, _LEADING = 122.0, 184.0, 26.0, 26.0, 15.0


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that somebody gives to somebody."""

    giver: str
    receiver: str
    title: str
    days_late: int | None  # above 0 is later than needed; None where a day is missing
    is_at_risk: bool
    giver_href: str = ""
    receiver_href: str = ""

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if (self.days_late or 0) > 0:
            return f"{self.days_late} d late"
        return "at risk" if self.is_at_risk else "no date" if self.days_late is None else "in time"


def links(given: Sequence[Link], ids: str, title: str) -> Markup:
    """Givers to the left, rows by receiver to the right; late ones dashed, with a square."""
    if not given:
        nothing = label("Nothing is open", 4, 24, fill=MUTED)
        return figure(ids, title, "Nothing is open.", (320, 40), nothing)
    rows, heads, tops, y = [], [], [], 4.0
    for receiver in sorted({(link.receiver, link.receiver_href) for link in given}):
        heads.append((receiver, y + 16))
        tops.append(y - 4)
        y += _HEAD
        for link in (one for one in given if (one.receiver, one.receiver_href) == receiver):
            high = _ROW + _LEADING * (len(_title(link)) - 1)
            rows.append((link, y + high / 2))
            y += high
            tops.append(y)
        y += 8
    givers = _givers(rows, y)
    return figure(
        ids,
        title,
        "; ".join(f"{n.giver} to {n.receiver}: {n.title}, {n.state}" for n, _ in rows) + ".",
        (WIDTH, y),
        *(_line(link, givers[link.giver, link.giver_href], at) for link, at in rows),
        *(_giver(name, href, at) for (name, href), at in givers.items()),
        *(_receiver(name, href, at) for (name, href), at in heads),
        *(_row(link, at) for link, at in rows),
        cuts=[at for at in tops if _is_free(at, givers)],
    )


def _givers(rows: Sequence[tuple[Link, float]], bottom: float) -> dict[tuple[str, str], float]:
    """Each giver's height: amid its rows, moved apart from the others."""
    found: dict[tuple[str, str], list[float]] = {}
    for link, y in rows:
        found.setdefault((link.giver, link.giver_href), []).append(y)
    wanted = [sum(heights) / len(heights) for heights in found.values()]
    high = max(len(_name(giver)) for giver, _ in found) * _LEADING
    places = spread(wanted, high + 7, high / 2 + 4, bottom - high / 2 - 2)
    return dict(zip(found, places, strict=True))


def _is_free(y: float, givers: Mapping[tuple[str, str], float]) -> bool:
    """Whether no giver's name is there."""
    return all(abs(at - y) > _LEADING for at in givers.values())


def _line(link: Link, y1: float, y2: float) -> Markup:
    middle = (_FROM + _TO) / 2
    d = f"M{number(_FROM)} {number(y1)}C" + " ".join(
        number(part) for part in (middle, y1, middle, y2, _TO, y2)
    )
    paint = _paint(link)
    dashes = None if paint == ACCENT else "6 4"
    return element(
        "path", d=d, fill="none", stroke=paint, stroke_width=1.75, stroke_dasharray=dashes
    )


def _paint(link: Link) -> str:
    return RED if (link.days_late or 0) > 0 else AMBER if link.is_at_risk else ACCENT


def _giver(name: str, href: str, y: float) -> Markup:
    shown = linked(href, *_lines(_name(name), _FROM - 8, y, anchor="end"))
    return titled(name, shown, line(_FROM, y - 8, _FROM, y + 8, stroke=INK, weight=2))


def _receiver(name: str, href: str, y: float) -> Markup:
    text = shortened(name, WIDTH - _TO - 4, bold=True)
    return titled(name, linked(href, label(text, _TO, y, fill=INK, bold=True)))


def _row(link: Link, y: float) -> Markup:
    paint = _paint(link)
    if paint == ACCENT:
        sign = element("circle", cx=_TO + 6, cy=y, r=5, fill=paint)
    else:
        sign = element("rect", x=_TO + 1, y=y - 5, width=10, height=10, fill=paint)
    how = label(_state(link), WIDTH - 2, y + 4.5, anchor="end", bold=paint != ACCENT)
    said = f"{link.giver} to {link.receiver}: {link.title}, {link.state}"
    return titled(said, sign, *_lines(_title(link), _TO + 18, y), how)


def _state(link: Link) -> str:
    return shortened(link.state, 90, bold=True)


def _title(link: Link) -> tuple[str, ...]:
    room = WIDTH - _TO - 18 - width(_state(link), bold=True) - 12
    return wrapped(link.title, room) or ("",)


def _name(giver: str) -> tuple[str, ...]:
    return wrapped(giver, _FROM - 12) or ("",)


def _lines(texts: Sequence[str], x: float, middle: float, *, anchor: str = "start") -> list[Markup]:
    """The lines of a text, as many above the middle as below."""
    first = middle + 4.5 - _LEADING / 2 * (len(texts) - 1)
    return [
        label(text, x, first + _LEADING * n, fill=INK, anchor=anchor)
        for n, text in enumerate(texts)
    ]
