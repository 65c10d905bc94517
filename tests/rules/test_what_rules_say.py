"""What rules on reports, risks and decisions say, and what no example can show alone."""

import datetime as dt

import pytest

from pmoascode.office import Office
from pmoascode.rule import Rule
from pmoascode.rules.issues.decision_rewritten import decision_rewritten
from pmoascode.rules.issues.superseded_decision_not_marked import superseded_decision_not_marked
from pmoascode.rules.reporting.green_but_risk_untreated import green_but_risk_untreated
from pmoascode.rules.reporting.published_report_rewritten import published_report_rewritten
from pmoascode.rules.reporting.rating_changed_without_reason import rating_changed_without_reason
from pmoascode.rules.reporting.rating_jump_unchecked import rating_jump_unchecked
from pmoascode.rules.reporting.report_figures_disagree import report_figures_disagree
from pmoascode.rules.risks.risk_acceptance_without_review import risk_acceptance_without_review
from pmoascode.rules.risks.risk_review_overdue import risk_review_overdue
from pmoascode.verdict import judge
from tests.rules.offices import office_of

TODAY = dt.date(2026, 11, 10)
APOLLO = "Apollo (apollo)"
BASE = {
    "organisation.yaml": "{name: Harbour, currency: EUR}",
    "policy/policy.yaml": "profile: full",
    "projects/apollo/project.yaml": """
name: Apollo
status: active
finish: {baseline: 2027-06-30}
budget: {baseline: 1000}
""",
    "projects/apollo/reports/2026-09.yaml": """
date: 2026-10-02
by: tom
rating: {overall: green, cost: green}
""",
    "projects/apollo/decisions.yaml": """
buy: {title: Buy, rationale: It is there., chosen: buy, options: {buy: {title: Buy}},
  superseded_by: wait, decided: {outcome: approved, by: maria, as: sponsor, date: 2026-04-14}}
""",
}
REPORT = "projects/apollo/reports/2026-10.yaml"
RISKS = "projects/apollo/risks.yaml"
DECISIONS = "projects/apollo/decisions.yaml"
SIGNED = "{outcome: approved, by: maria, as: sponsor, date: 2026-11-02}"


def said(rule: Rule, *files: tuple[str, str]) -> list[str]:
    before: Office = office_of(BASE)
    verdict = judge(office_of(BASE | dict(files)), [rule], today=TODAY, before=before)
    return [finding.message for finding in verdict.findings]


def report(text: str) -> tuple[str, str]:
    return REPORT, f"date: 2026-11-02\nby: tom\n{text}"


@pytest.mark.parametrize(
    ("rule", "file", "sentence"),
    [
        (
            green_but_risk_untreated,
            (
                RISKS,
                (
                    "late: {title: Late, probability: 5, impact: 4, response: accept, acceptance:"
                    " {outcome: rejected, by: maria, as: sponsor, date: 2026-09-14}}"
                ),
            ),
            (
                f"status report 2026-09 of {APOLLO} is green overall, but on 2026-10-02 risk Late"
                " (late), which scores 20, was accepted by nobody's signature; above the appetite"
                " of 12 is not green"
            ),
        ),
        (
            report_figures_disagree,
            report("rating: {overall: green}\nfigures: {finish: 2027-07-01}"),
            (
                f"status report 2026-10 of {APOLLO} gives the end as 2027-07-01; the records say"
                " 2027-06-30"
            ),
        ),
        (
            report_figures_disagree,
            report("rating: {overall: green}\nfigures: {cost_baseline: 1200}"),
            (
                f"status report 2026-10 of {APOLLO} gives the baseline of the cost as EUR 1,200;"
                " the records say EUR 1,000"
            ),
        ),
        (
            rating_changed_without_reason,
            report("rating: {overall: amber, cost: red}"),
            (
                f"status report 2026-10 of {APOLLO} changes overall from green to amber and cost"
                " from green to red since 2026-09 and gives no reason for it"
            ),
        ),
        (
            rating_jump_unchecked,
            report("rating: {overall: amber, cost: red}"),
            (
                f"status report 2026-10 of {APOLLO} moves cost from green to red since 2026-09;"
                " no analyst has checked that"
            ),
        ),
        (
            rating_jump_unchecked,
            report("rating: {cost: red}\nanalyst_check: {by: tom, date: 2026-11-02}"),
            (
                f"status report 2026-10 of {APOLLO} moves cost from green to red since 2026-09;"
                " only its writers have checked that"
            ),
        ),
        (
            published_report_rewritten,
            (
                "projects/apollo/reports/2026-09.yaml",
                "date: 2026-10-02\nby: ana\nrating: {overall: green, cost: amber}",
            ),
            (
                f"status report 2026-09 of {APOLLO} is published, and now says something else in"
                " `by` and `rating`"
            ),
        ),
        (
            risk_acceptance_without_review,
            (RISKS, f"law: {{title: Law, probability: 5, impact: 4, acceptance: {SIGNED}}}"),
            (
                f"risk Law (law) of {APOLLO} is accepted with a score of 20; its next review has"
                " no day, and 2027-01-31 at the latest was expected"
            ),
        ),
        (
            risk_acceptance_without_review,
            (
                RISKS,
                (
                    "law: {title: Law, probability: 5, impact: 4, review: 2027-02-01,"
                    f" acceptance: {SIGNED}}}"
                ),
            ),
            (
                f"risk Law (law) of {APOLLO} is accepted with a score of 20; its next review is"
                " planned for 2027-02-01, and 2027-01-31 at the latest was expected"
            ),
        ),
        (
            risk_review_overdue,
            (RISKS, "law: {title: Law, raised: 2026-08-03}"),
            (
                f"risk Law (law) of {APOLLO} was never reviewed; it was raised on 2026-08-03; a"
                " review was due by 2026-11-09, 1 day ago"
            ),
        ),
        (
            risk_review_overdue,
            (RISKS, "law: {title: Law, raised: 2026-08-03, reviewed: 2026-08-02}"),
            (
                f"risk Law (law) of {APOLLO} was last reviewed on 2026-08-02; a review was due by"
                " 2026-11-08, 2 days ago"
            ),
        ),
        (
            decision_rewritten,
            (
                DECISIONS,
                BASE[DECISIONS]
                .replace("title: Buy,", "title: Lend,", 1)
                .replace("is there", "was"),
            ),
            (
                f"decision Buy (buy) of {APOLLO} was taken on 2026-04-14, and now says something"
                " else in `title` and `rationale`"
            ),
        ),
        (
            superseded_decision_not_marked,
            (DECISIONS, f"{BASE[DECISIONS]}go: {{title: Go, supersedes: buy, decided: {SIGNED}}}"),
            (
                f"decision Go (go) of {APOLLO} supersedes Buy (buy), which is marked as"
                " superseded by wait"
            ),
        ),
        (
            superseded_decision_not_marked,
            (
                DECISIONS,
                f"buy: {{title: Buy}}\ngo: {{title: Go, supersedes: buy, decided: {SIGNED}}}",
            ),
            (
                f"decision Go (go) of {APOLLO} supersedes Buy (buy), which is not marked as"
                " superseded"
            ),
        ),
    ],
)
def test_sentence(rule: Rule, file: tuple[str, str], sentence: str) -> None:
    assert said(rule, file) == [sentence]
