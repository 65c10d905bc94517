"""The program's templates as Python that calls, reads and escapes without detours.

Code that Jinja writes asks at each call whether the function wants its context, looks for an item
where an attribute is missing, and marks each escaped text as markup before it throws the mark away.
Our templates need none of it: they call plain functions, read attributes by `.` and items by `[]`,
and escape everything. Templates of an office keep the code of Jinja, which the sandbox watches.

The documentation of Jinja calls this its low level: `Environment.code_generator_class`.
"""

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from pmoascode.pages import escaping


class DirectCode(CodeGenerator):
    """Writes the Python of templates that are the program's own."""

    def write_commons(self) -> None:
        """Let what is written be escaped by our function, and a finished macro be marked by it."""
        self.writeline(f"from {escaping.__name__} import escaped as escape, marked as Markup")
        super().write_commons()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- of the node
        """Read the attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 -- the name of the node
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call the function; `forward_caller` hands it the body of a call block."""
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        for stars, several in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if several:
                self.write(stars)
                self.visit(several, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 -- given by Jinja
        """A function of the macro's arguments, for the one that Jinja wrote as `macro`.

        Each macro of a template is written under that name, so this one keeps its own.
        """
        names = [each.name for each in macro_ref.node.args]
        taken = [f"{name}=missing" for name in names]
        taken += ["*varargs" if macro_ref.accesses_varargs else "*", "macro=macro"]
        if macro_ref.accesses_caller:
            names.append("caller")
            taken.append("caller=undefined(name='caller')")
        if macro_ref.accesses_varargs:
            names.append("varargs")
        self.write(f"lambda {', '.join(taken)}: Markup(macro({', '.join(names)}))")
