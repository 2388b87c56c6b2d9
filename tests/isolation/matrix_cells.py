"""One case in which every kind of partner takes part, with something of each class from each side.

For each person there is, by class, what the own organisation put in and what another disclosed to
it. Nothing but the role matrix is in the way: everyone is cleared, everything is disclosed.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from casework.models import Case
from config.database_roles import Connection
from config.demo.walk import reported
from partners import matrix
from partners.actor import Actor
from tests.cast import Cast, actor_of

THEMES = ("hennep", "nazorg", "pga", "bij")
PEOPLE = {
    "iv": "iv.oss",
    "burgemeester": "burgemeester.oss",
    "elders": "iv.meierijstad",
    "politie": "liaison1.politie",
    "om": "liaison1.om",
    "riec": "liaison.riec",
    "zvh": "liaison.zvh",
    "netbeheerder": "liaison.netbeheerder",
    "corporatie": "liaison.corporatie",
    "hulp": "liaison.reclassering",
    "dji": "liaison.dji",
    "hulpdienst": "liaison.ghor",
    "secretaris": "secretaris.oss",
    "regiostaf": "regiostaf.vrbn",
    "fg": "fg.oss",
    "beheer": "beheer.oss",
}
"""Who stands for each line; of the two others there is nobody in the demo region."""

READS = {"full": (1, 1), "q": (1, 1), "task": (1, 1), "named": (1, 1), "own": (1, 0)}
"""By word: whether one reads what is of the own organisation, and what another disclosed."""

CLEAR = "UPDATE partners_membership SET clearances = %s"
CONTRIBUTION = """INSERT INTO casework_contribution
    (id, case_id, organisation_id, author_id, kind, title, information_class, content, created_at)
    VALUES (%s, %s, %s, %s, 'x', 'x', %s, '[]', now())"""
DISCLOSURE = """INSERT INTO casework_disclosure
    (id, case_id, contribution_id, sender_id, receiver_id, receiver_ids, purpose, sender_ground_id,
     receiver_ground_id, necessity, conditions, may_disclose_onward, given_by_id, given_at)
    SELECT gen_random_uuid(), %s, %s, %s, %s, '{}', 'x', g.id, g.id, 'x', '', false, %s, now()
    FROM partners_ground g WHERE g.code = 'avg-6-1-e'"""
TAKE_PART = """INSERT INTO casework_participation
    (case_id, organisation_id, part, has_overview, since)
    SELECT %s, %s, 'informed', false, now() WHERE NOT EXISTS (
        SELECT FROM casework_participation WHERE case_id = %s AND organisation_id = %s)"""


@dataclass(frozen=True)
class Cells:
    """`own` and `received` by the name of the person and the class."""

    case: Case
    own: dict[tuple[str, str], uuid.UUID]
    received: dict[tuple[str, str], uuid.UUID]


def fill_every_cell(cast: Cast, owner: Connection) -> Cells:
    cells = Cells(reported(cast.police, lead=cast.coordinator.organisation_id), {}, {})
    cleared = sorted({"hennep", *THEMES, *cast.coordinator.membership.clearances})
    owner.execute(CLEAR, [cleared])
    people = {login: actor_of(login) for login in PEOPLE.values()}
    for actor in people.values():
        of = actor.organisation_id
        owner.execute(TAKE_PART, [cells.case.pk, of, cells.case.pk, of])
    for login, actor in people.items():
        other = cast.police if actor.organisation.kind != "politie" else cast.coordinator
        for one in matrix.CLASSES:
            cells.own[login, one] = _put_in(owner, cells.case, actor, one)
            cells.received[login, one] = _put_in(owner, cells.case, other, one)
            owner.execute(
                DISCLOSURE,
                [
                    *(cells.case.pk, cells.received[login, one], other.organisation_id),
                    *(actor.organisation_id, other.person.pk),
                ],
            )
    return cells


def _put_in(owner: Connection, case: Case, of: Actor, information_class: str) -> uuid.UUID:
    made = uuid.uuid4()
    owner.execute(
        CONTRIBUTION, [made, case.pk, of.organisation_id, of.person.pk, information_class]
    )
    return made


@contextmanager
def theme_of(cells: Cells, theme: str, owner: Connection) -> Iterator[None]:
    change = "UPDATE casework_case SET theme = %s WHERE id = %s"
    owner.execute(change, [theme, cells.case.pk])
    try:
        yield
    finally:
        owner.execute(change, ["hennep", cells.case.pk])


def expected(line: str, theme: str) -> dict[str, tuple[int, int]]:
    """From the words of the file, a class at a time; a gemeente elsewhere has its own as an IV."""
    said = matrix.cells_of(line)
    words = {one: said.get((theme, one), said["", one]) for one in matrix.CLASSES}
    found = {one: READS.get(word, (0, 0)) for one, word in words.items()}
    if line == matrix.ELSEWHERE:
        own = expected("iv", theme)
        found = {one: (own[one][0], seen[1]) for one, seen in found.items()}
    return found


def of(login: str, things: dict[tuple[str, str], uuid.UUID]) -> dict[tuple[str, str], uuid.UUID]:
    return {key: pk for key, pk in things.items() if key[0] == login}
