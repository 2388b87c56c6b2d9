"""A year of cases behind the region of the demo, so that a picture of its throughput shows some."""

from datetime import UTC, datetime, timedelta

from config.database_roles import Connection, connect
from tests.casework.throughput.proefregio import Proefregio

LEADS = {"GM0828": 30, "GM1948": 20, "GM1721": 15}
POLICE, PROSECUTOR = "PE-OOST-BRABANT", "AP-OOST-BRABANT"
# Step, who did it ("" for the lead), the days it took at least, and its term.
STEPS = (
    ("visit", POLICE, 3, 14),
    ("report", POLICE, 6, 14),
    ("open_case", "", 1, 2),
    ("weigh", "", 2, 5),
    ("answer", PROSECUTOR, 8, 14),
    ("urgency", "", 1, 2),
    ("choose_measure", "", 2, 5),
    ("hear", "", 10, 14),
    ("decide", "", 5, 10),
    ("close_premises", "", 4, 7),
    ("objection", "", 30, 42),
)


def give_the_region_a_past(owner_url: str) -> None:
    with connect(owner_url) as owner:
        region = Proefregio(owner, _key(owner, "region", "VR21"))
        opened = datetime.now(UTC) - timedelta(days=240)
        for code, count in LEADS.items():
            lead = _key(owner, "organisation", code)
            cases = region.cases(
                lead, opened, [60.0 + number for number in range(count)], count * 3 // 4
            )
            for node, holder, least, term in STEPS:
                days = [least + least * (number % 10) / 6 for number in range(count)]
                by = _key(owner, "organisation", holder) if holder else lead
                region.steps(cases, node, by, days=days, term=term)


def _key(owner: Connection, table: str, code: str) -> int:
    query = f"SELECT id FROM partners_{table} WHERE code = %s"  # noqa: S608  our own tables
    found = owner.execute(query.encode(), [code]).fetchone()
    if found is None:
        raise LookupError(code)
    return int(str(found[0]))
