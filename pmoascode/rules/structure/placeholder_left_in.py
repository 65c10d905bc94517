"""The rule that texts say something."""

import re
from functools import cache

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.marked import Branch, Part, Resolve, branch, values
from pmoascode.office.naming import record_name
from pmoascode.records.kinds import KINDS
from pmoascode.records.record import Record
from pmoascode.rule import Problems, rule

LONGEST = 60  # characters; what is longer says something, but for a template's own words
_PLACEHOLDER = re.compile(
    r"(tb[acd]|todo|fixme|n\s*/\s*a|xx+|\?+|[-\u2013\u2014_]+|\.\.\.+|…|lorem ipsum.*"
    r"|to be (added|announced|completed|confirmed|decided|defined|determined|done)"
    r"|(fill in|insert) .*|placeholder|your text here)\.?",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\s*(<[^<>]+>|\[[^\[\]]+\]|\{\{.*\}\})\.?\s*")


@rule(
    Severity.ERROR,
    profile="starter",
    source="measured on Kubernetes proposals: approvers named TBD; UK GMPP return",
    bad=(
        """
        # projects/apollo/mandate.yaml
        problem: TBD  # <--
        outcome: Claims take 4 days.
        """,
        """
        # projects/apollo/lessons.yaml
        pilot-early:
          title: Pilot with two branches
          cause: n/a  # <--
          recommendation: <What others should do>  # <--
          owner: omar-haddad
        """,
    ),
    good=(
        """
        # projects/apollo/mandate.yaml
        problem: Claims take 12 days.
        outcome: To be confirmed by the audit in June, Claims take 4 days.
        """,
        """
        # projects/apollo/lessons.yaml
        pilot-early:
          title: Pilot with two branches
          recommendation: Choose branches with mixed work for a pilot.
        """,
    ),
)
def placeholder_left_in(record: Record, office: Office) -> Problems:
    """A text is still a placeholder, such as TBD or the words of the template.

    A field that says TBD counts as filled and tells nobody anything, so it stays unnoticed: 21
    proposals of Kubernetes name an approver TBD, and nine of them have long been built.

    To put it right, write what is known today, or leave the field out where it is not required:
    what is missing is seen and asked for.
    """
    way = _way(type(record))
    if not way:
        return
    for found in values(office.data(record), way):
        if isinstance(found.value, str) and is_placeholder(found.value):
            field = next((key for key in reversed(found.keys) if isinstance(key, str)), "")
            yield (
                record.at(*found.keys),
                f"{record_name(record, office)}: `{field}` still says “{found.value.strip()}”",
            )


def is_placeholder(text: str) -> bool:
    """Whether the text holds the place of another and says nothing itself."""
    if _TEMPLATE.fullmatch(text):
        return True
    return len(text) <= LONGEST and _PLACEHOLDER.fullmatch(text.strip()) is not None


@cache
def _way(record: type[Record]) -> Branch:
    return branch(next(kind for kind in KINDS if kind.record is record), _is_text)


def _is_text(part: Part, _resolve: Resolve) -> bool:
    """Whether people write there what they like: neither an id nor a date, amount or choice."""
    return bool(part.get("x-prose") or part.get("pattern") == r"\S")
