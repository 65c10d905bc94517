"""The rule that a change request names values that there are."""

from pmoascode.document import Keys
from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.fields import field_schema, kind_named
from pmoascode.office.naming import record_name
from pmoascode.records.change_request import Change, ChangeRequest
from pmoascode.rule import Problems, rule

_REQUEST = """
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          changes:
"""
_SCOPE = """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        scope_included: [Letters]
"""


@rule(
    Severity.ERROR,
    profile="starter",
    source="PMI Practice Standard for Configuration Management: a change names the item it alters",
    bad=(
        _REQUEST
        + """
            - {path: finish.baseline, old: 2027-03-31, new: 2027-04-30}  # <--
        """,
        _REQUEST
        + """
            - {path: project.finish.basline, old: 2027-03-31, new: 2027-04-30}  # <--
        """,
        _REQUEST
        + """
            - {path: project.milestones.open.baseline, old: 2027-03-31, new: 2027-04-30}  # <--
        """,
        _REQUEST
        + """
            - {path: project, old: 1, new: 2}  # <--
        """,
        _REQUEST
        + """
            - {path: finance.budget.baseline, old: 100, new: 120}  # <--
        """,
        _SCOPE
        + _REQUEST
        + """
            - {path: project.scope_included.1, old: Letters, new: Forms}  # <--
        """,
        _REQUEST
        + """
            - {path: project.finish.basline, new: 2027-04-30}  # <--
        """,
    ),
    good=(
        _REQUEST
        + """
            - {path: finish.baseline, old: 2027-03-31, new: 2027-04-30}
          status: withdrawn
        """,
        _SCOPE
        + _REQUEST
        + """
            - {path: project.scope_included.0, old: Letters, new: Forms}
        """,
        _REQUEST
        + """
            - {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}
        """,
        _REQUEST
        + """
            - {path: project.milestones.open.baseline, new: 2027-04-30}
        """,
    ),
)
def change_names_no_value(request: ChangeRequest, office: Office) -> Problems:
    """A change request that is still to be decided or carried out names a value that there is not.

    What is approved under a wrong name approves nothing: the baseline cannot move, and the decision
    has to be taken again with the right one. The name is the kind of record, then the keys that
    lead to the value, as in `project.milestones.go-live.baseline`; of a register the id comes next.

    To put it right, write the `path` of the value; leave out `old` where there is none yet.
    """
    work = office.owner(request)
    if not request.is_open or work is None or work.is_ended:
        return
    for number, change in enumerate(request.changes):
        if not _is_there(request, change, office):
            name = f"project.{change.path}"
            meant = _is_there(request, change, office, name)
            hint = f"; did you mean {name}?" if meant else ""
            yield (
                request.at("changes", number, "path"),
                (
                    f"{record_name(request, office)} moves `{change.path}`, which is no value of"
                    f" the {work.kind}{hint}"
                ),
            )


def _is_there(request: ChangeRequest, change: Change, office: Office, path: str = "") -> bool:
    """Whether the record has the value; of a value to be added, whether the kind has the field."""
    name, *steps = (path or change.path).strip().split(".")
    keys: Keys = tuple(int(step) if step.isdecimal() else step for step in steps)
    kind = kind_named(name)
    if kind is None or len(keys) <= kind.depth or not field_schema(kind, keys[kind.depth :]):
        return False
    file = f"{request.path.rpartition('/')[0]}/{kind.pattern.rpartition('/')[2]}"
    document = office.documents.get(file)
    return change.old is None or (document is not None and document.value(keys) is not None)
