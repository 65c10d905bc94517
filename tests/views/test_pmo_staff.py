"""The people of a project office: the head answers to a post, the others to the head."""

import datetime as dt
from decimal import Decimal

from pmoascode.views.pmo_staff import pmo_staff
from tests.measures.small_office import TODAY, office

FILES = {
    "organisation.yaml": """\
name: Example
currency: EUR
units: {pmo: {title: Office, type: pmo, head: head-of-pmo, reports_to: director}}
positions:
  director: {title: Director, level: executive, holder: maria-silva}
  head-of-pmo: {title: Head, level: manager, unit: pmo, reports_to: director, holder: tom-berg}
""",
    "assignments/pmo.yaml": """\
pmo-analyst: [{person: li-wen, from: 2026-01-01, time: 50 %}]
pmo-director: [{person: tom-berg, from: 2025-01-01, time: 80 %}]
pmo-coordinator: [{person: li-wen, from: 2025-01-01, until: 2026-03-31}]
benefits-tracker: [{person: li-wen, from: 2025-01-01, until: 2025-03-31}]
""",
    "roles/pmo-coordinator.yaml": "title: Coordinator\n",
    "roles/benefits-tracker.yaml": "title: Tracker\nstatus: retired\n",
    "people/tom-berg.yaml": "name: Tom Berg\n",
    "people/maria-silva.yaml": "name: Maria Silva\n",
    "people/li-wen.yaml": "name: Li Wen\n",
}


def test_the_head_stands_first_and_what_fell_vacant_last() -> None:
    known = office(FILES)
    assert known.organisation
    staff = pmo_staff(known, "pmo", known.organisation.units["pmo"], TODAY)
    said = [(s.role, s.held.person if s.held else "", s.reports_to) for s in staff.seats]
    assert said == [
        ("pmo-director", "tom-berg", "director"),
        ("pmo-analyst", "li-wen", ""),
        ("pmo-coordinator", "", ""),
    ]
    assert staff.seats[-1].was_until == dt.date(2026, 3, 31)
    assert (staff.time, staff.head) == (Decimal(130), "pmo-director")
