"""rating-jump-unchecked."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.shifts import shifts
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="measured on UK major projects: one pair in seven jumps two steps",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: red  # <--
          resources: red
          schedule: green
        change_reason: Both testers are ill.
        cause: Both testers are ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        green_on: 2026-12-01
        no_decision_needed: Another project lends its testers.
        headline: Both testers are ill.
        corrections:
          - date: 2026-11-10
            by: omar-haddad
            field: headline
            was: Both testers are ill.
            now: Both testers are ill until December.
            reason: The end was left out.
        """,
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-11-02
        by: tom-berg
        rating: {overall: red}
        cause: Both testers are ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        green_on: 2026-12-01
        no_decision_needed: Another project lends its testers.
        change_reason: Both testers are ill.
        analyst_check: {by: omar-haddad, date: 2026-11-03}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--
        change_reason: Two testers were borrowed.
        analyst_check: {by: tom-berg, date: 2026-11-09}
        """,
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-11-02
        by: tom-berg
        rating: {overall: red}
        cause: Both testers are ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        green_on: 2026-12-01
        no_decision_needed: Another project lends its testers.
        change_reason: Both testers are ill.
        analyst_check: {by: omar-haddad, date: 2026-11-03}

        # policy/delegations.yaml
        while-away:
          by: tom-berg
          to: sam-okoro
          powers: [report]
          within: apollo
          from: 2026-11-01
          until: 2026-11-30

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        prepared_by: sam-okoro
        rating:
          overall: green  # <--
        change_reason: Two testers were borrowed.
        analyst_check: {by: sam-okoro, date: 2026-11-09}
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: red, resources: red}
        analyst_check: {by: omar-haddad, date: 2026-11-10}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, resources: amber}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: red, resources: red}
        corrections:
          - date: 2026-11-10
            by: omar-haddad
            field: analyst_check
            was: nothing
            now: Checked against the plan of the vendor.
            reason: It came a day after the report.
        """,
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-11-02
        by: tom-berg
        rating: {overall: amber-red, schedule: green}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: amber-red}
        """,
    ),
)
def rating_jump_unchecked(report: Report, office: Office, *, steps: int = 2) -> Problems:
    """A rating jumped two steps and no analyst has checked it.

    Work seldom turns from green to red within one period, or back. Such a jump is as often a
    mistake, or an earlier rating that was too kind, and a second pair of eyes tells which. The
    steps are those of the policy's scale, and the limit `steps` says from how many on. A check by
    those who wrote the report is none. Only the newest report of running work is judged, against
    the one before.

    To put it right, ask an analyst of the PMO to look at the figures and to enter their name and
    the day in the report, under `analyst_check`. In a report that is published already, they add a
    correction of `analyst_check`.
    """
    if any(checker not in (report.by, report.prepared_by) for checker in _checkers(report)):
        return
    scale = office.policy.scale
    found = [
        shift
        for shift in shifts(office, report)
        if shift.was in scale and shift.now in scale
        if abs(scale.index(shift.now) - scale.index(shift.was)) >= steps
    ]
    if found:
        unchecked = "only its writers have" if report.analyst_check else "no analyst has"
        yield (
            report.at("rating", found[0].dimension),
            (
                f"status report {report.id} of {scope_name(report.scope_id, office)}"
                f" ({report.scope_id}) moves {listed([str(shift) for shift in found])} since"
                f" {found[0].since.id}; {unchecked} checked that"
            ),
            (found[0].since.at("rating", found[0].dimension),),
        )


def _checkers(report: Report) -> Iterator[str]:
    """Those who have checked it, the writers too."""
    if report.analyst_check:
        yield report.analyst_check.by
    for correction in report.corrections:
        if correction.field == "analyst_check":
            yield correction.by
