"""Which files are not in the canonical form."""

from pathlib import Path

from pmoascode.document import parse
from pmoascode.edit.form import is_formed


def not_in_form(folder: Path) -> list[str]:
    """The files of records below the folder that `pmo fmt` would change, or cannot read."""
    found = []
    for file in sorted(folder.rglob("*.yaml")):
        path, content = file.relative_to(folder).as_posix(), file.read_bytes()
        if not is_formed(parse(path, content), content):
            found.append(path)
    return found
