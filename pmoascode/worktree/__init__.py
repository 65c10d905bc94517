"""The folder on disk: read as files of records, and written so that nothing is ever lost."""

from pmoascode.worktree.processes import in_processes
from pmoascode.worktree.reading import (
    PACKAGED,
    at_hand,
    built_in_files,
    content_of,
    files_below,
    files_in,
    owner_files,
    owner_text,
    repository_root,
    text_files,
)
from pmoascode.worktree.replacing import replacing
from pmoascode.worktree.staging import left_behind
from pmoascode.worktree.ways import content_at
from pmoascode.worktree.writing import write, write_all

__all__ = [
    "PACKAGED",
    "at_hand",
    "built_in_files",
    "content_at",
    "content_of",
    "files_below",
    "files_in",
    "in_processes",
    "left_behind",
    "owner_files",
    "owner_text",
    "replacing",
    "repository_root",
    "text_files",
    "write",
    "write_all",
]
