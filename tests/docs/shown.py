"""What a page shows of a command's output, held against what the command says."""

import re
from collections.abc import Sequence

_COUNTS = re.compile(r"\(\d+ rules on .*")  # grows with each rule and record


def first_missing(shown: Sequence[str], said: Sequence[str]) -> str | None:
    """The first line shown that was not said in that place; None where there is none.

    `...` stands for any lines. Empty lines and the counts of rules and files are left out.
    """
    lines = [_COUNTS.sub("", line).rstrip() for line in said if line]
    at, may_skip = 0, False
    for line in (line for line in shown if line):
        if line == "...":
            may_skip = True
            continue
        wanted = _COUNTS.sub("", line).rstrip()
        rest = lines[at:] if may_skip else lines[at : at + 1]
        if wanted not in rest:
            return line
        at, may_skip = at + rest.index(wanted) + 1, False
    return None if may_skip or not shown or at == len(lines) else f"nothing after {shown[-1]}"
