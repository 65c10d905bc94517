"""benefit-not-measurable."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.benefit import Benefit
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="MSP: benefit profile; measured on UK major projects",
    bad=(
        """
        # projects/hermes/benefits.yaml
        right-addresses:
          title: Letters arrive
          type: cashable
          owner: paul-weber
          after_closure_owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          baseline: {value: 90}
          target: {value: 10, date: 2028-06-30}
          every: 3 months
          status: planned  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/benefits.yaml
        right-addresses:
          title: Letters arrive
          type: cashable
          owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2025-12-31}
          target: {value: 10, date: 2028-06-30}
          method: Count of the post room.
          every: 3 months
          status: planned
        happy-customers:
          title: Customers like us better
          type: qualitative
          owner: paul-weber
          measure: What customers say in interviews
          method: Ten interviews, summed up by somebody from outside.
          every: 1 year
          status: planned
        new-ideas:
          title: Other departments use it
          status: identified
        """,
    ),
)
def benefit_not_measurable(benefit: Benefit, office: Office) -> Problems:
    """A benefit lacks its owner, measure, unit, baseline, target, method or frequency.

    Of a benefit that nobody can measure nobody will ever know whether it came, and it carries the
    business case all the same. Where it began and where it is to be each need their value and
    their day. A qualitative benefit needs no unit, baseline or target. A benefit that is merely
    identified is not judged yet.

    To put it right, fill in what the finding names, or set the status back to `identified`.
    """
    work = office.owner(benefit)
    if work is None or work.status in ("cancelled", "rejected"):
        return
    if not benefit.is_open or benefit.status == "identified":
        return
    missing = list(_missing(benefit))
    if missing:
        yield (
            benefit.at("status"),
            (
                f"benefit {called(benefit.title, benefit.id)} of {called(work.name, work.id)} is"
                f" {benefit.status} and lacks {listed(missing)}"
            ),
        )


def _missing(benefit: Benefit) -> Iterator[str]:
    words = {"owner": "its owner", "measure": "the measure", "method": "the method"}
    yield from (word for field, word in words.items() if not getattr(benefit, field))
    if not benefit.every:
        yield "how often it is measured"
    if benefit.type_ == "qualitative":
        return
    if not benefit.unit:
        yield "the unit"
    for name, point in (("baseline", benefit.baseline), ("target", benefit.target)):
        if point is None:
            yield f"the {name}"
        elif point.date is None:
            yield f"the day of the {name}"
