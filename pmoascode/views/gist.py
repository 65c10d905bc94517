"""One sentence for a report: its headline, else how its summary or a comment begins."""

import re

from pmoascode.records.report import Report

_ABBREVIATED = r"(?<!\be\.g)(?<!\bi\.e)(?<!\bapprox)(?<!\bNo)(?<!\bMr)(?<!\bDr)"
_END = re.compile(rf"{_ABBREVIATED}[.!?](?=\s+[A-Z0-9£$€\"'(])")
_ANNOUNCED = re.compile(r"\bfollowing [a-z]+:\s*", re.IGNORECASE)  # what stands behind is the gist
_OPENING = 300  # characters in which something is announced
_MARKS = re.compile(r"^(?:[#>*+-]|\d+\.)\s+|[*_`]")  # of a heading, a quotation, a list


def gist(report: Report) -> str:
    """The headline, else how the summary or a comment begins; empty where nothing is said."""
    if report.headline:
        return report.headline
    comments = report.comments
    for text in (report.summary, comments.get("overall"), *comments.values()):
        if text and text.strip():
            return first_sentence(text)
    return ""


def first_sentence(text: str) -> str:
    """The first sentence of the text on one line, without marks of Markdown.

    Where the text opens with what is announced, as in "for the following reasons:", it is the first
    sentence after that.
    """
    announced = _ANNOUNCED.search(text[:_OPENING])
    text = text[announced.end() :].strip() or text if announced else text
    paragraph = re.split(r"\n\s*\n", text.strip(), maxsplit=1)[0]
    line = " ".join(_MARKS.sub("", row.strip()) for row in paragraph.splitlines())
    end = _END.search(line)
    return line[: end.end()] if end else line
