"""The catalogue of rule names keeps its shape."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

PATH = Path(__file__).parents[2] / "pmoascode" / "rules" / "catalogue.yaml"
CATALOGUE: dict[str, dict[str, Any]] = yaml.safe_load(PATH.read_text(encoding="utf-8"))
FAMILIES = (
    *("structure", "roles", "lifecycle", "approvals", "baseline", "change", "reporting"),
    *("risks", "issues", "dependencies", "finance", "benefits", "requirements", "adoption"),
    *("kpis", "portfolio", "closure", "integrity", "duties", "waivers", "careers"),
)
SEVERITIES = {"error", "warning", "info"}
NEEDED = {"title", "family", "old"}
JUDGED = NEEDED | {
    *("profile", "severity", "subject", "inputs", "group", "source", "waivable"),
}
INPUTS = {"office", "before", "today", "author", "reviews"}


@pytest.mark.parametrize("name", CATALOGUE)
def test_each_entry_has_the_agreed_shape(name: str) -> None:
    entry = CATALOGUE[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+){1,4}", name)
    assert entry["family"] in FAMILIES
    assert entry["title"].endswith(".")
    assert all(re.fullmatch(r"[A-Z]{3}-\d\d", old) for old in entry["old"])
    if "superseded_by" in entry:
        assert set(entry) == NEEDED | {"superseded_by"}
        return
    assert set(entry) - {"since"} == JUDGED
    assert entry["profile"] in {"starter", "standard", "full"}
    assert entry["group"] in {"A", "B", "C", "-"}
    assert isinstance(entry["waivable"], bool)
    assert set(entry["inputs"]) <= INPUTS
    assert severities(entry["severity"]) <= SEVERITIES


def severities(value: Any) -> set[str]:
    """The severities that an entry gives, one or one for each tier."""
    if isinstance(value, dict):
        assert list(value) == ["small", "medium", "large"]
        return set(value.values())
    return {value}


def test_entries_stand_by_family_then_name() -> None:
    keys = [(FAMILIES.index(entry["family"]), name) for name, entry in CATALOGUE.items()]
    assert all(first < second for first, second in pairwise(keys))


def test_no_name_is_written_twice() -> None:
    written = re.findall(r"^([a-z-]+):$", PATH.read_text(encoding="utf-8"), re.MULTILINE)
    assert written == list(CATALOGUE)
