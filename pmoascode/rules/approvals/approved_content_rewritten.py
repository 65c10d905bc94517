"""The rule that a signature under a record covers what the record says."""

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.fingerprint import changed_since
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import Consent, Move, consents, is_covered, moves
from pmoascode.measures.signing import sign_off, sign_off_field
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.end_report import EndReport
from pmoascode.records.kinds import KINDS
from pmoascode.records.parts import SignOff
from pmoascode.records.pid import Pid
from pmoascode.rule import Problems, rule

_TITLES = {kind.name: kind.title.lower() for kind in KINDS}


@rule(
    Severity.ERROR,
    profile="standard",
    source="Audit practice: a signature covers what was read",
    bad=(
        """
        # before: projects/hermes/pid.yaml
        version: "1.0"
        plan: Buy the list, then open.
        lessons_reviewed: Those of the address book.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-20}
        # projects/hermes/pid.yaml
        version: "1.0"
        plan: Open, then buy the list.  # <--
        lessons_reviewed: Those of the address book.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-20}
        """,
        """
        # before: projects/apollo/deliverables.yaml
        claims-form:
          title: Claims form
          description: The form in which a customer tells a claim.
          owner: lena-novak
          receiver: paul-weber
          requirements: [claim-by-phone]
          milestone: go-live
          due: {baseline: 2027-02-26, forecast: 2027-02-26}
          quality: No severe defect.
          accepted: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-11-05}
        # projects/apollo/deliverables.yaml
        claims-form:
          title: Claims form
          description: The form in which a customer tells a claim.
          owner: lena-novak
          receiver: paul-weber
          requirements: [claim-by-phone]
          milestone: go-live
          due: {baseline: 2027-02-26, forecast: 2027-02-26}
          quality: Up to three severe defects.  # <--
          accepted: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-11-05}
        """,
    ),
    good=(
        """
        # before: projects/hermes/pid.yaml
        version: "1.0"
        plan: Buy the list, then open.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-20}
        # projects/hermes/pid.yaml
        version: "1.1"
        plan: Open, then buy the list.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
        """
        # before: projects/hermes/business-case.yaml
        run_cost: 4000
        reviewed: 2026-10-05
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # projects/hermes/business-case.yaml
        run_cost: 9000
        reviewed: 2026-11-05
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # projects/hermes/change-requests.yaml
        dearer-list:
          requested_by: sam-okoro
          reason: The post office charges more.
          status: decided
          impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: business-case.run_cost, old: 4000, new: 9000}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: No choice.}
        """,
    ),
)
def approved_content_rewritten(
    record: BusinessCase | Deliverable | EndReport | Pid, office: Office, before: Office
) -> Problems:
    """A record says something else than when it was signed, and still bears the signature.

    Whoever reads the name under a business case or an initiation document takes it that the person
    stands by every line. The fields count that are approved: justification, scope, plan, quality;
    no forecast and no layout. Where a gate decision pins the record by its fingerprint, that is
    judged as stale-approval; what belongs to closed work, as closed-record-changed.

    To put it right, take the change back; or have a change request approved that names each changed
    value under `changes`; or, as long as no phase of the work rests on the signature, have the
    record signed anew and enter the new sign-off.
    """
    was, work = earlier(record, before, office), office.owner(record)
    signed = sign_off(was) if was else None
    if was is None or work is None or signed is None or not signed.is_granted:
        return
    if sign_off(record) != signed or _is_judged_elsewhere(record.kind, work, office, before):
        return
    given = _since(signed, work, office)
    for change in changed_since(was, record):
        for move in moves(path(record, change.keys), change.old, change.new):
            if not is_covered(move, given):
                yield (
                    record.at(*change.keys),
                    _said(move, signed, f"the {_TITLES[record.kind]} of", work, office),
                    (record.at(sign_off_field(record)),),
                )
                return


def _is_judged_elsewhere(kind: str, work: Work, office: Office, before: Office) -> bool:
    known = earlier(work, before, office)
    is_pinned = any(
        subject.record == kind
        for approval in office.approvals(work)
        if approval.is_granted
        for subject in approval.subject
    )
    return is_pinned or (known is not None and known.is_ended)


def _since(signed: SignOff, work: Work, office: Office) -> tuple[Consent, ...]:
    """The changes that were approved on the day of the signature or later."""
    return tuple(
        c
        for c in consents(office, work)
        if c.request.decision and c.request.decision.date >= signed.date
    )


def _said(move: Move, signed: SignOff, what: str, work: Work, office: Office) -> str:
    return (
        f"{person_name(signed.by, office)} signed {what} {called(work.name, work.id)} on"
        f" {signed.date}; since then `{move.path}` {move.words}, and nobody has signed that"
    )
