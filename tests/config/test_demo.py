"""The demo region: complete, loaded twice without a trace, and nowhere but in a demo."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from casework.models import Case, RightsRequest
from config.demo import enrolment, organisations
from config.demo.accounts import ACCOUNTS, BERNHEZE, MEIERIJSTAD, OSS, PASSWORD
from partners.models import ContactPoint, Kind, Membership, Organisation, Person, Role, ServiceArea

pytestmark = pytest.mark.usefixtures("as_owner")


@pytest.fixture(autouse=True)
def demo_mode(settings: Settings) -> None:
    settings.DEMO = True
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    # A good hash takes a quarter of a second, and every account logs in here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def demo(as_owner: None) -> None:
    """The people alone; one test below walks the cases too, which takes longer."""
    organisations.load()
    enrolment.load()


@pytest.mark.usefixtures("demo")
def test_every_demo_account_logs_in() -> None:
    request = RequestFactory().post("/")
    for account in ACCOUNTS:
        person = authenticate(request, email=account.email, password=PASSWORD)
        assert isinstance(person, Person), account.email
        assert person.is_demo


@pytest.mark.usefixtures("demo")
def test_loading_again_changes_nothing() -> None:
    def everything() -> list[object]:
        models = (Person, Membership, Organisation, ServiceArea, ContactPoint)
        return [list(model._default_manager.order_by("pk").values()) for model in models]

    before = everything()
    call_command("load_demo")

    assert everything() == before
    assert {case.stage for case in Case.objects.all()} == {
        "signal",
        "intake",
        "advice",
        "weighing",
        "decision",
        "execution",
        "closed",
    }
    (request,) = RightsRequest.objects.all()
    answered = {one.organisation.code: bool(one.outcome) for one in request.shares.all()}
    assert answered[OSS] is False, "a request of a person concerned is in hand"
    assert answered[organisations.POLITIE] is True


@pytest.mark.usefixtures("demo")
def test_loading_again_restores_a_changed_account() -> None:
    person = Person.objects.get(email=ACCOUNTS[3].email)
    person.set_password("iets heel anders 12")
    person.is_active = False
    person.save()

    enrolment.load()

    person.refresh_from_db()
    assert person.is_active
    assert person.check_password(PASSWORD)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("gemeente", [OSS, MEIERIJSTAD])
def test_two_gemeenten_have_every_role(gemeente: str) -> None:
    roles = Membership.objects.filter(organisation__code=gemeente).values_list("role", flat=True)

    assert set(roles) == set(Role) - {Role.LIAISON}


@pytest.mark.usefixtures("demo")
def test_who_decides_does_so_by_office() -> None:
    deciders = Membership.objects.filter(role=Role.DECISION_MAKER)

    assert {one.mandate for one in deciders} == {"burgemeester", "officier van justitie"}
    assert deciders.filter(mandate="burgemeester").count() == 2


@pytest.mark.usefixtures("demo")
def test_politie_and_om_have_two_liaisons_and_a_privacy_officer() -> None:
    for code in (organisations.POLITIE, organisations.OM):
        roles = Membership.objects.filter(organisation__code=code).values_list("role", flat=True)
        plain = roles.filter(mandate="")
        assert sorted(plain) == [Role.LIAISON, Role.LIAISON, Role.PRIVACY_OFFICER]


@pytest.mark.usefixtures("demo")
def test_one_person_acts_in_two_capacities() -> None:
    capacities = Membership.objects.filter(person__email="iv2.oss@demo.example")

    assert {one.organisation.code for one in capacities} == {OSS, BERNHEZE}
    deputy = capacities.get(organisation__code=BERNHEZE)
    assert deputy.deputy_of is not None
    assert deputy.deputy_of.person.email == "iv.bernheze@demo.example"


@pytest.mark.usefixtures("demo")
def test_hennep_requests_have_a_desk_at_each_asked_partner() -> None:
    desks = ContactPoint.objects.filter(region__code="VR21", theme="hennep")

    assert sorted(desk.organisation.kind for desk in desks) == sorted(
        [Kind.POLITIE, Kind.OM, Kind.NETBEHEERDER, Kind.CORPORATIE]
    )


@pytest.mark.usefixtures("demo")
def test_demo_partners_survive_a_new_load_of_the_reference_data() -> None:
    said = StringIO()

    call_command("load_reference", stdout=said)

    assert said.getvalue() == "0 toegevoegd, 0 gewijzigd, 0 beëindigd, 908 gelijk\n"


@pytest.mark.usefixtures("demo")
def test_the_table_names_every_capacity_and_the_password(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    said = StringIO()

    with django_assert_num_queries(1):
        call_command("demo_accounts", stdout=said)

    lines = said.getvalue().splitlines()
    assert lines[0].split() == ["E-mail", "Rol", "Organisatie"]
    assert len(lines) == 2 + sum(len(account.capacities) for account in ACCOUNTS) + 2
    assert "Besluitnemer (burgemeester)" in lines[3]
    assert lines[-1].endswith(PASSWORD)


@pytest.mark.parametrize("command", ["load_demo", "demo_accounts"])
@pytest.mark.parametrize(
    ("is_demo", "url"), [(False, "http://127.0.0.1:8000"), (True, "https://schakelpunt.example")]
)
def test_the_demo_is_refused_elsewhere(
    settings: Settings, command: str, is_demo: bool, url: str
) -> None:
    settings.DEMO = is_demo
    settings.PUBLIC_URL = url

    Person.objects.filter(email=ACCOUNTS[0].email).update(name="Veranderd")

    with pytest.raises(CommandError, match="demo"):
        call_command(command)
    with pytest.raises(CommandError, match="demo"):
        enrolment.load()
    assert Person.objects.get(email=ACCOUNTS[0].email).name == "Veranderd"


def test_an_account_of_somebody_is_never_taken_over() -> None:
    Person.objects.filter(email=ACCOUNTS[0].email).update(is_demo=False)

    with pytest.raises(CommandError, match="geen demo-account"):
        enrolment.load()
