from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.directory import (
    AMSTERDAM,
    Directory,
    Hours,
    Municipality,
    National,
    OpeningState,
    Partner,
    Period,
    Reach,
    Region,
    RoleBinding,
    RoleLevel,
    Schedule,
    ScheduleException,
    Weekday,
    day_of,
    open_spans,
    opening,
    soonest_first,
    special_white_spots,
    white_spots,
)
from tests.support.regions import role, voorbeeldregio

WORKING_DAYS = tuple(Weekday)[:5]
OFFICE = Schedule(periods=(Period(WORKING_DAYS, Hours(time(9), time(17))),))
ALWAYS = Schedule(always=True)
CRISIS = role("crisis", "veilig-thuis")
NO_HOLIDAY = date(2026, 11, 2)  # a Monday; no holiday and no other clock until Christmas
OPEN = (OpeningState.OPEN, OpeningState.ALWAYS)

quarters = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
hours = st.builds(Hours, quarters, quarters)
periods = st.builds(Period, st.lists(st.sampled_from(tuple(Weekday)), unique=True).map(tuple), hours)
exceptions = st.builds(
    lambda start, length, hours: ScheduleException(start, start + timedelta(days=length), hours),
    st.dates(date(2026, 12, 1), date(2027, 12, 31)),
    st.integers(0, 20),
    st.lists(hours, max_size=2).map(tuple),
)
schedules = st.builds(
    Schedule,
    periods=st.lists(periods, max_size=4).map(tuple),
    exceptions=st.lists(exceptions, max_size=3).map(tuple),
    always=st.booleans(),
    open_on_holidays=st.booleans(),
)


def region(schedules: dict[str, Schedule | None], *bindings: RoleBinding, roles=(CRISIS,)) -> Directory:
    partners = {name: Partner(name, name, schedule=schedule) for name, schedule in schedules.items()}
    national = {"veilig-thuis": Partner("veilig-thuis", "Veilig Thuis", schedule=ALWAYS, national=True)}
    place = Region("r", "R", "R", "e", (Municipality("stad", "Stad"), Municipality("dorp", "Dorp")))
    return Directory(place, National({one.id: one for one in roles}, national), partners, bindings)


