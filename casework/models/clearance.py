"""What needs a clearance of its own: the theme of the case, or empty where none is needed."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from partners.actor import Actor


class NeedsClearance(models.Model):
    """The database fills `needs_clearance` in, from the case and the information class.

    Kept with each row, so that both walls read it without asking for the case.
    """

    needs_clearance = models.SlugField(db_default="", blank=True, editable=False)

    class Meta:
        abstract = True


def near(actor: "Actor") -> models.Q:
    """Rows that need no clearance, or one that the actor has."""
    return models.Q(needs_clearance__in=["", *actor.clearances])
