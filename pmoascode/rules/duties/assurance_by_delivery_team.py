"""The rule that assurance is independent."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.review import Review
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule

_OWN = 1  # the first line of defence is the management itself


@rule(
    Severity.ERROR,
    profile="starter",
    source="Three lines model: assurance is independent",
    in_starter=Severity.WARNING,
    bad="""
        # assurance/apollo/pilot.yaml
        title: Readiness for the pilot
        type: health-check
        line_of_defence: 2
        reviewers:
          - omar-haddad
          - tom-berg  # <--
        date: 2026-08-21
        rating: green
        summary: A sound plan and enough testers.
        findings: [The fallback was tested once]
        recommendations:
          fallback:
            text: Test the fallback once more
            priority: recommended
            owner: tom-berg
            due: 2026-09-30
            done: 2026-09-22
        """,
    good=(
        """
        # assurance/apollo/pilot.yaml
        title: Readiness for the pilot
        type: health-check
        line_of_defence: 1
        reviewers: [tom-berg]
        date: 2026-08-21
        """,
        """
        # assurance/apollo/start.yaml
        title: Before the start
        type: health-check
        line_of_defence: 2
        reviewers: [tom-berg, omar-haddad, maria-silva]
        date: 2026-01-09
        """,
    ),
)
def assurance_by_delivery_team(review: Review, office: Office) -> Problems:
    """A review was written by someone who delivers the project.

    A review tells sponsor and board whether the reports of the team can be believed, so it cannot
    come from the team. In the three lines model those who assure stand apart from those who do.
    Management may review itself, in the first line of defence.

    To put it right, let somebody review who holds no role of delivery on the project; or say
    `line_of_defence: 1` where the team looked at its own work.
    """
    work = office.owner(review)
    if work is None or review.line_of_defence == _OWN:
        return
    for number, person in enumerate(review.reviewers):
        held = [a for a in office.assignments(work) if a.person == person]
        delivers = [a for a in held if a.holds_on(review.date) and _is_delivery(a.role, office)]
        if delivers:
            yield (
                review.at("reviewers", number),
                (
                    f"{person_name(person, office)} reviewed {work.name} as "
                    f"{role_name(delivers[0].role, office)} of it"
                ),
                (delivers[0].at("person"),),
            )


def _is_delivery(role: str, office: Office) -> bool:
    found = office.find(Role, role)
    return found is not None and found.family == "delivery"
