"""The address of a repository, as git knows it and as a browser takes it."""

import re

_SSH = re.compile(r"(?:ssh://)?git@([\w.-]+)(?::\d+)?[:/](.+)", re.ASCII)


def browsable(address: str) -> str:
    """The address with https and without `.git`; what is reached otherwise stays as it is."""
    ssh = _SSH.fullmatch(address)
    shown = f"https://{ssh[1]}/{ssh[2]}" if ssh else address
    return shown.rstrip("/").removesuffix(".git")
