"""Where a site's `mkdocs.yml` stands, and what it says."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from pmoascode.finding import CannotRun
from pmoascode.worktree import PACKAGED

UNNAMED = "Portfolio"  # the site's name in our mkdocs.yml; the organisation's takes its place


def configuration(folder: Path) -> Path:
    """The MkDocs configuration of the folder; the one that comes with the package otherwise."""
    own = folder / "mkdocs.yml"
    return own if own.is_file() else PACKAGED / "mkdocs.yml"


def plain_settings(configuration: Path) -> dict[str, Any]:
    """What the configuration says, as it stands there.

    Raises:
        CannotRun: it cannot be read.
    """
    try:
        with configuration.open("rb") as text:
            return dict(yaml_load(text))
    except (OSError, MkDocsException, ValueError) as error:
        raise CannotRun(f"{configuration} cannot be used: {error}") from error
