"""Demand against capacity, over-allocation and vacancies, as `pmo capacity` says them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pmoascode.cli import holding_text as say
from pmoascode.cli.person_text import part
from pmoascode.cli.table import heading, table
from pmoascode.measures.demand import FULL
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.views.capacity import Cell, Row
from pmoascode.views.outlook import Outlook, differences
from pmoascode.views.overloads import Overload
from pmoascode.views.vacancies import ORDER, Opening

MOST = 40  # lines of a list


def lines(office: Office, now: Outlook, then: Outlook, said: Sequence[str]) -> Iterator[str]:
    """The lines about the outlook as it would be, with what differs where something is shifted."""
    first, last = then.periods[0], then.periods[-1]
    unit = "percent of full time" if then.by == "person" else "full-time equivalents"
    yield heading(f"Demand / capacity by {then.by}, {unit}, {first.id} to {last.id}")
    if said:
        yield f"What if: {', '.join(said)}. In brackets: the difference in demand."
    changed = differences(now, then) if said else {}
    rows = [(_name(row, then), *_cells(row, then, changed)) for row in then.rows]
    if not rows:
        yield from ("", "Nobody is assigned in these periods.")
    else:
        names = [f"#{period.id}" for period in then.periods]
        yield from ("", *table((then.by.capitalize(), *names), rows), "", *_notes(then))
    yield from _overloads(office, now.overloads, then.overloads, is_shifted=bool(said))
    yield from _openings(office, then.openings)


def _name(row: Row, shown: Outlook) -> str:
    """The title; of a person who does not work full time with the share that they do."""
    most = max((cell.capacity or Decimal(0) for cell in row.cells), default=Decimal(0))
    return f"{row.title}, of {most:.0f}" if shown.by == "person" and most < FULL else row.title


def _cells(row: Row, shown: Outlook, changed: Mapping[str, Sequence[Decimal]]) -> Iterator[str]:
    for index, cell in enumerate(row.cells):
        difference = changed[row.id][index] if row.id in changed else Decimal(0)
        if shown.by == "person":
            yield _percent(cell, difference)
        else:
            yield _fte(cell, difference, is_said=row.unsaid < row.total)


def _fte(cell: Cell, difference: Decimal, *, is_said: bool) -> str:
    demand = f"{cell.demand / FULL:.1f}" if is_said else "?"
    capacity = "-" if cell.capacity is None else f"{cell.capacity / FULL:.1f}"
    more = f" ({difference / FULL:+.1f})" if abs(difference) >= 5 else ""
    return f"{demand}/{capacity}{more}{' !' if cell.is_over else '  '}"


def _percent(cell: Cell, difference: Decimal) -> str:
    """The mean, and the peak where a day asks for more than there is."""
    above = cell.capacity is not None and cell.peak > cell.capacity
    peak = f", {cell.peak:.0f} at most" if above else ""
    more = f" ({difference:+.0f})" if abs(difference) >= 1 else ""
    return f"{cell.demand:.0f}{peak}{more}{' !' if above else '  '}"


def _notes(shown: Outlook) -> Iterator[str]:
    """How the figures are to be read, and how much of the data has none."""
    yield "Means over the days of each period; ! is more demand than capacity."
    stated = [row.title for row in shown.rows if row.basis == "stated"]
    if stated:
        yield f"Capacity as the portfolio states it: {', '.join(sorted(stated))}."
    if shown.by == "role":
        yield "Capacity of other roles: the people whose career role it is; - is not known."
    if shown.by == "skill":
        yield (
            "Demand: the time of roles that need the skill, which need others too. Capacity: the "
            "people who have it at the level given, of 7; - is not known."
        )
    if shown.unsaid:
        where = ", ".join(f"{title} {count}" for title, count in list(shown.unsaid.items())[:5])
        more = ", ..." if len(shown.unsaid) > 5 else ""
        share = Decimal(100) * sum(shown.unsaid.values()) / shown.total
        yield (
            f"{sum(shown.unsaid.values())} of {shown.total} assignments and vacancies "
            f"({share:.0f} %) say no time and count as nothing: {where}{more}."
        )


def _overloads(
    office: Office, now: Sequence[Overload], then: Sequence[Overload], *, is_shifted: bool
) -> Iterator[str]:
    was, will = {_key(each): each for each in now}, {_key(each): each for each in then}
    found = sorted(was | will, key=lambda key: (key[1], key[0]))
    rows = []
    for key in found:
        each = will.get(key) or was[key]
        sign = "" if key in was and key in will else "new" if key in will else "gone"
        row = (
            each.person.name,
            str(each.tenure.first),
            str(each.tenure.last or "no end agreed"),
            f"{each.percent:f} %",
            f"{each.limit:f} %",
            each.load.shares(office),
        )
        rows.append((sign, *row) if is_shifted else row)
    head = ("Who", "From", "Until", "#Time", "#Limit", "What")
    yield from part("Over-allocated", ("", *head) if is_shifted else head, rows[:MOST])
    yield from _more(rows)
    if not rows:
        yield from ("", "Nobody is over-allocated.")


def _more(rows: Sequence[object]) -> Iterator[str]:
    if len(rows) > MOST:
        yield f"... and {len(rows) - MOST:,} more; --format json has all."


def _key(each: Overload) -> tuple[str, object, object, Decimal]:
    return each.person.id, each.tenure.first, each.tenure.last, each.percent


def _openings(office: Office, found: Sequence[Opening]) -> Iterator[str]:
    rows = [
        (
            say.role_title(office, each.role),
            each.work.name,
            str(each.gap.first),
            str(each.gap.last or ""),
            ", ".join(_weight(each)),
            _answer(office, each),
        )
        for each in found
    ]
    head = ("Role", "Where", "From", "Until", "Why it hurts", "Then")
    yield from part("Vacancies, those that hurt most first", head, rows[:MOST])
    yield from _more(rows)
    if rows:
        yield ORDER


def _weight(each: Opening) -> Iterator[str]:
    if each.is_must_win:
        yield "must-win"
    yield each.tier
    if each.stage:
        yield each.stage
    if each.gate_on:
        yield f"approval on {each.gate_on}"
    elif each.gate:
        yield f"then {each.gate}"
    if each.is_now:
        yield f"vacant for {say.counted(each.days, 'day')}" if each.days else "vacant from today"
    else:
        yield f"in {say.counted(-each.days, 'day')}"


def _answer(office: Office, each: Opening) -> str:
    if each.following:
        return f"{person_name(each.following.person, office)} from {each.following.from_}"
    said = each.lane.vacancy
    return say.vacancy_cells(office, said)[3] if said else "no plan is recorded"
