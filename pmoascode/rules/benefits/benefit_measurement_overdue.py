"""benefit-measurement-overdue."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.measuring import measurement_due
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.benefit import Benefit
from pmoascode.rule import Problems, rule

_GRACE = Duration(14, "day")


@rule(
    Severity.WARNING,
    profile="full",
    source="MSP: benefits realisation plan",
    bad=(
        """
        # projects/hermes/benefits.yaml
        right-addresses:  # <--
          title: Letters arrive
          owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2025-12-31}
          target: {value: 10, date: 2028-06-30}
          method: Count of the post room.
          every: 3 months
          status: in-delivery
          measurements:
            - {date: 2026-07-26, value: 60, evidence: Post room, by: paul-weber}
            - {date: 2026-04-25, value: 80, evidence: Post room, by: paul-weber}
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses:  # <--
          title: Letters arrive
          owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2026-07-26}
          target: {value: 10, date: 2028-06-30}
          method: Count of the post room.
          every: 3 months
          status: partly-realised
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses:  # <--
          title: Letters arrive
          owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2025-12-31}
          target: {value: 10, date: 2026-10-26}
          method: Count of the post room.
          every: 1 year
          status: planned
          measurements:
            - {date: 2026-10-25, value: 60, evidence: Post room, by: paul-weber}
        """,
    ),
    good=(
        """
        # projects/hermes/benefits.yaml
        just-in-time:
          title: Letters arrive
          baseline: {value: 90, date: 2025-12-31}
          every: 3 months
          status: in-delivery
          measurements:
            - {date: 2026-07-27, value: 60}
        not-begun:
          title: Letters arrive sooner
          baseline: {value: 90, date: 2020-12-31}
          every: 3 months
          status: planned
        measured-at-its-end:
          title: Letters come back sooner
          baseline: {value: 90, date: 2020-12-31}
          target: {value: 10, date: 2026-10-26}
          every: 1 year
          status: partly-realised
          measurements:
            - {date: 2026-10-26, value: 60}
        end-just-reached:
          title: Letters cost less
          target: {value: 10, date: 2026-10-27}
          status: planned
        done:
          title: Letters are fewer
          target: {value: 10, date: 2025-01-01}
          status: realised
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: cancelled
        # projects/hermes/benefits.yaml
        right-addresses:
          title: Letters arrive
          target: {value: 10, date: 2025-10-26}
          status: in-delivery
        """,
        """
        # projects/nobody/benefits.yaml
        letters: {title: Letters arrive, status: planned, target: {value: 1, date: 2025-01-01}}
        """,
        """
        # projects/hermes/benefits.yaml
        no-rhythm: {title: Letters, status: in-delivery, baseline: {value: 1, date: 2025-01-01}}
        no-baseline: {title: Letters go, status: in-delivery, every: 1 month}
        """,
    ),
)
def benefit_measurement_overdue(
    benefit: Benefit, office: Office, today: dt.date, *, grace: Duration = _GRACE
) -> Problems:
    """A benefit was due to be measured and was not.

    A benefit that is coming is worth what the last measurement shows; without one it is a hope. It
    is due as often as it says, counted from the last measurement or from its baseline, and on the
    day of its target; after the project has closed as well. The limit `grace` is added. A benefit
    that is planned is measured on the day of its target at the latest.

    To put it right, measure it and add the value; or change `every`, or settle the status if
    nobody needs to measure any more.
    """
    work = office.owner(benefit)
    if work is None or work.status in ("cancelled", "rejected"):
        return
    due = measurement_due(benefit)
    if due and grace.after(due) < today:
        late = days((today - due).days)
        yield (
            benefit.at_key(),
            (
                f"benefit {called(benefit.title, benefit.id)} of {called(work.name, work.id)} was"
                f" to be measured by {due}, {late} before {today}"
            ),
        )
