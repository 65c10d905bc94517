"""The small faults themselves: a rule's source with one condition changed at a time."""

import ast
import copy
from collections.abc import Callable, Iterator
from functools import partial
from types import CodeType
from typing import Any

Fault = Callable[[Any], str]  # changes a node, and says how

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


def faulty(source: str, judge: str) -> Iterator[tuple[CodeType, str]]:
    """The code with one fault, and where and what the fault is; the judge without its decorator."""
    tree = ast.parse(source)
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name == judge:
            function.decorator_list = []
    words = {id(each) for part in _wording(tree) for each in ast.walk(part)}
    for number, node in enumerate(ast.walk(tree)):
        if not isinstance(node, ast.expr | ast.stmt) or id(node) in words:
            continue
        for fault in _faults(node):
            mutant = copy.deepcopy(tree)
            said = fault(next(each for n, each in enumerate(ast.walk(mutant)) if n == number))
            code = compile(ast.fix_missing_locations(mutant), judge, "exec")
            yield code, f"{node.lineno}: {said}"


def _wording(tree: ast.Module) -> list[ast.AST]:
    """The parts that only word a message: its text, and what is computed for that text alone."""
    parts: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.Yield(value=ast.Tuple(elts=[_, text, *_])):
                parts.append(text)
    while True:
        inside = {id(each) for part in parts for each in ast.walk(part)}
        more = [
            node
            for node in ast.walk(tree)
            if id(node) not in inside and _is_for(node, tree, inside)
        ]
        if not more:
            return parts
        parts += more


def _is_for(node: ast.AST, tree: ast.Module, inside: set[int]) -> bool:
    """Whether a value or function has a name, and the name is read in the parts inside alone."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.FunctionDef(name=name):
            scope = tree if isinstance(node, ast.FunctionDef) else _function(node, tree)
        case ast.If():
            return all(id(each) in inside for each in (*node.body, *node.orelse))
        case _:
            return False
    reads = [
        each
        for each in ast.walk(scope)
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
    ]
    return bool(reads) and all(id(each) in inside for each in reads)


def _function(node: ast.AST, tree: ast.Module) -> ast.AST:
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
    return next((f for f in functions if any(each is node for each in ast.walk(f))), tree)


def _faults(node: ast.AST) -> Iterator[Fault]:
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in _TURNED:
            yield _turn
        case ast.BoolOp():
            yield _exchange
            for index in range(len(node.values)):
                if _is_empty(node.values[index]):
                    continue  # `or ""` serves the type checker: nothing is called so
                yield partial(_drop, index=index)
        case ast.UnaryOp(op=ast.Not()):
            yield _affirm
        case ast.If():
            yield _always
        case ast.Return(value=ast.Constant(value=bool())):
            yield _opposite
        case ast.Return(value=ast.expr() as value) if not _is_empty(value):
            yield _nothing


def _is_empty(node: ast.AST) -> bool:
    """Whether it is nothing already: None, an empty text or an empty tuple."""
    match node:
        case ast.Constant(value=value):
            return value is None or value == ""
        case ast.Tuple(elts=elements):
            return not elements
    return False


def _turn(node: ast.Compare) -> str:
    old, new = type(node.ops[0]), _TURNED[type(node.ops[0])]
    said = ast.unparse(node)
    node.ops[0] = new()
    return f"{old.__name__} to {new.__name__} in {said}"


def _exchange(node: ast.BoolOp) -> str:
    said = ast.unparse(node)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"and, or exchanged in {said}"


def _drop(node: ast.BoolOp, index: int) -> str:
    said = ast.unparse(node)
    dropped = node.values.pop(index)
    if len(node.values) == 1:
        node.values *= 2  # an `and` or `or` has two sides at least
    return f"without {ast.unparse(dropped)} in {said}"


def _affirm(node: ast.UnaryOp) -> str:
    said = ast.unparse(node)
    node.op = ast.UAdd()
    node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    return f"without not in {said}"


def _always(node: ast.If) -> str:
    said = ast.unparse(node.test)
    node.test = ast.Constant(value=True)
    return f"always, not if {said}"


def _opposite(node: ast.Return) -> str:
    said = ast.unparse(node)
    node.value = ast.Constant(value=not ast.literal_eval(said.removeprefix("return ")))
    return f"the opposite of {said}"


def _nothing(node: ast.Return) -> str:
    said = ast.unparse(node)
    node.value = ast.Constant(value=None)
    return f"nothing, not {said}"
