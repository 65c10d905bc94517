"""An act carried out: what would change and what the rules would say of it, then the writing."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from pmoascode import __version__
from pmoascode.acts import Draft
from pmoascode.acts.draft import differences
from pmoascode.cli import options
from pmoascode.cli.check import shown_folder
from pmoascode.cli.progress import working
from pmoascode.cli.terminal import has_colour
from pmoascode.finding import CannotRun, Finding, Severity
from pmoascode.formats import FORMATS
from pmoascode.formats.json import finding_json
from pmoascode.formats.result import Result, visible
from pmoascode.verdict import introduced
from pmoascode.workspace import Workspace, of_folder
from pmoascode.worktree import content_of, repository_root, write_all

F = TypeVar("F", bound=Callable[..., Any])
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


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
    act = _Act(workspace, draft, also or {})
    if not draft.paths:
        _say(manner, [*draft.says, "nothing changes"])
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
    write_all(repository_root(workspace.folder), before, after)
    _say(manner, [f"written: {', '.join(act.shown_paths)}"])
    return _told(act, manner, written=True)


@dataclass(frozen=True)
class _Act:
    workspace: Workspace
    draft: Draft
    also: Mapping[str, Any]

    @cached_property
    def after(self) -> Workspace:
        return self.workspace.drafted(self.draft)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules would say and do not say now."""
        was, now = self.workspace, self.after
        found = introduced(was.whole_verdict, now.whole_verdict, was.office, now.office)
        return tuple(each for each in found if each.severity > Severity.INFO)

    @property
    def blocked(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def is_unreadable(self) -> bool:
        """Whether the draft says something that no record can say."""
        was = {(each.rule, each.message) for each in self.workspace.office.findings}
        return any((f.rule, f.message) not in was for f in self.after.office.findings)

    @cached_property
    def contents(self) -> tuple[Mapping[str, bytes | None], Mapping[str, bytes | None]]:
        """The files as they are and as they would be, by path from the repository's root."""
        root, below = repository_root(self.workspace.folder), self.workspace.below
        prefix = f"{below}/" if below else ""
        before = {prefix + path: self.draft.before[path] for path in self.draft.paths}
        after = {prefix + path: self.draft.after[path] for path in self.draft.paths}
        for path, text in self.after.owner_files.now.items():
            if text != self.workspace.owner_files.now[path]:
                before[path] = content_of(root / path)
                after[path] = text.encode()
        return before, after

    @cached_property
    def moves(self) -> Mapping[str, str]:
        """New path to old path, from the repository's root."""
        prefix = f"{self.workspace.below}/" if self.workspace.below else ""
        return {prefix + to: prefix + path for to, path in self.draft.moves.items()}

    @property
    def differences(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each file with the lines of its diff; what has only moved is told once."""
        before, after = self.contents
        left = set(self.moves.values())
        for path, new in after.items():
            if path not in left:
                old = before[self.moves.get(path, path)]
                yield path, tuple(differences(path, old, new))

    @property
    def shown_paths(self) -> tuple[str, ...]:
        return tuple(visible(path) for path in self.contents[1])

    def show(self) -> None:
        """Prints what is said, the differences and the findings."""
        colour = has_colour()
        for sentence in self.draft.says:
            click.echo(sentence)
        for path, lines in self.differences:
            if path in self.moves:
                click.echo(f"moved: {visible(self.moves[path])} to {visible(path)}")
            for line in lines:
                look = _COLOURS.get(line[:1]) if colour else None
                click.echo(click.style(visible(line), fg=look))
        if self.findings:
            click.echo("\nThe rules would say:\n")
            click.echo(FORMATS["text"](replace(self._result, colour=colour)))

    @property
    def _result(self) -> Result:
        verdict = replace(
            self.after.whole_verdict, findings=self.findings, standing=(), waived=(), skipped=()
        )
        return Result(verdict, self.after.office, __version__, shown_folder(self.workspace))

    def as_json(self, *, written: bool) -> dict[str, Any]:
        before, after = self.contents
        return {
            "format_version": "1.0",
            "written": written,
            "blocked": self.blocked,
            "says": list(self.draft.says),
            "files": [
                {
                    "path": path,
                    "state": "moved" if path in self.moves else _state(before[path], after[path]),
                    "from": self.moves.get(path, path),
                    "diff": "\n".join(lines),
                }
                for path, lines in self.differences
            ],
            "findings": [finding_json(each, self._result) for each in self.findings],
            **self.also,
        }


def _state(old: bytes | None, new: bytes | None) -> str:
    return "new" if old is None else "deleted" if new is None else "changed"


def _agreed(act: _Act, manner: Manner) -> bool:
    """Whether the draft is to be written."""
    if act.is_unreadable:
        return False
    if manner.anyway and not manner.asks:
        return True
    if not manner.asks:
        return not act.blocked
    question = "Write it all the same?" if act.blocked else "Write it?"
    return click.confirm(question, default=not act.blocked)


def _say(manner: Manner, sentences: list[str]) -> None:
    if not manner.as_json:
        for sentence in sentences:
            click.echo(sentence)


def _told(act: _Act, manner: Manner, *, written: bool) -> int:
    """Prints the outcome for programs where it is asked for."""
    if manner.as_json:
        click.echo(json.dumps(act.as_json(written=written), indent=2, ensure_ascii=False))
    return 0
