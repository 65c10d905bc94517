"""A new record's fields: as given, else as answered, else as usual; then what the rules miss."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from pmoascode.acts import Draft
from pmoascode.acts.choices import Beginning, choices
from pmoascode.acts.form import is_moot, is_required, missed, wanted
from pmoascode.acts.spot import Spot
from pmoascode.acts.usual import Desk, usual
from pmoascode.acts.values import value_of
from pmoascode.cli.asking import asked, ensure_given
from pmoascode.cli.progress import working
from pmoascode.cli.trial import Trial
from pmoascode.document import Keys
from pmoascode.edit.copying import MISSING, found, with_part
from pmoascode.formats.result import visible
from pmoascode.workspace import Workspace


def interview(
    desk: Desk, begun: Beginning, given: Iterable[tuple[Keys, Any]], *, asks: bool
) -> dict[str, Any]:
    """What the new record says.

    Raises:
        UsageError: nobody is there to answer, and a field that it needs is neither given nor usual.
    """
    data: dict[str, Any] = dict(begun.data)
    for keys, value in given:
        data = with_part(data, keys, value)
    missing = []
    for keys in wanted(begun.kind):
        if found(data, keys) is not MISSING or is_moot(begun.kind, data, keys):
            continue
        now = Beginning(begun.kind, begun.scope, data)
        value = _answer(desk, now, keys, asks=asks)
        if value is not None:
            data = with_part(data, keys, value)
        elif is_required(begun.kind, data, keys):
            missing.append(keys)
    ensure_given(begun.kind, missing)
    return data


def _answer(desk: Desk, begun: Beginning, keys: Keys, *, asks: bool) -> Any:
    """The answer to one question; without anybody to ask, what is usual."""
    likely = usual(desk, begun, keys)
    if not asks:
        return value_of(begun.kind, keys, likely) if likely else None
    return asked(
        begun.kind,
        keys,
        usual=likely,
        choices=choices(desk.office, begun, keys, desk.today),
        is_optional=not is_required(begun.kind, begun.data, keys),
    )


def completed(
    workspace: Workspace,
    desk: Desk,
    place: Spot,
    data: Mapping[str, Any],
    drafted: Callable[[Mapping[str, Any]], Draft],
    *,
    asks: bool,
) -> Trial:
    """The draft of the record, tried out; who is there to answer is asked for what the rules miss.

    Each field is asked for once, and may be left out.
    """
    told: set[Keys] = set()
    while True:
        trial = Trial(workspace, drafted(data))
        with working("Asking the rules ..."):
            about = [f for f in trial.findings if f.record == place.name] if asks else []
        open_ = [(f, keys) for f in about for keys in missed(f, place.kind, data)]
        fresh = [(finding, keys) for finding, keys in open_ if keys not in told]
        if not fresh:
            return trial
        for finding, keys in fresh:
            if keys not in told:
                told.add(keys)
                click.echo(f"\nA rule asks for more: {visible(finding.message)}", err=True)
                data = _with_answer(desk, Beginning(place.kind, place.scope, data), keys)


def _with_answer(desk: Desk, begun: Beginning, keys: Keys) -> Mapping[str, Any]:
    """The data with what is answered, if the field still makes sense."""
    if found(begun.data, keys) is not MISSING or is_moot(begun.kind, begun.data, keys):
        return begun.data
    value = _answer(desk, begun, keys, asks=True)
    return begun.data if value is None else with_part(begun.data, keys, value)
