"""Findings as the summary of a job: blocked or not, why, and whose move it is.

It is GitHub's Markdown, which GitLab reads too. Nothing that the records say is read as Markdown
or HTML, and the whole stays below a size that every forge takes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from pmoascode.audience import discretion
from pmoascode.finding import Finding, Severity
from pmoascode.formats.encoded import encoded
from pmoascode.formats.hints import ABOUT, ToldHints
from pmoascode.formats.result import Result
from pmoascode.formats.subjects import Subject, Subjects
from pmoascode.formats.whose_move import Movers
from pmoascode.measures.wording import listed

# Bytes of each part; the sum stays below 60 000 with the headings.
_MOST_MOVERS = 6  # whom the first lines name
_HOW = (
    " Put it right in this same pull request; the check runs again by itself after each commit and"
    " each review."
)
_BLOCKING, _OTHERS, _HINTS = 28_000, 12_000, 4_000
_STANDING, _WAIVED, _SKIPPED = 6_000, 4_000, 2_500


def written(result: Result) -> str:
    """Blocked or not and whose move it is, then what blocks, what warns, and the rest folded."""
    told = _Told(result)
    blocking = set(map(id, result.blocking))
    others = [f for f in result.findings if id(f) not in blocking]
    parts = [
        f"## {_headline(result)}",
        told.next_moves(),
        told.section("What blocks, and what to do", result.blocking, _BLOCKING),
        told.section(_title_of(others), others, _OTHERS),
    ]
    if not result.quiet:
        parts += [told.hints(), told.standing(), told.waived(), told.not_asked()]
    parts.append(f"<sub>{encoded(result.summary)}</sub>")
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline(result: Result) -> str:
    what = "This change is" if result.is_change else "The records are"
    blocking = len(result.blocking)
    if blocking:
        must = "one finding has" if blocking == 1 else f"{blocking} findings have"
        return f"⛔ {what} blocked: {must} to be put right"
    warnings = result.verdict.count(Severity.WARNING)
    if warnings:
        return f"⚠️ {what} not blocked: {warnings} {'warning' if warnings == 1 else 'warnings'}"
    return f"✅ {what} not blocked: nothing to put right"


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
        self._said: Callable[[str], str] = lambda text: encoded(without_names(text))

    def next_moves(self) -> str:
        """Whose move it is, and how things go on."""
        if not self._result.blocking:
            return ""
        moves = Counter(self._whose_move(finding) for finding in self._result.blocking)
        ranked = sorted(moves.items(), key=lambda move: (-move[1], move[0]))
        named = [
            f"**{self._said(who)}**" + (f" ({_counted(count)})" if len(ranked) > 1 else "")
            for who, count in ranked[:_MOST_MOVERS]
        ]
        if len(ranked) > _MOST_MOVERS:
            named.append(f"{len(ranked) - _MOST_MOVERS} more")
        return f"Whose move: {listed(named)}.{_HOW if self._result.is_change else ''}"

    def section(self, title: str, findings: Iterable[Finding], room: int) -> str:
        """The findings by record, under a heading; empty where there are none."""
        groups: dict[str, tuple[Subject, list[Finding]]] = {}
        for finding in sorted(findings, key=lambda finding: -finding.severity):
            subject = self._subjects.of(finding)
            groups.setdefault(subject.name, (subject, []))[1].append(finding)
        blocks = chain.from_iterable(self._group(*each) for each in groups.values())
        return f"### {title}\n\n{_fitting(blocks, room)}" if groups else ""

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
            f"Whose move: **{self._said(self._whose_move(finding))}**",
            f"<sub>{self._where(finding)}</sub>",
        ]
        return "\\\n  ".join(lines)

    def _whose_move(self, finding: Finding) -> str:
        return self._movers.of(finding, self._subjects.of(finding))

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
        return f"<code>{path}</code>, line {finding.place.line}, {encoded(finding.rule)}"

    def hints(self) -> str:
        """What the commits suggest of who did it."""
        sentences = ToldHints(self._result).sentences()
        lines = [f"- hint: {self._coded(each)}" for each in sentences]
        title = f"Hints, which prove nothing: {len(lines)}"
        return _folded(title, [f"{encoded(ABOUT)}.\n", *lines], _HINTS) if lines else ""

    def standing(self) -> str:
        """What was there before the change."""
        found = self._result.verdict.standing
        title = f"There before this change, and not in its way: {len(found)}"
        return _folded(title, (self._line(finding) for finding in found), _STANDING)

    def waived(self) -> str:
        """What waivers excuse, and until when."""
        found = self._result.verdict.waived
        lines = (
            f"{self._line(each.finding)}, until {each.waiver.expires}: "
            f"{self._said(each.waiver.reason)}"
            for each in found
        )
        return _folded(f"Waived: {len(found)}", lines, _WAIVED)

    def not_asked(self) -> str:
        """The rules that were not asked, and why."""
        by_reason: dict[str, list[str]] = {}
        for skip in self._result.verdict.skipped:
            by_reason.setdefault(skip.reason, []).append(skip.rule)
        lines = (
            f"- {encoded(reason)}: {', '.join(map(encoded, rules))}"
            for reason, rules in by_reason.items()
        )
        return _folded(f"Rules not asked: {len(self._result.verdict.skipped)}", lines, _SKIPPED)

    def _line(self, finding: Finding) -> str:
        message = self._coded(finding.message)
        return f"- {finding.severity.label}: {message} <sub>{self._where(finding)}</sub>"


def _to_do(remedy: str) -> str:
    """The remedy without the words that all of them begin with."""
    text = remedy.removeprefix("To put it right, ")
    return text[:1].upper() + text[1:]


def _kept_blanks(part: str, said: Callable[[str], str]) -> str:
    """The part of a text as it is said, with the blanks that part it from its neighbours."""
    return f"{' ' * part[:1].isspace()}{said(part)}{' ' * part[1:][-1:].isspace()}"


def _folded(title: str, lines: Iterable[str], room: int) -> str:
    body = _fitting(((line, 1) for line in lines), room)
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>" if body else ""


def _fitting(blocks: Iterable[tuple[str, int]], room: int) -> str:
    """The blocks that fit into the bytes, and how many findings are left out."""
    kept: list[str] = []
    left = 0
    for block, findings in blocks:
        room -= len(block.encode()) + 2
        if room < 0:  # and stays so: what follows may belong under a heading that is left out
            left += findings
        else:
            kept.append(block)
    if left:
        kept.append(f"… and {left} more; `pmo check` lists them all.")
    return _joined(kept)


def _joined(blocks: list[str]) -> str:
    """The blocks one below the other, an empty line before each heading and the last word."""
    return "\n".join(
        f"\n{block}" if number and not block.startswith("-") else block
        for number, block in enumerate(blocks)
    )
