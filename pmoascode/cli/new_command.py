"""The command that makes a record of one kind, from the fields that its schema names."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pmoascode.acts.form import is_moot, required, wanted
from pmoascode.acts.spot import kinds, needs_scope, takes_id, takes_scope
from pmoascode.cli.acting import Manner, of_act
from pmoascode.cli.field_options import field_options, one_of
from pmoascode.cli.making import made
from pmoascode.cli.team import team_options
from pmoascode.document import Keys
from pmoascode.edit.copying import with_part
from pmoascode.edit.scalars import inline
from pmoascode.office.fields import field_schema
from pmoascode.records.kinds import Kind
from pmoascode.schema import schema

_SCOPES = {"meeting": "FORUM", "review": "SCOPE"}
_IDS = {"meeting": "DAY"}
_SHOWN = 4  # options of an example


def command_of(name: str) -> click.Command:
    """The command `pmo new NAME`."""
    kind = kinds(name)[0]

    @of_act
    def run(records: Path | None, today: dt.date | None, manner: Manner, **given: Any) -> int:
        return made(name, given, records, today, manner)

    act_options: list[click.Parameter] = list(reversed(getattr(run, "__click_params__", [])))
    return click.Command(
        name,
        params=[*_arguments(name), *field_options(kind), *team_options(name), *act_options],
        callback=run,
        help=_help(name, kind),
        epilog="\n  ".join(("\b\nExamples:", *examples(name))),
    )


def examples(name: str) -> Iterator[str]:
    """Commands that a reader can type: asking for everything, and asking for nothing."""
    kind = kinds(name)[0]
    lead = " ".join(("pmo new", name, *(("apollo",) if needs_scope(name) else ())))
    if name == "meeting":
        lead = "pmo new meeting change-board"
    yield lead
    needed = [(field,) for field in required(kind, ())]
    likely = [keys for keys in wanted(kind) if keys not in needed and _is_short(kind, keys)]
    words, said = [lead], dict[str, Any]()
    for keys in (*needed, *likely):
        if (keys in needed or len(words) <= _SHOWN) and not is_moot(kind, said, keys):
            words.append(_option(kind, keys))
            said = with_part(said, keys, "")
    yield " ".join(words)


def _is_short(kind: Kind, keys: Keys) -> bool:
    part = field_schema(kind, keys) or {}
    is_group = "object" in (part.get("type"), (field_schema(kind, (*keys, 0)) or {}).get("type"))
    return len(keys) == 1 and not part.get("x-prose") and not is_group


def _option(kind: Kind, keys: Keys) -> str:
    """The option that gives the field the example of its schema."""
    part = field_schema(kind, keys) or {}
    example = part.get("examples", [""])[0]
    if len(keys) > 1 or part.get("type") == "object":
        return f"--field '{'.'.join(map(str, keys))}={inline(example, in_flow=True)}'"
    name = str(keys[0])
    if isinstance(example, list):
        name, example = one_of(name), _entry(kind, name, example[0])
    text = inline(example) if isinstance(example, bool) else str(example)
    quote = "" if text.replace("-", "").isalnum() else '"'
    return f"--{name.replace('_', '-')} {quote}{text}{quote}"


def _entry(kind: Kind, name: str, example: Any) -> str:
    """One entry of a list; of a group the values that it needs."""
    needed = required(kind, (name, 0))
    parts = ((field_schema(kind, (name, 0, each)) or {})["examples"][0] for each in needed)
    return "; ".join(map(str, parts)) if isinstance(example, dict) else str(example)


def _help(name: str, kind: Kind) -> str:
    needed = ", ".join(f"`{field}`" for field in required(kind, ()))
    about = str(schema(name)["description"]).partition("\n")[0]
    lines = [f"Make a new {kind.title[:1].lower()}{kind.title[1:]}.", about]
    if needed:
        lines.append(f"It needs {needed}; what is not given is asked for at a terminal.")
    if needs_scope(name) and name not in _SCOPES:
        lines.append("SCOPE is the id of the project or programme that it belongs to.")
    elif takes_scope(name) and not needs_scope(name):
        lines.append("SCOPE is the id of a project or programme; the organisation if left out.")
    if takes_id(name) and name not in _IDS:
        lines.append("ID is its name in the records; made of its title if left out.")
    return "\n\n".join(lines)


def _arguments(name: str) -> Iterator[click.Argument]:
    if takes_scope(name):
        metavar = f"[{_SCOPES.get(name, 'SCOPE')}]"
        yield click.Argument(["scope"], required=False, metavar=metavar)
    if takes_id(name):
        yield click.Argument(["id"], required=False, metavar=f"[{_IDS.get(name, 'ID')}]")
