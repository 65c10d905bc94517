"""Small deliberate faults in the rules, to see whether their examples notice.

Run by hand: `python -m tests.mutation [RULE ...]`. Each fault is one comparison turned round, a
boundary moved by one, a condition dropped, or `and` and `or` exchanged, in one rule at a time. A
fault is found if an example of the rule gets another verdict than its marks say.
"""

import ast
import copy
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from pmoascode.finding import Finding
from pmoascode.office import Office
from pmoascode.rule import Rule, example
from pmoascode.rules import RULES
from pmoascode.verdict.judging import found_by
from tests.rules.test_examples import BEFORE, TODAY, office_with, pull_request

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Each source with one fault, and where and what the fault is."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for fault in _faults(node):
            mutant = copy.deepcopy(tree)
            target = next(each for n, each in enumerate(ast.walk(mutant)) if n == number)
            said = fault(target)
            yield ast.unparse(ast.fix_missing_locations(mutant)), f"{node.lineno}: {said}"  # type: ignore[attr-defined]


def _faults(node: ast.AST) -> Iterator[Any]:
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in _TURNED:
            yield _turn
        case ast.BoolOp():
            yield _exchange
            for index in range(len(node.values)):
                yield lambda target, index=index: _drop(target, index)
        case ast.UnaryOp(op=ast.Not()):
            yield _affirm
        case ast.If():
            yield _always
        case ast.Return() if node.value is not None:
            yield _nothing


def _turn(node: ast.Compare) -> str:
    old, new = type(node.ops[0]), _TURNED[type(node.ops[0])]
    node.ops[0] = new()
    return f"{old.__name__} to {new.__name__}"


def _exchange(node: ast.BoolOp) -> str:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return "and, or exchanged"


def _drop(node: ast.BoolOp, index: int) -> str:
    dropped = node.values.pop(index)
    return f"without {ast.unparse(dropped)}"


def _affirm(node: ast.UnaryOp) -> str:
    node.op = ast.UAdd()
    node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    return "without not"


def _always(node: ast.If) -> str:
    said = ast.unparse(node.test)
    node.test = ast.Constant(value=True)
    return f"always, not if {said}"


def _nothing(node: ast.Return) -> str:
    node.value = ast.Constant(value=None)
    return "returns nothing"


def mutated(rule: Rule, source: str) -> Rule:
    """The rule as the source has it."""
    name = rule.judge.__module__
    namespace: dict[str, Any] = {"__name__": name}
    exec(compile(source, name, "exec"), namespace)
    made = namespace[rule.judge.__name__]
    if not isinstance(made, Rule):
        raise TypeError(name)
    return made


def notices(rule: Rule) -> bool:
    """Whether an example of the rule gets another verdict than its marks say."""
    for text in (*rule.bad, *rule.good):
        told = example(text)
        try:
            found = [(f.place.path, f.place.line) for f in _findings(rule, text)]
        except Exception:  # noqa: BLE001 - a fault that makes the rule fail is found
            return True
        if sorted(found) != sorted(told.marks):
            return True
    return False


def _findings(rule: Rule, text: str) -> list[Finding]:
    told = example(text)
    office, before = _offices(text, bool({"before", "pull_request"} & set(rule.inputs)))
    inputs = {
        "office": office,
        "today": told.today or TODAY,
        "before": before,
        "authority": before or office,
        "pull_request": pull_request(told),
        "rules": RULES,
    }
    if any(inputs[name] is None for name in rule.inputs):
        return []
    return list(found_by(rule, office, inputs))


@cache
def _offices(text: str, is_change: bool) -> tuple[Office, Office | None]:
    told = example(text)
    if not is_change:
        return office_with(told.files), None
    before = office_with(told.before) if told.before else BEFORE
    return office_with(told.before, told.files).under(before), before


def main(names: list[str]) -> None:
    """Prints what survived and the share that was found."""
    made = killed = 0
    for rule in RULES:
        if names and rule.name not in names and rule.family not in names:
            continue
        module = import_module(rule.judge.__module__)
        with open(str(module.__file__), encoding="utf-8") as file:
            source = file.read()
        for mutant, said in mutants(source):
            made += 1
            try:
                survives = not notices(mutated(rule, mutant))
            except Exception:  # noqa: BLE001 - a fault that cannot even be loaded is found
                survives = False
            killed += not survives
            if survives:
                print(f"{rule.family}/{rule.name}:{said}")
    print(f"{killed} of {made} faults found: {100 * killed / max(made, 1):.1f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
