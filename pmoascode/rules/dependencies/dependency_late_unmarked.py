"""dependency-late-unmarked."""

from pmoascode.finding import Severity
from pmoascode.measures.supply import supply
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.dependency import Dependency
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Network planning: the giver's date and the lag fit the need",
    bad=(
        """
        # programmes/front-door/dependencies.yaml
        portal-open:
          title: Portal to log in to
          giver: {project: apollo, milestone: go-live}
          receiver_milestone: one-login
          need_by: 2027-03-16  # <--
          lag: 5 days
        """,
        """
        # projects/hermes/dependencies.yaml
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          receiver_milestone: service-open  # <--
          forecast: 2027-01-30
          status: at-risk
        """,
    ),
    good="""
        # programmes/front-door/dependencies.yaml
        portal-open:
          title: Portal to log in to
          giver: {project: apollo, milestone: go-live}
          receiver_milestone: one-login
          need_by: 2027-03-17
          lag: 5 days

        # projects/hermes/dependencies.yaml
        street-list:
          title: Street list
          giver: {external: Post office, contact: Head of data}
          receiver_milestone: service-open
          forecast: 2027-01-29
        """,
)
def dependency_late_unmarked(dependency: Dependency, office: Office) -> Problems:
    """What is given comes after it is needed, and no risk or issue marks that.

    The two plans do not fit, and the receiving project goes on as if they did. The day on which it
    comes is that of the giver's milestone, or the forecast of somebody outside, and the lag. The
    day on which it is needed is `need_by`, else that of the milestone that waits for it. On the day
    itself is in time. Once it is marked, it is judged as dependency-late.

    To put it right, agree a day that works for both. Until then set the status to `at-risk` and
    name in `risk` or `issue` the entry of this project that deals with it.
    """
    work, found = office.owner(dependency), supply(dependency, office)
    if work is None or work.is_ended or not dependency.is_open or not found or found.days <= 0:
        return
    if dependency.status == "at-risk" and (dependency.risk or dependency.issue):
        return
    marked = "not marked at risk"
    if dependency.status == "at-risk":
        marked = "marked at risk without a risk or an issue"
    yield (
        dependency.at("need_by" if dependency.need_by else "receiver_milestone"),
        (
            f"dependency {called(dependency.title, dependency.id)} of {called(work.name, work.id)}"
            f" is needed by {found.needed} and comes {days(found.days)} later, on {found.comes}; it"
            f" is {marked}"
        ),
        (found.given_at,),
    )
