"""A case of Oss full of words that stand nowhere else, each put in by one partner.

Run as `let_loose(live)`: the process of the tests has another database.
"""

import json
import sys
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from casework.documents.checking import check
from casework.models import AgendaItem, Case, InformationClass, Level, Request, SubjectKind
from casework.services import (
    commitments,
    contributions,
    disclosures,
    documents,
    meetings,
    requests,
    subjects,
)
from casework.services.contributions import Draft
from casework.services.disclosures import Basis
from config.demo import answers
from config.demo.walk import do, reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground, Region
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast, actor_of
from tests.isolation.acts import offer
from tests.isolation.climbing import climb
from tests.live import Live

PROGRAM = "import django; django.setup(); from tests.isolation.canaries import main; main()"


@dataclass(frozen=True)
class Canaries:
    """`words` by what they are; `readers` who reads each for certain."""

    case_id: int
    reference: str
    words: dict[str, str]
    readers: dict[str, str]


def let_loose(live: Live) -> Canaries:
    return Canaries(**json.loads(live.run("-c", PROGRAM)))


def main() -> None:
    json.dump(asdict(_Flock().settle()), sys.stdout)


class _Flock:
    def __init__(self) -> None:
        self.cast = Cast()
        self.words: dict[str, str] = {}
        self.readers: dict[str, str] = {}

    def word(self, name: str, reader: str) -> str:
        """Letters and digits that no one has ever written."""
        self.readers[name] = reader
        self.words[name] = f"kanarie{uuid4().hex[:12]}"
        return self.words[name]

    def settle(self) -> Canaries:
        case = self._walked()
        by = self.cast.coordinator
        with acting_as(by):
            case = Case.objects.get(pk=case.pk)
            self._put_in(case, by)
            self._meet(case, by)
        climb(case, by, sideways=self.cast.landlord)
        offer(case, by, actor_of("iv.bernheze"))
        return Canaries(case.pk, case.reference, self.words, self.readers)

    def _walked(self) -> Case:
        cast, word = self.cast, self.word
        case = reported(
            cast.police,
            address=f"{word('address', 'police')} 17, Oss",
            observation=word("observation", "police"),
        )
        do(case, "visit", cast.police, notes=word("notes of a visit", "police"))
        do(
            case,
            "report",
            cast.police,
            reason=word("reason of the report", "coordinator"),
            antecedents=word("antecedents", "coordinator"),
        )
        do(case, "open_case", cast.coordinator)
        do(case, "weigh", cast.coordinator, interested=word("who is interested", "coordinator"))
        self._ask_more_time(case)
        declined = answers.decline() | {"decline_reason": word("reason to decline", "coordinator")}
        do(case, "answer", cast.prosecutor, declined)
        do(case, "answer", cast.grid, answer=word("answer of the grid", "grid"))
        do(case, "answer", cast.landlord, answer=word("answer of the landlord", "coordinator"))
        do(case, "urgency", cast.mayor, reason=word("urgency", "coordinator"))
        return case

    def _ask_more_time(self, case: Case) -> None:
        partner = self.cast.landlord
        with acting_as(partner):
            requests.ask_more_time(
                request=Request.objects.get(case=case, asked=partner.organisation),
                until=timezone.now() + timedelta(days=20),
                reason=self.word("reason for more time", "coordinator"),
                actor=partner,
                at=timezone.now(),
            )

    def _put_in(self, case: Case, by: Actor) -> None:
        now = timezone.now()
        given: dict[str, Any] = {"case": case, "actor": by, "at": now}
        content = [{"question": "Vraag", "answer": self.word("contents", "coordinator")}]
        draft = Draft("advice", self.word("title", "coordinator"), InformationClass.B, content)
        thing = contributions.contribute(draft=draft, **given)
        subjects.record_subject(
            kind=SubjectKind.PERSON,
            information_class=InformationClass.B,
            label=self.word("name of a person", "coordinator"),
            details={},
            **given,
        )
        inside = PDF + b"% " + self.word("inside of a document", "coordinator").encode()
        name = f"{self.word('name of a document', 'coordinator')}.pdf"
        documents.attach(contribution=thing, upload=check(upload(name, inside)), actor=by, at=now)
        ground = Ground.objects.get(code="avg-6-1-e")
        necessity = self.word("necessity", "coordinator")
        disclosures.disclose(
            thing=thing,
            receiver=self.cast.police.organisation,
            basis=Basis(self.word("purpose", "coordinator"), ground, ground, necessity),
            is_told=True,
            actor=by,
            at=now,
        )
        commitments.propose(
            party=self.cast.police.organisation,
            text=self.word("commitment", "coordinator"),
            due_on=timezone.localdate() + timedelta(days=7),
            **given,
        )

    def _meet(self, case: Case, by: Actor) -> None:
        now = timezone.now()
        meeting = meetings.plan(
            convenor=by.organisation,
            region=Region.objects.get(code="VR21"),
            level=Level.IV,
            title=self.word("title of a meeting", "coordinator"),
            starts_at=now + timedelta(minutes=1),
            ends_at=now + timedelta(hours=1),
            place=self.word("place of a meeting", "coordinator"),
            invited=[self.cast.police.organisation],
            actor=by,
            at=now,
        )
        purpose = AgendaItem.Purpose.DISCUSS
        meetings.put_on_agenda(meeting=meeting, case=case, purpose=purpose, actor=by, at=now)
