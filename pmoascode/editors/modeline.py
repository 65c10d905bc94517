"""The line at the top of a file that names its schema, for editors that know no settings by path.

Format: https://github.com/redhat-developer/yaml-language-server, "Using inlined schema".
"""

import posixpath
import re

from pmoascode.document import parse
from pmoascode.edit.proof import is_same

_BOM = b"\xef\xbb\xbf"
_MODELINE = re.compile(rb"# yaml-language-server: \$schema=\S*[ \t]*\r?\n")


def with_modeline(path: str, content: bytes, schema: str) -> bytes | None:
    """The content below the line, every other byte of it as it was; None if it cannot be read.

    Both paths are from the repository's root.
    """
    old = parse(path, content)
    if old.findings and not old.data:
        return None
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    mark = _BOM if content.startswith(_BOM) else b""
    body = content.removeprefix(_BOM)
    former = _MODELINE.match(body)
    rest = body[former.end() :] if former else body
    address = posixpath.relpath(schema, posixpath.dirname(path) or ".")
    made = mark + f"# yaml-language-server: $schema={address}".encode() + ending + rest
    new = parse(path, made)
    is_proven = is_same(new.data, old.data) and len(new.findings) <= len(old.findings)
    return made if is_proven else None
