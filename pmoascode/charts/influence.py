"""The stakeholder map: influence against interest, with the stakeholders in their cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmoascode.charts.grid import CELL, LEFT, RIGHT, TOP, across, upwards
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, INK, LINE, MUTED
from pmoascode.charts.svg import element, figure, label, linked, titled
from pmoascode.charts.text import shortened, width, wrapped

_HIGH, _LEADING = 76.0, 17.0
_INSIDE = 7.0
_NAMED = 3  # in one cell; the rest are counted
_UNKNOWN = "○"
SIGNS = {"champion": "▲▲", "supporter": "▲", "neutral": "●", "critic": "▼", "opponent": "▼▼"}
# Mendelow (1991), stakeholder mapping; the middle of the scale counts as high.
_QUARTERS = (
    ("Keep satisfied", "start", 5),
    ("Manage closely", "end", 5),
    ("Monitor", "start", 2),
    ("Keep informed", "end", 2),
)  # name, at which end of the interest, highest influence


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder, on scales from 1 to 5."""

    name: str
    influence: int
    interest: int
    attitude: str = ""  # a key of SIGNS; empty is not known
    href: str = ""

    @property
    def is_placed(self) -> bool:
        """Whether both values lie on the scale."""
        return self.influence in range(1, 6) and self.interest in range(1, 6)

    @property
    def text(self) -> str:
        """The sign of the attitude, and the name."""
        return f"{SIGNS.get(self.attitude, _UNKNOWN)} {self.name}"


def influence(parties: Sequence[Party], ids: str) -> Markup:
    """Five by five cells, the most influential on top; signs tell how each stands to it."""
    placed = [party for party in parties if party.is_placed]
    missing = len(parties) - len(placed)
    cells = [
        _cell([p for p in placed if (p.influence, p.interest) == (row, column)], row, column)
        for row in range(5, 0, -1)
        for column in range(1, 6)
    ]
    bottom = TOP + 5 * _HIGH
    told = f"{len(placed)} stakeholders: " + ", ".join(
        f"{p.name} influence {p.influence}, interest {p.interest}" for p in placed[:20]
    )
    note = f"{missing} without influence and interest" if missing else ""
    notes = [label(note, LEFT, bottom + 58, fill=MUTED)] if note else []
    return figure(
        ids,
        "Interest and influence",
        told,
        (RIGHT + 4, bottom + (62 if note else 44)),
        across("Interest", bottom),
        *cells,
        *_quarters(),
        *notes,
        upwards("Influence", bottom),
        legend=legend(_key()),
    )


def _key() -> list[tuple[Sign, str]]:
    known = (*SIGNS.items(), ("not known", _UNKNOWN))
    return [(_sign(sign), attitude) for attitude, sign in known]


def _sign(sign: str) -> Sign:
    return lambda x, y: label(sign, x, y + 4.5, anchor="middle")


def _quarters() -> list[Markup]:
    """The names of the four ways to treat a stakeholder, each in the corner of its quarter."""
    places = {"start": LEFT + _INSIDE, "end": RIGHT - _INSIDE}
    return [
        label(name, places[end], TOP + (5 - row) * _HIGH + 17, fill=MUTED, anchor=end, bold=True)
        for name, end, row in _QUARTERS
    ]


def _cell(here: Sequence[Party], row: int, column: int) -> Markup:
    x, y = LEFT + (column - 1) * CELL, TOP + (5 - row) * _HIGH
    is_near = row >= 3 and column >= 3
    box = element(
        "rect",
        x=x + 1.5,
        y=y + 1.5,
        width=CELL - 3,
        height=_HIGH - 3,
        rx=3,
        fill=ACCENT,
        fill_opacity=0.16 if is_near else 0.08 if row >= 3 or column >= 3 else 0.03,
        stroke=ACCENT if here else LINE,
        stroke_width=1.5 if here else 0.75,
    )
    told = f"Influence {row}, interest {column}: {len(here)}"
    drawn = titled(told, box)
    if len(here) == 1:
        return drawn + _alone(here[0], x + _INSIDE, y + 34)
    more = len(here) - _NAMED
    for n, party in enumerate(here[:_NAMED]):
        line_y = y + 34 + n * _LEADING
        rest = f" +{more}" if n == _NAMED - 1 and more > 0 else ""
        text = shortened(party.text, CELL - 2 * _INSIDE - width(rest, bold=True))
        drawn += titled(
            _told(party),
            linked(party.href, label(text, x + _INSIDE, line_y, fill=INK)),
        )
        if rest:
            others = ", ".join(other.name for other in here[_NAMED:])
            told = label(rest.strip(), x + CELL - _INSIDE, line_y, anchor="end", bold=True)
            drawn += titled(others, told)
    return drawn


def _alone(party: Party, x: float, y: float) -> Markup:
    """The one in its cell has all the lines."""
    lines = wrapped(party.text, CELL - 2 * _INSIDE, lines=_NAMED)
    text = [label(line, x, y + n * _LEADING, fill=INK) for n, line in enumerate(lines)]
    return titled(_told(party), linked(party.href, *text))


def _told(party: Party) -> str:
    return f"{party.name}: {party.attitude or 'attitude not known'}"
