"""The reviews file: what a workflow fetched from the forge, as one JSON text."""

import re
from collections.abc import Mapping

import msgspec

from pmoascode.finding import CannotRun
from pmoascode.forge.github import GitHubFile
from pmoascode.forge.gitlab import GitLabFile
from pmoascode.forge.pull_request import PullRequest

LARGEST = 8 * 1024 * 1024  # bytes; 250 commits with their signatures take about one
_LONGEST = 200  # characters of a message that may quote the file

_FILES: Mapping[str, type[GitHubFile] | type[GitLabFile]] = {
    "pull_request": GitHubFile,
    "merge_request": GitLabFile,
}


def read(content: bytes) -> PullRequest:
    """The pull request that the file describes; keys that are not needed are passed over.

    Raises:
        CannotRun: the file is too large, is no JSON, or lacks what proves who did what.
    """
    if len(content) > LARGEST:
        raise CannotRun(f"the reviews file is larger than {LARGEST // 1024 // 1024} MiB")
    try:
        keys = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        names = [name for name in _FILES if name in keys]
        if len(names) != 1:
            raise CannotRun(
                "the reviews file needs either `pull_request` (GitHub) or `merge_request` "
                f"(GitLab), and has {'both' if names else 'neither'}"
            )
        return msgspec.json.decode(content, type=_FILES[names[0]]).facts()
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise CannotRun(f"the reviews file cannot be used: {_said(error)}") from error


def _said(error: Exception) -> str:
    """The error in one line, the value named by its keys."""
    text, _, path = str(error).partition(" - at ")
    where = re.sub(r"^\$\.?", "", path.strip("`"))
    missing = re.fullmatch(r"Object missing required field `(\w+)`", text)
    if missing:
        return f"{f'`{where}`' if where else 'it'} has no `{missing[1]}`"
    if "matching regex" in text:
        text = "expected the id of a commit"
    return f"`{where}`: {text[:_LONGEST]}" if where else text[:_LONGEST]
