"""The rule that limits are set from above."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest
from pmoascode.measures.authority import governors, hands, is_backed, not_backed
from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_LIMITS = (
    *("change_budget", "lifecycle", "portfolio", "priority", "programme", "publish"),
    *("tier", "tolerances"),
)
_MANAGERS = ("project-manager", "junior-project-manager", "programme-manager")


@rule(
    Severity.ERROR,
    profile="starter",
    source="Three lines model: limits are set from above",
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: sam-okoro
        # approved by: tom-berg
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows every address.
        programme: front-door
        unit: it
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        tolerances: {time: 60 days}  # <--
        milestones:
          service-open:
            title: Address service open
            baseline: 2027-01-29
            forecast: 2027-01-29
            owner: sam-okoro
        """,
        """
        # author: lena-novak
        # commits by: lena-novak, sam-okoro
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows every address.
        programme: front-door
        unit: it
        phase: idea
        status: proposed
        tier: medium  # <--
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open:
            title: Address service open
            baseline: 2027-01-29
            forecast: 2027-01-29
            owner: sam-okoro
        """,
    ),
    good=(
        """
        # author: sam-okoro
        # approved by: maria-silva
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        tier: medium
        """,
        """
        # author: tom-berg
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        tier: medium
        """,
        """
        # author: sam-okoro
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        tier: small
        stages:
          build: {title: Build, tolerance: {time: 7 days}}
        # projects/hermes/project.yaml
        name: Hermes address service for all
        programme: front-door
        tier: small
        stages:
          build: {title: Build and test, tolerance: {time: 7 days}}
        """,
    ),
)
def own_limits_changed(
    work: Project | Programme,
    office: Office,
    before: Office,
    pull_request: PullRequest,
    authority: Office,
    today: dt.date,
) -> Problems:
    """A project manager changed the tolerances, tier, limits or priority of the own project.

    Limits say when the manager must ask. Whoever may move them need never ask. In the three lines
    model they are set from above. The lifecycle, the programme and the portfolio are limits too:
    they decide which gates there are, and who is above. So is `publish`, which takes the work off
    the pages that others read.

    To put it right, ask the sponsor or somebody above to approve this pull request, or to make the
    change themselves.
    """
    was = earlier(work, before, office)
    changed = list(_limits(was, work)) if was else []
    if not was or not changed:
        return
    managers = {a.person for role in _MANAGERS for a in authority.holders(role, was, today)}
    own = managers & hands(pull_request, authority)
    may = governors(was.id, office, authority, today) - own
    if own and not is_backed(may, pull_request, authority):
        name, field = person_name(min(own), office), ".".join(map(str, changed[0].keys))
        yield (
            work.at(*changed[0].keys),
            f"{name} manages {work.name} and changed its `{field}`; {not_backed(pull_request)}",
        )


def _limits(was: Work, work: Work) -> Iterator[FieldChange]:
    """The changed limits: of the whole, and the tolerances of its stages."""
    for change in differences(was, work):
        if change.keys[0] in _LIMITS or (
            change.keys[0] in ("stages", "tranches") and "tolerance" in change.keys[2:3]
        ):
            yield change
