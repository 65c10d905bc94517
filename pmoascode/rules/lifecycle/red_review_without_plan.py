"""The rule that a red review leads to a plan."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.review import Review
from pmoascode.rule import Problems, rule

_WITHIN = Duration(30, "day")


@rule(
    Severity.ERROR,
    profile="full",
    source="UK response to red reviews: a plan within 30 days",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # assurance/hermes/ready.yaml
        title: Is there a way back?
        type: health-check
        reviewers: [omar-haddad]
        date: 2026-10-10
        rating: red
        summary: Nobody knows how to go back to paper.
        recommendations:
          paper: {text: Keep paper forms, priority: essential, due: 2026-12-11}  # <--
          drill: {text: Try it in one branch, priority: critical, owner: sam-okoro}  # <--
          print: {text: Print forms, priority: essential, owner: sam-okoro, due: 2026-12-11}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # assurance/hermes/ready.yaml
        title: Is there a way back?
        type: health-check
        reviewers: [omar-haddad]
        date: 2026-10-10
        rating: red
        summary: Nobody knows how to go back to paper.
        recommendations:
          paper: {text: Keep paper forms, priority: essential, owner: sam-okoro, due: 2026-12-11}
          tidy: {text: Tidy the shelves, priority: recommended}
          forms: {text: Order forms, priority: critical, done: 2026-10-30}
        """,
    ),
)
def red_review_without_plan(
    review: Review, office: Office, today: dt.date, *, within: Duration = _WITHIN
) -> Problems:
    """A review ended red and no plan of action followed in time.

    Red says that success is out of reach unless something is done. The plan is the list of what is
    done: each critical or essential recommendation with an owner and a day. The UK government asks
    for it within 30 days of a red review.

    To put it right, give each such recommendation an `owner` and a `due` day; where the review made
    none, enter what the project will do.
    """
    work = office.owner(review)
    if work is None or not work.is_running or review.rating != "red":
        return
    if within.after(review.date) >= today:
        return
    asked = {id: r for id, r in review.recommendations.items() if r.priority != "recommended"}
    said = f"{work.name}: the review “{review.title}” of {review.date} ended red"
    if not asked:
        yield review.at("rating"), f"{said}, and nothing says what is done about it"
    for id, wanted in asked.items():
        said_so = {"owner": wanted.owner, "day by which it is due": wanted.due}
        missing = [name for name, value in said_so.items() if value is None]
        if missing and wanted.done is None:
            yield (
                review.at_key("recommendations", id),
                (
                    f"{said}, and after {within} the recommendation “{wanted.text}” still has no"
                    f" {listed(missing, 'or')}"
                ),
            )
