"""Statutory and agreed terms, and the Dutch calendar they run on."""

from workflows.terms.length import Length, Unit
from workflows.terms.pauses import Pause
from workflows.terms.reckoning import Reckoning
from workflows.terms.term import Term, end_of_day, end_of_term, reckon

__all__ = ["Length", "Pause", "Reckoning", "Term", "Unit", "end_of_day", "end_of_term", "reckon"]
