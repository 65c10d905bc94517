"""An upright scale of numbers: where a number lies, and the round numbers that mark it."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SMALLEST = 1e-9  # anything nearer to 0 is drawn as 0
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers laid out between two positions, 0 always among them."""

    low: float  # lowest and highest number, in units of the largest
    high: float
    unit: float
    at_low: float  # position of the lowest
    at_high: float

    def at(self, value: float) -> float:
        """The position of a number."""
        share = (value / self.unit - self.low) / (self.high - self.low)
        return self.at_low + share * (self.at_high - self.at_low)

    def marks(self, about: int) -> Iterator[float]:
        """Round numbers on the scale, about so many, from low to high."""
        step = _round(self.unit * ((self.high - self.low) / about))
        first = math.ceil(self.low * self.unit / step)
        last = math.floor(self.high * self.unit / step)
        yield from (number * step for number in range(first, last + 1))


def scale(numbers: Iterable[float], at_low: float, at_high: float) -> Scale:
    """A scale that holds the finite numbers and 0."""
    known = [0.0, *numbers]
    unit = max(map(abs, known))
    if unit < _SMALLEST:
        return Scale(0.0, 1.0, 1.0, at_low, at_high)
    return Scale(min(known) / unit, max(known) / unit, unit, at_low, at_high)


def _round(step: float) -> float:
    power: float = 10.0 ** math.floor(math.log10(step))
    return next(power * part for part in _STEPS if power * part >= step * (1 - _SMALLEST))
