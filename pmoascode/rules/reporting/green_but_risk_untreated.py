"""green-but-risk-untreated."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures import stated
from pmoascode.measures.unsettled import was_left_undone, was_open
from pmoascode.measures.wording import called, listed, rates
from pmoascode.office import Office, Work
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: risk appetite; a rating follows the register",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green
          risk: green  # <--

        # projects/apollo/risks.yaml
        vendor-late:
          title: The vendor misses the second drop
          cause: The vendor has lost two developers.
          event: The second drop comes after January.
          effect: Go-live moves into summer.
          owner: tom-berg
          raised: 2026-09-14
          probability: 5
          impact: 3
          response: reduce
          actions: [{do: Agree two more developers, owner: tom-berg, due: 2026-11-08}]
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
        """
        # policy/policy.yaml
        profile: full
        risk: {appetite: 11}
        approvals: {limits: {sponsor: 2000000}}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--

        # projects/apollo/risks.yaml
        vendor-late:
          title: The vendor misses the second drop
          cause: The vendor has lost two developers.
          event: The second drop comes after January.
          effect: Go-live moves into summer.
          owner: tom-berg
          raised: 2026-11-09
          probability: 3
          impact: 4
          reviewed: 2026-11-09
          review: 2026-12-01
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-08
        by: tom-berg
        rating:
          overall: green  # <--

        # projects/apollo/risks.yaml
        vendor-late:
          title: The vendor misses the second drop
          cause: The vendor has lost two developers.
          event: The second drop comes after January.
          effect: Go-live moves into summer.
          owner: tom-berg
          raised: 2026-09-14
          probability: 5
          impact: 3
          response: accept
          acceptance: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, risk: green}

        # projects/apollo/risks.yaml
        at-appetite: {title: At the appetite, probability: 3, impact: 4, raised: 2026-10-05}
        no-score: {title: Without a score, raised: 2026-10-05}
        new: {title: Raised after the report, probability: 5, impact: 5, raised: 2026-11-10}
        chance: {title: A chance, type: opportunity, probability: 4, impact: 4, raised: 2026-10-05}
        gone:
          title: Closed on the day
          probability: 5
          impact: 5
          status: closed
          closed: {date: 2026-11-09, reason: The vendor delivered.}
        accepted:
          title: Accepted before
          probability: 5
          impact: 4
          response: accept
          acceptance: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        on-time:
          title: Nothing overdue
          probability: 5
          impact: 4
          response: reduce
          actions:
            - {do: Agree two more developers, owner: tom-berg, due: 2026-11-09}
            - {do: Write to the vendor, owner: tom-berg, due: 2026-11-06, done: 2026-11-09}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, risk: amber}

        # projects/apollo/risks.yaml
        vendor-late: {title: The vendor is late, probability: 5, impact: 4, raised: 2026-09-14}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green}

        # projects/apollo/risks.yaml
        vendor-late: {title: The vendor is late, probability: 5, impact: 4, raised: 2026-09-14}
        """,
    ),
)
def green_but_risk_untreated(report: Report, office: Office) -> Problems:
    """Risk is reported green though a risk above appetite is left untreated.

    Green says that the risks can be borne, and whoever bears them relies on it. Untreated is a
    threat whose score lies above the policy's `risk.appetite` and that has no response, is to be
    accepted without a signature, or has an action that was due before the day of the report and
    not done by then. Where risk is not rated, the overall rating stands for it. Only the newest
    report of running work is judged.

    To put it right, rate the risk amber or red and say what is done about it. In a report that is
    published already, add a correction of the rating. If something was done, enter
    the day under the action's `done`.
    """
    work = stated.reported_work(office, report)
    rated = stated.rating_of(report, "risk")
    if work is None or rated is None or rated[1] != "green":
        return
    found = list(_untreated(work, report, office))
    if found:
        yield (
            report.at("rating", rated[0]),
            (
                f"status report {report.id} of {called(work.name, work.id)} {rates(*rated)}, but on"
                f" {report.date} {listed([said for _, said in found])};"
                f" above the appetite of {office.policy.risk.appetite} is not green"
            ),
            tuple(risk.at_key() for risk, _ in found),
        )


def _untreated(work: Work, report: Report, office: Office) -> Iterator[tuple[Risk, str]]:
    """The threats above the appetite that were left untreated on that day, and in what way."""
    for risk in office.within(Risk, work):
        if risk.type_ != "threat" or risk.score is None or not was_open(risk, report.date):
            continue
        way = _way(risk, report)
        if way and risk.score > office.policy.risk.appetite:
            yield risk, f"risk {called(risk.title, risk.id)}, which scores {risk.score}, {way}"


def _way(risk: Risk, report: Report) -> str:
    if risk.response is None:
        return "had no response"
    signed = risk.acceptance
    is_signed = signed and signed.is_granted and signed.date <= report.date
    if risk.response == "accept" and not is_signed:
        return "was accepted by nobody's signature"
    if any(was_left_undone(action.due, action.done, report.date) for action in risk.actions):
        return "had an overdue action"
    return ""
