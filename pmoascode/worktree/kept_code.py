"""What templates were compiled to, kept as Python keeps its modules: in their `__pycache__`."""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class KeptCode(FileSystemBytecodeCache):
    """Written where Python would write, unless it is told not to or must not."""

    def __init__(self, templates: Path, written_by: str) -> None:
        """Keep the code of the templates in the folder; of another writer none is used."""
        super().__init__(str(Path(cache_from_source(str(templates / "any.jinja"))).parent))
        self.pattern = f"%s.{sys.implementation.cache_tag}.pyc"
        self._written_by = written_by

    def get_cache_key(
        self,
        name: str,
        filename: str | None = None,  # noqa: ARG002 -- given by Jinja
    ) -> str:
        """The template's name without its folders."""
        return name.replace("/", ".")

    def get_source_checksum(self, source: str) -> str:
        """A number that changes with the template and with the writer of its code."""
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
