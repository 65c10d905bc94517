"""requirement-moved-without-change."""

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.measures.agreed import is_agreed
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import Move, consents, is_covered
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule

_AGREED = ("text", "priority", "acceptance")


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2 and BABOK: scope baseline",
    bad=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from any screen.  # <--
          source: Workshop of 2026-02-17
          author: lena-novak
          owner: paul-weber
          category: Usability
          objective: faster-claims
          priority: should  # <--
          status: approved
          acceptance: Four taps.  # <--
          test: Test case 12
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
          effort: 8
          deliverables: [claims-form]
        """,
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17
          author: lena-novak
          owner: paul-weber
          category: Usability
          objective: faster-claims
          priority: must
          status: withdrawn  # <--
          acceptance: Three taps on a small screen.
          test: Test case 12
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
          effort: 8
          deliverables: [claims-form]
        """,
    ),
    good=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17, second day
          owner: maria-silva
          priority: must
          status: implemented
          acceptance: Three taps on a small screen.
          test: Test case 13
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        sign-in: {text: Customers can sign in., status: approved}
        """,
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          priority: should
          status: approved
          acceptance: Three taps on a small screen.
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        # projects/apollo/change-requests.yaml
        less-for-phones:
          title: Phones later
          requested_by: tom-berg
          reason: The pilot showed that most claims come from desks.
          status: decided
          changes:
            - {path: requirement.claim-by-phone.priority, old: must, new: should}
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
        """
        # before: projects/hermes/requirements.yaml
        one-list: {text: There is one list., priority: must, status: proposed}
        old-list: {text: The old list is kept., status: withdrawn}
        # projects/hermes/requirements.yaml
        one-list: {text: There is one street list., priority: should, status: approved}
        old-list: {text: The old list is kept for a year., status: proposed}
        """,
        """
        # before: projects/nobody/requirements.yaml
        one-book: {text: There is one book., status: approved}
        # projects/nobody/requirements.yaml
        one-book: {text: There are two books., status: approved}
        """,
    ),
)
def requirement_moved_without_change(
    requirement: Requirement, office: Office, before: Office
) -> Problems:
    """An approved requirement changed and no approved change request says so.

    The approved requirements are the scope: dates, cost and tests were worked out for them. If they
    change in silence, the project is held to a promise that nobody gave. Text, priority and
    acceptance count, and so does taking the approval back.

    To put it right, set the value back; or have a change request of the same project approved
    that has the entry which the finding shows under `changes`. A new wish is a requirement of its
    own.
    """
    work = office.owner(requirement)
    old = earlier(requirement, before, office)
    if work is None or old is None or not is_agreed(old):
        return
    for change in differences(old, requirement):
        move = Move(path(requirement, change.keys), change.old, change.new)
        if _moves_scope(change, requirement) and not is_covered(move, consents(office, work)):
            yield (
                requirement.at(*change.keys),
                (
                    f"requirement {requirement.id} of {called(work.name, work.id)} was approved"
                    f" with another {change.keys[0]}; to change it, a change request needs under"
                    f" its `changes` the entry: {move.entry}"
                ),
            )


def _moves_scope(change: FieldChange, requirement: Requirement) -> bool:
    if change.keys == ("status",):
        return not is_agreed(requirement)
    return change.keys[0] in _AGREED
