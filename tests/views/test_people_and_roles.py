"""Who holds what, and who answers for what."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from pmoascode.document import Blob
from pmoascode.office import Office, load
from pmoascode.views.duties import duties
from pmoascode.views.holdings import holdings, total_time
from pmoascode.views.organisation_chart import line_of, units
from pmoascode.views.people import people
from pmoascode.views.relations import incompatible
from pmoascode.views.role_catalogue import roles
from pmoascode.worktree import built_in_files, files_in

TODAY = dt.date(2026, 11, 10)
FOLDER = Path(__file__).parents[1] / "valid_office"


def office_with(files: Mapping[str, str]) -> Office:
    """The valid office with the files laid over it; an empty text takes a file away."""
    found = dict(files_in(FOLDER))
    for path, text in files.items():
        content = text.encode()
        found[path] = Blob(id="", size=len(content), read=lambda content=content: content)  # type: ignore[misc]
    gone = {path for path, text in files.items() if not text}
    return load({p: b for p, b in found.items() if p not in gone}, built_in_files())


def test_holdings_are_now_coming_or_past() -> None:
    office = office_with(
        {
            "assignments/hermes.yaml": """\
project-manager:
  - {person: sam-okoro, from: 2026-01-01, until: 2026-11-10, time: 40 %}
  - {person: sam-okoro, from: 2026-11-11, time: 20 %}
  - {person: sam-okoro, from: 2025-01-01, until: 2025-12-31, time: 60 %}
"""
        }
    )
    mine = [a for a in office.assignments_of("sam-okoro") if a.scope_id == "hermes"]
    found = holdings(office, mine, TODAY)
    assert [(h.state, h.days_left, h.ends_soon) for h in found] == [
        ("now", 0, True),
        ("coming", None, False),
        ("past", -314, False),
    ]
    assert total_time(found) == Decimal(40)


def test_people_who_left_stand_last_and_overload_is_seen() -> None:
    office = office_with(
        {
            "people/ana-keller.yaml": "name: Ana Keller\nactive_until: 2026-11-09\n",
            "people/tom-berg.yaml": "name: Tom Berg\ncapacity: 50 %\n",
        }
    )
    rows = people(office, TODAY)
    assert (rows[-1].person.id, rows[-1].is_active) == ("ana-keller", False)
    tom = next(row for row in rows if row.person.id == "tom-berg")
    assert (tom.time, tom.capacity, tom.is_overloaded) == (Decimal(80), Decimal(50), True)


def test_a_role_asked_for_a_decision_is_a_duty_of_its_holder() -> None:
    office = office_with(
        {
            "projects/apollo/reports/2026-10.yaml": """\
date: 2026-11-03
by: tom-berg
rating: {overall: green}
decisions_needed:
  - {what: Move go-live?, by: sponsor, needed_by: 2026-11-20}
  - {what: Buy or build?, by: paul-weber, needed_by: 2026-11-12}
"""
        }
    )
    found = duties(office, TODAY)
    assert [(d.what, d.as_role) for d in found["maria-silva"].decisions] == [
        ("Move go-live?", "sponsor")
    ]
    assert [(d.what, d.as_role) for d in found["paul-weber"].decisions] == [("Buy or build?", "")]


def test_what_is_due_stands_with_its_owner_the_earliest_first() -> None:
    office = office_with(
        {
            "projects/apollo/actions.yaml": """\
late: {do: Call the vendor, owner: tom-berg, due: 2026-11-01}
soon: {do: Write the letter, owner: tom-berg, due: 2026-10-01}
done: {do: Ask around, owner: tom-berg, due: 2026-09-01, done: 2026-09-01}
"""
        }
    )
    mine = [d.what for d in duties(office, TODAY)["tom-berg"].tasks]
    assert mine.index("Write the letter") < mine.index("Call the vendor")
    assert "Ask around" not in mine


def test_a_vacant_key_role_is_counted_with_its_role() -> None:
    office = office_with({"assignments/apollo.yaml": ""})
    rows = {row.role.id: row for row in roles(office, TODAY)}
    assert "apollo" in [v.work.id for v in rows["sponsor"].vacancies]
    assert "apollo" not in [h.scope.id for h in rows["sponsor"].holdings]


def test_incompatibility_is_seen_from_both_sides() -> None:
    office = office_with({})
    by_id = {row.role.id: row.role for row in roles(office, TODAY)}
    assert ("sponsor", "error") in incompatible(office, by_id["project-manager"])
    assert ("project-manager", "error") in incompatible(office, by_id["sponsor"])


def test_units_in_a_circle_are_shown_once() -> None:
    office = office_with(
        {
            "organisation.yaml": """\
name: Ring
currency: EUR
units:
  a: {title: A, type: team, parent: b}
  b: {title: B, type: team, parent: a}
  c: {title: C, type: pmo}
positions:
  x: {title: X, level: staff, reports_to: y}
  y: {title: Y, level: staff, reports_to: x}
"""
        }
    )
    assert office.organisation is not None
    assert [(row.id, row.depth) for row in units(office.organisation)] == [
        ("c", 0),
        ("a", 0),
        ("b", 1),
    ]
    assert line_of(office.organisation, "x") == ("x", "y")
