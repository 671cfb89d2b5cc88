from routekaart.presenters.desk_fields import (
    Choice,
    Choices,
    Flag,
    Group,
    Kept,
    Lines,
    Number,
    Option,
    Rows,
    Span,
    Text,
    Typed,
    read_fields,
    show_fields,
    without_empty_rows,
)
from routekaart.presenters.desk_form import chosen, clash_rows, form_view
from routekaart.presenters.desk_ids import with_ids
from routekaart.presenters.desk_rows import moved_rows

FIELDS = (
    Text("name", "Naam"),
    Lines("does", "Doet"),
    Choices("days", "Dagen", options=(Option("ma", "maandag"), Option("di", "dinsdag"))),
    Group("wait", "Wachttijd", fields=(Number("weeks", "Weken"),), optional=True),
    Rows("hours", "Tijden", fields=(Kept("id", ""), Span("time", "Tijd"), Flag("late", "Laat")), one="tijd"),
)


def typed(**values):
    return Typed({name.replace("__", "."): one if isinstance(one, list) else [one] for name, one in values.items()})


def test_given_a_form_when_read_then_each_field_has_its_value_and_what_the_form_lacks_stays():
    sent = typed(
        name=" Team ", does="een\n\n twee ", days=["di", "ma"], hours__3__time__van="9", hours__3__time__tot="17"
    )
    assert read_fields(FIELDS, sent, {"id": "team", "name": "Oud"}) == {
        "id": "team",
        "name": "Team",
        "does": ["een", "twee"],
        "days": ["ma", "di"],
        "wait": None,
        "hours": [{"id": "", "time": "09:00-17:00", "late": False}],
    }


def test_given_nothing_typed_when_read_then_optional_groups_are_not_there_but_nought_counts():
    assert read_fields(FIELDS, typed(wait__weeks=""), {})["wait"] is None
    assert read_fields(FIELDS, typed(wait__weeks="0"), {})["wait"] == {"weeks": 0}


def test_given_what_was_read_when_shown_and_read_again_then_it_is_the_same():
    data = {
        "name": "A",
        "does": ["b"],
        "days": ["zo"],
        "wait": {"weeks": "veel"},
        "hours": [{"id": "x", "time": "1-2"}],
    }
    shown = {one["label"]: one for one in show_fields(FIELDS, data, {})}
    assert shown["Doet"]["value"] == "b"
    assert [one["value"] for one in shown["Dagen"]["options"] if one["checked"]] == ["zo"]
    assert shown["Wachttijd"]["fields"][0]["value"] == "veel"
    assert shown["Tijden"]["rows"][0]["fields"][1]["start"] == "1"


def test_given_an_error_in_a_row_when_shown_then_it_stands_at_its_field_and_leads_there():
    view = form_view(
        FIELDS, {"hours": [{"time": "x"}]}, {"hours.0.time": "Fout", "does.1": "Ook fout", "ergens": "Rest"}
    )
    assert [one["text"] for one in view["error_links"]] == ["Rest", "Doet: Ook fout", "Tijd: Fout"]
    assert [one["href"] for one in view["error_links"]] == ["#formulier", "#does", "#hours-0-time"]


def test_given_empty_rows_when_kept_then_they_are_left_out_also_within_groups():
    group = Group("in", "In", fields=FIELDS[4:])
    rows = [{"id": "", "time": "", "late": False}, {"id": "", "time": "x", "late": False}]
    assert without_empty_rows((*FIELDS, group), {"hours": rows, "in": {"hours": rows}}) == {
        "hours": rows[1:],
        "in": {"hours": rows[1:]},
    }


def test_given_rows_when_moved_then_they_come_go_and_rise():
    data = {"a": {"b": [1, 2]}, "c": None}
    assert moved_rows(data, "hoger:a.b.1") == ({"a": {"b": [2, 1]}, "c": None}, "a.b.0")
    assert moved_rows(data, "minder:a.b.0") == ({"a": {"b": [2]}, "c": None}, "a.b")
    assert moved_rows(data, "meer:c.d") == ({"a": {"b": [1, 2]}, "c": {"d": [{}]}}, "c.d.0")
    assert moved_rows(data, "minder:a.b.9")[0] == data
    assert data == {"a": {"b": [1, 2]}, "c": None}


def test_given_new_rows_when_they_get_ids_then_those_that_had_one_keep_it():
    rows = Rows("services", "Aanbod", fields=(Kept("id", ""), Text("name", "Naam")), named_by="name")
    data = {"services": [{"id": "", "name": "Hulp"}, {"id": "hulp", "name": "Anders"}]}
    assert [one["id"] for one in with_ids((rows,), data)["services"]] == ["hulp-2", "hulp"]


def test_given_a_choice_that_is_offered_no_more_when_shown_then_it_is_still_chosen():
    (shown,) = show_fields([Choice("role", "Rol", options=(Option("a", "A"),))], {"role": "weg"}, {})
    assert [one["value"] for one in shown["options"] if one["selected"]] == ["weg"]


def test_given_clashes_when_chosen_then_theirs_mine_or_both_lists_are_kept():
    theirs = {"note": "zij", "does": ["a", "b"], "services": [{"id": "x", "what": "zij"}, {"id": "nieuw"}]}
    mine = {"note": "mij", "does": ["b", "c"], "services": [{"id": "x", "what": "mij"}]}
    paths = ("note", "does", "services.x.what", "services.nieuw")
    assert [row["can_have_both"] for row in clash_rows(paths, theirs, mine)] == [False, True, False, False]
    kept = chosen(paths, theirs, mine, ("mij", "beide", "zij", "zij"))
    assert kept["note"] == "mij"
    assert kept["does"] == ["a", "b", "c"]
    assert kept["services"] == theirs["services"]
    assert chosen(("services.x",), {"services": []}, mine, ("zij",))["services"] == []
