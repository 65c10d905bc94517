"""What is due from one person and what waits for them, as `pmo my` says it."""

import datetime as dt
from collections.abc import Iterator
from textwrap import wrap

from pmoascode.cli import terminal
from pmoascode.cli.holding_text import HEAD, cells, counted, role_title
from pmoascode.cli.person_text import decisions, part
from pmoascode.cli.table import heading
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.views.agenda import Item
from pmoascode.views.mine import Mine

WIDE = 100  # columns, where the output goes into a file


def mine(office: Office, found: Mine, day: dt.date) -> Iterator[str]:
    """The lines about the person; what presses most comes first."""
    who = found.person
    late = sum(item.due < day for item in found.due)
    yield heading(f"{who.name} ({who.id}), on {day}")
    waits = counted(len(found.waiting), "decision") if found.waiting else "No decision"
    things = counted(len(found.due), "thing") if found.due else "nothing"
    past = f", {late} past the day" if late else ""
    yield f"{waits} waiting; {things} due by {found.until}{past}."
    yield from decisions(office, found.waiting)
    rows = [_item(office, item, day) for item in found.due]
    yield from part(f"Due by {found.until}", ("By", "", "What", "Where", ""), rows)
    if found.beyond:
        yield f"{counted(found.beyond, 'more thing')} due later."
    held = [
        (
            role_title(office, h.role),
            h.scope.title,
            *cells(office, h, "to come" if h.state == "coming" else ""),
        )
        for h in found.held
    ]
    yield from part("Roles", ("Role", "Where", *HEAD), held)
    if found.names:
        kinds = ", ".join(f"{what} {number}" for what, number in found.names.items())
        said = f"In {who.name}'s name: {kinds}. `pmo who {who.id}` lists them."
        yield from ("", *wrap(said, terminal.width() or WIDE))


def _item(office: Office, item: Item, day: dt.date) -> tuple[str, ...]:
    late = item.days_late(day)
    said = f"{counted(late, 'day')} late" if late > 0 else "today" if late == 0 else ""
    where = item.work.name if item.work else scope_name(item.record.scope_id, office)
    return (str(item.due), item.kind, item.what, where, said)
