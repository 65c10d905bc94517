"""Addresses on the forge that keeps the records: a file, its editor, a commit."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, quote_plus

# GitHub and GitLab differ in one step of the address, and in what a new file's parts are called:
# https://gitlab.com/gitlab-org/gitlab, app/views/projects/blob/_editor.html.haml, reads them.
_STEP = {"github": "", "gitlab": "/-"}
_NEW = {"github": ("filename", "value"), "gitlab": ("file_name", "content")}
_LONGEST = 6000  # characters of an address; servers refuse those beyond some 8000
_SSH = re.compile(r"(?:ssh://)?git@([\w-]+(?:\.[\w-]+)+)(?::\d+/|[:/])(.+)")


@dataclass(frozen=True, slots=True)
class ForgeLinks:
    """The repository on its forge; without an address there are no links."""

    repository: str = ""  # https address, as in "https://github.com/org/office"
    branch: str = "main"
    kind: Literal["github", "gitlab"] = "github"
    revision: str = ""  # commit id of what is shown, where that is not the branch

    @classmethod
    def of(
        cls, repository: str, branch: str = "main", revision: str = "", *, on_gitlab: bool = False
    ) -> "ForgeLinks":
        """The links of a repository by its address for https or ssh; anything else has none.

        A GitLab whose address does not say so has to be told by `on_gitlab`.
        """
        address = _SSH.sub(r"https://\1/\2", repository).rstrip("/").removesuffix(".git")
        if not address.startswith("https://"):
            return cls()
        is_gitlab = on_gitlab or "gitlab" in address
        return cls(address, branch, "gitlab" if is_gitlab else "github", revision)

    def view(self, path: str, line: int = 0) -> str:
        """The address of a file of the repository, at a line if given; empty without a forge."""
        return self._of("blob", self.revision or self.branch, path) + (
            f"#L{line}" if line and self.repository else ""
        )

    def edit(self, path: str) -> str:
        """The address of the forge's editor for the file; empty without a forge."""
        return self._of("edit", self.branch, path)

    def history(self, path: str) -> str:
        """The address of the commits that changed the file; empty without a forge."""
        return self._of("commits", self.revision or self.branch, path)

    def new(self, path: str, text: str, shorter: str = "") -> str:
        """The address of the forge's form for a new file, filled in; empty without a forge.

        Where the text is too long for an address, the shorter one is filled in, or none.
        """
        if not self.repository:
            return ""
        name, content = _NEW[self.kind]
        begin = f"{self.repository}{_STEP[self.kind]}/new/{quote(self.branch)}"
        address = f"{begin}?{name}={quote_plus(path, safe='/')}"
        filled = (f"{address}&{content}={quote_plus(each, safe='/,:')}" for each in (text, shorter))
        return next((each for each in filled if len(each) <= _LONGEST), address)

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
