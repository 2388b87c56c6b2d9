"""One finds what one may see, by its words, and nothing tells of the rest."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import Case, InformationClass, Subject
from casework.search.results import Results, search
from casework.services import disclosures
from partners import classes
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, Payload, TrailEntry
from partners.refusals import Refused
from tests.casework.search.conftest import PutIn
from tests.cast import Cast
from tests.isolation.ending_rows import name_until

pytestmark = pytest.mark.django_db


def found(words: str, actor: Actor, kind: str = "", number: int = 1) -> Results:
    with acting_as(actor):
        return search(words=words, kind=kind, number=number, actor=actor, at=timezone.now())


def keys(results: Results) -> set[str]:
    return {hit.key for group in results.groups for hit in group.hits}


def test_a_case_is_found_by_reference_number_title_theme_and_woonkern(
    case: Case, cast: Cast
) -> None:
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=case.pk)
    serial = case.reference.rpartition("-")[2]
    for words in (
        case.reference,
        case.reference[:-1],
        case.reference.lower(),
        serial.lstrip("0"),
        case.theme,
        f'"{case.title}"',
        case.woonkern,
    ):
        assert case.reference in keys(found(words, cast.coordinator)), words
        assert case.reference not in keys(found(words, cast.stranger)), words


def test_contents_are_found_by_who_made_them_and_whom_they_were_given(
    cast: Cast, put_in: PutIn
) -> None:
    made = put_in("Een zilverkleurige aanhanger stond op de oprit", to=cast.landlord)
    for actor, is_there in (
        (cast.coordinator, True),
        (cast.second_coordinator, True),
        (cast.landlord, True),
        (cast.grid, False),
        (cast.stranger, False),
    ):
        results = found("zilverkleurig aanhangers", actor)
        assert (str(made.pk) in keys(results)) is is_there, actor.membership
        assert results.count == (1 if is_there else 0)
        if is_there:
            snippet = next(g for g in results.groups if g.hits).hits[0].marked
            assert "<mark>aanhanger</mark>" in snippet


def test_what_was_withdrawn_ended_or_given_to_others_by_name_is_not_found(
    cast: Cast, put_in: PutIn
) -> None:
    ways: tuple[dict[str, Any], ...] = (
        {"valid_until": timezone.now() + timedelta(days=1)},
        {"receiver_ids": (1,)},
        {},
    )
    for number, basis in enumerate(ways):
        made = put_in(f"Vlonder{number}", to=cast.landlord, **basis)
        if not basis:
            with acting_as(cast.coordinator):
                disclosures.withdraw(
                    disclosure=made.disclosures.get(), actor=cast.coordinator, at=timezone.now()
                )
    later = timezone.now() + timedelta(days=2)
    assert found("vlonder0", cast.landlord).count == 1
    with acting_as(cast.landlord, at=later):
        ended = search(words="vlonder0", kind="", number=1, actor=cast.landlord, at=later)
    assert ended.count == 0
    assert found("vlonder1", cast.landlord).count == 0
    assert found("vlonder2", cast.landlord).count == 0
    assert found("vlonder2", cast.coordinator).count == 1


def test_the_database_proposes_what_was_given_until_that_ends(cast: Cast, put_in: PutIn) -> None:
    """Before either wall looks: of two that were given alike, one ends."""
    now = timezone.now()
    ends = put_in("Dakkapel", to=cast.landlord, valid_until=now + timedelta(days=1))
    stays = put_in("Dakkapel", to=cast.landlord, valid_until=now + timedelta(days=9))
    for at, proposed in ((now, {ends, stays}), (now + timedelta(days=2), {stays})):
        with acting_as(cast.landlord, at=at), connection.cursor() as cursor:
            cursor.execute("SELECT thing FROM casework_search('dakkapel', 9)")
            assert {row[0] for row in cursor.fetchall()} == {str(one.pk) for one in proposed}


def test_a_person_is_found_by_name_where_known(cast: Cast, person: Subject) -> None:
    assert keys(found("zwanenburg", cast.coordinator)) == {str(person.pk)}
    assert keys(found("1980-02-03", cast.coordinator)) == {str(person.pk)}
    assert found("zwanenburg", cast.police).count == 0


@pytest.mark.parametrize("one", ["B", "X", "W", "P", "S"])
def test_classes_kept_closest_are_never_in_the_index(one: str, cast: Cast, put_in: PutIn) -> None:
    """Not even for who wrote it and may read it."""
    name_until(cast.coordinator, cast.administrator, timezone.localdate() + timedelta(days=1))
    cleared = Cast().coordinator
    with acting_as(cleared):
        put_in("Kwikstaart", by=cleared, of=InformationClass(one))
        results = search(words="kwikstaart", kind="", number=1, actor=cleared, at=timezone.now())
    assert (results.count == 1) is classes.rules()[one].is_searched


def test_the_index_leaves_out_what_the_file_says() -> None:
    with connection.cursor() as cursor:
        for one, rules in classes.rules().items():
            cursor.execute("SELECT casework_is_searched(%s, 'hennep')", [one])
            assert cursor.fetchone()[0] is rules.is_searched, one
        for theme in classes.UNSEARCHED_THEMES:
            cursor.execute("SELECT casework_is_searched('N', %s)", [theme])
            assert cursor.fetchone()[0] is False, theme


def test_a_search_is_on_record_and_its_words_are_kept_apart(cast: Cast, put_in: PutIn) -> None:
    """The words are for the own trail alone; whose information was shown, hears that it was."""
    put_in("Kamerplant", by=cast.police, of=InformationClass.P, to=cast.coordinator)
    found("kamerplant", cast.coordinator)
    with acting_as(cast.coordinator):
        entry = Entry.objects.get(action="search.done")
        assert "kamerplant" not in str(list(Entry.objects.values()))
        assert Payload.objects.get(entry=entry).content == {"words": "kamerplant", "found": 1}
    with acting_as(cast.police):
        told = TrailEntry.objects.filter(organisation=cast.police.organisation)
        actions = set(told.values_list("entry__action", flat=True))
        assert "search.shown" in actions
        assert "search.done" not in actions
        assert not Payload.objects.filter(entry__action__startswith="search.").exists()


@pytest.mark.parametrize("name", ["secretary", "privacy_officer", "administrator"])
def test_who_works_no_cases_does_not_search(name: str, cast: Cast, case: Case) -> None:
    with pytest.raises(Refused):
        found(case.reference, getattr(cast, name))
    with acting_as(getattr(cast, name)), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_search('hennep', 100)")
        assert cursor.fetchall() == []


def test_as_many_queries_however_much_is_found(cast: Cast, put_in: PutIn) -> None:
    counts = []
    for number in range(2):
        for _again in range(1 if number == 0 else 24):
            put_in("Regenton", by=cast.police, of=InformationClass.P, to=cast.coordinator)
        for kind in ("", "contribution"):
            with CaptureQueriesContext(connection) as caught:
                results = found("regenton", cast.coordinator, kind)
            counts.append((kind, len(caught)))
            shown = sum(len(group.hits) for group in results.groups)
            assert shown == (1 if number == 0 else 20 if kind else 5)
    assert counts[0] == counts[2]
    assert counts[1] == counts[3]
    second = found("regenton", cast.coordinator, "contribution", 2)
    assert len(second.groups[0].hits) == 5


def test_odd_words_find_nothing_and_break_nothing(cast: Cast) -> None:
    for words in ("'", '"', ":*", "a & b | !", "<script>", "de", "--", "\\", "%", "-x"):
        assert found(words, cast.coordinator).count >= 0, words
