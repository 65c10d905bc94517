"""dependency-late."""

from pmoascode.finding import Severity
from pmoascode.measures.supply import supply
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.dependency import Dependency
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="Network planning: the giver's date and the lag fit the need",
    bad="""
        # programmes/front-door/dependencies.yaml
        portal-open:
          title: Portal to log in to
          giver: {project: apollo, milestone: go-live}
          receiver_milestone: one-login
          need_by: 2027-03-11  # <--
          status: at-risk
          risk: login-vendor
        """,
    good="""
        # programmes/front-door/dependencies.yaml
        portal-open:
          title: Portal to log in to
          giver: {project: apollo, milestone: go-live}
          receiver_milestone: one-login
          need_by: 2027-03-12
          status: agreed
        """,
)
def dependency_late(dependency: Dependency, office: Office) -> Problems:
    """What is given comes after it is needed, as the receiver knows.

    The lateness is on record and somebody watches it, so that this is a reminder to solve it: the
    giver hurries, the receiver waits, or a fallback is used.

    To put it right, agree a day with the giver that works for both, or plan without it and
    withdraw the dependency.
    """
    work, found = office.owner(dependency), supply(dependency, office)
    if work is None or work.is_ended or not found or found.days <= 0:
        return
    if dependency.status == "at-risk" and (dependency.risk or dependency.issue):
        yield (
            dependency.at("need_by" if dependency.need_by else "receiver_milestone"),
            (
                f"dependency {called(dependency.title, dependency.id)} of"
                f" {called(work.name, work.id)} is needed by {found.needed} and comes"
                f" {days(found.days)} later, on {found.comes}; it is marked at risk"
            ),
            (found.given_at,),
        )
