"""The example's projects many times over, each copy with people, names and words of its own."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

EXAMPLE = Path(__file__).parent.parent / "portfolio"
_SHARED = 5  # copies whose projects belong to the same programmes
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe")
# Places in sentences, names and titles that can take a word and leave the YAML what it is.
_SPACE = re.compile(r"(?<=[a-z] )(the|a|in|of|and|to|for|is|at|it|by|on) (?=[a-z])")
_ADDRESS = re.compile(r"(?<=[a-z])@(?=\w)")
_TITLE = re.compile(r"(\b(?:title|name): )([^\W\d_][\w ]*\w)")


def written(folder: Path, projects: int) -> Path:
    """Writes an office with so many projects below the folder, each as rich as the example's."""
    example = {
        path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8")
        for path in sorted(EXAMPLE.rglob("*.yaml"))
    }
    names = sorted((path.name for path in (EXAMPLE / "projects").iterdir()), reverse=True)
    for copy in range(-(-projects // len(names))):
        left_out = frozenset(names[max(projects - copy * len(names), 0) :])
        for path, text in _copied(example, copy, left_out):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    return folder


def _copied(
    example: Mapping[str, str], copy: int, left_out: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """The files of one copy; the first is the example itself."""
    ids = {kind: _ids(example, kind) for kind in ("projects", "programmes", "people")}
    if not copy:
        yield from ((p, text) for p, text in example.items() if _id(p) not in left_out)
        return
    again = ids["projects"] - left_out
    again |= set() if copy % _SHARED else ids["programmes"]
    words = dict.fromkeys(ids["projects"] | ids["people"], _word(copy))
    words |= dict.fromkeys(ids["programmes"], _word(copy - copy % _SHARED))
    for path, text in example.items():
        if _id(path) in again or path.startswith("people/"):
            # a name of their own: what is no name stays readable where somebody is not to be named
            word = _word(copy) + ("son" if path.startswith("people/") else "")
            yield _named(path, words), _named(_worded(text, word), words)


def _ids(example: Mapping[str, str], kind: str) -> set[str]:
    return {_id(path) for path in example if path.startswith(f"{kind}/")}


def _id(path: str) -> str:
    """The id of the project, programme or person that the path tells of."""
    steps = PurePosixPath(path).parts
    return steps[1].removesuffix(".yaml") if len(steps) > 1 else ""


def _word(copy: int) -> str:
    """A word of the copy's own that is no other word; none for the first copy."""
    return "".join(_SYLLABLES[copy // 12**place % 12] for place in (2, 1, 0)) if copy else ""


def _named(text: str, words: Mapping[str, str]) -> str:
    """The text with the words behind the ids."""
    return re.sub(
        rf"(?<![\w@.-])({'|'.join(words)})(?![\w-])",
        lambda found: f"{found[1]}-{word}" if (word := words[found[1]]) else found[1],
        text,
    )


def _worded(text: str, word: str) -> str:
    """The text with the word in its names and sentences, as no two projects say the same."""
    lines = (_SPACE.sub(rf"\1 {word} ", line, count=1) for line in text.splitlines(keepends=True))
    text = _TITLE.sub(rf"\1\2 {word.capitalize()}", "".join(lines))
    return _ADDRESS.sub(f".{word}@", text)
