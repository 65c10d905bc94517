"""What a format is given: the verdict, the office it is about, and how to show them."""

from dataclasses import dataclass
from functools import cached_property

from pmoascode.finding import Finding, Severity
from pmoascode.office import Office
from pmoascode.verdict import Verdict


@dataclass(frozen=True)
class Result:
    """A verdict, with what a format needs to print it."""

    verdict: Verdict
    office: Office
    version: str  # of the program
    folder: str = ""  # of the records, put before every path; empty or ending in "/"
    colour: bool = False  # whether the reader's terminal shows colours
    quiet: bool = False  # without informative findings, waivers and skipped rules

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings to show."""
        least = Severity.WARNING if self.quiet else Severity.INFO
        return tuple(f for f in self.verdict.findings if f.severity >= least)

    def path(self, path: str) -> str:
        """The path as its reader opens it, control characters made visible."""
        return self.folder + "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in path)

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
        if verdict.skipped:
            extras.append(f"{len(verdict.skipped)} rules not asked")
        return f"{', '.join(said) or 'nothing to put right'} ({', '.join(extras)})"
