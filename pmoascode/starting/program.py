"""Where the program comes from that the forge is to run: a repository, and one commit of it."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_COMMIT = r"(?P<commit>[0-9a-f]{40}|[0-9a-f]{64})"
_BY_ADDRESS = re.compile(rf"(?:git\+)?(?P<address>https://[^\s@]+?)(?:\.git)?/?@{_COMMIT}")
_BY_NAME = re.compile(rf"(?P<name>[\w.-]+/[\w.-]+)@{_COMMIT}", re.ASCII)


@dataclass(frozen=True)
class Program:
    """The program at one commit; a branch or a tag could be moved."""

    address: str  # https, without `.git`
    commit: str  # in full
    version: str = ""  # at that commit, as in 1.4.0; empty where it is not known

    @property
    def uses(self) -> str:
        """As a workflow of GitHub names it."""
        steps = urlsplit(self.address).path.strip("/").split("/")
        return f"{'/'.join(steps[-2:])}@{self.commit}"

    @property
    def requirement(self) -> str:
        """As pip installs it."""
        return f"pmoascode @ git+{self.address}@{self.commit}"

    def with_extra(self, extra: str) -> str:
        """As pip installs it with the extra."""
        return self.requirement.replace("pmoascode", f"pmoascode[{extra}]", 1)


def program(text: str) -> Program | None:
    """The program that `OWNER/NAME@COMMIT` or `https://HOST/PATH@COMMIT` names; else None."""
    if found := _BY_ADDRESS.fullmatch(text):
        return Program(found["address"], found["commit"])
    if found := _BY_NAME.fullmatch(text):
        return Program(f"https://github.com/{found['name'].removesuffix('.git')}", found["commit"])
    return None
