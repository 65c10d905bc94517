"""Small deliberate faults in the rules, to see whether their examples notice.

Run by hand: `python -m tests.mutation [RULE or FAMILY ...]`. Each fault is one comparison turned
round, a boundary moved by one, a condition dropped, or `and` and `or` exchanged, in one rule at a
time. A fault is found if an example of the rule, or a case in `tests/rules/cases`, gets another
verdict than its marks say. What only words a message is left alone.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from signal import ITIMER_REAL, SIGALRM, setitimer, signal
from typing import Any

from pmoascode.document import parsing
from pmoascode.office import Office, loading
from pmoascode.rule import Rule, example
from pmoascode.rules import RULES
from pmoascode.verdict.judging import found_by
from tests.faults import faulty
from tests.rules.test_cases import FOLDER
from tests.rules.test_examples import BEFORE, TODAY, office_with, pull_request

LONGEST = 10  # seconds after which a fault counts as found: it made the rule run on

# Faults that cannot change a verdict: rule, what the fault is (its start), why.
EQUIVALENT: tuple[tuple[str, str, str], ...] = ()


def mutated(rule: Rule, code: Any) -> Rule:
    """The rule as the code has it."""
    name = rule.judge.__module__
    namespace: dict[str, Any] = {"__name__": name}
    exec(code, namespace)  # noqa: S102 - our own source, with one fault
    return replace(rule, judge=namespace[rule.judge.__name__])


def notices(rule: Rule) -> bool:
    """Whether an example or case of the rule gets another verdict than its marks say."""
    return any(_differs(rule, text, is_case) for text, is_case in _texts(rule))


def _texts(rule: Rule) -> Iterator[tuple[str, bool]]:
    yield from ((text, False) for text in (*rule.bad, *rule.good))
    for path in sorted(FOLDER.glob(f"{rule.name}/*.txt")):
        yield path.read_text(encoding="utf-8"), True


def _differs(rule: Rule, text: str, is_case: bool) -> bool:
    told, office, before = _situation(text, bool({"before", "pull_request"} & set(rule.inputs)), is_case)
    inputs = {
        "office": office,
        "today": told.today or TODAY,
        "before": before,
        "authority": before or office,
        "pull_request": None if is_case else pull_request(told),
        "rules": RULES,
    }
    if any(inputs[name] is None for name in rule.inputs):
        return False
    setitimer(ITIMER_REAL, LONGEST)
    try:
        found = [(f.place.path, f.place.line) for f in found_by(rule, office, inputs)]
    except Exception:  # noqa: BLE001 - a fault that makes the rule fail is found
        return True
    finally:
        setitimer(ITIMER_REAL, 0)
    return sorted(found) != sorted(told.marks)


@cache
def _situation(text: str, is_change: bool, is_case: bool) -> tuple[Any, Office, Office | None]:
    told = example(text)
    if not is_change and not (is_case and told.before):
        return told, office_with(told.files), None
    before = office_with(told.before) if told.before else BEFORE
    return told, office_with(told.before, told.files).under(before), before


def survivors(rule: Rule) -> Iterator[str | None]:
    """For each fault where and what it is, if nothing notices it; else nothing."""
    source = Path(str(import_module(rule.judge.__module__).__file__)).read_text(encoding="utf-8")
    for code, said in faulty(source, rule.judge.__name__):
        try:
            yield None if notices(mutated(rule, code)) else said
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
        _situation.cache_clear()
    made["all"], killed["all"], equal["all"] = made.total(), killed.total(), equal.total()
    print("\nfamily          faults  found         equivalent")
    for family, faults in made.items():
        share = 100 * killed[family] / max(faults, 1)
        print(f"{family:15} {faults:6} {killed[family]:6} {share:5.1f} % {equal[family]:6}")


if __name__ == "__main__":
    main(sys.argv[1:])
