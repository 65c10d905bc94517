"""The verdict: every rule on every record that it judges, weighed by the policy and its waivers."""

from pmoascode.verdict.code_owners import DEFECTS as _CODE_OWNERS
from pmoascode.verdict.gate import BOOTSTRAP, introduced, judge_change
from pmoascode.verdict.hints import hints
from pmoascode.verdict.judging import DEFECTS as _JUDGING
from pmoascode.verdict.judging import Finder, judge
from pmoascode.verdict.verdict import Hints, Skipped, Verdict, Waived

DEFECTS = (*_JUDGING, BOOTSTRAP, *_CODE_OWNERS)

__all__ = [
    "DEFECTS",
    "Finder",
    "Hints",
    "Skipped",
    "Verdict",
    "Waived",
    "hints",
    "introduced",
    "judge",
    "judge_change",
]
