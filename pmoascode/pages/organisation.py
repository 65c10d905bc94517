"""The organisation page: units, positions, and where the PMO reports."""

from collections.abc import Iterator

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.objective import Objective
from pmoascode.views.organisation_chart import reporting_line, units


def organisation(facts: Facts) -> Iterator[Page]:
    """The page, if the organisation's file can be read."""
    found = facts.office.organisation
    if found is None:
        return
    yield page(
        facts,
        "organisation",
        "Organisation",
        "organisation",
        summary=" ".join([found.name, *(unit.title for unit in found.units.values())]),
        record=found,
        nav="People & roles",
        organisation=found,
        rows=units(found),
        offices=[
            (id, unit, reporting_line(found, unit))
            for id, unit in sorted(found.units.items())
            if unit.type_ == "pmo"
        ],
        objectives={o.id: o.title for o in facts.office.all(Objective)},
        links=Directory(facts, "organisation"),
    )
