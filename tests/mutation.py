"""Small deliberate faults in the rules, to see whether their examples notice.

Run by hand: `python -m tests.mutation [RULE or FAMILY ...]`. Each fault is one comparison turned
round, a boundary moved by one, a condition dropped, or `and` and `or` exchanged, in one rule at a
time. A fault is found if an example of the rule, or a case in `tests/rules/cases`, gets another
verdict than its marks say. What only words a message is left alone.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from signal import ITIMER_REAL, SIGALRM, setitimer, signal
from typing import Any

import pytest

from pmoascode.document import parsing
from pmoascode.office import Office, loading
from pmoascode.rule import Example, Rule, example
from pmoascode.rules import RULES
from pmoascode.verdict.judging import found_by
from tests.faults import faulty
from tests.rules import test_owners
from tests.rules.test_cases import FOLDER
from tests.rules.test_examples import BEFORE, TODAY, office_with, pull_request

# An office, what a rule may ask for, and where the rule must speak (None: it must not fail).
Situation = tuple[Office, dict[str, Any], list[tuple[str, int]] | None]

LONGEST = 2  # seconds after which a fault counts as found: it made the rule run on

_NO_TIME = "tolerance.NO_DURATION in"
_NO_COST = "tolerance.NO_SHARE in"
_SAID = "the message says it; the measure takes no tolerance as none"
_HALF = "the type checker asks; without both there is no variance"
_ASKS = "the type checker asks; what was signed is there and belongs to work that was there"
_RUNS_OUT = "the type checker asks; what is asked about runs out"
_SHARE = "the type checker asks; a share is one before and after"
_TIER = "the type checker asks; a tier has each tolerance"
_BOTH = "the type checker asks; only periods with both figures are added"
_STANDS = "the type checker asks; what stands was decided"
# Faults that cannot change a verdict: rule, what the fault is (its start), why.
EQUIVALENT: tuple[tuple[str, str, str], ...] = (
    ("actual-date-rewritten", "without was is None in", "what was not there has no dates"),
    ("amber-but-far-late", f"without {_NO_TIME}", _SAID),
    ("amber-but-far-over-budget", f"without {_NO_COST}", _SAID),
    ("amber-but-far-over-budget", "without money.forecast is None", _HALF),
    ("amber-but-far-over-budget", "without money.baseline is None", _HALF),
    ("approved-content-rewritten", "without was is None", _ASKS),
    ("approved-content-rewritten", "without work is None", _ASKS),
    ("approved-content-rewritten", "without known is not None", _ASKS),
    ("approved-content-rewritten", "without c.request.decision in", _ASKS),
    ("change-beyond-authority", "without tolerance.time in", _TIER),
    ("change-beyond-authority", "without tolerance.cost in", _TIER),
    ("cancelled-without-decision", "without d.decided in", _STANDS),
    (
        "career-path-falling",
        "without role.career_stage in",
        "without a stage its rank is the lowest",
    ),
    ("delay-without-reason", f"without {_NO_TIME}", "no tolerance is no day"),
    ("dates-out-of-order", "without first in", "an empty text is before no date"),
    ("failing-project-without-decision", "without each.decided in", _STANDS),
    ("forecast-already-past", "always, not if milestone.expected", "what is overdue has a day"),
    ("green-but-late", f"without {_NO_TIME}", _SAID),
    ("green-but-over-budget", f"without {_NO_COST}", _SAID),
    ("green-but-over-budget", "without money.forecast is None", _HALF),
    ("green-but-over-budget", "without money.baseline is None", _HALF),
    ("moved-back-without-decision", "without d.decided in", _STANDS),
    ("priority-score-differs", "without computed is not None in", "the type checker asks"),
    ("project-without-tolerances", "without Tolerance() in", "its fields are None as well"),
    ("report-overdue", "without found.due is None in", "what is overdue was due"),
    ("risk-owner-without-role", "without unit in unit and", "no unit is called nothing"),
    ("stage-tolerance-above-project", "without theirs is not None in", _TIER),
    ("variance-without-narrative", "without Decimal(0) in period.budget", _BOTH),
    ("variance-without-narrative", "without Decimal(0) in value", _BOTH),
    ("required-role-lapsed", "without a.from_ in", "whoever lapsed has an end"),
    ("role-held-by-leaver", "without person in person and missing", "only a person has days"),
    ("sign-off-over-limit", "and, or exchanged in chosen or ''", "it places the other mark"),
    ("sign-off-over-limit", "without chosen in chosen or ''", "it places the other mark"),
    ("tolerance-breach-without-exception", "without found.forecast is None", _HALF),
    ("tolerance-breach-without-exception", "without found.baseline is None", _HALF),
    ("unviable-case-without-decision", "without d.decided in", _STANDS),
    ("approved-in-same-pull-request", "without not work in not work", _ASKS),
    ("assurance-by-delivery-team", "without work is None in", "nobody has a role on no work"),
    ("certificate-not-renewed", "without one.expires is not None in", _RUNS_OUT),
    ("baseline-moved-without-change", "without len(keys) > 1 in", "no field with parts has a text"),
    ("delay-without-reason", "without expected is None in", "what has a baseline is expected"),
    ("gap-between-holders", "Gt to GtE in one.until", "it places the other half"),
    ("gate-evidence-missing", "without work is None in", "without work there is no gate"),
    ("junior-without-supervisor", "without work.programme in", "no role is held on nothing"),
    ("own-limits-changed", "without not was in", "what was not there has no change"),
    ("own-limits-changed", "without change.keys[0] in", "nothing else has a tolerance there"),
    ("self-appointment", "and, or exchanged in isinstance(change.old", _SHARE),
    ("self-appointment", "without isinstance(change.old", _SHARE),
    ("self-appointment", "without isinstance(change.new", _SHARE),
    ("self-appointment", "without person in person and", "nobody has no hand in it"),
    ("self-appointment", "Lt to LtE in change.new.number", "what changed is not the same"),
    ("self-appointment", "without known in known and", "who is new gains nothing"),
    ("skill-gap-without-development", "nothing, not return (found.title", "the message says it"),
)


def mutated(rule: Rule, code: Any) -> Rule:
    """The rule as the code has it."""
    name = rule.judge.__module__
    namespace: dict[str, Any] = {"__name__": name}
    exec(code, namespace)  # noqa: S102 - our own source, with one fault
    return replace(rule, judge=namespace[rule.judge.__name__])


def notices(rule: Rule, situations: list[Situation]) -> bool:
    """Whether the rule says anything else in one of the situations than their marks."""
    return any(_differs(rule, *situation) for situation in situations)


def situations(rule: Rule) -> Iterator[Situation]:
    """Its examples, its cases in `cases/`, and its bad examples as `test_owners` changes them."""
    for text in (*rule.bad, *rule.good):
        yield _situation(rule, example(text))
    for path in sorted(FOLDER.glob(f"{rule.name}/*.txt")):
        yield _situation(rule, example(path.read_text(encoding="utf-8")), is_case=True)
    for text in rule.bad if not test_owners.is_about_a_change(rule) else ():
        if test_owners.owners(example(text)):
            office, inputs, _ = _situation(rule, test_owners.orphaned(text))
            yield office, inputs, None
            if test_owners.leaves_ended_work_alone(rule):
                yield _situation(rule, test_owners.ended(text))


def _situation(rule: Rule, told: Example, is_case: bool = False) -> Situation:
    is_change = test_owners.is_about_a_change(rule) or (is_case and bool(told.before))
    if not is_change:
        office, before = office_with(told.files), None
    else:
        before = office_with(told.before) if told.before else BEFORE
        office = office_with(told.before, told.files).under(before)
    inputs = {
        "office": office,
        "today": told.today or TODAY,
        "before": before,
        "authority": before or office,
        "pull_request": pull_request(told),
        "rules": RULES,
    }
    return office, inputs, sorted(told.marks)


def _differs(
    rule: Rule, office: Office, inputs: dict[str, Any], marks: list[tuple[str, int]] | None
) -> bool:
    """Whether the rule fails, runs on, or speaks elsewhere than at the marks (None: anywhere)."""
    if any(inputs[name] is None for name in rule.inputs):
        return False
    setitimer(ITIMER_REAL, LONGEST, LONGEST)  # again, for what an alarm meets may swallow it
    try:
        found = [(f.place.path, f.place.line) for f in found_by(rule, office, inputs)]
    except Exception:  # noqa: BLE001 - a fault that makes the rule fail is found
        return True
    finally:
        setitimer(ITIMER_REAL, 0)
    return marks is not None and sorted(found) != marks


def is_caught_by_its_tests(rule: Rule, mutant: Rule) -> bool:
    """Whether a test that names the rule's function fails with the mutant in its place."""
    files = sorted(FOLDER.parent.glob("test_*.py"))
    paths = [str(p) for p in files if rule.judge.__name__ in p.read_text(encoding="utf-8")]
    right = rule.judge
    object.__setattr__(rule, "judge", mutant.judge)
    try:
        with redirect_stdout(StringIO()):
            return bool(paths) and pytest.main(["-qx", "-p", "no:cacheprovider", *paths]) != 0
    finally:
        object.__setattr__(rule, "judge", right)


