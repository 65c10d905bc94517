"""What a format is given: the verdict, the office it is about, and how to show them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import normpath

from pmoascode.finding import Finding, Place, Severity
from pmoascode.forge import PullRequest, Web
from pmoascode.formats.outcome import Outcome, outcomes
from pmoascode.office import Office
from pmoascode.rule import Rule
from pmoascode.verdict import Verdict
from pmoascode.views.rule_catalogue import Entry, entries, entry_of


@dataclass(frozen=True)
class Result:
    """A verdict, with what a format needs to print it."""

    verdict: Verdict
    office: Office
    version: str  # of the program
    folder: str = ""  # of the records, put before every path; empty or ending in "/"
    colour: bool = False  # whether the reader's terminal shows colours
    width: int | None = None  # columns of the reader's terminal; None where it is no terminal
    quiet: bool = False  # without informative findings, waivers and skipped rules
    fail_on: Severity = Severity.ERROR  # the least severity that makes the check fail
    is_change: bool = False  # whether a change was judged, so that what was there before is known
    own_rules: tuple[Rule, ...] = ()  # of the office, which no catalogue has
    before: Office | None = None  # of a change: the records that it starts from
    elsewhere: int | None = None  # findings left out, where only some paths were asked for
    pull_request: PullRequest | None = None  # who made and approved the change, if it is known
    web: Web | None = None  # the pages of the judged commit, where the caller has named them
    below: str = ""  # the folder of the records from the repository's root
    in_tree: Collection[str] = ()  # the files that the judged commit has, by path

    @property
    def least(self) -> Severity:
        """The least severity to show; what makes the check fail is never left out."""
        return min(Severity.WARNING, self.fail_on) if self.quiet else Severity.INFO

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings to show."""
        return tuple(f for f in self.verdict.findings if f.severity >= self.least)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The findings to show, with those that were there before and those that are waived."""
        return outcomes(self.verdict, self.least)

    @cached_property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that make the check fail."""
        return tuple(f for f in self.verdict.findings if f.severity >= self.fail_on)

    @property
    def headline(self) -> str:
        """Blocked or not, in one line without a full stop."""
        what = "This change is" if self.is_change else "The records are"
        if blocking := len(self.blocking):
            must = "one finding has" if blocking == 1 else f"{blocking} findings have"
            return f"{what} blocked: {must} to be put right"
        if warnings := self.verdict.count(Severity.WARNING):
            return f"{what} not blocked: {warnings} {'warning' if warnings == 1 else 'warnings'}"
        return f"{what} not blocked: nothing to put right"

    def entry(self, name: str) -> Entry | None:
        """What the catalogue, or the office's own rule, says of a name that findings carry."""
        return self._entries.get(name)

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        own = {rule.name: entry_of(rule) for rule in self.own_rules}
        return own | {entry.name: entry for entry in entries()}

    def path(self, path: str) -> str:
        """The path as its reader opens it, control characters made visible."""
        return visible(self.file(path))

    def file(self, path: str) -> str:
        """The path from where the check was called; CODEOWNERS lies beside the records."""
        return normpath(self.folder + path) if path.startswith("../") else self.folder + path

    def address(self, place: Place) -> str:
        """Where a browser shows the line; empty where the commit has no such file."""
        if self.web is None or not (place.path in self.in_tree or place.path.startswith("../")):
            return ""
        return self.web.file(normpath(f"{self.below or '.'}/{place.path}"), place.line)

    def source(self, path: str, line: int) -> str:
        """The line of the file, without its line end; empty where it cannot be shown."""
        document = self.office.documents.get(path)
        lines = document.text.split("\n") if document else []
        text = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
        return "".join(c if c.isprintable() or c == "\t" else "�" for c in text)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many findings there are of each severity, the gravest first."""
        return tuple(
            (severity.label, self.verdict.count(severity))
            for severity in sorted(Severity, reverse=True)
        )

    @property
    def summary(self) -> str:
        """The outcome in one line."""
        said = [
            f"{count} {label}{'s' if count != 1 and label != 'info' else ''}"
            for label, count in self.counts
            if count
        ]
        verdict = self.verdict
        extras = [
            f"{verdict.asked} rules on {len(self.office.own_files)} files",
            f"as of {verdict.today}",
        ]
        if verdict.standing:
            extras.append(f"{len(verdict.standing)} there before")
        if verdict.waived:
            extras.append(f"{len(verdict.waived)} waived")
        if verdict.hints and not self.quiet:
            hints = len(verdict.hints)
            extras.append(f"{hints} hint{'s' if hints != 1 else ''}")
        if verdict.skipped:
            extras.append(f"{len(verdict.skipped)} rules not asked")
        if self.elsewhere is not None:
            extras.append(f"{self.elsewhere} elsewhere not shown")
        return f"{', '.join(said) or 'nothing to put right'} ({', '.join(extras)})"


def visible(text: str) -> str:
    """The text with control characters made visible, so that it cannot steer what shows it."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
