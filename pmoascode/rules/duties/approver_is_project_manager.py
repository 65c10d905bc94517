"""The rule that the level above decides about the project manager's work."""

from pmoascode.finding import Severity
from pmoascode.measures.signing import sign_off, sign_off_field
from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name, record_name, role_name
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.pid import Pid
from pmoascode.records.programme import Programme
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

# What the level above decides; changes that move no promise, and risks, may be the manager's own.
Decided = Approval | BusinessCase | ChangeRequest | EndReport | ExceptionReport | Pid | Report


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
        """
        # projects/hermes/change-requests.yaml
        open-later:
          title: Wait for the list
          requested_by: nora-lind
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 10 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.milestones.service-open.baseline, old: 2027-01-29, new: 2027-02-08}
          decision:
            outcome: approved
            by: sam-okoro  # <--
            as: project-manager
            date: 2026-11-09
            reason: It cannot be helped.
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
        # projects/hermes/change-requests.yaml
        another-font:
          title: Wait for the list
          requested_by: nora-lind
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 10 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          decision:
            {outcome: approved, by: sam-okoro, as: project-manager, date: 2026-11-09, reason: Yes.}
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

    Gates, plans, exceptions, reports and changes of what was promised are how the sponsor holds the
    project manager to account. Signed by the manager they hold nobody to account, whatever role or
    delegation is named. A change that names no approved value under `changes` may be the manager's
    own, within the limits of the policy.

    To put it right, enter the decision of the sponsor, who signs it by approving the pull request;
    or of somebody to whom the sponsor lends the power and who does not manage the project.
    """
    signed, work = sign_off(record), office.owner(record)
    if signed is None or work is None or not signed.is_granted:
        return
    if isinstance(record, ChangeRequest) and not record.changes:
        return
    managers = office.holders(_manager(work), work, signed.date)
    if any(held.person == signed.by for held in managers):
        title = role_name(_manager(work), office)
        said = (
            f" of {work.name}; that is for the level above to decide"
            if signed.as_ == _manager(work)
            else f", but was {title} of {work.name} on that day"
        )
        yield (
            record.at(sign_off_field(record), "by"),
            (
                f"{person_name(signed.by, office)} approved {record_name(record, office)} as "
                f"{role_name(signed.as_, office)}{said}"
            ),
        )


def _manager(work: Work) -> str:
    return "programme-manager" if isinstance(work, Programme) else "project-manager"
