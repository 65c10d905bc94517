"""What libyaml says of a text that is not YAML, in plain words and with the usual cause."""

import re

from yaml import MarkedYAMLError, YAMLError

from pmoascode.document.problem import Doubt, Problem, shown

_SYNTAX = "syntax-error"
_INDENT = "Line it up with its neighbours, with spaces; check the quotes of the lines above too."
_BACKSLASH = "Write the text in single quotes, or write each backslash twice."
_LIST_LINE = "Put each item on a line of its own, below the key: '- ' and the value."

# A part of libyaml's words: the defect, what is wrong, the remedy. The first match counts.
_EXPLAINED: tuple[tuple[str, str, str, str], ...] = (
    ("document start", "several-documents", "the record has ended, yet more text follows", ""),
    ("directive", "directive", "a line that starts with % gives the program an instruction", ""),
    ("version", "directive", "a line that starts with % gives the program an instruction", ""),
    ("tag", "tag", "a value that starts with ! must be put in quotes", ""),
    ("an alias", "alias", "a value that starts with * must be put in quotes", ""),
    ("an anchor", "anchor", "a value that starts with & must be put in quotes", ""),
    ("maximum nesting depth", "too-deep", "far too many lists or mappings in one another", ""),
    ("tab character", "tab", "a tab stands where spaces are expected", ""),
    ("escape code", "noncharacter", "the escape stands for no character", ""),
    ("escape character", _SYNTAX, "no such escape is known after a backslash", _BACKSLASH),
    ("hexdecimal", _SYNTAX, "an escape with a code lacks digits", _BACKSLASH),
    ("end of stream", _SYNTAX, "the quote that opens here is never closed", "Close the quote."),
    ("document indicator", _SYNTAX, "the quote that opens here is never closed", "Close it."),
    (
        "mapping values are not allowed",
        _SYNTAX,
        "a second colon makes a key of what stands before it, and no key can stand here",
        "If the colon belongs to a text, put the whole text in quotes; else line the key up.",
    ),
    ("sequence entries are not allowed", _SYNTAX, "a list cannot start on this line", _LIST_LINE),
    ("mapping keys are not allowed", _SYNTAX, "no key can stand here", _INDENT),
    (
        "cannot start any token",
        _SYNTAX,
        "a value cannot start with this character",
        "Put the whole text in quotes.",
    ),
    (
        "expected ':'",
        _SYNTAX,
        "a key without its colon, or a text that belongs to the line above",
        "Write a colon and a space after the key, or move the text in below its key.",
    ),
    ("expected key", _SYNTAX, "this line does not fit in with the lines above it", _INDENT),
    ("expected '-'", _SYNTAX, "this line does not fit in with the list above it", _INDENT),
    ("',' or ']'", _SYNTAX, "the list that [ opens is not closed", "Add the missing , or ]."),
    ("',' or '}'", _SYNTAX, "the mapping that { opens is not closed", "Add the missing , or }."),
    ("node content", _SYNTAX, "a value is missing", "Write the value, or remove the comma."),
    (
        "block scalar",
        _SYNTAX,
        "after | or > the text starts on the next line",
        "Start the text on the next line, moved in by two spaces; or put it in quotes.",
    ),
)
_FROM_CONTEXT = (
    "end of stream",
    "document indicator",
    "expected ':'",
    "',' or",
    "an alias",
    "an anchor",
    "a tag",
    "directive",
)
_NO_SPACE = re.compile(r"\s*(?:- )?([A-Za-z][\w-]*):([^\s:/][^:]*)$")


def explained(error: YAMLError, text: str) -> Problem:
    """The error as a problem of the text."""
    if not isinstance(error, MarkedYAMLError):
        return Problem(0, 1, Doubt(_SYNTAX, "the text is not YAML"), is_fatal=True)
    words = f"{error.problem or ''} {error.context or ''}"
    is_opened = error.context_mark and any(part in words for part in _FROM_CONTEXT)
    mark = error.context_mark if is_opened else error.problem_mark
    start = _written(text, mark.index if mark else 0)
    end = text.find("\n", start) if is_opened else start + 1
    usual = missing_space(text, start) or _tab(text, start)
    doubt = usual or _doubt(words, text[start : start + 1])
    return Problem(start, end if end > start else len(text), doubt, is_fatal=True)


def missing_space(text: str, offset: int) -> Doubt | None:
    """A doubt if a colon lacks its space on the line of the offset or on the one above."""
    lines = text[: text.find("\n", offset) if "\n" in text[offset:] else len(text)].splitlines()
    for line in reversed(lines[-2:]):
        if found := _NO_SPACE.match(line):
            key, value = shown(found[1]), shown(found[2])
            message = f'"{key}:{value}" has no space after the colon'
            return Doubt(_SYNTAX, message, f"Write {key}: {value}")
    return None


def _written(text: str, offset: int) -> int:
    """The offset, or that of the last character where the offset is behind all of them."""
    return max(0, min(offset, len(text.rstrip()) - 1))


def _tab(text: str, offset: int) -> Doubt | None:
    line = text[text.rfind("\n", 0, offset) + 1 :].split("\n", 1)[0]
    if "\t" not in line:
        return None
    return Doubt("tab", "a tab stands on this line where spaces are expected")


def _doubt(words: str, char: str) -> Doubt:
    for part, defect, message, remedy in _EXPLAINED:
        if part in words:
            said = f"{message}: {shown(char)}" if part == "cannot start any token" else message
            return Doubt(defect, said, remedy)
    return Doubt(_SYNTAX, f"the text is not YAML: {shown(words.strip())}", _INDENT)
