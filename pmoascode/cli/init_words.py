"""What `pmo init` says when it is done: what was made, the next three steps, and what to mind."""

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from textwrap import fill

from pmoascode.starting import EXAMPLE_DAY, Around
from pmoascode.worktree import repository_root

_WIDTH = 78
_FORGES = {"github": "GitHub", "gitlab": "GitLab"}
_WHAT = {  # what a file or folder is, in the order in which it is told
    "portfolio": "the records: organisation, policy, people, projects, roles",
    "site": "the pages of your own on the status site",
    "mkdocs.yml": "the settings of the site",
    ".github": "check, publication, nightly look, code owners, pull request form",
    ".gitlab-ci.yml": "check, publication and nightly look",
    ".gitlab": "merge request form",
    "CODEOWNERS": "whom the forge asks to review what",
    ".vscode": "help while you type in Visual Studio Code, after `pmo editor-schemas`",
    "README.md": "for the people of the office: where is what, how to change it",
}
_PAGES = {
    "github": (
        "Mind who can read the site: the Pages site of a private repository is public, unless "
        "your organisation is on GitHub Enterprise Cloud and restricts it. Nothing is published "
        "before you choose GitHub Actions under Settings, Pages, Source; until then the run "
        "`Publish` is red."
    ),
    "gitlab": (
        "Mind who can read the site: the first pipeline of the default branch publishes it. "
        "Before you push, set Pages to project members under Settings, General, Visibility, "
        "unless everybody may read the records."
    ),
}
_PLACES = {
    "github": (
        "The workflows do not know yet where the program comes from. Put its repository and "
        "commit in place of OWNER/pmoascode@000... in .github/workflows: check, nightly, publish."
    ),
    "gitlab": (
        "The pipeline does not know yet where the program comes from. Fill in PMO_PACKAGE in "
        ".gitlab-ci.yml; the lines above it say how."
    ),
}
_WAITS = (
    "What has no sponsor yet is `proposed`, since nobody sponsors what they manage. When there is "
    "one: pmo assign PROJECT sponsor PERSON, then pmo set PROJECT.status active; the same for the "
    "programme."
)


def told(
    folder: Path, files: Mapping[str, bytes], place: Around, *, waits: bool, is_example: bool
) -> Iterator[str]:
    """The lines, one paragraph after the other."""
    yield f"The office is made: {len(files)} files in {_shown(folder)}"
    yield ""
    counts = Counter(path.partition("/")[0] for path in files)
    for name, what in _WHAT.items():
        if counts[name]:
            yield f"  {name:<15} {what}"
    yield "\nNext:"
    for number, (why, commands) in enumerate(_steps(folder, place, is_example=is_example), start=1):
        yield f"\n{number}. {why}"
        yield from (f"     {command}" for command in commands)
    notes = [
        _inside(folder),
        _WAITS if waits else "",
        _PLACES[place.forge] if place.forge and not place.program else "",
        _PAGES[place.forge] if place.forge else "",
    ]
    for note in filter(None, notes):
        yield ""
        yield fill(note, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _steps(
    folder: Path, place: Around, *, is_example: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each of the three steps with its commands."""
    there = () if folder == Path.cwd() else (f"cd {quote(_shown(folder))}",)
    install = () if find_spec("mkdocs") else ("pip install 'pmoascode[site]'",)
    day = f" --today {EXAMPLE_DAY}" if is_example else ""
    yield (
        "See it, at the address that is printed; Ctrl-C ends it:",
        (*install, *there, f"pmo serve{day}"),
    )
    begin = () if (folder / ".git").exists() else ("git init -b main",)
    forge = _FORGES.get(place.forge or "", "")
    push = f", then push it to {place.repository or f'an empty repository on {forge}'}"
    yield (
        f"Keep it in git{push if forge else ''}:",
        (*begin, "git add --all", 'git commit -m "Start the project office"'),
    )
    where = f", and what to set on {forge}" if forge else ""
    yield f"Protect it. This tells what is missing{where}:", ("pmo doctor",)


def _inside(folder: Path) -> str:
    """A note where the folder lies in another repository, in which the forge sees nothing of it."""
    root = repository_root(folder)
    if root == folder or not (root / ".git").exists():
        return ""
    return (
        f"The folder lies inside the repository at {root}. A forge looks for its files at the root "
        "of a repository alone, so make the folder one of its own, as said above."
    )


def _shown(folder: Path) -> str:
    """The folder as it would be typed here; the folder itself in full."""
    here = Path.cwd()
    is_below = folder != here and folder.is_relative_to(here)
    return str(folder.relative_to(here) if is_below else folder)
