"""Terms end where the law says: the vectors of domain brief 1.1, and what it tells of them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from workflows.terms import Length, Pause, Reckoning, Term, end_of_term, reckon

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def on(written: str) -> date:
    return date.fromisoformat(written)


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=AMSTERDAM)


def paused(*written: str) -> tuple[Pause, ...]:
    return tuple(Pause(*map(on, one.split(".."))) for one in written)


def statutory(length: str, start: str, *pauses: str, extension: str = "") -> Reckoning:
    term = Term(
        Length.parse(length),
        is_statutory=True,
        extension=Length.parse(extension) if extension else None,
        pauses=paused(*pauses),
    )
    return reckon(term, on(start))


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2015-06-29", "6w", "2015-08-10"),
        ("2014-11-21", "6w", "2015-01-02"),
        ("2026-04-04", "6w", "2026-05-18"),
        ("2026-04-02", "6w", "2026-05-15"),
        ("2025-11-14", "6w", "2025-12-29"),
        ("2026-03-23", "2w", "2026-04-07"),
        ("2026-04-01", "8w", "2026-05-27"),
        ("2026-03-13", "3d", "2026-03-17"),
        ("2026-04-02", "3d", "2026-04-08"),
    ],
)
def test_a_statutory_term_ends_on_a_working_day(start: str, length: str, end: str) -> None:
    found = end_of_term(on(start), Length.parse(length), is_statutory=True)
    assert found == on(end)


def test_an_order_of_ten_days_ends_at_the_hour_it_began_and_never_moves() -> None:
    """The published huisverbod of 27 March 2010, and the most it can be extended to."""
    term = Term(Length.parse("10d"), is_statutory=True, is_exempt=True)
    longest = Term(
        Length.parse("10d"), is_statutory=True, is_exempt=True, extension=Length.parse("18d")
    )
    assert reckon(term, at("2010-03-27T20:00")).end == at("2010-04-06T20:00")
    assert reckon(longest, at("2010-03-27T20:00")).end == at("2010-04-24T20:00")


def test_advice_of_eight_weeks_is_extended_with_four() -> None:
    assert statutory("8w", "2026-04-01", extension="4w").end == on("2026-06-24")


def test_a_day_equalled_to_a_holiday_moves_the_end() -> None:
    equalled = {date(2026, 5, 15)}
    end = end_of_term(date(2026, 4, 2), Length.parse("6w"), is_statutory=True, equalled=equalled)
    assert end == date(2026, 5, 18)


def test_an_agreed_term_ends_as_it_is_counted() -> None:
    assert end_of_term(date(2026, 4, 4), Length.parse("6w"), is_statutory=False) == date(
        2026, 5, 16
    )


@pytest.mark.parametrize("length", ["13w", "91d", "4m"])
def test_a_long_statutory_term_is_not_rolled(length: str) -> None:
    """Art. 4: not for terms over 90 days, 12 weeks or 3 months."""
    start = date(2026, 1, 3)
    long = end_of_term(start, Length.parse(length), is_statutory=True)
    assert long == end_of_term(start, Length.parse(length), is_statutory=False)


@pytest.mark.parametrize("length", ["12w", "90d", "3m"])
def test_the_longest_terms_under_the_law_are_rolled(length: str) -> None:
    for day in range(1, 29):
        end = end_of_term(date(2026, 1, day), Length.parse(length), is_statutory=True)
        assert end.weekday() < 5


def test_an_exempt_term_is_not_rolled() -> None:
    term = Term(Length.parse("6w"), is_statutory=True, is_exempt=True)
    assert reckon(term, date(2026, 4, 4)).end == date(2026, 5, 16)


def test_a_statutory_term_is_in_whole_days_whatever_the_time_it_began() -> None:
    term = Term(Length.parse("3d"), is_statutory=True)
    assert reckon(term, at("2026-03-13T16:30")).end == on("2026-03-17")


def test_working_days_pass_over_weekends_and_holidays() -> None:
    assert end_of_term(date(2026, 4, 2), Length.parse("5wd"), is_statutory=False) == date(
        2026, 4, 13
    )


def test_months_end_on_the_last_day_where_the_month_is_shorter() -> None:
    assert Length.parse("1m").after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert Length.parse("1m").before(date(2028, 3, 31)) == date(2028, 2, 29)


@pytest.mark.parametrize("written", ["", "6", "w6", "6 w", "-1d", "6y", "0d", "٣d", "1000d"])
def test_what_is_no_length_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a length"):
        Length.parse(written)


def test_hours_need_a_clock() -> None:
    with pytest.raises(ValueError, match="no plain date"):
        end_of_term(date(2026, 1, 1), Length.parse("24u"), is_statutory=False)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-03-28T12:00", "24u", "2026-03-29T13:00"),
        ("2026-10-24T12:00", "24u", "2026-10-25T11:00"),
        ("2026-04-30T09:15", "48u", "2026-05-02T09:15"),
    ],
)
def test_hours_are_counted_as_they_pass(start: str, length: str, end: str) -> None:
    """Also in the nights in which the clock changes, and through weekends."""
    term = Term(Length.parse(length), is_statutory=True)
    assert reckon(term, at(start)).end == at(end)


def test_hours_wait_while_they_are_suspended() -> None:
    term = Term(Length.parse("24u"), pauses=paused("2026-06-02..2026-06-04"))
    assert reckon(term, at("2026-06-01T12:00")).end == at("2026-06-04T12:00")


def test_a_term_that_counts_back_never_moves_and_is_warned_of_on_a_working_day() -> None:
    term = Term(Length.parse("12w"), is_statutory=True, is_backward=True)
    found = reckon(term, on("2026-06-27"))
    assert (found.end, found.warn_on) == (on("2026-04-04"), on("2026-04-02"))


def test_hours_and_working_days_count_back_as_well() -> None:
    hours = Term(Length.parse("48u"), is_backward=True)
    assert reckon(hours, at("2026-03-30T12:00")).end == at("2026-03-28T11:00")
    days = Term(Length.parse("2wd"), is_backward=True)
    assert reckon(days, on("2026-04-08")).end == on("2026-04-02")


@pytest.mark.parametrize(
    ("pauses", "end"),
    [
        (["2026-06-10..2026-06-20"], "2026-06-25"),
        (["2026-06-10..2026-06-12", "2026-06-11..2026-06-13"], "2026-06-18"),
        (["2026-06-10..2026-06-12", "2026-06-12..2026-06-13"], "2026-06-18"),
        (["2026-05-01..2026-05-30"], "2026-06-15"),
        (["2026-06-16..2026-06-30"], "2026-06-15"),
        (["2026-06-15..2026-06-17"], "2026-06-17"),
        (["2026-06-15..2026-06-17", "2026-06-17..2026-06-18"], "2026-06-18"),
    ],
)
def test_only_days_within_the_term_are_added_and_each_once(pauses: list[str], end: str) -> None:
    assert statutory("2w", "2026-06-01", *pauses).end == on(end)


def test_a_pause_in_the_days_that_the_law_added_leaves_those_days() -> None:
    """Ends on a Saturday, so through Monday; suspended on Sunday, both days are still to come."""
    assert statutory("6w", "2026-04-04", "2026-05-17..2026-05-20").end == on("2026-05-21")


def test_working_days_are_not_used_up_in_a_pause() -> None:
    term = Term(Length.parse("5wd"), pauses=paused("2026-06-05..2026-06-08"))
    assert reckon(term, on("2026-06-01")).end == on("2026-06-09")


def test_parts_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(ValueError, match="counts back"):
        Term(Length.parse("2w"), is_backward=True, pauses=paused("2026-06-05..2026-06-08"))
    with pytest.raises(ValueError, match="hours"):
        Term(Length.parse("2w"), extension=Length.parse("24u"))
    with pytest.raises(ValueError, match="ends after"):
        paused("2026-06-05..2026-06-05")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (statutory("6w", "2026-04-04"), "artikel 1, eerste lid"),
        (statutory("6w", "2026-04-04"), "Zaterdag 16 mei 2026 is een zaterdag"),
        (statutory("6w", "2025-11-14"), "tweede kerstdag"),
        (statutory("3d", "2026-03-13"), "artikel 2"),
        (statutory("13w", "2026-04-04"), "artikel 4"),
        (statutory("8w", "2026-04-01", extension="4w"), "Verlengd met 4 weken"),
        (statutory("2w", "2026-06-01", "2026-06-10..2026-06-20"), "10 dagen"),
        (statutory("2w", "2026-06-01"), "is een werkdag"),
        (reckon(Term(Length.parse("2w")), on("2026-06-01")), "geen wettelijke termijn"),
        (reckon(Term(Length.parse("1u")), at("2026-06-01T12:00")), "loopt ook door in weekenden"),
        (
            reckon(Term(Length.parse("2w"), is_backward=True), on("2026-06-20")),
            "artikel 1, tweede lid",
        ),
    ],
)
def test_each_end_tells_the_rule_that_made_it(found: Reckoning, told: str) -> None:
    assert told in " ".join(found.explanation)
