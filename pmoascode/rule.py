"""What a rule is: the kind of record that it judges, the inputs that it needs, what it says."""

import datetime as dt
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pmoascode.finding import FIRST_VERSION, Severity
from pmoascode.office import Office
from pmoascode.records.kinds import KINDS
from pmoascode.records.record import At, Record

Profile = Literal["starter", "standard", "full"]
PROFILES: tuple[Profile, ...] = get_args(Profile)

Problem = tuple[At, str] | tuple[At, str, tuple[At, ...]]  # where, what, where the other half is
Problems = Iterator[Problem]
Judge = Callable[..., Problems]

INPUTS = ("office", "before", "today", "authority", "pull_request", "rules")


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
    since: str  # the version of the program that brought it; empty for an office's own
    subjects: tuple[type[Record], ...]  # empty: the office as a whole
    inputs: tuple[str, ...]  # names of INPUTS
    settings: Mapping[str, Any]  # what the policy may change, with the defaults
    judge: Judge
    waivable: bool
    bad: tuple[str, ...]  # examples that it finds fault with; see `example`
    good: tuple[str, ...]  # examples that it accepts
    is_personal: bool = False  # it tells of somebody's skills, certificates or development

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
    is_personal: bool = False,
    in_starter: Severity | None = None,
    since: str = FIRST_VERSION,
) -> Callable[[Judge], Rule]:
    """Makes a rule of a generator function.

    The function's first parameter is the subject, by its annotation: a record, a union of records,
    `Record` for all of them, or the office as a whole. The others are inputs by name; keyword-only
    parameters are settings that the policy may change, to what their default's type can read. The
    docstring has the defect, why it matters, and a paragraph that starts with "To put it right".

    Raises:
        ValueError: a setting's default is a text, which every value of a policy could become.
    """
    return lambda judge: Rule(
        severity=severity,
        in_starter=in_starter,
        profile=profile,
        source=source,
        since=since,
        waivable=waivable,
        bad=(bad,) if isinstance(bad, str) else bad,
        good=(good,) if isinstance(good, str) else good,
        is_personal=is_personal,
        **_told_by(judge),
    )


def _told_by(judge: Judge) -> dict[str, Any]:
    """What the function itself says of the rule: its name, its docstring and its parameters."""
    title, why, remedy = _sections(inspect.getdoc(judge) or "")
    parameters = list(inspect.signature(judge).parameters.values())
    return {
        "name": judge.__name__.replace("_", "-"),
        "family": judge.__module__.split(".")[-2],
        "title": title,
        "why": why,
        "remedy": remedy,
        "subjects": _subjects(parameters[0].annotation),
        "inputs": tuple(p.name for p in parameters[1:] if p.kind is not p.KEYWORD_ONLY),
        "settings": _settings(parameters),
        "judge": judge,
    }


def _settings(parameters: list[inspect.Parameter]) -> Mapping[str, Any]:
    found = {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}
    for name, default in found.items():
        if isinstance(default, str):  # the policy's value becomes what the default is: any text
            raise ValueError(f"the limit `{name}` of a rule is a text; give it a type that parses")
    return found


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


@dataclass(frozen=True)
class Example:
    """A small change to a valid office, on which a rule speaks or is silent."""

    files: Mapping[str, str]  # path to text; an empty text takes the file away
    marks: tuple[tuple[str, int], ...]  # path and line, from 1, where the rule must speak
    before: Mapping[str, str]  # the same, of the office before the change
    today: dt.date | None  # None: the valid office's own day
    author: str  # the person who opens the pull request; empty where nobody is asked for
    committers: tuple[str, ...]  # the people whose commits it has; its author where none is named
    approvers: tuple[str, ...]  # the people who approve its newest commit


_DIRECTIVE = re.compile(r"# (today|author|commits by|approved by): (.+)")
_FILE = re.compile(r"# (before: )?([a-z0-9/-]+\.yaml)( \(removed\))?")


def example(text: str) -> Example:
    """The example that the text says.

    It is the text of files, each after a line `# its/path.yaml`; they replace or join the files of
    a valid office. `# its/path.yaml (removed)` takes a file away; `# before: its/path.yaml` is a
    file as it was before the change. A comment `# <--` ends each line where the rule speaks.
    `# today: 2026-11-10` sets the day; `# author: tom-berg`, `# commits by: ...` and
    `# approved by: maria-silva, ana-keller` say who made the pull request and who approved it.
    """
    files: dict[bool, dict[str, str]] = {True: {}, False: {}}
    facts: dict[str, str] = {}
    path, is_before = "", False
    for line in inspect.cleandoc(text).splitlines():
        if found := _DIRECTIVE.fullmatch(line):
            facts[found[1]] = found[2]
        elif found := _FILE.fullmatch(line):
            path, is_before = found[2], bool(found[1])
            files[is_before][path] = ""
        elif path:
            files[is_before][path] += line + "\n"
    after = {name: _without_blank_ends(content) for name, content in files[False].items()}
    return Example(
        after,
        tuple(_marked(after)),
        {name: _without_blank_ends(content) for name, content in files[True].items()},
        dt.date.fromisoformat(facts["today"]) if "today" in facts else None,
        facts.get("author", ""),
        _names(facts.get("commits by", "")),
        _names(facts.get("approved by", "")),
    )


def _without_blank_ends(content: str) -> str:
    return content.strip("\n") + "\n" if content.strip() else ""


def _marked(files: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for path, content in files.items():
        for number, line in enumerate(content.splitlines(), start=1):
            if line.endswith("# <--"):
                yield path, number


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
