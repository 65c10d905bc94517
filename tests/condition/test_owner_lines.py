"""Whom CODEOWNERS names, by the examples of GitHub's and GitLab's own pages."""

import pytest

from pmoascode.condition.owner_lines import owners


@pytest.mark.parametrize(
    ("line", "path", "matches"),
    [
        ("*", "portfolio/policy/policy.yaml", True),
        ("*.js", "scripts/build.js", True),
        ("*.js", "build.json", False),
        ("/build/logs/", "build/logs/x/y.txt", True),
        ("/build/logs/", "build/logs", False),
        ("docs/*", "docs/getting-started.md", True),
        ("docs/*", "docs/build-app/troubleshooting.md", False),
        ("apps/", "x/apps/y.txt", True),
        ("/docs/", "x/docs/y.md", False),
        ("**/logs", "build/logs/a.txt", True),
        ("/apps/github", "apps/github/a.txt", True),
        ("CODEOWNERS", ".github/CODEOWNERS", True),
        ("/CODEOWNERS", ".github/CODEOWNERS", False),
        ("/.github/", ".github/CODEOWNERS", True),
        (r"/my\ files/", "my files/a.txt", True),
        (r"/\#1/", "#1/a.txt", True),
        ("a+b", "aab", False),
    ],
)
def test_a_pattern(line: str, path: str, matches: bool) -> None:
    assert owners(f"{line} @ana", path) == (("@ana",) if matches else ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("# /a @ana", ()),
        ("* @ana\n/a @tom @li # the team", ("@tom", "@li")),
        ("/a @tom\n* @ana", ("@ana",)),
        ("* @ana\n/a", ()),
        ("[Office] @ana\n^[Other][2]\n/a @tom", ("@tom",)),
    ],
)
def test_the_last_line_counts(text: str, found: tuple[str, ...]) -> None:
    assert owners(text, "a") == found
