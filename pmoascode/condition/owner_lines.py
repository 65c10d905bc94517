"""Whom a file CODEOWNERS names for a path.

https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

import re

_LINE = re.compile(r"(?P<pattern>(?:\\.|[^\s#\\])+)(?P<owners>[^#]*)")
_SECTION = re.compile(r"\^?\[")  # of GitLab


def owners(text: str, path: str) -> tuple[str, ...]:
    """The owners of the path, from the root; those of the last line that matches."""
    found: tuple[str, ...] = ()
    for line in text.splitlines():
        match = _LINE.match(line.strip())
        if match and not _SECTION.match(line.strip()) and _matches(match["pattern"], path):
            found = tuple(match["owners"].split())
    return found


def _matches(pattern: str, path: str) -> bool:
    plain = re.sub(r"\\(.)", r"\1", pattern)
    start = "" if "/" in plain.rstrip("/") else "(?:.*/)?"
    body = "".join(
        _SIGNS.get(part, re.escape(part))
        for part in re.split(r"(\*\*/|\*\*|\*|\?)", plain.strip("/"))
    )
    end = "/.*" if plain.endswith("/") else "" if plain.endswith("/*") else "(?:/.*)?"
    return re.fullmatch(start + body + end, path) is not None


_SIGNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
