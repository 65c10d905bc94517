"""An act carried out: what would change and what the rules would say of it, then the writing."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from pmoascode.acts import Draft
from pmoascode.cli import options
from pmoascode.cli.progress import working
from pmoascode.cli.trial import Trial
from pmoascode.finding import CannotRun
from pmoascode.workspace import Workspace, of_folder
from pmoascode.worktree import repository_root, write_all

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Manner:
    """How an act is carried out."""

    dry_run: bool = False
    yes: bool = False
    anyway: bool = False
    as_json: bool = False

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer."""
        return not self.yes and not self.as_json and sys.stdin.isatty() and sys.stdout.isatty()


def of_act(command: F) -> F:
    """Gives a command the options of every act; it gets `records`, `today` and `manner`."""

    @wraps(command)
    def with_manner(*, dry_run: bool, yes: bool, anyway: bool, format_: str, **given: Any) -> Any:
        return command(manner=Manner(dry_run, yes, anyway, format_ == "json"), **given)

    for option in reversed(
        (
            options.records,
            options.today,
            click.option("--dry-run", is_flag=True, help="Say what would change; write nothing."),
            click.option("-y", "--yes", is_flag=True, help="Ask nothing."),
            click.option(
                "--anyway", is_flag=True, help="Write even if the rules will block the change."
            ),
            click.option(
                "--format",
                "format_",
                type=click.Choice(["text", "json"]),
                default="text",
                help="How the outcome is printed.",
            ),
        )
    ):
        with_manner = option(with_manner)
    return with_manner  # type: ignore[return-value]


def opened(records: Path | None, today: Any) -> Workspace:
    """The office as it is, beside its last commit where there is one.

    Rules about a change then see what the pull request will change.
    """
    from pmoascode.revision import opened as beside_revision

    try:
        return beside_revision(records, base="HEAD", today=today)
    except CannotRun:  # no repository, or nothing committed yet
        return of_folder(records, today)


def carry_out(
    workspace: Workspace, draft: Draft, manner: Manner, *, also: Mapping[str, Any] | None = None
) -> int:
    """Shows the draft and the findings that it would cause, and writes it.

    Where it would cause errors it is written only if told so. `also` is what else programs are
    told. The exit status: 0 written, or a dry run without errors; 1 not written.
    """
    return carry_on(Trial(workspace, draft, also or {}), manner)


def carry_on(act: Trial, manner: Manner) -> int:
    """The same for a draft that has been tried out already."""
    if not act.draft.paths:
        _say(manner, [*act.draft.says, "nothing changes"])
        return _told(act, manner, written=False) if manner.as_json else 0
    with working("Asking the rules ..."):
        blocked = act.blocked
    if not manner.as_json:
        act.show()
    if manner.dry_run:
        _say(manner, ["a dry run: nothing was written"])
        return _told(act, manner, written=False) or int(blocked)
    if not _agreed(act, manner):
        _say(manner, ["nothing was written"])
        return _told(act, manner, written=False) or 1
    before, after = act.contents
    write_all(repository_root(act.workspace.folder), before, after)
    _say(manner, [f"written: {', '.join(act.shown_paths)}"])
    return _told(act, manner, written=True)


def _agreed(act: Trial, manner: Manner) -> bool:
    """Whether the draft is to be written."""
    if act.is_unreadable:
        return False
    if manner.anyway and not manner.asks:
        return True
    if not manner.asks:
        return not act.blocked
    question = "Write it all the same?" if act.blocked else "Write it?"
    try:
        return click.confirm(question, default=not act.blocked)
    except click.Abort:
        click.echo("\nstopped: nothing was written", err=True)
        raise


def _say(manner: Manner, sentences: list[str]) -> None:
    if not manner.as_json:
        for sentence in sentences:
            click.echo(sentence)


def _told(act: Trial, manner: Manner, *, written: bool) -> int:
    """Prints the outcome for programs where it is asked for."""
    if manner.as_json:
        click.echo(json.dumps(act.as_json(written=written), indent=2, ensure_ascii=False))
    return 0
