"""A police report with room for documents, disclosed to one gemeente and to nobody else."""

from datetime import datetime

from django.utils import timezone

from casework.documents.checking import CheckedUpload, check
from casework.models import Contribution, Document, InformationClass, Part
from casework.services import cases, contributions, disclosures, documents, participations
from casework.services.contributions import Draft
from casework.services.disclosures import Basis
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.models import Ground, Region
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast

AT = timezone.make_aware(datetime(2026, 3, 2, 9, 30))  # noqa: DTZ001


def a_report(cast: Cast) -> Contribution:
    police, lead = cast.police, cast.coordinator.organisation
    with acting_as(police, at=AT):
        case = cases.report(
            theme="hennep",
            title="Hennepkwekerij in een woning",
            region=Region.objects.get(code="VR21"),
            lead=lead,
            actor=police,
            at=AT,
        )
        with engine_sees(case.pk):
            participations.begin(
                case=case,
                organisation=lead,
                part=Part.LEAD,
                has_overview=True,
                actor=police,
                at=AT,
            )
        case.refresh_from_db()
        report = contributions.contribute(
            case=case,
            draft=Draft("bestuurlijke-rapportage", "Rapportage", InformationClass.P, []),
            actor=police,
            at=AT,
        )
        disclosures.disclose(
            thing=report, receiver=lead, basis=_basis(), is_told=False, actor=police, at=AT
        )
    return report


def attached(
    contribution: Contribution, actor: Actor, name: str = "proces-verbaal.pdf"
) -> Document:
    with acting_as(actor, at=AT):
        return documents.attach(contribution=contribution, upload=checked(name), actor=actor, at=AT)


def checked(name: str = "a.pdf", content: bytes = PDF) -> CheckedUpload:
    return check(upload(name, content))


def _basis() -> Basis:
    sender, receiver = Ground.objects.filter(holder__in=["politie", ""]).order_by("code")[:2]
    return Basis("Sluiting beoordelen", sender, receiver, "Zonder rapportage geen besluit")
