"""The rule that gates are passed one after the other."""

from pmoascode.finding import Severity
from pmoascode.measures.passed_gates import gate_order, gate_title, passed_gates
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: gates are passed in order",
    bad=(
        """
        # approvals/mercury/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-12}  # <--
        amount: 60000
        """,
        """
        # approvals/mercury/authorise-again.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-20}
        # approvals/mercury/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-12}  # <--
        """,
    ),
    good=(
        """
        # approvals/mercury/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-13}
        """,
        """
        # approvals/mercury/start-again.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-06-02}
        """,
        """
        # approvals/mercury/authorise-early.yaml
        gate: authorise-project
        decision: {outcome: deferred, by: ines-roth, as: sponsor, date: 2025-01-07}
        """,
    ),
)
def gates_out_of_order(work: Project | Programme, office: Office) -> Problems:
    """A later gate was decided before an earlier one.

    Each gate rests on what the one before has shown. Decided the other way round, one of the two
    was a formality, or one of the dates is wrong. For each gate the first approval counts, so that
    work which went back may pass a gate again; two gates may be passed on one day.

    To put it right, correct the date that is wrong; or decide the later gate anew and say so.
    """
    lifecycle = office.lifecycle(work)
    first: dict[str, Approval] = {}
    for approval in passed_gates(work, office):
        first.setdefault(approval.gate, approval)
    latest: Approval | None = None
    for gate in gate_order(lifecycle) if lifecycle else ():
        approval_here = first.get(gate)
        if approval_here is None:
            continue
        if latest and approval_here.decision.date < latest.decision.date:
            yield (
                approval_here.at("decision", "date"),
                (
                    f"{work.name} passed the gate {gate_title(approval_here, work, office)} on"
                    f" {approval_here.decision.date}, before the earlier gate"
                    f" {gate_title(latest, work, office)}, passed on {latest.decision.date}"
                ),
                (latest.at("decision", "date"),),
            )
        else:
            latest = approval_here
