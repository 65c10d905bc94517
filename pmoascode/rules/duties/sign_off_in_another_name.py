"""The rule that everybody signs in person."""

from collections.abc import Iterator

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest, signs
from pmoascode.measures.signing import Signed, new_sign_off, sign_off_field
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name
from pmoascode.records.record import Keys
from pmoascode.records.report import Report
from pmoascode.records.review import Review
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: each signs in person",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: sam-okoro
        # approved by: tom-berg
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth  # <--
          as: sponsor
          date: 2026-11-09
        """,
        """
        # author: ines-roth
        # commits by: ines-roth, sam-okoro
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth  # <--
          as: sponsor
          date: 2026-11-09
        """,
        """
        # author: tom-berg
        # assurance/apollo/plan.yaml
        title: The plan for the roll-out
        type: health-check
        line_of_defence: 2
        reviewers: [omar-haddad]  # <--
        date: 2026-11-06
        rating: green
        summary: A sound plan.
        """,
        """
        # author: tom-berg
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green}
        withheld:
          - field: rating.overall
            reason: A tender.
            approved_by: maria-silva  # <--
            review: 2027-01-15
        """,
    ),
    good=(
        """
        # author: tom-berg
        # before: projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green}
        withheld:
          - {field: rating.overall, reason: A tender., approved_by: maria-silva, review: 2027-01-15}
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green}
        comments: {schedule: It holds.}
        withheld:
          - {field: rating.overall, reason: A tender., approved_by: maria-silva, review: 2027-01-15}
        """,
        """
        # author: sam-okoro
        # approved by: ines-roth
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
        """
        # author: ines-roth
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
        """
        # author: tom-berg
        # approved by: omar-haddad
        # assurance/apollo/plan.yaml
        title: The plan for the roll-out
        type: health-check
        reviewers: [li-wen, omar-haddad]
        date: 2026-11-06
        """,
        """
        # author: tom-berg
        # projects/apollo/pid.yaml
        version: "1.1"
        background: The audit of claims, 2025.
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-02-27}
        # assurance/apollo/pilot.yaml
        title: Readiness for the pilot
        type: health-check
        reviewers: [omar-haddad]
        date: 2026-08-21
        rating: amber
        """,
    ),
)
def sign_off_in_another_name(
    record: Signed | Review,
    office: Office,
    before: Office,
    pull_request: PullRequest,
    authority: Office,
) -> Problems:
    """A sign-off names a person who neither wrote it nor reviewed it.

    Anybody can type a name. A signature counts if its owner opened the pull request with commits
    of their own alone, or approved its newest commit with the account that the records knew
    before. Of several reviewers of a project one is enough. Who allowed that a report withholds
    something signs as well. If the policy says `signing: true`, the commits must bear a verified
    signature too.

    To put it right, ask the person to approve this pull request; the check then runs again.
    """
    verified = authority.policy.signing
    for people, keys in _signatures(record, before, office):
        if any(signs(pull_request, authority, each, only_verified=verified) for each in people):
            continue
        names = " and ".join(person_name(person, office) for person in people)
        yield (
            record.at(*keys),
            (
                f"{record_name(record, office)} is signed in the name of {names}, who did not "
                "write this pull request alone and has not approved its newest commit"
            ),
        )


def _signatures(
    record: Signed | Review, before: Office, office: Office
) -> Iterator[tuple[tuple[str, ...], Keys]]:
    """Who signed what the change adds or alters, of whom one must stand by it, and where."""
    was = earlier(record, before, office)
    if isinstance(record, Review):
        if was is None and record.reviewers:
            yield record.reviewers, ("reviewers",)
        return
    if signed := new_sign_off(record, before, office):
        yield (signed.by,), (sign_off_field(record), "by")
    if isinstance(record, Report):
        known = was.withheld if isinstance(was, Report) else ()
        for number, each in enumerate(record.withheld):
            if each not in known:
                yield (each.approved_by,), ("withheld", number, "approved_by")
