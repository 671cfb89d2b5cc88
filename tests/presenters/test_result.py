from routekaart.presenters.result import in_one_talk

CALL = {"kind": "consultation", "who": "Veilig Thuis", "phones": [{"number": "0800-2000"}], "checked": False}


def test_given_several_points_for_one_partner_when_listed_then_they_are_told_in_one_talk():
    actions = [CALL, CALL, CALL | {"who": "De huisarts"}, CALL | {"kind": "observe"}]
    assert in_one_talk(actions) == ["2 van deze punten bespreek je in één gesprek met Veilig Thuis."]


def test_given_points_that_are_done_or_without_a_number_when_listed_then_nothing_is_said():
    assert in_one_talk([CALL, CALL | {"checked": True}, CALL | {"phones": []}]) == []
