"""Boards: their meetings, and what has become of what they decided."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.meeting import Meeting, Resolution
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.record import Record
from pmoascode.views.decisions import Waiting, waiting


@dataclass(frozen=True, slots=True)
class Forum:
    """One board and its meetings, the newest first."""

    id: str
    title: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision of a meeting, and the record that it refers to."""

    resolution: Resolution
    record: Record | None  # None where it names none that there is
    state: str  # what has become of it; empty where the record does not say


def forums(office: Office) -> tuple[Forum, ...]:
    """Every board that has met, by title."""
    found: dict[str, list[Meeting]] = {}
    for meeting in office.all(Meeting):
        found.setdefault(meeting.scope_id, []).append(meeting)
    made = (
        Forum(id, title_of(office, id), tuple(sorted(held, key=lambda m: m.id, reverse=True)))
        for id, held in found.items()
    )
    return tuple(sorted(made, key=lambda forum: forum.title))


def title_of(office: Office, forum: str) -> str:
    """What a board is called: as its portfolio says, else after the work that its folder names."""
    for portfolio in office.all(Portfolio):
        if portfolio.board and forum in (portfolio.id, _as_id(portfolio.board.name)):
            return portfolio.board.name
    works: tuple[Work | Portfolio, ...] = (*office.programmes, *office.projects)
    works += office.all(Portfolio)
    named = [work for work in works if f"{forum}-".startswith(f"{work.id}-")]
    if not named:
        return forum.replace("-", " ").capitalize()
    work = max(named, key=lambda each: len(each.id))
    return f"{work.name} {forum[len(work.id) + 1 :].replace('-', ' ') or 'board'}"


def _as_id(name: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", name.casefold()))


def outcomes(office: Office, meeting: Meeting) -> tuple[Outcome, ...]:
    """The decisions of the meeting, in its order."""
    known = _by_name(office)
    found = []
    for resolution in meeting.decisions:
        record = known.get(resolution.reference or "")
        found.append(Outcome(resolution, record, _state(record)))
    return tuple(found)


def asked_of(office: Office, healths: Mapping[str, Health], forum: str) -> tuple[Waiting, ...]:
    """The questions that wait for the board."""
    wanted = forum.casefold()
    return tuple(
        each
        for of, asked in waiting(office, healths)
        if of.replace("-", " ").casefold() == wanted
        for each in asked
    )


def _by_name(office: Office) -> Mapping[str, Record]:
    return {
        record.name_in_full: record
        for records in office.records.values()
        for record in records.values()
    }


def _state(record: Record | None) -> str:
    status = getattr(record, "status", "")
    return str(status).replace("-", " ") if status else ""