def survivors(rule: Rule) -> Iterator[str | None]:
    """For each fault where and what it is, if nothing notices it; else nothing."""
    source = Path(str(import_module(rule.judge.__module__).__file__)).read_text(encoding="utf-8")
    known = [each for each in situations(rule) if not _differs(rule, *each)]
    for code, said in faulty(source, rule.judge.__name__):
        try:
            mutant = mutated(rule, code)
            is_found = notices(mutant, known) or is_caught_by_its_tests(rule, mutant)
            yield None if is_found else said
        except Exception:  # noqa: BLE001 - a fault that cannot even be loaded is found
            yield None


def is_equivalent(rule: Rule, said: str) -> bool:
    """Whether the fault is named as one that cannot change a verdict."""
    fault = said.partition(": ")[2]
    return any(name == rule.name and fault.startswith(start) for name, start, _ in EQUIVALENT)


def _too_long(*_: object) -> None:
    raise TimeoutError


def main(names: list[str]) -> None:
    """Prints what survived and the share that was found, by family."""
    signal(SIGALRM, _too_long)
    loading.parse_blob = cache(parsing.parse_blob)  # type: ignore[attr-defined]
    made, killed, equal = Counter[str](), Counter[str](), Counter[str]()
    for rule in RULES:
        if names and rule.name not in names and rule.family not in names:
            continue
        for said in survivors(rule):
            if said and is_equivalent(rule, said):
                equal[rule.family] += 1
                continue
            made[rule.family] += 1
            killed[rule.family] += said is None
            if said:
                print(f"{rule.family}/{rule.name}:{said}", flush=True)
    made["all"], killed["all"], equal["all"] = made.total(), killed.total(), equal.total()
    print("\nfamily          faults  found         equivalent")
    for family, faults in made.items():
        share = 100 * killed[family] / max(faults, 1)
        print(f"{family:15} {faults:6} {killed[family]:6} {share:5.1f} % {equal[family]:6}")


if __name__ == "__main__":
    main(sys.argv[1:])
