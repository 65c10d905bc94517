"""A draft tried out before it is written: its differences, and what the rules would say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import click

from pmoascode import __version__
from pmoascode.acts import Draft
from pmoascode.acts.draft import differences
from pmoascode.cli.paths import seen_from_here
from pmoascode.cli.terminal import has_colour
from pmoascode.finding import Finding, Severity
from pmoascode.formats import FORMATS
from pmoascode.formats.json import finding_json
from pmoascode.formats.result import Result, visible
from pmoascode.verdict import introduced
from pmoascode.workspace import Workspace
from pmoascode.worktree import content_of, repository_root

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True)
class Trial:
    """A draft tried out: what it would change of the files, and what the rules would say."""

    workspace: Workspace
    draft: Draft
    also: Mapping[str, Any] = field(default_factory=dict)  # what else programs are told

    @cached_property
    def after(self) -> Workspace:
        """The workspace as the draft would leave it."""
        return self.workspace.drafted(self.draft)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules would say and do not say now."""
        was, now = self.workspace, self.after
        found = introduced(was.whole_verdict, now.whole_verdict, was.office, now.office)
        return tuple(each for each in found if each.severity > Severity.INFO)

    @property
    def blocked(self) -> bool:
        """Whether the rules would block it."""
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
        """The files that would differ, from the repository's root."""
        return tuple(visible(path) for path in self.contents[1])

    def show(self) -> None:
        """Prints what is said, the differences and the findings."""
        colour = has_colour()
        for sentence in self.draft.says:
            click.echo(visible(sentence))
        for path, lines in self.differences:
            if path in self.moves:
                click.echo(f"moved: {visible(self.moves[path])} to {visible(path)}")
            for line in lines:
                look = _COLOURS.get(line[:1]) if colour else None
                click.echo(click.style(visible(line), fg=look) if look else visible(line))
        if self.findings:
            click.echo("\nThe rules would say:\n")
            click.echo(FORMATS["text"](replace(self._result, colour=colour)))

    @property
    def _result(self) -> Result:
        verdict = replace(
            self.after.whole_verdict, findings=self.findings, standing=(), waived=(), skipped=()
        )
        folder = seen_from_here(self.workspace.folder)
        return Result(verdict, self.after.office, __version__, folder)

    def as_json(self, *, written: bool) -> dict[str, Any]:
        """The outcome for programs."""
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
