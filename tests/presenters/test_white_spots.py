from dataclasses import replace
from datetime import date, time

from routekaart.directory import (
    Hours,
    Partner,
    Period,
    RoleBinding,
    Schedule,
    ScheduleException,
    Weekday,
    special_white_spots,
    white_spots,
)
from routekaart.presenters.white_spots import white_lines, white_spot_notices
from tests.support.regions import directory, role

WEEK = tuple(Weekday)
OFFICE = Schedule(periods=(Period(WEEK[:5], Hours(time(9), time(17))),))
ROLES = (role("jgz"), role("gi"), role("advies-en-meldpunt", "veilig-thuis"))


def region(schedules, *bindings):
    found = directory(*bindings, roles=ROLES, national=("veilig-thuis",))
    partners = {name: Partner(name, name.title(), schedule=hours) for name, hours in schedules.items()}
    always = Partner("veilig-thuis", "Veilig Thuis", schedule=Schedule(always=True), national=True)
    national = replace(found.national, partners={always.id: always})
    bound = (*bindings, RoleBinding("advies-en-meldpunt", "meldpunt"))
    partners["meldpunt"] = Partner("meldpunt", "Meldpunt", schedule=always.schedule)
    return replace(found, partners=partners, national=national, bindings=bound)


def told(found):
    return [one.text for one in white_lines(white_spots(found), found)]


def test_given_roles_with_the_same_hours_then_one_line_tells_both():
    found = region({"team": OFFICE}, RoleBinding("jgz", "team"), RoleBinding("gi", "team"))
    assert told(found) == [
        "Hele regio, maandag t/m vrijdag 0.00–9.00 en 17.00–24.00 uur; zaterdag en zondag de hele dag: "
        "niemand hier voor: jgz; gi. Terugval: Veilig Thuis."
    ]


def test_given_days_that_do_not_follow_then_each_is_named():
    days = (WEEK[0], WEEK[2], WEEK[3], WEEK[4], WEEK[5], WEEK[6])
    team = Schedule(periods=(Period(days, Hours(time(0), time(0))), Period((WEEK[1],), Hours(time(12), time(0)))))
    found = region({"team": team}, RoleBinding("jgz", "team"), RoleBinding("gi", "meldpunt"))
    assert told(found) == ["Hele regio, dinsdag 0.00–12.00 uur: niemand hier voor: jgz. Terugval: Veilig Thuis."]


def test_given_hours_that_nobody_knows_then_that_is_told_and_not_that_there_is_nobody():
    found = region({"team": None}, RoleBinding("jgz", "team", ("dorp",)), RoleBinding("gi", "meldpunt"))
    assert "Dorp, de hele week: uren onbekend van Team voor: jgz. Terugval: Veilig Thuis." in told(found)
    assert "Stad, de hele week: niemand hier voor: jgz. Terugval: Veilig Thuis." in told(found)


def test_given_a_closing_of_days_on_end_then_they_are_told_from_and_until_and_a_holiday_by_its_name():
    closing = ScheduleException(date(2026, 12, 28), date(2026, 12, 31))
    team = replace(OFFICE, exceptions=(closing,))
    found = region({"team": team}, RoleBinding("jgz", "team"), RoleBinding("gi", "meldpunt"))
    (line,) = white_lines(special_white_spots(found, date(2026, 12, 1)), found)
    assert line.when.startswith(
        "Eerste kerstdag (25 december 2026), maandag 28 december 2026 t/m donderdag 31 december 2026, "
        "Nieuwjaarsdag (1 januari 2027)"
    )


def test_given_a_draft_with_shorter_hours_then_the_notice_says_that_it_is_new():
    live = region({"team": OFFICE}, RoleBinding("jgz", "team"), RoleBinding("gi", "meldpunt"))
    shorter = Schedule(periods=(Period(WEEK[:5], Hours(time(9), time(12))),))
    draft = region({"team": shorter}, RoleBinding("jgz", "team"), RoleBinding("gi", "meldpunt"))
    assert [one.partition(".")[0] for one in white_spot_notices(live, draft)] == ["Nieuwe witte vlek"]
    assert [one.partition(".")[0] for one in white_spot_notices(live, live)] == ["Witte vlek"]
