"""Repositories for the tests."""

from pathlib import Path

import pytest

from tests.repository.sample import Make, Sample


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a repository by name; further arguments go to `git init`."""

    def made(name: str = "work", *options: str) -> Sample:
        path = tmp_path / name
        path.mkdir(parents=True)
        sample = Sample(path)
        sample.git("init", "--quiet", "--initial-branch=main", *options)
        return sample

    return made


@pytest.fixture
def sample(make: Make) -> Sample:
    """An empty repository."""
    return make()
