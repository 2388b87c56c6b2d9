"""The diff of two formules: whatever differs is told, and nothing else is."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given

from tests.workflows.formules.strategies import formules
from workflows.formules.catalogue import shipped
from workflows.formules.difference import Part, changes
from workflows.formules.formule import AskedQuestion, CaseTerm, Formule
from workflows.formules.writing import content_of
from workflows.terms import Length

HENNEP = Formule.read(shipped("hennep")[0])


@given(old=formules, new=formules)
def test_two_formules_differ_when_and_only_when_something_is_told(
    old: Formule, new: Formule
) -> None:
    assert bool(changes(old, new)) is (old != new)


@given(old=formules, new=formules)
def test_told_the_other_way_round_it_is_the_same_in_reverse(old: Formule, new: Formule) -> None:
    there = {(one.part, one.title, one.what, one.old, one.new) for one in changes(old, new)}
    back = {(one.part, one.title, one.what, one.new, one.old) for one in changes(new, old)}
    assert {one[:1] + one[2:] for one in there} == {one[:1] + one[2:] for one in back}


@given(formule=formules)
def test_what_is_written_reads_back_the_same(formule: Formule) -> None:
    assert Formule.read(content_of(formule)) == formule


FULL = replace(
    HENNEP,
    quorum=1,
    case_terms={"ruling": CaseTerm(Length.parse("8w"), True, "Awb 4:13", "Beslistermijn")},
    partners=(
        replace(
            HENNEP.partners[0],
            questions=(AskedQuestion("count", "Hoeveel?"),),
            documents=("Vonnis",),
            people="Eén parketsecretaris",
            means="Geen",
            hours=2,
        ),
        *HENNEP.partners[1:],
    ),
)


def leaves(thing: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a formule."""
    if is_dataclass(thing) and not isinstance(thing, Length):
        for one in fields(thing):
            yield from leaves(getattr(thing, one.name), (*path, one.name))
    elif isinstance(thing, dict):
        for name, one in thing.items():
            yield from leaves(one, (*path, name))
    elif isinstance(thing, tuple):
        for number, one in enumerate(thing):
            yield from leaves(one, (*path, number))
        yield path
    else:
        yield path


EMPTY = {"questions": (AskedQuestion("new", "Nieuw?"),), "choices": (("new", "Nieuw"),)}


def other(value: Any, name: Any) -> Any:
    if isinstance(value, Length):
        return replace(value, count=value.count + 1)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, tuple):
        return value[:-1] if value else EMPTY.get(name, ("nieuw",))
    return "nieuw" if value is None else f"{value} anders"


def changed(thing: Any, path: tuple[Any, ...], name: Any = None) -> Any:
    """The same with the one value at `path` different."""
    if not path:
        return other(thing, name)
    here, rest = path[0], path[1:]
    if isinstance(thing, dict):
        return {**thing, here: changed(thing[here], rest, here)}
    if isinstance(thing, tuple):
        return (*thing[:here], changed(thing[here], rest, here), *thing[here + 1 :])
    return replace(thing, **{here: changed(getattr(thing, here), rest, here)})


PATHS = [path for path in leaves(FULL) if "extension" not in path and "most_pause" not in path]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: ".".join(map(str, path)))
def test_each_value_of_a_formule_that_changes_is_told(path: tuple[Any, ...]) -> None:
    new = changed(FULL, path)
    told = changes(FULL, new, theme="hennep")
    assert told, f"nobody is told of {path}"
    assert all(one.sentence and one.title for one in told)


def test_a_change_reads_as_a_sentence_under_the_name_of_whom_it_concerns() -> None:
    partners = (replace(HENNEP.partners[0], term=Length.parse("3w")), *HENNEP.partners[1:])
    terms = {**HENNEP.terms, "decide": replace(HENNEP.terms["decide"], length=Length.parse("1w"))}
    told = changes(HENNEP, replace(HENNEP, partners=partners, terms=terms), theme="hennep")
    assert [(one.part, one.title, one.sentence) for one in told] == [
        (Part.PARTNER, "Arrondissementsparket", "Termijn: was “2 weken”, wordt “3 weken”"),
        (Part.TERM, "Besluiten", "Lengte: was “2 weken”, wordt “1 week”"),
    ]


def test_a_partner_that_leaves_and_one_that_comes_are_told_whole() -> None:
    new = replace(HENNEP, partners=(*HENNEP.partners[1:], replace(HENNEP.partners[0], kind="riec")))
    told = changes(HENNEP, new)
    assert [one.title for one in told] == ["Arrondissementsparket", "RIEC"]
    assert told[0].old
    assert not told[0].new
    assert "termijn 2 weken" in told[1].new


def test_another_order_is_a_change_too() -> None:
    told = changes(HENNEP, replace(HENNEP, sharings=HENNEP.sharings[::-1]))
    assert [one.what for one in told] == ["Volgorde"]


def test_grounds_are_told_by_their_article() -> None:
    first = replace(HENNEP.sharings[0], sender_ground="wpg-3")
    new = replace(HENNEP, sharings=(first, *HENNEP.sharings[1:]))
    told = changes(HENNEP, new, grounds={"wpg-3": "Wpg art. 3"})
    assert told[0].new == "Wpg art. 3"
