"""An extract is of the class of the whole, also when that is changed after it was made."""

import pytest
from django.utils import timezone

from casework.models import Case, Contribution, InformationClass
from casework.services import class_changes, contributions, extracts
from casework.services.contributions import Draft
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, TrailEntry
from tests.cases import a_case
from tests.cast import Cast
from tests.giving import give

pytestmark = pytest.mark.django_db
N, B, P, S = (InformationClass(one) for one in "NBPS")
ITEM = {"name": "x", "question": "Wat?", "answer": "Dit", "value": "Dit"}


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def whole(case: Case, cast: Cast) -> Contribution:
    """Of class B and of politie; given to Oss."""
    now = timezone.now()
    with acting_as(cast.police, at=now):
        made = contributions.contribute(
            case=case, draft=Draft("x", "Notitie", B, [ITEM]), actor=cast.police, at=now
        )
    give(made, cast.police, cast.coordinator)
    return made


@pytest.fixture
def extract(whole: Contribution, cast: Cast) -> Contribution:
    """Of that; given to the corporatie."""
    made = extract_of(whole, cast.police)
    give(made, cast.police, cast.landlord)
    return made


def extract_of(whole: Contribution, by: Actor) -> Contribution:
    with acting_as(by):
        return extracts.extract(
            contribution=Contribution.objects.get(pk=whole.pk),
            names=["x"],
            hidden=[],
            actor=by,
            at=timezone.now(),
        )


def change(thing: Contribution, to: InformationClass, by: Actor) -> None:
    with acting_as(by):
        class_changes.reclassify(
            contribution=Contribution.objects.get(pk=thing.pk),
            to=to,
            reason="Er staat meer in dan gedacht.",
            actor=by,
            at=timezone.now(),
        )


def seen_by(actor: Actor, thing: Contribution) -> tuple[str | None, bool]:
    """Its class by both walls together, and whether raw SQL finds it."""
    with acting_as(actor):
        rows = Contribution.objects.filter(pk=thing.pk)
        found = rows.visible_to(actor).values_list("information_class", flat=True).first()
        return found, rows.exists()


def test_it_follows_and_who_may_not_read_the_new_class_loses_it(
    whole: Contribution, extract: Contribution, cast: Cast
) -> None:
    assert seen_by(cast.landlord, extract) == (B, True)
    change(whole, P, cast.police)
    assert seen_by(cast.police, extract) == (P, True)
    assert seen_by(cast.landlord, extract) == (None, False)
    change(whole, B, cast.police)
    assert seen_by(cast.landlord, extract) == (B, True)


def test_it_follows_too_when_a_reader_of_the_whole_raises_that(
    whole: Contribution, extract: Contribution, cast: Cast
) -> None:
    """Who raises it sees no extract of it, and need not."""
    further = extract_of(extract, cast.police)
    assert seen_by(cast.coordinator, extract) == (None, False)
    change(whole, P, cast.coordinator)
    for one in (extract, further):
        assert seen_by(cast.police, one) == (P, True)
    assert seen_by(cast.landlord, extract) == (None, False)


@pytest.mark.parametrize(("to", "expected"), [(P, P), (S, S), (N, N)])
def test_one_that_its_holder_put_lower_is_never_kept_less_close_than_it_was(
    to: InformationClass,
    expected: InformationClass,
    whole: Contribution,
    extract: Contribution,
    cast: Cast,
) -> None:
    change(extract, N, cast.police)
    change(whole, to, cast.police)
    assert seen_by(cast.police, extract)[0] == expected


def test_one_of_another_class_stays_when_the_whole_is_put_lower(
    whole: Contribution, extract: Contribution, cast: Cast
) -> None:
    change(extract, P, cast.police)
    change(whole, N, cast.police)
    assert seen_by(cast.police, extract)[0] == P


def test_its_readers_hear_of_it_in_their_trail_and_not_why(
    whole: Contribution, extract: Contribution, cast: Cast
) -> None:
    change(whole, P, cast.police)
    changed = "contribution.class_changed"
    for actor, things in ((cast.landlord, [extract]), (cast.coordinator, [whole])):
        with acting_as(actor):
            rows = TrailEntry.objects.filter(organisation=actor.organisation)
            found = rows.filter(entry__action=changed).values_list("entry__object_id", flat=True)
            assert list(found) == [str(one.pk) for one in things]
    with acting_as(cast.police):
        entry = Entry.objects.get(action=changed, object_id=str(extract.pk))
        assert entry.payload.content == {"from": "B", "to": "P"}


def test_one_that_is_made_of_an_outdated_copy_is_of_the_class_of_now(
    whole: Contribution, cast: Cast
) -> None:
    change(whole, P, cast.police)
    assert whole.information_class == B
    with acting_as(cast.police):
        made = extracts.extract(
            contribution=whole, names=["x"], hidden=[], actor=cast.police, at=timezone.now()
        )
    assert made.information_class == P
