"""The periods one can choose from: whole ones, so that no two differ by a day or a case."""

from datetime import date

from django.utils.translation import gettext as _

RECENT = "recent"
YEARS = 4


def periods(today: date) -> list[tuple[str, str]]:
    """Key and label, the newest first: the last twelve months, then years with their quarters."""
    found = [(RECENT, _("Laatste 12 maanden"))]
    for year in range(today.year, today.year - YEARS, -1):
        last = (today.month + 2) // 3 if year == today.year else 4
        found.append((str(year), str(year)))
        found += [(f"{year}-Q{quarter}", _quarter(year, quarter)) for quarter in range(last, 0, -1)]
    return found


def _quarter(year: int, quarter: int) -> str:
    return _("%(year)s, kwartaal %(quarter)s") % {"year": year, "quarter": quarter}
