"""Names of files as people send them, made harmless and still recognisable."""

import re
import unicodedata

MAX_LENGTH = 120
RESERVED = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
# In "factuur.exe.pdf" some programs go by the first ending, so only the last keeps its dot.
INNER_ENDING = re.compile(r"\.(?=[A-Za-z][A-Za-z0-9]{1,4}(?:\.|$))")


def clean_name(name: str) -> str:
    """The last part of a path without control characters, inner endings and needless length."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    # Category C holds control characters and those that turn the direction of reading.
    name = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in name)
    name = re.sub(" +", " ", name).translate(RESERVED).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        return suffix[:MAX_LENGTH]
    stem = INNER_ENDING.sub("_", stem).rstrip(" .")
    return f"{stem[: MAX_LENGTH - len(suffix) - 1]}.{suffix}"[-MAX_LENGTH:]


def suffix_of(name: str) -> str:
    """What follows the last dot, in lower case; empty when there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""
