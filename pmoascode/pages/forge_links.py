"""Addresses on the forge that keeps the records: a file, its editor, a commit."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

# GitHub and GitLab differ in one step of the address.
_STEP = {"github": "", "gitlab": "/-"}


@dataclass(frozen=True, slots=True)
class ForgeLinks:
    """The repository on its forge; without an address there are no links."""

    repository: str = ""  # https address, as in "https://github.com/org/office"
    branch: str = "main"
    kind: Literal["github", "gitlab"] = "github"
    revision: str = ""  # commit id of what is shown, where that is not the branch

    @classmethod
    def of(cls, repository: str, branch: str = "main", revision: str = "") -> "ForgeLinks":
        """The links of a repository by its https address; anything else has none."""
        address = repository.rstrip("/").removesuffix(".git")
        if not address.startswith("https://"):
            return cls()
        return cls(address, branch, "gitlab" if "gitlab" in address else "github", revision)

    def view(self, path: str, line: int = 0) -> str:
        """The address of a file of the repository, at a line if given; empty without a forge."""
        return self._of("blob", self.revision or self.branch, path) + (
            f"#L{line}" if line and self.repository else ""
        )

    def edit(self, path: str) -> str:
        """The address of the forge's editor for the file; empty without a forge."""
        return self._of("edit", self.branch, path)

    def commit(self, id: str) -> str:
        """The address of a commit; empty without a forge."""
        if not self.repository:
            return ""
        return f"{self.repository}{_STEP[self.kind]}/commit/{quote(id)}"

    def _of(self, action: str, revision: str, path: str) -> str:
        if not self.repository:
            return ""
        step = _STEP[self.kind]
        return f"{self.repository}{step}/{action}/{quote(revision)}/{quote(path)}"
