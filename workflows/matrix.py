"""Look up what the handhavingsmatrix of the lead gemeente sets for the find of a case."""

from datetime import date

from workflows.kept import kept
from workflows.models import EnforcementRow, Step


def fitting_row(step: Step) -> EnforcementRow | None:
    """The row in force on the day of the find; None when no row fits, which asks a heavier motive.

    A find longer ago than the policy counts back does not add to the occurrence.
    """
    find = kept(step.case, "weighing")
    if not {"found_on", "premises", "substance", "occurrence"} <= find.keys():
        return None
    found_on = date.fromisoformat(find["found_on"])
    in_force = EnforcementRow.objects.in_force(found_on).filter(organisation=step.case.lead)
    fitting = in_force.fitting(premises=find["premises"], substance=find["substance"])
    rows = {row.occurrence: row for row in fitting}
    longest = max((row.recidive_years for row in rows.values()), default=0)
    for occurrence in range(int(find["occurrence"]), 1, -1):
        row = rows.get(occurrence)
        years = row.recidive_years if row else longest
        if _counts(found_on, find.get("previous_on"), years):
            return row
    return rows.get(1)


def _counts(found_on: date, previous: str | None, years: int) -> bool:
    if previous is None:
        return False
    return found_on <= _years_after(date.fromisoformat(previous), years)


def _years_after(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)
