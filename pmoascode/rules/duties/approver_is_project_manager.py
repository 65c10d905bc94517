"""The rule that the level above decides about the project manager's work."""

from pmoascode.finding import Severity
from pmoascode.measures.signing import sign_off, sign_off_field
from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name, record_name, role_name
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.pid import Pid
from pmoascode.records.programme import Programme
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

# What the level above decides; small changes and risks may be the manager's own.
Decided = Approval | BusinessCase | EndReport | ExceptionReport | Pid | Report


@rule(
    Severity.ERROR,
    profile="starter",
    source="OpenStack: anyone but the proposer approves",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # policy/delegations.yaml
        while-away:
          by: ines-roth
          to: sam-okoro
          role: sponsor
          powers: [approve]
          within: mercury
          from: 2026-03-01
          until: 2026-03-31
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision:
          outcome: approved
          by: sam-okoro  # <--
          as: sponsor
          date: 2026-03-31
        """,
    ),
    good=(
        """
        # policy/delegations.yaml
        while-away:
          by: ines-roth
          to: sam-okoro
          role: sponsor
          powers: [approve]
          from: 2026-03-01
          until: 2026-04-30
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: sam-okoro, as: sponsor, date: 2026-04-01}
        """,
        """
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: rejected, by: sam-okoro, as: sponsor, date: 2026-03-09}
        """,
        """
        # programmes/front-door/end-report.yaml
        date: 2026-11-09
        by: nora-lind
        summary: It is done.
        """,
    ),
)
def approver_is_project_manager(record: Decided, office: Office) -> Problems:
    """The project manager approved something of the own project that the level above decides.

    Gates, plans, exceptions and reports are how the sponsor holds the project manager to account.
    Signed by the manager they hold nobody to account, whatever role or delegation is named.

    To put it right, let the sponsor sign, or somebody to whom the sponsor lends the power and who
    does not manage the project.
    """
    signed, work = sign_off(record), office.owner(record)
    if signed is None or work is None or not signed.is_granted:
        return
    managers = office.holders(_manager(work), work, signed.date)
    if any(held.person == signed.by for held in managers):
        yield (
            record.at(sign_off_field(record), "by"),
            (
                f"{person_name(signed.by, office)} approved {record_name(record, office)} as "
                f"{role_name(signed.as_, office)}, but was {role_name(_manager(work), office)} of "
                f"{work.name} on that day"
            ),
        )


def _manager(work: Work) -> str:
    return "programme-manager" if isinstance(work, Programme) else "project-manager"
