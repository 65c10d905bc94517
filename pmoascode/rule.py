"""What a rule is: the kind of record that it judges, the inputs that it needs, what it says."""

import datetime as dt
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.kinds import KINDS
from pmoascode.records.record import At, Record

Profile = Literal["starter", "standard", "full"]
PROFILES: tuple[Profile, ...] = get_args(Profile)

Problem = tuple[At, str] | tuple[At, str, tuple[At, ...]]  # where, what, where the other half is
Problems = Iterator[Problem]
Judge = Callable[..., Problems]

INPUTS = ("office", "before", "today", "authority", "pull_request")


@dataclass(frozen=True)
class Rule:
    """One rule of the office: a defect that records can have, and how it is found."""

    name: str  # kebab-case; reads after "allow"
    family: str  # the folder of its file
    title: str  # the defect in one sentence
    why: str  # why it matters
    remedy: str  # how to put it right
    severity: Severity | Mapping[str, Severity]  # one for all, or by tier
    in_starter: Severity | None  # in the profile starter, where it differs
    profile: Profile  # the first profile it belongs to
    source: str
    subjects: tuple[type[Record], ...]  # empty: the office as a whole
    inputs: tuple[str, ...]  # names of INPUTS
    settings: Mapping[str, Any]  # what the policy may change, with the defaults
    judge: Judge
    waivable: bool
    bad: tuple[str, ...]  # examples that it finds fault with; see `example`
    good: tuple[str, ...]  # examples that it accepts

    def severity_for(self, tier: str, profile: str) -> Severity:
        """The severity that the rule itself gives a record of the tier under the profile."""
        if profile == "starter" and self.in_starter:
            return self.in_starter
        return self.severity if isinstance(self.severity, Severity) else self.severity[tier]


def rule(  # noqa: PLR0913 - one argument for each thing that a rule declares
    severity: Severity | Mapping[str, Severity],
    *,
    profile: Profile,
    source: str,
    bad: str | tuple[str, ...],
    good: str | tuple[str, ...],
    waivable: bool = True,
    in_starter: Severity | None = None,
) -> Callable[[Judge], Rule]:
    """Makes a rule of a generator function.

    The function's first parameter is the subject, by its annotation (a record, a union of records,
    `Record` for all of them, or the office as a whole); the others are inputs by name; keyword-only parameters are settings
    that the policy may change. The docstring has the defect, why it matters, and a paragraph
    that starts with "To put it right".
    """

    def made(judge: Judge) -> Rule:
        title, why, remedy = _sections(inspect.getdoc(judge) or "")
        parameters = list(inspect.signature(judge).parameters.values())
        return Rule(
            name=judge.__name__.replace("_", "-"),
            family=judge.__module__.split(".")[-2],
            title=title,
            why=why,
            remedy=remedy,
            severity=severity,
            in_starter=in_starter,
            profile=profile,
            source=source,
            subjects=_subjects(parameters[0].annotation),
            inputs=tuple(p.name for p in parameters[1:] if p.kind is not p.KEYWORD_ONLY),
            settings={p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY},
            judge=judge,
            waivable=waivable,
            bad=(bad,) if isinstance(bad, str) else bad,
            good=(good,) if isinstance(good, str) else good,
        )

    return made


def _subjects(annotation: Any) -> tuple[type[Record], ...]:
    if annotation is Office:
        return ()
    if annotation is Record:
        return tuple(dict.fromkeys(kind.record for kind in KINDS))
    return get_args(annotation) or (annotation,)


def _sections(text: str) -> tuple[str, str, str]:
    paragraphs = [re.sub(r"\s+", " ", part).strip() for part in text.split("\n\n")]
    remedy = [part for part in paragraphs if part.startswith("To put it right")]
    why = [part for part in paragraphs[1:] if part not in remedy]
    return paragraphs[0], " ".join(why), " ".join(remedy)


def example(text: str) -> tuple[dict[str, str], list[tuple[str, int]], dt.date | None]:
    """The files of an example, the lines where the rule must find fault, and the day it is judged.

    An example is the text of files, each after a line `# its/path.yaml`; they replace or join the
    files of a valid office. A comment `# <--` ends each line where the rule speaks; a path alone,
    as in `# projects/apollo/risks.yaml (removed)`, takes a file away; `# today: 2026-11-10` sets
    the day.
    """
    files: dict[str, str] = {}
    marks: list[tuple[str, int]] = []
    today = None
    path, lines = "", list[str]()
    for line in [*inspect.cleandoc(text).splitlines(), "# end.yaml"]:
        if found := re.fullmatch(r"# today: (\S+)", line):
            today = dt.date.fromisoformat(found[1])
        elif found := re.fullmatch(r"# ([a-z0-9/-]+\.yaml)( \(removed\))?", line):
            if path:
                files[path] = "\n".join(lines).strip("\n") + "\n" if lines else ""
            path, lines = found[1], []
            if found[2]:
                files[path], path = "", ""
        else:
            if line.endswith("# <--"):
                marks.append((path, len(lines) + 1))
            lines.append(line)
    return files, marks, today
