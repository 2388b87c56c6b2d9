"""However many answer an escalation or a signal at once: one answer stands, the rest hear so."""

import json
import sys

import pytest

from casework.models import Case, Level
from casework.services import escalations
from casework.services.escalations import Addressee
from config.database_roles import Connection
from partners.acting import acting_as, moment
from tests.cases import a_case
from tests.casework.gatherings import planned, signalled
from tests.cast import Cast
from tests.faults.at_once import at_once, statuses
from tests.faults.visitor import Visitor
from tests.live import Live

pytestmark = pytest.mark.slow

CROWD = 20
PROGRAM = "import django; django.setup(); from tests.faults.test_one_answer import main; main()"


@pytest.fixture(scope="module")
def places(live: Live) -> dict[str, str]:
    """Where an escalation to politie, a signal of Oss and a meeting of Oss wait."""
    found: dict[str, str] = json.loads(live.run("-c", PROGRAM))
    return found


def main() -> None:
    cast = Cast()
    case = a_case(cast, at="answer")
    signal = signalled(case, cast.coordinator)
    meeting = planned(cast.coordinator, cast.police)
    with acting_as(cast.coordinator):
        raised = escalations.escalate(
            case=Case.objects.get(pk=case.pk),
            to_level=Level.CASE,
            reason="Partijen worden het niet eens.",
            asked="Welke aanpak gaat voor?",
            addressee=Addressee(cast.police.organisation),
            due_on=moment().date(),
            actor=cast.coordinator,
            at=moment(),
        )
    places = {
        "escalation": f"/opschalingen/{raised.pk}",
        "signal": f"/signalen/{signal.pk}",
        "meeting": f"/overleggen/{meeting.pk}/afzeggen",
    }
    json.dump(places, sys.stdout)


def test_of_many_answers_to_an_escalation_one_stands(
    live: Live, owner: Connection, places: dict[str, str]
) -> None:
    people = [Visitor(live.url, f"liaison{one}.politie").comes_in() for one in (1, 2)]
    path = places["escalation"]

    answers = at_once([(people[n % 2], path, {"text": f"Antwoord {n}."}) for n in range(CROWD)])

    assert statuses(answers) == {302: 1, 409: CROWD - 1}
    assert all(
        "beantwoordde deze opschaling al" in one.text for one in answers if one.status == 409
    )
    assert entries(owner, "escalation.answered", path) == 1


def test_of_many_answers_to_a_signal_one_stands(
    live: Live, owner: Connection, places: dict[str, str]
) -> None:
    neighbour = Visitor(live.url, "iv.bernheze").comes_in()
    path, sent = places["signal"], {"answer": "seen", "remark": ""}

    answers = at_once([(neighbour, path, sent) for _ in range(CROWD)])

    assert statuses(answers) == {302: 1, 409: CROWD - 1}
    assert entries(owner, "signal.answered", path) == 1


def test_a_meeting_is_cancelled_once(live: Live, owner: Connection, places: dict[str, str]) -> None:
    """Who comes when it is done already is told so by the page itself."""
    coordinator = Visitor(live.url, "iv.oss").comes_in()
    path = places["meeting"]

    answers = at_once([(coordinator, path, {"reason": "Te weinig zaken."}) for _ in range(CROWD)])

    told = statuses(answers)
    assert told[302] == 1
    assert told[403] + told[409] == CROWD - 1
    assert entries(owner, "meeting.cancelled", path.removesuffix("/afzeggen")) == 1


def entries(owner: Connection, action: str, path: str) -> int:
    query = "SELECT FROM audit_entry WHERE action = %s AND object_id = %s AND result = 'ok'"
    return owner.execute(query, [action, path.rsplit("/", 1)[-1]]).rowcount
