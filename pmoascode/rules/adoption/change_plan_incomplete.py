"""change-plan-incomplete."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Prosci ADKAR",
    bad=(
        """
        # programmes/front-door/change-plan.yaml
        owner: nora-lind  # <--
        """,
        """
        # projects/apollo/change-plan.yaml
        strategy: Team by team, leaders first.
        groups:
          claims-staff:  # <--
            title: Claims staff
            change: Claims arrive as data.
            severity: medium
            readiness: 60 %
          post-room:
            title: Post room
            severity: none
        communications:
          town-hall: {audience: Claims staff, message: Why the portal comes.}
        trainings:
          portal:  # <--
            group: claims-staff
            content: Working with the portal
            due: 2027-02-26
          leaders:  # <--
            group: claims-staff
            content: Leading with the portal
            owner: nora-lind
        resistance:
          posts:  # <--
            group: claims-staff
            cause: Fear for posts.
            response: A promise in writing.
            owner: nora-lind
          pay:  # <--
            cause: Fear for the pay.
            owner: nora-lind
            due: 2026-12-11
          hours:  # <--
            cause: Fear for the hours.
            response: A promise in writing.
            due: 2026-12-11
        """,
    ),
    good=(
        """
        # projects/apollo/change-plan.yaml
        strategy: Team by team, leaders first.
        groups:
          claims-staff:
            title: Claims staff
            severity: medium
            adkar: {awareness: 4, desire: 4, knowledge: 3, ability: 2, reinforcement: 1}
        communications:
          town-hall: {audience: Claims staff, message: Why the portal comes.}
        no_training_needed: The screens stay as they are.
        no_resistance_expected: The staff asked for it.
        """,
        """
        # projects/hermes/change-plan.yaml
        owner: nora-lind
        """,
        """
        # projects/mercury/change-plan.yaml
        owner: nora-lind
        """,
        """
        # projects/nobody/change-plan.yaml
        owner: nora-lind
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        # projects/hermes/change-plan.yaml
        owner: nora-lind
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        phase: delivery
        # projects/hermes/change-plan.yaml
        owner: nora-lind
        """,
    ),
)
def change_plan_incomplete(plan: ChangePlan, office: Office) -> Problems:
    """The people-change plan lacks strategy, communication, training, resistance or group states.

    People change one by one: they must know why, want to, know how, be able to, and be kept at it.
    A plan that leaves out one of these finds the gap on the day of the change. That nobody needs
    training, or that nobody will resist, may be so; then somebody has thought of it and says why.
    What is to be done has an owner and a day. Judged is running work from delivery on.

    To put it right, add what the finding names to `change-plan.yaml`; where there is nothing to
    list, say why under `no_training_needed` or `no_resistance_expected`.
    """
    work = office.owner(plan)
    if work is None or not work.is_running or office.stage(work) not in ("delivery", "closing"):
        return
    name = called(work.name, work.id)
    missing = [word for word, given in _parts(plan).items() if not given]
    if missing:
        yield plan.at(), f"the people-change plan of {name} lacks {listed(missing)}"
    for id, group in plan.groups.items():
        if group.severity != "none" and group.adkar is None:
            yield (
                plan.at_key("groups", id),
                f"the people-change plan of {name} does not say how far {group.title} have come",
            )
    for at, told in _left_open(plan):
        yield at, f"in the people-change plan of {name} {told}"


def _parts(plan: ChangePlan) -> dict[str, object]:
    return {
        "the strategy": plan.strategy,
        "the groups concerned": plan.groups,
        "a communication": plan.communications,
        "the training": plan.trainings or plan.no_training_needed,
        "the resistance": plan.resistance or plan.no_resistance_expected,
    }


def _left_open(plan: ChangePlan) -> Iterator[tuple[At, str]]:
    """What is to be done without an owner or a day."""
    for id, training in plan.trainings.items():
        if not training.owner or not training.due:
            yield (
                plan.at_key("trainings", id),
                f"the training “{training.content}” has no owner or no day",
            )
    for id, answer in plan.resistance.items():
        if not answer.response or not answer.owner or not answer.due:
            yield (
                plan.at_key("resistance", id),
                f"the resistance “{answer.cause}” has no response, no owner or no day",
            )
