"""Mandates that a step may ask for, as they stand on a membership."""

from partners.models.mandate import OFFICER

HOVJ = OFFICER
