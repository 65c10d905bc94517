"""assurance-gap-without-reason."""

from pmoascode.finding import Severity
from pmoascode.measures import stated
from pmoascode.measures.shifts import is_corrected
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.amounts import Duration
from pmoascode.records.report import Report
from pmoascode.records.review import Review
from pmoascode.rule import Problems, rule

_YEAR = Duration(1, "year")
_PLACE = "comments.overall"  # where a report says what stands behind its overall rating


@rule(
    Severity.WARNING,
    profile="full",
    source="UK major projects: two ratings, apart",
    bad=(
        """
        # assurance/apollo/tests.yaml
        title: Readiness of the tests
        type: health-check
        reviewers: [omar-haddad]
        date: 2026-11-09
        rating: red
        summary: There is nobody to test.
        findings: [Both testers are ill]
        recommendations:
          testers: {text: Borrow two testers, priority: critical, owner: tom-berg, due: 2026-11-20}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--
        """,
        """
        # policy/policy.yaml
        profile: full
        scale: [green, amber-green, amber, amber-red, red]
        approvals: {limits: {sponsor: 2000000}}

        # assurance/apollo/pilot.yaml
        title: Readiness for the pilot
        type: health-check
        reviewers: [omar-haddad]
        date: 2025-11-09
        rating: amber
        summary: Few testers so far.

        # assurance/apollo/words.yaml
        title: A look without a rating
        type: health-check
        reviewers: [omar-haddad]
        date: 2026-11-09
        summary: The team works well.

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--
        """,
    ),
    good=(
        """
        # assurance/apollo/tests.yaml
        title: Readiness of the tests
        type: health-check
        date: 2026-11-09
        rating: red

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        comments: {overall: The testers are back since Friday.}
        """,
        """
        # assurance/apollo/tests.yaml
        title: Readiness of the tests
        type: health-check
        date: 2026-11-09
        rating: red

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        corrections:
          - date: 2026-11-10
            by: tom-berg
            field: comments.overall
            was: nothing
            now: The testers are back since Friday.
            reason: It was left out.
        """,
        """
        # assurance/apollo/tests.yaml
        title: Readiness of the tests
        type: health-check
        date: 2026-11-10
        rating: red

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # assurance/apollo/tests.yaml
        title: Readiness of the tests
        type: health-check
        date: 2026-11-06
        rating: red

        # assurance/apollo/tests-again.yaml
        title: Readiness of the tests, once more
        type: health-check
        date: 2026-11-09
        rating: amber

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # assurance/apollo/pilot.yaml
        title: Readiness for the pilot
        type: health-check
        date: 2025-11-08
        rating: red

        # assurance/apollo/off-the-scale.yaml
        title: Readiness of the tests
        type: health-check
        date: 2026-11-06
        rating: amber-red

        # assurance/hermes/start.yaml
        title: Readiness for the start
        type: health-check
        date: 2026-11-09
        rating: red

        # assurance/ghost/start.yaml
        title: Readiness of what is not there
        type: health-check
        date: 2026-11-09
        rating: red

        # projects/ghost/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # assurance/apollo/pilot.yaml
        title: Readiness for the pilot
        type: health-check
        date: 2025-11-08
        rating: red

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # assurance/apollo/tests.yaml
        title: Readiness of the tests
        type: health-check
        date: 2026-11-09
        rating: red

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green}
        """,
    ),
)
def assurance_gap_without_reason(
    report: Report, office: Office, *, steps: int = 2, age: Duration = _YEAR
) -> Problems:
    """Assurance rates the project two steps worse than the report and nothing says why.

    The two ratings may differ: the manager knows what was mended since, the reviewers what they
    saw. But a reader who finds green beside red has to be told which to believe. Compared is the
    newest rated review on or before the day of the report, unless it is older than the limit
    `age`; the steps are those of the policy's scale. Only the newest report of running work is
    judged.

    To put it right, say in the report's `comments` under `overall` why the project stands better
    than the reviewers found, or rate it as they do. In a report that is published already, add a
    correction of `comments.overall` or of the rating.
    """
    work = stated.reported_work(office, report)
    if work is None or "overall" in report.comments or is_corrected(report, _PLACE):
        return
    overall, review = stated.ratings(report).get("overall"), _review(work, report, office)
    scale = office.policy.scale
    if review is None or overall not in scale or review.rating not in scale:
        return
    gap = scale.index(review.rating) - scale.index(overall)
    if gap >= steps and age.after(review.date) >= report.date:
        yield (
            report.at("rating", "overall"),
            (
                f"status report {report.id} of {called(work.name, work.id)} is {overall} overall;"
                f" the review {called(review.title, review.id)} of {review.date} rates it"
                f" {review.rating}, and nothing says why the two differ"
            ),
            (review.at("rating"),),
        )


def _review(work: Work, report: Report, office: Office) -> Review | None:
    """The newest review with a rating that the report could know of."""
    known = [
        review
        for review in office.all(Review)
        if review.scope_id == work.id and review.rating and review.date <= report.date
    ]
    return max(known, key=lambda review: (review.date, review.id), default=None)
