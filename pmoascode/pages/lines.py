"""The line of a value in a file of the records, found without reading the YAML again.

A site asks for the lines of everything that it shows; `Document.place` is exact to the character
and costs more than the page. Block mappings show their keys at the start of lines of one
indentation; inside lists and `{...}` the line is that of what holds the value.
"""

import re
from functools import lru_cache

from pmoascode.document import Document
from pmoascode.records.record import Keys

_KEY = re.compile(
    r"( *)(?:\"([^\"]*)\"|'([^']*)'|([^\s#\"'\-][^:#]*?|-[^\s:#][^:#]*?)) *:(?: (.*))?$"
)
_NO_KEY = ("#", "---")

Tree = dict[str, tuple[int, "Tree"]]  # key -> line, and the keys below


def line(document: Document, keys: Keys) -> int:
    """The line of the value's key, or of the nearest key around it; 1 where there is none."""
    level, found = _tree(document.text) if keys else {}, 1
    for key in keys:
        if key not in level:
            break
        found, level = level[str(key)]
    return found


@lru_cache(maxsize=256)
def _tree(text: str) -> Tree:
    root: Tree = {}
    above: list[tuple[int, Tree]] = [(-1, root)]  # indentation of a key, and the keys below it
    closed = -1  # the indentation of a key whose value is no block mapping; what is deeper is it
    for number, row in enumerate(text.splitlines(), 1):
        bare = row.lstrip(" ")
        indent = len(row) - len(bare)
        if 0 <= closed < indent or not bare or bare.startswith(_NO_KEY):
            continue
        closed = -1
        match = _KEY.match(row)
        if not match:
            closed = indent - 1 if indent else 0
            continue
        while above[-1][0] >= indent:
            above.pop()
        below: Tree = {}
        above[-1][1].setdefault(match[2] or match[3] or match[4], (number, below))
        above.append((indent, below))
        value = (match[5] or "").strip()
        if value and not value.startswith("#"):
            closed = indent
    return root
