"""Every action of the trail belongs to an activity of the register of processing."""

from partners.audit.actions import actions
from partners.audit.processing import OTHER, REGISTER, WORDS, actions_of, activity_of


def test_each_registered_action_has_its_processing_activity() -> None:
    nouns = {one.name.partition(".")[0] for one in actions()}
    assert sorted(nouns - set(WORDS)) == [], (
        "give these a word in partners/audit/processing.py: WORDS, the part of the action before "
        "its first point, beside the activity of REGISTER that it belongs to"
    )


def test_each_activity_stands_in_the_register_under_its_own_name() -> None:
    assert set(WORDS.values()) <= set(REGISTER)
    assert all(slug == one.slug and slug[-2:] == "-1" for slug, one in REGISTER.items())


def test_no_action_is_without_an_activity_and_each_belongs_to_one() -> None:
    found = [name for slug in REGISTER for name in actions_of(slug)]
    assert sorted(found) == [one.name for one in actions()]
    assert activity_of("relic.unearthed").slug == OTHER
