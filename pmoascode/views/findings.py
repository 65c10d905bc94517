"""What the rules found: counted, by rule and by the record that it is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pmoascode.finding import Finding, Severity
from pmoascode.office import Office
from pmoascode.verdict import Skipped, Verdict
from pmoascode.views.holdings import Scope, scope

# Folders whose second step is the id of a project, programme, portfolio or unit.
_OF_A_SCOPE = ("projects", "programmes", "assignments", "approvals", "assurance", "portfolios")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that belong together."""

    name: str  # a rule's name, or the title of what the findings are about
    findings: tuple[Finding, ...]  # the gravest first
    scope: Scope | None = None

    @property
    def worst(self) -> Severity:
        """The gravest severity among the findings."""
        return max(finding.severity for finding in self.findings)

    @property
    def numbers(self) -> tuple[int, int, int]:
        """How many findings are errors, warnings and notes."""
        weights = Counter(finding.severity for finding in self.findings)
        return weights[Severity.ERROR], weights[Severity.WARNING], weights[Severity.INFO]


def by_rule(verdict: Verdict) -> tuple[Group, ...]:
    """The findings of each rule; the gravest rules first, then those with most findings."""
    groups: dict[str, list[Finding]] = {}
    for finding in verdict.findings:
        groups.setdefault(finding.rule, []).append(finding)
    return _sorted(Group(rule, _gravest_first(found)) for rule, found in groups.items())


def by_scope(office: Office, findings: Iterable[Finding]) -> tuple[Group, ...]:
    """The findings of each project, programme, portfolio, unit, or folder of other records."""
    groups: dict[tuple[str, bool], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(about(finding.place.path), []).append(finding)
    made = []
    for (name, is_scope), found in groups.items():
        of = scope(office, name) if is_scope else None
        made.append(Group(of.title if of else name, _gravest_first(found), of))
    return _sorted(made)


def by_reason(skipped: Iterable[Skipped]) -> Mapping[str, tuple[str, ...]]:
    """The rules that could not be asked, by the reason."""
    reasons: dict[str, list[str]] = {}
    for each in skipped:
        reasons.setdefault(each.reason, []).append(each.rule)
    return {reason: tuple(sorted(rules)) for reason, rules in sorted(reasons.items())}


def counts(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many findings each rule has."""
    return Counter(finding.rule for finding in findings)


def about(path: str) -> tuple[str, bool]:
    """What a file is about: a scope's id, or the name of its folder or of the file itself."""
    folder, _, rest = path.removesuffix(".yaml").partition("/")
    if folder in _OF_A_SCOPE and rest:
        return rest.partition("/")[0], True
    return folder.replace("-", " ").capitalize(), False


def _gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (-f.severity, f.place, f.rule, f.message)))


def _sorted(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda g: (-g.worst, -len(g.findings), g.name)))
