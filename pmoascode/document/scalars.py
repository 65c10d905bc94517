"""What a plain (unquoted) scalar means: text, number, true, false, nothing, or a doubt.

Takes the part of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema) that
every reader of YAML understands alike; what YAML 1.1 reads otherwise must be quoted.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pmoascode.document.problem import Doubt, shown

Scalar = str | int | Decimal | bool | None

LONGEST_KEY = 128  # characters
MOST_DIGITS = 15  # what a spreadsheet or a JSON reader can still hold exactly
CACHED_LENGTH = 64  # characters; longer texts seldom come twice

_WORDS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_DATE = re.compile(
    r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]*)?)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)
_SWITCH = re.compile(r"(?i:yes|no|on|off|y|n|true|false)")
_NOTHING = re.compile(r"(?i:~|null)")
_SIXTIES = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(?:0[bBoOxX][0-9a-fA-F_]+"
    r"|(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|\.(?i:inf|nan))"
)
_SIGNS = re.compile(r"=|<<")
LONGEST_WORD = len("false")
_DOUBTFUL = re.compile(r"[-+.0-9~=<]|.{1,5}\Z", re.DOTALL)  # all that those above can begin with


@lru_cache(maxsize=1 << 14)
def plain_value(text: str) -> Scalar | Doubt:
    """The value of a plain scalar, or why it needs quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if number := _NUMBER.fullmatch(text):
        return _number(text, is_whole=number[1] is None)
    if day := _DATE.fullmatch(text):
        return text if _is_date(day[1]) else _bad_date(text, day[1])
    return _ambiguity(text) or text


def quoted_key_doubt(text: str) -> Doubt | None:
    """Why the text cannot be a key whatever it means, if it cannot."""
    if len(text) > LONGEST_KEY:
        return Doubt(
            "key-too-long",
            f'the key "{shown(text)}" has {len(text)} characters; at most {LONGEST_KEY} are taken',
        )
    return None if text.isascii() else _foreign_key(text)


@lru_cache(maxsize=1 << 14)
def key_doubt(text: str) -> Doubt | None:
    """Why the plain text cannot be a key, if it cannot."""
    if (doubt := quoted_key_doubt(text)) is not None:
        return doubt
    if text == "<<":
        return Doubt("merge-key", "the key << would copy another record's fields in here")
    value = plain_value(text)
    if isinstance(value, Doubt) and value.defect == "bad-date":
        return value
    return None if isinstance(value, str) else _unquoted_key(text)


def _number(text: str, is_whole: bool) -> Scalar | Doubt:
    if sum(map(text.count, "0123456789")) > MOST_DIGITS:
        return Doubt(
            "too-many-digits",
            f"the number {shown(text)} has more than {MOST_DIGITS} digits",
            "Round the number, or put it in quotes if it is an identifier and not an amount.",
        )
    return int(text) if is_whole else Decimal(text) + 0  # + 0: there is no minus zero


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2027-01-31")


def _bad_date(text: str, day: str) -> Doubt:
    year, month, number = (int(part) for part in day.split("-"))
    message = f'"{shown(text)}" is no day of the calendar; expected a date as in 2027-01-31'
    try:
        meant = date(year, month, number).isoformat()
    except ValueError:
        return Doubt("bad-date", message, "Correct the year, the month or the day.")
    if day == meant:
        return Doubt("bad-date", message)
    return Doubt("bad-date", f'"{shown(text)}" is not written as {meant}', f"Write {meant}.")


def _ambiguity(text: str) -> Doubt | None:
    if not _DOUBTFUL.match(text):
        return None
    quoted = shown(text)
    if _SWITCH.fullmatch(text):
        means = str(text.lower() in ("yes", "on", "y", "true")).lower()
        return _ambiguous(text, f'If it is a text, write "{quoted}"; if not, write {means}.')
    if _NOTHING.fullmatch(text):
        return _ambiguous(text, f'Leave the value empty, or write "{quoted}" if it is a text.')
    if _SIXTIES.fullmatch(text):
        return _ambiguous(text, f'Write "{quoted}", in quotes.', "; some read a number of minutes")
    if _ODD_NUMBER.fullmatch(text):
        advice = f'Write the number in plain digits, as in 1250.50; if it is a text, "{quoted}".'
        return _ambiguous(text, advice)
    return _ambiguous(text, f'Write "{quoted}", in quotes.') if _SIGNS.fullmatch(text) else None


def _ambiguous(text: str, remedy: str, how: str = "") -> Doubt:
    message = f"{shown(text)} without quotes is not read alike by all programs{how}"
    return Doubt("quote-this", message, remedy)


def _foreign_key(text: str) -> Doubt:
    odd = next(char for char in text if not char.isascii())
    return Doubt(
        "key-not-ascii",
        f'the key "{shown(text)}" contains {shown(odd)} (U+{ord(odd):04X}); '
        "keys are written in the letters a to z, digits, - and _",
    )


def _unquoted_key(text: str) -> Doubt:
    if not text:
        return Doubt("key-not-text", "there is no key before the colon", "Write the key.")
    return Doubt(
        "key-not-text",
        f"the key {shown(text)} is not read as text by all programs; keys are texts",
        f'Choose another key, or write "{shown(text)}", in quotes.',
    )
