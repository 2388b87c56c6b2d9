"""A formule as the content that is stored and exchanged: what `Formule.read` reads back."""

from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from workflows.formules.formule import Formule
from workflows.terms import Length

MAY_BE_LEFT_OUT = frozenset({"quorum", "case_terms", "retention", "advice_reuse", "areas"})


def content_of(formule: Formule) -> dict[str, Any]:
    """Parts that say nothing beside their default are left out of what is inside a part."""
    return {
        one.name: _written(getattr(formule, one.name))
        for one in fields(formule)
        if one.name not in MAY_BE_LEFT_OUT or getattr(formule, one.name)
    }


def _written(value: Any) -> Any:
    if isinstance(value, Length | date):
        return str(value)
    if isinstance(value, tuple | list):
        return [_written(one) for one in value]
    if isinstance(value, dict):
        return {name: _written(one) for name, one in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {
            one.name: _written(getattr(value, one.name))
            for one in fields(value)
            if one.default is MISSING or getattr(value, one.name) != one.default
        }
    return value
