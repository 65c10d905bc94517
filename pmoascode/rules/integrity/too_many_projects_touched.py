"""The rule that one pull request does not change a whole portfolio unseen."""

import datetime as dt

from pmoascode.change import RecordChange, changes
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest
from pmoascode.measures.authority import is_owned, policy_owners
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: wide changes hide things",
    bad=(
        """
        # author: li-wen
        # approved by: maria-silva
        # before: policy/policy.yaml
        profile: starter
        rules: {too-many-projects-touched: {limits: {projects: 1}}}
        # projects/apollo/lessons.yaml
        pilot-early:
          title: Pilot with two branches  # <--
          event: Two branches found most defects of the portal.
          cause: They handle all sorts of claims.
          effect: The vendor fixed them before the rest came.
          recommendation: Choose branches with mixed work for a pilot.
          category: Testing
          priority: medium
          owner: omar-haddad
          recorded: 2026-10-20
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows all addresses.
        programme: front-door
        unit: it
        phase: idea
        status: proposed
        tier: small
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
        """
        # author: li-wen
        # before: policy/policy.yaml
        profile: starter
        rules: {too-many-projects-touched: {limits: {kinds: 0}}}
        # projects/hermes/project.yaml
        name: Hermes address service  # <--
        summary: One service that knows all addresses.
        programme: front-door
        unit: it
        phase: idea
        status: proposed
        tier: small
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
        # author: li-wen
        # approved by: ana-keller
        # before: policy/policy.yaml
        profile: starter
        rules: {too-many-projects-touched: {limits: {projects: 0, kinds: 0}}}
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows all addresses.
        programme: front-door
        """,
        """
        # author: li-wen
        # before: policy/policy.yaml
        profile: starter
        rules: {too-many-projects-touched: {limits: {projects: 1, kinds: 1}}}
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows all addresses.
        programme: front-door
        # projects/athena/project.yaml
        name: Athena
        programme: front-door
        # people/lee-park.yaml
        name: Lee Park
        """,
    ),
)
def too_many_projects_touched(  # noqa: PLR0913 - the inputs, and the two limits
    office: Office,
    before: Office,
    pull_request: PullRequest,
    authority: Office,
    today: dt.date,
    *,
    projects: int = 10,
    kinds: int = 15,
) -> Problems:
    """One pull request changes more projects or kinds than allowed without the PMO director.

    Nobody reads a hundred changed files with care, so a wide change is where a small one hides.
    What is new counts for nothing here: an import is wide by nature, and takes nothing away. Nor
    does what only moves along with a project that says its former id.

    To put it right, split the pull request, one project each, or let the PMO director review it.
    """
    found = (change for change in changes(before, office) if change.before)
    changed = [change for change in found if change.fields or change.after is None]
    scopes = {scope for change in changed if (scope := _scope(change, before))}
    wide = len(scopes) > projects
    if not (wide or len({change.record.kind for change in changed}) > kinds):
        return
    if not is_owned(policy_owners(authority, today), pull_request, authority):
        first = changed[0].record
        many = f"{len(scopes)} projects" if wide else "more kinds of record"
        limit = projects if wide else kinds
        yield (
            At(first.path, first.keys),
            (
                f"this pull request changes {many}, more than {limit}, "
                "and the PMO director has not reviewed it"
            ),
        )


def _scope(change: RecordChange, before: Office) -> str:
    record = change.record
    work = record if isinstance(record, Project | Programme) else before.owner(record)
    return f"{work.kind}/{work.id}" if work else ""
