"""overall-better-than-parts."""

from pmoascode.finding import Severity
from pmoascode.measures import stated
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="US federal dashboard: the overall rating may only be lowered",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--
          resources: amber
        change_reason: A tester is ill.
        comments: {resources: One of two testers is ill until December.}
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--
          resources: red
        change_reason: Both testers are ill.
        analyst_check: {by: omar-haddad, date: 2026-11-10}
        cause: Both testers are ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        green_on: 2026-12-01
        no_decision_needed: Another project lends its testers.
        override: {reason: Nothing is to be tested before December., by: maria-silva}
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, resources: amber, cost: green}
        change_reason: A tester is ill.
        comments: {resources: One of two testers is ill until December.}
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, resources: amber}
        change_reason: A tester is ill.
        comments: {resources: One of two testers is ill until December.}
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        override: {reason: Nothing is to be tested before December., by: maria-silva}
        """,
    ),
)
def overall_better_than_parts(report: Report, office: Office, *, steps: int = 1) -> Problems:
    """The overall rating is better than the dimensions it sums up.

    A project that is red inside and green outside surprises everybody but its manager. The overall
    rating is as bad as the worst dimension, unless somebody answers for it by name: then it may be
    better by the limit `steps`, counted on the policy's scale. Only the newest report of running
    work is judged.

    To put it right, lower the overall rating, or say in `override` why the dimension weighs less,
    and who answers for that. In a report that is published already, add a correction.
    """
    work = stated.reported_work(office, report)
    scale = list(office.policy.scale)
    found = {name: rating for name, rating in stated.ratings(report).items() if rating in scale}
    if work is None or "overall" not in found:
        return
    worst = max(found, key=lambda name: scale.index(found[name]))
    gap = scale.index(found[worst]) - scale.index(found["overall"])
    if gap <= (steps if report.override else 0):
        return
    why = "and no override says why"
    if report.override:
        why = f"better by {gap} steps; an override allows {steps}"
    yield (
        report.at("rating", "overall"),
        (
            f"status report {report.id} of {called(work.name, work.id)} is {found['overall']}"
            f" overall and {found[worst]} for {worst}, {why}"
        ),
        (report.at("rating", worst),),
    )
