"""What a shell completes: ids of the office, by what an argument or an option is called.

A shell asks at each press of the key. So the arguments of a command are known here, and the
command itself, with all that it needs, is imported only once an option is typed.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem, get_completion_class

from pmoascode.cli import ids
from pmoascode.cli.ids import Known
from pmoascode.whereabouts import nearest

# The arguments of each command of which something is known, in their order.
ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "explain": ("rule",),
    "who": ("name",),
    "leave": ("person",),
    "career": ("person",),
    "my": ("person",),
    "report": ("work",),
    "milestone": ("work", "milestone"),
    "set": ("pairs",),
    "approve": ("what", "gate"),
    "reject": ("what", "gate"),
    "implement": ("request",),
    "assign": ("scope", "role", "person"),
    "waive": ("rule", "record"),
    "close": ("record",),
    "withdraw": ("record",),
    "rename": ("record",),
    "fingerprint": ("folder",),
}
_MOST = 1000  # nobody reads more
VARIABLE = "_PMO_COMPLETE"  # by which a shell asks what may be typed

Given = Mapping[str, Any]  # the arguments before, by name


def light(name: str, summary: str) -> click.Command | None:
    """The command with its arguments alone; nothing where the command itself must be asked."""
    args, typed = _line()
    if not args:
        return click.Command(name, help=summary)  # the names of the commands are asked for
    words = ARGUMENTS.get(name, ())
    is_known = len(args) <= len(words) or "pairs" in words
    if not is_known or any(word.startswith("-") for word in (*args, typed)):
        return None
    params = [
        click.Argument([word], required=False, type=Word(word), nargs=-1 if word == "pairs" else 1)
        for word in words
    ]
    return click.Command(name, params=list(params))


def with_ids(command: click.Command) -> click.Command:
    """The command, whose arguments and options complete ids where they take some."""
    for param in command.params:
        is_argument = isinstance(param, click.Argument)
        word = param.name if is_argument else (getattr(param, "metavar", "") or "").lower()
        if word in _WORDS and isinstance(param.type, type(click.STRING)):
            param.type = Word(str(word))
    return command


def named(kind: str) -> click.ParamType[str]:
    """The type that completes the ids of the kind."""
    is_scope = kind in ("project", "programme", "portfolio", "unit")
    return Word("scope" if is_scope else kind)


class Word(click.ParamType[str]):
    """A text of which a shell knows what may stand there."""

    def __init__(self, name: str) -> None:
        self.name = name

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem[str]]:
        """What begins with what is typed; nothing where there is no office."""
        try:
            folder = Path(ctx.params.get("records") or nearest())
            found = [
                CompletionItem(known.id, help=known.title or None)
                for known in _known(self.name, folder, incomplete, ctx.params)
                if known.id.startswith(incomplete)
            ]
        except Exception:  # noqa: BLE001 - a fault must not break into the line being typed
            return []
        return list(islice(found, _MOST))


def _known(word: str, folder: Path, typed: str, given: Given) -> Iterable[Known]:
    """What may stand for the word; for a kind of record that has no way of its own, its ids."""
    if word in _WORDS:
        return _WORDS[word](folder, typed, given)
    from pmoascode.cli.record_names import ids_of

    return ids_of(folder, word, _work(folder, given))


def _line() -> tuple[Sequence[str], str]:
    """The words of the line before the one that is being typed, and that one."""
    shell = get_completion_class(os.environ.get(VARIABLE, "").partition("_")[0])
    if shell is None:
        return ["-"], ""
    return shell(click.Command("pmo"), {}, "pmo", VARIABLE).get_completion_args()


def _records(folder: Path, typed: str, kinds: Iterable[str] = ()) -> Iterable[Known]:
    from pmoascode.cli.record_names import records

    return records(folder, typed, tuple(kinds))


def _work(folder: Path, given: Given) -> str:
    """The project or programme that is typed before; an option without its value hides it."""
    if said := given.get("work") or given.get("scope"):
        return str(said)
    known = {work.id for work in ids.works(folder)}
    return next((word for word in _line()[0] if word in known), "-")


def _pairs(folder: Path, typed: str, given: Given) -> Iterable[Known]:
    """A field, or the value of the field before it."""
    from pmoascode.cli.record_names import fields, values

    before: Sequence[str] = given.get("pairs") or ()
    return values(folder, before[-1]) if len(before) % 2 else fields(folder, typed)


_DECIDED = (
    "project",
    "programme",
    "change-request",
    "exception",
    "decision",
    "risk",
    "requirement",
    "deliverable",
    "report",
    "waiver",
    "business-case",
    "pid",
    "end-report",
)
_WORDS: Mapping[str, Callable[[Path, str, Given], Iterable[Known]]] = {
    "work": lambda folder, *_: ids.works(folder),
    "milestone": lambda folder, _, given: ids.milestones(folder, _work(folder, given)),
    "person": lambda folder, *_: ids.people(folder),
    "role": lambda folder, *_: ids.roles(folder),
    "scope": lambda folder, *_: ids.scopes(folder),
    "name": lambda folder, *_: ids.scopes_and_people(folder),
    "rule": lambda folder, *_: ids.rules(folder),
    "folder": lambda folder, *_: ids.work_folders(folder),
    "gate": lambda folder, _, given: ids.gates(folder, str(given.get("what"))),
    "record": lambda folder, typed, _: _records(folder, typed),
    "request": lambda folder, typed, _: _records(folder, typed, ("change-request",)),
    "what": lambda folder, typed, _: _records(folder, typed, _DECIDED),
    "pairs": _pairs,
}
