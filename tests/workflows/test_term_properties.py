"""What holds for every term, whatever its length and start."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from workflows.terms import Length, Pause, Term, Unit, reckon
from workflows.terms.calendar import is_working_day

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
EQUALLED = st.frozensets(st.dates(date(1990, 1, 1), date(2091, 1, 1)), max_size=5)
LENGTHS = st.one_of(
    st.builds(Length, st.integers(1, 90), st.just(Unit.DAYS)),
    st.builds(Length, st.integers(1, 12), st.just(Unit.WEEKS)),
    st.builds(Length, st.integers(1, 3), st.just(Unit.MONTHS)),
    st.builds(Length, st.integers(1, 60), st.just(Unit.WORKING_DAYS)),
)
"""Those for which the Algemene termijnenwet is made."""
PLAIN = LENGTHS.filter(lambda length: length.unit != Unit.WORKING_DAYS)
OF_THREE_DAYS = LENGTHS.filter(lambda length: length.unit != Unit.WORKING_DAYS or length.count >= 3)
"""One or two working days are no term of three days, though a long weekend may pass in them."""


@st.composite
def pauses_after(draw: st.DrawFn, start: date) -> tuple[Pause, ...]:
    found = []
    for begins, lasts in draw(
        st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=4)
    ):
        from_on = start + timedelta(days=begins)
        found.append(Pause(from_on, from_on + timedelta(days=lasts)))
    return tuple(found)


@given(LENGTHS, DAYS, EQUALLED, st.data())
def test_a_statutory_term_never_ends_on_a_day_off(
    length: Length, start: date, equalled: frozenset[date], data: st.DataObject
) -> None:
    term = Term(length, is_statutory=True, pauses=data.draw(pauses_after(start)))
    assert is_working_day(reckon(term, start, equalled).day, equalled)


@given(LENGTHS, DAYS, st.integers(1, 30), EQUALLED)
def test_who_begins_later_never_ends_earlier(
    length: Length, start: date, later: int, equalled: frozenset[date]
) -> None:
    term = Term(length, is_statutory=True)
    assert reckon(term, start, equalled).day <= (
        reckon(term, start + timedelta(days=later), equalled).day
    )


@given(LENGTHS, DAYS, EQUALLED)
def test_the_law_only_ever_adds_days(
    length: Length, start: date, equalled: frozenset[date]
) -> None:
    plain = reckon(Term(length), start, equalled).day
    assert reckon(Term(length, is_statutory=True), start, equalled).day >= plain
    assert reckon(Term(length, is_statutory=True, is_exempt=True), start, equalled).day == plain


@given(OF_THREE_DAYS, DAYS, EQUALLED)
def test_from_three_days_on_there_are_two_working_days(
    length: Length, start: date, equalled: frozenset[date]
) -> None:
    plain = reckon(Term(length), start, equalled).day
    end = reckon(Term(length, is_statutory=True), start, equalled).day
    if (plain - start).days >= 3:
        passed = (start + timedelta(days=day) for day in range(1, (end - start).days + 1))
        assert sum(is_working_day(day, equalled) for day in passed) >= 2


@given(PLAIN, DAYS, st.data())
def test_the_days_of_pauses_within_the_term_add_up(
    length: Length, start: date, data: st.DataObject
) -> None:
    """Counted day by day: a day off the clock is one on which some pause holds."""
    pauses = data.draw(pauses_after(start + timedelta(days=1)))
    end = reckon(Term(length, pauses=pauses), start).day
    left = (length.after(start) - start).days
    day = start
    while left:
        day += timedelta(days=1)
        left -= not any(pause.holds(day) for pause in pauses)
    assert end == day


@given(LENGTHS, DAYS, EQUALLED)
def test_what_counts_back_never_moves(
    length: Length, event: date, equalled: frozenset[date]
) -> None:
    found = reckon(Term(length, is_statutory=True, is_backward=True), event, equalled)
    assert found == reckon(Term(length, is_backward=True), event, equalled)
    assert found.day < event
    assert found.warn_on <= found.day
    assert is_working_day(found.warn_on, equalled)
    if length.unit in (Unit.DAYS, Unit.WEEKS):
        assert length.after(found.day) == event


@given(st.integers(1, 999), MOMENTS, EQUALLED)
def test_hours_are_the_same_on_every_day(
    count: int, start: datetime, equalled: frozenset[date]
) -> None:
    length = Length(count, Unit.HOURS)
    end = reckon(Term(length, is_statutory=True), start, equalled).end
    assert isinstance(end, datetime)
    assert end - start == timedelta(hours=count)
    assert reckon(Term(length, is_backward=True), end).end == start


@given(DAYS, st.integers(1, 90), st.times())
def test_a_term_by_the_clock_ends_at_the_hour_it_began(start: date, count: int, at: object) -> None:
    noon = timezone.make_aware(datetime(start.year, start.month, start.day, 12))  # noqa: DTZ001
    end = reckon(Term(Length(count, Unit.DAYS)), noon).end
    assert isinstance(end, datetime)
    assert timezone.localtime(end).hour == 12
    assert timezone.localdate(end) == start + timedelta(days=count)
