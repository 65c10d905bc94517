"""Ten thousand edits at random: each does what was meant, and nothing beside."""

import pytest

from tests.edit.random_edits import faults, random_edit

EACH = 500


@pytest.mark.parametrize("first", range(0, 10_000, EACH))
def test_an_edit_changes_what_was_meant_and_nothing_beside(first: int) -> None:
    found = {number: faults(random_edit(number)) for number in range(first, first + EACH)}
    assert {number: wrong for number, wrong in found.items() if wrong} == {}
