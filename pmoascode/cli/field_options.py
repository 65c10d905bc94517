"""Options made of the fields of a kind: one for each field of one value, or of a list of them."""

from collections.abc import Iterator, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from pmoascode.acts.form import is_list, required
from pmoascode.acts.values import group_fields, value_of
from pmoascode.cli.asking import option_name
from pmoascode.cli.completing import named
from pmoascode.document import Keys
from pmoascode.editors.snippets import choices as steps
from pmoascode.finding import CannotRun
from pmoascode.office.fields import field_schema, names
from pmoascode.records.kinds import Kind

_PREFIX = "field_"  # of a parameter's name, as a field may be called `from` or `type`


class FieldValue(click.ParamType[Any]):
    """A value of a field as its kind takes it."""

    name = "value"

    def __init__(self, kind: Kind, keys: Keys) -> None:
        self.kind, self.keys = kind, keys

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value that the text says."""
        try:
            return self.read(value) if isinstance(value, str) else value
        except CannotRun as flaw:
            self.fail(str(flaw), param, ctx)

    def read(self, text: str) -> Any:
        """The value that the text says.

        Raises:
            CannotRun: the field does not take it.
        """
        return value_of(self.kind, self.keys, text)

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem[str]]:
        """The values, or the ids of records, that the field chooses from."""
        part = field_schema(self.kind, self.keys) or {}
        found = [CompletionItem(v) for v in _values(part) if v.startswith(incomplete)]
        for kind in str(part.get("x-refers-to", "")).split()[:1]:
            found += named(kind).shell_complete(ctx, param, incomplete)
        return found


class AnyField(click.ParamType[tuple[Keys, Any]]):
    """A field by its keys with dots between, and its value, as in `residual.impact=3`."""

    name = "key=value"

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Keys, Any]:
        """The keys, and the value that the field takes."""
        if isinstance(value, tuple):
            return value
        name, equals, text = value.partition("=")
        keys: Keys = tuple(int(key) if key.isdecimal() else key for key in name.split("."))
        if not equals or not all(name.split(".")):
            self.fail(
                f"{value!r} is no field with its value, such as residual.impact=3", param, ctx
            )
        try:
            return keys, value_of(self.kind, keys, text.strip())
        except CannotRun as flaw:
            self.fail(str(flaw), param, ctx)


def field_options(kind: Kind) -> Iterator[click.Option]:
    """The options of the kind's fields, in the order of the schema, and one for all the others."""
    for name in names(kind):
        part = field_schema(kind, (name,)) or {}
        if is_list(kind, (name,)):
            yield _of_list(kind, name, part)
        elif part.get("type") != "object" and ("type" in part or "enum" in part):
            yield _of_value(kind, name, part)
    yield click.Option(
        ["--field", "fields"],
        type=AnyField(kind),
        multiple=True,
        metavar="KEY=VALUE",
        help="Any field by its keys, as in --field KEY.KEY=VALUE; may be given several times.",
    )


def given_fields(kind: Kind, given: Mapping[str, Any]) -> Iterator[tuple[Keys, Any]]:
    """The fields that options have given, with their values."""
    for name in names(kind):
        value = given.get(_PREFIX + name)
        if isinstance(value, tuple):
            if value:
                yield (name,), list(value)
        elif value is not None:
            yield (name,), value
    yield from given.get("fields", ())


def _of_value(kind: Kind, name: str, part: Mapping[str, Any]) -> click.Option:
    return click.Option(
        [option_name((name,)), _PREFIX + name],
        type=FieldValue(kind, (name,)),
        metavar=_metavar(part),
        help=_help(kind, name, part),
    )


def _of_list(kind: Kind, name: str, part: Mapping[str, Any]) -> click.Option:
    group = group_fields(kind, (name, 0))
    items = field_schema(kind, (name, 0)) or {}
    return click.Option(
        [*dict.fromkeys((option_name((one_of(name),)), option_name((name,)))), _PREFIX + name],
        type=FieldValue(kind, (name, 0)),
        multiple=True,
        metavar=f'"{"; ".join(group)}"'.upper() if group else _metavar(items),
        help=f"{_help(kind, name, part)} May be given several times.",
    )


def one_of(name: str) -> str:
    """The name of a list as that of one entry: `decisions_needed` is `decision_needed`."""
    first, _, rest = name.partition("_")
    one = first[:-1] if first.endswith("s") and not first.endswith("ss") else first
    one = f"{first[:-3]}y" if first.endswith("ies") else one
    return f"{one}_{rest}" if rest else one


def _help(kind: Kind, name: str, part: Mapping[str, Any]) -> str:
    values = _values(part)
    needed = " Needed." if name in required(kind, ()) else ""
    choices = f" One of: {', '.join(values)}." if values and "enum" in part else ""
    return f"{part.get('description', '')}{choices}{needed}"


def _metavar(part: Mapping[str, Any]) -> str:
    """What stands for the value in a help text."""
    if "x-refers-to" in part:
        return str(part["x-refers-to"].split()[0]).upper()
    if part.get("format") == "date":
        return "DAY"
    if part.get("x-unit") == "money":
        return "MONEY"
    if "x-type" in part:
        return str(part["x-type"]).upper()
    kinds = {"integer": "NUMBER", "number": "NUMBER", "boolean": "true|false"}
    return "VALUE" if "enum" in part else kinds.get(str(part.get("type")), "TEXT")


def _values(part: Mapping[str, Any]) -> tuple[str, ...]:
    """The values of a field that takes only some."""
    part = part.get("items", part)
    return ("true", "false") if part.get("type") == "boolean" else steps(part)
