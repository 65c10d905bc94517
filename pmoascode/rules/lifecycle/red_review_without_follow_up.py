"""The rule that somebody looks whether a red review has helped."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.review import Review
from pmoascode.rule import Problems, rule

_WITHIN = Duration(100, "day")


@rule(
    Severity.ERROR,
    profile="full",
    source="Scottish assurance of action plan: within about three months",
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
        date: 2026-08-01
        rating: red  # <--
        summary: Nobody knows how to go back to paper.
        recommendations:
          paper: {text: Keep paper forms, priority: essential, owner: sam-okoro, due: 2026-12-11}
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
        date: 2026-08-01
        rating: red
        summary: Nobody knows how to go back to paper.
        recommendations:
          paper: {text: Keep paper forms, priority: essential, owner: sam-okoro, due: 2026-12-11}
        # assurance/hermes/again.yaml
        title: Is there a way back?
        type: assurance-of-action
        reviewers: [omar-haddad]
        date: 2026-08-02
        rating: amber
        summary: Nobody knows how to go back to paper.
        """,
    ),
)
def red_review_without_follow_up(
    review: Review, office: Office, today: dt.date, *, within: Duration = _WITHIN
) -> Problems:
    """A review ended red and no second review checked the actions in time.

    A plan of action is a promise. Somebody independent should look whether it was kept while there
    is still time; the Scottish government does so about three months after a red review. A second
    review that came late counts as well.

    To put it right, have the actions reviewed, and enter that in `assurance/<project>/` with the
    type `assurance-of-action`.
    """
    work = office.owner(review)
    if work is None or not work.is_running or review.rating != "red":
        return
    last_day = within.after(review.date)
    checked = any(
        other.type_ == "assurance-of-action" and other.date > review.date
        for other in office.all(Review)
        if other.scope == review.scope
    )
    if last_day < today and not checked:
        yield (
            review.at("rating"),
            (
                f"{work.name}: the review “{review.title}” of {review.date} ended red, and no"
                f" second review has checked the actions; it was due by {last_day}"
            ),
        )
