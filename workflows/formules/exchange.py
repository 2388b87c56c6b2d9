"""A formule as a file, so that regions share them: canonical JSON with a checksum."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from workflows.flows import FLOWS
from workflows.formules.check import mistakes
from workflows.formules.formule import Formule
from workflows.formules.shape import is_number, is_text
from workflows.formules.writing import content_of

FORMAT = "schakelpunt-formule-1"
WORDS = ("format", "theme", "title", "version", "region", "content", "checksum")
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Received:
    """`region` is where it came from: a code, or empty for the example of the product."""

    theme: str
    version: int
    region: str
    content: dict[str, Any]


class BadFormuleFile(Exception):
    """`mistakes` holds all that is wrong with it, in Dutch."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


def write(*, theme: str, version: int, region: str, content: dict[str, Any]) -> bytes:
    formule = Formule.read(content)
    told = {
        "format": FORMAT,
        "theme": theme,
        "title": formule.title,
        "version": version,
        "region": region,
        "content": content_of(formule),
    }
    return canonical({**told, "checksum": checksum(told)})


def canonical(told: Any) -> bytes:
    """Keys in order and no room between: the same formule is the same bytes everywhere."""
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def checksum(told: dict[str, Any]) -> str:
    """SHA-256 in hex over all but the checksum itself."""
    rest = {name: value for name, value in told.items() if name != "checksum"}
    return hashlib.sha256(canonical(rest)).hexdigest()


def read(given: bytes) -> Received:
    """
    :raises BadFormuleFile: with all mistakes at once.
    """
    told = _parsed(given)
    found = _wrong_about_the_file(told)
    theme = told.get("theme")
    if isinstance(theme, str) and theme in FLOWS:
        found += mistakes(told.get("content"), theme)
    if found:
        raise BadFormuleFile(found)
    return Received(told["theme"], told["version"], told["region"], told["content"])


def _parsed(given: bytes) -> dict[str, Any]:
    if len(given) > MOST_BYTES:
        raise BadFormuleFile([_("Dit bestand is te groot voor een formule.")])
    try:
        told = json.loads(given.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise BadFormuleFile([_("Dit bestand is geen JSON.")]) from error
    if not isinstance(told, dict):
        raise BadFormuleFile([_("Dit bestand is geen formule van Schakelpunt.")])
    return told


def _wrong_about_the_file(told: dict[str, Any]) -> list[str]:
    found = [
        _("Bestand: het onderdeel “%(name)s” ontbreekt.") % {"name": name}
        for name in WORDS
        if name not in told
    ]
    found += [
        _("Bestand: het onderdeel “%(name)s” is onbekend.") % {"name": name}
        for name in told
        if name not in WORDS
    ]
    if told.get("format", FORMAT) != FORMAT:
        found.append(_("Bestand: dit is geen formule van Schakelpunt, of van een andere versie."))
    if "theme" in told and told["theme"] not in list(FLOWS):
        found.append(_("Bestand: het thema bestaat hier niet."))
    if "version" in told and not is_number(told["version"]):
        found.append(_("Bestand: “version” moet een heel getal zijn."))
    if "region" in told and not (is_text(told["region"]) and len(told["region"]) <= 8):
        found.append(_("Bestand: “region” moet de code van een regio zijn, of leeg."))
    if "checksum" in told and told["checksum"] != _checksum_of(told):
        found.append(_("Bestand: de controlesom klopt niet; het is na het opslaan veranderd."))
    return found


def _checksum_of(told: dict[str, Any]) -> str:
    """Empty where a text cannot even be written down."""
    try:
        return checksum(told)
    except UnicodeEncodeError:
        return ""
