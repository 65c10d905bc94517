"""What is said of one part of the set-up: that it is in order, or what there is to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

State = Literal["ok", "odd", "missing", "look"]  # look: it cannot be seen from here
STATES: tuple[State, ...] = get_args(State)
TO_DO: tuple[State, ...] = ("odd", "missing")


@dataclass(frozen=True)
class Remark:
    """One thing about the repository, the forge or the desk."""

    name: str  # kebab-case; stays the same from version to version
    state: State
    said: str  # without a full stop
    remedy: str = ""  # what to do, where there is something to do


def counts(remarks: Iterable[Remark]) -> Mapping[State, int]:
    """How many there are of each state."""
    states = [remark.state for remark in remarks]
    return {state: states.count(state) for state in STATES}
