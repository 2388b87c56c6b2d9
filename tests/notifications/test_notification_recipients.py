"""Who is told, and who is not."""

from datetime import UTC, datetime

from notifications.recipients import recipient_ids
from partners.models import Role
from partners.news import News
from tests.cast import Cast
from tests.notifications.desk import Desk, a_news


def test_whoever_has_the_role_there_is_told(cast: Cast) -> None:
    news = a_news(by=cast.coordinator, organisation_id=cast.police.organisation_id)
    told = recipient_ids(news)
    assert {cast.police.person.pk, cast.second_police.person.pk} <= set(told)
    assert told == sorted(set(told))


def test_who_did_the_act_is_not_told_of_it(cast: Cast) -> None:
    news = a_news(by=cast.police, organisation_id=cast.police.organisation_id)
    told = recipient_ids(news)
    assert cast.police.person.pk not in told
    assert cast.second_police.person.pk in told


def test_another_role_and_another_organisation_are_not_told(cast: Cast) -> None:
    news = a_news(by=cast.coordinator, organisation_id=cast.police.organisation_id)
    told = recipient_ids(news)
    others = [cast.mayor, cast.secretary, cast.privacy_officer, cast.prosecutor, cast.stranger]
    assert not {other.person.pk for other in others} & set(told)


def test_before_a_membership_began_its_holder_is_not_told(cast: Cast) -> None:
    long_ago = datetime(1990, 1, 1, tzinfo=UTC)
    assert recipient_ids(a_news(cast.coordinator, cast.police.organisation_id, long_ago)) == []


def test_one_person_with_two_roles_is_told_once(desk: Desk) -> None:
    person = desk.people[0].person
    desk.owner.execute(
        """INSERT INTO partners_membership (valid_from, person_id, organisation_id, role, mandate)
           VALUES ('2000-01-01', %s, %s, 'coordinator', '')""",
        [person.pk, desk.organisation_id],
    )
    both: News = desk.news(roles=(Role.LIAISON, Role.COORDINATOR))
    assert recipient_ids(both).count(person.pk) == 1


def test_whoever_left_and_whoever_is_locked_out_is_not_told(desk: Desk) -> None:
    left, locked, stays = (actor.person.pk for actor in desk.people)
    desk.owner.execute(
        "UPDATE partners_membership SET valid_until = current_date WHERE person_id = %s", [left]
    )
    desk.owner.execute("UPDATE partners_person SET is_active = false WHERE id = %s", [locked])
    assert recipient_ids(desk.news()) == [stays]
