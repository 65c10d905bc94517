"""What a change does, in sentences: the ground on which they stand, and what they share."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pmoascode.change import FieldChange
from pmoascode.measures.wording import days
from pmoascode.office import Office, Work
from pmoascode.records.record import Record

Weight = Literal["major", "minor", "detail"]
WEIGHTS: tuple[Weight, ...] = ("major", "minor", "detail")  # the gravest first
Sentences = Iterator[tuple[str, Weight]]
Fields = tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence about what changed."""

    text: str  # plain text, without the name of the work
    weight: Weight
    work: Work | None  # None where it belongs to the whole office
    record: Record


@dataclass(frozen=True, slots=True)
class Ground:
    """The office before and after the change, and the work that a sentence is about."""

    before: Office
    after: Office
    work: Work | None


def moved(was: dt.date | None, now: dt.date | None) -> str:
    """How a date moved, as in "from 2027-03-12 to 2027-04-02 (+21 days)"."""
    if was is None or now is None:
        return f"to {now}" if now else "away"
    number = (now - was).days
    sign = "+" if number > 0 else "\N{MINUS SIGN}"
    return f"from {was} to {now} ({sign}{days(abs(number))})"


def plain(value: Any) -> str:
    """A value of a list of choices as people say it."""
    return str(value).replace("-", " ") if value is not None else "nothing"


def rest(fields: list[FieldChange]) -> Sentences:
    """What is left of a record's changes, by the names of the fields."""
    names = sorted({str(field.keys[0]).replace("_", " ") for field in fields})
    if names:
        yield f"changed: {', '.join(names)}", "detail"


def rest_of(name: str, fields: Fields) -> Sentences:
    """What else changed of a record, by its name."""
    for text, weight in rest(list(fields)):
        yield f"{name}, {text}", weight
