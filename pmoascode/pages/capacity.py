"""The capacity page: demand against capacity, who has too much, and what nobody does."""

from collections.abc import Iterator

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.amounts import Duration
from pmoascode.records.person import Person
from pmoascode.views.capacity import capacity as rows_of
from pmoascode.views.capacity import periods
from pmoascode.views.outlook import outlook
from pmoascode.views.vacancies import ORDER

AHEAD = Duration(8, "month")  # after this one: what fits on a sheet of paper
MOST = 100  # rows of a table; the command lists all
SCARCE = 12  # skills that stand open; the rest unfolds


def capacity(facts: Facts) -> Iterator[Page]:
    """The page: roles month by month, over-allocation to the day, vacancies, skills."""
    office, today = facts.office, facts.today
    months = periods(today, AHEAD.after(today), "month")
    found = outlook(office, "role", months, today)
    skills = rows_of(office, "skill", months, today) if facts.tells_personal else ()
    yield page(
        facts,
        "capacity",
        "Capacity",
        "capacity",
        summary="Whether the resources are there: roles and skills by month, whose workload is "
        "more than their time, which roles are vacant.",
        nav="People & roles",
        contents=False,
        found=found,
        above=[row for row in found.rows if any(cell.is_over for cell in row.cells)],
        people=len({each.person.id for each in found.overloads}),
        vacant=[each for each in found.openings if each.is_now],
        scarce=[row for row in skills if any(cell.is_over for cell in row.cells)],
        enough=[row for row in skills if row.basis and not any(c.is_over for c in row.cells)],
        unknown=sum(not row.basis for row in skills),
        order=ORDER,
        speaking=sum(bool(person.skills) for person in office.all(Person)),
        scarce_most=SCARCE,
        most=MOST,
        links=Directory(facts, "capacity"),
    )
