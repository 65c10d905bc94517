"""Where a browser finds a file, a pull request or an account, by the address of one commit."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from pmoascode.forge.pull_request import Forge

_GITHUB = re.compile(r"(https?://[\w.:-]+/[\w.-]+/[\w.-]+)/tree/([\w./-]+)", re.ASCII)
_GITLAB = re.compile(r"(https?://[\w.:-]+/[\w./-]+)/-/tree/([\w./-]+)", re.ASCII)


@dataclass(frozen=True)
class Web:
    """The pages of one repository at one commit."""

    forge: Forge
    repository: str  # its address, without "/" at the end
    commit: str

    def file(self, path: str, line: int) -> str:
        """The file, given from the root of the repository, at its line."""
        quoted = quote(path, errors="surrogateescape")
        return f"{self.repository}/{self._between}blob/{self.commit}/{quoted}#L{line}"

    def request(self, number: int) -> str:
        """The pull request or merge request of that number."""
        name = "merge_requests" if self.forge == "gitlab" else "pull"
        return f"{self.repository}/{self._between}{name}/{number}"

    def account(self, login: str) -> str:
        """The profile of the account, on the same forge."""
        host = "/".join(self.repository.split("/")[:3])
        return f"{host}/{quote(login, safe='', errors='surrogateescape')}"

    @property
    def _between(self) -> str:
        """What GitLab puts between the repository's path and the names of its own pages."""
        return "-/" if self.forge == "gitlab" else ""


def web(tree: str) -> Web | None:
    """The pages around the files of a commit, whose address it is; None for any other address.

    GitHub shows them at https://github.com/OWNER/NAME/tree/COMMIT, GitLab at
    https://gitlab.com/GROUP/NAME/-/tree/COMMIT, and both under any host of one's own.
    """
    if found := _GITLAB.fullmatch(tree):
        return Web("gitlab", found[1], found[2])
    if found := _GITHUB.fullmatch(tree):
        return Web("github", found[1], found[2])
    return None
