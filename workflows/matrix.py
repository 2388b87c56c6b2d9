"""Look up what the handhavingsmatrix of the lead gemeente sets for the find of a case."""

from datetime import date
from typing import Any

from casework.models import Case
from workflows.models import EnforcementRow, Step


def find_of(case: Case) -> dict[str, Any]:
    """What the gemeente established in its weighing: answers by name, empty when it has not."""
    weighing = case.contributions.filter(kind="weighing", organisation=case.lead)
    last = weighing.order_by("-created_at", "-pk").first()
    return {item["name"]: item["value"] for item in last.content} if last else {}


def fitting_row(step: Step) -> EnforcementRow | None:
    """The row in force on the day of the find; None when no row fits, which asks a heavier motive.

    A find longer ago than the row counts back does not add to the occurrence.
    """
    find = find_of(step.case)
    if not {"found_on", "premises", "substance", "occurrence"} <= find.keys():
        return None
    found_on = date.fromisoformat(find["found_on"])
    rows = EnforcementRow.objects.in_force(found_on).filter(organisation=step.case.lead)
    for occurrence in range(int(find["occurrence"]), 0, -1):
        row = rows.fitting(
            premises=find["premises"], substance=find["substance"], occurrence=occurrence
        ).first()
        if row is None or occurrence == 1 or _counts(row, found_on, find.get("previous_on")):
            return row
    return None


def _counts(row: EnforcementRow, found_on: date, previous: str | None) -> bool:
    if previous is None:
        return False
    before = date.fromisoformat(previous)
    return found_on <= _years_after(before, row.recidive_years)


def _years_after(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)