def moments(day: date):
    """Every quarter of an hour that the clock on the wall shows on a day."""
    for quarter in range(96):
        local = datetime.combine(day, time(quarter // 4, quarter % 4 * 15), tzinfo=AMSTERDAM)
        if local.astimezone(UTC).astimezone(AMSTERDAM).time() == local.time():
            yield quarter * 15, local


def reached(stretches, minute: int) -> Reach:
    return next(one for one in stretches if one.start <= minute < one.until).reach


def told(spots):
    return [(one.day, one.start, one.until, [place.code for place in one.municipalities]) for one in spots]


@settings(max_examples=15)
@given(schedules, st.dates(date(2026, 12, 1), date(2027, 12, 31)))
def test_given_any_schedule_and_date_then_each_quarter_is_as_the_opening_at_that_moment(schedule, day):
    spans = open_spans(schedule, day)
    for minute, moment in moments(day):
        state = opening(schedule, moment).state
        assert (spans is None) == (state is OpeningState.UNKNOWN)
        assert any(start <= minute < until for start, until in spans or ()) == (state in OPEN)


@settings(max_examples=15)
@given(schedules, st.sampled_from(tuple(Weekday)))
def test_given_any_schedule_then_an_ordinary_weekday_is_as_one_far_from_holidays_and_exceptions(schedule, weekday):
    day = NO_HOLIDAY + timedelta(days=list(Weekday).index(weekday))
    spans = open_spans(schedule, weekday)
    for minute, moment in moments(day):
        assert any(start <= minute < until for start, until in spans or ()) == (opening(schedule, moment).state in OPEN)


def test_given_a_watch_of_a_day_and_a_night_then_the_next_day_has_its_end():
    watch = Schedule(periods=(Period((Weekday.SUNDAY,), Hours(time(10), time(10))),))
    assert open_spans(watch, Weekday.MONDAY) == ((0, 600),)
    assert open_spans(watch, date(2026, 11, 2)) == ((0, 600),)
    assert open_spans(watch, Weekday.SUNDAY) == ((600, 1440),)


@settings(max_examples=10)
@given(st.lists(schedules, min_size=1, max_size=2), st.dates(date(2026, 12, 1), date(2027, 12, 31)))
def test_given_partners_of_a_role_then_each_quarter_says_who_answers(found, day):
    names = {f"p{number}": schedule for number, schedule in enumerate(found)}
    directory = region(names, *(RoleBinding("crisis", name) for name in names))
    stretches = day_of(directory, CRISIS, "stad", day)
    assert (stretches[0].start, stretches[-1].until) == (0, 24 * 60)
    for minute, moment in moments(day):
        states = [opening(schedule, moment).state for schedule in names.values()]
        expected = Reach.FALLBACK
        if any(state in OPEN for state in states):
            expected = Reach.HERE
        elif OpeningState.UNKNOWN in states:
            expected = Reach.UNKNOWN
        assert reached(stretches, minute) is expected


@settings(max_examples=10)
@given(st.lists(schedules, max_size=2), st.sampled_from(tuple(Weekday)))
def test_given_partners_of_a_role_then_white_spots_are_all_quarters_in_which_none_answers(found, weekday):
    names = {f"p{number}": schedule for number, schedule in enumerate(found)}
    spots = white_spots(region(names, *(RoleBinding("crisis", name) for name in names)))
    white = {minute for one in spots if one.day is weekday for minute in range(one.start, one.until, 15)}
    for minute, moment in moments(NO_HOLIDAY + timedelta(days=list(Weekday).index(weekday))):
        assert (minute in white) == all(opening(one, moment).state not in OPEN for one in names.values())


def test_given_office_hours_when_asked_for_white_spots_then_they_say_what_one_falls_back_on():
    spots = white_spots(region({"team": OFFICE}, RoleBinding("crisis", "team")))
    assert told(spots)[:2] == [
        (Weekday.MONDAY, 0, 540, ["stad", "dorp"]),
        (Weekday.MONDAY, 1020, 1440, ["stad", "dorp"]),
    ]
    assert told(spots)[-1] == (Weekday.SUNDAY, 0, 1440, ["stad", "dorp"])
    assert {one.fallback[0].name for one in spots} == {"Veilig Thuis"}


def test_given_another_team_per_municipality_then_only_what_is_equal_stands_together():
    directory = region(
        {"team": OFFICE, "wacht": ALWAYS},
        RoleBinding("crisis", "team", ("stad",)),
        RoleBinding("crisis", "wacht", ("dorp",)),
    )
    assert {tuple(places) for *_, places in told(white_spots(directory))} == {("stad",)}


def test_given_a_partner_without_hours_then_it_is_unknown_and_never_reachable():
    directory = region({"team": None}, RoleBinding("crisis", "team"))
    (monday, *_) = spots = white_spots(directory)
    assert (monday.start, monday.until, [one.id for one in monday.unknown]) == (0, 1440, ["team"])
    assert len(spots) == 7
    assert day_of(directory, CRISIS, "stad", Weekday.MONDAY)[0].reach is Reach.UNKNOWN


def test_given_nobody_in_the_region_then_the_national_partner_is_a_fallback_and_not_somebody_here():
    assert day_of(region({}), CRISIS, "stad", Weekday.MONDAY)[0].reach is Reach.FALLBACK
    assert len(white_spots(region({}))) == 7


def test_given_a_national_role_then_the_country_fills_it_and_nothing_is_white():
    police = role("politie", "veilig-thuis", level=RoleLevel.NATIONAL)
    assert day_of(region({}, roles=(police,)), police, "stad", Weekday.MONDAY)[0].reach is Reach.HERE
    assert white_spots(region({}, roles=(police,))) == ()


def test_given_a_role_without_fallback_of_its_own_then_one_falls_back_on_the_reporting_point():
    team, point = role("lokaal-team"), role("advies-en-meldpunt", "veilig-thuis")
    spots = white_spots(region({"team": OFFICE}, RoleBinding("lokaal-team", "team"), roles=(team, point)))
    assert {one.fallback[0].id for one in spots if one.role == team} == {"veilig-thuis"}


def test_given_no_national_partner_at_all_then_nobody_can_be_reached():
    assert day_of(region({}, roles=(role("crisis"),)), role("crisis"), "stad", Weekday.MONDAY)[0].reach is Reach.NOBODY


def test_given_a_holiday_and_a_closing_then_only_what_is_not_white_every_week_is_told():
    closing = ScheduleException(date(2026, 12, 28), date(2026, 12, 28))
    team = Schedule(periods=OFFICE.periods, exceptions=(closing,))
    days = told(special_white_spots(region({"team": team}, RoleBinding("crisis", "team")), date(2026, 12, 1)))
    assert days[:2] == [
        (date(2026, 12, 25), 0, 1440, ["stad", "dorp"]),
        (date(2026, 12, 28), 0, 1440, ["stad", "dorp"]),
    ]
    assert date(2026, 12, 26) not in {day for day, *_ in days}  # a Saturday


def test_given_the_example_region_then_its_village_team_is_white_on_saturday_night():
    national = National(
        {"lokaal-team": role("lokaal-team"), "advies-en-meldpunt": role("advies-en-meldpunt", "veilig-thuis")},
        {"veilig-thuis": Partner("veilig-thuis", "Veilig Thuis", schedule=ALWAYS, national=True)},
    )
    spots = [one for one in white_spots(voorbeeldregio().to_directory(national)) if one.role.id == "lokaal-team"]
    saturday = next(one for one in spots if one.day is Weekday.SATURDAY)
    assert [one.name for one in saturday.municipalities] == ["Voorbeeldstad", "Voorbeelddorp", "Voorbeeldhaven"]
    wednesday = next(one for one in spots if one.day is Weekday.WEDNESDAY and one.start == 750)
    assert [one.name for one in wednesday.municipalities] == ["Voorbeelddorp"]


def test_given_partners_when_ordered_then_open_comes_first_and_unknown_last():
    evening = Schedule(periods=(Period(tuple(Weekday), Hours(time(18), time(22))),))
    late = Schedule(periods=(Period(tuple(Weekday), Hours(time(20), time(22))),))
    found = [
        Partner("onbekend", "o"),
        Partner("morgen", "m", schedule=OFFICE),
        Partner("laat", "l", schedule=late),
        Partner("avond", "a", schedule=evening),
        Partner("altijd", "x", schedule=ALWAYS),
        Partner("ook-altijd", "y", schedule=ALWAYS),
    ]
    now = datetime(2026, 11, 24, 17, 30, tzinfo=AMSTERDAM)
    ordered = soonest_first(found, now, datetime(2026, 11, 25, tzinfo=AMSTERDAM))
    assert [one.id for one in ordered] == ["altijd", "ook-altijd", "avond", "laat", "morgen", "onbekend"]
