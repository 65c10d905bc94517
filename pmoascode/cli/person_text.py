"""What one person holds and answers for, as `pmo who` says it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from pmoascode.cli import holding_text as say
from pmoascode.cli.holding_text import HEAD, Row
from pmoascode.cli.table import heading, table
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.views.standing import ReportDue, Standing
from pmoascode.views.ties import Tie
from pmoascode.views.waiting import Waiting


def person(office: Office, own: Standing, day: dt.date) -> Iterator[str]:
    """The lines about the person."""
    row, who = own.row, own.person
    post = ", ".join(part for part in (row.position, row.unit) if part)
    here = "" if row.is_active else ", not with the organisation"
    yield heading(f"{who.name} ({who.id}){': ' if post else ''}{post}{here}, on {day}")
    held = [
        (
            say.role_title(office, h.role),
            h.scope.title,
            *say.cells(office, h, "to come" if h.state == "coming" else ""),
        )
        for h in own.held
    ]
    yield from part("Roles", ("Role", "Where", *HEAD), held)
    if row.time:
        yield f"Roles held now take {row.time:f} % of full time; {row.capacity:f} % is worked."
    if own.past:
        yield f"{say.counted(own.past, 'role')} held before."
    yield from duties(office, own.waiting, own.reports, own.ties)
    if not (own.held or own.past or own.waiting or own.reports or own.ties):
        yield from ("", "Holds no role, and nothing stands in their name.")


def duties(
    office: Office, waiting: Sequence[Waiting], reports: Sequence[ReportDue], ties: Sequence[Tie]
) -> Iterator[str]:
    """What waits for a decision, the reports that are due, and what stands in the name."""
    yield from decisions(office, waiting)
    due = [(str(each.due), each.work.name) for each in reports]
    yield from part("Reports due", ("By", "Of"), due)
    named = [(t.what, str(t.due or ""), t.work.name if t.work else "", t.title) for t in ties]
    yield from part("In their name", ("What", "By", "Where", "Title"), named)


def decisions(office: Office, waiting: Sequence[Waiting]) -> Iterator[str]:
    """What waits for a decision."""
    rows = [
        (w.what, str(w.due or ""), w.work.name if w.work else "", _as(office, w), w.title)
        for w in waiting
    ]
    yield from part("Waits for a decision", ("What", "By", "Where", "As", "Title"), rows)


def part(title: str, head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """A table under a heading; nothing where it has no rows."""
    if rows:
        yield from ("", heading(title), *table(head, rows))


def _as(office: Office, waiting: Waiting) -> str:
    return role_name(waiting.role, office) if waiting.role else ""
