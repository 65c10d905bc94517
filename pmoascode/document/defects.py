"""The defects that can be found while a file's text is read; each has its page."""

from pmoascode.finding import Defect

_SAME_FOR_ALL = "What a reviewer sees and what the programs read must be the same."
_ONE_READING = (
    "YAML is read by this check, by editors and by spreadsheets' import alike; where they differ, "
    "a record means two things at once."
)
_IN_FULL = (
    "Values that are named in one place and repeated in another cannot be reviewed line by line, "
    "and a few lines of them can grow beyond all measure."
)
_BOUNDS = "A bound keeps each check quick, and a file that passes it is one nobody can review."

DEFECTS: tuple[Defect, ...] = (
    Defect(
        "alias",
        "A value is taken from elsewhere with *.",
        _IN_FULL,
        "Write the value in full; put a text that starts with * in quotes.",
    ),
    Defect(
        "anchor",
        "A value is named with &.",
        _IN_FULL,
        "Remove the name; put a text that starts with & in quotes.",
    ),
    Defect(
        "bad-date",
        "A date is not in the calendar, or not written as year-month-day.",
        "Dates are compared and drawn; a date that does not exist can be neither.",
        "Write the date as in 2027-01-31; put in quotes what is no date.",
    ),
    Defect(
        "control-character",
        "A control character stands in the text.",
        f"Control characters change what a screen shows. {_SAME_FOR_ALL}",
        "Delete the character; it often comes with text pasted from another program.",
    ),
    Defect(
        "directive",
        "A line starts with %.",
        "Such lines change how the rest of the file is read.",
        "Remove the line; put a text that starts with % in quotes.",
    ),
    Defect(
        "duplicate-key",
        "A key stands twice in one mapping.",
        "Most programs keep one of the two in silence, and not all the same one. It happens "
        "when two changes that add the same entry are merged.",
        "Keep one of the two, or give one of them another key.",
    ),
    Defect(
        "empty-file",
        "The file holds no record.",
        "An empty file under the records is most often one that was not saved.",
        "Write the record, or delete the file.",
    ),
    Defect(
        "hidden-line-break",
        "A character breaks the line for some programs only.",
        f"Text behind such a character can be a comment to one program and a key to the next. "
        f"{_SAME_FOR_ALL}",
        "Replace the character with an ordinary line break, or delete it.",
    ),
    Defect(
        "invisible-character",
        "An invisible character, or one that turns the order of the text, stands here.",
        f"Two names can look alike and differ, or a line can read backwards. {_SAME_FOR_ALL}",
        "Delete the character and type the word again.",
    ),
    Defect(
        "key-not-ascii",
        "A key contains letters other than a to z.",
        "Letters of other alphabets look like those of a known key and make another one.",
        "Type the key again in the letters a to z, digits, - and _.",
    ),
    Defect(
        "key-not-text",
        "A key is not a text.",
        "A number, a word such as on or a list as a key is read differently by each program.",
        "Choose a word as the key, or put it in quotes.",
    ),
    Defect(
        "key-too-long",
        "A key is longer than 128 characters.",
        _BOUNDS,
        "Choose a short key, and put the long text in a field.",
    ),
    Defect(
        "lfs-pointer",
        "Git LFS keeps the record elsewhere.",
        "The file holds only a pointer, so there is nothing to check or to review.",
        "Take YAML files out of Git LFS: see the file .gitattributes.",
    ),
    Defect(
        "merge-conflict",
        "A merge was not finished.",
        "Git marks lines on which two changes differ; somebody has to choose.",
        "Keep the lines that hold, and delete the others and the three markers.",
    ),
    Defect(
        "merge-key",
        "The key << copies the fields of another record.",
        _IN_FULL,
        "Write the fields in full.",
    ),
    Defect(
        "noncharacter",
        "A code stands for no character.",
        "Such codes cannot be printed, saved or searched for.",
        "Delete the code, or write the character that was meant.",
    ),
    Defect(
        "not-a-mapping",
        "The file does not consist of keys and values.",
        "A record is a list of fields: a key, a colon, a space and a value on each line.",
        "Write each field as in name: Apollo.",
    ),
    Defect(
        "not-nfc",
        "A letter is put together from a base letter and an accent.",
        f"The same word, typed on another machine, is another text. {_SAME_FOR_ALL}",
        "Type the letter again, or let the editor convert the text to Unicode NFC.",
    ),
    Defect(
        "not-utf8",
        "The file is not saved as UTF-8.",
        "In another encoding letters with accents turn into other letters.",
        "Save the file again with the encoding UTF-8.",
    ),
    Defect(
        "quote-this",
        "A value without quotes is read differently by different programs.",
        _ONE_READING,
        "Put the value in quotes if it is a text; else write it as the message says.",
    ),
    Defect(
        "several-documents",
        "The file holds more than one YAML document.",
        "A record's identity is its path, so a file holds one record or one register.",
        "Remove the line --- or ..., or move the second part to a file of its own.",
    ),
    Defect(
        "syntax-error",
        "The text cannot be read as YAML.",
        "Nothing of the file can be checked until its text can be read.",
        "Look at this line and the one above: indentation, quotes, a space after each colon.",
    ),
    Defect(
        "tab",
        "A tab stands outside a text in quotes.",
        f"YAML is laid out with spaces; not all programs take tabs. {_ONE_READING}",
        "Replace the tab with spaces.",
    ),
    Defect(
        "tag",
        "A value carries a type that starts with !.",
        "The schema says which type a field has; a tag can make a program run code.",
        "Remove the tag; put a text that starts with ! in quotes.",
    ),
    Defect(
        "text-too-long",
        "A text is longer than 64 KiB.",
        _BOUNDS,
        "Shorten the text, or keep it as a document of its own and give the link.",
    ),
    Defect(
        "too-big",
        "The file is larger than 1 MiB.",
        _BOUNDS,
        "Split the record, or move what is no record out of the folder.",
    ),
    Defect(
        "too-deep",
        "Mappings and lists stand more than 16 deep inside one another.",
        _BOUNDS,
        "Take some of the brackets or of the indentation away.",
    ),
    Defect(
        "too-many-digits",
        "A number has more than 15 digits.",
        "Spreadsheets and other programs round such numbers in silence.",
        "Round the number, or put it in quotes if it is an identifier.",
    ),
    Defect(
        "too-many-nodes",
        "The file holds more than 20,000 keys and values.",
        _BOUNDS,
        "Split the register.",
    ),
)

BY_NAME: dict[str, Defect] = {defect.name: defect for defect in DEFECTS}
