"""A hand-written page as a reader follows it: files to write and commands to type, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "site/docs"
PAGES = tuple(sorted(DOCS.glob("*/*.md")))
# It speaks of a file that the forge gives; the tests of the forge have it.
RUN = tuple(page for page in PAGES if page.stem != "who-did-it")

NOT_RUN = "<!-- not run -->"  # stands before commands that only a reader can type
BROKEN = "<!-- broken on purpose -->"  # stands before an excerpt in which something is wrong
_LAID = re.compile(r"<!-- file: ([\w./-]+) -->$")  # stands before the whole of a file
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_CONTINUED = re.compile(r" \\\n *")  # a command that goes on in the next line
_FILE = re.compile(r"# ([\w./-]+\.ya?ml)\n")


@dataclass(frozen=True)
class Typed:
    """A command, and the lines that the page shows after it; `...` stands for any lines."""

    command: str
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """An excerpt of a file, to be put into it."""

    path: str
    text: str
    is_broken: bool


@dataclass(frozen=True)
class Laid:
    """A whole file, as the page shows it."""

    path: str
    text: str


Step = Typed | Written | Laid


def steps(page: Path) -> Iterator[Step]:
    """What the page asks its reader to do, in the order of the page."""
    text = page.read_text("utf-8")
    for fence in _FENCE.finditer(text):
        language, body = fence[2], _unindented(fence[3], len(fence[1]))
        above = text[: fence.start()].rstrip()
        if laid := _LAID.search(above):
            yield Laid(laid[1], body)
        elif language == "console" and not above.endswith(NOT_RUN):
            yield from _typed(body)
        elif language == "yaml" and (named := _FILE.match(body)):
            yield Written(named[1], body[named.end() :], above.endswith(BROKEN))


def yaml_blocks(page: Path) -> tuple[str, ...]:
    """Every YAML block of the page, but for the files of a forge, which have rules of their own."""
    fences = _FENCE.finditer(page.read_text("utf-8"))
    blocks = (_unindented(fence[3], len(fence[1])) for fence in fences if fence[2] == "yaml")
    return tuple(block for block in blocks if not block.startswith("# ."))


def _typed(body: str) -> Iterator[Typed]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, *shown = part.replace("\\\n", "").splitlines()  # a command over several lines
        yield Typed(command.partition(" #")[0].strip(), tuple(line for line in shown if line))


def _unindented(body: str, width: int) -> str:
    return "".join(line[width:] or "\n" for line in body.splitlines(keepends=True))


def put_in(text: str, excerpt: str) -> str:
    """The text with the excerpt's keys in place of its own, key by key; new keys come last.

    A key that holds further keys on both sides is gone into; anything else is replaced.
    """
    have, wanted = _entries(text), _entries(excerpt)
    del wanted[""]
    for key, lines in wanted.items():
        if key in have and _is_map(have[key]) and _is_map(lines):
            inner = put_in("".join(have[key][1:]), "".join(lines[1:]))
            have[key] = [lines[0], *inner.splitlines(keepends=True)]
        else:
            have[key] = lines
    return "".join(line for lines in have.values() for line in lines)


def _entries(text: str) -> dict[str, list[str]]:
    """Key to the lines of it, at the text's own depth; what stands before the first key is ""."""
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if re.match(r" *[\w-]+:", line)), "")
    depth = len(first) - len(first.lstrip(" "))
    found: dict[str, list[str]] = {"": []}
    key = ""
    for line in lines:
        if match := re.match(rf" {{{depth}}}([\w-]+):", line):
            key = match[1]
            found[key] = []
        found[key].append(line)
    return found


def _is_map(lines: list[str]) -> bool:
    return len(lines) > 1 and bool(re.match(r" +[\w-]+:", lines[1]))
