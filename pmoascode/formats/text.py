"""Findings for a terminal: the sentence, the line of the file with a caret, and the remedy."""

from click import style

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats.result import Result, visible
from pmoascode.verdict import Waived

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_BEFORE = "There before this change, which neither makes nor edits it:"
_WIDEST = 160  # characters of a source line that are shown


def written(result: Result) -> str:
    """The findings one below the other, then the outcome in one line."""
    blocks = [_block(finding, result) for finding in result.findings]
    if not result.quiet:
        blocks += _asides(result)
    text = "\n\n".join([*blocks, _outcome(result)]) + "\n"
    # in the log of a pipeline the runner takes ##[...] for a command anywhere in a line
    return text if result.colour else text.replace("##[", "# [")


def _block(finding: Finding, result: Result) -> str:
    label = _styled(result, f"{finding.severity.label}", fg=_COLOUR[finding.severity], bold=True)
    head = f"{label}: {_styled(result, _visible(finding.message), bold=True)}"
    lines = [head, *_excerpt(finding.place, result, _COLOUR[finding.severity])]
    margin = " " * (len(str(finding.place.line)) + 1)
    lines += [f"{margin}{_dim(result, 'see')} {result.path(str(p))}" for p in finding.also]
    if finding.remedy:
        lines.append(f"{margin}{_dim(result, '=')} {_visible(finding.remedy)}")
    lines.append(f"{margin}{_dim(result, f'= pmo explain {finding.rule}')}")
    return "\n".join(lines)


def _excerpt(place: Place, result: Result, colour: str) -> list[str]:
    number = str(place.line)
    margin = " " * (len(number) + 1)
    lines = [f"{margin[:-1]}{_dim(result, '-->')} {result.path(str(place))}"]
    source = result.source(place.path, place.line)
    if not source.strip():
        return lines
    start = max(0, place.column - _WIDEST // 2) if len(source) > _WIDEST else 0
    shown = source[start : start + _WIDEST]
    lead = "".join("\t" if c == "\t" else " " for c in shown[: place.column - 1 - start])
    caret = "^" * max(1, min(place.width, len(shown) - len(lead)))
    bar = _dim(result, "|")
    lines.append(f"{_dim(result, number)} {bar} {shown}")
    lines.append(f"{margin}{bar} {lead}{_styled(result, caret, fg=colour, bold=True)}")
    return lines


def _asides(result: Result) -> list[str]:
    verdict = result.verdict
    asides = []
    if verdict.standing:
        asides.append("\n".join([_BEFORE, *(_line(each, result) for each in verdict.standing)]))
    if verdict.waived:
        asides.append("\n".join(_waived(each, result) for each in verdict.waived))
    if verdict.skipped:
        names = ", ".join(s.rule for s in verdict.skipped)
        asides.append(f"not asked, since {verdict.skipped[0].reason}: {names}")
    return asides


def _line(finding: Finding, result: Result) -> str:
    where = result.path(str(finding.place))
    return f"  {finding.severity.label}: {_visible(finding.message)} ({where})"


def _waived(waived: Waived, result: Result) -> str:
    finding = waived.finding
    where = result.path(str(finding.place))
    return f"waived until {waived.waiver.expires}: {_visible(finding.message)} ({where})"


def _outcome(result: Result) -> str:
    errors, warnings = (result.verdict.count(s) for s in (Severity.ERROR, Severity.WARNING))
    colour = "red" if errors else "yellow" if warnings else "green"
    return _styled(result, result.summary, fg=colour, bold=True)


def _styled(result: Result, text: str, *, fg: str | None = None, bold: bool = False) -> str:
    return style(text, fg=fg, bold=bold) if result.colour else text


def _dim(result: Result, text: str) -> str:
    return style(text, fg="blue") if result.colour else text


def _visible(text: str) -> str:
    """The text, where it has several lines each further one after a bar."""
    return "\n  | ".join(visible(line) for line in text.split("\n"))
