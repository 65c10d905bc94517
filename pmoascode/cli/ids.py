"""The ids of the office as a shell completes them: from the names of files, nothing loaded.

A shell waits for each key, so files are listed and skimmed, and never read as records.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).parent.parent
_BUILT_IN = _PACKAGE / "built_in"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_KEY = re.compile(r"^( *)([a-z0-9_][a-z0-9_-]*):", re.MULTILINE)
_TITLE = re.compile(r"^(?:name|title): *[\"']?(.*?)[\"']? *$", re.MULTILINE)
_RULE = re.compile(r'^def \w+\(.*?\) -> Problems:\n    """([^\n]+)', re.MULTILINE | re.DOTALL)
_DEFECT = re.compile(r'Defect\(\s*"([a-z0-9-]+)",\s*"([^"]+)"')
_OWNERS = ("projects", "programmes")


class Known(NamedTuple):
    """Something that can be typed, and what it is called; empty where that is not known."""

    id: str
    title: str = ""


def people(folder: Path) -> Iterator[Known]:
    """Everybody."""
    yield from listed(folder / "people")


def roles(folder: Path) -> Iterator[Known]:
    """The roles of the office, and those that come with the package."""
    own = list(listed(folder / "roles"))
    yield from own
    known = {role.id for role in own}
    yield from (role for role in listed(_BUILT_IN / "roles") if role.id not in known)


def works(folder: Path) -> Iterator[Known]:
    """The projects and programmes."""
    for owner in _OWNERS:
        for place in _sorted(folder / owner):
            file = place / f"{owner.removesuffix('s')}.yaml"
            if file.is_file():
                yield Known(place.name, _title(file))


def work_folders(folder: Path) -> Iterator[Known]:
    """The folders of projects and programmes, as in projects/apollo."""
    for owner in _OWNERS:
        for place in _sorted(folder / owner):
            if (place / f"{owner.removesuffix('s')}.yaml").is_file():
                yield Known(f"{owner}/{place.name}")


def scopes(folder: Path) -> Iterator[Known]:
    """Whatever has holders of roles: projects, programmes, portfolios and units."""
    yield from works(folder)
    yield from listed(folder / "portfolios")
    yield from (Known(id) for id in keys_at(_text(folder / "organisation.yaml"), "units"))


def scopes_and_people(folder: Path) -> Iterator[Known]:
    """Whatever has holders of roles, and everybody who may hold one."""
    yield from scopes(folder)
    yield from people(folder)


def rules(folder: Path) -> Iterator[Known]:
    """The rules and the defects of reading, and the office's own rules."""
    for file in sorted((_PACKAGE / "rules").glob("*/*.py")):
        if found := _RULE.search(_text(file)):
            yield Known(file.stem.replace("_", "-"), found[1])
    for part in ("document", "office", "own_rules", "schema", "verdict"):
        for file in sorted((_PACKAGE / part).glob("*.py")):
            yield from (Known(*found) for found in _DEFECT.findall(_text(file)))
    yield from listed(folder / "policy" / "rules")


def gates(folder: Path, work: str) -> Iterator[Known]:
    """The gates of the lifecycle of the project or programme."""
    of_work = "".join(_text(folder / o / work / f"{o.removesuffix('s')}.yaml") for o in _OWNERS)
    policy = _text(folder / "policy" / "policy.yaml")
    said = [re.search(r"\blifecycle: *([a-z0-9-]+)", text) for text in (of_work, policy)]
    name = next((found[1] for found in said if found), "standard")
    for place in (folder, _BUILT_IN):
        if text := _text(place / "policy" / "lifecycles" / f"{name}.yaml"):
            yield from (Known(id) for id in keys_at(text, "gates"))
            return


def milestones(folder: Path, work: str) -> Iterator[Known]:
    """The milestones of the project or programme."""
    for owner in _OWNERS:
        text = _text(folder / owner / work / f"{owner.removesuffix('s')}.yaml")
        yield from (Known(id) for id in keys_at(text, "milestones"))


def entries(file: Path) -> Iterator[str]:
    """The ids of the entries of a register."""
    yield from keys_at(_text(file))


def keys_in(file: Path, *path: str) -> Iterator[str]:
    """The keys of the mapping in the file that the path leads to."""
    yield from keys_at(_text(file), *path)


def keys_at(text: str, *path: str) -> Iterator[str]:
    """The keys of the mapping that the path leads to, as far as it is written line by line."""
    lines = [(len(found[1]), found[2]) for found in _KEY.finditer(text)]
    for name in path:
        lines = list(_below(lines, name))
    indent = lines[0][0] if lines else 0
    yield from (name for depth, name in lines if depth == indent)


def _below(lines: list[tuple[int, str]], wanted: str) -> Iterator[tuple[int, str]]:
    """The lines deeper than the key, which is one of the least deep."""
    inside = False
    for depth, name in lines:
        if depth == lines[0][0]:
            inside = name == wanted
        elif inside:
            yield depth, name


def listed(place: Path) -> Iterator[Known]:
    """The records that are a file each in the folder."""
    for file in _sorted(place):
        if file.suffix == ".yaml" and _ID.match(file.stem) and file.is_file():
            yield Known(file.stem, _title(file))


def _sorted(place: Path) -> list[Path]:
    return sorted(place.iterdir()) if place.is_dir() else []


def _title(file: Path) -> str:
    found = _TITLE.search(_text(file))
    return found[1] if found else ""


def _text(file: Path) -> str:
    if not file.is_file():
        return ""
    with file.open(encoding="utf-8", errors="replace") as opened:
        return opened.read()
