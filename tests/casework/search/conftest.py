"""Something to find: a case of Oss, with words that occur nowhere else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from casework.models import Case, Contribution, InformationClass, Subject, SubjectKind
from casework.services import contributions, disclosures, subjects
from casework.services.contributions import Draft
from casework.services.disclosures import Basis
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.cases import a_case
from tests.cast import Cast

PutIn = Callable[..., Contribution]


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def put_in(case: Case, cast: Cast) -> PutIn:
    """A contribution with these words in its answer, in the case unless another is given."""

    def contribute(
        words: str,
        *,
        by: Actor | None = None,
        of: InformationClass = InformationClass.B,
        to: Actor | None = None,
        within: Case | None = None,
        **basis: Any,
    ) -> Contribution:
        actor, now = by or cast.coordinator, timezone.now()
        item = {"name": "x", "question": "Wat?", "answer": words, "value": words}
        with acting_as(actor):
            found = contributions.contribute(
                case=within or case,
                draft=Draft("note", "Notitie", of, [item]),
                actor=actor,
                at=now,
            )
            if to is not None:
                ground = Ground.objects.get(code="avg-6-1-e")
                disclosures.disclose(
                    thing=found,
                    receiver=to.organisation,
                    basis=Basis("Overleg", ground, ground, "Nodig.", **basis),
                    is_told=False,
                    actor=actor,
                    at=now,
                )
        return found

    return contribute


@pytest.fixture
def person(case: Case, cast: Cast) -> Subject:
    with acting_as(cast.coordinator):
        return subjects.record_subject(
            case=case,
            kind=SubjectKind.PERSON,
            information_class=InformationClass.B,
            label="Quirijn Zwanenburg",
            details={"born_on": "1980-02-03"},
            actor=cast.coordinator,
            at=timezone.now(),
        )
