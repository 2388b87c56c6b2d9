"""Whether stored or received content has the parts of a formule, each of the right sort.

Read from the dataclasses themselves, so that a part added there is checked here.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from typing import Any, get_args, get_origin

from django.utils.translation import gettext as _

from workflows.terms import Length

Rule = Callable[[Any], bool]
LONGEST = 2000


def shape_mistakes(part: type[Any], given: Any, where: str) -> list[str]:
    """Unknown words, parts that are missing, and values of the wrong sort; all at once."""
    if not isinstance(given, dict):
        return [_("%(where)s: hier hoort een blok met onderdelen te staan.") % {"where": where}]
    known = {one.name: one for one in fields(part)}
    found = [
        _("%(where)s: het onderdeel “%(name)s” is onbekend.") % {"where": where, "name": name}
        for name in given
        if name not in known
    ]
    for name, one in known.items():
        if name in given:
            wanted = _wanted(one.type, given[name])
            if wanted:
                told = {"where": where, "name": name, "wanted": wanted}
                found.append(_("%(where)s: “%(name)s” moet %(wanted)s zijn.") % told)
        elif _is_needed(one):
            told = {"where": where, "name": name}
            found.append(_("%(where)s: het onderdeel “%(name)s” ontbreekt.") % told)
    return found


def _is_needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _wanted(kind: Any, value: Any) -> str:
    """What it should have been; empty when it is. Parts within parts are judged by themselves."""
    options = get_args(kind)
    if type(None) in options:
        return "" if value is None else _wanted(options[0], value)
    is_right, wanted = _rule(kind, options)
    return "" if is_right(value) else wanted


def _rule(kind: Any, options: tuple[Any, ...]) -> tuple[Rule, str]:
    """A plain type by itself, a tuple by what is in it; a dict or tuple of parts is the rest."""
    plain: dict[Any, tuple[Rule, str]] = {
        str: (is_text, _("een tekst van hoogstens %(most)d tekens") % {"most": LONGEST}),
        bool: (lambda value: isinstance(value, bool), _("ja of nee (true of false)")),
        int: (is_number, _("een heel getal vanaf 0")),
        Length: (is_length, _("een lengte zoals 6w, 10d, 24u, 3m of 5wd")),
    }
    if kind in plain:
        return plain[kind]
    inside = options[0]
    if get_origin(kind) is dict:
        return lambda value: isinstance(value, dict), _("een lijst op naam")
    if inside is str:
        return _list_of(is_text), _("een lijst van teksten")
    if inside is int:
        return _list_of(is_number), _("een lijst van hele getallen")
    if get_origin(inside) is tuple:
        return _list_of(_is_pair), _("een lijst van waarde en label")
    return lambda value: isinstance(value, list), _("een lijst")


def is_text(value: Any) -> bool:
    """What the database can keep: no null character, and no half of a pair of code units."""
    if not isinstance(value, str) or len(value) > LONGEST or "\x00" in value:
        return False
    return not any("\ud800" <= one <= "\udfff" for one in value)


def is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10_000


def is_length(value: Any) -> bool:
    try:
        return isinstance(value, str) and Length.parse(value).count > 0
    except ValueError:
        return False


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(is_text, value))


def _list_of(rule: Rule) -> Rule:
    return lambda value: isinstance(value, list) and all(map(rule, value))
