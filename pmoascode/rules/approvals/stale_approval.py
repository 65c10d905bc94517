"""The rule that an approval covers what the records say now."""

from collections.abc import Iterator

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.fingerprint import SUBJECTS, changed_since, subject_fingerprint
from pmoascode.measures.approved_state import is_current, is_same, latest, since, subjects
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import Consent, Move, is_covered, moves
from pmoascode.measures.passed_gates import gate_title
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.kinds import KINDS
from pmoascode.rule import Problems, rule

_SHOWN = 3  # changed values in one message


@rule(
    Severity.ERROR,
    profile="standard",
    source="Audit practice: a signature covers what was read",
    bad=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        subject:
          - {record: project, fingerprint: ea53d13aabc16a0e}  # <--
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-04-30}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        subject:
          - {record: project, fingerprint: ea53d13aabc16a0e}  # <--
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-04-30}
        budget: {baseline: 81000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
    good=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        subject:
          - {record: project, fingerprint: ea53d13aabc16a0e}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-02-05}
        summary: One service that knows every address.
        """,
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        subject:
          - {record: project, fingerprint: ea53d13aabc16a0e}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-04-30}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
)
def stale_approval(approval: Approval, office: Office, authority: Office) -> Problems:
    """What was approved has changed since, and the approval no longer covers it.

    A signature covers what was read. The approval keeps a fingerprint of the approved fields of
    each record that it was about: baselines, scope, justification. No forecast, no actual figure,
    no comment and no layout changes it. The latest granted approval of a record counts. It stays
    good where change requests explain the difference: each approved on the day of the approval or
    later, each naming the path and the new value, so that with their old values put back the
    records are again what was approved.

    To put it right, take the change back; or have a change request approved that names each changed
    value under `changes`; or have the record approved anew, by `pmo approve` or with what `pmo
    fingerprint` prints.
    """
    work = office.owner(approval)
    if work is None:
        return
    for number, subject in enumerate(approval.subject):
        kind = subject.record
        if kind not in SUBJECTS or approval != latest(kind, work, office):
            continue
        if _is_unreadable(kind, work, office):
            continue
        if not is_current(approval, kind, work, office):
            now = subject_fingerprint(office, work, kind)
            given = since(approval, kind, work, office)
            said = (
                f"the approval of {called(work.name, work.id)} at the gate"
                f" {gate_title(approval, work, office)} of {approval.decision.date} covers the"
                f" {_called(kind)} of that day,"
            )
            reason = (
                _what_changed(subject.fingerprint, kind, given, (work, office), authority)
                if now
                else " and there is none now"
            )
            yield approval.at("subject", number, "fingerprint"), said + reason


def _called(kind: str) -> str:
    known = next(each for each in KINDS if each.name == kind)
    return f"register of {kind}s" if known.shape == "register" else known.title.lower()


def _is_unreadable(kind: str, work: Work, office: Office) -> bool:
    """Whether a record of the kind cannot be read, so that nobody can tell."""
    scope = f"{work.kind}/{work.id}"
    return any((known, of) == (kind, scope) for known, of, _ in office.unreadable)


def _what_changed(
    pinned: str,
    kind: str,
    given: tuple[Consent, ...],
    now: tuple[Work, Office],
    authority: Office,
) -> str:
    """What differs, as far as the base of the change or the approved requests tell."""
    before = earlier(now[0], authority, now[1])
    was = subject_fingerprint(authority, before, kind) if before else None
    if before and was and is_same(pinned, was):
        made = [m for m in _moves(kind, (before, authority), now) if not is_covered(m, given)]
        if made:
            more = f", and {len(made) - _SHOWN} more" if len(made) > _SHOWN else ""
            told = [f"`{move.path}` {move.words}" for move in made[:_SHOWN]]
            return f" but {listed(told)}{more}; no change request approved since says so"
    requests = list(dict.fromkeys(c.request.id for c in given))
    if requests:
        word = "request" if len(requests) == 1 else "requests"
        return (
            f" and what it approved has changed by more than the change {word} {listed(requests)}"
            f" approved since {'names' if len(requests) == 1 else 'name'}"
        )
    return " but what it approved has changed since, and no change request approved since says so"


def _moves(kind: str, old: tuple[Work, Office], new: tuple[Work, Office]) -> Iterator[Move]:
    """The moves of the approved values between two states of the work."""
    known = {record.id: record for record in subjects(old[1], old[0], kind)}
    for record in subjects(new[1], new[0], kind):
        earlier = known.get(record.id)
        for change in changed_since(earlier, record) if earlier else ():
            yield from moves(path(record, change.keys), change.old, change.new)
