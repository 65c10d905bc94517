"""The rule that every reference leads to a record."""

from difflib import get_close_matches

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.office.references import Reference, candidates, is_known, kind_of_id, references
from pmoascode.records.assignment import Assignment
from pmoascode.records.record import Record
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="rust-lang/team and OpenStack: references are checked",
    waivable=False,
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-dor  # <--
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell the branches when the portal opens
          owner: tom-burg  # <--
          due: 2026-11-20
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: thinking  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
    good=(
        """
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell the branches when the portal opens
          owner: tom-berg
          due: 2026-11-20
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
)
def reference_to_missing_record(record: Record, office: Office) -> Problems:
    """A record refers to another that does not exist or is of another kind.

    A misspelt name is nobody: a risk whose owner is on no list is watched by no one, and a project
    of an unknown programme is missing from its sums. The checkers of OpenStack and of the Rust
    teams refuse such references too.

    To put it right, correct the spelling: a record's id is the name of its file or folder, or the
    word before its colon in a list. Or add that record first.
    """
    if isinstance(record, Assignment) and record.keys[-1] == 0:  # the role is the key of the list
        role = Reference(record, (), record.role, ("role",), is_key=True)
        if not is_known(role, office):
            yield record.at_key()._replace(keys=record.keys[:1]), _message(role, office)
    for reference in references(record, office):
        if not is_known(reference, office):
            at = record.at_key if reference.is_key else record.at
            yield at(*reference.keys), _message(reference, office)


def _message(reference: Reference, office: Office) -> str:
    near = get_close_matches(reference.id, candidates(reference, office), n=1)
    hint = f"; did you mean `{near[0]}`?" if near else ""
    other = kind_of_id(reference.id, office)
    what = f"which is a {other}" if other else "which does not exist"
    wanted = " or ".join(reference.kinds)
    who = record_name(reference.record, office)
    return f"{who} names the {wanted} `{reference.id}`, {what}{hint}"
