"""A sealed entry as one line of canonical JSON (RFC 8785), and what such a line must hold."""

import json
import re
from typing import Any

import rfc8785

TEXT, TEXT_OR_NULL, NUMBER = (str,), (str, type(None)), (int,)
FIELDS: dict[str, Any] = {
    "id": TEXT,
    "seq": NUMBER,
    "at": TEXT,
    "actor": {"id": TEXT, "membership": TEXT, "organisation": TEXT, "role": TEXT},
    "action": TEXT,
    "object": {"type": TEXT, "id": TEXT},
    "case": TEXT_OR_NULL,
    "clearance": TEXT_OR_NULL,
    "ground": TEXT_OR_NULL,
    "result": TEXT,
    "origin": TEXT,
    "trace": TEXT,
    "payload_hash": TEXT_OR_NULL,
}
AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
RESULTS = ("ok", "denied")


def line_of(entry: dict[str, Any]) -> bytes:
    """Without a newline; what is hashed into the tree is exactly this."""
    return rfc8785.dumps(entry)


def why_not_an_entry(line: bytes, seq: int) -> str | None:
    """Why this line cannot be entry number `seq` of a log, in Dutch."""
    try:
        entry = json.loads(line)
        is_canonical = isinstance(entry, dict) and line_of(entry) == line
    except (ValueError, RecursionError):
        return "de regel is geen JSON"
    if not is_canonical:
        return "de regel is geen canonieke JSON (RFC 8785)"
    if (wrong := _wrong_field(entry, FIELDS, "")) is not None:
        return f"het veld {wrong} ontbreekt of klopt niet"
    if entry["seq"] != seq:
        return f"hier hoort volgnummer {seq} en er staat {entry['seq']}"
    if not AT.fullmatch(entry["at"]):
        return "het veld at is geen tijdstip in UTC met microseconden"
    if entry["result"] not in RESULTS:
        return "het veld result is geen ok of denied"
    return None


def _wrong_field(entry: dict[str, Any], fields: dict[str, Any], above: str) -> str | None:
    """The first that is absent, unknown or of another kind."""
    for name in [*fields, *(name for name in entry if name not in fields)]:
        kind = fields.get(name)
        if name not in entry or kind is None:
            return above + name
        value = entry[name]
        if isinstance(kind, dict):
            if not isinstance(value, dict):
                return above + name
            if (wrong := _wrong_field(value, kind, f"{above}{name}.")) is not None:
                return wrong
        elif not isinstance(value, kind) or isinstance(value, bool):
            return above + name
    return None
