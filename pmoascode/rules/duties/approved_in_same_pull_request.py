"""The rule that an approval is about what is there already."""

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.fingerprint import SUBJECTS, subject_fingerprint
from pmoascode.measures.signing import new_sign_off
from pmoascode.measures.wording import listed
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Kubernetes: approvals have a tree of their own",
    in_starter=Severity.WARNING,
    bad=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}  # <--
        subject:
          - {record: mandate, fingerprint: 29875ad2ef341cb2}
        # projects/hermes/mandate.yaml
        origin: The audit of addresses, 2026.
        requested_by: paul-weber
        requested: 2026-09-07
        problem: Addresses are typed by hand.
        outcome: Addresses are chosen from a list.
        strategic_fit: Serves the objective of fewer errors.
        objectives: [fewer-errors]
        rough_cost: 80000
        rough_time: 4 months
        proposed_sponsor: ines-roth
        """,
    ),
    good=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        subject: [{record: mandate, fingerprint: 29875ad2ef341cb2}]
        # before: projects/hermes/mandate.yaml
        origin: The audit of addresses, 2026.
        problem: Addresses are typed by hand.
        """,
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-11-09}
        subject: [{record: mandate, fingerprint: 29875ad2ef341cb2}]
        # projects/hermes/mandate.yaml
        origin: The audit of addresses, 2026.
        problem: Addresses are typed by hand.
        """,
        """
        # projects/athena/project.yaml
        name: Athena
        programme: front-door
        # projects/athena/mandate.yaml
        origin: The audit of addresses, 2026.
        problem: Addresses are typed by hand.
        # approvals/athena/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        subject: [{record: mandate, fingerprint: 29875ad2ef341cb2}]
        """,
    ),
)
def approved_in_same_pull_request(approval: Approval, office: Office, before: Office) -> Problems:
    """An approval came in together with a change of what it approves.

    Whoever approved has seen what was there, not what the same pull request made of it. Kubernetes
    keeps approvals in a tree of their own, so that a proposal and its approval cannot slip in as
    one. A project that is new as a whole may bring the approvals that it has.

    To put it right, merge the change first, and then the approval in a pull request of its own.
    """
    work = office.owner(approval)
    was = work and earlier(work, before, office)
    if not work or not was or not approval.is_granted or not new_sign_off(approval, before, office):
        return
    changed = [
        kind.replace("-", " ")
        for kind in _kinds(approval, work, office)
        if subject_fingerprint(office, work, kind) != subject_fingerprint(before, was, kind)
    ]
    if changed:
        yield (
            approval.at("decision"),
            (
                f"approval {approval.id} of {work.name} came in together with a change of the "
                f"{listed(changed)} that it approves"
            ),
        )


def _kinds(approval: Approval, work: Work, office: Office) -> tuple[str, ...]:
    """The kinds of record it is about: those it pins, else those that its gate asks for."""
    if approval.subject:
        return tuple(dict.fromkeys(subject.record for subject in approval.subject))
    lifecycle = office.lifecycle(work)
    gate = lifecycle.gates.get(approval.gate) if lifecycle else None
    return tuple(kind for kind in SUBJECTS if gate and kind in gate.requires)
