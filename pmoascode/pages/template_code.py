"""The program's templates as Python that calls, reads and escapes without detours.

Code that Jinja writes asks at each call whether the function wants its context, looks for an item
where an attribute is missing, and marks each escaped text as markup before it throws the mark away.
Our templates need none of it: they call plain functions, read attributes by `.` and items by `[]`,
and escape everything. Templates of an office keep the code of Jinja, which the sandbox watches.

The documentation of Jinja calls this its low level: `Environment.code_generator_class`.
"""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache, nodes
from jinja2.bccache import Bucket
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


class KeptCode(FileSystemBytecodeCache):
    """What templates were compiled to, kept as Python keeps its modules: in their `__pycache__`.

    It is written where Python would write, unless it is told not to or must not, and is made again
    when the template, Jinja or this module is another.
    """

    def __init__(self, templates: Path) -> None:
        """Keep the code of the templates in the folder."""
        super().__init__(str(Path(cache_from_source(str(templates / "any.jinja"))).parent))
        self.pattern = f"%s.{sys.implementation.cache_tag}.pyc"
        self._written_by = jinja2.__version__ + Path(__file__).read_text("utf-8")

    def get_cache_key(
        self,
        name: str,
        filename: str | None = None,  # noqa: ARG002 -- given by Jinja
    ) -> str:
        """The template's name without its folders."""
        return name.replace("/", ".")

    def get_source_checksum(self, source: str) -> str:
        """A number that changes with the template and with what makes code of it."""
        return super().get_source_checksum(self._written_by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket the code that is kept; what cannot be read is none."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 -- whatever stands in the file
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, where that can be."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
