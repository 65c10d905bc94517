"""Fields asked for at the terminal, each with what it is, what it takes and what is usual."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from pmoascode.acts.values import group_fields, value_of
from pmoascode.cli.prompting import among, meant, prompted, show
from pmoascode.document import Keys
from pmoascode.editors.ids import Offer
from pmoascode.formats.result import visible
from pmoascode.office.fields import field_schema
from pmoascode.records.kinds import Kind

_NONE = "-"  # what is typed to leave out a field that has a usual value
ABOUT = (
    "Enter takes what stands in brackets, - leaves a field out, Ctrl-C stops: nothing is written."
)


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
            found[keys] = asked(kind, keys, usual=fallback or "")
        elif fallback is not None:
            found[keys] = value_of(kind, keys, fallback)
        else:
            missing.append(keys)
    ensure_given(kind, missing)
    return found


def ensure_given(kind: Kind, missing: Sequence[Keys]) -> None:
    """Raises UsageError: fields are missing, and nobody is there to ask."""
    if missing:
        names = ", ".join(_way_to_give(kind, keys) for keys in missing)
        raise click.UsageError(f"nobody is there to ask, so give {names}")


def _way_to_give(kind: Kind, keys: Keys) -> str:
    """The option that gives the field; a group, and a part of one, has none of its own."""
    is_group = len(keys) > 1 or (field_schema(kind, keys) or {}).get("type") == "object"
    return f"--field {'.'.join(map(str, keys))}=..." if is_group else option_name(keys)


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


def asked(
    kind: Kind,
    keys: Keys,
    *,
    usual: str = "",
    before: Sequence[Any] = (),
    choices: Sequence[Offer] = (),
    is_optional: bool = False,
) -> Any:
    """What is answered, asked again until the field takes it; nothing where it is left out.

    `before` are the entries that a list has already.
    """
    part = field_schema(kind, keys) or {}
    if part.get("type") == "array":
        return _list_asked(kind, keys, before, choices, is_optional=is_optional)
    _explain(kind, keys, choices, is_optional=is_optional)
    return _one(kind, keys, usual, choices, is_optional=is_optional)


def chosen(
    name: str,
    about: str,
    choices: Sequence[Offer],
    usual: str = "",
    *,
    is_optional: bool = False,
) -> str:
    """One of the choices, asked for until it is one; empty where it is left out."""
    note = " (optional)" if is_optional else ""

    def read(text: str) -> str:
        left_out = is_optional and text in ("", _NONE)
        return "" if left_out else among(meant(text, choices), choices)

    return said(f"{name}{note}", about, read, usual, choices, may_be_empty=is_optional)


def said(
    name: str,
    about: str,
    read: Callable[[str], str],
    usual: str = "",
    choices: Sequence[Offer] = (),
    *,
    word: str = "",
    may_be_empty: bool = False,
) -> str:
    """What is answered, as it is read; asked again, with the reason, until it can be.

    `word` stands before the answer, where it is not the name.
    """
    click.echo(f"\n{click.style(name, bold=True)}: {about}", err=True)
    show(choices)
    word = word or name.partition(" (")[0].lower()
    return str(prompted(word, usual, read, may_be_empty=may_be_empty))


def _list_asked(
    kind: Kind, keys: Keys, before: Sequence[Any], choices: Sequence[Offer], *, is_optional: bool
) -> list[Any] | None:
    each = "one a line, Enter ends the list" + (f", {_NONE} empties it" if before else "")
    _explain(kind, keys, choices, is_optional=is_optional, each=each)
    found = list(before)
    for entry in found:
        values = entry.values() if isinstance(entry, dict) else [entry]
        click.echo(visible(f"    {'; '.join(map(str, values))}"), err=True)

    def read(text: str) -> list[Any] | None:
        if text == _NONE and found:
            return None
        pieces = [piece.strip() for piece in text.split(",")] if choices else [text]
        return [_read(kind, (*keys, 0), piece, choices) for piece in pieces if piece]

    while True:
        entries = prompted(str(keys[-1]), "", read, may_be_empty=is_optional or bool(found))
        if entries is None:
            found.clear()
        elif entries:
            found += entries
        else:
            return found or None


def _explain(
    kind: Kind, keys: Keys, choices: Sequence[Offer], *, is_optional: bool, each: str = ""
) -> None:
    """A heading: what the field is, what it takes, and whether it can be left out."""
    part = field_schema(kind, keys) or {}
    group = group_fields(kind, (*keys, 0) if each else keys)
    notes = [word for word in ("optional" if is_optional else "", each) if word]
    notes += [f"as {'; '.join(group)}"] if group else []
    title = _title(kind, keys)
    note = f" ({', '.join(notes)})" if notes else ""
    click.echo(f"\n{click.style(title, bold=True)}{note}: {part.get('description', '')}", err=True)
    show(choices)


def _title(kind: Kind, keys: Keys) -> str:
    """The titles of the groups that lead to the field, and its own."""
    steps = (keys[:n] for n in range(1, len(keys) + 1) if isinstance(keys[n - 1], str))
    words = [str((field_schema(kind, s) or {}).get("title", s[-1])) for s in steps]
    return ", ".join([words[0], *(word.lower() for word in words[1:])])


def _one(kind: Kind, keys: Keys, usual: str, choices: Sequence[Offer], *, is_optional: bool) -> Any:
    def read(text: str) -> Any:
        if is_optional and text in ("", _NONE):
            return None
        return _read(kind, keys, text, choices)

    return prompted(str(keys[-1]), usual, read, may_be_empty=is_optional)


def _read(kind: Kind, keys: Keys, text: str, choices: Sequence[Offer]) -> Any:
    """The value that the text says; of a field that has choices, one of them."""
    value = value_of(kind, keys, meant(text, choices))
    if choices and not isinstance(value, dict):  # a group may say what nobody has foreseen
        among(str(value), choices)
    return value
