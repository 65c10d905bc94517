"""What tells who somebody is: names, ids, addresses and logins, as sequences of words."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from pmoascode.records.person import Person

# Vowels and accents that are signs of their own, as in Hindi, Thai, Hebrew and Yoruba.
SIGNS = "".join(
    sign for sign in map(chr, range(0x300, 0x1D00)) if unicodedata.category(sign) in ("Mn", "Mc")
)
WORD = re.compile(rf"[^\W_]+(?:[{SIGNS}]+[^\W_]*)*")
Words = tuple[str, ...]  # in small letters
_SHORTEST = 2  # letters; one alone is an initial
_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "å": "aa", "ł": "l"}
)  # as keyboards and addresses have them
_BARE = str.maketrans("øØđĐłŁıİ", "oOdDlLiI")  # what has no accent that could be taken away
_JOINED = 6  # letters of a name without its gaps, from which on it is hardly another word
_SPELT = 5  # letters, from which on a part of a name is known in small letters too


def words(text: str) -> Words:
    """The words of the text in small letters; whatever stands between them is left out."""
    return tuple(word.lower() for word in WORD.findall(unicodedata.normalize("NFC", text)))


def whole(person: Person) -> frozenset[Words]:
    """The sequences of words that tell the person without a doubt."""
    name = person.name.split()
    named = [person.name, " ".join([*name[-1:], *name[:-1]])] if len(name) > 1 else []
    # As in "O'Leary" and "Mei-LingChan.pdf".
    joined = [part for part in (*name, "".join(name)) if len(words(part)) > 1]
    told = (person.id, *person.former_ids, *named, *joined, *_addresses(person))
    found = {words(plain) for text in told for plain in _spellings(text)}
    found |= {(each,) for each in map("".join, _run_together(person)) if len(each) >= _JOINED}
    return frozenset(each for each in found if len(each) > 1 or len("".join(each)) >= _SHORTEST)


def _run_together(person: Person) -> Iterator[Words]:
    """The words that names of files and ids have without a gap, as in `TomBerg.pdf`."""
    yield words(person.id)
    for text in _spellings(person.name):
        each, joined = words(text), map(words, text.split())
        if len(each) > 1:
            yield from (each, (each[0], each[-1]), (each[-1], each[0]))
            yield from (part for part in joined if len(part) > 1)  # as in "O'Leary"


def _addresses(person: Person) -> Iterator[str]:
    """E-mail addresses, what stands before their @ unless it is one word, and logins."""
    known = person.identities
    emails = (*(known.emails if known else ()), *((person.email,) if person.email else ()))
    yield from emails
    yield from (name for address in emails if len(words(name := address.partition("@")[0])) > 1)
    accounts = (known.github, known.gitlab) if known else ()
    yield from (account.login for account in accounts if account)


def parts(person: Person, ordinary: Collection[str]) -> Iterator[str]:
    """The spellings of each part of the name that is no ordinary word."""
    for text in _spellings(person.name):
        for word in WORD.findall(text):
            is_name = len(word) >= _SHORTEST and not word.islower() and not word.isdigit()
            if not is_name or word.lower() in ordinary:
                continue
            yield word
            if len(word) > _SHORTEST:
                yield word.upper()
            if len(word) >= _SPELT:
                yield word.lower()


def _spellings(text: str) -> Iterator[str]:
    """The text, and the same without accents as keyboards and addresses have it."""
    text = unicodedata.normalize("NFC", text)
    bare = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    small = text.lower().translate(_DIGRAPHS)
    spelt = WORD.sub(lambda word: word[0][0].upper() + word[0][1:], small)
    yield from dict.fromkeys(
        [text, bare, bare.translate(_BARE), *([spelt] if small != text.lower() else [])]
    )


def without_spaces(person: Person) -> str:
    """The name, where its script sets no spaces between words; else empty."""
    name = "".join(unicodedata.normalize("NFC", person.name).split())
    is_so = len(name) > 1 and all(unicodedata.east_asian_width(letter) in "WF" for letter in name)
    return name if is_so else ""
