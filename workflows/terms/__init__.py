"""Statutory and agreed terms, and the Dutch calendar they run on."""

from workflows.terms.length import Length, Unit
from workflows.terms.term import end_of_day, end_of_term

__all__ = ["Length", "Unit", "end_of_day", "end_of_term"]
