"""benefit-without-later-owner."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.benefit import Benefit
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="MSP: benefits outlive the project",
    bad=(
        """
        # projects/mercury/benefits.yaml
        fewer-letters:  # <--
          title: Fewer letters come back
          type: cashable
          owner: paul-weber
          after_closure_owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2024-12-31}
          target: {value: 10, date: 2027-06-30}
          method: Count of the post room.
          every: 1 year
          status: in-delivery
          measurements:
            - {date: 2026-06-30, value: 19, evidence: Post room, by: paul-weber}
        """,
        """
        # projects/mercury/benefits.yaml
        fewer-letters:  # <--
          title: Fewer letters come back
          status: identified
          review: 2027-01-15
        """,
    ),
    good=(
        """
        # projects/mercury/benefits.yaml
        fewer-letters:
          title: Fewer letters come back
          after_closure_owner: paul-weber
          status: planned
          review: 2027-01-15
        """,
        """
        # projects/mercury/benefits.yaml
        fewer-letters: {title: Fewer letters come back, status: not-realised}
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive}
        """,
        """
        # projects/nobody/benefits.yaml
        letters: {title: Letters arrive, status: planned}
        """,
    ),
)
def benefit_without_later_owner(benefit: Benefit, office: Office) -> Problems:
    """A project is closed and a benefit still to come has no owner or review date.

    Most benefits come after the project, when its board has been dissolved. One that nobody was
    asked to look after is measured by nobody, and the money is spent all the same.

    To put it right, name under `after_closure_owner` who answers for it and under `review` the day
    of the next review; or settle its status.
    """
    work = office.owner(benefit)
    if work is None or work.status != "closed" or not benefit.is_open:
        return
    missing = [] if benefit.after_closure_owner else ["an owner after closure"]
    missing += [] if benefit.review else ["a day of review"]
    if missing:
        yield (
            benefit.at_key(),
            (
                f"{called(work.name, work.id)} is closed, and its benefit"
                f" {called(benefit.title, benefit.id)}, still to come, lacks {listed(missing)}"
            ),
        )
