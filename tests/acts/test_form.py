"""An office in the canonical form stays in it, whatever is done at the command line."""

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.acts.conftest import Desk
from tests.forms import not_in_form


@pytest.fixture
def tidy(desk: Desk) -> Desk:
    """The valid office, laid out by `pmo fmt`."""
    CliRunner().invoke(pmo, ["fmt", "--records", str(desk.records)], standalone_mode=False)
    desk.commit()
    assert not_in_form(desk.records) == []
    return desk


@pytest.mark.parametrize(
    "words",
    [
        ("set", "apollo.milestones.go-live.forecast", "2027-04-02"),
        ("set", "apollo.x_note", "a: b #c", "apollo.scope_excluded", "Post, Fax"),
        ("set", "risk/apollo/vendor-late.cause", "It " + "waits " * 30),
        ("set", "apollo.summary", "--remove"),
        ("assign", "apollo", "team-manager", "lena-novak", "--from", "2026-12-01"),
        ("milestone", "hermes", "alpha", "--title", "First", "--baseline", "2026-12-11"),
        ("rename", "apollo", "artemis"),
    ],
    ids=lambda words: " ".join(words[:3]),
)
def test_an_act_leaves_it_in_the_form(tidy: Desk, words: tuple[str, ...]) -> None:
    assert tidy.run(*words, "--anyway", "--yes") == 0, tidy.output
    assert tidy.changed() != ""
    assert not_in_form(tidy.records) == []


def test_an_act_lays_out_no_file_that_is_not(desk: Desk) -> None:
    assert "projects/apollo/project.yaml" in not_in_form(desk.records)
    assert desk.run("set", "apollo.summary", "Claims online.", "--anyway", "--yes") == 0
    assert desk.changed().count("\n") == 1, desk.changed()
