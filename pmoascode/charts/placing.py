"""Labels beside signs, each where it covers nothing: the first free place of several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

_RINGS, _STEP, _ANGLES = 16, 15.0, 16
_RIGHT = tuple((cos(n * pi / 8), sin(n * pi / 8)) for n in (0, 8, 4, 12, 1, 15, 7, 9, 2, 14, 6, 10))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share some area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def around(x: float, y: float, wide: float, high: float) -> Box:
    """The box of that size around a point."""
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def beside(x: float, y: float, radius: float, wide: float, high: float) -> Iterator[Box]:
    """Places for a label close to a round sign, the best first: right, left, below, above."""
    for across, down in _RIGHT:
        yield _outside(x, y, radius + 4, across, down, wide, high)


def far(x: float, y: float, radius: float, wide: float, high: float) -> Iterator[Box]:
    """Places for a label on rings around the sign, the nearest first."""
    for ring in range(1, _RINGS + 1):
        for n in range(_ANGLES):
            angle = (n + ring % 2 / 2) * 2 * pi / _ANGLES
            yield _outside(x, y, radius + 4 + ring * _STEP, cos(angle), sin(angle), wide, high)


def free(places: Iterator[Box], room: Box, taken: Sequence[Box]) -> Box | None:
    """The first of the places that lies in the room and meets nothing."""
    return next(
        (at for at in places if room.holds(at) and not any(at.meets(other) for other in taken)),
        None,
    )


def _outside(  # noqa: PLR0913, PLR0917 -- a sign, a direction and a size
    x: float, y: float, radius: float, across: float, down: float, wide: float, high: float
) -> Box:
    """The box whose nearest edge or corner lies on the circle in that direction."""
    middle_x = x + across * radius + _sign(across) * wide / 2
    middle_y = y + down * radius + _sign(down) * high / 2
    return around(middle_x, middle_y, wide, high)


def _sign(share: float) -> float:
    return 0.0 if abs(share) < 0.01 else 1.0 if share > 0 else -1.0
