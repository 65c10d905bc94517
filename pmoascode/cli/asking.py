"""Fields asked for at the terminal, each with what it is and what it takes."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from pmoascode.acts.values import value_of
from pmoascode.document import Keys
from pmoascode.finding import CannotRun
from pmoascode.office.fields import field_schema
from pmoascode.records.kinds import Kind


def answers(
    kind: Kind,
    wanted: Sequence[Keys],
    given: Mapping[Keys, str | None],
    *,
    asks: bool,
    usual: Mapping[Keys, str] | None = None,
) -> dict[Keys, Any]:
    """The value of each wanted field: as given, else as answered, else what is usual.

    Raises:
        CannotRun: a field does not take what was given.
        UsageError: nobody is there to answer, and a field is neither given nor usual.
    """
    found: dict[Keys, Any] = {}
    missing = []
    for keys in wanted:
        text, fallback = given.get(keys), (usual or {}).get(keys)
        if text is not None:
            found[keys] = value_of(kind, keys, text)
        elif asks:
            found[keys] = _asked(kind, keys, fallback)
        elif fallback is not None:
            found[keys] = value_of(kind, keys, fallback)
        else:
            missing.append(option_name(keys))
    if missing:
        raise click.UsageError(f"nobody is there to ask, so give {', '.join(missing)}")
    return found


def reason_for(question: str, *, asks: bool) -> str:
    """The reason that is answered.

    Raises:
        UsageError: nobody is there to answer.
    """
    if not asks:
        raise click.UsageError("nobody is there to ask, so give --reason")
    answered: str = click.prompt(question, err=True)
    return answered


def option_name(keys: Keys) -> str:
    """The option that gives the field, as in --needed-by."""
    return "--" + "-".join(str(key) for key in keys).replace("_", "-")


def _asked(kind: Kind, keys: Keys, usual: str | None) -> Any:
    """What is answered, asked again until the field takes it."""
    part = field_schema(kind, keys) or {}
    title = part.get("title", str(keys[-1]))
    choices = [str(choice) for choice in part.get("enum", ()) if choice is not None]
    about = " / ".join(choices) or part.get("description", "")
    click.echo(click.style(f"{title}: ", bold=True) + about, err=True)
    while True:
        text = click.prompt(f"  {keys[-1]}", default=usual, err=True)
        try:
            return value_of(kind, keys, text)
        except CannotRun as flaw:
            click.echo(f"  {flaw}", err=True)
