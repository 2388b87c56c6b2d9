"""What the role matrix opens of contributions and subjects, as a filter; twin of class_policies.

This and `partners_class_opens` in the database are the two places where a class opens or not.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from casework.models.clearance import NeedsClearance
from partners import matrix
from partners.models import Kind

if TYPE_CHECKING:
    from partners.actor import Actor


class OfClass(NeedsClearance):
    """The database fills `theme` in, from the case: what is one's own is read without the case."""

    theme = models.SlugField(db_default="", blank=True, editable=False, db_index=False)

    class Meta:
        abstract = True


def open_of_own(actor: "Actor") -> Q:
    """Of what the own organisation put in."""
    return _opened(matrix.opened(actor.line, is_own=True))


def open_of_others(actor: "Actor") -> Q:
    """Of what others disclosed: less, for a gemeente in a case of another gemeente."""
    usual = _opened(matrix.opened(actor.line, is_own=False))
    if actor.organisation.kind != Kind.GEMEENTE:
        return usual
    is_elsewhere = Q(case__lead__kind=Kind.GEMEENTE) & ~Q(case__lead=actor.organisation_id)
    less = _opened(matrix.opened(matrix.ELSEWHERE, is_own=False))
    return ~is_elsewhere & usual | is_elsewhere & less


def _opened(classes: matrix.Opened) -> Q:
    found = Q(information_class__in=classes.ordinary) & ~Q(theme__in=list(classes.by_theme))
    for theme, its_own in classes.by_theme.items():
        found |= Q(theme=theme, information_class__in=its_own)
    return found
