"""Findings for a terminal: the sentence, the line of the file with a caret, and the remedy."""

from textwrap import wrap
from unicodedata import combining, east_asian_width

from click import style

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats.hints import ABOUT, ToldHints
from pmoascode.formats.result import Result, visible
from pmoascode.verdict import Waived
from pmoascode.views.findings import by_reason

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
    colour = _COLOUR[finding.severity]
    label = _styled(result, finding.severity.label, fg=colour, bold=True)
    message = _folded(finding.message, result, "  ", taken=len(finding.severity.label) + 2)
    lines = [f"{label}: {_styled(result, message, bold=True)}"]
    lines += _excerpt(finding.place, result, colour)
    margin = " " * (len(str(finding.place.line)) + 1)
    lines += [f"{margin}{_dim(result, 'see')} {result.path(str(p))}" for p in finding.also]
    if finding.remedy:
        remedy = _folded(finding.remedy, result, f"{margin}  ", taken=len(margin) + 2)
        lines.append(f"{margin}{_dim(result, '=')} {remedy}")
    lines.append(f"{margin}{_dim(result, f'= pmo explain {finding.rule}')}{_of(finding, result)}")
    return "\n".join(lines)


def _of(finding: Finding, result: Result) -> str:
    """The record's full name, where a waiver could excuse the finding and would have to name it."""
    entry = result.entry(finding.rule)
    is_waivable = entry is not None and entry.waivable and finding.record
    return f" (record {visible(finding.record)})" if is_waivable else ""


def _excerpt(place: Place, result: Result, colour: str) -> list[str]:
    number = str(place.line)
    margin = " " * (len(number) + 1)
    lines = [f"{margin[:-1]}{_dim(result, '-->')} {result.path(str(place))}"]
    source = result.source(place.path, place.line)
    if not source.strip():
        return lines
    widest = min(_WIDEST, result.width - len(margin) - 2) if result.width else _WIDEST
    start = max(0, place.column - widest // 2) if len(source) > widest else 0
    shown = source[start : start + widest]
    if start:
        shown = "…" + shown[1:]
    lead = "".join(_blank(c) for c in shown[: place.column - 1 - start])
    underlined = shown[place.column - 1 - start :][: place.width]
    caret = "^" * max(1, sum(len(_blank(c)) for c in underlined))
    bar = _dim(result, "|")
    lines.append(f"{_dim(result, number)} {bar} {shown}")
    lines.append(f"{margin}{bar} {lead}{_styled(result, caret, fg=colour, bold=True)}")
    return lines


def _blank(character: str) -> str:
    """As much space as the character takes on a terminal; a tabulator stays one."""
    if character == "\t":
        return "\t"
    if combining(character):
        return ""
    return "  " if east_asian_width(character) in "WF" else " "


def _asides(result: Result) -> list[str]:
    verdict = result.verdict
    asides = []
    if verdict.standing:
        lines = (_line(each, result) for each in verdict.standing)
        asides.append("\n".join([_folded(_BEFORE, result, "  "), *lines]))
    if verdict.waived:
        asides.append("\n".join(_waived(each, result) for each in verdict.waived))
    if verdict.hints:
        sentences = ToldHints(result, discreet=False).sentences()
        lines = (f"  {_folded(f'hint: {each}', result, '    ', taken=2)}" for each in sentences)
        asides.append("\n".join([_folded(f"{ABOUT}:", result, "  "), *lines]))
    for reason, names in by_reason(verdict.skipped).items():
        said = f"not asked, since {reason}: {', '.join(names)}"
        asides.append(_folded(said, result, "  "))
    return asides


def _line(finding: Finding, result: Result) -> str:
    where = result.path(str(finding.place))
    said = f"{finding.severity.label}: {finding.message} ({where})"
    return f"  {_folded(said, result, '    ', taken=2)}"


def _waived(waived: Waived, result: Result) -> str:
    finding = waived.finding
    where = result.path(str(finding.place))
    said = f"waived until {waived.waiver.expires}: {finding.message} ({where})"
    return _folded(said, result, "  ")


def _outcome(result: Result) -> str:
    errors, warnings = (result.verdict.count(s) for s in (Severity.ERROR, Severity.WARNING))
    colour = "red" if errors else "yellow" if warnings else "green"
    said = [_folded(result.summary, result, "  ")]
    if result.is_change and (errors or warnings or result.blocking):
        said.append(_folded(f"{result.headline}. {_of_warnings(result)}".rstrip(), result, "  "))
    return _styled(result, "\n".join(said), fg=colour, bold=True)


def _of_warnings(result: Result) -> str:
    """Whether the warnings of a change are in its way; empty where there are none."""
    if result.fail_on <= Severity.WARNING or not result.verdict.count(Severity.WARNING):
        return ""
    return "Warnings are not in its way." if result.blocking else "It can be merged with them."


def _styled(result: Result, text: str, *, fg: str | None = None, bold: bool = False) -> str:
    return style(text, fg=fg, bold=bold) if result.colour else text


def _dim(result: Result, text: str) -> str:
    return style(text, fg="blue") if result.colour else text


def _folded(text: str, result: Result, indent: str, taken: int = 0) -> str:
    """The text as wide as the terminal, further lines behind the indent; `taken` is used before.

    Where the output is read by a program its lines stay whole. Of a text that has several lines,
    such as a mark under an expression, each further one stands after a bar as it is.
    """
    first, *more = (visible(line) for line in text.split("\n"))
    if result.width:
        lines = wrap(
            " " * taken + first,
            result.width,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        first = "\n".join(lines)[taken:]
    return "\n  | ".join([first, *more])
