"""The parts of a report besides its ratings: what was done, what is next, the way to green."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmoascode.acts.choices import Beginning, choices
from pmoascode.acts.reporting import Reporting
from pmoascode.acts.values import value_of
from pmoascode.cli.asking import asked, said
from pmoascode.finding import CannotRun
from pmoascode.measures.colour import WEIGHT
from pmoascode.records.kinds import Kind

_KEPT, _DONE, _GONE = "keep", "done", "drop"


def words(
    reporting: Reporting, kind: Kind, given: Mapping[str, Any], *, asks: bool
) -> dict[str, Any]:
    """Headline, summary, what was achieved and what is planned."""
    found = {name: given[name] for name in ("headline", "summary") if name in given}
    lists = {"achieved": reporting.achieved, "planned": reporting.planned}
    if asks:
        for name in ("headline", "summary"):
            if name not in found:
                value = asked(kind, (name,), is_optional=name == "summary")
                found |= {name: value} if value else {}
    for name, usual in lists.items():
        lines = list(given.get(name, usual))
        if asks and name not in given:
            lines = asked(kind, (name,), before=lines, is_optional=True) or []
        found |= {name: lines} if lines else {}
    return found


def way_to_green(
    reporting: Reporting,
    kind: Kind,
    data: Mapping[str, Any],
    given: Mapping[str, Any],
    *,
    asks: bool,
) -> dict[str, Any]:
    """Cause, actions, the day of green, the decisions needed, the reason for a change."""
    found = {name: value for name, value in given.items() if value}
    found["actions"] = [*_carried(reporting, asks=asks), *given.get("actions", ())]
    if asks:
        for name in _wanted(reporting, data["rating"]):
            if name not in given:
                begun = Beginning(kind, reporting.place.scope, data)
                offers = choices(reporting.office, begun, (name,), reporting.today)
                known = found["actions"] if name == "actions" else ()
                value = asked(kind, (name,), choices=offers, before=known, is_optional=True)
                found |= {name: value} if value else {}
    return {name: value for name, value in found.items() if value}


def _wanted(reporting: Reporting, rated: Mapping[str, str]) -> Iterator[str]:
    """What a reader of these ratings wants to know."""
    if any(reporting.rated.get(name, rating) != rating for name, rating in rated.items()):
        yield "change_reason"
    if any(WEIGHT[rating] > 1 for rating in rated.values()):  # type: ignore[index]
        yield from ("cause", "actions", "green_on")
    yield "decisions_needed"


def _carried(reporting: Reporting, *, asks: bool) -> Sequence[Mapping[str, Any]]:
    """The open actions of the last report, each with what has become of it."""
    found: list[Mapping[str, Any]] = []
    for action in reporting.actions:
        answer = _became(action, reporting) if asks else _KEPT
        if answer == _DONE:
            found.append({**action, "done": reporting.today.isoformat()})
        elif answer != _GONE:
            found.append(action if answer == _KEPT else {**action, "due": answer})
    return found


def _became(action: Mapping[str, Any], reporting: Reporting) -> str:
    def read(text: str) -> str:
        if text in (_KEPT, _DONE, _GONE):
            return text
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            raise CannotRun(f"“{text}” is neither {_KEPT}, {_DONE} or {_GONE} nor a day") from None

    before = reporting.last.id if reporting.last else ""
    about = (
        f"{action['do']}; {action['owner']}, due {action['due']}.\n"
        f"  Of {before}: {_KEPT}, {_DONE}, {_GONE}, or the new last day."
    )
    return said("Open action", about, read, _KEPT)


def comments(kind: Kind, given: Sequence[str]) -> dict[str, str]:
    """Dimension to comment, as given in the form DIMENSION=TEXT.

    Raises:
        CannotRun: there is no such dimension, or the text cannot be one.
    """
    found = {}
    for text in given:
        name, equals, comment = text.partition("=")
        if not equals:
            raise CannotRun(f"{text!r} is no dimension with its comment, such as schedule=...")
        found[name.strip()] = value_of(kind, ("comments", name.strip()), comment.strip())
    return found
