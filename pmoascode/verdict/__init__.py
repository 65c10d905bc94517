"""The verdict: every rule on every record that it judges, weighed by the policy and its waivers."""

from pmoascode.verdict.gate import judge_change
from pmoascode.verdict.judging import DEFECTS, judge
from pmoascode.verdict.verdict import Skipped, Verdict, Waived

__all__ = ["DEFECTS", "Skipped", "Verdict", "Waived", "judge", "judge_change"]
