"""Findings as the summary of a job: blocked or not, why, and whose move it is.

It is GitHub's Markdown, which GitLab reads too. Nothing that the records say is read as Markdown
or HTML, and the whole stays below a size that every forge takes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain

from pmoascode.audience import discretion, shown
from pmoascode.finding import Finding, Severity
from pmoascode.formats.concerned import Concerned
from pmoascode.formats.encoded import encoded, linked
from pmoascode.formats.fitting import fitting, folded
from pmoascode.formats.hints import ABOUT, ToldHints
from pmoascode.formats.result import Result
from pmoascode.formats.subjects import Subject, Subjects
from pmoascode.formats.whose_move import Mover, Movers
from pmoascode.measures.wording import listed

_TWICE = re.compile(r"(?<!\w)(\w[^()]{2,80}) \(\1\)")  # name and id, if both gave way to a role
_MOST_MOVERS = 6  # whom the first lines name
_HOW = (
    " Put it right in this same pull request, what is your own first: one repair often clears more"
    " than one finding. The check runs again by itself after each change and each review."
)
_BY_MOUSE = "then to edit, the menu ⋯ of the file, *Edit file*; to approve, *Review changes*"
_MERGEABLE = (
    "As far as these rules go, it can be merged as it is; the forge may still ask for approvals."
)
_WARNED = (
    " Warnings hold nothing up: put them right here if it is quick, or later. Until then they stay"
    " on the list."
)
_OPEN_HERE = (
    "In the work that this change touches, or waiting for its author. None of it holds this change"
    " up."
)
# Bytes of each part; the sum stays below 60 000 with the headings.
_BLOCKING, _OTHERS, _HINTS, _NEAR = 27_000, 11_000, 4_000, 5_000
_STANDING, _WAIVED, _SKIPPED = 4_500, 3_500, 2_500


def written(result: Result) -> str:
    """Blocked or not and whose move it is, then what blocks, what warns, and the rest folded."""
    told = _Told(result)
    blocking = set(map(id, result.blocking))
    others = [f for f in result.findings if id(f) not in blocking]
    parts = [
        f"## {_mark(result)} {result.headline}",
        told.pull_request(),
        told.next_moves(),
        told.section("What blocks, and what to do", result.blocking, _BLOCKING),
        told.section(_title_of(others), others, _OTHERS),
    ]
    if not result.quiet:
        parts += [told.hints(), told.near(), told.standing(), told.waived(), told.not_asked()]
    parts.append(f"<sub>{encoded(result.summary)}</sub>")
    return "\n\n".join(part for part in parts if part) + "\n"


def _mark(result: Result) -> str:
    if result.blocking:
        return "⛔"
    return "⚠️" if result.verdict.count(Severity.WARNING) else "✅"


def _counted(findings: int) -> str:
    return f"{findings} finding{'' if findings == 1 else 's'}"


def _title_of(findings: Iterable[Finding]) -> str:
    kinds = {finding.severity for finding in findings}
    named = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Information"}
    title = ", ".join(named[kind] for kind in sorted(kinds, reverse=True)).capitalize()
    return f"Not in the way, but worth a look: {title.lower()}"


class _Told:
    """The parts of one summary."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self._subjects = Subjects(result.office)
        authority = result.before or result.office
        self._movers = Movers(result.office, authority, result.verdict.today)
        without_names = discretion(result.office)
        self._said: Callable[[str], str] = lambda text: encoded(
            _TWICE.sub(r"\1", without_names(text))
        )

    def pull_request(self) -> str:
        """Which pull request it is; empty where its address is not known."""
        request, web = self._result.pull_request, self._result.web
        if request is None or web is None:
            return ""
        name = "Merge request" if web.forge == "gitlab" else "Pull request"
        return f"<sub>{linked(f'{name} {request.number}', web.request(request.number))}</sub>"

    def next_moves(self) -> str:
        """Whose move it is, and how things go on; of a change that may be merged, that it may."""
        result = self._result
        if not result.blocking:
            warned = _WARNED if result.verdict.count(Severity.WARNING) else ""
            return _MERGEABLE + warned if result.is_change else ""
        moves = Counter(self._whose_move(finding) for finding in result.blocking)
        ranked = sorted(moves.items(), key=lambda move: (-move[1], move[0]))
        named = [
            f"**{who}**" + (f" ({_counted(count)})" if len(ranked) > 1 else "")
            for who, count in ranked[:_MOST_MOVERS]
        ]
        if len(ranked) > _MOST_MOVERS:
            named.append(f"{len(ranked) - _MOST_MOVERS} more")
        return f"Whose move: {listed(named)}.{self._how()}"

    def _how(self) -> str:
        """How a change is put right; with the way there by mouse, where GitHub shows it."""
        request, web = self._result.pull_request, self._result.web
        if not self._result.is_change:
            return ""
        if request is None or web is None or web.forge != "github":
            return _HOW
        files = linked("Files changed", f"{web.request(request.number)}/files")
        return f"{_HOW} In the browser: {files}, {_BY_MOUSE}."

    def section(self, title: str, findings: Iterable[Finding], room: int) -> str:
        """The findings by record, under a heading; empty where there are none."""
        groups: dict[str, tuple[Subject, list[Finding]]] = {}
        for finding in sorted(findings, key=lambda finding: -finding.severity):
            subject = self._subjects.of(finding)
            groups.setdefault(subject.name, (subject, []))[1].append(finding)
        blocks = chain.from_iterable(self._group(*each) for each in groups.values())
        return f"### {title}\n\n{fitting(blocks, room)}" if groups else ""

    def _group(self, subject: Subject, findings: list[Finding]) -> Iterator[tuple[str, int]]:
        """The heading with the first finding, then the others; each with how many it tells."""
        name = f" <sub>{encoded(subject.name)}</sub>" if subject.title != subject.name else ""
        head = f"#### {self._said(subject.title)}{name}\n\n"
        for number, finding in enumerate(findings):
            yield (head if number == 0 else "") + self._finding(finding), 1

    def _finding(self, finding: Finding) -> str:
        lines = [
            f"- **{finding.severity.label}**: {self._coded(finding.message)}",
            *([f"What to do: {self._coded(_to_do(finding.remedy))}"] if finding.remedy else []),
            f"Whose move: **{self._whose_move(finding)}**",
            f"<sub>{self._where(finding)}</sub>",
        ]
        return "\\\n  ".join(lines)

    def _whose_move(self, finding: Finding) -> str:
        """Who has the next move, with the page of their account where it may be known."""
        mover = self._movers.of(finding, self._subjects.of(finding))
        name = linked(self._said(mover.name), self._account(mover))
        return ", ".join(filter(None, (name, self._said(mover.role))))

    def _account(self, mover: Mover) -> str:
        """The address of the mover's account; of who is not named in full, none: it tells who."""
        office, web = self._result.office, self._result.web
        person = office.person(mover.person)
        if web is None or person is None or not shown(office, person).is_named:
            return ""
        account = person.identities and getattr(person.identities, web.forge)
        return web.account(account.login) if account else ""

    def _coded(self, text: str) -> str:
        """The text, with what stands between backticks as code."""
        parts = text.split("`")
        if len(parts) % 2 == 0:  # an odd mark is a mark like any other
            return self._said(text)
        return "".join(
            f"<code>{self._said(part)}</code>" if number % 2 else _kept_blanks(part, self._said)
            for number, part in enumerate(parts)
        )

    def _where(self, finding: Finding) -> str:
        path = encoded(self._result.path(finding.place.path))
        place = f"<code>{path}</code>, line {finding.place.line}"
        return f"{linked(place, self._result.address(finding.place))}, {encoded(finding.rule)}"

    def near(self) -> str:
        """What was there before in the work that the change touches, or waits for its author."""
        found = sorted(self._near, key=lambda finding: -finding.severity)
        said = f"### Still open here from before: {len(found)}\n\n{_OPEN_HERE}\n"
        lines = ((self._line(finding, with_move=True), 1) for finding in found)
        return f"{said}\n{fitting(lines, _NEAR)}" if found else ""

    def hints(self) -> str:
        """What the commits suggest of who did it."""
        sentences = ToldHints(self._result).sentences()
        lines = [f"- hint: {self._coded(each)}" for each in sentences]
        title = f"Hints, which prove nothing: {len(lines)}"
        return folded(title, [f"{encoded(ABOUT)}.\n", *lines], _HINTS) if lines else ""

    def standing(self) -> str:
        """What was there before the change elsewhere."""
        near = set(map(id, self._near))
        found = [finding for finding in self._result.verdict.standing if id(finding) not in near]
        where = " elsewhere" if near else ""
        title = f"There before this change{where}, and not in its way: {len(found)}"
        return folded(title, (self._line(finding) for finding in found), _STANDING)

    @cached_property
    def _near(self) -> tuple[Finding, ...]:
        concerns = Concerned(self._result, self._subjects)
        asked = ((each, self._subjects.of(each)) for each in self._result.verdict.standing)
        return tuple(
            finding
            for finding, subject in asked
            if concerns(subject, self._movers.of(finding, subject))
        )

    def waived(self) -> str:
        """What waivers excuse, and until when."""
        found = self._result.verdict.waived
        lines = (
            f"{self._line(each.finding)}, until {each.waiver.expires}: "
            f"{self._said(each.waiver.reason)}"
            for each in found
        )
        return folded(f"Waived: {len(found)}", lines, _WAIVED)

    def not_asked(self) -> str:
        """The rules that were not asked, and why."""
        by_reason: dict[str, list[str]] = {}
        for skip in self._result.verdict.skipped:
            by_reason.setdefault(skip.reason, []).append(skip.rule)
        lines = (
            f"- {encoded(reason)}: {', '.join(map(encoded, rules))}"
            for reason, rules in by_reason.items()
        )
        return folded(f"Rules not asked: {len(self._result.verdict.skipped)}", lines, _SKIPPED)

    def _line(self, finding: Finding, *, with_move: bool = False) -> str:
        message = self._coded(finding.message)
        move = f"; whose move: {self._whose_move(finding)}" if with_move else ""
        return f"- {finding.severity.label}: {message}{move} <sub>{self._where(finding)}</sub>"


def _to_do(remedy: str) -> str:
    """The remedy without the words that all of them begin with."""
    text = remedy.removeprefix("To put it right, ")
    return text[:1].upper() + text[1:]


def _kept_blanks(part: str, said: Callable[[str], str]) -> str:
    """The part of a text as it is said, with the blanks that part it from its neighbours."""
    return f"{' ' * part[:1].isspace()}{said(part)}{' ' * part[1:][-1:].isspace()}"
