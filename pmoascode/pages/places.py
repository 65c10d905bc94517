"""The pages that a role's responsibilities name: where on the site each is, and what it is called.

Some are the parts of other pages; those are reached where they stand today.
"""

from typing import NamedTuple


class Place(NamedTuple):
    """Where something is to be seen."""

    path: str  # of the page
    title: str


PLACES = {
    "": Place("", "Portfolio"),
    "benefits": Place("projects", "Projects: benefits"),
    "capacity": Place("capacity", "Capacity"),
    "changes": Place("projects", "Projects: change requests"),
    "decisions": Place("attention", "Needs you"),
    "dependencies": Place("projects", "Projects: dependencies"),
    "findings": Place("findings", "Findings"),
    "issues": Place("projects", "Projects: issues"),
    "money": Place("projects", "Projects: money"),
    "organisation": Place("organisation", "Organisation"),
    "people": Place("people", "People"),
    "pmo": Place("organisation", "Organisation: the PMO"),
    "portfolios": Place("", "Portfolio"),
    "programmes": Place("programmes", "Programmes"),
    "projects": Place("projects", "Projects"),
    "reference": Place("reference", "Reference"),
    "responsibilities": Place("responsibilities", "Who does what"),
    "risks": Place("projects", "Projects: risks"),
    "roadmap": Place("roadmap", "Roadmap"),
    "roles": Place("roles", "Roles"),
    "rules": Place("rules", "Rules"),
    "waivers": Place("findings", "Findings: waived"),
}
# Pages that the built-in roles name and that are not there yet; they are shown without a link.
TO_COME = frozenset(
    {"assurance", "calendar", "careers", "kpis", "lessons", "requirements", "standards"}
)
