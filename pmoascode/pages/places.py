"""Where things are on the site: the pages that responsibilities name, and the pages of people.

Some are the parts of other pages; those are reached where they stand today.
"""

from typing import NamedTuple


class Place(NamedTuple):
    """Where something is to be seen."""

    path: str  # of the page
    title: str


PLACES = {
    "": Place("", "Portfolio"),
    "assurance": Place("registers/reviews", "Assurance reviews"),
    "benefits": Place("benefits", "Benefits"),
    "calendar": Place("calendar", "Governance calendar"),
    "capacity": Place("capacity", "Capacity"),
    "careers": Place("careers", "Careers"),
    "changes": Place("registers/change-requests", "Change requests"),
    "decisions": Place("decisions", "Decisions and help needed"),
    "deliverables": Place("registers/deliverables", "Deliverables"),
    "dependencies": Place("dependencies", "Dependencies"),
    "findings": Place("findings", "Findings"),
    "improvements": Place("registers/improvements", "Improvements of the office"),
    "issues": Place("registers/issues", "Issues"),
    "kpis": Place("scorecard", "Scorecard of the office"),
    "lessons": Place("registers/lessons", "Lessons"),
    "money": Place("money", "Money"),
    "organisation": Place("organisation", "Organisation"),
    "people": Place("people", "People"),
    "pmo": Place("organisation", "Organisation: the PMO"),
    "portfolios": Place("portfolios", "Portfolios"),
    "programmes": Place("programmes", "Programmes"),
    "projects": Place("projects", "Projects"),
    "reference": Place("reference", "Reference"),
    "requirements": Place("registers/requirements", "Requirements"),
    "responsibilities": Place("responsibilities", "Who does what"),
    "risks": Place("risks", "Risks"),
    "roadmap": Place("roadmap", "Roadmap"),
    "roles": Place("roles", "Roles"),
    "rules": Place("rules", "Rules"),
    "standards": Place("standards", "Standards"),
    "waivers": Place("findings", "Findings: waived"),
}

CAPABILITY = "people/capability"


def person_page(id: str) -> str:
    """The path of the page of the person with the id."""
    path = f"people/{id}"
    return f"{path}-1" if path == CAPABILITY else path
