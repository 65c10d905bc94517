"""The rule that every reporting line comes to an end at the top."""

from collections.abc import Mapping

from pmoascode.finding import Severity
from pmoascode.records.organisation import Organisation
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="An organisation is a tree: each post answers to one above it, up to the top",
    bad=(
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department}
          it: {title: Information technology, type: department}
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer:
            title: Chief operating officer
            level: executive
            holder: maria-silva
            reports_to: head-of-claims  # <--
          head-of-pmo:
            title: Head of the PMO
            level: department-head
            holder: ana-keller
            reports_to: chief-operating-officer
          head-of-claims:
            title: Head of claims
            level: department-head
            holder: paul-weber
            reports_to: chief-operating-officer
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department, parent: it}  # <--
          it: {title: Information technology, type: department, parent: claims}
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
    ),
    good="""
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department, parent: executive-office}
        positions:
          chief-executive: {title: Chief executive, level: executive}
          chief-operating-officer:
            {title: Chief operating officer, level: executive, reports_to: chief-executive}
          head-of-claims:
            {title: Head of claims, level: department-head, reports_to: chief-operating-officer}
        """,
)
def reporting_line_circular(organisation: Organisation) -> Problems:
    """A line of positions or of units leads back to where it began.

    Whoever follows the line upwards, to escalate or to have something decided, never comes to
    somebody who decides. The organisation chart has no place for a circle either.

    To put it right, correct `reports_to` of one of the positions, or `parent` of one of the units,
    so that the line ends at the top.
    """
    positions = organisation.positions
    for circle in _circles({id: each.reports_to for id, each in positions.items()}):
        way = " to ".join(f"the {positions[id].title}" for id in (*circle, circle[0]))
        yield (
            organisation.at("positions", circle[0], "reports_to"),
            f"this line leads in a circle, from {way}",
        )
    units = organisation.units
    for circle in _circles({id: each.parent for id, each in units.items()}):
        way = " to ".join(units[id].title for id in (*circle, circle[0]))
        yield (
            organisation.at("units", circle[0], "parent"),
            f"these units belong to each other in a circle, from {way}",
        )


def _circles(above: Mapping[str, str | None]) -> list[tuple[str, ...]]:
    """Each circle once, from its first id in the order of the file."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        at = start
        while at in above and at not in done and at not in way:
            way[at] = None
            at = above[at] or ""
        if at in way:
            steps = tuple(way)
            found.append(steps[steps.index(at) :])
        done |= way.keys()
    return found
