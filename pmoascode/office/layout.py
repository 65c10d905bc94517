"""The layout of the records: which path holds which kind, and what is wrong with other paths."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from pmoascode.document import Blob
from pmoascode.finding import Defect, Finding, Place, Severity
from pmoascode.records.kinds import KINDS, Kind

DEFECTS = (
    Defect(
        "file-in-unknown-place",
        "A file lies where no kind of record has its files.",
        "A record's path says what it is and whose it is; a file elsewhere is read by nobody.",
        "Move the file to its place, or out of the folder of the records.",
    ),
    Defect(
        "not-a-plain-file",
        "A record is a link, a submodule or an executable file.",
        "Such an entry can show one thing to a reviewer and another to a reader.",
        "Put a plain text file in its place.",
    ),
    Defect(
        "names-differ-by-case-only",
        "Two paths differ only in capital letters.",
        "Windows and macOS keep one file of the two.",
        "Rename one of them.",
        sees=("office",),
    ),
    Defect(
        "id-shared-by-two-scopes",
        "Two of projects, programmes, portfolios and units have the same id.",
        "Assignments and approvals name their scope by its id alone.",
        "Rename one of them.",
        sees=("office",),
    ),
    Defect(
        "reserved-name",
        "An id is a name that a web site or an operating system keeps for itself.",
        "No file or page of that name can be written everywhere.",
        "Choose another id.",
    ),
)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
RESERVED = {"index", "404", "search", "assets", "sitemap", "con", "nul", "aux", "prn"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
_IGNORED = {"readme.md", "codeowners", ".gitkeep", ".gitattributes"}


@cache
def _places() -> Mapping[tuple[str, ...], Kind]:
    """Path patterns, ids written as a star, to kinds."""
    places = {}
    for kind in KINDS:
        for owner in ("projects", "programmes"):
            steps = kind.pattern.replace("{owner}", owner).split("/")
            places[tuple(re.sub(r"\{\w+\}(?=-|\.|$)", "*", step) for step in steps)] = kind
    return places


def kind_of(path: str) -> tuple[Kind, str, str] | None:
    """The kind of the file, the scope of its records as in "project/apollo", and its id."""
    steps = path.split("/")
    last = steps[-1]
    if not last.endswith(".yaml"):
        return None
    starred = [*steps[:-1], "*.yaml"]
    candidates = [tuple(steps), (*steps[:-1], "*.yaml")]
    if len(steps) > 2:
        starred[1] = "*"
        candidates += [(steps[0], "*", *steps[2:]), (steps[0], "*", *starred[2:])]
    for candidate in candidates:
        kind = _places().get(candidate)
        if kind and all(
            _ID.fullmatch(step.removesuffix(".yaml"))
            for step, pattern in zip(steps, candidate, strict=True)
            if "*" in pattern
        ):
            return kind, *_identity(kind, steps)
    return None


def _identity(kind: Kind, steps: list[str]) -> tuple[str, str]:
    """The scope and the id that the path gives to its records."""
    match = kind.expression.fullmatch("/".join(steps))
    groups = match.groupdict() if match else {}
    scope, id = groups.get("scope"), groups.get("id") or ""
    if not scope:
        return "", id
    if "owner" in groups:
        return f"{groups['owner'].removesuffix('s')}/{scope}", id or scope
    return f"{'forum' if steps[0] == 'meetings' else 'scope'}/{scope}", id or scope


def is_id(text: str) -> bool:
    """Whether the text can be the id of a record."""
    return bool(_ID.fullmatch(text)) and text not in RESERVED


def misplaced(files: Mapping[str, Blob]) -> Iterator[Finding]:
    """What is wrong with the paths of the files, before any is read."""
    folded: dict[str, str] = {}
    for path, blob in files.items():
        if blob.mode != "100644":
            yield _finding("not-a-plain-file", path, f"{_shown(path)} is not a plain file")
            continue
        other = folded.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            yield _finding(
                "names-differ-by-case-only",
                path,
                f"{_shown(path)} and {_shown(other)} differ only in case",
            )
        yield from _out_of_place(path)


def _out_of_place(path: str) -> Iterator[Finding]:
    found = kind_of(path)
    if found:
        for step in path.removesuffix(".yaml").split("/"):
            if step in RESERVED:
                yield _finding("reserved-name", path, f"the id `{step}` is a reserved name")
    elif path.rpartition("/")[2].lower() not in _IGNORED:
        yield _finding(
            "file-in-unknown-place", path, f"{_shown(path)} is no place of a record", _hint(path)
        )


def _hint(path: str) -> str:
    if path.lower().endswith((".yml", ".yaml")) and not path.endswith(".yaml"):
        return f"The name must end in .yaml: {_shown(path.rpartition('.')[0])}.yaml"
    *folders, name = path.split("/")
    for step in (*folders, name.removesuffix(".yaml")):
        if not _ID.fullmatch(step) and name.endswith(".yaml"):
            return f"`{_shown(step)}` cannot be an id: small letters, digits and hyphens only."
    patterns = ["/".join(steps) for steps in _places()]
    near = get_close_matches(path, patterns, n=1, cutoff=0.5)
    return f"Did you mean {near[0].replace('*', '<id>')}?" if near else ""


def _finding(defect: str, path: str, message: str, remedy: str = "") -> Finding:
    return Finding(defect, Severity.ERROR, Place(path), message, remedy)


def _shown(path: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in path)[:200]
