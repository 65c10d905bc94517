"""Colours: the ratings, and two that nobody states - grey for no data, blue for complete."""

from collections.abc import Iterable, Mapping
from typing import Literal

Colour = Literal["blue", "grey", "green", "amber-green", "amber", "amber-red", "red"]

# From good to bad; blue and grey weigh nothing.
WEIGHT: Mapping[Colour, int] = {
    "blue": 0,
    "grey": 0,
    "green": 1,
    "amber-green": 2,
    "amber": 3,
    "amber-red": 4,
    "red": 5,
}

Trend = Literal["better", "same", "worse", ""]


def worst(colours: Iterable[Colour]) -> Colour:
    """The worst of the colours; grey where none of them says anything."""
    said = [colour for colour in colours if WEIGHT[colour]]
    return max(said, key=lambda colour: WEIGHT[colour], default="grey")


def trend(before: Colour | None, now: Colour) -> Trend:
    """Whether the colour is better, the same or worse than before; empty where one says nothing."""
    if before is None or not WEIGHT[before] or not WEIGHT[now]:
        return ""
    step = WEIGHT[now] - WEIGHT[before]
    return "same" if step == 0 else "worse" if step > 0 else "better"
