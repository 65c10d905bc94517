"""The git repository that keeps the records: its commits, files and history, only read."""

from pmoascode.commit import Commit
from pmoascode.repository.configured import configured, git_version
from pmoascode.repository.log import ChangedPath
from pmoascode.repository.repository import Repository

__all__ = ["ChangedPath", "Commit", "Repository", "configured", "git_version"]
