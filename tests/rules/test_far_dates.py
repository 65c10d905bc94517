"""Dates at the ends of the calendar stop no rule."""

import datetime as dt
import re
from collections.abc import Mapping
from itertools import chain, cycle, islice

import pytest

from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, VALID, office_with

FIRST, LAST = "0001-01-01", "9999-12-31"
_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b(?!\.yaml)")
TEXTS = {path: blob.read().decode() for path, blob in VALID.items()}


def stretched(files: Mapping[str, str], *days: str) -> dict[str, str]:
    """The files with their dates replaced by the days in turn."""
    found = {}
    for path, text in files.items():
        pieces = _DATE.split(text)
        between = islice(cycle(days), len(pieces) - 1)
        found[path] = "".join(chain(*zip(pieces, (*between, ""), strict=True)))
    return found


@pytest.mark.parametrize("today", [dt.date.min, TODAY, dt.date.max], ids=str)
@pytest.mark.parametrize("days", [(FIRST,), (LAST,), (FIRST, LAST)], ids="-".join)
def test_the_office_is_judged(days: tuple[str, ...], today: dt.date) -> None:
    office = office_with(stretched(TEXTS, *days))
    before = office_with()
    verdict = judge(office.under(before), RULES, today=today, before=before)
    assert verdict.asked > 100
