"""A defect with its offsets in the text, before it becomes a finding with a place."""

from dataclasses import dataclass

from pmoascode.finding import Place

LONGEST_QUOTE = 60  # characters of the file that a message repeats


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a scalar cannot be taken as it is written; knows nothing of where it stands."""

    defect: str
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt and where it stands: character offsets into the text, the end exclusive."""

    start: int
    end: int
    doubt: Doubt
    is_fatal: bool = False  # nothing of the file can be used
    also: tuple[int, int] | None = None  # the other half, where there is one


def shown(text: str) -> str:
    """The text as a message may quote it: on one line, short, nothing invisible in it."""
    line = " ".join(text[: LONGEST_QUOTE + 1].splitlines()) or text[:1]
    cut = line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
    return "".join(char if char.isprintable() else codepoint(char) for char in cut)


def codepoint(char: str) -> str:
    """The character's number, as in U+200B."""
    return f"U+{ord(char):04X}"


def place_at(path: str, text: str, start: int, end: int) -> Place:
    """The place of text[start:end]; underlines no further than the end of its first line."""
    first = text.rfind("\n", 0, start) + 1
    rest = text[start:end].split("\n", 1)[0].rstrip()
    return Place(path, text.count("\n", 0, start) + 1, start - first + 1, max(len(rest), 1))
