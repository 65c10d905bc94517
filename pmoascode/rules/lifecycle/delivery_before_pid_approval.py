"""The rule that delivery begins when its terms are agreed."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.fields import PhaseStage
from pmoascode.records.pid import Pid
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_FROM_DELIVERY_ON: tuple[PhaseStage, ...] = ("delivery", "closing", "after")


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: authorise the project",
    bad=(
        """
        # projects/mercury/pid.yaml
        version: "1.0"  # <--
        background: Ninety letters a month come back.
        lessons_reviewed: There was no project like it before.
        """,
        """
        # projects/apollo/pid.yaml
        version: "1.0"
        background: The audit of claims, 2025.
        lessons_reviewed: Those of the address book project.
        approved:
          outcome: approved
          by: maria-silva
          as: sponsor
          date: 2026-03-20  # <--
        """,
    ),
    good="""
        # projects/apollo/pid.yaml
        version: "1.0"
        background: The audit of claims, 2025.
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-03}
        """,
)
def delivery_before_pid_approval(project: Project, office: Office) -> Problems:
    """Delivery began before the project initiation document was approved.

    The document says what is delivered, for how much and by when. Work that begins without it is
    measured against what somebody remembers. PRINCE2 authorises the project on it. Delivery begins
    with the first stage of a delivery phase, if stages have a start; a project whose tier asks for
    no such document may go without.

    To put it right, have the initiation document approved, as a rule by the sponsor, and enter the
    sign-off in `pid.yaml` under `approved`; or set the project's `phase` back to initiation.
    """
    is_delivered = project.is_running or project.status == "closed"
    if not is_delivered or office.stage(project) not in _FROM_DELIVERY_ON:
        return
    pid = office.one(Pid, project)
    if pid is None:
        asked = any("pid" in office.rigour(project).files.get(s, ()) for s in _FROM_DELIVERY_ON)
        if asked and not office.is_unreadable("pid", project.id, f"project/{project.id}"):
            message = f"{project.name} is being delivered without an initiation document"
            yield project.at("phase"), message
        return
    if pid.approved is None or not pid.approved.is_granted:
        yield (
            pid.at("approved"),
            f"{project.name} is in delivery, but this document is not approved",
        )
        return
    start = _start(project, office)
    if start and pid.approved.date > start:
        yield (
            pid.at("approved", "date"),
            (
                f"{project.name} has been in delivery since {start}, but this document was "
                f"approved only on {pid.approved.date}"
            ),
        )


def _start(project: Project, office: Office) -> dt.date | None:
    """The first day of delivery, as far as the stages tell."""
    lifecycle = office.lifecycle(project)
    phases = lifecycle.phases if lifecycle else {}
    starts = (
        stage.start
        for stage in project.stages.values()
        if stage.start and stage.phase in phases and phases[stage.phase].stage == "delivery"
    )
    return min(starts, default=None)
