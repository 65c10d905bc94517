"""The address of a repository as a browser takes it."""

import pytest

from pmoascode.forge import browsable


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://github.com/harbour/office", "https://github.com/harbour/office"),
        ("https://github.com/harbour/office.git", "https://github.com/harbour/office"),
        ("git@github.com:harbour/office.git", "https://github.com/harbour/office"),
        ("ssh://git@git.example:2222/a/b/office.git", "https://git.example/a/b/office"),
        ("file:///srv/office.git", "file:///srv/office"),
        ("", ""),
    ],
)
def test_an_address(address: str, shown: str) -> None:
    assert browsable(address) == shown
